//! A sentence quoted behind the one before it, which tells what it leans on.
//!
//! Apart from `quote`, whose runs need nothing before them.

use std::ops::{Range, RangeInclusive};
use std::rc::Rc;

use super::{Quote, are_closed, ties};
use crate::language::{Number, stems};
use crate::question::clarity::{is_clear, links, names, names_thing};
use crate::question::definite::meanings;
use crate::question::reading::{At, Reading};

/// The fewest and the most words of both sentences.
const WORDS: RangeInclusive<usize> = 10..=27;

/// The fewest words of the second: "It was not."
const OWN_WORDS: usize = 5;

/// So much less a sentence must cost behind another than by itself, so that it is worth reading two.
const EASIER: f32 = 0.15;

/// Words that the sentence before seldom tells the meaning of: they point further back, or to who writes and reads.
const FAR: &[&str] = &[
    "above",
    "aforementioned",
    "again",
    "below",
    "earlier",
    "ensuing",
    "following",
    "here",
    "herein",
    "i",
    "me",
    "my",
    "our",
    "previous",
    "us",
    "we",
    "you",
    "your",
];

impl Quote {
    /// What of a sentence can be quoted by itself, or, where nothing can, all of it behind the one before.
    pub(crate) fn parts_or_after(
        reading: &Reading<'_>,
        at: At,
        words: RangeInclusive<usize>,
    ) -> Vec<Self> {
        let parts = Quote::parts(reading, at, words);
        let least = parts.iter().map(|part| part.cost(reading)).reduce(f32::min);
        let after = Quote::after(reading, at)
            .filter(|after| least.is_none_or(|least| after.cost(reading) + EASIER < least));
        after.map_or(parts, |after| vec![after])
    }

    /// A sentence behind the one before it, if that can be quoted by itself and tells all that this one leans on.
    pub(crate) fn after(reading: &Reading<'_>, at: At) -> Option<Self> {
        let place = (at, 0, usize::MAX);
        if let Some(known) = reading.quotes.runs.borrow().get(&place) {
            return known.as_deref().cloned();
        }
        let quote = find(reading, at);
        let kept = quote.clone().map(Rc::new);
        reading.quotes.runs.borrow_mut().insert(place, kept);
        quote
    }

    /// What asks for a part of it that was left out, as it is said then: "Which number completes" it.
    pub(crate) fn completing(&self, reading: &Reading<'_>, asked: &str, said: &str) -> String {
        match self.lead_text(reading) {
            None => format!("Which {asked} this sentence from the article? “{said}”"),
            Some(lead) => {
                format!("After “{lead}”, which {asked} the article’s next sentence? “{said}”")
            }
        }
    }

    /// The sentence before, where that is quoted too, without its full stop.
    pub(crate) fn lead_text(&self, reading: &Reading<'_>) -> Option<String> {
        let text = self.lead.as_ref()?.text(reading);
        Some(text.trim_end_matches('.').to_owned())
    }

    /// Both sentences, or the only one.
    pub(crate) fn whole_text(&self, reading: &Reading<'_>) -> String {
        let own = self.text(reading);
        let lead = self.lead.as_ref();
        lead.map_or(own.clone(), |lead| format!("{} {own}", lead.text(reading)))
    }
}

