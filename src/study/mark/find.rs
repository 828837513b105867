//! Finding a passage again in an article that may have changed.
//!
//! Apart from what is stored of it. In this order: the same words at the same place; the same words
//! elsewhere, where what stands around them fits best; nearly the same words; and then it is not
//! found, which is no reason to lose it.

use std::cmp::Reverse;
use std::ops::Range;

use super::{Anchor, Text};

/// A quotation of so many characters is not there by chance. A shorter one, which may stand in a text
/// more than once, is taken for the passage only where [`FITTING`] characters around it are as
/// before, or where it is the only one of its words and has [`TELLING`] characters.
const LONG: usize = 32;

/// So many characters tell what they are about, where they are exactly the same.
const TELLING: usize = 12;

/// So many characters around a short quotation have to be as before, or all where there were fewer.
const FITTING: usize = 8;

/// Nearly the same: of so many characters one may be another, be missing or be new.
const ONE_IN: usize = 5;

/// The most cells of the table in which nearly the same words are looked for: some hundredths of a
/// second. Of a text so long that it would take more, only what is near the old place is looked
/// through; a quotation of 200 characters is looked for in 80,000.
const MOST_CELLS: usize = 16_000_000;

/// Where a passage stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The bytes of the text.
    pub span: Range<usize>,
    /// How well that fits.
    pub fit: Fit,
}

/// How what was found fits what was marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The same words.
    Same,
    /// Words that have been changed a little.
    Near,
}

/// The end of a stretch of text, in the table: by how many edits it differs from as much of the
/// quotation as its row has, and where it begins.
#[derive(Clone, Copy)]
struct Cell {
    edits: usize,
    start: usize,
}

impl Anchor {
    /// Where it stands in the text; `None` where that cannot be told.
    pub fn find(&self, text: &Text) -> Option<Found> {
        let found = self.in_place(text).or_else(|| self.elsewhere(text));
        let same = |span| Found {
            span,
            fit: Fit::Same,
        };
        found.map(same).or_else(|| self.nearly(text))
    }

    fn in_place(&self, text: &Text) -> Option<Range<usize>> {
        let start = text.at(self.from)?;
        let is_there = text.as_str()[start..].starts_with(&self.exact);
        is_there.then(|| start..start + self.exact.len())
    }

    fn elsewhere(&self, text: &Text) -> Option<Range<usize>> {
        let home = text.near(self.from);
        let found = text.as_str().match_indices(&self.exact);
        let spans: Vec<_> = found
            .map(|(start, _)| start..start + self.exact.len())
            .collect();
        let is_telling = spans.len() == 1 && self.exact.chars().count() >= TELLING;
        let best = spans.into_iter().max_by_key(|span| {
            let away = span.start.abs_diff(home);
            (self.fitting(text, span), Reverse(away))
        });
        best.filter(|span| is_telling || self.is_told_apart(text, span))
    }

    fn nearly(&self, text: &Text) -> Option<Found> {
        let words: Vec<char> = self.exact.chars().collect();
        let home = text.near(self.from);
        let reach = MOST_CELLS / words.len().max(1) / 2;
        let all = text.as_str();
        let window = all.floor_char_boundary(home.saturating_sub(reach))
            ..all.ceil_char_boundary(home.saturating_add(reach));
        let (edits, span) = nearest(&words, &all[window.clone()], home - window.start)?;
        let span = window.start + span.start..window.start + span.end;
        let is_near = edits * ONE_IN <= words.len() && self.is_told_apart(text, &span);
        is_near.then_some(Found {
            span,
            fit: Fit::Near,
        })
    }

    fn is_told_apart(&self, text: &Text, span: &Range<usize>) -> bool {
        let around = self.prefix.chars().count() + self.suffix.chars().count();
        self.exact.chars().count() >= LONG || self.fitting(text, span) >= around.min(FITTING)
    }

    /// How many characters next to the span are as before.
    fn fitting(&self, text: &Text, span: &Range<usize>) -> usize {
        let (before, after) = (&text.as_str()[..span.start], &text.as_str()[span.end..]);
        alike(before.chars().rev(), self.prefix.chars().rev())
            + alike(after.chars(), self.suffix.chars())
    }
}

/// How many characters are the same, up to the first that is not.
fn alike(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .count()
}

