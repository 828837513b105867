//! A question as a sitting shows it, and the help it can give.
//!
//! Apart from the sitting, which knows in what order questions come and not what stands in them.

use std::sync::Arc;

use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::SliceRandom;

use crate::question::{Answer, Form, Question};
use crate::study::{Attempt, Grade, Verdict};

/// A question as this sitting shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The question, which all copies of the sitting share.
    pub question: Arc<Question>,
    /// The order in which its options stand: position on the page to index into `options`.
    pub order: Vec<usize>,
    /// The help that was asked for.
    pub hint: Option<Hint>,
    /// The answer that was given.
    pub answer: Option<Attempt>,
}

/// Help with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// This option is not right: index into `options`.
    Not(usize),
    /// What is to be typed begins like this.
    Begins(char),
}

impl Item {
    /// With the options in an order of chance, but for those that have one of their own.
    pub(super) fn shuffled(question: Question, chance: &mut Xoshiro256PlusPlus) -> Self {
        let mut order: Vec<_> = (0..question.options.len()).collect();
        if !question.kind.is_ordered() {
            order.shuffle(chance);
        }
        // What is to be put in order is not in order.
        if question.form() == Form::Ordered && order == question.keys {
            order.rotate_left(1);
        }
        Item {
            question: Arc::new(question),
            order,
            hint: None,
            answer: None,
        }
    }

    /// The verdict, once there is one.
    pub fn verdict(&self) -> Option<Verdict> {
        self.answer.as_ref()?.verdict()
    }

    /// How well the answer was known, once there is one.
    pub(super) fn grade(&self) -> Option<Grade> {
        self.answer.as_ref().map(|it| it.grade)
    }

    /// Whether there is help that was not asked for yet.
    pub(super) fn may_help(&self) -> bool {
        self.hint.is_none() && self.offers().is_some()
    }

    /// Whether that option has been struck out.
    pub fn is_out(&self, option: usize) -> bool {
        self.hint == Some(Hint::Not(option))
    }

    /// The help that it can give without giving itself away.
    pub fn offers(&self) -> Option<Hint> {
        let keys = &self.question.keys;
        let mut wrong = self.order.iter().filter(|option| !keys.contains(option));
        match self.question.form() {
            Form::Ordered => None,
            Form::Typed => begins(self.question.accepted.first()?).map(Hint::Begins),
            Form::One if wrong.clone().count() < 2 => None,
            _ => wrong.next().copied().map(Hint::Not),
        }
    }

    /// Whether the answer was typed and judged wrong, which its reader may know better.
    pub fn may_be_overruled(&self) -> bool {
        let overruled = |it: &Attempt| it.grade == Grade::Again && !it.answer.typed().is_empty();
        self.answer.as_ref().is_some_and(overruled)
    }

    /// The answer without what has been struck out.
    pub fn without_out(&self, answer: &Answer) -> Answer {
        match answer {
            Answer::Chosen(chosen) => {
                let left = chosen.iter().copied().filter(|it| !self.is_out(*it));
                Answer::Chosen(left.collect())
            }
            typed => typed.clone(),
        }
    }
}

/// The first letter or digit after an article.
fn begins(text: &str) -> Option<char> {
    let rest = ["The ", "the ", "An ", "an ", "A ", "a "]
        .iter()
        .find_map(|article| text.strip_prefix(article));
    rest.unwrap_or(text).chars().find(|it| it.is_alphanumeric())
}
