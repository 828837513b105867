//! The finite verb of each clause.
//!
//! Apart from the words one by one: a clause without a verb has one that was taken for a noun.

use std::ops::Range;

use super::{Draft, Tag};
use crate::language::lemma::{self, Form};
use crate::language::lexicon;
use crate::language::memo::Memo;

/// Words that begin a clause of their own.
const OPENERS: &[&str] = &[
    "after", "although", "as", "because", "before", "how", "if", "once", "so", "since", "than",
    "that", "though", "unless", "until", "when", "where", "whereas", "whether", "while", "why",
];

/// A stretch of more tokens than this is no clause; looking for verbs in it would take long.
const LONGEST: usize = 60;

thread_local! {
    static ACTING: Memo<bool> = Memo::default();
}

impl Draft<'_> {
    /// Gives every stretch between marks that has no verb the likeliest one, if there is one.
    pub(super) fn find_verbs(&mut self) {
        let mut start = 0;
        for at in 0..=self.tags.len() {
            let mark =
                at == self.tags.len() || matches!(self.word(at), "." | ";" | ":" | "—" | ",");
            let opener = OPENERS.contains(&self.small(at)) && at > start;
            if mark || opener {
                self.find_verb(start, at);
                start = at + 1;
            }
        }
    }

    /// Gives a stretch its verb, and takes from it what cannot be a second one.
    fn find_verb(&mut self, start: usize, end: usize) {
        if end - start > LONGEST {
            return;
        }
        self.open_with_noun(start, end);
        let first = self.tag(start);
        let participle = first == Some(Tag::VERB) && !self.is_finite(start);
        let clausal = participle || !matches!(first, Some(Tag::VERB | Tag::ADP | Tag::PART) | None);
        if !clausal {
            return;
        }
        self.agree(start, end);
        let finite = (start..end).find(|at| self.is_finite(*at));
        let relative = (start + 1..end).find(|at| self.opens_relative(*at));
        match (finite, relative) {
            (None, _) => self.promote(start + 1, end, None),
            (Some(finite), Some(relative)) if relative < finite => {
                let more = (finite + 1..end).any(|at| self.is_finite(at));
                if !more {
                    self.promote(finite + 2, end, Some(relative - 1));
                }
            }
            (Some(finite), _) => {
                self.demote(finite + 1, end, finite);
                if finite > start && self.tags[finite - 1] == Tag::CCONJ {
                    self.promote(start + 1, finite - 1, None);
                }
            }
        }
    }

    /// What looks like "-s" of a verb before any subject, and a verb after it: "cooks prize".
    fn open_with_noun(&mut self, start: usize, end: usize) {
        let relative = start > 0 && matches!(self.small(start - 1), "as" | "than")
            || start > 1 && self.small(start - 1) == "that" && !self.takes_that(start - 1);
        let word = self.small(start);
        let opened = start == 0 || OPENERS.contains(&self.small(start - 1));
        let noun = opened && self.tag(start) == Some(Tag::VERB) && lexicon::is_plural(word);
        if noun && !relative && (start + 1..end).any(|at| self.is_finite(at) || self.can_act(at)) {
            self.tags[start] = Tag::NOUN;
        }
    }

    /// "The pianist practises scales": a verb in "-s" after a noun in "-s" is a noun where that
    /// noun can be the verb.
    fn agree(&mut self, start: usize, end: usize) {
        for at in start + 2..end {
            if self.tags[at - 1] == Tag::ADP {
                return;
            }
            let plain = self.tags[at] == Tag::VERB && lexicon::is_plural(self.word(at));
            let before = self.tags[at - 1] == Tag::NOUN && lexicon::is_plural(self.word(at - 1));
            let subject = matches!(self.tags[at - 2], Tag::NOUN | Tag::PROPN)
                && !lexicon::is_plural(self.word(at - 2));
            if plain && before && subject && self.can_act(at - 1) {
                self.tags[at] = Tag::NOUN;
            }
        }
    }

    /// Makes the first word of a stretch a verb that can be one; `head` is its subject where a
    /// relative clause stands between.
    fn promote(&mut self, from: usize, end: usize, head: Option<usize>) {
        let Some(at) = (from..end).find(|at| self.could_be_verb(*at, from - 1..end, head)) else {
            return;
        };
        self.tags[at] = Tag::VERB;
        if self.tags[at - 1] == Tag::VERB && self.small(at - 1).ends_with("ing") {
            self.tags[at - 1] = Tag::NOUN;
        }
        let second = at + 2;
        if self.tag(at + 1) == Some(Tag::CCONJ)
            && self.tag(second) == Some(Tag::NOUN)
            && self.can_act(second)
            && lexicon::is_plural(self.word(second)) == lexicon::is_plural(self.word(at))
        {
            self.tags[second] = Tag::VERB;
        }
    }

    /// Makes nouns of words in "-s" that would be second verbs of one clause.
    fn demote(&mut self, from: usize, end: usize, verb: usize) {
        let base = lemma::base(self.small(verb)).unwrap_or_default();
        if self.tags[verb] == Tag::VERB && lexicon::takes_that(&base) {
            return;
        }
        for at in from..end {
            let word = self.small(at);
            let opens = self.tags[at] == Tag::CCONJ
                || matches!(self.tags[at], Tag::PRON | Tag::SCONJ | Tag::PUNCT)
                    && !is_possessive(word)
                || ["which", "who", "what", "whose"].contains(&word);
            if opens {
                return;
            }
            let after_noun = matches!(self.before(at), Some(Tag::NOUN | Tag::ADJ));
            if self.tags[at] == Tag::VERB && after_noun && lexicon::is_plural(word) {
                self.tags[at] = Tag::NOUN;
            }
        }
    }

    /// A relative pronoun after its noun.
    fn opens_relative(&self, at: usize) -> bool {
        let noun = matches!(self.before(at), Some(Tag::NOUN | Tag::PROPN));
        noun && (["who", "which"].contains(&self.small(at)))
    }

    /// Whether a word can be a verb at all.
    pub(super) fn can_act(&self, at: usize) -> bool {
        ACTING.with(|known| known.get(self.small(at), is_verb_form))
    }

    /// A verb's form in the right number after a noun, before something that can follow a verb.
    fn could_be_verb(&self, at: usize, within: Range<usize>, head: Option<usize>) -> bool {
        let word = self.small(at);
        let known = matches!(self.tags[at], Tag::NOUN | Tag::ADJ)
            && (self.can_act(at) || self.determiner_follows(at));
        known
            && self.agrees(at, within.start, head)
            && (self.goes_on(at, within.end) || surely(word))
    }

    /// Whether a verb's form has the number of its subject: of the noun before it, or of the one
    /// that a phrase with "of" or the like goes with.
    fn agrees(&self, at: usize, start: usize, head: Option<usize>) -> bool {
        let before = if self.tags[at - 1] == Tag::ADV && at > start + 1 {
            at - 2
        } else {
            at - 1
        };
        let gerund = before > 0
            && self.tags[before] == Tag::VERB
            && self.small(before).ends_with("ing")
            && (self.tags[before - 1] == Tag::DET || is_possessive(self.small(before - 1)));
        let noun = matches!(self.tags[before], Tag::NOUN | Tag::PROPN);
        let third = lexicon::is_plural(self.word(at));
        if gerund {
            return third && self.tag(at + 1) == Some(Tag::DET);
        }
        let joined = (start + 1..before).any(|at| self.small(at) == "and")
            && !(start..before).any(|at| self.tags[at] == Tag::ADP);
        let first = (start + 1..before).find(|at| self.tags[*at] == Tag::ADP);
        let head = head.or(first.map(|adposition| adposition - 1).filter(|_| third));
        let base = lemma::forms(self.word(at)).contains(&Form::Base) && !third;
        let plural = |noun: usize| lexicon::is_plural(self.word(noun));
        let forms = lemma::forms(self.word(at));
        if noun && forms.contains(&Form::Past) && !forms.contains(&Form::Base) {
            return self.determiner_follows(at);
        }
        let agrees = |noun: usize| if plural(noun) || joined { base } else { third };
        noun && (agrees(before) && head.is_none() || head.is_some_and(agrees))
    }

    /// Before an article or a possessive, as no noun stands.
    pub(super) fn determiner_follows(&self, at: usize) -> bool {
        let next = self.small(at + 1);
        ["a", "an", "the", "this", "each", "every"].contains(&next) || is_possessive(next)
    }

    /// Whether what follows can follow a verb.
    fn goes_on(&self, at: usize, end: usize) -> bool {
        let next = self.tag(at + 1);
        let pair = next == Some(Tag::CCONJ) && self.can_act(at + 2);
        let ends = matches!(next, Some(Tag::VERB | Tag::AUX | Tag::CCONJ));
        let opener = at + 1 == end && OPENERS.contains(&self.small(end));
        let inside = at + 1 < end || opener;
        inside && (self.word(at + 1).ends_with("ing") || pair || !ends)
    }

    /// Whether a word can be a finite verb: an auxiliary, or a verb that is no bare "-ing" form.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        match self.tag(at) {
            Some(Tag::AUX) => true,
            Some(Tag::VERB) => {
                let word = self.small(at);
                let participle = word.ends_with("ed") && self.noun_follows(at);
                let only = lemma::forms(word) == [Form::Participle];
                let infinitive = self.after_to(at);
                let acts = !participle || self.after_subject(at);
                acts && !word.ends_with("ing") && !only && !infinitive
            }
            _ => false,
        }
    }

    /// The first place from `at` on that holds no adverb.
    pub(super) fn past_adverbs(&self, at: usize) -> usize {
        let mut next = at;
        while self.tag(next) == Some(Tag::ADV) || self.small(next) == "not" {
            next += 1;
        }
        next
    }

    fn after_subject(&self, at: usize) -> bool {
        let saying = at > 0 && self.small(at - 1) == "that" && self.takes_that(at - 1);
        matches!(self.before(at), Some(Tag::NOUN | Tag::PROPN | Tag::PRON)) && !saying
    }

    /// After "to", adverbs between them aside.
    fn after_to(&self, at: usize) -> bool {
        let mut back = at;
        while back > 0 && self.tags[back - 1] == Tag::ADV {
            back -= 1;
        }
        back > 0 && self.small(back - 1) == "to" && self.tags[back - 1] == Tag::PART
    }
}

fn surely(word: &str) -> bool {
    ["ens", "izes", "ifies"]
        .iter()
        .any(|end| word.ends_with(end))
}

fn is_possessive(word: &str) -> bool {
    ["its", "their", "our", "his", "her", "my", "your"].contains(&word)
}

/// Whether a word is a form of a verb, by the table or by what the lexicon has of its forms.
fn is_verb_form(word: &str) -> bool {
    let base = lemma::base(word).unwrap_or_default();
    let verb = |form: &str| lexicon::usual_tag(form) == Some(Tag::VERB);
    let clear = ["ize", "ise", "ify"].iter().any(|end| base.ends_with(end));
    lexicon::any_verb_base(word).is_some()
        || clear
        || verb(&base)
        || verb(&lemma::inflect(&base, Form::Past))
        || verb(&lemma::inflect(&base, Form::Gerund))
}
