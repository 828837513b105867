//! Words that mean something only with what stands beside them.
//!
//! Apart from `clarity`, which asks it of every word of a run.

use crate::language::{Tag, Token, lexicon};

use super::spot::Spot;
use super::which::{is_of_two, is_one, is_ranked};

/// Whether what must stand behind a word does: "before" what, "adjacent" to what, which "other"; `None`
/// for words that need nothing.
pub(super) fn has_what_it_needs(spot: Spot<'_>) -> Option<bool> {
    let kinds = [
        is_done, is_part, is_timed, is_placed, is_ranked, is_of_two, is_one, exceeds, compares,
    ];
    kinds.into_iter().find_map(|has| has(spot))
}

/// Of a word for what is done, whether it is said what.
fn is_done(spot: Spot<'_>) -> Option<bool> {
    let has = match spot.word {
        // "Stretching did": did what? "The wasp did not try": to do what?
        "did" | "does" | "tried" | "tries" | "try" => {
            let acts = |it: &Token| it.tag == Tag::VERB && !it.of(spot.text).ends_with("ing");
            spot.said().iter().any(acts) || spot.next().is_some_and(|next| next.tag != Tag::PUNCT)
        }
        // "They hope to find out by moving beetles": what?
        "out" if spot.is_after(&["find", "finds", "found"]) => {
            !spot.is_before_tag(&[Tag::PUNCT, Tag::ADP])
        }
        // "The Authority will decide on 14 September": what?
        "decide" | "decides" | "decided" => {
            let dated = spot.is_before(&["in", "on"])
                && spot.second().is_some_and(|it| it.tag == Tag::NUM)
                && !spot.reaches(&["that", "to", "whether"], usize::MAX);
            !dated && !spot.is_before_tag(&[Tag::PUNCT])
        }
        // "The city did something that few had dared": what?
        "something" if spot.is_after(&["did", "do", "does", "done"]) => false,
        // "The Board responded in 2025": to what?
        "replied" | "responded" | "responds" => spot.reaches(&["that", "to"], 4),
        // "Mr Areld would go further": than what?
        "further" if spot.is_after(&["go", "goes", "gone", "went"]) => {
            spot.is_compared() || spot.is_before_tag(&[Tag::ADP])
        }
        _ => return None,
    };
    Some(has)
}

/// Of a word for a part, a number or one of several, whether it is said of what.
fn is_part(spot: Spot<'_>) -> Option<bool> {
    let goes_on = || spot.is_before(&["of"]) || spot.is_before_tag(&[Tag::NOUN]);
    let has = match spot.word {
        "fraction" | "majority" | "minority" | "remainder" => goes_on(),
        // "Women made up half of the total": of what?
        "total" if spot.is_after(&["the"]) => goes_on(),
        // "It offers to pay a quarter", "a third had left": of what?
        "quarter" | "third"
            if spot.is_after(&["a"]) && spot.is_before_tag(&[Tag::PUNCT, Tag::VERB, Tag::AUX]) =>
        {
            false
        }
        // "The beetle has built itself a filter, in other words": in place of which?
        "words" if spot.is_after(&["other"]) && spot.is_second_after(&["in"]) => false,
        "own" => spot.is_before_tag(&[Tag::NOUN, Tag::ADJ, Tag::PROPN]),
        // "Smaller ones are harder": smaller what?
        "ones" => spot
            .said()
            .iter()
            .any(|token| token.tag == Tag::NOUN && lexicon::is_plural(token.of(spot.text))),
        // "Cut what is left", "everything that was left went": of what?
        "left"
            if spot.is_after(&["is", "was"])
                && spot.is_second_after(&["that", "what", "whatever"]) =>
        {
            spot.is_before(&["of"])
        }
        // "Half had a depth of one metre", "Too much will prevent it": of what?
        "few" | "half" | "many" | "most" | "much" | "several"
            if spot.said().len() < 2 && spot.is_before_tag(&[Tag::VERB, Tag::AUX]) =>
        {
            false
        }
        // "Doing all three in the course of its work": all three what?
        "all" if spot.is_before_tag(&[Tag::NUM]) => spot.second().is_some_and(|behind| {
            !matches!(behind.tag, Tag::ADP | Tag::PUNCT | Tag::VERB | Tag::AUX)
                || behind.is(spot.text, "of")
        }),
        _ => return None,
    };
    Some(has)
}

