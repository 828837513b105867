//! The articles: compiled in, or, of a large library, listed and fetched by a worker of its own.
//!
//! Apart from the shelf, which knows only what is compiled in and waits for nothing.

use leptos::prelude::*;

use crate::article::{Article, Slug};
use crate::browser::address;
use crate::browser::text::lower_case;
use crate::browser::worker::{Worker, WorkerError};
use crate::shelf::{self, CARDS_AT_ONCE, Card};
use crate::ui::catalogue::{self, Answer, Found};
use crate::ui::search;

/// What `readback finish` writes into the page of a large library, by the id of its element.
const DATA: &str = "library";

/// How long the worker may take for one answer.
const LIMIT_MS: u32 = 60_000;

/// An article that is to be opened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Opened {
    /// It is on its way.
    Fetching,
    /// The article, and the text it was read from.
    Here(&'static Article, &'static str),
    /// There is none of that name.
    Missing,
    /// Why it cannot be fetched, in a sentence.
    Failed(String),
}

/// All articles.
#[derive(Clone, Copy)]
pub(crate) struct LibraryCtx {
    count: usize,
    /// The worker's script; empty where all articles are compiled in.
    script: StoredValue<String>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
    found: RwSignal<Found>,
    opened: RwSignal<Vec<(Slug, Opened)>>,
    /// What is to be looked for, and what the worker is looking for.
    wanted: StoredValue<[String; 2]>,
}

impl LibraryCtx {
    /// What is compiled in, or what the page says of a large library.
    pub(crate) fn load() -> Self {
        let data = address::text_of(DATA).and_then(|text| catalogue::read_start(&text));
        let count = data
            .as_ref()
            .map_or(shelf::articles().len(), |data| data.count);
        let data = data.unwrap_or_default();
        LibraryCtx {
            count,
            script: StoredValue::new(data.worker),
            worker: StoredValue::new_local(None),
            found: RwSignal::new(Found {
                cards: data.cards,
                number: count,
                ..Found::default()
            }),
            opened: RwSignal::default(),
            wanted: StoredValue::new([catalogue::find("", CARDS_AT_ONCE), String::new()]),
        }
    }

    /// How many articles there are.
    pub(crate) fn count(self) -> usize {
        self.count
    }

    /// Looks for articles that have all words of the query; they come into [`LibraryCtx::found`].
    pub(crate) fn look(self, query: &str, most: usize) {
        let wanted = catalogue::find(query, most);
        let is_new = self.wanted.read_value()[0] != wanted;
        if self.is_large() && (is_new || self.found.read_untracked().error.is_some()) {
            self.wanted.write_value()[0] = wanted;
            self.go_on();
        }
    }

    /// The articles that have all words of the query, at most so many; of a large library those
    /// that were found last.
    pub(crate) fn found(self, query: &str, most: usize) -> Found {
        if self.is_large() {
            return self.found.get();
        }
        let all = shelf::articles().iter();
        let found = all.filter(|article| search::finds(article, query, lower_case));
        let found: Vec<_> = found.collect();
        Found {
            cards: found.iter().take(most).map(|it| Card::of(it)).collect(),
            number: found.len(),
            ..Found::default()
        }
    }

    /// Fetches an article, unless it is here or on its way.
    pub(crate) fn open(self, slug: &Slug) {
        let state = untrack(|| self.opened(slug));
        if self.is_large() && matches!(state, Opened::Missing | Opened::Failed(_)) {
            self.note(slug.clone(), Opened::Fetching);
            self.post(catalogue::open(slug));
        }
    }

    /// How far the opening of an article has come; before it is begun there is none.
    pub(crate) fn opened(self, slug: &Slug) -> Opened {
        if let (Some(article), Some(text)) = (shelf::find(slug), shelf::json(slug)) {
            return Opened::Here(article, text);
        }
        let opened = self.opened.read();
        let state = opened.iter().find(|(other, _)| other == slug);
        state.map_or(Opened::Missing, |(_, state)| state.clone())
    }

    /// The article, if it is here.
    pub(crate) fn find(self, slug: &Slug) -> Option<&'static Article> {
        match self.opened(slug) {
            Opened::Here(article, _) => Some(article),
            _ => None,
        }
    }

    fn is_large(self) -> bool {
        self.script.with_value(|script| !script.is_empty())
    }

    /// Asks for what is wanted, unless the worker is looking for something.
    fn go_on(self) {
        let [wanted, asked] = self.wanted.get_value();
        if asked.is_empty() {
            self.wanted.write_value()[1].clone_from(&wanted);
            self.post(wanted);
        }
    }

    fn post(self, question: String) {
        if self.worker.with_value(Option::is_none) {
            let script = self.script.get_value();
            match Worker::start(&script, LIMIT_MS, move |answer| self.receive(answer)) {
                Ok(worker) => self.worker.set_value(Some(worker)),
                Err(error) => return self.fail(&error.to_string()),
            }
        }
        self.worker.with_value(|worker| {
            if let Some(worker) = worker {
                worker.ask(question);
            }
        });
    }

    fn receive(self, answer: Result<String, WorkerError>) {
        let answer = answer.map_err(|error| error.to_string());
        match answer.and_then(|text| catalogue::read(&text)) {
            Ok(Answer::Opened { slug, text, error }) => self.note(slug, opened(text, error)),
            Ok(Answer::Found(found)) => self.take_in(found),
            Err(why) => self.fail(&why),
        }
    }

    fn take_in(self, found: Found) {
        let asked = std::mem::take(&mut self.wanted.write_value()[1]);
        let is_wanted = self.wanted.read_value()[0] == asked;
        let is_done = is_wanted && (found.rest == 0 || found.error.is_some());
        self.found.set(found);
        if !is_done {
            self.go_on();
        }
    }

    /// All who wait are told; the next one to ask gets another worker.
    fn fail(self, why: &str) {
        let why = format!("The articles cannot be fetched: {why}.");
        self.worker.set_value(None);
        self.wanted.write_value()[1].clear();
        self.opened.update(|opened| {
            let waiting = opened.iter_mut().filter(|(_, it)| *it == Opened::Fetching);
            waiting.for_each(|(_, it)| *it = Opened::Failed(why.clone()));
        });
        self.found.write().error = Some(why);
    }

    fn note(self, slug: Slug, state: Opened) {
        let mut opened = self.opened.write();
        opened.retain(|(other, _)| *other != slug);
        opened.push((slug, state));
    }
}

/// What came of the opening. An article stays for as long as the page, as those compiled in do.
fn opened(text: Option<String>, error: Option<String>) -> Opened {
    match (text, error) {
        (Some(text), _) => match catalogue::read_article(&text) {
            Ok(article) => Opened::Here(Box::leak(article.into()), text.leak()),
            Err(why) => Opened::Failed(why),
        },
        (None, Some(why)) => Opened::Failed(why),
        (None, None) => Opened::Missing,
    }
}
