//! People, places and other names: which one the article means.
//!
//! Apart from `gap`, whose options are phrases that describe something.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::language::{Tag, Token, lexicon};

use super::clarity::whole;
use super::distractor::WRONG;
use super::draft::hash;
use super::gap::GAP;
use super::reading::{At, Reading};
use super::{Draft, Kind, KindName};

/// The most words of a quoted sentence.
const LONGEST: usize = 28;

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

/// Capitalised words that are no names that could be asked for.
const CALENDAR: &[&str] = &[
    "april",
    "august",
    "christmas",
    "december",
    "february",
    "friday",
    "january",
    "july",
    "june",
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

/// The kind.
pub(crate) struct Name;

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Person,
    Place,
    Body,
}

/// A name where it stands.
struct Mention {
    at: At,
    tokens: Range<usize>,
    text: String,
}

/// The names of an article, each with what it is of.
struct Register {
    mentions: Vec<Mention>,
    sorts: BTreeMap<String, Sort>,
}

impl Kind for Name {
    fn name(&self) -> KindName {
        KindName::Name
    }

    fn drafts(&self, reading: &Reading<'_>) -> Vec<Draft> {
        let register = Register::of(reading);
        let mentions = register.mentions.iter();
        mentions
            .filter_map(|mention| draft(reading, &register, mention))
            .collect()
    }
}

fn draft(reading: &Reading<'_>, register: &Register, mention: &Mention) -> Option<Draft> {
    let at = mention.at;
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let start = whole(reading, at, 4..=LONGEST)?.start;
    let span = reading.sentence(at).span_of(mention.tokens.clone());
    let inside = start <= mention.tokens.start;
    let first = tokens.get(start).filter(|_| inside)?.span.start;
    let before = text.get(first..span.start)?;
    let after = text.get(span.end..reading.sentence(at).span.end)?;
    let dots = if start > 0 { "… " } else { "" };
    let said = format!("{dots}{before}{GAP}{after}");
    let told = mention.text.split(' ').any(|part| said.contains(part));
    (!told).then(|| Draft {
        stem: format!(
            "Which name completes this sentence from the article? “{}”",
            said
        ),
        key: mention.text.clone(),
        wrong: register.others(mention, &said),
        evidence: reading.evidence(at),
        explanation: format!("The article names {}.", mention.text),
        score: 0.6 + 0.2 * reading.centrality(&said),
    })
}

impl Register {
    fn of(reading: &Reading<'_>) -> Self {
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
            mentions,
        }
    }

    /// Three other names of the same sort that the sentence does not hold, no two of them parts of
    /// one another.
    fn others(&self, key: &Mention, said: &str) -> Vec<String> {
        let Some(sort) = self.sorts.get(&key.text) else {
            return Vec::new();
        };
        let mut names: Vec<&String> = self
            .sorts
            .iter()
            .filter(|(_, other)| *other == sort)
            .map(|(name, _)| name)
            .collect();
        let words = |name: &str| name.split(' ').count();
        names.sort_by_cached_key(|name| {
            (words(name).abs_diff(words(&key.text)), hash(&[said, name]))
        });
        let mut taken = self.family(&key.text);
        let mut others = Vec::new();
        for name in names {
            let apart = name
                .split(' ')
                .all(|part| !taken.contains(part) && !said.contains(part));
            if apart && words(name).abs_diff(words(&key.text)) < 2 && others.len() < WRONG {
                taken.extend(self.family(name));
                others.push(name.clone());
            }
        }
        others
    }

    /// All parts of the names that share a part with this one: "Agnes" and "Pockels" are one
    /// person where "Agnes Pockels" is named.
    fn family(&self, name: &str) -> BTreeSet<&str> {
        let own: BTreeSet<&str> = name.split(' ').collect();
        let parts = |mention: &'_ Mention| mention.text.split(' ').any(|part| own.contains(part));
        let family = self.mentions.iter().filter(|mention| parts(mention));
        family.flat_map(|mention| mention.text.split(' ')).collect()
    }
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
        let named = next > 0 || reading.is_name(tokens[0].of(text));
        if end > next && named && !modifies(text, tokens.get(end)) {
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
    let cased = word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    cased
        && token.tag != Tag::PUNCT
        && !lexicon::is_function_word(&small)
        && !CALENDAR.contains(&small.as_str())
        && !TITLES.contains(&small.as_str())
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
        () if body => Some(Sort::Body),
        () if TITLES.contains(&before) || before == "." && mention.tokens.len() > 1 => {
            Some(Sort::Person)
        }
        () if BEFORE_PLACE.contains(&before) => Some(Sort::Place),
        () if acts || before == "by" => Some(Sort::Person),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        expected.assert_eq(&drafts(&Name, &format!("# Canals\n\n{text}\n")));
    }

    #[test]
    fn a_person_stands_among_persons() {
        check(
            "In 1801 the Treasury sent the engineer Thomas Telford north, and Telford made two journeys. \
             The masons worked for years under the eye of Telford and were paid by Matthew Davidson. \
             Later the locks were mended by James Walker. In the end the whole work was led by William Jessop.",
            expect![[r#"
                Which name completes this sentence from the article? “In 1801 the _____ sent the engineer Thomas Telford north, and Telford made two journeys.”
                * Treasury

                Which name completes this sentence from the article? “Later the locks were mended by _____.”
                * James Walker
                William Jessop
                Matthew Davidson
                Telford

                Which name completes this sentence from the article? “In the end the whole work was led by _____.”
                * William Jessop
                James Walker
                Matthew Davidson
                Telford"#]],
        );
    }

    #[test]
    fn a_place_is_not_offered_for_a_person() {
        check(
            "The stones for the locks were cut in Corpach. The ships came to Inverness every week. \
             The surveys of the whole line were made by James Watt.",
            expect![[r#"
                Which name completes this sentence from the article? “The stones for the locks were cut in _____.”
                * Corpach
                Inverness

                Which name completes this sentence from the article? “The surveys of the whole line were made by _____.”
                * James Watt"#]],
        );
    }
}
