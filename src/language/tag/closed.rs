//! Words of the closed classes: "to", "as", "before", "about" and their like, each to its rule.
//!
//! Apart from the open classes because each of these words has its own few readings, and what
//! follows tells which.

use super::auxiliary::{BE, DO, HAVE, is_auxiliary};
use super::{Draft, Tag};
use crate::language::lemma::{self, Form};
use crate::language::lexicon;
use crate::language::lexicon::is_modal;

/// Words that are prepositions and nothing else, but for a clause in "-ing" after them.
const PREPOSITIONS: &[&str] = &[
    "about",
    "above",
    "across",
    "against",
    "along",
    "among",
    "around",
    "at",
    "behind",
    "between",
    "beyond",
    "by",
    "during",
    "for",
    "from",
    "in",
    "into",
    "of",
    "on",
    "onto",
    "over",
    "through",
    "toward",
    "towards",
    "under",
    "with",
    "within",
    "without",
    "amid",
    "amidst",
    "alongside",
    "despite",
    "throughout",
    "upon",
    "via",
];

/// Words that are prepositions before a phrase and conjunctions before a clause.
const EITHER: &[&str] = &["after", "as", "before", "since", "than", "until", "till"];

/// Pronouns that can only be a subject.
const SUBJECTS: &[&str] = &["he", "i", "she", "they", "we", "who"];

