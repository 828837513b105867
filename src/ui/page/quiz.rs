//! The quiz of one article.
//!
//! Apart from the sitting it shows: here questions are asked for, waited for and drawn.

use std::sync::Arc;

use leptos::prelude::*;

use crate::article::Article;
use crate::question::{Bank, KindName, Shortage};
use crate::study::{Answering, Mode, Preferences};
use crate::ui::examiner::{Asked, ExaminerCtx};
use crate::ui::keys::hold;
use crate::ui::page::draw::{Wanted, begin};
use crate::ui::page::sitting::{SittingView, look_ahead};
use crate::ui::part::{act, live};
use crate::ui::route::Route;
use crate::ui::state::{DeskName, DesksCtx, PreferencesCtx, TutorCtx};
use crate::ui::words;

/// How many questions can be asked for; `None` is all of them.
const COUNTS: [Option<usize>; 4] = [Some(5), Some(8), Some(12), None];

const ANSWERING: [(Answering, &str); 2] = [
    (Answering::Choose, "Choose"),
    (Answering::Type, "Type, where the answer is short"),
];

const MODES: [(Mode, &str); 2] = [
    (Mode::Quiz, "After each question"),
    (Mode::Exam, "At the end, as in an exam"),
];

/// The most minutes of an exam.
const LONGEST: u32 = 600;

/// What the page shows.
#[derive(Clone, PartialEq)]
enum Stage {
    Preparing,
    Failed(String),
    Short(Option<Shortage>),
    Sitting(Arc<Bank>),
}

/// The quiz: it goes on where it was left, or begins as soon as its questions are there.
#[component]
pub(crate) fn QuizPage(article: &'static Article) -> impl IntoView {
    let examiner = expect_context::<ExaminerCtx>();
    let desks = expect_context::<DesksCtx>();
    let tutor = expect_context::<TutorCtx>();
    let wanted = RwSignal::new(Wanted {
        answering: expect_context::<PreferencesCtx>().get_untracked().answering,
        ..Wanted::QUIZ
    });
    let name = StoredValue::new(DeskName::Article(article.slug.clone()));
    examiner.ask(article);
    let stage = Memo::new(move |_| stage(examiner.asked(&article.slug)));
    Effect::new(move || match stage.get() {
        Stage::Sitting(bank) if !desks.has(&name.read_value()) => {
            begin(
                (desks, tutor),
                &name.read_value(),
                &bank,
                wanted.get_untracked(),
            );
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
                        <Change bank wanted name again />
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
fn Change(
    bank: Arc<Bank>,
    wanted: RwSignal<Wanted>,
    name: StoredValue<DeskName>,
    again: Callback<()>,
) -> impl IntoView {
    let details = NodeRef::<leptos::html::Details>::new();
    let kinds = kinds(&bank);
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
        again.run(());
        look_ahead(&name.read_value());
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
                {field("How many questions", COUNTS.map(|count| count_choice(count, wanted)).into())}
                {field("Which kinds", kinds.into_iter().map(|kind| kind_choice(kind, wanted)).collect())}
                {field("How to answer", ANSWERING.map(|way| answering_choice(way, wanted)).into())}
                {field("When to judge", MODES.map(|mode| mode_choice(mode, wanted)).into())}
                {limit(wanted)}
                <button type="submit" class="button" disabled=all_left_out>
                    "Start this quiz"
                </button>
            </form>
        </details>
    }
}

fn field(name: &'static str, choices: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset class="row">
            <legend>{name}</legend>
            {choices}
        </fieldset>
    }
    .into_any()
}

fn count_choice(count: Option<usize>, wanted: RwSignal<Wanted>) -> AnyView {
    let says = count.map_or("All".to_owned(), |count| count.to_string());
    let is_so = move || wanted.read().count == count;
    let choose = move || wanted.write().count = count;
    choice(("radio", "count"), says, Box::new(is_so), Box::new(choose))
}

fn kind_choice(kind: KindName, wanted: RwSignal<Wanted>) -> AnyView {
    let toggle = move || {
        let mut wanted = wanted.write();
        match wanted.without.iter().position(|other| *other == kind) {
            Some(at) => drop(wanted.without.remove(at)),
            None => wanted.without.push(kind),
        }
    };
    let is_so = move || !wanted.read().without.contains(&kind);
    let says = words::kind(kind).to_owned();
    choice(("checkbox", ""), says, Box::new(is_so), Box::new(toggle))
}

/// Kept for other quizzes too.
fn answering_choice((answering, says): (Answering, &str), wanted: RwSignal<Wanted>) -> AnyView {
    let preferences = expect_context::<PreferencesCtx>();
    let is_so = move || wanted.read().answering == answering;
    let choose = move || {
        wanted.write().answering = answering;
        preferences.set(Preferences {
            answering,
            ..preferences.get_untracked()
        });
    };
    let (is_so, choose) = (Box::new(is_so), Box::new(choose));
    choice(("radio", "answering"), says.to_owned(), is_so, choose)
}

fn mode_choice((mode, says): (Mode, &str), wanted: RwSignal<Wanted>) -> AnyView {
    let is_so = move || wanted.read().mode == mode;
    let choose = move || wanted.write().mode = mode;
    let (is_so, choose) = (Box::new(is_so), Box::new(choose));
    choice(("radio", "mode"), says.to_owned(), is_so, choose)
}

fn choice(
    (sort, name): (&'static str, &'static str),
    says: String,
    is_so: Box<dyn Fn() -> bool + Send>,
    choose: Box<dyn Fn() + Send>,
) -> AnyView {
    view! {
        <label class="choice">
            <input type=sort name=name prop:checked=is_so on:change=act(move |_| choose()) />
            {says}
        </label>
    }
    .into_any()
}

/// How long an exam may take; nothing typed is as long as it takes.
fn limit(wanted: RwSignal<Wanted>) -> AnyView {
    let write = move |event| {
        let minutes = event_target_value(&event).parse().ok();
        wanted.write().minutes = minutes.filter(|minutes| (1..=LONGEST).contains(minutes));
    };
    live(move || {
        (wanted.read().mode == Mode::Exam).then(|| {
            view! {
                <label class="limit">
                    "Minutes, if it is to end by itself"
                    <input type="number" class="field" min="1" max=LONGEST on:input=act(write) />
                </label>
            }
        })
    })
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
