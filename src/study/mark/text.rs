//! An article's words as one text, in which a passage may begin in one paragraph and end in
//! another.
//!
//! Apart from the article, whose paragraphs are shown and asked about one by one.

use std::ops::Range;

use super::Point;
use crate::article::Article;

/// The headings and paragraphs of an article, each on a line of its own.
#[derive(Clone, Debug)]
pub struct Text {
    words: String,
    blocks: Vec<Block>,
}

/// What of a passage stands in one heading or paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins.
    pub from: Point,
    /// The byte after its last, in the same heading or paragraph.
    pub end: usize,
}

/// A heading or paragraph, and the bytes of the text that are its own.
#[derive(Clone, Debug)]
struct Block {
    section: usize,
    paragraph: Option<usize>,
    bytes: Range<usize>,
}

impl Text {
    /// The words of that article.
    pub fn of(article: &Article) -> Self {
        let mut text = Text {
            words: String::new(),
            blocks: Vec::new(),
        };
        for (index, section) in article.sections.iter().enumerate() {
            if let Some(heading) = &section.heading {
                text.push(index, None, heading);
            }
            for (at, paragraph) in section.paragraphs.iter().enumerate() {
                text.push(index, Some(at), &paragraph.text);
            }
        }
        text
    }

    /// All of it.
    pub fn as_str(&self) -> &str {
        &self.words
    }

    /// The words of a heading or paragraph.
    pub fn block(&self, section: usize, paragraph: Option<usize>) -> Option<&str> {
        let block = self.find(section, paragraph)?;
        self.words.get(block.bytes.clone())
    }

    /// Where in the whole text a point is, if it is there and between characters.
    pub fn at(&self, point: Point) -> Option<usize> {
        let block = self.find(point.section, point.paragraph)?;
        let at = block.bytes.start.checked_add(point.byte)?;
        (at <= block.bytes.end && self.words.is_char_boundary(at)).then_some(at)
    }

    /// The same, or the nearest to it that is left.
    pub(super) fn near(&self, point: Point) -> usize {
        let key =
            |block: &&Block| (block.section, block.paragraph) <= (point.section, point.paragraph);
        let block = self.blocks.iter().rev().find(key);
        let at = block.map_or(0, |block| block.bytes.start.saturating_add(point.byte));
        self.words.floor_char_boundary(at)
    }

    /// The place of a byte of the whole text. What ends a line belongs to that line.
    pub fn point(&self, at: usize) -> Point {
        let block = self.blocks.iter().find(|block| at <= block.bytes.end);
        let block = block.or(self.blocks.last());
        block.map_or_else(Point::default, |block| Point {
            section: block.section,
            paragraph: block.paragraph,
            byte: at.clamp(block.bytes.start, block.bytes.end) - block.bytes.start,
        })
    }

    /// A passage by its headings and paragraphs, in order; those of which it has nothing are left out.
    pub fn pieces(&self, span: &Range<usize>) -> Vec<Piece> {
        let piece = |block: &Block| {
            let start = span.start.max(block.bytes.start);
            let end = span.end.min(block.bytes.end);
            let from = Point {
                section: block.section,
                paragraph: block.paragraph,
                byte: start.saturating_sub(block.bytes.start),
            };
            let end = end.saturating_sub(block.bytes.start);
            (from.byte < end).then_some(Piece { from, end })
        };
        self.blocks.iter().filter_map(piece).collect()
    }

    fn push(&mut self, section: usize, paragraph: Option<usize>, words: &str) {
        if !self.blocks.is_empty() {
            self.words.push('\n');
        }
        let start = self.words.len();
        self.words.push_str(words);
        self.blocks.push(Block {
            section,
            paragraph,
            bytes: start..self.words.len(),
        });
    }

    fn find(&self, section: usize, paragraph: Option<usize>) -> Option<&Block> {
        let is_it = |block: &&Block| (block.section, block.paragraph) == (section, paragraph);
        self.blocks.iter().find(is_it)
    }
}

#[cfg(test)]
mod tests {
    use super::super::anchor::tests::article;
    use super::*;

    #[test]
    fn a_passage_over_paragraphs_has_a_piece_in_each() {
        let text = Text::of(&article("One é.\n# Two\nThree."));
        assert_eq!(text.as_str(), "One é.\nTwo\nThree.");
        let pieces = text.pieces(&(4..13));
        let pieces: Vec<_> = pieces
            .iter()
            .map(|it| (it.from.to_string(), it.end))
            .collect();
        let expected = [("0.0.4", 7), ("1.h.0", 3), ("1.0.0", 1)];
        assert_eq!(pieces, expected.map(|(from, end)| (from.to_owned(), end)));
        assert_eq!(text.pieces(&(7..8)), [], "between lines is nothing");
    }

    #[test]
    fn every_byte_has_a_place_and_comes_back() {
        let text = Text::of(&article("One é.\n# Two\nThree."));
        for at in 0..=text.as_str().len() {
            if text.as_str().is_char_boundary(at) {
                assert_eq!(text.at(text.point(at)), Some(at));
            }
        }
        assert_eq!(text.at("0.0.5".parse().unwrap()), None, "within é");
        assert_eq!(text.at("0.0.8".parse().unwrap()), None, "behind the end");
        assert_eq!(text.at("3.0.0".parse().unwrap()), None);
    }

    #[test]
    fn a_place_that_is_gone_has_one_near_it() {
        let text = Text::of(&article("One é.\n# Two\nThree."));
        assert_eq!(text.near("0.0.5".parse().unwrap()), 4);
        assert_eq!(text.near("0.7.0".parse().unwrap()), 0);
        assert_eq!(text.near("9.9.99".parse().unwrap()), 18);
        assert_eq!(Text::of(&article("")).near("1.1.1".parse().unwrap()), 0);
    }
}
