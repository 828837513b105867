//! What else the article names in one breath: one item of an enumeration is asked for.
//!
//! The other items stand in the stem, which ties the question to its sentence: what the article
//! praises elsewhere is no answer here.

mod beside;

use std::ops::Range;

use crate::language::{Number, Place, Series, Tag, Token, stems};

use super::clarity::{beginning, denies, stands_alone};
use super::distractor::{Wanted, choose};
use super::reading::{At, Reading};
use super::stock::Stock;
use super::{Draft, Form, Kind, KindName};
use beside::Lists;

/// Words with which a sentence begins that gives a condition before its main clause.
const CONDITIONAL: &[&str] = &["after", "as", "if", "once", "when", "where", "while"];

/// Words that a clause cannot hold if its object is to be asked for.
const BARRED: &[&str] = &[
    "(", ")", ",", ":", ";", "–", "—", "and", "because", "but", "how", "or", "that", "where",
    "whether", "which", "while", "who", "whose",
];

/// Prepositions that a question cannot end with.
const STRANDED: &[&str] = &[
    "across",
    "among",
    "as",
    "between",
    "by",
    "including",
    "through",
    "throughout",
    "under",
    "via",
    "within",
];

/// The most tokens of such a clause.
const LONGEST_CLAUSE: usize = 14;

/// The kind.
pub(crate) struct List;

/// The clause around the enumeration, as the question says it.
enum Frame {
    /// "countries accumulate", and "when risks rise" behind it where the sentence begins so.
    After(String),
    /// "become practical instruments of cooperation".
    Before(String),
}

impl Kind for List {
    fn name(&self) -> KindName {
        KindName::List
    }

    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft)) {
        let lists = Lists::of(reading);
        let sentences = reading.claims();
        sentences
            .flat_map(|at| of_sentence(reading, &lists, at))
            .for_each(found);
    }
}

fn of_sentence(reading: &Reading<'_>, lists: &Lists, at: At) -> Vec<Draft> {
    let start = beginning(reading, at);
    let series = reading.series(at).iter();
    let whole = series.filter(|series| series.items[0].start >= start);
    whole
        .flat_map(|series| {
            let start = begun(reading, at, start, series);
            of_series(reading, lists, at, start, series)
        })
        .collect()
}

/// Where the part of the sentence begins that the list ends: a clause behind a semicolon stands by itself.
fn begun(reading: &Reading<'_>, at: At, start: usize, series: &Series) -> usize {
    let first = series.items[0].start;
    let clauses = reading.clauses(at).iter().skip(1);
    let own = clauses
        .map(|clause| clause.subject.start)
        .filter(|subject| (start + 1..=first).contains(subject))
        .max();
    own.filter(|subject| reading.tokens(at)[subject - 1].is_any(reading.text(at), &[";", ":"]))
        .unwrap_or(start)
}

/// One draft for every item that can be asked for.
fn of_series(
    reading: &Reading<'_>,
    lists: &Lists,
    at: At,
    start: usize,
    series: &Series,
) -> Vec<Draft> {
    let Some(frame) = Frame::of(reading, at, start, series) else {
        return Vec::new();
    };
    let items = reading
        .items(at, series)
        .filter(|_| !is_cut(reading, at, series))
        .unwrap_or_default();
    let another = reading.subject(at, start).and_then(|subject| {
        let whole = |items: &[Stock]| frame.whole(items);
        lists.beside_another(reading, at, subject, series, whole)
    });
    let all = another.or_else(|| all_of(reading, at, &frame, &items));
    if let Some(all) = all {
        return vec![all];
    }
    let drafts = items.iter().filter_map(|key| {
        let others = items.iter().filter(|item| *item != key);
        let others: Vec<&str> = others.map(|item| item.text.as_str()).collect();
        Some(draft(reading, at, start, key, &frame.stem(&others, key)?))
    });
    drafts.collect()
}

/// One question for all items, among others that each of them could be taken for.
fn all_of(reading: &Reading<'_>, at: At, frame: &Frame, items: &[Stock]) -> Option<Draft> {
    let first = items.first()?.shape;
    let even = items
        .iter()
        .all(|item| item.shape.number == first.number && item.shape.opening == first.opening);
    let stem = frame.whole(items).filter(|_| even)?;
    let mut wrong: Vec<String> = Vec::new();
    for key in items {
        let wanted = Wanted {
            key,
            at,
            stem: &stem,
            subject: None,
        };
        let others = choose(reading, &wanted).wrong.into_iter();
        wrong.extend(
            others
                .filter(|other| is_new(other, &wrong))
                .take(1)
                .collect::<Vec<String>>(),
        );
    }
    Some(several(reading, at, stem, items, wrong))
}

