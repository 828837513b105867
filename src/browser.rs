//! The back door: storage, clock, chance, address and worker, as strings, numbers and results.
//!
//! Apart from `ui`, so that everything that a browser may deny or break stands in one place.

pub mod address;
pub mod chance;
pub mod clipboard;
pub mod clock;
pub mod file;
pub mod keyboard;
pub mod lock;
pub mod storage;
pub mod text;
pub mod tree;
pub mod worker;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};

/// Something is being listened to, until this is dropped.
#[derive(Debug)]
#[must_use = "dropping it stops the listening at once"]
pub struct Listener(#[expect(dead_code, reason = "held to be dropped")] Option<EventListener>);

/// The window; `None` in a worker.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the window comes from"
)]
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Listens to an event of the window.
fn listen(event: &'static str, callback: impl Fn(&web_sys::Event) + 'static) -> Listener {
    Listener(window().map(|window| EventListener::new(&window, event, callback)))
}

/// The same, with the right to keep the browser from what it would do.
fn listen_actively(event: &'static str, callback: impl Fn(&web_sys::Event) + 'static) -> Listener {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = |window: web_sys::Window| {
        EventListener::new_with_options(&window, event, options, callback)
    };
    Listener(window().map(listener))
}

/// The property of a value; `undefined` where it has none.
fn property(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &name.into()).unwrap_or_default()
}

/// What the browser's own `navigator` has under this name.
fn of_navigator(name: &str) -> JsValue {
    let window = window().map(JsValue::from).unwrap_or_default();
    property(&property(&window, "navigator"), name)
}

/// Calls a method by its name; `None` where there is none, or it throws.
fn call(value: &JsValue, name: &str, with: &[JsValue]) -> Option<JsValue> {
    let method: js_sys::Function = property(value, name).dyn_into().ok()?;
    method.apply(value, &with.iter().collect()).ok()
}

/// What a thrown value says of itself.
fn words(thrown: &JsValue) -> String {
    if let Some(error) = thrown.dyn_ref::<js_sys::Error>() {
        return String::from(error.message());
    }
    thrown
        .as_string()
        .unwrap_or_else(|| "no reason given".to_owned())
}
