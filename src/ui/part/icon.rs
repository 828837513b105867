//! Small signs.
//!
//! Apart because their shapes are data.

use leptos::prelude::*;

/// Right.
#[component]
pub(crate) fn Tick() -> impl IntoView {
    view! { <Stroke path="M3 8.5l3.5 3.5L13 4.5" /> }
}

/// Not right.
#[component]
pub(crate) fn Cross() -> impl IntoView {
    view! { <Stroke path="M4 4l8 8M12 4l-8 8" /> }
}

/// Right, but not chosen.
#[component]
pub(crate) fn Ring() -> impl IntoView {
    view! { <Stroke path="M8 3a5 5 0 1 0 .01 0" /> }
}

/// One place up.
#[component]
pub(crate) fn Up() -> impl IntoView {
    view! { <Stroke path="M3 10.5l5-5 5 5" /> }
}

/// One place down.
#[component]
pub(crate) fn Down() -> impl IntoView {
    view! { <Stroke path="M3 5.5l5 5 5-5" /> }
}

#[component]
fn Stroke(path: &'static str) -> impl IntoView {
    view! {
        <svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
            <path d=path fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
        </svg>
    }
}
