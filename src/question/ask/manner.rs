//! What of a sentence is not the article's own plain word.
//!
//! Apart from `ask`, which makes questions of what is.

use crate::language::{Clause, Tag, Token, lemma, lexicon};
use crate::question::reading::{At, Reading};

/// "The clerk argued that the name must have been carried there", "the book showed more turns owed than": what was
/// taken for the subject holds who said so.
pub(super) fn is_told(reading: &Reading<'_>, at: At, clause: &Clause) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let relative = |token: &usize| tokens[*token].is_any(text, &["that", "which", "who"]);
    let subject = clause.subject.clone();
    let end = subject.clone().find(relative).unwrap_or(subject.end);
    (subject.start + 1..end).any(|at| {
        let base = lemma::base(&tokens[at].small(text)).unwrap_or_default();
        let named = matches!(tokens[at - 1].tag, Tag::NOUN | Tag::PROPN | Tag::PRON);
        // "The cost estimated by clerks".
        let told = tokens
            .get(at + 1)
            .is_some_and(|next| !matches!(next.tag, Tag::ADP | Tag::PART | Tag::PUNCT));
        tokens[at].tag == Tag::VERB && named && told && lexicon::takes_that(&base)
    })
}

/// "Institutions, the argument runs, depend upon respect": it is not the article that says so.
pub(super) fn is_hearsay(reading: &Reading<'_>, at: At) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let says = |token: &Token| {
        let base = lemma::base(&token.small(text)).unwrap_or_default();
        token.is_any(text, &["goes", "runs"]) || lexicon::takes_that(&base)
    };
    let mut asides = tokens.split(|token| token.is(text, ",")).skip(1);
    let aside = |aside: &[Token]| match aside {
        [.., who, says_so] if aside.len() < 5 => {
            says_so.tag == Tag::VERB && says(says_so) && matches!(who.tag, Tag::NOUN | Tag::PRON)
        }
        _ => false,
    };
    asides.any(aside)
}

/// "Strong winds do stir lakes", also where "stir" was taken for a noun: asked for, it has lost its stress.
pub(super) fn is_stressed(text: &str, tokens: &[Token], clause: &Clause) -> bool {
    let start = clause.verb.tokens.start;
    let object = |token: &Token| {
        matches!(
            token.tag,
            Tag::ADJ | Tag::DET | Tag::NOUN | Tag::NUM | Tag::PRON | Tag::PROPN
        )
    };
    let acts = match &tokens[start + 1..] {
        [next, behind, ..] => matches!(next.tag, Tag::NOUN | Tag::VERB) && object(behind),
        _ => false,
    };
    tokens[start].is_any(text, &["did", "do", "does"]) && (clause.verb.auxiliary.is_some() || acts)
}

/// "Brandreth at first", "Aldric occupied the Step and": what was taken for a subject ends in a preposition that has
/// lost what it was before, or goes on. Those that go with a verb may stand there: "the wall that keeps the waves out".
pub(super) fn is_open_at_end(text: &str, subject: &[Token]) -> bool {
    const GOING_WITH_VERBS: &[&str] = &[
        "about", "around", "down", "in", "off", "on", "out", "over", "through", "up",
    ];
    let named = |token: &&Token| !matches!(token.tag, Tag::ADJ | Tag::ADV);
    let last = subject.iter().rev().find(named);
    last.is_some_and(|last| {
        last.tag == Tag::CCONJ || last.tag == Tag::ADP && !last.is_any(text, GOING_WITH_VERBS)
    })
}

/// "The Admiralty borrowed it", "the tram followed": what, and whom? No subject does such a thing to itself.
pub(super) fn is_done_to_untold(text: &str, tokens: &[Token], clause: &Clause) -> bool {
    let rest = &tokens[clause.rest.clone()];
    let acts = |token: &Token| matches!(token.tag, Tag::VERB | Tag::AUX);
    // "Forms on low pasture behind it": what stands behind another verb may mean the subject.
    let own = rest.iter().position(acts).unwrap_or(rest.len());
    let pronoun = (0..own).any(|at| {
        // "Makes it harder to mend", "saw her father".
        let goes_on = rest.get(at + 1).is_some_and(|next| {
            next.tag == Tag::ADJ || next.tag == Tag::NOUN && rest[at].is(text, "her")
        });
        rest[at].is_any(text, &["it", "them", "him", "her"]) && !goes_on
    });
    let follows = rest.is_empty()
        && lemma::base(&tokens[clause.verb.main].small(text)).is_some_and(|base| base == "follow");
    pronoun || follows
}
