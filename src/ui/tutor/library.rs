//! The Library as soon as something is searched, sorted or left out of it.
//!
//! Apart from the plain list of all, which the page shows at once and by itself.

mod card;
mod choice;
mod large;
mod list;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use card::Card;
use choice::{Choice, Only, Sort};
use large::Large;
use list::{Shown, button, option, select};

use super::message::{Contents, Reply};
use super::node::{Element, Node, el};
use super::{Tutor, overview};
use crate::article::{Article, Slug};
use crate::find::{self, Found, Index, Query};
use crate::language;
use crate::question::QuestionId;
use crate::study::{Memories, Millis, Position};
use crate::words::{say, w};

/// The name of this part of a page.
pub(super) const NAME: &str = "library";

/// From so many letters on the last word finds those that begin with it. In a library of many
/// articles fewer would mean to fetch too much.
const SHORTEST: usize = 2;
const SHORTEST_OF_MANY: usize = 3;
const MANY: usize = 2_000;

/// What is chosen, and what is made to search.
#[derive(Debug, Default)]
pub(super) struct Library {
    choice: Choice,
    /// Of the articles on the shelf; made when it is first asked for.
    index: Option<Index>,
    large: Option<Large>,
    /// What was done with articles, by their names; until something else is done.
    past: Option<Pasts>,
    /// What the page was told last of them.
    told: Vec<(Slug, String)>,
}

type Pasts = BTreeMap<Slug, Past>;

/// What is known of an article that was begun or quizzed.
#[derive(Clone, Debug, Default)]
struct Past {
    line: String,
    /// How much of it was read, in percent.
    read: usize,
    quizzed: bool,
    due: bool,
}

impl Library {
    /// As if nothing were known of the articles on the shelf.
    pub(super) fn forget(&mut self) {
        self.index = None;
    }

    /// As if nothing were known of what the reader did.
    pub(super) fn forget_past(&mut self) {
        self.past = None;
    }

    /// From now on it is a large one.
    pub(super) fn enlarge(&mut self, contents: Contents) {
        self.large = Some(Large::new(contents));
    }

    /// Takes in files of a large one.
    pub(super) fn take(&mut self, files: Vec<(String, Option<String>)>) {
        for (name, text) in files {
            if let Some(large) = &mut self.large {
                large.take(name, text);
            }
        }
    }

    /// Takes what an element's `data-do` names, with its value.
    pub(super) fn choose(&mut self, what: &str, with: &str) {
        self.choice.take(what, with);
    }

    /// The page has these lines now.
    pub(super) fn told(&mut self, lines: &[(Slug, String)]) {
        self.told = lines.to_vec();
    }

    fn is_plain(&self, query: &Query) -> bool {
        query.is_empty() && self.choice == Choice::default()
    }

    fn past(&self, article: &Article) -> Option<&Past> {
        self.past.as_ref()?.get(&article.slug)
    }

    fn is(&self, article: &Article, only: Only) -> bool {
        match self.past(article) {
            Some(past) => past.is(only),
            None => Past::default().is(only),
        }
    }

    fn sort(&self, articles: &mut [&Article]) {
        let read = |article: &Article| self.past(article).map_or(0, |past| past.read);
        match self.choice.sort {
            Sort::Listed => {}
            Sort::Title => articles.sort_by_cached_key(|article| find::folded(&article.title)),
            Sort::Date => articles.sort_by_key(|article| Reverse(article.date)),
            Sort::Length => articles.sort_by_key(|article| article.minutes),
            Sort::Progress => articles.sort_by_key(|article| Reverse(read(article))),
        }
    }

    /// How many articles must be known, from the first on.
    fn needed(&self, query: &Query) -> usize {
        let is_listed = self.choice.sort == Sort::Listed && !self.choice.is_narrow();
        match query.is_empty() && is_listed {
            true => self.choice.most,
            false => usize::MAX,
        }
    }

