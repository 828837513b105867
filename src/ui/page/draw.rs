//! What a reader wants to be asked, and the sitting that comes of it.
//!
//! Apart from the pages, because a quiz and the end of a section begin alike.

use leptos::prelude::*;

use crate::browser::chance;
use crate::question::{Bank, KindName, Question, QuestionId};
use crate::study::{Answering, Mode};
use crate::ui::page::sitting::look_ahead;
use crate::ui::state::{DeskName, DesksCtx, Plan, TutorCtx};

/// The most minutes of an exam.
pub(crate) const LONGEST: u32 = 600;

/// What the reader wants to be asked of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// At most so many questions; `None` is all.
    pub(crate) count: Option<usize>,
    /// None of these kinds.
    pub(crate) without: Vec<KindName>,
    /// Only about this section.
    pub(crate) section: Option<usize>,
    /// How to answer what can be answered both ways.
    pub(crate) answering: Answering,
    /// What sort of sitting.
    pub(crate) mode: Mode,
    /// How long an exam may take.
    pub(crate) minutes: Option<u32>,
}

impl Wanted {
    /// A quiz as long as nothing is changed about it.
    pub(crate) const QUIZ: Wanted = Wanted {
        count: Some(8),
        without: Vec::new(),
        section: None,
        answering: Answering::Choose,
        mode: Mode::Quiz,
        minutes: None,
    };

    /// As chosen in the field of that name; what cannot be read there is as if nothing was.
    pub(crate) fn change(&mut self, what: &str, with: &str) {
        match what {
            "count" => self.count = with.parse().ok(),
            "way" => self.answering = Answering::named(with),
            "mode" if with == Mode::Exam.as_str() => self.mode = Mode::Exam,
            "mode" => self.mode = Mode::Quiz,
            "minutes" => {
                let minutes = with.parse().ok();
                self.minutes = minutes.filter(|minutes| (1..=LONGEST).contains(minutes));
            }
            _ => self.toggle(with),
        }
    }

    fn toggle(&mut self, kind: &str) {
        let before = self.without.len();
        self.without.retain(|other| other.as_str() != kind);
        if self.without.len() == before {
            let all = KindName::ALL.into_iter();
            self.without
                .extend(all.filter(|other| other.as_str() == kind));
        }
    }

    /// Those questions that can be typed are, where that is how to answer.
    fn plan(&self, bank: &Bank, drawn: &[QuestionId]) -> Plan {
        let drawn = drawn.iter().filter_map(|id| find(bank, id));
        Plan {
            mode: self.mode,
            questions: drawn.map(|it| self.answering.asks(&it)).collect(),
            minutes: self.minutes.filter(|_| self.mode == Mode::Exam),
        }
    }

    /// The questions that may be drawn, the best first.
    fn candidates(&self, bank: &Bank) -> Vec<QuestionId> {
        let all = bank.questions.iter().filter(|it| self.includes(it));
        all.map(|it| it.id.clone()).collect()
    }

    fn includes(&self, question: &Question) -> bool {
        let is_there = |section| question.evidence.section == section;
        !self.without.contains(&question.kind) && self.section.is_none_or(is_there)
    }
}

/// Goes on with the sitting that was left there, or draws another one; and then the focus moves there,
/// if the reader `asked` for it rather than for the page.
pub(crate) fn begin(
    (desks, tutor): (DesksCtx, TutorCtx),
    name: &DeskName,
    bank: &std::sync::Arc<Bank>,
    wanted: Wanted,
    asked: bool,
) {
    let left = desks.left(name);
    if left.is_some_and(|left| desks.resume(name, left, &|_, id| find(bank, id))) {
        return if asked {
            look_ahead(name)
        };
    }
    let (name, bank) = (name.clone(), bank.clone());
    let article = bank.article.clone();
    let from = wanted.candidates(&bank);
    let count = wanted.count.unwrap_or(from.len());
    let answering = wanted.answering;
    tutor.draw(&article, &from.clone(), (count, answering), move |drawn| {
        if !untrack(|| desks.has(&name)) {
            let drawn = drawn.unwrap_or_else(|| some_of(from, count));
            desks.begin(&name, wanted.plan(&bank, &drawn));
        }
        if asked {
            look_ahead(&name);
        }
    });
}

/// So many that stand together, from anywhere. Without the tutor nobody knows what was asked before, nor
/// what gives what away.
fn some_of(mut all: Vec<QuestionId>, count: usize) -> Vec<QuestionId> {
    let starts = all.len().saturating_sub(count) as u64 + 1;
    let mut some = all.split_off((chance::random_u64() % starts) as usize);
    some.truncate(count);
    some
}

/// The question of that name, if the bank has it.
pub(crate) fn find(bank: &Bank, id: &QuestionId) -> Option<Question> {
    bank.questions.iter().find(|it| it.id == *id).cloned()
}
