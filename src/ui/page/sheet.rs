//! A quiz on paper.
//!
//! Apart from the quiz, which asks one question after another and remembers the answers.

use leptos::prelude::*;

use crate::ui::library;
use crate::ui::page::{Missing, Told};
use crate::ui::route::Route;
use crate::ui::state::shared;

/// The sheet at this address, which the tutor writes once the article's questions are made.
#[component]
pub(crate) fn SheetPage(route: Route) -> impl IntoView {
    let article = match &route {
        Route::Sheet(slug, _) => library::find(slug),
        _ => None,
    };
    let Some(article) = article else {
        return view! { <Missing /> }.into_any();
    };
    shared().examiner.ask(article);
    view! {
        <div class="sheet">
            <h1 class="page-title" tabindex="-1">
                "Worksheet"
            </h1>
            <Told name="sheet" with=route.to_string() />
        </div>
    }
    .into_any()
}
