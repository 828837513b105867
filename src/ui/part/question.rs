//! One question: its stem, its options, and the verdict on what was chosen.
//!
//! Apart from the sitting, which knows what comes before and after it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::question::Question;
use crate::study::{Item, Verdict};
use crate::ui::part::{Cross, Tick, act, live};
use crate::ui::route::Route;

/// A question to be answered. `choice` are indices into its options; `verdict` is there as soon
/// as it has been judged.
#[component]
pub(crate) fn QuestionForm(
    item: Item,
    #[prop(into)] choice: Signal<Vec<usize>>,
    #[prop(into)] verdict: Signal<Option<Verdict>>,
    on_choose: Callback<Vec<usize>>,
    on_submit: Callback<()>,
) -> impl IntoView {
    let is_early = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        is_early.set(choice.read_untracked().is_empty());
        on_submit.run(());
    };
    let Item { question, order } = item;
    let question = StoredValue::new(question);
    let option = move |(position, index): (usize, usize)| {
        view! { <Row question position index choice verdict on_choose /> }
    };
    view! {
        <form class="question" on:submit=act(submit)>
            <fieldset tabindex="-1" disabled=move || verdict.get().is_some()>
                <legend>{question.read_value().stem.clone()}</legend>
                {is_several(&question.read_value())
                    .then(|| view! { <p class="quiet">"Choose all that apply."</p> })}
                {order.into_iter().enumerate().map(option).collect_view()}
            </fieldset>
            <button type="submit" class="button" data-rank="first">
                {live(move || if verdict.get().is_some() { "Next" } else { "Check" })}
            </button>
            <div role="status" class="verdict" data-verdict=move || verdict.get().map(Verdict::as_str)>
                {live(move || match verdict.get() {
                    Some(verdict) => {
                        view! { <Judged question=question.get_value() verdict /> }.into_any()
                    }
                    None => early(is_early.get() && choice.read().is_empty()).into_any(),
                })}
            </div>
        </form>
    }
}

/// One option, as a row with its key in the margin.
#[component]
fn Row(
    question: StoredValue<Question>,
    position: usize,
    index: usize,
    choice: Signal<Vec<usize>>,
    verdict: Signal<Option<Verdict>>,
    on_choose: Callback<Vec<usize>>,
) -> impl IntoView {
    let several = is_several(&question.read_value());
    let is_chosen = move || choice.read().contains(&index);
    let state = move || {
        verdict.get()?;
        state(question.read_value().keys.contains(&index), is_chosen())
    };
    let choose = move |_| on_choose.run(choose(&choice.read_untracked(), index, several));
    view! {
        <label class="option" data-state=move || state().map(|(name, _)| name)>
            <span class="key" aria-hidden="true">
                {position + 1}
            </span>
            <input
                type=if several { "checkbox" } else { "radio" }
                name="option"
                prop:checked=is_chosen
                on:change=act(choose)
            />
            <span class="words">{question.read_value().options[index].clone()}</span>
            {live(move || {
                state().map(|(name, note)| view! { <span class="note"><Sign right=name != "wrong" /> {note}</span> })
            })}
        </label>
    }
}

/// What is said after the answer.
#[component]
fn Judged(question: Question, verdict: Verdict) -> impl IntoView {
    let evidence = Route::evidence(&question.article, &question.evidence);
    view! {
        <p class="word">
            <Sign right=verdict == Verdict::Right />
            {name_of(verdict)}
        </p>
        <p>{question.explanation}</p>
        <blockquote>{question.evidence.text}</blockquote>
        <p>
            <a href=evidence.href()>"See it in the article"</a>
        </p>
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

/// The choice after the option at `index` has been used.
pub(crate) fn choose(choice: &[usize], index: usize, several: bool) -> Vec<usize> {
    let mut others = choice.to_vec();
    others.retain(|&chosen| several && chosen != index);
    if !several || !choice.contains(&index) {
        others.push(index);
    }
    others
}

/// Whether more than one option may be chosen.
pub(crate) fn is_several(question: &Question) -> bool {
    question.keys.len() > 1
}

fn early(is_early: bool) -> Option<impl IntoView> {
    is_early.then(|| view! { <p class="quiet">"Choose an answer first."</p> })
}

/// How an option is shown once the question is judged.
fn state(is_key: bool, is_chosen: bool) -> Option<(&'static str, &'static str)> {
    match (is_key, is_chosen) {
        (true, true) => Some(("right", "Your answer")),
        (true, false) => Some(("missed", "Right answer")),
        (false, true) => Some(("wrong", "Your answer")),
        (false, false) => None,
    }
}
