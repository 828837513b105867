//! Everything derived from attempts.
//!
//! Apart from `save`: it is rebuilt at every start and never stored.

use std::collections::BTreeSet;

use super::{Attempt, Millis, Mode, Score, SessionId};
use crate::article::Slug;
use crate::question::QuestionId;

/// What all attempts add up to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {}

/// What one article's quizzes add up to.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// When it was last quizzed.
    pub when: Millis,
    /// The last finished quiz.
    pub last: Option<Score>,
    /// The best finished quiz, by share of right answers, then by length.
    pub best: Option<Score>,
}

/// One sitting, looked back upon.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// Its name.
    pub id: SessionId,
    /// What sort it was.
    pub mode: Mode,
    /// The article of its first answer.
    pub article: Slug,
    /// When its last answer was given.
    pub when: Millis,
    /// Right answers, of the questions it had.
    pub score: Score,
    /// How many of them were answered.
    pub answered: usize,
}

impl Progress {
    /// Adds attempts, in any order; the same attempt twice counts once.
    pub fn add(&mut self, attempts: impl IntoIterator<Item = Attempt>) {
        let _ = attempts.into_iter().count();
    }

    /// What is known of an article; `None` when it was never quizzed.
    pub fn record(&self, article: &Slug) -> Option<Record> {
        let _ = article;
        None
    }

    /// The article's questions ever asked.
    pub fn seen(&self, article: &Slug) -> BTreeSet<QuestionId> {
        let _ = article;
        BTreeSet::new()
    }

    /// The questions whose latest answer was wrong, longest ago first, with their articles.
    pub fn missed(&self) -> Vec<(Slug, QuestionId)> {
        Vec::new()
    }

    /// All sittings, latest first.
    pub fn sittings(&self) -> Vec<Sitting> {
        Vec::new()
    }
}
