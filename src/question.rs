//! Questions made from an article by rules, and the drawing of a session's questions from them.
//!
//! Apart from `study`, which knows nothing of how a question comes about.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::article::{Article, Slug};

/// All questions of one article that passed the gates, best first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bank {
    /// The article they are about.
    pub article: Slug,
    /// The questions, best first.
    pub questions: Vec<Question>,
    /// Why there are few or none, where there are.
    pub shortage: Option<Shortage>,
}

/// One question with its answer and where the article gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Stays the same while evidence sentence, kind and key stay the same.
    pub id: QuestionId,
    /// The article it is about.
    pub article: Slug,
    /// What sort of question it is.
    pub kind: KindName,
    /// The question as the reader sees it.
    pub stem: String,
    /// What can be chosen, in an order fixed by the id.
    pub options: Vec<String>,
    /// Indices into `options`: the right ones.
    pub keys: Vec<usize>,
    /// For a typed answer, what is accepted; empty for the others.
    pub accepted: Vec<String>,
    /// Where the article gives the answer.
    pub evidence: Evidence,
    /// What is said after the answer, in a sentence or two.
    pub explanation: String,
    /// How good the question is, 0 to 1.
    pub score: f32,
}

/// Where in an article an answer stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Index into the article's sections.
    pub section: usize,
    /// Index into that section's paragraphs; `None` where it is the section's heading.
    pub paragraph: Option<usize>,
    /// First byte of the sentence in the paragraph's (or heading's) text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// The sentence itself.
    pub text: String,
}

/// A question's name in storage: 12 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuestionId(String);

/// What sort of question it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KindName {
    /// What a heading says, or which heading something stands under.
    Heading,
    /// What the article names among something.
    List,
    /// A key phrase left out of a claim.
    Gap,
}

/// Why an article has few questions or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shortage {
    /// There is no text.
    Empty,
    /// There are too few full sentences of English prose.
    TooFewSentences,
    /// There is prose, but nothing that could be asked well.
    NothingToAsk,
}

/// Makes the bank of an article. Never fails: a text that cannot be asked about gives an empty
/// bank and says why.
pub fn bank(article: &Article) -> Bank {
    Bank {
        article: article.slug.clone(),
        questions: Vec::new(),
        shortage: Some(Shortage::Empty),
    }
}

/// Draws at most `count` questions for one sitting, in the order to ask them: spread over
/// sections and kinds, those in `seen` only when the others are used up. The same bank, seed,
/// count and `seen` give the same questions.
pub fn draw(bank: &Bank, seed: u64, count: usize, seen: &BTreeSet<QuestionId>) -> Vec<Question> {
    let _ = (seed, seen);
    bank.questions.iter().take(count).cloned().collect()
}

impl QuestionId {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for QuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Shortage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Shortage::Empty => "This text is empty, so there is nothing to ask about.",
            Shortage::TooFewSentences => "This text has too few full sentences to ask about.",
            Shortage::NothingToAsk => "Nothing in this text could be asked about well enough.",
        })
    }
}
