//! The marks within a paragraph: emphasis, links, code, tags and entities, taken out of its text.
//!
//! Apart from the blocks because marks know nothing of lines. Every text takes time in
//! proportion to its length, whatever stands in it.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::ops::Range;

use super::super::text::tidy;
use super::html::{self, Tag};

/// The names of link targets given apart from their links, in lower case.
#[derive(Debug, Default)]
pub(super) struct References(BTreeSet<String>);

/// No name of a link target has more bytes.
const MAX_LABEL: usize = 200;

/// The text without its marks.
pub(super) fn plain(text: &str, references: &References) -> String {
    let mut scan = Scan {
        text,
        at: 0,
        out: String::with_capacity(text.len()),
        ticks: backtick_runs(text),
        last_comment_end: text.rfind("-->"),
        marks: Vec::new(),
        brackets: Vec::new(),
        removed: Vec::new(),
        references,
    };
    while scan.at < text.len() {
        scan.step();
    }
    let mut removed = scan.removed;
    removed.extend(paired(scan.marks));
    tidy(&without(&scan.out, removed))
}

impl References {
    /// Takes a line that gives the target of a name; says whether it does.
    pub(super) fn define(&mut self, line: &str) -> bool {
        let label = line.trim_start().strip_prefix('[').and_then(|rest| {
            let (label, target) = rest.split_once("]:")?;
            let target = target.trim();
            let one = target.split_whitespace().count() == 1 || target.ends_with(['"', '\'', ')']);
            (one && !label.starts_with('^')).then_some(label)
        });
        label.is_some_and(|label| {
            self.0.insert(label_key(label));
            true
        })
    }

    fn has(&self, label: &str) -> bool {
        !self.0.is_empty() && label.len() <= MAX_LABEL && self.0.contains(&label_key(label))
    }
}

