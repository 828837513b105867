//! Wrong options: phrases of the same article that could stand in the key's place and do not.
//!
//! Apart from the kinds, because what makes an option fair is the same for all of them.

use crate::language::lexicon::Sort;
use crate::language::{Stem, Stems, Tag, stems};

use super::clarity::beginning;
use super::draft::hash;
use super::reading::{At, Reading};
use super::stock::{Slot, Stock};

/// How many wrong options a question has.
pub(crate) const WRONG: usize = 3;

/// So many are looked for, of which the fairest are shown.
pub(crate) const CANDIDATES: usize = 2 * WRONG;

/// So large a part of the wrong options must name the same sort of thing as the key.
const FIT: f32 = 0.6;

/// What wrong options are wanted for.
pub(crate) struct Wanted<'a> {
    /// The right one.
    pub(crate) key: &'a Stock,
    /// Where the claim stands.
    pub(crate) at: At,
    /// The question's own words.
    pub(crate) stem: &'a str,
    /// Whom or what the claim is about: the stem of its subject's noun.
    pub(crate) subject: Option<Stem>,
}

/// What was found.
#[derive(Default)]
pub(crate) struct Choice {
    pub(crate) wrong: Vec<String>,
    /// How many of them name the same sort of thing as the key, 0 to 1.
    pub(crate) fit: f32,
}

impl Choice {
    /// The same, or nothing where most of them name other sorts of things than the key.
    pub(crate) fn fitting(self) -> Self {
        if self.fit > FIT {
            self
        } else {
            Choice::default()
        }
    }
}

/// Three phrases of the key's shape, none of them supported where the key stands; fewer when the
/// article has no more, none when the stem or the lengths would tell the key. The same article
/// gives the same ones.
pub(crate) fn choose(reading: &Reading<'_>, wanted: &Wanted<'_>) -> Choice {
    let stem = stems(wanted.stem);
    let siblings = take_siblings(reading, wanted, &stem);
    if siblings.len() > 1 && is_balanced(wanted.key, &siblings) {
        return Choice {
            wrong: siblings.iter().map(|other| other.text.clone()).collect(),
            fit: 1.0,
        };
    }
    if !wanted.key.stems.is_disjoint(&stem) {
        return Choice::default();
    }
    let alike = reading.store.alike(wanted.key).iter();
    let mut fit: Vec<&Stock> = alike
        .filter(|other| fits(reading, wanted, &stem, other))
        .collect();
    fit.sort_by_cached_key(|other| {
        (
            distance(wanted.key, other, &stem),
            hash(&[&wanted.key.text, &other.text]),
        )
    });
    let chosen = take_apart(&fit);
    if !is_balanced(wanted.key, &chosen) {
        return Choice::default();
    }
    let same = chosen
        .iter()
        .filter(|other| other.sort == wanted.key.sort)
        .count();
    Choice {
        wrong: chosen.iter().map(|other| other.text.clone()).collect(),
        fit: same as f32 / chosen.len().max(1) as f32,
    }
}

/// Phrases of the same noun that differ in what stands before it, "frictional unemployment" and
/// "structural unemployment": nothing could be closer.
fn take_siblings<'a>(
    reading: &'a Reading<'_>,
    wanted: &Wanted<'_>,
    stem: &Stems,
) -> Vec<&'a Stock> {
    let mut taken: Vec<&Stock> = Vec::new();
    if own_words(wanted.key).is_none_or(|own| !own.is_disjoint(stem)) {
        return taken;
    }
    let alike = reading.store.alike(wanted.key).iter();
    for other in alike.filter(|other| is_sibling(reading, wanted, stem, other)) {
        let apart = |known: &&Stock| match (own_words(known), own_words(other)) {
            (Some(one), Some(two)) => one.is_disjoint(&two),
            _ => false,
        };
        if taken.iter().all(apart) && taken.len() < WRONG {
            taken.push(other);
        }
    }
    taken
}

