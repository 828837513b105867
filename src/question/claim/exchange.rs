//! What can be put in the place of a part of a claim, so that it is false and sounds as true.
//!
//! Apart from the claims themselves, which are asked as they stand too.

use std::ops::Range;

use super::turned::turned;
use crate::language::lexicon::Sort;
use crate::language::{Adjunct, Role, Stems, Tag, stems};
use crate::question::ask::Asking;
use crate::question::deed::of_run;
use crate::question::distractor::{Wanted, parallel};
use crate::question::draft::hash;
use crate::question::figure::{self, Told};
use crate::question::quote::Quote;
use crate::question::reading::{At, Reading};
use crate::question::register::{self, Register};
use crate::question::rival::{self, Sought};
use crate::question::statement::Statement;
use crate::question::stock::{Being, Slot, Stock};

/// The most words that are exchanged.
const MOST_EXCHANGED: usize = 10;

/// What a false statement costs by what was put into it: the more, the oftener readers saw the change by itself, or
/// found that little hangs on it. Of 156 judgements nothing was amiss in 43 % of those with another number in digits, a
/// finding oftener than a mere count, in 38 % with another year, in 32 % with another name, which hardly ever shows, in
/// 20 % with another phrase, in 14 % with another number in words and in 13 % with a word turned to its opposite; phrases
/// come last all the same, since to look for them takes the most time.
const NAME: f32 = 0.06;
const LIKE: f32 = 0.08;
pub(super) const TURNED: f32 = 0.24;
const PLACE: f32 = 0.24;
const YEAR: f32 = 0.1;
const FINDING: f32 = 0.04;
const COUNT: f32 = 0.2;
const SPELLED: f32 = 0.24;
pub(super) const PHRASE: f32 = 0.25;

/// What could be put in the place of a part of a claim.
pub(super) struct Exchange {
    pub(super) tokens: Range<usize>,
    pub(super) put: String,
    /// By how much the false statement is worth less than the true one.
    pub(super) cost: f32,
}

