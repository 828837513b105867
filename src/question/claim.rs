//! Is this what the article says? A claim as it stands, or with one thing exchanged for its parallel.
//!
//! Never with a "not" put in or the sense turned round: both can be told without having read.

mod several;
mod turned;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::language::lexicon::Sort;
use crate::language::{Adjunct, Role, Stems, Tag, Token, stems};

use super::ask::Asking;
use super::clarity::denies;
use super::deed::of_run;
use super::distractor::{Wanted, parallel};
use super::draft::hash;
use super::figure::Told;
use super::quote::Quote;
use super::reading::{At, Reading};
use super::register::Register;
use super::rival::{self, Sought};
use super::statement::Statement;
use super::stock::{Being, Slot, Stock};
use super::{Draft, Form, Kind, KindName, figure, register};
use turned::turned;

/// The fewest and the most words of a claim.
const WORDS: std::ops::RangeInclusive<usize> = 6..=30;

/// The most words that are exchanged.
const MOST_EXCHANGED: usize = 10;

/// By how much the second of two versions of a claim comes behind the first where both are as good.
const TWIN: f32 = 0.001;

/// What a false statement costs by what was put into it, where another finding costs nothing: the more, the
/// oftener readers saw the change by itself, or found that little hangs on it.
const NAME: f32 = 0.02;
const LIKE: f32 = 0.08;
const TURNED: f32 = 0.12;
const PLACE: f32 = 0.15;
const YEAR: f32 = 0.24;
const COUNT: f32 = 0.24;
const PHRASE: f32 = 0.25;

/// What it costs a claim to be general.
const GENERAL: f32 = 0.1;

/// What it is worth to a true claim that it has a number: of those readers found twice as many good as of others,
/// since none can be told without having read.
const COUNTED: f32 = 0.1;

/// What the options are called.
pub(crate) const TRUE: &str = "True";
pub(crate) const FALSE: &str = "False";

/// The kind.
pub(crate) struct Claim;

impl Kind for Claim {
    fn name(&self) -> KindName {
        KindName::Claim
    }

    fn drafts(&self, reading: &Reading<'_>) -> Vec<Draft> {
        let names = &reading.register;
        let single = reading
            .claims()
            .flat_map(|at| of_sentence(reading, names, at));
        single.chain(several::several(reading, names)).collect()
    }
}

/// A claim as it stands, and with one thing exchanged where something has a parallel. Where both are as
/// good, chance says which of the two comes first; the other is for a bank in which too many others are of
/// that sort.
fn of_sentence(reading: &Reading<'_>, names: &Register, at: At) -> Vec<Draft> {
    let words = reading.words(at);
    let Some(quote) = Quote::main(reading, at, WORDS).filter(|_| !denies(words)) else {
        return Vec::new();
    };
    let mut stated = draft(reading, &quote, None);
    let mut changed = Exchange::of(reading, names, &quote)
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
    let words = reading.words(quote.at);
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
        stem: format!("True or false: the article says this. “{said}”"),
        keys: vec![right.to_owned()],
        form: Form::One,
        wrong: vec![wrong.to_owned()],
        evidence: reading.evidence(quote.at),
        explanation,
        score: 0.45 + 0.3 * reading.centrality(words)
            - if reading.weight(words) > 1 { 0.0 } else { 0.15 }
            - if is_specific(reading, quote) {
                0.0
            } else {
                GENERAL
            }
            + if exchange.is_none() && has_number(reading, quote) {
                COUNTED
            } else {
                0.0
            }
            - cost,
    }
}

/// Whether a name or a number stands in the claim: what holds in general can be known, or sounds true.
fn is_specific(reading: &Reading<'_>, quote: &Quote) -> bool {
    let run = &reading.tokens(quote.at)[quote.run.clone()];
    run.iter()
        .skip(1)
        .any(|token| matches!(token.tag, Tag::NUM | Tag::PROPN))
}

fn has_number(reading: &Reading<'_>, quote: &Quote) -> bool {
    let text = reading.text(quote.at);
    let digits = |token: &Token| token.of(text).starts_with(|c: char| c.is_ascii_digit());
    reading.tokens(quote.at)[quote.run.clone()]
        .iter()
        .any(digits)
}

/// What could be put in the place of a part of a claim.
struct Exchange {
    tokens: Range<usize>,
    put: String,
    /// By how much the false statement is worth less than the true one.
    cost: f32,
}

