//! Words for people.
//!
//! Apart from what other nouns name, since a question asks "who" or "what".

use super::lemma::{self, is_plural};
use super::lexicon::{Table, has, table};
use super::small;

/// Nouns for people and bodies of people that no ending gives away: singular forms.
pub(super) static PERSONS: Table = table!("persons");

/// Endings of nouns for people.
static PERSON_ENDINGS: Table = table!("person_endings");

/// Nouns for things that have such an ending: singular forms.
static PERSON_LIKE: Table = table!("person_like");

/// Bodies of people among them: singular forms.
pub(super) static BODIES: Table = table!("bodies");

/// Words before a person's name.
pub(super) static TITLES: Table = table!("titles");

/// Titles, words for people and given names that tell a woman, in the singular.
static WOMEN: Table = table!("women");

/// Those that tell a man.
static MEN: Table = table!("men");

/// Nouns for people that tell a man from a woman: singular forms.
pub(super) static GENDERED: Table = table!("gendered");

/// Whether a noun speaks of people or a body of people, in either number.
pub fn is_person(noun: &str) -> bool {
    let noun = noun.to_lowercase();
    let last = noun.rsplit('-').next().unwrap_or(&noun);
    let noun = lemma::singular(last);
    let ends = || PERSON_ENDINGS.iter().any(|ending| noun.ends_with(ending));
    PERSONS.contains(noun.as_str()) || ends() && !PERSON_LIKE.contains(noun.as_str())
}

/// Whether a noun speaks of one person.
pub fn is_one_person(noun: &str) -> bool {
    is_person(noun) && !is_plural(noun) && !has(&BODIES, &small(noun))
}

/// Whether a word can stand before somebody's name.
pub fn is_title(word: &str) -> bool {
    has(&TITLES, &small(word))
}

/// "He" or "she", where a title, a noun for one person or a given name tells.
pub fn gender(word: &str) -> Option<&'static str> {
    let word = small(word);
    match () {
        () if has(&WOMEN, &word) => Some("she"),
        () if has(&MEN, &word) => Some("he"),
        () => None,
    }
}

/// Whether a noun, in either number, tells whether a man or a woman is meant.
pub fn is_gendered(noun: &str) -> bool {
    GENDERED.contains(lemma::singular(&noun.to_lowercase()).as_str())
}
