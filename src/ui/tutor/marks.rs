//! What the reader has highlighted and noted: at the end of its article, on a page of all, and what
//! is done with it.
//!
//! Apart from the page: where a mark stands in a text is reckoned here, and `assets/marks.js`, which
//! paints it and sees what is selected, only hears of characters to count.

mod deed;
mod list;
mod markdown;
mod tools;

use serde::Serialize;

use super::Tutor;
use super::node::{Node, el};
use crate::article::{Article, Slug};
use crate::study::{Fit, Mark, Piece, Point, Text};
use crate::ui::route::{Passage, Place, Route};

/// A mark, and where it stands now.
struct Placed<'a> {
    mark: &'a Mark,
    place: Standing,
}

/// Where a mark stands in its article as it is now. They sort as they are listed.
#[derive(Clone, Debug, PartialEq)]
enum Standing {
    /// In these headings and paragraphs.
    Found(Vec<Piece>, Fit),
    /// Nowhere.
    Lost,
    /// The page has not told of the article.
    Unknown,
}

/// What `assets/marks.js` is told of an article's marks.
#[derive(Serialize)]
struct Told<'a> {
    article: &'a str,
    marks: Vec<ToldMark<'a>>,
}

/// Of each mark the note, and where it is to be painted: the heading or paragraph, and the first unit
/// of UTF-16 in it and the one after the last.
#[derive(Serialize)]
struct ToldMark<'a> {
    id: &'a str,
    exact: &'a str,
    note: &'a str,
    changed: String,
    at: Vec<(String, usize, usize)>,
}

impl Tutor {
    /// The marks of an article, for its end.
    pub(super) fn marks(&self, slug: &str) -> Vec<Node> {
        let Some(article) = slug.parse().ok().and_then(|slug| self.article(&slug)) else {
            return Vec::new();
        };
        let (text, placed) = (Text::of(article), self.placed(&article.slug));
        let told = el("data")
            .with("hidden", "")
            .with("value", told(article, &text, &placed));
        let mut nodes = vec![tools::nodes().into(), told.into()];
        nodes.extend(list::section(
            &article.slug,
            &placed,
            self.can_unmark_again(),
        ));
        nodes
    }

    /// All marks, those of an article together; first the article in which something was marked last.
    pub(super) fn notes(&self) -> Vec<Node> {
        let articles: Vec<_> = self
            .marked()
            .into_iter()
            .map(|slug| {
                let placed = self.placed(&slug);
                (self.title(&slug), slug, placed)
            })
            .collect();
        list::page(&articles, self.can_unmark_again())
    }

    /// The articles in which something is marked, by the latest mark.
    fn marked(&self) -> Vec<Slug> {
        let mut slugs: Vec<Slug> = Vec::new();
        for mark in self.ledger.marks().into_iter().rev() {
            if !slugs.contains(&mark.article) {
                slugs.push(mark.article.clone());
            }
        }
        slugs
    }

    /// The marks of an article in the order of its text; those that are not found come last.
    fn placed(&self, slug: &Slug) -> Vec<Placed<'_>> {
        let text = self.article(slug).map(Text::of);
        let marks = self.ledger.marks().into_iter();
        let mut placed: Vec<_> = marks
            .filter(|mark| mark.article == *slug)
            .map(|mark| Placed {
                mark,
                place: standing(mark, text.as_ref()),
            })
            .collect();
        placed.sort_by_key(|it| (it.first().is_none(), it.first(), it.mark.anchor.from));
        placed
    }

    /// The article's title, or what its name has of it.
    fn title(&self, slug: &Slug) -> String {
        let article = self.article(slug);
        article.map_or_else(|| slug.as_str().replace('-', " "), |it| it.title.clone())
    }
}

impl Placed<'_> {
    fn first(&self) -> Option<Point> {
        match &self.place {
            Standing::Found(pieces, _) => pieces.first().map(|piece| piece.from),
            Standing::Lost | Standing::Unknown => None,
        }
    }

    /// Where a link to it leads: to its first words, or to the article.
    fn route(&self) -> Route {
        let words = match &self.place {
            Standing::Found(pieces, _) => pieces.first(),
            Standing::Lost | Standing::Unknown => None,
        };
        let passage = words.map(|piece| Passage {
            section: piece.from.section,
            paragraph: piece.from.paragraph,
            start: piece.from.byte,
            end: piece.end,
        });
        Route::Read(self.mark.article.clone(), passage.map(Place::Words))
    }
}

fn standing(mark: &Mark, text: Option<&Text>) -> Standing {
    let Some(text) = text else {
        return Standing::Unknown;
    };
    match mark.anchor.find(text) {
        Some(found) => Standing::Found(text.pieces(&found.span), found.fit),
        None => Standing::Lost,
    }
}

/// Those that are found, and the others without a place.
fn told(article: &Article, text: &Text, placed: &[Placed<'_>]) -> String {
    let marks = placed.iter().map(|Placed { mark, place }| ToldMark {
        id: mark.id.as_str(),
        exact: &mark.anchor.exact,
        note: &mark.note,
        changed: mark.changed.0.to_string(),
        at: match place {
            Standing::Found(pieces, _) => pieces.iter().map(|it| painted(it, text)).collect(),
            Standing::Lost | Standing::Unknown => Vec::new(),
        },
    });
    let told = Told {
        article: article.slug.as_str(),
        marks: marks.collect(),
    };
    serde_json::to_string(&told).expect("texts and numbers can be written")
}

/// A piece in units of UTF-16.
fn painted(piece: &Piece, text: &Text) -> (String, usize, usize) {
    let Point {
        section,
        paragraph,
        byte,
    } = piece.from;
    let words = text.block(section, paragraph).unwrap_or_default();
    let units = |to: usize| words.get(..to).unwrap_or_default().encode_utf16().count();
    let paragraph = paragraph.map_or_else(|| "h".to_owned(), |paragraph| paragraph.to_string());
    (
        format!("{section}.{paragraph}"),
        units(byte),
        units(piece.end),
    )
}

/// A place counted in units of UTF-16 as one counted in bytes: between the characters that are there.
fn in_bytes(point: Point, text: &Text) -> Option<Point> {
    let words = text.block(point.section, point.paragraph)?;
    let mut units = 0;
    let before = words.chars().take_while(|c| {
        units += c.len_utf16();
        units <= point.byte
    });
    Some(Point {
        byte: before.map(char::len_utf8).sum(),
        ..point
    })
}

#[cfg(test)]
mod tests;
