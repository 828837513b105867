//! What is seen when the program has come to its end by mistake.
//!
//! Apart from `ui`, which cannot be trusted to draw anything then: plain elements and text only.

use std::panic;

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, console};

use super::{address, document};

/// What the reader is told; the page chooses the words.
#[derive(Clone, Copy, Debug)]
pub struct Notice {
    /// In a heading: that it stopped.
    pub title: &'static str,
    /// In a sentence: what is safe, and what to do.
    pub text: &'static str,
    /// On the button that loads the page anew.
    pub button: &'static str,
}

/// From now on a panic is written to the console and shown in place of the page: a
/// `main` with the attribute `data-stopped`.
pub fn show(notice: Notice) {
    panic::set_hook(Box::new(move |info| {
        log(info);
        if let Some(document) = document() {
            // Nobody is left to be told that this failed as well.
            let _ = replace_page(&document, notice);
        }
    }));
}

/// From now on a panic is written to the console: enough for a worker.
pub fn log_only() {
    panic::set_hook(Box::new(log));
}

fn log(info: &panic::PanicHookInfo<'_>) {
    console::error_1(&info.to_string().into());
}

fn replace_page(document: &Document, notice: Notice) -> Result<(), JsValue> {
    let Some(body) = document.body() else {
        return Ok(());
    };
    let main = document.create_element("main")?;
    main.set_attribute("data-stopped", "")?;
    let alert = add(document, &main, "div", "")?;
    alert.set_attribute("role", "alert")?;
    add(document, &alert, "h1", notice.title)?;
    add(document, &alert, "p", notice.text)?;
    let button = add(document, &main, "button", notice.button)?;
    EventListener::new(&button, "click", |_| address::reload()).forget();
    body.set_text_content(None);
    body.append_child(&main)?;
    Ok(())
}

fn add(document: &Document, to: &Element, name: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(name)?;
    element.set_text_content(Some(text));
    to.append_child(&element)?;
    Ok(element)
}
