//! What stands under which heading, and what a heading says.
//!
//! Headings are an article's own summary, so a question about them is about its argument.

mod named;
mod points;
mod titles;

use crate::language::{Number, Stems, Tag, lexicon, stems};

use super::clarity::denies;
use super::code::is_code;
use super::draft::hash;
use super::gap::GAP;
use super::quote::Quote;
use super::reading::{At, Reading, bare_heading};
use super::rival::around;
use super::stock::{Being, Opening, Stock};
use super::{Draft, Form, Kind, KindName};
use named::named;
use points::{is_lured, points_under};
use titles::{Title, Titles};

/// The fewest and the most words of a quoted point.
const POINT_WORDS: std::ops::RangeInclusive<usize> = 8..=26;

/// Three things of so few words say nothing of the place where they stand.
const FEW_MATTERS: usize = 3;

/// The kind.
pub(crate) struct Heading;

/// A heading that is a statement, in two parts.
struct Statement<'a> {
    at: At,
    /// Whom or what it is about.
    subject: &'a str,
    /// What it says of that, from the verb on, without the full stop.
    predicate: &'a str,
    /// What the verb's form asks of the subject; `None` after "can" and its like.
    number: Option<Number>,
    /// The stems of the subject.
    stems: Stems,
}

impl Kind for Heading {
    fn name(&self) -> KindName {
        KindName::Heading
    }

    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft)) {
        let titles = Titles::of(reading);
        let places = reading
            .asked()
            .flat_map(|at| places_of(reading, &titles, at));
        if reading.is_second_look() {
            places.for_each(found);
            return;
        }
        let statements: Vec<Statement<'_>> = reading
            .headings()
            .filter_map(|at| Statement::of(reading, at))
            .collect();
        let said = statements
            .iter()
            .filter_map(|key| subject_of(reading, key, &statements));
        let mut made: Vec<Draft> = said
            .chain(places)
            .chain(points_under(reading, &titles))
            .collect();
        made.extend(named(reading, &titles, &made));
        made.into_iter().for_each(found);
    }
}

impl<'a> Statement<'a> {
    fn of(reading: &Reading<'a>, at: At) -> Option<Self> {
        let tokens = reading.tokens(at);
        let end = tokens.len() - usize::from(reading.words(at).ends_with('.'));
        let verb = finite_verb(reading, at)?;
        let subject = reading.run(at, 0..verb);
        let known = stems(subject).is_subset(&reading.topic);
        let whole = !is_code(reading.words(at))
            && reading.phrase_from(at, 0).is_some()
            && !subject.contains([',', ':'])
            && verb + 1 < end;
        (whole && !known).then(|| Statement {
            at,
            subject,
            predicate: reading.run(at, verb..end),
            number: number_asked(tokens[verb].tag, tokens[verb].of(reading.text(at))),
            stems: stems(subject),
        })
    }
}

/// The verb that the subject goes with: a participle inside the subject is none.
pub(super) fn finite_verb(reading: &Reading<'_>, at: At) -> Option<usize> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let acts = |token: &usize| matches!(tokens[*token].tag, Tag::VERB | Tag::AUX);
    let in_phrase = |token: &usize| {
        reading
            .phrases(at)
            .iter()
            .any(|phrase| phrase.tokens.contains(token))
    };
    let modal = (0..tokens.len()).find(|token| tokens[*token].tag == Tag::AUX);
    let participle = |token: &usize| {
        let word = tokens[*token].of(text);
        word.ends_with("ing") || word.ends_with("ed") && modal.is_some_and(|modal| *token < modal)
    };
    (1..tokens.len()).find(|token| acts(token) && !in_phrase(token) && !participle(token))
}

/// The number of subject that a verb's form asks for.
fn number_asked(tag: Tag, verb: &str) -> Option<Number> {
    match verb {
        "is" | "was" | "has" | "does" => Some(Number::Singular),
        "are" | "were" | "have" | "do" => Some(Number::Plural),
        _ if tag == Tag::AUX || verb.ends_with("ed") => None,
        _ if verb.ends_with('s') && lexicon::verb_base(verb) != Some(verb) => {
            Some(Number::Singular)
        }
        _ => Some(Number::Plural),
    }
}

