//! Runs that were torn out of what they need, and can be quoted nowhere.
//!
//! Apart from `part`, which says where a sentence can be cut.

use std::ops::Range;

use crate::language::{Clause, Tag, Token, lemma, lexicon};
use crate::question::clarity::ends_behind_that;
use crate::question::code::is_code;
use crate::question::reading::{At, Reading};

/// Whether words have marks that stand badly inside a quotation: brackets, questions, what somebody else says, code, and
/// what is misprinted.
pub(super) fn is_unfit(words: &str) -> bool {
    words.contains(['‘', '[', ']', '?', '!'])
        || words.starts_with(['"', '“'])
        || !are_closed(words)
        || is_code(words)
        || is_misprinted(words)
}

/// "In favour of ;.", "see ... below", "the renderer : one of several", "a empty hall".
pub(crate) fn is_misprinted(words: &str) -> bool {
    let mut twos = words.as_bytes().windows(2);
    let spaced = twos.any(|two| match two[0] {
        b' ' => b",.;:)".contains(&two[1]),
        b'(' => two[1] == b' ',
        first => first == two[1] && b",;:".contains(&first),
    });
    let mut pairs = words.split(' ').zip(words.split(' ').skip(1));
    spaced || pairs.any(|(one, next)| has_wrong_article(one, next))
}

/// "A empty", "an bridge"; letters, capitals and what is spoken otherwise than it is spelled are let be.
fn has_wrong_article(one: &str, next: &str) -> bool {
    const CONSONANTS: &[&str] = &["eu", "ew", "once", "one"];
    const VOWELS: &[&str] = &["heir", "herb", "hono", "hones", "hour", "u"];
    let spelled = next.len() > 3 && next.bytes().take(3).all(|byte| byte.is_ascii_lowercase());
    let vowel = next.starts_with(['a', 'e', 'i', 'o']);
    spelled
        && match one {
            "a" | "A" => vowel && !CONSONANTS.iter().any(|start| next.starts_with(start)),
            "an" | "An" => !vowel && !VOWELS.iter().any(|start| next.starts_with(start)),
            _ => false,
        }
}

/// Whether a run begins or stresses as it does only because of what stands before it.
pub(super) fn is_torn(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    is_inverted(reading, at, run)
        || is_relative(reading, at, run)
        || is_answer(reading, at, run)
        || is_insisting(reading, at, run)
}

/// "A house, a garden, and as much lamp oil": as what? "Comes back so slowly": that what?
pub(super) fn breaks_off(said: &str) -> bool {
    let last: Vec<&str> = said.trim_end_matches('.').rsplitn(3, ' ').collect();
    if last.get(1) == Some(&"so") {
        return true;
    }
    [" as much ", " as many "].iter().any(|compared| {
        let behind = said.split_once(compared).map(|(_, behind)| behind);
        behind.is_some_and(|behind| !format!(" {behind}").contains(" as "))
    })
}

/// Whether every quotation mark is closed before the next one opens.
fn are_closed(words: &str) -> bool {
    let mut open = false;
    let mut in_order = true;
    for mark in words.chars().filter(|it| ['"', '“', '”'].contains(it)) {
        in_order &= mark == '"' || open == (mark == '”');
        open = !open;
    }
    in_order && !open
}

/// "A cost is what a buyer pays, and that nobody else would": what is cut off is part of what it is.
pub(super) fn is_narrowed(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|it| it.is_any(text, words));
    let joined = run.end + usize::from(is(run.end, &[","]));
    is(joined, &["and", "or"]) && is(joined + 1, &["that", "which", "who", "whose"])
}

/// "A town gets few chances to say, in its working arrangements", where "that" stands behind: what it says is cut off.
pub(super) fn goes_on_to_say(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let mut behind = tokens[run.end..].iter().skip_while(|it| it.is(text, ","));
    let says = |token: &Token| {
        let base = || lemma::base(&token.small(text)).unwrap_or_default();
        token.tag == Tag::VERB && lexicon::takes_that(&base())
    };
    let own = &tokens[run.clone()];
    ends_behind_that(text, own)
        || behind.next().is_some_and(|it| it.is(text, "that")) && own.iter().any(says)
}

/// Verbs that stand before their subject behind "so" or "nor".
const TURNED: &[&str] = &[
    "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "was", "were", "will",
    "would",
];

/// "So did the market": without its first word it says nothing.
fn is_inverted(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let tied = run
        .start
        .checked_sub(1)
        .is_some_and(|before| tokens[before].is_any(text, &["so", "nor", "neither"]));
    tied && tokens[run.start].is_any(text, TURNED)
}

/// "Whose study appeared in 2006": whose?
fn is_relative(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    let opening = ["which", "who", "whom", "whose"];
    run.start > 0 && reading.tokens(at)[run.start].is_any(reading.text(at), &opening)
}

/// "Because of a contract under which it shares", "mostly because few came": the answer to a question, and no sentence.
fn is_answer(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let graded = tokens[run.start].tag == Tag::ADV && run.len() > 1;
    let begins = tokens[run.start + usize::from(graded)].is(text, "because");
    let mut clauses = reading.clauses(at).iter();
    let leads = |clause: &Clause| {
        let lead = clause.lead.as_ref();
        lead.is_some_and(|lead| lead.tokens.start == run.start)
    };
    begins && !clauses.any(leads)
}

/// "Lorries do grind through": against what was said. "Inside she found": inside what?
fn is_insisting(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    const PLACED: &[&str] = &["above", "behind", "below", "beneath", "inside", "outside"];
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let is = |token: usize, tags: &[Tag]| {
        let within = run.contains(&token).then(|| tokens[token].tag);
        within.is_some_and(|tag| tags.contains(&tag))
    };
    let insists = |token: usize| {
        tokens[token].is_any(text, &["do", "does", "did"])
            && is(token + 1, &[Tag::NOUN, Tag::VERB])
            && is(token - 1, &[Tag::NOUN, Tag::PROPN, Tag::PRON])
    };
    let placed = tokens[run.start].is_any(text, PLACED)
        && is(run.start + 1, &[Tag::PRON, Tag::AUX, Tag::VERB]);
    placed || run.clone().skip(1).any(insists)
}
