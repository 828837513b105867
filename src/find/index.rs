//! The index of words: where each stands.
//!
//! Apart from the ranking. One of a few articles is made at once; one of many begins with the lengths
//! of all, and gets its words piece by piece.

use std::collections::BTreeMap;
use std::ops::Bound;

use rustc_hash::FxHashMap;

use super::postings::{At, Writer, read};
use super::token::tokens;
use super::{Field, Term};
use crate::article::Article;

/// How many words the fields of an article have, in the order of [`Field`].
pub type Lengths = [u32; 4];

/// Where words stand in articles, which are numbers here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    lengths: Vec<Lengths>,
    terms: BTreeMap<Box<str>, Vec<u8>>,
}

/// An index being made.
#[derive(Default)]
struct Maker {
    lengths: Vec<Lengths>,
    terms: FxHashMap<Box<str>, Writer>,
}

impl Index {
    /// Of these articles, by their places among them.
    pub fn of<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Index {
        let mut maker = Maker::default();
        articles.into_iter().for_each(|article| maker.add(article));
        let terms = maker.terms.into_iter();
        Index {
            lengths: maker.lengths,
            terms: terms
                .map(|(term, places)| (term, places.finish()))
                .collect(),
        }
    }

    /// Of articles of these lengths, with no words yet.
    pub fn with(lengths: Vec<Lengths>) -> Index {
        Index {
            lengths,
            terms: BTreeMap::new(),
        }
    }

    /// Adds words, each with where it stands.
    pub fn add(&mut self, terms: impl IntoIterator<Item = (Box<str>, Vec<u8>)>) {
        self.terms.extend(terms);
    }

    /// How many words the fields of each article have.
    pub fn lengths(&self) -> &[Lengths] {
        &self.lengths
    }

    /// All words in the order of their letters, each with where it stands.
    pub fn terms(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.terms.iter().map(|(term, bytes)| (&**term, &**bytes))
    }

    /// Calls back for each place where the words of a way stand one after the other, by article, with
    /// the place of the first word and how well they fit.
    pub(super) fn each(&self, way: &[Term], each: &mut impl FnMut(u32, At, f32)) {
        match way {
            [] => {}
            [term] => self.each_word(term, each),
            [first, others @ ..] => {
                let mut starts = self.places(first);
                for (term, further) in others.iter().zip(1..) {
                    starts = self.followed(&starts, term, further);
                }
                starts
                    .iter()
                    .for_each(|(article, at)| each(*article, *at, 1.0));
            }
        }
    }

    fn each_word(&self, term: &Term, each: &mut impl FnMut(u32, At, f32)) {
        for (word, bytes) in self.beginning(term.letters()) {
            let Some(fit) = term.fit(word) else { return };
            read(bytes, |article, at| each(article, at, fit));
        }
    }

    /// Of these places those that have the word so much further on.
    fn followed(&self, starts: &[(u32, At)], term: &Term, further: usize) -> Vec<(u32, At)> {
        let mut is_followed = vec![false; starts.len()];
        self.each_word(term, &mut |article, at, _| {
            if let Ok(start) = starts.binary_search(&(article, at.minus(further))) {
                is_followed[start] = true;
            }
        });
        let starts = starts.iter().zip(is_followed);
        starts
            .filter(|(_, it)| *it)
            .map(|(start, _)| *start)
            .collect()
    }

    fn places(&self, term: &Term) -> Vec<(u32, At)> {
        let mut places = Vec::new();
        self.each_word(term, &mut |article, at, _| places.push((article, at)));
        if matches!(term, Term::Beginning(_)) {
            places.sort_unstable();
        }
        places
    }

    /// The words from this one on, in the order of their letters.
    fn beginning(&self, letters: &str) -> impl Iterator<Item = (&str, &[u8])> {
        let range = (Bound::Included(letters), Bound::Unbounded);
        let terms = self.terms.range::<str, _>(range);
        terms.map(|(term, bytes)| (&**term, &**bytes))
    }
}

impl Maker {
    fn add(&mut self, article: &Article) {
        let number = self.lengths.len() as u32;
        let (mut lengths, mut before) = (Lengths::default(), 0);
        for (field, text) in texts(article) {
            let count = tokens(text, |token| {
                let at = At::new(before + token.place, field);
                self.writer(token.term).add(number, at);
            });
            lengths[field as usize] += count;
            // One place is left free, so that no phrase begins in one text and ends in the next.
            before += count + 1;
        }
        self.lengths.push(lengths);
    }

    fn writer(&mut self, term: &str) -> &mut Writer {
        if !self.terms.contains_key(term) {
            self.terms.insert(term.into(), Writer::default());
        }
        self.terms
            .get_mut(term)
            .expect("it was there or has been put there")
    }
}

/// What is searched of an article, in order.
fn texts(article: &Article) -> impl Iterator<Item = (Field, &str)> {
    let dek = article.dek.as_deref().map(|dek| (Field::Dek, dek));
    let sections = article.sections.iter().flat_map(|section| {
        let heading = section
            .heading
            .as_deref()
            .map(|text| (Field::Heading, text));
        let paragraphs = section.paragraphs.iter();
        heading
            .into_iter()
            .chain(paragraphs.map(|it| (Field::Text, &*it.text)))
    });
    [(Field::Title, &*article.title)]
        .into_iter()
        .chain(dek)
        .chain(sections)
}
