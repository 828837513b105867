//! The worker: an article's text in, its bank of questions out.
//!
//! A panic ends it, of which the page hears as of any other error.

use readback::browser::worker;
use readback::ui::exchange;

fn main() {
    worker::serve(|request| exchange::answer(&request));
}
