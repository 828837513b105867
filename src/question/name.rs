//! People, places and other names: which one the article means.
//!
//! Apart from `gap`, whose options are phrases that describe something.

mod known;
mod place;
mod reported;
mod speaker;
mod under;

use std::collections::BTreeSet;

use crate::language::{Tag, lexicon};

use super::ask::Asking;
use super::clarity::denies;
use super::draft::hash;
use super::gap::GAP;
use super::mention::{Mention, has_title, is_described, is_owner};
use super::quote::Quote;
use super::reading::{At, Reading};
use super::register::{Register, Sort};
use super::{Draft, Form, Kind, KindName};

/// The fewest and the most words of a quoted sentence: "I asked Petra Halmos" tells nothing of her.
const WORDS: std::ops::RangeInclusive<usize> = 7..=30;

/// In fewer words a denial tells nothing of somebody.
const SHORT: usize = 8;

/// So many tokens before a name a word that tells a man from a woman is about it.
const KIN_BEFORE: usize = 3;

/// The kind.
pub(crate) struct Name;

impl Kind for Name {
    fn name(&self) -> KindName {
        KindName::Name
    }

    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft)) {
        let register = &reading.register;
        for mention in &register.mentions {
            let asked = [
                draft(reading, register, mention),
                known::who_is_it(reading, register, mention),
                reported::who_reports(reading, register, mention),
            ];
            asked.into_iter().flatten().for_each(&mut *found);
        }
        let mentions = register.mentions.iter();
        let described: Vec<Described> = mentions
            .filter_map(|mention| Described::of(reading, register, mention))
            .collect();
        let who = described
            .iter()
            .filter_map(|key| who_is(reading, key, &described));
        who.for_each(&mut *found);
        speaker::who_says(reading, register).for_each(&mut *found);
        let mentions = register.mentions.iter();
        let placed: BTreeSet<At> = mentions
            .filter(|mention| register.sorts.get(&mention.text) == Some(&Sort::Place))
            .map(|mention| mention.at)
            .collect();
        let claims = reading.claims().filter(|at| placed.contains(at));
        let asked = claims.flat_map(|at| Asking::all(reading, at));
        let places = asked.filter_map(|asking| place::where_is(&asking, register));
        places.for_each(&mut *found);
        under::who_is_under(reading, register)
            .into_iter()
            .for_each(found);
    }
}

fn draft(reading: &Reading<'_>, register: &Register, mention: &Mention) -> Option<Draft> {
    let quote = Quote::parts_or_after(reading, mention.at, WORDS)
        .into_iter()
        .find(|quote| quote.holds(&mention.tokens))?;
    let person = register.is_person(&mention.text);
    let inside = person
        && !is_half(reading, mention)
        && !is_owner(reading, mention)
        && !has_title(reading, mention)
        && !is_described(reading, mention);
    let said = inside.then(|| quote.with(reading, mention.tokens.clone(), GAP))?;
    // "If Lena builds you a shed": somebody who only serves for an example.
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let example = tokens
        .iter()
        .any(|token| token.is_any(text, &["you", "your"]));
    // "Her father, Joram": what somebody is to another tells half of the names away.
    let mut before = tokens[..mention.tokens.start].iter().rev().take(KIN_BEFORE);
    let kin = before.any(|token| lexicon::is_gendered(token.of(text)));
    // "Pellin was not a salt man."
    let slight = denies(&said) && said.split(' ').count() < SHORT;
    let given = is_given_away(reading, &mention.text, &quote.with_lead(reading, &said));
    (!given && !example && !kin && !slight).then(|| Draft {
        stem: quote.completing(reading, "name completes", &said),
        keys: vec![mention.text.clone()],
        form: Form::One,
        wrong: reading.others_like(&mention.text, reading.words(mention.at)),
        evidence: reading.evidence(mention.at),
        explanation: format!("The article names {}.", mention.text),
        score: 0.6 + 0.2 * reading.centrality(&said) - quote.cost(reading),
    })
}

/// Whether a name need not be known to be chosen: it is in the title, all of the article is about it, or the question has
/// a part of it.
fn is_given_away(reading: &Reading<'_>, name: &str, said: &str) -> bool {
    reading.article.title.contains(name)
        || reading.hero().is_some_and(|hero| hero.is(name))
        || name.split(' ').any(|part| said.contains(part))
}

