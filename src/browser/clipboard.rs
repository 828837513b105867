//! The clipboard.
//!
//! Apart because many a browser or address does not have it.

use super::{call, of_navigator};

/// Puts a text on the clipboard; says whether the browser has one to put it on. To be called while
/// a click is handled, or shortly after.
pub fn write(text: &str) -> bool {
    call(&of_navigator("clipboard"), "writeText", &[text.into()]).is_some()
}