    fn find(&self, query: &Query) -> Found {
        match (&self.large, &self.index) {
            (Some(large), _) => large.find(query),
            (None, Some(index)) => index.find(query),
            (None, None) => Found::default(),
        }
    }
}

impl Tutor {
    /// What to show of the Library, where that is not all of it as it is; and what to say of it. Of a
    /// large one it may be that something has to be fetched first.
    pub(super) fn library(&mut self, typed: &str, now: Millis) -> Reply {
        if self.library.large.is_none() && self.library.index.is_none() {
            self.library.index = Some(Index::of(&self.shelf));
        }
        let query = Query::parse(typed, self.shortest());
        if self.library.is_plain(&query) {
            return self.as_it_is(&query, now);
        }
        if self.library.past.is_none() {
            self.library.past = Some(self.pasts(now));
        }
        let answer = self.search(typed.trim(), &query);
        let large = self.library.large.as_mut();
        match large.is_some_and(|large| answer.wants.is_empty() && large.give_up()) {
            true => self.lacking(&query),
            false => answer,
        }
    }

    /// What the page shows by itself lacks only what can be chosen, and perhaps what was read since.
    fn as_it_is(&self, query: &Query, now: Millis) -> Reply {
        // What shows more of a large library stands under the page's own list, and uses this.
        let is_all = self.count() <= self.library.choice.most;
        let more = (!is_all).then(|| button("library-more", "", say(w::LIBRARY_MORE)));
        let more = more.map(|more| more.with("hidden", "").into());
        let nodes = [self.tools(query).into()].into_iter().chain(more);
        let overview = self.overview(now).overview;
        Reply {
            overview: overview.filter(|overview| overview.lines != self.library.told),
            ..reply(nodes.collect(), None)
        }
    }

    /// What to show where something cannot be fetched.
    fn lacking(&self, query: &Query) -> Reply {
        let again = button("library-again", "", say(w::LIBRARY_AGAIN));
        let found = el("div").with("id", "found").add(el("p").add(again));
        let nodes = vec![self.tools(query).into(), found.into()];
        reply(nodes, Some(say(w::LIBRARY_LACKING).to_owned()))
    }

    fn search(&self, typed: &str, query: &Query) -> Reply {
        let large = self.library.large.as_ref();
        let lacks = large.map_or_else(Vec::new, |large| {
            large.lacks(query, self.library.needed(query))
        });
        if !lacks.is_empty() {
            return wants(lacks);
        }
        let found = self.library.find(query);
        let articles = self.chosen(query, &found);
        let lacks = large
            .filter(|_| !query.is_empty())
            .map(|large| large.lacks_texts(&articles));
        if let Some(lacks) = lacks.filter(|lacks| !lacks.is_empty()) {
            return wants(lacks);
        }
        let shown = Shown {
            typed,
            query,
            choice: &self.library.choice,
            found: &found,
            of: self.count(),
            articles,
        };
        reply(self.list(&shown), Some(shown.says()))
    }

    /// How many articles there are.
    fn count(&self) -> usize {
        let large = self.library.large.as_ref();
        large.map_or(self.shelf.len(), Large::count)
    }

    fn shortest(&self) -> usize {
        if self.count() < MANY {
            SHORTEST
        } else {
            SHORTEST_OF_MANY
        }
    }

