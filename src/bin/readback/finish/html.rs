//! Small things about pages as text: escaping, and finding one's way in a page that the build wrote.
//!
//! Apart from what the pages show. The build may have left out quotation marks and closing tags, so
//! nothing here counts on them.

use super::Error;

/// The text as it is written between tags, or in an attribute's quotation marks.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// What stands between the first `from` and the next `to`.
pub(crate) fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let (_, after) = text.split_once(from)?;
    after.split_once(to).map(|(inside, _)| inside)
}

/// The first element with this tag that has `sign` in it, from its tag to the end of `close`.
pub(crate) fn element<'a>(page: &'a str, tag: &str, sign: &str, close: &str) -> Option<&'a str> {
    let open = format!("<{tag}");
    page.match_indices(&open).find_map(|(start, _)| {
        let after = &page[start..];
        let length = after.find(close)? + close.len();
        let element = &after[..length];
        element.contains(sign).then_some(element)
    })
}

/// What stands in each element with this tag whose attributes `wanted` accepts.
pub(crate) fn contents<'a>(
    page: &'a str,
    tag: &str,
    wanted: impl Fn(&str) -> bool,
) -> Vec<&'a str> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let elements = page.split(&open).skip(1);
    elements
        .filter_map(|after| after.split_once('>'))
        .filter(|(attributes, _)| wanted(attributes))
        .filter_map(|(_, after)| after.split_once(&close))
        .map(|(inside, _)| inside)
        .collect()
}

/// The page with another text in the place of one that it must have exactly once.
///
/// # Errors
/// When it has it not, or more than once.
pub(crate) fn replace(path: &str, page: &str, old: &str, new: &str) -> Result<String, Error> {
    match page.matches(old).count() {
        1 => Ok(page.replacen(old, new, 1)),
        count => Err(Error::new(
            path,
            format!("has {old:?} {count} times, not once"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_escaped_can_be_a_tag_or_end_an_attribute() {
        assert_eq!(
            escape(r#"<b title="x">&amp;</b>"#),
            "&lt;b title=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;"
        );
    }

    #[test]
    fn elements_are_found_with_and_without_quotation_marks() {
        let page = r#"<link rel=icon href=a><link href="b" rel="modulepreload"><script>c</script>"#;
        assert_eq!(
            element(page, "link", "modulepreload", ">"),
            Some(r#"<link href="b" rel="modulepreload">"#)
        );
        assert_eq!(element(page, "link", "manifest", ">"), None);
        assert_eq!(contents(page, "script", str::is_empty), ["c"]);
    }

    #[test]
    fn what_is_replaced_stands_there_once() {
        assert_eq!(
            replace("a.html", "ebb", "b", "g"),
            Err(Error::new("a.html", r#"has "b" 2 times, not once"#))
        );
        assert_eq!(replace("a.html", "ebb", "eb", "we"), Ok("web".to_owned()));
    }
}
