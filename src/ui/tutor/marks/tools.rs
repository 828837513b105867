//! What `assets/marks.js` shows when words are selected, and where a note is written.
//!
//! Apart from the list of what is marked: this is written as a template, from which the script takes
//! it once, so that what is being typed stays when the list is shown anew.

use super::super::node::{Element, el};
use crate::study::Mark;

/// The bar and the dialog.
pub(super) fn nodes() -> Element {
    el("template").add(bar()).add(dialog())
}

fn bar() -> Element {
    el("div")
        .with("class", "marking row")
        .with("role", "group")
        .with("aria-label", "Selected words")
        .add(button("Highlight", "mark"))
        .add(button("Add a note", "note"))
        .add(button("Copy", "copy"))
        .add(el("span"))
}

fn dialog() -> Element {
    let field = el("textarea")
        .with("class", "field")
        .with("rows", "5")
        .with("maxlength", Mark::MOST_OF_NOTE);
    let buttons = el("div")
        .with("class", "row")
        .add(button("Save", "save").with("data-rank", "first"))
        .add(button("Delete highlight", "unmark"))
        .add(button("Cancel", "cancel"));
    el("dialog")
        .with("class", "noting")
        .with("aria-label", "Note")
        .add(el("blockquote"))
        .add(el("p").add(el("label").add("Note").add(field)))
        .add(el("p").with("class", "quiet").with("role", "alert"))
        .add(buttons)
}

/// What it is for is the script's to know.
fn button(text: &str, tool: &str) -> Element {
    el("button")
        .with("type", "button")
        .with("class", "button")
        .with("data-tool", tool)
        .add(text)
}
