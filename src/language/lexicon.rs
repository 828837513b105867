//! Words that rules need to know: tables, and looking them up.
//!
//! Apart from the rules, so that a word is added without touching one: each table is a text file in
//! the folder beside this file, or in `words` there, words in small letters with blanks between them.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::memo::Memo;
use super::model::brill_tagger;

use harper_pos_utils::Tagger;

use super::{Tag, lemma, small};

pub use super::person::{gender, is_gendered, is_one_person, is_person, is_title};
pub use lemma::is_plural;

thread_local! {
    static SORTS: Memo<Sort> = Memo::default();
    static TONES: Memo<i8> = Memo::default();
    static USUAL_TAGS: Memo<Option<Tag>> = Memo::default();
    static VERB_BASES: Memo<Option<&'static str>> = Memo::default();
}

/// The words of a file.
pub(super) type Table = LazyLock<FxHashSet<&'static str>>;

/// A table of the folder `words`, which the build packs.
macro_rules! table {
    ($name:literal) => {
        std::sync::LazyLock::new(|| $crate::language::model::table($name))
    };
}

/// A table that stands as it is: what finds articles and cuts sentences needs it without all the others.
macro_rules! small_table {
    ($name:literal) => {
        LazyLock::new(|| {
            let words = include_str!(concat!("lexicon/", $name, ".txt"));
            words.split_whitespace().collect()
        })
    };
}

pub(super) use table;

/// Abbreviations that a sentence does not end with, without their last stop.
static ABBREVIATIONS: Table = small_table!("abbreviations");

/// Words that carry no topic of their own.
static FUNCTION_WORDS: Table = small_table!("function_words");

/// Verbs that are nouns as well or that taggers seldom know: base forms.
static VERBS: Table = table!("verbs");

/// Further verbs, which are often nouns or rare: only for tags, which look at the words around.
static OCCASIONAL_VERBS: Table = table!("occasional_verbs");

/// Auxiliaries that a base form follows and that have no other form.
static MODALS: Table = table!("modals");

/// Words before a noun that tell how many.
static QUANTIFIERS: Table = table!("quantifiers");

/// Participles that do not end in "-ed".
static IRREGULAR_PARTICIPLES: Table = table!("irregular_participles");

/// Nouns that end in "s" and are singular.
static SINGULAR_IN_S: Table = table!("singular_in_s");

/// Words after which "to" opens a phrase rather than a verb: verbs in the base, nouns in the singular.
static TAKES_TO: Table = table!("takes_to");

/// Words that a clause with "that" can follow: verbs in the base, nouns in the singular.
static TAKES_THAT: Table = table!("takes_that");

/// Words after which "to" opens a verb: verbs in the base, adjectives.
static TAKES_INFINITIVE: Table = table!("takes_infinitive");

/// Nouns that "to" and a verb go with: singular forms.
static INFINITIVE_NOUNS: Table = table!("infinitive_nouns");

/// Words that the tagger's lexicon does not know or has wrong, with what they are.
static CORRECTED: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| pairs(include_str!("lexicon/corrected_tags.txt")));

/// Words in "-ing" that are nouns more often than not.
static NOMINAL_GERUNDS: Table = table!("nominal_gerunds");

/// Participles that stand before a noun rather than act.
static NEIGHBOURING: Table = table!("neighbouring");

/// Words that make a statement too strong or too weak to be believed.
static ABSOLUTES: Table = table!("absolutes");

/// Nouns for what people make, agree on or set up in order to do something.
static INSTRUMENTS: Table = table!("instruments");

/// Nouns that with a bare "the" mean what was said before.
static SUMMARIES: Table = table!("summaries");

/// Words that set something beside another, or have it go on: "the other camp", "far smaller", "is still".
static COMPARING: Table = table!("comparing");

/// Nouns for ships, of which one is "she".
static SHIPS: Table = table!("ships");

/// Nouns for stretches of time.
static TIMES: Table = table!("times");

/// Units and coins: singular forms.
static MEASURES: Table = table!("measures");

/// Nouns for where something is.
static PLACES: Table = table!("places");

