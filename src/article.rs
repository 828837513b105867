//! An article: its words, its structure, and the notices of what could not be read.
//!
//! Apart from the other rooms because it is the only one that sees file formats: everybody else
//! is given an [`Article`].

mod block;
mod date;
mod draft;
mod furniture;
mod head;
mod heading;
mod markdown;
mod related;
mod site;
mod slug;
#[cfg(test)]
mod tests;
mod text;

use serde::{Deserialize, Serialize};

use draft::Draft;

pub(crate) use date::MONTHS;
pub use date::{Date, DateError};
pub use related::link;
pub use slug::{Slug, SlugError, make_unique};

/// The most bytes of text that the page has compiled in: about 130 articles, 0.3 MB to fetch and
/// well under a second to start. Ten times as much is more than anybody should wait for.
const MOST_COMPILED_IN: usize = 1_000_000;

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
    /// How long it takes to read, in whole minutes, rounded up; 0 only where there are no words.
    pub minutes: usize,
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
    /// That article's own name, where it stands on the same shelf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<Slug>,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parsed {
    /// As much as could be read.
    pub article: Article,
    /// What could not.
    pub notices: Vec<Notice>,
}

/// Reads a file's bytes; `name` is its file name, whose ending tells the format. `.md` and
/// `.markdown` are Markdown; everything else is the text format of the seeds, unless it begins
/// the way only Markdown does.
pub fn parse(name: &str, bytes: &[u8]) -> Parsed {
    let (text, mut notices) = text::decode(bytes);
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    if lines.iter().all(|line| line.is_empty()) {
        notices.push(Notice::of_file("the file is empty"));
        return Draft::default().finish(name, notices);
    }
    let draft = if has_markdown_ending(name) || markdown::is_recognised(&lines) {
        markdown::read(&lines)
    } else {
        site::read(&lines)
    };
    draft.finish(name, notices)
}

/// Whether these are too many for the page to have them compiled in.
pub fn is_large(library: &[Article]) -> bool {
    let texts = library.iter().flat_map(Article::texts);
    texts.map(str::len).sum::<usize>() > MOST_COMPILED_IN
}

impl Article {
    /// The words of its headings and paragraphs; in scripts written without spaces two
    /// characters count as one word.
    pub fn words(&self) -> usize {
        self.texts().map(text::words).sum()
    }

    /// The text that a place names: a paragraph of a section; without one the section's heading, or, of
    /// the first section where that has none, the dek. `None` where there is no such place.
    pub fn text_at(&self, section: usize, paragraph: Option<usize>) -> Option<&str> {
        let found = self.sections.get(section)?;
        match (paragraph, &found.heading) {
            (Some(at), _) => found.paragraphs.get(at).map(|paragraph| &*paragraph.text),
            (None, None) if section == 0 => self.dek.as_deref(),
            (None, heading) => heading.as_deref(),
        }
    }

    /// How many minutes are left to read at the beginning of each paragraph, rounded up.
    pub fn minutes_left(&self) -> Vec<usize> {
        let sections = self.sections.iter();
        let words = sections.flat_map(|section| {
            let heading = section.heading.as_deref().map_or(0, text::words);
            let all = section.paragraphs.iter().enumerate();
            // A heading is read with what comes first under it.
            all.map(move |(at, it)| text::words(&it.text) + if at == 0 { heading } else { 0 })
        });
        let mut left: Vec<usize> = words.collect();
        let mut sum = 0;
        for words in left.iter_mut().rev() {
            sum += *words;
            *words = sum.div_ceil(draft::WORDS_A_MINUTE);
        }
        left
    }

    /// Its headings and paragraphs.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let headings = self.sections.iter().filter_map(|s| s.heading.as_deref());
        let paragraphs = self.sections.iter().flat_map(|s| &s.paragraphs);
        headings.chain(paragraphs.map(|p| p.text.as_str()))
    }
}

impl Notice {
    fn at(line: usize, text: impl Into<String>) -> Self {
        Notice {
            line: Some(line),
            text: text.into(),
        }
    }

    fn of_file(text: impl Into<String>) -> Self {
        Notice {
            line: None,
            text: text.into(),
        }
    }
}

fn has_markdown_ending(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|e| e.eq_ignore_ascii_case("md") || e.eq_ignore_ascii_case("markdown"))
}