fn several(
    reading: &Reading<'_>,
    at: At,
    stem: String,
    keys: &[Stock],
    wrong: Vec<String>,
) -> Draft {
    let texts: Vec<&str> = keys.iter().map(|item| item.text.as_str()).collect();
    Draft {
        stem,
        explanation: format!("The article names {}.", joined(&texts)),
        keys: texts.iter().map(|text| (*text).to_owned()).collect(),
        form: Form::Several,
        wrong,
        evidence: reading.evidence(at),
        score: 0.8 + 0.2 * reading.centrality_of(at),
    }
}

/// Whether it shares no word with those taken.
fn is_new(other: &str, taken: &[String]) -> bool {
    let words = stems(other);
    taken.iter().all(|known| stems(known).is_disjoint(&words))
}

/// Whether the last item is one word with more behind it: "people in canoes".
fn is_cut(reading: &Reading<'_>, at: At, series: &Series) -> bool {
    let last = series.items.last();
    last.is_some_and(|last| {
        let next = reading.tokens(at).get(last.end);
        last.len() == 1 && next.is_some_and(|next| next.tag == Tag::ADP)
    })
}

fn draft(reading: &Reading<'_>, at: At, start: usize, key: &Stock, stem: &str) -> Draft {
    let choice = choose(
        reading,
        &Wanted {
            key,
            at,
            stem,
            subject: reading.subject(at, start),
        },
    );
    Draft {
        stem: stem.to_owned(),
        keys: vec![key.text.clone()],
        form: Form::One,
        wrong: choice.wrong,
        evidence: reading.evidence(at),
        explanation: format!("The article names “{}” in the same breath.", key.text),
        score: 0.45 + 0.25 * choice.fit + 0.3 * reading.centrality_of(at),
    }
}

impl Frame {
    fn of(reading: &Reading<'_>, at: At, start: usize, series: &Series) -> Option<Self> {
        let first = series.items[0].start;
        match series.place {
            _ if first == start => predicate(reading, at, series).map(Frame::Before),
            Place::AfterVerb => clause(reading, at, start..first).map(Frame::After),
            Place::Start | Place::Elsewhere => None,
        }
    }

    /// The question for all items; `None` when one of them would not agree with the verb.
    fn whole(&self, items: &[Stock]) -> Option<String> {
        let several = items.iter().all(|item| item.shape.number == Number::Plural);
        match self {
            Frame::After(clause) => Some(format!("Which of these does the article say {clause}?")),
            Frame::Before(predicate) => {
                several.then(|| format!("Which of these, according to the article, {predicate}?"))
            }
        }
    }

    /// The question; `None` when the key would not agree with the verb.
    fn stem(&self, others: &[&str], key: &Stock) -> Option<String> {
        let others = joined(others);
        match self {
            Frame::After(clause) => Some(format!(
                "Besides {others}, what does the article say {clause}?"
            )),
            Frame::Before(predicate) => (key.shape.number == Number::Plural).then(|| {
                format!(
                    "Along with {others}, which of these, according to the article, {predicate}?"
                )
            }),
        }
    }
}

/// The main clause up to the enumeration, the sentence's condition moved behind it.
fn clause(reading: &Reading<'_>, at: At, run: Range<usize>) -> Option<String> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let comma = run.clone().find(|token| tokens[*token].is(text, ","));
    let conditional = tokens[run.start].is_any(text, CONDITIONAL);
    let main = match comma {
        Some(comma) if conditional => comma + 1..run.end,
        None if !conditional => run.clone(),
        _ => return None,
    };
    let sound = stands_alone(reading, at, run.clone())
        && is_simple(reading, at, &main)
        && !denies(reading.run(at, run.clone()));
    let said = reading.lowered(at, main.clone());
    let condition = comma.map(|comma| reading.lowered(at, run.start..comma));
    sound.then(|| condition.map_or_else(|| said.clone(), |condition| format!("{said} {condition}")))
}

