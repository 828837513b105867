//! The tutor: what the reader has done and is to do next, told to the page from a worker.
//!
//! Apart from the page, which would be half as big again with it; and without `leptos`, so that
//! every word of it is tested without a browser.

mod chart;
mod deed;
mod keys;
mod library;
mod look;
mod marks;
pub mod message;
pub mod node;
mod overview;
mod progress;
mod reading;
mod settings;
mod sheet;

use std::fmt;

use crate::article::{Article, Slug};
use crate::question::{NEVER, Question, QuestionId, draw};
use crate::study::{Calendar, Import, Ledger, Memories, Millis, Progress, Step, Terms};
use crate::ui::exchange;
use crate::words;

use library::Library;
use message::{Due, Pool, Reply, Wish};
use node::Node;
use progress::{Past, Undo};
use settings::Scores;

/// What is known of the reader and of the articles, and how to tell it.
pub struct Tutor {
    calendar: Box<dyn Calendar>,
    ledger: Ledger,
    /// All attempts, as the ledger has them.
    progress: Progress,
    /// All articles that the page has.
    shelf: Vec<Article>,
    /// What is shown of them.
    library: Library,
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
            progress: Progress::default(),
            shelf: Vec::new(),
            library: Library::default(),
            known: Vec::new(),
            made: Vec::new(),
            pending: None,
        }
    }

    /// Answers the page, which says what it wants as [`message`] has it. What cannot be understood
    /// is answered with nothing.
    pub fn answer(&mut self, request: &str) -> String {
        let wish = Wish::from_json(request);
        let reply = wish.map(|(wish, now)| self.grant(wish, now));
        let reply = reply.unwrap_or_default();
        if let Some(overview) = &reply.overview {
            self.library.told(&overview.lines);
        }
        reply.to_json()
    }

    fn grant(&mut self, wish: Wish, now: Millis) -> Reply {
        if !matches!(wish, Wish::View { .. } | Wish::Files { .. }) {
            self.library.forget_past();
        }
        match wish {
            Wish::Load { entries, words } => {
                words::set(words);
                self.ledger = Ledger::default();
                self.progress = Progress::default();
                self.take(entries);
                self.overview(now).steps(self.ledger.upkeep(now))
            }
            Wish::Changed { entries } => {
                if !self.take(entries) {
                    return Reply::default();
                }
                // All other upkeep waits for the next start: this tab or another one is at work.
                let layout = self.ledger.layout(now).into_iter().collect();
                self.overview(now).steps(layout)
            }
            Wish::Shelf { articles } => {
                let slugs: Vec<_> = articles.iter().map(|it| it.slug.clone()).collect();
                self.shelf.retain(|known| !slugs.contains(&known.slug));
                self.shelf.extend(articles);
                self.library.forget();
                Reply::default()
            }
            Wish::Known { examined } => {
                for (article, examined) in examined {
                    self.learn(&article, &examined);
                }
                self.overview(now)
            }
            Wish::Draw(pool) => Reply {
                drawn: self.draw(&pool, now),
                ..Reply::default()
            },
            Wish::Due => Reply {
                due: Some(self.due(now)),
                ..Reply::default()
            },
            Wish::Library { contents } => {
                self.library.enlarge(contents);
                Reply::default()
            }
            Wish::Files { files } => {
                self.library.take(files);
                Reply::default()
            }
            Wish::View { name, with, .. } if name == library::NAME => self.library(&with, now),
            Wish::View { name, with, kept } => Reply {
                view: self.view(&name, &with, kept, now),
                ..Reply::default()
            },
            Wish::Act { what, with } => self.act(&what, &with, now),
            Wish::Import { text } => self.import(&text, now),
        }
    }

    fn draw(&self, pool: &Pool, now: Millis) -> Option<Vec<QuestionId>> {
        let article = &pool.article;
        let known = self.known.iter().find(|known| known.slug == *article)?;
        let from = known.questions.iter();
        let from = from.filter(|question| pool.from.contains(&question.id));
        let from: Vec<_> = from.map(|it| pool.answering.asks(it)).collect();
        let standing = self.standing(article, now);
        let drawn = draw(&from, pool.seed, pool.count, &standing);
        Some(drawn.into_iter().map(|question| question.id).collect())
    }

    /// How the questions of an article stand that were ever answered or hidden, as numbers.
    fn standing(&self, article: &Slug, now: Millis) -> Vec<(QuestionId, u8)> {
        let memories = Memories::of(self.progress.attempts(), self.terms(now));
        let answered = memories.standings(article).into_iter();
        let answered = answered.filter(|(id, _)| !self.ledger.is_hidden(id));
        let hidden = self.ledger.hidden().into_iter();
        let hidden = hidden.filter(|hidden| hidden.article == *article);
        answered
            .map(|(id, standing)| (id, standing as u8))
            .chain(hidden.map(|hidden| (hidden.question.clone(), NEVER)))
            .collect()
    }

    fn due(&self, now: Millis) -> Due {
        let memories = Memories::of(self.progress.attempts(), self.terms(now));
        let schedule = memories.schedule(|slug, id| self.can_be_asked(slug, id));
        Due {
            says: overview::nothing_due(&schedule, self.terms(now)),
            questions: schedule.due,
        }
    }

    /// The part of a page with that name, about whatever `with` names, as JSON.
    fn view(&self, name: &str, with: &str, kept: Option<bool>, now: Millis) -> Option<String> {
        let nodes = match name {
            "look" => self.look(with),
            "progress" => self.progress(now),
            "scores" => self.scores(kept, now),
            "reviewing" => vec![settings::reviewing(self.ledger.preferences())],
            "help" => keys::help(),
            "reading" => self.reading(with),
            "marks" => self.marks(with),
            "notes" => self.notes(),
            "sheet" => self.sheet(with),
            _ => return None,
        };
        Some(serde_json::to_string(&nodes).expect("nodes are texts and lists of them"))
    }

    fn progress(&self, now: Millis) -> Vec<Node> {
        let can_be_asked = |slug: &Slug, id: &QuestionId| self.can_be_asked(slug, id);
        let undo = match self.made.is_empty() {
            true => Undo::Nothing,
            false => Undo::Possible,
        };
        let terms = self.terms(now);
        Past::new(
            &self.known,
            self.progress.attempts(),
            terms,
            &can_be_asked,
            undo,
        )
        .page()
    }

    fn scores(&self, kept: Option<bool>, now: Millis) -> Vec<Node> {
        let scores = Scores {
            ledger: &self.ledger,
            terms: self.terms(now),
            pending: self.pending.as_ref(),
            made: self.made.len(),
            kept,
        };
        scores.nodes()
    }

    /// Neither hidden nor, as far as that is known, no longer made.
    fn can_be_asked(&self, article: &Slug, question: &QuestionId) -> bool {
        let known = self.known.iter().find(|known| known.slug == *article);
        let is_made = known.is_none_or(|known| known.questions.iter().any(|it| it.id == *question));
        is_made && !self.ledger.is_hidden(question)
    }

    /// A reply with what the page shows of all attempts.
    fn overview(&self, now: Millis) -> Reply {
        let memories = Memories::of(self.progress.attempts(), self.terms(now));
        let can_be_asked = |slug: &Slug, id: &QuestionId| self.can_be_asked(slug, id);
        let overview = overview::overview(&self.ledger, &self.progress, &memories, can_be_asked);
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

    /// Takes in what is stored, and says whether there was anything new in it.
    fn take(&mut self, entries: impl IntoIterator<Item = (String, Option<String>)>) -> bool {
        let mut is_new = false;
        for (key, value) in entries {
            is_new |= self.ledger.take(key, value);
        }
        if is_new {
            self.progress = Progress::default();
            self.progress.add(self.ledger.attempts());
        }
        is_new
    }

    /// The article of that name, if the page has told of it.
    fn article(&self, slug: &Slug) -> Option<&Article> {
        self.shelf.iter().find(|article| article.slug == *slug)
    }

    /// Takes in an article's questions, in place of those of before. What cannot be read is nothing
    /// new.
    fn learn(&mut self, slug: &Slug, examined: &str) {
        let (Some(article), Ok((bank, _))) = (self.article(slug), exchange::read(examined)) else {
            return;
        };
        let sections = article.sections.iter();
        let known = Known {
            slug: slug.clone(),
            title: article.title.clone(),
            headings: sections.map(|section| section.heading.clone()).collect(),
            questions: bank.questions,
        };
        self.known.retain(|known| known.slug != *slug);
        self.known.push(known);
    }
}

#[cfg(test)]
mod tests;
