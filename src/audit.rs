//! A second reading of an article's finished questions: what is wrong with them, and how far
//! somebody gets who has not read.
//!
//! Apart from `question`, and sharing none of its rules, because a fault of a rule is not found by
//! the same rule. Only the command line and the tests know it: it is no part of the page.

mod article;
mod cheat;
mod evidence;
mod gate;
mod measure;
mod option;
mod question;
mod repeat;
mod sample;
mod stem;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::article::Article;
use crate::question::{Bank, KindName, Question, QuestionId};

use article::Text;
use cheat::guesses;

pub use cheat::Cheat;
pub use gate::Gate;
pub use measure::{Goal, Row, Scope, Unit, table};

/// What was counted over one bank, or over several together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audit {
    /// The words of the article.
    pub words: usize,
    /// How many of the sections with text have a question.
    pub sections: Share,
    /// How many questions there are of each kind.
    pub kinds: BTreeMap<KindName, usize>,
    /// What is wrong, and with which question.
    pub faults: Vec<(QuestionId, Fault)>,
    /// How many questions are about something else than a name.
    pub not_names: Share,
    /// How many of the statements to be judged are true.
    pub claims: Share,
    /// How many questions have evidence that holds the key.
    pub founded: Share,
    /// How each cheat fares.
    pub cheats: BTreeMap<Cheat, Gain>,
    /// Whether the article gave another bank when it was made again: 0 or 1 for one article.
    pub differing: usize,
    /// How long the bank took to make.
    pub time: Duration,
}

/// What is wrong with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It should not have passed a gate.
    Gate(Gate),
    /// Another question of the bank asks the same.
    Repeated,
    /// The evidence does not hold the key.
    Unfounded,
    /// Another question of the same session gives it away.
    Legible,
}

/// A part of a number of things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many are so.
    pub some: usize,
    /// How many there are.
    pub all: usize,
}

/// How often a way to guess was right, and how often chance would have been.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Gain {
    /// How many questions were guessed at.
    pub questions: usize,
    /// How many were right; a tie counts in part.
    pub right: f64,
    /// How many chance gets right.
    pub chance: f64,
}

impl Audit {
    /// Reads the questions of a bank against the article they were made from.
    pub fn of(article: &Article, bank: &Bank) -> Audit {
        let text = Text::of(article);
        let mut audit = Audit {
            words: article.words(),
            sections: asked(article, bank),
            faults: repeat::repeated(bank),
            ..Audit::default()
        };
        for question in &bank.questions {
            audit.read(&text, question);
        }
        audit
    }

    /// Looks for questions of one session that give each other away.
    pub fn sit(&mut self, session: &[Question]) {
        let known: BTreeSet<_> = self.faults.iter().cloned().collect();
        let found = repeat::legible(session).map(|id| (id, Fault::Legible));
        self.faults
            .extend(found.filter(|fault| !known.contains(fault)));
    }

    /// How many questions were read.
    pub fn questions(&self) -> usize {
        self.kinds.values().sum()
    }

    /// How many questions have this fault.
    pub fn count(&self, fault: Fault) -> usize {
        self.faults
            .iter()
            .filter(|(_, found)| *found == fault)
            .count()
    }

    fn read(&mut self, text: &Text<'_>, question: &Question) {
        *self.kinds.entry(question.kind).or_default() += 1;
        let mut fault = |fault| self.faults.push((question.id.clone(), fault));
        gate::failed(text, question).for_each(|gate| fault(Fault::Gate(gate)));
        let founded = evidence::holds_key(text, question);
        if !founded {
            fault(Fault::Unfounded);
        }
        self.founded.count(founded);
        self.not_names.count(!question::is_about_name(question));
        if let Some(verdict) = question::verdict(question) {
            self.claims.count(verdict);
        }
        for (cheat, guess) in guesses(text, question) {
            self.cheats.entry(cheat).or_default().add(guess);
        }
    }

    /// Adds what was counted over another bank.
    fn add(&mut self, other: &Audit) {
        self.words += other.words;
        self.sections.add(other.sections);
        for (kind, count) in &other.kinds {
            *self.kinds.entry(*kind).or_default() += count;
        }
        self.faults.extend(other.faults.iter().cloned());
        self.not_names.add(other.not_names);
        self.claims.add(other.claims);
        self.founded.add(other.founded);
        for (cheat, gain) in &other.cheats {
            self.cheats.entry(*cheat).or_default().add(*gain);
        }
        self.differing += other.differing;
        self.time += other.time;
    }
}

