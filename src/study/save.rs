//! Attempts as they are stored: one key, one small JSON object, with types of their own.
//!
//! Apart from the living types, so that those may change while what is stored stays readable.

mod block;
mod hidden;
mod mark;
mod position;

use std::fmt;

use super::{Attempt, AttemptId, Grade, Millis, Mode, SessionId};
use crate::json::{Json, JsonError, quoted};
use crate::question::{Answer, QuestionId};

pub use block::{BLOCK_PREFIX, Month};
pub use hidden::{HIDDEN_PREFIX, Hidden};
pub use mark::MARK_PREFIX;
pub use position::{POSITION_PREFIX, Position};

pub(super) use block::{block_from_json, block_key, block_to_json};

/// What every key of Readback begins with: an origin may be shared with other projects.
pub const PREFIX: &str = "readback.";

/// What every attempt's key begins with.
pub const ATTEMPT_PREFIX: &str = "readback.attempt.";

/// The key of [`Meta`].
pub const META_KEY: &str = "readback.meta";

/// The key of [`super::Preferences`].
pub const PREFERENCES_KEY: &str = "readback.preferences";

/// What is known of the stored values as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// Which layout the keys follow.
    pub schema: u32,
    /// When something was stored for the first time.
    pub created: Millis,
    /// When a backup was last made.
    pub backup: Option<Millis>,
}

/// Why a stored value could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// It was written by a newer Readback, with this version.
    Newer(u32),
    /// It is damaged or something else.
    Unreadable(String),
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SaveError::Newer(version) => write!(f, "written by a newer version ({version})"),
            SaveError::Unreadable(why) => write!(f, "cannot be read: {why}"),
        }
    }
}

impl From<JsonError> for SaveError {
    fn from(error: JsonError) -> Self {
        unreadable(error)
    }
}

impl Meta {
    /// The layout that this Readback writes. In layout 1 were no blocks and nothing was hidden.
    pub const SCHEMA: u32 = 2;

    /// For a browser in which nothing is stored yet.
    pub fn new(now: Millis) -> Self {
        Meta {
            schema: Meta::SCHEMA,
            created: now,
            backup: None,
        }
    }

