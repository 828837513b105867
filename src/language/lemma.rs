//! The forms of verbs and nouns: from any form to the base, and from the base to any form.
//!
//! Apart from the tags, which say what a word is in its sentence: this knows spelling alone, from
//! tables of what is irregular, rules for the rest, and the tagger's lexicon where rules leave a
//! choice ("hoped", "visited").

mod form;
mod noun;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon::{Table, table};
use super::memo::Memo;
use super::{Tag, lexicon};

thread_local! {
    static KNOWN_BASES: Memo<Option<String>> = Memo::default();
    static KNOWN_FORMS: Memo<Forms> = Memo::default();
}

pub use form::{Form, Forms};
pub use noun::{is_plural, plural, singular};

/// A verb whose past no rule gives; where there are several forms, the one to use comes first.
struct Irregular {
    base: &'static str,
    past: Vec<&'static str>,
    participle: Vec<&'static str>,
}

/// Lines of "base past participle", with "/" between forms of one kind.
static IRREGULAR: LazyLock<Vec<Irregular>> = LazyLock::new(|| {
    let forms = |column: &'static str| column.split('/').collect();
    include_str!("lexicon/irregular_verbs.txt")
        .lines()
        .filter_map(|line| {
            let mut columns = line.split_whitespace();
            Some(Irregular {
                base: columns.next()?,
                past: forms(columns.next()?),
                participle: forms(columns.next()?),
            })
        })
        .collect()
});

/// The same by their bases.
static BY_BASE: LazyLock<FxHashMap<&'static str, &'static Irregular>> =
    LazyLock::new(|| IRREGULAR.iter().map(|verb| (verb.base, verb)).collect());

/// The bases that an irregular form can belong to.
static BASES: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut bases: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for verb in IRREGULAR.iter() {
        for form in verb.forms() {
            let known = bases.entry(form).or_default();
            if !known.contains(&verb.base) {
                known.push(verb.base);
            }
        }
    }
    bases
});

/// Lines of "form base", for regular verbs whose spelling misleads.
static EXCEPTIONS: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| lexicon::pairs(include_str!("lexicon/verb_exceptions.txt")));

/// Verbs of several syllables that double their last letter ("admitted").
static DOUBLING: Table = table!("doubling_verbs");

/// Endings of verbs that have a double "l" of their own.
const DOUBLE_L: &[&str] = &[
    "ball", "call", "fall", "fill", "kill", "roll", "sell", "spell", "stall", "tell", "wall",
];

/// Endings of stems of several syllables that have lost an "e" ("relat-", "requir-").
const LOST_E: &[&str] = &[
    "at", "iz", "id", "ir", "in", "ut", "ur", "ad", "as", "is", "os", "us", "ar", "ag", "eg", "ig",
    "og", "ug", "ak", "ok", "ul", "ot", "ud", "ed", "il", "ib", "um", "rven", "nven",
];

/// The base of a verb's form; `None` when there are two ("lay" of "lie" and "lay"), or when the
/// word can be no form of a verb: a modal auxiliary, or something else than letters.
pub fn base(verb: &str) -> Option<String> {
    KNOWN_BASES.with(|known| known.get(verb, find_base))
}

fn find_base(verb: &str) -> Option<String> {
    let verb = verb.to_lowercase();
    let word = verb.chars().all(|c| c.is_alphabetic() || c == '-');
    if !word || verb.is_empty() || lexicon::is_modal(&verb) {
        return None;
    }
    let (before, last) = verb.split_at(verb.rfind('-').map_or(0, |at| at + 1));
    match BASES.get(last).map(Vec::as_slice) {
        Some([base]) => Some(format!("{before}{base}")),
        Some(_) => None,
        None => Some(format!("{before}{}", regular(last))),
    }
}

/// What a form can be by its spelling: "put" is nearly all of them; never empty for a verb.
pub fn forms(verb: &str) -> Forms {
    KNOWN_FORMS.with(|known| known.get(verb, find_forms))
}

