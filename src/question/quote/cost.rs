//! What it costs a question to quote a run, where a reader has to remember more than it says.
//!
//! Apart from `clarity`, which refuses what nobody could place.

use super::Quote;
use crate::language::lexicon::Sort;
use crate::language::{Tag, Token, lexicon, stems};
use crate::question::clarity::is_supposed;
use crate::question::definite::leans;
use crate::question::reading::Reading;

/// What it costs to speak of "the road" as if everybody knew which. All costs here are taken from a score of 0 to 1;
/// the figures are of 844 questions that strict readers judged.
pub(crate) const LEANING: f32 = 0.2;

/// What it costs to be about such a thing: of 97 that began so a third was clear, of all others 72 %.
const BARE: f32 = 0.3;

/// What it costs to compare with what is not there, "the other camp": 54 % were clear, others 69 %.
const COMPARED: f32 = 0.2;

/// What it costs to be short: 49 % were clear, of others 71 %.
const SHORT: f32 = 0.12;

/// What it costs to name nobody and no place: 59 % were clear, of others 82 %.
const NAMELESS: f32 = 0.12;

/// What it costs to stand in the opening paragraph, which sets a scene: of statements there 35 % were found worth asking,
/// of others 70 %.
const OPENING: f32 = 0.2;

/// The most that all of it costs: more would leave no order among those that cost much.
const MOST: f32 = 0.5;

/// So many tokens or fewer are short.
const FEW: usize = 10;

impl Quote {
    /// What it costs where things stand in it that have to be placed first, 0 to [`MOST`].
    pub(crate) fn cost(&self, reading: &Reading<'_>) -> f32 {
        // What this one leans on the one before tells; what that leans on is still to be placed.
        if let Some(lead) = &self.lead {
            return lead.cost(reading);
        }
        let text = reading.text(self.at);
        let run = &reading.tokens(self.at)[self.run.clone()];
        let named = run.iter().any(|token| token.tag == Tag::PROPN);
        let costs = [
            (
                leans(reading, self.at, &self.run) || hangs(text, run),
                LEANING,
            ),
            (self.is_about_bare(reading), BARE),
            (compares(text, run), COMPARED),
            (run.len() <= FEW, SHORT),
            (!named && self.swaps.is_empty(), NAMELESS),
            (self.is_opening(reading), OPENING),
        ];
        let due = costs.iter().filter(|(is_due, _)| *is_due);
        due.map(|(_, cost)| cost).sum::<f32>().min(MOST)
    }

    /// Whether it stands in the first paragraph.
    fn is_opening(&self, reading: &Reading<'_>) -> bool {
        let first = reading.claims().next();
        first.is_some_and(|first| first.passage == self.at.passage)
    }

    /// "The estimate was a million": of what? Not "the weight of the sea", nor what the article is about.
    fn is_about_bare(&self, reading: &Reading<'_>) -> bool {
        let (text, tokens) = (reading.text(self.at), reading.tokens(self.at));
        let start = self.run.start;
        let known = self.swaps.iter().any(|(swap, _)| swap.contains(&start));
        let Some(phrase) = reading.phrase_from(self.at, start).filter(|_| !known) else {
            return false;
        };
        let named = tokens[phrase.tokens.clone()]
            .iter()
            .any(|token| token.tag == Tag::PROPN);
        let told = tokens.get(phrase.tokens.end).is_some_and(|next| {
            next.is_any(
                text,
                &["of", "for", "that", "who", "which", "where", "when"],
            )
        });
        tokens[start].is(text, "the")
            && !named
            && !told
            && !stems(tokens[phrase.head].of(text)).is_subset(&reading.topic)
    }
}

/// Whether something is compared with what stands elsewhere, or goes on from there.
fn compares(text: &str, run: &[Token]) -> bool {
    let compares = |at: usize| {
        let told = run[at..].iter().any(|token| token.is(text, "than"));
        lexicon::is_comparing(run[at].of(text)) && !told
    };
    (0..run.len()).any(compares)
}

/// "The ferry would be sold": if what? "Within a year": of what? "Last week": before which day? Where it is not
/// said, only the sentences around tell.
fn hangs(text: &str, run: &[Token]) -> bool {
    is_supposed(text, run) || is_dated_from(text, run)
}

/// "Within a fortnight", "last week": a time that hangs on another, which is not told.
fn is_dated_from(text: &str, run: &[Token]) -> bool {
    let time = |token: &Token| lexicon::sort(token.of(text)) == Sort::Time;
    let of = |at: usize| run.get(at).is_some_and(|it| it.is(text, "of"));
    let opens = |at: &usize| match at {
        0 => run[0].is_any(text, &["after", "last", "within"]),
        at => run[*at].is(text, "within"),
    };
    (0..run.len()).filter(opens).any(|at| {
        let reach = &run[at + 1..run.len().min(at + 3)];
        match reach.iter().position(time) {
            Some(behind) if run[at].is(text, "last") => behind == 0,
            Some(behind) => !of(at + behind + 2),
            None => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// What the last sentence of a text costs.
    #[track_caller]
    fn cost(sentence: &str) -> f32 {
        let text = format!(
            "# Mills\n\nIn 1790 masons from Wick laid the stones of a long quay.\n\n{sentence}\n"
        );
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.claims().last().expect("a sentence");
        let quote = Quote::whole(&reading, at, 3..=40).expect(sentence);
        quote.cost(&reading)
    }

    #[track_caller]
    fn check(first: &str, second: &str, difference: f32) {
        let found = cost(first) - cost(second);
        assert!((found - difference).abs() < 0.001, "{first}: {found}");
    }

    const PLAIN: &str =
        "In 1846 masons from Leith laid the stones of twelve water mills along the river Tarn.";

    #[test]
    fn what_can_be_placed_costs_nothing() {
        assert_eq!(cost(PLAIN), 0.0);
    }

    #[test]
    fn what_sets_the_scene_costs() {
        let text = format!("# Mills\n\n{PLAIN}\n");
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.claims().next().expect("a sentence");
        let quote = Quote::whole(&reading, at, 3..=40).expect("a quotation");
        assert_eq!(quote.cost(&reading), OPENING);
    }

    #[test]
    fn a_thing_of_which_it_is_not_said_which_costs() {
        check(
            "The deep quarry earned two million crowns, as much as six years of tolls brought to Leith.",
            "The quarry of Ann Lee earned two million crowns, as much as six years of tolls brought to Leith.",
            BARE,
        );
        check(
            "The mills earned two million crowns, as much as six years of tolls brought to Leith.",
            PLAIN,
            0.0,
        );
    }

    #[test]
    fn what_is_compared_with_what_is_not_there_costs() {
        check(
            "In 1846 masons from Leith laid far smaller stones for twelve water mills along the river Tarn.",
            PLAIN,
            COMPARED,
        );
        check(
            "In 1846 masons from Leith laid far smaller stones for twelve water mills than those of the river Tarn.",
            PLAIN,
            0.0,
        );
    }

    #[test]
    fn what_is_short_or_names_nobody_costs() {
        check(
            "In 1846 masons from Leith laid twelve stones.",
            PLAIN,
            SHORT,
        );
        check(
            "In 1846 masons laid the stones of twelve water mills along rivers of the coast.",
            PLAIN,
            NAMELESS,
        );
    }
}
