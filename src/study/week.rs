//! How many answers were given on each day of the last weeks.
//!
//! Apart from sittings, which pay no heed to days.

use super::{Day, Memories};

/// Seven days from a Monday on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// The Monday.
    pub start: Day,
    /// How many answers were given on each day.
    pub answers: [usize; 7],
}

impl Week {
    /// Its days with their answers, up to that day.
    pub fn until(&self, last: Day) -> impl Iterator<Item = (Day, usize)> {
        let days = (0..).map(|days| self.start.plus(days)).zip(self.answers);
        days.take_while(move |(day, _)| *day <= last)
    }
}

impl Memories<'_> {
    /// The last weeks, the present one at the end. Answers taken back count for nothing.
    pub fn weeks(&self, count: usize) -> Vec<Week> {
        let today = self.terms.today();
        let after = |weeks: usize| {
            let ago = 7 * (count - 1 - weeks) as i32 + today.after_monday();
            Week {
                start: today.plus(-ago),
                answers: [0; 7],
            }
        };
        let mut weeks: Vec<Week> = (0..count).map(after).collect();
        let first = weeks.first().map_or(today, |week| week.start);
        for review in self.reviews.iter().filter(|it| it.day >= first) {
            let days = review.day.since(first) as usize;
            if let Some(week) = weeks.get_mut(days / 7) {
                week.answers[days % 7] += 1;
            }
        }
        weeks
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::attempt;
    use super::super::sample::place::{Fixed, noon};
    use super::super::{Grade, Millis, Preferences, Terms};
    use super::*;

    /// A Wednesday.
    const TODAY: u64 = 20_418;

    #[test]
    fn answers_stand_on_their_days() {
        let answer = |day, grade| attempt(noon(day), day, 1, grade);
        let answers = [
            answer(TODAY - 200, Grade::Good),
            answer(TODAY - 9, Grade::Good),
            answer(TODAY - 3, Grade::Again),
            answer(TODAY - 2, Grade::Withdrawn),
            answer(TODAY, Grade::Good),
            answer(TODAY + 9, Grade::Good),
        ];
        let terms = Terms {
            calendar: &Fixed(0),
            now: Millis(noon(TODAY)),
            preferences: Preferences::default(),
        };
        let weeks = Memories::of(&answers, terms).weeks(2);
        let monday = Day(TODAY as i32 - 2);
        let expected = [
            (monday.plus(-7), [1, 0, 0, 0, 0, 0, 1]),
            (monday, [0, 0, 1, 0, 0, 0, 0]),
        ];
        let expected = expected.map(|(start, answers)| Week { start, answers });
        assert_eq!(weeks, expected);
        let shown: Vec<_> = weeks[1].until(Day(TODAY as i32)).collect();
        assert_eq!(
            shown,
            [(monday, 0), (monday.plus(1), 0), (monday.plus(2), 1)]
        );
    }
}
