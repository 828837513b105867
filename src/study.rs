//! Sessions, attempts and what they add up to; and what the reader has marked.
//!
//! Apart from `question`, because how an answer is kept outlives how a question is made.

mod backup;
mod calendar;
mod checksum;
mod id;
mod ledger;
mod look;
mod mark;
mod mastery;
mod memory;
mod preferences;
mod progress;
mod remembered;
#[cfg(test)]
pub(crate) mod sample;
mod save;
mod schedule;
mod session;
mod store;
mod week;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::article::Slug;
use crate::question::{Answer, QuestionId};

pub use backup::{Backup, BackupError};
pub use calendar::{Calendar, Day};
pub use ledger::{Facts, Import, Ledger};
pub use look::{ASPECTS, Aspect, Look};
pub use mark::{Anchor, Fit, Found, Mark, MarkError, MarkId, Piece, Point, Text};
pub use mastery::{Lapse, Mastery};
pub use memory::{Memories, Memory, Review, Terms};
pub use preferences::{Answering, Keys, Preferences, Tongue};
pub use progress::{Progress, Record, Sitting};
pub use remembered::Remembered;
pub use save::{
    ATTEMPT_PREFIX, BLOCK_PREFIX, HIDDEN_PREFIX, Hidden, MARK_PREFIX, META_KEY, Meta, Month,
    POSITION_PREFIX, PREFERENCES_KEY, PREFIX, Position, SaveError, aside_key, attempt_from_json,
    attempt_key, attempt_to_json,
};
pub use schedule::{Schedule, Standing};
pub use session::{
    Deed, Hint, Item, Phase, Regraded, SESSION_PREFIX, Saved, Session, Undone, set_aside,
};
pub use store::{SPARE_PREFIX, Step, Stopped, Store, Why, perform, undo};
pub use week::Week;

/// A moment, in milliseconds since the start of 1970 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub u64);

/// One answered question. Written once; the only change that it may see is that its reader
/// grades it otherwise.
///
/// Attempts sort by their ids, hence by time. Of two with one id, the one that sorts first counts:
/// a grade can only be changed to one before it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attempt {
    /// Its name in storage: sorts by time, and differs between tabs and devices.
    pub id: AttemptId,
    /// The sitting it belongs to.
    pub session: SessionId,
    /// What sort of sitting that was.
    pub mode: Mode,
    /// How many questions that sitting had.
    pub of: usize,
    /// The article asked about.
    pub article: Slug,
    /// The question asked.
    pub question: QuestionId,
    /// When it was answered: the time in its id.
    pub at: Millis,
    /// What was answered; of words at most [`Answer::MOST_TYPED`] characters.
    pub answer: Answer,
    /// How well that was known, by the rules or by the reader's own word.
    pub grade: Grade,
    /// How long the answer took, in milliseconds; at most [`Attempt::MAX_TOOK`].
    pub took: u32,
}

/// An attempt's name: the time in base 32, then chance; 22 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AttemptId(String);

/// A sitting's name, of the same form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SessionId(String);

/// How well an answer was known: the four grades of FSRS, and one for what was taken back.
///
/// In the order of what counts where two devices say different things of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Taken back: it counts for nothing.
    Withdrawn,
    /// Right, and easy by the reader's word.
    Easy,
    /// Right after a hint, with a slip, or only by the reader's word.
    Hard,
    /// Right.
    Good,
    /// Wrong.
    Again,
}

/// What sort of sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Questions of one article.
    Quiz,
    /// Those missed in the sitting before, asked again.
    Retry,
    /// Questions that are due, over all articles.
    Review,
    /// Two or three questions at the end of a section.
    Checkpoint,
    /// Questions of one article whose verdicts come at the end.
    Exam,
}

/// Whether an answer was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It was.
    Right,
    /// It was not.
    Wrong,
}

/// So many right of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// Answered right.
    pub right: usize,
    /// Asked.
    pub of: usize,
}

impl Attempt {
    /// An hour. A page left open for longer says nothing of how long an answer took.
    pub const MAX_TOOK: u32 = 3_600_000;

    /// Whether it was right; `None` where it was taken back.
    pub fn verdict(&self) -> Option<Verdict> {
        self.grade.verdict()
    }

    /// The attempt, if it is one that a sitting could have given: for what comes from outside.
    fn validated(self) -> Result<Self, String> {
        let wrong = if self.at != self.id.at() {
            "its time is not that of its id"
        } else if !is_slug(self.article.as_str()) {
            "not an article"
        } else if !is_question_id(self.question.as_str()) {
            "not a question"
        } else if self.of == 0 || self.of > usize::from(u16::MAX) {
            "not a number of questions"
        } else if !is_answer(&self.answer) {
            "not a choice"
        } else if self.took > Attempt::MAX_TOOK {
            "not a time to answer in"
        } else {
            return Ok(self);
        };
        Err(wrong.to_owned())
    }
}

/// Leaves each attempt once, by id: of two with one id the one that counts.
fn settle(attempts: &mut Vec<Attempt>) {
    attempts.sort_unstable();
    attempts.dedup_by(|later, first| later.id == first.id);
}

impl Mode {
    const ALL: [Mode; 5] = [
        Mode::Quiz,
        Mode::Retry,
        Mode::Review,
        Mode::Checkpoint,
        Mode::Exam,
    ];

    /// The word that stands for it in a backup.
    pub fn as_str(self) -> &'static str {
        match self {
            Mode::Quiz => "quiz",
            Mode::Retry => "retry",
            Mode::Review => "review",
            Mode::Checkpoint => "checkpoint",
            Mode::Exam => "exam",
        }
    }
}

impl Grade {
    const ALL: [Grade; 5] = [
        Grade::Withdrawn,
        Grade::Easy,
        Grade::Hard,
        Grade::Good,
        Grade::Again,
    ];

    /// Whether it is right; `None` where it was taken back.
    pub fn verdict(self) -> Option<Verdict> {
        match self {
            Grade::Withdrawn => None,
            Grade::Easy | Grade::Hard | Grade::Good => Some(Verdict::Right),
            Grade::Again => Some(Verdict::Wrong),
        }
    }

    /// The word that stands for it in a backup.
    fn as_str(self) -> &'static str {
        match self {
            Grade::Withdrawn => "withdrawn",
            Grade::Easy => "easy",
            Grade::Hard => "hard",
            Grade::Good => "good",
            Grade::Again => "again",
        }
    }
}

impl Verdict {
    /// The word that stands for it in the style sheets.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Right => "right",
            Verdict::Wrong => "wrong",
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.right, self.of)
    }
}

/// Whether it could have been kept. No question has more options than base 36 has digits.
fn is_answer(answer: &Answer) -> bool {
    match answer {
        Answer::Chosen(chosen) => !chosen.is_empty() && chosen.iter().all(|&option| option < 36),
        Answer::Typed(text) => {
            let is_short = (1..=Answer::MOST_TYPED).contains(&text.chars().count());
            is_short && text.trim() == text && !text.contains(char::is_control)
        }
    }
}

fn is_slug(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&text.len()) && text.bytes().all(plain)
}

fn is_question_id(text: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == 12 && text.bytes().all(digit)
}
