//! A sitting under way as it is stored, so that it goes on where it was left.
//!
//! Apart from the sitting: what is stored names questions, which have to be made again before it can
//! go on.

use super::{Item, Phase, Session};
use crate::article::Slug;
use crate::json::{Json, JsonError, quoted};
use crate::question::{Form, Question, QuestionId};
use crate::study::save::{digit, options};
use crate::study::{
    Attempt, Millis, Mode, SaveError, SessionId, Step, aside_key, attempt_from_json, attempt_key,
    attempt_to_json,
};

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
    /// The value to store, in version 1: `s` is the sitting's id, `m` its mode, `u` when it ends by
    /// itself, or 0; `p` how many of the last questions were put off, `n` which one is asked or
    /// judged, counted from 0. Each of `i` is a question: the article, its id, the order of its
    /// options as digits in base 36, which is empty where the answer is typed, "h" after a hint,
    /// and, where it is answered, the attempt's id and value.
    pub fn to_json(&self) -> String {
        let items: Vec<String> = self.items.iter().map(write).collect();
        format!(
            r#"{{"v":1,"s":"{}","m":"{}","u":{},"p":{},"n":{},"i":[{}]}}"#,
            self.id,
            self.mode.as_str(),
            self.until.map_or(0, |until| until.0),
            self.put_off,
            self.at().unwrap_or(self.items.len()),
            items.join(",")
        )
    }
}

impl Saved {
    /// Reads a stored value.
    ///
    /// # Errors
    /// When it is damaged or something else, or a newer version wrote it.
    pub fn from_json(value: &str) -> Result<Self, SaveError> {
        let json = Json::parse(value)?;
        match json.get("v")?.whole()? {
            1 => Ok(read(&json)?),
            newer => Err(SaveError::Newer(newer)),
        }
    }

    /// The sitting's name.
    pub fn id(&self) -> &SessionId {
        &self.id
    }

    /// The articles whose questions it needs, each once.
    pub fn articles(&self) -> Vec<Slug> {
        let mut articles: Vec<Slug> = self.items.iter().map(|it| it.article.clone()).collect();
        articles.sort_unstable();
        articles.dedup();
        articles
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
            question,
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
    let copy = Step {
        key: aside_key(now, key),
        from: None,
        to: Some(value.clone()),
    };
    let removal = Step {
        key: key.to_owned(),
        from: Some(value),
        to: None,
    };
    [copy, removal]
}

fn write(item: &Item) -> String {
    let question = &item.question;
    let order: String = item.order.iter().map(|&option| digit(option)).collect();
    let hint = if item.hint.is_some() { "h" } else { "" };
    let answer = item.answer.as_ref().map_or_else(String::new, |attempt| {
        format!(r#","{}",{}"#, attempt.id, quoted(&attempt_to_json(attempt)))
    });
    format!(
        r#"["{}","{}","{order}","{hint}"{answer}]"#,
        question.article, question.id
    )
}

fn read(json: &Json) -> Result<Saved, JsonError> {
    let mode = json.get("m")?.text()?;
    let mode = Mode::ALL.into_iter().find(|it| it.as_str() == mode);
    let until = json.get("u")?.whole()?;
    Ok(Saved {
        id: json.get("s")?.read()?,
        mode: mode.ok_or_else(|| json.misshapen())?,
        until: (until > 0).then_some(Millis(until)),
        put_off: json.get("p")?.whole()?,
        at: json.get("n")?.whole()?,
        items: json.get("i")?.list(read_item)?,
    })
}

fn read_item(json: &Json) -> Result<SavedItem, JsonError> {
    let parts = json.list(Json::string)?;
    let wrong = || json.misshapen();
    let answer = match parts.get(4..) {
        Some([id, value]) => Some(read_attempt(id, value).ok_or_else(wrong)?),
        Some([]) => None,
        _ => return Err(wrong()),
    };
    Ok(SavedItem {
        article: parts[0].parse().map_err(|_| wrong())?,
        question: QuestionId::new(parts[1].clone()),
        order: options(&parts[2]).map_err(|_| wrong())?,
        hinted: parts[3] == "h",
        answer,
    })
}

fn read_attempt(id: &str, value: &str) -> Option<Attempt> {
    attempt_from_json(&attempt_key(&id.parse().ok()?), value).ok()
}

#[cfg(test)]
mod tests;
