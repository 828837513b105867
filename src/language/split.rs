//! Text into sentences.
//!
//! By our own rules, because a boundary missed inside "the U.S. Senate" or "J. S. Bach" becomes a
//! broken question, and the general Unicode rules (UAX 29) break there.

use super::{Span, lexicon};

/// The sentences of a text, in order. Together they are the text: each holds the blanks after it.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, mark)| is_final(*mark)) {
        if at < start {
            continue;
        }
        if let Some(end) = boundary(text, start, at, mark) {
            spans.push(Span { start, end });
            start = end;
        }
    }
    if start < text.len() {
        spans.push(Span {
            start,
            end: text.len(),
        });
    }
    spans
}

fn is_final(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

fn is_closer(mark: char) -> bool {
    matches!(mark, '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '」')
}

/// The byte after the sentence and its blanks, when the mark at `at` ends one.
fn boundary(text: &str, start: usize, at: usize, mark: char) -> Option<usize> {
    let rest = &text[at..];
    let marks = rest.trim_start_matches(|c| is_final(c) || is_closer(c));
    let after = marks.trim_start();
    let end = text.len() - after.len();
    if after.is_empty() || matches!(mark, '。' | '！' | '？') {
        return Some(end);
    }
    let spaced = after.len() < marks.len();
    (spaced && begins(after) && !(mark == '.' && abbreviates(text, start, at, marks)))
        .then_some(end)
}

/// Whether a sentence could begin like this.
fn begins(after: &str) -> bool {
    after
        .chars()
        .find(|c| {
            !matches!(
                c,
                '"' | '\'' | '“' | '‘' | '(' | '[' | '«' | '-' | '–' | '—' | ' '
            )
        })
        .is_some_and(|first| !first.is_lowercase())
}

/// Whether the full stop at `at` belongs to the word before it.
fn abbreviates(text: &str, start: usize, at: usize, marks: &str) -> bool {
    if !marks.starts_with(char::is_whitespace) || text[at + 1..].len() > marks.len() {
        return false;
    }
    let mut words =
        text[start..at].rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"'));
    match words.next() {
        Some("I") => is_name(words.next().unwrap_or_default(), marks),
        // "No. 7", but "No. Ask them."
        Some(word) if ["no", "nos"].contains(&&*word.to_lowercase()) => {
            marks.trim_start().starts_with(|c: char| c.is_ascii_digit())
        }
        Some(word) => is_initial(word) || lexicon::is_abbreviation(word),
        None => false,
    }
}

/// "J", "U.S", "D.C": capitals one by one.
fn is_initial(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    })
}

/// Whether a lone "I" with a full stop between these begins a name, "by I. Newton", and neither ends a sentence, "taller
/// than I. Then", nor numbers a thing, "World War I. Germany".
fn is_name(before: &str, after: &str) -> bool {
    let next = after
        .trim_start()
        .split(|c: char| !c.is_alphanumeric())
        .next();
    let next = next.unwrap_or_default().to_lowercase();
    !before.starts_with(char::is_uppercase)
        && !["am", "as", "nor", "than"].contains(&before)
        && !lexicon::is_function_word(&next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let spans = sentences(text);
        let joined: String = spans.iter().map(|span| span.of(text)).collect();
        assert_eq!(joined, text, "the sentences together are the text");
        let lines: Vec<&str> = spans.iter().map(|span| span.of(text).trim()).collect();
        expected.assert_eq(&lines.join("\n"));
    }

    #[test]
    fn plain_sentences() {
        check(
            "One. Two! Three? Four",
            expect![[r#"
            One.
            Two!
            Three?
            Four"#]],
        );
    }

    #[test]
    fn abbreviations_and_initials_end_nothing() {
        check(
            "Dr. J. S. Lee met Mr. Orr of the U.S. Senate at 5 p.m. on Monday. They left, e.g. by car.",
            expect![[r#"
                Dr. J. S. Lee met Mr. Orr of the U.S. Senate at 5 p.m. on Monday.
                They left, e.g. by car."#]],
        );
    }

    #[test]
    fn a_lone_i_is_an_initial_the_pronoun_or_a_number() {
        check(
            "The study is by I. Salter. She is older than I. Peter left. It was World War I. Germany lost. So did I. Then she left.",
            expect![[r#"
                The study is by I. Salter.
                She is older than I.
                Peter left.
                It was World War I.
                Germany lost.
                So did I.
                Then she left."#]],
        );
    }

    #[test]
    fn an_answer_is_a_sentence_and_a_number_none() {
        check(
            "Must I book? No. Ask for a seat. The engine is No. 4 of six.",
            expect![[r#"
                Must I book?
                No.
                Ask for a seat.
                The engine is No. 4 of six."#]],
        );
    }

    #[test]
    fn numbers_hold_together() {
        check(
            "It grew 3.5 percent to 1,200. Then No. 7 fell by .5 points.",
            expect![[r#"
            It grew 3.5 percent to 1,200.
            Then No. 7 fell by .5 points."#]],
        );
    }

    #[test]
    fn quotations_close_before_the_boundary() {
        check(
            "“We wait.” She left. \"Why?\" he asked. (Nobody knew.) It ended… Nothing came.",
            expect![[r#"
                “We wait.”
                She left.
                "Why?" he asked.
                (Nobody knew.)
                It ended…
                Nothing came."#]],
        );
    }

    #[test]
    fn other_scripts() {
        check(
            "これは本です。あれも本です。",
            expect![[r#"
            これは本です。
            あれも本です。"#]],
        );
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(text in "\\PC{0,80}") {
            let joined: String = sentences(&text).iter().map(|span| span.of(&text)).collect();
            proptest::prop_assert_eq!(joined, text);
        }
    }
}