/// Subject and verb and nothing that a question could not be made of.
fn is_simple(reading: &Reading<'_>, at: At, clause: &Range<usize>) -> bool {
    let text = reading.text(at);
    let tokens = &reading.tokens(at)[clause.clone()];
    let acts = |token: &Token| matches!(token.tag, Tag::VERB | Tag::AUX);
    acts_next(reading, at, clause.start)
        && tokens.iter().any(acts)
        && tokens.len() <= LONGEST_CLAUSE
        && !tokens.iter().any(|token| token.is_any(text, BARRED))
        && !ends_in_gerund(text, tokens)
        && !tokens
            .last()
            .is_some_and(|last| last.is_any(text, STRANDED))
}

/// Whether the clause begins with a phrase that goes on to a verb, and not with "today the traffic".
fn acts_next(reading: &Reading<'_>, at: At, start: usize) -> bool {
    let next = reading
        .phrase_from(at, start)
        .and_then(|phrase| reading.tokens(at).get(phrase.tokens.end));
    next.is_some_and(|next| matches!(next.tag, Tag::VERB | Tag::AUX | Tag::ADV | Tag::ADP))
}

/// "clear rules for handling": what follows may belong to the rules.
fn ends_in_gerund(text: &str, clause: &[Token]) -> bool {
    clause
        .last()
        .is_some_and(|last| last.of(text).ends_with("ing"))
}

/// What is said of a subject that is an enumeration.
fn predicate(reading: &Reading<'_>, at: At, series: &Series) -> Option<String> {
    let tokens = reading.tokens(at);
    let run = series.items.last()?.end..tokens.len().checked_sub(1)?;
    let said = tokens.get(run.clone())?;
    let verb = said.iter().find(|token| token.tag != Tag::ADV)?;
    let words = reading.run(at, run.clone());
    let sound = matches!(verb.tag, Tag::VERB | Tag::AUX)
        && (4..=LONGEST_CLAUSE).contains(&said.len())
        && stands_alone(reading, at, run)
        && !words.contains([',', ':', ';', '(', ')', '–', '—'])
        && !denies(words);
    sound.then(|| words.to_owned())
}

/// "a and b"; "a, b and c".
fn joined(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    /// Other enumerations of the article, from which wrong options come.
    const OTHERS: &str = "The harbour office keeps tide tables, pilot books, and old charts in its long drawers.\n\n\
        Every winter the crews repair fishing nets, broken masts, and rusty chains beside the fire.";

    #[track_caller]
    fn check(sentence: &str, expected: Expect) {
        let text = format!("# Harbours\n\n{sentence}\n\n{OTHERS}\n");
        let all = drafts(&List, &text);
        let shown: Vec<&str> = all
            .split("\n\n")
            .filter(|draft| about(draft, sentence))
            .collect();
        expected.assert_eq(&shown.join("\n\n"));
    }

    /// Whether the draft's key stands in the sentence.
    fn about(draft: &str, sentence: &str) -> bool {
        let key = draft.lines().find_map(|line| line.strip_prefix("* "));
        key.is_some_and(|key| sentence.to_lowercase().contains(&key.to_lowercase()))
    }

    #[test]
    fn what_a_verb_takes_is_asked_for_with_the_others_named() {
        check(
            "Port towns build stone piers, deep basins, and wide roads.",
            expect![[r#"
                Which of these does the article say port towns build?
                * stone piers
                * deep basins
                * wide roads
                tide tables
                pilot books
                old charts"#]],
        );
    }

    #[test]
    fn a_condition_moves_behind_the_clause() {
        check(
            "When storms come, port towns need wooden gates, narrow locks, and heavy booms.",
            expect![[r#"
                Which of these does the article say port towns need when storms come?
                * wooden gates
                * narrow locks
                * heavy booms
                tide tables
                pilot books
                old charts"#]],
        );
    }

    #[test]
    fn a_subject_is_asked_for_when_it_agrees_with_the_verb() {
        check(
            "Strong walls, deep ditches, and a watchful garrison protect the towns of this coast.",
            expect![[""]],
        );
        check(
            "Strong walls, deep ditches, and iron gates protect the towns of the coast.",
            expect![[r#"
                Which of these, according to the article, protect the towns of the coast?
                * strong walls
                * deep ditches
                * iron gates
                tide tables
                pilot books
                old charts"#]],
        );
    }

    #[test]
    fn what_points_back_or_denies_is_not_asked() {
        check(
            "These towns build stone piers, deep basins, and wide roads.",
            expect![[""]],
        );
        check(
            "Port towns never build stone piers, deep basins, or wide roads.",
            expect![[""]],
        );
    }
}
