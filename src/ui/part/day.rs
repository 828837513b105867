//! A day of the calendar.
//!
//! Apart because it is set the same way wherever it stands.

use leptos::prelude::*;

use crate::article::Date;
use crate::browser::clock;
use crate::study::Millis;

/// The day in the reader's way of writing.
#[component]
pub(crate) fn Day(date: Date) -> impl IntoView {
    let text = clock::format_date(
        i32::from(date.year()),
        date.month().into(),
        date.day().into(),
    );
    view! { <time datetime=date.to_string()>{text}</time> }
}

/// The day of a moment, in the reader's time zone: "today", "yesterday", or the date.
pub(crate) fn day(moment: Millis) -> String {
    const LENGTH: u64 = 86_400_000;
    let date = clock::format_day(moment.0);
    let now = clock::now_ms();
    if date == clock::format_day(now) {
        return "today".to_owned();
    }
    if date == clock::format_day(now.saturating_sub(LENGTH)) {
        return "yesterday".to_owned();
    }
    date
}
