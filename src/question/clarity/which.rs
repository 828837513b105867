//! Words that tell which of several is meant, with what stands beside them.
//!
//! Apart from `needs`, which asks it of the words that need anything at all.

use crate::language::{Tag, Token};

/// Of what there are two, so that "the other" of them is told by the one before.
const ONE_OF_TWO: &[&str] = &["direction", "end", "half", "hand", "side", "way"];

/// Words that compare and yet name a sort by themselves: "smaller states".
const OF_A_SORT: &[&str] = &["larger", "older", "poorer", "richer", "smaller", "younger"];

/// Of "other", "different" and what compares at the start, whether it is said than which.
pub(super) fn is_of_two(
    word: &str,
    text: &str,
    tokens: &[Token],
    start: usize,
    token: usize,
) -> Option<bool> {
    let has = match word {
        // "Other species sleep": than which?
        "other" if token == start => tokens[token..].iter().any(|next| next.is(text, "than")),
        // "The reeds travel the other way": than which?
        "other"
            if tokens
                .get(token + 1)
                .is_some_and(|next| next.is_any(text, ONE_OF_TWO)) =>
        {
            tokens
                .get(token + 2)
                .is_some_and(|next| next.is_any(text, &["of", "than"]))
        }
        // "The other took the road": which?
        "other" => tokens
            .get(token + 1)
            .is_some_and(|next| !matches!(next.tag, Tag::VERB | Tag::AUX | Tag::PUNCT)),
        // "Lawyers take a different view": from which?
        "different" if token > 0 && tokens[token - 1].is(text, "a") => tokens[token + 1..]
            .iter()
            .take(8)
            .any(|next| next.is_any(text, &["from", "than"])),
        // "Shorter pieces do little": than which?
        word if token == start
            && tokens[token].tag == Tag::ADJ
            && word.len() > 4
            && word.ends_with("er")
            && !OF_A_SORT.contains(&word)
            && tokens
                .get(token + 1)
                .is_some_and(|next| next.tag == Tag::NOUN) =>
        {
            tokens[token..].iter().any(|next| next.is(text, "than"))
        }
        _ => return None,
    };
    Some(has)
}

/// Of "one", whether it is said one what.
pub(super) fn is_one(
    word: &str,
    text: &str,
    tokens: &[Token],
    start: usize,
    token: usize,
) -> Option<bool> {
    let has = match word {
        // "Anyone can make one in ten days": one what?
        "one"
            if token > start
                && tokens[token - 1].tag == Tag::VERB
                && tokens.get(token + 1).is_none_or(|next| {
                    matches!(next.tag, Tag::ADP | Tag::PUNCT | Tag::ADV) && !next.is(text, "of")
                }) =>
        {
            false
        }
        // "A beginner can make a small one": what?
        "one" if token > start + 1 && is_described_one(tokens, start, token) => false,
        // "Pressure was one candidate": for what, beside which others?
        "one" if token > start && tokens[token - 1].is_any(text, &["is", "was"]) => tokens
            .get(token + 2)
            .is_some_and(|next| next.tag != Tag::PUNCT),
        _ => return None,
    };
    Some(has)
}

/// "A small one" where nothing stands before it that it can be one of.
fn is_described_one(tokens: &[Token], start: usize, one: usize) -> bool {
    let described = tokens[one - 1].tag == Tag::ADJ && tokens[one - 2].tag == Tag::DET;
    let thing = |token: &Token| matches!(token.tag, Tag::NOUN | Tag::PROPN);
    // What does it is not one of what it makes.
    let mut before = tokens[start..one]
        .iter()
        .skip_while(|token| !thing(token))
        .skip(1);
    described && !before.any(thing)
}

/// Of "first", "second" and so on, whether it is said of what row.
pub(super) fn is_ranked(
    word: &str,
    text: &str,
    tokens: &[Token],
    start: usize,
    token: usize,
) -> Option<bool> {
    let has = match word {
        // "In the first, seven were added": of what?
        "first" | "last" if token > 0 && tokens[token - 1].is(text, "the") => tokens
            .get(token + 1)
            .is_some_and(|next| !matches!(next.tag, Tag::PUNCT | Tag::VERB | Tag::AUX)),
        // "We pay, first, in the contest": and then?
        "first"
            if token > start
                && tokens[token - 1].is(text, ",")
                && tokens.get(token + 1).is_some_and(|next| next.is(text, ",")) =>
        {
            false
        }
        "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth"
        | "tenth"
            if token > start && tokens[token - 1].is(text, "the") =>
        {
            ranks(text, tokens, token)
        }
        _ => return None,
    };
    Some(has)
}

/// Whether what stands behind "the second" says in what row: not "the second kinds" nor "of the ninth,",
/// but "the second of the locks" and "the second time".
fn ranks(text: &str, tokens: &[Token], token: usize) -> bool {
    let next = tokens.get(token + 1);
    let counts = next.is_some_and(|next| matches!(next.tag, Tag::NOUN | Tag::ADJ | Tag::PROPN));
    let mut behind = tokens[token + 1..].iter().take(4);
    let told = behind.any(|next| next.is_any(text, &["of", "to", "that", "who", "in", "time"]));
    let again = next.is_some_and(|next| next.is(text, "time"));
    next.is_some() && (told || counts && again)
}
