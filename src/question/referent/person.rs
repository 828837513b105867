//! Whom "he" or "she" means.
//!
//! Apart from "it" and "they", which go on about the last sentence's subject: people are told by their names.

use super::Subject;
use crate::language::{Number, Tag, Token, lexicon, stems};
use crate::question::mention::Mention;
use crate::question::reading::{At, Reading};

/// How many sentences back a person's name may stand.
const REACH: usize = 4;

/// Whom "he" or "she" means: the one person named before in the paragraph, or the one whom the
/// article is about.
pub(super) fn person(reading: &Reading<'_>, at: At, token: usize) -> Option<Subject> {
    let word = reading.tokens(at)[token]
        .of(reading.text(at))
        .to_lowercase();
    let pronoun = if ["he", "him", "his"].contains(&word.as_str()) {
        "he"
    } else {
        "she"
    };
    if is_told_of_another(reading, at, token)
        || may_be_another(reading, at)
        || is_after_stranger(reading, at)
    {
        return None;
    }
    if is_named_in_sentence(reading, at, token) {
        return None;
    }
    let name = match reading.hero() {
        Some(hero) if hero.pronoun == pronoun => {
            let other = others_before(reading, at)
                .into_iter()
                .any(|name| !hero.is(name) && may_be(reading, name, pronoun));
            (!other).then(|| hero.name.clone())?
        }
        None if others_gendered(reading, at, pronoun) => return None,
        hero => {
            let known = |name: &&str| {
                hero.as_ref().is_none_or(|hero| !hero.is(name)) && may_be(reading, name, pronoun)
            };
            let mut others = others_before(reading, at).into_iter().filter(known);
            let one = others.next()?;
            others.next().is_none().then(|| one.to_owned())?
        }
    };
    (!reading.register.is_lived_in(&name)).then(|| Subject {
        stem: stems(&name).into_last(),
        ..Subject::new(&name, Number::Singular, true, pronoun)
    })
}

/// Whether somebody is not known to be of the other sex.
fn may_be(reading: &Reading<'_>, name: &str, pronoun: &str) -> bool {
    reading.gender(name).is_none_or(|gender| gender == pronoun)
}

/// Whether the sentence before names what may be somebody else: nothing tells what the name is of.
fn may_be_another(reading: &Reading<'_>, at: At) -> bool {
    let Some(sentence) = at.sentence.checked_sub(1) else {
        return false;
    };
    let mut named = reading.register.mentions_in(At { sentence, ..at }).iter();
    named.any(|mention| is_unknown(reading, mention))
}

/// Whether nothing tells what a name is of.
fn is_unknown(reading: &Reading<'_>, mention: &Mention) -> bool {
    let own = reading.hero().is_some_and(|hero| hero.is(&mention.text));
    !own && !reading.register.sorts.contains_key(&mention.text)
}

/// Whether the last sentence before that speaks of somebody brings in one without a name: "I asked a farmer why he
/// had walked there. He had come by night". Before anybody has a name it is the one whom the article is about who is
/// brought in so.
fn is_after_stranger(reading: &Reading<'_>, at: At) -> bool {
    let family = reading
        .hero()
        .and_then(|hero| stems(&hero.name).into_last());
    let named = family.and_then(|family| reading.places_of(family).first());
    if reading.hero().is_some() && named.is_none_or(|named| at < *named) {
        return false;
    }
    let first = at.sentence.saturating_sub(REACH);
    let before = (first..at.sentence)
        .rev()
        .map(|sentence| At { sentence, ..at });
    let strange = |before: At| {
        let (text, tokens) = (reading.text(before), reading.tokens(before));
        let mut phrases = reading.phrases(before).iter();
        phrases.any(|phrase| {
            tokens[phrase.tokens.start].is_any(text, &["a", "an"])
                && lexicon::is_one_person(tokens[phrase.head].of(text))
        })
    };
    for before in before {
        if !reading.people_in(before).is_empty() {
            return false;
        }
        if strange(before) {
            return true;
        }
    }
    false
}

/// Whether the sentence or those before it speak of both a "he" and a "she".
fn others_gendered(reading: &Reading<'_>, at: At, pronoun: &str) -> bool {
    let other: &[&str] = if pronoun == "he" {
        &["she", "her", "hers"]
    } else {
        &["he", "him", "his"]
    };
    let first = at.sentence.saturating_sub(REACH);
    (first..=at.sentence).any(|sentence| {
        let near = At { sentence, ..at };
        reading
            .tokens(near)
            .iter()
            .any(|token| token.is_any(reading.text(near), other))
    })
}

/// Whether somebody is named before the token in its own sentence, or what may be somebody: "the loudest voice is Roy
/// Luscott, the ninth of his family to farm Upper Luscott".
fn is_named_in_sentence(reading: &Reading<'_>, at: At, token: usize) -> bool {
    let before = reading.run(at, 0..token);
    let mut people = reading.people_in(at).into_iter();
    let strange = |mention: &Mention| {
        let start = mention.tokens.start;
        let placed = start > 0 && reading.tokens(at)[start - 1].tag == Tag::ADP;
        let full = mention.tokens.len() > 1 && mention.tokens.end <= token;
        full && !placed && is_unknown(reading, mention)
    };
    people.any(|name| before.contains(name)) || reading.register.mentions_in(at).iter().any(strange)
}

/// Whether a ship stands before the pronoun, or the last sentence before that is about somebody is about
/// one without a name: "the young player was taken to the shop. She stayed".
fn is_told_of_another(reading: &Reading<'_>, at: At, token: usize) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let ship = tokens[token].is_any(text, &["she", "her"])
        && tokens[..token]
            .iter()
            .any(|before| lexicon::is_ship(before.of(text)));
    let first = at.sentence.saturating_sub(REACH);
    let subjects = (first..at.sentence).rev().filter_map(|sentence| {
        let before = At { sentence, ..at };
        let head = reading.clause(before)?.head;
        Some((reading.text(before), reading.tokens(before)[head]))
    });
    let named =
        |(text, head): &(&str, Token)| head.tag == Tag::PROPN || head.is_any(text, &["he", "she"]);
    let somebody = |(text, head): &(&str, Token)| {
        let word = head.of(text);
        lexicon::is_person(word) && !lexicon::is_plural(word)
    };
    // "Her teacher had known for weeks; she went on": nor is it clear within a sentence.
    let within = reading
        .clauses(at)
        .iter()
        .any(|clause| clause.head < token && somebody(&(text, tokens[clause.head])));
    let last = subjects
        .into_iter()
        .find(|subject| named(subject) || somebody(subject));
    ship || within || last.is_some_and(|subject| !named(&subject))
}

/// The people named in the few sentences before, back to the start of the paragraph; of the names of
/// one person only the longest.
fn others_before<'a>(reading: &'a Reading<'_>, at: At) -> Vec<&'a str> {
    let first = at.sentence.saturating_sub(REACH);
    let sentences = (first..at.sentence).map(|sentence| At { sentence, ..at });
    let mut names: Vec<&str> = sentences
        .flat_map(|before| reading.people_in(before))
        .collect();
    names.sort_by_key(|name| (std::cmp::Reverse(name.len()), *name));
    names.dedup();
    let mut apart: Vec<&str> = Vec::new();
    for name in names {
        if !apart.iter().any(|known| {
            known
                .split(' ')
                .any(|part| name.split(' ').any(|other| other == part))
        }) {
            apart.push(name);
        }
    }
    apart
}
