//! What a name is of: somebody, somewhere or a body of people.
//!
//! Apart from the register, which gathers the signs of all its mentions.

use crate::language::{Tag, Token, lexicon};
use crate::question::mention::{
    Mention, is_called, is_kind_of_place, is_owner, is_speaker, is_thing_before_title,
};
use crate::question::reading::Reading;

/// Prepositions that a place follows.
const BEFORE_PLACE: &[&str] = &[
    "across", "at", "from", "in", "into", "near", "through", "to", "toward", "towards",
];

/// Words that show that a name is no person's.
const BODIES: &[&str] = &[
    "abbey",
    "act",
    "age",
    "agency",
    "association",
    "avenue",
    "bank",
    "basin",
    "bay",
    "board",
    "bridge",
    "canal",
    "castle",
    "cathedral",
    "channel",
    "church",
    "club",
    "college",
    "commission",
    "committee",
    "company",
    "corporation",
    "council",
    "county",
    "court",
    "creek",
    "department",
    "desert",
    "district",
    "empire",
    "farm",
    "federation",
    "firth",
    "forest",
    "fort",
    "foundation",
    "glen",
    "group",
    "hall",
    "harbour",
    "hill",
    "house",
    "inlet",
    "inn",
    "institute",
    "island",
    "islands",
    "journal",
    "lake",
    "lane",
    "league",
    "library",
    "line",
    "loch",
    "ministry",
    "mount",
    "mountains",
    "museum",
    "ocean",
    "office",
    "park",
    "parliament",
    "party",
    "peninsula",
    "plate",
    "port",
    "province",
    "railroad",
    "railway",
    "range",
    "ridge",
    "river",
    "road",
    "school",
    "sea",
    "society",
    "square",
    "station",
    "strait",
    "street",
    "tower",
    "treasury",
    "treaty",
    "trench",
    "union",
    "university",
    "valley",
    "war",
];

/// What rivers, valleys and towns do, and nobody else.
const DONE_BY_PLACES: &[&str] = &[
    "borders",
    "empties",
    "extends",
    "flowed",
    "flows",
    "stretches",
];

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::question) enum Sort {
    Person,
    Place,
    Body,
}

impl Sort {
    /// How much one sign of it counts: a land does what people do, "Velmark appointed a captain", but nobody
    /// is lived in.
    pub(super) fn weight(self) -> usize {
        if self == Sort::Place { 2 } else { 1 }
    }
}

/// "The bankers Harnisch and Daughter": a house named for somebody.
fn is_firm(text: &str, tokens: &[Token], mention: &Mention) -> bool {
    const PARTNERS: &[&str] = &[
        "brothers",
        "co",
        "company",
        "daughter",
        "daughters",
        "partners",
        "son",
        "sons",
    ];
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|it| it.is_any(text, words));
    let end = mention.tokens.end;
    is(end, &["and", "&"])
        && is(end + 1, PARTNERS)
        && tokens[end + 1].of(text).starts_with(char::is_uppercase)
}

/// "The regent of Astrin", "Duke Albrecht of Velmark": what somebody of rank is "of".
fn is_ruled(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let titled = |at: Option<usize>| at.is_some_and(|at| lexicon::is_title(tokens[at].of(text)));
    let before = |back: usize| mention.tokens.start.checked_sub(back);
    titled(before(2)) || titled(before(3)) && tokens[mention.tokens.start - 2].tag == Tag::PROPN
}

/// "Anne Whitlock, who chairs the committee,", "Leonor Casavel, a mathematician of the university,".
fn is_told_of(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|it| it.is_any(text, words));
    let (comma, next) = (mention.tokens.end, mention.tokens.end + 1);
    let somebody = || {
        let phrase = reading.phrase_from(mention.at, next);
        phrase.is_some_and(|phrase| lexicon::is_one_person(tokens[phrase.head].of(text)))
    };
    is(comma, &[","]) && (is(next, &["who"]) || is(next, &["a", "an", "the"]) && somebody())
}

