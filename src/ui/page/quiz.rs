//! The quiz of one article.
//!
//! Apart from the sitting it shows: here questions are asked for, waited for and drawn.

use std::sync::Arc;

use leptos::prelude::*;

use crate::article::Article;
use crate::browser::chance;
use crate::question::{self, Bank, KindName, Question, Shortage};
use crate::study::Mode;
use crate::ui::examiner::{Asked, ExaminerCtx};
use crate::ui::keys::hold;
use crate::ui::page::sitting::{SittingView, look_ahead};
use crate::ui::part::{act, live};
use crate::ui::route::Route;
use crate::ui::state::{DeskName, DesksCtx, TutorCtx};
use crate::ui::words;

/// How many questions can be asked for; `None` is all of them.
const COUNTS: [Option<usize>; 4] = [Some(5), Some(8), Some(12), None];

/// What the reader wants to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wanted {
    count: Option<usize>,
    without: Vec<KindName>,
}

/// What the page shows.
#[derive(Clone, PartialEq)]
enum Stage {
    Preparing,
    Failed(String),
    Short(Option<Shortage>),
    Sitting(Arc<Bank>),
}

/// The quiz: it begins as soon as its questions are there, or goes on where it was left.
#[component]
pub(crate) fn QuizPage(article: &'static Article) -> impl IntoView {
    let examiner = expect_context::<ExaminerCtx>();
    let desks = expect_context::<DesksCtx>();
    let tutor = expect_context::<TutorCtx>();
    let wanted = RwSignal::new(Wanted {
        count: Some(8),
        without: Vec::new(),
    });
    let name = StoredValue::new(DeskName::Article(article.slug.clone()));
    examiner.ask(article);
    let stage = Memo::new(move |_| stage(examiner.asked(&article.slug)));
    Effect::new(move || match stage.get() {
        Stage::Sitting(bank) if !desks.has(&name.read_value()) => {
            tutor.standing(&article.slug, move |standing| {
                let questions = wanted.read_untracked().draw(&bank, standing);
                desks.begin(name.get_value(), Mode::Quiz, questions);
            });
        }
        _ => {}
    });
    let again = Callback::new(move |()| desks.clear(&name.read_value()));
    view! {
        <div class="quiz">
            <h1 tabindex="-1">
                <span class="unseen">"Quiz: "</span>
                {&*article.title}
            </h1>
            {live(move || match stage.get() {
                Stage::Preparing => view! { <Preparing /> }.into_any(),
                Stage::Failed(why) => {
                    view! { <Failed why again=Callback::new(move |()| examiner.ask(article)) /> }
                        .into_any()
                }
                Stage::Short(shortage) => view! { <Short article shortage /> }.into_any(),
                Stage::Sitting(bank) => {
                    view! {
                        <SittingView name=name.get_value() again />
                        <Change bank wanted again />
                    }
                        .into_any()
                }
            })}
        </div>
    }
}

/// Shown a little late by the style sheet, so that a short wait does not flash.
#[component]
pub(crate) fn Preparing() -> impl IntoView {
    view! {
        <p class="preparing quiet" role="status">
            "Preparing questions…"
        </p>
    }
}

#[component]
pub(crate) fn Failed(why: String, again: Callback<()>) -> impl IntoView {
    view! {
        <div role="alert">
            <p class="lede">{format!("The questions could not be made: {why}.")}</p>
            <button type="button" class="button" on:click=act(move |_| again.run(()))>
                "Try again"
            </button>
        </div>
    }
}

#[component]
fn Short(article: &'static Article, shortage: Option<Shortage>) -> impl IntoView {
    let why = shortage.unwrap_or(Shortage::NothingToAsk).to_string();
    view! {
        <p class="lede">{why}</p>
        <p>
            <a href=Route::Read(article.slug.clone(), None).href()>"Back to the article"</a>
        </p>
    }
}

/// What can be chosen about the quiz; a change begins another one. Keys pressed here are not
/// answers.
#[component]
fn Change(bank: Arc<Bank>, wanted: RwSignal<Wanted>, again: Callback<()>) -> impl IntoView {
    let details = NodeRef::<leptos::html::Details>::new();
    let kinds = kinds(&bank);
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
        again.run(());
        look_ahead();
    };
    let all_left_out = {
        let kinds = kinds.clone();
        move || {
            kinds
                .iter()
                .all(|kind| wanted.read().without.contains(kind))
        }
    };
    view! {
        <details
            node_ref=details
            class="change"
            on:keydown=act(hold)
        >
            <summary>"Change this quiz"</summary>
            <form on:submit=act(start)>
                <fieldset class="row">
                    <legend>"How many questions"</legend>
                    {COUNTS.map(|count| view! { <Count count wanted /> }).into_iter().collect_view()}
                </fieldset>
                <fieldset class="row">
                    <legend>"Which kinds"</legend>
                    {kinds.into_iter().map(|kind| view! { <Kind kind wanted /> }).collect_view()}
                </fieldset>
                <button type="submit" class="button" disabled=all_left_out>
                    "Start this quiz"
                </button>
            </form>
        </details>
    }
}

#[component]
fn Count(count: Option<usize>, wanted: RwSignal<Wanted>) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="radio"
                name="count"
                prop:checked=move || wanted.read().count == count
                on:change=act(move |_| wanted.write().count = count)
            />
            {count.map_or("All".to_owned(), |count| count.to_string())}
        </label>
    }
}

#[component]
fn Kind(kind: KindName, wanted: RwSignal<Wanted>) -> impl IntoView {
    let toggle = move |_| {
        let mut wanted = wanted.write();
        match wanted.without.iter().position(|other| *other == kind) {
            Some(at) => drop(wanted.without.remove(at)),
            None => wanted.without.push(kind),
        }
    };
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=move || !wanted.read().without.contains(&kind)
                on:change=act(toggle)
            />
            {words::kind(kind)}
        </label>
    }
}

impl Wanted {
    fn draw(&self, bank: &Bank, standing: Vec<(question::QuestionId, u8)>) -> Vec<Question> {
        let mut bank = bank.clone();
        bank.questions
            .retain(|question| !self.without.contains(&question.kind));
        let count = self.count.unwrap_or(bank.questions.len());
        question::draw(&bank, chance::random_u64(), count, &standing)
    }
}

/// The kinds that the bank has, in the order of its questions.
fn kinds(bank: &Bank) -> Vec<KindName> {
    let mut kinds = Vec::new();
    for question in &bank.questions {
        if !kinds.contains(&question.kind) {
            kinds.push(question.kind);
        }
    }
    kinds
}

fn stage(asked: Option<Asked>) -> Stage {
    match asked {
        None | Some(Asked::Waiting) => Stage::Preparing,
        Some(Asked::Failed(why)) => Stage::Failed(why),
        Some(Asked::Ready(bank, _)) if bank.questions.is_empty() => Stage::Short(bank.shortage),
        Some(Asked::Ready(bank, _)) => Stage::Sitting(bank),
    }
}
