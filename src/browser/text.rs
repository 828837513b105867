//! What the browser knows of text.
//!
//! Apart because a table of all letters would be a part of what a reader has to fetch.

use js_sys::JsString;

/// The text without capitals, in any script.
pub fn lower_case(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}
