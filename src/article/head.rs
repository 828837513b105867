//! What stands at the head of a plain text: category, title, summary, day and author.
//!
//! Apart from the site format because where the head ends is a question of its own.

use std::fmt::Display;

use super::block::{Block, Shape};
use super::furniture::{self, Meta};
use super::heading::usual_words;
use super::text::{is_one_sentence, last_mark, strip_prefix_ignoring_case};
use super::{Date, Notice};

/// The head of a text, and where its body begins.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) title: Option<String>,
    pub(super) dek: Option<String>,
    pub(super) category: Option<String>,
    pub(super) date: Option<Date>,
    /// Whether the date is known to be that of publication.
    published: bool,
    pub(super) byline: Option<String>,
    /// Index of the first block that is not part of the head.
    pub(super) body: usize,
    pub(super) notices: Vec<Notice>,
}

/// No head has more lines.
const MAX_BLOCKS: usize = 12;
/// No title has more words.
const MAX_TITLE: usize = 25;
/// No summary line has more words.
const MAX_DEK: usize = 60;
/// No category has more words.
const MAX_CATEGORY: usize = 4;

/// Reads the head of the blocks, which begin with the file and hold no furniture but lines about
/// the article. `shares` are the blocks a share bar stood before; `categories` are known ones.
pub(super) fn read(blocks: &[&Block], shares: &[usize], categories: &[&str]) -> Head {
    let mut head = Head {
        body: end(blocks, shares, categories),
        ..Head::default()
    };
    let mut texts = Vec::new();
    for &block in &blocks[..head.body] {
        match meta(block, texts.is_empty()) {
            Some(meta) => head.meta(block, meta),
            None => texts.push(block),
        }
    }
    if texts.is_empty() {
        head.bare_title(blocks);
    } else {
        head.texts(&texts, categories);
    }
    head
}

impl Head {
    fn meta(&mut self, block: &Block, meta: Meta) {
        let mut spare = false;
        match meta.published.or(meta.updated) {
            Some(Ok(date)) => spare = !self.day(date, meta.published.is_some()),
            Some(Err(error)) => self.notice(block, error),
            None => {}
        }
        if let Some(name) = meta.byline {
            spare |= self.byline.is_some();
            self.byline.get_or_insert(name);
        }
        if spare {
            self.notice(block, "left out, since another line says it already");
        }
    }

    /// Takes the day; one of publication stands before one of a change. Says whether there is
    /// no other day of publication.
    fn day(&mut self, date: Date, published: bool) -> bool {
        let known = self.date.filter(|_| self.published);
        if published || known.is_none() {
            self.date = known.or(Some(date));
            self.published |= published;
        }
        !published || known.is_none_or(|known| known == date)
    }

    fn notice(&mut self, block: &Block, what: impl Display) {
        let text = format!("{what}: {}", block.text);
        self.notices.push(Notice::at(block.line, text));
    }

    /// Where no line ends the head, the first block may still be a title.
    fn bare_title(&mut self, blocks: &[&Block]) {
        let rest = &blocks[self.body..];
        if rest
            .first()
            .is_some_and(|first| is_title(first, &rest[1..]))
        {
            self.title = Some(untitled(&rest[0].text).to_owned());
            self.body += 1;
        }
    }

    /// Gives the lines of the head their parts.
    fn texts(&mut self, texts: &[&Block], categories: &[&str]) {
        let has_category = match texts {
            [first, _] => is_category(first, categories),
            _ => texts.len() > 2,
        };
        let mut texts = texts.iter().map(|block| block.text.as_str());
        if has_category {
            self.category = texts
                .next()
                .map(|text| unlabelled(text, "category:").to_owned());
        }
        self.title = texts.next().map(|text| untitled(text).to_owned());
        self.dek = texts.next().map(str::to_owned);
    }
}

/// Index of the block after the head: after the last line that says when or by whom, or at the
/// first share bar, as long as what stands before it can be category, title and summary. A
/// second day further down is a heading of a diary.
fn end(blocks: &[&Block], shares: &[usize], categories: &[&str]) -> usize {
    let (mut end, mut texts) = (0, Vec::new());
    let mut share = shares.first();
    let mut dated = false;
    for (at, &block) in blocks.iter().take(MAX_BLOCKS).enumerate() {
        if share == Some(&at) && !texts.is_empty() {
            end = at;
            share = None;
        }
        if let Some(meta) = meta(block, texts.is_empty()) {
            if dated && meta.published.is_some() && at > end {
                break;
            }
            dated |= meta.published.is_some();
            end = at + 1;
        } else if may_go_on(block, &texts, categories) {
            texts.push(block);
        } else {
            break;
        }
    }
    end
}

/// Whether a head with those lines may have this one too.
fn may_go_on(block: &Block, texts: &[&Block], categories: &[&str]) -> bool {
    let room = match texts {
        [] | [_] => true,
        [first, second] => is_category(first, categories) || is_above_title(first, second),
        _ => false,
    };
    let plain = matches!(block.shape, Shape::Plain | Shape::Underlined);
    room && plain && block.words <= MAX_DEK
}

/// A line about the article; a file does not begin with "By ...", which then is a title.
fn meta(block: &Block, first: bool) -> Option<Meta> {
    let by = strip_prefix_ignoring_case(&block.text, "by ").is_some();
    furniture::meta(&block.text).filter(|_| !(first && by))
}

/// Whether the line is labelled or known as a category.
fn is_category(block: &Block, categories: &[&str]) -> bool {
    let labelled = strip_prefix_ignoring_case(&block.text, "category:").is_some();
    labelled || categories.contains(&block.text.as_str())
}

/// Whether the line is a few words above a longer one, as a category above a title.
fn is_above_title(first: &Block, second: &Block) -> bool {
    let stop = last_mark(&first.text).is_some_and(|c| matches!(c, '.' | '!' | '?' | '。'));
    first.words <= MAX_CATEGORY && first.words < second.words && !stop
}

/// Whether the first block of a text without a head is its title: "It Was Meant to Float. It Sank" is one too.
fn is_title(first: &Block, rest: &[&Block]) -> bool {
    let stop = last_mark(&first.text).is_some_and(|c| matches!(c, '.' | '。' | ':' | ',' | ';'));
    let beside = usual_words(rest) >= 2 * first.words;
    match first.shape {
        Shape::Underlined => true,
        Shape::Plain => {
            let several = last_mark(&first.text).is_some_and(char::is_alphanumeric);
            let one = is_one_sentence(&first.text) && (!stop || beside);
            first.words <= MAX_TITLE && (several || one)
        }
        Shape::Bullet | Shape::Numbered => false,
    }
}

fn untitled(text: &str) -> &str {
    unlabelled(text, "title:")
}

/// The text without a label, unless nothing would be left.
fn unlabelled<'a>(text: &'a str, label: &str) -> &'a str {
    let rest = strip_prefix_ignoring_case(text, label).map_or("", str::trim);
    if rest.is_empty() { text } else { rest }
}
