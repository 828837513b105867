//! A day of the calendar.
//!
//! Apart because it is set the same way wherever it stands.

use leptos::prelude::*;

use crate::article::Date;
use crate::browser::clock;

/// The day in the reader's way of writing.
#[component]
pub(crate) fn Day(date: Date) -> impl IntoView {
    view! { <time datetime=date.to_string()>{day_words(date)}</time> }
}

/// The same without its element.
pub(crate) fn day_words(date: Date) -> String {
    clock::format_date(
        i32::from(date.year()),
        date.month().into(),
        date.day().into(),
    )
}
