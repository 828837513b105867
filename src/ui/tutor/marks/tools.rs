//! What `assets/marks.js` shows when words are selected, and where a note is written.
//!
//! Apart from the list of what is marked: this is written as a template, from which the script takes
//! it once, so that what is being typed stays when the list is shown anew.

use super::super::node::{Element, el};
use crate::study::Mark;
use crate::words::{Word, say, w};

/// The bar and the dialog.
pub(super) fn nodes() -> Element {
    el("template").add(bar()).add(dialog())
}

fn bar() -> Element {
    el("div")
        .with("class", "marking row")
        .with("role", "group")
        .with("aria-label", say(w::MARKS_SELECTED))
        .add(button(w::MARKS_MARK, "mark"))
        .add(button(w::MARKS_ADD, "note"))
        .add(button(w::MARKS_COPY, "copy"))
        .add(el("span"))
}

fn dialog() -> Element {
    let field = el("textarea")
        .with("class", "field")
        .with("rows", "5")
        .with("maxlength", Mark::MOST_OF_NOTE);
    let buttons = el("div")
        .with("class", "row")
        .add(button(w::MARKS_SAVE, "save").with("data-rank", "first"))
        .add(button(w::MARKS_UNMARK, "unmark"))
        .add(button(w::MARKS_CANCEL, "cancel"));
    el("dialog")
        .with("class", "noting")
        .with("aria-label", say(w::MARKS_NOTE))
        .add(el("blockquote"))
        .add(el("p").add(el("label").add(say(w::MARKS_NOTE)).add(field)))
        .add(el("p").with("class", "quiet").with("role", "alert"))
        .add(buttons)
}

/// What it is for is the script's to know.
fn button(text: Word, tool: &str) -> Element {
    el("button")
        .with("type", "button")
        .with("class", "button")
        .with("data-tool", tool)
        .add(say(text))
}