fn is_sibling(reading: &Reading<'_>, wanted: &Wanted<'_>, stem: &Stems, other: &Stock) -> bool {
    if other.head != wanted.key.head || other.at == wanted.at || !is_alike(wanted.key, other) {
        return false;
    }
    let (Some(key), Some(own)) = (own_words(wanted.key), own_words(other)) else {
        return false;
    };
    own.is_disjoint(&key)
        && own.is_disjoint(stem)
        && own.is_disjoint(reading.said_around(wanted.at))
        && !is_said_of(reading, wanted, other)
        && !has_same_verb(reading, wanted, other)
}

/// The stems of a phrase but for its noun; `None` where there are none, or more hangs on behind.
fn own_words(stock: &Stock) -> Option<Stems> {
    let head = stock.head.filter(|_| !stock.shape.tail)?;
    let own: Stems = stock.stems.iter().filter(|stem| *stem != head).collect();
    (!own.is_empty()).then_some(own)
}

/// The closest phrase of the key's shape, place and sort, with its distance: first one of the same
/// noun.
pub(crate) fn parallel<'a>(
    reading: &'a Reading<'_>,
    wanted: &Wanted<'_>,
) -> Option<(usize, &'a Stock)> {
    let stem = stems(wanted.stem);
    if let Some(sibling) = take_siblings(reading, wanted, &Stems::new()).first() {
        return Some((0, sibling));
    }
    let alike = reading.store.alike(wanted.key).iter();
    // Of things that are named once, "a knock" and "potatoes", hardly two could stand in one place.
    let known = |other: &Stock| {
        let places = |head: Stem| reading.places_of(head).len();
        other.sort != Sort::Other || other.head.is_some_and(|head| places(head) > 1)
    };
    let same = |other: &&Stock| {
        other.slot == wanted.key.slot && other.sort == wanted.key.sort && known(other)
    };
    let fit = alike
        .filter(same)
        .filter(|other| fits(reading, wanted, &stem, other));
    let near = fit.map(|other| (distance(wanted.key, other, &stem), other));
    near.min_by_key(|(distance, other)| (*distance, hash(&[&wanted.key.text, &other.text])))
}

/// Whether a phrase could stand in the key's place, and does not: it stands in such a place
/// elsewhere, in a sentence about something else.
fn fits(reading: &Reading<'_>, wanted: &Wanted<'_>, stem: &Stems, other: &Stock) -> bool {
    let key = wanted.key;
    other.at.passage != wanted.at.passage
        && is_slot_alike(key, other)
        && is_alike(key, other)
        && other.stems.is_disjoint(&key.stems)
        && !other.stems.is_subset(stem)
        && !other.stems.is_subset(reading.said_around(wanted.at))
        && !is_said_of(reading, wanted, other)
        && !has_same_verb(reading, wanted, other)
}

/// "Sanctions attract sympathy" and "policies attract scrutiny": either could stand where the verb is.
fn has_same_verb(reading: &Reading<'_>, wanted: &Wanted<'_>, other: &Stock) -> bool {
    let verb = |at: At, stock: &Stock| {
        let before = stock.tokens.start.checked_sub(1)?;
        let verb = reading.tokens(at)[before];
        (verb.tag == Tag::VERB).then(|| stems(verb.of(reading.text(at))))
    };
    let own = verb(wanted.at, wanted.key);
    own.is_some() && own == verb(other.at, other)
}

/// Whether both stand in the same sort of place.
fn is_slot_alike(key: &Stock, other: &Stock) -> bool {
    let after = |stock: &Stock| matches!(stock.slot, Slot::After(_));
    key.slot == other.slot || after(key) && after(other)
}

/// Whether the phrase's own sentence is about the claim's subject too; what the whole article is
/// about counts for nothing here.
fn is_said_of(reading: &Reading<'_>, wanted: &Wanted<'_>, other: &Stock) -> bool {
    let subject = wanted
        .subject
        .filter(|subject| !reading.topic.contains(*subject));
    subject.is_some() && subject == reading.subject(other.at, beginning(reading, other.at))
}