impl Exchange {
    /// The one that costs least; what costs more to find is looked for last.
    pub(super) fn of(reading: &Reading<'_>, names: &Register, quote: &Quote) -> Option<Self> {
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
            cost: match told {
                _ if put.starts_with(char::is_alphabetic) => SPELLED,
                Told::Finding => FINDING,
                Told::Year => YEAR,
                Told::Count => COUNT,
            },
            put,
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
            found.extend(twin(reading, quote));
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

/// "Fresh sand" may be "clean river sand", and "new appliances" are "household appliances": they exclude each other only
/// where as much is said of both, and not whether they are new.
fn is_same_in_part(one: &Stock, other: &Stock) -> bool {
    const GENERAL: &[&str] = &[
        "big", "fresh", "good", "great", "new", "old", "other", "own", "small", "whole",
    ];
    let general = |it: &Stock| it.text.split(' ').any(|word| GENERAL.contains(&word));
    is_like(one, other) && (one.stems.len() != other.stems.len() || general(one) || general(other))
}

/// Of a claim about one of several things of a noun another one: "the bell town", "the ledger town".
fn twin(reading: &Reading<'_>, quote: &Quote) -> Option<Exchange> {
    let at = quote.at;
    let clause = reading.clause(at)?;
    let run = clause.subject.clone();
    let key = Stock::phrase(reading, at, run.clone()).filter(|key| quote.holds(&key.tokens))?;
    let said = reading.stems_of(at);
    let deed: Stems = stems(reading.run(at, clause.predicate()));
    let apart = |phrase: &Stock| -> Stems {
        let own = phrase.stems.iter();
        own.filter(|stem| Some(*stem) != phrase.head).collect()
    };
    let own = apart(&key);
    let fits = |other: &&Stock| {
        let theirs = apart(other);
        let mut known = theirs.iter();
        is_like(&key, other)
            && !is_same_in_part(&key, other)
            && !own.is_empty()
            && theirs.is_disjoint(said)
            && known.all(|stem| reading.places_of(stem).len() > 1)
            && !does(reading, &theirs, other.at, &deed)
    };
    let others = reading.store.alike(&key).iter().filter(fits);
    let other = others.min_by_key(|other| hash(&[&key.text, &other.text]))?;
    Some(Exchange {
        tokens: run,
        put: other.text.clone(),
        cost: LIKE,
    })
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
    };
    let mut others: Vec<&Stock> = reading.store.alike(&key).iter().filter(fits).collect();
    others.sort_by_cached_key(|other| {
        let apart = other.at.passage.abs_diff(at.passage);
        (apart, hash(&[&key.text, &other.text]))
    });
    // To look through the sentences of both costs most.
    let other = others.into_iter().find(|other| {
        are_apart(reading, &key, other) && !does(reading, &other.stems, other.at, &deed)
    })?;
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
    let stems = one.stems.iter();
    let mut places = stems.flat_map(|stem| reading.places_near(stem, one.at));
    places.any(|at| !reading.stems_of(*at).is_disjoint(&other.stems))
}

/// Whether some sentence around one speaks of a thing of these stems and of two things of a deed, or of all of it.
fn does(reading: &Reading<'_>, named: &Stems, near: At, deed: &Stems) -> bool {
    let most = deed.len().min(2);
    let places = named
        .iter()
        .flat_map(|stem| reading.places_near(stem, near));
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
                || is_compared(asking, adjunct)
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

/// "Function less as blunt instruments and more as catalysts": what stands behind such an "as" is no clause.
fn is_compared(asking: &Asking<'_, '_>, adjunct: &Adjunct) -> bool {
    let (text, tokens) = (
        asking.reading.text(asking.at),
        asking.reading.tokens(asking.at),
    );
    let before = adjunct.tokens.start.checked_sub(1).map(|at| &tokens[at]);
    tokens[adjunct.tokens.start].is(text, "as")
        && before.is_some_and(|it| it.is_any(text, &["as", "less", "more", "same", "such"]))
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
                subject,
            };
            let (distance, other) = parallel(reading, &wanted)?;
            (!is_same_in_part(key, other)).then_some((distance, key, other))
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
    let behind = &tokens[key.tokens.end..];
    let after = behind.first().map(|after| after.tag);
    // "At a fixed speed, roughly 330 metres per second": what is measured so is no other thing.
    let mut next = behind.iter().take(3);
    let measured = next.next().is_some_and(|it| it.is(reading.text(at), ","))
        && next.any(|it| it.tag == Tag::NUM);
    let item = key.slot == Slot::Item;
    let bound = matches!(after, Some(Tag::ADP | Tag::PART | Tag::SCONJ))
        || !item && (before == Some(Tag::CCONJ) || after == Some(Tag::CCONJ));
    let governed = item || matches!(&key.slot, Slot::After(word) if **word != *"of");
    let thing = !matches!(key.shape.being, Being::Person | Being::Name);
    governed && thing && !bound && !measured && (item || !key.shape.single)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// What is put in the place of the subject of the first sentence.
    fn twin_of(said: &str) -> Option<String> {
        let text = format!(
            "# Tolls\n\n{said}\n\nGate towns keep skilled pilots at their harbours.\n\n\
             Bell towns mend old nets on the shore. Old ledgers and bells and gates cost money.\n"
        );
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.claims().next().expect("a sentence");
        let quote = Quote::whole(&reading, at, 3..=40).expect("a quotation");
        twin(&reading, &quote).map(|exchange| exchange.put)
    }

    #[test]
    fn one_of_several_of_a_noun_takes_the_place_of_another() {
        let put = twin_of("Bell towns store dry grain in deep cellars.");
        assert_eq!(put.as_deref(), Some("gate towns"));
        // Those do that too.
        assert_eq!(
            twin_of("Bell towns keep skilled pilots at their quays."),
            None
        );
        assert_eq!(twin_of("Merchants store dry grain in deep cellars."), None);
    }

    #[test]
    fn what_is_measured_behind_a_comma_is_left() {
        let put_in = |tail: &str| {
            let text = format!(
                "# Sound\n\nSound travels in the ice at a fixed speed{tail}.\n\nOld bells answer the sea at a \
                 lower pitch.\n\nTheir pitch falls in the winter.\n"
            );
            let article = article::parse("a.md", text.as_bytes()).article;
            let reading = Reading::of(&article);
            let at = reading.claims().next().expect("a sentence");
            let run = 0..reading.tokens(at).len();
            exchange(&reading, at, &run).map(|(_, put)| put.text.clone())
        };
        assert_eq!(put_in("").as_deref(), Some("a lower pitch"));
        assert_eq!(put_in(", roughly 330 metres per second"), None);
    }

    #[test]
    fn what_may_be_both_is_the_same_in_part() {
        let text = "# Doors\n\nMasons of the town buried doors under river sand in the winter.\n\nFarmers of the valley \
                    covered roots with fresh sand in the spring.\n\nSailors of the bay covered decks with desert sand in \
                    the autumn.\n\nPotters of the hills covered pots with clean desert sand in the summer.\n";
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let phrase = |text: &str| {
            let mut all = reading
                .claims()
                .flat_map(|at| reading.store.of_sentence(at));
            all.find(|stock| stock.text == text).expect(text)
        };
        let river = phrase("river sand");
        for (other, same) in [
            ("desert sand", false),
            ("fresh sand", true),
            ("clean desert sand", true),
        ] {
            assert_eq!(is_same_in_part(river, phrase(other)), same, "{other}");
        }
    }
}
