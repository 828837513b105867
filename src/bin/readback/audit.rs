//! Audits of whole files: their banks made, read, made again and drawn from.
//!
//! Apart from the table because the clock is read here.

use std::collections::HashMap;
use std::time::Instant;

use readback::audit::{Audit, Fault};
use readback::question::{self, Bank, QuestionId};

use crate::sources::{Source, deks};

/// So many sessions of so many questions are drawn of each bank.
const SESSIONS: u64 = 20;
const QUESTIONS: usize = 8;

/// A file with what was found in it.
pub(crate) struct File {
    /// Its name, as it was given.
    pub(crate) name: String,
    /// What was counted.
    pub(crate) audit: Audit,
    /// What is wrong with single questions.
    pub(crate) found: Vec<Found>,
}

/// Something wrong with a question.
pub(crate) struct Found {
    pub(crate) id: QuestionId,
    pub(crate) fault: Fault,
    pub(crate) stem: String,
}

/// An audit of each source.
pub(crate) fn all(sources: &[Source]) -> Vec<File> {
    let deks = deks(sources);
    sources.iter().map(|source| one(source, &deks)).collect()
}

#[expect(
    clippy::disallowed_methods,
    reason = "a terminal has a clock, and is told how long it took"
)]
fn one(source: &Source, deks: &[String]) -> File {
    let bank = question::bank(&source.article, deks);
    // The second time, when what is made once for all articles is there.
    let start = Instant::now();
    let again = question::bank(&source.article, deks);
    let time = start.elapsed();
    let mut audit = Audit::of(&source.article, &bank);
    audit.time = time;
    audit.differing = usize::from(again != bank);
    for seed in 0..SESSIONS {
        audit.sit(&question::draw(&bank.questions, seed, QUESTIONS, &[]));
    }
    File {
        name: source.file.clone(),
        found: found(&bank, &audit),
        audit,
    }
}

fn found(bank: &Bank, audit: &Audit) -> Vec<Found> {
    let questions = bank.questions.iter();
    let stems: HashMap<&QuestionId, &str> = questions
        .map(|question| (&question.id, question.stem.as_str()))
        .collect();
    let faults = audit.faults.iter();
    faults
        .map(|(id, fault)| Found {
            id: id.clone(),
            fault: *fault,
            stem: stems.get(id).copied().unwrap_or_default().to_owned(),
        })
        .collect()
}
