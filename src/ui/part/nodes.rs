//! Elements as JSON, which [`crate::browser::tree`] shows.
//!
//! Apart from the views: what only tells something, and is shown anew as a whole, costs a fraction
//! of a view's bytes like this.

use crate::article::Date;
use crate::browser::text::quoted;
use crate::ui::part::day_words;

/// An element with its attributes, of which an empty one is none, and what is in it, all of that
/// written already.
pub(crate) fn el(name: &str, attributes: &[(&str, &str)], inside: &[String]) -> String {
    let pair = |(name, value): &(&str, &str)| list(&[quoted(name), quoted(value)]);
    let there = attributes.iter().filter(|(_, value)| !value.is_empty());
    let attributes: Vec<String> = there.map(pair).collect();
    list(&[quoted(name), list(&attributes), list(inside)])
}

/// An element with a text in it.
pub(crate) fn told(name: &str, class: &str, says: &str) -> String {
    el(name, &[("class", class)], &[quoted(says)])
}

/// The same, of what an article or a question says, in whatever language the page is.
pub(crate) fn asked(name: &str, class: &str, says: &str) -> String {
    el(name, &[("class", class), ("lang", "en")], &[quoted(says)])
}

/// A button that does what `deed` names, to what `with` names. It has that name as its id too, by which
/// it keeps the focus.
pub(crate) fn button(
    class: &str,
    (deed, with): (&str, &str),
    says: &str,
    more: &[(&str, &str)],
) -> String {
    let id = [deed, with].concat();
    let own = [
        ("type", "button"),
        ("class", class),
        ("id", &id),
        ("data-do", deed),
        ("data-with", with),
    ];
    el("button", &[&own, more].concat(), &[quoted(says)])
}

/// A radio button or a checkbox with its name, whose use asks for `what`.
pub(crate) fn choice(sort: &str, what: &str, (value, says): (&str, &str), is_so: bool) -> String {
    let id = [what, "-", value].concat();
    let input = [
        ("id", &*id),
        ("type", sort),
        ("name", what),
        ("value", value),
        ("data-do", what),
        ("checked", if is_so { "checked" } else { "" }),
    ];
    let inside = [el("input", &input, &[]), quoted(says)];
    el("label", &[("class", "choice")], &inside)
}

/// A day of the calendar, in the reader's way of writing.
pub(crate) fn day(date: Date) -> String {
    let text = day_words(date);
    el("time", &[("datetime", &date.to_string())], &[quoted(&text)])
}

/// The mark: a closing quotation mark whose tail is a tick, in the colour of the text around it.
/// `assets/mark.svg` is the same for the browser's own use.
pub(crate) fn mark() -> String {
    let colour = "currentColor";
    let head = [("cx", "21"), ("cy", "9.5"), ("r", "7.5"), ("fill", colour)];
    let tail = [
        ("d", "M4.5 19.5L12 27.5C20.5 23.5 26.2 17.5 26.2 9.5"),
        ("fill", "none"),
        ("stroke", colour),
        ("stroke-width", "4.6"),
        ("stroke-linecap", "round"),
        ("stroke-linejoin", "round"),
    ];
    let drawing = [("viewBox", "0 0 32 32"), ("aria-hidden", "true")];
    let shapes = [el("circle", &head, &[]), el("path", &tail, &[])];
    el("svg", &drawing, &shapes)
}

/// A tick or a cross.
pub(crate) fn sign(is_right: bool) -> String {
    let path = if is_right {
        "M3 8.5l3.5 3.5L13 4.5"
    } else {
        "M4 4l8 8M12 4l-8 8"
    };
    let stroke = [
        ("d", path),
        ("fill", "none"),
        ("stroke", "currentColor"),
        ("stroke-width", "2"),
        ("stroke-linecap", "round"),
    ];
    let drawing = [
        ("class", "sign"),
        ("viewBox", "0 0 16 16"),
        ("aria-hidden", "true"),
    ];
    el("svg", &drawing, &[el("path", &stroke, &[])])
}

/// Several nodes, of which an empty one is none.
pub(crate) fn list(nodes: &[String]) -> String {
    let there = nodes.iter().filter(|node| !node.is_empty());
    let there: Vec<&str> = there.map(String::as_str).collect();
    ["[", &there.join(","), "]"].concat()
}