impl Exchange {
    /// The one that costs least; what costs more to find is looked for last.
    fn of(reading: &Reading<'_>, names: &Register, quote: &Quote) -> Option<Self> {
        let at = quote.at;
        let name = names.exchange(reading, quote);
        let name = name.map(|(tokens, put, sort)| Exchange {
            tokens,
            put,
            cost: if sort == register::Sort::Place {
                PLACE
            } else {
                NAME
            },
        });
        let number = figure::exchange(reading, quote).map(|(token, put, told)| Exchange {
            tokens: token..token + 1,
            put,
            cost: match told {
                Told::Finding => 0.0,
                Told::Year => YEAR,
                Told::Count => COUNT,
            },
        });
        let parallel = || {
            let (key, other) = exchange(reading, at, &quote.run)?;
            Some(Exchange {
                tokens: key.tokens.clone(),
                put: other.text.clone(),
                cost: if is_like(key, other) { LIKE } else { PHRASE },
            })
        };
        let mut found: Vec<Exchange> = name.into_iter().chain(number).collect();
        if found.iter().all(|it| it.cost > LIKE) {
            found.extend(parallel());
            found.extend(turned(reading, quote));
        }
        if found.iter().all(|it| it.cost >= PHRASE) {
            let others = adjunct(reading, quote)
                .into_iter()
                .chain(actor(reading, quote));
            found = others.chain(found).collect();
        }
        found.into_iter().min_by(|a, b| a.cost.total_cmp(&b.cost))
    }
}

/// Whether two phrases are of one noun: "frictional unemployment" and "structural unemployment".
fn is_like(one: &Stock, other: &Stock) -> bool {
    one.head.is_some() && one.head == other.head
}

/// Whom or what the claim is about, and somebody or something else of the same sort that the article says
/// other things of.
fn actor(reading: &Reading<'_>, quote: &Quote) -> Option<Exchange> {
    let at = quote.at;
    let clause = reading.clause(at)?;
    let run = clause.subject.clone();
    // Of two things in general, one does what the other cannot.
    let sound = |key: &Stock| {
        quote.holds(&key.tokens) && matches!(key.sort, Sort::Person | Sort::Doing | Sort::Quality)
    };
    let key = Stock::phrase(reading, at, run.clone()).filter(sound)?;
    let said = reading.stems_of(at);
    let deed: Stems = stems(reading.run(at, clause.predicate()));
    let fits = |other: &&Stock| {
        other.at.passage != at.passage
            && other.sort == key.sort
            && other.words().abs_diff(key.words()) < 3
            && (other.tone < 0) == (key.tone < 0)
            && other.stems.is_disjoint(said)
            && is_actor(reading, other)
            && are_apart(reading, &key, other)
            && !does(reading, other, &deed)
    };
    let others = reading.store.alike(&key).iter().filter(fits);
    let near = |other: &&Stock| {
        let apart = other.at.passage.abs_diff(at.passage);
        (apart, hash(&[&key.text, &other.text]))
    };
    let other = others.min_by_key(near)?;
    Some(Exchange {
        tokens: run,
        put: other.text.clone(),
        cost: PHRASE,
    })
}

/// Whether a phrase is the subject of its sentence, and the article speaks of it more than once.
fn is_actor(reading: &Reading<'_>, phrase: &Stock) -> bool {
    let clauses = reading.clauses(phrase.at).iter();
    let mut subjects = clauses.map(|clause| &clause.subject);
    let repeated = phrase
        .stems
        .iter()
        .any(|stem| reading.places_of(stem).len() > 1);
    repeated && subjects.any(|subject| *subject == phrase.tokens)
}

/// Whether some sentence has both: who is only ever named by turns may be one under two names,
/// "policymakers" and "governments".
fn are_apart(reading: &Reading<'_>, one: &Stock, other: &Stock) -> bool {
    let places = |stock: &Stock| {
        let stems = stock.stems.iter();
        stems
            .flat_map(|stem| reading.places_of(stem))
            .copied()
            .collect::<BTreeSet<At>>()
    };
    !places(one).is_disjoint(&places(other))
}

/// Whether some sentence speaks of a phrase and of two things of a deed, or of all of it.
fn does(reading: &Reading<'_>, phrase: &Stock, deed: &Stems) -> bool {
    let most = deed.len().min(2);
    let places = phrase.stems.iter().flat_map(|stem| reading.places_of(stem));
    let mut there = places.map(|at| reading.stems_of(*at));
    there.any(|stems| stems.shared(deed) >= most)
}

