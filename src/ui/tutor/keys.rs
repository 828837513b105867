//! Which single keys act, and what they do.
//!
//! Apart from the page, where they act: it lists them only for those who ask.

use super::node::{Node, el};

const LIST: [(&str, &str); 15] = [
    ("1 – 9", "Choose an answer"),
    ("Enter", "Check it, then go on"),
    ("s", "Skip the question"),
    ("h", "Show a hint"),
    ("u", "Undo the last answer"),
    ("x", "Hide a bad question"),
    ("r", "Say that your answer was right"),
    ("e", "Say that it was easy"),
    ("Alt ↑ ↓", "Move an item, where an order is asked for"),
    ("j k", "Next and previous section"),
    ("J K", "Next and previous article"),
    ("p", "Read aloud, or pause"),
    (". ,", "Next and previous sentence read aloud"),
    ("/", "Search the Library"),
    ("?", "Show these keys"),
];

/// All of them, for a list of descriptions.
pub(super) fn all() -> Vec<Node> {
    let row = |(key, does): (&str, &str)| {
        let key = el("dt").add(el("kbd").add(key));
        el("div").add(key).add(el("dd").add(does)).into()
    };
    LIST.map(row).to_vec()
}
