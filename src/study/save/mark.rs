//! Marks, as they are stored: one key each; and as lines of a backup, with the same fields.
//!
//! Apart from attempts: a mark can be changed, and is the reader's own words.

use super::{Json, JsonError, Millis, SaveError, quoted, unreadable};
use crate::study::{Anchor, Mark, MarkId};

/// What every mark's key begins with.
pub const MARK_PREFIX: &str = "readback.mark.";

impl Mark {
    /// The key under which it is stored.
    pub fn key(&self) -> String {
        Mark::key_of(&self.id)
    }

    /// The key under which the mark of that name is stored.
    pub fn key_of(id: &MarkId) -> String {
        format!("{MARK_PREFIX}{id}")
    }

    /// The value to store, in version 1.
    pub fn to_json(&self) -> String {
        format!(r#"{{"v":1,{}}}"#, self.fields())
    }

    /// The line in a backup.
    pub(in crate::study) fn line(&self) -> String {
        format!(r#"{{"id":"{}",{}}}"#, self.id, self.fields())
    }

    /// Reads a stored value; `key` is the whole key.
    ///
    /// # Errors
    /// When the key or the value is not a mark's, or a newer version wrote it.
    pub fn from_json(key: &str, value: &str) -> Result<Self, SaveError> {
        let id = key.strip_prefix(MARK_PREFIX);
        let id = id.ok_or_else(|| unreadable("not a mark's key"))?;
        let id = id.parse().map_err(unreadable)?;
        let json = Json::parse(value)?;
        match json.get("v")?.whole()? {
            0 => Err(unreadable("there is no version 0")),
            1 => read(id, &json)?.validated().map_err(unreadable),
            newer => Err(SaveError::Newer(newer)),
        }
    }

    /// Reads a line of a backup.
    pub(in crate::study) fn from_line(json: &Json) -> Result<Self, JsonError> {
        read(json.get("id")?.read()?, json)
    }

    fn fields(&self) -> String {
        let Anchor { from, to, .. } = self.anchor;
        let [exact, prefix, suffix, note] = [
            &self.anchor.exact,
            &self.anchor.prefix,
            &self.anchor.suffix,
            &self.note,
        ]
        .map(|text| lines(text));
        format!(
            r#""article":"{}","exact":{exact},"prefix":{prefix},"suffix":{suffix},"from":"{from}","to":"{to}","note":{note},"changed":{}"#,
            self.article, self.changed.0
        )
    }
}

/// Lines of words as a text, which [`quoted`] takes for one line.
fn lines(text: &str) -> String {
    quoted(text).replace('\n', r"\n").replace('\t', r"\t")
}

fn read(id: MarkId, json: &Json) -> Result<Mark, JsonError> {
    Ok(Mark {
        id,
        changed: Millis(json.get("changed")?.whole()?),
        article: json.get("article")?.read()?,
        anchor: Anchor {
            exact: json.get("exact")?.string()?,
            prefix: json.get("prefix")?.string()?,
            suffix: json.get("suffix")?.string()?,
            from: json.get("from")?.read()?,
            to: json.get("to")?.read()?,
        },
        note: json.get("note")?.string()?,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::study::sample::{any_mark, mark};

    #[test]
    fn a_mark_is_read_back() {
        let mark = mark(7, "Why \"spring\"?\nLook up.");
        assert_eq!(mark.key(), "readback.mark.0000000070000000000007");
        assert_eq!(
            mark.to_json(),
            r#"{"v":1,"article":"tides","exact":"the sea","prefix":"The Moon pulls at ","suffix":".","from":"0.0.18","to":"0.0.25","note":"Why \"spring\"?\nLook up.","changed":7}"#
        );
        assert_eq!(Mark::from_json(&mark.key(), &mark.to_json()), Ok(mark));
    }

    #[track_caller]
    fn check_refused(from: &str, to: &str, why: &str) {
        let mark = mark(1, "why");
        let value = mark.to_json().replace(from, to);
        assert_ne!(value, mark.to_json());
        let refused = Mark::from_json(&mark.key(), &value).unwrap_err();
        assert_eq!(refused.to_string(), why);
    }

    #[test]
    fn what_is_altered_is_refused_with_a_reason() {
        let shape = "cannot be read: line 1: not what should stand here";
        check_refused("\"v\":1", "\"v\":2", "written by a newer version (2)");
        check_refused(
            "\"v\":1",
            "\"v\":0",
            "cannot be read: there is no version 0",
        );
        check_refused("tides", "../x", shape);
        check_refused("0.0.18", "0.0", shape);
        let quotation = "cannot be read: not a quotation";
        check_refused("the sea", "", quotation);
        check_refused("the sea", "the sea ", quotation);
        check_refused("the sea", r"the\u0007sea", quotation);
        check_refused("the sea", &"x".repeat(Anchor::MOST + 1), quotation);
        check_refused("The Moon", &"x".repeat(Anchor::AROUND), quotation);
        let note = "cannot be read: not a note";
        check_refused("why", " why", note);
        check_refused("why", r"w\thy", note);
        check_refused("why", &"x".repeat(Mark::MOST_OF_NOTE + 1), note);
        assert!(Mark::from_json("readback.mark.1", &mark(1, "").to_json()).is_err());
        assert!(Mark::from_json("readback.meta", "{}").is_err());
    }

    proptest! {
        #[test]
        fn every_mark_is_read_back(mark in any_mark()) {
            prop_assert_eq!(Mark::from_json(&mark.key(), &mark.to_json()), Ok(mark));
        }

        #[test]
        fn no_damage_breaks_the_reading(mark in any_mark(), at in 0..300_usize, with in ".?") {
            let mut value: Vec<_> = mark.to_json().chars().collect();
            let at = at.min(value.len());
            value.splice(at..(at + 1).min(value.len()), with.chars());
            let value: String = value.into_iter().collect();
            if let Ok(read) = Mark::from_json(&mark.key(), &value) {
                prop_assert!(read.validated().is_ok());
            }
        }
    }
}
