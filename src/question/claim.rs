//! Is this what the article says? A claim as it stands, or with one thing exchanged for its parallel.
//!
//! Never with a "not" put in or the sense turned round: both can be told without having read.

use std::ops::Range;

use crate::language::Tag;

use super::clarity::whole;
use super::distractor::{Wanted, parallel};
use super::draft::hash;
use super::reading::{At, Reading, upper_first};
use super::stock::{Being, Slot, Stock, stock_of};
use super::{Draft, Kind, KindName};

/// The fewest and the most words of a claim.
const WORDS: std::ops::RangeInclusive<usize> = 8..=28;

/// What the options are called.
pub(crate) const TRUE: &str = "True";
pub(crate) const FALSE: &str = "False";

/// The kind.
pub(crate) struct Claim;

impl Kind for Claim {
    fn name(&self) -> KindName {
        KindName::Claim
    }

    fn drafts(&self, reading: &Reading<'_>) -> Vec<Draft> {
        reading
            .claims()
            .filter_map(|at| of_sentence(reading, at))
            .collect()
    }
}

/// A claim that has a parallel, true or false as chance has it: what has none would be true in
/// every article.
fn of_sentence(reading: &Reading<'_>, at: At) -> Option<Draft> {
    let run = whole(reading, at, WORDS)?;
    let words = reading.run(at, run.clone());
    let (key, other) = exchange(reading, at, &run)?;
    let truth = hash(&[words]).is_multiple_of(2);
    let said = if truth {
        words.to_owned()
    } else {
        exchanged(reading, at, &run, &key, &other.text)?
    };
    let (right, wrong) = if truth { (TRUE, FALSE) } else { (FALSE, TRUE) };
    Some(Draft {
        stem: format!(
            "True or false, according to the article? “{}”",
            upper_first(&said)
        ),
        key: right.to_owned(),
        wrong: vec![wrong.to_owned()],
        evidence: reading.evidence(at),
        explanation: explained(truth, &key.text, &other.text),
        score: 0.55 + 0.3 * reading.centrality(words),
    })
}

fn explained(truth: bool, key: &str, other: &str) -> String {
    if truth {
        "This is what the article says.".to_owned()
    } else {
        format!("The article says “{key}”, not “{other}”.")
    }
}

/// The phrase of the claim that has the closest parallel elsewhere, and that parallel.
fn exchange<'a>(
    reading: &'a Reading<'_>,
    at: At,
    run: &Range<usize>,
) -> Option<(Stock, &'a Stock)> {
    let words = reading.run(at, run.clone());
    let subject = reading.subject(at, run.start);
    let inside = |key: &Stock| {
        key.tokens.start > run.start
            && !key.stems.is_subset(&reading.topic)
            && is_whole(reading, at, key)
    };
    let pairs = stock_of(reading, at)
        .into_iter()
        .filter(inside)
        .filter_map(|key| {
            let wanted = Wanted {
                key: &key,
                at,
                stem: words,
                subject: subject.clone(),
            };
            let (distance, other) = parallel(reading, &wanted)?;
            Some((distance, key, other))
        });
    let (_, key, other) = pairs.min_by_key(|(distance, key, _)| (*distance, key.tokens.start))?;
    Some((key, other))
}

/// Whether the phrase can be taken out alone: nothing is bound to it before or behind, and it
/// stands where the same preposition or list can hold the other, and it is neither one word among
/// thousands alike nor somebody.
fn is_whole(reading: &Reading<'_>, at: At, key: &Stock) -> bool {
    let tokens = reading.tokens(at);
    let before = key
        .tokens
        .start
        .checked_sub(1)
        .map(|before| tokens[before].tag);
    let after = tokens.get(key.tokens.end).map(|after| after.tag);
    let item = key.slot == Slot::Item;
    let bound = matches!(after, Some(Tag::ADP | Tag::PART | Tag::SCONJ))
        || !item && (before == Some(Tag::CCONJ) || after == Some(Tag::CCONJ));
    let governed = item || matches!(&key.slot, Slot::After(word) if word != "of");
    let thing = !matches!(key.shape.being, Being::Person | Being::Name);
    governed && thing && !bound && (item || !key.shape.single)
}

/// The claim with the other thing in the key's place.
fn exchanged(
    reading: &Reading<'_>,
    at: At,
    run: &Range<usize>,
    key: &Stock,
    other: &str,
) -> Option<String> {
    let text = reading.text(at);
    let sentence = reading.sentence(at);
    let (whole, hole) = (
        sentence.span_of(run.clone()),
        sentence.span_of(key.tokens.clone()),
    );
    Some(format!(
        "{}{other}{}",
        text.get(whole.start..hole.start)?,
        text.get(hole.end..whole.end)?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;

    const TEXT: &str = "# Harbours\n\nPort towns of the north build stone piers, deep basins, and wide roads.\n\n\
        The harbour office keeps tide tables, pilot books, and old charts in its long drawers.\n\n\
        Every winter the crews repair fishing nets, broken masts, and rusty chains beside the fire.\n";

    /// The statements with what is right of them.
    fn statements() -> Vec<(String, bool)> {
        let all = drafts(&Claim, TEXT);
        let statements = all.split("\n\n").filter_map(|draft| {
            let quoted = draft.split(['“', '”']).nth(1)?;
            Some((quoted.to_owned(), draft.contains("* True")))
        });
        statements.collect()
    }

    #[test]
    fn what_is_true_stands_in_the_article_and_what_is_false_does_not() {
        let statements = statements();
        assert!(!statements.is_empty());
        for (statement, truth) in statements {
            assert_eq!(TEXT.contains(&statement), truth, "{statement}");
        }
    }

    #[test]
    fn what_is_false_differs_by_one_phrase_of_the_article() {
        for (statement, _) in statements().into_iter().filter(|(_, truth)| !truth) {
            let known = statement
                .split([' ', ',', '.'])
                .filter(|word| !word.is_empty());
            assert!(known.clone().all(|word| TEXT.contains(word)), "{statement}");
        }
    }

    #[test]
    fn what_points_back_is_no_claim() {
        assert_eq!(
            drafts(
                &Claim,
                "# A\n\nThese towns build stone piers, deep basins, and wide roads.\n\nShe keeps tide tables, pilot books, and old charts in drawers.\n"
            ),
            ""
        );
    }
}
