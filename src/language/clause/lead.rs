//! What stands before a clause's subject: "when borders close,", "in 1871".
//!
//! Apart from `adjunct`, which reads what stands behind the verb.

use std::ops::Range;

use super::reader::{PRONOUNS, Reader};
use super::{Adjunct, Clause, Role};
use crate::language::{Tag, lexicon, marker};

impl Reader<'_> {
    /// The clause after something that ends in a comma, or with which its subject cannot be joined.
    pub(super) fn with_lead(&self, start: usize) -> Option<Clause> {
        let role = self.lead_role(start)?;
        for end in start + 1..self.end {
            let comma = self.is(end, ",");
            // "To put one every mile would take sixty" has no comma, and no lead.
            let open = !comma && (role == Role::Purpose || !self.begins_subject(start, end));
            if comma && self.is_inside(end) || open {
                continue;
            }
            let Some(mut clause) = self.main(self.past_adverbs(end + usize::from(comma))) else {
                continue;
            };
            if clause.is_order() || self.is_torn(start..end) || !self.is_lead(start..end, role) {
                continue;
            }
            let body = self.body_of(start);
            clause.lead = Some(Adjunct {
                tokens: start..end,
                body,
                role,
            });
            return Some(clause);
        }
        None
    }

    /// The next token that is no adverb: "when prices fall, even rich merchants sell", but not "in 2012, when a frost
    /// killed them", which opens a clause.
    fn past_adverbs(&self, at: usize) -> usize {
        let stays = |token: &usize| {
            self.tag(*token) != Some(Tag::ADV) || marker::opening(&self.word(*token)).is_some()
        };
        (at..self.end).find(stays).unwrap_or(at)
    }

    /// Whether a subject can begin here though no comma stands before it: behind a whole phrase.
    pub(super) fn begins_subject(&self, start: usize, at: usize) -> bool {
        let closed = self
            .phrases
            .iter()
            .any(|phrase| phrase.tokens.end == at && phrase.tokens.start > start)
            || self.tag(at - 1) == Some(Tag::NUM)
            || self.tag(at - 1) == Some(Tag::ADV)
                && at.checked_sub(2).is_none_or(|before| !self.is(before, ","));
        let subject = self.is_any(at, PRONOUNS) && self.tag(at) == Some(Tag::PRON)
            || self.phrase_from(at).is_some();
        closed && subject
    }

    /// Whether a comma stands in a phrase or between two items of an enumeration.
    pub(super) fn is_inside(&self, comma: usize) -> bool {
        let inner = |range: Range<usize>| range.start < comma && comma + 1 < range.end;
        self.phrases
            .iter()
            .any(|phrase| inner(phrase.tokens.clone()))
            || self.series_over(comma).is_some_and(inner)
    }

    /// What a sentence that begins like this says first.
    pub(super) fn lead_role(&self, start: usize) -> Option<Role> {
        let opener = marker::opening(&self.word(start));
        match (opener, self.tag(start)?) {
            (Some(role), _) => Some(role),
            _ if self.is(start, "by") && self.is_gerund(start + 1) => Some(Role::Means),
            _ if self.is(start, "to") && self.tag(start + 1) == Some(Tag::VERB) => {
                Some(Role::Purpose)
            }
            _ if self.is(start, "rather") && self.is(start + 1, "than") => Some(Role::Instead),
            (_, Tag::ADP) if self.is_time(start) => Some(Role::Time),
            (_, Tag::ADP | Tag::SCONJ) => Some(Role::Place),
            (_, Tag::ADV) if self.is(start + 1, ",") => Some(Role::Place),
            _ => None,
        }
    }

    /// Whether it ends with what was joined to another clause and belongs to the next one: "because
    /// fumes rose, miners fell ill, and for months".
    fn is_torn(&self, lead: Range<usize>) -> bool {
        let is_join = |at: &usize| {
            let [and, next] = [1, 2].map(|by| self.tag(at + by));
            self.is(*at, ",") && and == Some(Tag::CCONJ) && next == Some(Tag::ADP)
        };
        let acts = |at| matches!(self.tag(at), Some(Tag::VERB | Tag::AUX));
        let join = lead.clone().rev().find(is_join);
        join.is_some_and(|join| !(join..lead.end).any(acts))
    }

    /// Whether what stands before the comma is whole: a clause after an opening word, else no
    /// clause at all.
    pub(super) fn is_lead(&self, lead: Range<usize>, role: Role) -> bool {
        let inner = Reader {
            end: lead.end,
            ..*self
        };
        let opened = marker::opening(&self.word(lead.start)).is_some();
        let claused = inner.main(lead.start + 1).is_some();
        match role {
            _ if opened => {
                claused || self.tag(lead.start + 1) == Some(Tag::VERB) || role == Role::Time
            }
            Role::Means | Role::Purpose | Role::Instead => true,
            _ => lead.len() < 9 && !lead.clone().any(|at| self.tag(at) == Some(Tag::AUX)),
        }
    }

    pub(super) fn body_of(&self, start: usize) -> usize {
        let two = self.is(start, "rather")
            || self.is(start, "so") && self.is(start + 1, "that")
            || self.is(start, "even") && self.is_any(start + 1, &["if", "when", "though"]);
        start + if two { 2 } else { 1 }
    }

    /// "in 1912", "during the war", "after two years".
    pub(super) fn is_time(&self, at: usize) -> bool {
        let adposition = self.is_any(
            at,
            &[
                "in", "on", "by", "during", "after", "before", "since", "until", "from",
            ],
        );
        let year =
            self.word(at + 1).len() == 4 && self.word(at + 1).chars().all(|c| c.is_ascii_digit());
        let phrase = self
            .phrase_from(at + 1)
            .map(|phrase| self.word(phrase.head));
        let timely = phrase
            .is_some_and(|head| lexicon::sort(&head) == lexicon::Sort::Time || is_month(&head));
        adposition && (year || timely && !self.is(at, "from"))
    }
}

fn is_month(word: &str) -> bool {
    crate::article::MONTHS
        .iter()
        .any(|month| month.eq_ignore_ascii_case(word))
}
