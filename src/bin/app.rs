//! The front door of the page.

use readback::browser::panic;
use readback::ui;

fn main() {
    panic::show(ui::STOPPED);
    leptos::mount::mount_to_body(ui::App);
}
