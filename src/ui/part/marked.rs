//! Text of which some words may be marked.
//!
//! Apart because headings and paragraphs of every style share it.

use leptos::prelude::*;

use crate::ui::part::live;
use crate::ui::words;

/// The text; `span` gives the first byte of what is marked and the byte after its last.
pub(crate) fn marked(
    text: &'static str,
    span: impl Fn() -> Option<(usize, usize)> + Send + 'static,
) -> AnyView {
    live(move || {
        let cut = span().and_then(|(start, end)| words::cut(text, start, end));
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
