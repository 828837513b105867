//! Words that mean something only with what stands beside them.
//!
//! Apart from `clarity`, which asks it of every word of a run.

use super::which::{is_of_two, is_one, is_ranked};
use crate::language::lexicon::Sort;
use crate::language::{Tag, Token, lexicon};

/// Whether what must stand behind a word does: "before" what, "adjacent" to what, which "other"; `None`
/// for words that need nothing.
pub(super) fn has_what_it_needs(
    word: &str,
    text: &str,
    tokens: &[Token],
    start: usize,
    token: usize,
) -> Option<bool> {
    let has = match word {
        "fraction" | "majority" | "minority" | "remainder" => tokens
            .get(token + 1)
            .is_some_and(|next| next.is(text, "of") || next.tag == Tag::NOUN),
        // "Smaller ones are harder": smaller what?
        "ones" => token > start + 3,
        // "Finally the pile cools": after what?
        "finally" if token == start => false,
        // "Three weeks ago": before when?
        "ago" => false,
        // "The Board responded in 2025": to what?
        "replied" | "responded" | "responds" => tokens[token + 1..]
            .iter()
            .take(4)
            .any(|next| next.is_any(text, &["that", "to"])),
        // "Two miles away": from where?
        "away" | "downstream" | "upstream"
            if token > start && is_measure_at(text, tokens, token - 1) =>
        {
            tokens
                .get(token + 1)
                .is_some_and(|next| next.is_any(text, &["from", "of"]))
        }
        // "Two schools have opened since": since when?
        "since" => tokens
            .get(token + 1)
            .is_some_and(|next| next.tag != Tag::PUNCT),
        "beneath" => tokens
            .get(token + 1)
            .is_some_and(|next| !matches!(next.tag, Tag::PUNCT | Tag::AUX | Tag::VERB)),
        // "In the hours before", as "the floors beneath": before and beneath what?
        "before" | "after" => tokens
            .get(token + 1)
            .is_some_and(|next| next.tag != Tag::PUNCT || next.is_any(text, &["(", "“", "\""])),
        "own" => tokens
            .get(token + 1)
            .is_some_and(|next| matches!(next.tag, Tag::NOUN | Tag::ADJ | Tag::PROPN)),
        _ => {
            return is_ranked(word, text, tokens, start, token)
                .or_else(|| is_of_two(word, text, tokens, start, token))
                .or_else(|| is_one(word, text, tokens, start, token))
                .or_else(|| exceeds(word, text, tokens, start, token))
                .or_else(|| compares(word, text, tokens, token));
        }
    };
    Some(has)
}

/// Of a word that tells one of several or more of the same, whether it is said of which.
fn exceeds(word: &str, text: &str, tokens: &[Token], start: usize, token: usize) -> Option<bool> {
    let has = match word {
        // "Caps appeared on three": three what?
        word if tokens[token].tag == Tag::NUM
            && word.chars().all(char::is_alphabetic)
            && token > start
            && tokens[token - 1].tag == Tag::ADP =>
        {
            tokens
                .get(token + 1)
                .is_some_and(|next| next.tag != Tag::PUNCT)
        }
        // "A second dry year followed": after which?
        "second" | "third" if token == start + 1 && tokens[start].is(text, "a") => false,
        // "Every additional hour", "a further tenth": beside what?
        "additional" => false,
        "further" => !tokens
            .get(token + 1)
            .is_some_and(|next| matches!(next.tag, Tag::NOUN | Tag::NUM)),
        // "The lowest fifth": of what?
        "fifth" | "half" | "quarter" | "quintile" | "tenth" if is_graded(text, tokens, token) => {
            tokens
                .get(token + 1)
                .is_some_and(|next| next.is(text, "of"))
        }
        // "The apology can follow when it is ripe", "the rising that followed": what?
        "follow" | "followed" | "follows" if tokens[token].tag == Tag::VERB => {
            tokens.get(token + 1).is_some_and(|next| {
                !matches!(
                    next.tag,
                    Tag::PUNCT | Tag::SCONJ | Tag::VERB | Tag::AUX | Tag::CCONJ
                )
            })
        }
        // "The largest item was a decision": of what?
        "advantage" | "cause" | "change" | "difficulty" | "factor" | "item" | "objection"
        | "problem" | "reason"
            if token > start + 1
                && tokens[token - 2].is(text, "the")
                && (is_graded(text, tokens, token)
                    || tokens[token - 1].is_any(text, &["chief", "first", "main"])) =>
        {
            tokens
                .get(token + 1)
                .is_some_and(|next| next.tag != Tag::AUX)
        }
        _ => return None,
    };
    Some(has)
}

