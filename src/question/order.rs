//! What comes first: the order in which events happened, and in which the article takes up its points.
//!
//! Apart from `heading`, which asks where something stands, not what stands before it.

use std::cmp::Reverse;

use crate::language::{Clause, Role, Tag, Token, stems};

use super::capital::upper_first;
use super::figure::year;
use super::heading::finite_verb;
use super::quote::Quote;
use super::reading::{At, Reading};
use super::statement::Statement;
use super::{Draft, Form, Kind, KindName};

/// So many events or headings are put in order.
const STEPS: usize = 4;

/// With fewer it can be guessed.
const FEWEST: usize = 3;

/// So many years must lie between two events: what happened in one breath has no order.
const APART: u64 = 2;

/// The fewest and the most words of a sentence that is put in order with others of its section.
const STEP_WORDS: std::ops::RangeInclusive<usize> = 4..=20;

/// Words that tell what comes before or after.
const PLACED: &[&str] = &[
    "after",
    "already",
    "before",
    "begin",
    "begins",
    "end",
    "ends",
    "eventually",
    "final",
    "finally",
    "first",
    "firstly",
    "last",
    "lastly",
    "next",
    "once",
    "second",
    "secondly",
    "start",
    "starts",
    "third",
    "until",
];

/// The kind.
pub(crate) struct Order;

/// Something that happened, and when.
struct Event {
    year: u64,
    at: At,
    text: String,
}

impl Kind for Order {
    fn name(&self) -> KindName {
        KindName::Order
    }

    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft)) {
        let all: Vec<(At, String)> = reading
            .claims()
            .filter_map(|at| Some((at, point(reading, at)?)))
            .collect();
        let made = [events(reading), headings(reading), points(reading, &all)];
        let steps: Vec<(At, String)> = reading
            .claims()
            .filter_map(|at| Some((at, step(reading, at)?)))
            .collect();
        let sections =
            steps.chunk_by(|(one, _), (two, _)| section(reading, *one) == section(reading, *two));
        let within = sections.filter_map(|steps| within(reading, steps));
        made.into_iter().flatten().chain(within).for_each(found);
    }
}

/// The events that the article dates, in the order of their years.
fn events(reading: &Reading<'_>) -> Option<Draft> {
    let mut events: Vec<Event> = reading
        .claims()
        .filter_map(|at| event(reading, at))
        .collect();
    events.sort_by_key(|event| (event.year, event.at));
    let mut apart: Vec<Event> = Vec::new();
    for event in events {
        if apart
            .last()
            .is_none_or(|last| last.year + APART <= event.year)
        {
            apart.push(event);
        }
    }
    let steps = spread(apart, STEPS);
    let evidence = reading.evidence(steps.first().filter(|_| steps.len() >= FEWEST)?.at);
    let years: Vec<String> = steps.iter().map(|event| event.year.to_string()).collect();
    Some(Draft {
        stem: "In what order did these things happen, according to the article? Begin with the earliest.".to_owned(),
        keys: steps.iter().map(|event| upper_first(&event.text)).collect(),
        form: Form::Ordered,
        wrong: Vec::new(),
        evidence,
        explanation: format!("The article dates them {}.", years.join(", ")),
        score: 0.95,
    })
}

/// What a sentence says happened in a year that it names.
fn event(reading: &Reading<'_>, at: At) -> Option<Event> {
    let clause = reading.clause(at)?;
    let year = year(reading, at, clause)?;
    let said = Statement::of(reading, at, clause.subject.start..clause.rest.end)?;
    // "In 2010 to several hundred million by the end": what is said goes on behind the year.
    let whole = clause
        .tail
        .iter()
        .all(|adjunct| adjunct.role != Role::Time || adjunct.tokens.len() < 5);
    let plain =
        whole && !said.text.contains(|c: char| c.is_ascii_digit()) && !is_dated_before(reading, at);
    plain.then_some(Event {
        year,
        at,
        text: said.text,
    })
}

/// The headings, in the order of the article, when there are so many that guessing does not help.
fn headings(reading: &Reading<'_>) -> Option<Draft> {
    let headings: Vec<At> = reading
        .headings()
        .filter(|at| reading.passage(*at).section > 0 && !stems(reading.words(*at)).is_empty())
        .collect();
    let dated = headings
        .iter()
        .any(|at| reading.words(*at).contains(|c: char| c.is_ascii_digit()));
    // "Feeding", "The hot month": a label says nothing that would come before or after.
    let stated = headings
        .iter()
        .filter(|at| finite_verb(reading, **at).is_some())
        .count();
    let said = !dated && stated == headings.len();
    let steps = spread(headings, if said { STEPS } else { 0 });
    let first = *steps.first().filter(|_| steps.len() == STEPS)?;
    let text = |at: &At| reading.words(*at).trim_end_matches('.').to_owned();
    Some(Draft {
        stem: "In what order does the article take up these points? Begin with the first."
            .to_owned(),
        keys: steps.iter().map(text).collect(),
        form: Form::Ordered,
        wrong: Vec::new(),
        evidence: reading.evidence(first),
        explanation: "This is the order of the article’s headings.".to_owned(),
        score: 0.8,
    })
}

/// Whether two sentences stand in one section, or, in an article of few sections, in one paragraph.
fn is_one_part(reading: &Reading<'_>, one: At, two: At) -> bool {
    match reading.article.sections.len() {
        ..STEPS => one.passage == two.passage,
        _ => section(reading, one) == section(reading, two),
    }
}

