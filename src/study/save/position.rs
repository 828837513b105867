//! Where an article was left, as it is stored: one key each.
//!
//! Apart from attempts: a place changes all the time and adds up to nothing, so that a change of it
//! must cost nothing either.

use super::{Json, Millis, SaveError, unreadable};
use crate::article::Slug;

/// What every position's key begins with.
pub const POSITION_PREFIX: &str = "readback.position.";

/// Where an article was left, by paragraphs counted from 0 over all its sections. Headings are not
/// counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The article.
    pub article: Slug,
    /// The paragraph that was being read.
    pub paragraph: usize,
    /// The furthest one that was reached; not before `paragraph`.
    pub furthest: usize,
    /// How many the article had then; more than `furthest`.
    pub of: usize,
    /// When that was.
    pub at: Millis,
}

impl Position {
    /// From so many percent on an article has been read to its end.
    pub const FINISHED: usize = 95;

    /// How much of the article was reached, in percent, from 1 to 100.
    pub fn share(&self) -> usize {
        ((self.furthest + 1) * 100 / self.of).max(1)
    }

    /// Whether the article has been read to its end.
    pub fn is_finished(&self) -> bool {
        self.share() >= Position::FINISHED
    }

    /// The key under which it is stored.
    pub fn key(&self) -> String {
        Position::key_of(&self.article)
    }

    /// The key under which an article's position is stored.
    pub fn key_of(article: &Slug) -> String {
        format!("{POSITION_PREFIX}{article}")
    }

    /// The value to store, in version 1: `p` is the paragraph, `f` the furthest, `of` how many.
    pub fn to_json(&self) -> String {
        let Position {
            paragraph,
            furthest,
            of,
            at,
            ..
        } = self;
        format!(
            r#"{{"v":1,"p":{paragraph},"f":{furthest},"of":{of},"at":{}}}"#,
            at.0
        )
    }

    /// Reads a stored value; `key` is the whole key.
    ///
    /// # Errors
    /// When the key or the value is not a position's, or a newer version wrote it.
    pub fn from_json(key: &str, value: &str) -> Result<Self, SaveError> {
        let article = key.strip_prefix(POSITION_PREFIX);
        let article = article.ok_or_else(|| unreadable("not a position's key"))?;
        let json = Json::parse(value)?;
        match json.get("v")?.whole()? {
            0 => return Err(unreadable("there is no version 0")),
            1 => {}
            newer => return Err(SaveError::Newer(newer)),
        }
        let position = Position {
            article: article.parse().map_err(unreadable)?,
            paragraph: json.get("p")?.whole()?,
            furthest: json.get("f")?.whole()?,
            of: json.get("of")?.whole()?,
            at: Millis(json.get("at")?.whole()?),
        };
        position.validated().map_err(unreadable)
    }

    /// It, if it is one that could have been: for what comes from outside.
    pub(in crate::study) fn validated(self) -> Result<Self, String> {
        let is_place = self.paragraph <= self.furthest && self.furthest < self.of;
        match is_place && self.of <= usize::from(u16::MAX) {
            true => Ok(self),
            false => Err("not a place in an article".to_owned()),
        }
    }

    /// The later of two places in one article; the furthest of both counts, unless the article has
    /// changed between them.
    pub(in crate::study) fn merged(self, other: Self) -> Self {
        let rank = |it: &Self| (it.at, it.paragraph, it.furthest, it.of);
        let (mut last, first) = match rank(&self) < rank(&other) {
            true => (other, self),
            false => (self, other),
        };
        if first.of == last.of {
            last.furthest = last.furthest.max(first.furthest);
        }
        last
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::sample::position;

    #[test]
    fn a_position_is_read_back() {
        let position = position(12, 20, 7);
        assert_eq!(position.key(), "readback.position.tides");
        assert_eq!(
            position.to_json(),
            r#"{"v":1,"p":12,"f":20,"of":40,"at":7}"#
        );
        assert_eq!(
            Position::from_json(&position.key(), &position.to_json()),
            Ok(position)
        );
    }

    #[track_caller]
    fn check_refused(key: &str, (from, to): (&str, &str), why: &str) {
        let value = position(12, 20, 7).to_json().replace(from, to);
        let refused = Position::from_json(key, &value).unwrap_err();
        assert_eq!(refused.to_string(), why);
    }

    #[test]
    fn what_is_altered_is_refused_with_a_reason() {
        let key = "readback.position.tides";
        let place = "cannot be read: not a place in an article";
        let shape = "cannot be read: line 1: not what should stand here";
        check_refused(
            key,
            ("\"v\":1", "\"v\":2"),
            "written by a newer version (2)",
        );
        check_refused(key, ("\"f\":20", "\"f\":40"), place);
        check_refused(key, ("\"f\":20", "\"f\":11"), place);
        check_refused(key, ("40", "99999"), place);
        check_refused(key, (":7", ":-7"), shape);
        check_refused(key, ("{", "["), "cannot be read: line 1: not JSON");
        check_refused(
            "readback.hidden.x",
            ("", ""),
            "cannot be read: not a position's key",
        );
        assert!(
            Position::from_json("readback.position.../x", &position(1, 1, 1).to_json()).is_err()
        );
    }

    #[test]
    fn a_share_is_told_in_percent() {
        let shares = [0, 19, 37, 39].map(|furthest| position(0, furthest, 1).share());
        assert_eq!(shares, [2, 50, 95, 100]);
        let finished = [36, 37].map(|furthest| position(0, furthest, 1).is_finished());
        assert_eq!(finished, [false, true]);
        let long = Position {
            of: 900,
            ..position(0, 0, 1)
        };
        assert_eq!(long.share(), 1);
    }

    #[test]
    fn the_later_of_two_places_counts_and_the_furthest_of_both() {
        let (early, late) = (position(20, 30, 1), position(3, 5, 2));
        let merged = position(3, 30, 2);
        assert_eq!(early.clone().merged(late.clone()), merged);
        assert_eq!(late.clone().merged(early.clone()), merged);
        let changed = Position { of: 41, ..early };
        assert_eq!(changed.merged(late.clone()), late);
    }
}