/// Of a word that compares, whether it is said with what.
fn compares(word: &str, text: &str, tokens: &[Token], token: usize) -> Option<bool> {
    let has = match word {
        // "Fell nearly twice as fast": as what?
        "as" if tokens
            .get(token + 1)
            .is_some_and(|next| matches!(next.tag, Tag::ADJ | Tag::ADV))
            && token > 0
            && tokens[token - 1].is_any(text, &["twice", "times", "half", "just", "nearly"]) =>
        {
            tokens[token + 2..]
                .iter()
                .take(4)
                .any(|next| next.is(text, "as"))
        }
        "adjacent" | "comparable" | "equivalent" | "opposite" => tokens[token + 1..]
            .iter()
            .take(3)
            .any(|next| next.is_any(text, &["to", "with"])),
        // "After seven more years": more than which?
        "more"
            if token > 0
                && tokens[token - 1].tag == Tag::NUM
                && is_time_at(text, tokens, token + 1) =>
        {
            tokens[token..].iter().any(|next| next.is(text, "than"))
        }
        // "A more determined attempt was made": than which?
        "more" | "less"
            if token > 0
                && tokens[token - 1].is(text, "a")
                && tokens
                    .get(token + 1)
                    .is_some_and(|next| matches!(next.tag, Tag::ADJ | Tag::VERB)) =>
        {
            tokens[token..].iter().any(|next| next.is(text, "than"))
        }
        // "Was worked out more slowly": than what?
        "more" | "less" => {
            let graded = tokens
                .get(token + 1)
                .is_some_and(|next| matches!(next.tag, Tag::ADV | Tag::ADJ));
            let ends = tokens
                .get(token + 2)
                .is_none_or(|next| next.is_any(text, &[".", ",", ";"]));
            !(graded && ends) || tokens[token..].iter().any(|next| next.is(text, "than"))
        }
        _ => return None,
    };
    Some(has)
}

/// Whether what stands around a word gives it its meaning: "so many", "those who", "one another".
pub(super) fn is_bound(word: &str, text: &str, tokens: &[Token], start: usize, at: usize) -> bool {
    let said = &tokens[start.min(at)..at];
    let next = tokens.get(at + 1);
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let grades = next.is_some_and(|next| matches!(next.tag, Tag::ADJ | Tag::ADV));
    let is_next = |words: &[&str]| next.is_some_and(|next| next.is_any(text, words));
    match word {
        "so" => {
            grades
                || is_next(&["that", "many", "much", "far"])
                || before.is_some_and(|before| before.is(text, ","))
        }
        "too" => grades,
        "either" => tokens[at..]
            .iter()
            .take(12)
            .any(|token| token.is(text, "or")),
        "those" => tokens[at + 1..].iter().take(3).any(|token| {
            token.is_any(
                text,
                &["who", "of", "that", "which", "where", "in", "with", "whose"],
            )
        }),
        "such" => is_next(&["as"]),
        // "From one strip to another".
        "another" => said.iter().any(|token| token.is(text, "one")),
        "others" => said
            .iter()
            .any(|token| token.is_any(text, &["among", "each", "one", "some", "unlike"])),
        // "The sheet is dipped and then pressed".
        "then" => said.len() > 3 && before.is_some_and(|before| before.is(text, "and")),
        "following" | "resulting" => !before.is_some_and(|before| before.is(text, "the")),
        "earlier" => is_next(&["than"]),
        "later" => is_next(&["than"]) || tells_when(text, tokens, said, at),
        "above" | "below" => {
            // "Everything above is": above what?
            let ends =
                next.is_none_or(|next| matches!(next.tag, Tag::PUNCT | Tag::AUX | Tag::VERB));
            let from = before.is_some_and(|before| before.tag == Tag::ADP);
            !before.is_some_and(|before| before.is_any(text, &["as", "the"])) && (!ends || from)
        }
        // "At the same time," at the start says: as what was told before.
        "same" => tokens[at + 1..]
            .iter()
            .take(6)
            .any(|token| token.is_any(text, &["as", "that"]) || at > 3 && token.is(text, "time")),
        // "Over the next six years": after which?
        "next" if next.is_some_and(|next| next.tag == Tag::NUM) => {
            !is_time_at(text, tokens, at + 2)
        }
        "next" => {
            !before.is_some_and(|before| before.is(text, "the"))
                || at > 2
                || !is_time_at(text, tokens, at + 1)
        }
        _ => counts(word, text, tokens, at),
    }
}