    /// The value to store.
    pub fn to_json(self) -> String {
        let Meta {
            schema, created, ..
        } = self;
        let backup = match self.backup {
            Some(at) => format!(r#","backup":{}"#, at.0),
            None => String::new(),
        };
        format!(r#"{{"schema":{schema},"created":{}{backup}}}"#, created.0)
    }

    /// Reads a stored value, of any layout up to [`Meta::SCHEMA`].
    ///
    /// # Errors
    /// When it is damaged, or a newer version laid out what is stored.
    pub fn from_json(value: &str) -> Result<Self, SaveError> {
        let json = Json::parse(value)?;
        match json.get("schema")?.whole()? {
            0 => Err(unreadable("there is no schema 0")),
            schema @ 1..=Meta::SCHEMA => Ok(Meta {
                schema,
                created: Millis(json.get("created")?.whole()?),
                backup: match json.find("backup") {
                    Some(at) => Some(Millis(at.whole()?)),
                    None => None,
                },
            }),
            newer => Err(SaveError::Newer(newer)),
        }
    }
}

/// The key under which an attempt is stored.
pub fn attempt_key(id: &AttemptId) -> String {
    format!("{ATTEMPT_PREFIX}{id}")
}

/// The value to store, in version 2. The time is in the key; `s` is the sitting: its id, the letter
/// of its mode, how many questions it had; `a` the article, `q` the question, `c` the options
/// chosen, each one digit in base 36, or `w` the words typed; `g` is the grade, as FSRS numbers
/// them: 1 again, 2 hard, 3 good, 4 easy, and 0 for what was taken back; `t` is how long it took, in
/// milliseconds.
///
/// Version 1 had no grades: its `r` is 1 when the answer was right, else 0; and of words typed it
/// had a `c` of "0" too.
///
/// It has at most 150 bytes, and with its key under 176 characters for a question
/// of up to five chosen options in a sitting of up to 999. Words typed come on top.
pub fn attempt_to_json(attempt: &Attempt) -> String {
    let Attempt {
        session,
        mode,
        of,
        article,
        question,
        took,
        ..
    } = attempt;
    let mode = letter(*mode);
    let answer = match &attempt.answer {
        Answer::Chosen(chosen) => {
            let digits: String = chosen.iter().map(|&it| digit(it)).collect();
            format!(r#""c":"{digits}""#)
        }
        Answer::Typed(text) => format!(r#""w":{}"#, quoted(text)),
    };
    let grade = number(attempt.grade);
    // None of the others has a character that would have to be escaped.
    format!(
        r#"{{"v":2,"s":"{session}{mode}{of}","a":"{article}","q":"{question}",{answer},"g":{grade},"t":{took}}}"#
    )
}

/// Reads a stored value; `key` is the whole key.
///
/// # Errors
/// When the key or the value is not an attempt's, or a newer version wrote it.
pub fn attempt_from_json(key: &str, value: &str) -> Result<Attempt, SaveError> {
    let id = key.strip_prefix(ATTEMPT_PREFIX);
    let id = id.ok_or_else(|| unreadable("not an attempt's key"))?;
    let id = id.parse().map_err(unreadable)?;
    let json = Json::parse(value)?;
    match json.get("v")?.whole()? {
        0 => Err(unreadable("there is no version 0")),
        1 => living(id, &json, right(json.get("r")?.whole()?)?),
        2 => living(id, &json, grade(json.get("g")?.whole()?)?),
        newer => Err(SaveError::Newer(newer)),
    }
}

/// The key under which a value that could not be read is put aside, as it was.
pub fn aside_key(now: Millis, key: &str) -> String {
    format!("{PREFIX}aside.{}.{key}", now.0)
}

fn living(id: AttemptId, json: &Json, grade: Grade) -> Result<Attempt, SaveError> {
    let (session, mode, of) = sitting(json.get("s")?.text()?)?;
    let attempt = Attempt {
        at: id.at(),
        id,
        session,
        mode,
        of,
        article: json.get("a")?.read()?,
        question: QuestionId::new(json.get("q")?.string()?),
        answer: match json.find("w") {
            Some(words) => Answer::Typed(words.string()?),
            None => Answer::Chosen(options(json.get("c")?.text()?)?),
        },
        grade,
        took: json.get("t")?.whole()?,
    };
    attempt.validated().map_err(unreadable)
}

fn sitting(text: &str) -> Result<(SessionId, Mode, usize), SaveError> {
    let wrong = || unreadable("not a sitting");
    let (id, rest) = text.split_at_checked(SessionId::LEN).ok_or_else(wrong)?;
    let (mode, of) = rest.split_at_checked(1).ok_or_else(wrong)?;
    let mut modes = Mode::ALL.into_iter();
    let mode = modes.find(|&it| letter(it) == mode).ok_or_else(wrong)?;
    let id = id.parse().map_err(unreadable)?;
    Ok((id, mode, of.parse().map_err(unreadable)?))
}

fn letter(mode: Mode) -> &'static str {
    match mode {
        Mode::Quiz => "q",
        Mode::Retry => "m",
        Mode::Review => "r",
        Mode::Checkpoint => "c",
        Mode::Exam => "e",
    }
}

/// The digit of an option. None has more than 36; one that had would share the last digit.
pub(super) fn digit(option: usize) -> char {
    char::from(b"0123456789abcdefghijklmnopqrstuvwxyz"[option.min(35)])
}

pub(super) fn options(digits: &str) -> Result<Vec<usize>, SaveError> {
    let option = |digit: char| digit.to_digit(36).map(|option| option as usize);
    let options: Option<_> = digits.chars().map(option).collect();
    options.ok_or_else(|| unreadable("not a choice"))
}

/// In version 1.
fn right(right: u8) -> Result<Grade, SaveError> {
    match right {
        0 => Ok(Grade::Again),
        1 => Ok(Grade::Good),
        _ => Err(unreadable("neither right nor wrong")),
    }
}

fn grade(number_of: u8) -> Result<Grade, SaveError> {
    let found = Grade::ALL.into_iter().find(|&it| number(it) == number_of);
    found.ok_or_else(|| unreadable("not a grade"))
}

/// As FSRS numbers them.
fn number(grade: Grade) -> u8 {
    match grade {
        Grade::Withdrawn => 0,
        Grade::Again => 1,
        Grade::Hard => 2,
        Grade::Good => 3,
        Grade::Easy => 4,
    }
}

fn unreadable(why: impl fmt::Display) -> SaveError {
    SaveError::Unreadable(why.to_string())
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use proptest::prelude::*;

    use super::super::sample::{any_attempt, attempt, question_id, slug};
    use super::*;

    const KEY: &str = "readback.attempt.1k1sax580fzzzzzzzzzzzz";

    #[test]
    fn version_1_stays_readable() {
        let value = r#"{"v":1,"s":"1k1sax4ns0000000000001q8","a":"sudan-peace-deal","q":"0123456789ab","c":"02","r":1,"t":4200}"#;
        let attempt = attempt_from_json(KEY, value).unwrap();
        expect![[r#"
            Attempt {
                id: AttemptId(
                    "1k1sax580fzzzzzzzzzzzz",
                ),
                session: SessionId(
                    "1k1sax4ns0000000000001",
                ),
                mode: Quiz,
                of: 8,
                article: Slug(
                    "sudan-peace-deal",
                ),
                question: QuestionId(
                    "0123456789ab",
                ),
                at: Millis(
                    1754270700800,
                ),
                answer: Chosen(
                    [
                        0,
                        2,
                    ],
                ),
                grade: Good,
                took: 4200,
            }
        "#]]
        .assert_debug_eq(&attempt);
        assert_eq!(attempt_key(&attempt.id), KEY);
        let now = r#"{"v":2,"s":"1k1sax4ns0000000000001q8","a":"sudan-peace-deal","q":"0123456789ab","c":"02","g":3,"t":4200}"#;
        assert_eq!(attempt_to_json(&attempt), now);
        assert_eq!(attempt_from_json(KEY, now), Ok(attempt));
    }

    #[test]
    fn words_typed_are_read_with_all_their_signs() {
        let first = r#"{"v":1,"s":"1k1sax4ns0000000000001q8","a":"tides","q":"0123456789ab","c":"0","w":"a \"neap\" \\ é","r":0,"t":4200}"#;
        let attempt = attempt_from_json(KEY, first).unwrap();
        assert_eq!(attempt.answer, Answer::Typed(r#"a "neap" \ é"#.to_owned()));
        assert_eq!(attempt.grade, Grade::Again);
        let now = r#"{"v":2,"s":"1k1sax4ns0000000000001q8","a":"tides","q":"0123456789ab","w":"a \"neap\" \\ é","g":1,"t":4200}"#;
        assert_eq!(attempt_to_json(&attempt), now);
    }

    #[test]
    fn the_longest_attempt_takes_few_bytes() {
        let longest = Attempt {
            of: 999,
            article: slug(&"a".repeat(40)),
            question: question_id((1 << 48) - 1),
            answer: Answer::Chosen(vec![0, 1, 2, 3, 4]),
            took: Attempt::MAX_TOOK,
            ..attempt(1 << 44, u64::MAX, 0, Grade::Again)
        };
        let value = attempt_to_json(&longest).len();
        assert!(value <= 150, "{value} bytes");
        assert!(attempt_key(&longest.id).len() + value < 176);
    }

    fn good() -> String {
        attempt_to_json(&attempt(1, 2, 3, Grade::Good))
    }

    fn refusal(key: &str, value: &str) -> String {
        attempt_from_json(key, value).unwrap_err().to_string()
    }

    #[test]
    fn what_is_no_attempt_is_refused_with_a_reason() {
        let (good, half) = (good(), &good()[..40]);
        let keys = [("readback.meta", &*good), ("readback.attempt.x", &good)];
        let values = [(KEY, ""), (KEY, half), (KEY, "[]")];
        let texts = keys.into_iter().chain(values);
        let refusals: Vec<_> = texts.map(|(key, value)| refusal(key, value)).collect();
        expect![[r#"
            cannot be read: not an attempt's key
            cannot be read: "x" is no id
            cannot be read: line 1: the text ends too soon
            cannot be read: line 1: the text ends too soon
            cannot be read: line 1: not what should stand here"#]]
        .assert_eq(&refusals.join("\n"));
    }

    #[test]
    fn an_altered_attempt_is_refused_with_a_reason() {
        let altered = [
            (r#""v":2"#, r#""v":3"#),
            (r#""v":2"#, r#""v":0"#),
            (r#""v":2"#, r#""v":1"#),
            (r#"q2""#, r#"x2""#),
            (r#"q2""#, r#"q0""#),
            (r#"q2""#, r#"qé""#),
            (r#""c":"0""#, r#""c":"""#),
            (r#""c":"0""#, r#""c":"?""#),
            (r#""c":"0""#, r#""c":"0","w":"""#),
            (r#""c":"0""#, r#""c":"0","w":" ebb""#),
            (r#""c":"0""#, r#""c":"0","w":"e\u0007b""#),
            (
                r#""c":"0""#,
                &format!(r#""c":"0","w":"{}""#, "é".repeat(41)),
            ),
            (r#""g":3"#, r#""g":5"#),
            (r#""t":1500"#, r#""t":3600001"#),
        ];
        let texts = altered.map(|(from, to)| good().replace(from, to));
        assert!(texts.iter().all(|text| *text != good()));
        expect![[r#"
            written by a newer version (3)
            cannot be read: there is no version 0
            cannot be read: line 1: not what should stand here
            cannot be read: not a sitting
            cannot be read: not a number of questions
            cannot be read: invalid digit found in string
            cannot be read: not a choice
            cannot be read: not a choice
            cannot be read: not a choice
            cannot be read: not a choice
            cannot be read: not a choice
            cannot be read: not a choice
            cannot be read: not a grade
            cannot be read: not a time to answer in"#]]
        .assert_eq(&texts.map(|text| refusal(KEY, &text)).join("\n"));
    }

    #[test]
    fn names_that_could_not_be_are_refused() {
        let article = good().replace("tides", "../TIDES");
        let question = good().replace("000000000003", "3");
        assert!(attempt_from_json(KEY, &article).is_err());
        assert!(attempt_from_json(KEY, &question).is_err());
    }

    #[test]
    fn fields_that_are_not_known_yet_are_no_harm() {
        let attempt = attempt(1, 2, 3, Grade::Good);
        let value = attempt_to_json(&attempt).replace("{", r#"{"new":[1],"#);
        assert_eq!(
            attempt_from_json(&attempt_key(&attempt.id), &value),
            Ok(attempt)
        );
    }

    #[test]
    fn a_newer_layout_is_recognised() {
        let meta = Meta::new(Millis(7));
        assert_eq!(Meta::from_json(&meta.to_json()), Ok(meta));
        assert_eq!(
            Meta::from_json(r#"{"schema":3,"created":7,"more":1}"#),
            Err(SaveError::Newer(3))
        );
        assert!(Meta::from_json("{}").is_err());
    }

    #[test]
    fn the_first_layout_is_still_known() {
        let meta = Meta::from_json(r#"{"schema":1,"created":7}"#).unwrap();
        assert_eq!((meta.schema, meta.backup), (1, None));
    }

    #[test]
    fn the_last_backup_is_kept() {
        let meta = Meta {
            backup: Some(Millis(9)),
            ..Meta::new(Millis(7))
        };
        expect![[r#"{"schema":2,"created":7,"backup":9}"#]].assert_eq(&meta.to_json());
        assert_eq!(Meta::from_json(&meta.to_json()), Ok(meta));
    }

    #[test]
    fn what_is_put_aside_keeps_its_key() {
        expect!["readback.aside.42.readback.attempt.x"]
            .assert_eq(&aside_key(Millis(42), "readback.attempt.x"));
    }

    proptest! {
        #[test]
        fn every_attempt_is_read_back(attempt in any_attempt()) {
            let read = attempt_from_json(&attempt_key(&attempt.id), &attempt_to_json(&attempt));
            prop_assert_eq!(read, Ok(attempt));
        }

        #[test]
        fn no_text_breaks_the_reading(key in "(readback[.]attempt[.])?.*", value in ".*") {
            prop_assert!(attempt_from_json(&key, &value).is_err());
            prop_assert!(attempt_from_json(KEY, &value).is_err());
            prop_assert!(Meta::from_json(&value).is_err());
        }

        #[test]
        fn no_damage_breaks_the_reading(attempt in any_attempt(), at in 0..140_usize, with in ".?") {
            let mut value: Vec<_> = attempt_to_json(&attempt).chars().collect();
            let at = at.min(value.len());
            value.splice(at..(at + 1).min(value.len()), with.chars());
            let value: String = value.into_iter().collect();
            if let Ok(read) = attempt_from_json(&attempt_key(&attempt.id), &value) {
                prop_assert!(read.validated().is_ok());
            }
        }
    }
}
