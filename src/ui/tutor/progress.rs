//! The page Progress: what is due, what is known, and how it went.
//!
//! Apart from the other pages of the tutor, because it is the one with charts.

mod articles;
mod charts;
mod history;

use super::node::{Element, Node, el};
use super::{Known, overview};
use crate::article::Slug;
use crate::question::{Question, QuestionId};
use crate::study::{Attempt, Memories, Progress, Schedule, Terms};
use crate::ui::route::Route;
use crate::words::{Word, count, fill, say, w};

/// Everything that is looked back upon.
pub(super) struct Past<'a> {
    known: &'a [Known],
    terms: Terms<'a>,
    memories: Memories<'a>,
    progress: Progress,
    can_be_asked: &'a dyn Fn(&Slug, &QuestionId) -> bool,
    undo: Undo,
}

/// Whether something was done since the page was opened that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Undo {
    Possible,
    Nothing,
}

impl<'a> Past<'a> {
    /// Of these articles and of all attempts, in any order. What cannot be asked, for it is hidden,
    /// counts as no part of an article.
    pub(super) fn new(
        known: &'a [Known],
        attempts: &'a [Attempt],
        terms: Terms<'a>,
        can_be_asked: &'a dyn Fn(&Slug, &QuestionId) -> bool,
        undo: Undo,
    ) -> Self {
        let mut progress = Progress::default();
        progress.add(attempts.iter().cloned());
        Past {
            known,
            terms,
            memories: Memories::of(attempts, terms),
            progress,
            can_be_asked,
            undo,
        }
    }

    /// The page, from its heading on.
    pub(super) fn page(&self) -> Vec<Node> {
        if self.memories.reviews().is_empty() {
            return nothing().into_iter().chain(self.undo()).collect();
        }
        let schedule = self.memories.schedule(self.can_be_asked);
        let parts = [
            self.due(&schedule),
            charts::forecast(&schedule, self.terms),
            articles::articles(self),
            charts::kinds(self),
            charts::calendar(self),
            charts::remembered(&self.memories),
            history::missed(self),
            history::sittings(self),
        ];
        parts.into_iter().flatten().collect()
    }

    fn due(&self, schedule: &Schedule) -> Vec<Node> {
        let says = match schedule.due.len() {
            0 => overview::nothing_due(schedule, self.terms),
            due => count(w::REVIEW_DUE, due),
        };
        let waiting = fill(w::REVIEW_MORE, &[&schedule.waiting.to_string()]);
        let review = el("a")
            .with("class", "button")
            .with("href", Route::Review.href())
            .add(say(w::FRAME_REVIEW));
        let mut nodes = vec![el("p").with("class", "lede").add(says).into()];
        if !schedule.due.is_empty() {
            nodes.extend((schedule.waiting > 0).then(|| quiet(waiting).into()));
            nodes.push(el("p").add(review).into());
        }
        nodes
    }

    fn article(&self, slug: &Slug) -> Option<&Known> {
        self.known.iter().find(|known| known.slug == *slug)
    }

    fn question(&self, slug: &Slug, id: &QuestionId) -> Option<&Question> {
        let mut questions = self.article(slug)?.questions.iter();
        questions.find(|question| question.id == *id)
    }

    /// The questions of the article that can be asked.
    fn questions<'k>(&self, known: &'k Known) -> impl Iterator<Item = &'k Question> {
        let questions = known.questions.iter();
        questions.filter(|question| (self.can_be_asked)(&question.article, &question.id))
    }

    /// A way back, where there is one.
    fn undo(&self) -> Option<Node> {
        let button = el("button")
            .with("class", "button")
            .with("id", "undo")
            .with("data-do", "undo")
            .add(say(w::BUTTON_UNDO));
        (self.undo == Undo::Possible).then(|| el("p").add(button).into())
    }

    /// How many answers about the article count.
    fn answers(&self, slug: &Slug) -> String {
        let reviews = self.memories.reviews().iter();
        let number = reviews.filter(|it| it.attempt.article == *slug).count();
        count(w::FACT_ANSWERS, number)
    }
}

fn nothing() -> Vec<Node> {
    let library = el("a")
        .with("href", Route::Library.href())
        .add(say(w::PROGRESS_CHOOSE));
    let none = el("p").with("class", "lede").add(say(w::PROGRESS_NONE));
    let here = el("p").add(say(w::PROGRESS_HERE)).add(" ").add(library);
    vec![none.into(), here.into()]
}

fn heading(text: Word) -> Node {
    el("h2")
        .with("class", "section-title")
        .add(say(text))
        .into()
}

fn quiet(text: impl Into<Node>) -> Element {
    el("p").with("class", "quiet").add(text)
}

#[cfg(test)]
mod tests;
