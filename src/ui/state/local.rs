//! The browser's storage, as `study` changes it.
//!
//! Apart from the tutor's page side, which decides what is stored.

use crate::browser::storage::{self, StorageError};
use crate::study::{Store, Why};

/// The storage of this browser.
pub(super) struct Local;

/// Why a change was not made, to be said to the reader.
pub(super) fn reason(why: Why<StorageError>) -> String {
    match why {
        Why::Changed => "another tab has changed it meanwhile: reload to go on".to_owned(),
        Why::NotKept => "this browser took it and did not keep it".to_owned(),
        Why::Failed(error) => error.to_string(),
    }
}

impl Store for Local {
    type Error = StorageError;

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        storage::read(key)
    }

    fn write(&self, key: &str, value: &str) -> Result<(), StorageError> {
        storage::write(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        storage::remove(key)
    }
}
