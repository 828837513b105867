//! Local storage, every call of which may be denied.
//!
//! Apart from what is stored in it: here are keys and values, and what went wrong.

use std::fmt;

use js_sys::{Array, JSON, Object};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage, StorageEvent};

use super::{Listener, call, listen, of_navigator, window, words};

/// Why storage did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not let this page store anything.
    Denied,
    /// There is no room left.
    Full,
    /// Anything else, in the browser's words.
    Failed(String),
}

/// What another tab did to the stored values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It wrote this value.
    Set {
        /// The whole key.
        key: String,
        /// The value it has now.
        value: String,
    },
    /// It removed the value of this key.
    Removed {
        /// The whole key.
        key: String,
    },
    /// It removed everything.
    Cleared,
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StorageError::Denied => f.write_str("this browser denies storage"),
            StorageError::Full => f.write_str("this browser's storage is full"),
            StorageError::Failed(why) => write!(f, "this browser could not store: {why}"),
        }
    }
}

/// The value of `key`, if it has one.
///
/// # Errors
/// When storage is denied or broken.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    storage()?.get_item(key).map_err(reason)
}

/// Writes a value over whatever stood there.
///
/// # Errors
/// When storage is denied, full or broken.
pub fn write(key: &str, value: &str) -> Result<(), StorageError> {
    storage()?.set_item(key, value).map_err(reason)
}

/// Removes a value, if it is there.
///
/// # Errors
/// When storage is denied or broken.
pub fn remove(key: &str) -> Result<(), StorageError> {
    storage()?.remove_item(key).map_err(reason)
}

/// All keys that begin with `prefix`, with their values, as a JSON array of pairs.
///
/// # Errors
/// When storage is denied or broken.
pub fn entries_json(prefix: &str) -> Result<String, StorageError> {
    let ours = Array::new();
    let storage = storage()?;
    for entry in Object::entries(storage.as_ref()) {
        let key = Array::from(&entry).get(0).as_string();
        if key.is_some_and(|key| key.starts_with(prefix)) {
            ours.push(&entry);
        }
    }
    JSON::stringify(&ours).map(String::from).map_err(reason)
}

/// Asks the browser to promise to keep what is stored, however short of room it gets.
pub fn ask_promise() {
    call(&of_navigator("storage"), "persist", &[]);
}

/// Calls back with whether the browser has promised to keep what is stored; `None` where it does not
/// say.
pub fn promised(callback: impl FnOnce(Option<bool>) + 'static) {
    let promise = call(&of_navigator("storage"), "persisted", &[]);
    let Some(promise) = promise.filter(|it| it.is_truthy()) else {
        return callback(None);
    };
    let then = Closure::once_into_js(move |promised: JsValue| callback(promised.as_bool()));
    call(&promise, "then", &[then.clone(), then]);
}

/// Calls back whenever another tab changes a value whose key begins with `prefix`.
pub fn on_change(prefix: &'static str, callback: impl Fn(Change) + 'static) -> Listener {
    listen("storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else {
            return;
        };
        if let Some(change) = change(event, prefix) {
            callback(change);
        }
    })
}

fn change(event: &StorageEvent, prefix: &str) -> Option<Change> {
    let Some(key) = event.key() else {
        return Some(Change::Cleared);
    };
    if !key.starts_with(prefix) {
        return None;
    }
    Some(match event.new_value() {
        Some(value) => Change::Set { key, value },
        None => Change::Removed { key },
    })
}

/// The storage, whose very getter throws where it is denied.
fn storage() -> Result<Storage, StorageError> {
    let window = window().ok_or(StorageError::Denied)?;
    window
        .local_storage()
        .map_err(reason)?
        .ok_or(StorageError::Denied)
}

fn reason(thrown: JsValue) -> StorageError {
    const QUOTA: [u16; 2] = [22, 1014];
    let Some(exception) = thrown.dyn_ref::<DomException>() else {
        return StorageError::Failed(words(&thrown));
    };
    match exception.name().as_str() {
        "SecurityError" => StorageError::Denied,
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Full,
        _ if QUOTA.contains(&exception.code()) => StorageError::Full,
        _ => StorageError::Failed(exception.message()),
    }
}
