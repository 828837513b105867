//! Whether "that" opens a clause, or means what was said before.
//!
//! Apart from `needs`, since no other word can be either.

use crate::language::{Tag, Token, lemma, lexicon};

use super::spot::Spot;

/// A "that" that opens a clause: not "on ten bushels, that would be" nor "half of that went".
pub(super) fn is_relative(spot: Spot<'_>) -> bool {
    let (text, tokens, next) = (spot.text, spot.tokens, spot.next());
    let Some(before) = spot.before() else {
        return false;
    };
    let acts = |token: &Token| matches!(token.tag, Tag::VERB | Tag::AUX);
    // "For a long time that was an idea": nothing else has a verb.
    // So was "last year that came to much".
    let subject = (tokens[0].tag == Tag::ADP || tokens[0].is_any(text, &["last", "this"]))
        && next.is_some_and(acts)
        && tokens.iter().filter(|token| acts(token)).count() == 1;
    // "Called that a drying day": called what? "Half of that": of what? "Asked whether that is so": whether what is?
    // "Decided that should happen": what should?
    const OUTSIDE: &[&str] = &["call", "called", "calls", "calling", "of", "whether"];
    let outside = before.is_any(text, OUTSIDE)
        || next.is_some_and(|next| next.tag == Tag::AUX) && tells_that(text, before);
    spot.word == "that"
        && !subject
        && !outside
        && !is_that_time(spot)
        && spot.token().tag != Tag::DET
        && before.tag != Tag::PUNCT
        && next.is_some_and(|next| next.tag != Tag::PUNCT)
}

/// "Decided that": not "new boats were built that".
fn tells_that(text: &str, verb: &Token) -> bool {
    let base = || lemma::base(&verb.small(text));
    verb.tag == Tag::VERB && base().is_some_and(|base| lexicon::takes_that(&base))
}

/// "His hands suffered badly that winter."
fn is_that_time(that: Spot<'_>) -> bool {
    let ends = that
        .second()
        .is_none_or(|it| matches!(it.tag, Tag::PUNCT | Tag::CCONJ));
    that.is_time_ahead(1) && ends
}
