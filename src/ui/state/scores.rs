//! The reader's attempts: in memory for the page, in storage for the next time.
//!
//! Apart from `study`, which knows what an attempt is and not where it is kept.

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::*;

use crate::article::Slug;
use crate::browser::clock;
use crate::browser::storage::{self, Change, StorageError, Written};
use crate::study::{
    ATTEMPT_PREFIX, Attempt, Backup, META_KEY, Meta, Millis, PREFIX, Progress, Record,
    attempt_from_json, attempt_key, attempt_to_json,
};

/// How long to wait for another tab to finish removing values.
const SETTLE: Duration = Duration::from_millis(100);

/// All attempts, and how well they are kept.
#[derive(Clone, Copy)]
pub(crate) struct ScoresCtx {
    progress: RwSignal<Progress>,
    trouble: RwSignal<Option<StorageError>>,
    unreadable: RwSignal<usize>,
}

/// What a backup file would add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Import {
    /// When its last answer was given.
    pub(crate) latest: Option<Millis>,
    /// The attempts that are not here yet.
    pub(crate) new: Vec<Attempt>,
    /// How many are.
    pub(crate) known: usize,
}

impl ScoresCtx {
    /// What is stored, and from now on what other tabs store.
    pub(crate) fn load() -> Self {
        let scores = ScoresCtx {
            progress: RwSignal::default(),
            trouble: RwSignal::default(),
            unreadable: RwSignal::default(),
        };
        scores.reload();
        let reload = RefCell::new(debounce(SETTLE, move |()| scores.reload()));
        StoredValue::new_local(storage::on_change(
            ATTEMPT_PREFIX,
            move |change| match change {
                Change::Set { key, value } => scores.take_in(vec![(key, value)]),
                Change::Removed { .. } | Change::Cleared => (reload.borrow_mut())(()),
            },
        ));
        scores
    }

    /// Everything derived from the attempts.
    pub(crate) fn progress(self) -> RwSignal<Progress> {
        self.progress
    }

    /// What is known of an article.
    pub(crate) fn record(self, article: &Slug) -> Option<Record> {
        self.progress.read().record(article)
    }

    /// What to tell the reader while scores are not being kept.
    pub(crate) fn trouble(self) -> Option<String> {
        let trouble = self.trouble.read();
        trouble
            .as_ref()
            .map(|error| format!("Scores are not being kept: {error}."))
    }

    /// How many stored values could not be read, and were left alone.
    pub(crate) fn unreadable(self) -> usize {
        self.unreadable.get()
    }

    /// Stores attempts, each under its own key, and counts them. Where storing fails, they
    /// count until the page is closed, and the page says so. One that is stored already gives way
    /// only where its verdict has been overruled.
    pub(crate) fn keep(self, attempts: Vec<Attempt>) {
        let stored = write_meta().and_then(|()| attempts.iter().try_for_each(write));
        self.trouble.set(stored.err());
        self.progress.write().add(attempts);
    }

    /// All attempts as a file's text.
    pub(crate) fn backup(self) -> String {
        let attempts = self.progress.read_untracked().attempts().to_vec();
        Backup::new(attempts, Vec::new()).to_json()
    }

    /// What a backup file would add.
    ///
    /// # Errors
    /// When it is no backup, in a sentence without a full stop.
    pub(crate) fn compare(self, text: &str) -> Result<Import, String> {
        let backup = Backup::from_json(text).map_err(|error| error.to_string())?;
        let here = self.progress.read_untracked();
        let (all, latest) = (backup.attempts.len(), backup.latest());
        let mut new = backup.attempts;
        new.retain(|attempt| here.lacks(attempt));
        Ok(Import {
            latest,
            known: all - new.len(),
            new,
        })
    }

    /// Removes everything that Readback has stored in this browser, and forgets it.
    pub(crate) fn erase(self) {
        let erased = storage::keys_with_prefix(PREFIX)
            .and_then(|keys| keys.iter().try_for_each(|key| storage::remove(key)));
        self.reload();
        self.trouble.set(erased.err());
    }

    fn reload(self) {
        self.progress.set(Progress::default());
        self.unreadable.set(0);
        match storage::entries_with_prefix(ATTEMPT_PREFIX) {
            Ok(entries) => self.take_in(entries),
            Err(error) => self.trouble.set(Some(error)),
        }
    }

    fn take_in(self, entries: Vec<(String, String)>) {
        let mut attempts = Vec::new();
        for (key, value) in entries {
            match attempt_from_json(&key, &value) {
                Ok(attempt) => attempts.push(attempt),
                Err(_) => *self.unreadable.write() += 1,
            }
        }
        self.progress.write().add(attempts);
    }
}

fn write(attempt: &Attempt) -> Result<(), StorageError> {
    let (key, json) = (attempt_key(&attempt.id), attempt_to_json(attempt));
    match storage::write_new(&key, &json)? {
        Written::Other if overrules(attempt, storage::read(&key)?) => storage::write(&key, &json),
        _ => Ok(()),
    }
}

/// Whether it counts instead of what is stored. What cannot be read is left alone.
fn overrules(attempt: &Attempt, stored: Option<String>) -> bool {
    let stored = stored.map(|json| attempt_from_json(&attempt_key(&attempt.id), &json));
    stored.is_some_and(|stored| stored.is_ok_and(|stored| *attempt < stored))
}

/// Written once, with the first attempt.
fn write_meta() -> Result<(), StorageError> {
    match storage::read(META_KEY)? {
        Some(_) => Ok(()),
        None => storage::write(META_KEY, &Meta::new(Millis(clock::now_ms())).to_json()),
    }
}
