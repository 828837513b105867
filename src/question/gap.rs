//! A key phrase left out at the end of a claim.
//!
//! At the end, because there the whole claim has been read before the gap is met.

use std::ops::Range;

use crate::language::{Phrase, Tag};

use super::clarity::{beginning, denies, stands_alone};
use super::distractor::{Wanted, choose};
use super::reading::{At, Reading, Stock, upper_first};
use super::{Draft, Kind, KindName};

/// How a gap is written.
pub(crate) const GAP: &str = "_____";

/// The kind.
pub(crate) struct Gap;

impl Kind for Gap {
    fn name(&self) -> KindName {
        KindName::Gap
    }

    fn drafts(&self, reading: &Reading<'_>) -> Vec<Draft> {
        reading
            .claims()
            .filter_map(|at| of_sentence(reading, at))
            .collect()
    }
}

fn of_sentence(reading: &Reading<'_>, at: At) -> Option<Draft> {
    let start = beginning(reading, at);
    let end = reading.tokens(at).len() - 1;
    let key = last_phrase(reading, at, end)?;
    let claim = start..key.start;
    let sound = (7..=30).contains(&claim.len())
        && stands_alone(reading, at, claim.clone())
        && !denies(reading.run(at, start..end));
    let option = reading
        .option(at, key.clone(), reading.slot_of(at, key.start))
        .filter(|_| sound)?;
    let telling = option.stems.len() > 1 && !option.stems.is_subset(&reading.topic);
    telling.then(|| draft(reading, at, claim, &option))
}

fn draft(reading: &Reading<'_>, at: At, claim: Range<usize>, key: &Stock) -> Draft {
    let claim = upper_first(reading.run(at, claim));
    let stem = format!("Which words complete this sentence from the article? “{claim} {GAP}.”");
    let wrong = choose(
        reading,
        &Wanted {
            key,
            at,
            stem: &claim,
        },
    );
    Draft {
        stem,
        key: key.text.clone(),
        wrong,
        evidence: reading.evidence(at),
        explanation: format!("The sentence ends with “{}”.", key.text),
        score: 0.45 + 0.4 * reading.centrality(&claim) + 0.1 * reasons(&claim),
    }
}

/// The phrase that ends the claim, when it has words enough and is no part of an enumeration.
fn last_phrase(reading: &Reading<'_>, at: At, end: usize) -> Option<Range<usize>> {
    let phrases = reading.phrases(at);
    let last = phrases.iter().find(|phrase| phrase.tokens.end == end)?;
    let whole = of_phrase(reading, at, last, &phrases).unwrap_or_else(|| last.tokens.clone());
    let tokens = reading.tokens(at);
    let before = tokens.get(whole.start.checked_sub(1)?)?;
    let governed = matches!(before.tag, Tag::VERB | Tag::ADP | Tag::SCONJ | Tag::AUX);
    (governed && whole.len() > 1).then_some(whole)
}

/// "the feasibility of coercive campaigns", when the last phrase follows "of".
fn of_phrase(
    reading: &Reading<'_>,
    at: At,
    last: &Phrase,
    phrases: &[Phrase],
) -> Option<Range<usize>> {
    let of = last.tokens.start.checked_sub(1)?;
    let before = phrases.iter().find(|phrase| phrase.tokens.end == of)?;
    reading.tokens(at)[of]
        .is(reading.text(at), "of")
        .then_some(before.tokens.start..last.tokens.end)
}

/// Whether the claim gives a reason, a condition or a consequence: 0 or 1.
fn reasons(claim: &str) -> f32 {
    let marks = [
        "because", "depend", "hinge", "rest on", "require", "lead", "when ", "if ", "reduce",
        "enable", "so that", "by ",
    ];
    let claim = claim.to_lowercase();
    f32::from(u8::from(marks.iter().any(|mark| claim.contains(mark))))
}
