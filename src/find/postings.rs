//! Where a word stands in all articles, in few bytes.
//!
//! Apart from the index, which has them by word. Of each article with the word: its number less that of
//! the one before, how often the word stands there, and the places, each less the one before. A place
//! is the number of the words before it, times four, and the field that it is in. Each number takes
//! seven bits a byte, the lowest first.

use super::Field;

/// Where a word stands once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At(u32);

/// Writes the places of a word, by article and place.
#[derive(Debug, Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
    /// The article before, plus one.
    before: u32,
    article: u32,
    places: Vec<At>,
}

/// Reads what a [`Writer`] wrote; ends where that cannot be.
struct Reader<'a>(&'a [u8]);

impl At {
    pub(super) fn new(place: u32, field: Field) -> At {
        At(place << 2 | field as u32)
    }

    pub(super) fn field(self) -> Field {
        Field::ALL[(self.0 & 3) as usize]
    }

    /// So many words before; nowhere where there are not so many.
    pub(super) fn minus(self, words: usize) -> At {
        At(self.0.wrapping_sub((words as u32) << 2))
    }
}

impl Writer {
    /// Adds a place, none before the last one of the same article. Of words joined in two ways it may
    /// be the same one.
    pub(super) fn add(&mut self, article: u32, at: At) {
        if article != self.article {
            self.flush();
            self.article = article;
        }
        self.places.push(at);
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.flush();
        self.bytes
    }

    fn flush(&mut self) {
        if self.places.is_empty() {
            return;
        }
        self.places.sort_unstable();
        write(self.article + 1 - self.before, &mut self.bytes);
        write(self.places.len() as u32, &mut self.bytes);
        let mut before = 0;
        for At(at) in self.places.drain(..) {
            write(at - before, &mut self.bytes);
            before = at;
        }
        self.before = self.article + 1;
    }
}

/// Calls back for each place, with the number of the article.
pub(super) fn read(bytes: &[u8], mut each: impl FnMut(u32, At)) {
    let mut reader = Reader(bytes);
    // The article before, plus one.
    let mut before = 0_u32;
    while let (Some(further), Some(count)) = (reader.number(), reader.number()) {
        before = before.wrapping_add(further);
        let mut at = 0_u32;
        for _ in 0..count {
            let Some(further) = reader.number() else {
                return;
            };
            at = at.wrapping_add(further);
            each(before.wrapping_sub(1), At(at));
        }
    }
}

fn write(mut number: u32, bytes: &mut Vec<u8>) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

impl Reader<'_> {
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}
