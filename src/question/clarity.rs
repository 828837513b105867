//! Whether a run of words can be understood without what stands before it.
//!
//! Apart from the kinds, which all quote sentences.

use std::ops::Range;

use crate::article::MONTHS;
use crate::language::{Number, Tag, Token, lexicon, stems};

use super::reading::{At, Reading};

/// Words that point to something said before, wherever they stand.
const POINTING: &[&str] = &[
    "above",
    "accordingly",
    "aforementioned",
    "again",
    "also",
    "another",
    "former",
    "here",
    "herein",
    "i",
    "instead",
    "latter",
    "likewise",
    "me",
    "meanwhile",
    "my",
    "others",
    "our",
    "same",
    "similar",
    "similarly",
    "so",
    "such",
    "that",
    "then",
    "these",
    "this",
    "those",
    "thus",
    "too",
    "us",
    "we",
    "you",
    "your",
];

/// Words that set a sentence against the one before and can be left out at its start.
const CONNECTIVES: &[&str] = &[
    "and",
    "but",
    "hence",
    "nevertheless",
    "so",
    "still",
    "then",
    "therefore",
    "thus",
    "yet",
];

/// Words with which a sentence begins that says under what condition.
const CONDITIONAL: &[&str] = &[
    "after", "although", "as", "because", "before", "if", "once", "since", "though", "when",
    "where", "while",
];

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

/// The first token of the sentence proper, after "However," or "Yet".
pub(crate) fn beginning(reading: &Reading<'_>, at: At) -> usize {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let comma = tokens.iter().take(5).position(|token| token.is(text, ","));
    match (tokens.first(), comma) {
        (Some(first), _) if first.is_any(text, CONNECTIVES) => {
            1 + usize::from(tokens.get(1).is_some_and(|next| next.is(text, ",")))
        }
        (Some(first), Some(1)) if first.tag == Tag::ADV || first.of(text).ends_with("ly") => 2,
        (Some(first), Some(comma)) if first.is(text, "to") && comma < 4 => comma + 1,
        (Some(_), Some(comma)) if is_phrase_of_order(reading.run(at, 0..comma)) => comma + 1,
        _ => 0,
    }
}

/// Whether the run stands on its own: nothing in it points to what came before.
pub(crate) fn stands_alone(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let marks = ['"', '“', '”', '‘', '[', ']', '?', '!'];
    !reading.run(at, run.clone()).contains(marks)
        && !is_summary(reading, at, run.clone())
        && run
            .clone()
            .all(|token| is_clear(reading, at, run.start, token))
}

/// The sentence from its beginning on, full stop and all, when it has so many words, stands alone
/// and denies nothing.
pub(crate) fn whole(
    reading: &Reading<'_>,
    at: At,
    words: std::ops::RangeInclusive<usize>,
) -> Option<Range<usize>> {
    let run = beginning(reading, at)..reading.tokens(at).len();
    let said = reading.run(at, run.clone());
    let sound = words.contains(&said.split_whitespace().count())
        && stands_alone(
            reading,
            at,
            run.start..run.end.saturating_sub(1).max(run.start),
        )
        && !denies(said);
    sound.then_some(run)
}

/// Whether a claim denies something, which makes a bad stem.
pub(crate) fn denies(text: &str) -> bool {
    let negative = [
        "no", "not", "never", "nor", "neither", "none", "nothing", "nobody", "without", "cannot",
    ];
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(str::to_lowercase)
        .any(|word| {
            negative.contains(&word.as_str()) || word.ends_with("n't") || word.ends_with("n’t")
        })
}

fn is_clear(reading: &Reading<'_>, at: At, start: usize, token: usize) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let word = &tokens[token];
    let depends = tokens[start].is_any(text, CONDITIONAL);
    let relative = word.is(text, "that") && token > start && word.tag != Tag::DET;
    match word.of(text).to_lowercase().as_str() {
        _ if relative => true,
        "they" | "them" => depends && has_subject(reading, at, start..token, Number::Plural),
        "it" => depends && has_subject(reading, at, start..token, Number::Singular),
        "their" | "theirs" | "themselves" => has_subject(reading, at, start..token, Number::Plural),
        "its" | "itself" => has_subject(reading, at, start..token, Number::Singular),
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" => {
            has_name(text, &tokens[start..token])
        }
        pointing => POINTING.binary_search(&pointing).is_err(),
    }
}

