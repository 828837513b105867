//! The tutor's worker: what is stored in, what to tell the reader and what to store out.
//!
//! A panic ends it, of which the page hears as of any other error; nothing is stored only here.

use std::cell::RefCell;

use readback::article::Date;
use readback::browser::{clock, worker};
use readback::study::{Calendar, Millis};
use readback::ui::tutor::Tutor;
use readback::words::{say, w};

fn main() {
    let tutor = RefCell::new(Tutor::new(Box::new(Device)));
    worker::serve(move |request| tutor.borrow_mut().answer(&request));
}

/// The calendar of the reader's device, in the language spoken, which may be known only after a while.
struct Device;

impl Calendar for Device {
    fn offset_minutes(&self, at: Millis) -> i32 {
        clock::offset_minutes(at.0)
    }

    fn day_words(&self, at: Millis) -> String {
        clock::set_locale(say(w::LANGUAGE));
        clock::format_day(at.0)
    }

    fn weekday(&self, at: Millis) -> String {
        clock::set_locale(say(w::LANGUAGE));
        clock::weekday(at.0)
    }

    fn date_words(&self, date: Date) -> String {
        clock::set_locale(say(w::LANGUAGE));
        let (month, day) = (date.month().into(), date.day().into());
        clock::format_date(date.year().into(), month, day)
    }
}
