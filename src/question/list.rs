//! What else the article names in one breath: one item of an enumeration is asked for.
//!
//! The other items stand in the stem, which ties the question to its sentence: what the article
//! praises elsewhere is no answer here.

use std::ops::Range;

use crate::language::{Number, Place, Series, Tag};

use super::clarity::{beginning, denies, stands_alone};
use super::distractor::{Wanted, choose};
use super::reading::{At, Reading, Slot, Stock};
use super::{Draft, Kind, KindName};

/// The kind.
pub(crate) struct List;

impl Kind for List {
    fn name(&self) -> KindName {
        KindName::List
    }

    fn drafts(&self, reading: &Reading<'_>) -> Vec<Draft> {
        reading
            .claims()
            .flat_map(|at| of_sentence(reading, at))
            .collect()
    }
}

fn of_sentence(reading: &Reading<'_>, at: At) -> Vec<Draft> {
    let start = beginning(reading, at);
    let all = reading.series(at);
    let series = all.iter().filter(|series| series.items[0].start >= start);
    series
        .flat_map(|series| of_series(reading, at, start, series))
        .collect()
}

/// One draft for every item that can be asked for.
fn of_series(reading: &Reading<'_>, at: At, start: usize, series: &Series) -> Vec<Draft> {
    let Some(frame) = Frame::of(reading, at, start, series) else {
        return Vec::new();
    };
    if reading.repeats(at, series) {
        return Vec::new();
    }
    let options: Vec<Option<Stock>> = series
        .items
        .iter()
        .map(|item| reading.option(at, item.clone(), Slot::Item))
        .collect();
    let drafts = (0..options.len()).filter_map(|asked| {
        let key = options[asked].as_ref()?;
        let others = others(reading, at, series, asked);
        draft(reading, at, key, &frame.stem(&others, key)?)
    });
    drafts.collect()
}

fn others(reading: &Reading<'_>, at: At, series: &Series, asked: usize) -> Vec<String> {
    let items = series
        .items
        .iter()
        .enumerate()
        .filter(|(item, _)| *item != asked);
    items
        .map(|(_, item)| reading.lowered(at, item.clone()))
        .collect()
}

fn draft(reading: &Reading<'_>, at: At, key: &Stock, stem: &str) -> Option<Draft> {
    let wrong = choose(reading, &Wanted { key, at, stem });
    let words = reading.words(at);
    Some(Draft {
        stem: stem.to_owned(),
        key: key.text.clone(),
        wrong,
        evidence: reading.evidence(at),
        explanation: format!("The article names “{}” in the same breath.", key.text),
        score: 0.55 + 0.4 * reading.centrality(words) + 0.05 * key.shape.words.min(3) as f32 / 3.0,
    })
}

/// The clause around the enumeration, as the question says it.
enum Frame {
    /// "countries accumulate", and "when risks rise" where the sentence begins with it.
    After {
        clause: String,
        condition: Option<String>,
    },
    /// "become practical instruments of cooperation".
    Before { predicate: String },
}

impl Frame {
    fn of(reading: &Reading<'_>, at: At, start: usize, series: &Series) -> Option<Self> {
        if series.is_subject() || series.items[0].start == start {
            return predicate(reading, at, series).map(|predicate| Frame::Before { predicate });
        }
        if series.place != Place::AfterVerb {
            return None;
        }
        let (condition, clause) = parts(reading, at, start..series.items[0].start)?;
        let condition = condition.map(|run| reading.lowered(at, run));
        Some(Frame::After {
            clause: reading.lowered(at, clause),
            condition,
        })
    }

    /// The question; `None` when the key would not agree with the verb.
    fn stem(&self, others: &[String], key: &Stock) -> Option<String> {
        let others = joined(others);
        match self {
            Frame::After {
                clause,
                condition: None,
            } => Some(format!(
                "Besides {others}, what does the article say {clause}?"
            )),
            Frame::After {
                clause,
                condition: Some(condition),
            } => Some(format!(
                "Besides {others}, what does the article say {clause} {condition}?"
            )),
            Frame::Before { predicate } => (key.shape.number == Number::Plural).then(|| {
                format!(
                    "Along with {others}, which of these, according to the article, {predicate}?"
                )
            }),
        }
    }
}

/// The sentence's condition, if it begins with one, and its main clause up to the enumeration.
fn parts(
    reading: &Reading<'_>,
    at: At,
    run: Range<usize>,
) -> Option<(Option<Range<usize>>, Range<usize>)> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let comma = run.clone().find(|token| tokens[*token].is(text, ","));
    let conditional = tokens[run.start].is_any(
        text,
        &["when", "if", "after", "as", "once", "where", "while"],
    );
    let (condition, clause) = match comma {
        Some(comma) if conditional => (Some(run.start..comma), comma + 1..run.end),
        None if !conditional => (None, run.clone()),
        _ => return None,
    };
    let whole = stands_alone(reading, at, run.clone());
    let sound = whole && is_simple(reading, at, &clause) && !denies(reading.run(at, run));
    sound.then_some((condition, clause))
}

/// Subject and verb and nothing that a question could not be made of.
fn is_simple(reading: &Reading<'_>, at: At, clause: &Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let begins = reading
        .phrases(at)
        .iter()
        .any(|phrase| phrase.tokens.start == clause.start);
    let barred = [
        "that", "which", "who", "whose", "where", "because", "while", "whether", "how", ",", "and",
        "or", "but",
    ];
    let verbs = clause
        .clone()
        .filter(|token| matches!(tokens[*token].tag, Tag::VERB | Tag::AUX))
        .count();
    let gerund = clause.len() > 1
        && tokens[clause.end - 1].of(text).ends_with("ing")
        && !tokens[clause.end - 2].is(text, "by");
    begins
        && !gerund
        && verbs > 0
        && clause.len() < 15
        && !clause
            .clone()
            .any(|token| tokens[token].is_any(text, &barred))
}

/// What is said of a subject that is an enumeration.
fn predicate(reading: &Reading<'_>, at: At, series: &Series) -> Option<String> {
    let tokens = reading.tokens(at);
    let end = tokens.len().checked_sub(1)?;
    let start = series.items.last()?.end;
    let verb = tokens
        .get(start..end)?
        .iter()
        .find(|token| token.tag != Tag::ADV)?;
    let words = reading.run(at, start..end);
    let sound = matches!(verb.tag, Tag::VERB | Tag::AUX)
        && (4..=14).contains(&(end - start))
        && clear_predicate(reading, at, start..end)
        && !denies(words);
    sound.then(|| words.to_owned())
}

fn clear_predicate(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    stands_alone(reading, at, run.clone()) && !reading.run(at, run).contains(',')
}

/// "a and b"; "a, b and c".
fn joined(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
