//! A sentence quoted behind the one before it, which tells what it leans on.
//!
//! Apart from `quote`, whose runs need nothing before them.

use std::ops::{Range, RangeInclusive};
use std::rc::Rc;

use super::torn::is_unfit;
use super::{Quote, in_brackets, is_told, ties};
use crate::language::lexicon::Sort;
use crate::language::{Number, Stems, Tag, lexicon, stems};
use crate::question::Evidence;
use crate::question::clarity::{has_person, has_place, is_clear, links, names_thing};
use crate::question::definite::{is_summary_noun, meanings};
use crate::question::reading::{At, Reading};

/// The fewest and the most words of both sentences: with more the stem of a question would have over 35.
const WORDS: RangeInclusive<usize> = 10..=27;

/// So much less a sentence must cost behind another than by itself, so that it is worth reading two.
const EASIER: f32 = 0.15;

/// Words that go on from the sentence before, whatever that says.
const GOING_ON: &[&str] = &[
    "accordingly",
    "afterwards",
    "also",
    "instead",
    "later",
    "less",
    "likewise",
    "meanwhile",
    "more",
    "similarly",
    "so",
    "then",
    "thus",
    "too",
];

/// Words before a noun that the sentence before has, or that sums it up; alone they mean several of what it names.
const POINTING: &[&str] = &[
    "another", "both", "each", "either", "ones", "other", "others", "same", "such", "that",
    "these", "this", "those",
];

impl Quote {
    /// What of a sentence can be quoted by itself, or, where nothing can or that would have to be placed first, all of it
    /// behind the one before.
    pub(crate) fn parts_or_after(
        reading: &Reading<'_>,
        at: At,
        words: RangeInclusive<usize>,
    ) -> Vec<Self> {
        let short = reading.words(at).split_whitespace().count() < *words.start();
        let parts = Quote::parts(reading, at, words);
        let least = parts.iter().map(|part| part.cost(reading)).reduce(f32::min);
        // So much it may cost behind another.
        let most = least.map_or(f32::INFINITY, |least| least - EASIER);
        if short || most <= 0.0 {
            return parts;
        }
        let after = Quote::after(reading, at).filter(|after| after.cost(reading) < most);
        after.map_or(parts, |after| vec![after])
    }

    /// A sentence behind the one before it, if that can be quoted by itself and tells all that this one leans on.
    pub(crate) fn after(reading: &Reading<'_>, at: At) -> Option<Self> {
        if let Some(known) = reading.quotes.led.borrow().get(&at) {
            return known.as_deref().cloned();
        }
        let quote = find(reading, at);
        let kept = quote.clone().map(Rc::new);
        reading.quotes.led.borrow_mut().insert(at, kept);
        quote
    }

    /// What asks for a part of it that was left out, as it is said then: "Which number completes" it.
    pub(crate) fn completing(&self, reading: &Reading<'_>, asked: &str, said: &str) -> String {
        match self.lead_text(reading) {
            None => format!("Which {asked} this sentence? “{said}”"),
            Some(lead) => {
                format!("After “{lead}”, which {asked} the article’s next sentence? “{said}”")
            }
        }
    }

    /// The sentence before, where that is quoted too, without its full stop.
    pub(crate) fn lead_text(&self, reading: &Reading<'_>) -> Option<String> {
        let text = self.lead.as_ref()?.text(reading);
        let bare = text.strip_suffix('.').unwrap_or(&text);
        let last = bare.rsplit(' ').next().unwrap_or_default();
        if lexicon::is_abbreviation(last) {
            return Some(text);
        }
        Some(bare.to_owned())
    }

    /// What is said of it, behind the sentence before where that is quoted too.
    pub(crate) fn with_lead(&self, reading: &Reading<'_>, said: &str) -> String {
        let lead = self.lead.as_ref();
        lead.map_or_else(
            || said.to_owned(),
            |lead| format!("{} {said}", lead.text(reading)),
        )
    }

    /// What it quotes, as evidence.
    pub(crate) fn evidence(&self, reading: &Reading<'_>) -> Evidence {
        let first = self.lead.as_ref().map_or(self.at, |lead| lead.at);
        reading.stretched(reading.evidence(first), self.at)
    }

    /// Whether the sentence before, where that is quoted too, would show that something else was put in the place of
    /// some tokens: it names that, or has a number beside which only some are possible.
    pub(crate) fn betrays(&self, reading: &Reading<'_>, tokens: &Range<usize>, put: &str) -> bool {
        let is_number = |at: At, tokens: Range<usize>| {
            let mut tokens = reading.tokens(at)[tokens].iter();
            tokens.any(|token| token.tag == Tag::NUM)
        };
        self.lead.as_ref().is_some_and(|lead| {
            let named = !stems(put).is_disjoint(&stems(&lead.text(reading)));
            let numbers =
                is_number(self.at, tokens.clone()) && is_number(lead.at, lead.run.clone());
            named || numbers
        })
    }
}

fn find(reading: &Reading<'_>, at: At) -> Option<Quote> {
    let before = At {
        sentence: at.sentence.checked_sub(1)?,
        ..at
    };
    let run = 0..reading.tokens(at).len();
    let lead =
        Quote::whole(reading, before, 3..=*WORDS.end()).filter(|_| !is_unfit(reading.words(at)))?;
    let said = stems(&lead.text(reading));
    let swaps = in_brackets(meanings(reading, at, &run, Some(&said))?);
    let ties = ties(reading, at, &run);
    let clear = run.clone().all(|token| {
        is_told(&swaps, &ties, token)
            || is_clear(reading, at, 0, token)
            || is_led(reading, at, token, &lead, &said)
    });
    let quote = Quote {
        at,
        run,
        swaps,
        ties,
        lead: Some(Rc::new(lead)),
    };
    let own = quote.text(reading);
    let long = quote.with_lead(reading, &own).split_whitespace().count();
    (clear && WORDS.contains(&long) && !links(&own)).then_some(quote)
}

