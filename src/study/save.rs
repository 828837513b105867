//! Attempts as they are stored: one key, one small JSON object, with types of their own.
//!
//! Apart from the living types, so that those may change while what is stored stays readable.

use std::fmt;

use super::{Attempt, AttemptId};

/// What every attempt's key begins with.
pub const ATTEMPT_PREFIX: &str = "readback.attempt.";

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

/// The key under which an attempt is stored.
pub fn attempt_key(id: &AttemptId) -> String {
    let _ = id;
    String::new()
}

/// The value to store: at most 150 bytes.
pub fn attempt_to_json(attempt: &Attempt) -> String {
    let _ = attempt;
    String::new()
}

/// Reads a stored value; `key` is the whole key.
///
/// # Errors
/// When the key or the value is not an attempt's, or a newer version wrote it.
pub fn attempt_from_json(key: &str, value: &str) -> Result<Attempt, SaveError> {
    let _ = (key, value);
    Err(SaveError::Unreadable(String::new()))
}
