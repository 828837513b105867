//! The verb of a clause: which word it is, with which auxiliaries, and whether it agrees.
//!
//! Apart from the tagger, which looks at a few words around: here a whole clause must hold together.

use super::VerbGroup;
use super::reader::{PRONOUNS, Reader};
use crate::language::lemma::{self, Form};
use crate::language::{Number, Tag, lexicon, marker};

impl Reader<'_> {
    /// The first word of the verb that belongs to the subject.
    pub(super) fn find_verb(&self, start: usize, head: usize) -> Option<usize> {
        let mut at = if self.is_gerund(start) {
            start + 1
        } else {
            head + 1
        };
        let mut relatives = 0;
        let mut aside_end = 0;
        while let Some(token) = self.get(at) {
            let linked = at != aside_end && self.is_linked(at);
            match token.tag {
                _ if self.opens_relative(at) => relatives += 1,
                Tag::AUX | Tag::VERB if !linked && self.is_finite(at) => {
                    if relatives == 0 {
                        return Some(at);
                    }
                    relatives -= 1;
                    at = self.past_object(self.verb_group(at)?.tokens.end);
                    continue;
                }
                Tag::PUNCT => {
                    at = self.over_comma(start, at)?;
                    aside_end = at + 1;
                }
                Tag::SCONJ if self.opens_clause(at) => return None,
                _ if self.is_any(at, &["how", "what", "why", "whether", "if"]) => return None,
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// The token after a participle that stands before the object of a relative clause: "that rivals
    /// exploit disclosed indicators".
    fn past_object(&self, at: usize) -> usize {
        let participle = lemma::forms(&self.word(at)).contains(&Form::Participle);
        let before_noun = matches!(self.tag(at + 1), Some(Tag::NOUN | Tag::PROPN));
        at + usize::from(self.tag(at) == Some(Tag::VERB) && participle && before_noun)
    }

    /// Whether a word follows "and" or a comma, so that in a subject it is no verb: "thresholds and
    /// enumerated controls".
    pub(super) fn is_linked(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        before.is_some_and(|before| self.tag(before) == Some(Tag::CCONJ) || self.is(before, ","))
    }

    /// The comma that closes what this one opens, or the same one inside an enumeration.
    pub(super) fn over_comma(&self, start: usize, at: usize) -> Option<usize> {
        if !self.is(at, ",") {
            return None;
        }
        let in_series = self
            .series_over(start)
            .is_some_and(|series| series.contains(&at));
        if in_series {
            return Some(at);
        }
        let close = (at + 1..self.end.min(at + 12)).find(|other| {
            self.get(*other)
                .is_some_and(|token| token.tag == Tag::PUNCT)
        })?;
        let verb_behind = (close + 1..self.end.min(close + 4))
            .any(|next| matches!(self.tag(next), Some(Tag::VERB | Tag::AUX)));
        (self.is(close, ",")
            && verb_behind
            && !self.is_any(at + 1, &["and", "but", "or", "so", "yet"]))
        .then_some(close)
    }

    /// Whether a verb stands in a form that a subject can have.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        let word = self.word(at);
        let named = at > 0
            && self
                .get(at)
                .is_some_and(|token| token.of(self.text).starts_with(char::is_uppercase));
        if named && self.tag(at) == Some(Tag::VERB) {
            return false;
        }
        let before = at.checked_sub(1);
        let after_to = before.is_some_and(|before| self.is(before, "to"));
        let after_pronoun = before.is_some_and(|before| {
            self.is_any(before, PRONOUNS) && self.tag(before) == Some(Tag::PRON)
        });
        let bare = ["be", "been", "being", "having", "doing"].contains(&&*word);
        if after_to || bare || self.is_naming(at) {
            return false;
        }
        if self.tag(at) == Some(Tag::AUX) {
            return true;
        }
        let forms = lemma::forms(&word);
        let past = forms.contains(&Form::Past);
        if past && forms.contains(&Form::Participle) {
            return after_pronoun || !self.is_reduced(at);
        }
        past || forms.contains(&Form::Base) || forms.contains(&Form::Third)
    }

    /// "An engineer named Lassiter": tells of the noun before it, and no clause.
    fn is_naming(&self, at: usize) -> bool {
        let noun = at.checked_sub(1).and_then(|before| self.tag(before)) == Some(Tag::NOUN);
        noun && self.is_any(at, &["called", "dubbed", "named"])
            && self.tag(at + 1) == Some(Tag::PROPN)
    }

    /// "partners affected by sanctions seek": a participle, since a verb follows it.
    pub(super) fn is_reduced(&self, at: usize) -> bool {
        let bound = matches!(
            self.tag(at + 1),
            Some(Tag::ADP | Tag::ADV | Tag::PART | Tag::SCONJ)
        );
        if !bound {
            return false;
        }
        // "The agreement adopted by the council": nothing adopts "by" anything.
        if self.is(at + 1, "by") && !self.is_gerund(at + 2) && self.tag(at - 1) != Some(Tag::PRON) {
            return true;
        }
        let mut next = at + 1;
        while let Some(token) = self.get(next) {
            if let Some(series) = self.series_over(next).filter(|series| series.start <= next) {
                next = series.end;
                continue;
            }
            match token.tag {
                Tag::AUX => return !["be", "been", "being"].contains(&&*self.word(next)),
                Tag::VERB if self.is_naming(next) => next += 1,
                Tag::VERB if self.follows_participle(next) => return true,
                Tag::PUNCT | Tag::CCONJ | Tag::SCONJ => return false,
                _ if self.opens_relative(next) => return false,
                _ => next += 1,
            }
        }
        false
    }

    /// A finite form that is no part of an infinitive.
    pub(super) fn follows_participle(&self, at: usize) -> bool {
        let forms = lemma::forms(&self.word(at));
        let finite = [Form::Third, Form::Base, Form::Past]
            .iter()
            .any(|form| forms.contains(form));
        finite && !self.is(at - 1, "to")
    }

    /// The verb that begins here, with its auxiliaries.
    pub(super) fn verb_group(&self, start: usize) -> Option<VerbGroup> {
        let auxiliary = (self.tag(start)? == Tag::AUX).then_some(start);
        let mut main = start;
        let mut at = start + 1;
        while auxiliary.is_some() {
            match self.tag(at) {
                Some(Tag::AUX) => main = at,
                Some(Tag::VERB) if self.acts_after(main, at) => {
                    return Some(VerbGroup {
                        tokens: start..at + 1,
                        auxiliary,
                        main: at,
                    });
                }
                Some(Tag::ADV | Tag::PART) if self.leads_to_verb(at) => {}
                _ => break,
            }
            at += 1;
        }
        let lone = main == start;
        Some(VerbGroup {
            tokens: start..main + 1,
            auxiliary: auxiliary.filter(|_| !lone),
            main,
        })
    }

    /// Whether the verb form at `at` goes with the auxiliary: "is building", but not "is building blocks".
    pub(super) fn acts_after(&self, auxiliary: usize, at: usize) -> bool {
        let forms = lemma::forms(&self.word(at));
        let modal = ![
            "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having",
        ]
        .contains(&&*self.word(auxiliary));
        if modal {
            forms.contains(&Form::Base)
        } else {
            forms.contains(&Form::Participle) || forms.contains(&Form::Gerund)
        }
    }

    pub(super) fn leads_to_verb(&self, at: usize) -> bool {
        let skip =
            (at..self.end).find(|next| !matches!(self.tag(*next), Some(Tag::ADV | Tag::PART)));
        skip.is_some_and(|next| matches!(self.tag(next), Some(Tag::VERB | Tag::AUX)))
    }

    /// Whether a noun with a verb of its own follows though nothing opens a clause for it: then the
    /// first verb was a noun.
    pub(super) fn has_second_verb(&self, verb: &VerbGroup) -> bool {
        let openers = [
            "that", "which", "who", "whose", "where", "how", "what", "whether", "why", "as",
            "than", "when", "if", "because",
        ];
        let causing = [
            "help", "let", "make", "see", "watch", "hear", "have", "say", "think", "know", "mean",
            "believe",
        ];
        let (next, after) = (verb.tokens.end, verb.tokens.end + 1);
        let acts = lexicon::verb_base(&self.word(after)).is_some()
            && lemma::forms(&self.word(after)).contains(&Form::Third);
        let adjective = lemma::forms(&self.word(verb.main)).contains(&Form::Participle);
        if self.tag(next) == Some(Tag::NOUN) && acts && adjective && verb.auxiliary.is_none() {
            return true;
        }
        if lemma::base(&self.word(verb.main)).is_some_and(|base| causing.contains(&base.as_str())) {
            return false;
        }
        let opened = |at: usize| {
            self.is_any(at, &openers)
                || self.opens_clause(at)
                || matches!(self.tag(at), Some(Tag::PUNCT | Tag::PRON)) && !self.is(at, ",")
        };
        for at in verb.tokens.end..self.end {
            if opened(at) {
                return false;
            }
            let present = self.tag(at) == Some(Tag::AUX)
                || self.tag(at) == Some(Tag::VERB) && {
                    let forms = lemma::forms(&self.word(at));
                    forms.contains(&Form::Third) || forms.contains(&Form::Base)
                };
            let noun = matches!(self.tag(at - 1), Some(Tag::NOUN | Tag::PROPN));
            let joined = self.joined_clause(verb.tokens.end, at);
            if present && noun && !joined {
                return true;
            }
        }
        false
    }

    /// Whether "and", "but" or a comma opens a clause of its own before a verb: then its noun is no
    /// riddle.
    pub(super) fn joined_clause(&self, start: usize, verb: usize) -> bool {
        let phrase = self.phrases.iter().find(|phrase| phrase.tokens.end == verb);
        let before = phrase
            .and_then(|phrase| phrase.tokens.start.checked_sub(1))
            .filter(|before| *before >= start);
        before.is_some_and(|before| {
            marker::joining(&self.word(before)).is_some() && self.is(before - 1, ",")
        })
    }

    /// Whether the verb's form goes with one or with several.
    pub(super) fn agrees(&self, verb: &VerbGroup, number: Number, head: usize) -> bool {
        let word = self.word(verb.tokens.start);
        let head = self.word(head);
        let auxiliary = match &*word {
            "is" | "was" | "has" | "does" => Some(Number::Singular),
            "are" | "were" | "have" | "do" => Some(Number::Plural),
            "am" => return head == "i",
            _ => None,
        };
        if let Some(expected) = auxiliary {
            return expected == number || head == "i" && word == "was";
        }
        if self.tag(verb.tokens.start) == Some(Tag::AUX) {
            return true;
        }
        let forms = lemma::forms(&word);
        match number {
            _ if forms.contains(&Form::Past) => true,
            Number::Singular => forms.contains(&Form::Third),
            Number::Plural => forms.contains(&Form::Base),
        }
    }
}
