//! What a pronoun, or "there", can mean inside the run of words that it stands in.
//!
//! Apart from `clarity`, which says of each word whether it needs something before it.

use std::ops::Range;

use crate::article::MONTHS;
use crate::language::lemma::{self, Form};
use crate::language::lexicon::Sort;
use crate::language::{Number, Phrase, Role, Tag, Token, lexicon};
use crate::question::reading::{At, Reading};

/// Words behind "the" that say which of several that are not named.
const WHICH: &[&str] = &[
    "eighth",
    "fifth",
    "first",
    "former",
    "fourth",
    "last",
    "latest",
    "latter",
    "other",
    "others",
    "second",
    "seventh",
    "sixth",
    "something",
    "third",
];

/// "Four tried the entrance", "the second stood in the workshop", "some follow": of what?
pub(super) fn is_nameless(reading: &Reading<'_>, at: At, start: usize) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let is =
        |token: usize, words: &[&str]| tokens.get(token).is_some_and(|it| it.is_any(text, words));
    let acts = |token: usize| {
        let token = tokens.get(token);
        token.is_some_and(|token| matches!(token.tag, Tag::VERB | Tag::AUX))
    };
    // "The best known is the char", "the largest lies in the north": the best known what?
    let graded = |token: usize| {
        let token = tokens.get(token);
        token.is_some_and(|token| {
            token.is_any(text, &["best", "most", "least", "worst"])
                || token.tag == Tag::ADJ && token.of(text).ends_with("est")
        })
    };
    let verb = (start + 2..tokens.len().min(start + 5))
        .find(|token| acts(*token) && !is_participle_at(text, tokens, *token));
    let bare = is(start, &["the"])
        && graded(start + 1)
        && verb.is_some_and(|verb| {
            let mut inside = start + 1..verb;
            !inside.any(|token| {
                matches!(tokens[token].tag, Tag::NOUN | Tag::PROPN)
                    && !is_participle_at(text, tokens, token)
            })
        });
    // "The longest, the Sarn, extends", "the longest on record lasted".
    let headless = is(start, &["the"]) && graded(start + 1) && is(start + 2, &[",", "on"]);
    if bare || headless {
        return true;
    }
    if is_the_one(text, &tokens[start..]) {
        return true;
    }
    // "Only one, which had been written in violet, was beyond help."
    let count = start + usize::from(is(start, &["just", "only"]));
    let of_count = tokens.get(count);
    let counted =
        of_count.is_some_and(|it| it.tag == Tag::NUM || lexicon::is_quantifier(it.of(text)));
    let ranked = is(start, &["the", "a", "another"]) && is(start + 1, WHICH);
    let phrase = reading.phrase_from(at, start);
    let alone = acts(start + 2)
        || is(start + 2, &[","])
        || phrase.is_some_and(|phrase| phrase.head == start + 1);
    counted && (acts(count + 1) || is(count + 1, &[","])) || ranked && alone
}

/// "The one behind us was built in 1868": not "the one of brick", "the one thing".
fn is_the_one(text: &str, tokens: &[Token]) -> bool {
    let [the, one, next, ..] = tokens else {
        return false;
    };
    let bound = next.is_any(text, &["of", "that", "which", "who", "with"])
        || matches!(next.tag, Tag::NOUN | Tag::ADJ);
    the.is(text, "the") && one.is_any(text, &["one", "ones"]) && !bound
}

/// "Known" of "the best known is".
fn is_participle_at(text: &str, tokens: &[Token], token: usize) -> bool {
    let behind = tokens.get(token + 1);
    lemma::forms(tokens[token].of(text)).contains(&Form::Participle)
        && behind.is_some_and(|next| next.tag == Tag::AUX)
}

/// "Packed into a flake, it can sink": what sinks is not said.
pub(super) fn is_subject_of_participle(
    reading: &Reading<'_>,
    at: At,
    start: usize,
    token: usize,
) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let first = tokens[start];
    let participle = first.tag == Tag::VERB
        && (first.of(text).ends_with("ed") || first.of(text).ends_with("ing"));
    let pronoun = tokens[token].is_any(text, &["it", "they", "he", "she"]);
    participle && pronoun && reading.clause(at).is_none_or(|clause| clause.head == token)
}

