//! A sentence into words and marks.
//!
//! Apart from `tag`, which says what each of them is.

use super::Span;

/// The words, numbers and marks of the text within `within`, in order; blanks are between them.
///
/// A hyphenated word, a decimal number and an abbreviation with inner stops are one token; a
/// possessive ending is one of its own.
pub(super) fn tokens(text: &str, within: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let rest = &text[at..within.end];
        let Some(first) = rest.chars().next() else {
            break;
        };
        let end = at
            + if first.is_alphanumeric() {
                word_len(rest)
            } else {
                first.len_utf8()
            };
        if first.is_alphanumeric() {
            push_word(text, Span { start: at, end }, &mut found);
        } else if !first.is_whitespace() {
            found.push(Span { start: at, end });
        }
        at = end;
    }
    found
}

/// The bytes of the word that `rest` begins with.
fn word_len(rest: &str) -> usize {
    let mut letters = rest.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let after = letters.peek().map_or(' ', |(_, next)| *next);
        if !letter.is_alphanumeric() && !joins(before, letter, after) {
            return at;
        }
        before = letter;
    }
    rest.len()
}

/// Whether the mark holds the letters around it together.
fn joins(before: char, mark: char, after: char) -> bool {
    match mark {
        '-' | '‑' | '\'' | '’' => before.is_alphanumeric() && after.is_alphanumeric(),
        '.' | ',' if before.is_ascii_digit() => after.is_ascii_digit(),
        '.' => before.is_alphabetic() && after.is_alphabetic(),
        _ => false,
    }
}

fn push_word(text: &str, word: Span, found: &mut Vec<Span>) {
    let letters = word.of(text);
    let stem = ["'s", "’s"]
        .iter()
        .find_map(|ending| letters.strip_suffix(ending));
    match stem {
        Some(stem) => {
            let end = word.start + stem.len();
            found.push(Span {
                start: word.start,
                end,
            });
            found.push(Span {
                start: end,
                end: word.end,
            });
        }
        None => found.push(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let words: Vec<&str> = tokens(
            text,
            Span {
                start: 0,
                end: text.len(),
            },
        )
        .iter()
        .map(|span| span.of(text))
        .collect();
        expected.assert_eq(&words.join("|"));
    }

    #[test]
    fn words_and_marks() {
        check(
            "A state’s red lines—cost-benefit, 1,200.5 or U.S. “talks”.",
            expect!["A|state|’s|red|lines|—|cost-benefit|,|1,200.5|or|U.S|.|“|talks|”|."],
        );
    }
}
