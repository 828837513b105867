//! Answering by choosing, one or several.
//!
//! Apart from the other ways to answer.

use leptos::prelude::*;

use crate::question::{Answer, Form};
use crate::ui::part::act;
use crate::ui::part::sheet::{Mark, Sheet, note};
use crate::words::{say, w};

/// One option, as a row with its key in the margin.
#[component]
pub(crate) fn Choice(sheet: Sheet, position: usize, index: usize) -> impl IntoView {
    let form = sheet.form();
    let is_chosen = move || sheet.answer().chosen().contains(&index);
    let mark = move || {
        if sheet.verdict().is_none() {
            let out = ("out", say(w::QUESTION_OUT).to_owned());
            return sheet.is_out(index).then_some(out);
        }
        let is_key = sheet.item.read_value().question.keys.contains(&index);
        mark(form, is_key, is_chosen())
    };
    let choose = move |_| {
        let chosen = choose(&untrack(|| sheet.answer()), index, form);
        sheet.on_answer.run(chosen);
    };
    view! {
        <label class="option" data-state=move || mark().map(|(name, _)| name)>
            <span class="key" aria-hidden="true">
                {position + 1}
            </span>
            <input
                type=if form == Form::Several { "checkbox" } else { "radio" }
                name="option"
                prop:checked=is_chosen
                disabled=move || sheet.is_out(index)
                on:change=act(choose)
            />
            <span class="words" lang="en">{sheet.option(index)}</span>
            {note(Box::new(mark))}
        </label>
    }
}

/// The answer after the option at `index` has been used.
pub(crate) fn choose(answer: &Answer, index: usize, form: Form) -> Answer {
    let several = form == Form::Several;
    let mut chosen = answer.chosen().to_vec();
    chosen.retain(|&other| several && other != index);
    if !several || !answer.chosen().contains(&index) {
        chosen.push(index);
    }
    Answer::Chosen(chosen)
}

/// How an option is shown once the question is judged.
fn mark(form: Form, is_key: bool, is_chosen: bool) -> Option<Mark> {
    let (name, says) = match (form, is_key, is_chosen) {
        (_, false, false) => return None,
        (Form::Several, true, true) => ("right", w::QUESTION_RIGHT),
        (Form::Several, true, false) => ("missed", w::QUESTION_MISSED),
        (Form::Several, false, true) => ("wrong", w::QUESTION_NOT_RIGHT),
        (_, true, true) => ("right", w::QUESTION_ANSWER),
        (_, true, false) => ("right", w::QUESTION_RIGHT_ANSWER),
        (_, false, true) => ("wrong", w::QUESTION_ANSWER),
    };
    Some((name, say(says).to_owned()))
}
