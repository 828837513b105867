//! A key phrase left out at the end of a claim.
//!
//! At the end, because there the whole claim has been read before the gap is met.

use std::ops::Range;

use crate::language::{Phrase, Tag};

use super::clarity::{beginning, denies, stands_alone};
use super::distractor::{Wanted, choose};
use super::reading::{At, Reading};
use super::stock::Stock;
use super::{Draft, Kind, KindName};

/// How a gap is written.
pub(crate) const GAP: &str = "_____";

/// Words that say so much of what follows that it can be guessed.
const TELLING: &[&str] = &[
    "against",
    "alongside",
    "among",
    "besides",
    "between",
    "during",
    "over",
    "than",
    "throughout",
    "versus",
];

/// Words of a claim that gives a reason, a condition or a consequence.
const REASONS: &[&str] = &[
    "because", "by ", "depend", "enable", "hinge", "if ", "lead", "reduce", "require", "rest on",
    "so that", "when ",
];

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
    let end = reading.tokens(at).len().checked_sub(1)?;
    let key = last_phrase(reading, at, end)?;
    let claim = start..key.start;
    let sound = (7..=30).contains(&claim.len())
        && stands_alone(reading, at, claim.clone())
        && !denies(reading.run(at, start..end))
        && !reading.run(at, claim.clone()).contains(" rather than ");
    let key = Stock::phrase(reading, at, key).filter(|_| sound)?;
    let telling = key.stems.len() > 1 && !key.stems.is_subset(&reading.topic);
    telling.then(|| draft(reading, at, claim, &key))
}

fn draft(reading: &Reading<'_>, at: At, claim: Range<usize>, key: &Stock) -> Draft {
    let subject = reading.subject(at, claim.start);
    let claim = reading.quoted(at, claim);
    let choice = choose(
        reading,
        &Wanted {
            key,
            at,
            stem: &claim,
            subject,
        },
    );
    Draft {
        stem: format!("Which words complete this sentence from the article? “{claim} {GAP}.”"),
        key: key.text.clone(),
        wrong: choice.wrong,
        evidence: reading.evidence(at),
        explanation: format!("The sentence ends with “{}”.", key.text),
        score: 0.45
            + 0.4 * reading.centrality(&claim)
            + if gives_reason(&claim) { 0.1 } else { 0.0 },
    }
}

/// The phrase that ends the claim, when it has words enough and is no part of an enumeration.
fn last_phrase(reading: &Reading<'_>, at: At, end: usize) -> Option<Range<usize>> {
    let last = reading
        .phrases(at)
        .iter()
        .find(|phrase| phrase.tokens.end == end)?;
    let whole = after_of(reading, at, last).unwrap_or_else(|| last.tokens.clone());
    let before = reading.tokens(at).get(whole.start.checked_sub(1)?)?;
    let telling = before.is_any(reading.text(at), TELLING);
    let governed = !telling && matches!(before.tag, Tag::VERB | Tag::ADP | Tag::SCONJ | Tag::AUX);
    (governed && whole.len() > 1).then_some(whole)
}

/// "the feasibility of coercive campaigns", when the last phrase follows "of".
fn after_of(reading: &Reading<'_>, at: At, last: &Phrase) -> Option<Range<usize>> {
    let of = last.tokens.start.checked_sub(1)?;
    let before = reading
        .phrases(at)
        .iter()
        .find(|phrase| phrase.tokens.end == of)?;
    let is_of = reading.tokens(at)[of].is(reading.text(at), "of");
    is_of.then_some(before.tokens.start..last.tokens.end)
}

fn gives_reason(claim: &str) -> bool {
    let claim = claim.to_lowercase();
    REASONS.iter().any(|mark| claim.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    /// Other claims of the article, from whose ends wrong options come.
    const OTHERS: &str = "Merchants of the old towns paid the pilots with silver coins.\n\n\
        The fishermen of the bay caught herring with fine nets.\n\n\
        Every autumn the carpenters repaired the boats with oak planks.";

    #[track_caller]
    fn check(sentence: &str, expected: Expect) {
        let text = format!("# Harbours\n\n{sentence}\n\n{OTHERS}\n");
        let all = drafts(&Gap, &text);
        let first = all
            .split("\n\n")
            .find(|draft| draft.contains(sentence.get(..12).unwrap_or_default()));
        expected.assert_eq(first.unwrap_or("nothing"));
    }

    #[test]
    fn the_phrase_at_the_end_is_left_out() {
        check(
            "The harbour masters of the north lit the towers with smoky torches.",
            expect![[r#"
                Which words complete this sentence from the article? “The harbour masters of the north lit the towers with _____.”
                * smoky torches
                oak planks
                silver coins"#]],
        );
    }

    #[test]
    fn what_points_back_is_not_quoted() {
        check(
            "They lit the towers of the northern harbours with smoky torches.",
            expect!["nothing"],
        );
        check(
            "Harbours of this sort were lit at night with smoky torches.",
            expect!["nothing"],
        );
    }

    #[test]
    fn what_can_be_guessed_is_not_asked() {
        check(
            "The harbour masters of the north chose cheap pitch rather than costly oil.",
            expect!["nothing"],
        );
        check(
            "The harbour masters of the north lit the towers during stormy nights.",
            expect!["nothing"],
        );
    }
}
