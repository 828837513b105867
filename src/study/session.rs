//! One sitting, from its first question to its result.
//!
//! Apart from `progress`, which looks back over all sittings.

use super::{Attempt, Millis, Mode, Score, SessionId, Verdict};
use crate::question::Question;

/// One sitting: questions in the order they are asked, and the answers so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    id: SessionId,
    mode: Mode,
    items: Vec<Item>,
    answers: Vec<Attempt>,
    phase: Phase,
}

/// A question as this sitting shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The question.
    pub question: Question,
    /// The order in which its options stand: position on the page to index into `options`.
    pub order: Vec<usize>,
}

/// Where a sitting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The item is being asked since then.
    Asking {
        /// Index into the items.
        item: usize,
        /// When it was first shown.
        since: Millis,
    },
    /// The item has been answered and the verdict stands on the page.
    Judged {
        /// Index into the items.
        item: usize,
        /// The verdict.
        verdict: Verdict,
    },
    /// All are answered.
    Done,
}

impl Session {
    /// A sitting over `questions`, in that order, their options shuffled by `seed`. With no
    /// questions it is done at once.
    pub fn new(
        id: SessionId,
        mode: Mode,
        questions: Vec<Question>,
        seed: u64,
        now: Millis,
    ) -> Self {
        let _ = (&questions, seed);
        Session {
            id,
            mode,
            items: Vec::new(),
            answers: Vec::new(),
            phase: Phase::Asking {
                item: 0,
                since: now,
            },
        }
    }

    /// Where it stands.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The questions, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The answers so far, in order.
    pub fn answers(&self) -> &[Attempt] {
        &self.answers
    }

    /// Judges the chosen options (indices into `options`) of the question being asked, and gives
    /// the attempt to keep; `None` when nothing is chosen or nothing is being asked.
    pub fn check(&mut self, choice: &[usize], now: Millis, chance: u64) -> Option<Attempt> {
        let _ = (choice, now, chance);
        None
    }

    /// Goes on to the next question, or to the result.
    pub fn next(&mut self, now: Millis) {
        let _ = now;
    }

    /// The score so far, of all the questions.
    pub fn score(&self) -> Score {
        Score {
            right: 0,
            of: self.items.len(),
        }
    }

    /// The questions answered wrong, in order.
    pub fn missed(&self) -> Vec<Question> {
        Vec::new()
    }
}
