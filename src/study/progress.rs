//! Everything derived from attempts.
//!
//! Apart from `save`: it is rebuilt at every start and never stored.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::{Attempt, Millis, Mode, Score, SessionId, Verdict};
use crate::article::Slug;
use crate::question::QuestionId;

/// What all attempts add up to. The order in which they are added makes no difference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    articles: BTreeMap<Slug, BTreeSet<Attempt>>,
}

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
        for attempt in attempts {
            let article = self.articles.entry(attempt.article.clone());
            article.or_default().insert(attempt);
        }
    }

    /// All attempts, by id.
    pub fn attempts(&self) -> Vec<Attempt> {
        self.by_time().into_iter().cloned().collect()
    }

    /// What is known of an article; `None` when it was never quizzed.
    pub fn record(&self, article: &Slug) -> Option<Record> {
        let attempts = self.articles.get(article)?;
        let finished: Vec<_> = sittings(attempts)
            .into_iter()
            .filter(Sitting::is_finished_quiz)
            .map(|sitting| sitting.score)
            .collect();
        Some(Record {
            when: attempts.last()?.at,
            last: finished.first().copied(),
            best: finished.into_iter().max_by(better),
        })
    }

    /// The article's questions ever asked.
    pub fn seen(&self, article: &Slug) -> BTreeSet<QuestionId> {
        let attempts = self.articles.get(article).into_iter().flatten();
        attempts.map(|attempt| attempt.question.clone()).collect()
    }

    /// The questions whose latest answer was wrong, longest ago first, with their articles.
    pub fn missed(&self) -> Vec<(Slug, QuestionId)> {
        let mut latest = BTreeMap::new();
        for attempt in self.by_time() {
            latest.insert((&attempt.article, &attempt.question), attempt);
        }
        let mut missed: Vec<_> = latest.into_values().collect();
        missed.retain(|attempt| attempt.verdict == Verdict::Wrong);
        missed.sort_unstable();
        missed
            .into_iter()
            .map(|attempt| (attempt.article.clone(), attempt.question.clone()))
            .collect()
    }

    /// All sittings, latest first.
    pub fn sittings(&self) -> Vec<Sitting> {
        sittings(self.by_time())
    }

    fn by_time(&self) -> Vec<&Attempt> {
        let mut attempts: Vec<_> = self.articles.values().flatten().collect();
        attempts.sort_unstable();
        attempts
    }
}

impl Sitting {
    /// Whether all its questions were answered.
    pub fn is_finished(&self) -> bool {
        self.answered >= self.score.of
    }

    fn is_finished_quiz(&self) -> bool {
        self.mode == Mode::Quiz && self.is_finished()
    }

    fn begun(attempt: &Attempt) -> Self {
        Sitting {
            id: attempt.session.clone(),
            mode: attempt.mode,
            article: attempt.article.clone(),
            when: attempt.at,
            score: Score {
                right: 0,
                of: attempt.of,
            },
            answered: 0,
        }
    }
}

/// The sittings of attempts that come by time; a question counts once in each, by its first
/// answer.
fn sittings<'a>(attempts: impl IntoIterator<Item = &'a Attempt>) -> Vec<Sitting> {
    let mut sittings: BTreeMap<&SessionId, Sitting> = BTreeMap::new();
    let mut counted = BTreeSet::new();
    for attempt in attempts {
        if !counted.insert((&attempt.session, &attempt.article, &attempt.question)) {
            continue;
        }
        let sitting = sittings.entry(&attempt.session);
        let sitting = sitting.or_insert_with(|| Sitting::begun(attempt));
        sitting.when = attempt.at;
        sitting.answered += 1;
        sitting.score.right += usize::from(attempt.verdict == Verdict::Right);
    }
    let mut sittings: Vec<_> = sittings.into_values().collect();
    sittings.sort_by(|one, other| (other.when, &other.id).cmp(&(one.when, &one.id)));
    sittings
}

/// By share of right answers, then by length.
fn better(one: &Score, other: &Score) -> Ordering {
    let share = (one.right * other.of).cmp(&(other.right * one.of));
    share.then(one.of.cmp(&other.of))
}
