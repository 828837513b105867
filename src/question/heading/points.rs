//! Which of several points stand under a heading.
//!
//! Apart from the kind's other questions, which ask for a heading and have the others for options.

use std::cmp::Reverse;

use super::Titles;
use crate::question::clarity::denies;
use crate::question::distractor::WRONG;
use crate::question::draft::hash;
use crate::question::quote::Quote;
use crate::question::reading::{At, Reading};
use crate::question::rival::around;
use crate::question::{Draft, Form};

/// The fewest and the most words of a point that is an option.
const OPTION_WORDS: std::ops::RangeInclusive<usize> = 7..=24;

/// A word in more sentences than this says nothing of where one stands.
const TELLING_PLACES: usize = 40;

/// Two points of one paragraph that could well stand elsewhere, among points of other sections: which of them stand under its heading.
pub(super) fn points_under(reading: &Reading<'_>, titles: &Titles<'_>) -> Vec<Draft> {
    let points: Vec<Point> = reading
        .claims()
        .filter_map(|at| Point::of(reading, titles, at))
        .collect();
    let sections = points.chunk_by(|one, two| one.section == two.section);
    sections
        .filter_map(|inside| of_section(reading, titles, &points, inside))
        .collect()
}

/// A sentence that can be an option: it stands alone and leads to no heading.
struct Point {
    at: At,
    section: usize,
    text: String,
    /// Whether it could well stand in another section.
    is_lured: bool,
}

impl Point {
    fn of(reading: &Reading<'_>, titles: &Titles<'_>, at: At) -> Option<Self> {
        let own = titles.over(reading, at)?;
        let quote =
            Quote::whole(reading, at, OPTION_WORDS).filter(|quote| quote.is_verbatim(reading))?;
        let text = quote.text(reading);
        let sound = titles.are_apart(reading, &text, own)
            && reading.weight(&text) > 1
            && !denies(&text)
            && !reading
                .series(at)
                .iter()
                .any(|series| reading.repeats(at, series));
        sound.then(|| Point {
            at,
            section: reading.passage(at).section,
            is_lured: is_lured(reading, at),
            text,
        })
    }
}

fn of_section(
    reading: &Reading<'_>,
    titles: &Titles<'_>,
    points: &[Point],
    inside: &[Point],
) -> Option<Draft> {
    let pairs = inside
        .iter()
        .enumerate()
        .flat_map(|(at, one)| inside[at + 1..].iter().map(move |two| [one, two]));
    let telling = |at: At| {
        titles
            .over(reading, at)
            .is_some_and(|own| titles.is_telling(reading, at, own))
    };
    let together = pairs.filter(|[one, two]| one.at.passage == two.at.passage && telling(one.at));
    let own = together.max_by_key(|[one, two]| {
        let lured = usize::from(one.is_lured) + usize::from(two.is_lured);
        (
            lured,
            Reverse(two.at.sentence - one.at.sentence),
            Reverse(one.at),
        )
    })?;
    let heading = reading.heading_over(own[0].at)?;
    let long = |point: &Point| point.text.chars().count();
    let (least, most) = (
        long(own[0]).min(long(own[1])),
        long(own[0]).max(long(own[1])),
    );
    let near = around(points, own[0].at, |point| point.at).iter();
    let mut others: Vec<&Point> = near
        .filter(|point| {
            point.section != own[0].section
                && 3 * long(point) > 2 * least
                && 2 * long(point) < 3 * most
        })
        .collect();
    others.sort_by_cached_key(|point| hash(&[heading, &point.text]));
    others.truncate(WRONG);
    (others.len() == WRONG).then(|| Draft {
        stem: format!("Which of these does the article say under the heading “{heading}”?"),
        keys: own.iter().map(|point| point.text.clone()).collect(),
        form: Form::Several,
        wrong: others.into_iter().map(|point| point.text.clone()).collect(),
        evidence: reading.stretched(reading.evidence(own[0].at), own[1].at),
        explanation: "The other points stand under other headings.".to_owned(),
        score: 0.9,
    })
}

/// Whether another section speaks of the sentence's matters as much as its own does, so that it could
/// well stand there.
pub(super) fn is_lured(reading: &Reading<'_>, at: At) -> bool {
    let own = reading.passage(at).section;
    let mut shared: Vec<usize> = Vec::new();
    for stem in reading.stems_of(at).difference(&reading.topic) {
        let places = reading.places_of(stem);
        let rare = places.len() <= TELLING_PLACES;
        let others = places.iter().filter(|other| rare && **other != at);
        let mut last = None;
        // They stand in the order of the text.
        for section in others.map(|other| reading.passage(*other).section) {
            if last != Some(section) {
                shared.push(section);
            }
            last = Some(section);
        }
    }
    shared.sort_unstable();
    let here = shared.iter().filter(|section| **section == own).count();
    let mut sections = shared.chunk_by(usize::eq);
    sections.any(|section| section[0] != own && section.len() >= here)
}
