//! Numbers and letters that mean something only with what they count or stand for.
//!
//! Apart from `needs`, which asks it of words.

use crate::language::{Tag, Token};

use super::spot::Spot;

/// Marks of a sum, which stands beside what was given before.
const SUMS: &[&str] = &["=", "+", "×", "÷", "±", "√", "∑"];

/// Whether a token is a part of a sum, a letter that stands for a quantity ("the burden of P"), or a number of
/// which is not said what it counts: "within a year more than 6,000 had followed", "the town has 38,200".
pub(super) fn is_bare(spot: Spot<'_>) -> bool {
    let (text, this) = (spot.text, spot.token());
    // Most tokens are words of several letters.
    let word = this.of(text);
    let is_word = word.len() > 1 && word.starts_with(char::is_alphabetic);
    if is_word && this.tag != Tag::NUM {
        return false;
    }
    if SUMS.contains(&word) {
        return true;
    }
    if is_letter(word) {
        let named = |token: &Token| matches!(token.tag, Tag::NOUN | Tag::PROPN);
        // "J. Harper", "T cells".
        let describes = spot.next().is_some_and(|it| named(it) || it.is(text, "."));
        let described = spot
            .before()
            .is_none_or(|it| named(it) || it.tag == Tag::ADJ);
        return !described && !describes;
    }
    if this.tag == Tag::NUM && is_headless(spot) {
        return true;
    }
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let compared = spot.is_after(&["above", "almost", "below", "nearly", "only", "than"]);
    let acts = spot.is_before_tag(&[Tag::VERB, Tag::AUX]);
    let had = spot.is_after(&["has", "have", "had"]);
    // "On a weekday the ferry carried about 410."
    let about = spot.is_after(&["about", "around", "nearly", "some"])
        && spot.is_second_after_tag(Tag::VERB);
    let ends = spot
        .next()
        .is_none_or(|it| it.is_any(text, &[".", ",", ";", "and", "but"]));
    // "The state licenses about 60 a year."
    let yearly = spot.is_before(&["a", "each", "every", "per"]) && spot.is_time_ahead(2);
    compared && (acts || ends) || had && ends || about && (ends || yearly)
}

/// Whether a number has no noun where it stands for some of what was told before.
fn is_headless(spot: Spot<'_>) -> bool {
    let is_before = |tags: &[Tag]| spot.next().is_none_or(|it| tags.contains(&it.tag));
    // "Of the 22 that entered", "the twenty-three who tried".
    let counted = spot.is_after(&["the"]) && spot.is_before(&["that", "which", "who"]);
    // "There were eleven in the eight years before".
    let found = spot.is_second_after(&["there"])
        && spot.is_after(&["are", "is", "was", "were"])
        && is_before(&[Tag::ADP, Tag::PUNCT]);
    // "The city granted five: three baths, salaries and lessons".
    let listed = spot.is_after_tag(&[Tag::VERB]) && spot.is_before(&[":"]);
    // "A falconer would fly hawks over the remaining eight for two hours".
    let left = spot.is_after(&["other", "remaining"])
        && is_before(&[Tag::ADP, Tag::PUNCT, Tag::VERB, Tag::AUX]);
    // "Ossel takes eleven, and it has to be cured": but somebody "turned eleven".
    let taken = spot.is_after_tag(&[Tag::VERB])
        && !spot.is_after(&["turn", "turned", "turning", "turns"])
        && spot
            .next()
            .is_none_or(|it| it.is_any(spot.text, &[".", ",", ";"]));
    counted || found || listed || left || taken
}

/// A capital by itself that is no word.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    capital && letters.next().is_none() && !["A", "I", "O"].contains(&word)
}
