//! What may be wrong with a stem, or with any text of a question.
//!
//! Apart from the options, which are wrong by comparison with each other.

use crate::article::Related;
use crate::question::Question;

use super::article::Text;
use super::evidence::exchanged;
use super::question::{lead, statement, verdict};
use super::words::{content, holds, words};

/// The most words a stem may have.
const LONGEST: usize = 35;

/// So many words in a row that stand in a blurb and not in the article are the blurb's.
const OF_A_BLURB: usize = 6;

const NEGATIVE: &[&str] = &[
    "cannot", "except", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing",
    "nowhere",
];

/// What cannot be understood without the sentence before it.
const POINTING: &[&str] = &[
    "accordingly",
    "additionally",
    "also",
    "alternatively",
    "and",
    "another",
    "but",
    "consequently",
    "conversely",
    "finally",
    "furthermore",
    "he",
    "hence",
    "her",
    "his",
    "however",
    "indeed",
    "instead",
    "it",
    "its",
    "likewise",
    "meanwhile",
    "moreover",
    "nevertheless",
    "nonetheless",
    "or",
    "otherwise",
    "she",
    "similarly",
    "so",
    "still",
    "such",
    "their",
    "then",
    "therefore",
    "these",
    "they",
    "this",
    "those",
    "thus",
    "too",
    "yet",
];

/// The same in several words.
const CONNECTING: &[&str] = &[
    "as a result",
    "as such",
    "at the same time",
    "by contrast",
    "for example",
    "for instance",
    "for this reason",
    "in addition",
    "in contrast",
    "in other words",
    "in particular",
    "in short",
    "in turn",
    "on the contrary",
    "on the other hand",
    "that is",
    "that said",
];

/// The same only before a comma: "Besides sand, …" and "There are …" stand alone.
const BEFORE_COMMA: &[&str] = &["besides", "there"];

/// The same within a sentence, between commas.
const BETWEEN_COMMAS: &[&str] = &[
    "for example",
    "for instance",
    "however",
    "in addition",
    "in contrast",
    "in turn",
    "moreover",
    "nevertheless",
    "therefore",
    "too",
];

/// What stands with a thing named before, near the start of a sentence: "To mitigate this, …".
const BACK: &[&str] = &["these", "this"];

const ADVERTS: &[&str] = &[
    "advertisement",
    "all rights reserved",
    "click here",
    "cookie policy",
    "follow us",
    "our newsletter",
    "read more",
    "related articles",
    "share this article",
    "sign up for our",
    "sponsored by",
    "subscribe now",
    "subscribe to our",
    "terms of service",
];

/// What begins with a vowel's letter and a consonant's sound.
const LIKE_CONSONANTS: &[&str] = &[
    "eu", "once", "one", "ubi", "uni", "ura", "usa", "use", "usu", "ute", "uti",
];

/// What begins with a consonant's letter and a vowel's sound.
const LIKE_VOWELS: &[&str] = &["heir", "honest", "honor", "honour", "hour"];

/// What is quoted may deny something, the question may not; a statement to be judged may not either.
pub(super) fn is_negative(question: &Question) -> bool {
    let denies = |word: &String| NEGATIVE.contains(&word.as_str()) || word.ends_with("n't");
    let asked = question.stem.split('“').next().unwrap_or_default();
    let judged = verdict(question).map(|_| statement(&question.stem));
    let said = [asked, judged.unwrap_or_default()];
    said.iter().any(|said| words(said).iter().any(denies))
}

/// Pieces between blanks and dashes that have a letter or digit.
pub(super) fn is_long(question: &Question) -> bool {
    let pieces = question
        .stem
        .split(|c: char| c.is_whitespace() || matches!(c, '—' | '–'));
    let said = pieces.filter(|piece| piece.contains(char::is_alphanumeric));
    said.count() > LONGEST
}

pub(super) fn is_dangling(question: &Question) -> bool {
    let stem = question.stem.as_str();
    let stem = stem.strip_prefix("Which of these").unwrap_or(stem);
    // Behind other words of the article it is those that must stand alone.
    let begins = lead(stem).unwrap_or_else(|| statement(stem));
    points_back(stem) || begins != stem && points_back(begins)
}

pub(super) fn is_cut(question: &Question) -> bool {
    texts(question).any(|text| !is_closed(text))
}

pub(super) fn is_foreign(text: &Text<'_>, question: &Question) -> bool {
    let blurbs = &text.article.related;
    texts(question).any(|own| {
        let own = words(own);
        let advert = |phrase: &&str| holds(&own, &words(phrase));
        ADVERTS.iter().any(advert) || is_of_blurb(text, blurbs, &own)
    })
}

/// What no careful editor would print.
pub(super) fn is_misprinted(question: &Question) -> bool {
    texts(question).any(|text| is_badly_spaced(text) || has_doubled_word(text) || has_wrong_a(text))
}