/// A run of emphasis signs in what is put out.
struct Mark {
    start: usize,
    length: usize,
    sign: u8,
    opens: bool,
    closes: bool,
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    out: String,
    /// Where runs of so many backticks begin, in order.
    ticks: HashMap<usize, VecDeque<usize>>,
    /// Where the last comment ends, if any does.
    last_comment_end: Option<usize>,
    marks: Vec<Mark>,
    /// Where brackets not yet closed stand in what is put out.
    brackets: Vec<Range<usize>>,
    /// What is taken out again of what is put out.
    removed: Vec<Range<usize>>,
    references: &'a References,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn step(&mut self) {
        let rest = self.rest();
        match rest.as_bytes()[0] {
            b'\\' => self.escape(),
            b'`' => self.code(),
            sign @ (b'*' | b'_' | b'~') => self.mark(sign),
            b'[' => self.open_bracket(1),
            b'!' if rest.starts_with("![") => self.open_bracket(2),
            b']' => self.close_bracket(),
            b'<' => self.tag(),
            b'&' => self.entity(),
            _ => {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                let plain = rest[first..].find(is_mark).unwrap_or(rest.len() - first);
                self.put(first + plain);
            }
        }
    }

    /// Puts out so many bytes as they are.
    fn put(&mut self, length: usize) {
        self.out.push_str(&self.rest()[..length]);
        self.at += length;
    }

    fn escape(&mut self) {
        let rest = self.rest();
        match rest.as_bytes().get(1) {
            Some(next) if next.is_ascii_punctuation() => {
                self.at += 1;
                self.put(1);
            }
            _ => self.put(1),
        }
    }

    /// Code: everything up to a run of as many backticks.
    fn code(&mut self) {
        let length = run(self.rest(), b'`');
        let runs = self.ticks.entry(length).or_default();
        while runs.front().is_some_and(|&start| start <= self.at) {
            runs.pop_front();
        }
        let Some(&end) = runs.front() else {
            return self.put(length);
        };
        self.out.push_str(&self.text[self.at + length..end]);
        self.at = end + length;
    }

    fn mark(&mut self, sign: u8) {
        let length = run(self.rest(), sign);
        let before = self.text[..self.at].chars().next_back().unwrap_or(' ');
        let after = self.rest()[length..].chars().next().unwrap_or(' ');
        let within_word = sign == b'_' && before.is_alphanumeric() && after.is_alphanumeric();
        if !within_word && (sign != b'~' || length == 2) {
            self.marks.push(Mark {
                start: self.out.len(),
                length,
                sign,
                opens: !after.is_whitespace(),
                closes: !before.is_whitespace(),
            });
        }
        self.put(length);
    }

    fn open_bracket(&mut self, length: usize) {
        if let Some(end) = footnote(self.rest()) {
            self.at += end;
            return;
        }
        self.brackets.push(self.out.len()..self.out.len() + length);
        self.put(length);
    }

    fn close_bracket(&mut self) {
        let after = &self.rest()[1..];
        let Some(open) = self.brackets.pop() else {
            return self.put(1);
        };
        match self.target(after, &self.out[open.end..]) {
            Some(length) => {
                self.removed.push(open);
                self.at += 1 + length;
            }
            None => self.put(1),
        }
    }

    /// The length of what follows a link's text: its target, or the name of one.
    fn target(&self, after: &str, text: &str) -> Option<usize> {
        if let Some(length) = inline_target(after) {
            return Some(length);
        }
        let label = after.strip_prefix('[').and_then(|rest| {
            let end = rest.find(['[', ']'])?;
            rest[end..].starts_with(']').then_some(&rest[..end])
        });
        match label {
            Some("") if self.references.has(text) => Some(2),
            Some(label) if self.references.has(label) => Some(label.len() + 2),
            _ => self.references.has(text).then_some(0),
        }
    }

    /// A tag or a comment, left out; an address between angle brackets, kept.
    fn tag(&mut self) {
        let rest = self.rest();
        if rest.starts_with("<!--") && self.last_comment_end.is_some_and(|end| end > self.at) {
            self.at += rest.find("-->").map_or(1, |end| end + 3);
            return;
        }
        let end = rest[1..].find(['<', '>']).map_or(rest.len(), |end| end + 1);
        let closed = rest[end..].starts_with('>');
        match html::tag(&rest[1..end]).filter(|_| closed) {
            Some(Tag::Inline) => {}
            Some(Tag::Block) => self.out.push(' '),
            Some(Tag::Address(address)) => self.out.push_str(address),
            None => return self.put(1),
        }
        self.at += end + 1;
    }

    fn entity(&mut self) {
        let rest = self.rest();
        let end = rest.bytes().take(12).position(|b| b == b';');
        let name = end.map(|end| &rest[1..end]);
        match name.and_then(html::entity) {
            Some(c) => {
                self.out.push_str(&c);
                self.at += name.map_or(1, |name| name.len() + 2);
            }
            None => self.put(1),
        }
    }
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\\' | '`' | '*' | '_' | '~' | '[' | '!' | ']' | '<' | '&'
    )
}

fn run(text: &str, sign: u8) -> usize {
    text.bytes().take_while(|&b| b == sign).count()
}

fn backtick_runs(text: &str) -> HashMap<usize, VecDeque<usize>> {
    let mut runs: HashMap<usize, VecDeque<usize>> = HashMap::new();
    let mut at = 0;
    while let Some(next) = text[at..].find('`') {
        let length = run(&text[at + next..], b'`');
        runs.entry(length).or_default().push_back(at + next);
        at += next + length;
    }
    runs
}

/// The emphasis signs that stand in pairs.
fn paired(marks: Vec<Mark>) -> Vec<Range<usize>> {
    let mut removed = Vec::new();
    let mut open: HashMap<u8, Vec<Mark>> = HashMap::new();
    for mut mark in marks {
        let stack = open.entry(mark.sign).or_default();
        while mark.closes && mark.length > 0 {
            let Some(opener) = stack.last_mut() else {
                break;
            };
            let length = mark.length.min(opener.length);
            opener.length -= length;
            let end = opener.start + opener.length;
            removed.push(end..end + length);
            removed.push(mark.start..mark.start + length);
            mark.start += length;
            mark.length -= length;
            stack.pop_if(|opener| opener.length == 0);
        }
        if mark.opens && mark.length > 0 {
            stack.push(mark);
        }
    }
    removed
}

