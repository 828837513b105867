//! Wrong options: phrases of the same article that could stand in the key's place and do not.
//!
//! Apart from the kinds, because what makes an option fair is the same for all of them.

use crate::language::{Stems, stems};

use super::draft::hash;
use super::reading::{At, Reading, Stock};

/// How many wrong options a question has.
pub(crate) const WRONG: usize = 3;

/// What wrong options are wanted for.
pub(crate) struct Wanted<'a> {
    /// The right one.
    pub(crate) key: &'a Stock,
    /// Where the claim stands.
    pub(crate) at: At,
    /// The question's own words.
    pub(crate) stem: &'a str,
}

/// Three phrases of the key's shape, none of them supported where the key stands; fewer when the
/// article has no more. The same article gives the same ones.
pub(crate) fn choose(reading: &Reading<'_>, wanted: &Wanted<'_>) -> Vec<String> {
    let stem = stems(wanted.stem);
    if !wanted.key.stems.is_disjoint(&stem) {
        return Vec::new();
    }
    let mut fit: Vec<&Stock> = reading
        .stock
        .iter()
        .filter(|other| fits(reading, wanted, &stem, other))
        .collect();
    fit.sort_by_key(|other| {
        (
            distance(wanted.key, other),
            hash(&[&wanted.key.text, &other.text]),
        )
    });
    let chosen = take_apart(wanted.key, &fit);
    if is_balanced(&wanted.key.text, &chosen) {
        chosen
    } else {
        Vec::new()
    }
}

/// Whether a phrase could stand in the key's place, and does not.
fn fits(reading: &Reading<'_>, wanted: &Wanted<'_>, stem: &Stems, other: &Stock) -> bool {
    let key = wanted.key;
    let elsewhere =
        reading.passage(other.at).paragraph.is_some() && other.at.passage != wanted.at.passage;
    elsewhere
        && is_alike(key, other)
        && other.stems.is_disjoint(&key.stems)
        && other.stems.is_disjoint(stem)
        && !is_supported(reading, wanted.at, other)
}

/// Of one number, opening and sort, and about as long.
fn is_alike(key: &Stock, other: &Stock) -> bool {
    let (a, b) = (key.shape, other.shape);
    let long = key.text.chars().count().max(other.text.chars().count());
    let short = key.text.chars().count().min(other.text.chars().count());
    a.number == b.number
        && a.opening == b.opening
        && a.being == b.being
        && a.tone.signum() * b.tone.signum() >= 0
        && (key.stems.len() == 1) == (other.stems.len() == 1)
        && a.tail == b.tail
        && a.words.abs_diff(b.words) <= 1
        && (a.words == 1) == (b.words == 1)
        && long * 3 <= short * 5
}

/// Whether the article says it near the claim too: in its paragraph, or in the ones beside it.
fn is_supported(reading: &Reading<'_>, at: At, other: &Stock) -> bool {
    let here = reading.passage(at).text;
    other.stems.is_subset(&stems(here))
}

/// How far two phrases are from being of one kind: small is close.
fn distance(key: &Stock, other: &Stock) -> usize {
    let slot = if key.slot == other.slot { 0 } else { 4 };
    let tone = if key.shape.tone == other.shape.tone {
        0
    } else {
        3
    };
    let words = key.shape.words.abs_diff(other.shape.words) * 2;
    let length = key
        .text
        .chars()
        .count()
        .abs_diff(other.text.chars().count())
        / 4;
    slot + tone + words + length
}

/// The closest phrases of which no two share a word.
fn take_apart(key: &Stock, fit: &[&Stock]) -> Vec<String> {
    let mut taken: Vec<&Stock> = Vec::new();
    for other in fit {
        let apart = taken
            .iter()
            .all(|before| before.stems.is_disjoint(&other.stems));
        if apart && other.text != key.text {
            taken.push(other);
        }
        if taken.len() == WRONG {
            break;
        }
    }
    taken.into_iter().map(|other| other.text.clone()).collect()
}

/// Whether the key's length does not give it away: it is neither the longest nor the shortest by
/// more than a fifth.
fn is_balanced(key: &str, wrong: &[String]) -> bool {
    let key = key.chars().count();
    let lengths = || wrong.iter().map(|other| other.chars().count());
    let longest = lengths().max().unwrap_or_default();
    let shortest = lengths().min().unwrap_or_default();
    key * 5 <= longest * 6 && shortest * 5 <= key * 6
}
