//! The gates: what no question that is shown may have.
//!
//! A second reading of the finished question, apart from the code that made it.

use std::borrow::Cow;
use std::fmt;

use crate::language::{Stems, lexicon, small, sound_alike, stems};

use super::gap::GAP;
use super::{Form, KindName, Question};

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
    /// The options do not all begin the same way.
    Uneven,
    /// A word stands twice in a row in the stem.
    Doubled,
}

/// The most words a stem may have.
const STEM_WORDS: usize = 35;

/// Words that a stem or its quotation cannot begin with.
const POINTING: &[&str] = &[
    "also", "however", "it", "moreover", "such", "these", "they", "this", "those", "thus", "yet",
];

/// Whether a question has a fault.
type Check = fn(&Question) -> bool;

/// Each fault with how it is found.
const CHECKS: [(Flaw, Check); 12] = [
    (Flaw::FewOptions, few_options),
    (Flaw::Alike, alike),
    (Flaw::LongKey, long_key),
    (Flaw::Echo, echo),
    (Flaw::Above, above),
    (Flaw::Negative, negative),
    (Flaw::Absolute, absolute),
    (Flaw::LongStem, long_stem),
    (Flaw::Cut, cut),
    (Flaw::Dangling, dangling),
    (Flaw::Uneven, uneven),
    (Flaw::Doubled, doubled),
];

/// Every fault of a question; none when it can be shown.
pub fn flaws(question: &Question) -> Vec<Flaw> {
    let found = CHECKS.iter().filter(|(_, check)| check(question));
    found.map(|(flaw, _)| *flaw).collect()
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
            Flaw::Doubled => "a word or a preposition of place or time twice in a row",
        })
    }
}

/// The words of a text, in small letters.
fn words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    // Most are ASCII, of which no table need be asked.
    let parts = text.split(|c: char| match c {
        '\'' | '’' | '-' => false,
        _ if c.is_ascii() => !c.is_ascii_alphanumeric(),
        _ => !c.is_alphanumeric(),
    });
    parts.filter(|word| !word.is_empty()).map(small)
}

fn keys(question: &Question) -> impl Iterator<Item = &String> {
    question
        .keys
        .iter()
        .filter_map(|key| question.options.get(*key))
}

fn others(question: &Question) -> impl Iterator<Item = &String> {
    let options = question.options.iter().enumerate();
    options
        .filter(|(at, _)| !question.keys.contains(at))
        .map(|(_, option)| option)
}

fn few_options(question: &Question) -> bool {
    let least = match question.form() {
        Form::One => 1 + question.kind.least_wrong(),
        Form::Several => 4,
        Form::Ordered => 3,
        Form::Typed => return question.accepted.is_empty(),
    };
    question.options.len() < least
}

fn alike(question: &Question) -> bool {
    let folded: Vec<String> = question
        .options
        .iter()
        .map(|option| option.to_lowercase())
        .collect();
    let within = |at: usize, one: &String| {
        folded
            .iter()
            .enumerate()
            .any(|(other, two)| at != other && two.contains(one.as_str()))
    };
    folded.iter().enumerate().any(|(at, one)| within(at, one))
}

/// "£1.4 million" is two words, and so is what a dash joins.
fn long_stem(question: &Question) -> bool {
    let stem = question.stem.split_whitespace();
    let pieces = stem.flat_map(|word| word.split(['—', '–']));
    let said = pieces.filter(|piece| piece.contains(char::is_alphanumeric));
    said.count() > STEM_WORDS
}

fn long_key(question: &Question) -> bool {
    let length = |option: &String| option.chars().count();
    let key = keys(question).map(length).max().unwrap_or_default();
    let other = others(question).map(length).max();
    other.is_some_and(|other| key * 3 >= other * 4)
}

/// "True or false" names both its options.
fn echo(question: &Question) -> bool {
    if question.kind == KindName::Claim || others(question).next().is_none() {
        return false;
    }
    let stem = stems(&question.stem);
    let echoes = |option: &String| sound_alike(&stem, &stems(option));
    keys(question).all(echoes) && !others(question).any(echoes) || is_told(question, &stem)
}

/// Whether one very word of the stem stands in a key and in no other option.
fn is_told(question: &Question, stem: &Stems) -> bool {
    let keys: Stems = keys(question).flat_map(|option| stems(option)).collect();
    let others: Stems = others(question).flat_map(|option| stems(option)).collect();
    stem.intersection(&keys).any(|word| !others.contains(word))
}

fn above(question: &Question) -> bool {
    question
        .options
        .iter()
        .any(|option| option.to_lowercase().contains("of the above"))
}

/// What is quoted may deny something; the question may not.
fn negative(question: &Question) -> bool {
    let denies =
        |word: Cow<'_, str>| matches!(&*word, "not" | "except" | "never" | "no" | "cannot");
    let asked = question.stem.split('“').next().unwrap_or_default();
    words(asked).any(denies)
}