/// Words of direction, size and time with the one that stands at the other end: a line each.
static OPPOSITES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let pairs = include_str!("lexicon/opposites.txt")
        .lines()
        .filter_map(|line| line.split_once(' '));
    pairs
        .flat_map(|(one, other)| [(one, other), (other, one)])
        .collect()
});

/// Countries by each of their names: a line has the country, then its adjective, its capital and what
/// else stands for its government. A name of several words has "_" between them.
static COUNTRIES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("lexicon/countries.txt").lines();
    let named = |line: &'static str| {
        let country = line.split(' ').next().unwrap_or_default();
        line.split(' ').map(move |name| (name, country))
    };
    lines.flat_map(named).collect()
});

/// The second name of each line.
static DEMONYMS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("lexicon/countries.txt").lines();
    lines.filter_map(|line| line.split(' ').nth(1)).collect()
});

/// Endings of nouns for doings.
const DOINGS: &[&str] = &[
    "action", "ation", "ction", "ering", "ing", "ission", "ition", "ment", "sion", "tion",
];

/// Endings of nouns for qualities and states.
const QUALITIES: &[&str] = &[
    "acy", "ance", "ence", "ency", "ancy", "dom", "hood", "ism", "ity", "ness", "ship", "th",
    "tude", "ty",
];

/// What sort of thing a noun names: two of one sort can stand in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Somebody, or a body of people.
    Person,
    /// A stretch of time.
    Time,
    /// Somewhere.
    Place,
    /// What people make, agree on or set up.
    Instrument,
    /// What is done or happens.
    Doing,
    /// What something is like.
    Quality,
    /// Anything else.
    Other,
}

/// Words for what one would rather avoid.
static UNWELCOME: Table = table!("unwelcome");

/// Words for what one would rather have.
static WELCOME: Table = table!("welcome");

/// Nouns that say little without what follows them: "the face of", "a range of".
static EMPTY_HEADS: Table = table!("empty_heads");

/// Whether a sentence goes on after this word and its stop; `word` without the stop.
pub fn is_abbreviation(word: &str) -> bool {
    has(&ABBREVIATIONS, word)
}

/// Whether a word carries no topic: articles, pronouns, prepositions, auxiliaries and their like.
pub fn is_function_word(word: &str) -> bool {
    has(&FUNCTION_WORDS, word)
}

/// Whether a participle in "-ing" stands before its noun ("emerging markets").
pub fn is_neighbouring(word: &str) -> bool {
    has(&NEIGHBOURING, word)
}

/// Whether a verb's form can be a past participle.
pub fn is_past_participle(word: &str) -> bool {
    word.ends_with("ed") || has(&IRREGULAR_PARTICIPLES, word)
}

/// Whether a noun ends in "s" and is singular.
pub(super) fn is_singular_in_s(noun: &str) -> bool {
    SINGULAR_IN_S.contains(noun)
}

/// Whether "to" after this word opens a phrase: "access to", "contribute to".
pub(super) fn takes_to(word: &str) -> bool {
    TAKES_TO.contains(word)
}

/// Whether "to" after this word opens a verb: "begin to", "able to".
pub(super) fn takes_infinitive(word: &str) -> bool {
    TAKES_INFINITIVE.contains(word)
}

/// What a word is that the tagger's lexicon has wrong.
pub(super) fn corrected(word: &str) -> Option<Tag> {
    match *CORRECTED.get(word)? {
        "adjective" => Some(Tag::ADJ),
        "adverb" => Some(Tag::ADV),
        "noun" => Some(Tag::NOUN),
        "verb" => Some(Tag::VERB),
        _ => None,
    }
}

/// Whether "to" and a verb behind a noun say what it is, as in "a scheme to breed silkworms".
pub(crate) fn has_infinitive(noun: &str) -> bool {
    INFINITIVE_NOUNS.contains(lemma::singular(&small(noun)).as_str())
}

/// Whether "that" after this word can open a clause: "say that", "the fact that".
pub(crate) fn takes_that(word: &str) -> bool {
    TAKES_THAT.contains(word)
}

/// Whether a word in "-ing" is usually a noun.
pub(super) fn is_nominal_gerund(word: &str) -> bool {
    NOMINAL_GERUNDS.contains(word)
}

