//! What a number counts: a year, a share or anything else.
//!
//! Apart from `number`, which reads it by itself: here the words around it tell.

use super::number::{Number, Sort};
use crate::article::MONTHS;
use crate::language::{Tag, Token, lexicon};

/// Words after which four digits are a year.
const BEFORE_YEAR: &[&str] = &[
    "about", "after", "around", "before", "between", "beyond", "by", "during", "for", "from", "in",
    "of", "since", "to", "until",
];

/// Words for a part of a year, before "of" and the year.
const PARTS_OF_YEAR: &[&str] = &[
    "autumn", "end", "fall", "spring", "summer", "winter", "year",
];

/// Before this no year is given without "in" or its like.
const MODERN: u64 = 1500;

/// What the number at a token counts.
pub(super) fn sort_of(text: &str, tokens: &[Token], at: usize, number: Number) -> Sort {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|it| it.is_any(text, words));
    let share = is(at + 1, &["%", "percent"]) || is(at + 1, &["per"]) && is(at + 2, &["cent"]);
    match () {
        () if is_year(text, tokens, at, number) => Sort::Year,
        () if share => Sort::Share,
        () => Sort::Count,
    }
}

/// Whether a number has the form of a year and stands where one would.
fn is_year(text: &str, tokens: &[Token], at: usize, number: Number) -> bool {
    let plain = !number.spelled && number.decimals == 0 && !number.commas;
    if !plain || !(1000..=2100).contains(&number.digits) {
        return false;
    }
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let next = tokens.get(at + 1);
    let is_after = |words: &[&str]| before.is_some_and(|it| it.is_any(text, words));
    let is_before = |words: &[&str]| next.is_some_and(|it| it.is_any(text, words));
    let noun = next.filter(|next| next.tag == Tag::NOUN);
    let many = noun.map(|noun| lexicon::is_plural(noun.of(text)));
    // "In the spring of 1846 soundings showed".
    let season = is_after(&["of"]) && at > 1 && tokens[at - 2].is_any(text, PARTS_OF_YEAR);
    // "In September 2011 trains were slowed".
    let counts = many == Some(true) && !season && !is_after(&MONTHS);
    // "As early as 1903".
    let since = is_after(&["as"]) && at > 1 && tokens[at - 2].is_any(text, &["early", "late"]);
    // "On Easter Monday 1788".
    let day = |it: &Token| {
        let word = it.of(text);
        word.ends_with("day") && word.starts_with(char::is_uppercase)
    };
    let dated = since
        || before.is_some_and(day)
        || is_after(BEFORE_YEAR)
        || is_after(&MONTHS)
        || is_after(&[","]);
    let opens =
        at == 1 && tokens[0].is_any(text, &["by", "in", "since"]) && number.digits >= MODERN;
    // "A 2019 analysis", "its 1947 seed list".
    let determiners = ["a", "the", "its", "their", "his", "her", "'s", "’s"];
    let attributive = is_after(&determiners) && number.digits >= MODERN && many == Some(false);
    // "Reading Snow (1926) was put together".
    let bracketed = is_after(&["("]) && is_before(&[")", "–", "-"]);
    (dated || ends_range(text, tokens, at)) && !counts
        || opens
        || attributive
        || bracketed
        || ends_life(text, tokens, at)
}

/// "Between 1988 and 2004".
fn ends_range(text: &str, tokens: &[Token], at: usize) -> bool {
    is_behind_year(text, tokens, at, &["and", "to"])
        && tokens[..at - 2]
            .iter()
            .rev()
            .take(2)
            .any(|it| it.is_any(text, &["between", "from"]))
}

/// "Dorothea Vansk (1868–1947)".
fn ends_life(text: &str, tokens: &[Token], at: usize) -> bool {
    let closed = tokens.get(at + 1).is_some_and(|next| next.is(text, ")"));
    closed && is_behind_year(text, tokens, at, &["–", "-"])
}

/// Whether four digits and one of these stand before a token.
fn is_behind_year(text: &str, tokens: &[Token], at: usize, joins: &[&str]) -> bool {
    at > 1
        && tokens[at - 1].is_any(text, joins)
        && tokens[at - 2].of(text).len() == 4
        && tokens[at - 2].tag == Tag::NUM
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_such_words_is_a_year() {
        for text in [
            "The locks were drawn between 1801 and 2004",
            "Dorothea Vansk (1968–2004) drew the locks",
            "Locks were drawn as late as 2004",
            "The accounts for 2004, when locks were many, are long",
            "The council should pay for locks beyond 2004",
            "Locks were opened on Easter Monday 2004",
            "The firm printed its 2004 lock list in colour",
            "Cracks opened, and in September 2004 locks were closed",
        ] {
            let tokens = crate::language::read_sentence(text);
            let end = tokens.iter().position(|token| token.is(text, "2004"));
            let number = Number::read("2004").expect("it is a number");
            let sort = end.map(|end| sort_of(text, &tokens, end, number));
            assert_eq!(sort, Some(Sort::Year), "{text}");
        }
    }
}
