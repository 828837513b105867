//! Marks as a list: each with its words, its note, and what can be done with it.
//!
//! Apart from the reckoning of where they stand.

use super::super::node::{Element, Node, el};
use super::{Placed, Standing};
use crate::article::Slug;
use crate::study::Fit;
use crate::ui::route::Route;
use crate::words::{Word, say, w};

/// So many characters of a quotation name a button.
const NAME: usize = 60;

/// The end of an article: nothing where nothing is marked, but for the way back.
pub(super) fn section(slug: &Slug, placed: &[Placed<'_>], can_undo: bool) -> Option<Node> {
    let buttons = buttons(slug.as_str(), placed.len(), can_undo);
    if placed.is_empty() {
        return can_undo.then(|| buttons.into());
    }
    let edit = |at, placed: &Placed<'_>| Some(edit(at, placed));
    let section = el("section")
        .with("aria-labelledby", "marked")
        .add(
            el("h2")
                .with("id", "marked")
                .with("class", "section-title")
                .add(say(w::MARKS_TITLE)),
        )
        .add(list(placed, 0, edit))
        .add(buttons);
    Some(section.into())
}

/// The page of all.
pub(super) fn page(articles: &[(String, Slug, Vec<Placed<'_>>)], can_undo: bool) -> Vec<Node> {
    let mut number = 0;
    let mut nodes = Vec::new();
    for (title, slug, placed) in articles {
        let link = el("a")
            .with("href", Route::Read(slug.clone(), None).href())
            .add(&**title);
        nodes.push(el("h2").with("class", "section-title").add(link).into());
        nodes.push(list(placed, number, |_, _| None).into());
        number += placed.len();
    }
    if number == 0 {
        nodes.push(el("p").add(say(w::MARKS_NONE)).into());
    }
    if number > 0 || can_undo {
        nodes.push(buttons("", number, can_undo).into());
    }
    nodes
}

/// Those of one article, counted from `number` on.
fn list(
    placed: &[Placed<'_>],
    number: usize,
    edit: impl Fn(usize, &Placed<'_>) -> Option<Element>,
) -> Element {
    let items = placed.iter().zip(number..).map(|(placed, at)| {
        let buttons = edit(at, placed).into_iter().chain([delete(at, placed)]);
        item(placed).add(el("div").with("class", "row").all(buttons))
    });
    el("ul").with("class", "marks").all(items)
}

fn item(placed: &Placed<'_>) -> Element {
    let link = el("a")
        .with("href", placed.route().href())
        .add(&*placed.mark.anchor.exact);
    let (quotation, hint) = match placed.place {
        Standing::Found(_, Fit::Same) | Standing::Unknown => (link.into(), None),
        Standing::Found(_, Fit::Near) => (link.into(), Some(w::MARKS_CHANGED)),
        Standing::Lost => (Node::from(&*placed.mark.anchor.exact), Some(w::MARKS_LOST)),
    };
    let note = Some(&*placed.mark.note).filter(|note| !note.is_empty());
    el("li")
        .add(el("blockquote").add(quotation))
        .all(hint.map(|hint| el("p").with("class", "quiet").add(say(hint))))
        .all(note.map(|note| el("p").with("class", "note").add(note)))
}

/// `assets/marks.js` opens the note.
fn edit(at: usize, placed: &Placed<'_>) -> Element {
    let says = match placed.mark.note.is_empty() {
        true => w::MARKS_ADD,
        false => w::MARKS_EDIT,
    };
    button(says, placed)
        .with("id", format!("note-{at}"))
        .with("data-note", &placed.mark.id)
}

/// By its place, so that the focus goes to the next one.
fn delete(at: usize, placed: &Placed<'_>) -> Element {
    button(w::MARKS_DELETE, placed)
        .with("id", format!("unmark-{at}"))
        .with("data-do", "unmark")
        .with("data-with", &placed.mark.id)
}

fn button(says: Word, placed: &Placed<'_>) -> Element {
    let words: String = placed.mark.anchor.exact.chars().take(NAME).collect();
    plain(says, "aside").with("aria-label", format!("{}: {words}", say(says)))
}

/// What is done with all of them. The last one deleted leaves the focus to the way back.
fn buttons(slug: &str, number: usize, can_undo: bool) -> Element {
    let all = [
        (w::MARKS_COPY_ALL, "copy-marks"),
        (w::MARKS_SAVE_ALL, "save-marks"),
    ];
    let all = all.into_iter().filter(|_| number > 0);
    let all = all.map(|(says, what)| {
        plain(says, "button")
            .with("id", what)
            .with("data-do", what)
            .with("data-with", slug)
    });
    let undo = plain(w::MARKS_UNDO, "button")
        .with("id", format!("unmark-{number}"))
        .with("data-do", "undo");
    let row = el("div").with("class", "row");
    row.all(all).all(can_undo.then_some(undo))
}

fn plain(says: Word, class: &str) -> Element {
    el("button")
        .with("type", "button")
        .with("class", class)
        .add(say(says))
}
