//! What was highlighted and noted in all articles, as the tutor tells it.
//!
//! Apart from an article, at the end of which stands what was marked in it.

use leptos::prelude::*;

use crate::ui::page::written;
use crate::words::w;

/// All of it, to be gone through or taken along.
#[component]
pub(crate) fn NotesPage() -> impl IntoView {
    written("notes", w::MARKS_NOTES, "notes", String::new())
}
