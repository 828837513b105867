//! Whether a noun with "the" or "this" means what was said before, and what that is.
//!
//! Apart from `clarity`, which asks so of pronouns and single words.

use std::ops::Range;

use crate::language::lexicon::Sort;
use crate::language::{Number, Phrase, Stem, Stems, Tag, lexicon, stems};

use super::clarity::stands_alone;
use super::reading::{At, Reading};
use super::stock::with_of;

/// So many sentences back a thing may have been brought in.
const REACH: usize = 6;

/// The most words in which a thing is named again.
const LONGEST: usize = 8;

/// Words before a noun that tell which of them.
const WHICH: &[&str] = &["other", "own", "same", "such"];

/// Whom a country has one of, so that a bare "the" says which.
const OF_A_COUNTRY: &[&str] = &[
    "army",
    "community",
    "crown",
    "government",
    "military",
    "nation",
    "navy",
    "opposition",
    "parliament",
    "police",
    "population",
    "president",
    "press",
    "public",
    "state",
];

/// How nouns end that are made of what was said before: "the disproportion", "the agreement".
const NOMINAL: &[&str] = &["ance", "ence", "ism", "ity", "ment", "ness", "sion", "tion"];

/// Whether a run begins with a noun that means what was said before: "The outcome hinges" and "The shared
/// objective is", but not "the outcome of talks" nor "the most enduring outcomes".
pub(super) fn is_summary(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    summary(reading, at, &run).is_some()
}

/// The noun with which a run begins, where it means what was said before.
fn summary(reading: &Reading<'_>, at: At, run: &Range<usize>) -> Option<Known> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    if !tokens[run.start].is(text, "the") {
        return None;
    }
    let second = tokens.get(run.start + 1);
    if second.is_some_and(|second| second.is(text, "key")) {
        return Some(Known::of(run.start, run.start + 1));
    }
    let phrase = reading.phrase_from(at, run.start)?;
    let noun = tokens[phrase.head].of(text).to_lowercase();
    let summary = is_summary_noun(&noun);
    let superlative = tokens[phrase.tokens.clone()].iter().any(|token| {
        token.is(text, "most") || token.of(text).ends_with("est") && !token.is(text, "rest")
    });
    let bound = tokens
        .get(phrase.tokens.end)
        .is_some_and(|next| matches!(next.tag, Tag::ADP | Tag::PART) || next.is(text, "that"));
    let bare = phrase.tokens.len() == 2;
    let known = stems(&noun).is_subset(&reading.topic)
        || tokens[phrase.head].tag == Tag::PROPN
        || reading.is_unique(&noun);
    let before = || is_said_before(reading, at, run.start, &noun);
    let strange = bare || before() && !is_named(reading, at, phrase);
    let leans = !superlative && !bound && (summary || strange && !known);
    leans.then(|| Known::of(run.start, phrase.head))
}

/// A noun with a bare "the" that means what was said before.
struct Known {
    /// From "the" up to the noun.
    tokens: Range<usize>,
    noun: usize,
}

impl Known {
    fn of(start: usize, noun: usize) -> Self {
        Known {
            tokens: start..noun + 1,
            noun,
        }
    }

    /// The words in which the sentences before brought it in, "a wooden bridge over the Tarn", with "the";
    /// `None` where they said no more than this, or two things could be meant.
    ///
    /// In a run that begins at the token `start`.
    fn meaning(&self, reading: &Reading<'_>, at: At, start: usize) -> Option<String> {
        let (text, tokens) = (reading.text(at), reading.tokens(at));
        let noun = stems(tokens[self.noun].of(text));
        // "They built a bridge, and the bridge fell": cut off, it is that one, not an earlier one.
        let cut = || noun.is_subset(&stems(reading.run(at, 0..start)));
        if noun.is_empty() || cut() {
            return None;
        }
        let own = stems(reading.run(at, self.tokens.clone()));
        let mut earlier = sentences_before(reading, at);
        while let Some(before) = earlier.next() {
            let (text, tokens) = (reading.text(before), reading.tokens(before));
            let same: Vec<&Phrase> = things_of(reading, before, &noun).collect();
            let [other, ..] = same.as_slice() else {
                continue;
            };
            let run = with_tail(reading, before, other);
            let again = tokens[run.start].is(text, "the");
            let brought_in = tokens[run.start].is_any(text, &["a", "an"]);
            let body = run.start + usize::from(again || brought_in)..run.end;
            let said = stems(reading.run(before, body.clone()));
            let fuller = said.len() > own.len() && own.is_subset(&said);
            let lone = same.len() == 1;
            if lone && again && !fuller {
                continue;
            }
            let number = self.number(reading, at) == other.number(text, tokens);
            let plain = again || brought_in || is_bare_plural(reading, before, other);
            let told = said
                .difference(&own)
                .all(|stem| !reading.stems_of(at).contains(stem));
            let sound = lone && number && plain && fuller && told && body.len() <= LONGEST;
            // "A stone bridge. A wooden bridge. The bridge fell."
            let told_apart = |before: At| {
                things_of(reading, before, &noun)
                    .all(|other| stems(reading.run(before, other.tokens.clone())).is_subset(&said))
            };
            let clear =
                sound && stands_alone(reading, before, body.clone()) && earlier.all(told_apart);
            return clear.then(|| format!("the {}", reading.lowered(before, body)));
        }
        None
    }