/// Asks for the subject of a heading; the wrong ones are those of other headings.
fn subject_of(reading: &Reading<'_>, key: &Statement<'_>, all: &[Statement<'_>]) -> Option<Draft> {
    let predicate = stems(key.predicate);
    let fits = |other: &&Statement<'_>| {
        let apart = other.stems.is_disjoint(&key.stems) && !other.stems.is_subset(&predicate);
        other.at != key.at && apart && (key.number.is_none() || other.number == key.number)
    };
    let near = around(all, key.at, |other| other.at).iter();
    let mut wrong: Vec<String> = near
        .filter(fits)
        .map(|other| other.subject.to_owned())
        .collect();
    wrong.sort_by_cached_key(|other| hash(&[key.subject, other]));
    let sound = !denies(key.predicate) && key.stems.is_disjoint(&predicate);
    sound.then(|| Draft {
        stem: format!(
            "Which words complete this heading from the article? “{GAP} {}.”",
            key.predicate
        ),
        keys: vec![key.subject.to_owned()],
        form: Form::One,
        wrong,
        evidence: reading.evidence(key.at),
        explanation: format!("The heading reads: “{}”", reading.words(key.at)),
        score: 0.75,
    })
}

/// Asks for the heading that something of the sentence stands under, when its words do not tell.
fn places_of(reading: &Reading<'_>, titles: &Titles<'_>, at: At) -> Vec<Draft> {
    let Some(own) = titles.over(reading, at) else {
        return Vec::new();
    };
    let apart = |text: &String| titles.are_apart(reading, text, own);
    let detail = detail(reading, at).filter(apart);
    let point = point(reading, at).filter(|(_, point)| apart(point));
    if detail.is_none() && point.is_none() {
        return Vec::new();
    }
    // Which of "Feeding" and "Breeding" a sentence belongs to can be told without the article.
    let is_label = !own.text.contains(' ');
    let told = if !is_label && titles.is_telling(reading, at, own) {
        0.25
    } else {
        0.0
    };
    // What no other section speaks of can be told by its matter alone.
    let lured = if is_lured(reading, at) { 0.2 } else { -0.15 };
    let worth = told + lured + 0.2 * reading.centrality_of(at);
    let detail = detail.map(|detail| {
        let stem = format!("Under which heading does the article discuss {detail}?");
        place(reading, titles, at, own, stem, 0.2 + worth)
    });
    let point = point.map(|(quote, point)| {
        let stem = format!("Under which heading does the article say this? “{point}”");
        let score = 0.2 + worth - quote.cost(reading);
        Draft {
            evidence: quote.evidence(reading),
            ..place(reading, titles, at, own, stem, score)
        }
    });
    detail.into_iter().chain(point).collect()
}

fn place(
    reading: &Reading<'_>,
    titles: &Titles<'_>,
    at: At,
    own: &Title<'_>,
    stem: String,
    score: f32,
) -> Draft {
    Draft {
        wrong: titles.wrong(own, &stem),
        stem,
        keys: vec![bare_heading(own.text).to_owned()],
        form: Form::One,
        evidence: reading.evidence(at),
        explanation: format!("It stands under “{}”.", bare_heading(own.text)),
        score,
    }
}

/// The sentence, when it says a thing that stands on its own or behind the one before, and how it is said.
fn point(reading: &Reading<'_>, at: At) -> Option<(Quote, String)> {
    let after = || Quote::after(reading, at);
    let quote = Quote::whole(reading, at, POINT_WORDS).or_else(after)?;
    let said = quote.with_lead(reading, &quote.text(reading));
    // What is denied tells little of where it stands, and of a life's first and last day everybody knows.
    let ends = |word: &str| ["born", "died"].contains(&word);
    let told = said.split(|c: char| !c.is_alphabetic()).any(ends);
    (!denies(&said) && !told).then_some((quote, said))
}

