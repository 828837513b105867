//! Questions missed earlier, over all articles.
//!
//! Apart from the quiz, whose questions come from one article.

use leptos::prelude::*;

use crate::article::Slug;
use crate::question::{Question, QuestionId};
use crate::study::Mode;
use crate::ui::examiner::{Asked, ExaminerCtx};
use crate::ui::library;
use crate::ui::page::quiz::{Failed, Preparing};
use crate::ui::page::sitting::SittingView;
use crate::ui::part::live;
use crate::ui::state::{DeskName, DesksCtx, TutorCtx};

/// The most questions of one sitting.
const MOST: usize = 8;

type Missed = Vec<(Slug, QuestionId)>;

/// What the page shows.
#[derive(Clone, PartialEq)]
enum Stage {
    Sitting,
    Preparing,
    Failed(String),
    Ready(Vec<Question>),
}

/// A sitting over what was missed; it goes on where it was left.
#[component]
pub(crate) fn ReviewPage() -> impl IntoView {
    let desks = expect_context::<DesksCtx>();
    let tutor = expect_context::<TutorCtx>();
    let examiner = expect_context::<ExaminerCtx>();
    let missed = RwSignal::new(Missed::new());
    let ask = move || {
        missed
            .read_untracked()
            .iter()
            .for_each(|(slug, _)| ask(examiner, slug))
    };
    let begin = move || {
        tutor.due(move |due| {
            missed.set(due.questions);
            ask();
        });
    };
    begin();
    let stage = Memo::new(move |_| match desks.has(&DeskName::Review) {
        true => Stage::Sitting,
        false => collect(examiner, &missed.read()),
    });
    Effect::new(move || match stage.get() {
        Stage::Ready(questions) if !questions.is_empty() => {
            desks.begin(DeskName::Review, Mode::Review, questions);
        }
        _ => {}
    });
    let again = Callback::new(move |()| {
        begin();
        desks.clear(&DeskName::Review);
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
                Stage::Ready(_) => view! { <Nothing /> }.into_any(),
            })}
        </div>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <p class="lede">"Nothing to review yet."</p>
        <p>"Questions that you miss in a quiz come here, to be asked again."</p>
    }
}

fn ask(examiner: ExaminerCtx, slug: &Slug) {
    if let Some(article) = library::find(slug) {
        examiner.ask(article);
    }
}

/// The questions missed, as far as they can still be asked: an article may be gone, and a question
/// may not be made any more.
fn collect(examiner: ExaminerCtx, missed: &Missed) -> Stage {
    let mut questions = Vec::new();
    for (slug, id) in missed {
        match examiner.asked(slug) {
            None => {}
            Some(Asked::Waiting) => return Stage::Preparing,
            Some(Asked::Failed(why)) => return Stage::Failed(why),
            Some(Asked::Ready(bank, _)) => {
                questions.extend(bank.questions.iter().find(|it| &it.id == id).cloned());
            }
        }
    }
    questions.truncate(MOST);
    Stage::Ready(questions)
}
