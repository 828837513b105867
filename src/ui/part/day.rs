//! A day of the calendar.
//!
//! Apart because it is set the same way wherever it stands.

use leptos::prelude::*;

use crate::article::Date;
use crate::browser::clock;

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
