//! Whether the evidence of a question stands in the article and holds the key.
//!
//! Apart from the gates because it is a share that must be whole, not a fault to count.
//!
//! - Of a statement held to be true, the evidence has every word in its order, or in two pieces
//!   turned round, as where a condition was moved to the front.
//! - Of one held to be false, the same is so of all but one run of words, put in another's place;
//!   or the words are the evidence's own in another order.
//! - Steps stand in the article one after the other.
//! - Any other key is a heading that the evidence stands under, or its words stand in the evidence
//!   in a row, whatever their endings and the little words between them.

use std::ops::Range;

use crate::question::Question;

use super::article::Text;
use super::question::{Form, form, keys, statement, verdict};
use super::words::{content, find, follows, holds, words};

/// As many words, and no more than half of a statement, may have been exchanged.
const EXCHANGED: usize = 10;

/// So many words in a row are the evidence's own, whatever stands before them.
const ENOUGH: usize = 3;

pub(super) fn holds_key(text: &Text<'_>, question: &Question) -> bool {
    let keys = keys(question);
    let evidence = &question.evidence;
    let Some(around) = text.around(evidence) else {
        return false;
    };
    let stands = around.get(evidence.start..evidence.end) == Some(evidence.text.as_str());
    stands
        && !keys.is_empty()
        && match (verdict(question), form(question)) {
            (Some(true), _) => is_said(&pieces(&question.stem), &words(&evidence.text)),
            (Some(false), _) => is_false(&pieces(&question.stem), &words(&evidence.text)),
            (None, Form::Order) => are_in_order(text, &keys),
            (None, _) => keys.iter().all(|key| has_key(text, question, key)),
        }
}

/// The words of a statement, without those in brackets, which stand for a pronoun of the article's.
fn pieces(stem: &str) -> Vec<String> {
    let parts = statement(stem).split('[');
    let outside = parts.map(|part| {
        part.split_once(']')
            .map_or(part, |(_, rest)| rest.trim_start_matches("’s"))
    });
    words(&outside.collect::<Vec<&str>>().join(" "))
}

fn has_key(text: &Text<'_>, question: &Question, key: &str) -> bool {
    let evidence = &question.evidence;
    let heading = text.section_of(key) == Some(evidence.section);
    let said = content(key);
    let run = if said.is_empty() {
        holds(&words(&evidence.text), &words(key))
    } else {
        holds(&content(&evidence.text), &said) || holds_bent(&content(&evidence.text), &said)
    };
    heading || run
}

/// Whether the words stand there but for the first, which may be another form of a strong verb that
/// keeps only its first letter, "light the candles" for "lit the candles", or, where enough others stand
/// there, not even that: "go about" for "went about".
fn holds_bent(evidence: &[String], said: &[String]) -> bool {
    let Some((verb, rest)) = said.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return false;
    };
    let bent = |window: &&[String]| {
        rest.len() >= ENOUGH || window[0].chars().next() == verb.chars().next()
    };
    let mut windows = evidence.windows(said.len()).filter(bent);
    windows.any(|window| window[1..] == *rest)
}

/// Whether the words stand in the evidence in order, or would if they were turned round once.
fn is_said(said: &[String], evidence: &[String]) -> bool {
    !said.is_empty()
        && (0..said.len()).any(|turn| {
            let (front, back) = said.split_at(turn);
            follows(&[back, front].concat(), evidence)
        })
}

/// A statement that the evidence holds as it is would be a true one.
fn is_false(said: &[String], evidence: &[String]) -> bool {
    !holds(evidence, said) && (exchanged(said, evidence).is_some() || is_shuffled(said, evidence))
}

/// The shortest run of words without which the rest is said.
pub(super) fn exchanged(said: &[String], evidence: &[String]) -> Option<Range<usize>> {
    let most = EXCHANGED.min(said.len() / 2);
    let mut runs = (1..=most).flat_map(|length| {
        let starts = 0..=said.len() - length;
        starts.map(move |start| start..start + length)
    });
    runs.find(|run| is_said(&[&said[..run.start], &said[run.end..]].concat(), evidence))
}

fn is_shuffled(said: &[String], evidence: &[String]) -> bool {
    let sort = |words: &[String]| {
        let mut words = words.to_vec();
        words.sort();
        words
    };
    said != evidence && sort(said) == sort(evidence)
}

/// Whether headings and paragraphs have the steps one after the other.
fn are_in_order(text: &Text<'_>, steps: &[&str]) -> bool {
    let sections = text.article.sections.iter();
    let texts = sections.flat_map(|section| {
        let paragraphs = section.paragraphs.iter().map(|p| p.text.as_str());
        section.heading.as_deref().into_iter().chain(paragraphs)
    });
    let all: Vec<String> = texts.flat_map(content).collect();
    let mut from = 0;
    let told = steps.iter().all(|step| {
        let found = find(&content(step), &all[from..]);
        from += found.unwrap_or_default();
        found.is_some()
    });
    told || are_dated(&all, steps)
}

