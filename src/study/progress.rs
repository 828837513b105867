//! Everything derived from attempts.
//!
//! Apart from `save`: it is rebuilt at every start and never stored.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::{Attempt, Millis, Mode, Score, SessionId, Verdict, settle};
use crate::article::Slug;

/// What all attempts add up to. The order in which they are added makes no difference, and those
/// taken back count for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// By id, each once.
    attempts: Vec<Attempt>,
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
pub struct Sitting<'a> {
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
    /// Its answers in the order in which they were given: the first to each question.
    pub answers: Vec<&'a Attempt>,
}

impl Progress {
    /// Adds attempts, in any order; the same attempt twice counts once.
    pub fn add(&mut self, attempts: impl IntoIterator<Item = Attempt>) {
        self.attempts.extend(attempts);
        settle(&mut self.attempts);
    }

    /// All attempts, by id.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// What is known of an article; `None` when it was never quizzed.
    pub fn record(&self, article: &Slug) -> Option<Record> {
        let attempts = self.about(article);
        let when = attempts.last()?.at;
        let mut finished = sittings(&attempts);
        finished.retain(Sitting::is_finished_quiz);
        let scores = finished.iter().map(|sitting| sitting.score);
        Some(Record {
            when,
            last: scores.clone().next(),
            best: scores.max_by(better),
        })
    }

    /// All sittings, latest first.
    pub fn sittings(&self) -> Vec<Sitting<'_>> {
        sittings(&self.counting().collect::<Vec<_>>())
    }

    fn about(&self, article: &Slug) -> Vec<&Attempt> {
        let attempts = self.counting();
        attempts.filter(|it| &it.article == article).collect()
    }

    /// Those that were not taken back.
    fn counting(&self) -> impl Iterator<Item = &Attempt> {
        let attempts = self.attempts.iter();
        attempts.filter(|it| it.verdict().is_some())
    }
}

impl<'a> Sitting<'a> {
    /// Whether all its questions were answered.
    pub fn is_finished(&self) -> bool {
        self.answers.len() >= self.score.of
    }

    fn is_finished_quiz(&self) -> bool {
        matches!(self.mode, Mode::Quiz | Mode::Exam) && self.is_finished()
    }

    fn begun(attempt: &'a Attempt) -> Self {
        Sitting {
            id: attempt.session.clone(),
            mode: attempt.mode,
            article: attempt.article.clone(),
            when: attempt.at,
            score: Score {
                right: 0,
                of: attempt.of,
            },
            answers: Vec::new(),
        }
    }
}

/// Questions met, by sitting where that matters, by article, and by their own ids.
type Met<'a> = HashSet<[&'a str; 3]>;

/// The sittings of attempts that come by time, latest first; a question counts once in each, by
/// its first answer.
fn sittings<'a>(attempts: &[&'a Attempt]) -> Vec<Sitting<'a>> {
    let mut met = Met::new();
    let mut sittings: Vec<Sitting<'a>> = Vec::new();
    for attempt in attempts {
        let (session, article) = (attempt.session.as_str(), attempt.article.as_str());
        if !met.insert([session, article, attempt.question.as_str()]) {
            continue;
        }
        // Mostly the last one: an answer puts its sitting behind all others.
        let at = match met.insert([session, "", ""]) {
            true => None,
            false => sittings.iter().rposition(|it| it.id == attempt.session),
        };
        let mut sitting = at.map_or_else(|| Sitting::begun(attempt), |at| sittings.remove(at));
        sitting.when = attempt.at;
        sitting.answers.push(attempt);
        sitting.score.right += usize::from(attempt.verdict() == Some(Verdict::Right));
        sittings.push(sitting);
    }
    sittings.reverse();
    sittings
}