/// Of a word that tells when, whether it is said from when on.
fn is_timed(spot: Spot<'_>) -> Option<bool> {
    let has = match spot.word {
        // "Finally the pile cools": after what?
        "finally" if spot.opens() => false,
        // "Three weeks ago": before when?
        "ago" => false,
        // "Retarders had already made the brake obsolete": by when?
        "already" => !spot.is_after(&["had"]),
        // "Within a year the new chairman left": of what?
        "within" if spot.opens() && spot.is_time_ahead(2) => spot
            .rest()
            .get(2)
            .is_some_and(|behind| behind.is(spot.text, "of")),
        // "By the fortieth", "the fortieth day": of what?
        word if is_late_rank(word) && spot.is_after(&["the"]) => {
            let ends = spot.is_before_tag(&[Tag::PUNCT, Tag::VERB, Tag::AUX]);
            !ends && !spot.is_time_ahead(1) || spot.is_before(&["century", "anniversary"])
        }
        // "Two schools have opened since": since when?
        "since" => spot.next().is_some_and(|next| next.tag != Tag::PUNCT),
        // "In the hours before", as "the floors beneath": before and beneath what?
        "before" | "after" => spot.next().is_some_and(|next| {
            next.tag != Tag::PUNCT || next.is_any(spot.text, &["(", "“", "\""])
        }),
        _ => return None,
    };
    Some(has)
}

/// Of a word that tells where, whether it is said from where.
fn is_placed(spot: Spot<'_>) -> Option<bool> {
    let has = match spot.word {
        // "Two miles away": from where?
        "away" | "downstream" | "upstream" if spot.is_after_measure() => {
            spot.is_before(&["from", "of"])
        }
        // "The campaign against is led by him": against what?
        "against" => !spot.is_before_tag(&[Tag::PUNCT, Tag::AUX]),
        // "A board that fits loosely inside": inside what?
        "beneath" | "inside" | "outside" | "underneath" => spot
            .next()
            .is_some_and(|next| !matches!(next.tag, Tag::PUNCT | Tag::AUX | Tag::VERB)),
        _ => return None,
    };
    Some(has)
}

/// "Eleventh", "fortieth": those before stand with what they need in `which`.
fn is_late_rank(word: &str) -> bool {
    matches!(word, "eleventh" | "twelfth")
        || ["ieth", "teenth"].iter().any(|end| word.ends_with(end))
}

/// Words for one of several that is the first among them only where it is said among which.
const FOREMOST: &[&str] = &[
    "advantage",
    "cause",
    "change",
    "difficulty",
    "factor",
    "item",
    "objection",
    "problem",
    "reason",
];

/// Of a word that tells one of several or more of the same, whether it is said of which.
fn exceeds(spot: Spot<'_>) -> Option<bool> {
    let foremost = || {
        spot.is_second_after(&["the"])
            && (spot.is_graded() || spot.is_after(&["chief", "first", "main"]))
    };
    let has = match spot.word {
        // "Caps appeared on three": three what?
        word if spot.token().tag == Tag::NUM
            && word.chars().all(char::is_alphabetic)
            && is_measured(spot) =>
        {
            spot.next().is_some_and(|next| next.tag != Tag::PUNCT)
        }
        // "A second dry year followed": after which?
        "second" | "third" | "fourth" | "fifth" | "sixth"
            if spot.said().len() == 1 && spot.is_after(&["a"]) =>
        {
            false
        }
        // "Every additional hour", "a further tenth": beside what?
        "additional" => false,
        "further" => !spot.is_before_tag(&[Tag::NOUN, Tag::NUM]),
        // "The lowest fifth": of what?
        "fifth" | "half" | "quarter" | "quintile" | "tenth" if spot.is_graded() => {
            spot.is_before(&["of"])
        }
        // "The apology can follow when it is ripe", "the rising that followed": what?
        "follow" | "followed" | "follows" if spot.token().tag == Tag::VERB => {
            let ends = [Tag::PUNCT, Tag::SCONJ, Tag::VERB, Tag::AUX, Tag::CCONJ];
            spot.next().is_some_and(|next| !ends.contains(&next.tag))
        }
        // "The largest item was a decision": of what?
        word if FOREMOST.contains(&word) && foremost() => {
            spot.next().is_some_and(|next| next.tag != Tag::AUX)
        }
        _ => return None,
    };
    Some(has)
}