/// What the tagger's lexicon takes a word for, on its own; `None` when it does not know it.
pub(crate) fn usual_tag(word: &str) -> Option<Tag> {
    USUAL_TAGS.with(|known| {
        known.get(word, |word| {
            let tags = brill_tagger().tag_sentence(&[word.to_owned()]);
            tags.first().copied().flatten()
        })
    })
}

/// A table of two columns, such as forms and their bases.
pub(super) fn pairs(lines: &'static str) -> FxHashMap<&'static str, &'static str> {
    let pair = |line: &'static str| line.split_once(' ');
    lines.lines().filter_map(pair).collect()
}

/// The country that a name stands for: "Beijing", "Chinese" and "China" are one.
pub fn country(name: &str) -> Option<&'static str> {
    COUNTRIES.get(name.replace(' ', "_").as_str()).copied()
}

/// Whether a name is what the people of a country, and their language, are called: "German".
pub fn is_demonym(name: &str) -> bool {
    DEMONYMS.contains(name)
}

/// Whether a word, in small letters, makes a statement too strong or too weak to be believed.
pub fn is_absolute(word: &str) -> bool {
    ABSOLUTES.contains(word)
}

/// What sort of thing a noun names, by tables and endings.
pub fn sort(noun: &str) -> Sort {
    SORTS.with(|known| known.get(noun, find_sort))
}

fn find_sort(noun: &str) -> Sort {
    let noun = noun.to_lowercase();
    let last = noun.rsplit('-').next().unwrap_or(&noun);
    let one = lemma::singular(last);
    let in_table = |table: &Table| table.contains(one.as_str()) || table.contains(last);
    let ends = |endings: &[&str]| {
        endings
            .iter()
            .any(|ending| one.len() > ending.len() + 2 && one.ends_with(ending))
    };
    match () {
        () if is_person(last) => Sort::Person,
        () if in_table(&TIMES) => Sort::Time,
        () if in_table(&PLACES) => Sort::Place,
        () if in_table(&INSTRUMENTS) => Sort::Instrument,
        () if ends(DOINGS) => Sort::Doing,
        () if ends(QUALITIES) => Sort::Quality,
        () => Sort::Other,
    }
}

/// Whether a noun, with a bare "the", means what was said before: "the outcome".
pub fn is_summary(noun: &str) -> bool {
    has(&SUMMARIES, noun)
}

/// Whether a word sets something beside another, or has it go on, in whatever capitals.
pub fn is_comparing(word: &str) -> bool {
    has(&COMPARING, &small(word))
}

/// Whether a noun is one for a ship, in either number.
pub fn is_ship(noun: &str) -> bool {
    has(&SHIPS, noun) || has(&SHIPS, &lemma::singular(noun))
}

/// Whether a noun says little without what follows it.
pub fn is_empty_head(noun: &str) -> bool {
    has(&EMPTY_HEADS, noun) || has(&EMPTY_HEADS, &lemma::singular(noun))
}

/// Whether a phrase sounds welcome (above zero), unwelcome (below) or neither, by its words.
///
/// An unwelcome word decides: "legitimate disagreement" is one.
pub fn tone(phrase: &str) -> i8 {
    let tones = phrase
        .split([' ', '-', ','])
        .map(|word| TONES.with(|known| known.get(word, find_tone)));
    let (least, most) = tones.fold((0, 0), |(least, most), tone| {
        (tone.min(least), tone.max(most))
    });
    if least < 0 { least } else { most }
}

fn find_tone(word: &str) -> i8 {
    let is_in = |table: &Table| has(table, word) || has(table, &lemma::singular(word));
    if is_in(&UNWELCOME) {
        -1
    } else {
        i8::from(is_in(&WELCOME))
    }
}

/// Whether a word in small letters is an auxiliary like "must".
pub fn is_modal(word: &str) -> bool {
    has(&MODALS, word)
}

/// Whether a word tells how many, without a number: "several".
pub fn is_quantifier(word: &str) -> bool {
    has(&QUANTIFIERS, &small(word))
}

/// Whether a noun is a unit or a coin, in either number: of it there is less, of what can be counted fewer.
pub fn is_measure(noun: &str) -> bool {
    let noun = small(noun);
    has(&MEASURES, &noun) || has(&MEASURES, &lemma::singular(&noun))
}

