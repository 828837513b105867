//! Small articles and questions for the tests of this room.
//!
//! Apart from the tests because each file of the room has its own.

#![cfg(test)]

use crate::article::{self, Article};
use crate::question::{Bank, Evidence, KindName, Question, QuestionId};

/// An article of Markdown.
pub(super) fn article(text: &str) -> Article {
    article::parse("a.md", text.as_bytes()).article
}

/// A question whose first option is right, with the article's first bytes as its evidence.
pub(super) fn question(stem: &str, options: &[&str]) -> Question {
    Question {
        id: QuestionId::new(format!("{stem} {options:?}")),
        article: "a".parse().expect("a slug"),
        kind: KindName::List,
        stem: stem.to_owned(),
        options: options.iter().map(|option| (*option).to_owned()).collect(),
        keys: vec![0],
        accepted: Vec::new(),
        evidence: Evidence {
            section: 0,
            paragraph: Some(0),
            start: 0,
            end: 0,
            text: String::new(),
        },
        explanation: String::new(),
        elsewhere: Vec::new(),
        score: 0.5,
    }
}

/// The same with its evidence: a sentence of the article.
pub(super) fn on(article: &Article, sentence: &str, question: Question) -> Question {
    let found = article
        .sections
        .iter()
        .enumerate()
        .find_map(|(section, body)| {
            let texts = body.paragraphs.iter().enumerate();
            let mut texts = texts.map(|(at, paragraph)| (Some(at), paragraph.text.as_str()));
            let (paragraph, start) =
                texts.find_map(|(at, text)| Some((at, text.find(sentence)?)))?;
            Some(Evidence {
                section,
                paragraph,
                start,
                end: start + sentence.len(),
                text: sentence.to_owned(),
            })
        });
    Question {
        evidence: found.expect("the sentence stands in the article"),
        ..question
    }
}

/// A bank of these questions.
pub(super) fn bank(questions: Vec<Question>) -> Bank {
    Bank {
        article: "a".parse().expect("a slug"),
        questions,
        shortage: None,
    }
}
