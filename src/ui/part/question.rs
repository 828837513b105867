//! One question: its stem, the way to answer it, and the verdict.
//!
//! Apart from the sitting, which knows what comes before and after it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

use crate::question::{Answer, Form, Question};
use crate::study::{Item, Verdict};
use crate::ui::part::options::Choice;
use crate::ui::part::order::Order;
use crate::ui::part::sheet::Sheet;
use crate::ui::part::{Cross, Tick, act, live};
use crate::ui::route::Route;
use crate::ui::words;

/// A question to be answered; `verdict` is there as soon as it has been judged, and may be
/// overruled where the answer is typed.
#[component]
pub(crate) fn QuestionForm(
    item: Item,
    #[prop(into)] answer: Signal<Answer>,
    #[prop(into)] verdict: Signal<Option<Verdict>>,
    on_answer: Callback<Answer>,
    on_submit: Callback<()>,
    on_overrule: Callback<()>,
) -> impl IntoView {
    let is_early = RwSignal::new(false);
    let sheet = Sheet {
        item: StoredValue::new(item),
        answer,
        verdict,
        on_answer,
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        is_early.set(untrack(|| sheet.is_blank()));
        on_submit.run(());
    };
    let form = sheet.form();
    view! {
        <form class="question" on:submit=act(submit)>
            <fieldset tabindex="-1" disabled=move || verdict.get().is_some()>
                <legend>{sheet.item.read_value().question.stem.clone()}</legend>
                {quiet(hint(form))}
                {way(sheet)}
            </fieldset>
            <button type="submit" class="button" data-rank="first">
                {live(move || if verdict.get().is_some() { "Next" } else { "Check" })}
            </button>
            <div role="status" class="verdict" data-verdict=move || verdict.get().map(Verdict::as_str)>
                {live(move || match verdict.get() {
                    Some(verdict) => view! { <Judged sheet verdict on_overrule /> }.into_any(),
                    None if is_early.get() && sheet.is_blank() => quiet(early(form)),
                    None => ().into_any(),
                })}
            </div>
        </form>
    }
}

/// The way to answer it.
fn way(sheet: Sheet) -> AnyView {
    match sheet.form() {
        Form::Typed => view! { <Typing sheet /> }.into_any(),
        Form::Ordered => view! { <Order sheet /> }.into_any(),
        _ => {
            let order = sheet.item.read_value().order.clone();
            let options = order.into_iter().enumerate();
            let options =
                options.map(|(position, index)| view! { <Choice sheet position index /> });
            options.collect_view().into_any()
        }
    }
}

/// Answering in words. No browser is to complete or correct them.
#[component]
fn Typing(sheet: Sheet) -> impl IntoView {
    let write = move |event| {
        let text = event_target_value(&event);
        sheet.on_answer.run(Answer::Typed(text));
    };
    let before = untrack(|| sheet.answer.read().typed().to_owned());
    view! {
        <label class="typing">
            <span class="quiet">"Your answer"</span>
            <input
                type="text"
                class="field"
                autocomplete="off"
                on:input=act(write)
                {..custom_attribute("autocapitalize", "off")}
                {..custom_attribute("autocorrect", "off")}
                {..custom_attribute("spellcheck", "false")}
                {..custom_attribute("value", before)}
            />
        </label>
    }
}

/// What is said after the answer.
#[component]
fn Judged(sheet: Sheet, verdict: Verdict, on_overrule: Callback<()>) -> impl IntoView {
    let question = sheet.item.get_value().question;
    let evidence = Route::evidence(&question.article, &question.evidence);
    let is_right = verdict == Verdict::Right;
    view! {
        <p class="word">
            <Sign right=is_right />
            {name_of(verdict)}
        </p>
        {told(&question, is_right)}
        {overrule(&question, is_right, on_overrule)}
        {strayed(&question, &sheet.answer.read_untracked())}
        <p>{question.explanation}</p>
        <blockquote>{question.evidence.text}</blockquote>
        <p>
            <a href=evidence.href()>"See it in the article"</a>
        </p>
    }
}

/// The right answer, where the rows do not tell it.
fn told(question: &Question, is_right: bool) -> AnyView {
    match question.form() {
        Form::Typed => {}
        Form::Ordered if !is_right => {}
        _ => return ().into_any(),
    }
    let answer = words::right_answer(question);
    view! { <div>{quiet("Right answer")} <p class="answer">{answer}</p></div> }.into_any()
}

/// Where the article has what was chosen and is wrong.
fn strayed(question: &Question, answer: &Answer) -> AnyView {
    let told = words::strayed(question, answer);
    match told.is_empty() {
        true => ().into_any(),
        false => view! { <p>{told}</p> }.into_any(),
    }
}

fn overrule(question: &Question, is_right: bool, on_overrule: Callback<()>) -> AnyView {
    if is_right || question.form() != Form::Typed {
        return ().into_any();
    }
    view! {
        <button type="button" class="button" on:click=act(move |_| on_overrule.run(()))>
            "I was right"
        </button>
    }
    .into_any()
}

fn quiet(says: &'static str) -> AnyView {
    match says {
        "" => ().into_any(),
        _ => view! { <p class="quiet">{says}</p> }.into_any(),
    }
}

#[component]
pub(crate) fn Sign(right: bool) -> impl IntoView {
    match right {
        true => view! { <Tick /> }.into_any(),
        false => view! { <Cross /> }.into_any(),
    }
}

/// What a verdict is called on the page.
pub(crate) fn name_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "Correct",
        Verdict::Wrong => "Not quite",
    }
}

/// What is to be done, where the stem does not say it.
fn hint(form: Form) -> &'static str {
    match form {
        Form::Several => "Choose all that apply.",
        Form::Ordered => "Put these in order, first to last.",
        Form::One | Form::Typed => "",
    }
}

/// What is missing where there is nothing to check.
fn early(form: Form) -> &'static str {
    match form {
        Form::One | Form::Several => "Choose an answer first.",
        Form::Ordered => "Move an item first: they do not stand in order yet.",
        Form::Typed => "Type an answer first.",
    }
}
