//! One tab at a time.
//!
//! Apart from `storage`, which has no such thing: its calls of different tabs may come in between
//! each other.

use wasm_bindgen::closure::Closure;

use super::{call, of_navigator};

/// Acts while no other tab acts under this name, now or as soon as that one is done; never where the
/// browser has no such locks.
pub fn exclusively(name: &str, act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    call(&of_navigator("locks"), "request", &[name.into(), act]);
}