/// "There are", "there can be", "is there": the word stands for what is said to be.
pub(super) fn is_said_to_be(tokens: &[Token], there: usize) -> bool {
    let acts = |token: Option<&Token>| {
        token.is_some_and(|token| matches!(token.tag, Tag::AUX | Tag::VERB | Tag::PART))
    };
    // "The ice there was thick": where?
    let behind_noun = there
        .checked_sub(1)
        .is_some_and(|before| matches!(tokens[before].tag, Tag::NOUN | Tag::PROPN));
    !behind_noun && acts(tokens.get(there + 1))
        || tokens
            .get(there + 1)
            .is_some_and(|next| next.tag == Tag::ADV)
            && acts(tokens.get(there + 2))
}

/// Whether the run says where something is, so that "there" behind it can mean that.
pub(crate) fn has_place(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let locates = |token: &Token| token.is_any(text, &["at", "in", "into", "near", "on", "to"]);
    run.into_iter().any(|token| {
        locates(&tokens[token])
            && tokens.get(token + 1).is_some_and(|next| {
                matches!(next.tag, Tag::DET | Tag::NOUN | Tag::PROPN | Tag::ADJ)
            })
    })
}

/// "According to one account, it forms above a plume": nothing of such a phrase does what the clause
/// behind it says.
pub(super) fn is_led_by_phrase(reading: &Reading<'_>, at: At, token: usize) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    // "In contact with water it can turn": nor without the comma.
    let end = token
        .checked_sub(1)
        .filter(|comma| tokens[*comma].is(text, ","))
        .unwrap_or(token);
    let since = tokens[0].is(text, "since");
    let phrase = since || tokens[0].tag == Tag::ADP || tokens[0].is(text, "according");
    let inside = |token: usize| {
        let mut phrases = reading.phrases(at).iter();
        phrases.any(|phrase| phrase.tokens.contains(&token))
    };
    let acts = |token: usize| matches!(tokens[token].tag, Tag::VERB | Tag::AUX) && !inside(token);
    // "On the southern side, where no burrows were dug, it killed": what is only said of the phrase is part of it. "Since
    // farmers who kept sheep feared wolves, they built walls" has a verb of its own behind that.
    let relative = |token: &usize| tokens[*token].is_any(text, &["where", "which", "who", "whose"]);
    let own = (1..end).find(|token| !since && relative(token));
    let mut own = 1..own.unwrap_or(end);
    if phrase && end > 1 && !own.any(acts) {
        return true;
    }
    let mut clauses = reading.clauses(at).iter();
    let own = clauses.find(|clause| clause.head == token && !clause.is_order());
    let lead = own.and_then(|clause| clause.lead.as_ref());
    lead.is_some_and(|lead| {
        matches!(lead.role, Role::Time | Role::Place)
            && reading.clause_in(at, lead.body..lead.tokens.end).is_none()
    })
}

/// The run without the subject of the clause that a token is an object of, nor the phrase that leads it: nobody
/// "regards them" and means himself, and "by six votes the court remitted it" means no vote.
pub(super) fn without_subject(
    reading: &Reading<'_>,
    at: At,
    run: Range<usize>,
    token: usize,
) -> Range<usize> {
    let mut clauses = reading.clauses(at).iter();
    let own = clauses.find(|clause| clause.rest.contains(&token));
    let acts = |token: &Token| matches!(token.tag, Tag::VERB | Tag::AUX);
    let behind = own.filter(|clause| {
        let start = clause.subject.start.max(run.start);
        !reading.tokens(at)[run.start..start].iter().any(acts)
    });
    behind.map_or(run.clone(), |clause| {
        clause.subject.end.min(run.end)..run.end
    })
}

/// The run up to the noun of a relative clause that a token is an object of: "the people who built them" did not
/// build themselves.
pub(super) fn without_antecedent(
    reading: &Reading<'_>,
    at: At,
    run: Range<usize>,
    token: usize,
) -> Range<usize> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let relative = token
        .checked_sub(2)
        .filter(|who| tokens[*who].is_any(text, &["that", "which", "who"]));
    before_phrase(reading, at, run, relative)
}

