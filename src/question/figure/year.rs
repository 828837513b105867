//! In which year something happened, asked with the whole of what happened.
//!
//! Apart from the sentences with a gap: a question says what it asks for.

use std::ops::RangeInclusive;

use super::{Numbers, Sort, asking, number_at};
use crate::language::{Adjunct, Clause, Role};
use crate::question::Draft;
use crate::question::ask::Asking;
use crate::question::clarity::is_limited;
use crate::question::definite::meanings;
use crate::question::reading::{At, Reading};

/// The years between which the title says that all of it happened: "The schism of Karveth, 1682–1689".
pub(super) fn titled_years(reading: &Reading<'_>) -> Option<RangeInclusive<u64>> {
    let parts = reading.article.title.split(|c: char| !c.is_ascii_digit());
    let years = parts.filter(|part| part.len() == 4);
    let years: Vec<u64> = years.filter_map(|part| part.parse().ok()).collect();
    match years.as_slice() {
        [first, last] if first < last => Some(*first..=*last),
        _ => None,
    }
}

/// Later than such a year one may lie ahead of the reader.
const RECENT: u64 = 2000;

/// The last year that could be told of in an article of which the claims are known: where it comes down to our days,
/// the latest that it gives.
pub(in crate::question) fn last_year(reading: &Reading<'_>) -> u64 {
    let numbers = Numbers::of(reading).0.into_iter();
    let years = numbers.filter(|(_, _, sort)| *sort == Sort::Year);
    let latest = years.map(|(_, year, _)| year.digits).max();
    latest.filter(|year| *year > RECENT).unwrap_or(u64::MAX)
}

/// "In which year did the canal open?", of clauses that say so in two words.
pub(super) fn in_which_year(
    reading: &Reading<'_>,
    all: &Numbers,
    at: At,
    asked: &[Asking<'_, '_>],
) -> Vec<Draft> {
    let dated = asked.iter().flat_map(|asking| {
        asking
            .clause
            .adjuncts(Role::Time)
            .map(move |adjunct| (asking, adjunct))
    });
    let drafts = dated.filter_map(|(asked, adjunct)| {
        let plain = adjunct.tokens.len() == 2
            && reading.tokens(at)[adjunct.tokens.start].is(reading.text(at), "in");
        number_at(reading, at, adjunct.body).filter(|(_, sort)| plain && *sort == Sort::Year)?;
        // "They kept a lamp until 1691" in more years than one.
        let lasts = reading.tokens(at)[asked.clause.predicate()]
            .iter()
            .any(|token| token.is_any(reading.text(at), &["since", "until"]));
        // "Records begin only in 1094": the year alone is not what is said of them, nor of what is so still.
        // "In which year did they accept the proposal?" Which one?
        let clear = meanings(reading, at, &asked.clause.predicate(), None)
            .is_some_and(|known| known.is_empty());
        // "The leader was Matis Oravel, who had become warden in 1605".
        let end = end_of_deed(asked);
        let aside = end < asked.clause.rest.end && end < adjunct.tokens.start;
        // "Was closed in 1969 and reopened in 1994".
        let (verb, tail) = (&asked.clause.verb, asked.clause.tail.last());
        let behind = tail.map_or(asked.clause.rest.end, |tail| tail.tokens.end);
        let mut years = (verb.tokens.start..behind).filter(|token| {
            number_at(reading, at, *token).is_some_and(|(_, sort)| sort == Sort::Year)
        });
        let again = years.any(|token| token != adjunct.body);
        if aside
            || again
            || !clear
            || !asked.is_past()
            || reading.tokens(at)[verb.tokens.start].is(reading.text(at), "had")
            || lasts
            || is_limited(reading, at, asked.clause.predicate())
        {
            return None;
        }
        let stem = format!("In which year {}?", asked.inverted(end)?);
        asking(reading, all, at, adjunct.body, stem, 0.55)
    });
    drafts.collect()
}

/// Where what was done ends: "an account of plates, elegant and complete" goes on behind a comma about that,
/// unless the comma stands in a list.
fn end_of_deed(asked: &Asking<'_, '_>) -> usize {
    let (reading, at, rest) = (asked.reading, asked.at, &asked.clause.rest);
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let lists = || reading.series(at).iter().flat_map(|series| &series.items);
    let comma = rest.clone().find(|token| {
        let listed = lists().any(|item| item.start > *token && item.start < rest.end);
        tokens[*token].is(text, ",") && !listed
    });
    comma.unwrap_or(rest.end)
}

/// The year that a clause says something happened in.
pub(in crate::question) fn year(reading: &Reading<'_>, at: At, clause: &Clause) -> Option<u64> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let told = !tokens[clause.verb.tokens.start].is(text, "had");
    let in_it =
        |adjunct: &&Adjunct| told && tokens[adjunct.tokens.start].is_any(text, &["in", "on"]);
    let years = clause
        .adjuncts(Role::Time)
        .filter(in_it)
        .flat_map(|adjunct| adjunct.tokens.clone());
    let mut found = years
        .filter_map(|token| number_at(reading, at, token).filter(|(_, sort)| *sort == Sort::Year));
    found.next().map(|(number, _)| number.digits)
}
