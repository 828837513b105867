//! The text format of the seeds: an article as copied from a news site, with nothing marked.
//!
//! Apart from Markdown because here everything is guessed: from the length of a line, its
//! punctuation and its place.

use super::block::{self, Block, Shape};
use super::draft::Draft;
use super::head::{self, Head};
use super::{Style, furniture, heading, related};

/// Reads the lines of a file.
pub(super) fn read(lines: &[&str]) -> Draft {
    let blocks = block::blocks(lines);
    let tail = blocks
        .iter()
        .rposition(|b| furniture::is_related_heading(&b.text))
        .unwrap_or(blocks.len());
    let (body, tail) = blocks.split_at(tail);
    let (tail, _) = without_furniture(tail.get(1..).unwrap_or_default());
    let (related, left_out) = related::read(&tail);
    let categories: Vec<&str> = related
        .iter()
        .filter_map(|r| r.category.as_deref())
        .collect();

    let (body, shares) = without_furniture(body);
    let head = head::read(&body, &shares, &categories);
    let mut draft = with_body(&body[head.body..]);
    draft.notices.extend(left_out);
    draft.related = related;
    with_head(draft, head)
}

/// The blocks without adverts, share bars and rules, and before which of them a share bar stood.
fn without_furniture(blocks: &[Block]) -> (Vec<&Block>, Vec<usize>) {
    let (mut kept, mut shares) = (Vec::new(), Vec::new());
    for (at, block) in blocks.iter().enumerate() {
        if furniture::is_share_bar(&block.text) || is_upright_share_bar(blocks, at) {
            shares.push(kept.len());
        } else if !furniture::is_dropped(&block.text) {
            kept.push(block);
        }
    }
    (kept, shares)
}

/// Whether the block is one of several names of networks, each on a line.
fn is_upright_share_bar(blocks: &[Block], at: usize) -> bool {
    let named = |at: Option<usize>| {
        let block = at.and_then(|at| blocks.get(at));
        block.is_some_and(|b| b.shape == Shape::Plain && furniture::is_network(&b.text))
    };
    named(Some(at)) && (named(at.checked_sub(1)) || named(at.checked_add(1)))
}

fn with_head(draft: Draft, head: Head) -> Draft {
    let mut notices = head.notices;
    notices.extend(draft.notices);
    let mut draft = Draft {
        title: head.title,
        dek: head.dek,
        date: head.date,
        category: head.category,
        byline: head.byline,
        notices,
        ..draft
    };
    draft.take_second_headline();
    draft
}

fn with_body(blocks: &[&Block]) -> Draft {
    let mut draft = Draft::default();
    for (block, is_heading) in blocks.iter().zip(heading::headings(blocks)) {
        match block.shape {
            _ if is_heading => draft.heading(&block.text),
            Shape::Bullet | Shape::Numbered => draft.paragraph(&block.text, Style::Item),
            Shape::Plain | Shape::Underlined => draft.paragraph(&block.text, Style::Prose),
        }
    }
    draft
}
