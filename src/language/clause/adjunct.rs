//! What stands behind a clause's verb and says when, why or how.
//!
//! Apart from `lead`, whose parts a comma closes.

use super::reader::Reader;
use super::{Adjunct, Role};
use crate::language::lemma::{self, Form};
use crate::language::{Tag, lexicon, marker};

/// Nouns whose "to" says what they are, not what something is done for.
const TO_NOUNS: &[&str] = &[
    "ability",
    "attempt",
    "capacity",
    "chance",
    "choice",
    "commitment",
    "decision",
    "desire",
    "duty",
    "effort",
    "failure",
    "freedom",
    "incentive",
    "inclination",
    "need",
    "obligation",
    "opportunity",
    "permission",
    "plan",
    "power",
    "promise",
    "proposal",
    "readiness",
    "reason",
    "reluctance",
    "right",
    "tendency",
    "time",
    "way",
    "willingness",
    "wish",
];

/// Verbs whose "to" says what is begun, wanted or brought about.
const TO_VERBS: &[&str] = &[
    "agree",
    "aim",
    "allow",
    "ask",
    "attempt",
    "begin",
    "cause",
    "cease",
    "choose",
    "come",
    "compel",
    "continue",
    "dare",
    "decide",
    "encourage",
    "enable",
    "expect",
    "fail",
    "force",
    "get",
    "go",
    "happen",
    "help",
    "hope",
    "induce",
    "inspire",
    "instruct",
    "intend",
    "invite",
    "lead",
    "learn",
    "let",
    "manage",
    "mean",
    "motivate",
    "need",
    "oblige",
    "offer",
    "order",
    "permit",
    "persuade",
    "prefer",
    "prepare",
    "pretend",
    "promise",
    "prompt",
    "propose",
    "push",
    "refuse",
    "remind",
    "require",
    "seek",
    "seem",
    "start",
    "take",
    "struggle",
    "teach",
    "tell",
    "tempt",
    "tend",
    "threaten",
    "try",
    "undertake",
    "urge",
    "vote",
    "want",
    "warn",
    "wish",
];

/// Verbs that a question can follow: "predict when the birds will pass".
const ASKING: &[&str] = &[
    "ask",
    "calculate",
    "decide",
    "determine",
    "discover",
    "explain",
    "forecast",
    "know",
    "learn",
    "predict",
    "remember",
    "say",
    "show",
    "tell",
    "understand",
    "wonder",
];

