//! Where the article has what a wrong option says, so that its reader learns why it is wrong, and whether that is
//! where the key could stand too.
//!
//! Apart from `distractor`, which only sees to it that the option is not said where the key stands.

use crate::language::{Stems, lexicon, stems};

use super::gap::GAP;
use super::reading::{At, Reading};
use super::{Form, KindName, Question};

/// So many sentences are looked at for one option: more would make the cost grow with the square of the text.
const LOOKED_AT: usize = 60;

/// A function word of more letters says something: "around".
const SHORT: usize = 4;

/// For each option where else the article has it: a sentence in quotation marks, or "under" a
/// heading where the option is the sentence; empty for what is right and what is not found.
/// Nothing at all where no option is found, or where the options are no words of the text.
pub(crate) fn elsewhere(reading: &Reading<'_>, question: &Question) -> Vec<String> {
    let chosen = match question.form() {
        Form::One => !matches!(question.kind, KindName::Heading | KindName::Claim),
        Form::Several => true,
        Form::Ordered | Form::Typed => false,
    };
    let options = question.options.iter().enumerate().filter(|_| chosen);
    let told = options.map(|(index, option)| {
        let wrong = !question.keys.contains(&index);
        wrong.then(|| told(reading, question, option)).flatten()
    });
    let told: Vec<String> = told.map(Option::unwrap_or_default).collect();
    if told.iter().all(String::is_empty) {
        return Vec::new();
    }
    told
}

/// Whether the article has the option behind the same word as the gap of a stem: "the minister, _____" and "the minister
/// Jorun Vask".
pub(crate) fn fits_gap(reading: &Reading<'_>, stem: &str, option: &str) -> bool {
    let quoted = stem.rsplit('“').next().unwrap_or(stem);
    let before = quoted
        .split_once(GAP)
        .and_then(|(before, _)| ruling(before));
    let behind_it = |at: &At| {
        let words = reading.words(*at);
        let mut places = words.match_indices(option);
        places.any(|(place, _)| {
            let ends = !words[place + option.len()..].starts_with(char::is_alphanumeric);
            let ruled = ruling(&words[..place]).zip(before);
            ends && ruled.is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
        })
    };
    before.is_some()
        && places_to_look(reading, &stems(option))
            .iter()
            .any(behind_it)
}

/// The last word of a text that tells what stands behind it.
fn ruling(text: &str) -> Option<&str> {
    let mut words = text.rsplit(|c: char| !c.is_alphanumeric());
    words.find(|word| word.len() > SHORT || !word.is_empty() && !lexicon::is_function_word(word))
}

/// The sentences that have the rarest of some stems, as many as are looked at.
fn places_to_look<'a>(reading: &'a Reading<'_>, said: &Stems) -> &'a [At] {
    let places = said.iter().map(|stem| reading.places_of(stem));
    let rarest = places
        .filter(|places| !places.is_empty())
        .min_by_key(|places| places.len())
        .unwrap_or_default();
    &rarest[..rarest.len().min(LOOKED_AT)]
}

fn told(reading: &Reading<'_>, question: &Question, option: &str) -> Option<String> {
    let said = stems(option);
    let found = places_to_look(reading, &said).iter().copied().filter(|at| {
        has_all(reading, *at, option, &said) && !reading.is_within(*at, &question.evidence)
    });
    let found: Vec<At> = found.collect();
    let word_for_word = found.iter().find(|at| reading.words(**at).contains(option));
    let at = *word_for_word.or_else(|| found.first())?;
    if said.len() < reading.stems_of(at).len() {
        return Some(format!("“{}”", reading.words(at)));
    }
    let heading = reading.heading_over(at)?.trim_end_matches('.');
    Some(format!("under “{heading}”."))
}

/// Whether all stems are there; one of three or more may be a strong verb in another form, of which
/// only the first letter stays.
fn has_all(reading: &Reading<'_>, at: At, option: &str, said: &Stems) -> bool {
    let sentence = reading.stems_of(at);
    let mut missing = said.difference(sentence);
    match (missing.next(), missing.next()) {
        (None, _) => true,
        (Some(verb), None) if said.len() > 2 => {
            let mut words = option.split(|c: char| !c.is_alphanumeric());
            let verb = words.find(|word| stems(word).contains(verb));
            verb.is_some_and(|verb| has_other(reading, at, verb, said))
        }
        _ => false,
    }
}

/// Whether a sentence has a word with the first letter of this one that says something else than what is known.
fn has_other(reading: &Reading<'_>, at: At, word: &str, known: &Stems) -> bool {
    let text = reading.text(at);
    let begins = |other: &str| other.as_bytes()[..1].eq_ignore_ascii_case(&word.as_bytes()[..1]);
    let mut others = reading.tokens(at).iter().map(|token| token.of(text));
    others.any(|other| begins(other) && !stems(other).is_subset(known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::question::tests::question;

    #[track_caller]
    fn check(options: &[&str], expected: &[&str]) {
        let text = "# Ports\n\n## The quay\n\nMasons built the quay of granite from the hill.\n\n\
                    ## The market\n\nTraders brought salted fish on Fridays. Farmers sold oats there.\n";
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let told = elsewhere(&reading, &question("What was sold?", options));
        assert_eq!(told, expected);
    }

    #[test]
    fn what_stands_behind_the_same_word_fits_the_gap() {
        let text = "# Ports\n\nThe old minister Jorun Vask wound a rope around the mast.\n";
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let fits = |stem: &str, option: &str| fits_gap(&reading, stem, option);
        assert!(fits("“The minister, _____, left.”", "Jorun Vask"));
        assert!(!fits("“The poet, _____, left.”", "Jorun Vask"));
        assert!(fits("“It runs twice around _____.”", "the mast"));
        assert!(!fits("Who left?", "Jorun Vask"));
        assert!(!fits("“The minister, _____, left.”", "Jorun Va"));
        assert!(!fits("The old minister: “_____ left.”", "Jorun Vask"));
    }

    #[test]
    fn a_phrase_is_shown_in_its_sentence() {
        check(
            &["oats", "salted fish", "grey granite"],
            &["", "“Traders brought salted fish on Fridays.”", ""],
        );
    }

    #[test]
    fn the_form_of_a_verb_does_not_matter() {
        check(
            &["oats", "bring salted fish"],
            &["", "“Traders brought salted fish on Fridays.”"],
        );
    }

    #[test]
    fn a_whole_sentence_is_told_by_its_heading() {
        check(
            &["oats", "Traders brought salted fish on Fridays"],
            &["", "under “The market”."],
        );
    }

    #[test]
    fn of_what_is_not_in_the_text_nothing_is_said() {
        check(&["oats", "1947", "coal"], &[]);
    }
}
