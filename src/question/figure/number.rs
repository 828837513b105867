//! Numbers as they are written, and others of the same form near them.
//!
//! Apart from the kind, which asks for them.

use std::fmt;
use std::ops::RangeInclusive;

use crate::language::{Tag, Token, lexicon};
use crate::question::distractor::WRONG;

/// The numbers up to nineteen.
const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// The tens from twenty on.
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// A number as it is written: 1,200 has commas, 3.50 two decimals, twenty-two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Whether it stands in words.
    pub(super) spelled: bool,
    /// The digits as a whole number: 350 for 3.50.
    pub(super) digits: u64,
    pub(super) decimals: usize,
    pub(super) commas: bool,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::question) enum Sort {
    Year,
    Share,
    Count,
}

/// Words before a time of the day.
const BEFORE_TIME: &[&str] = &[
    "after", "around", "at", "before", "by", "from", "to", "until",
];

/// "After 8.50", "the 3.40 sailing": a time of the day, which goes by other steps.
pub(super) fn is_clock(text: &str, tokens: &[Token], token: usize, number: Number) -> bool {
    let time = number.decimals == 2 && number.digits < 2400 && number.digits % 100 < 60;
    let before = token.checked_sub(1).map(|before| &tokens[before]);
    let next = tokens.get(token + 1);
    let noun = next.filter(|next| next.tag == Tag::NOUN);
    let shown = before.is_some_and(|it| it.is_any(text, BEFORE_TIME))
        && noun.is_none()
        && !next.is_some_and(|next| next.is_any(text, &["%", "per", "million", "billion"]));
    let named = before.is_some_and(|it| it.is(text, "the"))
        && noun.is_some_and(|noun| !lexicon::is_plural(noun.of(text)));
    time && (shown || named)
}

/// Steps from a year to others of the same few.
const CLOSE: [u64; 4] = [2, 4, 1, 5];

/// So many years are few.
const FEW_YEARS: u64 = 40;

/// Three numbers of the key's form around it, all within `bounds`, which are in the key's own digits: how many of
/// them are smaller is left to chance.
pub(super) fn near(
    key: Number,
    sort: Sort,
    bounds: &RangeInclusive<u64>,
    chance: u64,
) -> Vec<Number> {
    let smaller = usize::try_from(chance % 4).unwrap_or_default();
    // Years that all lie in a few stand close to each other.
    let close: &[u64] = if sort == Sort::Year && bounds.end() - bounds.start() < FEW_YEARS {
        &CLOSE
    } else {
        &[]
    };
    let steps: Vec<u64> = key.steps(sort).iter().chain(close).copied().collect();
    let formed = |near| {
        if sort == Sort::Year {
            near
        } else {
            key.rounded(near)
        }
    };
    let below = steps
        .iter()
        .filter_map(|step| key.digits.checked_sub(*step))
        .map(formed);
    let above = steps.iter().map(|step| formed(key.digits + step));
    let limit = if key.spelled {
        99
    } else if sort == Sort::Share {
        // That it was all of them nobody believes.
        100 * 10_u64.pow(u32::try_from(key.decimals).unwrap_or_default()) - 1
    } else {
        u64::MAX
    };
    let least = u64::from(key.spelled);
    let fits = |digits: &u64| *digits > least && *digits <= limit && bounds.contains(digits);
    let above: Vec<u64> = above.filter(fits).take(WRONG).collect();
    // Where not enough can be larger, more are smaller.
    let smaller = smaller.max(WRONG - above.len());
    let mut below: Vec<u64> = below.filter(fits).take(smaller).collect();
    below.dedup();
    let above = above.into_iter().take(WRONG - below.len());
    let digits: Vec<u64> = below.into_iter().chain(above).collect();
    digits
        .into_iter()
        .map(|digits| Number { digits, ..key })
        .collect()
}

/// By how much an option is in order before others: the number that it is, else 0.
pub(in crate::question) fn size(option: &str) -> u64 {
    Number::read(option).map_or(0, |number| number.digits)
}

impl Number {
    /// Reads digits with commas between thousands or decimals after a point, or a word up to
    /// ninety-nine.
    pub(super) fn read(word: &str) -> Option<Self> {
        if let Some(digits) = in_words(word) {
            return Some(Number {
                spelled: true,
                digits,
                decimals: 0,
                commas: false,
            });
        }
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let (whole, fraction) = word.split_once('.').unwrap_or((word, ""));
        let digits: String = [whole, fraction].concat().replace(',', "");
        let number = Number {
            spelled: false,
            digits: digits
                .parse()
                .ok()
                .filter(|digits| (4..1_000_000_000_000).contains(digits))?,
            decimals: fraction.len(),
            commas: whole.contains(','),
        };
        (number.to_string() == word).then_some(number)
    }

