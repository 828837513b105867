//! The sittings under way, kept while the page is open so that leaving one does not end it.
//!
//! Apart from `study::Session`, which knows no page, clock or chance.

use leptos::prelude::*;

use crate::article::Slug;
use crate::browser::{chance, clock};
use crate::question::{Answer, Question};
use crate::study::{Attempt, Millis, Mode, Phase, Session, SessionId};
use crate::ui::route::Route;

/// Where a sitting takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DeskName {
    /// On an article's quiz page.
    Article(Slug),
    /// On the review page.
    Review,
}

/// A sitting, and what is answered so far to the question being asked.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Desk {
    /// The sitting.
    pub(crate) session: Session,
    /// The answer that has not been checked yet.
    pub(crate) answer: Answer,
}

/// All sittings under way.
#[derive(Clone, Copy)]
pub(crate) struct DesksCtx(RwSignal<Vec<(DeskName, Desk)>>);

impl DeskName {
    /// The page it is on.
    pub(crate) fn route(&self) -> Route {
        match self {
            DeskName::Article(slug) => Route::Quiz(slug.clone()),
            DeskName::Review => Route::Review,
        }
    }
}

impl DesksCtx {
    /// No sitting yet.
    pub(crate) fn new() -> Self {
        DesksCtx(RwSignal::default())
    }

    /// Whether there is a sitting.
    pub(crate) fn has(self, name: &DeskName) -> bool {
        self.with(name, |_| ()).is_some()
    }

    /// Something about a sitting, if there is one.
    pub(crate) fn with<T>(self, name: &DeskName, look: impl FnOnce(&Desk) -> T) -> Option<T> {
        let desks = self.0.read();
        let desk = desks.iter().find(|(other, _)| other == name);
        desk.map(|(_, desk)| look(desk))
    }

    /// Begins a sitting in place of the one there was.
    pub(crate) fn begin(self, name: DeskName, mode: Mode, questions: Vec<Question>) {
        let now = now();
        let id = SessionId::new(now, chance::random_u64());
        let session = Session::new(id, mode, questions, chance::random_u64(), now);
        let desk = Desk {
            session,
            answer: Answer::NONE,
        };
        self.show(&name, desk);
    }

    /// Ends a sitting without a result.
    pub(crate) fn clear(self, name: &DeskName) {
        self.0.write().retain(|(other, _)| other != name);
    }

    /// Ends them all.
    pub(crate) fn clear_all(self) {
        self.0.write().clear();
    }

    /// Takes away an article's sitting when it has come to its end.
    pub(crate) fn clear_if_done(self, article: &Slug) {
        let name = DeskName::Article(article.clone());
        if untrack(|| self.with(&name, Desk::is_done)) == Some(true) {
            self.clear(&name);
        }
    }

    /// Notes what is answered.
    pub(crate) fn answer(self, name: &DeskName, answer: Answer) {
        self.change(name, |desk| desk.answer = answer);
    }

    /// Judges the answer, or overrules its verdict; gives the attempt to keep before the verdict is shown by
    /// [`DesksCtx::show`], so that the page never claims what is not so.
    pub(crate) fn judge(
        self,
        name: &DeskName,
        judge: fn(&mut Desk) -> Option<Attempt>,
    ) -> Option<(Desk, Attempt)> {
        let mut desk = untrack(|| self.with(name, Desk::clone))?;
        let attempt = judge(&mut desk)?;
        Some((desk, attempt))
    }

    /// Shows a sitting as it now stands.
    pub(crate) fn show(self, name: &DeskName, desk: Desk) {
        let mut desks = self.0.write();
        desks.retain(|(other, _)| other != name);
        desks.push((name.clone(), desk));
    }

    /// Goes on to the next question or the result.
    pub(crate) fn next(self, name: &DeskName) {
        self.change(name, |desk| {
            desk.session.next(now());
            desk.answer = Answer::NONE;
        });
    }

    /// The way from an article back to a sitting about it: one under way, or, for who came to
    /// look something up, one that is done.
    pub(crate) fn way_back(
        self,
        article: &Slug,
        looking_up: bool,
    ) -> Option<(Route, &'static str)> {
        let names = [DeskName::Article(article.clone()), DeskName::Review];
        names.into_iter().find_map(|name| {
            let done = self.with(&name, |desk| {
                desk.asks_about(article).then(|| desk.is_done())
            })??;
            match (done, looking_up) {
                (false, _) => Some((name.route(), "Back to the question")),
                (true, true) => Some((name.route(), "Back to the result")),
                (true, false) => None,
            }
        })
    }

    fn change(self, name: &DeskName, change: impl FnOnce(&mut Desk)) {
        self.0.update(|desks| {
            if let Some((_, desk)) = desks.iter_mut().find(|(other, _)| other == name) {
                change(desk);
            }
        });
    }
}

impl Desk {
    /// By the rules.
    pub(crate) fn check(&mut self) -> Option<Attempt> {
        let chance = chance::random_u64();
        self.session.check(&self.answer, now(), chance)
    }

    /// By the reader's word.
    pub(crate) fn overrule(&mut self) -> Option<Attempt> {
        self.session.overrule()
    }

    fn is_done(&self) -> bool {
        self.session.phase() == Phase::Done
    }

    fn asks_about(&self, article: &Slug) -> bool {
        let items = self.session.items();
        items.iter().any(|item| &item.question.article == article)
    }
}

fn now() -> Millis {
    Millis(clock::now_ms())
}
