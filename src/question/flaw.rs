//! The gates: what no question that is shown may have.
//!
//! A second reading of the finished question, apart from the code that made it.

use std::fmt;

use crate::language::{Stems, stems};

use super::Question;

/// A fault of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// Fewer than three options.
    FewOptions,
    /// Two options alike, or one inside another.
    Alike,
    /// The right option is the longest by a third or more.
    LongKey,
    /// A word of the stem stands in the right option alone.
    Echo,
    /// "All of the above" or "none of the above".
    Above,
    /// The stem asks for what is not so.
    Negative,
    /// An absolute or vague word in one option only.
    Absolute,
    /// More than 35 words in the stem.
    LongStem,
    /// A quotation or bracket opened and not closed.
    Cut,
    /// The stem begins with, or quotes, something that points elsewhere.
    Dangling,
    /// The options do not all begin the same way: article or capital.
    Uneven,
}

/// The most words a stem may have.
const STEM_WORDS: usize = 35;

/// Words that make an option too strong or too weak to be believed.
const ABSOLUTE: &[&str] = &[
    "all",
    "always",
    "any",
    "certainly",
    "completely",
    "every",
    "everyone",
    "frequently",
    "generally",
    "maybe",
    "never",
    "nobody",
    "none",
    "nothing",
    "often",
    "only",
    "perhaps",
    "rarely",
    "seldom",
    "sometimes",
    "usually",
];

/// Every fault of a question; none when it can be shown.
pub fn flaws(question: &Question) -> Vec<Flaw> {
    let checks: [(Flaw, fn(&Question) -> bool); 11] = [
        (Flaw::FewOptions, |question| question.options.len() < 3),
        (Flaw::Alike, alike),
        (Flaw::LongKey, long_key),
        (Flaw::Echo, echo),
        (Flaw::Above, |question| {
            question
                .options
                .iter()
                .any(|option| option.to_lowercase().contains("of the above"))
        }),
        (Flaw::Negative, negative),
        (Flaw::Absolute, absolute),
        (Flaw::LongStem, |question| {
            question.stem.split_whitespace().count() > STEM_WORDS
        }),
        (Flaw::Cut, |question| {
            !closed(&question.stem) || question.options.iter().any(|option| !closed(option))
        }),
        (Flaw::Dangling, dangling),
        (Flaw::Uneven, uneven),
    ];
    checks
        .into_iter()
        .filter(|(_, check)| check(question))
        .map(|(flaw, _)| flaw)
        .collect()
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Flaw::FewOptions => "fewer than three options",
            Flaw::Alike => "two options alike",
            Flaw::LongKey => "the key is the longest by a third",
            Flaw::Echo => "a word of the stem in the key alone",
            Flaw::Above => "all or none of the above",
            Flaw::Negative => "a negative stem",
            Flaw::Absolute => "an absolute word in one option only",
            Flaw::LongStem => "a stem of more than 35 words",
            Flaw::Cut => "a quotation or bracket left open",
            Flaw::Dangling => "a word that points elsewhere",
            Flaw::Uneven => "options that begin differently",
        })
    }
}

fn alike(question: &Question) -> bool {
    let folded: Vec<String> = question
        .options
        .iter()
        .map(|option| option.to_lowercase())
        .collect();
    folded.iter().enumerate().any(|(at, one)| {
        folded
            .iter()
            .enumerate()
            .any(|(other, two)| at != other && two.contains(one.as_str()))
    })
}

fn keys_and_others(question: &Question) -> (Vec<&String>, Vec<&String>) {
    let options = question.options.iter().enumerate();
    let (keys, others): (Vec<_>, Vec<_>) = options.partition(|(at, _)| question.keys.contains(at));
    let texts = |side: Vec<(usize, &'_ String)>| {
        side.into_iter()
            .map(|(_, text)| text.as_str())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let _ = texts;
    (
        keys.into_iter().map(|(_, text)| text).collect(),
        others.into_iter().map(|(_, text)| text).collect(),
    )
}

fn long_key(question: &Question) -> bool {
    let (keys, others) = keys_and_others(question);
    let longest = |side: Vec<&String>| {
        side.iter()
            .map(|text| text.chars().count())
            .max()
            .unwrap_or_default()
    };
    longest(keys) * 3 >= longest(others) * 4
}

fn echo(question: &Question) -> bool {
    let (keys, others) = keys_and_others(question);
    let stem = stems(&question.stem);
    let all = |side: &[&String]| -> Stems { side.iter().flat_map(|text| stems(text)).collect() };
    let (keys, others) = (all(&keys), all(&others));
    stem.intersection(&keys).any(|word| !others.contains(word))
}

fn negative(question: &Question) -> bool {
    let stem = question.stem.to_lowercase();
    stem.split(|c: char| !c.is_alphanumeric())
        .any(|word| matches!(word, "not" | "except" | "never" | "no"))
}

fn absolute(question: &Question) -> bool {
    let strong = |option: &&String| {
        option
            .to_lowercase()
            .split_whitespace()
            .any(|word| ABSOLUTE.contains(&word))
    };
    question.options.iter().filter(strong).count() == 1
}

fn closed(text: &str) -> bool {
    let count = |mark: char| text.chars().filter(|c| *c == mark).count();
    count('(') == count(')')
        && count('[') == count(']')
        && count('“') == count('”')
        && count('"').is_multiple_of(2)
}

fn dangling(question: &Question) -> bool {
    let said = question
        .stem
        .split('“')
        .nth(1)
        .unwrap_or(&question.stem)
        .to_lowercase();
    let first = said
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .trim_matches(|c: char| !c.is_alphanumeric());
    [
        "this", "these", "those", "such", "it", "they", "however", "moreover", "thus", "yet",
        "also",
    ]
    .contains(&first)
}

fn uneven(question: &Question) -> bool {
    let opening = |option: &String| match option
        .split_whitespace()
        .next()
        .map(str::to_lowercase)
        .as_deref()
    {
        Some("a" | "an") => 1,
        Some("the") => 2,
        _ => 0,
    };
    let mut openings: Vec<i32> = question.options.iter().map(opening).collect();
    openings.dedup();
    openings.len() > 1
}
