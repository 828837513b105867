//! Finding articles by their words: what is typed, an index of words, the order of what is found, and
//! the sentence that has them.
//!
//! Apart from whoever shows what is found, since the same index is made of a few articles in the
//! browser, and of thousands by the build.
//!
//! - A word is a run of letters and digits, without capitals, accents and ligatures. Where a hyphen,
//!   an apostrophe, or a mark between digits joins words, each is one, and all together are one more:
//!   “well-being” is found by “being”, “well being” and “wellbeing”.
//! - Every word must be in the article. A word of [`Query::LONG`] letters, and the last one even when
//!   it has only two, finds all that begin with it; these count less than the word itself. A single
//!   letter at the end is passed over until another follows.
//! - What stands in quotation marks must stand in the article in this order, word by word.
//! - Words count by BM25F (Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and
//!   Beyond”, 2009, section 3.6): each by how rare it is, and by how often it stands in title, dek,
//!   headings and text, weighted and by their lengths.

mod fold;
mod index;
mod mark;
mod passage;
mod postings;
mod query;
mod rank;
mod shard;
mod token;

pub use index::{Index, Lengths};
pub use passage::{Best, Passage, Place, Split, best};
pub use query::{Clause, Query, Term};
pub use rank::Found;
pub use shard::{Shard, cut, is_wanted};

/// Where words of an article stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The title.
    Title,
    /// The summary line under it.
    Dek,
    /// The headings of its sections.
    Heading,
    /// Its paragraphs.
    Text,
}

impl Field {
    /// All of them.
    pub(crate) const ALL: [Field; 4] = [Field::Title, Field::Dek, Field::Heading, Field::Text];

    /// How much a word counts here.
    fn boost(self) -> f32 {
        match self {
            Field::Title => 6.0,
            Field::Dek | Field::Heading => 3.0,
            Field::Text => 1.0,
        }
    }

    /// How far a word counts less in a longer one: 0 not at all, 1 in proportion.
    fn slope(self) -> f32 {
        match self {
            Field::Title | Field::Dek => 0.3,
            Field::Heading | Field::Text => 0.75,
        }
    }
}

/// The text as words are compared: without capitals, accents and ligatures.
pub fn folded(text: &str) -> String {
    let mut folded = String::new();
    text.chars()
        .for_each(|letter| fold::fold(letter, &mut folded));
    folded
}

#[cfg(test)]
mod tests;
