//! Whether what was to be remembered was: answers on later days against what FSRS expected of them.
//!
//! Apart from `memory`, which expects; here is counted how it turned out.

use super::{Memories, Review, Verdict};

/// Some answers to questions answered on a day before.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Remembered {
    /// How many.
    pub of: usize,
    /// How many of them were right.
    pub right: usize,
    /// How many were expected to be right, by the sum of their likelihoods.
    pub expected: f32,
}

impl Remembered {
    /// Likelihoods, in percent, at which the ranges begin by which answers are told apart: what was
    /// almost forgotten by then stands first.
    pub const RANGES: [u8; 5] = [0, 70, 80, 90, 95];

    /// The share of right answers, from 0 to 1; `None` where there are no answers.
    pub fn measured(&self) -> Option<f32> {
        (self.of > 0).then(|| self.right as f32 / self.of as f32)
    }

    /// The share that was expected.
    pub fn predicted(&self) -> Option<f32> {
        (self.of > 0).then(|| self.expected / self.of as f32)
    }

    fn count(&mut self, review: &Review<'_>, expected: f32) {
        self.of += 1;
        self.right += usize::from(review.attempt.verdict() == Some(Verdict::Right));
        self.expected += expected;
    }
}

impl Memories<'_> {
    /// The answers to questions answered on a day before, by how likely they were to be right: one
    /// entry for each of [`Remembered::RANGES`].
    pub fn remembered(&self) -> [Remembered; Remembered::RANGES.len()] {
        let mut ranges = [Remembered::default(); Remembered::RANGES.len()];
        for review in &self.reviews {
            if let Some(expected) = review.expected {
                let after = |start: &u8| f32::from(*start) <= expected * 100.0;
                let range = Remembered::RANGES.iter().rposition(after);
                ranges[range.unwrap_or(0)].count(review, expected);
            }
        }
        ranges
    }

    /// All of them together.
    pub fn remembered_in_all(&self) -> Remembered {
        let mut all = Remembered::default();
        for range in self.remembered() {
            all.of += range.of;
            all.right += range.right;
            all.expected += range.expected;
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::attempt;
    use super::super::sample::place::{Fixed, HOUR, noon};
    use super::super::{Attempt, Grade, Millis, Preferences, Terms};
    use super::*;
    use Grade::{Again, Good, Withdrawn};

    const TODAY: u64 = 20_400;

    fn answer(question: u64, days: u64, grade: Grade) -> Attempt {
        attempt(noon(TODAY - days) + question, 1, question, grade)
    }

    /// How many answers are in each range, and how many of them are right.
    #[track_caller]
    fn check(answers: &[Attempt], of: [usize; 5], right: [usize; 5]) -> Remembered {
        let terms = Terms {
            calendar: &Fixed(0),
            now: Millis(noon(TODAY) + HOUR),
            preferences: Preferences::default(),
        };
        let memories = Memories::of(answers, terms);
        let ranges = memories.remembered();
        assert_eq!(ranges.map(|it| it.of), of);
        assert_eq!(ranges.map(|it| it.right), right);
        memories.remembered_in_all()
    }

    #[test]
    fn first_answers_and_those_of_the_same_day_are_no_reviews() {
        let same_day = [
            answer(1, 3, Again),
            attempt(noon(TODAY - 3) + HOUR, 1, 1, Good),
        ];
        let all = check(&same_day, [0; 5], [0; 5]);
        assert_eq!((all.measured(), all.predicted()), (None, None));
    }

    #[test]
    fn reviews_are_counted_by_what_was_expected() {
        let soon = [answer(1, 1, Good), answer(1, 0, Good)];
        let late = [answer(2, 300, Good), answer(2, 0, Again)];
        let taken_back = [answer(3, 300, Good), answer(3, 0, Withdrawn)];
        let answers = [soon, late, taken_back].concat();
        let all = check(&answers, [1, 0, 0, 1, 0], [0, 0, 0, 1, 0]);
        assert_eq!(all.measured(), Some(0.5));
        let predicted = all.predicted().unwrap();
        assert!((0.6..0.8).contains(&predicted), "{predicted}");
    }
}
