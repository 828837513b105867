//! Whole statements of the article as options: "borders become contested".
//!
//! Apart from `deed`, which leaves the subject out.

use std::ops::Range;

use crate::language::lemma::{self, Form};
use crate::language::{Adjunct, Clause, Number, Role, Stem, Stems, lexicon, stems};

use super::clarity::{denies, links, stands_alone, trails};
use super::reading::{At, Reading};

/// The fewest and the most words.
const WORDS: std::ops::RangeInclusive<usize> = 4..=22;

/// Auxiliaries of what is past.
const PAST_AUXILIARIES: &[&str] = &["could", "did", "had", "was", "were", "would"];

/// A clause that can be understood by itself, without a capital or a full stop.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Statement {
    pub(crate) at: At,
    pub(crate) text: String,
    /// What it says of its clause, where "when" or its like opens it; `None` for a main clause.
    pub(crate) role: Option<Role>,
    pub(crate) stems: Stems,
    pub(crate) tone: i8,
    /// Whether it is told of what is past; `None` of a verb that has one form for both, "they set".
    pub(crate) past: Option<bool>,
}

impl Statement {
    /// What a run of a sentence says; `None` where it is no clause or cannot stand alone.
    pub(crate) fn of(reading: &Reading<'_>, at: At, run: Range<usize>) -> Option<Self> {
        let text = reading.lowered(at, run.clone());
        let marks = ['(', ')', '—', '–', ';', ':', '*'];
        let sound = WORDS.contains(&text.split_whitespace().count())
            && !text.contains(marks)
            && !links(&text)
            && stands_alone(reading, at, run.clone())
            && !denies(&text)
            && !is_joined_question(&text)
            && !is_cut_off(&text)
            && !text.starts_with("it is ")
            && !text.starts_with("it was ")
            && !text.starts_with("it seems ")
            && !text.starts_with("it appears ")
            && !trails(reading, at, &run);
        let clause = sound.then(|| reading.clause_in(at, run))??;
        if !is_named(reading, at, &clause) {
            return None;
        }
        Some(Statement {
            at,
            role: None,
            stems: stems(&text),
            tone: lexicon::tone(&text),
            past: is_past(reading, at, &clause),
            text,
        })
    }

    /// Whether it is as sure as another: "regions may waver" is no condition that a careful writer gives beside "borders
    /// become contested".
    pub(crate) fn is_as_certain(&self, as_this: &Statement) -> bool {
        let modals = ["can", "could", "may", "might", "must", "should"];
        let is_open = |it: &Statement| it.text.split(' ').any(|word| modals.contains(&word));
        !is_open(self) || is_open(as_this)
    }
}

/// "A bell rang exactly when": what followed was taken for something else.
fn is_cut_off(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    [
        "as", "because", "if", "than", "that", "when", "where", "while",
    ]
    .contains(&last)
}

/// "A sale is complete and which exceptions may be granted": one of several things that are defined,
/// told or asked, not a statement.
fn is_joined_question(text: &str) -> bool {
    let asking = [
        "because", "how", "if", "what", "when", "where", "whether", "which", "who", "why",
    ];
    let words: Vec<&str> = text.split(' ').collect();
    words
        .windows(2)
        .any(|pair| matches!(pair[0], "and" | "or") && asking.contains(&pair[1]))
}

/// What something is said to be: "the number of unemployed people".
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Being {
    pub(crate) at: At,
    pub(crate) text: String,
    pub(crate) stems: Stems,
    /// The form of "be" and the word after it, which all options of a question share.
    pub(crate) opening: String,
    /// The stem of what is said to be so.
    pub(crate) subject: Option<Stem>,
}

/// The fewest and the most words of it.
const BEING_WORDS: std::ops::RangeInclusive<usize> = 3..=22;

impl Being {
    /// What a clause says its subject is; `None` where its verb is another, or what it says points
    /// elsewhere.
    pub(crate) fn of(reading: &Reading<'_>, at: At, clause: &Clause) -> Option<Self> {
        let (text, tokens) = (reading.text(at), reading.tokens(at));
        let verb = tokens[clause.verb.tokens.start];
        let plain =
            clause.verb.tokens.len() == 1 && verb.is_any(text, &["is", "are", "was", "were"]);
        let first = tokens
            .get(clause.rest.start)
            .filter(|_| plain && !clause.rest.is_empty())?;
        let noun = reading.phrase_from(at, clause.rest.start).is_some()
            && !first.is_any(text, &["one", "both", "some"]);
        let said = reading.run(at, clause.rest.clone());
        let marks = ['(', ')', '—', '–', ';', ':', '*'];
        let sound = noun
            && BEING_WORDS.contains(&said.split_whitespace().count())
            && !said.contains(marks)
            && stands_alone(reading, at, clause.rest.clone())
            && !denies(said);
        let article = if first.is_any(text, &["a", "an", "the"]) {
            first.of(text).to_lowercase()
        } else {
            String::new()
        };
        sound.then(|| Being {
            at,
            text: said.to_owned(),
            stems: stems(said),
            opening: format!("{} {}", verb.of(text), article.trim_end_matches('n')),
            subject: stems(tokens[clause.head].of(text)).into_first(),
        })
    }
}

