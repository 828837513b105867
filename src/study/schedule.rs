//! What is to be asked when: what is due, what is to come, and what a quiz had better ask first.
//!
//! Apart from `memory`, which knows how well each question is remembered but not what to do about it.

use std::collections::HashSet;

use super::{Day, Grade, Memories, Memory, Mode};
use crate::article::Slug;
use crate::question::QuestionId;

/// How a question stands with its reader, in the order in which a quiz asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Never answered.
    Unseen,
    /// Answered wrong the last time, or due again.
    Weak,
    /// Answered right the last time, and not yet due.
    Known,
}

/// What is due, over all articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// What to ask today, in this order: what is forgotten first, as far as the day's share goes,
    /// and no two questions of one article in a row where that can be.
    pub due: Vec<(Slug, QuestionId)>,
    /// How many more are due, beyond the day's share.
    pub waiting: usize,
    /// The next day on which anything is to be asked.
    pub next: Option<Day>,
    /// How many questions are due on each day from today on; those overdue count as today's.
    pub forecast: [usize; Schedule::DAYS],
}

/// A question that is due, with its article.
type Due<'a> = (&'a Slug, &'a QuestionId);

impl Schedule {
    /// How many days the forecast covers, with today.
    pub const DAYS: usize = 14;
}

impl Memory {
    /// How the question stands on that day.
    pub fn standing(&self, day: Day) -> Standing {
        match self.grade == Grade::Again || self.is_due(day) {
            true => Standing::Weak,
            false => Standing::Known,
        }
    }
}

impl<'a> Memories<'a> {
    /// How the questions of an article stand that were ever answered.
    pub fn standings(&self, article: &Slug) -> Vec<(QuestionId, Standing)> {
        let today = self.terms.today();
        let of_article = self.all().filter(|(slug, ..)| *slug == article);
        of_article
            .map(|(_, id, memory)| (id.clone(), memory.standing(today)))
            .collect()
    }

    /// What is due, of the questions that can still be asked.
    pub fn schedule(&self, can_be_asked: impl Fn(&Slug, &QuestionId) -> bool) -> Schedule {
        let today = self.terms.today();
        let open = self.all().filter(|(slug, id, _)| can_be_asked(slug, id));
        let (mut due, later): (Vec<_>, Vec<_>) = open.partition(|(.., it)| it.is_due(today));
        let mut forecast = [0; Schedule::DAYS];
        forecast[0] = due.len();
        for (.., memory) in &later {
            if let Some(day) = forecast.get_mut(memory.due.since(today) as usize) {
                *day += 1;
            }
        }
        let likely = |memory: &Memory| memory.retrievability(today);
        due.sort_by(|(.., one), (.., other)| likely(one).total_cmp(&likely(other)));
        let share = usize::from(self.terms.preferences.daily).saturating_sub(self.reviewed());
        let waiting = due.len().saturating_sub(share);
        due.truncate(share);
        let tomorrow = (waiting > 0).then(|| today.plus(1));
        Schedule {
            due: interleaved(due.into_iter().map(|(slug, id, _)| (slug, id)).collect()),
            waiting,
            next: tomorrow.or_else(|| later.iter().map(|(.., memory)| memory.due).min()),
            forecast,
        }
    }

    /// How many questions were reviewed today.
    fn reviewed(&self) -> usize {
        let today = self.terms.today();
        let reviews = self.reviews.iter();
        let todays = reviews.filter(|it| it.day == today && it.attempt.mode == Mode::Review);
        let questions = todays.map(|it| (&it.attempt.article, &it.attempt.question));
        questions.collect::<HashSet<_>>().len()
    }
}

/// The same questions, with those of one article apart: next is always one of the article that has
/// most left, other than the one before.
fn interleaved(due: Vec<Due<'_>>) -> Vec<(Slug, QuestionId)> {
    let mut left: Vec<(&Slug, Vec<&QuestionId>)> = Vec::new();
    for (slug, id) in due.into_iter().rev() {
        match left.iter_mut().find(|(other, _)| *other == slug) {
            Some((_, ids)) => ids.push(id),
            None => left.push((slug, vec![id])),
        }
    }
    left.reverse();
    let mut order: Vec<(Slug, QuestionId)> = Vec::new();
    while let Some((slug, id)) = take(&mut left, order.last().map(|(slug, _)| slug)) {
        order.push((slug.clone(), id.clone()));
    }
    order
}

