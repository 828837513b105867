//! The sentence of an article that best shows why it was found.
//!
//! Apart from the ranking of articles, which has no texts.

use std::ops::Range;

use super::mark::{Mark, marks};
use super::{Found, Query};
use crate::article::Article;

/// A shown sentence is cut to about so many bytes around what was found.
const LONGEST: usize = 320;
/// So much of it is left before the first word found, where it is cut.
const BEFORE: usize = 80;

/// Cuts a text into sentences, which together are the text.
pub type Split = fn(&str) -> Vec<Range<usize>>;

/// What to show of an article that was found. All ranges are of bytes, in order, and none overlaps
/// the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Best {
    /// What to mark in the title.
    pub title: Vec<Range<usize>>,
    /// What to mark in the dek.
    pub dek: Vec<Range<usize>>,
    /// The sentence with most of what was looked for, unless the title has all of it.
    pub passage: Option<Passage>,
}

/// A sentence, or a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands.
    pub place: Place,
    /// What is to be shown of it, within the heading or paragraph.
    pub shown: Range<usize>,
    /// What to mark in the heading or paragraph; all of it is shown.
    pub marks: Vec<Range<usize>>,
}

/// A place in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index into the sections.
    pub section: usize,
    /// Index into that section's paragraphs; `None` is its heading.
    pub paragraph: Option<usize>,
    /// The whole sentence, within the paragraph or heading, without blanks around it.
    pub bytes: Range<usize>,
}

/// What to show of an article. `found` says how much each part of the query counts.
pub fn best(article: &Article, query: &Query, found: &Found, split: Split) -> Best {
    let worth = |marks: &[Mark]| worth(marks, &found.weights);
    let title = marks(&article.title, query);
    let dek = article.dek.as_deref().map(|dek| marks(dek, query));
    let all: f32 = found.weights.iter().sum();
    let is_told = worth(&title) >= all;
    let passage = passages(article, query, split)
        .filter(|_| !is_told)
        .map(|(place, text, marks)| (worth(&marks), place, text, marks))
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    Best {
        title: ranges(title),
        dek: ranges(dek.unwrap_or_default()),
        passage: passage.map(|(_, place, text, marks)| Passage::new(place, text, marks)),
    }
}

impl Passage {
    fn new(place: Place, text: &str, marks: Vec<Mark>) -> Passage {
        let mut marks = ranges(marks);
        let shown = shown(text, &place.bytes, &marks[0]);
        marks.retain(|mark| mark.end <= shown.end);
        Passage {
            place,
            shown,
            marks,
        }
    }
}

/// Every sentence and heading that has any of it, with its text and the marks in it.
fn passages<'a>(
    article: &'a Article,
    query: &'a Query,
    split: Split,
) -> impl Iterator<Item = (Place, &'a str, Vec<Mark>)> {
    texts(article).flat_map(move |(section, paragraph, text)| {
        let all = marks(text, query);
        let sentences = match (all.is_empty(), paragraph) {
            (true, _) => Vec::new(),
            (_, None) => std::iter::once(0..text.len()).collect(),
            (_, Some(_)) => split(text),
        };
        sentences.into_iter().filter_map(move |bytes| {
            let begins = |mark: &&Mark| bytes.contains(&mark.bytes.start);
            let marks: Vec<_> = all.iter().filter(begins).cloned().collect();
            // A phrase may go on into the next one.
            let ends = marks.iter().map(|mark| mark.bytes.end);
            let end = ends.max().unwrap_or_default().max(bytes.end);
            let bytes = trimmed(text, bytes.start..end);
            let place = Place {
                section,
                paragraph,
                bytes,
            };
            (!marks.is_empty()).then_some((place, text, marks))
        })
    })
}

fn texts(article: &Article) -> impl Iterator<Item = (usize, Option<usize>, &str)> {
    article
        .sections
        .iter()
        .enumerate()
        .flat_map(|(at, section)| {
            let heading = section.heading.as_deref().map(|text| (at, None, text));
            let paragraphs = section.paragraphs.iter().enumerate();
            let paragraphs = paragraphs.map(move |(index, it)| (at, Some(index), &*it.text));
            heading.into_iter().chain(paragraphs)
        })
}

/// What the parts of the query that are marked count together, each once.
fn worth(marks: &[Mark], weights: &[f32]) -> f32 {
    let has = |clause: usize| marks.iter().any(|mark| mark.clause == clause);
    let weights = weights.iter().enumerate();
    weights
        .filter(|(clause, _)| has(*clause))
        .map(|(_, weight)| weight)
        .sum()
}

/// In order, those that meet made one.
fn ranges(marks: Vec<Mark>) -> Vec<Range<usize>> {
    let mut all: Vec<_> = marks.into_iter().map(|mark| mark.bytes).collect();
    all.sort_by_key(|range| (range.start, range.end));
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for range in all {
        match ranges.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => ranges.push(range),
        }
    }
    ranges
}

fn trimmed(text: &str, bytes: Range<usize>) -> Range<usize> {
    let sentence = &text[bytes.clone()];
    let start = bytes.start + sentence.len() - sentence.trim_start().len();
    start..start + sentence.trim().len()
}

/// All of the sentence, or what stands around the first mark, from one blank to another.
fn shown(text: &str, sentence: &Range<usize>, first: &Range<usize>) -> Range<usize> {
    if sentence.len() <= LONGEST {
        return sentence.clone();
    }
    let start = match first.start - sentence.start > BEFORE {
        true => blank_after(text, first.start - BEFORE, first.start),
        false => sentence.start,
    };
    let end = (start + LONGEST).max(first.end);
    let end = match end < sentence.end {
        true => blank_before(text, end, first.end),
        false => sentence.end,
    };
    start..end
}

/// Where a word begins, between these two.
fn blank_after(text: &str, from: usize, to: usize) -> usize {
    let from = text.ceil_char_boundary(from);
    let blank = text.get(from..to).and_then(|text| text.find(' '));
    blank.map_or(from.min(to), |at| from + at + 1)
}

/// Where a word ends, at the latest at the first and not before the second.
fn blank_before(text: &str, at: usize, least: usize) -> usize {
    let at = text.floor_char_boundary(at);
    let blank = text.get(least..at).and_then(|text| text.rfind(' '));
    blank.map_or(at.max(least), |blank| least + blank)
}
