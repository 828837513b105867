//! Sessions, attempts and what they add up to.
//!
//! Apart from `question`, because how an answer is kept outlives how a question is made.

mod backup;
mod progress;
mod save;
mod session;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::article::Slug;
use crate::question::QuestionId;

pub use backup::{Backup, BackupError};
pub use progress::{Progress, Record, Sitting};
pub use save::{ATTEMPT_PREFIX, SaveError, attempt_from_json, attempt_key, attempt_to_json};
pub use session::{Item, Phase, Session};

/// A moment, in milliseconds since the start of 1970 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub u64);

/// One answered question. Written once, never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// When it was answered.
    pub at: Millis,
    /// The options chosen: indices into [`crate::question::Question::options`].
    pub choice: Vec<usize>,
    /// Whether that was right.
    pub verdict: Verdict,
    /// How long the answer took, in milliseconds.
    pub took: u32,
}

/// An attempt's name: the time in base 32, then chance; 22 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttemptId(String);

/// A sitting's name, of the same form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(String);

/// What sort of sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Questions of one article.
    Quiz,
    /// Those missed in the sitting before, asked again.
    Retry,
    /// Questions missed earlier, over all articles.
    Review,
}

/// Whether an answer was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.right, self.of)
    }
}
