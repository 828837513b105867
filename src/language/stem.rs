//! The stems of words, to see whether two phrases speak of the same thing.
//!
//! Apart from `tag`: stems compare words, whatever their part of speech.

use std::collections::BTreeSet;
use std::ops::Deref;

use rust_stemmers::{Algorithm, Stemmer};

use super::lexicon;
use super::memo::Memo;

thread_local! {
    static STEMS: Memo<Option<String>> = Memo::default();
}

/// The stems of a phrase's content words, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stems {
    words: BTreeSet<String>,
    /// A bit for each stem: where two sets have none in common, no letters need be compared.
    mask: u64,
}

impl Stems {
    /// None.
    pub fn new() -> Self {
        Stems::default()
    }

    /// Whether the two have none in common.
    pub fn is_disjoint(&self, other: &Stems) -> bool {
        self.mask & other.mask == 0 || self.words.is_disjoint(&other.words)
    }

    /// Whether the other has all of these.
    pub fn is_subset(&self, other: &Stems) -> bool {
        self.mask & !other.mask == 0 && self.words.is_subset(&other.words)
    }

    /// How many they have in common.
    pub fn shared(&self, other: &Stems) -> usize {
        if self.mask & other.mask == 0 {
            0
        } else {
            self.words.intersection(&other.words).count()
        }
    }

    /// The first in order.
    pub fn pop_first(mut self) -> Option<String> {
        self.words.pop_first()
    }

    /// The last in order.
    pub fn pop_last(mut self) -> Option<String> {
        self.words.pop_last()
    }
}

impl Deref for Stems {
    type Target = BTreeSet<String>;

    fn deref(&self) -> &Self::Target {
        &self.words
    }
}

impl Extend<String> for Stems {
    fn extend<I: IntoIterator<Item = String>>(&mut self, stems: I) {
        for stem in stems {
            self.mask |= 1 << (hash(&stem) % 64);
            self.words.insert(stem);
        }
    }
}

impl FromIterator<String> for Stems {
    fn from_iter<I: IntoIterator<Item = String>>(stems: I) -> Self {
        let mut all = Stems::new();
        all.extend(stems);
        all
    }
}

impl IntoIterator for Stems {
    type Item = String;
    type IntoIter = std::collections::btree_set::IntoIter<String>;

    fn into_iter(self) -> Self::IntoIter {
        self.words.into_iter()
    }
}

/// FNV-1a, 32 bits (Fowler, Noll and Vo).
fn hash(stem: &str) -> u32 {
    stem.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The stems of the content words of a text, by the Snowball English stemmer ("Porter2"); a
/// hyphenated word gives those of its parts. Function words and single letters give none.
pub fn stems(text: &str) -> Stems {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    let bare = words.map(|word| {
        let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
        owner.unwrap_or(word).trim_matches(['\'', '’'])
    });
    bare.filter_map(|word| STEMS.with(|known| known.get(word, stem)))
        .collect()
}

/// The stem of a word; `None` where it says nothing of what the text is about.
fn stem(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let says = word.chars().nth(1).is_some() && !lexicon::is_function_word(&word);
    says.then(|| Stemmer::create(Algorithm::English).stem(&word).into_owned())
}

/// So many letters at the start make two words sound alike.
const CLANG: usize = 6;

/// Whether two sets share a stem, or two stems that begin alike: "diversify" and "diversification".
pub fn sound_alike(one: &Stems, two: &Stems) -> bool {
    let begins = |stem: &String, other: &String| {
        stem.get(..CLANG)
            .is_some_and(|start| other.starts_with(start))
    };
    !one.is_disjoint(two)
        || one
            .iter()
            .any(|stem| two.iter().any(|other| begins(stem, other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_begin_alike() {
        assert!(sound_alike(
            &stems("diversified partners"),
            &stems("economic diversification")
        ));
        assert!(!sound_alike(
            &stems("stable trade"),
            &stems("statute books")
        ));
    }

    #[test]
    fn forms_of_a_word_meet() {
        assert_eq!(
            stems("Neighbors’ cooperation"),
            stems("the neighbor cooperates")
        );
        assert_eq!(stems("risk-sharing"), stems("shared risks"));
        assert!(stems("of the and a").is_empty());
    }
}
