//! The page's address and what hangs on it: title, focus, place on the page, theme.
//!
//! Apart from `ui`, which says what to show and needs no name of the browser to say it.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::{Listener, call, document, listen, property, window};

/// The part of the address from `#` on, as the browser encodes it; empty where there is none.
pub fn hash() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Goes to another hash, as a step that Back undoes.
pub fn set_hash(hash: &str) {
    if let Some(window) = window() {
        // Throws only for a document that is already gone.
        let _ = window.location().set_hash(hash);
    }
}

/// Calls back with the new hash whenever it changes, by a link, by Back or by [`set_hash`].
pub fn on_hash_change(callback: impl Fn(String) + 'static) -> Listener {
    listen("hashchange", move |_| callback(hash()))
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves focus to the first element that `selector` finds; says whether there is one that took it.
pub fn focus(selector: &str) -> bool {
    let element = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Shows the dialog with this id, over all else.
pub fn show_dialog(id: &str) {
    let dialog = document().and_then(|document| document.get_element_by_id(id));
    // Throws only where it is shown already.
    call(
        &dialog.map(JsValue::from).unwrap_or_default(),
        "showModal",
        &[],
    );
}

/// Closes what can be opened and closed, the first that `selector` finds.
pub fn close(selector: &str) {
    if let Some(details) = find(selector) {
        // Throws only for a name that is no attribute's.
        let _ = details.remove_attribute("open");
    }
}

/// Brings the element with this id to the top of the view; says whether there is one.
pub fn scroll_into_view(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    element
        .inspect(|element| element.scroll_into_view())
        .is_some()
}

/// Goes to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The text in the element with this id, if there is one.
pub fn text_of(id: &str) -> Option<String> {
    document()?.get_element_by_id(id)?.text_content()
}

/// A text that another script of the page has noted under this name; empty where there is none.
pub fn noted(name: &str) -> String {
    let window = window().map(JsValue::from).unwrap_or_default();
    property(&window, name).as_string().unwrap_or_default()
}

/// Sets an attribute of the root element, or takes it away.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    // Throws only for a name that is no attribute's.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}
