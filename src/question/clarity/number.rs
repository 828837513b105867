//! Numbers and letters that mean something only with what they count or stand for.
//!
//! Apart from `needs`, which asks it of words.

use crate::language::{Tag, Token};

/// Marks of a sum, which stands beside what was given before.
const SUMS: &[&str] = &["=", "+", "×", "÷", "±", "√", "∑"];

/// Whether a token is a part of a sum, a letter that stands for a quantity ("the burden of P"), or a number of
/// which is not said what it counts: "within a year more than 6,000 had followed", "the town has 38,200".
pub(super) fn is_bare(text: &str, tokens: &[Token], token: usize) -> bool {
    let this = &tokens[token];
    // Most tokens are words of several letters.
    let word = this.of(text);
    let is_word = word.len() > 1 && word.starts_with(char::is_alphabetic);
    if is_word && this.tag != Tag::NUM {
        return false;
    }
    let before = token.checked_sub(1).map(|before| &tokens[before]);
    let next = tokens.get(token + 1);
    if this.is_any(text, SUMS) {
        return true;
    }
    if is_letter(this.of(text)) {
        let named = |token: &Token| matches!(token.tag, Tag::NOUN | Tag::PROPN);
        let described = before.is_some_and(|it| named(it) || it.tag == Tag::ADJ);
        // "J. Harper", "T cells".
        let describes = next.is_some_and(|it| named(it) || it.is(text, "."));
        return before.is_some() && !described && !describes;
    }
    if this.tag == Tag::NUM && is_headless(text, tokens, token) {
        return true;
    }
    if !this.of(text).starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let compared = before.is_some_and(|it| it.is_any(text, &["than", "nearly", "almost", "only"]));
    let acts = next.is_some_and(|it| matches!(it.tag, Tag::VERB | Tag::AUX));
    let had = before.is_some_and(|it| it.is_any(text, &["has", "have", "had"]));
    // "On a weekday the ferry carried about 410."
    let about = before.is_some_and(|it| it.is_any(text, &["about", "around", "nearly", "some"]))
        && token > 1
        && tokens[token - 2].tag == Tag::VERB;
    let ends = next.is_none_or(|it| it.is_any(text, &[".", ",", ";"]));
    compared && acts || (had || about) && ends
}

/// Whether a number has no noun where it stands for some of what was told before.
fn is_headless(text: &str, tokens: &[Token], number: usize) -> bool {
    let before = number.checked_sub(1).map(|before| &tokens[before]);
    let next = tokens.get(number + 1);
    let is_after = |words: &[&str]| before.is_some_and(|it| it.is_any(text, words));
    let is_before = |tags: &[Tag]| next.is_none_or(|it| tags.contains(&it.tag));
    // "Of the 22 that entered", "the twenty-three who tried".
    let counted =
        is_after(&["the"]) && next.is_some_and(|it| it.is_any(text, &["that", "which", "who"]));
    // "There were eleven in the eight years before".
    let found = number > 1
        && tokens[number - 2].is(text, "there")
        && is_after(&["are", "is", "was", "were"])
        && is_before(&[Tag::ADP, Tag::PUNCT]);
    // "The city granted five: three baths, salaries and lessons".
    let listed =
        before.is_some_and(|it| it.tag == Tag::VERB) && next.is_some_and(|it| it.is(text, ":"));
    // "A falconer would fly hawks over the remaining eight for two hours".
    let left = is_after(&["other", "remaining"])
        && is_before(&[Tag::ADP, Tag::PUNCT, Tag::VERB, Tag::AUX]);
    counted || found || listed || left
}

/// A capital by itself that is no word.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    capital && letters.next().is_none() && !["A", "I", "O"].contains(&word)
}