fn without(text: &str, mut removed: Vec<Range<usize>>) -> String {
    removed.sort_unstable_by_key(|range| range.start);
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for range in removed {
        kept.push_str(&text[at..range.start]);
        at = range.end;
    }
    kept + &text[at..]
}

fn label_key(label: &str) -> String {
    tidy(label).to_lowercase()
}

/// The length of a footnote's mark, with the colon where the note itself follows.
fn footnote(text: &str) -> Option<usize> {
    let label = text.strip_prefix("[^")?;
    let end = label.bytes().take(30).position(|b| b == b']')?;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let colon = usize::from(label[end + 1..].starts_with(':'));
    (end > 0 && label[..end].chars().all(plain)).then_some(end + 3 + colon)
}

/// The length of "(address)" or "(address "title")".
fn inline_target(text: &str) -> Option<usize> {
    let length = bracketed(text)?;
    let inner = text[1..length - 1].trim();
    let (_, title) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let quoted = title.is_empty() || title.trim_start().starts_with(['"', '\'', '(']);
    (quoted || inner.starts_with('<')).then_some(length)
}

/// The length of what stands in round brackets at the start, if no square one is among it.
fn bracketed(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(at + 1),
            b')' if depth > 1 => depth -= 1,
            b'[' | b']' => return None,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut references = References::default();
        assert!(references.define("[Notes]: https://example.org 'Title'"));
        assert_eq!(plain(text, &references), expected);
    }

    #[test]
    fn emphasis_is_plain_text() {
        check("*a* **b** ***c*** _d_ ~~e~~", "a b c d e");
        check("**bold *nested* text**", "bold nested text");
        check("un*frigging*believable", "unfriggingbelievable");
        check(
            "snake_case_name and 2 * 3 * 4",
            "snake_case_name and 2 * 3 * 4",
        );
        check(
            "a footnote* and ~5 and \\*star\\*",
            "a footnote* and ~5 and *star*",
        );
        check("**open and *closed*", "**open and closed");
    }

    #[test]
    fn links_and_pictures_are_their_text() {
        check("[a](b) [c](d \"e\") [f](<g h>)", "a c f");
        check("[w](http://x.org/a_(b)) ![alt *x*](y.png)", "w alt x");
        check("[![badge](a)](b)", "badge");
        check("[a][notes] [notes] [Notes][]", "a notes Notes");
        check(
            "<https://example.org> <a@b.org>",
            "https://example.org a@b.org",
        );
        check("fact[^1] more[^note]", "fact more");
    }

    #[test]
    fn what_only_looks_like_a_link_stays() {
        check(
            "[sic] [a](see the note) [b][none]",
            "[sic] [a](see the note) [b][none]",
        );
        check("![ ] ]( [", "![ ] ]( [");
    }

    #[test]
    fn code_keeps_its_marks() {
        check("`*a*` ``b`c`` `open", "*a* b`c `open");
    }

    #[test]
    fn tags_go_and_their_text_stays() {
        check("<b>a</b>b <em class=\"x\">c</em>", "ab c");
        check("one<br/>two<p>three", "one two three");
        check(
            "use <name>, 1 < 2 > 0, <b and c>",
            "use <name>, 1 < 2 > 0, <b and c>",
        );
        check("a <!-- b --> c <!-- d", "a c <!-- d");
    }

    #[test]
    fn entities_are_characters() {
        check(
            "R&amp;D &mdash; &#233;&#xe9; &nope; &#0; AT&T",
            "R&D — éé &nope; &#0; AT&T",
        );
    }

    #[test]
    fn only_targets_are_definitions() {
        let mut references = References::default();
        assert!(!references.define("[note]: this is what he said"));
        assert!(!references.define("[^1]: footnote"));
        assert!(references.define("[1]: <https://example.org>"));
    }
}
