//! Stands in the place of a package that comes with `leptos` and is never called.
//!
//! Apart, and named in `Cargo.toml` under `[patch]`, because the true one exports classes to
//! JavaScript: no linker may drop them, and they would be a fiftieth of what a reader has to fetch.
//! They serve calls to a server, and Readback has none.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of the browser's.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

/// A stream of Rust's.
#[derive(Debug)]
pub struct IntoStream;

impl ReadableStream {
    /// From a stream of the browser's.
    pub fn from_raw(stream: web_sys::ReadableStream) -> Self {
        ReadableStream(stream)
    }

    /// From a stream of Rust's.
    ///
    /// # Panics
    /// Always: nothing here asks a server.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unimplemented!("nothing here asks a server")
    }

    /// The browser's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream without anything in it: no server answers.
    pub fn into_stream(self) -> IntoStream {
        IntoStream
    }
}

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
