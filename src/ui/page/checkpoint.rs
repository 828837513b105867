//! Two or three questions at the end of a section, asked where it ends.
//!
//! Apart from the article's text, which stands there before there are any questions.

use leptos::prelude::*;

use crate::article::Article;
use crate::study::Mode;
use crate::ui::examiner::Asked;
use crate::ui::page::draw::{Wanted, begin};
use crate::ui::page::sitting::{SittingView, look_ahead};
use crate::ui::part::{act, live, react};
use crate::ui::state::{DeskName, shared};
use crate::words::{say, w};

/// The most questions.
const MOST: usize = 3;

/// A section that the bank has fewer questions of is not checked.
const FEWEST: usize = 2;

/// The button at the end of a section, or its questions; `open` is the section whose questions
/// stand on the page, of which there is one at a time.
#[component]
pub(crate) fn Checkpoint(
    article: &'static Article,
    section: usize,
    open: RwSignal<Option<usize>>,
) -> impl IntoView {
    let examiner = shared().examiner;
    let desks = shared().desks;
    let tutor = shared().tutor;
    let name = StoredValue::new(DeskName::Checkpoint(article.slug.clone(), section));
    let check = move |_| {
        desks.clear_if_done(&name.read_value());
        open.set(Some(section));
        look_ahead(&name.read_value());
    };
    let close = Callback::new(move |()| {
        open.set(None);
        desks.clear(&name.read_value());
    });
    react(move || {
        if let Some(Asked::Ready(bank, _)) = examiner.asked(&article.slug)
            && open.get() == Some(section)
            && !untrack(|| desks.has(&name.read_value()))
        {
            let wanted = Wanted {
                count: Some(MOST),
                section: Some(section),
                mode: Mode::Checkpoint,
                ..Wanted::QUIZ
            };
            begin((desks, tutor), &name.read_value(), &bank, wanted, true);
        }
    });
    live(move || match examiner.asked(&article.slug) {
        Some(Asked::Ready(..)) if open.get() == Some(section) => {
            let name = name.get_value();
            view! { <div class="checkpoint quiz"><SittingView name again=close /></div> }.into_any()
        }
        Some(Asked::Ready(bank, _)) if bank.about(section) >= FEWEST => view! {
            <p class="checkpoint">
                <button type="button" class="aside" on:click=act(check)>
                    {say(w::QUIZ_SECTION)}
                </button>
            </p>
        }
        .into_any(),
        _ => ().into_any(),
    })
}