impl Reader<'_> {
    /// The adjuncts from `start` to the end.
    pub(super) fn cuts(&self, start: usize) -> Vec<Adjunct> {
        let mut opened: Vec<(usize, usize, Role)> = Vec::new();
        for at in start..self.end {
            let fresh = opened.last().is_none_or(|(_, body, _)| at >= *body);
            let apart = opened.is_empty() || self.is(at - 1, ",");
            if let Some((body, role)) = self.opens(at, start).filter(|_| fresh && apart) {
                opened.push((at, body, role));
            }
        }
        let ends = opened
            .iter()
            .skip(1)
            .map(|(at, _, _)| *at)
            .chain([self.end]);
        let adjuncts = opened
            .iter()
            .zip(ends)
            .map(|((at, body, role), end)| Adjunct {
                tokens: *at..self.before_comma(end),
                body: *body,
                role: *role,
            });
        adjuncts.collect()
    }

    /// Where the body begins and what it says, if an adjunct opens at `at`.
    pub(super) fn opens(&self, at: usize, start: usize) -> Option<(usize, Role)> {
        let after_comma = at > start && self.is(at - 1, ",");
        if self.series_over(at).is_some_and(|series| series.start < at) {
            return None;
        }
        self.opens_subordinate(at, start)
            .or_else(|| self.opens_by_preposition(at, start))
            .or_else(|| self.opens_after_comma(at).filter(|_| after_comma))
    }

    pub(super) fn opens_subordinate(&self, at: usize, start: usize) -> Option<(usize, Role)> {
        let word = &*self.word(at);
        let role = marker::opening(word)?;
        let claused = self.main(at + 1).is_some_and(|clause| !clause.is_order());
        let participle = matches!(self.tag(at + 1), Some(Tag::VERB)) && word != "as";
        let relative = word == "where" && at > start && self.tag(at - 1) != Some(Tag::PUNCT);
        let asked = ["when", "where", "whether", "if"].contains(&word)
            && (start.saturating_sub(1)..at).any(|before| self.asks(before));
        let noun_clause =
            asked || at == start && ["when", "where", "whether", "if"].contains(&word);
        (!relative && !noun_clause && (claused || participle)).then_some((at + 1, role))
    }

    fn asks(&self, at: usize) -> bool {
        let verb = self.tag(at) == Some(Tag::VERB);
        let base = lemma::base(&self.word(at)).filter(|_| verb);
        base.is_some_and(|base| ASKING.contains(&&*base))
    }

    pub(super) fn opens_by_preposition(&self, at: usize, start: usize) -> Option<(usize, Role)> {
        let noun_before = at > start
            && matches!(
                self.tag(at - 1),
                Some(Tag::NOUN | Tag::PROPN | Tag::ADV | Tag::PRON | Tag::PUNCT | Tag::ADJ)
            );
        match () {
            () if self.is(at, "by") && self.is_gerund(at + 1) => Some((at + 1, Role::Means)),
            () if self.is(at, "rather") && self.is(at + 1, "than") => Some((at + 2, Role::Instead)),
            () if self.is(at, "instead") && self.is(at + 1, "of") => Some((at + 2, Role::Instead)),
            () if self.is(at, "so") && self.is(at + 1, "that") => Some((at + 2, Role::Purpose)),
            () if self.is(at, "in") && self.is(at + 1, "order") && self.is(at + 2, "to") => {
                Some((at + 3, Role::Purpose))
            }
            () if noun_before && self.is_purpose(at, start) => Some((at + 1, Role::Purpose)),
            () if self.tag(at) == Some(Tag::ADP) && self.is_time(at) => Some((at + 1, Role::Time)),
            () => None,
        }
    }

    /// "to keep trade moving", where the noun before needs no "to" of its own.
    pub(super) fn is_purpose(&self, at: usize, start: usize) -> bool {
        let base = self.is(at, "to")
            && self.tag(at + 1) == Some(Tag::VERB)
            && lemma::forms(&self.word(at + 1)).contains(&Form::Base);
        let wanting = || (start.saturating_sub(1)..at).any(|before| self.wants_infinitive(before));
        let singled = || {
            (start..at).any(|before| {
                self.is_any(
                    before,
                    &["first", "last", "only", "next", "enough", "too", "so"],
                )
            })
        };
        base && self.tag(at - 1) != Some(Tag::ADJ) && !singled() && !wanting()
    }

    pub(super) fn wants_infinitive(&self, at: usize) -> bool {
        let word = self.word(at);
        TO_NOUNS.contains(&lemma::singular(&word).as_str())
            || lemma::base(&word).is_some_and(|base| TO_VERBS.contains(&base.as_str()))
    }

    pub(super) fn opens_after_comma(&self, at: usize) -> Option<(usize, Role)> {
        if let Some(role) = marker::joining(&self.word(at)) {
            return self
                .main(at + 1)
                .filter(|clause| !clause.is_order())
                .map(|_| (at + 1, role));
        }
        match () {
            () if self.is_any(at, &["which", "who"]) => Some((at + 1, Role::Aside)),
            () if self.is(at, "thereby") && self.is_gerund(at + 1) => Some((at + 1, Role::Result)),
            () if self.is_gerund(at)
                && !lexicon::is_neighbouring(&self.word(at))
                && !self.is(at, "including") =>
            {
                Some((at, Role::Result))
            }
            () => None,
        }
    }
}