fn find_forms(verb: &str) -> Forms {
    let verb = verb.to_lowercase();
    let regular = [regular(&verb)];
    let bases = BASES.get(verb.as_str()).map_or_else(
        || regular.iter().map(String::as_str).collect(),
        Clone::clone,
    );
    let fits = |form: &Form| bases.iter().any(|base| is_form(&verb, base, *form));
    Form::ALL.into_iter().filter(fits).collect()
}

/// A form of the verb with this base. A final "l" is doubled only where it is stressed
/// ("compelled", "traveled"); "be" gives "is" and "was".
pub fn inflect(base: &str, form: Form) -> String {
    let verb = BY_BASE.get(base);
    match (form, verb) {
        (Form::Base, _) => base.to_owned(),
        (Form::Past, Some(verb)) => verb.past[0].to_owned(),
        (Form::Participle, Some(verb)) => verb.participle[0].to_owned(),
        (Form::Third, _) => third(base),
        (Form::Past | Form::Participle, None) => past(base),
        (Form::Gerund, _) => gerund(base),
    }
}

impl Irregular {
    fn forms(&self) -> impl Iterator<Item = &'static str> {
        let others = self.past.iter().chain(&self.participle).copied();
        std::iter::once(self.base).chain(others)
    }
}

/// Whether `verb` is this form of the verb with that base, in any of its spellings.
fn is_form(verb: &str, base: &str, form: Form) -> bool {
    let irregular = BY_BASE.get(base);
    match (form, irregular) {
        (Form::Base, _) => verb == base,
        (Form::Past, Some(known)) => known.past.contains(&verb),
        (Form::Participle, Some(known)) => known.participle.contains(&verb),
        (Form::Past | Form::Participle, None) => verb != base && verb.ends_with("ed"),
        (Form::Third, _) => verb != base && (verb.ends_with('s') && verb != "was"),
        (Form::Gerund, _) => verb != base && verb.ends_with("ing"),
    }
}

/// The base of a form that is in no table of irregular verbs.
fn regular(verb: &str) -> String {
    if let Some(base) = EXCEPTIONS.get(verb) {
        return (*base).to_owned();
    }
    let stem = |ending| verb.strip_suffix(ending).filter(|stem| syllables(stem) > 0);
    let ies = verb
        .strip_suffix("ies")
        .or_else(|| verb.strip_suffix("ied"));
    if let Some(stem) = ies.filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    match (stem("ing"), stem("ed"), stem("s")) {
        (Some(stem), ..) => unsuffixed(stem),
        (_, Some(stem), _) if !stem.ends_with('e') => unsuffixed(stem),
        (.., Some(stem)) if !stem.ends_with(['s', 'u', 'i']) => without_s(stem),
        _ => verb.to_owned(),
    }
}

/// The base of a form in "-s", without it: "passe", "cause", "push-e".
fn without_s(stem: &str) -> String {
    let base = match stem.strip_suffix('e') {
        Some(short) if short.ends_with("ss") || short.ends_with("sh") => short,
        Some(short) if short.ends_with(['x', 'o']) => short,
        Some(short) if short.ends_with("zz") || short.ends_with("tz") => short,
        Some(short) if short.ends_with("ch") => short,
        _ => stem,
    };
    base.to_owned()
}

/// The base of a stem that "-ed" or "-ing" was taken from.
fn unsuffixed(stem: &str) -> String {
    let with_e = format!("{stem}e");
    let letters: Vec<char> = stem.chars().collect();
    let (before, last) = match letters.as_slice() {
        [.., before, last] => (*before, *last),
        _ => return with_e,
    };
    let first_of_two = &stem[..stem.len() - last.len_utf8()];
    match (before, last) {
        ('e', 'e') | (_, 'e' | 'a' | 'i' | 'o' | 'w' | 'y' | 'x') => stem.to_owned(),
        _ if before == last => single(first_of_two, stem),
        (_, 'c' | 'v' | 'u') => with_e,
        ('d' | 'r' | 'l', 'g') => with_e,
        ('t', 'z') => stem.to_owned(),
        (_, 'z') => with_e,
        (before, 's') if !is_vowel(before) => with_e,
        (before, 'l') if !is_vowel(before) && !matches!(before, 'r' | 'w') => with_e,
        (before, 'r') if !is_vowel(before) && before != 'r' => with_e,
        (before, _) if !is_vowel(before) => stem.to_owned(),
        _ => after_vowel(&letters, stem, with_e),
    }
}