/// The word at the other end: "south" for "north".
pub fn opposite(word: &str) -> Option<&'static str> {
    OPPOSITES.get(&*small(word)).copied()
}

/// The base form of a verb of the table, from any of its forms.
pub fn verb_base(word: &str) -> Option<&'static str> {
    VERB_BASES.with(|known| known.get(word, find_verb_base))
}

fn find_verb_base(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let known = |base: &str| VERBS.get(base).copied();
    known(&word).or_else(|| known(&lemma::base(&word)?))
}

/// The same, with verbs that are often nouns or rare.
pub(super) fn any_verb_base(word: &str) -> Option<&'static str> {
    let known = |base: &str| OCCASIONAL_VERBS.get(base).copied();
    verb_base(word)
        .or_else(|| known(word))
        .or_else(|| known(&lemma::base(word)?))
}

pub(super) fn has(table: &Table, word: &str) -> bool {
    table.contains(&*super::small(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::person::{BODIES, GENDERED, PERSONS, TITLES};

    #[test]
    fn a_country_has_its_names_for_itself() {
        let names = include_str!("lexicon/countries.txt").split_whitespace();
        assert_eq!(names.count(), COUNTRIES.len(), "a name stands twice");
        assert_eq!(country("Beijing"), country("Chinese"));
        assert_eq!(country("London"), country("United Kingdom"));
        assert_eq!(country("New Delhi"), Some("India"));
        assert_eq!(country("Tuesday"), None);
    }

    #[test]
    fn tables_hold_small_letters() {
        for table in [
            &ABBREVIATIONS,
            &FUNCTION_WORDS,
            &VERBS,
            &PERSONS,
            &UNWELCOME,
            &WELCOME,
            &MEASURES,
            &MODALS,
            &QUANTIFIERS,
            &ABSOLUTES,
            &INFINITIVE_NOUNS,
            &BODIES,
            &TITLES,
            &GENDERED,
        ] {
            assert!(table.len() > 9);
            assert!(table.iter().all(|word| word.to_lowercase() == *word));
        }
    }

    #[test]
    fn what_has_an_opposite_is_the_opposite_of_it() {
        assert!(OPPOSITES.len() > 50);
        for (word, other) in OPPOSITES.iter() {
            assert_eq!(opposite(other), Some(*word));
        }
        assert_eq!(opposite("Eastern"), Some("western"));
        assert_eq!(opposite("stability"), None);
    }

    #[test]
    fn no_word_is_welcome_and_unwelcome() {
        assert_eq!(WELCOME.intersection(&UNWELCOME).next(), None);
        assert_eq!(tone("reliable governance"), 1);
        assert_eq!(tone("legitimate disagreements"), -1);
        assert_eq!(tone("cross-border violence"), -1);
        assert_eq!(tone("bad rope"), -1);
        assert_eq!(tone("port standards"), 0);
    }

    #[test]
    fn people_and_things() {
        for person in [
            "policymakers",
            "agencies",
            "neighbor",
            "women",
            "interest-groups",
        ] {
            assert!(is_person(person), "{person}");
        }
        for thing in ["timetables", "sanctions", "trust", "legitimacy", "steamers"] {
            assert!(!is_person(thing), "{thing}");
        }
    }

    #[test]
    fn nouns_by_sort() {
        for (noun, expected) in [
            ("neighbors", Sort::Person),
            ("periods", Sort::Time),
            ("frameworks", Sort::Instrument),
            ("policies", Sort::Instrument),
            ("modernization", Sort::Doing),
            ("legitimacy", Sort::Quality),
            ("regions", Sort::Place),
            ("energy", Sort::Other),
        ] {
            assert_eq!(sort(noun), expected, "{noun}");
        }
    }

    #[test]
    fn forms_find_their_verb() {
        for (form, base) in [
            ("hinges", "hinge"),
            ("planned", "plan"),
            ("carries", "carry"),
            ("reshape", "reshape"),
        ] {
            assert_eq!(verb_base(form), Some(base));
        }
        assert_eq!(verb_base("governance"), None);
    }
}
