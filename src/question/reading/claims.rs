//! Which sentences of an article say something: those that can be asked about.
//!
//! Apart from `reading`, which only keeps what was read of each.

use super::{At, Reading};
use crate::language::Tag;

/// What a sentence begins with that only makes an example.
const SUPPOSING: &[&str] = &["assume", "imagine", "picture", "suppose"];

/// What a sentence begins with that turns to the reader: "Now consider the blackpoll warbler".
const TURNING: &[&str] = &["consider", "recall"];

/// Of so many first words one may be of those: "Now suppose that".
const OPENING: usize = 2;

impl Reading<'_> {
    /// Every full sentence of a paragraph, in order, but for what is only supposed, turns to the
    /// reader or is quoted.
    pub(crate) fn claims(&self) -> impl Iterator<Item = At> + '_ {
        self.sentences().filter(|at| {
            let full = self.passage(*at).paragraph.is_some() && self.is_full(*at);
            let own = !self.is_supposed(*at) && !self.is_in_quotation(*at);
            full && own && !self.opens_with(*at, &[TURNING])
        })
    }

    /// Every sentence of a paragraph that begins with somebody's words in quotation marks and goes on.
    pub(crate) fn quotations(&self) -> impl Iterator<Item = At> + '_ {
        self.sentences().filter(|at| {
            let words = self.words(*at);
            let quoted = self.passage(*at).paragraph.is_some() && words.starts_with(['"', '“']);
            quoted && words.ends_with('.')
        })
    }

    /// Whether a quotation is open where the sentence begins: then it is not the article that says it.
    fn is_in_quotation(&self, at: At) -> bool {
        let before = &self.text(at)[..self.sentence(at).span.start];
        let count = |mark: char| before.matches(mark).count();
        count('"') % 2 == 1 || count('“') > count('”')
    }

    /// "Suppose an island has a hundred people. Its rate is 3 per cent.": what follows in the paragraph
    /// is so there alone.
    fn is_supposed(&self, at: At) -> bool {
        (0..=at.sentence).any(|sentence| {
            let earlier = At { sentence, ..at };
            self.opens_with(earlier, &[SUPPOSING])
                || self.opens_with(earlier, &[&["consider"], &["a", "an"]])
        })
    }

    /// Whether a sentence begins with words of these tables, one after the other, adverbs left out.
    fn opens_with(&self, at: At, words: &[&[&str]]) -> bool {
        let (text, tokens) = (self.text(at), self.tokens(at));
        let adverbs = tokens.iter().take(OPENING - 1);
        let start = adverbs.take_while(|token| token.tag == Tag::ADV).count();
        let fits = |start: usize| {
            let mut own = words.iter().zip(tokens.iter().skip(start));
            own.all(|(words, token)| token.is_any(text, words))
        };
        fits(0) || fits(start)
    }

    /// Every heading that is one sentence.
    pub(crate) fn headings(&self) -> impl Iterator<Item = At> + '_ {
        self.sentences().filter(|at| {
            let passage = self.passage(*at);
            passage.paragraph.is_none() && passage.sentences.len() == 1
        })
    }

    /// Whether the sentence begins and ends as one.
    fn is_full(&self, at: At) -> bool {
        let words = self.words(at);
        let long = self.tokens(at).len() > 6;
        long && words.ends_with('.') && words.starts_with(char::is_uppercase)
    }
}
