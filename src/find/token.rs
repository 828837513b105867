//! A text as words.
//!
//! Apart from `language`, which knows English: here any script will do, and a text is read once for
//! each key that is typed.

use super::fold::{fold, is_mark};

/// A word in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
    /// How many words stand before it. A word made of several has the place of its first.
    pub(super) place: u32,
    /// How it is spelt in the index.
    pub(super) term: &'a str,
}

/// Reads a text from its beginning.
struct Reader<'a, F> {
    text: &'a str,
    each: F,
    place: u32,
    /// The word being read: where it began, and its letters.
    start: Option<usize>,
    term: String,
    /// What hyphens and their like have joined so far.
    joined: Joined,
}

/// Words joined by hyphens and their like.
#[derive(Default)]
struct Joined {
    start: usize,
    end: usize,
    parts: u32,
    term: String,
}

/// Calls back for each word, in order, and after the last of some that are joined for all of them
/// together. Returns how many there were, those not counted.
pub(super) fn tokens(text: &str, each: impl FnMut(Token<'_>)) -> u32 {
    let mut reader = Reader {
        text,
        each,
        place: 0,
        start: None,
        term: String::new(),
        joined: Joined::default(),
    };
    reader.read();
    reader.place
}

impl<F: FnMut(Token<'_>)> Reader<'_, F> {
    fn read(&mut self) {
        let mut before = ' ';
        let mut letters = self.text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            if is_mark(letter) {
                continue;
            }
            if is_word_by_itself(letter) {
                self.end_joined(at);
                self.start = Some(at);
                fold(letter, &mut self.term);
                self.end_joined(at + letter.len_utf8());
            } else if letter.is_alphanumeric() {
                self.start.get_or_insert(at);
                fold(letter, &mut self.term);
            } else {
                let next = letters.peek().map_or(' ', |(_, next)| *next);
                match joins(before, letter, next) {
                    true => self.end_word(at),
                    false => self.end_joined(at),
                }
            }
            before = letter;
        }
        self.end_joined(self.text.len());
    }

    fn end_word(&mut self, end: usize) {
        let Some(start) = self.start.take() else {
            return;
        };
        (self.each)(Token {
            start,
            end,
            place: self.place,
            term: &self.term,
        });
        self.place += 1;
        self.joined.add(start, end, &self.term);
        self.term.clear();
    }

    fn end_joined(&mut self, end: usize) {
        self.end_word(end);
        let joined = &mut self.joined;
        if joined.parts > 1 {
            (self.each)(Token {
                start: joined.start,
                end: joined.end,
                place: self.place - joined.parts,
                term: &joined.term,
            });
        }
        joined.parts = 0;
        joined.term.clear();
    }
}

impl Joined {
    fn add(&mut self, start: usize, end: usize, term: &str) {
        if self.parts == 0 {
            self.start = start;
        }
        self.end = end;
        self.parts += 1;
        self.term.push_str(term);
    }
}

/// Whether a mark joins what stands before and after it.
fn joins(before: char, mark: char, after: char) -> bool {
    match mark {
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | 'ʼ' | '·' => {
            before.is_alphanumeric() && after.is_alphanumeric()
        }
        '.' | ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    }
}

/// Whether a letter is written without blanks around words.
fn is_word_by_itself(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