/// Whether a year stands near each step, and the years go up.
fn are_dated(all: &[String], steps: &[&str]) -> bool {
    const NEAR: usize = 20;
    let is_year =
        |word: &&String| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let years = steps.iter().map(|step| {
        let said = content(step);
        let at = find(&said, all)?;
        let near = &all[at.saturating_sub(NEAR)..(at + said.len() + NEAR).min(all.len())];
        Some(near.iter().filter(is_year).collect::<Vec<&String>>())
    });
    let mut last = String::new();
    years.into_iter().all(|near| {
        let next = near
            .into_iter()
            .flatten()
            .filter(|year| **year > last)
            .min();
        next.is_some_and(|year| {
            last.clone_from(year);
            true
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::sample::{article, on, question};

    const SENTENCE: &str = "Ports need deep water and cheap labour when trade grows.";

    const TEXT: &str = "# Ports\n\n## On water\n\nFirst words. Ports need deep water and cheap labour when trade \
        grows.\n\n## On roads\n\nRoads need stone.\n";

    #[track_caller]
    fn check(stem: &str, options: &[&str], expected: bool) {
        let article = article(TEXT);
        let asked = on(&article, SENTENCE, question(stem, options));
        let text = Text::of(&article);
        assert_eq!(holds_key(&text, &asked), expected, "{stem} {options:?}");
    }

    #[test]
    fn keys_stand_in_the_evidence() {
        check("What do ports need?", &["deep water", "b", "c"], true);
        check("What do they gain?", &["a growing trade", "b", "c"], false);
        check("What do they need?", &["water and labour", "b", "c"], false);
        check("When?", &["when trade is growing", "b", "c"], true);
    }

    #[test]
    fn the_heading_of_the_evidence_is_a_key() {
        check("Under which heading?", &["On water", "On roads", "c"], true);
        check(
            "Under which heading?",
            &["On roads", "On water", "c"],
            false,
        );
    }

    #[test]
    fn true_statements_are_said() {
        let judged = ["True", "False"];
        check(
            "“Ports need deep water and cheap labour when trade grows.”",
            &judged,
            true,
        );
        check("“Ports need deep water when trade grows.”", &judged, true);
        check(
            "“When trade grows ports need deep water and cheap labour.”",
            &judged,
            true,
        );
        check("“Ports need cheap labour and deep water.”", &judged, false);
        check(
            "“Ports need deep water and cheap sand when trade grows.”",
            &judged,
            false,
        );
    }

    #[test]
    fn false_statements_are_said_but_for_one_thing() {
        let judged = ["False", "True"];
        check(
            "“Ports need deep water and open roads when trade grows.”",
            &judged,
            true,
        );
        check(
            "“Trade need deep water and cheap labour when ports grows.”",
            &judged,
            true,
        );
        check(
            "“Ports need deep water and cheap labour when trade grows.”",
            &judged,
            false,
        );
        check(
            "“Roads need deep sand and cheap stone when war grows.”",
            &judged,
            false,
        );
    }

    #[test]
    fn evidence_is_where_it_says() {
        let article = article(TEXT);
        let mut asked = on(
            &article,
            SENTENCE,
            question("Q?", &["deep water", "b", "c"]),
        );
        asked.evidence.start += 1;
        assert!(!holds_key(&Text::of(&article), &asked));
        asked.evidence.section = 99;
        assert!(!holds_key(&Text::of(&article), &asked));
    }

    #[test]
    fn typed_answers_and_several_keys() {
        let article = article(TEXT);
        let text = Text::of(&article);
        let mut several = on(
            &article,
            SENTENCE,
            question("Q?", &["deep water", "cheap labour", "sand"]),
        );
        several.keys = vec![0, 1];
        assert!(holds_key(&text, &several));
        several.keys = vec![0, 2];
        assert!(!holds_key(&text, &several));
        let mut typed = on(&article, SENTENCE, question("Q?", &[]));
        typed.accepted = vec!["cheap labour".into()];
        typed.keys.clear();
        assert!(holds_key(&text, &typed));
    }

    #[test]
    fn steps_follow_each_other() {
        let article = article(TEXT);
        let text = Text::of(&article);
        let mut steps = on(
            &article,
            SENTENCE,
            question("Q?", &["need stone", "deep water", "trade grows"]),
        );
        steps.keys = vec![1, 2, 0];
        assert!(holds_key(&text, &steps));
        steps.keys = vec![2, 1, 0];
        assert!(!holds_key(&text, &steps));
    }
}
