//! Showing a tree of elements and texts that a worker wrote, and what is done with them.
//!
//! Apart from the views written in the page: this one comes as JSON, an element as an array of its
//! name, its attributes and what is in it, and a text as a text.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, Node};

use super::{address, document, property};

/// The property of an element that has what was shown there last.
const SHOWN: &str = "shown";

/// Drawings have names of their own.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Shows the nodes, a JSON array, in place of what is in the element with this id. What had the
/// focus or was opened there has and is so again, where it has an id that is there still. Where the
/// JSON cannot be read, is what was shown there last, or there is no such element, nothing changes; nor
/// while a number is being typed there, which so stays. Of two elements with this id the last one is
/// meant: the first is what the build wrote, which is about to go.
pub fn show(id: &str, text: &str) {
    let Some(document) = document() else {
        return;
    };
    let all = document.query_selector_all(&format!("[id=\"{id}\"]")).ok();
    let last = all.and_then(|all| all.get(all.length().checked_sub(1)?));
    let parent = last.and_then(|node| node.dyn_into::<Element>().ok());
    let (Some(parent), Ok(nodes)) = (parent, JSON::parse(text)) else {
        return;
    };
    if property(&parent, SHOWN).as_string().as_deref() == Some(text) {
        return;
    }
    let is_typed = !ids(&document, &format!("#{id} [type=number]:focus")).is_empty();
    // What was shown last is not what stands there, once something has been typed.
    let shown = if is_typed { "" } else { text };
    // An element is an object, which takes whatever it is given.
    let _ = Reflect::set(&parent, &SHOWN.into(), &shown.into());
    if is_typed {
        return;
    }
    let focused = ids(&document, &format!("#{id} [id]:focus"));
    let open = ids(&document, &format!("#{id} details[open][id]"));
    parent.set_text_content(None);
    append(&document, &parent, &nodes);
    for id in open {
        if let Some(details) = document.get_element_by_id(&id) {
            // Throws only for a name that is no attribute's.
            let _ = details.set_attribute("open", "");
        }
    }
    focused.iter().for_each(|id| {
        address::focus(&format!("[id=\"{id}\"]"));
    });
}

/// What an event in such a tree asks for: the values of `data-do` and of `data-with`, or of the
/// field that was changed. `None` where it asks for nothing.
pub fn used(event: &Event) -> Option<(String, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let element = target.closest("[data-do]").ok()??;
    let is_button = element.tag_name() == "BUTTON";
    let with = match (&*event.type_(), is_button) {
        ("click", true) => element.get_attribute("data-with").unwrap_or_default(),
        ("change", false) => value(&element),
        _ => return None,
    };
    Some((element.get_attribute("data-do")?, with))
}

/// The value of a field, of whichever sort.
fn value(field: &Element) -> String {
    property(field, "value").as_string().unwrap_or_default()
}

/// The ids of what the selector finds.
fn ids(document: &Document, selector: &str) -> Vec<String> {
    let found = document.query_selector_all(selector);
    let found = found
        .iter()
        .flat_map(|found| (0..found.length()).filter_map(|at| found.get(at)));
    found
        .filter_map(|node| Some(node.dyn_into::<Element>().ok()?.id()))
        .collect()
}

fn append(document: &Document, parent: &Node, nodes: &JsValue) {
    for node in Array::from(nodes) {
        let child: Option<Node> = match node.as_string() {
            Some(text) => Some(document.create_text_node(&text).into()),
            None => element(document, parent, &node).map(Into::into),
        };
        if let Some(child) = child {
            // Throws only where a node may not stand at all.
            let _ = parent.append_child(&child);
        }
    }
}

/// The element, with all that is in it. What is in a drawing is one too.
fn element(document: &Document, parent: &Node, node: &JsValue) -> Option<Element> {
    let [name, attributes, nodes] = [0, 1, 2].map(|at| Array::from(node).get(at));
    let name = name.as_string()?;
    let space = if name == "svg" {
        Some(SVG.to_owned())
    } else {
        parent.dyn_ref::<Element>()?.namespace_uri()
    };
    let element = document.create_element_ns(space.as_deref(), &name).ok()?;
    for attribute in Array::from(&attributes) {
        let [name, value] = [0, 1].map(|at| Array::from(&attribute).get(at).as_string());
        let _ = element.set_attribute(&name?, &value?);
    }
    append(document, &element, &nodes);
    Some(element)
}
