//! Noun phrases.
//!
//! By rule over the tags rather than by the tagger crate's own chunker, which starts phrases at
//! punctuation and whose neural sister is four times the size of the worker's budget.

use std::ops::Range;

use super::{Tag, Token, lexicon};

/// A noun phrase without what hangs on behind: "the shared resilience strategies".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its tokens in the sentence.
    pub tokens: Range<usize>,
    /// The noun that it is about, the last of them.
    pub head: usize,
}

/// One or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// One, or a mass.
    Singular,
    /// Several.
    Plural,
}

/// The noun phrases of a sentence, in order, none inside another.
pub fn phrases(text: &str, tokens: &[Token]) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match phrase_at(text, tokens, at) {
            Some(phrase) => {
                at = phrase.tokens.end;
                found.push(phrase);
            }
            None => at += 1,
        }
    }
    found.shrink_to_fit();
    found
}

impl Phrase {
    /// Whether it speaks of one or of several.
    pub fn number(&self, text: &str, tokens: &[Token]) -> Number {
        let head = tokens[self.head].of(text);
        if tokens[self.head].tag != Tag::PROPN && lexicon::is_plural(head) {
            Number::Plural
        } else {
            Number::Singular
        }
    }
}

/// The longest noun phrase that begins at `at`.
fn phrase_at(text: &str, tokens: &[Token], at: usize) -> Option<Phrase> {
    let mut next = at;
    let mut head = None;
    while next < tokens.len() {
        if next == at + 1 && is_set_phrase(text, tokens, at) {
            break;
        }
        match part(text, tokens, at, next) {
            Part::Noun => head = Some(next),
            Part::Before => {}
            Part::None => break,
        }
        next += 1;
    }
    head.map(|head| Phrase {
        tokens: at..head + 1,
        head,
    })
}

/// "In reality unemployment is": words that stand by themselves behind "in" and take no other noun.
const SET: &[&str] = &[
    "addition",
    "effect",
    "fact",
    "general",
    "particular",
    "practice",
    "principle",
    "reality",
    "theory",
    "turn",
];

fn is_set_phrase(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    before.is_some_and(|before| before.is(text, "in")) && tokens[at].is_any(text, SET)
}

/// What a token can be in a phrase that began earlier.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Before,
    Noun,
    None,
}

fn part(text: &str, tokens: &[Token], start: usize, at: usize) -> Part {
    let token = &tokens[at];
    let follows = |tags: &[Tag]| {
        tokens
            .get(at + 1)
            .is_some_and(|next| tags.contains(&next.tag))
    };
    let nominal = [Tag::NOUN, Tag::PROPN, Tag::ADJ, Tag::VERB, Tag::NUM];
    match token.tag {
        Tag::NOUN | Tag::PROPN => Part::Noun,
        Tag::DET if start == at => Part::Before,
        Tag::PRON if start == at && is_possessive(token.of(text)) => Part::Before,
        Tag::NUM if is_year_before_name(text, tokens, at) => Part::None,
        Tag::NUM => Part::Before,
        Tag::ADJ => Part::Before,
        Tag::PART if is_genitive(token.of(text)) && start < at => Part::Before,
        Tag::ADV if follows(&[Tag::ADJ, Tag::VERB]) && grades(token.of(text)) => Part::Before,
        Tag::VERB if follows(&nominal) && modifies(text, tokens, start, at) => Part::Before,
        Tag::CCONJ if start < at && joins_adjectives(tokens, at) => Part::Before,
        Tag::PUNCT if token.is(text, ",") && start < at && ends_clause(text, tokens, start, at) => {
            Part::None
        }
        Tag::PUNCT if token.is(text, ",") && start < at && joins_adjectives(tokens, at) => {
            Part::Before
        }
        _ => Part::None,
    }
}

/// "In 1773 James Watt": the year is no part of the name.
fn is_year_before_name(text: &str, tokens: &[Token], at: usize) -> bool {
    let year = tokens[at].of(text).len() == 4
        && tokens[at]
            .of(text)
            .bytes()
            .all(|byte| byte.is_ascii_digit());
    year && tokens
        .get(at + 1)
        .is_some_and(|next| next.tag == Tag::PROPN)
}

