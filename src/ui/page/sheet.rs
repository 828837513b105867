//! A quiz on paper.
//!
//! Apart from the quiz, which asks one question after another and remembers the answers.

use leptos::prelude::*;

use crate::ui::library;
use crate::ui::page::{Missing, written};
use crate::ui::route::Route;
use crate::ui::state::shared;
use crate::words::w;

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
    written("sheet", w::SHEET_TITLE, "sheet", route.to_string())
}
