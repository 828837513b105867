//! What an address shows that leads nowhere.
//!
//! Apart from the frame, as every page is.

use leptos::prelude::*;

use crate::ui::part::title;
use crate::ui::route::Route;
use crate::words::{say, w};

/// Says so, and leads back.
#[component]
pub(crate) fn Missing() -> impl IntoView {
    view! {
        {title(w::MISSING_TITLE)}
        <p class="lede">
            {say(w::MISSING_WHY)} " " <a href=Route::Library.href()>{say(w::MISSING_LIBRARY)}</a>
        </p>
    }
}
