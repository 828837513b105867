//! A backup: every attempt in one readable JSON file.
//!
//! Apart from `save`, whose values are as short as possible; a backup is as plain as possible.

use std::fmt;

use super::{Attempt, Millis};

/// All that a backup file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was made.
    pub made: Millis,
    /// The attempts, by id.
    pub attempts: Vec<Attempt>,
}

/// Why a file is no backup that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It is not a backup of Readback, or damaged.
    Unreadable(String),
    /// A newer Readback made it.
    Newer(u32),
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BackupError::Unreadable(why) => write!(f, "this is not a whole Readback backup: {why}"),
            BackupError::Newer(version) => {
                write!(
                    f,
                    "this backup was made by a newer Readback (format {version}): update first"
                )
            }
        }
    }
}

impl Backup {
    /// The file's text.
    pub fn to_json(&self) -> String {
        String::new()
    }

    /// Reads a file's text.
    ///
    /// # Errors
    /// When it is not a whole backup of a known version.
    pub fn from_json(text: &str) -> Result<Self, BackupError> {
        Err(BackupError::Unreadable(text.to_owned()))
    }
}
