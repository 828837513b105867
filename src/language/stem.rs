//! The stems of words, to see whether two phrases speak of the same thing.
//!
//! Apart from `tag`: stems compare words, whatever their part of speech.

use std::cmp::Ordering;
use std::num::NonZeroU64;
use std::ops::Deref;

use rust_stemmers::{Algorithm, Stemmer};

use super::lexicon;
use super::memo::Memo;

thread_local! {
    static STEMS: Memo<Option<Stem>> = Memo::default();
}

/// The stem of a word, known by a hash of its letters: to keep, copy and compare it costs no letters, and it is
/// the same on every machine.
///
/// The upper half is of the first six letters where there are more, so that it tells what sounds alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stem(NonZeroU64);

impl Stem {
    fn new(stem: &str) -> Self {
        // Of "quarry" the stem is "quarri".
        let begins = stem.chars().take(CLANG);
        let begins = begins.map(|c| if c == 'i' { 'y' } else { c });
        let long = stem.chars().nth(CLANG - 1).is_some();
        // The last bit of the half says whether there are so many.
        let upper = (half(begins) & !1) | u64::from(long);
        Stem(NonZeroU64::new(upper << 32 | half(stem.chars())).unwrap_or(NonZeroU64::MAX))
    }

    /// Whether both begin with the same six letters.
    fn clangs(self, other: Stem) -> bool {
        let half = |stem: Stem| stem.0.get() >> 32;
        half(self) == half(other) && half(self) & 1 == 1
    }
}

/// FNV-1a, 64 bits, over the code points (Fowler, Noll and Vo), folded to 32.
fn half(letters: impl Iterator<Item = char>) -> u64 {
    let hash = letters.fold(0xcbf2_9ce4_8422_2325, |hash: u64, letter| {
        (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash ^ hash >> 32) & 0xffff_ffff
}

/// The stems of a phrase's content words, in order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stems {
    words: Vec<Stem>,
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
        self.shared(other) == 0
    }

    /// Whether the other has all of these.
    pub fn is_subset(&self, other: &Stems) -> bool {
        self.mask & !other.mask == 0 && self.shared(other) == self.words.len()
    }

    /// How many they have in common.
    pub fn shared(&self, other: &Stems) -> usize {
        if self.mask & other.mask == 0 {
            return 0;
        }
        let (mut one, mut two) = (self.words.as_slice(), other.words.as_slice());
        let mut shared = 0;
        while let ([first, rest @ ..], [second, others @ ..]) = (one, two) {
            let order = first.cmp(second);
            shared += usize::from(order == Ordering::Equal);
            if order != Ordering::Greater {
                one = rest;
            }
            if order != Ordering::Less {
                two = others;
            }
        }
        shared
    }

    /// Whether it is one of them.
    pub fn contains(&self, stem: Stem) -> bool {
        self.words.binary_search(&stem).is_ok()
    }

    /// Those that the other has too.
    pub fn intersection<'a>(&'a self, other: &'a Stems) -> impl Iterator<Item = Stem> + 'a {
        let none = self.mask & other.mask == 0;
        let own = if none { &[] } else { self.words.as_slice() };
        own.iter().copied().filter(|stem| other.contains(*stem))
    }

    /// Those that the other has not.
    pub fn difference<'a>(&'a self, other: &'a Stems) -> impl Iterator<Item = Stem> + 'a {
        self.iter().filter(|stem| !other.contains(*stem))
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Stem> + '_ {
        self.words.iter().copied()
    }

    /// The first in order.
    pub fn into_first(self) -> Option<Stem> {
        self.words.into_iter().next()
    }

    /// The last in order.
    pub fn into_last(mut self) -> Option<Stem> {
        self.words.pop()
    }

    /// The same in no more room than it takes, for what is kept.
    pub fn kept(mut self) -> Self {
        self.words.shrink_to_fit();
        self
    }

    fn insert(&mut self, stem: Stem) {
        if let Err(place) = self.words.binary_search(&stem) {
            self.mask |= bit(stem);
            self.words.insert(place, stem);
        }
    }
}

impl Deref for Stems {
    type Target = [Stem];

    fn deref(&self) -> &Self::Target {
        &self.words
    }
}

impl Extend<Stem> for Stems {
    fn extend<I: IntoIterator<Item = Stem>>(&mut self, stems: I) {
        stems.into_iter().for_each(|stem| self.insert(stem));
    }
}

impl FromIterator<Stem> for Stems {
    fn from_iter<I: IntoIterator<Item = Stem>>(stems: I) -> Self {
        let mut words: Vec<Stem> = stems.into_iter().collect();
        words.sort_unstable();
        words.dedup();
        words.shrink_to_fit();
        let mask = words.iter().fold(0, |mask, stem| mask | bit(*stem));
        Stems { words, mask }
    }
}

impl IntoIterator for Stems {
    type Item = Stem;
    type IntoIter = std::vec::IntoIter<Stem>;

    fn into_iter(self) -> Self::IntoIter {
        self.words.into_iter()
    }
}

/// One bit of 64.
fn bit(stem: Stem) -> u64 {
    1 << (stem.0.get() & 63)
}

/// About so many bytes of a text have one.
const BYTES_PER_STEM: usize = 12;

/// The stems of the content words of a text, by the Snowball English stemmer ("Porter2"); a
/// hyphenated word gives those of its parts. Function words and single letters give none.
pub fn stems(text: &str) -> Stems {
    let mut all = Stems {
        words: Vec::with_capacity(text.len() / BYTES_PER_STEM + 1),
        mask: 0,
    };
    STEMS.with(|known| {
        each_word(text, |word| all.extend(known.get(word, stem)));
    });
    all
}

/// Calls that with each word, marks and "'s" left out. Most texts are ASCII, of which no letters need be decoded.
fn each_word<'a>(text: &'a str, mut found: impl FnMut(&'a str)) {
    if !text.is_ascii() {
        let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
        return words
            .map(bare)
            .filter(|word| !word.is_empty())
            .for_each(found);
    }
    let (mut start, mut marked) = (0, false);
    for (at, byte) in text.bytes().chain([b' ']).enumerate() {
        if byte == b'\'' {
            marked = true;
        } else if !byte.is_ascii_alphanumeric() {
            if start < at {
                let word = &text[start..at];
                found(if marked { bare(word) } else { word });
            }
            (start, marked) = (at + 1, false);
        }
    }
}

fn bare(word: &str) -> &str {
    let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    owner.unwrap_or(word).trim_matches(['\'', '’'])
}

/// The stem of a word; `None` where it says nothing of what the text is about.
fn stem(word: &str) -> Option<Stem> {
    let word = word.to_lowercase();
    let says = word.chars().nth(1).is_some() && !lexicon::is_function_word(&word);
    says.then(|| Stem::new(&Stemmer::create(Algorithm::English).stem(&word)))
}

/// So many letters at the start make two words sound alike.
const CLANG: usize = 6;

/// Whether two sets share a stem, or two stems that begin alike: "diversify" and "diversification".
pub fn sound_alike(one: &Stems, two: &Stems) -> bool {
    !one.is_disjoint(two)
        || one
            .iter()
            .any(|stem| two.iter().any(|other| stem.clangs(other)))
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
        assert!(sound_alike(
            &stems("a slate quarry"),
            &stems("the quarryman's puzzle")
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
