//! The sittings under way, kept while the page is open and stored for when it is opened again, so
//! that leaving one does not end it.
//!
//! Apart from `study::Session`, which knows no page, clock, chance or storage.

use leptos::prelude::*;

use crate::article::Slug;
use crate::browser::storage::{self, Change};
use crate::browser::{chance, clock};
use crate::question::{Answer, Question, QuestionId};
use crate::study::{
    Deed, Item, Millis, Mode, Phase, Regraded, SESSION_PREFIX, Saved, Session, SessionId, Step,
    Undone, set_aside,
};
use crate::ui::route::Route;
use crate::ui::state::TutorCtx;
use crate::words::{say, w};

/// Where a sitting takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DeskName {
    /// On an article's quiz page.
    Article(Slug),
    /// On the review page.
    Review,
    /// In an article, at the end of this section of it.
    Checkpoint(Slug, usize),
}

/// A sitting, and what is answered so far to the question being asked.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Desk {
    /// The sitting.
    pub(crate) session: Session,
    /// The answer that has not been checked yet.
    pub(crate) answer: Answer,
}

/// What a sitting is to begin with.
pub(crate) struct Plan {
    /// What sort of sitting.
    pub(crate) mode: Mode,
    /// The questions, in the order of asking.
    pub(crate) questions: Vec<Question>,
    /// After how many minutes it ends by itself, if at all.
    pub(crate) minutes: Option<u32>,
}

/// All sittings under way.
#[derive(Clone, Copy)]
pub(crate) struct DesksCtx {
    desks: RwSignal<Vec<(DeskName, Desk)>>,
    tutor: TutorCtx,
}

impl DeskName {
    /// The page it is on.
    pub(crate) fn route(&self) -> Route {
        match self {
            DeskName::Article(slug) => Route::Quiz(slug.clone()),
            DeskName::Review => Route::Review,
            DeskName::Checkpoint(slug, _) => Route::Read(slug.clone(), None),
        }
    }

    /// The key that it is stored under. No article's name has a full stop.
    fn key(&self) -> String {
        let place = match self {
            DeskName::Article(slug) => slug.to_string(),
            DeskName::Review => ".review".to_owned(),
            DeskName::Checkpoint(slug, section) => format!("{slug}.{section}"),
        };
        [SESSION_PREFIX, &place].concat()
    }
}

impl DesksCtx {
    /// No sitting yet; from now on those of other tabs are followed.
    pub(crate) fn new(tutor: TutorCtx) -> Self {
        let desks = DesksCtx {
            desks: RwSignal::default(),
            tutor,
        };
        let follow: Box<dyn Fn(Change)> = Box::new(move |change| {
            if let Change::Set { key, value } = change {
                desks.follow(&key, &value);
            }
        });
        StoredValue::new_local(storage::on_change(SESSION_PREFIX, follow));
        desks
    }

    /// Whether there is a sitting.
    pub(crate) fn has(self, name: &DeskName) -> bool {
        self.get(name).is_some()
    }

    /// A sitting as it stands, if there is one.
    pub(crate) fn get(self, name: &DeskName) -> Option<Desk> {
        let desks = self.desks.read();
        let desk = desks.iter().find(|(other, _)| other == name);
        desk.map(|(_, desk)| desk.clone())
    }

    /// Begins a sitting in place of the one there was.
    pub(crate) fn begin(self, name: &DeskName, plan: Plan) {
        let now = now();
        let id = SessionId::new(now, chance::random_u64());
        let session = Session::new(id, plan.mode, plan.questions, chance::random_u64(), now);
        let minutes = plan.minutes.map(u64::from);
        let until = minutes.map(|minutes| Millis(now.0 + minutes * 60_000));
        self.show(name, Desk::of(session.ending(until)));
    }

    /// The sitting that was left there when the page was closed. What cannot be read is set aside.
    pub(crate) fn left(self, name: &DeskName) -> Option<Saved> {
        let key = name.key();
        let value = storage::read(&key).ok().flatten()?;
        let saved = Saved::from_text(&value);
        if saved.is_none() {
            // Where even that fails, it is left alone.
            let _ = self.tutor.store(set_aside(&key, value, now()).into());
        }
        saved
    }

    /// Goes on with a sitting that was left; says whether there is anything left of it.
    pub(crate) fn resume(
        self,
        name: &DeskName,
        left: Saved,
        find: &dyn Fn(&Slug, &QuestionId) -> Option<Question>,
    ) -> bool {
        let session = left.resume(find, now());
        let is_left = session.is_some();
        if let Some(session) = session {
            self.show(name, Desk::of(session));
        }
        is_left
    }

    /// Ends a sitting without a result.
    pub(crate) fn clear(self, name: &DeskName) {
        self.store(name, None);
        self.desks.write().retain(|(other, _)| other != name);
    }

    /// Takes away a sitting that has come to its end.
    pub(crate) fn clear_if_done(self, name: &DeskName) {
        if self.desk(name).is_some_and(|desk| desk.is_done()) {
            self.clear(name);
        }
    }

    /// Notes what is answered.
    pub(crate) fn answer(self, name: &DeskName, answer: Answer) {
        let mut desks = self.desks.write();
        if let Some((_, desk)) = desks.iter_mut().find(|(other, _)| other == name) {
            desk.answer = answer;
        }
    }