/// A question of the article with most left, the first of those that have as many; of `last` only
/// where no other has any.
fn take<'a>(left: &mut [(&'a Slug, Vec<&'a QuestionId>)], last: Option<&Slug>) -> Option<Due<'a>> {
    let rank = |(slug, ids): &(&Slug, Vec<&QuestionId>)| (Some(*slug) != last, ids.len());
    let open = left.iter_mut().rev().filter(|(_, ids)| !ids.is_empty());
    let (slug, ids) = open.max_by_key(|it| rank(it))?;
    Some((slug, ids.pop()?))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::super::sample::place::{Fixed, noon};
    use super::super::sample::{attempt, question_id, slug};
    use super::super::{Attempt, Millis, Preferences, Terms};
    use super::*;
    use Grade::{Again, Easy, Good};

    const LONDON: Fixed = Fixed(0);
    const TODAY: u64 = 20_400;

    fn terms(daily: u16) -> Terms<'static> {
        Terms {
            calendar: &LONDON,
            now: Millis(noon(TODAY)),
            preferences: Preferences {
                daily,
                ..Preferences::default()
            },
        }
    }

    /// An answer so many days ago to the question with that number.
    fn answer(article: &str, question: u64, days: u64, grade: Grade) -> Attempt {
        Attempt {
            article: slug(article),
            ..attempt(noon(TODAY - days) + question, 1, question, grade)
        }
    }

    fn review(question: u64) -> Attempt {
        Attempt {
            mode: Mode::Review,
            ..answer("a", question, 0, Good)
        }
    }

    /// What is due, what waits, when the next is, and the forecast, as of a share of that size.
    #[track_caller]
    fn check(answers: &[Attempt], daily: u16, expected: Expect) {
        let schedule = Memories::of(answers, terms(daily)).schedule(|_, _| true);
        let number = |id: &QuestionId| u64::from_str_radix(id.as_str(), 16).unwrap();
        let due = schedule.due.iter();
        let due: Vec<_> = due
            .map(|(slug, id)| format!("{slug}{}", number(id)))
            .collect();
        let next = schedule.next.map(|day| day.0 - TODAY as i32);
        let told = format!(
            "{}, {} waiting, next {next:?}, {:?}",
            due.join(" "),
            schedule.waiting,
            schedule.forecast
        );
        expected.assert_eq(&told);
    }

    #[test]
    fn nothing_is_due_where_nothing_was_asked() {
        check(
            &[],
            50,
            expect![", 0 waiting, next None, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"],
        );
    }

    #[test]
    fn what_is_overdue_counts_as_today_s() {
        let answers = [
            answer("a", 1, 400, Good),
            answer("a", 2, 1, Again),
            answer("a", 3, 0, Again),
            answer("a", 4, 0, Easy),
        ];
        check(
            &answers,
            50,
            expect!["a1 a2, 0 waiting, next Some(1), [2, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]"],
        );
    }

    #[test]
    fn questions_of_one_article_stand_apart() {
        let articles = ["a", "a", "a", "b", "c"];
        let answers = articles.iter().zip(1..);
        let answers: Vec<_> = answers
            .map(|(article, question)| answer(article, question, 9, Again))
            .collect();
        check(
            &answers,
            50,
            expect![
                "a1 b4 a2 c5 a3, 0 waiting, next None, [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"
            ],
        );
    }

    #[test]
    fn a_day_has_its_share_and_what_is_forgotten_comes_first() {
        let due = [
            answer("a", 1, 9, Good),
            answer("a", 2, 99, Good),
            answer("b", 3, 9, Again),
        ];
        check(
            &due,
            2,
            expect!["a2 b3, 1 waiting, next Some(1), [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"],
        );
        let reviewed = [due.to_vec(), vec![review(8), review(9), review(9)]].concat();
        check(
            &reviewed,
            3,
            expect!["a2, 2 waiting, next Some(1), [3, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"],
        );
        check(
            &reviewed,
            2,
            expect![", 3 waiting, next Some(1), [3, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"],
        );
        check(
            &reviewed,
            0,
            expect![", 3 waiting, next Some(1), [3, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"],
        );
    }

    #[test]
    fn what_can_be_asked_no_longer_is_not_due() {
        let answers = [answer("a", 1, 9, Again), answer("b", 2, 9, Again)];
        let memories = Memories::of(&answers, terms(50));
        let schedule = memories.schedule(|slug, _| slug.as_str() == "a");
        assert_eq!(schedule.due, [(slug("a"), question_id(1))]);
        assert_eq!((schedule.forecast[0], schedule.next), (1, None));
    }

    #[test]
    fn a_question_is_weak_when_it_was_missed_or_is_due() {
        let answers = [
            answer("a", 1, 0, Again),
            answer("a", 2, 9, Good),
            answer("a", 3, 0, Good),
            answer("b", 4, 0, Again),
        ];
        let memories = Memories::of(&answers, terms(50));
        let standings = memories.standings(&slug("a")).into_iter();
        let standings: Vec<_> = standings.map(|(_, standing)| standing).collect();
        assert_eq!(standings, [Standing::Weak, Standing::Weak, Standing::Known]);
        assert!(Standing::Unseen < Standing::Weak && Standing::Weak < Standing::Known);
    }

    proptest! {
        #[test]
        fn neighbours_are_of_one_article_only_where_they_must(articles in vec(0..4_u8, 0..20)) {
            let slugs = ["a", "b", "c", "d"].map(slug);
            let id = question_id(1);
            let due = articles.iter().map(|at| (&slugs[usize::from(*at)], &id)).collect();
            let order = interleaved(due);
            let most = slugs.iter().map(|slug| order.iter().filter(|(it, _)| it == slug).count());
            let most = most.max().unwrap_or(0);
            let pairs = order.windows(2).filter(|pair| pair[0].0 == pair[1].0).count();
            prop_assert_eq!(order.len(), articles.len());
            prop_assert_eq!(pairs, (2 * most).saturating_sub(articles.len() + 1));
        }
    }
}