/// The run up to the phrase that ends at a token; all of it where none does.
fn before_phrase(
    reading: &Reading<'_>,
    at: At,
    run: Range<usize>,
    end: Option<usize>,
) -> Range<usize> {
    let mut phrases = reading.phrases(at).iter();
    let phrase = end.and_then(|end| phrases.find(|phrase| phrase.tokens.end == end));
    let end = phrase.map_or(run.end, |phrase| {
        phrase.tokens.start.clamp(run.start, run.end)
    });
    run.start..end
}

/// The run without the subject of which a token says what it is.
pub(super) fn without_being(
    reading: &Reading<'_>,
    at: At,
    run: Range<usize>,
    token: usize,
) -> Range<usize> {
    let mut clauses = reading.clauses(at).iter();
    let own = clauses.find(|clause| clause.rest.contains(&token));
    let is = |verb: &Token| verb.is_any(reading.text(at), &["are", "is", "was", "were"]);
    let being = own.is_some_and(|clause| {
        is(&reading.tokens(at)[clause.verb.main]) && clause.rest.start == token
    });
    if being {
        without_subject(reading, at, run, token)
    } else {
        run
    }
}

/// The run up to what a token says something of: "a cubic metre of it" is no part of itself.
pub(super) fn without_part(
    reading: &Reading<'_>,
    at: At,
    run: Range<usize>,
    token: usize,
) -> Range<usize> {
    let of = token.checked_sub(1);
    let of = of.filter(|of| reading.tokens(at)[*of].is(reading.text(at), "of"));
    before_phrase(reading, at, run, of)
}

/// Whether the run holds a phrase that "they" behind it can mean, or "he or she".
pub(super) fn names(reading: &Reading<'_>, at: At, run: Range<usize>, number: Number) -> bool {
    names_such(reading, at, run, number, |_| true)
}

/// Whether the run holds a phrase that "it" behind it can mean: nobody is "it".
pub(crate) fn names_thing(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let text = reading.text(at);
    let thing = |head: &Token| {
        let word = head.of(text);
        let named = head.tag == Tag::PROPN && reading.is_person(word);
        !named && !lexicon::is_one_person(word)
    };
    names_such(reading, at, run, Number::Singular, thing)
}

fn names_such(
    reading: &Reading<'_>,
    at: At,
    run: Range<usize>,
    number: Number,
    fits: impl Fn(&Token) -> bool,
) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    // "At 8,000 metres", "in ten years": nobody means the metres by "they".
    let counted = |phrase: &Phrase| {
        let first = phrase.tokens.start.saturating_sub(1).max(run.start);
        (first..phrase.tokens.end).any(|token| tokens[token].tag == Tag::NUM)
            && !lexicon::is_person(tokens[phrase.head].of(text))
    };
    reading.phrases(at).iter().any(|phrase| {
        let inside = phrase.tokens.start >= run.start && phrase.tokens.end <= run.end;
        let head = &tokens[phrase.head];
        // "Last year it handled more": nor is a time meant.
        let time = lexicon::sort(head.of(text)) == Sort::Time;
        inside && phrase.number(text, tokens) == number && !counted(phrase) && !time && fits(head)
    })
}

/// Whether a name stands in the run that "he" or "she" can mean: a month is none, nor is the one
/// whom the article is about where the pronoun is the other.
pub(crate) fn has_person(reading: &Reading<'_>, at: At, run: Range<usize>, pronoun: &str) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let hero = reading.hero();
    // Where some are "he" and some "she", a name alone does not say which.
    if hero.is_none() && reading.has_both() {
        return false;
    }
    let named = |token: &Token| {
        let own = hero.as_ref().is_some_and(|hero| hero.is(token.of(text)));
        let fits = hero
            .as_ref()
            .is_none_or(|hero| own == (hero.pronoun == pronoun));
        reading.is_person(token.of(text)) && !token.is_any(text, &MONTHS) && fits
    };
    tokens[run].iter().any(named)
}
