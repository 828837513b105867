//! An article: its words, its structure, and the notices of what could not be read.
//!
//! Apart from the other rooms because it is the only one that sees file formats: everybody else
//! is given an [`Article`].

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text to read: what stands at its head, its sections, and what it refers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The article's name in addresses.
    pub slug: Slug,
    /// The title, never empty.
    pub title: String,
    /// The summary line under the title.
    pub dek: Option<String>,
    /// The day of publication.
    pub date: Option<Date>,
    /// The subject under which the source files it.
    pub category: Option<String>,
    /// Who wrote it, without "By" or "Published by".
    pub byline: Option<String>,
    /// The text in order; only the first section may have no heading.
    pub sections: Vec<Section>,
    /// Blurbs of other articles that the source printed beneath this one.
    pub related: Vec<Related>,
}

/// A heading and the paragraphs under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading; `None` for what stands before the first one.
    pub heading: Option<String>,
    /// The paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph of running text; spans of evidence are byte offsets into its `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The words, as plain text.
    pub text: String,
    /// How it is set.
    pub style: Style,
}

/// How a paragraph is set on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// Running prose.
    #[default]
    Prose,
    /// One item of a list.
    Item,
    /// A block quotation.
    Quote,
}

/// A blurb of another article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// What the source says of it.
    pub blurb: String,
    /// The day of publication, where the source has it.
    pub date: Option<Date>,
    /// The subject, where the source has it.
    pub category: Option<String>,
}

/// Something a reader of the file should know: what was left out, or how it was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The line of the file, counted from 1, where there is one.
    pub line: Option<usize>,
    /// What happened, in a plain sentence without a full stop.
    pub text: String,
}

/// What a file gave: parsing never fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// As much as could be read.
    pub article: Article,
    /// What could not.
    pub notices: Vec<Notice>,
}

/// An article's name in addresses: lower-case ASCII letters, digits and single hyphens, at most
/// 40 bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// Reads a file's bytes; `name` is its file name, whose ending tells the format.
pub fn parse(name: &str, bytes: &[u8]) -> Parsed {
    let _ = (name, bytes);
    unimplemented!()
}

impl Slug {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Slug {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Slug(text.to_owned()))
    }
}

impl TryFrom<String> for Slug {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Err(text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
    }
}
