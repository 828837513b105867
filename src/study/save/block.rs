//! The attempts of a month in one value.
//!
//! Apart from single attempts, which are written as they are given: a block holds what is long
//! past, in a third of the room, and is never changed but only replaced by another.

use std::fmt;

use super::{Attempt, Json, Millis, SaveError, digit, grade, letter, number, options, quoted};
use super::{sitting, unreadable};
use crate::article::Slug;
use crate::question::{Answer, QuestionId};
use crate::study::AttemptId;
use crate::study::checksum::checksum;
use crate::study::id::CHANCE_LEN;

/// What every block's key begins with.
pub const BLOCK_PREFIX: &str = "readback.block.";

/// A month of UTC, counted from January 1970. Written as in "2025-08".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(u64);

/// The lists of a block, and where its reading stands.
struct Reader {
    articles: Vec<Slug>,
    sittings: Vec<String>,
    at: u64,
    sitting: usize,
    article: usize,
}

impl Month {
    /// The month of that moment.
    pub fn of(at: Millis) -> Self {
        // Years from March on, in eras of 400 years; 719,468 days before 1970 such an era began.
        let days = at.0 / 86_400_000 + 719_468;
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year + year / 4 - year / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        Month((era * 400 + year) * 12 + from_march + 2 - 1970 * 12)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", 1970 + self.0 / 12, self.0 % 12 + 1)
    }
}

/// The key of a block with that value: the month, and a checksum, so that two tabs that make the
/// same block write the same, and no block is ever written over another.
pub(in crate::study) fn block_key(month: Month, value: &str) -> String {
    format!("{BLOCK_PREFIX}{month}.{}", checksum(value.bytes()))
}

/// The value to store, in version 1, of attempts by id.
///
/// It lists articles and sittings, these as in a single attempt; and then the attempts, each of them
/// a text: 13 characters of the id, 12 of the question, one of the grade; then with blanks between,
/// and in base 36 where they are numbers, the time since the attempt before in milliseconds, how
/// long the answer took, the sitting and the article by their places in those lists, nothing where
/// they are as before; then `c` with the options chosen or `w` with the words typed.
pub(in crate::study) fn block_to_json(attempts: &[&Attempt]) -> String {
    let (mut articles, mut sittings) = (Vec::new(), Vec::new());
    let mut places: Vec<[usize; 2]> = Vec::new();
    let mut lines = Vec::new();
    let mut at = 0;
    for attempt in attempts {
        let sitting = place(&mut sittings, sitting_of(attempt));
        let article = place(&mut articles, attempt.article.to_string());
        let before = places.last().copied();
        let said = |which: usize, place| match before {
            Some(before) if before[which] == place => String::new(),
            _ => base36(place as u64),
        };
        let line = line(attempt, at, &said(0, sitting), &said(1, article));
        lines.push(quoted(&line));
        places.push([sitting, article]);
        at = attempt.at.0;
    }
    format!(
        "{{\"v\":1,\"articles\":[\"{}\"],\"sittings\":[\"{}\"],\"attempts\":[\n{}]}}",
        articles.join("\",\""),
        sittings.join("\",\""),
        lines.join(",\n")
    )
}

/// Reads a stored value; `key` is the whole key.
///
/// # Errors
/// When it is not a whole block, or a newer version wrote it.
pub(in crate::study) fn block_from_json(key: &str, value: &str) -> Result<Vec<Attempt>, SaveError> {
    let json = Json::parse(value)?;
    match json.get("v")?.whole()? {
        0 => return Err(unreadable("there is no version 0")),
        1 => {}
        newer => return Err(SaveError::Newer(newer)),
    }
    if !key.ends_with(&checksum(value.bytes())) {
        return Err(unreadable("its checksum does not match"));
    }
    let mut reader = Reader {
        articles: json.get("articles")?.list(Json::read)?,
        sittings: json.get("sittings")?.list(Json::string)?,
        at: 0,
        sitting: 0,
        article: 0,
    };
    let lines = json.get("attempts")?.list(Json::string)?;
    lines.iter().map(|line| reader.attempt(line)).collect()
}

/// Where the text stands in the list, at its end if it did not.
fn place(texts: &mut Vec<String>, text: String) -> usize {
    let found = texts.iter().rposition(|it| *it == text);
    found.unwrap_or_else(|| {
        texts.push(text);
        texts.len() - 1
    })
}

fn sitting_of(attempt: &Attempt) -> String {
    format!("{}{}{}", attempt.session, letter(attempt.mode), attempt.of)
}

fn line(attempt: &Attempt, before: u64, sitting: &str, article: &str) -> String {
    let chance = attempt.id.chance();
    let (question, grade) = (&attempt.question, number(attempt.grade));
    let since = base36(attempt.at.0.saturating_sub(before));
    let took = base36(attempt.took.into());
    let answer = match &attempt.answer {
        Answer::Chosen(chosen) => format!(
            "c{}",
            chosen.iter().map(|&it| digit(it)).collect::<String>()
        ),
        Answer::Typed(text) => format!("w{text}"),
    };
    format!("{chance}{question}{grade}{since} {took} {sitting} {article} {answer}")
}