/// "On three", "at around ninety".
fn is_measured(spot: Spot<'_>) -> bool {
    let about = |token: &&Token| !token.is_any(spot.text, &["about", "around", "nearly", "some"]);
    let before = spot.said().iter().rev().find(about);
    before.is_some_and(|before| before.tag == Tag::ADP)
}

/// Of a word that compares, whether it is said with what.
fn compares(spot: Spot<'_>) -> Option<bool> {
    let graded = || spot.is_before_tag(&[Tag::ADJ, Tag::ADV]);
    let has = match spot.word {
        // "Fell nearly twice as fast": as what?
        "as" if graded() && spot.is_after(&["twice", "times", "half", "just", "nearly"]) => {
            let behind = spot.rest().iter().skip(1).take(4);
            behind.into_iter().any(|it| it.is(spot.text, "as"))
        }
        "adjacent" | "comparable" | "equivalent" | "opposite" => spot.reaches(&["to", "with"], 3),
        // "The account comes out differently", "they have arranged their lives to fit": from what, and to fit what?
        "differently" | "fit" => !spot.is_before_tag(&[Tag::PUNCT]),
        // "The expected 310 litres", "the real figure is lower": than which?
        "expected" if spot.is_after(&["the"]) => !spot.is_before_tag(&[Tag::NUM]),
        "actual" | "real" | "true" if spot.is_after(&["the"]) => {
            !spot.is_before(&["cost", "figure", "number", "price", "rate", "total"])
                || spot
                    .second()
                    .is_some_and(|behind| behind.is(spot.text, "of"))
        }
        // "A change of seventy metres": in what?
        "change" | "difference" | "drop" | "fall" | "rise"
            if spot.is_after(&["a"])
                && spot.is_before(&["of"])
                && spot.second().is_some_and(|many| many.tag == Tag::NUM) =>
        {
            spot.reaches(&["in", "between"], 6)
        }
        // "At Low Quenby, the most popular for swimming": of what?
        "most" if spot.is_after(&["the"]) && spot.is_before_tag(&[Tag::ADJ]) => spot
            .second()
            .is_none_or(|behind| behind.is(spot.text, "of") || !is_end(behind)),
        // "After seven more years": more than which?
        "more" if spot.is_after_tag(&[Tag::NUM]) && spot.is_time_ahead(1) => spot.is_compared(),
        // "A more determined attempt was made": than which?
        "more" | "less" if spot.is_after(&["a"]) && spot.is_before_tag(&[Tag::ADJ, Tag::VERB]) => {
            spot.is_compared()
        }
        // "Was worked out more slowly": than what?
        "more" | "less" => {
            let behind = spot.second();
            let ends = behind.is_none_or(|it| it.is_any(spot.text, &[".", ",", ";"]));
            !(graded() && ends) || spot.is_compared()
        }
        _ => return None,
    };
    Some(has)
}

/// Whether no noun can stand behind an adjective any more.
fn is_end(token: &Token) -> bool {
    matches!(token.tag, Tag::PUNCT | Tag::ADP | Tag::SCONJ)
}

