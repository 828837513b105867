//! The stems of words, to see whether two phrases speak of the same thing.
//!
//! Apart from `tag`: stems compare words, whatever their part of speech.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

use super::lexicon;

/// The stems of a phrase's content words.
pub type Stems = BTreeSet<String>;

/// The stems of the content words of a text, by the Snowball English stemmer ("Porter2"); a
/// hyphenated word gives those of its parts. Function words and single letters give none.
pub fn stems(text: &str) -> Stems {
    let stemmer = Stemmer::create(Algorithm::English);
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'))
        .map(|word| {
            word.trim_end_matches("'s")
                .trim_end_matches("’s")
                .trim_matches(['\'', '’'])
        })
        .map(str::to_lowercase)
        .filter(|word| word.chars().nth(1).is_some() && !lexicon::is_function_word(word))
        .map(|word| stemmer.stem(&word).into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        assert_eq!(
            stems("Neighbors’ cooperation"),
            stems("the neighbor cooperates")
        );
        assert_eq!(stems("risk-sharing"), stems("shared risks"));
        assert!(stems("of the and a").is_empty());
    }
}
