//! Lines of plain text into blocks: paragraphs, headings and list items, not yet told apart.
//!
//! Apart from the site format because how text is laid out (a paragraph on a line, or wrapped
//! at a column) has nothing to do with what its lines mean.

use super::furniture;
use super::text::{ends_sentence, is_unspaced, join, tidy, words};

/// A run of lines that belong together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// The first of its lines, counted from 1.
    pub(super) line: usize,
    /// Its words on one line.
    pub(super) text: String,
    /// How many words that is.
    pub(super) words: usize,
    /// How it was set.
    pub(super) shape: Shape,
}

/// How a block was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Without any mark.
    Plain,
    /// With a line of hyphens or equals signs under it.
    Underlined,
    /// After a bullet.
    Bullet,
    /// After a number that counts on from the one before.
    Numbered,
}

/// A text wrapped at a column has lines no longer than this, in characters.
const MAX_COLUMN: usize = 120;

/// The blocks of a text, in order.
pub(super) fn blocks(lines: &[&str]) -> Vec<Block> {
    let mut layout = Layout {
        column: wrap_column(lines),
        above: None,
        number: 0,
        blocks: Vec::new(),
    };
    for (index, line) in lines.iter().enumerate() {
        layout.line(index + 1, line);
    }
    for block in &mut layout.blocks {
        block.text = tidy(&block.text);
        block.words = words(&block.text);
    }
    layout.blocks
}

/// What a line of a list says after its mark, with the number where that is the mark.
pub(super) fn list_item(line: &str) -> Option<(Option<u32>, &str)> {
    let line = line.trim_start();
    let (mark, text) = line.split_once(char::is_whitespace)?;
    let text = text.trim_start();
    let digits = mark.strip_suffix(['.', ')']).unwrap_or("");
    let is_number = matches!(digits.len(), 1..=3) && digits.bytes().all(|b| b.is_ascii_digit());
    match mark {
        _ if text.is_empty() => None,
        "-" | "*" | "•" | "◦" | "▪" | "‣" | "·" => Some((None, text)),
        _ if is_number => Some((digits.parse().ok(), text)),
        _ => None,
    }
}

struct Layout<'a> {
    /// The column at which the text was wrapped, where it was.
    column: Option<usize>,
    /// The line directly above, unless it was blank or ended its block.
    above: Option<&'a str>,
    /// The number of the last numbered item.
    number: u32,
    blocks: Vec<Block>,
}

impl<'a> Layout<'a> {
    fn line(&mut self, number: usize, line: &'a str) {
        let text = line.trim();
        if text.is_empty() {
            self.above = None;
        } else if self.underlines(text) {
            self.blocks.last_mut().expect("it underlines one").shape = Shape::Underlined;
            self.above = None;
        } else if self.continues(line) {
            let block = self.blocks.last_mut().expect("it continues one");
            join(&mut block.text, text);
            self.above = Some(line);
        } else {
            self.begin(number, text);
            self.above = Some(line);
        }
    }

    fn begin(&mut self, line: usize, text: &str) {
        let (shape, text) = match self.item(text) {
            Some((Some(number), text)) => {
                self.number = number;
                (Shape::Numbered, text)
            }
            Some((None, text)) => (Shape::Bullet, text),
            None => (Shape::Plain, text),
        };
        self.blocks.push(Block {
            line,
            text: text.to_owned(),
            words: 0,
            shape,
        });
    }

    /// Whether the line is a rule as long as at least half the line above it.
    fn underlines(&self, text: &str) -> bool {
        let Some(above) = self.above else {
            return false;
        };
        let first = text.chars().next().unwrap_or(' ');
        let rule = text.len() >= 3 && "-=~".contains(first) && text.chars().all(|c| c == first);
        let own = self.blocks.last().is_some_and(|b| b.text == above.trim());
        rule && own && 2 * text.len() >= above.trim().chars().count()
    }

    /// Whether the line goes on with the block above: it was broken there because no more would
    /// have fitted, or in the middle of a sentence.
    fn continues(&self, line: &str) -> bool {
        let (Some(above), Some(column)) = (self.above, self.column) else {
            return false;
        };
        let (above_text, text) = (above.trim(), line.trim());
        let furniture = furniture::is_dropped(above_text) || furniture::is_dropped(text);
        let shape = self.blocks.last().map(|b| b.shape);
        let indented = shape == Some(Shape::Plain)
            && indent(line) > indent(above)
            && ends_sentence(above_text);
        !furniture
            && !indented
            && self.item(text).is_none()
            && (is_forced(above, text, column) || is_mid_sentence(above_text, text))
    }

