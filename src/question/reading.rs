//! An article as the kinds of question see it: its analysis, what it is about, its stock of phrases.
//!
//! Apart from `language`, which does not know what a phrase is wanted for.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::article::Article;
use crate::language::{
    self, Analysis, Passage, Phrase, Sentence, Series, Stems, Tag, Token, stems,
};

use super::Evidence;
use super::stock::{Stock, Store};

/// An article, read for asking.
pub(crate) struct Reading<'a> {
    pub(crate) article: &'a Article,
    pub(crate) analysis: Analysis<'a>,
    /// What the article is about: the stems of its title and dek.
    pub(crate) topic: Stems,
    /// The phrases that can be options.
    pub(crate) store: Store,
    /// The stems of each passage.
    said: Vec<Stems>,
    /// Words written with a capital inside a sentence, hence names.
    names: BTreeSet<&'a str>,
}

/// A sentence's place: index of the passage, index of the sentence in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    pub(crate) passage: usize,
    pub(crate) sentence: usize,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(article: &'a Article) -> Self {
        let analysis = language::analyse(article);
        let dek = article.dek.as_deref().unwrap_or_default();
        let mut reading = Reading {
            article,
            topic: stems(&format!("{} {dek}", article.title)),
            said: analysis
                .passages
                .iter()
                .map(|passage| stems(passage.text))
                .collect(),
            names: names(&analysis),
            analysis,
            store: Store::default(),
        };
        reading.store = Store::of(&reading);
        reading
    }

    /// Every sentence of the headings and paragraphs, in order.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = At> + '_ {
        self.analysis
            .passages
            .iter()
            .enumerate()
            .flat_map(|(passage, read)| {
                (0..read.sentences.len()).map(move |sentence| At { passage, sentence })
            })
    }

    /// Every full sentence of a paragraph, in order.
    pub(crate) fn claims(&self) -> impl Iterator<Item = At> + '_ {
        self.sentences()
            .filter(|at| self.passage(*at).paragraph.is_some() && self.is_full(*at))
    }

    /// Every heading that is one sentence.
    pub(crate) fn headings(&self) -> impl Iterator<Item = At> + '_ {
        self.sentences().filter(|at| {
            let passage = self.passage(*at);
            passage.paragraph.is_none() && passage.sentences.len() == 1
        })
    }

    pub(crate) fn passage(&self, at: At) -> &Passage<'a> {
        &self.analysis.passages[at.passage]
    }

    pub(crate) fn sentence(&self, at: At) -> &Sentence {
        &self.passage(at).sentences[at.sentence]
    }

    pub(crate) fn tokens(&self, at: At) -> &[Token] {
        &self.sentence(at).tokens
    }

    pub(crate) fn phrases(&self, at: At) -> &[Phrase] {
        &self.sentence(at).phrases
    }

    pub(crate) fn series(&self, at: At) -> &[Series] {
        &self.sentence(at).series
    }

    /// The text that the sentence's spans point into.
    pub(crate) fn text(&self, at: At) -> &'a str {
        self.analysis.passages[at.passage].text
    }

    pub(crate) fn words(&self, at: At) -> &'a str {
        self.sentence(at).span.of(self.text(at))
    }

    /// The words of a run of the sentence's tokens.
    pub(crate) fn run(&self, at: At, tokens: Range<usize>) -> &'a str {
        self.sentence(at).span_of(tokens).of(self.text(at))
    }

    /// The same as a quotation: dots stand for what the sentence begins with and the run leaves out.
    pub(crate) fn quoted(&self, at: At, tokens: Range<usize>) -> String {
        let dots = if tokens.start > 0 { "… " } else { "" };
        format!("{dots}{}", self.run(at, tokens))
    }

    /// The same without a capital that only begins the sentence.
    pub(crate) fn lowered(&self, at: At, tokens: Range<usize>) -> String {
        let words = self.run(at, tokens.clone());
        let only_begins = self.tokens(at).get(tokens.start).is_some_and(|first| {
            let word = first.of(self.text(at));
            first.tag != Tag::PROPN && is_capital_only(word) && !self.is_name(word)
        });
        if only_begins {
            lower_first(words)
        } else {
            words.to_owned()
        }
    }

    /// Whether a word somewhere stands with a capital inside a sentence.
    pub(crate) fn is_name(&self, word: &str) -> bool {
        self.names.contains(word)
    }

    /// The phrase that begins at a token.
    pub(crate) fn phrase_from(&self, at: At, start: usize) -> Option<&Phrase> {
        self.phrases(at)
            .iter()
            .find(|phrase| phrase.tokens.start == start)
    }

    /// Whether two items of an enumeration share a word, so that one would echo the other.
    pub(crate) fn repeats(&self, at: At, series: &Series) -> bool {
        let mut seen = Stems::new();
        let mut items = series
            .items
            .iter()
            .map(|item| stems(self.run(at, item.clone())));
        items.any(|item| {
            let again = !item.is_disjoint(&seen);
            seen.extend(item);
            again
        })
    }

    /// The items of an enumeration as options; `None` unless all of them can stand as one.
    pub(crate) fn items(&self, at: At, series: &Series) -> Option<Vec<Stock>> {
        if self.repeats(at, series) {
            return None;
        }
        series
            .items
            .iter()
            .map(|item| Stock::item(self, at, item.clone()))
            .collect()
    }

    /// The stem of the noun that a clause from `start` on is about.
    pub(crate) fn subject(&self, at: At, start: usize) -> Option<String> {
        let phrase = self
            .phrases(at)
            .iter()
            .find(|phrase| phrase.tokens.start >= start)?;
        stems(self.tokens(at)[phrase.head].of(self.text(at))).pop_first()
    }

    /// The stems of the paragraph or heading that a sentence stands in.
    pub(crate) fn said_around(&self, at: At) -> &Stems {
        &self.said[at.passage]
    }

    /// The sentence as evidence.
    pub(crate) fn evidence(&self, at: At) -> Evidence {
        let (passage, span) = (self.passage(at), self.sentence(at).span);
        Evidence {
            section: passage.section,
            paragraph: passage.paragraph,
            start: span.start,
            end: span.end,
            text: span.of(passage.text).to_owned(),
        }
    }

    /// The heading that a sentence stands under.
    pub(crate) fn heading_over(&self, at: At) -> Option<&'a str> {
        self.article.sections[self.passage(at).section]
            .heading
            .as_deref()
    }

    /// How much of a text is what the article is about, 0 to 1.
    pub(crate) fn centrality(&self, text: &str) -> f32 {
        let stems = stems(text);
        let shared = stems.intersection(&self.topic).count();
        shared as f32 / stems.len().max(1) as f32
    }

    /// Whether the sentence begins and ends as one.
    fn is_full(&self, at: At) -> bool {
        let words = self.words(at);
        let long = self.tokens(at).len() > 6;
        long && words.ends_with('.') && words.starts_with(char::is_uppercase)
    }
}

/// The words that somewhere stand with a capital inside a sentence of a paragraph.
fn names<'a>(analysis: &Analysis<'a>) -> BTreeSet<&'a str> {
    let passages = analysis
        .passages
        .iter()
        .filter(|passage| passage.paragraph.is_some());
    let inner = passages.flat_map(|passage| {
        let sentences = passage.sentences.iter();
        sentences.flat_map(|sentence| {
            sentence
                .tokens
                .iter()
                .skip(1)
                .map(|token| token.of(passage.text))
        })
    });
    inner.filter(|word| is_capital_only(word)).collect()
}

/// Whether only the first letter is a capital.
fn is_capital_only(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(|c| !c.is_uppercase())
}

/// The text with a small first letter.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// The text with a capital first letter.
pub(crate) fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
