//! Whether a noun with a bare "the" means what was said before.
//!
//! Apart from `clarity`, which asks so of pronouns and single words.

use std::ops::Range;

use crate::language::{Phrase, Tag, stems};

use super::reading::{At, Reading};

/// Nouns that with a bare "the" mean what was said before.
const SUMMARIES: &[&str] = &[
    "aim",
    "amount",
    "answer",
    "approach",
    "arrangement",
    "balance",
    "case",
    "cause",
    "challenge",
    "choice",
    "collaboration",
    "complexity",
    "concern",
    "conclusion",
    "consequence",
    "development",
    "difference",
    "difficulty",
    "effect",
    "effort",
    "evidence",
    "example",
    "experience",
    "fact",
    "figure",
    "finding",
    "goal",
    "idea",
    "implication",
    "initiative",
    "integration",
    "issue",
    "key",
    "lesson",
    "logic",
    "measure",
    "mechanism",
    "message",
    "messaging",
    "method",
    "number",
    "objective",
    "outcome",
    "pattern",
    "period",
    "plan",
    "point",
    "practice",
    "principle",
    "problem",
    "process",
    "program",
    "project",
    "proposal",
    "purpose",
    "question",
    "reason",
    "response",
    "rest",
    "result",
    "risk",
    "shift",
    "situation",
    "solution",
    "step",
    "story",
    "strategy",
    "synergy",
    "system",
    "task",
    "team",
    "tension",
    "total",
    "trend",
    "two",
    "way",
    "work",
];

/// How nouns end that are made of what was said before: "the disproportion", "the agreement".
const NOMINAL: &[&str] = &["ance", "ence", "ism", "ity", "ment", "ness", "sion", "tion"];

/// "The outcome hinges" and "The shared objective is", but not "the outcome of talks" nor "the most
/// enduring outcomes".
pub(super) fn is_summary(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let phrases = reading.phrases(at);
    let second = tokens
        .get(run.start + 1)
        .map(|second| second.of(text).to_lowercase());
    if tokens[run.start].is(text, "the") && second.is_some_and(|second| second == "key") {
        return true;
    }
    let Some(phrase) = phrases
        .iter()
        .find(|phrase| phrase.tokens.start == run.start)
    else {
        return false;
    };
    let noun = tokens[phrase.head].of(text).to_lowercase();
    let summary = is_summary_noun(&noun);
    let superlative = tokens[phrase.tokens.clone()].iter().any(|token| {
        token.is(text, "most") || token.of(text).ends_with("est") && !token.is(text, "rest")
    });
    let bound = tokens
        .get(phrase.tokens.end)
        .is_some_and(|next| matches!(next.tag, Tag::ADP | Tag::PART) || next.is(text, "that"));
    let bare = phrase.tokens.len() == 2;
    let known = stems(&noun).is_subset(&reading.topic)
        || tokens[phrase.head].tag == Tag::PROPN
        || reading.is_unique(&noun);
    let strange = bare || is_said_before(reading, at, &noun) && !is_named(reading, at, phrase);
    tokens[run.start].is(text, "the") && !superlative && !bound && (summary || strange && !known)
}

/// "The Union ships", "the 1961 pumps": what stands before the noun says which.
fn is_named(reading: &Reading<'_>, at: At, phrase: &Phrase) -> bool {
    let own = &reading.tokens(at)[phrase.tokens.clone()];
    own.iter()
        .any(|token| matches!(token.tag, Tag::PROPN | Tag::NUM))
}

/// Whether the paragraph has spoken of a noun before.
fn is_said_before(reading: &Reading<'_>, at: At, noun: &str) -> bool {
    let stems = stems(noun);
    let mut before = (0..at.sentence).map(|sentence| At { sentence, ..at });
    before.any(|before| stems.is_subset(reading.stems_of(before)))
}