/// The base of a stem that ends in two equal consonants.
fn single(short: &str, stem: &str) -> String {
    let doubled = stem.ends_with(['s', 'f', 'z', 'c'])
        || stem.ends_with('l') && (syllables(stem) == 1 || knows_more(stem, short))
        || DOUBLE_L.iter().any(|end| stem.ends_with(end));
    if doubled && !DOUBLING.contains(short) {
        stem
    } else {
        short
    }
    .to_owned()
}

/// The base of a stem that ends in a vowel and one consonant.
fn after_vowel(letters: &[char], stem: &str, with_e: String) -> String {
    let long = letters.len() > 2 && is_vowel(letters[letters.len() - 3]) && !after_q(letters);
    let short = syllables(stem) == 1;
    let lost = match (long, short) {
        (false, true) => true,
        _ if knows_more(&with_e, stem) => true,
        _ if knows_more(stem, &with_e) => false,
        (true, _) => ["s", "g", "iat", "uat"]
            .iter()
            .any(|end| stem.ends_with(end)),
        (false, false) => LOST_E.iter().any(|ending| stem.ends_with(ending)),
    };
    if lost { with_e } else { stem.to_owned() }
}

/// Whether the vowels before the last consonant are one: the "u" of "quot-" is none.
fn after_q(letters: &[char]) -> bool {
    let at = letters.len() - 3;
    letters[at] == 'u' && at > 0 && matches!(letters[at - 1], 'q' | 'g')
}

/// Whether the tagger's lexicon speaks for the first of two spellings of a verb.
fn knows_more(this: &str, other: &str) -> bool {
    let weight = |word: &str| match lexicon::usual_tag(word) {
        Some(Tag::VERB) => 3,
        Some(Tag::NOUN | Tag::ADJ) => 2,
        Some(_) => 1,
        None => 0,
    };
    weight(this) > weight(other)
}

fn third(base: &str) -> String {
    match base {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        "quiz" => "quizzes".to_owned(),
        _ if ends_after_consonant(base, 'o') => format!("{base}es"),
        _ => with_s(base),
    }
}

/// A word with the "-s" of a verb's third person or a noun's plural.
fn with_s(base: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh"];
    match base {
        _ if sibilant.iter().any(|end| base.ends_with(end)) => format!("{base}es"),
        _ if ends_after_consonant(base, 'y') => format!("{}ies", &base[..base.len() - 1]),
        _ => format!("{base}s"),
    }
}

fn past(base: &str) -> String {
    match base {
        _ if base.ends_with('e') => format!("{base}d"),
        _ if ends_after_consonant(base, 'y') => format!("{}ied", &base[..base.len() - 1]),
        _ => format!("{}ed", lengthened(base)),
    }
}

fn gerund(base: &str) -> String {
    let keeps_e = ["ee", "oe", "ye", "inge"].iter().any(|e| base.ends_with(e))
        && !["hinge", "cringe", "infringe", "impinge", "fringe"].contains(&base);
    match (base.strip_suffix("ie"), base.strip_suffix('e')) {
        _ if base == "be" => "being".to_owned(),
        (Some(short), _) => format!("{short}ying"),
        (None, Some(short)) if !keeps_e => format!("{short}ing"),
        _ => format!("{}ing", lengthened(base)),
    }
}

/// The base as it stands before "-ed" and "-ing": "stopp", "panick".
fn lengthened(base: &str) -> String {
    let doubles = syllables(base) == 1 && is_short(base) || DOUBLING.contains(base);
    let last = base.chars().last().unwrap_or_default();
    match base {
        "panic" | "mimic" | "traffic" | "picnic" | "frolic" => format!("{base}k"),
        _ if doubles => format!("{base}{last}"),
        _ => base.to_owned(),
    }
}