impl Reader {
    fn attempt(&mut self, line: &str) -> Result<Attempt, SaveError> {
        let wrong = || unreadable("not an attempt of a block");
        let (chance, rest) = line.split_at_checked(CHANCE_LEN).ok_or_else(wrong)?;
        let (question, rest) = rest.split_at_checked(12).ok_or_else(wrong)?;
        let (grade_of, rest) = rest.split_at_checked(1).ok_or_else(wrong)?;
        let mut parts = rest.splitn(5, ' ');
        let mut part = || parts.next().ok_or_else(wrong);
        self.at = self.at.checked_add(whole(part()?)?).ok_or_else(wrong)?;
        let took = whole(part()?)?.try_into().map_err(unreadable)?;
        goes_on(&mut self.sitting, part()?)?;
        goes_on(&mut self.article, part()?)?;
        let (session, mode, of) = sitting(self.sittings.get(self.sitting).ok_or_else(wrong)?)?;
        let id = AttemptId::with(Millis(self.at), chance).map_err(unreadable)?;
        let attempt = Attempt {
            at: id.at(),
            id,
            session,
            mode,
            of,
            article: self.articles.get(self.article).ok_or_else(wrong)?.clone(),
            question: QuestionId::new(question.to_owned()),
            answer: answer(part()?)?,
            grade: grade(grade_of.parse().map_err(unreadable)?)?,
            took,
        };
        attempt.validated().map_err(unreadable)
    }
}

fn answer(text: &str) -> Result<Answer, SaveError> {
    match (text.strip_prefix('c'), text.strip_prefix('w')) {
        (Some(chosen), _) => options(chosen).map(Answer::Chosen),
        (_, Some(words)) => Ok(Answer::Typed(words.to_owned())),
        _ => Err(unreadable("not an answer")),
    }
}

/// Takes the place that a part says, if it says one.
fn goes_on(place: &mut usize, part: &str) -> Result<(), SaveError> {
    if !part.is_empty() {
        *place = whole(part)?.try_into().map_err(unreadable)?;
    }
    Ok(())
}

fn whole(text: &str) -> Result<u64, SaveError> {
    u64::from_str_radix(text, 36).map_err(unreadable)
}

fn base36(number: u64) -> String {
    let rest = digit((number % 36) as usize);
    match number / 36 {
        0 => rest.to_string(),
        more => base36(more) + rest.encode_utf8(&mut [0]),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::study::sample::{any_attempt, attempt, slug};
    use crate::study::{Grade, settle};

    const VERSION_1: &str = include_str!("../../../tests/stored/block-1.json").trim_ascii_end();

    fn block(attempts: &[Attempt]) -> String {
        block_to_json(&attempts.iter().collect::<Vec<_>>())
    }

    fn key(value: &str) -> String {
        block_key(Month::of(Millis(0)), value)
    }

    fn month() -> Vec<Attempt> {
        let typed = Attempt {
            answer: Answer::Typed(r#"a "neap" tide"#.to_owned()),
            article: slug("moon"),
            ..attempt(1_754_300_009_000, 2, 3, Grade::Hard)
        };
        vec![
            attempt(1_754_300_000_000, 1, 1, Grade::Good),
            attempt(1_754_300_004_000, 1, 2, Grade::Again),
            typed,
        ]
    }

    #[test]
    fn a_block_is_text_in_short() {
        assert_eq!(block(&month()), VERSION_1);
    }

    #[test]
    fn version_1_stays_readable() {
        assert_eq!(block_from_json(&key(VERSION_1), VERSION_1), Ok(month()));
    }

    #[test]
    fn an_altered_block_is_refused_with_a_reason() {
        let value = block(&month());
        let altered = value.replacen("c0", "c1", 1);
        let refused = block_from_json(&key(&value), &altered).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "cannot be read: its checksum does not match"
        );
    }

    #[test]
    fn a_month_is_of_the_calendar() {
        let months = [
            0,
            2_678_399_999,
            2_678_400_000,
            951_782_400_000,
            951_868_799_999,
            951_868_800_000,
            1_754_300_000_000,
            4_102_444_799_999,
            4_102_444_800_000,
            4_107_542_399_999,
            4_107_542_400_000,
        ];
        let months = months.map(|at| Month::of(Millis(at)).to_string());
        expect!["1970-01 1970-01 1970-02 2000-02 2000-02 2000-03 2025-08 2099-12 2100-01 2100-02 2100-03"].assert_eq(&months.join(" "));
    }

    #[test]
    fn months_sort_by_time() {
        let day = |day: u64| Month::of(Millis(day * 86_400_000));
        assert!((0..40_000).all(|at| day(at) <= day(at + 1)));
        assert_eq!(day(40_000).0 - day(0).0, 1_314);
    }

    proptest! {
        #[test]
        fn every_block_is_read_back(mut attempts in vec(any_attempt(), 1..20)) {
            settle(&mut attempts);
            let value = block(&attempts);
            prop_assert_eq!(block_from_json(&key(&value), &value), Ok(attempts));
        }

        #[test]
        fn no_text_breaks_the_reading(value in ".*") {
            prop_assert!(block_from_json(&key(&value), &value).is_err());
        }

        #[test]
        fn no_damage_goes_unseen(at in 0..400_usize, with in ".?") {
            let whole = block(&month());
            let mut value: Vec<_> = whole.chars().collect();
            let at = at.min(value.len() - 1);
            value.splice(at..=at, with.chars());
            let value: String = value.into_iter().collect();
            prop_assert!(value == whole || block_from_json(&key(&whole), &value).is_err());
            // Where the checksum is forged too, what is read still is what could have been.
            if let Ok(read) = block_from_json(&key(&value), &value) {
                prop_assert!(read.into_iter().all(|attempt| attempt.validated().is_ok()));
            }
        }
    }
}
