//! A large library: lists of its articles, pieces of its index and the articles themselves, all of them
//! files beside the page.
//!
//! Apart from what is done with them, which is the same for a small one. What is lacking is told by
//! name; whoever fetches it hands it over, or says that it cannot be had.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, Slug};
use crate::find::{Found, Index, Lengths, Query, Shard, is_wanted};
use crate::json::{Json, JsonError};
use crate::shelf;
use crate::ui::tutor::message::{Contents, pairs};

/// Of so many articles the sentences are shown, so that few have to be fetched.
const WITH_TEXT: usize = 10;

/// What has been fetched so far.
#[derive(Debug, Default)]
pub(super) struct Large {
    contents: Contents,
    /// The lists that are here, by their places among all.
    lists: BTreeMap<usize, Vec<Listed>>,
    index: Index,
    /// The pieces that are in the index.
    words: BTreeSet<String>,
    texts: BTreeMap<Slug, Article>,
    /// What could not be had.
    missing: BTreeSet<String>,
}

/// An article in a list: what a card shows of it, and where its text is.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) article: Article,
    pub(super) file: String,
    pub(super) lengths: Lengths,
}

impl Large {
    pub(super) fn new(contents: Contents) -> Large {
        Large {
            contents,
            ..Large::default()
        }
    }

    pub(super) fn count(&self) -> usize {
        self.contents.count
    }

    pub(super) fn categories(&self) -> &[String] {
        &self.contents.categories
    }

    /// Its articles without their texts, as far as their lists are here.
    pub(super) fn articles(&self) -> Vec<&Article> {
        self.listed().map(|listed| &listed.article).collect()
    }

    pub(super) fn text(&self, article: &Article) -> Option<&Article> {
        self.texts.get(&article.slug)
    }

    pub(super) fn find(&self, query: &Query) -> Found {
        self.index.find(query)
    }

    /// The files that a search needs before it can be answered, or a list of so many articles.
    pub(super) fn lacks(&self, query: &Query, articles: usize) -> Vec<String> {
        let lists = self.contents.lists.iter().enumerate();
        let lists = lists.filter(|(at, _)| !self.lists.contains_key(at));
        let at_once = match articles.min(self.contents.count) {
            known if self.listed().count() >= known => 0,
            all if all == self.contents.count => usize::MAX,
            _ => 1,
        };
        let lists = lists.take(at_once);
        let words = self.contents.words.iter().enumerate();
        let words = words.filter(|(at, (first, name))| {
            let next = self.contents.words.get(at + 1).map(|(next, _)| &**next);
            is_wanted(query, first, next) && !self.words.contains(name)
        });
        let names = lists.map(|(_, name)| name);
        self.to_fetch(names.chain(words.map(|(_, (_, name))| name)))
    }

    /// The files of the first of these articles whose texts are not here.
    pub(super) fn lacks_texts(&self, articles: &[&Article]) -> Vec<String> {
        let first = articles.iter().take(WITH_TEXT);
        let without = first.filter(|article| self.text(article).is_none());
        let files = without.filter_map(|article| {
            let mut listed = self.listed();
            listed.find(|listed| listed.article.slug == article.slug)
        });
        self.to_fetch(files.map(|listed| &listed.file))
    }

    /// Whether a list or words cannot be had; from now on they are asked for again. Without its text an
    /// article is only shown without a sentence.
    pub(super) fn give_up(&mut self) -> bool {
        let missing = std::mem::take(&mut self.missing);
        let Contents { lists, words, .. } = &self.contents;
        let mut needed = lists.iter().chain(words.iter().map(|(_, name)| name));
        needed.any(|name| missing.contains(name))
    }

    /// Takes in a file, or that it cannot be had. One that cannot be read is as if it could not be had.
    pub(super) fn take(&mut self, name: String, text: Option<String>) {
        let read = text.and_then(|text| self.read(&name, &text).ok());
        if read.is_none() {
            self.missing.insert(name);
        }
    }

    fn read(&mut self, name: &str, text: &str) -> Result<(), JsonError> {
        let json = Json::parse(text)?;
        let list = self.contents.lists.iter().position(|it| it == name);
        if let Some(at) = list {
            self.lists.insert(at, json.list(read_listed)?);
            if self.lists.len() == self.contents.lists.len() {
                let lengths = self.listed().map(|listed| listed.lengths).collect();
                self.index = Index::with(lengths);
                self.words.clear();
            }
        } else if self.contents.words.iter().any(|(_, it)| it == name) {
            let shard = Shard {
                terms: pairs(&json)?,
            };
            self.index.add(shard.terms());
            self.words.insert(name.to_owned());
        } else {
            let article = shelf::read_article(&json)?;
            self.texts.insert(article.slug.clone(), article);
        }
        Ok(())
    }

    fn listed(&self) -> impl Iterator<Item = &Listed> {
        self.lists.values().flatten()
    }

    fn to_fetch<'a>(&self, names: impl Iterator<Item = &'a String>) -> Vec<String> {
        names
            .filter(|name| !self.missing.contains(*name))
            .cloned()
            .collect()
    }
}

fn read_listed(json: &Json) -> Result<Listed, JsonError> {
    let lengths = json.get("lengths")?.list(Json::whole)?;
    Ok(Listed {
        article: shelf::read_article(json)?,
        file: json.get("file")?.string()?,
        lengths: lengths.try_into().map_err(|_| json.misshapen())?,
    })
}
