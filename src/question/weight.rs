//! How much a text has to do with what the article is about.
//!
//! Apart from `rank`, which compares finished questions.

use std::collections::BTreeMap;

use crate::language::stems;

use super::reading::{At, OFTEN, Reading};

impl Reading<'_> {
    /// How many things that the article is about, or speaks of again and again, a text names.
    pub(crate) fn weight(&self, text: &str) -> usize {
        let named = stems(text);
        named.iter().filter(|stem| self.is_central(stem)).count()
    }

    /// Whether a noun stands in two sentences or more.
    pub(crate) fn is_repeated(&self, noun: &str) -> bool {
        stems(noun)
            .iter()
            .all(|stem| self.places_of(stem).len() > 1)
    }

    /// Whether "the" alone says which thing of a name is meant: the article speaks of it again and
    /// again, and hardly ever of one among several, as in "a line" or "two lines".
    pub(crate) fn is_unique(&self, noun: &str) -> bool {
        stems(noun).iter().all(|stem| {
            let places = self.places_of(stem).iter();
            let mentions: Vec<bool> = places.flat_map(|at| self.mentions_of(*at, stem)).collect();
            let known = mentions.iter().filter(|known| **known).count();
            self.places_of(stem).len() >= OFTEN && known + 1 >= OFTEN && known + 1 >= mentions.len()
        })
    }

    /// The phrases of a sentence that are about a noun, by its stem: whether each says that the thing is
    /// known.
    fn mentions_of(&self, at: At, stem: &str) -> Vec<bool> {
        const KNOWN: &[&str] = &["the", "this", "that", "its", "their", "his", "her"];
        let (text, tokens) = (self.text(at), self.tokens(at));
        let about = |head: usize| stems(tokens[head].of(text)).contains(stem);
        let own = self.phrases(at).iter().filter(|phrase| about(phrase.head));
        own.map(|phrase| tokens[phrase.tokens.start].is_any(text, KNOWN))
            .collect()
    }

    /// Whether a stem is one that the article is about, or speaks of again and again.
    pub(crate) fn is_central(&self, stem: &str) -> bool {
        self.topic.contains(stem) || self.places_of(stem).len() >= OFTEN
    }

    /// How much of a text is what the article is about, 0 to 1.
    pub(crate) fn centrality(&self, text: &str) -> f32 {
        let stems = stems(text);
        let shared = stems.shared(&self.topic);
        shared as f32 / stems.len().max(1) as f32
    }

    /// The sentences in which a stem stands, in order.
    pub(super) fn places_of(&self, stem: &str) -> &[At] {
        self.places.get(stem).map_or(&[], Vec::as_slice)
    }

    pub(super) fn find_places(&self) -> BTreeMap<String, Vec<At>> {
        let mut places: BTreeMap<String, Vec<At>> = BTreeMap::new();
        for at in self.claims() {
            for stem in self.stems_of(at).iter() {
                match places.get_mut(stem) {
                    Some(known) => known.push(at),
                    None => {
                        places.insert(stem.clone(), vec![at]);
                    }
                }
            }
        }
        places
    }
}
