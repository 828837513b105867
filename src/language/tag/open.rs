//! Nouns, verbs and adjectives that share a spelling.
//!
//! Apart from the closed classes: here the words around decide, and whether the clause has its
//! verb yet.

use super::{Draft, Tag, is_participle};
use crate::language::lemma::{self, Form};
use crate::language::lexicon;

/// Endings of nouns that no verb has.
const NOUN_ENDINGS: &[&str] = &[
    "ments", "tion", "tions", "sions", "ness", "nesses", "ity", "ities", "isms", "ship", "ships",
];

/// Adverbs that stand between a subject and its verb.
const BETWEEN: &[&str] = &[
    "also",
    "always",
    "already",
    "even",
    "never",
    "not",
    "now",
    "often",
    "only",
    "rarely",
    "seldom",
    "simply",
    "sometimes",
    "soon",
    "still",
    "then",
    "thus",
    "usually",
];

impl Draft<'_> {
    /// What the words around it tell.
    pub(super) fn by_neighbours(&self, at: usize) -> Tag {
        let tag = self.tags[at];
        match tag {
            Tag::NOUN | Tag::ADJ | Tag::PROPN | Tag::VERB if self.follows_modal(at) => Tag::VERB,
            Tag::VERB if self.is_plain_noun(at) => Tag::NOUN,
            Tag::NOUN if self.begins_participial(at) => Tag::VERB,
            Tag::NOUN | Tag::ADJ if self.is_perfect(at) => Tag::VERB,
            Tag::NOUN | Tag::ADJ if self.follows_adverb(at) => Tag::VERB,
            Tag::NOUN | Tag::ADJ | Tag::PROPN if self.acts(at) => Tag::VERB,
            Tag::VERB if self.names(at) => Tag::NOUN,
            Tag::NOUN if self.word(at).ends_with("ed") && self.noun_follows(at) => Tag::VERB,
            _ => tag,
        }
    }

    /// Whether a word is a verb's base form: one the tables know, or the lexicon as a verb.
    pub(super) fn is_base(&self, at: usize) -> bool {
        let word = self.small(at);
        let known = lexicon::verb_base(word) == Some(word)
            || self.tag(at) == Some(Tag::VERB)
            || lexicon::usual_tag(word) == Some(Tag::VERB);
        known && lemma::forms(word).contains(&Form::Base) && !word.ends_with("ing")
    }

    /// Whether a word can be a finite verb: an auxiliary, or a verb that is no bare "-ing" form.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        match self.tag(at) {
            Some(Tag::AUX) => true,
            Some(Tag::VERB) => {
                let word = self.small(at);
                let participle = word.ends_with("ed") && self.noun_follows(at);
                let only = lemma::forms(word) == [Form::Participle];
                !word.ends_with("ing") && !only && !(participle && !self.after_subject(at))
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

    /// Whether a word has the ending of a noun and no verb is spelt so.
    pub(super) fn is_plain_noun(&self, at: usize) -> bool {
        let word = self.small(at);
        let ends = |end: &&str| word.len() > end.len() + 2 && word.ends_with(*end);
        let known =
            || lexicon::verb_base(word).is_some() || lexicon::usual_tag(word) == Some(Tag::VERB);
        let ment = word.ends_with("ment") && lexicon::usual_tag(word) != Some(Tag::VERB);
        (NOUN_ENDINGS.iter().any(ends) || ment) && !known()
    }

    fn after_subject(&self, at: usize) -> bool {
        matches!(self.before(at), Some(Tag::NOUN | Tag::PROPN | Tag::PRON))
    }

    /// After "can", "to" and their like, adverbs between them aside, where a noun cannot stand.
    fn follows_modal(&self, at: usize) -> bool {
        let word = self.small(at);
        let noun = self.is_plain_noun(at) || lexicon::is_plural(word) || word.contains('-');
        self.wants_verb(at)
            && !noun
            && lemma::forms(word).contains(&Form::Base)
            && (self.tags[at] != Tag::ADJ || self.is_base(at) || lexicon::verb_base(word).is_some())
    }

    /// "…, testing funding and trust": what a clause goes on with after a comma.
    fn begins_participial(&self, at: usize) -> bool {
        let word = self.small(at);
        let comma = at > 2 && matches!(self.word(at - 1), "," | "—" | "–");
        let object = matches!(
            self.tag(at + 1),
            Some(Tag::NOUN | Tag::ADJ | Tag::DET | Tag::PRON | Tag::PROPN | Tag::NUM)
        );
        comma && object && word.ends_with("ing") && !lexicon::is_nominal_gerund(word)
    }

    /// "Has swum": an irregular participle after "have".
    fn is_perfect(&self, at: usize) -> bool {
        let mut back = at;
        while back > 0 && self.tags[back - 1] == Tag::ADV {
            back -= 1;
        }
        let have = back > 0 && ["has", "have", "had"].contains(&self.small(back - 1));
        let forms = lemma::forms(self.word(at));
        have && forms.contains(&Form::Participle)
            && !forms.contains(&Form::Base)
            && lexicon::usual_tag(self.small(at)) != Some(Tag::ADJ)
    }

    /// "Sanctions also present opportunities": after a subject and an adverb.
    fn follows_adverb(&self, at: usize) -> bool {
        let adverb = at > 1 && BETWEEN.contains(&self.small(at - 1));
        if !adverb || !matches!(self.tags[at - 2], Tag::NOUN | Tag::PROPN | Tag::PRON) {
            return false;
        }
        let (word, subject) = (self.small(at), self.word(at - 2));
        let plural = lexicon::is_plural(subject);
        let agrees = plural && self.is_base(at) || !plural && lexicon::is_plural(word);
        agrees && lexicon::verb_base(word).is_some() && self.object_follows(at)
    }

    fn object_follows(&self, at: usize) -> bool {
        matches!(
            self.tag(at + 1),
            Some(Tag::NOUN | Tag::ADJ | Tag::DET | Tag::PRON | Tag::PROPN | Tag::NUM | Tag::ADP)
        )
    }

    /// Whether a word that looks like a noun is a verb here.
    fn acts(&self, at: usize) -> bool {
        let word = self.word(at);
        let Some(base) = lexicon::verb_base(word) else {
            return false;
        };
        let is_base = base.eq_ignore_ascii_case(word);
        let governs =
            ["depend", "hinge", "rely", "rest"].contains(&base) && self.word(at + 1) == "on";
        is_base && self.wants_verb(at)
            || governs && self.before(at) != Some(Tag::DET)
            || self.follows_relative(at)
            || self.follows_lone_this(at)
    }

    /// Whether a word that looks like a verb is a noun here.
    fn names(&self, at: usize) -> bool {
        let word = self.word(at);
        let participle = is_participle(word);
        let gerund = word.ends_with("ing") && !self.noun_follows(at);
        let base = lexicon::verb_base(word) == Some(word);
        let modified = matches!(self.before(at), Some(Tag::NOUN | Tag::ADJ));
        let verb_next = self.tag(at + 1) == Some(Tag::VERB) && !is_participle(self.word(at + 1));
        modified && verb_next
            || self.wants_noun(at) && (gerund || !participle) && !self.follows_lone_this(at)
            || gerund
                && self.closes(at)
                && self.before(at) == Some(Tag::NOUN)
                && !self.plural_before(at)
            || base && self.closes(at) && matches!(self.before(at), Some(Tag::ADP | Tag::SCONJ))
            || base && at > 0 && self.tags[at - 1] == Tag::VERB && self.word(at - 1).ends_with("ed")
    }

    /// After "that", "which" or "who", before what a verb can take.
    fn follows_relative(&self, at: usize) -> bool {
        let relative = at > 0 && ["that", "which", "who"].contains(&self.word(at - 1));
        let antecedent = at > 1 && matches!(self.tags[at - 2], Tag::NOUN | Tag::PUNCT);
        let object = matches!(
            self.tag(at + 1),
            Some(Tag::NOUN | Tag::ADJ | Tag::DET | Tag::VERB | Tag::ADV)
        );
        relative && antecedent && object && !self.word(at).ends_with("ing")
    }

    /// After "this" or "that" alone, which no noun in "-s" could follow.
    fn follows_lone_this(&self, at: usize) -> bool {
        let this = at > 0 && ["this", "that"].contains(&self.word(at - 1).to_lowercase().as_str());
        this && lexicon::is_plural(self.word(at)) && self.word(at).ends_with('s')
    }

    fn plural_before(&self, at: usize) -> bool {
        at > 0 && lexicon::is_plural(self.word(at - 1))
    }

    /// Before a mark, a conjunction or the sentence's end.
    fn closes(&self, at: usize) -> bool {
        matches!(self.tag(at + 1), None | Some(Tag::PUNCT | Tag::CCONJ))
    }

    /// After "to" or an auxiliary, adverbs between them aside.
    fn wants_verb(&self, at: usize) -> bool {
        let mut back = at;
        while back > 0 && self.tags[back - 1] == Tag::ADV {
            back -= 1;
        }
        let Some(before) = back.checked_sub(1) else {
            return false;
        };
        let modal = [
            "can", "could", "may", "might", "must", "shall", "should", "will", "would", "cannot",
        ];
        let to = self.word(before).eq_ignore_ascii_case("to") && self.tags[before] == Tag::PART;
        to || modal
            .iter()
            .any(|modal| self.word(before).eq_ignore_ascii_case(modal))
    }

    /// After an article or a possessive, or an adjective or preposition that has none after it.
    fn wants_noun(&self, at: usize) -> bool {
        let possessive = ["its", "their", "our", "his", "my", "your"];
        match self.before(at) {
            Some(Tag::DET | Tag::NUM) => true,
            Some(Tag::PRON) => possessive.contains(&self.word(at - 1).to_lowercase().as_str()),
            Some(Tag::ADJ) => !matches!(self.tag(at + 1), Some(Tag::DET | Tag::PRON)),
            _ => false,
        }
    }

    pub(super) fn noun_follows(&self, at: usize) -> bool {
        matches!(
            self.tag(at + 1),
            Some(Tag::NOUN | Tag::ADJ | Tag::PROPN | Tag::NUM)
        )
    }

    /// Gives every stretch between marks that has no verb the likeliest one, if there is one.
    pub(super) fn find_verbs(&mut self) {
        let mut start = 0;
        for at in 0..=self.tags.len() {
            if at == self.tags.len() || matches!(self.word(at), "." | ";" | ":" | "—" | ",") {
                self.find_verb(start, at);
                start = at + 1;
            }
        }
    }

    /// The likeliest verb of a stretch that begins like a clause and has none.
    fn find_verb(&mut self, start: usize, end: usize) {
        let acts = |at: usize| {
            self.tags[at] == Tag::AUX
                || self.tags[at] == Tag::VERB && !self.word(at).ends_with("ing")
        };
        let clausal = !matches!(
            self.tag(start),
            Some(Tag::VERB | Tag::ADP | Tag::PART) | None
        );
        if !clausal || (start..end).any(acts) {
            return;
        }
        if let Some(at) = (start + 1..end).find(|at| self.could_be_verb(*at, end)) {
            self.tags[at] = Tag::VERB;
        }
    }

    /// A verb's form in the right number after a noun, before something that can follow a verb.
    fn could_be_verb(&self, at: usize, end: usize) -> bool {
        let word = self.word(at);
        let Some(base) = lexicon::verb_base(word) else {
            return false;
        };
        let subject = self.tags[at - 1] == Tag::NOUN && lexicon::is_plural(self.word(at - 1));
        let singular = matches!(self.tags[at - 1], Tag::NOUN | Tag::PROPN) && !subject;
        let agrees = subject && base.eq_ignore_ascii_case(word) || singular && word.ends_with('s');
        let surely = word.ends_with("ens") || word.ends_with("izes") || word.ends_with("ifies");
        let goes_on = surely
            || at + 1 < end
                && (self.word(at + 1).ends_with("ing")
                    || !matches!(self.tags[at + 1], Tag::VERB | Tag::AUX | Tag::CCONJ));
        matches!(self.tags[at], Tag::NOUN | Tag::ADJ) && agrees && goes_on
    }
}
