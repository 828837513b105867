//! The mark: a closing quotation mark whose tail is a tick.
//!
//! Apart because its shape is data; `assets/mark.svg` is the same for the browser's own use.

use leptos::prelude::*;

/// The mark, in the colour of the text around it.
#[component]
pub(crate) fn Mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 32 32" aria-hidden="true">
            <circle cx="21" cy="9.5" r="7.5" fill="currentColor" />
            <path
                d="M4.5 19.5L12 27.5C20.5 23.5 26.2 17.5 26.2 9.5"
                fill="none"
                stroke="currentColor"
                stroke-width="4.6"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
}

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
