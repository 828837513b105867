//! What was done so far, as the tutor tells it.
//!
//! Apart from the Library, which says of each article only a line.

use leptos::prelude::*;

use crate::ui::library;
use crate::ui::page::written;
use crate::ui::part::react;
use crate::ui::state::shared;
use crate::words::w;

/// Scores by article, what is due, and all that was answered. The questions of every article
/// quizzed are made first, since the answers do not tell of what they were.
#[component]
pub(crate) fn ProgressPage() -> impl IntoView {
    let tutor = shared().tutor;
    let examiner = shared().examiner;
    react(move || {
        for (slug, _) in &tutor.overview().read().lines {
            if let Some(article) = library::find(slug) {
                examiner.ask(article);
            }
        }
    });
    written("records", w::FRAME_PROGRESS, "progress", String::new())
}
