//! Days as the reader lives them: local, and turning at four in the morning.
//!
//! Apart from the clock, which the pure rooms do not read: how far local time is from UTC at a
//! moment, and how a day is written, comes in from outside.

use super::Millis;
use crate::article::Date;

/// What the reader's device knows of time zones and of the reader's way to write a date.
pub trait Calendar {
    /// Local time minus UTC at that moment, in minutes: 60 in Paris in winter.
    fn offset_minutes(&self, at: Millis) -> i32;

    /// The day of that moment in words: "4 August 2025".
    fn day_words(&self, at: Millis) -> String;

    /// The name of the day of the week of that moment: "Tuesday".
    fn weekday(&self, at: Millis) -> String;

    /// A day of any century in words.
    fn date_words(&self, date: Date) -> String {
        date.to_string()
    }
}

/// A day of study: days since 1 January 1970 in local time. It begins at 04:00, so that who studies
/// past midnight still studies on the day before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// Local milliseconds from midnight until the day turns.
    const TURN: i64 = 4 * 3_600_000;
    const LENGTH: i64 = 24 * 3_600_000;

    /// The day of study that the moment belongs to.
    pub fn of(at: Millis, calendar: &dyn Calendar) -> Self {
        let local = at.0 as i64 + offset(at, calendar);
        Day((local - Self::TURN).div_euclid(Self::LENGTH) as i32)
    }

    /// Its first moment; none before 1970 UTC.
    pub fn start(self, calendar: &dyn Calendar) -> Millis {
        let local = i64::from(self.0) * Self::LENGTH + Self::TURN;
        let within = |local: i64| Millis(local.max(0) as u64);
        // Clocks change some hours before the day turns: the second look is past that.
        let near = within(local - offset(within(local), calendar));
        within(local - offset(near, calendar))
    }

    /// The day so many days later, or earlier.
    pub fn plus(self, days: i32) -> Self {
        Day(self.0.saturating_add(days))
    }

    /// How many days after the other it is; 0 where it is before it.
    pub fn since(self, other: Day) -> u32 {
        self.0.saturating_sub(other.0).max(0) as u32
    }

    /// How many days after a Monday: 0 to 6.
    pub fn after_monday(self) -> i32 {
        // The first of January 1970 was a Thursday.
        (self.0 + 3).rem_euclid(7)
    }
}

/// Local time minus UTC, in milliseconds.
fn offset(at: Millis, calendar: &dyn Calendar) -> i64 {
    i64::from(calendar.offset_minutes(at)) * 60_000
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::place::{Fixed, HOUR, Paris};
    use super::*;

    /// 00:00 UTC on Sunday, 26 October 2025, when Paris puts its clocks back an hour at 01:00 UTC.
    const AUTUMN: u64 = 1_761_436_800_000;

    #[track_caller]
    fn check(at: u64, calendar: &dyn Calendar, day: i32) {
        assert_eq!(Day::of(Millis(at), calendar), Day(day));
    }

    #[test]
    fn a_day_turns_at_four() {
        let london = Fixed(0);
        check(4 * HOUR, &london, 0);
        check(4 * HOUR - 1, &london, -1);
        check(28 * HOUR - 1, &london, 0);
        check(28 * HOUR, &london, 1);
    }

    #[test]
    fn a_day_is_that_of_the_place() {
        check(0, &Fixed(9 * 60), 0);
        check(0, &Fixed(-8 * 60), -1);
    }

    #[test]
    fn a_day_on_which_clocks_change_turns_at_four_by_the_new_time() {
        let sunday = AUTUMN as i64 / Day::LENGTH;
        check(AUTUMN + 3 * HOUR - 1, &Paris, sunday as i32 - 1);
        check(AUTUMN + 3 * HOUR, &Paris, sunday as i32);
        let starts = |day: i64| Day(day as i32).start(&Paris).0;
        assert_eq!(starts(sunday), AUTUMN + 3 * HOUR);
        assert_eq!(starts(sunday - 1), AUTUMN - 22 * HOUR);
    }

    #[test]
    fn weeks_begin_on_monday() {
        // Monday, 24 November 2025.
        assert_eq!(Day(20_416).after_monday(), 0);
        assert_eq!(Day(20_415).after_monday(), 6);
        assert_eq!(Day(-3).after_monday(), 0);
    }

    proptest! {
        #[test]
        fn a_day_starts_where_it_begins(day in 1..40_000_i32, zone in -720..=840_i32) {
            for calendar in [&Fixed(zone) as &dyn Calendar, &Paris] {
                let start = Day(day).start(calendar);
                prop_assert_eq!(Day::of(start, calendar), Day(day));
                prop_assert_eq!(Day::of(Millis(start.0 - 1), calendar), Day(day - 1));
            }
        }

        #[test]
        fn no_day_is_before_itself(one: i32, other: i32) {
            prop_assert_eq!(Day(one).since(Day(one)), 0);
            prop_assert!(Day(one).since(Day(other)) == 0 || Day(other).since(Day(one)) == 0);
        }
    }
}
