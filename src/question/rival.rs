//! Wrong options that are deeds or statements: said in the article, but not there.
//!
//! Apart from `distractor`, whose options are phrases. What makes them fair is the same: of the
//! key's length and tone, from another paragraph, about something else.

use crate::language::{Number, Stems, stems};

use super::deed::Deed;
use super::distractor::CANDIDATES;
use super::draft::hash;
use super::reading::{At, Reading};
use super::referent::Subject;
use super::statement::{Being, Statement};

/// How many deeds or statements around the key's place are looked at: see `stock`.
const LOOKED_AT: usize = 120;

/// What wrong deeds are wanted for.
pub(crate) struct Sought<'a> {
    pub(crate) key: &'a Deed,
    pub(crate) subject: &'a Subject,
    /// The question's own words.
    pub(crate) stem: &'a str,
    /// Whether the question says under what condition or when: then what the same one does at
    /// another time is a good wrong option, and else none.
    pub(crate) pinned: bool,
}

/// Deeds of the same sort of actor that the article tells elsewhere.
pub(crate) fn deeds<'a>(reading: &'a Reading<'_>, sought: &Sought<'_>) -> Vec<&'a Deed> {
    let said = stems(sought.stem);
    let key = sought.key;
    if !key.stems.is_disjoint(&said) {
        return Vec::new();
    }
    let near = around(&reading.deeds, key.at, |deed| deed.at);
    let mut fit: Vec<&Deed> = near
        .iter()
        .filter(|other| is_rival(reading, sought, &said, other))
        .collect();
    fit.sort_by_cached_key(|other| {
        (
            other.chars().abs_diff(key.chars()) / 8 + 2 * (3 - kinship(reading, key.at, other.at)),
            hash(&[&key.plain(), &other.plain()]),
        )
    });
    let mut taken: Vec<&Deed> = Vec::new();
    for other in fit {
        let apart = taken
            .iter()
            .all(|known| known.stems.is_disjoint(&other.stems) && !known.shares_verb(other));
        if apart && taken.len() < CANDIDATES {
            taken.push(other);
        }
    }
    taken
}

fn is_rival(reading: &Reading<'_>, sought: &Sought<'_>, said: &Stems, other: &Deed) -> bool {
    let key = sought.key;
    let same_actor = other.actor.stem.is_some() && other.actor.stem == sought.subject.stem;
    let owned = other
        .owner
        .is_none_or(|owner| Some(owner) == key.owner || is_owner(sought.subject, owner));
    other.at.passage != key.at.passage
        && owned
        && (other.actor.is_like(&key.actor) || other.actor.is_person && sought.subject.is_person)
        && (!same_actor || sought.pinned && other.pinned)
        && (other.tone < 0) == (key.tone < 0)
        && is_as_long(key.chars(), other.chars())
        && !other.shares_verb(key)
        && other.stems.is_disjoint(&key.stems)
        && other.stems.is_disjoint(said)
        && !other.stems.is_subset(reading.said_around(key.at))
}

/// Whether "their" or "its" can mean the subject.
fn is_owner(subject: &Subject, owner: &str) -> bool {
    match owner {
        "their" => subject.number == Number::Plural,
        "its" => subject.number == Number::Singular && !subject.is_person,
        "your" => subject.pronoun == "you",
        _ => false,
    }
}

/// Statements for the place of `key`, those that fit `first` before the others.
pub(crate) fn statements<'a>(
    reading: &'a Reading<'_>,
    key: &Statement,
    stem: &str,
    first: impl Fn(&Statement) -> bool,
) -> Vec<&'a Statement> {
    let said = stems(stem);
    let fits = |other: &&Statement| {
        other.at.passage != key.at.passage
            && is_of_time(other.past, key.past)
            && (other.tone < 0) == (key.tone < 0)
            && is_as_long(key.text.chars().count(), other.text.chars().count())
            && other.stems.shared(&key.stems) < 2
            && is_fair(&said, &key.stems, &other.stems)
    };
    let near = around(&reading.statements, key.at, |statement| statement.at);
    let mut fit: Vec<&Statement> = near.iter().filter(fits).collect();
    fit.sort_by_cached_key(|other| {
        let apart = other
            .text
            .chars()
            .count()
            .abs_diff(key.text.chars().count())
            / 12;
        let distance = apart + 2 * (3 - kinship(reading, key.at, other.at));
        (!first(other), distance, hash(&[&key.text, &other.text]))
    });
    let mut taken: Vec<&Statement> = Vec::new();
    for other in fit {
        let apart = taken.iter().all(|known| {
            known.at.passage != other.at.passage && known.stems.shared(&other.stems) < 2
        });
        if apart && taken.len() < CANDIDATES {
            taken.push(other);
        }
    }
    taken
}

/// Whether both are told of what is past, or both are not, as far as it can be told.
fn is_of_time(one: Option<bool>, other: Option<bool>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

/// Things that something else is said to be.
pub(crate) fn beings<'a>(reading: &'a Reading<'_>, key: &Being, stem: &str) -> Vec<&'a Being> {
    let said = stems(stem);
    let near = around(&reading.beings, key.at, |being| being.at);
    let fits = |other: &&Being| {
        other.at != key.at
            && other.opening == key.opening
            && other.subject != key.subject
            && is_as_long(key.text.chars().count(), other.text.chars().count())
            && other.stems.shared(&key.stems) < 2
            && is_fair(&said, &key.stems, &other.stems)
    };
    let mut fit: Vec<&Being> = near.iter().filter(fits).collect();
    fit.sort_by_cached_key(|other| hash(&[&key.text, &other.text]));
    fit.truncate(CANDIDATES);
    fit
}

/// How near two sentences are in matter, 0 to 3: by the words they share, what the whole article is
/// about left out, and by standing in one section.
fn kinship(reading: &Reading<'_>, one: At, two: At) -> usize {
    let shared = reading.stems_of(one).intersection(reading.stems_of(two));
    let own = shared.filter(|stem| !reading.topic.contains(*stem)).count();
    let near = usize::from(reading.passage(one).section == reading.passage(two).section);
    (own + near).min(3)
}

/// Whether the key shares no more words with the question than the other does, or none.
fn is_fair(said: &Stems, key: &Stems, other: &Stems) -> bool {
    let shared = |stems: &Stems| stems.shared(said);
    shared(key) == 0 && shared(other) == 0 || shared(key) > 0 && shared(other) > 0
}

/// Neither half as long again nor a third shorter.
fn is_as_long(key: usize, other: usize) -> bool {
    other * 3 >= key * 2 && other * 2 <= key * 3
}

/// The part of what the article holds that stands around a place.
pub(super) fn around<T, P: Ord>(all: &[T], at: P, place: impl Fn(&T) -> P) -> &[T] {
    let middle = all.partition_point(|one| place(one) < at);
    let start = middle
        .saturating_sub(LOOKED_AT / 2)
        .min(all.len().saturating_sub(LOOKED_AT));
    &all[start..all.len().min(start + LOOKED_AT)]
}