impl Draft<'_> {
    /// What a word of a closed class is, before its neighbours of the open classes are settled.
    pub(super) fn closed(&self, at: usize) -> Tag {
        let word = self.small(at);
        match word {
            "not" => Tag::PART,
            "£" | "$" | "€" | "%" | "°" | "+" | "=" => Tag::SYM,
            "how" => Tag::ADV,
            "cent" if self.is_per(at) => Tag::NOUN,
            _ if word.ends_with("n't") => Tag::AUX,
            "to" => self.to(at),
            "there" => self.there(at),
            "most" | "more" | "many" | "few" if self.counts(at) => Tag::ADJ,
            "most" if self.tag(at + 1) == Some(Tag::NOUN) => Tag::ADJ,
            "both" if self.counts(at) => Tag::DET,
            "may" | "will" if self.is_named(at) && self.word(at) != word => Tag::PROPN,
            "below" | "above" | "behind" | "beneath" | "beyond" | "inside" | "outside"
                if self.object_next(at) =>
            {
                Tag::ADP
            }
            _ if self.tags[at] == Tag::AUX && !is_auxiliary(word) => Tag::NOUN,
            _ if is_modal(word) && !self.is_named(at) => Tag::AUX,
            _ if BE.contains(&word) && !self.is_named(at) => self.be(at),
            _ if PREPOSITIONS.contains(&word)
                && matches!(self.tags[at], Tag::SCONJ | Tag::NOUN) =>
            {
                Tag::ADP
            }
            _ => self.tags[at],
        }
    }

    /// "56 per cent insects": no verb stands behind "per".
    fn is_per(&self, at: usize) -> bool {
        at > 0 && self.small(at - 1) == "per"
    }

    /// "Most bats": before a plural, whatever that was taken for.
    fn counts(&self, at: usize) -> bool {
        let plural = lexicon::is_plural(self.word(at + 1));
        plural && matches!(self.tag(at + 1), Some(Tag::NOUN | Tag::VERB))
    }

    /// Before the beginning of a noun phrase.
    fn object_next(&self, at: usize) -> bool {
        matches!(
            self.tag(at + 1),
            Some(Tag::DET | Tag::NUM | Tag::NOUN | Tag::PROPN | Tag::PRON)
        )
    }

    /// What a word of a closed class is once the verbs around it are known.
    pub(super) fn closed_late(&self, at: usize) -> Tag {
        let word = self.small(at);
        match word {
            "that" => self.that(at),
            "cent" if self.is_per(at) => Tag::NOUN,
            "this" | "these" | "those" if self.leads_phrase(at) => Tag::DET,
            "this" | "these" | "those" => Tag::PRON,
            "which" | "what" => self.which(at),
            "both" => self.both(at),
            "one" => self.one(at),
            "about" => self.about(at),
            "left" | "right" | "first" | "better" | "best" | "harder" | "faster" | "higher"
            | "lower" | "deeper" | "longer" | "most" => self.manner(at),
            "long" | "soon" | "far" | "much" | "often" if self.within_as(at) => Tag::ADV,
            _ if HAVE.contains(&word) => self.have(at),
            _ if DO.contains(&word) => self.do_(at),
            _ if EITHER.contains(&word) => self.either(at),
            _ => self.tags[at],
        }
    }

    /// "To" before a verb or before a phrase.
    fn to(&self, at: usize) -> Tag {
        let next = self.past_adverbs(at + 1);
        if self.tag(next).is_none_or(|tag| tag == Tag::PUNCT) {
            return self.tags[at];
        }
        if ["be", "have", "do"].contains(&self.small(next)) {
            return Tag::PART;
        }
        let determined = matches!(
            self.tags[next],
            Tag::DET | Tag::PRON | Tag::NUM | Tag::PROPN | Tag::ADP | Tag::SYM
        );
        let wanted = at > 0
            && lemma::base(self.small(at - 1)).is_some_and(|base| lexicon::takes_infinitive(&base))
            && lemma::forms(self.small(next)) == [Form::Base];
        let verb = !determined
            && (wanted || self.is_base(next) && self.can_act(next))
            && !self.is_plain_noun(next);
        if verb && !(self.takes_to(at) && self.could_name(next)) {
            Tag::PART
        } else {
            Tag::ADP
        }
    }

    /// Whether the word before this "to" wants a phrase after it: "access to work".
    fn takes_to(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let word = self.small(before);
        let verb = lemma::base(word).unwrap_or_default();
        lexicon::takes_to(&verb) || lexicon::takes_to(&lemma::singular(word))
    }

    /// Whether a word that may be noun or verb has nothing after it that a verb would take.
    fn could_name(&self, at: usize) -> bool {
        let after = self.tag(at + 1);
        lexicon::usual_tag(self.small(at)) != Some(Tag::VERB)
            || matches!(after, None | Some(Tag::PUNCT | Tag::CCONJ))
    }

    /// "Before", "as" and their like: conjunctions where a clause follows.
    fn either(&self, at: usize) -> Tag {
        let word = self.small(at);
        let subject = SUBJECTS.contains(&self.small(at + 1));
        let doubled = word == "as" && (self.small(at + 2) == "as" || self.small(at + 3) == "as");
        match self.tag(at + 1) {
            _ if doubled && matches!(self.tag(at + 1), Some(Tag::ADV | Tag::ADJ)) => Tag::ADV,
            _ if subject || self.small(at + 1) == "though" => Tag::SCONJ,
            Some(Tag::ADV) if self.tag(at + 2) == Some(Tag::PUNCT) => Tag::ADP,
            Some(Tag::PUNCT) | None if word == "since" || word == "before" => Tag::ADV,
            _ if self.clause_follows(at) => Tag::SCONJ,
            _ => Tag::ADP,
        }
    }

    /// "One side" is a number, "another one" a noun.
    fn one(&self, at: usize) -> Tag {
        match self.tag(at + 1) {
            Some(Tag::NOUN | Tag::ADJ) => Tag::NUM,
            _ if self.small(at + 1) == "of" => Tag::NUM,
            _ => self.tags[at],
        }
    }

    /// "About trust", but "about sixty".
    fn about(&self, at: usize) -> Tag {
        match self.tag(at + 1) {
            Some(Tag::NUM | Tag::SYM) => Tag::ADV,
            Some(Tag::PUNCT | Tag::ADP) | None => self.tags[at],
            _ if ["half", "twice", "as"].contains(&self.small(at + 1)) => Tag::ADV,
            _ => Tag::ADP,
        }
    }

    /// Adjectives before a noun or after "be" that are adverbs elsewhere: "pull left".
    fn manner(&self, at: usize) -> Tag {
        let verb_next = self.tag(at + 1) == Some(Tag::VERB) && self.is_finite(at + 1);
        let ends = matches!(self.tag(at + 1), None | Some(Tag::PUNCT | Tag::ADV))
            || self.small(at + 1) == "than"
            || self.small(at) != "first" && self.tag(at + 1) == Some(Tag::ADP);
        let acts = |at: usize| {
            let base = lemma::base(self.small(at)).unwrap_or_default();
            let links = [
                "be", "become", "grow", "remain", "seem", "look", "feel", "get", "make", "keep",
            ];
            self.tags[at] == Tag::VERB && !links.contains(&base.as_str())
        };
        let after_verb = at > 0 && acts(at - 1) || at > 1 && acts(at - 2);
        match self.tags[at] {
            _ if self.before(at) == Some(Tag::DET) && self.noun_follows(at) => Tag::ADJ,
            Tag::ADJ | Tag::VERB if ends && after_verb && self.small(at) != "first" => Tag::ADV,
            Tag::ADJ
                if verb_next && self.small(at) == "first" && self.before(at) != Some(Tag::DET) =>
            {
                Tag::ADV
            }
            tag => tag,
        }
    }

    /// "As soon as".
    fn within_as(&self, at: usize) -> bool {
        at > 0 && self.small(at - 1) == "as" && self.small(at + 1) == "as"
    }

    /// Whether a subject and a finite verb come next, before any mark or other conjunction.
    pub(super) fn clause_follows(&self, at: usize) -> bool {
        let relative = ["that", "which", "who", "what", "to"];
        for next in at + 1..(at + 14).min(self.tags.len()) {
            match self.tags[next] {
                Tag::AUX => return next > at + 1 || self.small(at) == "than",
                Tag::VERB if self.is_finite(next) => return next > at + 1,
                Tag::PUNCT | Tag::SCONJ => return false,
                Tag::CCONJ
                    if matches!(self.tag(next + 1), Some(Tag::ADV | Tag::VERB | Tag::ADP)) =>
                {
                    return false;
                }
                _ if relative.contains(&self.small(next)) && next > at + 1 => return false,
                _ => {}
            }
        }
        false
    }
}
