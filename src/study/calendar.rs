//! Days as the reader lives them: local, and turning at four in the morning.
//!
//! Apart from the clock, which the pure rooms do not read: how far local time is from UTC at a
//! moment, and how a day is written, comes in from outside.

use super::Millis;

/// What the reader's device knows of time zones and of the reader's way to write a date.
pub trait Calendar {
    /// Local time minus UTC at that moment, in minutes: 60 in Paris in winter.
    fn offset_minutes(&self, at: Millis) -> i32;

    /// The day of that moment in words: "4 August 2025".
    fn day_words(&self, at: Millis) -> String;

    /// The name of the day of the week of that moment: "Tuesday".
    fn weekday(&self, at: Millis) -> String;
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
        let local = at.0 as i64 + i64::from(calendar.offset_minutes(at)) * 60_000;
        Day((local - Self::TURN).div_euclid(Self::LENGTH) as i32)
    }
}