/// Whether a participle stands before its noun here rather than acts.
fn modifies(text: &str, tokens: &[Token], start: usize, at: usize) -> bool {
    let word = tokens[at].of(text);
    let inside = at > start && !matches!(tokens[at - 1].tag, Tag::NOUN | Tag::PROPN);
    if word.ends_with("ing") {
        return inside || lexicon::is_neighbouring(word);
    }
    let past = lexicon::is_past_participle(word);
    let before = at.checked_sub(1).map(|before| tokens[before].tag);
    past && (inside
        || !matches!(
            before,
            Some(Tag::NOUN | Tag::PROPN | Tag::PRON | Tag::AUX | Tag::ADV)
        ))
}

/// Whether a comma behind adjectives ends a clause that leads: "because the fumes are poisonous, old
/// miners avoid them". Then they say something of that clause's subject, and what follows has a verb.
fn ends_clause(text: &str, tokens: &[Token], start: usize, comma: usize) -> bool {
    let (before, behind) = (&tokens[..start], &tokens[comma + 1..]);
    let is_said = before.last().is_some_and(|token| token.tag == Tag::AUX);
    let leads = before.iter().any(|token| token.tag == Tag::SCONJ);
    let adjectives = tokens[start..comma].iter();
    let mut adjectives = adjectives.filter(|token| token.tag != Tag::ADV);
    let nominal = [Tag::ADJ, Tag::NOUN, Tag::PROPN];
    let next = behind.iter().find(|token| !nominal.contains(&token.tag));
    let acts = next.is_some_and(|next| {
        next.tag == Tag::AUX || next.tag == Tag::VERB && !next.of(text).ends_with("ing")
    });
    is_said && leads && adjectives.all(|token| token.tag == Tag::ADJ) && acts
}

/// Adjectives joined by "and", "or" or a comma before one noun: "a single, coherent strategy".
fn joins_adjectives(tokens: &[Token], at: usize) -> bool {
    let adjective = |at: usize| tokens.get(at).is_some_and(|token| token.tag == Tag::ADJ);
    adjective(at - 1) && adjective(at + 1) && leads_to_noun(tokens, at + 1)
}

/// Whether adjectives from `at` on end in a noun.
fn leads_to_noun(tokens: &[Token], at: usize) -> bool {
    let rest = tokens[at..].iter().find(|token| token.tag != Tag::ADJ);
    rest.is_some_and(|token| matches!(token.tag, Tag::NOUN | Tag::PROPN))
}

fn grades(word: &str) -> bool {
    word.ends_with("ly") || ["more", "most", "less", "least", "very", "too", "so"].contains(&word)
}

fn is_genitive(word: &str) -> bool {
    matches!(word, "'s" | "’s")
}

fn is_possessive(word: &str) -> bool {
    ["its", "their", "our", "his", "her", "my", "your"].contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::read_sentence;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let tokens = read_sentence(text);
        let found: Vec<String> = phrases(text, &tokens)
            .iter()
            .map(|phrase| {
                let run = &tokens[phrase.tokens.clone()];
                let words = &text[run[0].span().start..run[run.len() - 1].span().end];
                format!("{words} ({:?})", phrase.number(text, &tokens))
            })
            .collect();
        expected.assert_eq(&found.join("\n"));
    }

    #[test]
    fn phrases_of_essays() {
        check(
            "The strongest architectures emerge when economic stability and security are pursued as a single, coherent strategy.",
            expect![[r#"
                The strongest architectures (Plural)
                economic stability (Singular)
                security (Singular)
                a single, coherent strategy (Singular)"#]],
        );
        check(
            "Joint procurement pools for essential goods, regional stockpiles of critical materials, and harmonized export controls become practical instruments of cooperation.",
            expect![[r#"
                Joint procurement (Singular)
                essential goods (Plural)
                regional stockpiles (Plural)
                critical materials (Plural)
                harmonized export controls (Plural)
                practical instruments (Plural)
                cooperation (Singular)"#]],
        );
    }

    #[test]
    fn a_set_phrase_takes_no_noun() {
        check(
            "In reality unemployment is like a bath.",
            expect![[r#"
                reality (Singular)
                unemployment (Singular)
                a bath (Singular)"#]],
        );
    }

    #[test]
    fn names_and_numbers() {
        check(
            "In 1912 the young Marie Curie received two Nobel Prizes for her work on radium.",
            expect![[r#"
                the young Marie Curie (Singular)
                two Nobel Prizes (Plural)
                her work (Singular)
                radium (Singular)"#]],
        );
    }
}
