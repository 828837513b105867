//! What stands under which heading, and what a heading says.
//!
//! Headings are an article's own summary, so a question about them is about its argument.

use crate::language::{Tag, stems};

use super::clarity::denies;
use super::distractor::WRONG;
use super::draft::hash;
use super::gap::GAP;
use super::reading::{At, Reading, Slot, Stock, upper_first};
use super::{Draft, Kind, KindName};

/// The kind.
pub(crate) struct Heading;

impl Kind for Heading {
    fn name(&self) -> KindName {
        KindName::Heading
    }

    fn drafts(&self, reading: &Reading<'_>) -> Vec<Draft> {
        let said = reading.headings().filter_map(|at| subject_of(reading, at));
        let places = reading.claims().flat_map(|at| place_of(reading, at));
        said.chain(places).collect()
    }
}

/// Asks for the subject of a heading that is a statement.
fn subject_of(reading: &Reading<'_>, at: At) -> Option<Draft> {
    let key = subject(reading, at)?;
    let end = reading.tokens(at).len() - usize::from(reading.words(at).ends_with('.'));
    let rest = reading.run(at, key.tokens.end..end);
    let others = reading
        .headings()
        .filter(|other| *other != at)
        .filter_map(|other| subject(reading, other));
    let taken = stems(rest);
    let fair = |other: &Stock| {
        other.stems.is_disjoint(&key.stems)
            && other.stems.is_disjoint(&taken)
            && other.shape.number == key.shape.number
    };
    let wrong: Vec<String> = others
        .filter(fair)
        .map(|other| upper_first(&other.text))
        .take(WRONG)
        .collect();
    let sound = !denies(rest) && key.stems.is_disjoint(&taken);
    sound.then(|| Draft {
        stem: format!("Which words complete this heading from the article? “{GAP} {rest}.”"),
        key: upper_first(&key.text),
        wrong,
        evidence: reading.evidence(at),
        explanation: format!("The heading reads: “{}”", reading.words(at)),
        score: 0.9,
    })
}

/// The subject of a statement: the phrase that it begins with, before its verb.
fn subject(reading: &Reading<'_>, at: At) -> Option<Stock> {
    let phrase = reading
        .phrases(at)
        .into_iter()
        .find(|phrase| phrase.tokens.start == 0)?;
    let next = reading.tokens(at).get(phrase.tokens.end)?;
    let verb = matches!(next.tag, Tag::VERB | Tag::AUX);
    verb.then(|| reading.option(at, phrase.tokens, Slot::Subject))
        .flatten()
}

/// Asks for the heading that a detail stands under, when they share no word.
fn place_of(reading: &Reading<'_>, at: At) -> Option<Draft> {
    let key = reading.heading_over(at)?;
    let detail = detail(reading, at, key)?;
    let wrong = other_headings(reading, key, &detail);
    Some(Draft {
        stem: format!("Under which heading does the article discuss {detail}?"),
        key: trimmed(key),
        wrong,
        evidence: reading.evidence(at),
        explanation: format!("It stands under “{}”.", trimmed(key)),
        score: 0.5 + 0.4 * reading.centrality(reading.words(at)),
    })
}

/// An enumeration of the sentence, when it stands nowhere else and shares no word with a heading.
fn detail(reading: &Reading<'_>, at: At, heading: &str) -> Option<String> {
    let series = reading
        .series(at)
        .into_iter()
        .find(|series| series.items.len() == 3)?;
    if reading.repeats(at, &series) {
        return None;
    }
    let options: Option<Vec<Stock>> = series
        .items
        .iter()
        .map(|item| reading.option(at, item.clone(), Slot::Item))
        .collect();
    let texts: Vec<String> = options?.into_iter().map(|option| option.text).collect();
    let detail = format!("{}, {} and {}", texts[0], texts[1], texts[2]);
    stems(&detail)
        .is_disjoint(&stems(heading))
        .then_some(detail)
}

/// The other headings, in an order of chance fixed by the detail; none when lengths tell.
fn other_headings(reading: &Reading<'_>, key: &str, detail: &str) -> Vec<String> {
    let headings = reading
        .article
        .sections
        .iter()
        .filter_map(|section| section.heading.as_deref());
    let mut others: Vec<String> = headings
        .filter(|heading| *heading != key)
        .map(trimmed)
        .collect();
    others.sort_by_key(|heading| hash(&[detail, heading]));
    others.dedup();
    others.truncate(WRONG);
    others
}

fn trimmed(heading: &str) -> String {
    heading.trim_end_matches('.').to_owned()
}
