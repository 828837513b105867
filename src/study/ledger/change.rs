//! Changes of what is stored that the reader asks for.
//!
//! Apart from upkeep: each of these is told first, and can be taken back.

use std::collections::BTreeMap;

use super::{Ledger, Reading};
use crate::article::Slug;
use crate::question::QuestionId;
use crate::study::save::{Hidden, Position};
use crate::study::{
    Attempt, AttemptId, Backup, BackupError, META_KEY, Meta, Millis, Month, PREFERENCES_KEY,
    Preferences, SESSION_PREFIX, Step, attempt_key, attempt_to_json,
};

/// What a backup would add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// When the last answer in it was given; `None` where it has none.
    pub latest: Option<Millis>,
    /// How many answers are not here yet.
    pub new: usize,
    /// How many are here with another grade, which gives way.
    pub regraded: usize,
    /// How many are here as they are there.
    pub known: usize,
    /// How many questions it would hide.
    pub hidden: usize,
    /// How many articles it would have read on from another place.
    pub positions: usize,
    /// How many marks it would add, or change into what they became later.
    pub marks: usize,
    /// What does it.
    pub steps: Vec<Step>,
}

impl Import {
    /// Whether it would add nothing.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

impl Ledger {
    /// Hides a question for good; no step where it is hidden.
    pub fn hide(&self, hidden: &Hidden) -> Vec<Step> {
        match self.entries.contains_key(&hidden.key()) {
            true => Vec::new(),
            false => vec![Step::add(hidden.key(), hidden.to_json())],
        }
    }

    /// Lets a hidden question be asked again; no step where it is not hidden.
    pub fn unhide(&self, question: &QuestionId) -> Vec<Step> {
        self.removing(|key, _| key == Hidden::key_of(question))
    }

    /// Notes where an article is being read; no step where that is known, or a newer Readback has
    /// written here. What cannot be read there is put aside first.
    pub fn place(&self, position: &Position) -> Vec<Step> {
        let key = position.key();
        let known = self.position(&position.article);
        let place = |it: &Position| (it.paragraph, it.furthest, it.of);
        if self.is_newer() || known.is_some_and(|known| place(known) == place(position)) {
            return Vec::new();
        }
        let mut steps = self.put_aside(position.at, &key);
        let stored = known.and(self.entries.get(&key));
        steps.push(Step {
            from: stored.map(|entry| entry.value.clone()),
            to: Some(position.to_json()),
            key,
        });
        steps
    }

    /// Stores the reader's choices; no step where they are as before.
    pub fn prefer(&self, preferences: Preferences) -> Vec<Step> {
        if preferences == self.preferences() {
            return Vec::new();
        }
        let stored = self.entries.get(PREFERENCES_KEY);
        vec![Step {
            key: PREFERENCES_KEY.to_owned(),
            from: stored.map(|entry| entry.value.clone()),
            to: Some(preferences.to_json()),
        }]
    }

    /// Notes that a backup is made now.
    pub fn backed_up(&self, now: Millis) -> Vec<Step> {
        let stored = self.entries.get(META_KEY);
        if self.is_newer() || stored.is_some() != self.meta().is_some() {
            return Vec::new();
        }
        let meta = Meta {
            schema: Meta::SCHEMA,
            backup: Some(now),
            ..self.meta().unwrap_or(Meta::new(now))
        };
        vec![Step {
            key: META_KEY.to_owned(),
            from: stored.map(|entry| entry.value.clone()),
            to: Some(meta.to_json()),
        }]
    }

