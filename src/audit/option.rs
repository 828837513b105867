//! What may be wrong with the options of a question, by comparison with each other.
//!
//! Apart from the stem, because a good option among bad ones is what gives a key away.

use crate::question::{KindName, Question};

use super::article::Text;
use super::question::{Form, form, keys, statement, verdict, wrong};
use super::words::{content, ends_in_any, holds, is_little, words};

/// Words that make an option too strong or too weak to be believed.
const ABSOLUTE: &[&str] = &[
    "absolutely",
    "all",
    "always",
    "any",
    "anyone",
    "anything",
    "certainly",
    "completely",
    "constantly",
    "entirely",
    "every",
    "everyone",
    "everything",
    "exclusively",
    "fully",
    "generally",
    "impossible",
    "invariably",
    "maybe",
    "merely",
    "mostly",
    "must",
    "never",
    "nobody",
    "none",
    "nothing",
    "occasionally",
    "often",
    "only",
    "perhaps",
    "possibly",
    "rarely",
    "seldom",
    "solely",
    "sometimes",
    "totally",
    "typically",
    "usually",
    "wholly",
];

const ABOVE: &[&str] = &[
    "all of these",
    "all of them",
    "both of these",
    "both of them",
    "neither of these",
    "neither of them",
    "none of these",
    "none of them",
    "of the above",
    "of the options",
    "the above",
];

/// As many letters at the start make two words sound alike.
const CLANG: usize = 6;

/// More words than this make a clause, which has no number.
const PHRASE: usize = 6;

/// Where the head of a phrase ends.
const AFTER_HEAD: &[&str] = &[
    "against", "among", "and", "as", "at", "between", "by", "during", "for", "from", "in", "into",
    "of", "on", "or", "over", "than", "that", "through", "to", "towards", "under", "which", "who",
    "with", "within", "without",
];

const PLURALS: &[&str] = &[
    "alumni",
    "bacteria",
    "cattle",
    "children",
    "criteria",
    "data",
    "dice",
    "feet",
    "fungi",
    "geese",
    "larvae",
    "media",
    "men",
    "mice",
    "nuclei",
    "oxen",
    "people",
    "phenomena",
    "police",
    "spectra",
    "strata",
    "teeth",
    "vertebrae",
    "women",
];

/// How an option begins.
#[derive(PartialEq, Eq)]
enum Opening {
    A,
    The,
    Owner,
    Infinitive,
    Preposition,
    Number,
    Capital,
    Other,
}

pub(super) fn is_above(question: &Question) -> bool {
    let found = |option: &String| {
        let option = words(option);
        ABOVE.iter().any(|phrase| holds(&option, &words(phrase)))
    };
    question.options.iter().any(found)
}

/// A heading may be as sure as it likes.
pub(super) fn is_absolute(question: &Question) -> bool {
    let strong = |option: &&String| {
        words(option)
            .iter()
            .any(|word| ABSOLUTE.contains(&word.as_str()))
    };
    question.kind != KindName::Heading
        && form(question) != Form::Order
        && question.options.iter().filter(strong).count() == 1
}

/// Of several keys, what they have on average counts.
pub(super) fn has_long_key(question: &Question) -> bool {
    let length = |option: &&str| option.chars().count();
    let (keys, wrong) = (keys(question), wrong(question));
    let Some(other) = wrong.iter().map(length).max() else {
        return false;
    };
    let sum: usize = keys.iter().map(length).sum();
    verdict(question).is_none() && sum > 0 && 3 * sum >= 4 * other * keys.len()
}

/// A word counts as repeated where the other one begins with the same six letters.
pub(super) fn has_echo(question: &Question) -> bool {
    let wrong = wrong(question);
    let keys = keys(question);
    if verdict(question).is_some() || wrong.is_empty() || keys.is_empty() {
        return false;
    }
    let stem = content(&question.stem);
    let echoes = |option: &&str| {
        content(option)
            .iter()
            .any(|word| stem.iter().any(|own| sounds_like(own, word)))
    };
    keys.iter().all(echoes) && !wrong.iter().any(echoes)
}

