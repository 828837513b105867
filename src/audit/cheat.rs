//! Ways to guess without having read, and how they fare.
//!
//! Apart from the gates because no single question shows a bias: only many together do. Only
//! questions with one right option are guessed at; of statements to be judged, only whether always
//! saying true pays.

use crate::question::Question;

use super::Gain;
use super::article::Text;
use super::question::{Form, form, verdict};
use super::words::{content, words};

/// A way to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cheat {
    /// Always the longest option.
    Longest,
    /// Always the shortest.
    Shortest,
    /// The one that shares most words with the stem.
    Overlap,
    /// The one whose words are most frequent in the article.
    Frequent,
    /// The one that differs most from the others in length, first word and ending.
    Odd,
    /// Always the first.
    First,
    /// Always true, where a statement is to be judged.
    True,
    /// Not a cheat but a bad reader: the one whose words, with the stem's, the paragraph of the
    /// evidence has most of.
    OpenBook,
}

/// A word's beginning, so far as a glance tells it.
#[derive(PartialEq)]
enum Shape {
    Article,
    Capital,
    Number,
    Gerund,
    Other,
}

impl Cheat {
    /// All, in the order of the table.
    pub const ALL: [Cheat; 8] = [
        Cheat::Longest,
        Cheat::Shortest,
        Cheat::Overlap,
        Cheat::Frequent,
        Cheat::Odd,
        Cheat::First,
        Cheat::True,
        Cheat::OpenBook,
    ];

    /// The word that stands for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Cheat::Longest => "longest",
            Cheat::Shortest => "shortest",
            Cheat::Overlap => "stem_overlap",
            Cheat::Frequent => "most_frequent",
            Cheat::Odd => "odd_one_out",
            Cheat::First => "first",
            Cheat::True => "always_true",
            Cheat::OpenBook => "open_book",
        }
    }

    /// What it does, as the table names it.
    pub fn title(self) -> &'static str {
        match self {
            Cheat::Longest => "always the longest",
            Cheat::Shortest => "always the shortest",
            Cheat::Overlap => "most words shared with the stem",
            Cheat::Frequent => "most frequent in the article",
            Cheat::Odd => "the odd one out",
            Cheat::First => "always the first",
            Cheat::True => "always true",
            Cheat::OpenBook => "word overlap with the paragraph",
        }
    }

    /// How much speaks for an option; `None` where the cheat is no use for such a question.
    fn weight(self, text: &Text<'_>, question: &Question, at: usize) -> Option<f64> {
        let option = question.options.get(at)?;
        let length = option.chars().count() as f64;
        let judged = verdict(question).is_some();
        match self {
            Cheat::True => judged.then(|| f64::from(option.eq_ignore_ascii_case("true"))),
            _ if judged => None,
            Cheat::Longest => Some(length),
            Cheat::Shortest => Some(-length),
            Cheat::Overlap => Some(shared(&question.stem, option)),
            Cheat::Frequent => Some(text.frequency(option)),
            Cheat::Odd => Some(oddness(&question.options, option)),
            Cheat::First => Some(f64::from(at == 0)),
            Cheat::OpenBook => Some(found(
                text.around(&question.evidence)?,
                &question.stem,
                option,
            )),
        }
    }
}

/// What each cheat makes of a question.
pub(super) fn guesses(text: &Text<'_>, question: &Question) -> Vec<(Cheat, Gain)> {
    if form(question) != Form::Single {
        return Vec::new();
    }
    let guess = |cheat: Cheat| {
        let options = 0..question.options.len();
        let weights: Option<Vec<f64>> =
            options.map(|at| cheat.weight(text, question, at)).collect();
        Some((cheat, gain(&weights?, *question.keys.first()?)))
    };
    Cheat::ALL.into_iter().filter_map(guess).collect()
}

/// Those with the most weight are taken in turn, so that a tie is right in part.
fn gain(weights: &[f64], key: usize) -> Gain {
    let most = weights.iter().copied().fold(f64::MIN, f64::max);
    let best = weights.iter().filter(|weight| **weight == most).count();
    let hit = weights.get(key) == Some(&most);
    Gain {
        questions: 1,
        right: if hit { 1.0 / best as f64 } else { 0.0 },
        chance: 1.0 / weights.len() as f64,
    }
}

