//! Places with their time zones, for tests.
//!
//! Apart from the other samples, because the tutor's tests need them too.

use crate::study::{Calendar, Day, Millis};

/// Milliseconds of an hour.
pub(crate) const HOUR: u64 = 3_600_000;

/// A place so many minutes from UTC all year round, where days are called by their numbers.
pub(crate) struct Fixed(pub(crate) i32);

/// Paris, with the summer time of 2025 in every year.
pub(crate) struct Paris;

/// Noon of the day in London, where the first day has the number 0.
pub(crate) fn noon(day: u64) -> u64 {
    (day * 24 + 12) * HOUR
}

impl Calendar for Fixed {
    fn offset_minutes(&self, _: Millis) -> i32 {
        self.0
    }

    fn day_words(&self, at: Millis) -> String {
        format!("day {}", Day::of(at, self).0)
    }

    fn weekday(&self, at: Millis) -> String {
        const NAMES: [&str; 7] = [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ];
        NAMES[Day::of(at, self).after_monday() as usize].to_owned()
    }
}

impl Calendar for Paris {
    fn offset_minutes(&self, at: Millis) -> i32 {
        // From 30 March until 26 October, in a year of 365 days that is 14 days ahead by 2025.
        let summer = (102 * 24 + 1) * HOUR..(312 * 24 + 1) * HOUR;
        if summer.contains(&(at.0 % (365 * 24 * HOUR))) {
            120
        } else {
            60
        }
    }

    fn day_words(&self, at: Millis) -> String {
        Fixed(60).day_words(at)
    }

    fn weekday(&self, at: Millis) -> String {
        Fixed(60).weekday(at)
    }
}
