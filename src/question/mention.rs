//! Where the names stand in a sentence, and what the words around them tell.
//!
//! Apart from `register`, which gathers the names of the whole article.

use std::ops::Range;

use crate::language::lexicon::Sort;
use crate::language::{Tag, Token, lexicon};

use super::reading::{At, Reading};
use super::register::has_given_name;

/// Capitalised words that are no names that could be asked for: days, months, feasts, units
/// and languages of no one country.
const CALENDAR: &[&str] = &[
    "april",
    "arabic",
    "august",
    "celsius",
    "christmas",
    "december",
    "easter",
    "fahrenheit",
    "february",
    "friday",
    "hebrew",
    "january",
    "july",
    "june",
    "kelvin",
    "latin",
    "lent",
    "march",
    "may",
    "monday",
    "november",
    "october",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
];

/// Verbs beside which stands whose words are given.
const SAYING: &[&str] = &[
    "added",
    "adds",
    "admits",
    "admitted",
    "argued",
    "argues",
    "complained",
    "explained",
    "explains",
    "insisted",
    "insists",
    "recalled",
    "recalls",
    "remarked",
    "remembers",
    "replied",
    "said",
    "says",
    "told",
    "warned",
    "warns",
    "writes",
    "wrote",
];

/// A name where it stands.
pub(super) struct Mention {
    pub(super) at: At,
    pub(super) tokens: Range<usize>,
    pub(super) text: String,
}

/// Whether "'s" follows, so that the name says whose something is.
pub(super) fn is_owner(reading: &Reading<'_>, mention: &Mention) -> bool {
    let next = reading.tokens(mention.at).get(mention.tokens.end);
    next.is_some_and(|next| {
        next.tag == Tag::PART || next.is_any(reading.text(mention.at), &["'s", "’s"])
    })
}

/// "The poet Robert Southey": the word before tells who can be meant.
pub(super) fn is_described(reading: &Reading<'_>, mention: &Mention) -> bool {
    let before = mention
        .tokens
        .start
        .checked_sub(1)
        .map(|at| reading.tokens(mention.at)[at].tag);
    matches!(before, Some(Tag::NOUN | Tag::ADJ))
}

/// Whether a verb of saying stands beside the name.
pub(super) fn is_speaker(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let says = |token: Option<usize>| {
        let token = token.and_then(|token| tokens.get(token));
        token.is_some_and(|token| is_saying(text, *token))
    };
    says(mention.tokens.start.checked_sub(1)) || says(Some(mention.tokens.end))
}

/// "Said", "warns": a verb beside which stands whose words are given.
pub(super) fn is_saying(text: &str, token: Token) -> bool {
    token.is_any(text, SAYING)
}

/// The runs of capitalised words in a sentence; at its start only a name known from elsewhere.
pub(super) fn mentions(reading: &Reading<'_>, at: At) -> Vec<Mention> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let mut found = Vec::new();
    let mut next = 0;
    while next < tokens.len() {
        let end = next
            + tokens[next..]
                .iter()
                .take_while(|token| is_name_part(text, token))
                .count();
        let begins = next == 0
            && (tokens[0].tag != Tag::PROPN || !reading.is_name(tokens[0].of(text)))
            && !has_given_name(reading.run(at, 0..end));
        let common = || {
            let mut parts = reading.run(at, next..end).split(' ');
            parts.any(|part| reading.is_word(part))
        };
        if end > next
            && !begins
            && !is_part(text, tokens, &(next..end))
            && !common()
            && !modifies(text, tokens.get(end))
        {
            let name = reading.run(at, next..end).to_owned();
            found.push(Mention {
                at,
                tokens: next..end,
                text: name,
            });
        }
        next = end.max(next + 1);
    }
    found
}