/// An enumeration of three in the sentence that other sections do not speak of.
fn detail(reading: &Reading<'_>, at: At) -> Option<String> {
    let series = reading
        .series(at)
        .iter()
        .find(|series| series.items.len() == 3)?;
    let items = reading.items(at, series)?;
    let [a, b, c] = items.as_slice() else {
        return None;
    };
    // "Colleagues, tools and employment for other members of the household".
    let tokens = reading.tokens(at);
    let goes_on = series.items.last().and_then(|last| tokens.get(last.end));
    if goes_on.is_some_and(|next| next.tag == Tag::ADP) {
        return None;
    }
    // Of "a stone counting house, a hospital and a school" only "house" was read; in "born at Skarne Head, the third of
    // five and the only girl" the first is a place.
    // Of bodies with long names the others speak in short ones: "the Harbour Trust" is "the Trust" there.
    let named = items.iter().any(|item| item.shape.being == Being::Name);
    let cut =
        |item: &Stock| item.shape.opening == Opening::Bare && item.shape.number == Number::Singular;
    let mixed =
        items.iter().any(cut) && items.iter().any(|item| item.shape.opening != Opening::Bare);
    let known = items
        .iter()
        .filter(|item| is_said_elsewhere(reading, at, &item.stems))
        .count();
    // "A school, a hall and a field" is no matter.
    let matters: usize = items.iter().map(|item| item.stems.iter().count()).sum();
    // "Those who arrived late needed beds": a verb taken for an adjective.
    let late = |item: &Stock| {
        let first = item.text.split(' ').next().unwrap_or_default();
        ["early", "late", "later", "long", "soon"].contains(&first)
    };
    let misread = items.iter().any(late);
    (known < 2 && matters > FEW_MATTERS && !mixed && !named && !misread)
        .then(|| format!("{}, {} and {}", a.text, b.text, c.text))
}

/// Whether a paragraph of another section speaks of it too.
fn is_said_elsewhere(reading: &Reading<'_>, at: At, item: &Stems) -> bool {
    let here = reading.passage(at).section;
    let mut paragraphs = reading.paragraphs();
    paragraphs.any(|(section, said)| section != here && item.is_subset(said))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        expected.assert_eq(&drafts(&Heading, text));
    }

    #[test]
    fn an_enumeration_that_goes_on_is_not_asked_for() {
        let text = |end: &str| {
            format!(
                "# Work\n\n## Reasons to stay\n\nClinicians named distant colleagues, specialised equipment and \
                 paid employment{end}.\n\n## Money\n\nThe board paid each clinician in spring.\n\n\
                 ## The law\n\nParliament passed the act in winter.\n"
            )
        };
        let discussed = |end: &str| drafts(&Heading, &text(end)).contains("discuss");
        assert!(discussed(""));
        assert!(!discussed(" for other members of the household"));
    }

    #[test]
    fn the_subject_of_a_heading_among_those_of_the_others() {
        check(
            "# Harbours\n\n## Deep water attracts ships\n\nText.\n\n## Cheap labour keeps the quays busy\n\n\
             Text.\n\n## Good roads carry the goods away\n\nText.\n\n## An early start\n\nText.\n",
            expect![[r#"
                Which words complete this heading from the article? “_____ attracts ships.”
                * Deep water
                Cheap labour

                Which words complete this heading from the article? “_____ keeps the quays busy.”
                * Cheap labour
                Deep water"#]],
        );
    }

    #[test]
    fn a_point_is_asked_for_by_its_heading() {
        check(
            "# Towns\n\n## The first walls\n\nThe first walls were low. Farmers piled up stones from the fields \
             around their wells.\n\n## A new market\n\nThe market was new in 1300. Traders came on Fridays with \
             cloth and salted fish.\n\n## Fire and plague\n\nFire came twice. Families left the narrow streets \
             for the hills above.\n",
            expect![[r#"
                Under which heading does the article say this? “Farmers piled up stones from the fields around their wells.”
                * The first walls
                Fire and plague
                A new market

                Under which heading does the article say this? “Traders came on Fridays with cloth and salted fish.”
                * A new market
                Fire and plague
                The first walls"#]],
        );
    }

    #[test]
    fn a_point_that_names_its_heading_is_not_asked_for() {
        check(
            "# Towns\n\n## The first walls\n\nPeasants built the first walls of stones from the fields.\n\n\
             ## A new market\n\nText.\n\n## Fire and plague\n\nText.\n",
            expect![[""]],
        );
    }
}
