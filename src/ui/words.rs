//! Short texts that the page makes from values: counts, lines of facts, a passage cut out.
//!
//! Apart from the views, so that they are tested without a browser; and from the room of the words
//! they are made of, which knows no values of ours.

use crate::question::{Answer, Form, KindName, Question, Shortage};
use crate::study::{Record, Score};
use crate::words::{fill, say, w};

/// The text before the passage, the passage, and the text after it; `None` where the offsets do
/// not fit the text, as in an old link to an article that has changed.
pub fn cut(text: &str, start: usize, end: usize) -> Option<[&str; 3]> {
    if start >= end {
        return None;
    }
    Some([text.get(..start)?, text.get(start..end)?, text.get(end..)?])
}

/// "6 min".
pub fn minutes(minutes: usize) -> String {
    fill(w::FACT_MINUTES, &[&minutes.to_string()])
}

/// The time that is left: " · 12 min left"; the last minute by the second.
pub fn left(milliseconds: u64) -> String {
    let (word, left) = match milliseconds.div_ceil(1000) {
        seconds @ 0..=60 => (w::FACT_SECONDS_LEFT, seconds),
        seconds => (w::FACT_MINUTES_LEFT, seconds.div_ceil(60)),
    };
    [" · ", &fill(word, &[&left.to_string()])].concat()
}

/// "2 of 5".
pub fn of(number: usize, all: usize) -> String {
    fill(w::FACT_OF, &[&number.to_string(), &all.to_string()])
}

/// "6 of 8".
pub fn score(score: Score) -> String {
    of(score.right, score.of)
}

/// "62%", of a share from 0 to 1.
pub fn percent(share: f32) -> String {
    fill(w::FACT_PERCENT, &[&(share * 100.0).round().to_string()])
}

/// "Last 6 of 8 · best 7 of 8", as far as any quiz was finished.
pub fn scores(record: &Record) -> String {
    let told = |word, it: Option<Score>| it.map(|it| fill(word, &[&score(it)]));
    let both = [
        told(w::FACT_LAST, record.last),
        told(w::FACT_BEST, record.best),
    ];
    join(both.into_iter().flatten())
}

/// Facts on one line.
pub fn join(facts: impl IntoIterator<Item = String>) -> String {
    facts.into_iter().collect::<Vec<_>>().join(" · ")
}

/// An answer in words: what was chosen, in order or not, or typed. Items of an order stand on
/// lines of their own.
pub fn answer(question: &Question, answer: &Answer) -> String {
    let chosen = answer.chosen().iter();
    let texts = chosen.filter_map(|&index| question.options.get(index).cloned());
    let mut texts: Vec<String> = texts.collect();
    match question.form() {
        Form::Typed => answer.typed().to_owned(),
        Form::Ordered => {
            let lines = texts.iter_mut().zip(1..);
            lines.for_each(|(text, place)| *text = format!("{place}. {text}"));
            texts.join("\n")
        }
        _ => texts.join("; "),
    }
}

/// The right answer in words.
pub fn right_answer(question: &Question) -> String {
    let typed = question.accepted.first().cloned();
    typed.unwrap_or_else(|| answer(question, &Answer::Chosen(question.keys.clone())))
}

/// Where the article has what was chosen and is wrong; empty where that is nowhere, or all is right.
pub fn strayed(question: &Question, answer: &Answer) -> String {
    let chosen = answer.chosen().iter();
    let places = chosen.filter_map(|index| question.elsewhere.get(*index));
    let told = places.filter(|place| !place.is_empty());
    let told: Vec<String> = told
        .map(|place| fill(w::QUESTION_ELSEWHERE, &[place]))
        .collect();
    told.join("\n")
}

/// How a kind of question is called where it can be chosen.
pub fn kind(kind: KindName) -> &'static str {
    say(match kind {
        KindName::Heading => w::KIND_HEADING,
        KindName::Cause => w::KIND_CAUSE,
        KindName::Contrast => w::KIND_CONTRAST,
        KindName::List => w::KIND_LIST,
        KindName::Role => w::KIND_ROLE,
        KindName::Gap => w::KIND_GAP,
        KindName::Figure => w::KIND_FIGURE,
        KindName::Name => w::KIND_NAME,
        KindName::Claim => w::KIND_CLAIM,
        KindName::Order => w::KIND_ORDER,
        KindName::Gist => w::KIND_GIST,
    })
}

/// Why an article has no questions.
pub fn shortage(shortage: Shortage) -> &'static str {
    say(match shortage {
        Shortage::Empty => w::QUIZ_EMPTY,
        Shortage::TooFewSentences => w::SHEET_NOTHING,
        Shortage::NothingToAsk => w::QUIZ_NOTHING,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::{Millis, Score};

    #[test]
    fn a_passage_is_cut_out() {
        assert_eq!(cut("abcd", 1, 3), Some(["a", "bc", "d"]));
    }

    #[test]
    fn a_passage_that_does_not_fit_is_none() {
        for (start, end) in [(1, 9), (3, 1), (2, 2), (0, 1)] {
            assert_eq!(cut("é", start, end), None, "{start}-{end}");
        }
    }

    #[test]
    fn scores_tell_what_is_known() {
        let score = |right| Some(Score { right, of: 8 });
        let mut record = Record {
            when: Millis(0),
            last: score(6),
            best: score(7),
        };
        assert_eq!(scores(&record), "Last 6 of 8 · best 7 of 8");
        record.last = None;
        record.best = None;
        assert_eq!(scores(&record), "");
    }

    fn asked(kind: KindName, keys: &[usize], accepted: &[&str]) -> Question {
        let article = &crate::shelf::articles()[0];
        let mut question = crate::question::bank(article, &[]).questions.remove(0);
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        question.kind = kind;
        question.options = owned(if accepted.is_empty() {
            &["ebb", "neap"]
        } else {
            &[]
        });
        question.keys = keys.to_vec();
        question.accepted = owned(accepted);
        question
    }

    #[test]
    fn answers_are_told_in_words() {
        let several = asked(KindName::List, &[0, 1], &[]);
        assert_eq!(right_answer(&several), "ebb; neap");
        assert_eq!(answer(&several, &Answer::Chosen(vec![1])), "neap");
        let order = asked(KindName::Order, &[1, 0], &[]);
        assert_eq!(right_answer(&order), "1. neap\n2. ebb");
        let typed = asked(KindName::Name, &[], &["spring", "spring tide"]);
        assert_eq!(right_answer(&typed), "spring");
        assert_eq!(answer(&typed, &Answer::Typed("low".into())), "low");
    }

    #[test]
    fn a_wrong_answer_is_told_where_it_belongs() {
        let mut question = asked(KindName::List, &[0], &[]);
        question.elsewhere = vec![String::new(), "“Neap tides are low.”".into()];
        let wrong = Answer::Chosen(vec![1]);
        assert_eq!(
            strayed(&question, &wrong),
            "Your answer stands elsewhere: “Neap tides are low.”"
        );
        assert_eq!(strayed(&question, &Answer::Chosen(vec![0])), "");
        assert_eq!(strayed(&asked(KindName::List, &[0], &[]), &wrong), "");
    }

    #[test]
    fn the_time_left_is_never_said_too_short() {
        assert_eq!(left(600_000), " · 10 min left");
        assert_eq!(left(541_000), " · 10 min left");
        assert_eq!(left(59_001), " · 60 s left");
        assert_eq!(left(0), " · 0 s left");
    }
}
