//! What an address shows that leads nowhere.
//!
//! Apart from the frame, as every page is.

use leptos::prelude::*;

use crate::ui::route::Route;

/// Says so, and leads back.
#[component]
pub(crate) fn Missing() -> impl IntoView {
    view! {
        <h1 class="page-title" tabindex="-1">
            "There is nothing at this address"
        </h1>
        <p class="lede">
            "The article may have another name now. " <a href=Route::Library.href()>"Go to the Library"</a>
        </p>
    }
}
