//! Attempts, questions and marks for this room's tests.
//!
//! Apart from the tests, because those of every file here need them.

pub(crate) mod place;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{
    Anchor, Attempt, AttemptId, Grade, Mark, MarkId, Millis, Mode, Point, Position, SessionId,
};
use crate::article::Slug;
use crate::question::{Answer, Evidence, KindName, Question, QuestionId};

/// The slug of that name.
pub(crate) fn slug(name: &str) -> Slug {
    name.parse().unwrap()
}

/// That place of forty in "tides", at that time.
pub(crate) fn position(paragraph: usize, furthest: usize, at: u64) -> Position {
    Position {
        article: slug("tides"),
        paragraph,
        furthest,
        of: 40,
        at: Millis(at),
    }
}

/// The question id with this number.
pub(crate) fn question_id(number: u64) -> QuestionId {
    serde_json::from_str(&format!("\"{number:012x}\"")).unwrap()
}

/// The question with this number, with four options of which `keys` are right.
pub(crate) fn question(number: u64, keys: &[usize]) -> Question {
    Question {
        id: question_id(number),
        article: slug("tides"),
        kind: KindName::Gap,
        stem: format!("Question {number}?"),
        options: ["ebb", "flood", "neap", "spring"]
            .map(String::from)
            .to_vec(),
        keys: keys.to_vec(),
        accepted: Vec::new(),
        evidence: Evidence {
            section: 0,
            paragraph: Some(0),
            start: 0,
            end: 5,
            text: "Tides".to_owned(),
        },
        explanation: String::new(),
        elsewhere: Vec::new(),
        score: 1.0,
    }
}

/// The question with this number, whose answer is typed.
pub(super) fn typed_question(number: u64, accepted: &str) -> Question {
    Question {
        options: Vec::new(),
        accepted: vec![accepted.to_owned()],
        ..question(number, &[])
    }
}

/// An answer given at `at` milliseconds in the quiz of two questions with the number `session`.
pub(crate) fn attempt(at: u64, session: u64, question: u64, grade: Grade) -> Attempt {
    let id = AttemptId::new(Millis(at), at);
    Attempt {
        session: SessionId::new(Millis(session), session),
        mode: Mode::Quiz,
        of: 2,
        article: slug("tides"),
        question: question_id(question),
        at: id.at(),
        answer: Answer::Chosen(vec![0]),
        grade,
        took: 1500,
        id,
    }
}

/// Any attempt that may be stored.
pub(super) fn any_attempt() -> impl Strategy<Value = Attempt> {
    let id = (0..1_u64 << 45, any::<u64>());
    let sitting = (
        0..1_u64 << 45,
        any::<u64>(),
        any_mode(),
        1..=usize::from(u16::MAX),
    );
    let asked = ("[a-z0-9]{1,20}(-[a-z0-9]{1,19})?", 0..1_u64 << 48);
    let graded = (any_answer(), any_grade(), 0..=Attempt::MAX_TOOK);
    (id, sitting, asked, graded).prop_map(|(id, sitting, asked, (answer, grade, took))| {
        let id = AttemptId::new(Millis(id.0), id.1);
        Attempt {
            session: SessionId::new(Millis(sitting.0), sitting.1),
            mode: sitting.2,
            of: sitting.3,
            article: slug(&asked.0),
            question: question_id(asked.1),
            at: id.at(),
            answer,
            grade,
            took,
            id,
        }
    })
}

/// Any answer that may be kept.
fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        vec(0..36_usize, 1..6).prop_map(Answer::Chosen),
        "[!-~é]([ -~é]{0,38}[!-~é])?".prop_map(Answer::Typed),
    ]
}

/// Attempts of few sittings, articles and questions, so that they meet in all of them.
pub(super) fn any_history() -> impl Strategy<Value = Vec<Attempt>> {
    let about = (0..3_u64, 0..3_u64, any_mode(), 1..4_usize);
    let answer = (about, any_grade(), "[ab]");
    vec(answer, 0..20).prop_map(|answers| {
        let number = answers.into_iter().enumerate();
        number
            .map(
                |(at, ((session, question, mode, of), grade, article))| Attempt {
                    mode,
                    of,
                    article: slug(&article),
                    // Some at the same time.
                    ..attempt(at as u64 / 2, session, question, grade)
                },
            )
            .enumerate()
            .map(|(chance, attempt)| Attempt {
                id: AttemptId::new(attempt.at, chance as u64),
                ..attempt
            })
            .collect()
    })
}

/// All of `attempts`, and some of them again, in any order.
pub(super) fn reordered(attempts: Vec<Attempt>) -> impl Strategy<Value = Vec<Attempt>> {
    let all = attempts.len();
    (Just(attempts.clone()), subsequence(attempts, 0..=all))
        .prop_map(|(all, again)| [all, again].concat())
        .prop_shuffle()
}

fn any_mode() -> impl Strategy<Value = Mode> {
    select(&Mode::ALL[..])
}

/// Any grade.
pub(super) fn any_grade() -> impl Strategy<Value = Grade> {
    select(&Grade::ALL[..])
}

/// A mark made at `at` milliseconds in the article about tides, with that note.
pub(crate) fn mark(at: u64, note: &str) -> Mark {
    let point = |byte| Point {
        section: 0,
        paragraph: Some(0),
        byte,
    };
    let anchor = Anchor {
        exact: "the sea".to_owned(),
        prefix: "The Moon pulls at ".to_owned(),
        suffix: ".".to_owned(),
        from: point(18),
        to: point(25),
    };
    Mark::new(MarkId::new(Millis(at), at), slug("tides"), anchor, note).unwrap()
}

/// Any mark that may be stored.
pub(super) fn any_mark() -> impl Strategy<Value = Mark> {
    let around = || "[ -~é\n]{0,32}";
    let words = ("[!-~é]([ -~é\n]{0,60}[!-~é])?", around(), around());
    let places = (0..9_usize, 0..9_usize, 0..999_usize);
    let id = (0..1_u64 << 45, any::<u64>(), 0..999_u64);
    let note = "([!-~é]([ -~é\n]{0,60}[!-~é])?)?";
    (id, words, places, note).prop_map(
        |(id, (exact, prefix, suffix), (section, at, byte), note)| {
            let point = |paragraph| Point {
                section,
                paragraph,
                byte,
            };
            let anchor = Anchor {
                exact,
                prefix,
                suffix,
                from: point(None),
                to: point(Some(at)),
            };
            let name = MarkId::new(Millis(id.0), id.1);
            let mark = Mark::new(name, slug("tides"), anchor, &note).unwrap();
            Mark {
                changed: Millis(id.0 + id.2),
                ..mark
            }
        },
    )
}