/// Headings, events, whole sentences and what is asked for as a statement stand as the article has them, however they
/// begin.
pub(super) fn is_uneven(text: &Text<'_>, question: &Question) -> bool {
    let sentences = question.options.iter().all(|option| option.ends_with('.'));
    let statements = question.stem.starts_with("Which statement ");
    let headings = question.kind == KindName::Heading || text.are_headings(&question.options);
    if form(question) == Form::Order || headings || sentences {
        return false;
    }
    let differ = |shape: fn(&str) -> Opening| {
        let mut openings = question.options.iter().map(|option| shape(option));
        let first = openings.next();
        openings.any(|other| Some(other) != first)
    };
    let ends = |option: &String| option.ends_with(['.', '!', '?']);
    let ending = question
        .options
        .iter()
        .filter(|option| ends(option))
        .count();
    !statements && differ(opening) || ending > 0 && ending < question.options.len()
}

/// Only of phrases of small letters: a name has its number, but nobody expects it. What somebody
/// may do has none.
pub(super) fn differs_in_number(text: &Text<'_>, question: &Question) -> bool {
    let heads: Option<Vec<bool>> = question
        .options
        .iter()
        .map(|option| is_plural(option))
        .collect();
    let differ = heads.is_some_and(|heads| heads.windows(2).any(|two| two[0] != two[1]));
    let stem = words(&question.stem);
    let asking = [
        "what", "which", "these", "why", "how", "when", "where", "who",
    ];
    let deeds = stem
        .windows(2)
        .any(|two| two[1] == "do" && !asking.contains(&two[0].as_str()));
    verdict(question).is_none() && !deeds && !text.are_headings(&question.options) && differ
}

pub(super) fn is_alike(question: &Question) -> bool {
    let said: Vec<Vec<String>> = question
        .options
        .iter()
        .map(|option| sorted(option))
        .collect();
    let within = |at: usize, other: usize| {
        at != other && said[at].iter().all(|word| said[other].contains(word))
    };
    (0..said.len()).any(|at| (0..said.len()).any(|other| within(at, other)))
}

/// Whether the evidence holds a wrong option that the stem does not show, or the article has one
/// where the stem has its blank, or under the heading that is asked for, or says the statement
/// that is held to be false.
pub(super) fn is_supported(text: &Text<'_>, question: &Question) -> bool {
    if let Some(truth) = verdict(question) {
        return !truth && text.says(&words(statement(&question.stem)));
    }
    let wrong = wrong(question);
    if text.are_headings(&question.options) {
        return wrong
            .iter()
            .any(|heading| is_under(text, question, heading));
    }
    let evidence = content(&question.evidence.text);
    let stem = content(&question.stem);
    let told = |option: &&str| {
        let option = content(option);
        holds(&evidence, &option) && !holds(&stem, &option)
    };
    wrong.iter().any(told)
        || wrong
            .iter()
            .any(|option| fits_the_blank(text, question, option))
}

pub(super) fn is_spent(question: &Question) -> bool {
    let stem = content(&question.stem);
    let shown = |option: &&str| holds(&stem, &content(option));
    verdict(question).is_none() && wrong(question).iter().any(shown)
}

/// A full stop, question or exclamation mark before a capital, or any stop at the end that not all
/// options have.
pub(super) fn ends_inside(question: &Question) -> bool {
    let stops = |option: &String| {
        let pieces: Vec<&str> = option.split(' ').collect();
        pieces.windows(2).any(|two| {
            let word = two[0].trim_end_matches(['.', '!', '?']);
            let abbreviated = word.chars().count() < 4 || word.contains('.');
            word != two[0] && !abbreviated && two[1].starts_with(char::is_uppercase)
        })
    };
    question
        .options
        .iter()
        .any(|option| stops(option) || option.ends_with([',', ';', ':']))
}

fn sounds_like(one: &str, two: &str) -> bool {
    let shared = one
        .chars()
        .zip(two.chars())
        .take_while(|(a, b)| a == b)
        .count();
    one == two || shared >= CLANG
}

fn opening(option: &str) -> Opening {
    let Some(first) = option.split_whitespace().next() else {
        return Opening::Other;
    };
    match first.to_lowercase().as_str() {
        "a" | "an" => Opening::A,
        "the" => Opening::The,
        "its" | "their" | "his" | "her" | "our" | "your" | "this" | "these" => Opening::Owner,
        "to" => Opening::Infinitive,
        word if AFTER_HEAD.contains(&word) => Opening::Preposition,
        word if word.starts_with(|c: char| c.is_ascii_digit()) => Opening::Number,
        _ if first.starts_with(char::is_uppercase) => Opening::Capital,
        _ => Opening::Other,
    }
}

