//! The heading of a page.
//!
//! Apart because every page has it, and takes the focus with it when it is come to.

use leptos::prelude::*;

use crate::words::{Word, say};

/// The heading that says this.
pub(crate) fn title(says: Word) -> AnyView {
    view! {
        <h1 class="page-title" tabindex="-1">
            {say(says)}
        </h1>
    }
    .into_any()
}
