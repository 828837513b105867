//! "That", "this", "which" and "both": before a noun, for a noun, or before a clause.
//!
//! Apart from the other words of the closed classes because these share how they look ahead.

use super::{Draft, Tag};
use crate::language::{lemma, lexicon};

impl Draft<'_> {
    /// "That" as conjunction, relative pronoun, pronoun or article.
    pub(super) fn that(&self, at: usize) -> Tag {
        let finite_next = self.is_finite(self.past_adverbs(at + 1));
        let noun_before = matches!(
            self.before(at),
            Some(Tag::NOUN | Tag::PROPN | Tag::PRON | Tag::NUM)
        );
        let opens = at == 0 || matches!(self.before(at), Some(Tag::PUNCT | Tag::CCONJ | Tag::ADP));
        match () {
            () if finite_next => Tag::PRON,
            () if self.before(at) == Some(Tag::ADP) || self.tag(at + 1).is_none() => self.this(at),
            () if self.takes_that(at) => self.after_saying(at),
            () if noun_before => Tag::PRON,
            () if opens && !self.clause_follows(at) => self.this(at),
            () if opens && self.singular_follows(at) => Tag::DET,
            () if self.before(at) == Some(Tag::VERB) && self.singular_follows(at) => Tag::DET,
            () if matches!(self.tag(at + 1), Some(Tag::PUNCT | Tag::ADP)) => Tag::PRON,
            () => Tag::SCONJ,
        }
    }

    pub(super) fn this(&self, at: usize) -> Tag {
        if self.leads_phrase(at) {
            Tag::DET
        } else {
            Tag::PRON
        }
    }

    /// After "say that": a clause, unless a lone phrase ends the sentence.
    fn after_saying(&self, at: usize) -> Tag {
        let clause = self.clause_follows(at) || !self.singular_follows(at);
        let person = self.small(at - 1) == "told" && self.singular_follows(at);
        match (clause, self.tag(at + 1)) {
            (_, Some(Tag::PUNCT)) if self.small(at + 1) != "," => Tag::PRON,
            _ if person || !clause => Tag::DET,
            _ => Tag::SCONJ,
        }
    }

    /// Whether the word before this "that" is followed by a clause: "say", "fact", "clear".
    pub(super) fn takes_that(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let word = self.small(before);
        let verb = lemma::base(word).unwrap_or_default();
        lexicon::takes_that(&verb) || lexicon::takes_that(&lemma::singular(word))
    }

    /// Whether a noun in the singular comes next, adjectives aside.
    fn singular_follows(&self, at: usize) -> bool {
        let mut next = at + 1;
        while self.tag(next) == Some(Tag::ADJ) {
            next += 1;
        }
        self.tag(next) == Some(Tag::NOUN)
            && !lexicon::is_plural(self.word(next))
            && self.tag(next + 1) != Some(Tag::NOUN)
    }

    /// Whether this word is followed by the rest of a noun phrase.
    pub(super) fn leads_phrase(&self, at: usize) -> bool {
        match self.tag(at + 1) {
            Some(Tag::NOUN | Tag::PROPN | Tag::NUM) => true,
            Some(Tag::ADJ | Tag::VERB) => {
                let participle = self.tags[at + 1] == Tag::ADJ || !self.is_finite(at + 1);
                participle && matches!(self.tag(at + 2), Some(Tag::NOUN | Tag::ADJ | Tag::PROPN))
                    || self.tags[at + 1] == Tag::ADJ
            }
            Some(Tag::ADV) => matches!(self.tag(at + 2), Some(Tag::ADJ)),
            _ => false,
        }
    }

    /// "Which" before its noun ("observe which strategies succeed") and on its own.
    pub(super) fn which(&self, at: usize) -> Tag {
        let noun_next = match self.tag(at + 1) {
            Some(Tag::NOUN) => self.tag(at + 2).is_some_and(|tag| tag != Tag::PRON),
            Some(Tag::ADJ) => self.tag(at + 2) == Some(Tag::NOUN),
            _ => false,
        };
        let asks = at == 0 || matches!(self.before(at), Some(Tag::VERB | Tag::ADP));
        if asks && noun_next {
            Tag::DET
        } else {
            Tag::PRON
        }
    }

    /// "Both parents", but "both parents and children".
    pub(super) fn both(&self, at: usize) -> Tag {
        let mut next = at + 1;
        let within = |tag: Tag| !matches!(tag, Tag::PUNCT | Tag::VERB | Tag::AUX | Tag::CCONJ);
        while self.tag(next).is_some_and(within) {
            next += 1;
        }
        if self.tag(next) == Some(Tag::CCONJ) {
            Tag::CCONJ
        } else if self.leads_phrase(at) || self.tag(at + 1) == Some(Tag::DET) {
            Tag::DET
        } else {
            Tag::PRON
        }
    }
}