fn shared(stem: &str, option: &str) -> f64 {
    let stem = content(stem);
    let option = content(option);
    option.iter().filter(|word| stem.contains(word)).count() as f64
}

/// In how many ways it differs from how many others.
fn oddness(options: &[String], option: &str) -> f64 {
    let differs = |other: &String| {
        let length = words(option).len() != words(other).len();
        let start = shape(option) != shape(other);
        let end = ending(option) != ending(other);
        usize::from(length) + usize::from(start) + usize::from(end)
    };
    options.iter().map(differs).sum::<usize>() as f64
}

fn shape(option: &str) -> Shape {
    let first = option.split_whitespace().next().unwrap_or_default();
    match first.to_lowercase().as_str() {
        "a" | "an" | "the" => Shape::Article,
        _ if first.starts_with(char::is_numeric) => Shape::Number,
        _ if first.starts_with(char::is_uppercase) => Shape::Capital,
        word if word.ends_with("ing") => Shape::Gerund,
        _ => Shape::Other,
    }
}

/// The last two letters.
fn ending(option: &str) -> String {
    let last = option.chars().rev().filter(|c| c.is_alphanumeric()).take(2);
    last.collect()
}

/// How much of stem and option the paragraph has.
fn found(paragraph: &str, stem: &str, option: &str) -> f64 {
    let paragraph = content(paragraph);
    let said = [content(stem), content(option)].concat();
    let known = said.iter().filter(|word| paragraph.contains(word)).count();
    known as f64 / said.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::sample::{article, on, question};

    /// Whether a cheat, at home in an article about ports, finds the first option.
    #[track_caller]
    fn check(cheat: Cheat, options: &[&str], right: f64) {
        let article = article("# A\n\nThe port has ports. The port has deep water, and trade.\n");
        let asked = question("What does open trade need?", options);
        let asked = on(&article, "The port has deep water, and trade.", asked);
        let guesses = guesses(&Text::of(&article), &asked);
        let gain = guesses
            .iter()
            .find(|(own, _)| *own == cheat)
            .map(|(_, gain)| gain.right);
        assert_eq!(gain, Some(right), "{cheat:?} {options:?}");
    }

    #[test]
    fn length() {
        check(Cheat::Longest, &["deep water", "sand", "stone"], 1.0);
        check(Cheat::Longest, &["sand", "deep water", "stone"], 0.0);
        check(Cheat::Shortest, &["sand", "deep water", "salt"], 0.5);
    }

    #[test]
    fn words_of_the_stem() {
        check(Cheat::Overlap, &["trade", "sand", "stone"], 1.0);
        check(Cheat::Overlap, &["salt", "sand", "stone"], 1.0 / 3.0);
    }

    #[test]
    fn words_of_the_article() {
        check(Cheat::Frequent, &["ports", "trade", "stone"], 1.0);
        check(Cheat::Frequent, &["trade", "ports", "stone"], 0.0);
    }

    #[test]
    fn the_odd_one() {
        check(Cheat::Odd, &["the sea", "sand", "land"], 1.0);
        check(Cheat::Odd, &["sand", "the sea", "land"], 0.0);
    }

    #[test]
    fn the_first() {
        check(Cheat::First, &["salt", "sand", "stone"], 1.0);
    }

    #[test]
    fn the_open_book() {
        check(Cheat::OpenBook, &["deep water", "sand", "stone"], 1.0);
        check(Cheat::OpenBook, &["sand", "deep water", "stone"], 0.0);
    }

    #[test]
    fn statements_are_only_said_to_be_true() {
        check(Cheat::True, &["True", "False"], 1.0);
        check(Cheat::True, &["False", "True"], 0.0);
        let article = article("# A\n\nText.\n");
        let judged = question("“S.”", &["True", "False"]);
        assert_eq!(guesses(&Text::of(&article), &judged).len(), 1);
    }

    #[test]
    fn several_keys_are_not_guessed_at() {
        let article = article("# A\n\nText.\n");
        let mut several = question("Q?", &["a", "b", "c"]);
        several.keys = vec![0, 1];
        assert_eq!(guesses(&Text::of(&article), &several), []);
    }

    #[test]
    fn a_tie_gains_nothing() {
        let tie = gain(&[1.0; 4], 2);
        assert_eq!(tie.points(), Some(0.0));
        assert_eq!(gain(&[1.0, 2.0], 1).points(), Some(50.0));
    }
}