/// Whether the run begins with a phrase of that number, alone or after "when" and its like: what
/// a pronoun behind it means.
fn has_subject(reading: &Reading<'_>, at: At, run: Range<usize>, number: Number) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let conditional = tokens[run.start].is_any(text, CONDITIONAL);
    let first = run.start + usize::from(conditional);
    reading.phrases(at).iter().any(|phrase| {
        phrase.tokens.start == first
            && phrase.tokens.end <= run.end
            && phrase.number(text, tokens) == number
    })
}

/// Whether a name stands there that "he" or "she" can mean; a month is none.
fn has_name(text: &str, tokens: &[Token]) -> bool {
    let named = |token: &Token| token.tag == Tag::PROPN && !token.is_any(text, &MONTHS);
    tokens.iter().any(named)
}

/// "The outcome hinges" and "The shared objective is", but not "the outcome of talks" nor "the most
/// enduring outcomes".
fn is_summary(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
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
    let listed = |noun: &str| SUMMARIES.binary_search(&noun).is_ok();
    let summary = listed(&noun) || noun.strip_suffix('s').is_some_and(listed);
    let superlative = tokens[phrase.tokens.clone()]
        .iter()
        .any(|token| token.is(text, "most") || token.of(text).ends_with("est"));
    let bound = tokens
        .get(phrase.tokens.end)
        .is_some_and(|next| matches!(next.tag, Tag::ADP | Tag::PART) || next.is(text, "that"));
    let bare = phrase.tokens.len() == 2;
    let known = stems(&noun).is_subset(&reading.topic) || tokens[phrase.head].tag == Tag::PROPN;
    tokens[run.start].is(text, "the") && !superlative && !bound && (summary || bare && !known)
}

/// "In the end", "For example": words that only order the text.
fn is_phrase_of_order(words: &str) -> bool {
    let known = [
        "above all",
        "after all",
        "as a result",
        "at the same time",
        "by contrast",
        "first of all",
        "for example",
        "for instance",
        "for this reason",
        "in addition",
        "in contrast",
        "in fact",
        "in many contexts",
        "in other words",
        "in parallel",
        "in particular",
        "in practice",
        "in short",
        "in some cases",
        "in that case",
        "in the end",
        "in the long run",
        "in this way",
        "in turn",
        "of course",
        "on the contrary",
        "on the other hand",
        "over time",
        "to that end",
        "to this end",
    ];
    let words = words.to_lowercase();
    known.binary_search(&words.as_str()).is_ok() || lexicon::is_function_word(&words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    #[track_caller]
    fn alone(claim: &str) -> bool {
        let text = format!(
            "Title\n\n{claim} It is followed by a second sentence that makes the paragraph long.\n"
        );
        let article = article::parse("a.md", format!("# {text}").as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.sentences().next().expect("the claim is a sentence");
        let end = reading.tokens(at).len();
        stands_alone(&reading, at, beginning(&reading, at)..end)
    }

    #[test]
    fn what_points_back_does_not_stand_alone() {
        for claim in [
            "These moves strengthen regional resilience and reduce dependency.",
            "The outcome hinges on credible signaling.",
            "It creates measurable milestones for every voter.",
            "On January 10 of that winter, she wrote a letter to him.",
            "Such arrangements tend to be gradual in the region.",
            "The result is a shared environment for trade.",
        ] {
            assert!(!alone(claim), "{claim}");
        }
    }

    #[test]
    fn what_says_what_it_means_does() {
        for claim in [
            "However, Citizens observe how partnerships translate into protections.",
            "When states perceive a threat, they invest in shared measures.",
            "Regulatory institutions depend on their record of fairness.",
            "Regional frameworks that codify information exchange help partners.",
        ] {
            assert!(alone(claim), "{claim}");
        }
    }

    #[test]
    fn tables_are_sorted_for_the_search() {
        assert!(POINTING.is_sorted() && SUMMARIES.is_sorted());
    }
}
