//! What is marked, by its words and by its place.
//!
//! Apart from finding it again: this is what is stored. It has what the W3C's Web Annotation Data
//! Model calls a text quote selector, and a position beside it.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::{MarkError, Text};

/// A passage of an article: a quotation, what stands around it, and where it stood. It may begin
/// in one heading or paragraph and end in another, which are lines of the quotation then.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// The words.
    pub exact: String,
    /// Up to [`Anchor::AROUND`] characters that stand before them.
    pub prefix: String,
    /// Up to as many that stand after them.
    pub suffix: String,
    /// Where the first word begins.
    pub from: Point,
    /// Where the last one ends.
    pub to: Point,
}

/// A place in an article: between two characters of a heading or paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// Index into the article's sections.
    pub section: usize,
    /// Index into that section's paragraphs; `None` is its heading.
    pub paragraph: Option<usize>,
    /// So many bytes of it stand before.
    pub byte: usize,
}

impl Anchor {
    /// The most characters of a quotation: about a page.
    pub const MOST: usize = 2_000;

    /// The most characters before and after it that are kept, so that one of several like it can be
    /// told from the others.
    pub const AROUND: usize = 32;

    /// That span of the text's bytes, without white space around it.
    ///
    /// # Errors
    /// When there are no words in it, or too many.
    pub fn of(text: &Text, span: Range<usize>) -> Result<Self, MarkError> {
        let all = text.as_str();
        let words = all.get(span.clone()).ok_or(MarkError::Empty)?;
        let start = span.start + (words.len() - words.trim_start().len());
        let exact = words.trim();
        let end = start + exact.len();
        match exact.chars().count() {
            0 => Err(MarkError::Empty),
            1..=Anchor::MOST => Ok(Anchor {
                exact: exact.to_owned(),
                prefix: last(&all[..start], Anchor::AROUND).to_owned(),
                suffix: all[end..].chars().take(Anchor::AROUND).collect(),
                from: text.point(start),
                to: text.point(end),
            }),
            _ => Err(MarkError::Long),
        }
    }

    /// Whether it could have been made of a text.
    pub(super) fn is_valid(&self) -> bool {
        let is_plain =
            |text: &str| !text.contains(|c: char| c.is_control() && c != '\n' && c != '\t');
        let few = |text: &str| text.chars().count() <= Anchor::AROUND && is_plain(text);
        let exact = self.exact.trim();
        (1..=Anchor::MOST).contains(&exact.chars().count())
            && exact == self.exact
            && is_plain(exact)
            && few(&self.prefix)
            && few(&self.suffix)
    }
}

/// So many characters at its end, or all.
fn last(text: &str, number: usize) -> &str {
    let mut starts = text.char_indices().rev().map(|(at, _)| at);
    &text[starts.nth(number - 1).unwrap_or(0)..]
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.paragraph {
            Some(paragraph) => write!(f, "{}.{paragraph}.{}", self.section, self.byte),
            None => write!(f, "{}.h.{}", self.section, self.byte),
        }
    }
}

impl FromStr for Point {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "\"{}\" is no place",
                text.chars().take(40).collect::<String>()
            )
        };
        let number = |text: &str| text.parse().map_err(|_| wrong());
        let parts: Vec<&str> = text.split('.').collect();
        let [section, paragraph, byte] = parts[..] else {
            return Err(wrong());
        };
        Ok(Point {
            section: number(section)?,
            paragraph: match paragraph {
                "h" => None,
                paragraph => Some(number(paragraph)?),
            },
            byte: number(byte)?,
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::article::{Article, Paragraph, Section, Style, parse};

    /// An article with one paragraph on each line, and headings after `# `.
    pub(in crate::study::mark) fn article(lines: &str) -> Article {
        let mut article = parse("tides.txt", b"Tides").article;
        let section = |heading: Option<&str>| Section {
            heading: heading.map(str::to_owned),
            paragraphs: Vec::new(),
        };
        let mut sections = vec![section(None)];
        for line in lines.lines() {
            match line.strip_prefix("# ") {
                Some(heading) => sections.push(section(Some(heading))),
                None => sections.last_mut().unwrap().paragraphs.push(Paragraph {
                    text: line.to_owned(),
                    style: Style::Prose,
                }),
            }
        }
        article.sections = sections;
        article
    }

    const TIDES: &str =
        "The sea comes and goes.\n# Why\nThe Moon pulls at the sea, as does the Sun.";

    #[track_caller]
    fn check(words: &str, expected: Expect) {
        let text = Text::of(&article(TIDES));
        let start = text.as_str().find(words).unwrap();
        let anchor = Anchor::of(&text, start..start + words.len()).unwrap();
        let Anchor {
            exact,
            prefix,
            suffix,
            from,
            to,
        } = &anchor;
        expected.assert_eq(&format!("{prefix:?} {exact:?} {suffix:?} {from} to {to}"));
        assert!(anchor.is_valid());
    }

    #[test]
    fn a_passage_is_kept_with_what_stands_around_it() {
        check(
            " the sea,",
            expect![[
                r#""and goes.\nWhy\nThe Moon pulls at " "the sea," " as does the Sun." 1.0.18 to 1.0.26"#
            ]],
        );
        check(
            "goes.\nWhy\nThe",
            expect![[
                r#""The sea comes and " "goes.\nWhy\nThe" " Moon pulls at the sea, as does " 0.0.18 to 1.0.3"#
            ]],
        );
    }

    #[test]
    fn what_has_no_words_or_too_many_cannot_be_marked() {
        let text = Text::of(&article(&format!("Tides {}", "é".repeat(Anchor::MOST + 1))));
        assert_eq!(Anchor::of(&text, 5..6), Err(MarkError::Empty));
        assert_eq!(Anchor::of(&text, 3..3), Err(MarkError::Empty));
        assert_eq!(Anchor::of(&text, 5..7), Err(MarkError::Empty), "within é");
        assert_eq!(
            Anchor::of(&text, 5..8 + 2 * Anchor::MOST),
            Err(MarkError::Long)
        );
        assert!(Anchor::of(&text, 5..6 + 2 * Anchor::MOST).is_ok());
    }

    #[test]
    fn places_are_read_back() {
        for text in ["0.0.0", "12.h.3", "1.2.345"] {
            assert_eq!(text.parse::<Point>().unwrap().to_string(), text);
        }
        for text in ["", "1.2", "1.2.3.4", "h.h.1", "1.-1.2", "1..2"] {
            assert!(text.parse::<Point>().is_err(), "{text}");
        }
    }
}
