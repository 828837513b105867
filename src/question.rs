//! Questions made from an article by rules, and the drawing of a session's questions from them.
//!
//! Apart from `study`, which knows nothing of how a question comes about.

mod ask;
mod capital;
mod cause;
mod claim;
mod clarity;
mod code;
mod completion;
mod contrast;
mod deed;
mod definite;
mod distractor;
mod draft;
mod draw;
mod elsewhere;
mod figure;
mod flaw;
mod gap;
mod gender;
mod gist;
mod grade;
mod heading;
mod list;
mod mention;
mod name;
mod order;
mod people;
mod quote;
mod rank;
mod reading;
mod recall;
mod referent;
mod register;
mod rival;
mod role;
mod statement;
mod stock;
mod weight;

use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::article::{Article, Slug};
use crate::language::Stems;
use draft::LastStems;

pub use draw::{NEVER, draw};
pub use flaw::{Flaw, flaws};
pub use grade::{Answer, Fit, fit};

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
    /// For each option, where else the article has what it says: a sentence in quotation marks, or
    /// "under" a heading; empty for what is right and what the text has nowhere else. No entries
    /// where none of the options has one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<String>,
    /// How good the question is, 0 to 1.
    pub score: f32,
}

/// Where in an article an answer stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Index into the article's sections.
    pub section: usize,
    /// Index into that section's paragraphs; `None` where it is the section's heading, or, of the first
    /// section that has none, the dek.
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
    /// Why, how or on what condition.
    Cause,
    /// What is set against what.
    Contrast,
    /// What the article names among something.
    List,
    /// Who or what does something, or what they do.
    Role,
    /// A key phrase left out of a claim.
    Gap,
    /// Which number or year the article gives.
    Figure,
    /// Which person, place or body the article names.
    Name,
    /// Whether a statement is what the article says.
    Claim,
    /// In what order the article tells something.
    Order,
    /// What the article as a whole says.
    Gist,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One option is chosen.
    One,
    /// Every option that is right is chosen, and no other.
    Several,
    /// All options are put in order.
    Ordered,
    /// Words are typed.
    Typed,
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

    /// Gives every question of this sort that the article offers, before the gates, one by one: a book has
    /// thousands, most of which do not pass.
    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft));
}

/// All sorts of question.
pub(crate) const KINDS: &[&dyn Kind] = &[
    &heading::Heading,
    &cause::Cause,
    &contrast::Contrast,
    &list::List,
    &role::Role,
    &gap::Gap,
    &figure::Figure,
    &name::Name,
    &claim::Claim,
    &order::Order,
    &gist::Gist,
];

/// Those that take a second look, which finds more to quote: whatever they make of a sentence they quote it.
const QUOTING: &[&dyn Kind] = &[&heading::Heading, &gap::Gap, &figure::Figure, &claim::Claim];

/// Makes the bank of an article that stands on a shelf with articles of these deks, its own among
/// them or not. Never fails: a text that cannot be asked about gives an empty bank and says why.
pub fn bank(article: &Article, deks: &[String]) -> Bank {
    let mut reading = Reading::of(article);
    reading.deks = deks;
    let (mut weighty, mut light) = (Vec::new(), Vec::new());
    for kind in KINDS {
        let name = kind.name();
        made(&reading, *kind, &mut |question, said| {
            let is_weighty = reading.central(said) >= name.least_weight();
            let questions = if is_weighty { &mut weighty } else { &mut light };
            questions.push(Rc::new(question));
        });
    }
    let mut questions = rank::best(weighty, light, article.words(), || {
        second_look(&mut reading)
    });
    reading.let_go();
    for question in &mut questions {
        question.elsewhere = elsewhere::elsewhere(&reading, question);
    }
    let shortage = shortage(&reading, &questions);
    Bank {
        article: article.slug.clone(),
        questions,
        shortage,
    }
}

/// Those that speak of a thing which an earlier sentence brought in.
fn second_look(reading: &mut Reading<'_>) -> Vec<Rc<Question>> {
    reading.look_again();
    let mut questions = Vec::new();
    for kind in QUOTING {
        made(reading, *kind, &mut |question, _| {
            questions.push(Rc::new(question));
        });
    }
    questions
}