    /// What a backup file would add, and the steps that add it.
    ///
    /// # Errors
    /// When it is no backup that can be read, or a newer Readback has written here.
    pub fn import(&self, text: &str, now: Millis) -> Result<Import, BackupError> {
        let backup = Backup::from_json(text)?;
        if self.is_newer() {
            return Err(BackupError::ReadOnly);
        }
        let (all, latest) = (backup.attempts.len(), backup.latest());
        let here: BTreeMap<&AttemptId, &Attempt> =
            self.all().into_iter().map(|it| (&it.id, it)).collect();
        let (mut new, mut regraded) = (Vec::new(), Vec::new());
        for attempt in &backup.attempts {
            match here.get(&attempt.id) {
                None => new.push(attempt),
                Some(here) if attempt < *here => regraded.push(attempt),
                Some(_) => {}
            }
        }
        let hidden: Vec<_> = backup.hidden.iter().flat_map(|it| self.hide(it)).collect();
        let positions = backup.positions.into_iter();
        let positions: Vec<_> = positions.flat_map(|it| self.go_on_from(it)).collect();
        let marks = self.merging(&backup.marks);
        Ok(Import {
            latest,
            new: new.len(),
            regraded: regraded.len(),
            known: all - new.len() - regraded.len(),
            hidden: hidden.len(),
            positions: positions.len(),
            marks: marks.len(),
            steps: [
                self.adding(&[new, regraded].concat(), now),
                hidden,
                positions,
                marks,
            ]
            .concat(),
        })
    }

    /// Forgets all answers about an article, the sittings about it that go on, and where it was left.
    pub fn reset(&self, article: &Slug) -> Vec<Step> {
        if self.is_newer() {
            return Vec::new();
        }
        let mut steps = Vec::new();
        for month in self.months_about(article) {
            let mut attempts = self.folded(month);
            attempts.retain(|attempt| attempt.article != *article);
            steps.extend(self.rewriting(month, attempts, Vec::new()));
        }
        steps.extend(self.removing(|key, reading| {
            match reading {
                Reading::Attempt(attempt) | Reading::Spare(Some(attempt)) => {
                    attempt.article == *article
                }
                Reading::Position(position) => position.article == *article,
                _ => key
                    .strip_prefix(SESSION_PREFIX)
                    .is_some_and(|about| about.split('.').next() == Some(article.as_str())),
            }
        }));
        steps
    }

    /// Removes everything, also what cannot be read.
    pub fn erase(&self) -> Vec<Step> {
        self.removing(|_, _| true)
    }

    /// Puts attempts where they belong: those of past months into blocks, others by themselves.
    fn adding(&self, attempts: &[&Attempt], now: Millis) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut months: BTreeMap<Month, Vec<&Attempt>> = BTreeMap::new();
        for attempt in attempts {
            let key = attempt_key(&attempt.id);
            let alone = self.single(&attempt.id);
            let is_free = !self.entries.contains_key(&key);
            if alone.is_some() || is_free && !Ledger::is_past(attempt, now) {
                steps.push(Step {
                    key,
                    from: alone.map(|(entry, _)| entry.value.clone()),
                    to: Some(attempt_to_json(attempt)),
                });
            } else {
                months
                    .entry(Month::of(attempt.at))
                    .or_default()
                    .push(attempt);
            }
        }
        steps.extend(months.into_iter().flat_map(|(month, attempts)| {
            let all = [self.folded(month), attempts].concat();
            self.rewriting(month, all, Vec::new())
        }));
        steps
    }

    /// Takes in where an article was left elsewhere.
    fn go_on_from(&self, position: Position) -> Vec<Step> {
        match self.position(&position.article) {
            Some(here) => self.place(&here.clone().merged(position)),
            None => self.place(&position),
        }
    }

    /// The months in whose blocks the article comes up.
    fn months_about(&self, article: &Slug) -> Vec<Month> {
        let mut months = Vec::new();
        for entry in self.entries.values() {
            if let Reading::Block(attempts) = &entry.reading {
                let about = attempts.iter().find(|it| it.article == *article);
                months.extend(about.map(|attempt| Month::of(attempt.at)));
            }
        }
        months.sort_unstable();
        months.dedup();
        months
    }

    fn removing(&self, which: impl Fn(&str, &Reading) -> bool) -> Vec<Step> {
        let entries = self.entries.iter();
        let which = entries.filter(|(key, entry)| which(key, &entry.reading));
        which
            .map(|(key, entry)| Step::remove(key.clone(), entry.value.clone()))
            .collect()
    }
}
