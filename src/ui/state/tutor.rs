//! The page's side of the tutor, and the keeping of attempts.
//!
//! Apart from `study`, which knows what an attempt is and not where it is kept; and from the
//! tutor, a worker, which knows all attempts but can store nothing.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::time::Duration;

use leptos::prelude::*;

use crate::article::Slug;
use crate::browser::storage::{self, Change};
use crate::browser::text::quoted;
use crate::browser::worker::{Worker, WorkerError};
use crate::browser::{address, clock, lock};
use crate::question::{Question, QuestionId};
use crate::shelf;
use crate::study::{
    Answering, Attempt, PREFERENCES_KEY, PREFIX, SPARE_PREFIX, Step, attempt_key, attempt_to_json,
    perform,
};
use crate::ui::state::local::{Local, reason};
use crate::ui::state::wish;
use crate::ui::trouble;
use crate::ui::tutor::message::{Due, Overview, Reply};
use crate::words::{fill, w};

const SCRIPT: &str = "./tutor_loader.js";

/// How long an answer may take, the loading of the worker on a slow line included.
const LIMIT_MS: u32 = 60_000;

/// How long to wait for another tab to finish removing values.
const SETTLE: Duration = Duration::from_millis(100);

/// What was asked of the tutor, and what it says of all attempts.
#[derive(Clone, Copy)]
pub(crate) struct TutorCtx {
    overview: RwSignal<Overview>,
    /// Counts what was learnt, so that views of it are shown anew.
    version: RwSignal<u32>,
    trouble: RwSignal<String>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
    waiting: StoredValue<VecDeque<Then>, LocalStorage>,
    /// What it was told of each article's questions: another tutor must know that too.
    known: StoredValue<Option<String>>,
    /// The preferences, where they could not be stored.
    held: StoredValue<Option<String>>,
}

/// What follows an answer.
type Then = Box<dyn FnOnce(Result<Reply, String>)>;

impl TutorCtx {
    /// Tells the tutor what is stored, and from now on what other tabs store.
    pub(crate) fn load() -> Self {
        let tutor = TutorCtx {
            overview: RwSignal::default(),
            version: RwSignal::default(),
            trouble: RwSignal::default(),
            worker: StoredValue::new_local(None),
            waiting: StoredValue::new_local(VecDeque::new()),
            known: StoredValue::new(None),
            held: StoredValue::new(None),
        };
        tutor.reload();
        let reload = RefCell::new(debounce(SETTLE, move |()| tutor.reload()));
        let follow: Box<dyn Fn(Change)> = Box::new(move |change| match change {
            Change::Set { key, value } => tutor.tell(&[(key, Some(value))]),
            Change::Removed { .. } | Change::Cleared => (reload.borrow_mut())(()),
        });
        StoredValue::new_local(storage::on_change(PREFIX, follow));
        tutor
    }

    /// What the tutor says of all attempts.
    pub(crate) fn overview(self) -> RwSignal<Overview> {
        self.overview
    }

    /// Changes whenever a view of the attempts may have.
    pub(crate) fn version(self) -> u32 {
        self.version.get()
    }

    /// What the Library says of an article; empty where there is nothing to say. Until the tutor has
    /// come, a blank holds the place that `assets/shell.js` has kept for it.
    pub(crate) fn line(self, article: &Slug) -> String {
        let overview = self.overview.read();
        let line = overview.lines.iter().find(|(slug, _)| slug == article);
        let is_early = self.version.get_untracked() == 0;
        let is_kept = || {
            address::noted("quizzed")
                .split(' ')
                .any(|slug| slug == article.as_str())
        };
        match line {
            Some((_, says)) => says.clone(),
            None if is_early && is_kept() => "\u{a0}".to_owned(),
            None => String::new(),
        }
    }

    /// What to tell the reader on every page, if anything.
    pub(crate) fn trouble(self) -> String {
        let trouble = self.trouble.get();
        match (trouble.is_empty(), &self.overview.read().notice) {
            (true, Some(notice)) => notice.clone(),
            _ => trouble,
        }
    }

    /// Stores an attempt and counts it. Where storing fails, it counts until the page is closed, and
    /// the page says so.
    pub(crate) fn keep(self, attempt: &Attempt) {
        self.count(attempt, None);
    }

    /// Stores an attempt that has been graded otherwise, in place of the one before.
    pub(crate) fn regrade(self, before: &Attempt, after: &Attempt) {
        let stored = storage::read(&attempt_key(&before.id)).ok().flatten();
        let before = attempt_to_json(before);
        self.count(after, stored.filter(|stored| *stored == before));
    }

    /// Hides a question for good.
    pub(crate) fn hide(self, question: &Question) {
        self.act("hide", question.id.as_str(), move |reply| {
            // Where that cannot be stored, it is asked again some day.
            let says = reply.says.map(|why| fill(w::TROUBLE_HIDING, &[&why]));
            self.trouble.set(says.unwrap_or_default());
        });
    }

