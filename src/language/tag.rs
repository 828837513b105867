//! Parts of speech: the Brill tagger of `harper-brill`, repaired by suffix and context.
//!
//! The repairs stand apart from the tokens because the tagger's lexicon has 27,000 words and knows
//! neither "pacts" nor "alliances", and because a mistake here becomes a bad question.

mod auxiliary;
mod closed;
mod demonstrative;
mod finite;
mod open;
mod past;

use harper_pos_utils::Tagger;

use super::lemma::Form;
use super::model::brill_tagger;
use super::token::tokens;
use super::{Span, Tag, Token, lemma, lexicon};

/// Endings that tell what an unknown word is; the first that fits counts.
const SUFFIXES: &[(&str, Tag)] = &[
    ("wise", Tag::ADV),
    ("wards", Tag::ADV),
    ("ly", Tag::ADV),
    ("tion", Tag::NOUN),
    ("sion", Tag::NOUN),
    ("ment", Tag::NOUN),
    ("ness", Tag::NOUN),
    ("ity", Tag::NOUN),
    ("ism", Tag::NOUN),
    ("ship", Tag::NOUN),
    ("hood", Tag::NOUN),
    ("ance", Tag::NOUN),
    ("ence", Tag::NOUN),
    ("ancy", Tag::NOUN),
    ("ency", Tag::NOUN),
    ("ous", Tag::ADJ),
    ("ful", Tag::ADJ),
    ("less", Tag::ADJ),
    ("ive", Tag::ADJ),
    ("able", Tag::ADJ),
    ("ible", Tag::ADJ),
    ("ical", Tag::ADJ),
    ("al", Tag::ADJ),
    ("ic", Tag::ADJ),
    ("ary", Tag::ADJ),
    ("ory", Tag::ADJ),
    ("ent", Tag::ADJ),
    ("ant", Tag::ADJ),
    ("icit", Tag::ADJ),
    ("ize", Tag::VERB),
    ("ise", Tag::VERB),
    ("ify", Tag::VERB),
    ("est", Tag::ADJ),
    ("ing", Tag::VERB),
    ("ed", Tag::VERB),
];

/// A sentence under repair.
struct Draft<'a> {
    text: &'a str,
    spans: Vec<Span>,
    /// The words in small letters, with straight apostrophes.
    small: Vec<String>,
    tags: Vec<Tag>,
    /// Whether more than half of the longer words have a capital.
    is_title: bool,
}

/// The tokens of the sentence at `span`, each with its part of speech.
pub(super) fn tagged(text: &str, span: Span) -> Vec<Token> {
    let spans = tokens(text, span);
    let words = familiar_words(text, &spans);
    let guessed = brill_tagger().tag_sentence(&words);
    let tags = guessed
        .iter()
        .zip(&words)
        .map(|(tag, word)| tag.unwrap_or_else(|| by_suffix(word)));
    let mut draft = Draft {
        text,
        tags: tags.collect(),
        is_title: is_title(&words),
        small: spans.iter().map(|span| small(span.of(text))).collect(),
        spans,
    };
    draft.repair();
    draft
        .spans
        .into_iter()
        .zip(draft.tags)
        .map(|(span, tag)| Token::new(span, tag))
        .collect()
}

/// The words as the tagger's lexicon writes them: the last part of a compound, straight
/// apostrophes, and no capital that only begins the sentence.
fn familiar_words(text: &str, spans: &[Span]) -> Vec<String> {
    let begins = spans
        .iter()
        .position(|span| span.of(text).starts_with(char::is_alphanumeric));
    let familiar = |(at, span): (usize, &Span)| {
        let word = span.of(text).replace('’', "'");
        let last = word.rsplit(['-', '‑']).next().unwrap_or(&word);
        if Some(at) == begins && is_ordinary(last) {
            last.to_lowercase()
        } else {
            last.to_owned()
        }
    };
    spans.iter().enumerate().map(familiar).collect()
}

