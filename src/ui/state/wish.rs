//! What the page says to the tutor, as JSON without its braces: the time is added to each.
//!
//! Apart from what becomes of the answers; the tutor reads it in `message`.

use crate::article::Slug;
use crate::browser::chance;
use crate::browser::text::quoted;
use crate::question::QuestionId;
use crate::study::Answering;

/// For at most so many of those questions, of an article that is known.
pub(super) fn draw(
    article: &Slug,
    from: &[QuestionId],
    count: usize,
    answering: Answering,
) -> String {
    let from: Vec<String> = from.iter().map(|id| quoted(id.as_str())).collect();
    format!(
        r#""do":"draw","article":"{article}","from":[{}],"count":{count},"seed":{},"answering":"{}""#,
        from.join(","),
        chance::random_u64(),
        answering.as_str()
    )
}

/// To know what the examiner answered about articles, each as [`answered`] writes it.
pub(super) fn known(examined: &str) -> String {
    format!(r#""do":"known","examined":[{examined}]"#)
}

/// An article, with what the examiner answered about it.
pub(super) fn answered(article: &Slug, examined: &str) -> String {
    format!(r#"["{article}",{}]"#, quoted(examined))
}

/// To know of keys with their new values.
pub(super) fn changed(entries: &[(String, Option<String>)]) -> String {
    let entry = |(key, value): &(String, Option<String>)| {
        let value = value.as_deref().map_or("null".to_owned(), quoted);
        format!("[{},{value}]", quoted(key))
    };
    let entries: Vec<String> = entries.iter().map(entry).collect();
    format!(r#""do":"changed","entries":[{}]"#, entries.join(","))
}

/// For a part of a page.
pub(super) fn view(name: &str, with: &str, kept: Option<bool>) -> String {
    let kept = match kept {
        Some(true) => r#""yes""#,
        Some(false) => r#""no""#,
        None => "null",
    };
    let with = quoted(with);
    format!(r#""do":"view","name":"{name}","with":{with},"kept":{kept}"#)
}

/// To do what a button or field names.
pub(super) fn act(what: &str, with: &str) -> String {
    let [what, with] = [what, with].map(quoted);
    format!(r#""do":"act","what":{what},"with":{with}"#)
}
