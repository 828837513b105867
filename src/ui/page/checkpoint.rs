//! Two or three questions at the end of a section, asked where it ends.
//!
//! Apart from the article's text, which stands there before there are any questions.

use leptos::prelude::*;

use crate::article::Article;
use crate::browser::chance;
use crate::question::{self, Bank};
use crate::study::Mode;
use crate::ui::examiner::{Asked, ExaminerCtx};
use crate::ui::page::quiz::find;
use crate::ui::page::sitting::{SittingView, look_at_question};
use crate::ui::part::{act, live};
use crate::ui::state::{DeskName, DesksCtx, Plan, TutorCtx};

/// The fewest and the most questions of a checkpoint.
const COUNT: std::ops::RangeInclusive<usize> = 2..=3;

/// The button at the end of a section, or its questions; `open` is the section whose questions
/// stand on the page, of which there is one at a time.
#[component]
pub(crate) fn Checkpoint(
    article: &'static Article,
    section: usize,
    open: RwSignal<Option<usize>>,
) -> impl IntoView {
    let examiner = expect_context::<ExaminerCtx>();
    let desks = expect_context::<DesksCtx>();
    let tutor = expect_context::<TutorCtx>();
    let name = DeskName::Checkpoint(article.slug.clone(), section);
    let has_enough = Memo::new(move |_| match examiner.asked(&article.slug) {
        Some(Asked::Ready(bank, _)) => of_section(&bank, section).questions.len() >= *COUNT.start(),
        _ => false,
    });
    let name = StoredValue::new(name);
    let check = move |_| {
        if let Some(Asked::Ready(bank, _)) = untrack(|| examiner.asked(&article.slug)) {
            begin(desks, tutor, (*bank).clone(), name.get_value());
        }
        open.set(Some(section));
    };
    let close = Callback::new(move |()| {
        desks.clear(&name.read_value());
        open.set(None);
    });
    live(move || match (has_enough.get(), open.get()) {
        (true, Some(shown)) if shown == section => view! {
            <div class="checkpoint quiz" data-open="">
                <SittingView name=name.get_value() again=close />
            </div>
        }
        .into_any(),
        (true, _) => view! {
            <p class="checkpoint">
                <button type="button" class="aside" on:click=act(check)>
                    "Check this section"
                </button>
            </p>
        }
        .into_any(),
        _ => ().into_any(),
    })
}

/// Goes on with the questions that were left, or draws others.
fn begin(desks: DesksCtx, tutor: TutorCtx, bank: Bank, name: DeskName) {
    let DeskName::Checkpoint(article, section) = name.clone() else {
        return;
    };
    desks.clear_if_done(&name);
    let left = desks.left(&name).filter(|_| !untrack(|| desks.has(&name)));
    let is_there = untrack(|| desks.has(&name))
        || left.is_some_and(|left| desks.resume(&name, left, &|_, id| find(&bank, id)));
    let show = || request_animation_frame(look_at_question);
    if is_there {
        return show();
    }
    tutor.standing(&article, move |standing| {
        let bank = of_section(&bank, section);
        let plan = Plan {
            mode: Mode::Checkpoint,
            questions: question::draw(&bank, chance::random_u64(), *COUNT.end(), &standing),
            minutes: None,
        };
        desks.begin(&name, plan);
        show();
    });
}

/// What of the bank asks about that section.
fn of_section(bank: &Bank, section: usize) -> Bank {
    let questions = bank.questions.iter();
    let of_it = questions.filter(|question| question.evidence.section == section);
    Bank {
        article: bank.article.clone(),
        questions: of_it.cloned().collect(),
        shortage: None,
    }
}