/// Whether a statement held to be false has, in the place of what the article says there, something
/// that it names already.
pub(super) fn names_twice(question: &Question) -> bool {
    let said = words(statement(&question.stem));
    let put_in = exchanged(&said, &words(&question.evidence.text));
    verdict(question) == Some(false)
        && put_in.is_some_and(|put_in| {
            let rest = [&said[..put_in.start], &said[put_in.end..]]
                .concat()
                .join(" ");
            holds(&content(&rest), &content(&said[put_in].join(" ")))
        })
}

/// The stem and the options.
fn texts(question: &Question) -> impl Iterator<Item = &str> {
    let options = question.options.iter().map(String::as_str);
    [question.stem.as_str()].into_iter().chain(options)
}

fn points_back(text: &str) -> bool {
    let text = text.trim_start_matches(['…', ' ', '“']).to_lowercase();
    let words = words(&text);
    // "_____ and two others left": what begins it is asked for.
    let begins = !text.starts_with('_');
    let is_first = |word: &&str| begins && words.first().is_some_and(|first| first == word);
    // "In addition to sand, ports need" names what it adds to.
    let added = words.len() > 2 && words[1] == "addition" && words[2] == "to";
    let opens = |phrase: &&str| begins && !added && words.starts_with(&super::words::words(phrase));
    let set_off = |word: &&str| text.starts_with(&format!("{word},"));
    let between = |phrase: &&str| text.contains(&format!(", {phrase},"));
    let soon = words
        .iter()
        .take(3)
        .any(|word| BACK.contains(&word.as_str()));
    // "Those who stayed" says itself who they are, and "so far" is until now.
    let named = [["those", "who"], ["so", "far"]]
        .iter()
        .any(|two| words.starts_with(&two.map(str::to_owned)));
    soon || POINTING.iter().any(is_first) && !named
        || CONNECTING.iter().any(opens)
        || BEFORE_COMMA.iter().any(set_off)
        || BETWEEN_COMMAS.iter().any(between)
}

/// Whether every bracket and quotation mark is closed, in order.
fn is_closed(text: &str) -> bool {
    const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('“', '”'), ('«', '»')];
    let mut open = Vec::new();
    for character in text.chars() {
        if let Some((_, close)) = PAIRS.iter().find(|(open, _)| *open == character) {
            open.push(*close);
        } else if PAIRS.iter().any(|(_, close)| *close == character)
            && open.pop() != Some(character)
        {
            return false;
        }
    }
    open.is_empty() && text.matches('"').count().is_multiple_of(2)
}

fn is_of_blurb(text: &Text<'_>, blurbs: &[Related], own: &[String]) -> bool {
    blurbs.iter().any(|related| {
        let blurb = words(&related.blurb);
        own.windows(OF_A_BLURB)
            .any(|run| holds(&blurb, run) && !text.says(run))
    })
}

fn is_badly_spaced(text: &str) -> bool {
    let mut twos = text.chars().zip(text.chars().skip(1));
    let bad = |(a, b): (char, char)| {
        let blank = a.is_whitespace();
        blank && (b.is_whitespace() || ",.;:?!)”".contains(b))
            || "(“".contains(a) && b.is_whitespace()
            || a == b && ",;:".contains(a)
    };
    text.trim() != text || twos.any(bad)
}

/// "the the"; "had had" and "that that" are English.
fn has_doubled_word(text: &str) -> bool {
    let pieces: Vec<String> = text.split(' ').map(str::to_lowercase).collect();
    let twice = |two: &[String]| {
        let english = matches!(two[0].as_str(), "had" | "that" | "_____");
        let gap = two[0].contains("___");
        two[0] == two[1] && two[0].contains(char::is_alphabetic) && !english && !gap
    };
    pieces.windows(2).any(twice)
}

