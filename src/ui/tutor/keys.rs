//! Which single keys act, and what they do.
//!
//! Apart from the page, where they act: it lists them only for those who ask.

use super::node::{Node, el};
use crate::words::{Word, say, w};

const LIST: [(&str, Word); 17] = [
    ("1 – 9", w::KEYS_CHOOSE),
    ("Enter", w::KEYS_CHECK),
    ("s", w::KEYS_SKIP),
    ("h", w::KEYS_HINT),
    ("u", w::KEYS_UNDO),
    ("x", w::KEYS_HIDE),
    ("r", w::KEYS_RIGHT),
    ("e", w::KEYS_EASY),
    ("Alt ↑ ↓", w::KEYS_MOVE),
    ("j k", w::KEYS_SECTION),
    ("J K", w::KEYS_ARTICLE),
    ("p", w::KEYS_ALOUD),
    (". ,", w::KEYS_SENTENCE),
    ("m", w::KEYS_MARK),
    ("n", w::KEYS_NOTE),
    ("/", w::KEYS_SEARCH),
    ("?", w::KEYS_ALL),
];

/// What the dialog that lists them has in it.
pub(super) fn help() -> Vec<Node> {
    let row = |(key, does): (&str, Word)| {
        let key = el("dt").add(el("kbd").add(key));
        el("div").add(key).add(el("dd").add(say(does)))
    };
    // Else the first button would have the focus, and with it the end of the list the view.
    let title = el("h2")
        .with("id", "keys")
        .with("tabindex", -1)
        .with("autofocus", "")
        .add(say(w::KEYS_TITLE));
    let close = el("button").with("class", "button").add(say(w::KEYS_CLOSE));
    vec![
        title.into(),
        el("dl").with("class", "keys").all(LIST.map(row)).into(),
        el("p").with("class", "quiet").add(say(w::KEYS_OFF)).into(),
        el("form").with("method", "dialog").add(close).into(),
    ]
}