/// Of each section the point that has most to do with what the article is about, in the order of the
/// article.
fn points(reading: &Reading<'_>, all: &[(At, String)]) -> Option<Draft> {
    let parts = all.chunk_by(|(one, _), (two, _)| is_one_part(reading, *one, *two));
    let weight = |(at, point): &&(At, String)| (reading.weight(point), Reverse(*at));
    let taken = parts.filter_map(|points| points.iter().max_by_key(weight));
    let steps = spread(taken.collect(), STEPS);
    let (first, _) = steps.first().filter(|_| steps.len() == STEPS)?;
    Some(Draft {
        stem: "In what order does the article make these points? Begin with the first.".to_owned(),
        evidence: reading.evidence(*first),
        keys: steps.iter().map(|(_, point)| upper_first(point)).collect(),
        form: Form::Ordered,
        wrong: Vec::new(),
        explanation: "They stand in the article in this order.".to_owned(),
        score: 0.75,
    })
}

/// What one section says, in its order.
fn within(reading: &Reading<'_>, said: &[(At, String)]) -> Option<Draft> {
    let steps = spread(said.iter().collect(), STEPS);
    let (first, _) = steps.first().filter(|_| steps.len() >= FEWEST)?;
    let heading = reading.heading_over(*first)?;
    Some(Draft {
        stem: format!(
            "In what order does the article say these things under “{heading}”? Begin with the first."
        ),
        evidence: reading.evidence(*first),
        keys: steps.iter().map(|(_, said)| said.clone()).collect(),
        form: Form::Ordered,
        wrong: Vec::new(),
        explanation: "They stand under this heading in this order.".to_owned(),
        score: 0.3,
    })
}

/// A short sentence that stands on its own and does not tell its place.
fn step(reading: &Reading<'_>, at: At) -> Option<String> {
    let quote = Quote::whole(reading, at, STEP_WORDS).filter(|quote| quote.is_verbatim(reading))?;
    let said = quote.text(reading);
    let dated = said.contains(|c: char| c.is_ascii_digit());
    (!is_placed(reading, at) && !dated && reading.weight(&said) > 0)
        .then(|| said.trim_end_matches('.').to_owned())
}

/// "Cholera had first reached the city": says beside its verb what came before, which would tell its
/// place; "the first survey" does not.
fn is_dated_before(reading: &Reading<'_>, at: At) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let free = |pair: &[Token]| pair[0].tag != Tag::DET && pair[1].is_any(text, PLACED);
    tokens.windows(2).any(free)
}

/// Whether a word of the sentence tells what comes before or after.
fn is_placed(reading: &Reading<'_>, at: At) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    tokens.iter().any(|token| token.is_any(text, PLACED))
}

fn section(reading: &Reading<'_>, at: At) -> usize {
    reading.passage(at).section
}

/// What a sentence says, when it says something of the article's matters in few words.
fn point(reading: &Reading<'_>, at: At) -> Option<String> {
    let alone =
        |clause: &&Clause| !clause.is_order() && clause.tail.is_empty() && clause.lead.is_none();
    let clause = reading.clause(at).filter(alone)?;
    let said = Statement::of(reading, at, clause.subject.start..clause.rest.end)?;
    let words = said.text.split(' ').count();
    let repeats = reading
        .series(at)
        .iter()
        .any(|series| reading.repeats(at, series));
    let heavy = reading.weight(&said.text) > 1 && (6..=16).contains(&words) && !repeats;
    heavy.then_some(said.text)
}

/// At most so many, evenly taken from all.
fn spread<T>(all: Vec<T>, most: usize) -> Vec<T> {
    let count = all.len();
    let taken =
        |at: usize| count <= most || (0..most).any(|step| step * (count - 1) / (most - 1) == at);
    all.into_iter()
        .enumerate()
        .filter(|(at, _)| taken(*at))
        .map(|(_, one)| one)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        expected.assert_eq(&drafts(&Order, text));
    }

    #[test]
    fn events_by_their_years() {
        check(
            "# Canals\n\nThe long canal was opened in 1822. In 1773 James Watt made the first survey.\n\n\
             Parliament passed the necessary act in 1803.\n",
            expect![[r#"
                In what order did these things happen, according to the article? Begin with the earliest.
                * James Watt made the first survey
                * Parliament passed the necessary act
                * The long canal was opened"#]],
        );
    }

    #[test]
    fn events_of_one_year_have_no_order() {
        check(
            "# Canals\n\nThe canal was opened in 1822. The first ship sailed in 1822. The quay was built in 1823.\n",
            expect![[""]],
        );
    }

    #[test]
    fn four_headings() {
        let text = "# Canals\n\nText.\n\n## The plans fail twice\n\nText.\n\n## The mud stops every shovel\n\nText.\n\n## The guests arrive by steam\n\nText.\n\n## The yachts use every lock\n\nText.\n";
        check(
            text,
            expect![[r#"
            In what order does the article take up these points? Begin with the first.
            * The plans fail twice
            * The mud stops every shovel
            * The guests arrive by steam
            * The yachts use every lock"#]],
        );
        check(&text.replace("## The yachts", "The yachts"), expect![[""]]);
        let mut labels = text.replace(" fail twice", "");
        labels = labels.replace(" stops every shovel", "");
        check(&labels, expect![[""]]);
    }

    #[test]
    fn what_a_section_says_in_its_order() {
        check(
            "# Canals\n\n## Digging canals\n\nMasons cut the stone of canals by hand. First of all the banks gave way. \
             Canals were puddled with clay and water. Boats on canals were drawn by horses.\n",
            expect![[r#"
                In what order does the article say these things under “Digging canals”? Begin with the first.
                * Masons cut the stone of canals by hand
                * Canals were puddled with clay and water
                * Boats on canals were drawn by horses"#]],
        );
    }
}
