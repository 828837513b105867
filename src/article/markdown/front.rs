//! Front matter: what stands about an article between two lines of hyphens above it.
//!
//! Apart from the rest of Markdown because it is another language, of keys and values.

use super::super::date;
use super::super::draft::{Draft, non_empty};
use super::super::{Date, Notice};

/// What front matter says.
#[derive(Debug, Default)]
pub(super) struct Front {
    title: Option<String>,
    dek: Option<String>,
    date: Option<Date>,
    byline: Option<String>,
    category: Option<String>,
    notices: Vec<Notice>,
    /// Comments, keys and values that have no place.
    spare: Vec<String>,
}

/// Front matter has no more lines.
const MAX_LINES: usize = 200;

/// How many lines it has with the two that enclose it, if there is any.
pub(super) fn length(lines: &[&str]) -> Option<usize> {
    let fence = *lines.first()?;
    if !matches!(fence, "---" | "+++") {
        return None;
    }
    let within = &lines[1..lines.len().min(MAX_LINES)];
    let end = within.iter().position(|line| *line == fence)?;
    let first = within[..end].iter().find(|line| !is_skipped(line));
    let has_keys = first.is_none_or(|line| key_and_value(line).is_some());
    has_keys.then_some(end + 2)
}

impl Front {
    /// Reads the lines, the two that enclose them included.
    pub(super) fn read(lines: &[&str]) -> Front {
        let comments = lines.iter().filter(|line| line.starts_with('#'));
        let mut front = Front {
            spare: comments.map(|line| (*line).to_owned()).collect(),
            ..Front::default()
        };
        for entry in entries(lines) {
            front.take(entry);
        }
        if !front.spare.is_empty() {
            let text = format!("front matter not used: {}", front.spare.join("; "));
            front.notices.push(Notice::at(1, text));
        }
        front
    }

    /// A draft with what is known.
    pub(super) fn into_draft(self) -> Draft {
        Draft {
            title: self.title,
            dek: self.dek,
            date: self.date,
            byline: self.byline,
            category: self.category,
            notices: self.notices,
            ..Draft::default()
        }
    }

    fn take(&mut self, entry: Entry) {
        let whole = entry.values.join(", ");
        let rest = match entry.key.as_str() {
            "title" => put(&mut self.title, &whole),
            "description" | "summary" | "excerpt" | "subtitle" | "dek" => {
                put(&mut self.dek, &whole)
            }
            "author" | "authors" | "byline" => put(&mut self.byline, &whole),
            "date" | "published" | "pubdate" | "publishdate" => self.day(&entry, &whole),
            "category" | "categories" | "section" | "tags" | "topics" => self.subject(&entry),
            _ => whole,
        };
        if !rest.is_empty() {
            self.spare.push(format!("{}: {rest}", entry.key));
        }
    }

    fn day(&mut self, entry: &Entry, text: &str) -> String {
        match date::read(text) {
            Some(Ok(date)) if self.date.is_none() => self.date = Some(date),
            Some(Err(error)) => self.notice(entry, format!("{error}: {text}")),
            None if !text.is_empty() => {
                self.notice(entry, format!("cannot be read as a date: {text}"));
            }
            _ => return text.to_owned(),
        }
        String::new()
    }

    fn notice(&mut self, entry: &Entry, text: String) {
        self.notices.push(Notice::at(entry.line, text));
    }

    /// The first subject named is the category.
    fn subject(&mut self, entry: &Entry) -> String {
        let mut values = entry.values.iter();
        if self.category.is_none() {
            self.category = values.next().and_then(|value| non_empty(value));
        }
        values.cloned().collect::<Vec<_>>().join(", ")
    }
}

/// A key with its values.
#[derive(Debug)]
struct Entry {
    line: usize,
    key: String,
    values: Vec<String>,
    /// Whether lines under it are one text, not a list.
    folded: bool,
}

fn entries(lines: &[&str]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if is_skipped(line) {
            continue;
        }
        match (key_and_value(line), entries.last_mut()) {
            (Some((key, value)), _) => entries.push(Entry::new(index + 1, key, value)),
            (None, Some(last)) => last.go_on(line),
            (None, None) => {}
        }
    }
    entries
}

impl Entry {
    fn new(line: usize, key: &str, value: &str) -> Entry {
        let folded = matches!(value, ">" | "|" | ">-" | "|-" | ">+" | "|+");
        Entry {
            line,
            key: key.to_ascii_lowercase(),
            values: if folded { Vec::new() } else { values(value) },
            folded,
        }
    }

    /// Adds a line under the key: an item of its list, or more of its text.
    fn go_on(&mut self, line: &str) {
        let line = line.trim();
        let text = unquoted(line.strip_prefix("- ").unwrap_or(line));
        let text = unquoted(text.strip_prefix("name:").unwrap_or(text).trim());
        match self.values.last_mut().filter(|_| self.folded) {
            Some(value) => {
                value.push(' ');
                value.push_str(text);
            }
            None => self.values.push(text.to_owned()),
        }
    }
}

/// A key at the start of the line, a colon or equals sign, and the rest.
fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once([':', '='])?;
    let key = key.trim_end();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let starts = key.starts_with(|c: char| c.is_ascii_alphabetic());
    (starts && key.chars().all(plain)).then_some((key, value.trim()))
}

/// The items of "[a, b]", or the one value there is.
fn values(value: &str) -> Vec<String> {
    let list = value.strip_prefix('[').and_then(|v| v.strip_suffix(']'));
    let parts: Vec<&str> = match list {
        Some(list) => list.split(',').collect(),
        None => vec![value],
    };
    let texts = parts.into_iter().map(|part| unquoted(part.trim()));
    texts.filter(|t| !t.is_empty()).map(str::to_owned).collect()
}

fn unquoted(text: &str) -> &str {
    let within = |quote: char| text.strip_prefix(quote)?.strip_suffix(quote);
    within('"').or_else(|| within('\'')).unwrap_or(text)
}

/// Sets what is not set yet, and gives back what has no place.
fn put(field: &mut Option<String>, text: &str) -> String {
    if field.is_some() {
        return text.to_owned();
    }
    *field = non_empty(text);
    String::new()
}

fn is_skipped(line: &str) -> bool {
    line.is_empty() || line.starts_with('#') || matches!(line, "---" | "+++")
}
