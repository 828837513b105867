//! What is done with marks: made, noted, deleted, taken along.
//!
//! Apart from what is shown of them. Each change can be taken back until the page is closed.

use super::super::message::Reply;
use super::super::{CLOSED, Tutor};
use super::in_bytes;
use super::markdown::{Marked, document};
use crate::article::Slug;
use crate::json::{Json, JsonError};
use crate::study::{Anchor, MARK_PREFIX, Mark, MarkError, MarkId, Millis, Point, Step, Text};
use crate::words::{Word, fill, say, w};

/// The name of the file with all of them.
const NAME: &str = "notes";

/// What `assets/marks.js` says of a passage that is to be marked. Its places are counted in units of
/// UTF-16.
struct Passage {
    article: Slug,
    from: Point,
    to: Point,
    note: String,
    chance: u64,
}

/// What it says of a note that was written.
struct Noted {
    id: MarkId,
    /// When the note was last changed, as far as its writer knew.
    changed: Millis,
    note: String,
}

impl Tutor {
    /// Marks a passage, told as JSON. One that is marked already gets the note.
    pub(in super::super) fn mark(&mut self, with: &str, now: Millis) -> Reply {
        let passage = Json::parse(with).and_then(|json| read_passage(&json));
        let Ok(passage) = passage else {
            return Reply::default();
        };
        let anchor = match self.anchor(&passage) {
            Ok(anchor) => anchor,
            Err(why) => return not_done(why),
        };
        let there = self.ledger.marks().into_iter();
        let there = there.filter(|mark| mark.article == passage.article);
        if let Some(there) = there
            .into_iter()
            .find(|mark| mark.anchor == anchor)
            .cloned()
        {
            return self.note_more(&there, &passage.note, now);
        }
        let id = MarkId::new(now, passage.chance);
        match Mark::new(id, passage.article, anchor, &passage.note) {
            Ok(mark) => self.put(&mark, w::MARKS_MARKED),
            Err(why) => not_done(why),
        }
    }

    /// Changes a note, told as JSON. Where it was changed elsewhere since its writer began, both texts
    /// are kept.
    pub(in super::super) fn note(&mut self, with: &str, now: Millis) -> Reply {
        let noted = Json::parse(with).and_then(|json| read_noted(&json));
        let Ok(noted) = noted else {
            return Reply::default();
        };
        let Some(mark) = self.ledger.mark(&noted.id).cloned() else {
            return says(w::MARKS_GONE);
        };
        match mark.changed == noted.changed {
            true => self.rewrite(&mark, &noted.note, now, w::MARKS_NOTED),
            false => self.note_more(&mark, &noted.note, now),
        }
    }

    /// Deletes a mark.
    pub(in super::super) fn unmark(&mut self, id: &str) -> Reply {
        let id = id.parse().ok();
        let step = id.and_then(|id| self.ledger.unmark(&id));
        self.change(step, w::MARKS_DELETED)
    }

    /// The marks of an article, or all, as Markdown on the clipboard.
    pub(in super::super) fn copy_marks(&self, slug: &str) -> Reply {
        Reply {
            copy: Some(self.markdown(slug)),
            ..says(w::MARKS_COPIED)
        }
    }

    /// The same as a file.
    pub(in super::super) fn save_marks(&self, slug: &str) -> Reply {
        let name = if slug.is_empty() { NAME } else { slug };
        Reply {
            file: vec![(format!("{name}.md"), self.markdown(slug))],
            ..Reply::default()
        }
    }

    /// Whether what would be taken back next is about marks alone.
    pub(super) fn can_unmark_again(&self) -> bool {
        let last = self.made.last();
        last.is_some_and(|steps| steps.iter().all(|step| step.key.starts_with(MARK_PREFIX)))
    }

    fn anchor(&self, passage: &Passage) -> Result<Anchor, MarkError> {
        let article = self.article(&passage.article).ok_or(MarkError::Empty)?;
        let text = Text::of(article);
        let at = |point| text.at(in_bytes(point, &text)?);
        match (at(passage.from), at(passage.to)) {
            (Some(from), Some(to)) if from < to => Anchor::of(&text, from..to),
            _ => Err(MarkError::Empty),
        }
    }

    /// Adds to a note, unless it says that already.
    fn note_more(&mut self, mark: &Mark, note: &str, now: Millis) -> Reply {
        let note = note.trim();
        if mark.note.contains(note) {
            return says(w::MARKS_ALREADY);
        }
        if mark.note.is_empty() {
            return self.rewrite(mark, note, now, w::MARKS_NOTED);
        }
        let both = format!("{}\n\n{note}", mark.note);
        self.rewrite(mark, &both, now, w::MARKS_BOTH)
    }

    fn rewrite(&mut self, mark: &Mark, note: &str, now: Millis, done: Word) -> Reply {
        match mark.with_note(note, now) {
            Ok(noted) if noted.note == mark.note => Reply::default(),
            Ok(noted) => self.put(&noted, done),
            Err(why) => not_done(why),
        }
    }

    fn put(&mut self, mark: &Mark, done: Word) -> Reply {
        self.change(self.ledger.put_mark(mark), done)
    }

    fn change(&mut self, step: Option<Step>, done: Word) -> Reply {
        match step {
            Some(step) => self.make(vec![step], say(done).to_owned()),
            None if self.ledger.is_newer() => told(fill(w::MARKS_NOT_DONE, &[CLOSED])),
            None => Reply::default(),
        }
    }

    fn markdown(&self, slug: &str) -> String {
        let all = self.marked().into_iter();
        let wanted = all.filter(|it| slug.is_empty() || it.as_str() == slug);
        let articles: Vec<_> = wanted
            .map(|slug| Marked {
                title: self.title(&slug),
                date: self.article(&slug).and_then(|article| article.date),
                marks: self.placed(&slug).iter().map(|it| it.mark).collect(),
            })
            .collect();
        document(&articles)
    }
}

fn read_passage(json: &Json) -> Result<Passage, JsonError> {
    let chance = json.get("chance")?.list(Json::whole::<u32>)?;
    Ok(Passage {
        article: json.get("article")?.read()?,
        from: json.get("from")?.read()?,
        to: json.get("to")?.read()?,
        note: json.get("note")?.string()?,
        chance: chance
            .into_iter()
            .fold(0, |sum, part| sum << 32 | u64::from(part)),
    })
}

fn read_noted(json: &Json) -> Result<Noted, JsonError> {
    Ok(Noted {
        id: json.get("id")?.read()?,
        changed: Millis(json.get("changed")?.read()?),
        note: json.get("note")?.string()?,
    })
}

fn not_done(why: MarkError) -> Reply {
    let most = |word, number: usize| fill(word, &[&number.to_string()]);
    let why = match why {
        MarkError::Empty => say(w::MARKS_EMPTY).to_owned(),
        MarkError::Long => most(w::MARKS_LONG, Anchor::MOST),
        MarkError::LongNote => most(w::MARKS_LONG_NOTE, Mark::MOST_OF_NOTE),
    };
    told(fill(w::MARKS_NOT_DONE, &[&why]))
}

fn says(word: Word) -> Reply {
    told(say(word).to_owned())
}

fn told(says: String) -> Reply {
    Reply {
        says: Some(says),
        ..Reply::default()
    }
}
