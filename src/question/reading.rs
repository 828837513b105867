//! An article as the kinds of question see it: its analysis, and the phrases that can be options.
//!
//! Apart from `language`, which does not know what a phrase is wanted for.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::article::Article;
use crate::language::{
    self, Analysis, Number, Passage, Phrase, Place, Sentence, Series, Stems, Tag, Token, lexicon,
    stems,
};

use super::Evidence;

/// An article, read for asking.
pub(crate) struct Reading<'a> {
    pub(crate) article: &'a Article,
    pub(crate) analysis: Analysis<'a>,
    /// What the article is about: the stems of its title and dek.
    pub(crate) topic: Stems,
    /// The phrases that can be options.
    pub(crate) stock: Vec<Stock>,
    /// Words written with a capital inside a sentence, hence names.
    names: BTreeSet<&'a str>,
}

/// A sentence's place: index of the passage, index of the sentence in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    pub(crate) passage: usize,
    pub(crate) sentence: usize,
}

/// A phrase of the article that can be an option.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stock {
    /// The words, without a capital that only began the sentence.
    pub(crate) text: String,
    pub(crate) at: At,
    pub(crate) tokens: Range<usize>,
    pub(crate) shape: Shape,
    pub(crate) slot: Slot,
    pub(crate) stems: Stems,
}

/// What two options must have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) number: Number,
    pub(crate) opening: Opening,
    pub(crate) being: Being,
    /// Whether it sounds welcome, unwelcome or neither: see [`lexicon::tone`].
    pub(crate) tone: i8,
    /// Whether a prepositional phrase hangs on behind.
    pub(crate) tail: bool,
    pub(crate) words: usize,
}

/// How a phrase begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    Bare,
    Indefinite,
    Definite,
    /// With a possessive, a number or another word that points elsewhere: no option.
    Other,
}

/// Whether a phrase speaks of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Being {
    Person,
    Name,
    Thing,
}

