//! Capitals: which words are names by them, and which only begin a sentence.
//!
//! Apart from `register`, which asks what a name is of.

use std::collections::BTreeSet;

use crate::language::Analysis;

/// The words that somewhere stand with a capital inside a sentence of a paragraph.
pub(super) fn names<'a>(analysis: &Analysis<'a>) -> BTreeSet<&'a str> {
    let passages = analysis
        .passages
        .iter()
        .filter(|passage| passage.paragraph.is_some());
    let inner = passages.flat_map(|passage| {
        let sentences = passage.sentences.iter();
        sentences.flat_map(|sentence| {
            sentence
                .tokens
                .iter()
                .skip(1)
                .map(|token| token.of(passage.text))
        })
    });
    inner.filter(|word| is_capital_only(word)).collect()
}

/// The words that somewhere stand without a capital; short ones can be part of a name.
pub(super) fn small_words(analysis: &Analysis<'_>) -> BTreeSet<String> {
    let sentences = analysis.passages.iter().flat_map(|passage| {
        passage
            .sentences
            .iter()
            .flat_map(|sentence| sentence.tokens.iter().map(|token| token.of(passage.text)))
    });
    let small = |word: &&str| word.len() > 3 && word.starts_with(char::is_lowercase);
    sentences.filter(small).map(str::to_owned).collect()
}

/// Whether only the first letter is a capital.
pub(super) fn is_capital_only(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(|c| !c.is_uppercase())
}

/// The text with a small first letter.
pub(super) fn lower_first(text: &str) -> String {
    with_first(text, char::to_lowercase)
}

/// The text with a capital first letter.
pub(super) fn upper_first(text: &str) -> String {
    with_first(text, char::to_uppercase)
}

/// The text with another case of its first letter.
fn with_first<C: Iterator<Item = char>>(text: &str, cased: impl Fn(char) -> C) -> String {
    let mut letters = text.chars();
    let mut said = String::with_capacity(text.len());
    said.extend(letters.next().into_iter().flat_map(cased));
    said.push_str(letters.as_str());
    said
}