    fn number(&self, reading: &Reading<'_>, at: At) -> Number {
        let phrase = Phrase {
            tokens: self.tokens.clone(),
            head: self.noun,
        };
        phrase.number(reading.text(at), reading.tokens(at))
    }
}

/// The phrases of a sentence that are about a noun of these stems.
fn things_of<'a>(
    reading: &'a Reading<'_>,
    at: At,
    noun: &'a Stems,
) -> impl Iterator<Item = &'a Phrase> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let phrases = reading.phrases(at).iter();
    phrases.filter(move |phrase| stems(tokens[phrase.head].of(text)) == *noun)
}

/// "Wooden bridges over the Tarn": nothing stands before the noun that tells how many or whose.
fn is_bare_plural(reading: &Reading<'_>, at: At, phrase: &Phrase) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let first = tokens[phrase.tokens.start];
    let opens = matches!(first.tag, Tag::NOUN | Tag::ADJ)
        && !first.is_any(text, WHICH)
        && !lexicon::is_quantifier(first.of(text));
    opens && phrase.number(text, tokens) == Number::Plural
}

/// The few sentences of the section before one, the nearest first.
fn sentences_before<'a>(reading: &'a Reading<'_>, at: At) -> impl Iterator<Item = At> + 'a {
    let section = reading.passage(at).section;
    let inside = move |passage: &usize| {
        let passage = reading.passage(At {
            passage: *passage,
            sentence: 0,
        });
        passage.section == section && passage.paragraph.is_some()
    };
    let passages = (0..=at.passage).rev().take_while(inside);
    let all = passages.flat_map(move |passage| {
        let sentences = if passage == at.passage {
            at.sentence
        } else {
            reading
                .passage(At {
                    passage,
                    sentence: 0,
                })
                .sentences
                .len()
        };
        (0..sentences)
            .rev()
            .map(move |sentence| At { passage, sentence })
    });
    all.take(REACH)
}

/// What each noun of a run means that means what was said before; `None` where one of them cannot be told. What `said`
/// names, the stems of the sentence before where that is quoted too, or as a whole is, needs no telling. At a second
/// look such a noun is left as it is, if it is no summary: "the bridge", but not "the outcome".
pub(super) fn meanings(
    reading: &Reading<'_>,
    at: At,
    run: &Range<usize>,
    said: Option<&Stems>,
) -> Option<Vec<(Range<usize>, String)>> {
    if counts_known(reading, at, run.clone()) {
        return None;
    }
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let is_summary = |known: &Known| is_summary_noun(tokens[known.noun].of(text));
    let told = |known: &Known| {
        let noun = || stems(tokens[known.noun].of(text));
        said.is_some_and(|said| is_summary(known) || noun().is_subset(said))
    };
    let recalled = recalled(reading, at, run);
    let all = summary(reading, at, run).into_iter().chain(recalled);
    let all = all.filter(|known| !told(known));
    let placed = |known: &Known| said.is_none() && reading.is_second_look() && !is_summary(known);
    let known = all.filter_map(|known| match known.meaning(reading, at, run.start) {
        Some(meaning) => Some(Some((known.tokens, meaning))),
        None if placed(&known) => None,
        None => Some(None),
    });
    let pointed = pointed(reading, at, run)
        .filter(|_| said.is_none())
        .filter_map(|known| Some((known.tokens.clone(), known.meaning(reading, at, run.start)?)));
    known.chain(pointed.map(Some)).collect()
}

/// "This bridge", "these ferries".
fn pointed<'a>(
    reading: &'a Reading<'_>,
    at: At,
    run: &Range<usize>,
) -> impl Iterator<Item = Known> + 'a {
    let (text, tokens, run) = (reading.text(at), reading.tokens(at), run.clone());
    let phrases = reading.phrases(at).iter();
    let pointed = phrases.filter(move |phrase| {
        let first = tokens[phrase.tokens.start];
        let inside = phrase.tokens.start >= run.start && phrase.tokens.end <= run.end;
        inside && first.is_any(text, &["this", "that", "these", "those"])
    });
    pointed.map(|phrase| Known::of(phrase.tokens.start, phrase.head))
}

