//! English prose as sentences, tokens, tags and noun phrases, all of them spans into the text.
//!
//! Apart from `question`, which asks about what this room finds, because every kind of question
//! stands on the same reading of the text.

mod clause;
pub mod lemma;
pub mod lexicon;
mod marker;
mod memo;
mod model;
mod person;
mod phrase;
mod predictor;
mod series;
mod split;
mod stem;
mod tag;
mod token;

use std::borrow::Cow;
use std::ops::Range;

use crate::article::Article;

pub use clause::{Adjunct, Clause, Role, VerbGroup, clauses};
pub use harper_pos_utils::UPOS as Tag;
pub use phrase::{Number, Phrase, phrases};
pub use series::{Place, Series, series};
pub use split::sentences;
pub use stem::{Stem, Stems, sound_alike, stems};

/// More tokens than this are no sentence but a text without full stops.
const LONGEST: usize = 150;

/// A run of bytes of a text, always on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// A word, a number or a mark of punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its first byte in its passage, and the byte after its last. A book has a hundred thousand of them.
    start: u32,
    end: u32,
    /// Its part of speech, after the Universal Dependencies.
    pub tag: Tag,
}

/// One sentence of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in its passage, without the blanks around it.
    pub span: Span,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// Its noun phrases, in order; none in a sentence too long to be one.
    pub phrases: Vec<Phrase>,
    /// Its enumerations, in order.
    pub series: Vec<Series>,
}

/// A paragraph or heading, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// Index of the section in the article.
    pub section: usize,
    /// Index of the paragraph in the section; `None` for the heading.
    pub paragraph: Option<usize>,
    /// Its text.
    pub text: &'a str,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// An article, read: its headings and paragraphs in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis<'a> {
    /// The headings and paragraphs.
    pub passages: Vec<Passage<'a>>,
}

/// Reads every heading and paragraph of an article.
pub fn analyse(article: &Article) -> Analysis<'_> {
    let passages = article
        .sections
        .iter()
        .enumerate()
        .flat_map(|(section, body)| {
            let heading = body
                .heading
                .iter()
                .map(move |text| read(section, None, text));
            let paragraphs = body.paragraphs.iter().enumerate();
            heading.chain(
                paragraphs.map(move |(at, paragraph)| read(section, Some(at), &paragraph.text)),
            )
        });
    Analysis {
        passages: passages.collect(),
    }
}

/// Reads one sentence on its own, such as a title.
pub fn read_sentence(text: &str) -> Vec<Token> {
    tag::tagged(
        text,
        Span {
            start: 0,
            end: text.len(),
        },
    )
}

/// A text in small letters; most words already are, and are not copied.
pub fn small(text: &str) -> Cow<'_, str> {
    let folds = !text.is_ascii() || text.bytes().any(|byte| byte.is_ascii_uppercase());
    if folds {
        Cow::Owned(text.to_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

fn read(section: usize, paragraph: Option<usize>, text: &str) -> Passage<'_> {
    let sentences = sentences(text)
        .into_iter()
        .filter_map(|span| span.trimmed(text))
        .map(|span| sentence(text, span))
        .collect();
    Passage {
        section,
        paragraph,
        text,
        sentences,
    }
}

fn sentence(text: &str, span: Span) -> Sentence {
    let tokens = tag::tagged(text, span);
    let readable = tokens.len() <= LONGEST;
    let phrases = if readable {
        phrases(text, &tokens)
    } else {
        Vec::new()
    };
    let series = series(text, &tokens, &phrases);
    Sentence {
        span,
        tokens,
        phrases,
        series,
    }
}

impl Span {
    /// The bytes it stands for.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The same without blanks at either end; `None` when nothing is left.
    fn trimmed(self, text: &str) -> Option<Span> {
        let inner = self.of(text);
        let start = self.start + inner.len() - inner.trim_start().len();
        let end = start + inner.trim().len();
        (start < end).then_some(Span { start, end })
    }
}

impl Token {
    fn new(span: Span, tag: Tag) -> Self {
        // No paragraph has four gigabytes.
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Token {
            start: place(span.start),
            end: place(span.end),
            tag,
        }
    }

    /// Where it stands in its passage.
    pub fn span(&self) -> Span {
        Span {
            start: self.start as usize,
            end: self.end as usize,
        }
    }

    /// Its letters.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        self.span().of(text)
    }

    /// Its letters of `text`, in small ones.
    pub fn small<'a>(&self, text: &'a str) -> Cow<'a, str> {
        small(self.of(text))
    }

    /// Whether it is this word, in any case.
    pub fn is(&self, text: &str, word: &str) -> bool {
        // Most are told apart by how long they are.
        (self.end - self.start) as usize == word.len() && self.of(text).eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these words, in any case.
    pub fn is_any(&self, text: &str, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(text, word))
    }
}

impl Sentence {
    /// The span of a run of its tokens; empty at the sentence's start for an empty run.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        match self
            .tokens
            .get(tokens)
            .and_then(|run| Some((run.first()?, run.last()?)))
        {
            Some((first, last)) => Span {
                start: first.span().start,
                end: last.span().end,
            },
            None => Span {
                start: self.span.start,
                end: self.span.start,
            },
        }
    }
}
