//! Single keys: when they may act, and the dialog that lists them.
//!
//! Apart from the pages, so that no key acts while the reader types or has turned keys off.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::keyboard::{self, Key, Place, Used};
use crate::browser::{address, tree};
use crate::ui::part::act;
use crate::ui::route::Route;
use crate::ui::state::{PreferencesCtx, SearchCtx, TutorCtx, shared};

/// The dialog's id, and what the tutor calls what is in it.
const HELP: &str = "help";

/// Calls back for keys that may act, for as long as the page that asks for it stands.
pub(crate) fn on_key(callback: impl Fn(&Key) -> Used + 'static) {
    let callback: Box<dyn Fn(&Key) -> Used> = Box::new(callback);
    let preferences = shared().preferences;
    listen(preferences, callback);
}

/// Compiled once for all keys.
fn listen(preferences: PreferencesCtx, callback: Box<dyn Fn(&Key) -> Used>) {
    StoredValue::new_local(keyboard::on_key(move |key| {
        if key.place == Place::Field || !preferences.keys_act() {
            return Used::No;
        }
        callback(&key)
    }));
}

/// The keys that act everywhere, and their list.
#[component]
pub(crate) fn KeyHelp() -> impl IntoView {
    let search = shared().search;
    let tutor = shared().tutor;
    on_key(move |key| match key.name.as_str() {
        "/" => begin(search),
        "?" => open(tutor),
        _ => Used::No,
    });
    view! {
        <dialog id=HELP aria-labelledby="keys" on:keydown=act(hold)></dialog>
    }
}

/// Keeps a key pressed within an element from acting on the page.
pub(crate) fn hold(event: KeyboardEvent) {
    event.stop_propagation();
}

fn begin(search: SearchCtx) -> Used {
    if !address::focus("#search") {
        search.expect();
        address::set_hash(&Route::Library.href());
    }
    Used::Yes
}

/// The tutor knows them all.
fn open(tutor: TutorCtx) -> Used {
    tutor.view(HELP, "", None, |view| {
        if let Ok(nodes) = view {
            tree::show(HELP, &nodes);
            address::show_dialog(HELP);
        }
    });
    Used::Yes
}
