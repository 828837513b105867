//! What was highlighted and noted in all articles, as the tutor tells it.
//!
//! Apart from an article, at the end of which stands what was marked in it.

use leptos::prelude::*;

use crate::ui::page::Told;
use crate::words::{say, w};

/// All of it, to be gone through or taken along.
#[component]
pub(crate) fn NotesPage() -> impl IntoView {
    view! {
        <h1 class="page-title" tabindex="-1">
            {say(w::MARKS_NOTES)}
        </h1>
        <Told name="notes" />
    }
}