/// A phrase with what hangs on behind: "a report of the master", "a quarrel between brothers".
fn with_tail(reading: &Reading<'_>, at: At, phrase: &Phrase) -> Range<usize> {
    const JOINS: &[&str] = &["about", "against", "between", "from", "on", "over"];
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let joins = tokens.get(phrase.tokens.end);
    let next = reading
        .phrase_from(at, phrase.tokens.end + 1)
        .filter(|_| joins.is_some_and(|joins| joins.is_any(text, JOINS)))
        .filter(|next| lexicon::sort(tokens[next.head].of(text)) != Sort::Time);
    match (with_of(reading, at, phrase), next) {
        (Some(whole), _) => whole,
        (None, Some(next)) => phrase.tokens.start..next.tokens.end,
        (None, None) => phrase.tokens.clone(),
    }
}

/// "The Union ships", "the 1961 pumps": what stands before the noun says which.
fn is_named(reading: &Reading<'_>, at: At, phrase: &Phrase) -> bool {
    let own = &reading.tokens(at)[phrase.tokens.clone()];
    own.iter()
        .any(|token| matches!(token.tag, Tag::PROPN | Tag::NUM))
}

/// Whether the paragraph has spoken of a noun before a token of the sentence.
fn is_said_before(reading: &Reading<'_>, at: At, start: usize, noun: &str) -> bool {
    let noun = stems(noun);
    let mut before = (0..at.sentence).map(|sentence| At { sentence, ..at });
    before.any(|before| noun.is_subset(reading.stems_of(before)))
        || noun.is_subset(&stems(reading.run(at, 0..start)))
}

/// Whether a run has a thing with "the" alone of which the article spoke before, and not again and again: who has
/// read it can place it, but has to think, as of "the road" and "the proposal".
pub(super) fn leans(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let mut phrases = reading.phrases(at).iter();
    phrases.any(|phrase| {
        let inside = run.start <= phrase.tokens.start && phrase.tokens.end <= run.end;
        let head = tokens[phrase.head];
        let bound = tokens.get(phrase.tokens.end).is_some_and(|next| {
            matches!(next.tag, Tag::ADP | Tag::PART)
                || next.is_any(text, &["that", "which", "who", "where", "when"])
        });
        let noun = head.of(text);
        let common = head.tag == Tag::NOUN && lexicon::sort(noun) != Sort::Time;
        inside
            && common
            && !bound
            && phrase.tokens.len() < 4
            && tokens[phrase.tokens.start].is_any(text, &["each", "every", "the"])
            && !is_named(reading, at, phrase)
            && !reading.is_unique(noun)
            && !stems(noun).is_subset(&reading.topic)
            && is_spoken_of(reading, at, noun)
    })
}

/// Whether an earlier sentence of the article has a noun.
fn is_spoken_of(reading: &Reading<'_>, at: At, noun: &str) -> bool {
    let first = |stem: Stem| reading.places_of(stem).first().copied();
    stems(noun)
        .iter()
        .any(|stem| first(stem).is_some_and(|first| first < at))
}

/// "Singapore took the point first": the nouns with a bare "the", further on in the run, that mean what
/// was said before.
fn recalled<'a>(
    reading: &'a Reading<'_>,
    at: At,
    run: &Range<usize>,
) -> impl Iterator<Item = Known> + 'a {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let (run, start) = (run.clone(), run.start);
    let inside = reading
        .phrases(at)
        .iter()
        .filter(move |phrase| phrase.tokens.start > run.start && phrase.tokens.end <= run.end);
    let bare = inside.filter(move |phrase| {
        let free = tokens.get(phrase.tokens.end).is_none_or(|next| {
            // "Kept the distinction by means of italics": of what?
            let told = matches!(next.tag, Tag::ADP | Tag::PART | Tag::PRON | Tag::NUM);
            let relative = next.is_any(text, &["that", "which", "who", "where", "when"]);
            (!told || next.is(text, "by")) && !relative
        });
        let owned = phrase.tokens.len() > 2 && tokens[phrase.tokens.start + 2].tag == Tag::PART;
        let alone = phrase.tokens.len() == 2 && free || owned;
        alone && tokens[phrase.tokens.start].is(text, "the")
    });
    let leans = bare.filter(move |phrase| {
        let noun = tokens[phrase.tokens.start + 1].of(text);
        let known = tokens[phrase.tokens.start + 1].tag == Tag::PROPN
            || reading.is_unique(noun)
            || stems(noun).is_subset(&reading.topic);
        let nominal = NOMINAL.iter().any(|end| noun.ends_with(end));
        // "Lodged with the uncle", "the firm estimated": whose, and which?
        let somebody = lexicon::is_person(noun)
            && !lexicon::is_plural(noun)
            && !OF_A_COUNTRY.contains(&&*noun.to_lowercase());
        let before = nominal || somebody || is_said_before(reading, at, start, noun);
        !known && (is_summary_noun(noun) || before)
    });
    leans.map(|phrase| Known::of(phrase.tokens.start, phrase.tokens.start + 1))
}

