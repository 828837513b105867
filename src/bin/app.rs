//! The front door of the page.
//!
//! A panic ends the program without a word: `assets/first.js` has one for the reader.

use readback::ui;

fn main() {
    leptos::mount::mount_to_body(ui::App);
}