/// "Jens Okkeby": a name for a man or a woman, and a family's; not "Victoria Falls", of which the second is a word.
pub(in crate::question) fn has_given_name(name: &str) -> bool {
    let mut parts = name.split(' ');
    let given = parts.next().and_then(lexicon::gender).is_some();
    let last = parts.next_back();
    given && last.is_some_and(|last| lexicon::usual_tag(&last.to_lowercase()).is_none())
}

/// Whether a word begins the name of a place that has a counterpart.
fn is_part_of_place(word: &str) -> bool {
    const PARTS: &[&str] = &[
        "East", "Great", "Little", "Lower", "New", "North", "Old", "South", "Upper", "West",
    ];
    PARTS.contains(&word)
}

/// The sort with the most votes; `None` on a draw.
pub(super) fn winner(votes: [usize; 3]) -> Option<Sort> {
    let sorts = [Sort::Person, Sort::Place, Sort::Body];
    let best = votes.into_iter().max()?;
    let mut first = sorts
        .into_iter()
        .filter(|sort| votes[*sort as usize] == best);
    match (first.next(), first.next()) {
        (Some(sort), None) => Some(sort),
        _ => None,
    }
}

fn is_behind_according(reading: &Reading<'_>, mention: &Mention) -> bool {
    let at = mention.tokens.start.checked_sub(2);
    at.is_some_and(|at| reading.tokens(mention.at)[at].is(reading.text(mention.at), "according"))
}

/// What the words in and around a name tell of it; what one that is `known` does tells too.
pub(super) fn sort_of(reading: &Reading<'_>, mention: &Mention, known: bool) -> Option<Sort> {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let before = mention
        .tokens
        .start
        .checked_sub(1)
        .map(|at| tokens[at].of(text).to_lowercase());
    let before = before.as_deref().unwrap_or_default();
    let after = tokens.get(mention.tokens.end);
    let is_body = |part: &str| BODIES.contains(&part.to_lowercase().as_str());
    let body = mention.text.split(' ').any(is_body);
    let common = mention.text.split(' ').all(is_body);
    let acts = after.is_some_and(|token| matches!(token.tag, Tag::VERB | Tag::AUX));
    let lies = after.is_some_and(|token| token.is_any(text, DONE_BY_PLACES));
    // "Roccalenta lay in a valley": so may somebody.
    let lay = after.is_some_and(|token| token.is_any(text, &["lay", "lies"]));
    let given = has_given_name(&mention.text);
    let is_country = lexicon::country(&mention.text).is_some();
    let stressed = after.is_some_and(|token| token.is_any(text, &["herself", "himself"]));
    match () {
        () if common || before == "the" && !body => None,
        // "In German" is no place.
        () if lexicon::is_demonym(&mention.text) => None,
        () if body => Some(Sort::Body),
        () if lexicon::is_title(before) && is_thing_before_title(reading, mention) => None,
        () if lexicon::is_title(before) || before == "." && mention.tokens.len() > 1 => {
            Some(Sort::Person)
        }
        () if is_firm(text, tokens, mention) => Some(Sort::Body),
        () if before == "of"
            && (is_kind_of_place(reading, mention) || is_ruled(reading, mention)) =>
        {
            Some(Sort::Place)
        }
        () if given && !is_country && ["from", "to"].contains(&before) => Some(Sort::Person),
        // "According to Aske".
        () if before == "to" && is_behind_according(reading, mention) => None,
        // "In Eddery's laboratory".
        () if BEFORE_PLACE.contains(&before) && is_owner(reading, mention) => None,
        () if BEFORE_PLACE.contains(&before) || lexicon::country(&mention.text).is_some() => {
            Some(Sort::Place)
        }
        // "Lower Sarn", "North Island".
        () if mention.tokens.len() > 1
            && mention.text.split(' ').next().is_some_and(is_part_of_place) =>
        {
            Some(Sort::Place)
        }
        () if is_speaker(reading, mention) && mention.tokens.len() > 1 => Some(Sort::Person),
        () if given && !lies => Some(Sort::Person),
        () if stressed || is_told_of(reading, mention) => Some(Sort::Person),
        () if lies => Some(Sort::Place),
        () if lay => None,
        () if acts && known || before == "by" || is_called(reading, mention) => Some(Sort::Person),
        () => None,
    }
}
