//! Text of which some words may be marked.
//!
//! Apart because headings and paragraphs of every style share it.

use leptos::prelude::*;

use crate::ui::part::live;
use crate::ui::words;

/// The text; `span` are the first byte of what is marked and the byte after its last.
#[component]
pub(crate) fn Marked(
    text: &'static str,
    #[prop(into)] span: Signal<Option<(usize, usize)>>,
) -> impl IntoView {
    live(move || {
        let cut = span
            .get()
            .and_then(|(start, end)| words::cut(text, start, end));
        match cut {
            Some([before, marked, after]) => view! {
                {before}
                <mark id="mark" tabindex="-1">
                    {marked}
                </mark>
                {after}
            }
            .into_any(),
            None => text.into_any(),
        }
    })
}
