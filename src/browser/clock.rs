//! The time, and days as the reader writes them.
//!
//! Apart because the pure rooms read no clock, and because the browser knows the reader's way
//! of writing a date without a library.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::property;

/// Milliseconds since the start of 1970 UTC.
pub fn now_ms() -> u64 {
    // A clock before 1970 gives 0.
    Date::now() as u64
}

thread_local! {
    static LOCALE: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
}

/// The language in which days are written from now on, by its code: in the reader's own way of it,
/// where it is the browser's language.
pub fn set_locale(code: &str) {
    let navigator = property(&js_sys::global(), "navigator");
    let own = property(&navigator, "language")
        .as_string()
        .unwrap_or_default();
    let locale = match own.starts_with(code) {
        true => JsValue::UNDEFINED,
        false => code.into(),
    };
    LOCALE.set(locale);
}

/// The day of a moment, in the reader's time zone and way of writing: "4 August 2025".
pub fn format_day(ms: u64) -> String {
    format(&Date::new(&JsValue::from_f64(ms as f64)))
}

/// A day of the calendar in the reader's way of writing; months and days count from 1.
pub fn format_date(year: i32, month: u32, day: u32) -> String {
    // Noon, since in some places a day of the year has no midnight.
    let date = Date::new_with_year_month_day_hr(2000, 0, 1, 12);
    date.set_full_year_with_month_date(year.unsigned_abs(), month as i32 - 1, day as i32);
    format(&date)
}

/// The name of a moment's day of the week, in the reader's time zone and language: "Tuesday".
pub fn weekday(ms: u64) -> String {
    let date = Date::new(&JsValue::from_f64(ms as f64));
    let name = localised(&date, &[("weekday", "long")]);
    let name = name.ok().and_then(|text| text.as_string());
    name.unwrap_or_else(|| format(&date))
}

/// Local time minus UTC at a moment, in minutes.
pub fn offset_minutes(ms: u64) -> i32 {
    // Not a number for a moment that no date can hold: then 0.
    -(Date::new(&JsValue::from_f64(ms as f64)).get_timezone_offset() as i32)
}

fn format(date: &Date) -> String {
    localised(
        date,
        &[("year", "numeric"), ("month", "long"), ("day", "numeric")],
    )
    .ok()
    .and_then(|text| text.as_string())
    .unwrap_or_else(|| String::from(date.to_date_string()))
}

/// `date.toLocaleDateString(locale, options)`, which js-sys offers only with a named locale; the
/// locale that a browser reports is not always one that it accepts.
fn localised(date: &Date, parts: &[(&str, &str)]) -> Result<JsValue, JsValue> {
    let options = Object::new();
    for &(name, value) in parts {
        Reflect::set(&options, &name.into(), &value.into())?;
    }
    let method: Function = Reflect::get(date, &"toLocaleDateString".into())?.dyn_into()?;
    Reflect::apply(
        &method,
        date,
        &LOCALE.with_borrow(|locale| Array::of2(locale, &options)),
    )
}
