//! Names of attempts, sittings and marks: made, read and taken apart.
//!
//! Apart because all have the same form, and the order of that form is what storage relies on.

use std::fmt;
use std::str::FromStr;

use super::{AttemptId, MarkId, Millis, SessionId};

/// Digits in the order of their ASCII codes, so that names sort as their numbers do; without
/// those that are easily taken for another.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// 45 bits of milliseconds: until the year 3084.
const TIME_LEN: usize = 9;
/// 64 bits.
pub(super) const CHANCE_LEN: usize = 13;

impl AttemptId {
    /// The name of an attempt made at that time, with the 13 characters of chance that it had.
    pub(super) fn with(at: Millis, chance: &str) -> Result<Self, String> {
        validate(&(compose(at, 0)[..TIME_LEN].to_owned() + chance)).map(AttemptId)
    }

    /// The 13 characters of chance in it.
    pub(super) fn chance(&self) -> &str {
        &self.0[TIME_LEN..]
    }

    /// The name of an attempt made now. Times after the year 3084 count as its end.
    pub fn new(now: Millis, chance: u64) -> Self {
        AttemptId(compose(now, chance))
    }

    /// The time in it.
    pub fn at(&self) -> Millis {
        time(&self.0)
    }

    /// The 22 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl MarkId {
    /// The name of a mark made now. Times after the year 3084 count as its end.
    pub fn new(now: Millis, chance: u64) -> Self {
        MarkId(compose(now, chance))
    }

    /// The time in it.
    pub fn at(&self) -> Millis {
        time(&self.0)
    }

    /// The 22 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SessionId {
    /// How many characters it has.
    pub(super) const LEN: usize = TIME_LEN + CHANCE_LEN;

    /// The name of a sitting begun now. Times after the year 3084 count as its end.
    pub fn new(now: Millis, chance: u64) -> Self {
        SessionId(compose(now, chance))
    }

    /// The 22 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for MarkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for MarkId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        validate(text).map(MarkId)
    }
}

impl FromStr for AttemptId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        validate(text).map(AttemptId)
    }
}

impl FromStr for SessionId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        validate(text).map(SessionId)
    }
}

impl TryFrom<String> for AttemptId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TryFrom<String> for SessionId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<AttemptId> for String {
    fn from(id: AttemptId) -> Self {
        id.0
    }
}

impl From<SessionId> for String {
    fn from(id: SessionId) -> Self {
        id.0
    }
}

fn compose(now: Millis, chance: u64) -> String {
    let latest = (1 << (5 * TIME_LEN)) - 1;
    base32(now.0.min(latest), TIME_LEN) + &base32(chance, CHANCE_LEN)
}

fn base32(number: u64, len: usize) -> String {
    let digit = |place: usize| DIGITS[(number >> (5 * place) & 31) as usize];
    (0..len)
        .rev()
        .map(|place| char::from(digit(place)))
        .collect()
}

fn time(id: &str) -> Millis {
    let value = |byte| DIGITS.iter().position(|&digit| digit == byte).unwrap_or(0) as u64;
    let digits = id.bytes().take(TIME_LEN);
    Millis(digits.fold(0, |number, byte| number << 5 | value(byte)))
}

fn validate(text: &str) -> Result<String, String> {
    let well_formed =
        text.len() == SessionId::LEN && text.bytes().all(|byte| DIGITS.contains(&byte));
    if well_formed {
        Ok(text.to_owned())
    } else {
        Err(format!("\"{}\" is no id", short(text)))
    }
}

/// Enough of a text to recognise it by, in a message.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use proptest::prelude::*;

    use super::*;

    const TIMES: std::ops::Range<u64> = 0..1 << 45;

    #[test]
    fn an_id_is_22_plain_characters() {
        let id = AttemptId::new(Millis(1_754_300_000_000), u64::MAX);
        expect!["1k1t6v9r0fzzzzzzzzzzzz"].assert_eq(id.as_str());
    }

    #[track_caller]
    fn check_refused(text: &str) {
        let refused = text.parse::<AttemptId>().is_err() && text.parse::<SessionId>().is_err();
        assert!(refused, "{text:?}");
    }

    #[test]
    fn what_is_no_id_is_refused() {
        check_refused("");
        check_refused("1k1sax580fzzzzzzzzzzz");
        check_refused("1k1sax580fzzzzzzzzzzzzz");
        check_refused("1K1SAX580FZZZZZZZZZZZZ");
        check_refused("ok1sax580fzzzzzzzzzzzz");
        check_refused("1k1sax580fzzzzzzzzzzz ");
        check_refused("1k1sax580fzzzzzzzzzzé");
    }

    #[test]
    fn a_time_out_of_range_is_kept_in_range() {
        assert_eq!(
            AttemptId::new(Millis(u64::MAX), 0).at(),
            Millis((1 << 45) - 1)
        );
    }

    proptest! {
        #[test]
        fn ids_are_read_back(now in TIMES, chance: u64) {
            let id = AttemptId::new(Millis(now), chance);
            prop_assert_eq!(id.as_str().parse(), Ok(id.clone()));
            prop_assert_eq!(id.at(), Millis(now));
        }

        #[test]
        fn ids_sort_by_time_then_chance(one in (TIMES, any::<u64>()), other in (TIMES, any::<u64>())) {
            let id = |(now, chance)| AttemptId::new(Millis(now), chance);
            prop_assert_eq!(id(one).cmp(&id(other)), one.cmp(&other));
        }
    }
}
