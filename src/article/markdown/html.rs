//! What Markdown has of HTML: tags, addresses between angle brackets, entities.
//!
//! Apart from the marks within a paragraph because these are names from lists.

/// Tags that stand within a word as well.
const INLINE_TAGS: [&str; 22] = [
    "a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// Tags that part what stands before them from what stands after.
const BLOCK_TAGS: [&str; 52] = [
    "article",
    "aside",
    "audio",
    "blockquote",
    "br",
    "button",
    "caption",
    "center",
    "col",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "iframe",
    "img",
    "input",
    "label",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "picture",
    "pre",
    "script",
    "section",
    "source",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "video",
];

const ENTITIES: [(&str, &str); 16] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("mdash", "—"),
    ("ndash", "–"),
    ("hellip", "…"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("copy", "©"),
    ("deg", "°"),
    ("eacute", "é"),
];

/// What a tag is for the text around it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag<'a> {
    /// It stands within a word as well: nothing takes its place.
    Inline,
    /// It parts what stands before it from what stands after.
    Block,
    /// It is an address, which is text.
    Address(&'a str),
}

/// Reads what stands between angle brackets; `None` where that is text, as in "<name>".
pub(super) fn tag(inner: &str) -> Option<Tag<'_>> {
    if is_address(inner) {
        return Some(Tag::Address(inner));
    }
    let name = tag_name(inner);
    let rest = inner.trim_start_matches('/')[name.len()..].trim_end_matches('/');
    let whole = rest.trim().is_empty() || rest.contains('=');
    match name.as_str() {
        name if whole && INLINE_TAGS.contains(&name) => Some(Tag::Inline),
        name if whole && BLOCK_TAGS.contains(&name) => Some(Tag::Block),
        _ => None,
    }
}

fn is_address(inner: &str) -> bool {
    !inner.contains(char::is_whitespace)
        && (inner.contains("://") || inner.contains('@') || inner.starts_with("mailto:"))
}

fn tag_name(inner: &str) -> String {
    let name = inner.trim_start_matches('/').chars();
    name.take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase()
}

/// The character of that name or number.
pub(super) fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        let c = char::from_u32(code.ok()?)?;
        return (!c.is_control()).then(|| c.to_string());
    }
    let known = ENTITIES.iter().find(|(known, _)| *known == name);
    known.map(|(_, text)| (*text).to_owned())
}
