//! How much a text has to do with what the article is about.
//!
//! Apart from `rank`, which compares finished questions.

use rustc_hash::FxHashMap;

use crate::language::{Stem, Stems, stems};

use super::reading::{At, OFTEN, Reading};
use super::rival::around;

impl Reading<'_> {
    /// How many things that the article is about, or speaks of again and again, a text names.
    pub(crate) fn weight(&self, text: &str) -> usize {
        self.central(&stems(text))
    }

    /// The same of a sentence.
    pub(crate) fn weight_of(&self, at: At) -> usize {
        self.central(self.stems_of(at))
    }

    /// The same of what has these stems.
    pub(crate) fn central(&self, named: &Stems) -> usize {
        named.iter().filter(|stem| self.is_central(*stem)).count()
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
            let (known, all) = self.mentions.get(&stem).copied().unwrap_or_default();
            self.places_of(stem).len() >= OFTEN && known + 1 >= OFTEN && known + 1 >= all
        })
    }

    /// Of every stem how many phrases are about it in which it is known which one is meant, and how many
    /// in all.
    pub(super) fn find_mentions(&self) -> FxHashMap<Stem, (usize, usize)> {
        const KNOWN: &[&str] = &["the", "this", "that", "its", "their", "his", "her"];
        let mut mentions: FxHashMap<Stem, (usize, usize)> = FxHashMap::default();
        for at in self.claims() {
            let (text, tokens) = (self.text(at), self.tokens(at));
            for phrase in self.phrases(at) {
                let known = tokens[phrase.tokens.start].is_any(text, KNOWN);
                for stem in stems(tokens[phrase.head].of(text)).iter() {
                    let count = mentions.entry(stem).or_default();
                    count.0 += usize::from(known);
                    count.1 += 1;
                }
            }
        }
        mentions
    }

    /// Whether a stem is one that the article is about, or speaks of again and again.
    pub(crate) fn is_central(&self, stem: Stem) -> bool {
        self.topic.contains(stem) || self.places_of(stem).len() >= OFTEN
    }

    /// How much of a text is what the article is about, 0 to 1.
    pub(crate) fn centrality(&self, text: &str) -> f32 {
        self.share(&stems(text))
    }

    /// The same of a sentence.
    pub(crate) fn centrality_of(&self, at: At) -> f32 {
        self.share(self.stems_of(at))
    }

    fn share(&self, said: &Stems) -> f32 {
        said.shared(&self.topic) as f32 / said.len().max(1) as f32
    }

    /// The sentences in which a stem stands, in order.
    pub(crate) fn places_of(&self, stem: Stem) -> &[At] {
        self.places.get(&stem).map_or(&[], Vec::as_slice)
    }

    /// Those around a sentence: so many tell enough, and more would make the cost grow with the square of the text.
    pub(crate) fn places_near(&self, stem: Stem, at: At) -> &[At] {
        around(self.places_of(stem), at, |place| *place)
    }

    pub(super) fn find_places(&self) -> FxHashMap<Stem, Vec<At>> {
        let mut places: FxHashMap<Stem, Vec<At>> = FxHashMap::default();
        for at in self.claims() {
            for stem in self.stems_of(at).iter() {
                places.entry(stem).or_default().push(at);
            }
        }
        places.values_mut().for_each(Vec::shrink_to_fit);
        places
    }
}
