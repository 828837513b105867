//! Questions that ask the same, or give each other away.
//!
//! Apart from the gates because it takes two questions to see.

use crate::question::{Bank, Question, QuestionId};

use super::Fault;
use super::question::{keys, statement, verdict};
use super::words::{content, holds};

/// The questions that stand on the same evidence as an earlier one and have its kind or its key.
pub(super) fn repeated(bank: &Bank) -> Vec<(QuestionId, Fault)> {
    let questions = bank.questions.iter().enumerate();
    let twins = questions.filter(|(at, question)| {
        let mut earlier = bank.questions[..*at].iter();
        earlier.any(|other| is_same_fact(question, other))
    });
    twins
        .map(|(_, question)| (question.id.clone(), Fault::Repeated))
        .collect()
}

/// The questions of a session whose answer another one shows, before or after it is answered.
pub(super) fn legible(session: &[Question]) -> impl Iterator<Item = QuestionId> {
    let questions = session.iter().enumerate();
    let given_away = questions.filter(|(at, question)| {
        let mut others = session.iter().enumerate();
        others.any(|(other, two)| other != *at && shows(two, question))
    });
    given_away.map(|(_, question)| question.id.clone())
}

fn is_same_fact(one: &Question, two: &Question) -> bool {
    let (a, b) = (&one.evidence, &two.evidence);
    let place = (a.section, a.paragraph) == (b.section, b.paragraph);
    let sentence = place && a.start < b.end && b.start < a.end;
    sentence && (one.kind == two.kind || keys(one) == keys(two))
}

/// Whether the stem or the quoted evidence of one holds the key of two, and half of its stem: the
/// key alone may stand anywhere. A statement's key says nothing: there the same evidence is enough.
fn shows(one: &Question, two: &Question) -> bool {
    let asked = content(statement(&two.stem));
    if verdict(two).is_some() {
        return one.evidence == two.evidence;
    }
    [&one.stem, &one.evidence.text].into_iter().any(|text| {
        let text = content(text);
        let known = asked.iter().filter(|word| text.contains(word)).count();
        let told = |key: &&str| holds(&text, &content(key));
        known * 2 >= asked.len() && !keys(two).is_empty() && keys(two).iter().all(told)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::audit::sample::{article, bank, on, question};
    use crate::question::KindName;

    fn ports() -> Article {
        article("# A\n\nPorts need deep water. Roads need stone.\n")
    }

    fn of_kind(kind: KindName, question: Question) -> Question {
        Question { kind, ..question }
    }

    #[test]
    fn a_fact_is_a_sentence_and_a_key_or_a_kind() {
        let article = ports();
        let water = on(
            &article,
            "Ports need deep water.",
            question("A?", &["water", "x", "y"]),
        );
        let key = of_kind(
            KindName::Gap,
            Question {
                stem: "B?".into(),
                ..water.clone()
            },
        );
        let kind = Question {
            keys: vec![1],
            ..water.clone()
        };
        let neither = of_kind(KindName::Name, kind.clone());
        let elsewhere = on(
            &article,
            "Roads need stone.",
            question("C?", &["water", "x", "y"]),
        );
        let found = |other: &Question| repeated(&bank(vec![water.clone(), other.clone()])).len();
        assert_eq!([&key, &kind, &neither, &elsewhere].map(found), [1, 1, 0, 0]);
    }

    #[test]
    fn a_question_may_give_another_away() {
        let article = ports();
        let water = on(
            &article,
            "Ports need deep water.",
            question("What do ports need?", &["deep water", "x", "y"]),
        );
        let stone = on(
            &article,
            "Roads need stone.",
            question("What do roads need?", &["stone", "x", "y"]),
        );
        let tells = Question {
            stem: "Why do ports need deep water?".into(),
            ..stone.clone()
        };
        let count = |other: &Question| legible(&[water.clone(), other.clone()]).count();
        assert_eq!(count(&stone), 0);
        assert_eq!(count(&tells), 1);
    }

    #[test]
    fn a_statement_is_given_away_by_its_evidence() {
        let article = ports();
        let sentence = "Ports need deep water.";
        let judged = on(
            &article,
            sentence,
            question("“Ports need sand.”", &["False", "True"]),
        );
        let other = on(
            &article,
            sentence,
            question("What needs water?", &["x", "y", "z"]),
        );
        assert_eq!(
            legible(&[judged.clone(), other]).collect::<Vec<_>>(),
            [judged.id]
        );
    }
}
