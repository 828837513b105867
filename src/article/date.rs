//! Days of the calendar, and reading them as English prints them.
//!
//! Apart from the formats because each of them has dates, written in the same ways.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::text::strip_prefix_ignoring_case;

/// A day of the Gregorian calendar, from the year 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It is not of the form YYYY-MM-DD.
    Form,
    /// The calendar has no such day.
    NoSuchDay,
}

/// What looks like a date in English, and whether the calendar has it.
pub(super) type Reading = Result<Date, DateError>;

/// The months in order, in small letters.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

impl Date {
    /// The day, where the calendar has it: months and days count from 1.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Date> {
        let valid = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        valid.then_some(Date { year, month, day })
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// Reads a date at the start of the text, as in "July 26, 2025", "Sat 26th Jul. 2025" or
/// "2025-07-26", and gives what follows it.
pub(super) fn read_start(text: &str) -> Option<(Reading, &str)> {
    let text = skip_weekday(text);
    let (first, rest) = token(text);
    if let Some(reading) = iso_day(first) {
        return Some((reading, rest));
    }
    let (second, rest) = token(rest);
    let (third, rest) = token(rest);
    let (month, day) = match (month(first), month(second)) {
        (Some(month), _) => (month, day_of_month(second)?),
        (None, Some(month)) => (month, day_of_month(first)?),
        (None, None) => return None,
    };
    Some((reading(year(third)?, month, day), rest))
}

/// Reads a text that is a date and perhaps a time of day after it.
pub(super) fn read(text: &str) -> Option<Reading> {
    let (reading, rest) = read_start(text.trim())?;
    let time = rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit());
    time.then_some(reading)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads YYYY-MM-DD and nothing else.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        iso(text).ok_or(DateError::Form)?
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DateError::Form => "not a date of the form YYYY-MM-DD",
            DateError::NoSuchDay => "not a day of the calendar",
        })
    }
}

impl std::error::Error for DateError {}

fn reading(year: i16, month: u8, day: u8) -> Reading {
    Date::new(year, month, day).ok_or(DateError::NoSuchDay)
}

fn days_in(year: i16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i16) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn iso(text: &str) -> Option<Reading> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let of_form = (year.len(), month.len(), day.len()) == (4, 2, 2) && parts.next().is_none();
    let digits = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    (of_form && digits).then_some(())?;
    Some(reading(
        year.parse().ok()?,
        month.parse().ok()?,
        day.parse().ok()?,
    ))
}

/// A day in ISO form, with or without a time after a "T".
fn iso_day(token: &str) -> Option<Reading> {
    let (day, time) = token.split_once(['T', 't']).unwrap_or((token, ""));
    let is_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z' | 'z');
    iso(day).filter(|_| time.chars().all(is_time))
}

/// The first word without a comma or full stop after it, and what follows.
fn token(text: &str) -> (&str, &str) {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    (word.trim_end_matches([',', '.']), rest.trim_start())
}

fn skip_weekday(text: &str) -> &str {
    let (first, rest) = token(text);
    if is_name_of(first, &WEEKDAYS).is_some() {
        rest
    } else {
        text
    }
}

fn month(word: &str) -> Option<u8> {
    let index = is_name_of(word, &MONTHS)?;
    u8::try_from(index + 1).ok()
}

/// Which of the names it is, in full or shortened to three or four letters.
fn is_name_of(word: &str, names: &[&str]) -> Option<usize> {
    names.iter().position(|name| {
        let shortened = matches!(word.len(), 3 | 4) && word.len() < name.len();
        word.eq_ignore_ascii_case(name)
            || (shortened && strip_prefix_ignoring_case(name, word).is_some())
    })
}

/// One or two digits, perhaps with "st", "nd", "rd" or "th".
fn day_of_month(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let ordinal = ["", "st", "nd", "rd", "th"]
        .iter()
        .any(|e| ending.eq_ignore_ascii_case(e));
    let plain = matches!(digits.len(), 1 | 2) && digits.bytes().all(|b| b.is_ascii_digit());
    (ordinal && plain).then(|| digits.parse().ok()).flatten()
}

fn year(word: &str) -> Option<i16> {
    let plain = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, iso: &str) {
        let date = read(text).unwrap_or_else(|| panic!("{text} is no date"));
        assert_eq!(date.unwrap().to_string(), iso);
    }

    #[test]
    fn english_dates() {
        reads("July 26, 2025", "2025-07-26");
        reads("August 04, 2025", "2025-08-04");
        reads("Jul. 4th, 2025", "2025-07-04");
        reads("26 July 2025", "2025-07-26");
        reads("Sat, 26 Jul 2025", "2025-07-26");
        reads("Sept 1 1999", "1999-09-01");
        reads("2025-07-26", "2025-07-26");
        reads("2025-07-26T10:00:00Z", "2025-07-26");
        reads("2025-07-26 10:00", "2025-07-26");
        reads("MAY 1, 2025", "2025-05-01");
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "July",
            "July 2025",
            "July 26",
            "In July 26, 2025",
            "26/07/2025",
            "March 3, 2025 was a cold day",
            "Marching 3, 2025",
            "July +4, 2025",
            "July 26, +025",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_calendar_has_the_last_word() {
        assert_eq!(read("February 30, 2025"), Some(Err(DateError::NoSuchDay)));
        assert!(Date::new(2024, 2, 29).is_some());
        assert!(Date::new(2000, 2, 29).is_some());
        assert!(Date::new(1900, 2, 29).is_none());
        assert!(Date::new(2025, 2, 29).is_none());
        assert!(Date::new(2025, 4, 31).is_none());
        assert!(Date::new(2025, 0, 1).is_none());
        assert!(Date::new(0, 1, 1).is_none());
    }

    #[test]
    fn stored_dates_are_checked() {
        let date: Date = serde_json::from_str("\"2024-02-29\"").unwrap();
        assert_eq!(serde_json::to_string(&date).unwrap(), "\"2024-02-29\"");
        for bad in [
            "2025-02-29",
            "2025-2-1",
            "+025-01-01",
            "2025-01-01-",
            "x",
            "",
        ] {
            assert!(serde_json::from_value::<Date>(bad.into()).is_err(), "{bad}");
        }
        assert!("2025-01-31".parse::<Date>().unwrap() < "2025-02-01".parse().unwrap());
    }
}
