//! Keys pressed anywhere on the page.
//!
//! Apart from `address`: only here does it matter what the reader is typing into.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::{Listener, listen_actively};

/// A key that was pressed with neither Ctrl, Alt nor Meta.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What it types or is called: "1", "?", "Enter".
    pub name: String,
    /// Where the focus was.
    pub place: Place,
}

/// Where the focus was when a key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a field that takes text, whose keys are the reader's own.
    Field,
    /// On a link or a button or the like, which Enter and Space act on.
    Control,
    /// Elsewhere.
    Page,
}

/// Whether a key was used, and so must not do what the browser would do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Used {
    /// It was.
    Yes,
    /// The browser may have it.
    No,
}

/// Calls back for every key, except repeats of one held down, keys of an input method and those
/// another part of the page has used.
pub fn on_key(callback: impl Fn(Key) -> Used + 'static) -> Listener {
    listen_actively("keydown", move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>().filter(|e| is_plain(e)) else {
            return;
        };
        let key = Key {
            name: pressed.key(),
            place: place(pressed),
        };
        if callback(key) == Used::Yes {
            event.prevent_default();
        }
    })
}

fn is_plain(event: &KeyboardEvent) -> bool {
    let with_others = event.ctrl_key() || event.alt_key() || event.meta_key();
    let meant_otherwise = event.repeat() || event.is_composing() || event.default_prevented();
    !with_others && !meant_otherwise
}

fn place(event: &KeyboardEvent) -> Place {
    let target = event
        .target()
        .and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let Some(element) = target else {
        return Place::Page;
    };
    if element.is_content_editable() {
        return Place::Field;
    }
    match element.tag_name().as_str() {
        "INPUT" => place_of_input(&element),
        "TEXTAREA" | "SELECT" => Place::Field,
        "A" | "BUTTON" | "SUMMARY" => Place::Control,
        _ => Place::Page,
    }
}

/// Radios and checkboxes take no text, and Enter does nothing to them.
fn place_of_input(element: &HtmlElement) -> Place {
    match element.get_attribute("type").as_deref() {
        Some("radio" | "checkbox") => Place::Page,
        Some("button" | "submit" | "reset" | "file") => Place::Control,
        _ => Place::Field,
    }
}
