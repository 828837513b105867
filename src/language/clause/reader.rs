//! Reading a clause: its subject, and what follows from the verb on.
//!
//! Apart from the kinds of adjunct and the forms of the verb, which it asks for.

use std::borrow::Cow;
use std::ops::Range;

use super::{Clause, VerbGroup};
use crate::language::lemma::{self, Form};
use crate::language::{Number, Phrase, Series, Tag, Token, marker};

/// Pronouns that can be a subject.
pub(super) const PRONOUNS: &[&str] = &[
    "anybody",
    "anyone",
    "everybody",
    "everyone",
    "he",
    "i",
    "it",
    "nobody",
    "she",
    "somebody",
    "someone",
    "that",
    "these",
    "they",
    "this",
    "those",
    "we",
    "you",
];

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) phrases: &'a [Phrase],
    pub(super) series: &'a [Series],
    /// The token after the last that is read.
    pub(super) end: usize,
}

impl Reader<'_> {
    /// The clause that begins here and those joined to it.
    pub(super) fn segment(&self, start: usize) -> Vec<Clause> {
        let Some(main) = self.with_lead(start).or_else(|| self.main(start)) else {
            return Vec::new();
        };
        let joined = main
            .tail
            .iter()
            .filter(|adjunct| marker::joining(&self.word(adjunct.tokens.start)).is_some());
        let joined: Vec<Clause> = joined
            .filter_map(|adjunct| {
                Reader {
                    end: adjunct.tokens.end,
                    ..*self
                }
                .main(adjunct.body)
            })
            .collect();
        [main].into_iter().chain(joined).collect()
    }

    /// A clause whose subject begins here.
    pub(super) fn main(&self, start: usize) -> Option<Clause> {
        if self.is_order(start) {
            return self.order(start);
        }
        let head = self.subject_head(start)?;
        let verb_at = self.find_verb(start, head)?;
        let several = self.is_joined(start..verb_at) || self.number_of(head) == Number::Plural;
        let number = if several {
            Number::Plural
        } else {
            Number::Singular
        };
        let verb = self.verb_group(verb_at)?;
        self.agrees(&verb, number, head).then_some(())?;
        let open = self.has_second_verb(&verb);
        (!open).then_some(())?;
        Some(self.finish(
            start..self.subject_end(start, head, verb_at),
            head,
            number,
            verb,
        ))
    }

    pub(super) fn finish(
        &self,
        subject: Range<usize>,
        head: usize,
        number: Number,
        verb: VerbGroup,
    ) -> Clause {
        let mut cuts = self.cuts(verb.tokens.end);
        // "It has grown since a path was opened", "the salt, whose use has grown since": from then on, not for that
        // reason.
        let have = |at: &usize| ["has", "have", "had"].iter().any(|have| self.is(*at, have));
        let own = verb.tokens.clone().any(|at| have(&at));
        let acts = |at: &usize| matches!(self.tag(*at), Some(Tag::VERB | Tag::AUX));
        // "The mill that he had built, since nobody would pay": a comma sets the reason apart.
        let inner = |end: usize| {
            let last = (verb.tokens.end..end).rev().find(have);
            let lone = last.is_some_and(|last| (last + 1..end).filter(acts).count() == 1);
            lone && !self.is(end - 1, ",")
        };
        for cut in &mut cuts {
            let start = cut.tokens.start;
            if self.is(start, "since") && (own || inner(start)) {
                cut.role = super::Role::Time;
            }
        }
        let first = cuts.first().map_or(self.end, |cut| cut.tokens.start);
        let rest = verb.tokens.end..self.before_comma(first).max(verb.tokens.end);
        Clause {
            lead: None,
            subject,
            head,
            number,
            verb,
            rest,
            tail: cuts,
        }
    }

    /// "Boil the water": a base form and its object, at the start.
    pub(super) fn is_order(&self, start: usize) -> bool {
        let base = lemma::forms(&self.word(start)).contains(&Form::Base);
        let object = self.phrase_from(start + 1).is_some()
            || self
                .get(start + 1)
                .is_some_and(|next| matches!(next.tag, Tag::ADP | Tag::PRON | Tag::DET | Tag::ADV));
        base && self.tag(start) == Some(Tag::VERB) && object && self.phrase_from(start).is_none()
    }

    pub(super) fn order(&self, start: usize) -> Option<Clause> {
        let verb = VerbGroup {
            tokens: start..start + 1,
            auxiliary: None,
            main: start,
        };
        Some(self.finish(start..start, start, Number::Singular, verb))
    }

    /// The noun or pronoun that the subject is about.
    pub(super) fn subject_head(&self, start: usize) -> Option<usize> {
        if let Some(phrase) = self.phrase_from(start) {
            return Some(phrase.head);
        }
        let alone = self.is_any(start, PRONOUNS) && !self.is_determiner(start);
        (alone || self.is_gerund(start)).then_some(start)
    }

    /// "this diversification": the word goes with a noun.
    pub(super) fn is_determiner(&self, at: usize) -> bool {
        self.is_any(at, &["this", "that", "these", "those"]) && self.phrase_from(at + 1).is_some()
    }

    pub(super) fn number_of(&self, head: usize) -> Number {
        let word = self.word(head);
        let several = ["i", "you", "we", "they", "these", "those"].contains(&&*word);
        let phrase = self.phrases.iter().find(|phrase| phrase.head == head);
        match phrase {
            Some(phrase) => phrase.number(self.text, self.tokens),
            None if several => Number::Plural,
            None => Number::Singular,
        }
    }

    /// Whether the subject is of several joined by "and".
    pub(super) fn is_joined(&self, subject: Range<usize>) -> bool {
        let first = self
            .phrase_from(subject.start)
            .map_or(subject.start + 1, |phrase| phrase.tokens.end);
        let series = self
            .series_over(subject.start)
            .is_some_and(|series| series.end <= subject.end);
        series || self.is(first, "and") && first < subject.end
    }

    /// Where the subject ends, without adverbs and asides behind it.
    pub(super) fn subject_end(&self, start: usize, head: usize, verb: usize) -> usize {
        let bare = |at: &usize| !matches!(self.tag(*at), Some(Tag::ADV | Tag::PUNCT));
        let last = |end: usize| {
            (head + 1..end)
                .rev()
                .find(bare)
                .map_or(head + 1, |last| last + 1)
        };
        let comma = (head + 1..verb).find(|at| self.is(*at, ","));
        match comma {
            Some(comma) if self.series_over(start).is_none() => last(comma),
            _ => last(verb),
        }
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).filter(|_| at < self.end)
    }

    pub(super) fn word(&self, at: usize) -> Cow<'_, str> {
        self.get(at)
            .map_or(Cow::Borrowed(""), |token| token.small(self.text))
    }

    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        self.get(at).map(|token| token.tag)
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.get(at).is_some_and(|token| token.is(self.text, word))
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.get(at)
            .is_some_and(|token| token.is_any(self.text, words))
    }

    pub(super) fn phrase_from(&self, at: usize) -> Option<&Phrase> {
        self.phrases
            .iter()
            .find(|phrase| phrase.tokens.start == at && phrase.tokens.end <= self.end)
    }

    pub(super) fn series_over(&self, at: usize) -> Option<Range<usize>> {
        let whole = |series: &Series| Some(series.items.first()?.start..series.items.last()?.end);
        self.series
            .iter()
            .filter_map(whole)
            .find(|range| range.contains(&at))
    }

    pub(super) fn opens_clause(&self, at: usize) -> bool {
        marker::opening(&self.word(at)).is_some()
    }

    pub(super) fn opens_relative(&self, at: usize) -> bool {
        let noun = at.checked_sub(1).and_then(|before| self.tag(before));
        self.is_any(at, &["that", "which", "who", "whose", "whom", "where"])
            && matches!(
                noun,
                Some(Tag::NOUN | Tag::PROPN | Tag::PRON | Tag::ADP | Tag::PUNCT)
            )
    }

    pub(super) fn is_gerund(&self, at: usize) -> bool {
        self.tag(at) == Some(Tag::VERB) && self.word(at).ends_with("ing")
    }

    /// The end of a run that stops before `at`, a comma or a joining word before it left out.
    pub(super) fn before_comma(&self, at: usize) -> usize {
        if at > 0 && self.is(at - 1, ",") {
            at - 1
        } else {
            at
        }
    }
}