/// Whether a text has a word that makes an option too strong or too weak to be believed.
pub(crate) fn is_absolute(text: &str) -> bool {
    words(text).any(|word| lexicon::is_absolute(&word))
}

fn absolute(question: &Question) -> bool {
    let strong = |option: &&String| is_absolute(option);
    question.form() != Form::Ordered && question.options.iter().filter(strong).count() == 1
}

fn cut(question: &Question) -> bool {
    let texts = question.options.iter().chain([&question.stem]);
    texts.into_iter().any(|text| !is_closed(text))
}

fn is_closed(text: &str) -> bool {
    let count = |mark: char| text.matches(mark).count();
    count('(') == count(')')
        && count('[') == count(']')
        && count('“') == count('”')
        && count('"').is_multiple_of(2)
}

fn dangling(question: &Question) -> bool {
    let quoted = question.stem.split('“').nth(1).unwrap_or(&question.stem);
    let mut words = words(quoted);
    let first = words.next();
    // "Those who had been given the rule" says whom it means.
    let told = words.next().is_some_and(|next| next == "who");
    first.is_some_and(|first| POINTING.contains(&&*first) && !(first == "those" && told))
}

/// "What did a conference open in in February?", or "in on the second of February": what is quoted may "come in on the
/// tide".
fn doubled(question: &Question) -> bool {
    let stem = question.stem.as_str();
    let is_quoted = stem.contains('“');
    let both = |one: &str, two: &str| (one, two) == ("in", "on") && !is_quoted;
    let mut next = stem.split(' ').skip(1);
    let mut words = stem.split(' ');
    words.any(|word| {
        next.next()
            .is_some_and(|next| next == word || both(word, next))
    })
}

/// Headings, events and whole sentences begin as they like.
fn uneven(question: &Question) -> bool {
    let free = [
        KindName::Heading,
        KindName::Order,
        KindName::Gist,
        KindName::Claim,
    ];
    // A whole clause that is left out begins as it likes.
    let kinds = [KindName::Cause, KindName::Contrast];
    let clauses = kinds.contains(&question.kind) && question.stem.contains(GAP);
    if clauses || free.contains(&question.kind) {
        return false;
    }
    let opening = |option: &String| match words(option).next().as_deref() {
        Some("a" | "an") => 1,
        Some("the") => 2,
        _ if option.starts_with(char::is_uppercase) => 3,
        _ => 0,
    };
    let mut openings = question.options.iter().map(opening);
    let first = openings.next();
    openings.any(|other| Some(other) != first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::question;

    #[track_caller]
    fn check(stem: &str, options: &[&str], expected: &[Flaw]) {
        assert_eq!(
            flaws(&question(stem, options)),
            expected,
            "{stem} {options:?}"
        );
    }

    #[test]
    fn a_sound_question_has_none() {
        check(
            "What do ports need?",
            &["deep water", "cheap labour", "open roads"],
            &[],
        );
    }

    #[test]
    fn each_flaw_is_found() {
        let stem = "What do ports need?";
        check(stem, &["deep water", "cheap labour"], &[Flaw::FewOptions]);
        check(
            stem,
            &["deep water", "deep water currents", "open roads"],
            &[Flaw::Alike],
        );
        check(
            stem,
            &["very deep and quiet water", "salt", "open roads"],
            &[Flaw::LongKey],
        );
        check(
            stem,
            &["quiet ports", "cheap labour", "open roads"],
            &[Flaw::Echo],
        );
        check(
            stem,
            &["deep water", "none of the above", "open roads, wide"],
            &[Flaw::Above, Flaw::Absolute],
        );
        check(
            "What do ports not need?",
            &["deep water", "cheap labour", "open roads"],
            &[Flaw::Negative],
        );
        check(
            stem,
            &["deep water", "always open roads", "low wages"],
            &[Flaw::Absolute],
        );
        check(
            &"What do ports need and ".repeat(9),
            &["deep water", "cheap labour", "open roads"],
            &[Flaw::LongStem],
        );
        check(
            stem,
            &["deep water", "(cheap labour", "open roads"],
            &[Flaw::Cut],
        );
        check(
            "Complete: “These ports need …”",
            &["deep water", "cheap labour", "open roads"],
            &[Flaw::Dangling],
        );
        for stem in [
            "What do ports lie in in spring?",
            "What did the council meet in on the second of May?",
        ] {
            check(
                stem,
                &["deep water", "cheap labour", "open roads"],
                &[Flaw::Doubled],
            );
        }
        check(
            "Which words complete this? “Ships came in on _____.”",
            &["deep water", "cheap labour", "open roads"],
            &[],
        );
        check(
            stem,
            &["a deep bay", "the open roads", "the low wages"],
            &[Flaw::Uneven],
        );
    }
}
