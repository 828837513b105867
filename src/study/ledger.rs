//! All that is stored, as far as it is known.
//!
//! Apart from `save`, which reads one value at a time: here they come together, whatever tab wrote
//! them, and what is to be done with them is told as steps.

mod change;
mod mark;
#[cfg(test)]
mod tests;
mod upkeep;

use std::collections::{BTreeMap, BTreeSet};

pub use change::Import;

use super::save::{Hidden, POSITION_PREFIX, Position, SaveError, block_from_json};
use super::store::SPARE_PREFIX;
use super::{
    ATTEMPT_PREFIX, Attempt, AttemptId, BLOCK_PREFIX, Backup, HIDDEN_PREFIX, MARK_PREFIX, META_KEY,
    Mark, Meta, Millis, PREFERENCES_KEY, PREFIX, Preferences, SESSION_PREFIX, SessionId,
    attempt_from_json, attempt_key,
};
use crate::article::Slug;
use crate::question::QuestionId;

/// What every key begins with under which a value that could not be read was put aside.
const ASIDE_PREFIX: &str = "readback.aside.";

/// All that is stored under Readback's keys, as far as it was told.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    entries: BTreeMap<String, Entry>,
}

/// How much is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Answers that were not taken back.
    pub attempts: usize,
    /// The room that all keys and values take, in units of UTF-16, of two bytes each.
    pub units: usize,
    /// When something was stored for the first time.
    pub since: Option<Millis>,
    /// When a backup was last made.
    pub backup: Option<Millis>,
    /// How many sittings were finished since then.
    pub finished: usize,
}

#[derive(Clone, Debug)]
struct Entry {
    value: String,
    reading: Reading,
}

/// What a value is.
#[derive(Clone, Debug)]
enum Reading {
    Meta(Meta),
    Attempt(Attempt),
    Block(Vec<Attempt>),
    Hidden(Hidden),
    Mark(Mark),
    Position(Position),
    /// A copy of an attempt that was written over, or of something else.
    Spare(Option<Attempt>),
    /// What could not be read before.
    Aside,
    /// Nothing that has to do with answers.
    Other,
    Wrong(SaveError),
}

impl Ledger {
    /// Takes in what a key has now; `None` where it has no value any more. Keys that are not of
    /// Readback are passed over. Says whether anything is new that is looked back upon, which a
    /// sitting under way is not, nor a place in an article.
    pub fn take(&mut self, key: String, value: Option<String>) -> bool {
        let before = self.entries.get(&key).map(|entry| &entry.value);
        if before == value.as_ref() {
            return false;
        }
        let passing = [SESSION_PREFIX, POSITION_PREFIX];
        let passes = passing.iter().any(|prefix| key.starts_with(prefix));
        let is_told = key.starts_with(PREFIX) && !passes;
        match value {
            Some(value) if key.starts_with(PREFIX) => {
                let reading = read(&key, &value);
                self.entries.insert(key, Entry { value, reading });
            }
            _ => drop(self.entries.remove(&key)),
        }
        is_told
    }

    /// All attempts by id, each once, also those that were taken back. Of one that is stored
    /// more than once, the one that counts.
    pub fn attempts(&self) -> Vec<Attempt> {
        self.all().into_iter().cloned().collect()
    }

    /// The questions hidden for good, those of an article together, in the order in which they were
    /// hidden.
    pub fn hidden(&self) -> Vec<&Hidden> {
        let hidden = self
            .entries
            .values()
            .filter_map(|entry| match &entry.reading {
                Reading::Hidden(hidden) => Some(hidden),
                _ => None,
            });
        let mut hidden: Vec<_> = hidden.collect();
        hidden.sort_by_key(|it| (&it.article, it.at));
        hidden
    }

    /// Whether the question is never to be asked.
    pub fn is_hidden(&self, question: &QuestionId) -> bool {
        self.entries.contains_key(&Hidden::key_of(question))
    }

    /// Where the article was left, if it was ever begun and that can be read.
    pub fn position(&self, article: &Slug) -> Option<&Position> {
        match &self.entries.get(&Position::key_of(article))?.reading {
            Reading::Position(position) => Some(position),
            _ => None,
        }
    }

    /// Where articles were left, by their names.
    pub fn positions(&self) -> impl Iterator<Item = &Position> {
        let entries = self.entries.values();
        entries.filter_map(|entry| match &entry.reading {
            Reading::Position(position) => Some(position),
            _ => None,
        })
    }

    /// The reader's choices.
    pub fn preferences(&self) -> Preferences {
        let stored = self.entries.get(PREFERENCES_KEY);
        stored.map_or_else(Preferences::default, |entry| {
            Preferences::from_json(&entry.value)
        })
    }

    /// What is known of the stored values as a whole, where it is stored and can be read.
    pub fn meta(&self) -> Option<Meta> {
        match self.entries.get(META_KEY)?.reading {
            Reading::Meta(meta) => Some(meta),
            _ => None,
        }
    }

    /// Whether a newer Readback has written here. Then what can be read is read, and nothing
    /// is changed but by erasing it all.
    pub fn is_newer(&self) -> bool {
        let newer = |entry: &Entry| matches!(entry.reading, Reading::Wrong(SaveError::Newer(_)));
        self.entries.values().any(newer)
    }

