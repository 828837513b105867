//! The quiz of one article.
//!
//! Apart from the sitting it shows: here questions are asked for and waited for.

use std::sync::Arc;

use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;

use crate::article::Article;
use crate::browser::text::quoted;
use crate::browser::{address, tree};
use crate::question::{Bank, KindName, Shortage};
use crate::study::{Answering, Mode};
use crate::ui::examiner::Asked;
use crate::ui::keys::hold;
use crate::ui::page::draw::{LONGEST, Wanted, begin};
use crate::ui::page::sitting::SittingView;
use crate::ui::part::nodes::{choice, el, list, told};
use crate::ui::part::{act, live, react, watch};
use crate::ui::route::Route;
use crate::ui::state::{DeskName, shared};
use crate::ui::words;
use crate::words::{Word, fill, say, w};

/// How many questions can be asked for; `None` is all of them.
const COUNTS: [Option<usize>; 4] = [Some(5), Some(8), Some(12), None];

const WAYS: [(Answering, Word); 2] = [
    (Answering::Choose, w::QUIZ_CHOOSE),
    (Answering::Type, w::QUIZ_TYPE),
];

const MODES: [(Mode, Word); 2] = [(Mode::Quiz, w::QUIZ_EACH), (Mode::Exam, w::QUIZ_END)];

/// The id of the element with what can be chosen.
const CHOICES: &str = "choices";

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
    let examiner = shared().examiner;
    let desks = shared().desks;
    let tutor = shared().tutor;
    let wanted = RwSignal::new(Wanted {
        answering: shared().preferences.answering(),
        ..Wanted::QUIZ
    });
    let name = StoredValue::new(DeskName::Article(article.slug.clone()));
    let asked = StoredValue::new(false);
    examiner.ask(article);
    let stage = watch(move || stage(examiner.asked(&article.slug)));
    react(move || match stage.get() {
        Stage::Sitting(bank) if !desks.has(&name.read_value()) => {
            begin(
                (desks, tutor),
                &name.read_value(),
                &bank,
                wanted.get_untracked(),
                asked.get_value(),
            );
        }
        _ => {}
    });
    let again = Callback::new(move |()| {
        asked.set_value(true);
        desks.clear(&name.read_value());
    });
    view! {
        <div class="quiz">
            <h1 tabindex="-1">
                <span class="unseen">{say(w::QUIZ_NAME)} " "</span>
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
            {say(w::QUIZ_PREPARING)}
        </p>
    }
}

#[component]
pub(crate) fn Failed(why: String, again: Callback<()>) -> impl IntoView {
    view! {
        <div role="alert">
            <p class="lede">{fill(w::QUIZ_FAILED, &[&why])}</p>
            <button type="button" class="button" on:click=act(move |_| again.run(()))>
                {say(w::QUIZ_AGAIN)}
            </button>
        </div>
    }
}

#[component]
fn Short(article: &'static Article, shortage: Option<Shortage>) -> impl IntoView {
    let why = words::shortage(shortage.unwrap_or(Shortage::NothingToAsk));
    view! {
        <p class="lede">{why}</p>
        <p>
            <a href=Route::Read(article.slug.clone(), None).href()>{say(w::QUIZ_BACK)}</a>
        </p>
    }
}

/// What can be chosen about the quiz; a change begins another one. Keys pressed here are not
/// answers.
#[component]
fn Change(bank: Arc<Bank>, wanted: RwSignal<Wanted>, again: Callback<()>) -> impl IntoView {
    let tutor = shared().tutor;
    let kinds = kinds(&bank);
    let of = kinds.len();
    let start = move |event: SubmitEvent| {
        event.prevent_default();
        address::close(".change");
        again.run(());
    };
    let used = move |event: Event| {
        if let Some((what, with)) = tree::used(&event) {
            wanted.write().change(&what, &with);
            if what == "way" {
                tutor.act(&what, &with, |_| {});
            }
        }
    };
    react(move || tree::show(CHOICES, &choices(&kinds, &wanted.read_untracked())));
    view! {
        <details class="change" on:keydown=act(hold)>
            <summary>{say(w::QUIZ_CHANGE)}</summary>
            <form on:submit=act(start) on:change=act(used)>
                <div id=CHOICES></div>
                <button
                    type="submit"
                    class="button"
                    disabled=move || wanted.read().without.len() == of
                >
                    {say(w::QUIZ_START)}
                </button>
            </form>
        </details>
    }
}

/// All that can be chosen, as it is now.
fn choices(kinds: &[KindName], wanted: &Wanted) -> String {
    let counts = COUNTS.map(|count| {
        let number = count.map(|count| count.to_string());
        let says = number.as_deref().unwrap_or(say(w::QUIZ_ALL));
        choice("radio", "count", (says, says), wanted.count == count)
    });
    let kinds = kinds.iter().map(|&kind| {
        let names = (kind.as_str(), words::kind(kind));
        choice("checkbox", "kind", names, !wanted.without.contains(&kind))
    });
    let ways = WAYS.map(|(way, says)| {
        let names = (way.as_str(), say(says));
        choice("radio", "way", names, wanted.answering == way)
    });
    let modes = MODES.map(|(mode, says)| {
        choice(
            "radio",
            "mode",
            (mode.as_str(), say(says)),
            wanted.mode == mode,
        )
    });
    let most = LONGEST.to_string();
    let minutes = [
        ("type", "number"),
        ("class", "field"),
        ("min", "1"),
        ("max", &most),
        ("data-do", "minutes"),
    ];
    let minutes = [quoted(say(w::QUIZ_MINUTES)), el("input", &minutes, &[])];
    list(&[
        field(w::QUIZ_NUMBER, &counts),
        field(w::QUIZ_KINDS, &kinds.collect::<Vec<_>>()),
        field(w::QUIZ_WAY, &ways),
        field(w::QUIZ_WHEN, &modes),
        el("label", &[], &minutes),
    ])
}

fn field(name: Word, choices: &[String]) -> String {
    let inside = [&[told("legend", "", say(name))], choices].concat();
    el("fieldset", &[("class", "row")], &inside)
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
