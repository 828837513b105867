//! The names of an article: where they stand, and what they are of.
//!
//! Apart from `name`, which asks for them: pronouns and claims need to know them too.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::language::{Tag, Token, lexicon};

use super::distractor::CANDIDATES;
use super::draft::hash;
use super::quote::Quote;
use super::reading::{At, Reading};

/// Prepositions that a place follows.
const BEFORE_PLACE: &[&str] = &[
    "across", "at", "from", "in", "into", "near", "through", "to", "toward", "towards",
];

/// Words before a person's name.
const TITLES: &[&str] = &[
    "captain",
    "dr",
    "king",
    "lady",
    "lord",
    "miss",
    "mr",
    "mrs",
    "ms",
    "president",
    "prince",
    "princess",
    "professor",
    "queen",
    "saint",
    "sir",
];

/// Words that show that a name is no person's.
const BODIES: &[&str] = &[
    "act",
    "age",
    "bank",
    "bay",
    "board",
    "bridge",
    "canal",
    "church",
    "college",
    "committee",
    "company",
    "council",
    "empire",
    "firth",
    "glen",
    "hall",
    "house",
    "institute",
    "island",
    "islands",
    "journal",
    "lake",
    "loch",
    "museum",
    "ocean",
    "office",
    "park",
    "parliament",
    "river",
    "road",
    "school",
    "sea",
    "society",
    "station",
    "street",
    "treasury",
    "university",
    "valley",
    "war",
];

/// Capitalised words that are no names that could be asked for: days, months, feasts and units.
const CALENDAR: &[&str] = &[
    "april",
    "august",
    "celsius",
    "christmas",
    "december",
    "fahrenheit",
    "february",
    "friday",
    "january",
    "july",
    "june",
    "kelvin",
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

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Person,
    Place,
    Body,
}

/// A name where it stands.
pub(super) struct Mention {
    pub(super) at: At,
    pub(super) tokens: Range<usize>,
    pub(super) text: String,
}

/// The names of an article, each with what it is of.
pub(super) struct Register {
    pub(super) mentions: Vec<Mention>,
    pub(super) sorts: BTreeMap<String, Sort>,
    families: BTreeMap<String, BTreeSet<String>>,
}

/// Everybody whom the article names, by each form of the name.
pub(crate) fn people(reading: &Reading<'_>) -> BTreeSet<String> {
    let sorts = Register::of(reading).sorts.into_iter();
    sorts
        .filter(|(_, sort)| *sort == Sort::Person)
        .map(|(name, _)| name)
        .collect()
}

impl Register {
    /// A name of a quotation and another of the same sort that could stand there.
    pub(super) fn exchange(
        &self,
        reading: &Reading<'_>,
        quote: &Quote,
    ) -> Option<(Range<usize>, String)> {
        let inside = |mention: &&Mention| {
            mention.at == quote.at
                && quote.holds(&mention.tokens)
                && !is_owner(reading, mention)
                && !is_described(reading, mention)
        };
        let said = reading.words(quote.at);
        self.mentions.iter().filter(inside).find_map(|mention| {
            let other = self.others(&mention.text, said).into_iter().next()?;
            Some((mention.tokens.clone(), other))
        })
    }

    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let mentions: Vec<Mention> = reading
            .claims()
            .flat_map(|at| mentions(reading, at))
            .collect();
        let mut votes: BTreeMap<String, [usize; 3]> = BTreeMap::new();
        for mention in &mentions {
            if let Some(sort) = sort_of(reading, mention) {
                votes.entry(mention.text.clone()).or_default()[sort as usize] += 1;
            }
        }
        let sorts = votes
            .into_iter()
            .filter_map(|(name, votes)| Some((name, winner(votes)?)));
        Register {
            sorts: sorts.collect(),
            families: families(&mentions),
            mentions,
        }
    }

    /// Other names of the same sort that the sentence does not hold, no two of them parts of
    /// one another.
    pub(super) fn others(&self, key: &str, said: &str) -> Vec<String> {
        let Some(sort) = self.sorts.get(key) else {
            return Vec::new();
        };
        let mut names: Vec<&String> = self
            .sorts
            .iter()
            .filter(|(_, other)| *other == sort)
            .map(|(name, _)| name)
            .collect();
        let words = |name: &str| name.split(' ').count();
        names.sort_by_cached_key(|name| (words(name).abs_diff(words(key)), hash(&[said, name])));
        let mut taken = self.family(key);
        let mut states = states_in(said);
        states.extend(lexicon::country(key));
        let mut others = Vec::new();
        for name in names {
            let state = lexicon::country(name);
            let apart = name
                .split(' ')
                .all(|part| !taken.contains(part) && !said.contains(part))
                && state.is_none_or(|state| !states.contains(state));
            if apart && words(name).abs_diff(words(key)) < 2 && others.len() < CANDIDATES {
                taken.extend(self.family(name));
                states.extend(state);
                others.push(name.clone());
            }
        }
        others
    }

    /// All parts of the names that share a part with this one: "Agnes" and "Pockels" are one
    /// person where "Agnes Pockels" is named.
    fn family(&self, name: &str) -> BTreeSet<&str> {
        let families = name.split(' ').filter_map(|part| self.families.get(part));
        families.flatten().map(String::as_str).collect()
    }
}