/// "A man who later kept an inn", but not "two years later died" nor "drilling later showed": later than what?
fn tells_when(text: &str, tokens: &[Token], said: &[Token], later: usize) -> bool {
    let before = later.checked_sub(1).map(|before| &tokens[before]);
    let dated = later > 0 && is_time_at(text, tokens, later - 1);
    let article = before.is_some_and(|before| before.tag == Tag::DET);
    let joined = said
        .iter()
        .any(|it| it.tag == Tag::CCONJ || it.is_any(text, &["who", "which", "that", "but"]));
    let acts = tokens
        .get(later + 1)
        .is_some_and(|next| next.tag == Tag::VERB);
    acts && !dated && (joined || article)
}

/// Whether "both" and "each" stand with those whom they count.
fn counts(word: &str, text: &str, tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    match word {
        // "Both imply": which two?
        "both" => next.is_some_and(|next| {
            let ahead = tokens[at..].iter().take(7);
            next.is(text, "of") || ahead.into_iter().any(|token| token.is(text, "and"))
        }),
        // "Each understood": each of whom?
        "each" => next.is_some_and(|next| {
            let counted = matches!(next.tag, Tag::NOUN | Tag::ADJ | Tag::NUM | Tag::PROPN);
            // "Each striking worker".
            let acting = next.tag == Tag::VERB && next.of(text).ends_with("ing");
            counted || acting || next.is_any(text, &["of", "other"])
        }),
        _ => false,
    }
}

/// A "that" that opens a clause: not "on ten bushels, that would be" nor "half of that went".
pub(super) fn is_relative(text: &str, tokens: &[Token], that: usize) -> bool {
    let before = tokens[that - 1];
    let next = tokens.get(that + 1);
    let acts = |token: &Token| matches!(token.tag, Tag::VERB | Tag::AUX);
    // "For a long time that was an idea": nothing else has a verb.
    let subject = tokens[0].tag == Tag::ADP
        && next.is_some_and(acts)
        && tokens.iter().filter(|token| acts(token)).count() == 1;
    // "Called that a drying day": called what?
    let called = before.is_any(text, &["call", "called", "calls", "calling"]);
    tokens[that].is(text, "that")
        && !subject
        && !called
        && tokens[that].tag != Tag::DET
        && before.tag != Tag::PUNCT
        && !before.is(text, "of")
        && next.is_some_and(|next| next.tag != Tag::PUNCT)
}

/// "The court itself was modest": beside what?
pub(super) fn is_stressed(text: &str, tokens: &[Token], start: usize, token: usize) -> bool {
    let stress = ["herself", "himself", "itself", "themselves"];
    let named = |token: &Token| matches!(token.tag, Tag::NOUN | Tag::PROPN);
    token > start && tokens[token].is_any(text, &stress) && named(&tokens[token - 1])
}

/// "He or she", "his or her": whoever it is.
pub(super) fn is_anybody(text: &str, tokens: &[Token], token: usize) -> bool {
    let either = &tokens[token.saturating_sub(2)..(token + 3).min(tokens.len())];
    let is = |words: &[&str]| either.iter().any(|token| token.is_any(text, words));
    is(&["or"]) && is(&["he", "him", "his"]) && is(&["she", "her"])
}

/// "There were ten leaves": once, and somewhere.
pub(super) fn tells_of_past(text: &str, tokens: &[Token], there: usize) -> bool {
    let next = tokens.get(there + 1);
    next.is_some_and(|next| next.is_any(text, &["was", "were", "had"]))
}

/// "The lowest fifth", "the richer half".
fn is_graded(text: &str, tokens: &[Token], token: usize) -> bool {
    let before = token.checked_sub(1).map(|before| tokens[before].of(text));
    before.is_some_and(|before| before.ends_with("est") || before.ends_with("er"))
}

/// Whether a word for a distance or a stretch of time stands at a token.
fn is_measure_at(text: &str, tokens: &[Token], at: usize) -> bool {
    lexicon::is_measure(tokens[at].of(text)) || is_time_at(text, tokens, at)
}

/// Whether a word for a stretch of time stands at a token.
fn is_time_at(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = tokens.get(at);
    token.is_some_and(|token| lexicon::sort(token.of(text)) == Sort::Time)
}
