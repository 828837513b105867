//! How much of an article, of a section or of a kind of question is known.
//!
//! Apart from `memory`, which knows only questions that were asked; here those count too that were
//! not.

use std::collections::BTreeMap;

use super::{Grade, Memories, Memory, Mode, Score, Standing, Verdict};
use crate::article::Slug;
use crate::question::{KindName, Question, QuestionId};

/// How much of some questions is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mastery {
    /// How many there are.
    pub of: usize,
    /// How many of them were ever answered.
    pub seen: usize,
    /// How many were answered right the last time and are not yet due.
    pub known: usize,
    /// How likely one of them is remembered now, taken at random: from 0 to 1. One never answered
    /// is not, nor is one answered wrong the last time.
    pub share: f32,
}

/// A question answered wrong more than once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lapse<'a> {
    /// Its article.
    pub article: &'a Slug,
    /// The question.
    pub question: &'a QuestionId,
    /// How many answers were wrong.
    pub wrong: usize,
    /// How many there were.
    pub of: usize,
}

impl Memories<'_> {
    /// How much of these questions is known.
    pub fn mastery<'q>(&self, questions: impl IntoIterator<Item = &'q Question>) -> Mastery {
        let mut mastery = Mastery::default();
        let mut likely = 0.0;
        for question in questions {
            mastery.of += 1;
            if let Some(memory) = self.get(&question.article, &question.id) {
                let is_known = memory.standing(self.terms.today()) == Standing::Known;
                mastery.seen += 1;
                mastery.known += usize::from(is_known);
                likely += self.likelihood(&memory);
            }
        }
        mastery.share = likely / mastery.of.max(1) as f32;
        mastery
    }

    /// Right answers of all, by kind of question: in retries none, where the answer was just told.
    /// Kinds without an answer are left out, as are questions that `kind` does not know.
    pub fn accuracy(
        &self,
        kind: impl Fn(&Slug, &QuestionId) -> Option<KindName>,
    ) -> Vec<(KindName, Score)> {
        let mut scores: BTreeMap<KindName, Score> = BTreeMap::new();
        let reviews = self.reviews.iter().map(|review| review.attempt);
        for attempt in reviews.filter(|attempt| attempt.mode != Mode::Retry) {
            if let Some(kind) = kind(&attempt.article, &attempt.question) {
                let score = scores.entry(kind).or_insert(Score { right: 0, of: 0 });
                score.of += 1;
                score.right += usize::from(attempt.verdict() == Some(Verdict::Right));
            }
        }
        scores.into_iter().collect()
    }

    /// The questions answered wrong twice or more and not known since, most often wrong first.
    pub fn lapses(&self) -> Vec<Lapse<'_>> {
        let today = self.terms.today();
        let weak = self
            .all()
            .filter(|(.., memory)| memory.lapses > 1 && memory.standing(today) == Standing::Weak);
        let lapse = |(article, question, memory): (_, _, &Memory)| Lapse {
            article,
            question,
            wrong: memory.lapses,
            of: memory.seen,
        };
        let mut lapses: Vec<_> = weak.map(lapse).collect();
        lapses.sort_by_key(|lapse| std::cmp::Reverse(lapse.wrong));
        lapses
    }

    fn likelihood(&self, memory: &Memory) -> f32 {
        match memory.grade {
            Grade::Again => 0.0,
            _ => memory.retrievability(self.terms.today()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::place::{Fixed, noon};
    use super::super::sample::{attempt, question, question_id, slug};
    use super::super::{Attempt, Millis, Preferences, Terms};
    use super::*;
    use Grade::{Again, Easy, Good, Withdrawn};

    const TODAY: u64 = 20_400;

    fn answer(question: u64, days: u64, grade: Grade) -> Attempt {
        attempt(noon(TODAY - days) + question, 1, question, grade)
    }

    fn memories(answers: &[Attempt]) -> Memories<'_> {
        let terms = Terms {
            calendar: &Fixed(0),
            now: Millis(noon(TODAY)),
            preferences: Preferences::default(),
        };
        Memories::of(answers, terms)
    }

    /// Of how many, seen, known, and the share in percent, of the questions 1 to 4.
    #[track_caller]
    fn check(answers: &[Attempt], expected: (usize, usize, usize, f32)) {
        let questions = [1, 2, 3, 4].map(|number| question(number, &[0]));
        let Mastery {
            of,
            seen,
            known,
            share,
        } = memories(answers).mastery(&questions);
        assert_eq!((of, seen, known, (share * 100.0).round()), expected);
    }

    #[test]
    fn what_was_never_asked_is_not_known() {
        check(&[], (4, 0, 0, 0.0));
        check(
            &[answer(9, 0, Good), answer(1, 0, Withdrawn)],
            (4, 0, 0, 0.0),
        );
    }

    #[test]
    fn what_was_wrong_is_not_known_the_same_day() {
        check(&[answer(1, 0, Good), answer(2, 0, Again)], (4, 2, 1, 25.0));
    }

    #[test]
    fn what_is_known_fades() {
        check(&[answer(1, 8, Easy)], (4, 1, 0, 23.0));
        check(&[answer(1, 300, Easy)], (4, 1, 0, 14.0));
    }

    #[test]
    fn no_questions_are_no_mastery() {
        assert_eq!(memories(&[]).mastery([]), Mastery::default());
    }

    #[test]
    fn accuracy_counts_answers_by_kind_but_no_retries() {
        let retry = Attempt {
            mode: Mode::Retry,
            ..answer(1, 1, Good)
        };
        let answers = [
            answer(1, 2, Again),
            retry,
            answer(1, 0, Good),
            answer(2, 0, Good),
        ];
        let kind = |_: &Slug, id: &QuestionId| (*id == question_id(1)).then_some(KindName::Gap);
        let score = Score { right: 1, of: 2 };
        assert_eq!(memories(&answers).accuracy(kind), [(KindName::Gap, score)]);
    }

    #[test]
    fn a_question_missed_twice_is_told_until_it_is_known() {
        let missed = [
            answer(1, 9, Again),
            answer(1, 5, Good),
            answer(1, 0, Again),
            answer(2, 0, Again),
        ];
        let lapses = memories(&missed);
        let lapses = lapses.lapses();
        let told: Vec<_> = lapses
            .iter()
            .map(|it| (it.question, it.wrong, it.of))
            .collect();
        assert_eq!(told, [(&question_id(1), 2, 3)]);
        assert_eq!(lapses[0].article, &slug("tides"));
        let known = [answer(1, 9, Again), answer(1, 5, Again), answer(1, 0, Good)];
        assert_eq!(memories(&known).lapses(), []);
    }
}
