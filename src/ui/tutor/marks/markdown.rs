//! Marks as Markdown, to be taken elsewhere.
//!
//! Apart from the list in the page. All words are escaped, so that any reader of Markdown
//! shows them as they were read and written.

use crate::article::Date;
use crate::study::Mark;
use crate::words::{say, w};

/// An article, and what is marked in it, in order.
pub(super) struct Marked<'a> {
    /// Its title.
    pub(super) title: String,
    /// The day of its publication.
    pub(super) date: Option<Date>,
    /// The marks.
    pub(super) marks: Vec<&'a Mark>,
}

/// One article as a document of its own; several, or none, below a heading for all of them.
pub(super) fn document(articles: &[Marked<'_>]) -> String {
    if let [article] = articles {
        return part("#", article);
    }
    let parts = articles.iter().map(|article| part("##", article));
    let all = [format!("# {}\n", say(w::MARKS_TITLE))].into_iter();
    all.chain(parts).collect::<Vec<_>>().join("\n")
}

fn part(level: &str, article: &Marked<'_>) -> String {
    let title = escaped(&article.title);
    let date = article.date.map(|date| format!("\n{date}\n"));
    let marks = article.marks.iter().map(|mark| {
        let note = match mark.note.is_empty() {
            true => String::new(),
            false => format!("\n{}\n", noted(&mark.note)),
        };
        format!("\n{}\n{note}", quotation(&mark.anchor.exact))
    });
    let marks: String = marks.collect();
    format!("{level} {title}\n{}{marks}", date.unwrap_or_default())
}

/// Paragraphs of their own.
fn quotation(exact: &str) -> String {
    let lines = exact.split('\n').filter(|line| !line.trim().is_empty());
    let lines: Vec<_> = lines.map(|line| format!("> {}", escaped(line))).collect();
    lines.join("\n>\n")
}

/// With its lines and paragraphs.
fn noted(note: &str) -> String {
    let paragraphs = note.split("\n\n").map(|paragraph| {
        let lines = paragraph.lines().filter(|line| !line.trim().is_empty());
        lines.map(escaped).collect::<Vec<_>>().join("\\\n")
    });
    let paragraphs: Vec<_> = paragraphs.filter(|it| !it.is_empty()).collect();
    paragraphs.join("\n\n")
}

/// A line without anything that would be taken for more than a character.
fn escaped(line: &str) -> String {
    let line = line.trim();
    let mut escaped = String::with_capacity(line.len());
    for (at, c) in line.char_indices() {
        let is_first = at == 0 || is_number(&line[..at]);
        let means = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '&' | '|'
        );
        let begins = match at {
            0 => matches!(c, '#' | '+' | '-' | '='),
            _ => is_first && matches!(c, '.' | ')'),
        };
        if means || begins {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::study::sample::mark;

    #[track_caller]
    fn check(line: &str, expected: Expect) {
        expected.assert_eq(&escaped(line));
    }

    #[test]
    fn what_would_mean_something_is_escaped() {
        check(
            "a *b* _c_ `d` [e](f) <g> &amp; ~h~ \\ |",
            expect![[r#"a \*b\* \_c\_ \`d\` \[e\](f) \<g\> \&amp; \~h\~ \\ \|"#]],
        );
        check("# no heading", expect![[r#"\# no heading"#]]);
        check("  - no item", expect![[r#"\- no item"#]]);
        check("1. no item", expect![[r#"1\. no item"#]]);
        check("12) no item", expect![[r#"12\) no item"#]]);
        check("===", expect![[r#"\==="#]]);
        check(
            "In 1990. A year - and # more",
            expect!["In 1990. A year - and # more"],
        );
    }

    #[test]
    fn notes_stand_below_what_they_are_about() {
        let mut long = mark(1, "First\nsecond\n\n\n# Third");
        long.anchor.exact = "The sea\nThe Moon".to_owned();
        let short = mark(2, "");
        let article = |title: &str, marks| Marked {
            title: title.to_owned(),
            date: "2025-08-04".parse().ok(),
            marks,
        };
        let tides = || article("*Tides*", vec![&long, &short]);
        expect![[r#"
            # \*Tides\*

            2025-08-04

            > The sea
            >
            > The Moon

            First\
            second

            \# Third

            > the sea
        "#]]
        .assert_eq(&document(&[tides()]));
        expect![[r#"
            # Highlights and notes

            ## \*Tides\*

            2025-08-04

            > The sea
            >
            > The Moon

            First\
            second

            \# Third

            > the sea

            ## Moon

            > the sea
        "#]]
        .assert_eq(&document(&[
            tides(),
            Marked {
                date: None,
                ..article("Moon", vec![&short])
            },
        ]));
    }
}
