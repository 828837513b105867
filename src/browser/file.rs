//! Files to and from the reader's own machine: a text to save, a text to open.
//!
//! Apart from `storage`: here the reader chooses, each time.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, FileReader, HtmlAnchorElement, HtmlInputElement, Url};

use super::{document, words};

/// Why a file could not be read or offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It has this many bytes, more than the limit.
    TooBig {
        /// Its size in bytes.
        bytes: u64,
        /// The most it may have.
        limit: u64,
    },
    /// Anything else, in the browser's words.
    Failed(String),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileError::TooBig { bytes, limit } => write!(
                f,
                "this file has {} MB, and at most {} MB can be read",
                bytes.div_ceil(1_000_000),
                limit / 1_000_000
            ),
            FileError::Failed(why) => write!(f, "the browser could not do this: {why}"),
        }
    }
}

/// Offers a text as a download under this file name.
///
/// # Errors
/// When the browser makes no such file; whether the reader keeps it, nobody is told.
pub fn offer(name: &str, mime: &str, text: &str) -> Result<(), FileError> {
    let address = address_of(mime, text).map_err(failed)?;
    let link: HtmlAnchorElement = element("a")?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download begins after this turn, so the address must outlive it.
    Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// Lets the reader pick a file and reads it as text; bytes that are no UTF-8 become U+FFFD.
/// Calls back once; never where nothing is picked. To be called while a click is handled.
///
/// # Errors
/// When the browser offers no picking. Errors of reading go to the callback.
pub fn pick(
    accept: &str,
    limit: u64,
    callback: impl Fn(Result<String, FileError>) + 'static,
) -> Result<(), FileError> {
    let input: HtmlInputElement = element("input")?;
    input.set_type("file");
    input.set_accept(accept);
    let picked = {
        let input = input.clone();
        let callback = Rc::new(callback);
        EventListener::new(&input.clone(), "change", move |_| {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                read(&file, limit, callback.clone());
            }
        })
    };
    PICKING.replace(Some(picked));
    input.click();
    Ok(())
}

thread_local! {
    // The latest picker and reader: a pick that was given up is dropped by the next one.
    static PICKING: RefCell<Option<EventListener>> = const { RefCell::new(None) };
    static READING: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

fn read(file: &File, limit: u64, callback: Rc<impl Fn(Result<String, FileError>) + 'static>) {
    let bytes = file.size() as u64;
    if bytes > limit {
        return callback(Err(FileError::TooBig { bytes, limit }));
    }
    let reader = match FileReader::new() {
        Ok(reader) => reader,
        Err(thrown) => return callback(Err(failed(thrown))),
    };
    let ended = {
        let (reader, callback) = (reader.clone(), callback.clone());
        EventListener::new(&reader.clone(), "loadend", move |_| callback(text(&reader)))
    };
    READING.replace(Some(ended));
    if let Err(thrown) = reader.read_as_text(file) {
        callback(Err(failed(thrown)));
    }
}

fn text(reader: &FileReader) -> Result<String, FileError> {
    match reader.error() {
        Some(error) => Err(FileError::Failed(error.message())),
        None => reader
            .result()
            .map_err(failed)?
            .as_string()
            .ok_or_else(|| FileError::Failed("the file gave no text".to_owned())),
    }
}

fn address_of(mime: &str, text: &str) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&text.into());
    Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

fn element<E: JsCast>(name: &str) -> Result<E, FileError> {
    let document = document().ok_or_else(|| FileError::Failed("there is no page".to_owned()))?;
    let element = document.create_element(name).map_err(failed)?;
    Ok(element.unchecked_into())
}

fn failed(thrown: JsValue) -> FileError {
    FileError::Failed(words(&thrown))
}