/// The stretch of the text that is the fewest edits away from the words; of several the one
/// nearest to `home`. This is Sellers' way: a table of edit distances whose first row is all
/// zeros, so that a stretch may begin anywhere, column by column.
fn nearest(words: &[char], text: &str, home: usize) -> Option<(usize, Range<usize>)> {
    let mut column: Vec<Cell> = (0..=words.len())
        .map(|edits| Cell { edits, start: 0 })
        .collect();
    let mut best: Option<((usize, usize), Range<usize>)> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        step(&mut column, words, c, end);
        let Cell { edits, start } = column[words.len()];
        let key = (edits, start.abs_diff(home));
        if start < end && best.as_ref().is_none_or(|(best, _)| key < *best) {
            best = Some((key, start..end));
        }
    }
    best.map(|((edits, _), span)| (edits, span))
}

/// The next column, of the character that ends at `end`.
fn step(column: &mut [Cell], words: &[char], c: char, end: usize) {
    let mut diagonal = column[0];
    column[0] = Cell {
        edits: 0,
        start: end,
    };
    for (row, word) in words.iter().enumerate() {
        let before = column[row + 1];
        let above = column[row];
        let replaced = Cell {
            edits: diagonal.edits + usize::from(*word != c),
            ..diagonal
        };
        let new = |cell: Cell| Cell {
            edits: cell.edits + 1,
            ..cell
        };
        let least = if new(before).edits < replaced.edits {
            new(before)
        } else {
            replaced
        };
        column[row + 1] = if new(above).edits < least.edits {
            new(above)
        } else {
            least
        };
        diagonal = before;
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::super::anchor::tests::article;
    use super::*;

    /// What is marked stands between brackets; what is found of it, in the text after it changed.
    #[track_caller]
    fn check(before: &str, after: &str, expected: Expect) {
        let (start, end) = (before.find('[').unwrap(), before.find(']').unwrap() - 1);
        let text = Text::of(&article(&before.replace(['[', ']'], "")));
        let anchor = Anchor::of(&text, start..end).unwrap();
        let text = Text::of(&article(after));
        let shown = anchor.find(&text).map(|Found { span, fit }| {
            let (from, all) = (text.point(span.start), text.as_str());
            format!("{fit:?} {from} {:?}", &all[span])
        });
        expected.assert_eq(&shown.unwrap_or_else(|| "not found".to_owned()));
    }

    const BEFORE: &str = "The sea rises.\nThe Moon pulls at [the sea], and the sea follows.";

    #[test]
    fn what_did_not_change_is_where_it_was() {
        check(
            BEFORE,
            &BEFORE.replace(['[', ']'], ""),
            expect![[r#"Same 0.1.18 "the sea""#]],
        );
    }

    #[test]
    fn what_moved_is_found_by_what_stands_around_it() {
        check(
            BEFORE,
            "New.\n# Why\nBut the sea?\nThe Moon pulls at the sea, and the sea follows.",
            expect![[r#"Same 1.1.18 "the sea""#]],
        );
        check(
            BEFORE,
            "The sea rises.\nSo the Moon pulls at the sea.",
            expect![[r#"Same 0.1.21 "the sea""#]],
        );
    }

    #[test]
    fn the_only_one_of_its_words_is_found_anywhere() {
        check(
            "The Moon pulls. [It is far away.] So it goes.",
            "It is far away. What is? The Moon, which pulls.",
            expect![[r#"Same 0.0.0 "It is far away.""#]],
        );
    }

    #[test]
    fn of_several_alike_the_nearest_is_taken() {
        let twice = "The tide turns here. The tide turns here. [The tide turns here.] The tide turns here. The tide turns here.";
        let after = twice.replace(['[', ']'], "");
        check(
            twice,
            &after,
            expect![[r#"Same 0.0.42 "The tide turns here.""#]],
        );
        check(
            twice,
            &after.replacen("The", "A", 1),
            expect![[r#"Same 0.0.40 "The tide turns here.""#]],
        );
    }

    #[test]
    fn a_few_words_elsewhere_are_not_taken_for_those_that_are_gone() {
        check(
            BEFORE,
            "The sea rises.\nNothing pulls at it, but the sea follows.",
            expect!["not found"],
        );
        check(
            "[Tides] rise.",
            "It is said that Tides fall.",
            expect!["not found"],
        );
    }

    #[test]
    fn small_changes_within_it_do_no_harm() {
        check(
            "[The Moon pulls at the sea, and it folows.] So it is.",
            "“The Moon pulls on the sea, and it follows.” So it is.",
            expect![[r#"Near 0.0.3 "The Moon pulls on the sea, and it follows.""#]],
        );
        check(
            "They [recieve] it every day.",
            "They receive it every day.",
            expect![[r#"not found"#]],
        );
        check(
            "The Moon and [the Sun both pull at the sea.\nIt follows] them twice a day.",
            "The Moon and the Sun both pull at the sea. It follows them twice a day.",
            expect![[r#"Near 0.0.13 "the Sun both pull at the sea. It follows""#]],
        );
    }

    #[test]
    fn what_is_gone_or_rewritten_is_not_found() {
        let before = "The sea rises. [The Moon pulls at the sea, and it follows.] So it is.";
        check(before, "", expect!["not found"]);
        check(before, "The sea rises. So it is.", expect!["not found"]);
        check(
            before,
            "The sea rises. It is drawn by the Moon, whom it obeys. So it is.",
            expect!["not found"],
        );
    }

    #[test]
    fn the_longest_quotation_in_a_long_text_takes_bounded_time() {
        let words: String = (0..60_000)
            .map(|at| format!("w{} ", at * 7919 % 60_000))
            .collect();
        let text = Text::of(&article(&words));
        let mut anchor = Anchor::of(&text, 90_000..91_990).unwrap();
        anchor.exact.insert(1_000, '?');
        let found = anchor.find(&text).unwrap();
        assert_eq!(
            (text.point(found.span.start).byte, found.fit),
            (90_000, Fit::Near)
        );
    }

    const WORDS: &str = "The Moon pulls at the sea, and the sea follows. Twice a day it rises, é!\n# Why tides differ\nNobody knew, for long, why the tides differ: the Sun pulls too.\nWhere both pull one way, the tides are high, and they are called spring tides.";

    fn any_span(text: &Text, one: Index, other: Index) -> Range<usize> {
        let ends = text.as_str().char_indices().map(|(at, _)| at);
        let ends: Vec<_> = ends.chain([text.as_str().len()]).collect();
        let (one, other) = (*one.get(&ends), *other.get(&ends));
        one.min(other)..one.max(other)
    }

    proptest! {
        #[test]
        fn a_mark_holds_its_quotation(one: Index, other: Index) {
            let text = Text::of(&article(WORDS));
            if let Ok(anchor) = Anchor::of(&text, any_span(&text, one, other)) {
                let found = anchor.find(&text).unwrap();
                prop_assert_eq!(&text.as_str()[found.span.clone()], &anchor.exact);
                prop_assert_eq!((text.at(anchor.from), text.at(anchor.to)), (Some(found.span.start), Some(found.span.end)));
                let pieces = text.pieces(&found.span).into_iter().map(|piece| {
                    let block = text.block(piece.from.section, piece.from.paragraph).unwrap();
                    &block[piece.from.byte..piece.end]
                });
                let quoted: Vec<_> = anchor.exact.split('\n').filter(|line| !line.is_empty()).collect();
                prop_assert_eq!(pieces.collect::<Vec<_>>(), quoted);
            }
        }

        #[test]
        fn edits_elsewhere_leave_it_found(
            one: Index, other: Index, at: Index, gone in 0..30_usize, new in "[a-z .é]{0,30}"
        ) {
            let before = WORDS.replace("# ", "");
            let text = Text::of(&article(&before));
            if let Ok(anchor) = Anchor::of(&text, any_span(&text, one, other)) {
                let marked = text.at(anchor.from).unwrap()..text.at(anchor.to).unwrap();
                let cut = at.index(before.len());
                let cut = before.floor_char_boundary(cut)..before.ceil_char_boundary((cut + gone).min(before.len()));
                let kept = marked.start.saturating_sub(8)..marked.end + 8;
                let is_elsewhere = cut.end <= kept.start || cut.start >= kept.end
                    || anchor.exact.chars().count() >= LONG && (cut.end <= marked.start || cut.start >= marked.end);
                if is_elsewhere {
                    let mut after = before.clone();
                    after.replace_range(cut, &new);
                    let text = Text::of(&article(&after));
                    let found = anchor.find(&text).unwrap();
                    prop_assert_eq!(&text.as_str()[found.span.clone()], &anchor.exact);
                }
            }
        }

        #[test]
        fn whatever_became_of_the_text_what_is_found_is_close(
            one: Index, other: Index, after in "([a-zé .]{0,30}(the (sea|tides|Sun))?\n?){0,8}"
        ) {
            let text = Text::of(&article(WORDS));
            if let Ok(anchor) = Anchor::of(&text, any_span(&text, one, other)) {
                let text = Text::of(&article(&after));
                if let Some(Found { span, fit }) = anchor.find(&text) {
                    let found = &text.as_str()[span];
                    let most = match fit {
                        Fit::Same => 0,
                        Fit::Near => anchor.exact.chars().count() / ONE_IN,
                    };
                    let long = anchor.exact.chars().count().abs_diff(found.chars().count());
                    prop_assert!(long <= most, "{:?} for {:?}", found, anchor.exact);
                }
            }
        }
    }
}
