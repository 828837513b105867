//! Questions hidden for good, as they are stored: one key each.
//!
//! Apart from attempts: what is hidden is no answer, and is told with its words, since the question
//! may not be made again.

use super::{Json, Millis, SaveError, quoted, unreadable};
use crate::article::Slug;
use crate::question::{Question, QuestionId};
use crate::study::is_question_id;

/// What every hidden question's key begins with.
pub const HIDDEN_PREFIX: &str = "readback.hidden.";

/// A question that its reader does not want to be asked again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// The question.
    pub question: QuestionId,
    /// The article it is about.
    pub article: Slug,
    /// The question as the reader saw it, on one line.
    pub stem: String,
    /// When it was hidden.
    pub at: Millis,
}

impl Hidden {
    /// The most characters of a stem that are kept.
    const MOST_OF_STEM: usize = 300;

    /// That question, hidden now.
    pub fn new(question: &Question, now: Millis) -> Self {
        let plain = |c: char| if c.is_control() { ' ' } else { c };
        let stem = question.stem.chars().map(plain);
        Hidden {
            question: question.id.clone(),
            article: question.article.clone(),
            stem: stem.take(Hidden::MOST_OF_STEM).collect(),
            at: now,
        }
    }

    /// The key under which it is stored.
    pub fn key(&self) -> String {
        Hidden::key_of(&self.question)
    }

    /// The key under which a question is hidden.
    pub fn key_of(question: &QuestionId) -> String {
        format!("{HIDDEN_PREFIX}{question}")
    }

    /// The value to store, in version 1.
    pub fn to_json(&self) -> String {
        format!(
            r#"{{"v":1,"article":"{}","stem":{},"at":{}}}"#,
            self.article,
            quoted(&self.stem),
            self.at.0
        )
    }

    /// Reads a stored value; `key` is the whole key.
    ///
    /// # Errors
    /// When the key or the value is not a hidden question's, or a newer version wrote it.
    pub fn from_json(key: &str, value: &str) -> Result<Self, SaveError> {
        let question = key.strip_prefix(HIDDEN_PREFIX);
        let question = question.ok_or_else(|| unreadable("not a hidden question's key"))?;
        let json = Json::parse(value)?;
        match json.get("v")?.whole()? {
            0 => return Err(unreadable("there is no version 0")),
            1 => {}
            newer => return Err(SaveError::Newer(newer)),
        }
        let hidden = Hidden {
            question: QuestionId::new(question.to_owned()),
            article: json.get("article")?.read()?,
            stem: json.get("stem")?.string()?,
            at: Millis(json.get("at")?.whole()?),
        };
        hidden.validated().map_err(unreadable)
    }

    /// It, if it is one that could have been hidden: for what comes from outside.
    pub(in crate::study) fn validated(self) -> Result<Self, String> {
        let is_line = !self.stem.contains(char::is_control);
        if !is_question_id(self.question.as_str()) {
            Err("not a question".to_owned())
        } else if !is_line || self.stem.chars().count() > Hidden::MOST_OF_STEM {
            Err("not the words of a question".to_owned())
        } else {
            Ok(self)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::sample::question;

    #[test]
    fn a_hidden_question_is_read_back() {
        let mut asked = question(0xab, &[0]);
        asked.stem = "Why \"spring\"\ntides?".to_owned();
        let hidden = Hidden::new(&asked, Millis(7));
        assert_eq!(hidden.key(), "readback.hidden.0000000000ab");
        assert_eq!(
            hidden.to_json(),
            r#"{"v":1,"article":"tides","stem":"Why \"spring\" tides?","at":7}"#
        );
        assert_eq!(
            Hidden::from_json(&hidden.key(), &hidden.to_json()),
            Ok(hidden)
        );
    }

    #[track_caller]
    fn check_refused(from: &str, to: &str, why: &str) {
        let hidden = Hidden::new(&question(1, &[0]), Millis(7));
        let value = hidden.to_json().replace(from, to);
        let refused = Hidden::from_json(&hidden.key(), &value).unwrap_err();
        assert_eq!(refused.to_string(), why);
    }

    #[test]
    fn what_is_altered_is_refused_with_a_reason() {
        let shape = "cannot be read: line 1: not what should stand here";
        check_refused("\"v\":1", "\"v\":2", "written by a newer version (2)");
        check_refused("tides", "../x", shape);
        check_refused(":7", ":-7", shape);
        let words = "cannot be read: not the words of a question";
        check_refused("Question", r"\n", words);
        check_refused("Question", &"x".repeat(301), words);
        let key = Hidden::from_json("readback.hidden.1", "{}");
        assert!(key.is_err());
    }
}
