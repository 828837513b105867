//! What every way to answer needs: the question, the answer so far, and the verdict.
//!
//! Apart from the form, which knows all the ways; each of them knows only this.

use leptos::prelude::*;

use crate::question::{Answer, Form, QuestionId};
use crate::study::{Deed, Hint, Item, SessionId, Verdict};
use crate::ui::part::{Cross, Ring, Tick, Watched, live};

/// A question as it lies before the reader.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    /// The question, and the order in which its options stand at first.
    pub(crate) item: StoredValue<Item>,
    /// Where it stands, as long as there is one.
    pub(crate) state: Watched<Option<State>>,
    /// Takes another answer.
    pub(crate) on_answer: Callback<Answer>,
    /// Does something beside answering.
    pub(crate) on_deed: Callback<Deed>,
}

/// Where a sitting stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct State {
    /// Which sitting it is.
    pub(crate) session: SessionId,
    /// Which question it is at, with its place; none when it is done.
    pub(crate) question: Option<(usize, QuestionId)>,
    /// What is answered so far.
    pub(crate) answer: Answer,
    /// There as soon as it has been judged.
    pub(crate) verdict: Option<Verdict>,
    /// The help that was asked for.
    pub(crate) hint: Option<Hint>,
    /// What may be done beside answering.
    pub(crate) may: Vec<Deed>,
}

/// How a row was judged, and what is said of it.
pub(crate) type Mark = (&'static str, String);

impl Sheet {
    /// How it is answered.
    pub(crate) fn form(self) -> Form {
        self.item.read_value().question.form()
    }

    /// The option at that index.
    pub(crate) fn option(self, index: usize) -> String {
        self.item.read_value().question.options[index].clone()
    }

    /// The verdict, once there is one.
    pub(crate) fn verdict(self) -> Option<Verdict> {
        self.state.get()?.verdict
    }

    /// What may be done beside answering.
    pub(crate) fn may(self) -> Vec<Deed> {
        self.state.get().map_or_else(Vec::new, |state| state.may)
    }

    /// What is answered so far.
    pub(crate) fn answer(self) -> Answer {
        let state = self.state.get();
        state.map_or(Answer::NONE, |state| state.answer)
    }

    /// Whether the option at that index has been struck out.
    pub(crate) fn is_out(self, index: usize) -> bool {
        self.state.get().and_then(|state| state.hint) == Some(Hint::Not(index))
    }

    /// Whether there is no answer that could be judged.
    pub(crate) fn is_blank(self) -> bool {
        self.answer().to(&self.item.read_value().question).is_none()
    }
}

/// What stands beside a row, once it is judged.
pub(crate) fn note(mark: Box<dyn Fn() -> Option<Mark> + Send>) -> AnyView {
    live(move || {
        let Some((name, says)) = mark() else {
            return ().into_any();
        };
        let sign = match name {
            "right" => view! { <Tick /> }.into_any(),
            "missed" => view! { <Ring /> }.into_any(),
            _ => view! { <Cross /> }.into_any(),
        };
        view! { <span class="note">{sign} {says}</span> }.into_any()
    })
}