/// Whether what stands around a word gives it its meaning: "so many", "those who", "one another".
pub(super) fn is_bound(spot: Spot<'_>) -> bool {
    let text = spot.text;
    let said = |words: &[&str]| spot.said().iter().any(|token| token.is_any(text, words));
    let grades = spot.is_before_tag(&[Tag::ADJ, Tag::ADV]);
    match spot.word {
        "so" => grades || spot.is_before(&["that", "many", "much", "far"]) || spot.is_after(&[","]),
        "too" => grades,
        "either" => spot.reaches(&["or"], 11),
        "those" => spot.reaches(
            &["who", "of", "that", "which", "where", "in", "with", "whose"],
            3,
        ),
        "such" => spot.is_before(&["as"]),
        // "From one strip to another".
        "another" => said(&["one"]),
        "others" => said(&["among", "each", "one", "some", "unlike"]),
        // "The sheet is dipped and then pressed".
        "then" => spot.said().len() > 3 && spot.is_after(&["and"]),
        "following" | "resulting" => !spot.is_after(&["the"]),
        "earlier" => spot.is_before(&["than"]),
        "later" => spot.is_before(&["than"]) || tells_when(spot),
        "above" | "below" => {
            // "Everything above is": above what?
            let ends = spot
                .next()
                .is_none_or(|next| matches!(next.tag, Tag::PUNCT | Tag::AUX | Tag::VERB));
            !spot.is_after(&["as", "the"]) && (!ends || spot.is_after_tag(&[Tag::ADP]))
        }
        // "At the same time," at the start says: as what was told before.
        "same" => spot.reaches(&["as", "that"], 6) || spot.at > 3 && spot.reaches(&["time"], 6),
        // "Over the next six years": after which?
        "next" if spot.is_before_tag(&[Tag::NUM]) => !spot.is_time_ahead(2),
        "next" if spot.is_after(&["the"]) => spot.at > 2 || !spot.is_time_ahead(1),
        // "What the Court did next made matters worse": after what?
        "next" => !spot.is_before_tag(&[Tag::PUNCT, Tag::VERB, Tag::AUX, Tag::CCONJ]),
        _ => counts(spot),
    }
}

/// "A man who later kept an inn", but not "two years later died" nor "drilling later showed": later than what?
fn tells_when(spot: Spot<'_>) -> bool {
    let joined = spot
        .said()
        .iter()
        .any(|it| it.tag == Tag::CCONJ || it.is_any(spot.text, &["who", "which", "that", "but"]));
    let acts = spot.is_before_tag(&[Tag::VERB]);
    acts && !spot.is_after_time() && (joined || spot.is_after_tag(&[Tag::DET]))
}

/// Whether "both" and "each" stand with those whom they count.
fn counts(spot: Spot<'_>) -> bool {
    match spot.word {
        "both" => spot.is_before(&["of"]) || is_both_and(spot),
        // "Each understood": each of whom?
        "each" => spot.next().is_some_and(|next| {
            // "In each case the proof mattered less": in which cases?
            let cases = next.is(spot.text, "case") && spot.said().len() < 2;
            let counted =
                !cases && matches!(next.tag, Tag::NOUN | Tag::ADJ | Tag::NUM | Tag::PROPN);
            // "Each striking worker".
            let acting = next.tag == Tag::VERB && next.of(spot.text).ends_with("ing");
            counted || acting || next.is_any(spot.text, &["of", "other"])
        }),
        _ => false,
    }
}

/// "Both tall doors and grey slates", "both kept and sold": not "both imply", nor "both processes stop, and the dunes move".
fn is_both_and(both: Spot<'_>) -> bool {
    let ahead = both.rest();
    let and = ahead.iter().take(6).position(|it| it.is(both.text, "and"));
    and.is_some_and(|and| {
        let named = ahead[..and].iter().skip_while(|it| it.tag != Tag::NOUN);
        let acts = |it: &Token| matches!(it.tag, Tag::VERB | Tag::AUX);
        let parted = and > 0 && ahead[and - 1].is(both.text, ",");
        !parted && !named.into_iter().any(acts)
    })
}

/// "The court itself was modest": beside what?
pub(super) fn is_stressed(spot: Spot<'_>) -> bool {
    let stress = ["herself", "himself", "itself", "themselves"];
    stress.contains(&spot.word) && spot.is_after_tag(&[Tag::NOUN, Tag::PROPN])
}

/// "He or she", "his or her": whoever it is.
pub(super) fn is_anybody(spot: Spot<'_>) -> bool {
    let end = (spot.at + 3).min(spot.tokens.len());
    let either = &spot.tokens[spot.at.saturating_sub(2)..end];
    let is = |words: &[&str]| either.iter().any(|token| token.is_any(spot.text, words));
    is(&["or"]) && is(&["he", "him", "his"]) && is(&["she", "her"])
}

/// "There were ten leaves": once, and somewhere.
pub(super) fn tells_of_past(spot: Spot<'_>) -> bool {
    spot.is_before(&["was", "were", "had"])
}
