//! Auxiliaries, and when "be", "have" and "do" are verbs of their own.
//!
//! Apart from the other words of the closed classes because a question is built on them.

use super::{Draft, Tag};
use crate::language::lemma::{self, Form};
use crate::language::lexicon::is_modal;

pub(super) const BE: &[&str] = &[
    "am", "are", "be", "been", "being", "is", "was", "were", "isn't", "aren't", "wasn't", "weren't",
];

pub(super) const HAVE: &[&str] = &[
    "had", "has", "have", "having", "hadn't", "hasn't", "haven't",
];

pub(super) const DO: &[&str] = &["did", "do", "does", "didn't", "doesn't", "don't"];

impl Draft<'_> {
    /// After an article or as a capital inside the sentence: "a will", "in May".
    pub(super) fn is_named(&self, at: usize) -> bool {
        let capital = at > 0 && self.word(at).starts_with(char::is_uppercase);
        let after = matches!(self.before(at), Some(Tag::DET | Tag::ADP));
        let noun = ["can", "may", "might", "must", "will", "being"].contains(&self.small(at));
        noun && (capital && after
            || self.before(at) == Some(Tag::DET) && self.tags[at] == Tag::NOUN)
    }

    /// "There are two" has a verb; elsewhere "be" is an auxiliary.
    pub(super) fn be(&self, at: usize) -> Tag {
        let mut back = at;
        while back > 0 && (self.tags[back - 1] == Tag::ADV || is_modal(self.small(back - 1))) {
            back -= 1;
        }
        let there = back > 0 && self.small(back - 1) == "there";
        if there && self.tags[back - 1] == Tag::PRON {
            Tag::VERB
        } else {
            Tag::AUX
        }
    }

    /// "There" that only opens a sentence about what exists.
    pub(super) fn there(&self, at: usize) -> Tag {
        let mut next = at + 1;
        while is_modal(self.small(next)) || self.tag(next) == Some(Tag::ADV) {
            next += 1;
        }
        let exists = [
            "seems", "seem", "appears", "remain", "remains", "exist", "exists", "'s", "’s",
        ];
        let be = BE.contains(&self.small(next)) || exists.contains(&self.small(next));
        if be && self.before(at) != Some(Tag::ADP) {
            Tag::PRON
        } else {
            Tag::ADV
        }
    }

    /// "Have" before a participle is an auxiliary.
    pub(super) fn have(&self, at: usize) -> Tag {
        let mut next = self.past_adverbs(at + 1);
        if self.tag(next) == Some(Tag::PRON) && self.opens_clause(at) {
            next = self.past_adverbs(next + 1);
        }
        let been = BE.contains(&self.small(next)) || HAVE.contains(&self.small(next));
        let participle = self.tag(next) == Some(Tag::VERB)
            && lemma::forms(self.word(next)).contains(&Form::Participle);
        if been || participle {
            Tag::AUX
        } else {
            Tag::VERB
        }
    }

    /// "Do" before "not" or a base form is an auxiliary.
    pub(super) fn do_(&self, at: usize) -> Tag {
        let word = self.small(at);
        let next = self.past_adverbs(at + 1);
        let negated = word.ends_with("n't") || self.small(at + 1) == "not";
        let emphatic = self.tag(next) == Some(Tag::VERB) && self.is_base(next);
        let asks = self.opens_clause(at)
            && matches!(
                self.tag(next),
                Some(Tag::PRON | Tag::DET | Tag::NOUN | Tag::PROPN)
            );
        if negated || emphatic || asks {
            Tag::AUX
        } else {
            Tag::VERB
        }
    }

    /// At the beginning, or after a word that asks.
    fn opens_clause(&self, at: usize) -> bool {
        let asks = ["what", "why", "how", "where", "when", "whom", "and", "nor"];
        at == 0
            || matches!(self.tags[at - 1], Tag::PUNCT)
            || asks.contains(&self.small(at - 1)) && at < 3
    }
}

pub(super) fn is_auxiliary(word: &str) -> bool {
    let others = [
        "'s", "need", "dare", "used", "get", "got", "let's", "'re", "'ve", "'ll", "'d", "'m",
    ];
    let known = [BE, HAVE, DO, &others]
        .iter()
        .any(|words| words.contains(&word));
    known || is_modal(word) || word.contains('\'')
}
