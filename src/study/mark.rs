//! Marks: passages that the reader has highlighted, with a note or without.
//!
//! Apart from attempts, which say what is known of an article and not what is thought of it; and
//! kept by its words, since an article may change where a mark stays.

mod anchor;
mod find;
mod text;

use super::Millis;
use crate::article::Slug;

pub use anchor::{Anchor, Point};
pub use find::{Fit, Found};
pub use text::{Piece, Text};

/// A passage that the reader has highlighted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Its name in storage; it was made at the time in it.
    pub id: MarkId,
    /// When its note was last changed, or it was made.
    pub changed: Millis,
    /// The article it is in.
    pub article: Slug,
    /// What is marked, and where it stood.
    pub anchor: Anchor,
    /// What the reader has written to it, as lines; empty where that is nothing.
    pub note: String,
}

/// A mark's name: the time in base 32, then chance; 22 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarkId(pub(super) String);

/// Why something cannot be kept as a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkError {
    /// There are no words in it.
    Empty,
    /// It is longer than [`Anchor::MOST`].
    Long,
    /// Its note is longer than [`Mark::MOST_OF_NOTE`].
    LongNote,
}

impl Mark {
    /// The most characters of a note.
    pub const MOST_OF_NOTE: usize = 4_000;

    /// That passage, marked at the time of its id.
    ///
    /// # Errors
    /// When the note is too long.
    pub fn new(id: MarkId, article: Slug, anchor: Anchor, note: &str) -> Result<Self, MarkError> {
        Ok(Mark {
            changed: id.at(),
            id,
            article,
            anchor,
            note: tidy(note)?,
        })
    }

    /// The same with another note.
    ///
    /// # Errors
    /// When the note is too long.
    pub fn with_note(&self, note: &str, now: Millis) -> Result<Self, MarkError> {
        Ok(Mark {
            note: tidy(note)?,
            // Later than before, whatever the clock says: the later one counts.
            changed: now.max(Millis(self.changed.0.saturating_add(1))),
            ..self.clone()
        })
    }

    /// When it was made.
    pub fn at(&self) -> Millis {
        self.id.at()
    }

    /// It, if it is one that could have been made: for what comes from outside.
    pub(super) fn validated(self) -> Result<Self, String> {
        if tidy(&self.note).as_ref() != Ok(&self.note) {
            Err("not a note".to_owned())
        } else if !self.anchor.is_valid() {
            Err("not a quotation".to_owned())
        } else {
            Ok(self)
        }
    }
}

/// The note as it is kept: with plain line ends, and nothing around it.
fn tidy(note: &str) -> Result<String, MarkError> {
    let lines = note.replace("\r\n", "\n").replace('\r', "\n");
    let plain = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
    let lines: String = lines.chars().map(plain).collect();
    let note = lines.trim();
    match note.chars().count() {
        0..=Mark::MOST_OF_NOTE => Ok(note.to_owned()),
        _ => Err(MarkError::LongNote),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::sample::mark;

    #[test]
    fn a_note_is_lines_of_words() {
        let noted = mark(1, "  one\r\ntwo\tthree\r\n\r\n ");
        assert_eq!(noted.note, "one\ntwo three");
        let long = "é".repeat(Mark::MOST_OF_NOTE);
        assert_eq!(noted.with_note(&long, Millis(9)).unwrap().note, long);
        let longer = long + "é";
        assert_eq!(
            noted.with_note(&longer, Millis(9)),
            Err(MarkError::LongNote)
        );
    }

    #[test]
    fn a_change_is_always_later_than_the_one_before() {
        let noted = mark(7, "one");
        assert_eq!(noted.changed, noted.at());
        let ahead = noted.with_note("two", Millis(100)).unwrap();
        assert_eq!(ahead.changed, Millis(100));
        let behind = ahead.with_note("three", Millis(50)).unwrap();
        assert_eq!(behind.changed, Millis(101));
    }
}