/// A means, a purpose or a condition of the claim, and another one of the article of the same form.
fn adjunct(reading: &Reading<'_>, quote: &Quote) -> Option<Exchange> {
    let asked = Asking::all(reading, quote.at);
    asked.iter().find_map(|asking| {
        let mut adjuncts = asking.clause.lead.iter().chain(&asking.clause.tail);
        adjuncts.find_map(|adjunct| {
            let put = parallel_adjunct(asking, adjunct)?;
            let (long, whole) = (put.split(' ').count(), quote.run.len());
            if !quote.holds(&adjunct.tokens)
                || is_meant(asking, adjunct)
                || long > MOST_EXCHANGED
                || 5 * long > 2 * whole
                || 5 * adjunct.tokens.len() > 2 * whole
            {
                return None;
            }
            Some(Exchange {
                tokens: adjunct.body..adjunct.tokens.end,
                put,
                cost: PHRASE,
            })
        })
    })
}

/// "If the pile smells, it is short of air": the clause means something by its pronoun that would be
/// gone with the condition.
fn is_meant(asking: &Asking<'_, '_>, adjunct: &Adjunct) -> bool {
    let ahead = asking.subject.ahead.as_ref();
    ahead.is_some_and(|named| adjunct.tokens.contains(&named.start))
}

fn parallel_adjunct(asking: &Asking<'_, '_>, adjunct: &Adjunct) -> Option<String> {
    let (reading, at) = (asking.reading, asking.at);
    let words = reading.words(at);
    let body = adjunct.body..adjunct.tokens.end;
    match adjunct.role {
        Role::Means | Role::Purpose => {
            let key = of_run(reading, at, asking.clause, body)?;
            let sought = Sought {
                key: &key,
                subject: &asking.subject,
                stem: "",
                pinned: true,
            };
            let other = *rival::deeds(reading, &sought).first()?;
            Some(if adjunct.role == Role::Means {
                other.doing()
            } else {
                other.plain()
            })
        }
        Role::Condition | Role::Cause => {
            let key = Statement::of(reading, at, body)?;
            let same = |other: &Statement| other.role == Some(adjunct.role);
            let other = *rival::statements(reading, &key, "", same).first()?;
            (same(other) && !words.contains(&other.text)).then(|| other.text.clone())
        }
        _ => None,
    }
}

/// What the article has, and what it has not.
fn difference(key: &str, other: &str) -> String {
    format!("“{key}”, not “{other}”")
}

/// The phrase of the claim that has the closest parallel elsewhere, and that parallel.
fn exchange<'a>(
    reading: &'a Reading<'_>,
    at: At,
    run: &Range<usize>,
) -> Option<(&'a Stock, &'a Stock)> {
    let words = reading.run(at, run.clone());
    let subject = reading.subject(at, run.start);
    let inside = |key: &&Stock| {
        key.tokens.start > run.start
            && key.tokens.end <= run.end
            && !key.stems.is_subset(&reading.topic)
            && is_whole(reading, at, key)
    };
    let pairs = reading
        .store
        .of_sentence(at)
        .filter(inside)
        .filter_map(|key| {
            let wanted = Wanted {
                key,
                at,
                stem: words,
                subject: subject.clone(),
            };
            let (distance, other) = parallel(reading, &wanted)?;
            Some((distance, key, other))
        });
    let (_, key, other) = pairs.min_by_key(|(distance, key, _)| (*distance, key.tokens.start))?;
    Some((key, other))
}

/// Whether the phrase can be taken out alone: nothing is bound to it before or behind, and it
/// stands where the same preposition or list can hold the other, and it is neither one word among
/// thousands alike nor somebody.
fn is_whole(reading: &Reading<'_>, at: At, key: &Stock) -> bool {
    let tokens = reading.tokens(at);
    let before = key
        .tokens
        .start
        .checked_sub(1)
        .map(|before| tokens[before].tag);
    let after = tokens.get(key.tokens.end).map(|after| after.tag);
    let item = key.slot == Slot::Item;
    let bound = matches!(after, Some(Tag::ADP | Tag::PART | Tag::SCONJ))
        || !item && (before == Some(Tag::CCONJ) || after == Some(Tag::CCONJ));
    let governed = item || matches!(&key.slot, Slot::After(word) if word != "of");
    let thing = !matches!(key.shape.being, Being::Person | Being::Name);
    governed && thing && !bound && (item || !key.shape.single)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;

    const TEXT: &str = "# Harbours\n\nPort towns of the north build stone piers, deep basins, and wide roads.\n\n\
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