/// About as long, and unwelcome only if the other is.
fn is_alike(key: &Stock, other: &Stock) -> bool {
    let long = key.chars().max(other.chars());
    let short = key.chars().min(other.chars());
    key.words().abs_diff(other.words()) <= 1
        && (key.words() == 1) == (other.words() == 1)
        && (key.tone < 0) == (other.tone < 0)
        && long * 3 <= short * 5
}

/// How far two phrases are from being of one kind: small is close. One that shares a word with the
/// stem comes first, since that is what tempts somebody who has not read.
fn distance(key: &Stock, other: &Stock, stem: &Stems) -> usize {
    let tempting = if other.stems.is_disjoint(stem) { 3 } else { 0 };
    let tone = if key.tone == other.tone { 0 } else { 3 };
    let slot = if key.slot == other.slot { 0 } else { 4 };
    let sort = if key.sort == other.sort { 0 } else { 5 };
    let words = key.words().abs_diff(other.words()) * 2;
    slot + sort + tempting + tone + words + key.chars().abs_diff(other.chars()) / 4
}

/// The closest phrases of which no two share a word.
fn take_apart<'a>(fit: &[&'a Stock]) -> Vec<&'a Stock> {
    let mut taken: Vec<&Stock> = Vec::new();
    for other in fit {
        if taken
            .iter()
            .all(|before| before.stems.is_disjoint(&other.stems))
        {
            taken.push(other);
        }
        if taken.len() == WRONG {
            break;
        }
    }
    taken
}

/// Whether the key's length does not give it away: it is neither the longest nor the shortest by
/// more than a fifth.
fn is_balanced(key: &Stock, wrong: &[&Stock]) -> bool {
    let lengths = || wrong.iter().map(|other| other.chars());
    let longest = lengths().max().unwrap_or_default();
    let shortest = lengths().min().unwrap_or_default();
    key.chars() * 5 <= longest * 6 && shortest * 5 <= key.chars() * 6
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::question::stock::stock_of;

    const TEXT: &str = "# Rates\n\nThe council lowered the dues in a frozen harbour.\n\n\
        Merchants paid double in a tidal harbour.\n\nPilots lived for years in a royal harbour.\n\n\
        Grain was kept in a stone cellar.\n";

    #[test]
    fn things_of_one_noun_stand_beside_each_other() {
        let article = article::parse("a.md", TEXT.as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.claims().next().expect("there are claims");
        let key = stock_of(&reading, at)
            .into_iter()
            .find(|stock| stock.text == "a frozen harbour")
            .expect("it is a phrase");
        let wanted = Wanted {
            key: &key,
            at,
            stem: "Where did the council lower the dues?",
            subject: None,
        };
        let choice = choose(&reading, &wanted);
        assert_eq!(choice.wrong, ["a tidal harbour", "a royal harbour"]);
    }

    #[test]
    fn what_the_same_verb_does_elsewhere_is_not_wrong() {
        let text = "# Rates\n\nLow dues attract foreign ships in every season.\n\nGood pilots attract wealthy merchants in every season.\n\n\
            Small towns punish careless captains in every season.\n";
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let stock: Vec<Stock> = reading
            .claims()
            .flat_map(|at| stock_of(&reading, at))
            .collect();
        let phrase = |text: &str| {
            stock
                .iter()
                .find(|stock| stock.text == text)
                .expect("a phrase")
        };
        let key = phrase("foreign ships");
        let wanted = Wanted {
            key,
            at: key.at,
            stem: "What do low dues attract?",
            subject: None,
        };
        assert!(has_same_verb(
            &reading,
            &wanted,
            phrase("wealthy merchants")
        ));
        assert!(!has_same_verb(
            &reading,
            &wanted,
            phrase("careless captains")
        ));
    }
}