    /// A list item, unless its mark is punctuation of a sentence that goes on from the line
    /// above, or a number that counts nothing.
    fn item<'t>(&self, text: &'t str) -> Option<(Option<u32>, &'t str)> {
        let (number, rest) = list_item(text)?;
        let in_list = self
            .blocks
            .last()
            .is_none_or(|b| matches!(b.shape, Shape::Bullet | Shape::Numbered));
        let mid_sentence =
            self.column.is_some() && !in_list && self.above.is_some_and(|a| !ends_clause(a.trim()));
        let counts = number.is_none_or(|n| n <= 1 || n == self.number + 1);
        (counts && !mid_sentence).then_some((number, rest))
    }
}

/// The column at which the text was wrapped: its lines are short, and often end within a
/// sentence.
fn wrap_column(lines: &[&str]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.chars().count())
        .collect();
    lengths.sort_unstable();
    let column = *lengths.get(lengths.len() * 19 / 20)?;
    let pairs = || {
        let all = lines.iter().zip(lines.iter().skip(1));
        all.map(|(a, b)| (*a, b.trim()))
            .filter(|(a, b)| !a.trim().is_empty() && !b.is_empty())
    };
    let broken = |(above, text): &(&str, &str)| {
        is_mid_sentence(above.trim(), text)
            || (!ends_sentence(above) && is_caseless(text) && is_forced(above, text, column))
    };
    let (all, mid) = (pairs().count(), pairs().filter(broken).count());
    (column <= MAX_COLUMN && mid > 0 && 10 * mid >= 3 * all).then_some(column)
}

/// Whether the next word would not have fitted on the line above, give or take a tenth.
fn is_forced(above: &str, text: &str, column: usize) -> bool {
    let first = match text.chars().next() {
        Some(c) if is_unspaced(c) => 1,
        _ => text.chars().take_while(|c| !c.is_whitespace()).count(),
    };
    above.chars().count() + 1 + first > column - column / 10
}

fn is_mid_sentence(above: &str, text: &str) -> bool {
    text.starts_with(char::is_lowercase) && !ends_sentence(above)
}

fn is_caseless(text: &str) -> bool {
    let caseless = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    text.starts_with(caseless)
}

fn ends_clause(text: &str) -> bool {
    ends_sentence(text) || text.ends_with([':', ';'])
}

fn indent(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let lines: Vec<&str> = text.lines().collect();
        let shown = |b: &Block| format!("{} {:?}: {}\n", b.line, b.shape, b.text);
        expected.assert_eq(&blocks(&lines).iter().map(shown).collect::<String>());
    }

    #[test]
    fn a_line_is_a_paragraph_unless_wrapped() {
        check(
            "Bees in winter\nThey keep warm. All of them.\n\nAnd they eat honey.\n",
            expect![[r#"
                1 Plain: Bees in winter
                2 Plain: They keep warm. All of them.
                4 Plain: And they eat honey.
            "#]],
        );
    }

    #[test]
    fn wrapped_lines_are_joined() {
        check(
            "EARLY LIFE\nShe was born in a small town on the\ncoast. Her father built boats, and\nher mother kept the well-\nknown inn.\n\nSchool\n\nAt school she read all there was. No\nBook was left.\n",
            expect![[r#"
                1 Plain: EARLY LIFE
                2 Plain: She was born in a small town on the coast. Her father built boats, and her mother kept the well-known inn.
                7 Plain: School
                9 Plain: At school she read all there was. No Book was left.
            "#]],
        );
    }

    #[test]
    fn indents_begin_paragraphs_of_wrapped_text() {
        check(
            "  The first one runs over the end of\nits line and stops here, at the end.\n  The second one does the same, over\nthe end of its line.\n",
            expect![[r#"
                1 Plain: The first one runs over the end of its line and stops here, at the end.
                3 Plain: The second one does the same, over the end of its line.
            "#]],
        );
    }

    #[test]
    fn list_items_and_underlines() {
        check(
            "Tools\n=====\nYou need:\n- a spade\n• a fork\n\n1. Dig.\n2) Wait.\n1987. A year.\n7. Not the seventh\n",
            expect![[r#"
                1 Underlined: Tools
                3 Plain: You need:
                4 Bullet: a spade
                5 Bullet: a fork
                7 Numbered: Dig.
                8 Numbered: Wait.
                9 Plain: 1987. A year.
                10 Plain: 7. Not the seventh
            "#]],
        );
    }

    #[test]
    fn dashes_and_numbers_within_wrapped_sentences_are_no_items() {
        check(
            "The committee met in the large hall\n- it was cold there - and agreed on\n1. of May to meet again, which they\ndid.\n",
            expect![[r#"
                1 Plain: The committee met in the large hall - it was cold there - and agreed on 1. of May to meet again, which they did.
            "#]],
        );
    }

    #[test]
    fn unspaced_scripts_are_wrapped_too() {
        check(
            "今日は朝から晴れていて、風も\nなく、鳥が庭で鳴いていました。\n\n次の日\n\n雨でした。\n",
            expect![[r#"
                1 Plain: 今日は朝から晴れていて、風もなく、鳥が庭で鳴いていました。
                4 Plain: 次の日
                6 Plain: 雨でした。
            "#]],
        );
    }
}
