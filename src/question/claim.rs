//! Is this what the article says? A claim as it stands, or with one thing exchanged for its parallel.
//!
//! Never with a "not" put in or the sense turned round: both can be told without having read.

mod exchange;
mod several;
mod turned;

use crate::language::{Tag, Token, stems};

use super::clarity::denies;
use super::draft::hash;
use super::figure::is_dated;
use super::quote::Quote;
use super::reading::{At, Reading};
use super::register::Register;
use super::{Draft, Form, Kind, KindName};
use exchange::Exchange;

/// The fewest and the most words of a claim.
const WORDS: std::ops::RangeInclusive<usize> = 6..=32;

/// In so few tokens nothing is said that is worth asking, if not of a name or a number: "There is some reason
/// for concern."
const SHORT: usize = 9;

/// Nor in so few of a name or a number in words: "The Ouvassi add a short month."
const SHORTER: usize = 7;

/// By how much the second of two versions of a claim comes behind the first where both are as good.
const TWIN: f32 = 0.001;

/// What it costs a claim to be general.
const GENERAL: f32 = 0.1;

/// What it is worth to a true claim that it has a number: of those readers found twice as many good as of others,
/// since none can be told without having read.
const COUNTED: f32 = 0.1;

/// What it is worth to it that it has a name besides: of 65 such that strict readers judged 62 % had every mark,
/// of those with a number alone 38 %, with a name alone 27 %, with neither 26 %.
const NAMED: f32 = 0.15;

/// What it is worth to tell of a year: of true ones 75 % had every mark then, of others 40 %, of false ones 49 and 20.
const DATED: f32 = 0.12;

/// What so many tokens more or fewer than [`MIDDLING`] are worth to a true claim, at most half of it: of those of 25
/// words and more readers found 50 % good, of 15 to 24 37 %, of shorter ones 24 %.
const LONG: f32 = 0.3;

/// The tokens of a claim of middling length.
const MIDDLING: f32 = 18.0;

/// What the options are called.
pub(crate) const TRUE: &str = "True";
pub(crate) const FALSE: &str = "False";

/// The kind.
pub(crate) struct Claim;

impl Kind for Claim {
    fn name(&self) -> KindName {
        KindName::Claim
    }

    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft)) {
        let names = &reading.register;
        let single = reading
            .asked()
            .flat_map(|at| of_sentence(reading, names, at));
        single.for_each(&mut *found);
        if !reading.is_second_look() {
            several::several(reading, names).into_iter().for_each(found);
        }
    }
}

/// A claim as it stands, and with one thing exchanged where something has a parallel. Where both are as
/// good, chance says which of the two comes first; the other is for a bank in which too many others are of
/// that sort.
fn of_sentence(reading: &Reading<'_>, names: &Register, at: At) -> Vec<Draft> {
    let words = reading.words(at);
    let tells = |quote: &Quote| {
        !denies(reading.run(at, quote.run.clone()))
            && quote.run.len() > least_of(reading, quote)
            && !is_titular(reading, quote)
    };
    let mut parts = Quote::parts_or_after(reading, at, WORDS);
    parts.retain(tells);
    // Of several statements the one that tells most.
    let specific = parts.iter().position(|quote| is_specific(reading, quote));
    let Some(quote) = parts.into_iter().nth(specific.unwrap_or_default()) else {
        return Vec::new();
    };
    let mut stated = draft(reading, &quote, None);
    let mut changed = Exchange::of(reading, names, &quote)
        .filter(|exchange| !quote.betrays(reading, &exchange.tokens, &exchange.put))
        .map(|exchange| draft(reading, &quote, Some(&exchange)));
    if let Some(changed) = &mut changed {
        let first = hash(&[words]).is_multiple_of(2);
        let second = if first { changed } else { &mut stated };
        second.score -= TWIN;
    }
    [stated].into_iter().chain(changed).collect()
}

/// The claim, true, or false with something exchanged.
fn draft(reading: &Reading<'_>, quote: &Quote, exchange: Option<&Exchange>) -> Draft {
    let (said, explanation, cost) = match exchange {
        None => (
            quote.text(reading),
            "This is what the article says.".to_owned(),
            0.0,
        ),
        Some(Exchange { tokens, put, cost }) => {
            let key = reading.lowered(quote.at, tokens.clone());
            let said = quote.with(reading, tokens.clone(), put);
            (
                said,
                format!("The article says {}.", difference(&key, put)),
                *cost,
            )
        }
    };
    let (right, wrong) = if exchange.is_none() {
        (TRUE, FALSE)
    } else {
        (FALSE, TRUE)
    };
    Draft {
        stem: match quote.lead_text(reading) {
            None => format!("True or false? “{said}”"),
            Some(lead) => format!("True or false: after “{lead}” the article says this. “{said}”"),
        },
        keys: vec![right.to_owned()],
        form: Form::One,
        wrong: vec![wrong.to_owned()],
        evidence: reading.evidence(quote.at),
        explanation,
        score: worth(reading, quote, exchange.is_none()) - cost - quote.cost(reading),
    }
}