/// "Moor and Coast insists": what stands at a sentence's start with "and" before another name may be one name
/// of two parts.
fn is_half(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let cased = |at: usize| {
        let token = tokens.get(at);
        token.is_some_and(|token| token.of(text).starts_with(char::is_uppercase))
    };
    let joins = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.is_any(text, &["and", "&"]))
    };
    let end = mention.tokens.end;
    let start = mention.tokens.start;
    start == 0 && joins(end) && cased(end + 1) || start == 2 && joins(1) && cased(0)
}

/// Somebody with what the article says of them between two commas: "Matthew Davidson, a sarcastic
/// Lowlander,".
struct Described {
    at: At,
    name: String,
    said: String,
}

impl Described {
    fn of(reading: &Reading<'_>, register: &Register, mention: &Mention) -> Option<Self> {
        let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
        let comma = mention.tokens.end;
        let start = comma + 1;
        let article = tokens.get(start)?.is_any(text, &["a", "an", "the"]);
        let end = (start..tokens.len())
            .find(|at| tokens[*at].is_any(text, &[",", ".", ";", "–", "—", "who", "which"]))?;
        let person = register.is_person(&mention.text);
        let phrase = reading.phrase_from(mention.at, start)?;
        let acts =
            (start..end).any(|at| matches!(tokens[at].tag, Tag::AUX | Tag::PRON | Tag::CCONJ));
        let said = reading.run(mention.at, start..end);
        // "Anne Whitlock, the first woman on the council".
        let gendered = (start..end).any(|at| lexicon::is_gendered(tokens[at].of(text)));
        let somebody = lexicon::is_person(tokens[phrase.head].of(text));
        let sound = tokens[comma].is(text, ",")
            && article
            && person
            && somebody
            && !acts
            && !gendered
            && (3..=12).contains(&(end - start));
        sound.then(|| Described {
            at: mention.at,
            name: mention.text.clone(),
            said: said.to_owned(),
        })
    }
}

/// "Who was Matthew Davidson?"
fn who_is(reading: &Reading<'_>, key: &Described, all: &[Described]) -> Option<Draft> {
    let verb = if is_told_in_past(reading, key.at) {
        "was"
    } else {
        "is"
    };
    let fits = |other: &&Described| {
        other.name != key.name && other.said.starts_with("the ") == key.said.starts_with("the ")
    };
    let mut wrong: Vec<String> = all
        .iter()
        .filter(fits)
        .map(|other| other.said.clone())
        .collect();
    wrong.sort_by_cached_key(|said| hash(&[&key.name, said]));
    wrong.dedup();
    Some(Draft {
        stem: format!("According to the article, who {verb} {}?", key.name),
        keys: vec![key.said.clone()],
        form: Form::One,
        wrong,
        evidence: reading.evidence(key.at),
        explanation: format!("The article calls {} {}.", key.name, key.said),
        score: 0.7,
    })
}

fn is_told_in_past(reading: &Reading<'_>, at: At) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    tokens.iter().any(|token| {
        token.is_any(text, &["was", "were", "had"])
            || token.tag == Tag::VERB && token.of(text).ends_with("ed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    /// What is asked in that way of a paragraph, in an article that names two others.
    #[track_caller]
    pub(super) fn check_among_others(paragraph: &str, way: &str, expected: &Expect) {
        let text = format!(
            "# Harbours\n\n{paragraph}\n\nThe old pier was mended by Jane Keller in one winter.\n\n\
             The charts were drawn by Robert Stone for the pilots.\n"
        );
        let all = drafts(&Name, &text);
        let own = all.split("\n\n").filter(|draft| draft.contains(way));
        expected.assert_eq(&own.collect::<Vec<&str>>().join("\n\n"));
    }

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
                Which name completes this sentence? “In the end the whole work was led by _____.”
                * William Jessop
                James Walker
                Matthew Davidson"#]],
        );
    }

    #[test]
    fn a_place_is_not_offered_for_a_person() {
        check(
            "The stones for the locks were cut in Corpach. The ships came to Inverness every week. \
             The surveys of the whole line were made by James Watt.",
            expect![[r#"
                Which name completes this sentence? “The surveys of the whole line were made by _____.”
                * James Watt

                According to the article, where were the stones for the locks cut?
                * in Corpach
                in Inverness"#]],
        );
    }
}
