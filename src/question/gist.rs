//! What the article as a whole says: its dek, among those of other articles on the shelf.
//!
//! Apart from the other kinds, whose wrong options all come from the article itself. Where the shelf
//! has no three others of its matters, anybody could tell which one is meant, and nothing is asked.

use std::cmp::Reverse;

use crate::article::Article;
use crate::language::{sentences, stems};

use super::distractor::{CANDIDATES, WRONG};
use super::draft::hash;
use super::flaw::is_absolute;
use super::reading::Reading;
use super::{Draft, Evidence, Form, Kind, KindName};

/// The fewest and the most words of a dek that says what an article is about.
const WORDS: std::ops::RangeInclusive<usize> = 10..=45;

/// So many stems of the article's title and dek another dek must have to be of its matters.
const KIN: usize = 2;

/// The kind.
pub(crate) struct Gist;

impl Kind for Gist {
    fn name(&self) -> KindName {
        KindName::Gist
    }

    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft)) {
        of_article(reading).into_iter().for_each(found);
    }
}

fn of_article(reading: &Reading<'_>) -> Option<Draft> {
    let dek = dek_in_place(reading.article)?;
    let wrong = others(reading, dek);
    let key = whole(dek);
    (is_gist(dek) && wrong.len() >= WRONG).then(|| Draft {
        stem: "Which of these sums up the article as a whole?".to_owned(),
        keys: vec![key],
        form: Form::One,
        wrong,
        evidence: Evidence {
            section: 0,
            paragraph: None,
            start: 0,
            end: dek.len(),
            text: dek.to_owned(),
        },
        explanation: "This is the article’s own summary.".to_owned(),
        score: 0.7,
    })
}

/// The dek, where a place in the article names it: see [`Article::text_at`].
fn dek_in_place(article: &Article) -> Option<&str> {
    let dek = article.dek.as_deref()?;
    (article.text_at(0, None) == Some(dek)).then_some(dek)
}

fn is_gist(dek: &str) -> bool {
    let marks = ['"', '“', '”', '?', '!'];
    let one_sentence = sentences(dek).len() == 1;
    one_sentence && WORDS.contains(&dek.split_whitespace().count()) && !dek.contains(marks)
}

/// The deks that could as well be this article's: of its matters and about as long, nearest first.
fn others(reading: &Reading<'_>, dek: &str) -> Vec<String> {
    let own = stems(dek);
    let long = dek.chars().count();
    let fits = |other: &&String| {
        let other_long = other.chars().count();
        let near = long * 3 < other_long * 4 && other_long * 3 < long * 4;
        let said = stems(other);
        near && is_gist(other)
            && is_absolute(other) == is_absolute(dek)
            && said.shared(&reading.topic) >= KIN
            // Of the same article, or of another edition of it.
            && said.shared(&own) * 2 < own.len()
    };
    let mut fit: Vec<&String> = reading.deks.iter().filter(fits).collect();
    fit.sort_by_cached_key(|other| {
        let kin = stems(other).shared(&reading.topic);
        (Reverse(kin), hash(&[dek, other]))
    });
    fit.dedup();
    fit.truncate(CANDIDATES);
    fit.into_iter().map(|other| whole(other)).collect()
}

/// As the sentence that it is.
fn whole(dek: &str) -> String {
    format!("{}.", dek.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    const DEK: &str = "Canals gave the northern towns cheap coal, and made their harbours richer than the roads had done.";

    /// Of the same length and matters, and about other things.
    const OTHERS: [&str; 4] = [
        "Canals froze each winter in the northern towns, and the boatmen learned a second trade there.",
        "Harbours without canals lost their northern trade to towns that could load coal from the quay.",
        "Northern harbours were dredged by convicts, whose towns and canals outlived the law that sent them.",
        "A canal and its towns fell silent when northern railways took away the coal within ten years.",
    ];

    #[track_caller]
    fn wrong(dek: &str, deks: &[&str]) -> Option<Vec<String>> {
        let text =
            format!("Canals of the North\n\n{dek}\n\nMarch 3, 2024\n\nThe long canal was dug.\n");
        let article = article::parse("a.txt", text.as_bytes()).article;
        let deks: Vec<String> = deks.iter().map(|dek| (*dek).to_owned()).collect();
        let mut reading = Reading::of(&article);
        reading.deks = &deks;
        of_article(&reading).map(|draft| draft.wrong)
    }

    #[test]
    fn the_wrong_ones_are_other_articles_of_the_same_matters() {
        let wrong = wrong(DEK, &OTHERS).expect("there are enough");
        assert_eq!(wrong.len(), 4);
        assert!(wrong.iter().all(|text| OTHERS.contains(&text.as_str())));
    }

    #[test]
    fn two_others_are_not_enough() {
        assert_eq!(wrong(DEK, &OTHERS[..2]), None);
    }

    #[test]
    fn its_own_and_what_is_about_something_else_are_no_options() {
        let far = "Bakers rise at three because dough is slow, and every city sleeps through that labour.";
        assert_eq!(wrong(DEK, &[DEK, far, OTHERS[0], OTHERS[1]]), None);
    }

    #[test]
    fn what_asks_or_quotes_is_no_gist() {
        let asking = "Did canals make the northern towns rich, or was it the coal that paid for every canal?";
        assert_eq!(wrong(asking, &OTHERS), None);
    }

    #[test]
    fn a_dek_of_two_sentences_sums_up_nothing() {
        assert!(is_gist(DEK));
        assert!(!is_gist(&DEK.replace(", and made", ". They made")));
    }
}
