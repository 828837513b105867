//! Nouns, verbs and adjectives that share a spelling.
//!
//! Apart from the closed classes: here the words around decide, and whether the clause has its
//! verb yet.

use super::{Draft, Tag, is_formed_verb, is_participle};
use crate::language::lemma::{self, Form};
use crate::language::lexicon::{self, is_modal};

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
            Tag::NOUN | Tag::ADJ | Tag::VERB
                if self.follows_rank(at) || self.wants_to(at) || self.accompanies(at) =>
            {
                Tag::VERB
            }
            Tag::VERB if self.is_plain_noun(at) || self.cannot_act(at) && !self.has_pronoun(at) => {
                Tag::NOUN
            }
            Tag::NOUN | Tag::ADJ if self.follows_pronoun(at) || self.given_away(at) => Tag::VERB,
            Tag::NOUN | Tag::ADJ if self.goes_on_acting(at) => Tag::VERB,
            Tag::NOUN if self.commands(at) || self.is_made_to(at) || self.has_pronoun(at) => {
                Tag::VERB
            }
            Tag::NOUN if self.begins_participial(at) => Tag::VERB,
            Tag::NOUN | Tag::ADJ if self.is_perfect(at) || self.is_only_past(at) => Tag::VERB,
            Tag::NOUN | Tag::ADJ if self.follows_adverb(at) => Tag::VERB,
            Tag::NOUN | Tag::ADJ | Tag::PROPN if self.acts(at) => Tag::VERB,
            Tag::VERB if self.names(at) && !self.has_pronoun(at) => Tag::NOUN,
            Tag::NOUN if self.word(at).ends_with("ed") && self.noun_follows(at) => Tag::VERB,
            Tag::ADJ if self.takes_object(at) => Tag::VERB,
            _ => tag,
        }
    }

    /// Whether a word is a verb's base form: one the tables know, or the lexicon as a verb.
    pub(super) fn is_base(&self, at: usize) -> bool {
        let word = self.small(at);
        let known = lexicon::any_verb_base(word) == Some(word)
            || self.tag(at) == Some(Tag::VERB)
            || lexicon::usual_tag(word) == Some(Tag::VERB);
        known && lemma::forms(word).contains(&Form::Base)
    }

    /// Whether a word has the ending of a noun and no verb is spelt so.
    pub(super) fn is_plain_noun(&self, at: usize) -> bool {
        let word = self.small(at);
        let ends = |end: &&str| word.len() > end.len() + 2 && word.ends_with(*end);
        let known = || {
            lexicon::any_verb_base(word).is_some() || lexicon::usual_tag(word) == Some(Tag::VERB)
        };
        let ment = word.ends_with("ment") && lexicon::usual_tag(word) != Some(Tag::VERB);
        (NOUN_ENDINGS.iter().any(ends) || ment) && !known()
    }

    /// After "can", "to" and their like, adverbs between them aside, where a noun cannot stand.
    fn follows_modal(&self, at: usize) -> bool {
        let word = self.small(at);
        let noun = self.is_plain_noun(at) || lexicon::is_plural(word) || word.contains('-');
        self.wants_verb(at)
            && !noun
            && lemma::forms(word).contains(&Form::Base)
            && (self.tags[at] != Tag::ADJ || self.can_act(at))
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

    /// "With a camera running": the last word of a phrase behind "with".
    fn accompanies(&self, at: usize) -> bool {
        let word = self.small(at);
        if !word.ends_with("ing") || lexicon::is_nominal_gerund(word) {
            return false;
        }
        let mut back = at;
        while back > 0 && matches!(self.tags[back - 1], Tag::DET | Tag::ADJ | Tag::NOUN) {
            back -= 1;
        }
        let noun = at > 0 && self.tags[at - 1] == Tag::NOUN;
        let phrase = at - back > 1 && self.tags[back] == Tag::DET;
        let ends = matches!(self.tag(at + 1), Some(Tag::PUNCT | Tag::ADP));
        noun && phrase && ends && back > 0 && self.small(back - 1) == "with"
    }

    /// "Visitors to the laboratory tend to assume": what only a verb can be, before "to" and another.
    fn wants_to(&self, at: usize) -> bool {
        let behind = self.small(at + 1) == "to" && self.is_base(at + 2);
        behind
            && matches!(self.before(at), Some(Tag::NOUN | Tag::ADJ))
            && lexicon::takes_infinitive(self.small(at))
            && lexicon::usual_tag(self.small(at)) == Some(Tag::VERB)
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
        agrees && lexicon::any_verb_base(word).is_some() && self.object_follows(at)
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
        let Some(base) = lexicon::any_verb_base(word) else {
            return is_formed_verb(word) && self.follows_relative(at);
        };
        let is_base = base.eq_ignore_ascii_case(word);
        let governs =
            ["depend", "hinge", "rely", "rest"].contains(&base) && self.word(at + 1) == "on";
        is_base && self.wants_verb(at)
            || governs && self.before(at) != Some(Tag::DET)
            || self.follows_relative(at)
            || self.follows_lone_this(at)
    }

    /// Whether a word in the form of a finite verb stands where only a noun can.
    fn cannot_act(&self, at: usize) -> bool {
        let word = self.small(at);
        let noun = lexicon::any_verb_base(word).is_some()
            || lexicon::usual_tag(word) == Some(Tag::NOUN)
            || lexicon::is_plural(word);
        if at > 0 && self.is_base(at) && self.is_base(at - 1) && self.follows_verb(at) {
            return true;
        }
        if at == 0 || is_participle(word) || !noun || lemma::forms(word).contains(&Form::Past) {
            return false;
        }
        self.follows_verb(at)
            || matches!(self.before(at), Some(Tag::ADP))
            || self.tags[at - 1] == Tag::SCONJ && self.is_base(at) && !self.closes(at)
            || lexicon::is_plural(word) && self.is_finite(at + 1) && !self.is_past(at + 1)
            || self.ends_list(at)
    }

    /// Right after a verb that takes no bare verb: "enforce export controls".
    fn follows_verb(&self, at: usize) -> bool {
        let takes_verb = [
            "help", "let", "make", "dare", "need", "go", "come", "see", "hear", "be", "do", "say",
        ];
        let before = lemma::base(self.small(at - 1)).unwrap_or_default();
        self.tags[at - 1] == Tag::VERB && !takes_verb.contains(&before.as_str())
    }

    /// The last of a list of nouns: ", and trust,".
    fn ends_list(&self, at: usize) -> bool {
        let mut back = at;
        while back > 0 && matches!(self.tags[back - 1], Tag::PUNCT | Tag::CCONJ) {
            back -= 1;
        }
        let noun_before = back > 0 && back < at && self.tags[back - 1] == Tag::NOUN;
        noun_before && self.is_base(at) && self.closes(at)
    }

    /// ", safeguard sensitive technologies, and sustain": one of several verbs after "to" or "can".
    fn goes_on_acting(&self, at: usize) -> bool {
        let after_comma = at > 2 && self.word(at - 1) == ",";
        if !after_comma || !self.is_base(at) || !self.noun_follows(at) {
            return false;
        }
        let opened = (at.saturating_sub(16)..at).any(|back| self.opens_infinitive(back));
        let last = (at + 1..(at + 14).min(self.tags.len()))
            .find(|next| self.tags[*next] == Tag::CCONJ && self.tags[*next - 1] == Tag::PUNCT);
        opened
            && last
                .is_some_and(|last| self.tag(last + 1) == Some(Tag::VERB) && self.is_base(last + 1))
    }

    /// "To" or a modal auxiliary before a verb.
    fn opens_infinitive(&self, at: usize) -> bool {
        let opens =
            self.tags[at] == Tag::PART && self.small(at) == "to" || is_modal(self.small(at));
        opens && self.tag(self.past_adverbs(at + 1)) == Some(Tag::VERB)
    }

    /// "They foam", "it peaked": after a pronoun that can only be a subject.
    fn follows_pronoun(&self, at: usize) -> bool {
        let mut back = at;
        while back > 0 && BETWEEN.contains(&self.small(back - 1)) {
            back -= 1;
        }
        let pronoun = back.checked_sub(1).map_or("", |before| self.small(before));
        let object = matches!(self.tag(at + 1), Some(Tag::DET | Tag::PRON));
        let present = match pronoun {
            "they" | "we" | "i" | "you" => Form::Base,
            "he" | "she" | "it" | "who" => Form::Third,
            // "The temper of steel, which leaves you with an edge".
            "which" if back > 1 && self.word(back - 2) == "," && object => Form::Third,
            _ => return false,
        };
        let forms = lemma::forms(self.small(at));
        let third = forms.contains(&Form::Third)
            && (self.closes(at) || matches!(self.tag(at + 1), Some(Tag::ADP | Tag::DET)));
        matches!(pronoun, "he" | "she" | "it") && third
            || self.can_act(at) && (forms.contains(&present) || forms.contains(&Form::Past))
    }

    /// "Water the seedlings": a base form that begins a sentence, before an article.
    fn commands(&self, at: usize) -> bool {
        let begins = at == 0 || self.tags[at - 1] == Tag::PUNCT && at == 1;
        let object = matches!(self.tag(at + 1), Some(Tag::DET))
            || ["it", "them", "your", "its", "their"].contains(&self.small(at + 1));
        begins && object && self.can_act(at) && lemma::forms(self.small(at)).contains(&Form::Base)
    }

    /// "Splits it", "these carry weight": where a pronoun next to it rules out a noun.
    fn has_pronoun(&self, at: usize) -> bool {
        let forms = lemma::forms(self.small(at));
        let next = self.small(at + 1);
        // "In contact with water it can turn".
        let subject = self.can_act(at + 2) || self.tag(at + 2) == Some(Tag::AUX);
        let object = ["them", "him", "us", "me"].contains(&next) || next == "it" && !subject;
        let these = at > 0 && ["these", "those"].contains(&self.small(at - 1));
        let one = self.tag(at + 1) == Some(Tag::NOUN) && !lexicon::is_plural(self.word(at + 1));
        let after_these =
            these && one && forms.contains(&Form::Base) && !lexicon::is_plural(self.word(at));
        let listed = at > 1
            && self.word(at - 1) == ","
            && self.determiner_follows(at)
            && (forms.contains(&Form::Base) || forms.contains(&Form::Third));
        (object || listed) && self.can_act(at) && self.before(at) != Some(Tag::DET)
            || after_these && self.can_act(at)
    }

    /// "Makes dough rise": a base form after what is made to do it.
    fn is_made_to(&self, at: usize) -> bool {
        let made = at > 1
            && ["make", "makes", "made", "making", "let", "lets", "letting"]
                .contains(&self.small(at - 2));
        let thing = matches!(self.before(at), Some(Tag::NOUN | Tag::PROPN | Tag::PRON));
        let ends = self.closes(at) || matches!(self.tag(at + 1), Some(Tag::ADP | Tag::ADV));
        made && thing
            && ends
            && self.can_act(at)
            && lemma::forms(self.small(at)).contains(&Form::Base)
    }

    /// "Commitments help manage", "acts as": verbs that what follows gives away.
    fn given_away(&self, at: usize) -> bool {
        let word = self.small(at);
        let next = self.small(at + 1);
        let noun_before = matches!(self.before(at), Some(Tag::NOUN | Tag::PROPN));
        let helps =
            ["help", "helps", "helped"].contains(&word) && self.is_base(at + 1) && next != "of";
        let as_ = ["acts", "functions", "serves", "act", "serve"].contains(&word) && next == "as";
        noun_before && (helps || as_)
    }

    /// Whether a word that looks like a verb is a noun here.
    fn names(&self, at: usize) -> bool {
        let word = self.word(at);
        let participle = is_participle(word);
        let gerund = word.ends_with("ing") && !self.noun_follows(at);
        let base = lexicon::any_verb_base(word) == Some(word);
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

    /// "The second stood in the shop", "a third described how", but not "the second set of locks".
    fn follows_rank(&self, at: usize) -> bool {
        let ranks = ["former", "latter", "other", "second", "third", "fourth"];
        let ranked = at > 1
            && ranks.contains(&self.small(at - 1))
            && ["the", "a", "another"].contains(&self.small(at - 2));
        let bare = || {
            !matches!(self.tag(at + 1), Some(Tag::NOUN | Tag::ADJ | Tag::VERB))
                && self.small(at + 1) != "of"
        };
        ranked && bare() && lemma::forms(self.small(at)).contains(&Form::Past) && self.can_act(at)
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
        while back > 0 && (self.tags[back - 1] == Tag::ADV || self.small(back - 1) == "not") {
            back -= 1;
        }
        let Some(before) = back.checked_sub(1) else {
            return false;
        };
        let word = self.small(before);
        let to = word == "to" && self.tags[before] == Tag::PART;
        let does = ["do", "does", "did"].contains(&word) && self.small(before + 1) == "not";
        to || does || is_modal(word) || ["don't", "doesn't", "didn't"].contains(&word)
    }

    /// After an article or a possessive, or an adjective or preposition that has none after it.
    fn wants_noun(&self, at: usize) -> bool {
        let possessive = ["its", "their", "our", "his", "my", "your"];
        // "For her funeral", but "let her go".
        let of_hers = || {
            self.small(at - 1) == "her"
                && (at == 1 || matches!(self.before(at - 1), Some(Tag::ADP)))
        };
        match self.before(at) {
            Some(Tag::DET | Tag::NUM) => true,
            Some(Tag::PRON) => possessive.contains(&self.small(at - 1)) || of_hers(),
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
}
