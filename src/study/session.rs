//! One sitting, from its first question to its result.
//!
//! Apart from `progress`, which looks back over all sittings.

mod deed;
mod item;
mod saved;

use std::sync::Arc;

use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;

use super::{Attempt, AttemptId, Grade, Millis, Mode, Score, SessionId, Verdict};
use crate::question::{Answer, Fit, Question, fit};

pub use deed::{Deed, Regraded, Undone};
pub use item::{Hint, Item};
pub use saved::{SESSION_PREFIX, Saved, set_aside};

/// One sitting: questions in the order they are asked, each with its answer as far as there is one.
///
/// A clock set back during the sitting counts as standing still.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    id: SessionId,
    mode: Mode,
    items: Vec<Item>,
    /// How many of the last items were put off to stand there.
    put_off: usize,
    phase: Phase,
    /// When it ends by itself.
    until: Option<Millis>,
    /// What was hidden last, until something else is done.
    hidden: Option<Hidden>,
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
    /// There is nothing more to ask.
    Done,
}

/// An item that has left, and how to bring it back.
#[derive(Clone, Debug, PartialEq)]
struct Hidden {
    item: Item,
    index: usize,
    put_off: usize,
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
        let items = questions
            .into_iter()
            .map(|question| Item::shuffled(question, &mut chance));
        let mut session = Session {
            id,
            mode,
            items: items.collect(),
            put_off: 0,
            phase: Phase::Done,
            until: None,
            hidden: None,
        };
        session.ask_from(0, now);
        session
    }

    /// The same, but it ends by itself at that time. Its clock runs on while the page is away.
    pub fn ending(self, until: Option<Millis>) -> Self {
        Session { until, ..self }
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

    /// The index of the question being asked, or judged; `None` when there is none left.
    pub fn at(&self) -> Option<usize> {
        match self.phase {
            Phase::Asking { item, .. } | Phase::Judged { item, .. } => Some(item),
            Phase::Done => None,
        }
    }

    /// The question being asked, or judged; `None` when there is none left.
    pub fn current(&self) -> Option<&Item> {
        self.items.get(self.at()?)
    }

    /// The milliseconds that are left; `None` where it may take as long as it takes.
    pub fn left(&self, now: Millis) -> Option<u64> {
        self.until.map(|until| until.0.saturating_sub(now.0))
    }

    /// Ends it if its time is up.
    pub fn tick(&mut self, now: Millis) {
        if self.left(now) == Some(0) {
            self.phase = Phase::Done;
        }
    }

    /// Judges the answer to the question being asked, and gives the attempt to keep; `None` when
    /// nothing is answered, nothing is being asked, or the time is up. An exam shows no verdict and
    /// goes on at once.
    pub fn check(&mut self, answer: &Answer, now: Millis, chance: u64) -> Option<Attempt> {
        self.tick(now);
        let Phase::Asking { item, since } = self.phase else {
            return None;
        };
        let attempt = self.attempt(self.items.get(item)?, answer, (since, now), chance)?;
        let verdict = attempt.verdict()?;
        self.items.get_mut(item)?.answer = Some(attempt.clone());
        self.hidden = None;
        match self.mode {
            Mode::Exam => self.ask_from(item + 1, attempt.at),
            _ => self.phase = Phase::Judged { item, verdict },
        }
        Some(attempt)
    }

    /// Goes on from a judged question to the next one, or to the result.
    pub fn next(&mut self, now: Millis) {
        if let Phase::Judged { item, .. } = self.phase {
            self.hidden = None;
            self.ask_from(item + 1, now);
        }
    }

    /// Puts the question being asked off to the end; one that was put off before, or has none after
    /// it, is left without an answer.
    pub fn skip(&mut self, now: Millis) {
        let Phase::Asking { item, .. } = self.phase else {
            return;
        };
        self.hidden = None;
        if item + 1 < self.items.len() && !self.is_put_off(item) {
            self.items[item..].rotate_left(1);
            self.put_off += 1;
            self.ask_from(item, now);
        } else {
            self.ask_from(item + 1, now);
        }
    }

    /// Helps with the question being asked, once. An exam does not.
    pub fn hint(&mut self) -> Option<Hint> {
        let index = self.at().filter(|_| self.may(Deed::Hint))?;
        let item = self.items.get_mut(index)?;
        item.hint = item.offers();
        item.hint
    }

    /// Takes the reader's word for it that what was typed there is right, once the verdict has been
    /// shown; `None` where nothing typed was judged wrong.
    pub fn overrule(&mut self, index: usize) -> Option<Regraded> {
        let is_shown = match self.phase {
            Phase::Asking { .. } => false,
            Phase::Judged { item, .. } => item == index,
            Phase::Done => true,
        };
        let may_be = is_shown && self.items.get(index)?.may_be_overruled();
        may_be.then(|| self.regrade(index, Grade::Hard))?
    }

    /// Takes the reader's word for it that the answer on the page, which was right, was easy.
    pub fn ease(&mut self) -> Option<Regraded> {
        let index = self.at().filter(|_| self.may(Deed::Ease))?;
        self.regrade(index, Grade::Easy)
    }

    /// Takes the question asked or judged out of the sitting, and gives it to be hidden for good.
    pub fn hide(&mut self, now: Millis) -> Option<Arc<Question>> {
        let index = self.at()?;
        let put_off = self.put_off;
        self.put_off -= usize::from(self.is_put_off(index));
        let item = self.items.remove(index);
        let question = item.question.clone();
        self.hidden = Some(Hidden {
            item,
            index,
            put_off,
        });
        self.ask_from(index, now);
        Some(question)
    }

    /// Whether the last thing done was to hide a question.
    pub fn has_hidden(&self) -> bool {
        self.hidden.is_some()
    }

    /// Brings back the question hidden a moment ago; or else takes back the last answer, whose
    /// question is then asked again. No answer is taken back when the result has been shown.
    pub fn undo(&mut self, now: Millis) -> Option<Undone> {
        if let Some(hidden) = self.hidden.take() {
            return Some(Undone::Hiding(self.bring_back(hidden, now)));
        }
        let last = self.last().filter(|_| self.phase != Phase::Done)?;
        let regraded = self.regrade(last, Grade::Withdrawn)?;
        self.items.get_mut(last)?.answer = None;
        self.ask_from(last, now.max(regraded.before.at));
        Some(Undone::Answer(Box::new(regraded)))
    }

    /// The score so far, of all the questions.
    pub fn score(&self) -> Score {
        let right = |item: &&Item| item.verdict() == Some(Verdict::Right);
        Score {
            right: self.items.iter().filter(right).count(),
            of: self.items.len(),
        }
    }

    /// The questions not answered right, in order.
    pub fn missed(&self) -> Vec<Question> {
        let missed = |item: &&Item| item.verdict() != Some(Verdict::Right);
        let missed = self.items.iter().filter(missed);
        missed.map(|item| Question::clone(&item.question)).collect()
    }

    /// Asks the first item from there on that has no answer.
    fn ask_from(&mut self, index: usize, now: Millis) {
        let mut rest = (index..).zip(self.items.iter().skip(index));
        let open = rest.find(|(_, item)| item.answer.is_none());
        self.phase = match open {
            Some((item, _)) => Phase::Asking {
                item,
                since: now.max(self.answered()),
            },
            None => Phase::Done,
        };
    }

    fn attempt(
        &self,
        item: &Item,
        answer: &Answer,
        (since, now): (Millis, Millis),
        chance: u64,
    ) -> Option<Attempt> {
        let question = &item.question;
        let answer = answer.to(question)?;
        let id = AttemptId::new(now.max(since), chance);
        let grade = match (fit(question, &answer), item.hint) {
            (Fit::Wrong, _) => Grade::Again,
            (Fit::Right, None) => Grade::Good,
            _ => Grade::Hard,
        };
        Some(Attempt {
            session: self.id.clone(),
            mode: self.mode,
            of: self.items.len(),
            article: question.article.clone(),
            question: question.id.clone(),
            at: id.at(),
            answer: answer.shortened(),
            grade,
            took: took(since, now),
            id,
        })
    }

    fn regrade(&mut self, index: usize, grade: Grade) -> Option<Regraded> {
        let attempt = self.items.get_mut(index)?.answer.as_mut()?;
        let before = attempt.clone();
        attempt.grade = grade;
        let after = attempt.clone();
        if let (Phase::Judged { verdict, .. }, Some(new)) = (&mut self.phase, grade.verdict()) {
            *verdict = new;
        }
        Some(Regraded { before, after })
    }

    fn bring_back(&mut self, hidden: Hidden, now: Millis) -> Arc<Question> {
        let Hidden { item, index, .. } = hidden;
        let question = item.question.clone();
        let verdict = item.verdict();
        self.items.insert(index, item);
        self.put_off = hidden.put_off;
        match verdict {
            Some(verdict) => {
                self.phase = Phase::Judged {
                    item: index,
                    verdict,
                }
            }
            None => self.ask_from(index, now),
        }
        question
    }

    fn is_put_off(&self, index: usize) -> bool {
        index + self.put_off >= self.items.len()
    }

    /// The index of the latest answer.
    fn last(&self) -> Option<usize> {
        let id = |item: &Item| item.answer.as_ref().map(|it| it.id.clone());
        let answered = (0..).zip(&self.items).filter(|(_, it)| it.answer.is_some());
        let last = answered.max_by_key(|(_, item)| id(item));
        last.map(|(index, _)| index)
    }

    /// When it was given; 0 where there is none.
    fn answered(&self) -> Millis {
        let answers = self.items.iter().filter_map(|item| item.answer.as_ref());
        answers.map(|it| it.at).max().unwrap_or(Millis(0))
    }
}

fn took(since: Millis, now: Millis) -> u32 {
    let elapsed = now.0.saturating_sub(since.0);
    u32::try_from(elapsed).map_or(Attempt::MAX_TOOK, |took| took.min(Attempt::MAX_TOOK))
}

#[cfg(test)]
mod tests;
