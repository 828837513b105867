//! Where in a text the words stand that were looked for.
//!
//! Apart from the index, which knows of words only how many stand before them: this reads the text
//! itself, of the few articles that are shown.

use std::ops::Range;

use super::Query;
use super::token::{Token, tokens};

/// A place in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its bytes.
    pub(super) bytes: Range<usize>,
    /// Which part of the query stands there.
    pub(super) clause: usize,
}

/// Words of a way that have been met.
struct Begun {
    clause: usize,
    way: usize,
    /// How many of its words, where the first began and the place where the next one must be.
    met: usize,
    start: usize,
    next: u32,
}

/// All such places, by where they end.
pub(super) fn marks(text: &str, query: &Query) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut begun: Vec<Begun> = Vec::new();
    tokens(text, |token| {
        let mut still = Vec::new();
        for it in begun.drain(..).chain(beginnings(query)) {
            if let Some(it) = it.meet(&token, query, &mut marks) {
                still.push(it);
            }
        }
        begun = still;
    });
    marks
}

fn beginnings(query: &Query) -> impl Iterator<Item = Begun> {
    let clauses = query.clauses.iter().enumerate();
    clauses.flat_map(|(clause, it)| {
        (0..it.ways.len()).map(move |way| Begun {
            clause,
            way,
            met: 0,
            start: 0,
            next: 0,
        })
    })
}

impl Begun {
    /// With this word met too, if it may go on; marks what has come to its end.
    fn meet(mut self, token: &Token<'_>, query: &Query, marks: &mut Vec<Mark>) -> Option<Begun> {
        let way = &query.clauses[self.clause].ways[self.way];
        if self.met > 0 && token.place != self.next {
            // Words joined into one stand between, at the place of their first.
            return (token.place < self.next).then_some(self);
        }
        way[self.met].fit(token.term)?;
        if self.met == 0 {
            self.start = token.start;
        }
        self.met += 1;
        self.next = token.place + 1;
        if self.met < way.len() {
            return Some(self);
        }
        marks.push(Mark {
            bytes: self.start..token.end,
            clause: self.clause,
        });
        None
    }
}
