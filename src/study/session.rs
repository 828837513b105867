//! One sitting, from its first question to its result.
//!
//! Apart from `progress`, which looks back over all sittings.

use std::collections::BTreeSet;

use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::SliceRandom;

use super::{Attempt, AttemptId, Millis, Mode, Score, SessionId, Verdict};
use crate::question::Question;

/// One sitting: questions in the order they are asked, and the answers so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    id: SessionId,
    mode: Mode,
    items: Vec<Item>,
    answers: Vec<Attempt>,
    phase: Phase,
}

/// A question as this sitting shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The question.
    pub question: Question,
    /// The order in which its options stand: position on the page to index into `options`.
    pub order: Vec<usize>,
}

/// Where a sitting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The item is being asked since then.
    Asking {
        /// Index into the items.
        item: usize,
        /// When it was first shown.
        since: Millis,
    },
    /// The item has been answered and the verdict stands on the page.
    Judged {
        /// Index into the items.
        item: usize,
        /// The verdict.
        verdict: Verdict,
    },
    /// All are answered.
    Done,
}

impl Session {
    /// A sitting over `questions`, in that order, their options shuffled by `seed`. With no
    /// questions it is done at once.
    pub fn new(
        id: SessionId,
        mode: Mode,
        questions: Vec<Question>,
        seed: u64,
        now: Millis,
    ) -> Self {
        let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed);
        let items: Vec<_> = questions
            .into_iter()
            .map(|question| Item::shuffled(question, &mut chance))
            .collect();
        let phase = Phase::asking(0, items.len(), now);
        Session {
            id,
            mode,
            items,
            answers: Vec::new(),
            phase,
        }
    }

    /// Its name.
    pub fn id(&self) -> &SessionId {
        &self.id
    }

    /// What sort of sitting it is.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Where it stands.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The questions, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The question being asked, or judged; `None` when all are answered.
    pub fn current(&self) -> Option<&Item> {
        match self.phase {
            Phase::Asking { item, .. } | Phase::Judged { item, .. } => self.items.get(item),
            Phase::Done => None,
        }
    }

    /// The answers so far, in order.
    pub fn answers(&self) -> &[Attempt] {
        &self.answers
    }

    /// Judges the chosen options (indices into `options`) of the question being asked, and gives
    /// the attempt to keep; `None` when nothing is chosen or nothing is being asked.
    ///
    /// A clock set back during the sitting counts as standing still.
    pub fn check(&mut self, choice: &[usize], now: Millis, chance: u64) -> Option<Attempt> {
        let Phase::Asking { item, since } = self.phase else {
            return None;
        };
        let question = &self.items.get(item)?.question;
        let choice = valid(choice, question);
        if choice.is_empty() {
            return None;
        }
        let id = AttemptId::new(now.max(since), chance);
        let verdict = judge(&choice, question);
        let attempt = Attempt {
            session: self.id.clone(),
            mode: self.mode,
            of: self.items.len(),
            article: question.article.clone(),
            question: question.id.clone(),
            at: id.at(),
            choice: choice.into_iter().collect(),
            verdict,
            took: took(since, now),
            id,
        };
        self.phase = Phase::Judged { item, verdict };
        self.answers.push(attempt.clone());
        Some(attempt)
    }

    /// Goes on from a judged question to the next one, or to the result.
    pub fn next(&mut self, now: Millis) {
        if let Phase::Judged { item, .. } = self.phase {
            let answered = self.answers.last().map_or(now, |attempt| attempt.at);
            self.phase = Phase::asking(item + 1, self.items.len(), now.max(answered));
        }
    }

    /// The score so far, of all the questions.
    pub fn score(&self) -> Score {
        let right = |attempt: &&Attempt| attempt.verdict == Verdict::Right;
        Score {
            right: self.answers.iter().filter(right).count(),
            of: self.items.len(),
        }
    }

    /// The questions answered wrong, in order.
    pub fn missed(&self) -> Vec<Question> {
        let asked = self.items.iter().zip(&self.answers);
        asked
            .filter(|(_, attempt)| attempt.verdict == Verdict::Wrong)
            .map(|(item, _)| item.question.clone())
            .collect()
    }
}

impl Item {
    fn shuffled(question: Question, chance: &mut Xoshiro256PlusPlus) -> Self {
        let mut order: Vec<_> = (0..question.options.len()).collect();
        order.shuffle(chance);
        Item { question, order }
    }
}

impl Phase {
    fn asking(item: usize, of: usize, since: Millis) -> Self {
        if item < of {
            Phase::Asking { item, since }
        } else {
            Phase::Done
        }
    }
}

/// The chosen options that there are, each once.
fn valid(choice: &[usize], question: &Question) -> BTreeSet<usize> {
    let exists = |&option: &usize| option < question.options.len();
    choice.iter().copied().filter(exists).collect()
}

fn judge(choice: &BTreeSet<usize>, question: &Question) -> Verdict {
    if *choice == question.keys.iter().copied().collect() {
        Verdict::Right
    } else {
        Verdict::Wrong
    }
}

fn took(since: Millis, now: Millis) -> u32 {
    let elapsed = now.0.saturating_sub(since.0);
    u32::try_from(elapsed).map_or(Attempt::MAX_TOOK, |took| took.min(Attempt::MAX_TOOK))
}