/// Of each part of a name all parts of the names that it stands in.
fn families(mentions: &[Mention]) -> BTreeMap<String, BTreeSet<String>> {
    let names: BTreeSet<&str> = mentions.iter().map(|mention| &*mention.text).collect();
    let mut families: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in names {
        for part in name.split(' ') {
            let family = families.entry(part.to_owned()).or_default();
            family.extend(name.split(' ').map(str::to_owned));
        }
    }
    families
}

/// The countries that a text speaks of, by whatever name.
fn states_in(text: &str) -> BTreeSet<&'static str> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic() && c != '-')
        .collect();
    let single = words.iter().filter_map(|word| lexicon::country(word));
    let double = words
        .windows(2)
        .filter_map(|two| lexicon::country(&two.join(" ")));
    single.chain(double).collect()
}

/// Whether "'s" follows, so that the name says whose something is.
pub(super) fn is_owner(reading: &Reading<'_>, mention: &Mention) -> bool {
    reading
        .tokens(mention.at)
        .get(mention.tokens.end)
        .is_some_and(|next| next.tag == Tag::PART)
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

/// The sort with the most votes; `None` on a draw.
fn winner(votes: [usize; 3]) -> Option<Sort> {
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

/// The runs of capitalised words in a sentence; at its start only a name known from elsewhere.
fn mentions(reading: &Reading<'_>, at: At) -> Vec<Mention> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let mut found = Vec::new();
    let mut next = 0;
    while next < tokens.len() {
        let end = next
            + tokens[next..]
                .iter()
                .take_while(|token| is_name_part(text, token))
                .count();
        let begins =
            next == 0 && (tokens[0].tag != Tag::PROPN || !reading.is_name(tokens[0].of(text)));
        let named = !begins && !is_part(text, tokens, &(next..end));
        let common = reading
            .run(at, next..end.max(next + 1))
            .split(' ')
            .any(|part| reading.is_word(part));
        if end > next && named && !common && !modifies(text, tokens.get(end)) {
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

/// Whether a longer name holds these words: "Commons" in "House of Commons".
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
    // The first word of a sentence has its capital in any case.
    opens || head.is_some_and(|at| at > 0 && is_cased(at))
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
    let small = word.to_lowercase();
    // "I've" and "They're" are as little of a name as what they begin with.
    let begins = small.split(['\'', '’']).next().unwrap_or_default();
    let cased = word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    cased
        && token.tag != Tag::PUNCT
        && !lexicon::is_function_word(&small)
        && !lexicon::is_function_word(begins)
        && !CALENDAR.contains(&small.as_str())
        && !TITLES.contains(&small.as_str())
}

/// "The engineer Otis Barton", "the mayor, Judith Penhale": a word for a person stands before.
fn is_called(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let mut before = tokens[..mention.tokens.start].iter().rev();
    let calling = before.find(|token| !token.is(text, ","));
    let small = |word: &str| word.starts_with(char::is_lowercase);
    calling.is_some_and(|token| {
        token.tag == Tag::NOUN && small(token.of(text)) && lexicon::is_person(token.of(text))
    })
}

/// "The steamer Princess Alice": a word for a thing stands before what else would be a title.
fn is_thing_before_title(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let before = mention.tokens.start.checked_sub(2).map(|at| tokens[at]);
    before.is_some_and(|token| {
        let word = token.of(text);
        let small = word.starts_with(char::is_lowercase);
        token.tag == Tag::NOUN && small && !lexicon::is_person(word)
    })
}

/// What the words in and around a name tell of it.
fn sort_of(reading: &Reading<'_>, mention: &Mention) -> Option<Sort> {
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
    match () {
        () if common || before == "the" && !body => None,
        // "In German" is no place.
        () if lexicon::is_demonym(&mention.text) => None,
        () if body => Some(Sort::Body),
        () if TITLES.contains(&before) && is_thing_before_title(reading, mention) => None,
        () if TITLES.contains(&before) || before == "." && mention.tokens.len() > 1 => {
            Some(Sort::Person)
        }
        () if BEFORE_PLACE.contains(&before) || lexicon::country(&mention.text).is_some() => {
            Some(Sort::Place)
        }
        () if acts || before == "by" || is_called(reading, mention) => Some(Sort::Person),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let text = format!("# Canals\n\n{text}\n");
        let article = article::parse("a.md", text.as_bytes()).article;
        assert_eq!(Vec::from_iter(people(&Reading::of(&article))), expected);
    }

    #[test]
    fn what_a_pronoun_is_run_together_with_makes_no_name() {
        check(
            "In the end I've walked the whole towpath, and I'd walk it again. \
             The locks, we're told, were drawn by O'Brien, and they’ve lasted.",
            &["O'Brien"],
        );
    }
}
