//! The tutor: what the reader has done and is to do next, told to the page from a worker.
//!
//! Apart from the page, which would be half as big again with it; and without `leptos`, so that
//! every word of it is tested without a browser.

pub mod message;
pub mod node;

use std::fmt;

use crate::article::Slug;
use crate::json::Json;
use crate::question::Question;
use crate::shelf;
use crate::study::Calendar;
use crate::ui::exchange;

use message::{Reply, Wish};

/// What is known of the reader and of the articles, and how to tell it.
pub struct Tutor {
    calendar: Box<dyn Calendar>,
    known: Vec<Known>,
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
            known: Vec::new(),
        }
    }

    /// Answers the page, which says what it wants as [`message`] has it. What cannot be understood
    /// is answered with nothing.
    pub fn answer(&mut self, request: &str) -> String {
        let wish = serde_json::from_str(request);
        let reply = wish.map_or_else(|_| Reply::default(), |wish| self.grant(wish));
        reply.to_json()
    }

    fn grant(&mut self, wish: Wish) -> Reply {
        match wish {
            Wish::Known { article, examined } => {
                self.learn(&article, &examined);
                Reply::default()
            }
            _ => Reply::default(),
        }
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
