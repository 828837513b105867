//! Words that tell which of several is meant, with what stands beside them.
//!
//! Apart from `needs`, which asks it of the words that need anything at all.

use crate::language::{Tag, Token, lexicon};

use super::spot::Spot;

/// Of what there are two, so that "the other" of them is told by the one before.
const ONE_OF_TWO: &[&str] = &["direction", "end", "half", "hand", "side", "way"];

/// Words that compare and yet name a sort by themselves: "smaller states".
const OF_A_SORT: &[&str] = &["larger", "older", "poorer", "richer", "smaller", "younger"];

/// Of "other", "different" and what compares at the start or behind "is", whether it is said than which.
pub(super) fn is_of_two(spot: Spot<'_>) -> Option<bool> {
    let has = match spot.word {
        // "Other species sleep": than which?
        "other" if spot.opens() => spot.is_compared(),
        // "The reeds travel the other way": than which?
        "other" if spot.is_before(ONE_OF_TWO) => spot
            .second()
            .is_some_and(|behind| behind.is_any(spot.text, &["of", "than"])),
        // "The other plant of the slope is quite different": from which?
        "other" if spot.said().len() == 1 && spot.is_after(&["the"]) => spot.is_compared(),
        // "To keep five is easier to understand": than what?
        word if spot.token().tag == Tag::ADJ
            && spot.is_after(&["are", "be", "is", "was", "were"])
            && is_comparative(word) =>
        {
            spot.is_compared()
        }
        // "The other took the road": which?
        "other" => spot
            .next()
            .is_some_and(|next| !matches!(next.tag, Tag::VERB | Tag::AUX | Tag::PUNCT)),
        // "Lawyers take a different view": from which?
        "different" if spot.is_after(&["a"]) => spot.reaches(&["from", "than"], 8),
        // "Shorter pieces do little": than which?
        word if spot.opens()
            && spot.token().tag == Tag::ADJ
            && word.len() > 4
            && word.ends_with("er")
            && !OF_A_SORT.contains(&word)
            && spot.is_before_tag(&[Tag::NOUN]) =>
        {
            spot.is_compared()
        }
        _ => return None,
    };
    Some(has)
}

/// "Easier", which is made of "easy", but not "clever".
fn is_comparative(word: &str) -> bool {
    let is_quality = |base: &str| lexicon::usual_tag(base) == Some(Tag::ADJ);
    word.strip_suffix("er").is_some_and(|base| {
        is_quality(base)
            || base
                .strip_suffix('i')
                .is_some_and(|base| is_quality(&format!("{base}y")))
    })
}

/// Of "one", whether it is said one what.
pub(super) fn is_one(spot: Spot<'_>) -> Option<bool> {
    let ends = || {
        spot.next().is_none_or(|next| {
            matches!(next.tag, Tag::ADP | Tag::PUNCT | Tag::ADV) && !next.is(spot.text, "of")
        })
    };
    let has = match spot.word {
        // "Anyone can make one in ten days": one what?
        "one" if spot.is_after_tag(&[Tag::VERB]) && ends() => false,
        // "A beginner can make a small one": what?
        "one" if is_described_one(spot) => false,
        // "Pressure was one candidate": for what, beside which others?
        "one" if spot.is_after(&["is", "was"]) => {
            spot.second().is_some_and(|behind| behind.tag != Tag::PUNCT)
        }
        _ => return None,
    };
    Some(has)
}

/// "A small one" where nothing stands before it that it can be one of.
fn is_described_one(spot: Spot<'_>) -> bool {
    let [.., article, adjective] = spot.said() else {
        return false;
    };
    let described = adjective.tag == Tag::ADJ && article.tag == Tag::DET;
    let thing = |token: &Token| matches!(token.tag, Tag::NOUN | Tag::PROPN);
    // What does it is not one of what it makes.
    let mut before = spot.said().iter().skip_while(|it| !thing(it)).skip(1);
    described && !before.any(thing)
}

/// Of "first", "second" and so on, whether it is said of what row.
pub(super) fn is_ranked(spot: Spot<'_>) -> Option<bool> {
    let has = match spot.word {
        // "In the first three years": of what?
        "first"
            if spot.is_after(&["the"])
                && spot.is_before_tag(&[Tag::NUM])
                && spot.is_time_ahead(2) =>
        {
            let behind = spot.rest().get(2);
            behind.is_some_and(|behind| behind.is_any(spot.text, &["of", "after"]))
        }
        // "In the first, seven were added": of what?
        "first" | "last" if spot.is_after(&["the"]) => spot
            .next()
            .is_some_and(|next| !matches!(next.tag, Tag::PUNCT | Tag::VERB | Tag::AUX)),
        // "The riverbed will be surveyed first": before what? "We pay, first, in the contest": and then?
        "first" => !spot.is_before_tag(&[Tag::PUNCT]),
        "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth"
        | "tenth"
            if spot.is_after(&["the"]) =>
        {
            ranks(spot)
        }
        _ => return None,
    };
    Some(has)
}

/// Whether what stands behind "the second" says in what row: not "the second kinds" nor "of the ninth,",
/// but "the second of the locks" and "the second time".
fn ranks(spot: Spot<'_>) -> bool {
    let counts = spot.is_before_tag(&[Tag::NOUN, Tag::ADJ, Tag::PROPN]);
    // "For the third, of 98, a curtain was fitted".
    let told = spot.reaches(&["of", "to", "that", "who", "in", "time"], 4)
        && !spot.is_before_tag(&[Tag::PUNCT]);
    told || counts && spot.is_before(&["time"])
}