    /// How large it is.
    pub(super) fn size(self) -> f64 {
        self.digits as f64 / 10_f64.powi(i32::try_from(self.decimals).unwrap_or_default())
    }

    /// The place of the last digit that is not a zero: 10 for 350.
    fn unit(self) -> u64 {
        if self.spelled && self.digits < 20 {
            return 1;
        }
        let mut unit = 1;
        while self.digits.is_multiple_of(unit * 10) {
            unit *= 10;
        }
        // One digit and zeros leave too few numbers below: 1,000 goes by hundreds.
        if unit > 1 && self.digits / unit < 4 && !self.spelled {
            unit / 10
        } else {
            unit
        }
    }

    /// A near number with no more digits before its zeros than this one has.
    fn rounded(self, near: u64) -> u64 {
        let mut unit = self.unit();
        while near / unit >= 10 * (self.digits / self.unit()) {
            unit *= 10;
        }
        let step = if near > self.digits && near / unit >= 100 {
            unit * 10
        } else {
            unit
        };
        (near + step / 2) / step * step
    }

    /// Three steps away from the number, the small one first.
    fn steps(self, sort: Sort) -> [u64; 3] {
        if sort == Sort::Year {
            return match self.digits % 3 {
                0 => [4, 9, 15],
                1 => [3, 8, 12],
                _ => [5, 7, 14],
            };
        }
        let unit = self.unit();
        if self.spelled && self.digits < 13 {
            return [1, 2, 3];
        }
        let step = |part: u64| (self.digits * part / 100 / unit).max(1) * unit;
        let first = step(20);
        let second = step(45).max(first + unit);
        [first, second, step(70).max(second + unit)]
    }
}

/// The number that a word from "two" to "ninety-nine" stands for.
pub(super) fn in_words(word: &str) -> Option<u64> {
    // Nearly every word is told from these by its beginning or its length.
    let [first, second, ..] = word.as_bytes() else {
        return None;
    };
    let begins = matches!(
        &[first.to_ascii_lowercase(), second.to_ascii_lowercase()],
        b"tw" | b"th" | b"fo" | b"fi" | b"si" | b"se" | b"ei" | b"ni" | b"te" | b"el"
    );
    let short = word.len() < 4 && word.ends_with(['e', 'E']);
    if !begins || short {
        return None;
    }
    let place = |names: &[&str], part: &str| {
        names
            .iter()
            .position(|name| name.eq_ignore_ascii_case(part))
    };
    let (tens, units) = word.split_once('-').unwrap_or((word, ""));
    let number = match (place(&TENS, tens), place(&UNITS, units)) {
        (Some(tens), Some(units)) if (1..10).contains(&units) => 10 * (tens + 2) + units,
        (Some(tens), None) if units.is_empty() => 10 * (tens + 2),
        (None, None) => place(&UNITS, word)?,
        _ => return None,
    };
    u64::try_from(number).ok().filter(|number| *number > 1)
}

/// A number below a hundred in words.
fn spelled(number: u64) -> Option<String> {
    let number = usize::try_from(number)
        .ok()
        .filter(|number| *number < 100)?;
    let (tens, units) = (
        TENS.get((number / 10).checked_sub(2).unwrap_or(usize::MAX)),
        UNITS.get(number % 10),
    );
    match (UNITS.get(number), tens, number % 10) {
        (Some(word), _, _) => Some((*word).to_owned()),
        (None, Some(tens), 0) => Some((*tens).to_owned()),
        (None, Some(tens), _) => Some(format!("{tens}-{}", units?)),
        _ => None,
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(words) = spelled(self.digits).filter(|_| self.spelled) {
            return f.write_str(&words);
        }
        let digits = format!("{:0width$}", self.digits, width = self.decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.decimals);
        let parts = whole
            .as_bytes()
            .rchunks(if self.commas { 3 } else { whole.len() })
            .rev();
        let parts: Vec<&str> = parts.filter_map(|part| str::from_utf8(part).ok()).collect();
        f.write_str(&parts.join(","))?;
        if fraction.is_empty() {
            Ok(())
        } else {
            write!(f, ".{fraction}")
        }
    }
}
