//! How well each question is remembered: FSRS-6 folded over the answers given to it.
//!
//! Apart from what is made of it, and never stored: it follows from the attempts alone, whatever
//! order they came in and however many devices they came from.

use std::collections::BTreeMap;

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, ItemState, MemoryState, NextStates, current_retrievability};

use super::{Attempt, Calendar, Day, Grade, Millis, Preferences};
use crate::article::Slug;
use crate::question::QuestionId;

/// What everything that looks back on attempts is reckoned by.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    /// Where the reader is.
    pub calendar: &'a dyn Calendar,
    /// The time.
    pub now: Millis,
    /// What the reader has chosen.
    pub preferences: Preferences,
}

/// What is remembered of one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// After so many days it is remembered nine times in ten.
    pub stability: f32,
    /// How hard it is to learn, from 1 to 10.
    pub difficulty: f32,
    /// The day of the last answer.
    pub last: Day,
    /// How that one was.
    pub grade: Grade,
    /// The day on which it is to be asked again; always after `last`, unless its answers are all
    /// from days to come.
    pub due: Day,
    /// How many answers there were.
    pub seen: usize,
    /// How many of them were wrong.
    pub lapses: usize,
}

/// An answer, with what was to be expected of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Review<'a> {
    /// The answer; never one that was taken back.
    pub attempt: &'a Attempt,
    /// The day it was given on, by its own clock.
    pub day: Day,
    /// How likely it was to be right, from 0 to 1; `None` unless the question had been answered on
    /// a day before.
    pub expected: Option<f32>,
}

/// All questions ever answered, with their answers.
pub struct Memories<'a> {
    pub(super) terms: Terms<'a>,
    /// Those of days to come first, then by id.
    pub(super) reviews: Vec<Review<'a>>,
    pub(super) questions: BTreeMap<(&'a Slug, &'a QuestionId), Memory>,
}

impl Terms<'_> {
    /// The day of study that it is.
    pub fn today(&self) -> Day {
        Day::of(self.now, self.calendar)
    }

    /// The share of questions that are to be remembered when they are asked again.
    fn retention(&self) -> f32 {
        f32::from(self.preferences.retention) / 100.0
    }
}

impl Memory {
    /// The longest that a question is left alone, in days: a hundred years.
    const LONGEST: f32 = 36_500.0;

    /// How likely it is remembered on that day, from 0 to 1.
    pub fn retrievability(&self, day: Day) -> f32 {
        let elapsed = day.since(self.last) as f32;
        current_retrievability(self.state(), elapsed, FSRS6_DEFAULT_DECAY)
    }

    /// Whether it is to be asked again by that day.
    pub fn is_due(&self, day: Day) -> bool {
        self.due <= day
    }

    fn state(&self) -> MemoryState {
        MemoryState {
            stability: self.stability,
            difficulty: self.difficulty,
        }
    }
}

impl<'a> Memories<'a> {
    /// Folds attempts, which may come in any order and more than once.
    ///
    /// Every answer counts, one after the other; a second one on the same day as one that comes
    /// after no time at all. An answer from a day to come was given by a clock that was wrong: it
    /// tells what was known but not when. It counts as the first answer of all, given on the day of
    /// the next; where there is no next, the question is due today.
    pub fn of(attempts: impl IntoIterator<Item = &'a Attempt>, terms: Terms<'a>) -> Self {
        let mut attempts: Vec<&Attempt> = attempts.into_iter().collect();
        attempts.sort_unstable();
        attempts.dedup_by(|later, first| later.id == first.id);
        let days = attempts.into_iter().filter_map(|attempt| {
            let day = Day::of(attempt.at, terms.calendar);
            attempt.verdict().map(|_| (day, attempt))
        });
        let today = terms.today();
        let (to_come, past): (Vec<_>, Vec<_>) = days.partition(|(day, _)| *day > today);
        let mut memories = Memories {
            terms,
            reviews: Vec::with_capacity(to_come.len() + past.len()),
            questions: BTreeMap::new(),
        };
        let fsrs = FSRS::default();
        for (day, attempt) in to_come.into_iter().chain(past) {
            memories.take(&fsrs, day, attempt);
        }
        memories
    }

    /// What they were reckoned by.
    pub fn terms(&self) -> Terms<'a> {
        self.terms
    }

    /// What is remembered of a question; `None` where it was never answered.
    pub fn get(&self, article: &Slug, question: &QuestionId) -> Option<Memory> {
        self.questions.get(&(article, question)).copied()
    }

    /// All of them, by article.
    pub fn all(&self) -> impl Iterator<Item = (&'a Slug, &'a QuestionId, &Memory)> {
        let all = self.questions.iter();
        all.map(|((slug, id), memory)| (*slug, *id, memory))
    }

    /// All answers, those of days to come first.
    pub fn reviews(&self) -> &[Review<'a>] {
        &self.reviews
    }

    fn take(&mut self, fsrs: &FSRS, day: Day, attempt: &'a Attempt) {
        let today = self.terms.today();
        let key = (&attempt.article, &attempt.question);
        let before = self.questions.get(&key);
        let elapsed = before.map_or(0, |before| day.min(today).since(before.last));
        let expected = before.filter(|_| elapsed > 0);
        let expected = expected.map(|before| before.retrievability(day));
        let states = fsrs.next_states(before.map(Memory::state), self.terms.retention(), elapsed);
        // The library refuses only numbers that are not finite, and gives none.
        let Ok(states) = states else { return };
        let next = state_after(attempt.grade, &states);
        let memory = Memory {
            stability: next.memory.stability,
            difficulty: next.memory.difficulty,
            last: day.min(today),
            grade: attempt.grade,
            due: match day > today {
                true => today,
                false => day.plus(interval(next)),
            },
            seen: before.map_or(0, |before| before.seen) + 1,
            lapses: before.map_or(0, |before| before.lapses)
                + usize::from(attempt.grade == Grade::Again),
        };
        self.questions.insert(key, memory);
        self.reviews.push(Review {
            attempt,
            day,
            expected,
        });
    }
}

fn state_after(grade: Grade, states: &NextStates) -> &ItemState {
    match grade {
        Grade::Easy => &states.easy,
        Grade::Hard => &states.hard,
        Grade::Good => &states.good,
        Grade::Again | Grade::Withdrawn => &states.again,
    }
}

/// Whole days until the question is due: never the same day, on which it is asked again only by
/// wish.
fn interval(state: &ItemState) -> i32 {
    state.interval.round().clamp(1.0, Memory::LONGEST) as i32
}

#[cfg(test)]
mod tests;
