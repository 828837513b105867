//! What the browser knows of text.
//!
//! Apart because a table of all letters would be a part of what a reader has to fetch.

use js_sys::JSON;
use wasm_bindgen::JsValue;

/// The text as JSON writes it, whatever is in it.
pub fn quoted(text: &str) -> String {
    let is_special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    if !text.bytes().any(is_special) {
        // Mostly; a call of the browser's costs as much as all the rest of an element.
        return ["\"", text, "\""].concat();
    }
    let json = JSON::stringify(&JsValue::from_str(text));
    json.map_or_else(|_| String::new(), String::from)
}
