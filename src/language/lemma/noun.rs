//! The number of nouns.
//!
//! Apart from the verbs, with which they share nothing but the letter "s".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::lexicon;
use crate::language::memo::Memo;

thread_local! {
    static KNOWN_PLURALS: Memo<bool> = Memo::default();
    static KNOWN_SINGULARS: Memo<String> = Memo::default();
}

/// Lines of "plural singular", for nouns that no rule serves.
static IRREGULAR: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| lexicon::pairs(include_str!("../lexicon/irregular_plurals.txt")));

/// Whether a noun is plural by its form; of a compound the last word counts.
pub fn is_plural(noun: &str) -> bool {
    KNOWN_PLURALS.with(|known| known.get(noun, find_is_plural))
}

fn find_is_plural(noun: &str) -> bool {
    let noun = noun.to_lowercase();
    let last = noun.rsplit(['-', ' ']).next().unwrap_or(&noun);
    if IRREGULAR.contains_key(last) || of_man(last, "men").is_some() {
        return true;
    }
    let singular = ["ss", "us", "is"]
        .iter()
        .any(|ending| last.ends_with(ending));
    last.ends_with('s') && last.len() > 3 && !singular && !lexicon::is_singular_in_s(last)
}

/// The singular of a noun in either number; what comes before its last word stays.
pub fn singular(noun: &str) -> String {
    KNOWN_SINGULARS.with(|known| known.get(noun, find_singular))
}

fn find_singular(noun: &str) -> String {
    let (before, last) = parted(noun);
    let small = last.to_lowercase();
    let singular = match (IRREGULAR.get(small.as_str()), of_man(last, "men")) {
        (Some(singular), _) => (*singular).to_owned(),
        (None, Some(stem)) => format!("{stem}man"),
        (None, None) if is_plural(&small) => regular(last),
        (None, None) => last.to_owned(),
    };
    format!("{before}{singular}")
}

/// The plural of a noun in either number; what comes before its last word stays.
pub fn plural(noun: &str) -> String {
    if is_plural(noun) {
        return noun.to_owned();
    }
    let (before, last) = parted(noun);
    let known = IRREGULAR.iter().find(|(_, singular)| **singular == last);
    match (known, of_man(last, "man")) {
        (Some((plural, _)), _) => format!("{before}{plural}"),
        (None, Some(stem)) => format!("{before}{stem}men"),
        (None, None) => format!("{before}{}", super::with_s(last)),
    }
}

/// What stands before the "man" of a word for somebody: "police", but nothing of "human".
fn of_man<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    let others = ["german", "norman", "ottoman", "talisman"];
    let stem = word.strip_suffix(ending)?;
    let fits = stem.len() > 2 && !stem.ends_with(['a', 'i', 'o', 'u']);
    (fits && !others.contains(&word.to_lowercase().as_str())).then_some(stem)
}

/// A noun as what comes before its last word, and that.
fn parted(noun: &str) -> (&str, &str) {
    noun.split_at(noun.rfind(['-', ' ']).map_or(0, |at| at + 1))
}

/// The singular of a plural in "-s".
fn regular(plural: &str) -> String {
    let es = |endings: &[&str]| endings.iter().any(|ending| plural.ends_with(ending));
    let stem = plural.strip_suffix('s').unwrap_or(plural);
    let short = stem.strip_suffix('e').unwrap_or(stem);
    match plural.strip_suffix("ies") {
        Some(stem) if plural.len() > 4 => format!("{stem}y"),
        _ if es(&["oes"]) && plural.len() > 5 => short.to_owned(),
        _ if es(&["sses", "xes", "zzes", "ches", "shes"]) => short.to_owned(),
        _ if es(&["uses"]) && !es(&["auses", "ouses", "cuses", "fuses", "buses"]) => {
            if plural.len() > 4 { short } else { stem }.to_owned()
        }
        _ => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_by_form() {
        for plural in ["alliances", "children", "supply-chain disruptions", "data"] {
            assert!(is_plural(plural), "{plural}");
        }
        for singular in ["analysis", "progress", "status", "politics", "trust", "bus"] {
            assert!(!is_plural(singular), "{singular}");
        }
    }

    #[test]
    fn one_and_many() {
        for (one, many) in [
            ("policy", "policies"),
            ("day", "days"),
            ("process", "processes"),
            ("church", "churches"),
            ("virus", "viruses"),
            ("cause", "causes"),
            ("price", "prices"),
            ("crisis", "crises"),
            ("supply-chain disruption", "supply-chain disruptions"),
            ("policeman", "policemen"),
            ("Wednesday", "Wednesdays"),
            ("photo", "photos"),
            ("potato", "potatoes"),
            ("wife", "wives"),
        ] {
            assert_eq!(singular(many), one);
            assert_eq!(plural(one), many);
            assert_eq!(singular(one), one);
            assert_eq!(plural(many), many);
        }
    }
}