    /// Judges the answer. The attempt is kept before the verdict is shown, so that the page
    /// never claims what is not so. Says whether there was an answer.
    pub(crate) fn check(self, name: &DeskName) -> bool {
        let Some(mut desk) = self.desk(name) else {
            return false;
        };
        let attempt = desk
            .session
            .check(&desk.answer, now(), chance::random_u64());
        if let Some(attempt) = &attempt {
            self.tutor.keep(attempt);
            self.show(name, Desk::of(desk.session));
        }
        attempt.is_some()
    }

    /// Does that, if it may be done, and says whether it was.
    pub(crate) fn perform(self, name: &DeskName, deed: Deed) -> bool {
        let desk = self.desk(name);
        let Some(desk) = desk.filter(|desk| desk.session.may(deed)) else {
            return false;
        };
        self.show(name, self.done(desk, deed));
        true
    }

    /// Takes the reader's word for an answer in the result.
    pub(crate) fn overrule(self, name: &DeskName, index: usize) {
        if let Some(mut desk) = self.desk(name) {
            self.regrade(desk.session.overrule(index));
            self.show(name, desk);
        }
    }

    /// Goes on to the next question or the result.
    pub(crate) fn next(self, name: &DeskName) {
        if let Some(mut desk) = self.desk(name) {
            desk.session.next(now());
            self.show(name, Desk::of(desk.session));
        }
    }

    /// The milliseconds that the sitting has left, if they are counted; it is ended when there are none.
    pub(crate) fn tick(self, name: &DeskName) -> Option<u64> {
        let mut desk = self.desk(name).filter(|desk| !desk.is_done())?;
        let left = desk.session.left(now())?;
        if left == 0 {
            desk.session.tick(now());
            self.show(name, desk);
        }
        Some(left)
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
            let desk = self.get(&name).filter(|it| it.asks_about(article))?;
            match (desk.is_done(), looking_up) {
                (false, _) => Some((name.route(), say(w::QUESTION_BACK))),
                (true, true) => Some((name.route(), say(w::QUESTION_RESULT))),
                (true, false) => None,
            }
        })
    }

    fn desk(self, name: &DeskName) -> Option<Desk> {
        untrack(|| self.get(name))
    }

    fn done(self, mut desk: Desk, deed: Deed) -> Desk {
        let session = &mut desk.session;
        match deed {
            Deed::Skip => session.skip(now()),
            Deed::Hint => {
                session.hint();
                return desk.without_out();
            }
            Deed::Undo => return self.undone(desk),
            Deed::Hide => {
                let hidden = session.hide(now());
                hidden.iter().for_each(|question| self.tutor.hide(question));
            }
            Deed::Ease => self.regrade(session.ease()),
            Deed::Overrule => {
                let at = session.at();
                self.regrade(at.and_then(|at| session.overrule(at)));
            }
        }
        Desk::of(desk.session)
    }

    /// With what was answered to the question that is asked again.
    fn undone(self, mut desk: Desk) -> Desk {
        match desk.session.undo(now()) {
            Some(Undone::Answer(regraded)) => {
                self.tutor.regrade(&regraded.before, &regraded.after);
                desk.answer = regraded.before.answer;
                desk
            }
            Some(Undone::Hiding(question)) => {
                self.tutor.unhide(&question.id);
                Desk::of(desk.session)
            }
            None => desk,
        }
    }

    fn regrade(self, regraded: Option<Regraded>) {
        if let Some(Regraded { before, after }) = regraded {
            self.tutor.regrade(&before, &after);
        }
    }

    /// Shows a sitting as it now stands, and stores it until it is done.
    fn show(self, name: &DeskName, desk: Desk) {
        self.store(name, (!desk.is_done()).then_some(&desk));
        self.put(name, desk);
    }

    fn put(self, name: &DeskName, desk: Desk) {
        let mut desks = self.desks.write();
        desks.retain(|(other, _)| other != name);
        desks.push((name.clone(), desk));
    }

    /// What fails here is not told: every answer is kept apart from this. A value that cannot be
    /// read is not written over.
    fn store(self, name: &DeskName, desk: Option<&Desk>) {
        let key = name.key();
        let from = storage::read(&key).ok().flatten();
        let from = from.filter(|value| Saved::from_text(value).is_some());
        let to = desk.map(|desk| desk.session.to_text());
        let _ = self.tutor.store(vec![Step { key, from, to }]);
    }

    /// Another tab has gone on with a sitting: so does this one, if it has that very sitting.
    fn follow(self, key: &str, value: &str) {
        let all = self.desks.read_untracked().clone();
        let ours = all.into_iter().find(|(name, _)| name.key() == key);
        let (Some((name, desk)), Some(saved)) = (ours, Saved::from_text(value)) else {
            return;
        };
        let items = desk.session.items();
        let find = |_: &Slug, id: &QuestionId| {
            let item = items.iter().find(|item| item.question.id == *id);
            item.map(|item| Question::clone(&item.question))
        };
        let session = Some(saved).filter(|it| it.id() == desk.session.id());
        if let Some(session) = session.and_then(|saved| saved.resume(&find, now())) {
            self.put(&name, Desk::of(session));
        }
    }
}

impl Desk {
    /// With the answer that was given to the question on the page, if it is judged.
    fn of(session: Session) -> Self {
        let given = session.current().and_then(|item| item.answer.as_ref());
        let answer = given.map_or(Answer::NONE, |attempt| attempt.answer.clone());
        Desk { session, answer }
    }

    fn without_out(self) -> Self {
        let left = |item: &Item| item.without_out(&self.answer);
        let answer = self.session.current().map(left);
        Desk {
            answer: answer.unwrap_or(Answer::NONE),
            session: self.session,
        }
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
