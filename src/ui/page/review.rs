//! What is due, over all articles.
//!
//! Apart from the quiz, whose questions come from one article.

use leptos::prelude::*;

use crate::article::Slug;
use crate::question::{Question, QuestionId};
use crate::study::{Mode, Saved};
use crate::ui::examiner::{Asked, ExaminerCtx};
use crate::ui::library;
use crate::ui::page::quiz::{Failed, Preparing, find};
use crate::ui::page::sitting::SittingView;
use crate::ui::part::live;
use crate::ui::state::{DeskName, DesksCtx, Plan, TutorCtx};
use crate::ui::tutor::message::Due;

/// The most questions of one sitting.
const MOST: usize = 12;

/// What the questions are wanted for.
#[derive(Clone, PartialEq)]
enum Wanted {
    /// A sitting that was left.
    Left(Saved),
    /// Another one.
    Due(Due),
}

/// What the page shows.
#[derive(Clone, PartialEq)]
enum Stage {
    Sitting,
    Preparing,
    Failed(String),
    Ready(Wanted),
}

/// A sitting over what is due; it goes on where it was left.
#[component]
pub(crate) fn ReviewPage() -> impl IntoView {
    let desks = expect_context::<DesksCtx>();
    let tutor = expect_context::<TutorCtx>();
    let examiner = expect_context::<ExaminerCtx>();
    let wanted = RwSignal::new(desks.left(&DeskName::Review).map(Wanted::Left));
    let ask = move || wanted.with_untracked(|wanted| ask(examiner, wanted.as_ref()));
    let look = move || {
        tutor.due(move |due| {
            // The page may have been left meanwhile.
            if wanted.try_set(Some(Wanted::Due(due))).is_none() {
                ask();
            }
        });
    };
    match wanted.with_untracked(Option::is_some) {
        true => ask(),
        false => look(),
    }
    let stage = Memo::new(move |_| match desks.has(&DeskName::Review) {
        true => Stage::Sitting,
        false => stage(examiner, wanted.get()),
    });
    Effect::new(move || {
        if let Stage::Ready(wanted) = stage.get()
            && !begin(desks, examiner, wanted)
        {
            look();
        }
    });
    let again = Callback::new(move |()| {
        wanted.set(None);
        desks.clear(&DeskName::Review);
        look();
    });
    view! {
        <div class="quiz">
            <h1 class="page-title" tabindex="-1">
                "Review"
            </h1>
            {live(move || match stage.get() {
                Stage::Sitting => view! { <SittingView name=DeskName::Review again /> }.into_any(),
                Stage::Preparing => view! { <Preparing /> }.into_any(),
                Stage::Failed(why) => {
                    view! { <Failed why again=Callback::new(move |()| ask()) /> }.into_any()
                }
                Stage::Ready(Wanted::Due(due)) => view! { <p class="lede">{due.says}</p> }.into_any(),
                Stage::Ready(_) => ().into_any(),
            })}
        </div>
    }
}

/// Begins a sitting, if there is something to ask; says whether it has to be looked again what is.
fn begin(desks: DesksCtx, examiner: ExaminerCtx, wanted: Wanted) -> bool {
    let find = |slug: &Slug, id: &QuestionId| match untrack(|| examiner.asked(slug)) {
        Some(Asked::Ready(bank, _)) => find(&bank, id),
        _ => None,
    };
    let due = match wanted {
        Wanted::Left(left) => return desks.resume(&DeskName::Review, left, &find),
        Wanted::Due(due) => due,
    };
    let questions = due.questions.iter().filter_map(|(slug, id)| find(slug, id));
    let questions: Vec<Question> = questions.take(MOST).collect();
    if !questions.is_empty() {
        let plan = Plan {
            mode: Mode::Review,
            questions,
            minutes: None,
        };
        desks.begin(&DeskName::Review, plan);
    }
    true
}

fn ask(examiner: ExaminerCtx, wanted: Option<&Wanted>) {
    let articles = wanted.map_or_else(Vec::new, Wanted::articles);
    for article in articles.iter().filter_map(library::find) {
        examiner.ask(article);
    }
}

/// Ready when the questions of all articles are there; an article may be gone.
fn stage(examiner: ExaminerCtx, wanted: Option<Wanted>) -> Stage {
    let Some(wanted) = wanted else {
        return Stage::Preparing;
    };
    for article in wanted.articles() {
        match examiner.asked(&article) {
            Some(Asked::Waiting) => return Stage::Preparing,
            Some(Asked::Failed(why)) => return Stage::Failed(why),
            _ => {}
        }
    }
    Stage::Ready(wanted)
}

impl Wanted {
    fn articles(&self) -> Vec<Slug> {
        match self {
            Wanted::Left(left) => left.articles(),
            Wanted::Due(due) => {
                let mut articles: Vec<_> = due.questions.iter().map(|(it, _)| it.clone()).collect();
                articles.sort_unstable();
                articles.dedup();
                articles
            }
        }
    }
}
