//! One question: its stem, the way to answer it, and the verdict.
//!
//! Apart from the sitting, which knows what comes before and after it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

use crate::question::{Answer, Form, Question};
use crate::study::{Deed, Verdict};
use crate::ui::part::options::Choice;
use crate::ui::part::order::Order;
use crate::ui::part::sheet::Sheet;
use crate::ui::part::{Cross, Tick, act, live};
use crate::ui::route::Route;
use crate::ui::words;

/// What can be done with any question, with the key for it.
pub(crate) const ASIDES: [(Deed, &str, &str); 4] = [
    (Deed::Skip, "Skip", "s"),
    (Deed::Hint, "Hint", "h"),
    (Deed::Undo, "Undo", "u"),
    (Deed::Hide, "Bad question?", "x"),
];

/// A question to be answered; its verdict is there as soon as it has been judged, and `go` is what
/// the button says until then.
#[component]
pub(crate) fn QuestionForm(
    sheet: Sheet,
    go: &'static str,
    on_submit: Callback<()>,
) -> impl IntoView {
    let is_early = RwSignal::new(false);
    let verdict = sheet.verdict;
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
                {quiet(task(form))}
                {way(sheet)}
            </fieldset>
            <p class="row">
                <button type="submit" class="button" data-rank="first">
                    {live(move || if verdict.get().is_some() { "Next" } else { go })}
                </button>
                {ASIDES.map(|(deed, name, _)| aside(sheet, deed, name)).into_iter().collect_view()}
            </p>
            <div role="status" class="verdict" data-verdict=move || verdict.get().map(Verdict::as_str)>
                {live(move || match verdict.get() {
                    Some(verdict) => view! { <Judged sheet verdict /> }.into_any(),
                    None if is_early.get() && sheet.is_blank() => quiet(early(form)),
                    None => ().into_any(),
                })}
            </div>
        </form>
    }
}

/// It stays where it is, and takes the focus, also while it would do nothing.
fn aside(sheet: Sheet, deed: Deed, name: &'static str) -> AnyView {
    let is_idle = move || (!sheet.may.run(deed)).then_some("true");
    view! {
        <button
            type="button"
            class="aside"
            aria-disabled=is_idle
            on:click=act(move |_| sheet.on_deed.run(deed))
        >
            {name}
        </button>
    }
    .into_any()
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
fn Judged(sheet: Sheet, verdict: Verdict) -> impl IntoView {
    let question = sheet.item.get_value().question;
    let evidence = Route::evidence(&question.article, &question.evidence);
    let is_right = verdict == Verdict::Right;
    view! {
        <p class="word">
            <Sign right=is_right />
            {name_of(verdict)}
        </p>
        {told(&question, is_right)}
        {word(sheet, Deed::Overrule, "I was right")}
        {word(sheet, Deed::Ease, "That was easy")}
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

/// A word of the reader's own about the answer, where there is one to be said; once it is, the
/// button stays as pressed.
fn word(sheet: Sheet, deed: Deed, says: &'static str) -> AnyView {
    if !untrack(|| sheet.may.run(deed)) {
        return ().into_any();
    }
    let is_said = move || if sheet.may.run(deed) { "false" } else { "true" };
    view! {
        <button
            type="button"
            class="button"
            aria-pressed=is_said
            on:click=act(move |_| sheet.on_deed.run(deed))
        >
            {says}
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
fn task(form: Form) -> &'static str {
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