/// The questions of one sort that pass the gates, each with the stems of its evidence.
fn made(reading: &Reading<'_>, kind: &dyn Kind, found: &mut dyn FnMut(Question, &Stems)) {
    let mut last = LastStems::default();
    kind.drafts(reading, &mut |mut draft| {
        let stem = &draft.stem;
        let wrong = &mut draft.wrong;
        wrong.retain(|option| !elsewhere::fits_gap(reading, stem, option));
        let said = last.stems(&draft.evidence.text);
        let question = draft.finish(reading.article, kind.name(), said);
        if let Some(question) = question.filter(|it| flaw::flaws(it).is_empty()) {
            found(question, said);
        }
    });
}

impl Bank {
    /// How many of its questions are about that section.
    pub fn about(&self, section: usize) -> usize {
        let is_there = |question: &&Question| question.evidence.section == section;
        self.questions.iter().filter(is_there).count()
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

impl Evidence {
    /// Whether two stand on the same words.
    pub(crate) fn overlaps(&self, other: &Evidence) -> bool {
        (self.section, self.paragraph) == (other.section, other.paragraph)
            && self.start < other.end
            && other.start < self.end
    }
}

impl Question {
    /// How it is answered.
    pub fn form(&self) -> Form {
        match self.keys.len() {
            _ if self.options.is_empty() => Form::Typed,
            _ if self.kind == KindName::Order => Form::Ordered,
            0 | 1 => Form::One,
            _ => Form::Several,
        }
    }
}

impl KindName {
    /// Every sort.
    pub(crate) const ALL: [KindName; 11] = [
        KindName::Heading,
        KindName::Cause,
        KindName::Contrast,
        KindName::List,
        KindName::Role,
        KindName::Gap,
        KindName::Figure,
        KindName::Name,
        KindName::Claim,
        KindName::Order,
        KindName::Gist,
    ];

    /// The word that stands for it in storage and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            KindName::Heading => "heading",
            KindName::Cause => "cause",
            KindName::Contrast => "contrast",
            KindName::List => "list",
            KindName::Role => "role",
            KindName::Gap => "gap",
            KindName::Figure => "figure",
            KindName::Name => "name",
            KindName::Claim => "claim",
            KindName::Order => "order",
            KindName::Gist => "gist",
        }
    }
}

impl KindName {
    /// Whether the options stand in an order of their own, which a sitting keeps.
    pub fn is_ordered(self) -> bool {
        matches!(self, KindName::Figure | KindName::Claim)
    }

    /// How many of the article's matters its sentence must name: a number or a name in one that names
    /// none is a stray detail, asked only where there is little else.
    pub(crate) fn least_weight(self) -> usize {
        match self {
            KindName::Figure | KindName::Name => 2,
            KindName::Claim | KindName::Gap | KindName::Heading | KindName::Role => 1,
            _ => 0,
        }
    }

    /// How many wrong options a question of this sort must have.
    pub(crate) fn least_wrong(self) -> usize {
        if self == KindName::Claim { 1 } else { 2 }
    }
}

impl QuestionId {
    /// A name that was read somewhere.
    pub(crate) fn new(name: String) -> Self {
        QuestionId(name)
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::shelf;
    use std::collections::BTreeSet;

    /// The five articles that come with the project; a publisher may add others, or remove these.
    pub(crate) fn seeds() -> impl Iterator<Item = &'static Article> {
        const FILES: [&str; 5] = [
            "000_1054039181d3f76f.txt",
            "001_87540cd2e5fd984e.txt",
            "002_3db717f22bab9919.txt",
            "003_ee8692e323cd5b77.txt",
            "004_c96448d4d8a34464.txt",
        ];
        let named = shelf::articles().iter().zip(shelf::file_names());
        named
            .filter(|(_, name)| FILES.contains(&name.as_str()))
            .map(|(article, _)| article)
    }