/// Whether a clause has a subject with a verb of its own.
fn is_named(reading: &Reading<'_>, at: At, clause: &Clause) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    // "As you would a batter" has no verb of its own.
    !clause.is_order()
        && !tokens[clause.head].of(text).ends_with("ing")
        && !lexicon::is_modal(tokens[clause.verb.main].of(text))
}

fn is_past(reading: &Reading<'_>, at: At, clause: &Clause) -> Option<bool> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    if let Some(auxiliary) = clause.verb.auxiliary {
        return Some(tokens[auxiliary].is_any(text, PAST_AUXILIARIES));
    }
    let forms = lemma::forms(tokens[clause.verb.main].of(text));
    let either = clause.number == Number::Plural && forms.contains(&Form::Base);
    let past = forms.contains(&Form::Past);
    (!(either && past)).then_some(past)
}

/// The statements of a sentence: its main clause, and those that open with "when" and its like.
pub(crate) fn statements_of(reading: &Reading<'_>, at: At) -> Vec<Statement> {
    let clauses = reading.clauses(at).iter();
    clauses
        .flat_map(|clause| in_clause(reading, at, clause))
        .collect()
}

fn in_clause(reading: &Reading<'_>, at: At, clause: &Clause) -> Vec<Statement> {
    let main = (!clause.is_order())
        .then(|| Statement::of(reading, at, clause.subject.start..clause.rest.end));
    let opened = clause
        .lead
        .iter()
        .chain(&clause.tail)
        .filter_map(|adjunct| {
            let claused = matches!(
                adjunct.role,
                Role::Cause | Role::Condition | Role::Contrast | Role::Time
            );
            let body = adjunct.body..adjunct.tokens.end;
            let sound = claused && !only_compares(reading, at, adjunct);
            let statement = sound.then(|| Statement::of(reading, at, body))??;
            Some(Statement {
                role: Some(adjunct.role),
                ..statement
            })
        });
    main.flatten().into_iter().chain(opened).collect()
}

/// "As the pilots had feared": what they had feared is said outside.
fn only_compares(reading: &Reading<'_>, at: At, adjunct: &Adjunct) -> bool {
    let told = || reading.clause_in(at, adjunct.body..adjunct.tokens.end);
    reading.tokens(at)[adjunct.tokens.start].is(reading.text(at), "as")
        && told().is_none_or(|clause| clause.rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// What the sentences of a text state, and whether it is told as past.
    fn stated(text: &str) -> Vec<(String, Option<bool>)> {
        let article = article::parse("a.md", format!("# Harbours\n\n{text}\n").as_bytes()).article;
        let statements = Reading::of(&article).statements;
        statements
            .into_iter()
            .map(|it| (it.text, it.past))
            .collect()
    }

    #[test]
    fn what_is_only_compared_with_is_no_statement() {
        let texts = |text: &str| -> Vec<String> {
            stated(text).into_iter().map(|(text, _)| text).collect()
        };
        assert_eq!(
            texts("As Danish pilots had feared, northern towns lost two ships."),
            ["northern towns lost two ships"]
        );
        assert_eq!(
            texts(
                "As northern harbours lost deep water, wealthy merchants moved to southern towns."
            ),
            [
                "wealthy merchants moved to southern towns",
                "northern harbours lost deep water"
            ]
        );
    }

    #[test]
    fn a_verb_of_one_form_tells_no_time() {
        let past = |text: &str| stated(text).into_iter().next().and_then(|(_, past)| past);
        assert_eq!(
            past("Danish pilots placed bright lamps on northern piers."),
            Some(true)
        );
        assert_eq!(
            past("Danish pilots place bright lamps on northern piers."),
            Some(false)
        );
        assert_eq!(
            past("Danish pilots set bright lamps on northern piers."),
            None
        );
    }
}
