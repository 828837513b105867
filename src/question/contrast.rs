//! What is set against what: "although", "while", "but", "rather than".
//!
//! Apart from `cause`: both halves of a contrast are claims of equal weight, so each can be asked for.

use crate::language::{Adjunct, Clause, Role, Tag, Token};

use super::clarity::beginning;
use super::completion;
use super::reading::{At, Reading};
use super::rival;
use super::statement::Statement;
use super::{Draft, Form, Kind, KindName};

/// Words with which a sentence begins that is set against the one before.
const TURNS: &[&str] = &[
    "but",
    "by contrast",
    "conversely",
    "however",
    "in contrast",
    "instead",
    "nevertheless",
    "on the other hand",
    "still",
    "yet",
];

/// Words behind which one half of a contrast stands that can be left out.
const OPENERS: &[&str] = &["although", "but", "though", "whereas", "while", "yet"];

/// The kind.
pub(crate) struct Contrast;

impl Kind for Contrast {
    fn name(&self) -> KindName {
        KindName::Contrast
    }

    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft)) {
        reading
            .claims()
            .flat_map(|at| of_sentence(reading, at))
            .for_each(&mut *found);
        let left_out = |at| completion::of_sentence(reading, at, OPENERS);
        reading.claims().flat_map(left_out).for_each(found);
    }
}

fn of_sentence(reading: &Reading<'_>, at: At) -> Vec<Draft> {
    let clauses = reading.clauses(at).iter();
    let pairs = clauses.flat_map(|clause| of_clause(reading, at, clause));
    pairs.chain(across(reading, at)).collect()
}

fn of_clause(reading: &Reading<'_>, at: At, clause: &Clause) -> Vec<Draft> {
    let whole = || clause.subject.start..clause.rest.end;
    let halves = clause
        .adjuncts(Role::Contrast)
        .filter(|adjunct| !is_during(reading, at, adjunct))
        .filter_map(|adjunct| half(reading, at, adjunct));
    let pairs = halves.filter_map(|half| {
        let granted = clause
            .lead
            .as_ref()
            .is_some_and(|lead| lead.role == Role::Contrast);
        let main = Statement::of(reading, at, whole())?;
        let (given, key) = if granted { (half, main) } else { (main, half) };
        within(reading, at, &given, &key)
    });
    pairs.collect()
}

/// "They knocked while they were waiting": at the same time, and not against it.
fn is_during(reading: &Reading<'_>, at: At, adjunct: &Adjunct) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let start = adjunct.tokens.start;
    let behind = start
        .checked_sub(1)
        .is_some_and(|before| !tokens[before].is(text, ","));
    let goes_on = |pair: &[Token]| pair[0].tag == Tag::AUX && pair[1].of(text).ends_with("ing");
    behind
        && tokens[start].is(text, "while")
        && tokens[adjunct.tokens.clone()].windows(2).any(goes_on)
}

fn half(reading: &Reading<'_>, at: At, adjunct: &Adjunct) -> Option<Statement> {
    Statement::of(reading, at, adjunct.body..adjunct.tokens.end)
}

/// Both halves in one sentence.
fn within(reading: &Reading<'_>, at: At, given: &Statement, key: &Statement) -> Option<Draft> {
    let stem = format!(
        "What does the article set against the point that {}?",
        given.text
    );
    draft(reading, at, key, stem)
}

/// A sentence that begins with "However", and the one before.
fn across(reading: &Reading<'_>, at: At) -> Option<Draft> {
    let before = At {
        sentence: at.sentence.checked_sub(1)?,
        ..at
    };
    let start = beginning(reading, at);
    let opening = reading
        .run(at, 0..start)
        .trim_end_matches(',')
        .trim()
        .to_lowercase();
    if start == 0 || !TURNS.contains(&opening.as_str()) {
        return None;
    }
    let end = |at: At| reading.tokens(at).len().saturating_sub(1);
    let key = Statement::of(reading, at, start..end(at))?;
    let given = Statement::of(reading, before, beginning(reading, before)..end(before))?;
    let stem = format!(
        "What does the article set against the point that {}?",
        given.text
    );
    draft(reading, at, &key, stem)
}

fn draft(reading: &Reading<'_>, at: At, key: &Statement, stem: String) -> Option<Draft> {
    // "It seems likely that one was enough, while the other did the rest": both are what seems so.
    if stem.contains(" that it ") {
        return None;
    }
    let others = rival::statements(reading, key, &stem, |other| {
        other.role == Some(Role::Contrast)
    });
    let wrong: Vec<String> = others.into_iter().map(|other| other.text.clone()).collect();
    Some(Draft {
        explanation: format!("Against it the article sets this: “{}”.", key.text),
        score: 0.65 + 0.3 * reading.centrality_of(at),
        stem,
        keys: vec![key.text.clone()],
        form: Form::One,
        wrong,
        evidence: reading.evidence(at),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        expected.assert_eq(&drafts(&Contrast, &format!("# Harbours\n\n{text}\n")));
    }

    #[test]
    fn two_halves_of_a_sentence() {
        check(
            "Although the northern piers were strong, winter ice crushed the wooden gates.\n\n\
             Southern captains preferred the narrow channel in summer.\n\n\
             Rich merchants built stone cellars beside the quay.",
            expect![[r#"
                What does the article set against the point that the northern piers were strong?
                * winter ice crushed the wooden gates
                rich merchants built stone cellars beside the quay

                Which statement completes this sentence? “Although _____, winter ice crushed the wooden gates.”
                * the northern piers were strong"#]],
        );
    }

    #[test]
    fn what_goes_on_at_the_same_time_is_no_contrast() {
        let asked = |goes_on: &str| {
            let text = format!(
                "# Harbours\n\nNorthern pilots praised the old gate while southern captains {goes_on} the stone pier.\n\n\
                 Rich merchants built stone cellars beside the quay.\n"
            );
            drafts(&Contrast, &text).contains("set against")
        };
        assert!(asked("blamed"));
        assert!(!asked("were repairing"));
    }

    #[test]
    fn a_sentence_against_the_one_before() {
        check(
            "Early pilots knew every rock of the bay. However, young captains trusted printed charts.\n\n\
             Southern merchants preferred the narrow channel.\n\n\
             Rich families built stone cellars beside the quay.",
            expect![[r#"
                What does the article set against the point that early pilots knew every rock of the bay?
                * young captains trusted printed charts
                rich families built stone cellars beside the quay"#]],
        );
    }
}