/// How well a claim can be asked, before what its change and its place in a sentence cost.
fn worth(reading: &Reading<'_>, quote: &Quote, is_true: bool) -> f32 {
    let (number, name) = (has_number(reading, quote), has_name(reading, quote));
    let long = (quote.run.len() as f32 - MIDDLING) / MIDDLING;
    let terms = [
        (reading.weight_of(quote.at) < 2, -0.15),
        (!is_specific(reading, quote), -GENERAL),
        (is_memory(reading, quote), -GENERAL),
        (is_true && number, COUNTED),
        (is_true && number && name, NAMED),
        (is_true && is_dated(reading, quote), DATED),
    ];
    let due = terms.iter().filter(|(is_due, _)| *is_due);
    let charges: f32 = due.map(|(_, charge)| charge).sum();
    let length = if is_true {
        LONG * long.clamp(-0.5, 0.5)
    } else {
        0.0
    };
    0.55 + 0.3 * reading.centrality_of(quote.at) + charges + length
}

/// Whether the title and the summary say all of it: "[The officer] is known as the Adverse Reader."
fn is_titular(reading: &Reading<'_>, quote: &Quote) -> bool {
    let said = stems(reading.run(quote.at, quote.run.clone()));
    said.difference(&reading.topic).count() < 2
}

/// More tokens than so many a claim must have.
fn least_of(reading: &Reading<'_>, quote: &Quote) -> usize {
    match () {
        () if has_number(reading, quote) => 0,
        () if is_specific(reading, quote) => SHORTER,
        () => SHORT,
    }
}

/// Whether a name or a number stands in the claim: what holds in general can be known, or sounds true.
fn is_specific(reading: &Reading<'_>, quote: &Quote) -> bool {
    let run = &reading.tokens(quote.at)[quote.run.clone()];
    run.iter()
        .skip(1)
        .any(|token| matches!(token.tag, Tag::NUM | Tag::PROPN))
}

/// "I was nine, and had been told to keep quiet": what its author tells of a day hardly is what an article is about.
fn is_memory(reading: &Reading<'_>, quote: &Quote) -> bool {
    let text = reading.text(quote.at);
    let own = |token: &Token| token.is_any(text, &["i", "me", "my"]);
    reading.tokens(quote.at)[quote.run.clone()].iter().any(own)
}

/// Whether a name stands in the claim, and not at its beginning.
fn has_name(reading: &Reading<'_>, quote: &Quote) -> bool {
    let run = &reading.tokens(quote.at)[quote.run.clone()];
    run.iter().skip(1).any(|token| token.tag == Tag::PROPN)
}

fn has_number(reading: &Reading<'_>, quote: &Quote) -> bool {
    let text = reading.text(quote.at);
    let digits = |token: &Token| token.of(text).starts_with(|c: char| c.is_ascii_digit());
    reading.tokens(quote.at)[quote.run.clone()]
        .iter()
        .any(digits)
}

/// What the article has, and what it has not.
fn difference(key: &str, other: &str) -> String {
    format!("“{key}”, not “{other}”")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;

    const TEXT: &str = "# Harbours\n\nPort towns of the bay build stone piers, deep basins, and wide roads.\n\n\
        The harbour office keeps tide tables, pilot books, and old charts in its long drawers.\n\n\
        Every week the crews repair fishing nets, broken masts, and rusty chains beside the fire.\n";

    /// The statements with what is right of them.
    fn statements() -> Vec<(String, bool)> {
        let all = drafts(&Claim, TEXT);
        let statements = all.split("\n\n").filter_map(|draft| {
            let quoted = draft.split(['“', '”']).nth(1)?;
            Some((quoted.to_owned(), draft.contains("* True")))
        });
        statements.collect()
    }

    #[test]
    fn what_is_true_stands_in_the_article_and_what_is_false_does_not() {
        let statements = statements();
        assert!(!statements.is_empty());
        for (statement, truth) in statements {
            assert_eq!(TEXT.contains(&statement), truth, "{statement}");
        }
    }

    #[test]
    fn what_is_false_differs_by_one_phrase_of_the_article() {
        for (statement, _) in statements().into_iter().filter(|(_, truth)| !truth) {
            let known = statement
                .split([' ', ',', '.'])
                .filter(|word| !word.is_empty());
            assert!(known.clone().all(|word| TEXT.contains(word)), "{statement}");
        }
    }

    #[test]
    fn so_few_words_are_no_claim() {
        let said = |text: &str| drafts(&Claim, &format!("# A\n\n{text}\n"));
        assert_eq!(said("The Ouvassi add a short month."), "");
        assert_ne!(said("The Ouvassi add a short month twice."), "");
    }

    #[test]
    fn what_points_back_is_no_claim() {
        assert_eq!(
            drafts(
                &Claim,
                "# A\n\nThese towns build stone piers, deep basins, and wide roads.\n\nShe keeps tide tables, pilot books, and old charts in drawers.\n"
            ),
            ""
        );
    }
}
