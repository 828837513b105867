//! A sitting under way as it is stored, so that it goes on where it was left.
//!
//! Apart from the sitting: what is stored names questions, which have to be made again before it can
//! go on.

use std::str::FromStr;
use std::sync::Arc;

use super::{Item, Phase, Session};
use crate::article::Slug;
use crate::question::{Answer, Form, Question, QuestionId};
use crate::study::save::{digit, options};
use crate::study::{Attempt, AttemptId, Grade, Millis, Mode, SessionId, Step, aside_key};

/// What every sitting's key begins with; its place follows.
pub const SESSION_PREFIX: &str = "readback.session.";

/// A sitting as it was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    id: SessionId,
    mode: Mode,
    until: Option<Millis>,
    put_off: usize,
    at: usize,
    items: Vec<SavedItem>,
}

#[derive(Clone, Debug, PartialEq)]
struct SavedItem {
    article: Slug,
    question: QuestionId,
    order: Vec<usize>,
    hinted: bool,
    answer: Option<Attempt>,
}

impl Session {
    /// The value to store, in version 1: lines of words, so that the page needs little to read it.
    ///
    /// The first line has the version, the sitting's id, its mode, when it ends by itself, or 0, how
    /// many of the last questions were put off, and which one is asked or judged, counted from 0.
    /// Each other line is a question: the article, its id, "-" with the order of its options as
    /// digits in base 36, of which there are none where the answer is typed, and "hint" or "-";
    /// where it is answered, also the attempt's id, how many questions there were then, the grade,
    /// the milliseconds it took, and "c" with the options chosen or "w" with the words typed.
    pub fn to_text(&self) -> String {
        let (id, mode) = (&self.id, self.mode.as_str());
        let until = self.until.map_or(0, |until| until.0);
        let at = self.at().unwrap_or(self.items.len());
        let mut text = format!("1 {id} {mode} {until} {} {at}", self.put_off);
        for item in &self.items {
            text.push('\n');
            text.push_str(&write(item));
        }
        text
    }
}

impl Saved {
    /// Reads a stored value; `None` where it is damaged or something else, or a newer version wrote
    /// it.
    pub fn from_text(value: &str) -> Option<Self> {
        let mut lines = value.split('\n');
        let mut words = lines.next()?.split(' ');
        let version: u32 = next(&mut words)?;
        let id = next(&mut words)?;
        let mode = words.next()?;
        let mode = Mode::ALL.into_iter().find(|it| it.as_str() == mode)?;
        let until = next(&mut words)?;
        let saved = Saved {
            put_off: next(&mut words)?,
            at: next(&mut words)?,
            items: lines
                .map(|line| read(line, &id, mode))
                .collect::<Option<_>>()?,
            id,
            mode,
            until: (until > 0).then_some(Millis(until)),
        };
        (version == 1).then_some(saved)
    }

    /// The sitting's name.
    pub fn id(&self) -> &SessionId {
        &self.id
    }

    /// The questions it needs, with their articles.
    pub fn questions(&self) -> Vec<(Slug, QuestionId)> {
        let items = self.items.iter();
        let named = items.map(|it| (it.article.clone(), it.question.clone()));
        named.collect()
    }

    /// The sitting with those of its questions that `find` can still make; `None` where that is none
    /// of those that are left to ask.
    pub fn resume(
        self,
        find: &dyn Fn(&Slug, &QuestionId) -> Option<Question>,
        now: Millis,
    ) -> Option<Session> {
        let before = self.items.iter().take(self.at).map(|it| it.find(find));
        let at = before.flatten().count();
        let items = self.items.iter().filter_map(|it| it.find(find));
        let mut session = Session {
            id: self.id,
            mode: self.mode,
            items: items.collect(),
            put_off: self.put_off,
            phase: Phase::Done,
            until: self.until,
            hidden: None,
        };
        session.put_off = session.put_off.min(session.items.len());
        match session.items.get(at).map(Item::verdict) {
            Some(Some(verdict)) => session.phase = Phase::Judged { item: at, verdict },
            _ => session.ask_from(at, now),
        }
        session.tick(now);
        (session.phase != Phase::Done).then_some(session)
    }
}

impl SavedItem {
    fn find(&self, find: &dyn Fn(&Slug, &QuestionId) -> Option<Question>) -> Option<Item> {
        let question = find(&self.article, &self.question)?;
        let question = match self.order.is_empty() && question.form() != Form::Typed {
            true => question.to_typed()?,
            false => question,
        };
        let mut all = 0..question.options.len();
        let fits = all.len() == self.order.len() && all.all(|option| self.order.contains(&option));
        let mut item = Item {
            question: Arc::new(question),
            order: self.order.clone(),
            hint: None,
            answer: self.answer.clone(),
        };
        item.hint = item.offers().filter(|_| self.hinted);
        fits.then_some(item)
    }
}

/// How a value that cannot be read is put aside, as it was.
pub fn set_aside(key: &str, value: String, now: Millis) -> [Step; 2] {
    let copy = Step::add(aside_key(now, key), value.clone());
    [copy, Step::remove(key.to_owned(), value)]
}

fn write(item: &Item) -> String {
    let Question { article, id, .. } = &*item.question;
    let hint = if item.hint.is_some() { "hint" } else { "-" };
    let mut line = format!("{article} {id} -{} {hint}", digits(&item.order));
    if let Some(attempt) = &item.answer {
        let Attempt { id, of, took, .. } = attempt;
        let grade = attempt.grade.as_str();
        let answer = match &attempt.answer {
            Answer::Chosen(chosen) => ["c", &digits(chosen)].concat(),
            Answer::Typed(text) => ["w", text].concat(),
        };
        line.push_str(&format!(" {id} {of} {grade} {took} {answer}"));
    }
    line
}

fn digits(options: &[usize]) -> String {
    options.iter().map(|&option| digit(option)).collect()
}

fn read(line: &str, session: &SessionId, mode: Mode) -> Option<SavedItem> {
    // Of the words typed none is split off.
    let mut words = line.splitn(9, ' ');
    let mut item = SavedItem {
        article: next(&mut words)?,
        question: QuestionId::new(words.next()?.to_owned()),
        order: options(words.next()?.strip_prefix('-')?).ok()?,
        hinted: words.next()? == "hint",
        answer: None,
    };
    if let Some(id) = words.next() {
        let id: AttemptId = id.parse().ok()?;
        item.answer = Some(Attempt {
            session: session.clone(),
            mode,
            of: next(&mut words)?,
            article: item.article.clone(),
            question: item.question.clone(),
            at: id.at(),
            grade: read_grade(words.next()?)?,
            took: next(&mut words)?,
            answer: read_answer(words.next()?)?,
            id,
        });
    }
    Some(item)
}

fn read_grade(word: &str) -> Option<Grade> {
    Grade::ALL.into_iter().find(|it| it.as_str() == word)
}

fn read_answer(word: &str) -> Option<Answer> {
    match (word.strip_prefix('c'), word.strip_prefix('w')) {
        (Some(chosen), _) => Some(Answer::Chosen(options(chosen).ok()?)),
        (_, Some(typed)) => Some(Answer::Typed(typed.to_owned())),
        _ => None,
    }
}

/// What the next word stands for.
fn next<'a, T: FromStr>(words: &mut impl Iterator<Item = &'a str>) -> Option<T> {
    words.next()?.parse().ok()
}

#[cfg(test)]
mod tests;