/// Whether a word ends in one vowel and one consonant that can be doubled.
fn is_short(word: &str) -> bool {
    let letters: Vec<char> = word.chars().rev().take(4).collect();
    let [last, vowel, before, ..] = letters.as_slice() else {
        return false;
    };
    let alone = !is_vowel(*before) || *before == 'u' && letters.get(3) == Some(&'q');
    !is_vowel(*last) && !matches!(last, 'w' | 'x' | 'y' | 'h') && is_vowel(*vowel) && alone
}

fn ends_after_consonant(word: &str, ending: char) -> bool {
    let stem = word.strip_suffix(ending);
    stem.is_some_and(|stem| stem.ends_with(|c| !is_vowel(c)))
}

/// How many runs of vowels a word has; "y" is one after a consonant, the "u" of "qu" is none.
fn syllables(word: &str) -> usize {
    let mut count = 0;
    let mut before = ' ';
    let mut in_run = false;
    for letter in word.chars() {
        let silent = letter == 'u' && before == 'q';
        let vowel = !silent && (is_vowel(letter) || letter == 'y' && !in_run);
        count += usize::from(vowel && !in_run);
        in_run = vowel;
        before = letter;
    }
    count
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bases_of_forms() {
        for (form, expected) in [
            ("reduces", "reduce"),
            ("carried", "carry"),
            ("hinged", "hinge"),
            ("stopped", "stop"),
            ("visited", "visit"),
            ("hoped", "hope"),
            ("quoted", "quote"),
            ("controlled", "control"),
            ("fills", "fill"),
            ("passes", "pass"),
            ("focuses", "focus"),
            ("created", "create"),
            ("changing", "change"),
            ("bring", "bring"),
            ("exceed", "exceed"),
            ("made", "make"),
            ("written", "write"),
            ("co-wrote", "co-write"),
            ("Does", "do"),
            ("were", "be"),
        ] {
            assert_eq!(base(form).as_deref(), Some(expected), "{form}");
        }
    }

    #[test]
    fn what_has_no_base_of_its_own() {
        for form in ["lay", "could", "’s", "", "42"] {
            assert_eq!(base(form), None, "{form}");
        }
    }

    #[test]
    fn forms_by_spelling() {
        use Form::*;
        for (form, expected) in [
            ("put", vec![Base, Past, Participle]),
            ("wrote", vec![Past]),
            ("pushed", vec![Past, Participle]),
            ("reduces", vec![Third]),
            ("lay", vec![Base, Past]),
            ("need", vec![Base]),
            ("passing", vec![Gerund]),
        ] {
            let expected: Forms = expected.into_iter().collect();
            assert_eq!(forms(form), expected, "{form}");
        }
    }

    #[test]
    fn forms_of_a_base() {
        for (base, expected) in [
            ("push", "pushes pushed pushed pushing"),
            ("carry", "carries carried carried carrying"),
            ("stop", "stops stopped stopped stopping"),
            ("commit", "commits committed committed committing"),
            ("visit", "visits visited visited visiting"),
            ("lie", "lies lay lain lying"),
            ("agree", "agrees agreed agreed agreeing"),
            ("quit", "quits quit quit quitting"),
            ("play", "plays played played playing"),
            ("undergo", "undergoes underwent undergone undergoing"),
            ("be", "is was been being"),
        ] {
            let forms = [Form::Third, Form::Past, Form::Participle, Form::Gerund];
            let found = forms.map(|form| inflect(base, form)).join(" ");
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_form_leads_back_to_its_base() {
        for verb in IRREGULAR
            .iter()
            .map(|verb| verb.base)
            .chain(DOUBLING.iter().copied())
        {
            for form in [Form::Third, Form::Past, Form::Participle, Form::Gerund] {
                let inflected = inflect(verb, form);
                let back = base(&inflected);
                assert!(
                    inflected == "lay" || back.as_deref() == Some(verb),
                    "{inflected}"
                );
                assert!(forms(&inflected).contains(&form), "{inflected}");
            }
        }
    }
}