/// Whether a longer name holds these words: "Commons" in "House of Commons", but not "Velmark" in "Duke Albrecht of
/// Velmark".
fn is_part(text: &str, tokens: &[Token], words: &Range<usize>) -> bool {
    let is = |at: usize, known: &[&str]| tokens.get(at).is_some_and(|it| it.is_any(text, known));
    let is_cased = |at: usize| {
        let token = tokens.get(at);
        token.is_some_and(|it| it.of(text).starts_with(char::is_uppercase))
    };
    let joins = ["of", "for"];
    let behind = words.end + 1 + usize::from(is(words.end + 1, &["the"]));
    let opens = is(words.end, &joins) && is_cased(behind);
    let article = words.start.checked_sub(1).filter(|at| is(*at, &["the"]));
    let link = article.unwrap_or(words.start).checked_sub(1);
    let head = link
        .filter(|at| is(*at, &joins))
        .and_then(|at| at.checked_sub(1));
    // "Heart's Content", "Neptune's Staircase".
    let owned = words.start > 1 && is(words.start - 1, &["'s", "’s"]) && is_cased(words.start - 2);
    let owns = is(words.end, &["'s", "’s"]) && is_cased(words.end + 1);
    let titled = |at: usize| {
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        before.is_some_and(|before| lexicon::is_title(before.of(text)))
    };
    let of_rank = opens && titled(words.start);
    // The first word of a sentence has its capital in any case.
    let named = head.is_some_and(|at| at > 0 && is_cased(at) && !titled(at));
    opens && !of_rank || owned || owns || named
}

/// Whether a common noun follows, so that the name only describes it: "French privateers".
fn modifies(text: &str, next: Option<&Token>) -> bool {
    next.is_some_and(|next| {
        let small = next.of(text).starts_with(char::is_lowercase);
        small && matches!(next.tag, Tag::NOUN | Tag::ADJ)
    })
}

fn is_name_part(text: &str, token: &Token) -> bool {
    let word = token.of(text);
    if !word.starts_with(char::is_uppercase) || !word.contains(char::is_lowercase) {
        return false;
    }
    let small = word.to_lowercase();
    // "I've" and "They're" are as little of a name as what they begin with.
    let begins = small.split(['\'', '’']).next().unwrap_or_default();
    token.tag != Tag::PUNCT
        && !lexicon::is_function_word(&small)
        && !lexicon::is_function_word(begins)
        && !CALENDAR.contains(&small.as_str())
        && !CALENDAR.contains(&small.trim_end_matches('s'))
        && !lexicon::is_title(&small)
}

/// "The engineer Otis Barton", "the mayor, Judith Penhale": a word for a person stands before.
pub(super) fn is_called(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let mut before = tokens[..mention.tokens.start].iter().rev();
    let calling = before.find(|token| !token.is(text, ","));
    let small = |word: &str| word.starts_with(char::is_lowercase);
    calling.is_some_and(|token| {
        token.tag == Tag::NOUN && small(token.of(text)) && lexicon::is_person(token.of(text))
    })
}

/// Words of which a place stands behind "of", besides those for places themselves.
const OF_A_PLACE: &[&str] = &[
    "citizens",
    "inhabitants",
    "outskirts",
    "people",
    "residents",
    "streets",
    "townsfolk",
    "townspeople",
    "villagers",
];

/// Whether a place follows "of" behind this word: "the island of Skerray", "the people of Vernigo".
pub(super) fn is_of_place(word: &str) -> bool {
    let small = word.starts_with(char::is_lowercase);
    small && (lexicon::sort(word) == Sort::Place || OF_A_PLACE.contains(&word))
}

/// "The island of Skerray", "the people of Vernigo": what stands before "of" has a place behind it.
pub(super) fn is_kind_of_place(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let before = mention.tokens.start.checked_sub(2).map(|at| tokens[at]);
    before.is_some_and(|token| is_of_place(token.of(text)))
}

/// "Mr Pell", "Lady Hester": what stands before a name tells something of whose it is.
pub(super) fn has_title(reading: &Reading<'_>, mention: &Mention) -> bool {
    let before = mention.tokens.start.checked_sub(1);
    before.is_some_and(|before| {
        let before = reading.tokens(mention.at)[before];
        lexicon::is_title(before.of(reading.text(mention.at)))
    })
}

/// "The steamer Princess Alice": a word for a thing stands before what else would be a title.
pub(super) fn is_thing_before_title(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let before = mention.tokens.start.checked_sub(2).map(|at| tokens[at]);
    before.is_some_and(|token| {
        let word = token.of(text);
        let small = word.starts_with(char::is_lowercase);
        token.tag == Tag::NOUN && small && !lexicon::is_person(word)
    })
}