    /// The values that cannot be read, with their keys; those put aside too.
    pub fn damaged(&self) -> Vec<(&str, &str)> {
        let damaged = self.entries.iter().filter(|(_, entry)| entry.is_damaged());
        damaged
            .map(|(key, entry)| (&**key, &*entry.value))
            .collect()
    }

    /// How much is stored.
    pub fn facts(&self) -> Facts {
        let all = self.all();
        let meta = self.meta();
        let backup = meta.and_then(|meta| meta.backup);
        let units = |text: &str| text.encode_utf16().count();
        let entries = self.entries.iter();
        Facts {
            attempts: all.iter().filter(|it| it.verdict().is_some()).count(),
            units: entries
                .map(|(key, entry)| units(key) + units(&entry.value))
                .sum(),
            since: meta.map(|meta| meta.created),
            backup,
            finished: finished_since(&all, backup),
        }
    }

    /// All answers, hidden questions, places in articles and marks as a file's text.
    pub fn backup(&self) -> String {
        let hidden = self.hidden().into_iter().cloned().collect();
        let marks = self.marks().into_iter().cloned().collect();
        Backup::new(self.attempts(), hidden)
            .with_positions(self.positions().cloned().collect())
            .with_marks(marks)
            .to_json()
    }

    /// As [`Ledger::attempts`].
    fn all(&self) -> Vec<&Attempt> {
        let entries = self.entries.iter();
        let mut all: Vec<_> = entries
            .flat_map(|(key, entry)| match &entry.reading {
                Reading::Attempt(attempt) => std::slice::from_ref(attempt),
                Reading::Block(attempts) => attempts,
                Reading::Spare(Some(attempt)) if self.is_wanted(key) => {
                    std::slice::from_ref(attempt)
                }
                _ => &[],
            })
            .collect();
        settle(&mut all);
        all
    }

    /// Whether a spare copy stands for what cannot be read, or is not there.
    fn is_wanted(&self, spare: &str) -> bool {
        let original = spare.strip_prefix(SPARE_PREFIX);
        let original = original.and_then(|key| self.entries.get(key));
        original.is_none_or(Entry::is_damaged)
    }

    fn single(&self, id: &AttemptId) -> Option<(&Entry, &Attempt)> {
        let entry = self.entries.get(&attempt_key(id))?;
        match &entry.reading {
            Reading::Attempt(attempt) => Some((entry, attempt)),
            _ => None,
        }
    }
}

impl Facts {
    /// So many sittings may be finished before a backup is called for.
    pub const SITTINGS_WITHOUT_BACKUP: usize = 10;

    /// Whether a backup is called for.
    pub fn wants_backup(&self) -> bool {
        self.finished >= Facts::SITTINGS_WITHOUT_BACKUP
    }
}

impl Entry {
    fn is_damaged(&self) -> bool {
        matches!(
            self.reading,
            Reading::Wrong(SaveError::Unreadable(_)) | Reading::Aside
        )
    }
}

fn read(key: &str, value: &str) -> Reading {
    let read = if key == META_KEY {
        Meta::from_json(value).map(Reading::Meta)
    } else if key.starts_with(ATTEMPT_PREFIX) {
        attempt_from_json(key, value).map(Reading::Attempt)
    } else if key.starts_with(BLOCK_PREFIX) {
        block_from_json(key, value).map(Reading::Block)
    } else if key.starts_with(HIDDEN_PREFIX) {
        Hidden::from_json(key, value).map(Reading::Hidden)
    } else if key.starts_with(POSITION_PREFIX) {
        Position::from_json(key, value).map(Reading::Position)
    } else if key.starts_with(MARK_PREFIX) {
        Mark::from_json(key, value).map(Reading::Mark)
    } else if let Some(key) = key.strip_prefix(SPARE_PREFIX) {
        Ok(Reading::Spare(attempt_from_json(key, value).ok()))
    } else if key.starts_with(ASIDE_PREFIX) {
        Ok(Reading::Aside)
    } else {
        Ok(Reading::Other)
    };
    read.unwrap_or_else(Reading::Wrong)
}

/// Leaves each attempt once, by id: of two with one id the one that counts.
fn settle(attempts: &mut Vec<&Attempt>) {
    // Stable, since it is quick where most are in order.
    attempts.sort();
    attempts.dedup_by(|later, first| later.id == first.id);
}

/// How many sittings had the last of all their questions answered after that moment.
fn finished_since(attempts: &[&Attempt], since: Option<Millis>) -> usize {
    let mut sittings: BTreeMap<&SessionId, (BTreeSet<&QuestionId>, &Attempt)> = BTreeMap::new();
    for attempt in attempts.iter().filter(|it| it.verdict().is_some()) {
        let fresh = || (BTreeSet::new(), *attempt);
        let (questions, last) = sittings.entry(&attempt.session).or_insert_with(fresh);
        questions.insert(&attempt.question);
        *last = attempt;
    }
    let is_finished = |(questions, last): &&(BTreeSet<_>, &Attempt)| {
        questions.len() >= last.of && since.is_none_or(|since| last.at > since)
    };
    sittings.values().filter(is_finished).count()
}
