//! What keeps the stored values in order: their layout, damaged ones put aside, and the
//! attempts of past months folded into blocks.
//!
//! Apart from changes that the reader asks for: these are made by themselves, may break off anywhere,
//! and may be made by two tabs at once.

use std::collections::BTreeMap;

use super::{Entry, Ledger, Reading, settle};
use crate::study::save::{block_key, block_to_json};
use crate::study::store::SPARE_PREFIX;
use crate::study::{Attempt, META_KEY, Meta, Millis, Month, SaveError, Step, aside_key};

/// As long as no more than so many attempts of past months stand alone, they do.
const FEW: usize = 300;

/// A month is past when it ended a week ago: no sitting goes on for that long, and clocks
/// differ by less.
const PAST_AFTER: u64 = 7 * 86_400_000;

impl Ledger {
    /// What is to be done to keep the stored values in order; nothing where a newer Readback has
    /// written. What is left over, as where something damaged stands in the way, the next
    /// upkeep does.
    pub fn upkeep(&self, now: Millis) -> Vec<Step> {
        self.upkeep_beyond(FEW, now)
    }

    /// Upkeep that lets no more than `few` attempts of past months stand alone.
    pub(super) fn upkeep_beyond(&self, few: usize, now: Millis) -> Vec<Step> {
        if self.is_newer() {
            return Vec::new();
        }
        // Folding comes early, for it makes room.
        let mut steps: Vec<_> = self.layout(now).into_iter().collect();
        steps.extend(self.folding(now, few));
        steps.extend(self.restoring(now));
        steps.extend(self.putting_aside(now));
        steps
    }

    /// Whether the attempt is of a month that is past.
    pub(super) fn is_past(attempt: &Attempt, now: Millis) -> bool {
        let settled = Millis(now.0.saturating_sub(PAST_AFTER));
        Month::of(attempt.at) < Month::of(settled)
    }

    /// The attempts of that month that stand in blocks.
    pub(super) fn folded(&self, month: Month) -> Vec<&Attempt> {
        let blocks = self.blocks(month).into_iter();
        blocks.flat_map(|(_, _, attempts)| attempts).collect()
    }

    /// Writes these in the place of all blocks of that month, and makes the steps between once
    /// they are written.
    pub(super) fn rewriting(
        &self,
        month: Month,
        mut attempts: Vec<&Attempt>,
        between: Vec<Step>,
    ) -> Vec<Step> {
        settle(&mut attempts);
        let value = block_to_json(&attempts);
        let key = block_key(month, &value);
        if self.entries.get(&key).is_some_and(Entry::is_damaged) {
            return Vec::new();
        }
        let blocks = self.blocks(month).into_iter();
        let old = blocks.filter(|(old, ..)| **old != key);
        let old = old.map(|(key, entry, _)| Step::remove(key.clone(), entry.value.clone()));
        let old: Vec<_> = old.collect();
        // Where it stands already, taking these steps back must not remove it.
        let new = match self.entries.contains_key(&key) {
            true => Step::look(key, value),
            false => Step::add(key, value),
        };
        let new = (!attempts.is_empty()).then_some(new);
        new.into_iter().chain(between).chain(old).collect()
    }

    fn blocks(&self, month: Month) -> Vec<(&String, &Entry, &[Attempt])> {
        let blocks = self.entries.iter().filter_map(|(key, entry)| {
            let Reading::Block(attempts) = &entry.reading else {
                return None;
            };
            let first = attempts.first()?;
            (Month::of(first.at) == month).then_some((key, entry, &**attempts))
        });
        blocks.collect()
    }

    /// What notes or migrates the layout of the stored values, where that is called for.
    pub fn layout(&self, now: Millis) -> Option<Step> {
        let stored = self.entries.get(META_KEY);
        let meta = match stored.map(|entry| &entry.reading) {
            Some(Reading::Meta(meta)) if meta.schema < Meta::SCHEMA => Meta {
                schema: Meta::SCHEMA,
                ..*meta
            },
            None => {
                let first = self.all().first().map(|attempt| attempt.at);
                let others = self.hidden().len() + self.marks().len();
                let first = first.or((others > 0).then_some(now))?;
                Meta::new(first.min(now))
            }
            _ => return None,
        };
        Some(Step {
            key: META_KEY.to_owned(),
            from: stored.map(|entry| entry.value.clone()),
            to: Some(meta.to_json()),
        })
    }

    /// Folds what stands alone and is past, if that is much, and makes one block of several.
    fn folding(&self, now: Millis, few: usize) -> Vec<Step> {
        let mut months: BTreeMap<Month, Vec<(&String, &Entry, &Attempt)>> = BTreeMap::new();
        for (key, entry) in &self.entries {
            match &entry.reading {
                Reading::Attempt(attempt) if Ledger::is_past(attempt, now) => {
                    let month = months.entry(Month::of(attempt.at));
                    month.or_default().push((key, entry, attempt));
                }
                _ => {}
            }
        }
        if months.values().map(Vec::len).sum::<usize>() <= few {
            months.clear();
        }
        for month in self.months_in_pieces() {
            months.entry(month).or_default();
        }
        let fold = |(month, alone)| self.fold(month, alone);
        months.into_iter().flat_map(fold).collect()
    }

    fn fold(&self, month: Month, alone: Vec<(&String, &Entry, &Attempt)>) -> Vec<Step> {
        let mut attempts = self.folded(month);
        attempts.extend(alone.iter().map(|(_, _, attempt)| *attempt));
        let gone = alone
            .into_iter()
            .map(|(key, entry, _)| Step::remove(key.clone(), entry.value.clone()));
        self.rewriting(month, attempts, gone.collect())
    }

    /// The months that have more than one block.
    fn months_in_pieces(&self) -> Vec<Month> {
        let blocks = self
            .entries
            .values()
            .filter_map(|entry| match &entry.reading {
                Reading::Block(attempts) => Some(Month::of(attempts.first()?.at)),
                _ => None,
            });
        let mut months: Vec<_> = blocks.collect();
        months.sort_unstable();
        months.retain(|&month| self.blocks(month).len() > 1);
        months.dedup();
        months
    }

    /// What is done with the spare copies of values whose writing went wrong.
    fn restoring(&self, now: Millis) -> Vec<Step> {
        let mut steps = Vec::new();
        for (spare, entry) in &self.entries {
            let Some(key) = spare.strip_prefix(SPARE_PREFIX) else {
                continue;
            };
            match self.entries.get(key) {
                // Goes only while the original stands.
                Some(original) if !original.is_damaged() => {
                    steps.push(Step::look(key.to_owned(), original.value.clone()));
                }
                _ => {
                    steps.extend(self.put_aside(now, key));
                    steps.push(Step::add(key.to_owned(), entry.value.clone()));
                }
            }
            steps.push(Step::remove(spare.clone(), entry.value.clone()));
        }
        steps
    }

    fn putting_aside(&self, now: Millis) -> Vec<Step> {
        let has_spare = |key: &str| self.entries.contains_key(&format!("{SPARE_PREFIX}{key}"));
        let keys = self.entries.keys().filter(|key| !has_spare(key));
        keys.flat_map(|key| self.put_aside(now, key)).collect()
    }

    /// The copy is written before the value goes.
    pub(super) fn put_aside(&self, now: Millis, key: &str) -> Vec<Step> {
        match self.entries.get(key) {
            Some(Entry {
                value,
                reading: Reading::Wrong(SaveError::Unreadable(_)),
            }) => vec![
                Step::add(aside_key(now, key), value.clone()),
                Step::remove(key.to_owned(), value.clone()),
            ],
            _ => Vec::new(),
        }
    }
}