    /// A question whose first option is right, for the tests of this room.
    pub(crate) fn question(stem: &str, options: &[&str]) -> Question {
        let text = options.first().copied().unwrap_or_default().to_owned();
        let place = stem.bytes().map(usize::from).sum::<usize>() * 100;
        Question {
            id: QuestionId::from_hash(draft::hash(&[stem, &text])),
            article: "ports".parse().expect("a slug"),
            kind: KindName::List,
            stem: stem.to_owned(),
            options: options.iter().map(|option| (*option).to_owned()).collect(),
            keys: vec![0],
            accepted: Vec::new(),
            evidence: Evidence {
                section: 0,
                paragraph: Some(0),
                start: place,
                end: place + text.len(),
                text,
            },
            explanation: String::new(),
            elsewhere: Vec::new(),
            score: 0.5,
        }
    }

    /// What a kind proposes for a Markdown text, one question a paragraph, the key first.
    pub(crate) fn drafts(kind: &dyn Kind, text: &str) -> String {
        let article = article::parse("a.md", text.as_bytes()).article;
        let mut drafts = Vec::new();
        kind.drafts(&Reading::of(&article), &mut |draft| drafts.push(draft));
        let shown = drafts.iter().map(|draft| {
            format!(
                "{}\n* {}\n{}",
                draft.stem,
                draft.keys.join("\n* "),
                draft.wrong.join("\n")
            )
        });
        shown
            .map(|draft| draft.trim().to_owned())
            .collect::<Vec<String>>()
            .join("\n\n")
    }

    fn bank_of(name: &str, text: &str) -> Bank {
        bank(&article::parse(name, text.as_bytes()).article, &[])
    }

    /// What must hold for every question, of whatever text.
    #[track_caller]
    fn check_sound(article: &Article, bank: &Bank) {
        let mut ids = BTreeSet::new();
        for question in &bank.questions {
            assert!(
                ids.insert(&question.id),
                "two questions with one id: {}",
                question.stem
            );
            assert_eq!(flaws(question), [], "{}", question.stem);
            assert!(
                question
                    .keys
                    .iter()
                    .all(|key| *key < question.options.len())
            );
            check_evidence(article, question);
        }
    }

    #[track_caller]
    fn check_evidence(article: &Article, question: &Question) {
        let evidence = &question.evidence;
        let text = article.text_at(evidence.section, evidence.paragraph);
        let cited = text.and_then(|text| text.get(evidence.start..evidence.end));
        assert_eq!(cited, Some(evidence.text.as_str()), "{}", question.stem);
        let said = crate::language::stems(&evidence.text);
        let keys = question
            .keys
            .iter()
            .filter_map(|key| question.options.get(*key));
        for key in keys.chain(&question.accepted) {
            let held = crate::language::stems(key).is_subset(&said);
            let other = matches!(
                question.kind,
                KindName::Heading | KindName::Claim | KindName::Order
            );
            assert!(held || other, "{} holds {key}", evidence.text);
        }
    }

    #[test]
    fn every_question_of_the_shelf_is_sound() {
        for article in shelf::articles() {
            let bank = bank(article, &shelf::deks());
            check_sound(article, &bank);
        }
        for article in seeds() {
            let bank = bank(article, &shelf::deks());
            assert!(
                bank.questions.len() >= 8,
                "{} gives a whole quiz",
                article.title
            );
            assert_eq!(bank.shortage, None);
        }
    }

    #[test]
    fn what_a_sentence_says_is_asked_once() {
        for article in shelf::articles() {
            let questions = bank(article, &shelf::deks()).questions;
            for (at, one) in questions.iter().enumerate() {
                for other in &questions[at + 1..] {
                    let same = one.evidence.overlaps(&other.evidence) && one.kind == other.kind;
                    assert!(!same, "{} / {}", one.stem, other.stem);
                }
            }
        }
    }

    #[test]
    fn what_is_to_be_put_in_order_does_not_stand_so() {
        let banks = seeds().map(|article| bank(article, &[]));
        let questions = banks.flat_map(|bank| bank.questions);
        let ordered: Vec<Question> = questions
            .filter(|question| question.form() == Form::Ordered)
            .collect();
        assert!(!ordered.is_empty());
        for question in ordered {
            assert!(!question.keys.is_sorted(), "{}", question.stem);
        }
    }

    #[test]
    fn half_of_the_claims_are_true() {
        for article in shelf::articles() {
            let questions = bank(article, &shelf::deks()).questions;
            let claims = questions
                .iter()
                .filter(|it| it.kind == KindName::Claim && it.form() == Form::One);
            let (yes, no): (Vec<_>, Vec<_>) = claims.partition(|question| question.keys == [0]);
            assert!(
                yes.len().abs_diff(no.len()) < 2,
                "{} true, {} false",
                yes.len(),
                no.len()
            );
        }
    }

