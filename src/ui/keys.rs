//! Single keys: which act, when they may, and the dialog that lists them.
//!
//! Apart from the pages, so that no key acts while the reader types or has turned keys off.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::browser::address;
use crate::browser::keyboard::{self, Key, Place, Used};
use crate::ui::part::act;
use crate::ui::route::Route;
use crate::ui::state::{PreferencesCtx, SearchCtx};

const LIST: [(&str, &str); 11] = [
    ("1 – 9", "Choose an answer"),
    ("Enter", "Check it, then go on"),
    ("s", "Skip the question"),
    ("h", "Show a hint"),
    ("u", "Undo the last answer"),
    ("x", "Hide a bad question"),
    ("r", "Say that your answer was right"),
    ("e", "Say that it was easy"),
    ("Alt ↑ ↓", "Move an item, where an order is asked for"),
    ("/", "Search the Library"),
    ("?", "Show these keys"),
];

/// Calls back for keys that may act, for as long as the page that asks for it stands.
pub(crate) fn on_key(callback: impl Fn(&Key) -> Used + 'static) {
    let callback: Box<dyn Fn(&Key) -> Used> = Box::new(callback);
    let preferences = expect_context::<PreferencesCtx>();
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
    let search = expect_context::<SearchCtx>();
    let dialog = NodeRef::<html::Dialog>::new();
    on_key(move |key| match key.name.as_str() {
        "/" => begin(search),
        "?" => open(dialog),
        _ => Used::No,
    });
    let row = |(key, does)| view! { <div><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div> };
    view! {
        <dialog node_ref=dialog aria-labelledby="keys" on:keydown=act(hold)>
            <h2 id="keys">"Keys"</h2>
            <dl class="keys">{LIST.map(row).into_iter().collect_view()}</dl>
            <p class="quiet">"Single keys can be turned off in Settings."</p>
            <form method="dialog">
                <button class="button">"Close"</button>
            </form>
        </dialog>
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

fn open(dialog: NodeRef<html::Dialog>) -> Used {
    // Throws only where it is open already.
    if let Some(dialog) = dialog.get_untracked() {
        let _ = dialog.show_modal();
    }
    Used::Yes
}
