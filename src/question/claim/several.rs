//! Which of several statements the article makes.
//!
//! Apart from the statements that are judged one by one: here what is said in one paragraph stands among
//! what no paragraph says, and each has to be weighed against the others.

use std::cell::OnceCell;
use std::cmp::Reverse;

use super::difference;
use super::exchange::{Exchange, PHRASE};
use crate::language::Clause;
use crate::question::clarity::denies;
use crate::question::distractor::WRONG;
use crate::question::draft::hash;
use crate::question::quote::Quote;
use crate::question::reading::{At, Reading};
use crate::question::register::Register;
use crate::question::{Draft, Form};

/// The fewest and the most words of a statement.
const WORDS: std::ops::RangeInclusive<usize> = 7..=24;

/// So many questions of this form an article may have: each takes five of its sentences.
const MOST: usize = 2;

/// A sentence that can be an option.
struct Statement {
    quote: Quote,
    text: String,
    /// How much of what the article is about it names.
    weight: usize,
    /// The same with one thing exchanged, where something can be; found when it is asked for.
    wrong: OnceCell<Option<Wrong>>,
}

/// A statement with one thing exchanged.
#[derive(Clone)]
struct Wrong {
    at: At,
    text: String,
    /// What was exchanged.
    told: String,
}

/// The questions of an article, the weightiest first.
pub(super) fn several(reading: &Reading<'_>, names: &Register) -> Vec<Draft> {
    let all: Vec<Statement> = reading
        .claims()
        .filter_map(|at| Statement::of(reading, at))
        .collect();
    let mut pairs = pairs(&all);
    let mut taken: Vec<At> = Vec::new();
    let mut drafts = Vec::new();
    while drafts.len() < MOST && !pairs.is_empty() {
        let own = pairs.remove(0);
        let wrong = wrong(reading, names, &all, own, &taken);
        if wrong.len() == WRONG {
            taken.extend(own.iter().map(|statement| statement.quote.at));
            taken.extend(wrong.iter().map(|statement| statement.at));
            drafts.extend(draft(reading, own, wrong));
        }
    }
    drafts
}

impl Statement {
    fn of(reading: &Reading<'_>, at: At) -> Option<Self> {
        let quote = Quote::whole(reading, at, WORDS).filter(|quote| quote.is_verbatim(reading))?;
        let text = quote.text(reading);
        let ordered = reading.clause(at).is_some_and(Clause::is_order);
        let weight = reading.weight(&text);
        let sound = !denies(&text) && !ordered && weight > 1;
        sound.then_some(Statement {
            quote,
            text,
            weight,
            wrong: OnceCell::new(),
        })
    }

    fn wrong(&self, reading: &Reading<'_>, names: &Register) -> Option<&Wrong> {
        let exchanged = || self.exchanged(reading, names);
        self.wrong.get_or_init(exchanged).as_ref()
    }

    fn exchanged(&self, reading: &Reading<'_>, names: &Register) -> Option<Wrong> {
        let (quote, at) = (&self.quote, self.quote.at);
        let exchange = Exchange::of(reading, names, quote).filter(|it| it.cost < PHRASE)?;
        Some(Wrong {
            at,
            text: quote.with(reading, exchange.tokens.clone(), &exchange.put),
            told: difference(&reading.lowered(at, exchange.tokens), &exchange.put),
        })
    }

    fn chars(&self) -> usize {
        self.text.chars().count()
    }
}

/// Two statements of one paragraph, for each paragraph the two that have most to do with what the
/// article is about; those first that have more.
fn pairs(all: &[Statement]) -> Vec<[&Statement; 2]> {
    let weight = |pair: &[&Statement; 2]| pair[0].weight + pair[1].weight;
    let paragraphs = all.chunk_by(|one, two| one.quote.at.passage == two.quote.at.passage);
    let mut best: Vec<[&Statement; 2]> = paragraphs
        .filter_map(|said| {
            let pairs = said.windows(2).map(|two| [&two[0], &two[1]]);
            pairs.max_by_key(weight)
        })
        .collect();
    best.sort_by_key(|pair| (Reverse(weight(pair)), pair[0].quote.at));
    best
}

/// Of other paragraphs, what could stand there with one thing exchanged: about as long.
fn wrong(
    reading: &Reading<'_>,
    names: &Register,
    all: &[Statement],
    own: [&Statement; 2],
    taken: &[At],
) -> Vec<Wrong> {
    let (least, most) = (
        own[0].chars().min(own[1].chars()),
        own[0].chars().max(own[1].chars()),
    );
    let fits = |other: &&Statement| {
        other.quote.at.passage != own[0].quote.at.passage
            && !taken.contains(&other.quote.at)
            && 3 * other.chars() > 2 * least
            && 2 * other.chars() < 3 * most
    };
    let mut fit: Vec<&Statement> = all.iter().filter(fits).collect();
    fit.sort_by_cached_key(|other| hash(&[&own[0].text, &other.text]));
    let wrong = fit
        .into_iter()
        .filter_map(|other| other.wrong(reading, names));
    wrong.take(WRONG).cloned().collect()
}

fn draft(reading: &Reading<'_>, own: [&Statement; 2], wrong: Vec<Wrong>) -> Option<Draft> {
    let [first, second] = own.map(|statement| statement.quote.at);
    let (wrong, told): (Vec<String>, Vec<String>) =
        wrong.into_iter().map(|it| (it.text, it.told)).unzip();
    Some(Draft {
        stem: "Which of these statements does the article make?".to_owned(),
        keys: own.iter().map(|statement| statement.text.clone()).collect(),
        form: Form::Several,
        wrong,
        evidence: reading.stretched(reading.evidence(first), second),
        explanation: format!("In the others the article says {}.", told.join("; ")),
        score: 0.75,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    const TEXT: &str = "# Harbour towns of the north\n\n\
        The harbour towns of the north grew rich by the long herring trade. The northern harbours were frozen in the hard winters.\n\n\
        The northern pilots came from Bergen and guided heavy ships into the harbours.\n\n\
        The northern merchants sent dry grain to Stavanger for the harbour cellars.\n\n\
        The northern fishermen learned in Trondheim how harbour nets were mended.\n";

    fn made() -> Vec<Draft> {
        let article = article::parse("a.md", TEXT.as_bytes()).article;
        let reading = Reading::of(&article);
        several(&reading, &reading.register)
    }

    #[test]
    fn what_is_right_stands_in_one_paragraph_and_what_is_wrong_nowhere() {
        let drafts = made();
        assert_eq!(drafts.len(), 1);
        let draft = &drafts[0];
        assert_eq!((draft.keys.len(), draft.wrong.len()), (2, WRONG));
        assert!(
            draft
                .keys
                .iter()
                .all(|key| draft.evidence.text.contains(key))
        );
        assert!(draft.wrong.iter().all(|wrong| !TEXT.contains(wrong)));
    }

    #[test]
    fn what_was_exchanged_is_told() {
        let told = &made()[0].explanation;
        assert_eq!(told.matches("”, not “").count(), WRONG, "{told}");
    }
}
