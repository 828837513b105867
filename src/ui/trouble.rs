//! What went wrong in the browser, as parts of sentences for the reader.
//!
//! Apart from the room `browser`, which knows no words but those of a developer.

use crate::browser::file::FileError;
use crate::browser::storage::StorageError;
use crate::browser::worker::WorkerError;
use crate::words::{fill, say, w};

/// Why a worker gave no answer.
pub(crate) fn worker(error: &WorkerError) -> String {
    match error {
        WorkerError::Refused(why) => fill(w::TROUBLE_REFUSED, &[why]),
        WorkerError::Broken(why) => fill(w::TROUBLE_BROKEN, &[why]),
        WorkerError::Garbled => say(w::TROUBLE_GARBLED).to_owned(),
        WorkerError::TooSlow(limit) => fill(w::TROUBLE_SLOW, &[&(limit / 1000).to_string()]),
    }
}

/// Why nothing could be stored.
pub(crate) fn storage(error: &StorageError) -> String {
    match error {
        StorageError::Denied => say(w::TROUBLE_DENIED).to_owned(),
        StorageError::Full => say(w::TROUBLE_FULL).to_owned(),
        StorageError::Failed(why) => fill(w::TROUBLE_STORAGE, &[why]),
    }
}

/// Why a file could not be read or offered.
pub(crate) fn file(error: &FileError) -> String {
    match error {
        FileError::TooBig { bytes, limit } => {
            let megabytes = [bytes.div_ceil(1_000_000), limit / 1_000_000];
            let [bytes, limit] = megabytes.map(|it| it.to_string());
            fill(w::TROUBLE_BIG_FILE, &[&bytes, &limit])
        }
        FileError::Failed(why) => fill(w::TROUBLE_FILE, &[why]),
    }
}
