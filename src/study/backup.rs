//! A backup: every attempt in one readable JSON file.
//!
//! Apart from `save`, whose values are as short as possible; a backup is as plain as possible.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Attempt, AttemptId, Millis, Mode, SessionId, Verdict};
use crate::article::Slug;
use crate::question::QuestionId;

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
    /// It has more than [`Backup::MAX_BYTES`].
    TooBig,
}

/// The whole file in version 1.
#[derive(Deserialize)]
struct FileV1 {
    made: Millis,
    attempts: Vec<AttemptV1>,
    checksum: String,
}

/// What every version has.
#[derive(Deserialize)]
struct Version {
    #[serde(rename = "readback-backup")]
    version: u32,
}

/// An attempt in version 1.
#[derive(Serialize, Deserialize)]
struct AttemptV1 {
    id: AttemptId,
    session: SessionId,
    mode: Mode,
    of: usize,
    article: Slug,
    question: QuestionId,
    at: Millis,
    choice: Vec<usize>,
    verdict: Verdict,
    took: u32,
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
            BackupError::TooBig => write!(
                f,
                "this file is too big for a Readback backup: at most {} MB can be read",
                Backup::MAX_BYTES / 1_000_000
            ),
        }
    }
}

impl Backup {
    /// The size of the biggest file that is read, in bytes: several times what a browser stores.
    pub const MAX_BYTES: usize = 20_000_000;

    /// A backup of these attempts, in any order.
    pub fn new(made: Millis, mut attempts: Vec<Attempt>) -> Self {
        attempts.sort_unstable();
        attempts.dedup();
        Backup { made, attempts }
    }

    /// The file's text: one attempt on a line.
    pub fn to_json(&self) -> String {
        let lines: Vec<_> = self.attempts.iter().map(line).collect();
        format!(
            "{{\n\"readback-backup\": 1,\n\"made\": {},\n\"attempts\": [\n{}\n],\n\"checksum\": \"{}\"\n}}\n",
            self.made.0,
            lines.join(",\n"),
            checksum(&lines)
        )
    }

    /// Reads a file's text.
    ///
    /// # Errors
    /// When it is not a whole backup of a known version.
    pub fn from_json(text: &str) -> Result<Self, BackupError> {
        if text.len() > Backup::MAX_BYTES {
            return Err(BackupError::TooBig);
        }
        let text = text.trim_start_matches('\u{feff}');
        let version: Version = serde_json::from_str(text).map_err(unreadable)?;
        match version.version {
            0 => Err(unreadable("there is no format 0")),
            1 => living(serde_json::from_str(text).map_err(unreadable)?),
            newer => Err(BackupError::Newer(newer)),
        }
    }
}

impl From<&Attempt> for AttemptV1 {
    fn from(attempt: &Attempt) -> Self {
        let attempt = attempt.clone();
        AttemptV1 {
            id: attempt.id,
            session: attempt.session,
            mode: attempt.mode,
            of: attempt.of,
            article: attempt.article,
            question: attempt.question,
            at: attempt.at,
            choice: attempt.choice,
            verdict: attempt.verdict,
            took: attempt.took,
        }
    }
}

impl From<AttemptV1> for Attempt {
    fn from(saved: AttemptV1) -> Self {
        Attempt {
            id: saved.id,
            session: saved.session,
            mode: saved.mode,
            of: saved.of,
            article: saved.article,
            question: saved.question,
            at: saved.at,
            choice: saved.choice,
            verdict: saved.verdict,
            took: saved.took,
        }
    }
}

fn living(file: FileV1) -> Result<Backup, BackupError> {
    let mut attempts = Vec::with_capacity(file.attempts.len());
    for (index, saved) in file.attempts.into_iter().enumerate() {
        let attempt = Attempt::from(saved).validated();
        let why = |why| unreadable(format!("attempt {}: {why}", index + 1));
        attempts.push(attempt.map_err(why)?);
    }
    let lines: Vec<_> = attempts.iter().map(line).collect();
    if checksum(&lines) != file.checksum {
        return Err(unreadable("its checksum does not match its attempts"));
    }
    Ok(Backup::new(file.made, attempts))
}

fn line(attempt: &Attempt) -> String {
    serde_json::to_string(&AttemptV1::from(attempt)).expect("strings and numbers are always JSON")
}

/// FNV-1a over the lines, in 16 hexadecimal digits: against damage, not against forgery.
fn checksum(lines: &[String]) -> String {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = lines.iter().flat_map(|line| line.bytes().chain([b'\n']));
    let sum = bytes.fold(START, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(PRIME)
    });
    format!("{sum:016x}")
}

fn unreadable(why: impl fmt::Display) -> BackupError {
    BackupError::Unreadable(why.to_string())
}
