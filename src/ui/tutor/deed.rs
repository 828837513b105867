//! What buttons have the tutor do.
//!
//! Apart from the pages that have them. Nothing is stored here: each deed ends as steps, which the
//! page makes, and may take back until it is closed.

use super::message::Reply;
use super::{Pending, Tutor};
use crate::question::{Question, QuestionId};
use crate::study::{Backup, BackupError, Hidden, Millis, Preferences, Step, undo};
use crate::words::{count, fill, say, w};

/// The name of a backup's file.
const BACKUP: &str = "readback-backup.json";

impl Tutor {
    /// Does what an element's `data-do` names, with the value of its `data-with`, or of the field.
    /// Nothing where that is nothing.
    pub(super) fn act(&mut self, what: &str, with: &str, now: Millis) -> Reply {
        match what {
            "hide" => self.hide(with, now),
            "unhide" => Reply::default().steps(self.ledger.unhide(&id(with))),
            "copy" => self.report(),
            "export" => self.export(now),
            "download" => self.download(with),
            "reset" => self.reset(with),
            "retention" => self.retain(with, now),
            "daily" => self.limit(with, now),
            "keys" => self.turn_keys(),
            "plain" => self.plain(),
            "way" => self.answer_by(with),
            "language" => self.speak(with),
            "speed" => self.hasten(with),
            "place" => self.place(with, now),
            "erase" => self.wait(Some(Pending::Erasing)),
            "leave" => self.wait(None),
            "go" => self.go(),
            "undo" => self.take_back(),
            "mark" => self.mark(with, now),
            "note" => self.note(with, now),
            "unmark" => self.unmark(with),
            "copy-marks" => self.copy_marks(with),
            "save-marks" => self.save_marks(with),
            library if library.starts_with("library") => {
                self.library.choose(what, with);
                Reply::default()
            }
            aspect => self.choose(aspect, with),
        }
    }

    /// Looks at a backup's text, which waits for the reader's word then.
    pub(super) fn import(&mut self, text: &str, now: Millis) -> Reply {
        match self.ledger.import(text, now) {
            Ok(import) => self.wait(Some(Pending::Import(import))),
            Err(error) => says(fill(w::TOLD_NOT_IMPORTED, &[&reason(&error)])),
        }
    }

    fn wait(&mut self, pending: Option<Pending>) -> Reply {
        self.pending = pending;
        Reply::default()
    }

    fn go(&mut self) -> Reply {
        match self.pending.take() {
            Some(Pending::Import(import)) => {
                let answers = import.new + import.regraded;
                let marks = import.marks;
                let added = match (answers, marks) {
                    (_, 0) => count(w::FACT_ANSWERS, answers),
                    (0, _) => count(w::MARKS_NUMBER, marks),
                    _ => {
                        let answers = count(w::FACT_ANSWERS, answers);
                        [answers, count(w::MARKS_NUMBER, marks)].join(", ")
                    }
                };
                self.make(import.steps, fill(w::TOLD_ADDED, &[&added]))
            }
            Some(Pending::Erasing) => {
                self.make(self.ledger.erase(), say(w::TOLD_ERASED).to_owned())
            }
            None => Reply::default(),
        }
    }

    fn reset(&mut self, slug: &str) -> Reply {
        let Ok(slug) = slug.parse() else {
            return Reply::default();
        };
        let known = self.known.iter().find(|known| known.slug == slug);
        let title = known.map_or(say(w::TOLD_THIS_ARTICLE), |known| &known.title);
        let text = fill(w::TOLD_RESET, &[title]);
        self.make(self.ledger.reset(&slug), text)
    }

    fn retain(&mut self, percent: &str, now: Millis) -> Reply {
        let retention = percent.parse().ok();
        let retention = retention.filter(|it| Preferences::RETENTIONS.contains(it));
        let chosen = retention.map(|retention| Preferences {
            retention,
            ..self.ledger.preferences()
        });
        let [least, most] = [
            Preferences::RETENTIONS.start(),
            Preferences::RETENTIONS.end(),
        ]
        .map(ToString::to_string);
        self.prefer(chosen, now, || fill(w::TOLD_BETWEEN, &[&least, &most]))
    }

    fn limit(&mut self, number: &str, now: Millis) -> Reply {
        let daily = number.parse().ok().filter(|&it| it > 0);
        let chosen = daily.map(|daily| Preferences {
            daily,
            ..self.ledger.preferences()
        });
        self.prefer(chosen, now, || fill(w::TOLD_FROM, &["1"]))
    }

    /// What is due changes with that. Where nothing can be chosen by it, says what can.
    fn prefer(
        &mut self,
        chosen: Option<Preferences>,
        now: Millis,
        range: impl FnOnce() -> String,
    ) -> Reply {
        let Some(chosen) = chosen else {
            return says(range());
        };
        let reply = self.set(chosen);
        Reply {
            overview: self.overview(now).overview,
            ..reply
        }
    }

    /// Steps that can be taken back.
    pub(super) fn make(&mut self, steps: Vec<Step>, text: String) -> Reply {
        self.made.push(steps.clone());
        says(text).steps(steps)
    }

    fn take_back(&mut self) -> Reply {
        match self.made.pop() {
            Some(steps) => says(say(w::TOLD_UNDONE).to_owned()).steps(undo(&steps)),
            None => Reply::default(),
        }
    }

    fn hide(&self, question: &str, now: Millis) -> Reply {
        let question = self.question(&id(question));
        let hidden = question.map(|question| Hidden::new(question, now));
        let steps = hidden.map(|hidden| self.ledger.hide(&hidden));
        Reply::default().steps(steps.unwrap_or_default())
    }

    fn question(&self, id: &QuestionId) -> Option<&Question> {
        let mut questions = self.known.iter().flat_map(|known| &known.questions);
        questions.find(|question| question.id == *id)
    }

    fn export(&self, now: Millis) -> Reply {
        Reply {
            file: vec![(BACKUP.to_owned(), self.ledger.backup())],
            ..Reply::default()
        }
        .steps(self.ledger.backed_up(now))
    }

    /// A stored value that cannot be read.
    fn download(&self, key: &str) -> Reply {
        let damaged = self.ledger.damaged().into_iter();
        let found = damaged.filter(|(name, _)| *name == key);
        Reply {
            file: found
                .map(|(key, value)| (format!("{key}.txt"), value.to_owned()))
                .collect(),
            ..Reply::default()
        }
    }

    /// The hidden questions as text.
    fn report(&self) -> Reply {
        let hidden = self.ledger.hidden().into_iter();
        let lines =
            hidden.map(|it| format!("{} {}: {}\n", it.article, it.question.as_str(), it.stem));
        Reply {
            copy: Some(lines.collect()),
            says: Some(say(w::TOLD_COPIED).to_owned()),
            ..Reply::default()
        }
    }
}

/// Why a backup cannot be taken in, as part of a sentence.
fn reason(error: &BackupError) -> String {
    let megabytes = (Backup::MAX_BYTES / 1_000_000).to_string();
    match error {
        BackupError::Unreadable(why) => fill(w::TROUBLE_BACKUP, &[why]),
        BackupError::Newer(version) => fill(w::TROUBLE_NEWER_BACKUP, &[&version.to_string()]),
        BackupError::TooBig => fill(w::TROUBLE_BIG_BACKUP, &[&megabytes]),
        BackupError::ReadOnly => say(w::TROUBLE_READ_ONLY).to_owned(),
    }
}

fn says(text: String) -> Reply {
    Reply {
        says: Some(text),
        ..Reply::default()
    }
}

fn id(text: &str) -> QuestionId {
    QuestionId::new(text.to_owned())
}
