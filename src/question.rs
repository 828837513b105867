//! Questions made from an article by rules, and the drawing of a session's questions from them.
//!
//! Apart from `study`, which knows nothing of how a question comes about.

mod clarity;
mod distractor;
mod draft;
mod draw;
mod flaw;
mod gap;
mod heading;
mod list;
mod rank;
mod reading;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::article::{Article, Slug};

pub use draw::draw;
pub use flaw::{Flaw, flaws};

pub(crate) use draft::Draft;
pub(crate) use reading::Reading;

/// Fewer questions than this are called few.
const FEW: usize = 5;

/// Fewer full sentences than this are too few to ask about.
const FEW_SENTENCES: usize = 12;

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

/// A sort of question: how it finds what to ask in an article.
pub(crate) trait Kind: Sync {
    /// Its name.
    fn name(&self) -> KindName;

    /// Every question of this sort that the article offers, before the gates.
    fn drafts(&self, reading: &Reading<'_>) -> Vec<Draft>;
}

/// All sorts of question.
pub(crate) const KINDS: &[&dyn Kind] = &[&heading::Heading, &list::List, &gap::Gap];

/// Makes the bank of an article. Never fails: a text that cannot be asked about gives an empty
/// bank and says why.
pub fn bank(article: &Article) -> Bank {
    let reading = Reading::of(article);
    let drafts = KINDS.iter().flat_map(|kind| {
        let drafts = kind.drafts(&reading).into_iter();
        drafts.filter_map(|draft| draft.finish(article, kind.name()))
    });
    let sound = drafts
        .filter(|question| flaw::flaws(question).is_empty())
        .collect();
    let questions = rank::best(sound);
    let shortage = shortage(&reading, &questions);
    Bank {
        article: article.slug.clone(),
        questions,
        shortage,
    }
}

/// Why there are fewer questions than the shortest quiz has.
fn shortage(reading: &Reading<'_>, questions: &[Question]) -> Option<Shortage> {
    let sentences = reading
        .sentences()
        .filter(|at| reading.tokens(*at).len() > 5)
        .count();
    match questions.len() {
        FEW.. => None,
        _ if reading.analysis.passages.is_empty() => Some(Shortage::Empty),
        _ if sentences < FEW_SENTENCES => Some(Shortage::TooFewSentences),
        _ => Some(Shortage::NothingToAsk),
    }
}

impl KindName {
    /// The word that stands for it in storage and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            KindName::Heading => "heading",
            KindName::List => "list",
            KindName::Gap => "gap",
        }
    }
}

impl QuestionId {
    /// The lowest 48 bits of a hash.
    pub(crate) fn from_hash(hash: u64) -> Self {
        QuestionId(format!("{:012x}", hash & 0xffff_ffff_ffff))
    }

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
