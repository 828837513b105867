//! What the browser knows of text.
//!
//! Apart because a table of all letters would be a part of what a reader has to fetch.

use js_sys::JSON;
use wasm_bindgen::JsValue;

/// The text as JSON writes it, whatever is in it.
pub fn quoted(text: &str) -> String {
    let json = JSON::stringify(&JsValue::from_str(text));
    json.map_or_else(|_| String::new(), String::from)
}