/// Whether the sentence before, whose stems are `said`, names what a word means.
fn is_led(reading: &Reading<'_>, at: At, token: usize, lead: &Quote, said: &Stems) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let word = tokens[token].small(text);
    let before = || 0..reading.tokens(lead.at).len();
    // "Nineteen instruments" too, of which the next sentence says that "each" had strings.
    let several = || {
        let (text, tokens) = (reading.text(lead.at), reading.tokens(lead.at));
        let mut phrases = reading.phrases(lead.at).iter();
        phrases.any(|phrase| {
            let time = lexicon::sort(tokens[phrase.head].of(text)) == Sort::Time;
            phrase.number(text, tokens) == Number::Plural && !time
        })
    };
    match &*word {
        "they" | "them" | "their" | "theirs" | "themselves" => several(),
        "it" | "its" | "itself" => names_thing(reading, lead.at, before()),
        "he" | "him" | "his" | "himself" => is_person_told(reading, at, lead, "he"),
        "she" | "her" | "hers" | "herself" => is_person_told(reading, at, lead, "she"),
        "there" => has_place(reading, lead.at, before()),
        word if GOING_ON.contains(&word) => true,
        word if POINTING.contains(&word) => {
            let phrase = reading.phrases(at).iter();
            let mut behind = phrase.filter(|it| it.tokens.contains(&token) && it.head > token);
            let Some(phrase) = behind.next() else {
                return ["that", "this"].contains(&word) || several();
            };
            let noun = tokens[phrase.head].of(text);
            let sums_up = ["such", "that", "these", "this", "those"].contains(&word);
            stems(noun).is_subset(said) || sums_up && is_summary_noun(noun)
        }
        // "Six are of cedar", behind doors of poplar; "Belun has four", where Harun has one word.
        word if lexicon::is_quantifier(word) => several(),
        _ if tokens[token].tag == Tag::NUM => {
            let mut before = reading.tokens(lead.at).iter();
            several() || before.any(|token| token.tag == Tag::NUM)
        }
        _ => false,
    }
}

/// Whether the sentence before names the one person who can be meant.
fn is_person_told(reading: &Reading<'_>, at: At, lead: &Quote, pronoun: &str) -> bool {
    let before = 0..reading.tokens(lead.at).len();
    reading.people_in(at).is_empty()
        && reading.people_in(lead.at).len() == 1
        && has_person(reading, lead.at, before, pronoun)
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

    /// The same where the article is about nobody else.
    fn after_named(first: &str, second: &str) -> Option<(String, String)> {
        let text = format!(
            "# The harbour\n\n{first} {second}\n\nMargaret Kemp drew the piers. Ann Wade drew ships.\n"
        );
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.claims().find(|at| at.sentence == 1)?;
        let quote = Quote::after(&reading, at)?;
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
            "These bridges had been planned for many years.",
            "The other lamp was lit on the eve of the feast.",
            "The former had been sent by way of the moor.",
            "Two years ago they had asked for nothing.",
        ] {
            check(first, second, false);
        }
    }

    #[test]
    fn both_sentences_are_the_evidence_of_what_asks_for_both() {
        let first = "Northern towns sent thirty carts of cut stone in spring.";
        let text = format!("# The harbour\n\n{first} They had asked for no money beforehand.\n");
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let last = reading.claims().last().expect("a sentence");
        let evidence = |quote: Quote| quote.evidence(&reading).text;
        let quote = Quote::after(&reading, last).expect("a quotation");
        assert!(evidence(quote).starts_with(first));
        let alone = reading.claims().next().expect("a sentence");
        let quote = Quote::whole(&reading, alone, 3..=20).expect("a quotation");
        assert_eq!(evidence(quote), first);
    }

    #[test]
    fn who_is_he_or_she_is_named_alone_before() {
        let second = "She had learned to draw ships and piers in Denmark.";
        let alone = "In spring Margaret Kemp sent thirty carts of cut stone.";
        let text = |first: &str, second: &str| {
            let (first, second) = after_named(first, second)?;
            Some(format!("{first} / {second}"))
        };
        assert!(text(alone, second).is_some());
        for (first, second) in [
            (
                "Pilots from Kempton sent thirty carts of cut stone.",
                second,
            ),
            (
                "In spring Margaret Kemp and Ann Wade sent thirty carts.",
                second,
            ),
        ] {
            assert_eq!(text(first, second), None, "{first}");
        }
    }

    #[test]
    fn what_the_sentence_before_shows_is_put_in_nowhere() {
        let text = "# The harbour\n\nIn 1871 northern towns opened a mill of stone beside the quay. It was closed in 1888 \
                    by a guild of millers.\n";
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let last = reading.claims().last().expect("a sentence");
        let quote = Quote::after(&reading, last).expect("a quotation");
        let tokens = reading.tokens(last);
        let year = tokens
            .iter()
            .position(|it| it.is(reading.text(last), "1888"));
        let year = year.expect("the year");
        assert!(quote.betrays(&reading, &(year..year + 1), "1869"));
        let end = tokens.len() - 1;
        assert!(quote.betrays(&reading, &(end - 1..end), "northern towns"));
        assert!(!quote.betrays(&reading, &(end - 1..end), "masons"));
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