/// Whether a capital at the sentence's start says nothing: the small word is known.
fn is_ordinary(word: &str) -> bool {
    let small = word.to_lowercase();
    let capital_only = word.chars().skip(1).all(|c| !c.is_uppercase());
    capital_only
        && (lexicon::is_function_word(&small)
            || brill_tagger()
                .tag_sentence(&[small])
                .first()
                .is_some_and(|tag| tag.is_some_and(|tag| tag != Tag::PROPN)))
}

fn by_suffix(word: &str) -> Tag {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Tag::NUM;
    }
    if !word.starts_with(char::is_alphanumeric) {
        return Tag::PUNCT;
    }
    if word.starts_with(char::is_uppercase) {
        return Tag::PROPN;
    }
    match lexicon::any_verb_base(word) {
        Some(base) if word == base || word.ends_with('s') => Tag::VERB,
        _ => ordinary_by_suffix(word),
    }
}

/// What an unknown word without a capital is.
fn ordinary_by_suffix(word: &str) -> Tag {
    let fits = |(suffix, _): &&(&str, Tag)| word.len() > suffix.len() + 2 && word.ends_with(suffix);
    if lexicon::is_person(word) {
        return Tag::NOUN;
    }
    SUFFIXES
        .iter()
        .find(fits)
        .map_or(Tag::NOUN, |(_, tag)| *tag)
}

impl Draft<'_> {
    fn repair(&mut self) {
        self.pass(Self::by_word);
        self.pass(Self::by_capital);
        self.pass(Self::closed);
        self.pass(Self::by_neighbours);
        self.find_verbs();
        self.pass(Self::closed_late);
    }

    /// Tags every token anew, in order.
    fn pass(&mut self, tag: impl Fn(&Self, usize) -> Tag) {
        for at in 0..self.tags.len() {
            self.tags[at] = tag(self, at);
        }
    }

    /// The word in small letters; nothing past the end.
    fn small(&self, at: usize) -> &str {
        self.small.get(at).map_or("", String::as_str)
    }

    fn word(&self, at: usize) -> &str {
        self.spans.get(at).map_or("", |span| span.of(self.text))
    }

    fn tag(&self, at: usize) -> Option<Tag> {
        self.tags.get(at).copied()
    }

    fn before(&self, at: usize) -> Option<Tag> {
        self.tag(at.checked_sub(1)?)
    }

    /// What the word alone tells.
    fn by_word(&self, at: usize) -> Tag {
        let (word, tag) = (self.word(at), self.tags[at]);
        let capital = word.starts_with(char::is_uppercase);
        match tag {
            _ if !word.starts_with(char::is_alphanumeric) && word.len() < 4 && !is_clitic(word) => {
                Tag::PUNCT
            }
            _ if let Some(usual) = lexicon::corrected(self.small(at)) => usual,
            _ if word.contains(['-', '‑']) => self.compound(at),
            Tag::PROPN if !capital || at == 0 && self.only_begins(word) => {
                ordinary_by_suffix(&word.to_lowercase())
            }
            Tag::NOUN if is_ly_adverb(word) => Tag::ADV,
            Tag::INTJ if word == "like" => Tag::ADP,
            Tag::INTJ if self.before(at) == Some(Tag::NUM) => Tag::NOUN,
            Tag::PUNCT if word.starts_with(char::is_alphanumeric) => by_suffix(word),
            _ => tag,
        }
    }

    /// A capital inside the sentence is a name's, but an adjective's before a small noun, and
    /// where nearly every word has one.
    fn by_capital(&self, at: usize) -> Tag {
        let tag = self.tags[at];
        let capital = |at: usize| self.word(at).starts_with(char::is_uppercase);
        let inside = at > 0 && (self.tags[at - 1] != Tag::PUNCT || self.word(at - 1) == ",");
        let adjective = tag == Tag::ADJ && !capital(at + 1) && self.noun_follows(at);
        let things = lexicon::is_plural(self.word(at))
            && lexicon::usual_tag(&lemma::singular(self.small(at))).is_some();
        let open = matches!(tag, Tag::NOUN | Tag::ADJ | Tag::VERB) && !things;
        if open && inside && capital(at) && !adjective && !self.is_title {
            Tag::PROPN
        } else {
            tag
        }
    }

    /// Whether a capital at the sentence's start need not mean a name.
    fn only_begins(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        let known =
            lexicon::usual_tag(&lemma::singular(&small)).is_some() || lexicon::is_person(&small);
        let ends =
            |(suffix, _): &(&str, Tag)| small.len() > suffix.len() + 2 && small.ends_with(suffix);
        let name_follows = self.word(1).starts_with(char::is_uppercase);
        let plural_verb = matches!(self.small(1), "are" | "were" | "have")
            || self.tag(1) == Some(Tag::VERB) && lemma::forms(self.word(1)) == [Form::Base];
        !name_follows
            && (is_ordinary(word)
                || plural_verb && lexicon::is_plural(word)
                || known && lexicon::is_plural(word)
                || SUFFIXES.iter().any(ends))
    }

    /// A compound takes the part of its last word, but stands as an adjective before a noun.
    fn compound(&self, at: usize) -> Tag {
        let last = self.word(at).rsplit(['-', '‑']).next().unwrap_or_default();
        let before_noun = matches!(self.tag(at + 1), Some(Tag::NOUN | Tag::ADJ))
            || self.word(at + 1).contains('-');
        match self.tags[at] {
            Tag::NUM => Tag::NUM,
            Tag::PROPN if self.word(at).contains(char::is_uppercase) => Tag::PROPN,
            Tag::PROPN if !before_noun => Tag::NOUN,
            _ if before_noun => Tag::ADJ,
            _ if last.ends_with("ing") => Tag::NOUN,
            _ if last.ends_with("ed") => Tag::ADJ,
            Tag::VERB | Tag::ADP | Tag::ADV | Tag::PART | Tag::AUX | Tag::PRON => Tag::NOUN,
            tag => tag,
        }
    }
}

