//! A word of a run with what stands around it.
//!
//! Apart from `needs`, `which` and `number`, which all look around a word to see what it means.

use std::ops::Range;

use crate::language::lexicon::Sort;
use crate::language::{Tag, Token, lexicon};

/// A word of a run of a sentence.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    /// The word in small letters.
    pub(super) word: &'a str,
    pub(super) text: &'a str,
    /// All of the sentence: what stands before and behind the run too.
    pub(super) tokens: &'a [Token],
    /// Where the run begins.
    pub(super) start: usize,
    pub(super) at: usize,
}

impl<'a> Spot<'a> {
    /// Of a sentence, the word behind what the run has said.
    pub(super) fn new(
        word: &'a str,
        text: &'a str,
        tokens: &'a [Token],
        said: Range<usize>,
    ) -> Self {
        Spot {
            word,
            text,
            tokens,
            start: said.start,
            at: said.end,
        }
    }

    /// The word itself.
    pub(super) fn token(self) -> &'a Token {
        &self.tokens[self.at]
    }

    /// Whether the run begins with it.
    pub(super) fn opens(self) -> bool {
        self.at == self.start
    }

    /// What stands before it in the run.
    pub(super) fn said(self) -> &'a [Token] {
        &self.tokens[self.start.min(self.at)..self.at]
    }

    /// All that stands behind it in the sentence.
    pub(super) fn rest(self) -> &'a [Token] {
        &self.tokens[self.at + 1..]
    }

    /// The token before it, if the run has one.
    pub(super) fn before(self) -> Option<&'a Token> {
        self.said().last()
    }

    /// The token behind it.
    pub(super) fn next(self) -> Option<&'a Token> {
        self.rest().first()
    }

    /// The token after the next.
    pub(super) fn second(self) -> Option<&'a Token> {
        self.rest().get(1)
    }

    /// Whether the run has one of these words before it.
    pub(super) fn is_after(self, words: &[&str]) -> bool {
        self.before().is_some_and(|it| it.is_any(self.text, words))
    }

    /// Whether the word before that of the run is one of these.
    pub(super) fn is_second_after(self, words: &[&str]) -> bool {
        self.second_before()
            .is_some_and(|it| it.is_any(self.text, words))
    }

    /// Whether the word before that of the run has this tag.
    pub(super) fn is_second_after_tag(self, tag: Tag) -> bool {
        self.second_before().is_some_and(|it| it.tag == tag)
    }

    fn second_before(self) -> Option<&'a Token> {
        self.said().iter().rev().nth(1)
    }

    /// Whether one of these words is the next.
    pub(super) fn is_before(self, words: &[&str]) -> bool {
        self.next().is_some_and(|it| it.is_any(self.text, words))
    }

    /// Whether the run has a word of one of these tags before it.
    pub(super) fn is_after_tag(self, tags: &[Tag]) -> bool {
        self.before().is_some_and(|it| tags.contains(&it.tag))
    }

    /// Whether the next has one of these tags.
    pub(super) fn is_before_tag(self, tags: &[Tag]) -> bool {
        self.next().is_some_and(|it| tags.contains(&it.tag))
    }

    /// Whether one of these words is among so many tokens behind it.
    pub(super) fn reaches(self, words: &[&str], tokens: usize) -> bool {
        let mut ahead = self.rest().iter().take(tokens);
        ahead.any(|it| it.is_any(self.text, words))
    }

    /// Whether "than" stands anywhere behind it.
    pub(super) fn is_compared(self) -> bool {
        self.reaches(&["than"], usize::MAX)
    }

    /// "The lowest fifth", "the richer half".
    pub(super) fn is_graded(self) -> bool {
        let before = self.before().map(|before| before.of(self.text));
        before.is_some_and(|before| before.ends_with("est") || before.ends_with("er"))
    }

    /// Whether a word for a stretch of time stands so many tokens behind it.
    pub(super) fn is_time_ahead(self, tokens: usize) -> bool {
        let ahead = self.tokens.get(self.at + tokens);
        ahead.is_some_and(|it| is_time(self.text, it))
    }

    /// Whether a word for a stretch of time stands before it.
    pub(super) fn is_after_time(self) -> bool {
        self.before().is_some_and(|it| is_time(self.text, it))
    }

    /// Whether a word for a distance or a stretch of time stands before it.
    pub(super) fn is_after_measure(self) -> bool {
        let measure = |it: &Token| lexicon::is_measure(it.of(self.text)) || is_time(self.text, it);
        self.before().is_some_and(measure)
    }
}

fn is_time(text: &str, token: &Token) -> bool {
    lexicon::sort(token.of(text)) == Sort::Time
}
