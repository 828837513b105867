//! The blurbs of other articles that a page prints under its own.
//!
//! Apart from the site format because this part has an order of its own: perhaps a category,
//! then the blurb, perhaps a dash, then a day.

use super::block::Block;
use super::furniture;
use super::text::ends_sentence;
use super::{Notice, Related};

/// No category has more words.
const MAX_CATEGORY: usize = 6;

/// The blurbs, and a notice of what is said of them that has no place.
pub(super) fn read(blocks: &[&Block]) -> (Vec<Related>, Option<Notice>) {
    let mut list = List::default();
    for (at, block) in blocks.iter().enumerate() {
        list.block(block, blocks.get(at + 1).copied());
    }
    list.finish()
}

#[derive(Default)]
struct List {
    related: Vec<Related>,
    /// The category of the next blurb.
    category: Option<String>,
    /// Lines about blurbs that have no place, and where the first one is.
    spare: Vec<String>,
    spare_line: Option<usize>,
}

impl List {
    fn block(&mut self, block: &Block, next: Option<&Block>) {
        let date = furniture::meta(&block.text).map(|m| (m.published.or(m.updated), m.byline));
        match (date, self.related.last_mut()) {
            (Some((Some(Ok(date)), None)), Some(last)) if last.date.is_none() => {
                last.date = Some(date);
            }
            (Some(_), _) => {
                self.spare_line.get_or_insert(block.line);
                self.spare.push(block.text.clone());
            }
            (None, _) if is_category(block, next) => self.category = Some(block.text.clone()),
            (None, _) => self.blurb(block),
        }
    }

    fn blurb(&mut self, block: &Block) {
        self.related.push(Related {
            blurb: block.text.clone(),
            date: None,
            category: self.category.take(),
        });
    }

    fn finish(self) -> (Vec<Related>, Option<Notice>) {
        let text = format!(
            "left out of the related articles: {}",
            self.spare.join("; ")
        );
        let notice = self.spare_line.map(|line| Notice::at(line, text));
        (self.related, notice)
    }
}

/// Whether the block is a few words above a blurb that is much longer.
fn is_category(block: &Block, next: Option<&Block>) -> bool {
    let next_is_blurb = next.is_some_and(|next| {
        next.words >= 2 * block.words && next.words > 5 && furniture::meta(&next.text).is_none()
    });
    block.words <= MAX_CATEGORY && !ends_sentence(&block.text) && next_is_blurb
}