/// "a apple", "an pear"; abbreviations and numbers, spoken in their own way, are let be.
fn has_wrong_a(text: &str) -> bool {
    let pieces: Vec<&str> = text.split(' ').collect();
    pieces.windows(2).any(|two| {
        let next = two[1];
        let word = next.to_lowercase();
        let vowel = word.starts_with(['a', 'e', 'i', 'o', 'u']);
        let starts = |list: &[&str]| list.iter().any(|start| word.starts_with(start));
        let spoken = next.len() > 2 && !next.chars().skip(1).any(char::is_uppercase);
        let wrong = match two[0] {
            "a" | "A" => vowel && !starts(LIKE_CONSONANTS),
            "an" | "An" => !vowel && !starts(LIKE_VOWELS),
            _ => false,
        };
        wrong && spoken && word.starts_with(|c: char| c.is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use crate::audit::Gate;
    use crate::audit::gate::tests::{check, check_on};
    use crate::audit::sample::{article, on, question};

    const OPTIONS: [&str; 3] = ["deep water", "cheap labour", "quiet weather"];

    #[track_caller]
    fn stem(stem: &str, expected: &[Gate]) {
        check(stem, &OPTIONS, expected);
    }

    #[test]
    fn negative_stems() {
        stem("What do ports not need?", &[Gate::Negative]);
        stem("What don’t ports need?", &[Gate::Negative]);
        stem("What is needed by neither port?", &[Gate::Negative]);
        stem("What notable thing is needed?", &[]);
        // What is quoted before what is to be judged may deny something.
        let judged = |stem: &str| question(stem, &["True", "False"]);
        let denied = |stem: &str| super::is_negative(&judged(stem));
        assert!(!denied(
            "True or false: after “It did not rain” it is said: “Ports grew.”"
        ));
        assert!(denied(
            "True or false: after “It rained” it is said: “No port grew.”"
        ));
    }

    #[test]
    fn stems_over_35_words() {
        stem(
            &format!("What {}?", "sand ".repeat(35)),
            &[Gate::LongStem, Gate::Print],
        );
        stem(
            &format!("What{}?", " and so on".repeat(12)),
            &[Gate::LongStem],
        );
        stem(&format!("What{} …?", " and so on".repeat(11)), &[]);
    }

    #[test]
    fn stems_that_point_back() {
        stem("After “Ports grow”, which word? “They need d_____.”", &[]);
        stem(
            "After “They grow”, which word? “Ports need d_____.”",
            &[Gate::Dangling],
        );
        for said in [
            "These ports need _____.",
            "… but ports need _____.",
            "In addition, ports need _____.",
            "In addition ports need _____.",
            "To mitigate this, ports need _____.",
            "Their ports need _____.",
        ] {
            stem(
                &format!("Which words complete this sentence? “{said}”"),
                &[Gate::Dangling],
            );
        }
        stem(
            "Which words complete it? “In addition to sand, ports need _____.”",
            &[],
        );
        stem(
            "Which words complete it? “So far ports have grown with _____.”",
            &[],
        );
        stem("How do these ports grow?", &[Gate::Dangling]);
        stem(
            "Which words complete it? “There are ports that need _____.”",
            &[],
        );
        stem("What does this need?", &[Gate::Dangling]);
        stem("Besides sand, what do ports need?", &[]);
        stem(
            "Which words complete it? “Besides, ports need _____.”",
            &[Gate::Dangling],
        );
        stem(
            "Which words complete it? “Ports need, however, _____.”",
            &[Gate::Dangling],
        );
    }

    #[test]
    fn quotations_and_brackets_cut_open() {
        stem("Which words complete “ports need _____.", &[Gate::Cut]);
        stem("What do ports) need (most?", &[Gate::Cut]);
        stem("What do ports “in (some) places” need?", &[]);
        check(
            "Q?",
            &["deep (water", "cheap labour", "quiet weather"],
            &[Gate::Cut],
        );
    }

    #[test]
    fn adverts_and_blurbs() {
        stem("What do ports need? Subscribe now!", &[Gate::Foreign]);
        stem("Who reads the advertisements of ports?", &[]);
        let article = article(
            "# A\n\nPorts need a good deal of deep water.\n\n## Related Articles\n\n- Roads need a very great deal of stone.\n",
        );
        let mut article = article;
        article.related = vec![crate::article::Related {
            blurb: "Roads want a very great deal of stone. Ports need a good deal of deep water."
                .into(),
            date: None,
            category: None,
            article: None,
        }];
        let quoted = |said: &str| question(&format!("Complete: “{said}”"), &OPTIONS);
        let of_blurb = quoted("Roads want a very great deal of _____.");
        check_on(&article, &of_blurb, &[Gate::Foreign]);
        check_on(&article, &quoted("Ports need a good deal of _____."), &[]);
    }

    #[test]
    fn statements_that_name_a_thing_twice() {
        let text = "Ports need sand, deep water and wide roads.";
        let article = article(&format!("# A\n\n{text}\n"));
        let judged = |statement: &str| {
            let asked = question(&format!("True? “{statement}”"), &["False", "True"]);
            on(&article, text, asked)
        };
        let twice = judged("Ports need sand, deep water and sand.");
        check_on(&article, &twice, &[Gate::Twice]);
        check_on(
            &article,
            &judged("Ports need sand, deep water and stone."),
            &[],
        );
    }

    #[test]
    fn misprints() {
        for misprint in [
            "What do  ports need?",
            "What do ports , in fact, need?",
            "What do the the ports need?",
            "What does a old port need?",
            "What does an port need?",
            "What do ports need? ",
        ] {
            stem(misprint, &[Gate::Print]);
        }
        stem(
            "What had had a use for a union of an hour at a US port, an EU port?",
            &[],
        );
    }
}
