//! What can be chosen, and what can be done with the scores.
//!
//! Apart from the other pages, which only read what is chosen here.

use leptos::prelude::*;

use crate::ui::page::Told;
use crate::ui::part::title;
use crate::words::{say, w};

/// Text, theme, keys, and the scores as a whole. Of a large library `assets/large.js` keeps all
/// articles; elsewhere nothing is shown.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    view! {
        <div class="settings">
            {title(w::FRAME_SETTINGS)}
            <section>
                <Told name="look" with="settings" />
            </section>
            <keep-all></keep-all>
            <section>
                <h2 class="section-title">{say(w::SCORES_TITLE)}</h2>
                <Told name="scores" />
                <Told name="reviewing" />
            </section>
        </div>
    }
}