/// "The two kinds of storm": so many that were named before, unless they stand in the same run, as in "Telford
/// travelled with Southey, and the two became friends".
fn counts_known(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let numbers = ["two", "three", "four", "five", "six", "seven"];
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let named = tokens[run.clone()]
        .iter()
        .position(|token| token.is_any(text, &["and", "with"]));
    let end = named.map_or(run.end, |named| run.start + named);
    tokens[run.start..end]
        .windows(2)
        .any(|pair| pair[0].is(text, "the") && pair[1].is_any(text, &numbers))
}

/// Whether a noun with a bare "the" means what was said before.
pub(super) fn is_summary_noun(noun: &str) -> bool {
    lexicon::is_summary(noun) || noun.strip_suffix('s').is_some_and(lexicon::is_summary)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// Whether the last sentence of a text holds a noun that means what was said before.
    #[track_caller]
    fn check(text: &str, expected: bool) {
        let article = article::parse("a.md", format!("# Tolls\n\n{text}\n").as_bytes()).article;
        let reading = Reading::of(&article);
        let last = reading.claims().last().expect("a sentence");
        let end = reading.tokens(last).len();
        let leans = meanings(&reading, last, &(0..end), None).is_none_or(|all| !all.is_empty());
        assert_eq!(leans, expected, "{text}");
    }

    #[test]
    fn a_bare_noun_that_was_spoken_of_recalls_it() {
        check(
            "A fungus came to a green island. It wiped out the island's coffee within years.",
            true,
        );
        check(
            "Singapore took the point first, and everybody followed.",
            true,
        );
        check(
            "In the world the two kinds of toll often arrive together.",
            true,
        );
    }

    #[test]
    fn a_noun_that_says_what_it_means_recalls_nothing() {
        check(
            "A fungus came to Ceylon. It wiped out the coffee of the hills within years.",
            false,
        );
        check("Traders crossed the sea and sold cloth to farmers.", false);
        check(
            "A poet travelled with an engineer, and the two became friends.",
            false,
        );
    }

    #[test]
    fn what_the_article_has_one_of_is_known_and_one_of_several_is_not() {
        let ends = "On most days the reservoir is calm.";
        let one = "The reservoir was dug in autumn. Ice covers the reservoir in winter. Farmers walk to the \
                   reservoir at dawn.";
        check(&format!("{one} {ends}"), false);
        let several = "A reservoir was dug in autumn. Ice covers the reservoir in winter. Another reservoir \
                       was dug at dawn. Farmers liked the reservoir.";
        check(&format!("{several} {ends}"), true);
    }

    /// What stands for the nouns of the last sentence that mean what was said before.
    #[track_caller]
    fn check_meaning(text: &str, expected: &[&str]) {
        let article = article::parse("a.md", format!("# Tolls\n\n{text}\n").as_bytes()).article;
        let reading = Reading::of(&article);
        let last = reading.claims().last().expect("a sentence");
        let end = reading.tokens(last).len();
        let meant = meanings(&reading, last, &(0..end), None).unwrap_or_default();
        let meant: Vec<String> = meant.into_iter().map(|(_, words)| words).collect();
        assert_eq!(meant, expected, "{text}");
    }

    #[test]
    fn what_was_brought_in_with_more_words_is_named_with_them() {
        check_meaning(
            "The council built a wooden bridge over the river. In spring the bridge fell into the water.",
            &["the wooden bridge over the river"],
        );
        check_meaning(
            "In May the council read a report of the harbour master. Boats waited outside the harbour. The report blamed nobody in the town.",
            &["the report of the harbour master"],
        );
        check_meaning(
            "The council bought old ferries. In spring the ferries fell apart near Tarn.",
            &["the old ferries"],
        );
        check_meaning(
            "Old ferries were bought by the council. In spring the ferries fell apart near Tarn.",
            &["the old ferries"],
        );
    }

    #[test]
    fn what_was_brought_in_with_no_more_words_or_twice_is_not() {
        for text in [
            "The council built a bridge. In spring the bridge fell into the water.",
            "The council built a wooden bridge beside a stone bridge. In spring the bridge fell down.",
            "The council built a stone bridge. It built a wooden bridge. In spring the bridge fell down.",
            "The council built two wooden bridges. In spring the bridge fell into the water.",
            "The council mended its old bridge. In spring the bridge fell into the water.",
        ] {
            check_meaning(text, &[]);
        }
    }
}