fn find(reading: &Reading<'_>, at: At) -> Option<Quote> {
    let count = |at: At| reading.words(at).split_whitespace().count();
    let before = At {
        sentence: at.sentence.checked_sub(1)?,
        ..at
    };
    let words = reading.words(at);
    let unfit = words.contains(['‘', '[', ']', '?', '!'])
        || words.starts_with(['"', '“'])
        || !are_closed(words)
        || count(at) < OWN_WORDS
        || !WORDS.contains(&(count(at) + count(before)));
    if unfit {
        return None;
    }
    let lead = Quote::whole(reading, before, 3..=*WORDS.end())?;
    let said = stems(&lead.text(reading));
    let run = 0..reading.tokens(at).len();
    let known = meanings(reading, at, &run, Some(&said))?;
    let swaps: Vec<(Range<usize>, String)> = known
        .into_iter()
        .map(|(tokens, words)| (tokens, format!("[{words}]")))
        .collect();
    let ties = ties(reading, at, &run);
    let told = |token: usize| {
        let known = swaps.iter().map(|(swap, _)| swap);
        known.chain(&ties).any(|told| told.contains(&token))
    };
    let clear = run.clone().all(|token| {
        told(token) || is_clear(reading, at, 0, token) || is_told(reading, at, token, &lead)
    });
    let quote = Quote {
        at,
        run,
        swaps,
        ties,
        lead: Some(Rc::new(lead)),
    };
    (clear && !links(&quote.text(reading))).then_some(quote)
}

/// Whether the sentence before names what a word means.
fn is_told(reading: &Reading<'_>, at: At, token: usize, lead: &Quote) -> bool {
    let word = reading.tokens(at)[token].small(reading.text(at));
    let before = || 0..reading.tokens(lead.at).len();
    match &*word {
        "they" | "them" | "their" | "theirs" | "themselves" => {
            names(reading, lead.at, before(), Number::Plural)
        }
        "it" | "its" | "itself" => names_thing(reading, lead.at, before()),
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" => {
            let said = lead.text(reading);
            reading
                .people
                .iter()
                .any(|name| said.contains(name.as_str()))
        }
        word => !FAR.contains(&word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// What the second sentence of a text is quoted behind, and itself.
    fn after(first: &str, second: &str) -> Option<(String, String)> {
        let text = format!(
            "# The harbour\n\nIt was in spring that old walls and new walls fell. {first} {second}\n"
        );
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let last = reading.claims().last().expect("a sentence");
        let quote = Quote::after(&reading, last)?;
        Some((quote.lead_text(&reading)?, quote.text(&reading)))
    }

    #[track_caller]
    fn check(first: &str, second: &str, expected: bool) {
        let quoted = after(first, second);
        let whole = (first.trim_end_matches('.').to_owned(), second.to_owned());
        assert_eq!(quoted, expected.then_some(whole));
    }

    #[test]
    fn what_the_sentence_before_names_needs_no_telling() {
        let first = "Northern towns sent thirty carts of cut stone in spring.";
        check(first, "They had asked for no money beforehand.", true);
        check(first, "Nobody had asked for such a gift before.", true);
        check(first, "But the stone was too soft for a quay.", true);
        check(first, "This was more than anybody had hoped for.", true);
    }

    #[test]
    fn what_it_does_not_name_is_not_told() {
        let first = "Northern towns sent thirty carts of cut stone in spring.";
        for second in [
            // Nobody who is "she", and no walls.
            "She had asked for no money beforehand.",
            "Until then the walls had been left as they were.",
            // What stands further back, and who writes.
            "The earlier gift had been only half as large.",
            "We may doubt whether it was ever used there.",
        ] {
            check(first, second, false);
        }
    }

    #[test]
    fn it_must_stand_by_itself_and_leave_the_two_short() {
        let second = "But the stone was too soft for a quay.";
        check(
            "They sent thirty carts of cut stone in spring.",
            second,
            false,
        );
        let long = "Northern towns sent thirty carts of cut stone in spring, and southern towns sent oak \
                    beams, iron nails and twelve masons.";
        check(long, second, false);
    }

    #[test]
    fn a_sentence_that_needs_none_before_it_is_quoted_alone() {
        let text = "# The harbour\n\nNorthern towns sent thirty carts of cut stone in spring. Hull alone sent six \
                    ships with oak beams for a pier.\n";
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let last = reading.claims().last().expect("a sentence");
        let quotes = Quote::parts_or_after(&reading, last, 4..=30);
        let leads: Vec<Option<String>> = quotes.iter().map(|it| it.lead_text(&reading)).collect();
        assert_eq!(leads, [None]);
    }
}