/// "Singapore took the point first": a noun with a bare "the", further on in the run, that means what
/// was said before.
pub(super) fn recalls(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    if counts_known(reading, at, run.clone()) {
        return true;
    }
    let inside = reading
        .phrases(at)
        .iter()
        .filter(|phrase| phrase.tokens.start > run.start && phrase.tokens.end <= run.end);
    let mut bare = inside.filter(|phrase| {
        let free = tokens.get(phrase.tokens.end).is_none_or(|next| {
            !matches!(next.tag, Tag::ADP | Tag::PART | Tag::PRON | Tag::NUM)
                && !next.is_any(text, &["that", "which", "who", "where", "when"])
        });
        let owned = phrase.tokens.len() > 2 && tokens[phrase.tokens.start + 2].tag == Tag::PART;
        let alone = phrase.tokens.len() == 2 && free || owned;
        alone && tokens[phrase.tokens.start].is(text, "the")
    });
    bare.any(|phrase| {
        let noun = tokens[phrase.tokens.start + 1].of(text);
        let known = tokens[phrase.tokens.start + 1].tag == Tag::PROPN
            || reading.is_unique(noun)
            || stems(noun).is_subset(&reading.topic);
        let nominal = NOMINAL.iter().any(|end| noun.ends_with(end));
        let before = nominal || is_said_before(reading, at, noun);
        !known && (is_summary_noun(noun) || before)
    })
}

/// "The two kinds of storm": so many that were named before, unless they stand in the same run, as in "Telford
/// travelled with Southey, and the two became friends".
fn counts_known(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let numbers = ["two", "three", "four", "five", "six", "seven"];
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let named = tokens[run.clone()]
        .iter()
        .position(|token| token.is_any(text, &["and", "with"]));
    let end = named.map_or(run.end, |named| run.start + named);
    tokens[run.start..end]
        .windows(2)
        .any(|pair| pair[0].is(text, "the") && pair[1].is_any(text, &numbers))
}

/// Whether a noun with a bare "the" means what was said before.
pub(super) fn is_summary_noun(noun: &str) -> bool {
    let listed = |noun: &str| SUMMARIES.binary_search(&noun).is_ok();
    listed(noun) || noun.strip_suffix('s').is_some_and(listed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// Whether the last sentence of a text holds a noun that means what was said before.
    #[track_caller]
    fn check(text: &str, expected: bool) {
        let article = article::parse("a.md", format!("# Tolls\n\n{text}\n").as_bytes()).article;
        let reading = Reading::of(&article);
        let last = reading.claims().last().expect("a sentence");
        let end = reading.tokens(last).len();
        assert_eq!(recalls(&reading, last, 0..end), expected, "{text}");
    }

    #[test]
    fn a_bare_noun_that_was_spoken_of_recalls_it() {
        check(
            "A fungus came to a green island. It wiped out the island's coffee within years.",
            true,
        );
        check(
            "Singapore took the point first, and everybody followed.",
            true,
        );
        check(
            "In the world the two kinds of toll often arrive together.",
            true,
        );
    }

    #[test]
    fn a_noun_that_says_what_it_means_recalls_nothing() {
        check(
            "A fungus came to Ceylon. It wiped out the coffee of the hills within years.",
            false,
        );
        check("Traders crossed the sea and sold cloth to farmers.", false);
        check(
            "The poet travelled with an engineer, and the two became friends.",
            false,
        );
    }

    #[test]
    fn what_the_article_has_one_of_is_known_and_one_of_several_is_not() {
        let ends = "On most days the reservoir is calm.";
        let one = "The reservoir was dug in autumn. Ice covers the reservoir in winter. Farmers walk to the \
                   reservoir at dawn.";
        check(&format!("{one} {ends}"), false);
        let several = "A reservoir was dug in autumn. Ice covers the reservoir in winter. Another reservoir \
                       was dug at dawn. Farmers liked the reservoir.";
        check(&format!("{several} {ends}"), true);
    }

    #[test]
    fn the_table_can_be_searched() {
        assert!(SUMMARIES.is_sorted());
    }
}