    /// Has a hidden question asked again.
    pub(crate) fn unhide(self, id: &QuestionId) {
        self.act("unhide", id.as_str(), |_| {});
    }

    /// Draws at most so many of those questions of an article for a sitting. None where the tutor is
    /// not to be had.
    pub(crate) fn draw(
        self,
        article: &Slug,
        from: &[QuestionId],
        (count, answering): (usize, Answering),
        then: impl FnOnce(Option<Vec<QuestionId>>) + 'static,
    ) {
        let wish = wish::draw(article, from, count, answering);
        self.ask(&wish, move |reply| then(reply.unwrap_or_default().drawn));
    }

    /// What is due. Nothing where the tutor is not to be had, with the reason.
    pub(crate) fn due(self, then: impl FnOnce(Due) + 'static) {
        self.ask(r#""do":"due""#, move |reply| {
            let due = reply.map(|reply| reply.due.unwrap_or_default());
            then(due.unwrap_or_else(|says| Due {
                says,
                ..Due::default()
            }));
        });
    }

    /// Tells of articles, as the shelf wrote them.
    pub(crate) fn shelve(self, articles: &[&str]) {
        let articles = articles.join(",");
        self.ask(&format!(r#""do":"shelf","articles":[{articles}]"#), |_| {});
    }

    /// Tells what the examiner answered about an article.
    pub(crate) fn know(self, article: &Slug, examined: &str) {
        let answered = wish::answered(article, examined);
        self.ask(&wish::known(&answered), |_| {});
        self.known.update_value(|known| match known {
            Some(known) => *known += &[",", &answered].concat(),
            None => *known = Some(answered),
        });
    }

    /// Tells of keys with their new values.
    pub(crate) fn tell(self, entries: &[(String, Option<String>)]) {
        self.ask(&wish::changed(entries), move |reply| self.keep_up(reply));
    }

    /// Has the tutor do something, stores what follows from it, and then goes on.
    pub(crate) fn act(self, what: &str, with: &str, then: impl FnOnce(Reply) + 'static) {
        self.carry_out(&wish::act(what, with), then);
    }

    /// Has the tutor do something that nobody waits for and no view shows.
    pub(crate) fn note(self, what: &str, with: &str) {
        self.ask(&wish::act(what, with), move |reply| self.keep_up(reply));
    }

    /// Has the tutor look at a backup.
    pub(crate) fn import(self, text: &str, then: impl FnOnce(Reply) + 'static) {
        self.carry_out(&format!(r#""do":"import","text":{}"#, quoted(text)), then);
    }

    /// The preferences that hold.
    pub(crate) fn chosen(self) -> Option<String> {
        let stored = || storage::read(PREFERENCES_KEY).ok().flatten();
        self.held.get_value().or_else(stored)
    }

    /// Keeps preferences; where they cannot be stored, they hold until the page is closed.
    pub(crate) fn choose(self, preferences: String) {
        let is_closed = self.overview.read_untracked().closed.is_some();
        let is_stored = !is_closed && storage::write(PREFERENCES_KEY, &preferences).is_ok();
        let held = (!is_stored).then(|| preferences.clone());
        self.held.set_value(held);
        self.tell(&[(PREFERENCES_KEY.to_owned(), Some(preferences))]);
    }

    /// A part of a page, as JSON; or why there is none.
    pub(crate) fn view(
        self,
        name: &str,
        with: &str,
        kept: Option<bool>,
        then: impl FnOnce(Result<String, String>) + 'static,
    ) {
        self.ask(&wish::view(name, with, kept), move |reply| {
            then(reply.map(|reply| reply.view.unwrap_or_default()));
        });
    }

    /// What is shown of the Library where something is searched or chosen, and what is said of it.
    pub(crate) fn find(self, query: &str, then: impl FnOnce(Result<Reply, String>) + 'static) {
        self.ask(&wish::view("library", query, None), then);
    }

    fn carry_out(self, wish: &str, then: impl FnOnce(Reply) + 'static) {
        self.ask(wish, move |reply| {
            let failed = |says| Reply {
                says: Some(says),
                ..Reply::default()
            };
            let mut reply = reply.unwrap_or_else(failed);
            let steps = reply.take_steps();
            if let [
                Step {
                    key, to: Some(to), ..
                },
            ] = &*steps
                && key == PREFERENCES_KEY
            {
                self.choose(to.clone());
            } else if let Err(why) = self.store(steps) {
                reply = failed(why);
            }
            self.version.update(|version| *version += 1);
            then(reply);
        });
    }

    fn count(self, attempt: &Attempt, from: Option<String>) {
        let (key, to) = (attempt_key(&attempt.id), Some(attempt_to_json(attempt)));
        let entry = [(key.clone(), to.clone())];
        let stored = self.store(vec![Step { key, from, to }]);
        let says = stored.map_err(|why| {
            self.tell(&entry);
            fill(w::TROUBLE_SCORES, &[&why])
        });
        self.trouble.set(says.err().unwrap_or_default());
    }

    /// Makes the changes in storage, as far as that goes, and tells the tutor what is there now. Where
    /// nothing may be added, all may still be erased.
    ///
    /// # Errors
    /// Why they were not all made.
    pub(crate) fn store(self, mut steps: Vec<Step>) -> Result<(), String> {
        let adds = steps.iter().any(|step| step.to.is_some());
        let closed = self.overview.read_untracked().closed.clone();
        if let Some(why) = closed.filter(|_| adds) {
            return Err(why);
        }
        let stored = perform(&Local, &steps);
        if let Err(stopped) = &stored {
            // That one may be half made, with a spare copy of what was there.
            steps.truncate(stopped.done + 1);
        }
        let mut keys: Vec<String> = steps.into_iter().map(|step| step.key).collect();
        let last = keys.last().filter(|_| stored.is_err()).cloned();
        keys.extend(last.map(|key| [SPARE_PREFIX, &key].concat()));
        let now = |key: String| storage::read(&key).ok().map(|value| (key, value));
        let made: Vec<_> = keys.into_iter().filter_map(now).collect();
        if !made.is_empty() {
            self.tell(&made);
        }
        stored.map_err(|stopped| reason(stopped.why))
    }

    /// Has the tutor know what is stored, and nothing else.
    fn reload(self) {
        match self.worker.with_value(Option::is_some) {
            true => self.load_again(),
            false => self.tell(&[]),
        }
    }

    fn load_again(self) {
        let entries = storage::entries_json(PREFIX).unwrap_or_else(|error| {
            let why = trouble::storage(&error);
            self.trouble.set(fill(w::TROUBLE_SCORES, &[&why]));
            "[]".to_owned()
        });
        let words = quoted(&address::noted("words"));
        let wish = format!(r#""do":"load","entries":{entries},"words":{words}"#);
        self.send(&wish, Box::new(move |reply| self.keep_up(reply)));
    }

    /// What the tutor would have changed by itself, one tab at a time.
    fn keep_up(self, reply: Result<Reply, String>) {
        let steps = reply.unwrap_or_default().take_steps();
        if !steps.is_empty() {
            // What fails is left for the next start.
            lock::exclusively("readback", move || drop(self.store(steps)));
        }
    }

    /// Asks the tutor, who is called where there is none, and told what is stored.
    fn ask(self, wish: &str, then: impl FnOnce(Result<Reply, String>) + 'static) {
        self.ask_boxed(wish, Box::new(then));
    }

    /// Apart from [`TutorCtx::ask`], which is compiled once more for each that it is given.
    fn ask_boxed(self, wish: &str, then: Then) {
        if self.worker.with_value(Option::is_none) {
            let receive = move |answer: Result<String, WorkerError>| {
                self.receive(answer.map_err(|error| trouble::worker(&error)));
            };
            match Worker::start(SCRIPT, LIMIT_MS, receive) {
                Ok(worker) => self.worker.set_value(Some(worker)),
                Err(error) => return then(Err(trouble::worker(&error))),
            }
            self.load_again();
            self.shelve(&shelf::all_json());
            if let Some(known) = self.known.get_value() {
                self.ask(&wish::known(&known), |_| {});
            }
        }
        self.send(wish, then);
    }

    fn send(self, wish: &str, then: Then) {
        self.waiting.update_value(|waiting| waiting.push_back(then));
        self.worker.with_value(|worker| {
            if let Some(worker) = worker {
                worker.ask(format!(r#"{{"now":{},{wish}}}"#, clock::now_ms()));
            }
        });
    }

    fn receive(self, answer: Result<String, String>) {
        let first = |waiting: &mut VecDeque<Then>| waiting.pop_front();
        let reply = answer.and_then(|text| Reply::from_json(&text));
        match reply {
            Ok(mut reply) => {
                if let Some(overview) = reply.overview.take() {
                    self.overview.set(overview);
                    self.version.update(|version| *version += 1);
                }
                if let Some(then) = self.waiting.try_update_value(first).flatten() {
                    then(Ok(reply));
                }
            }
            Err(why) => self.fail(&why),
        }
    }

    /// All who wait are told; the next one to ask gets another worker.
    fn fail(self, why: &str) {
        self.worker.set_value(None);
        let waiting = self.waiting.try_update_value(std::mem::take);
        for then in waiting.unwrap_or_default() {
            then(Err(why.to_owned()));
        }
    }
}