/// By share of right answers, then by length.
fn better(one: &Score, other: &Score) -> Ordering {
    let share = (one.right * other.of).cmp(&(other.right * one.of));
    share.then(one.of.cmp(&other.of))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::{any_history, attempt, reordered, slug};
    use super::super::{AttemptId, Grade};
    use super::*;
    use Grade::{Again as Wrong, Good as Right};

    fn progress(attempts: impl IntoIterator<Item = Attempt>) -> Progress {
        let mut progress = Progress::default();
        progress.add(attempts);
        progress
    }

    #[test]
    fn an_overruled_attempt_counts_whenever_it_comes() {
        let (before, after) = (attempt(1, 1, 1, Wrong), attempt(1, 1, 1, Right));
        let mut history = progress([before.clone()]);
        history.add([after.clone()]);
        history.add([before.clone()]);
        assert_eq!(history.attempts(), [after]);
    }

    fn score(right: usize, of: usize) -> Option<Score> {
        Some(Score { right, of })
    }

    #[test]
    fn an_article_never_quizzed_has_no_record() {
        let progress = progress([attempt(1, 1, 1, Right)]);
        assert_eq!(progress.record(&slug("moon")), None);
    }

    #[test]
    fn the_last_and_the_best_finished_quiz_are_kept_apart() {
        let best = [attempt(1, 1, 1, Right), attempt(2, 1, 2, Right)];
        let last = [attempt(3, 2, 1, Right), attempt(4, 2, 2, Wrong)];
        let begun = [attempt(5, 3, 1, Wrong)];
        let progress = progress([best, last].into_iter().flatten().chain(begun));
        let expected = Record {
            when: Millis(5),
            last: score(1, 2),
            best: score(2, 2),
        };
        assert_eq!(progress.record(&slug("tides")), Some(expected));
    }

    #[test]
    fn only_quizzes_give_a_score() {
        let retried = Attempt {
            mode: Mode::Retry,
            of: 1,
            ..attempt(1, 1, 1, Right)
        };
        let record = progress([retried]).record(&slug("tides")).unwrap();
        assert_eq!(
            (record.when, record.last, record.best),
            (Millis(1), None, None)
        );
    }

    #[test]
    fn of_two_quizzes_as_good_the_longer_is_the_best() {
        let short = Attempt {
            of: 1,
            ..attempt(9, 2, 1, Right)
        };
        let long = [attempt(1, 1, 1, Right), attempt(2, 1, 2, Right)];
        let record = progress(long.into_iter().chain([short])).record(&slug("tides"));
        let record = record.unwrap();
        assert_eq!((record.last, record.best), (score(1, 1), score(2, 2)));
    }

    #[test]
    fn a_sitting_over_several_articles_is_one() {
        let review = |at, article| Attempt {
            mode: Mode::Review,
            article: slug(article),
            ..attempt(at, 1, at, Right)
        };
        let progress = progress([
            review(2, "moon"),
            review(1, "tides"),
            attempt(3, 2, 1, Wrong),
        ]);
        let sittings = progress.sittings();
        let shown: Vec<_> = sittings
            .iter()
            .map(|it| {
                (
                    it.article.as_str(),
                    it.when,
                    it.score.to_string(),
                    it.is_finished(),
                )
            })
            .collect();
        let expected = [
            ("tides", Millis(3), "0 of 2".to_owned(), false),
            ("tides", Millis(2), "2 of 2".to_owned(), true),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_question_counts_once_in_a_sitting() {
        let twice = Attempt {
            id: AttemptId::new(Millis(1), 99),
            ..attempt(1, 1, 1, Right)
        };
        let progress = progress([attempt(1, 1, 1, Right), twice]);
        let sittings = progress.sittings();
        assert_eq!((sittings[0].answers.len(), sittings[0].score.right), (1, 1));
    }

    #[test]
    fn an_answer_taken_back_counts_for_nothing() {
        let withdrawn = Grade::Withdrawn;
        let undone = [attempt(1, 1, 1, Wrong), attempt(2, 1, 1, withdrawn)];
        let with = progress(undone.into_iter().chain([attempt(3, 2, 2, withdrawn)]));
        let without = progress([attempt(1, 1, 1, Wrong)]);
        assert_eq!(with.sittings(), without.sittings());
        assert_eq!(with.record(&slug("tides")), without.record(&slug("tides")));
    }

    #[test]
    fn an_exam_gives_a_score_as_a_quiz_does() {
        let exam = Attempt {
            mode: Mode::Exam,
            of: 1,
            ..attempt(1, 1, 1, Right)
        };
        let record = progress([exam]).record(&slug("tides")).unwrap();
        assert_eq!(record.last, score(1, 1));
    }

    proptest! {
        #[test]
        fn the_order_of_adding_makes_no_difference(
            (attempts, again) in any_history().prop_flat_map(|all| (Just(all.clone()), reordered(all)))
        ) {
            let (one, other) = (progress(attempts), progress(again));
            prop_assert_eq!(one.sittings(), other.sittings());
            prop_assert_eq!(one.record(&slug("a")), other.record(&slug("a")));
            prop_assert_eq!(one, other);
        }

        #[test]
        fn two_devices_come_to_the_same(attempts in any_history(), at in 0..20_usize) {
            let (here, there) = attempts.split_at(at.min(attempts.len()));
            let (mut one, mut other) = (progress(here.to_vec()), progress(there.to_vec()));
            one.add(there.to_vec());
            other.add(here.to_vec());
            prop_assert_eq!(&one, &other);
            prop_assert_eq!(one.attempts(), attempts);
        }
    }
}
