//! The tutor: what the reader has done and is to do next, told to the page from a worker.
//!
//! Apart from the page, which would be half as big again with it; and without `leptos`, so that
//! every word of it is tested without a browser.

mod deed;
pub mod message;
pub mod node;
mod overview;

use std::fmt;

use serde::Deserialize;

use crate::article::Slug;
use crate::json::Json;
use crate::question::Question;
use crate::shelf;
use crate::study::{Attempt, Calendar, Import, Ledger, META_KEY, Memories, Millis, Step, Terms};
use crate::ui::exchange;

use message::{Overview, Reply, Wish};

/// What is known of the reader and of the articles, and how to tell it.
pub struct Tutor {
    calendar: Box<dyn Calendar>,
    ledger: Ledger,
    /// As the ledger has them.
    attempts: Vec<Attempt>,
    known: Vec<Known>,
    /// What took effect since the page was opened, to be taken back.
    made: Vec<Vec<Step>>,
    pending: Option<Pending>,
}

/// What waits for the reader's word.
#[derive(Debug)]
enum Pending {
    Import(Import),
    Erasing,
}

/// An article whose questions have been made since the page was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Its name.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// The headings of its sections, in order; the first one often has none.
    pub headings: Vec<Option<String>>,
    /// All its questions.
    pub questions: Vec<Question>,
}

#[derive(Deserialize)]
struct Request {
    now: u64,
    #[serde(flatten)]
    wish: Wish,
}

impl fmt::Debug for Tutor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tutor").finish_non_exhaustive()
    }
}

impl Tutor {
    /// One who knows nothing yet.
    pub fn new(calendar: Box<dyn Calendar>) -> Self {
        Tutor {
            calendar,
            ledger: Ledger::default(),
            attempts: Vec::new(),
            known: Vec::new(),
            made: Vec::new(),
            pending: None,
        }
    }

    /// Answers the page, which says what it wants as [`message`] has it. What cannot be understood
    /// is answered with nothing.
    pub fn answer(&mut self, request: &str) -> String {
        let request: Result<Request, _> = serde_json::from_str(request);
        let reply = request.map(|request| self.grant(request.wish, Millis(request.now)));
        reply.unwrap_or_default().to_json()
    }

    fn grant(&mut self, wish: Wish, now: Millis) -> Reply {
        match wish {
            Wish::Load { entries } => {
                self.ledger = Ledger::default();
                let entries = entries.into_iter().map(|(key, value)| (key, Some(value)));
                self.take(entries);
                self.overview(now).steps(self.ledger.upkeep(now))
            }
            Wish::Changed { entries } => {
                self.take(entries);
                let mut steps = self.ledger.upkeep(now);
                // All else waits for the next start: this tab or another one is at work.
                steps.retain(|step| step.key == META_KEY);
                self.overview(now).steps(steps)
            }
            Wish::Known { article, examined } => {
                self.learn(&article, &examined);
                self.overview(now)
            }
            Wish::Act { what, with } => self.act(&what, &with, now),
            Wish::Import { text } => self.import(&text, now),
            _ => Reply::default(),
        }
    }

    /// A reply with what the page shows of all attempts.
    fn overview(&self, now: Millis) -> Reply {
        let memories = Memories::of(&self.attempts, self.terms(now));
        let overview = overview::overview(&self.ledger, &memories, self.terms(now));
        Reply {
            overview: Some(overview),
            ..Reply::default()
        }
    }

    fn terms(&self, now: Millis) -> Terms<'_> {
        Terms {
            calendar: &*self.calendar,
            now,
            preferences: self.ledger.preferences(),
        }
    }

    fn take(&mut self, entries: impl IntoIterator<Item = (String, Option<String>)>) {
        for (key, value) in entries {
            self.ledger.take(key, value);
        }
        self.attempts = self.ledger.attempts();
    }
    /// Takes in an article's questions, in place of those of before. What cannot be read is nothing
    /// new.
    fn learn(&mut self, article: &str, examined: &str) {
        let article = Json::parse(article).and_then(|json| shelf::read_article(&json));
        let (Ok(article), Ok((bank, _))) = (article, exchange::read(examined)) else {
            return;
        };
        let sections = article.sections.into_iter();
        self.known.retain(|known| known.slug != article.slug);
        self.known.push(Known {
            slug: article.slug,
            title: article.title,
            headings: sections.map(|section| section.heading).collect(),
            questions: bank.questions,
        });
    }
}