/// Where in its clause a phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Item,
    Object,
    Complement,
    Subject,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(article: &'a Article) -> Self {
        let analysis = language::analyse(article);
        let topic = stems(&format!(
            "{} {}",
            article.title,
            article.dek.as_deref().unwrap_or_default()
        ));
        let names = names(&analysis);
        let mut reading = Reading {
            article,
            analysis,
            topic,
            stock: Vec::new(),
            names,
        };
        reading.stock = reading
            .sentences()
            .flat_map(|at| reading.stock_of(at))
            .collect();
        reading
    }

    /// Every sentence of the paragraphs and headings, in order.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = At> + '_ {
        self.analysis
            .passages
            .iter()
            .enumerate()
            .flat_map(|(passage, read)| {
                (0..read.sentences.len()).map(move |sentence| At { passage, sentence })
            })
    }

    /// Every sentence of a paragraph, in order.
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

    /// The same without a capital that only begins the sentence.
    pub(crate) fn lowered(&self, at: At, tokens: Range<usize>) -> String {
        let words = self.run(at, tokens.clone());
        let only_begins = self.tokens(at).get(tokens.start).is_some_and(|first| {
            let word = first.of(self.text(at));
            first.tag != Tag::PROPN && is_capital_only(word) && !self.names.contains(word)
        });
        if only_begins {
            lower_first(words)
        } else {
            words.to_owned()
        }
    }

    pub(crate) fn phrases(&self, at: At) -> Vec<Phrase> {
        language::phrases(self.text(at), self.tokens(at))
    }

    pub(crate) fn series(&self, at: At) -> Vec<Series> {
        language::series(self.text(at), self.tokens(at), &self.phrases(at))
    }

    /// Whether two items share a word, so that one would echo the other.
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

    /// A phrase as an option; `None` when it could not stand as one.
    pub(crate) fn option(&self, at: At, tokens: Range<usize>, slot: Slot) -> Option<Stock> {
        let text = self.lowered(at, tokens.clone());
        let shape = self.shape(at, &tokens)?;
        let stems = stems(&text);
        let plain = !text.contains(['"', '“', '”', '(', ')', '[', ']', '—', '–', ';', ':']);
        let fits =
            plain && !stems.is_empty() && shape.opening != Opening::Other && text.len() <= 80;
        let whole = fits && !self.is_misread(at, &tokens);
        whole.then_some(Stock {
            text,
            at,
            tokens,
            shape,
            slot,
            stems,
        })
    }

    /// Whether what was taken for a phrase may hold a verb: "compliance fosters", "tracks advance",
    /// "safeguard critical infrastructure"; or whether its noun says nothing by itself.
    fn is_misread(&self, at: At, tokens: &Range<usize>) -> bool {
        let (text, all) = (self.text(at), self.tokens(at));
        let word = |token: usize| all[token].of(text);
        let is_base = |token: usize| lexicon::verb_base(word(token)) == Some(word(token));
        let acts = |token: usize| {
            let after_noun = token > tokens.start && all[token - 1].tag == Tag::NOUN;
            let third = word(token).ends_with('s') && lexicon::verb_base(word(token)).is_some();
            after_noun && (third || is_base(token) && lexicon::is_plural(word(token - 1)))
        };
        let orders =
            tokens.len() > 1 && is_base(tokens.start) && all[tokens.start + 1].tag == Tag::ADJ;
        let head = self
            .phrases(at)
            .into_iter()
            .find(|phrase| phrase.tokens.start == tokens.start);
        orders
            || tokens.clone().any(acts)
            || head.is_none_or(|phrase| lexicon::is_empty_head(word(phrase.head)))
    }

    /// Whether the sentence ends as one.
    fn is_full(&self, at: At) -> bool {
        let words = self.words(at);
        words.ends_with('.')
            && words.starts_with(|c: char| c.is_uppercase())
            && self.tokens(at).len() > 6
    }

    fn stock_of(&self, at: At) -> Vec<Stock> {
        let phrases = self.phrases(at);
        let items: Vec<Range<usize>> = self
            .series(at)
            .into_iter()
            .flat_map(|series| series.items)
            .collect();
        let inside = |phrase: &Phrase| items.iter().any(|item| item.contains(&phrase.tokens.start));
        let of_items = items
            .iter()
            .filter_map(|item| self.option(at, item.clone(), Slot::Item));
        let others = phrases
            .iter()
            .filter(|phrase| !inside(phrase))
            .flat_map(|phrase| {
                let slot = self.slot_of(at, phrase.tokens.start);
                let whole = self.with_of(at, phrase, &phrases);
                let short = whole.is_none().then(|| phrase.tokens.clone());
                whole
                    .into_iter()
                    .chain(short)
                    .filter_map(move |tokens| self.option(at, tokens, slot))
            });
        of_items.chain(others).collect()
    }

    /// The phrase and the "of" phrase behind it, if there is one.
    pub(crate) fn with_of(
        &self,
        at: At,
        phrase: &Phrase,
        phrases: &[Phrase],
    ) -> Option<Range<usize>> {
        let of = self
            .tokens(at)
            .get(phrase.tokens.end)?
            .is(self.text(at), "of");
        let next = phrases
            .iter()
            .find(|next| next.tokens.start == phrase.tokens.end + 1)?;
        of.then_some(phrase.tokens.start..next.tokens.end)
    }

    pub(crate) fn slot_of(&self, at: At, start: usize) -> Slot {
        let before = start
            .checked_sub(1)
            .map(|before| self.tokens(at)[before].tag);
        match before {
            Some(Tag::VERB | Tag::AUX) => Slot::Object,
            Some(Tag::ADP | Tag::SCONJ | Tag::PART) => Slot::Complement,
            _ => Slot::Subject,
        }
    }

    fn shape(&self, at: At, tokens: &Range<usize>) -> Option<Shape> {
        let (text, all) = (self.text(at), self.tokens(at));
        let phrases = self.phrases(at);
        let first = phrases
            .iter()
            .find(|phrase| phrase.tokens.start == tokens.start)?;
        let head = all[first.head];
        Some(Shape {
            number: first.number(text, all),
            opening: opening(text, all, tokens.start),
            being: being(head.of(text), head.tag),
            tone: lexicon::tone(self.run(at, tokens.clone())),
            tail: first.tokens.end < tokens.end,
            words: tokens.len(),
        })
    }
}

impl Series {
    /// Whether the series is the clause's subject.
    pub(crate) fn is_subject(&self) -> bool {
        self.place == Place::Start
    }
}

fn names<'a>(analysis: &Analysis<'a>) -> BTreeSet<&'a str> {
    let passages = analysis
        .passages
        .iter()
        .filter(|passage| passage.paragraph.is_some());
    let inner = passages.flat_map(|passage| {
        passage.sentences.iter().flat_map(|sentence| {
            let words = sentence
                .tokens
                .iter()
                .skip(1)
                .map(|token| token.of(passage.text));
            words.filter(|word| is_capital_only(word))
        })
    });
    inner.collect()
}

fn opening(text: &str, tokens: &[Token], at: usize) -> Opening {
    let first = &tokens[at];
    match first.tag {
        Tag::DET if first.is_any(text, &["a", "an"]) => Opening::Indefinite,
        Tag::DET if first.is(text, "the") => Opening::Definite,
        Tag::DET | Tag::PRON | Tag::NUM => Opening::Other,
        _ if first.is_any(
            text,
            &[
                "such", "other", "own", "same", "many", "several", "few", "both",
            ],
        ) =>
        {
            Opening::Other
        }
        _ => Opening::Bare,
    }
}

fn being(head: &str, tag: Tag) -> Being {
    if tag == Tag::PROPN {
        return Being::Name;
    }
    if lexicon::is_person(head) {
        Being::Person
    } else {
        Being::Thing
    }
}

fn is_capital_only(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(|c| !c.is_uppercase())
}

/// The text with a small first letter.
pub(crate) fn lower_first(text: &str) -> String {
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