impl Fault {
    /// What it is, as a row of the table or a line of the list beneath it names it.
    pub fn title(self) -> &'static str {
        match self {
            Fault::Gate(gate) => gate.title(),
            Fault::Repeated => "a fact asked twice",
            Fault::Unfounded => "the evidence does not hold the key",
            Fault::Legible => "given away by another of a session",
        }
    }
}

impl Share {
    /// In hundredths; `None` where there is nothing to have a share of.
    pub fn percent(self) -> Option<f64> {
        (self.all > 0).then(|| 100.0 * self.some as f64 / self.all as f64)
    }

    fn count(&mut self, is_so: bool) {
        self.some += usize::from(is_so);
        self.all += 1;
    }

    fn add(&mut self, other: Share) {
        self.some += other.some;
        self.all += other.all;
    }
}

impl Gain {
    /// How many of a hundred questions more than by chance; `None` where there was none to guess.
    pub fn points(self) -> Option<f64> {
        let more = self.right - self.chance;
        (self.questions > 0).then(|| 100.0 * more / self.questions as f64)
    }

    fn add(&mut self, other: Gain) {
        self.questions += other.questions;
        self.right += other.right;
        self.chance += other.chance;
    }
}

/// Headings over what a text has beside what it says: nothing is to be asked of it.
const BESIDE: &[&str] = &[
    "acknowledgements",
    "bibliography",
    "check your understanding",
    "contact",
    "exercises",
    "external links",
    "further reading",
    "notes for editors",
    "notes to editors",
    "references",
    "review questions",
    "see also",
    "sources",
];

/// How many of the sections that have text are asked about, those beside the text left out.
fn asked(article: &Article, bank: &Bank) -> Share {
    let asked: BTreeSet<usize> = bank
        .questions
        .iter()
        .map(|question| question.evidence.section)
        .collect();
    let mut share = Share::default();
    for (at, section) in article.sections.iter().enumerate() {
        let heading = section
            .heading
            .as_deref()
            .unwrap_or_default()
            .to_lowercase();
        let beside = BESIDE.contains(&heading.trim_end_matches(':'));
        if !section.paragraphs.is_empty() && !beside {
            share.count(asked.contains(&at));
        }
    }
    share
}

#[cfg(test)]
mod tests {
    use super::sample::{article, bank, question};
    use super::*;

    #[test]
    fn sections_without_text_need_no_question() {
        let article = article("# A\n\nOne.\n\n## B\n\n## C\n\nTwo.\n");
        let bank = bank(vec![question("Q?", &["a", "b", "c"])]);
        assert_eq!(
            Audit::of(&article, &bank).sections,
            Share { some: 1, all: 2 }
        );
    }

    #[test]
    fn references_need_no_question() {
        let article =
            article("# A\n\nOne.\n\n## See also\n\nTwo.\n\n## Sources of the Nile\n\nThree.\n");
        let bank = bank(vec![question("Q?", &["a", "b", "c"])]);
        assert_eq!(
            Audit::of(&article, &bank).sections,
            Share { some: 1, all: 2 }
        );
    }

    #[test]
    fn audits_of_two_articles_are_added() {
        let article = article("# A\n\nPorts need deep water.\n");
        let bank = bank(vec![question(
            "What do ports not need?",
            &["deep water", "cheap labour", "open roads"],
        )]);
        let one = Audit::of(&article, &bank);
        let mut both = one.clone();
        both.add(&one);
        assert_eq!(both.questions(), 2);
        assert_eq!(both.count(Fault::Gate(Gate::Negative)), 2);
        assert_eq!(both.sections, Share { some: 2, all: 2 });
        let longest = (both.cheats[&Cheat::Shortest], one.cheats[&Cheat::Shortest]);
        assert_eq!(longest.0.points(), longest.1.points());
    }

    #[test]
    fn a_session_is_looked_at_once_however_often_it_is_drawn() {
        let article = article("# A\n\nPorts need deep water.\n");
        let mut twice = question("What do ports need?", &["deep water", "sand", "roads"]);
        twice.stem = "Why do ports need deep water?".to_owned();
        let one = question("What do ports need?", &["deep water", "sand", "roads"]);
        let bank = bank(vec![one.clone(), twice.clone()]);
        let mut audit = Audit::of(&article, &bank);
        for _ in 0..3 {
            audit.sit(&[one.clone(), twice.clone()]);
        }
        assert_eq!(audit.count(Fault::Legible), 1);
    }
}
