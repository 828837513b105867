//! The worker: an article's text in, its bank of questions out.

use readback::browser::{panic, worker};
use readback::ui::exchange;

fn main() {
    panic::log_only();
    worker::serve(|request| exchange::answer(&request));
}
