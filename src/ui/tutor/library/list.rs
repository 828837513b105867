//! What is said of the articles that are shown, and what follows them.
//!
//! Apart from finding and sorting them.

use super::choice::Choice;
use crate::article::Article;
use crate::find::{Found, Query};
use crate::ui::tutor::node::{Element, el};
use crate::words::{Word, count, fill, say, w};

/// What is to be shown.
pub(super) struct Shown<'a> {
    pub(super) typed: &'a str,
    pub(super) query: &'a Query,
    pub(super) choice: &'a Choice,
    pub(super) found: &'a Found,
    /// How many articles there are, and those that are left, in order.
    pub(super) of: usize,
    pub(super) articles: Vec<&'a Article>,
}

impl Shown<'_> {
    pub(super) fn says(&self) -> String {
        let all = count(w::LIBRARY_COUNT, self.of);
        let is_left_out = self.query.is_empty() || !self.found.articles.is_empty();
        match self.articles.len() {
            0 if is_left_out && self.choice.is_narrow() => say(self.choice.only.none()).to_owned(),
            0 => self.says_nothing(),
            found if found == self.of => all,
            found => fill(w::LIBRARY_SOME, &[&found.to_string(), &all]),
        }
    }

    fn says_nothing(&self) -> String {
        let unknown = self.found.unknown.join("”, “");
        match unknown.is_empty() || unknown == self.typed {
            true => fill(w::LIBRARY_NOTHING, &[self.typed]),
            false => fill(w::LIBRARY_UNKNOWN, &[self.typed, &unknown]),
        }
    }

    /// What follows the cards: more of them, or what to do where there are none.
    pub(super) fn rest(&self) -> Vec<Element> {
        let most = self.choice.most;
        if self.articles.len() > most {
            // The first of those that follow has the same id then, and with it the focus.
            let more = button("library-more", "", say(w::LIBRARY_MORE));
            return vec![el("p").add(more.with("id", format!("card-{most}")))];
        }
        if !self.articles.is_empty() {
            return Vec::new();
        }
        let known = self.query.clauses.iter().map(|clause| &*clause.typed);
        let known = known.filter(|it| !self.found.unknown.iter().any(|unknown| unknown == it));
        let known = known.collect::<Vec<_>>().join(" ");
        let is_unknown = !self.found.unknown.is_empty();
        let without = (is_unknown && !known.is_empty())
            .then(|| button("query", &known, &fill(w::LIBRARY_WITHOUT, &[&known])));
        let all = self
            .choice
            .is_narrow()
            .then(|| button("library", "", say(w::LIBRARY_ALL)));
        let clear = (!self.query.is_empty()).then(|| button("query", "", say(w::LIBRARY_CLEAR)));
        let hint = (!self.query.is_empty() && self.found.articles.is_empty())
            .then(|| el("p").add(say(w::LIBRARY_FEWER)));
        let buttons = without.into_iter().chain(all).chain(clear);
        hint.into_iter()
            .chain([el("p").with("class", "row").all(buttons)])
            .collect()
    }
}

pub(super) fn select(
    name: &'static str,
    label: Word,
    options: impl IntoIterator<Item = Element>,
) -> Element {
    let select = el("select")
        .with("id", name)
        .with("data-do", name)
        .all(options);
    el("label").add(say(label)).add(" ").add(select)
}

pub(super) fn option(value: &str, words: &str, is_chosen: bool) -> Element {
    let option = el("option").with("value", value);
    let option = match is_chosen {
        true => option.with("selected", ""),
        false => option,
    };
    option.add(words)
}

pub(super) fn button(does: &str, with: &str, words: &str) -> Element {
    let button = el("button").with("type", "button").with("class", "button");
    button
        .with("data-do", does)
        .with("data-with", with)
        .add(words)
}
