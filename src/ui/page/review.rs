//! What is due, over all articles.
//!
//! Apart from the quiz, whose questions come from one article.

use leptos::prelude::*;

use crate::article::Slug;
use crate::question::QuestionId;
use crate::study::Mode;
use crate::ui::examiner::{Asked, ExaminerCtx};
use crate::ui::library;
use crate::ui::page::draw::find;
use crate::ui::page::quiz::{Failed, Preparing};
use crate::ui::page::sitting::{SittingView, look_ahead};
use crate::ui::part::{live, react, title, watch};
use crate::ui::state::{DeskName, DesksCtx, Plan, shared};
use crate::words::w;

/// The most questions of one sitting.
const MOST: usize = 12;

/// Questions with their articles.
type Named = Vec<(Slug, QuestionId)>;

/// What the page shows.
#[derive(Clone, PartialEq)]
enum Stage {
    Sitting,
    Preparing,
    Failed(String),
    Ready,
}

/// A sitting over what is due; it goes on where it was left.
#[component]
pub(crate) fn ReviewPage() -> impl IntoView {
    let desks = shared().desks;
    let tutor = shared().tutor;
    let examiner = shared().examiner;
    let wanted = RwSignal::new(Named::new());
    // Empty until the tutor has told what is due.
    let says = RwSignal::new(String::new());
    let asked = StoredValue::new(false);
    let ask = move || ask(examiner, &wanted.read_untracked());
    let look = move || {
        says.set(String::new());
        let left = desks.left(&DeskName::Review);
        tutor.due(move |due| {
            let mut questions = due.questions;
            questions.extend(left.iter().flat_map(|left| left.questions()));
            // The page may have been left meanwhile.
            if wanted.try_set(questions).is_none() {
                ask();
                says.set(due.says);
            }
        });
    };
    look();
    let stage = watch(
        move || match (desks.has(&DeskName::Review), says.read().is_empty()) {
            (true, _) => Stage::Sitting,
            (_, true) => Stage::Preparing,
            _ => stage(examiner, &wanted.read()),
        },
    );
    react(move || {
        if stage.get() == Stage::Ready {
            begin(desks, examiner, &wanted.read_untracked());
            if asked.get_value() {
                look_ahead(&DeskName::Review);
            }
        }
    });
    let again = Callback::new(move |()| {
        asked.set_value(true);
        desks.clear(&DeskName::Review);
        look();
    });
    view! {
        <div class="quiz">
            {title(w::FRAME_REVIEW)}
            {live(move || match stage.get() {
                Stage::Sitting => view! { <SittingView name=DeskName::Review again /> }.into_any(),
                Stage::Preparing => view! { <Preparing /> }.into_any(),
                Stage::Failed(why) => {
                    view! { <Failed why again=Callback::new(move |()| ask()) /> }.into_any()
                }
                Stage::Ready => view! { <p class="lede">{says.get()}</p> }.into_any(),
            })}
        </div>
    }
}

/// Goes on with the sitting that was left, or begins another one, if there is something to ask.
fn begin(desks: DesksCtx, examiner: ExaminerCtx, wanted: &Named) {
    let find = |slug: &Slug, id: &QuestionId| match untrack(|| examiner.asked(slug)) {
        Some(Asked::Ready(bank, _)) => find(&bank, id),
        _ => None,
    };
    let left = desks.left(&DeskName::Review);
    if left.is_some_and(|left| desks.resume(&DeskName::Review, left, &find)) {
        return;
    }
    let questions = wanted.iter().filter_map(|(slug, id)| find(slug, id));
    let plan = Plan {
        mode: Mode::Review,
        questions: questions.take(MOST).collect(),
        minutes: None,
    };
    if !plan.questions.is_empty() {
        desks.begin(&DeskName::Review, plan);
    }
}

fn ask(examiner: ExaminerCtx, wanted: &Named) {
    for (slug, _) in wanted {
        if let Some(article) = library::find(slug) {
            examiner.ask(article);
        }
    }
}

/// Ready when the questions of all articles are there; an article may be gone.
fn stage(examiner: ExaminerCtx, wanted: &Named) -> Stage {
    for (slug, _) in wanted {
        match examiner.asked(slug) {
            Some(Asked::Waiting) => return Stage::Preparing,
            Some(Asked::Failed(why)) => return Stage::Failed(why),
            _ => {}
        }
    }
    Stage::Ready
}