    /// The articles found, or all, without those that are not wanted, in order.
    fn chosen<'a>(&'a self, query: &Query, found: &Found) -> Vec<&'a Article> {
        let all = match &self.library.large {
            Some(large) => large.articles(),
            None => self.shelf.iter().collect(),
        };
        let at = |number: &u32| all.get(*number as usize).copied();
        let mut articles: Vec<&Article> = match query.is_empty() {
            true => all,
            false => found.articles.iter().filter_map(at).collect(),
        };
        let choice = &self.library.choice;
        articles.retain(|article| {
            let is_of = choice.category.is_none() || article.category == choice.category;
            is_of && self.library.is(article, choice.only)
        });
        self.library.sort(&mut articles);
        articles
    }

    /// What is known of each article that was begun or quizzed.
    fn pasts(&self, now: Millis) -> Pasts {
        let memories = Memories::of(self.progress.attempts(), self.terms(now));
        let can_be_asked = |slug: &Slug, id: &QuestionId| self.can_be_asked(slug, id);
        let lines = overview::lines(&self.ledger, &self.progress, &memories, &can_be_asked);
        let past = lines.into_iter().map(|line| {
            let past = Past {
                line: line.says,
                read: line.read,
                quizzed: line.due.is_some(),
                due: line.due > Some(0),
            };
            (line.article, past)
        });
        past.collect()
    }

    fn list(&self, shown: &Shown<'_>) -> Vec<Node> {
        let cards = shown.articles.iter().take(shown.choice.most).enumerate();
        let cards = cards.map(|(at, article)| {
            let text = match &self.library.large {
                Some(large) => large.text(article),
                None => Some(*article),
            };
            let best = |text| {
                let best = find::best(text, shown.query, shown.found, split);
                (best, text)
            };
            let card = Card {
                at,
                article,
                date: article.date.map(|date| self.calendar.date_words(date)),
                line: self.library.past(article).map_or("", |past| &past.line),
                found: text.filter(|_| !shown.query.is_empty()).map(best),
            };
            card.node()
        });
        let list = el("div").with("id", "found").all(cards).all(shown.rest());
        vec![self.tools(shown.query).into(), list.into()]
    }

    /// What can be chosen, closed until it is wanted.
    fn tools(&self, query: &Query) -> Element {
        let choice = &self.library.choice;
        let sorts = Sort::ALL.map(|(sort, name, word)| match (sort, query.is_empty()) {
            (Sort::Listed, false) => option(name, say(w::LIBRARY_SORT_BEST), sort == choice.sort),
            _ => option(name, say(word), sort == choice.sort),
        });
        let only = Only::ALL.map(|(only, name, word)| option(name, say(word), only == choice.only));
        let none = choice.category.is_none();
        let categories = self.categories();
        let categories = categories
            .iter()
            .map(|it| option(it, it, Some(*it) == choice.category.as_deref()));
        let all = [option("", say(w::LIBRARY_ONLY_ALL), none)];
        let categories: Vec<_> = all.into_iter().chain(categories).collect();
        let has_categories = categories.len() > 2 || !none;
        let row = el("p")
            .with("class", "row")
            .add(select("library-sort", w::LIBRARY_SORT, sorts))
            .add(select("library-only", w::LIBRARY_ONLY, only))
            .all(
                has_categories.then(|| select("library-category", w::LIBRARY_CATEGORY, categories)),
            );
        let summary = el("summary").add(say(w::LIBRARY_TOOLS));
        el("details")
            .with("id", "library-tools")
            .add(summary)
            .add(row)
    }

    fn categories(&self) -> Vec<&str> {
        let mut all: Vec<&str> = match &self.library.large {
            Some(large) => large.categories().iter().map(|it| &**it).collect(),
            None => self
                .shelf
                .iter()
                .filter_map(|it| it.category.as_deref())
                .collect(),
        };
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Past {
    fn is(&self, only: Only) -> bool {
        match only {
            Only::All => true,
            Only::Unread => self.read == 0 && !self.quizzed,
            Only::Started => (1..Position::FINISHED).contains(&self.read),
            Only::Quizzed => self.quizzed,
            Only::Due => self.due,
        }
    }
}

fn reply(nodes: Vec<Node>, says: Option<String>) -> Reply {
    Reply {
        view: Some(serde_json::to_string(&nodes).expect("nodes are texts and lists of them")),
        says,
        ..Reply::default()
    }
}

fn wants(wants: Vec<String>) -> Reply {
    Reply {
        wants,
        ..Reply::default()
    }
}

fn split(text: &str) -> Vec<std::ops::Range<usize>> {
    let sentences = language::sentences(text).into_iter();
    sentences.map(|span| span.start..span.end).collect()
}

#[cfg(test)]
mod tests;