/// Whether the head of a phrase is in the plural; `None` where it is no phrase of small letters, or
/// its head can be either, as "politics".
fn is_plural(option: &str) -> Option<bool> {
    let is_name = option.contains(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let words = words(option);
    let is_after = |(at, word): (usize, &String)| at > 0 && AFTER_HEAD.contains(&word.as_str());
    let end = words.iter().enumerate().position(is_after);
    let head = words[..end.unwrap_or(words.len())].last()?.as_str();
    let joined = words.iter().any(|word| word == "and" || word == "or");
    let unclear = is_name || joined || words.len() > PHRASE || head.ends_with("ics");
    let singular = ends_in_any(head, &["ss", "us", "is", "'s"]);
    (!unclear).then(|| PLURALS.contains(&head) || head.ends_with('s') && !singular)
}

/// What an option says, whatever the order; where it says little, all its words.
fn sorted(option: &str) -> Vec<String> {
    let said = content(option);
    if said.is_empty() { words(option) } else { said }
}

/// Whether every part of what the stem quotes, or names after its first words, stands in the
/// section with that heading too.
fn is_under(text: &Text<'_>, question: &Question, heading: &str) -> bool {
    let section = text.section_of(heading);
    let parts = parts(statement(&question.stem));
    let stands = |part: &Vec<String>| {
        let mut own = text
            .passages
            .iter()
            .filter(|passage| Some(passage.section) == section);
        own.any(|passage| holds(&passage.content, part))
    };
    !parts.is_empty() && parts.iter().all(stands)
}

/// The parts of an enumeration that say something.
fn parts(said: &str) -> Vec<Vec<String>> {
    let said = said
        .rsplit_once(" discuss ")
        .map_or(said, |(_, named)| named);
    let parts = said.split(", ").flat_map(|part| part.split(" and "));
    parts.map(content).filter(|part| part.len() > 1).collect()
}

/// Whether the article has the option after the same words as the blank.
fn fits_the_blank(text: &Text<'_>, question: &Question, option: &str) -> bool {
    let Some((before, _)) = statement(&question.stem).split_once("_____") else {
        return false;
    };
    let before = words(before);
    let Some(governing) = before.iter().rposition(|word| !is_little(word)) else {
        return false;
    };
    let run: Vec<String> = before[governing..]
        .iter()
        .cloned()
        .chain(words(option))
        .collect();
    text.says(&run)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Gate;
    use crate::audit::gate::tests::{check, check_on};
    use crate::audit::sample::{article, on, question};

    #[track_caller]
    fn options(options: &[&str], expected: &[Gate]) {
        check("What do ports need?", options, expected);
    }

    #[test]
    fn none_and_all_of_the_above() {
        for above in ["none of the above", "all of these", "both of them"] {
            let found = [above, "cheap labour", "quiet weather"];
            assert!(is_above(&question("Q?", &found)), "{above}");
        }
        options(
            &[
                "water above ground",
                "labour of slaves",
                "weather of spring",
            ],
            &[],
        );
    }

    #[test]
    fn an_absolute_word_in_one_option() {
        options(
            &[
                "always deep water",
                "some cheap labour",
                "often quiet weather",
            ],
            &[],
        );
        options(
            &["deep water", "cheap labour", "always quiet weather"],
            &[Gate::Absolute],
        );
        options(
            &["deep water", "cheap labour", "solely quiet weather"],
            &[Gate::Absolute],
        );
        options(&["deep water", "cheap labour", "all-weather roof"], &[]);
    }

    #[test]
    fn the_key_longest_by_a_third() {
        options(
            &["deep quiet bay water", "labour", "quiet weather"],
            &[Gate::LongKey],
        );
        options(&["deep water here", "labour", "quiet weather"], &[]);
    }

    #[test]
    fn of_several_keys_the_average_counts() {
        let mut several = question(
            "Q?",
            &[
                "deep and wide bays",
                "very long dry docks",
                "sand",
                "quiet lochs",
            ],
        );
        several.keys = vec![0, 1];
        assert!(has_long_key(&several));
        several.keys = vec![0, 2];
        assert!(!has_long_key(&several));
    }

    #[test]
    fn a_word_of_the_stem_in_the_key() {
        options(
            &["quiet port", "cheap labour", "good weather"],
            &[Gate::Echo],
        );
        options(&["quiet port", "cheap port", "good weather"], &[]);
        check(
            "What do economies need?",
            &["economic sense", "cheap labour", "good weather"],
            &[Gate::Echo],
        );
    }

    #[test]
    fn options_of_one_grammar() {
        options(
            &["the water", "the labour", "a quiet night"],
            &[Gate::Uneven],
        );
        options(&["to dig", "to build", "labour"], &[Gate::Uneven]);
        options(
            &["Ports need water.", "Ships need water.", "Roads need sand"],
            &[Gate::Uneven],
        );
        options(&["water", "labour", "John Smith"], &[Gate::Uneven]);
    }

    #[test]
    fn options_of_one_number() {
        options(
            &["bays of deep water", "cheap boats", "very quiet weather"],
            &[Gate::Number],
        );
        options(&["deep waters", "cheap boats", "people", "bacteria"], &[]);
        options(&["Deep Waters", "Cheap Boats", "Inverness Man"], &[]);
    }

    #[test]
    fn options_alike() {
        options(
            &["rules of trade", "trade rules", "weathers of spring"],
            &[Gate::Alike],
        );
        options(
            &["cold water", "deep cold water", "ship weather"],
            &[Gate::Alike],
        );
        options(&["of the", "of that", "of these"], &[]);
    }

    const PORTS: &str = "# Ports\n\n## On water\n\nPorts need deep water, sand and cheap labour. Kings prevent \
        open war.\n\n## On war\n\nQueens prevent quiet revolt and need deep water, sand and peace.\n";

    #[track_caller]
    fn ports(sentence: &str, stem: &str, options: &[&str], expected: &[Gate]) {
        let article = article(PORTS);
        let asked = on(&article, sentence, question(stem, options));
        check_on(&article, &asked, expected);
    }

    #[test]
    fn wrong_options_that_the_article_supports() {
        let sentence = "Ports need deep water, sand and cheap labour.";
        let stem = "What else does the article name beside deep water?";
        ports(
            sentence,
            stem,
            &["cheap labour", "quiet salt", "sand"],
            &[Gate::Supported],
        );
        ports(
            sentence,
            stem,
            &["cheap labour", "quiet salt", "stone"],
            &[],
        );
        let blank = "Which words complete it? “Kings prevent _____.”";
        ports(
            "Kings prevent open war.",
            blank,
            &["open war", "quiet revolt", "deep peace"],
            &[Gate::Supported],
        );
        ports(
            "Kings prevent open war.",
            blank,
            &["open war", "quiet labour", "deep peace"],
            &[],
        );
    }

    #[test]
    fn two_headings_over_one_detail() {
        let under = "Under which heading does the article discuss";
        let headings = ["On water", "On war", "Ports"];
        let asked = |detail: &str| question(&format!("{under} {detail}?"), &headings[..2]);
        let article = article(PORTS);
        let text = Text::of(&article);
        assert!(is_supported(
            &text,
            &asked("deep water and deep water, sand")
        ));
        assert!(!is_supported(&text, &asked("deep water and cheap labour")));
    }

    #[test]
    fn a_statement_held_to_be_false() {
        let judged = ["False", "True"];
        ports(
            "Kings prevent open war.",
            "True? “Kings prevent open war.”",
            &judged,
            &[Gate::Supported],
        );
        ports(
            "Kings prevent open war.",
            "True? “Kings prevent quiet revolt.”",
            &judged,
            &[],
        );
    }

    #[test]
    fn wrong_options_in_the_stem() {
        check(
            "What follows deep water?",
            &["cheap labour", "deep water", "quiet nights"],
            &[Gate::Number, Gate::Spent],
        );
    }

    #[test]
    fn sentences_that_end_in_an_option() {
        options(
            &["water. It helps", "cheap labour", "weather"],
            &[Gate::SentenceEnd],
        );
        options(&["water,", "labour", "weather"], &[Gate::SentenceEnd]);
        options(&["Dr. Smith", "Mr. Jones", "J. Watt"], &[]);
    }
}