    #[test]
    fn the_keys_position_tells_nothing() {
        let article = seeds().next().expect("the project comes with articles");
        let finished = (0..1000).map(|at| {
            let evidence = Evidence {
                text: format!("Claim {at}."),
                ..question("Q?", &["a"]).evidence
            };
            let wrong = vec!["b".into(), "c".into(), "d".into()];
            let (stem, key, explanation) = ("Q?".into(), "a".into(), String::new());
            let draft = Draft {
                stem,
                keys: vec![key],
                form: Form::One,
                wrong,
                evidence,
                explanation,
                score: 0.5,
            };
            draft
                .finish(article, KindName::Gap, &Stems::new())
                .expect("it has wrong options")
        });
        let mut at = [0; 4];
        finished.for_each(|question| at[question.keys[0]] += 1);
        assert!(
            at.iter().all(|count| (200..300).contains(count)),
            "{at:?} of 1000"
        );
    }

    #[test]
    fn the_same_article_gives_the_same_bank() {
        let article = seeds().next().expect("the project comes with articles");
        assert_eq!(bank(article, &shelf::deks()), bank(article, &shelf::deks()));
    }

    #[test]
    fn an_edited_paragraph_leaves_the_other_ids() {
        let article = seeds().next().expect("the project comes with articles");
        let mut edited = article.clone();
        edited.sections[0].paragraphs[0].text =
            "This paragraph was written anew by somebody.".into();
        let ids = |bank: Bank| -> BTreeSet<QuestionId> {
            let others = bank
                .questions
                .into_iter()
                .filter(|question| question.evidence.section > 0);
            others.map(|question| question.id).collect()
        };
        let (before, after) = (
            ids(bank(article, &shelf::deks())),
            ids(bank(&edited, &shelf::deks())),
        );
        let kept = before.intersection(&after).count();
        assert!(
            kept * 10 >= before.len() * 8,
            "{kept} of {} stay",
            before.len()
        );
    }

    #[test]
    fn what_cannot_be_asked_about_says_why() {
        let lines = "- [A link](http://example.org)\n".repeat(30);
        let poem =
            "Shall I compare thee\nto a summer's day\n\nThou art more lovely\nand more temperate\n";
        let code = "fn main() {\n    let x = [1, 2, 3];\n    println!(\"{x:?}\");\n}\n".repeat(20);
        let german = "Der Hund lief über die Straße, und die Katze sah ihm nach. ".repeat(30);
        for (name, text) in [
            ("links.md", &lines),
            ("poem.txt", &poem.to_owned()),
            ("code.md", &code),
            ("hund.txt", &german),
        ] {
            let bank = bank_of(name, text);
            assert!(bank.questions.len() < 3, "{name}: {:?}", bank.questions);
            assert!(bank.shortage.is_some(), "{name}");
        }
        assert_eq!(bank_of("empty.txt", "").shortage, Some(Shortage::Empty));
        assert_eq!(
            bank_of("one.txt", "Title\n\nThis is one sentence only.").shortage,
            Some(Shortage::TooFewSentences)
        );
    }

    #[test]
    fn a_megabyte_without_a_full_stop_is_read_in_time() {
        let bank = bank_of(
            "long.txt",
            &"and the long text of words goes on ".repeat(30_000),
        );
        assert!(bank.questions.is_empty());
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]
        #[test]
        fn no_text_makes_it_panic(text in "(\\PC{0,40}[.,;:!?\n “”(—]{0,3}){0,12}") {
            let article = article::parse("a.md", text.as_bytes()).article;
            check_sound(&article, &bank(&article, &[]));
        }

        #[test]
        fn words_in_any_order_give_sound_questions(
            words in proptest::collection::vec("(the|a|of|and|,|when|ports|trade|open|growth|need|needs|deep water|risks|by|that|It|States|\\. They|\\. Ports|\\.\n\n)", 0..300)
        ) {
            let article = article::parse("a.md", words.join(" ").as_bytes()).article;
            check_sound(&article, &bank(&article, &[]));
        }
    }
}