/// Whether more than half of the longer words have a capital.
fn is_title(words: &[String]) -> bool {
    let long = || words.iter().filter(|word| word.len() > 3);
    long()
        .filter(|word| word.starts_with(char::is_uppercase))
        .count()
        * 2
        > long().count()
}

fn small(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

fn is_clitic(word: &str) -> bool {
    matches!(word, "'s" | "’s")
}

fn is_participle(word: &str) -> bool {
    word.ends_with("ing") || lexicon::is_past_participle(word)
}

/// "Legitimizes", "stratifies": what no table of verbs needs to hold.
fn is_formed_verb(word: &str) -> bool {
    let mut endings = ["izes", "ifies"].iter();
    endings.any(|ending| word.len() > ending.len() + 3 && word.ends_with(ending))
}

fn is_ly_adverb(word: &str) -> bool {
    word.len() > 5 && word.ends_with("ly") && !word.ends_with("ply") && !word.ends_with("mily")
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let tokens = tagged(
            text,
            Span {
                start: 0,
                end: text.len(),
            },
        );
        let pairs: Vec<String> = tokens
            .iter()
            .map(|token| format!("{}/{}", token.of(text), token.tag.as_ref()))
            .collect();
        expected.assert_eq(&pairs.join(" "));
    }

    #[test]
    fn her_before_a_noun_and_before_a_verb() {
        check(
            "For her funeral the ferry stopped, and it helped her build a house.",
            expect![
                "For/ADP her/PRON funeral/NOUN the/DET ferry/NOUN stopped/VERB ,/PUNCT and/CCONJ it/PRON helped/VERB her/PRON build/VERB a/DET house/NOUN ./PUNCT"
            ],
        );
    }

    #[test]
    fn a_past_form_is_no_noun() {
        check(
            "The institution as a whole came to an end.",
            expect![
                "The/DET institution/NOUN as/SCONJ a/DET whole/ADJ came/VERB to/ADP an/DET end/NOUN ./PUNCT"
            ],
        );
    }

    #[test]
    fn what_takes_an_infinitive_is_a_verb() {
        check(
            "Visitors to the laboratory tend to assume much.",
            expect![
                "Visitors/NOUN to/ADP the/DET laboratory/ADJ tend/VERB to/PART assume/VERB much/ADV ./PUNCT"
            ],
        );
    }

    #[test]
    fn what_goes_on_behind_with_is_a_verb() {
        check(
            "They left the snails with a camera running, and with a town meeting.",
            expect![
                "They/PRON left/VERB the/DET snails/NOUN with/ADP a/DET camera/NOUN running/VERB ,/PUNCT and/CCONJ with/ADP a/DET town/NOUN meeting/NOUN ./PUNCT"
            ],
        );
    }

    #[test]
    fn what_goes_on_behind_which_is_a_verb() {
        check(
            "The fire draws the temper, which leaves you with an edge.",
            expect![
                "The/DET fire/NOUN draws/VERB the/DET temper/NOUN ,/PUNCT which/PRON leaves/VERB you/PRON with/ADP an/DET edge/NOUN ./PUNCT"
            ],
        );
    }

    #[test]
    fn unknown_words_by_suffix_and_place() {
        check(
            "Neighbors may diversify alliances.",
            expect!["Neighbors/NOUN may/AUX diversify/VERB alliances/NOUN ./PUNCT"],
        );
        check(
            "The outcome hinges on credible signaling.",
            expect!["The/DET outcome/NOUN hinges/VERB on/ADP credible/ADJ signaling/NOUN ./PUNCT"],
        );
        check(
            "Sanctions reshape trade links.",
            expect!["Sanctions/NOUN reshape/VERB trade/NOUN links/NOUN ./PUNCT"],
        );
        check(
            "Yet this requires reliable governance.",
            expect!["Yet/ADV this/PRON requires/VERB reliable/ADJ governance/NOUN ./PUNCT"],
        );
    }

    #[test]
    fn what_stands_between_a_name_and_an_article_acts() {
        check(
            "The lord Aldric of Ulden occupied the Step.",
            expect![
                "The/DET lord/NOUN Aldric/PROPN of/ADP Ulden/PROPN occupied/VERB the/DET Step/NOUN ./PUNCT"
            ],
        );
    }

    #[test]
    fn what_ends_as_a_verb_acts_after_a_relative() {
        check(
            "They project a stance that legitimizes dialogue.",
            expect![
                "They/PRON project/VERB a/DET stance/NOUN that/PRON legitimizes/VERB dialogue/NOUN ./PUNCT"
            ],
        );
    }

    #[test]
    fn what_follows_a_rank_that_stands_for_a_thing_acts() {
        check(
            "The second stood in the workshop.",
            expect!["The/DET second/ADJ stood/VERB in/ADP the/DET workshop/NOUN ./PUNCT"],
        );
        check(
            "The second set of locks failed.",
            expect!["The/DET second/ADJ set/NOUN of/ADP locks/NOUN failed/VERB ./PUNCT"],
        );
    }

    #[test]
    fn compounds_are_one_word() {
        check(
            "States develop information-sharing protocols.",
            expect!["States/NOUN develop/VERB information-sharing/ADJ protocols/NOUN ./PUNCT"],
        );
    }

    #[test]
    fn capitals() {
        check(
            "They met in Geneva with Dr. Lee’s team.",
            expect![
                "They/PRON met/VERB in/ADP Geneva/PROPN with/ADP Dr/PROPN ./PUNCT Lee/PROPN ’s/PART team/NOUN ./PUNCT"
            ],
        );
    }
}
