//! The addresses of the page's places, as text after the `#` and back.
//!
//! Apart from the pages, so that every link is made from a [`Route`] and none by hand.

use std::fmt;
use std::str::FromStr;

use crate::article::Slug;
use crate::question::Evidence;

/// A place in the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All articles.
    Library,
    /// One article, and where in it to look.
    Read(Slug, Option<Place>),
    /// The quiz of an article.
    Quiz(Slug),
    /// A quiz of an article on paper.
    Sheet(Slug, Draw),
    /// Questions missed earlier.
    Review,
    /// What was done so far.
    Progress,
    /// What was highlighted and noted.
    Notes,
    /// What can be chosen.
    Settings,
}

/// A place in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A section, from its heading on: index into the article's sections.
    Section(usize),
    /// Some words, to be marked.
    Words(Passage),
}

/// Which questions stand on a sheet of paper: the same wherever it is printed, and in the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draw {
    /// The number by which they are drawn.
    pub seed: u64,
    /// At most so many.
    pub count: usize,
}

/// Some words of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Index into the article's sections.
    pub section: usize,
    /// Index into that section's paragraphs; `None` is its heading.
    pub paragraph: Option<usize>,
    /// First byte in the paragraph's or heading's text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// An address that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown;

impl Route {
    /// The address as a link's target.
    pub fn href(&self) -> String {
        format!("#{self}")
    }

    /// Where the article gives the answer.
    pub fn evidence(article: &Slug, evidence: &Evidence) -> Self {
        Route::Read(article.clone(), Some(Place::Words(evidence.into())))
    }
}

impl Draw {
    /// Where no other is asked for.
    pub const FIRST: Draw = Draw { seed: 1, count: 10 };
}

impl Place {
    /// The section it is in.
    pub fn section(self) -> usize {
        match self {
            Place::Section(section) => section,
            Place::Words(passage) => passage.section,
        }
    }
}

impl From<&Evidence> for Passage {
    fn from(evidence: &Evidence) -> Self {
        Passage {
            section: evidence.section,
            paragraph: evidence.paragraph,
            start: evidence.start,
            end: evidence.end,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Route::Library => f.write_str("/"),
            Route::Read(slug, None) => write!(f, "/read/{slug}"),
            Route::Read(slug, Some(place)) => write!(f, "/read/{slug}?at={place}"),
            Route::Quiz(slug) => write!(f, "/quiz/{slug}"),
            Route::Sheet(slug, Draw { seed, count }) => {
                write!(f, "/sheet/{slug}?seed={seed}&count={count}")
            }
            Route::Review => f.write_str("/review"),
            Route::Progress => f.write_str("/progress"),
            Route::Notes => f.write_str("/notes"),
            Route::Settings => f.write_str("/settings"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Section(section) => write!(f, "{section}"),
            Place::Words(passage) => passage.fmt(f),
        }
    }
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.", self.section)?;
        match self.paragraph {
            Some(paragraph) => write!(f, "{paragraph}.")?,
            None => f.write_str("h.")?,
        }
        write!(f, "{}-{}", self.start, self.end)
    }
}

impl FromStr for Route {
    type Err = Unknown;

    /// Reads what stands after the `#`, with or without a query; nothing at all is the Library.
    fn from_str(text: &str) -> Result<Self, Unknown> {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Ok(Route::Library),
            ["read", slug] => Ok(Route::Read(read_slug(slug)?, read_query(query))),
            ["quiz", slug] => Ok(Route::Quiz(read_slug(slug)?)),
            ["sheet", slug] => Ok(Route::Sheet(read_slug(slug)?, read_draw(query))),
            ["review"] => Ok(Route::Review),
            ["progress"] => Ok(Route::Progress),
            ["notes"] => Ok(Route::Notes),
            ["settings"] => Ok(Route::Settings),
            _ => Err(Unknown),
        }
    }
}

impl FromStr for Place {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Unknown> {
        match text.split('.').collect::<Vec<_>>().as_slice() {
            [section] => Ok(Place::Section(number(section)?)),
            [section, paragraph, span] => {
                let (start, end) = span.split_once('-').ok_or(Unknown)?;
                Ok(Place::Words(Passage {
                    section: number(section)?,
                    paragraph: read_paragraph(paragraph)?,
                    start: number(start)?,
                    end: number(end)?,
                }))
            }
            _ => Err(Unknown),
        }
    }
}

fn read_slug(text: &str) -> Result<Slug, Unknown> {
    text.parse().map_err(|_| Unknown)
}

/// A query that says nothing known still shows the article.
fn read_query(query: &str) -> Option<Place> {
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix("at=")?.parse().ok())
}

/// What cannot be read is as if nothing was asked for.
fn read_draw(query: &str) -> Draw {
    let number = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find_map(|(key, value)| (key == name).then(|| value.parse::<u32>().ok())?)
    };
    let Draw { seed, count } = Draw::FIRST;
    Draw {
        seed: number("seed").map_or(seed, u64::from),
        count: number("count").map_or(count, |count| count as usize),
    }
}

fn read_paragraph(text: &str) -> Result<Option<usize>, Unknown> {
    match text {
        "h" => Ok(None),
        text => number(text).map(Some),
    }
}

fn number(text: &str) -> Result<usize, Unknown> {
    text.parse().map_err(|_| Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug() -> Slug {
        "a-text".parse().unwrap()
    }

    fn words(paragraph: Option<usize>) -> Place {
        Place::Words(Passage {
            section: 2,
            paragraph,
            start: 10,
            end: 99,
        })
    }

    #[test]
    fn every_route_reads_back_as_itself() {
        let routes = [
            Route::Library,
            Route::Read(slug(), None),
            Route::Read(slug(), Some(Place::Section(3))),
            Route::Read(slug(), Some(words(Some(0)))),
            Route::Read(slug(), Some(words(None))),
            Route::Quiz(slug()),
            Route::Sheet(slug(), Draw { seed: 7, count: 99 }),
            Route::Review,
            Route::Progress,
            Route::Notes,
            Route::Settings,
        ];
        for route in routes {
            assert_eq!(route.to_string().parse(), Ok(route));
        }
    }

    #[test]
    fn the_address_of_evidence_is_the_one_in_the_design() {
        let route = Route::Read(slug(), Some(words(Some(1))));
        assert_eq!(route.href(), "#/read/a-text?at=2.1.10-99");
    }

    #[test]
    fn a_sheet_that_asks_for_nothing_known_is_the_first() {
        for query in ["", "?seed=", "?seed=-1&count=x", "?seed=99999999999"] {
            let address = format!("/sheet/a-text{query}");
            assert_eq!(address.parse(), Ok(Route::Sheet(slug(), Draw::FIRST)));
        }
    }

    #[test]
    fn no_address_is_the_library() {
        assert_eq!("".parse(), Ok(Route::Library));
    }

    #[test]
    fn an_unreadable_place_still_shows_the_article() {
        for query in ["at=x", "at=1.2", "at=1.0.9", "at=1.0.-", "other=1", ""] {
            let address = format!("/read/a-text?{query}");
            assert_eq!(address.parse(), Ok(Route::Read(slug(), None)), "{query}");
        }
    }

    #[test]
    fn other_addresses_lead_nowhere() {
        for address in ["/read", "/read/a/b", "/quiz", "/reading", "/settings/x"] {
            assert_eq!(address.parse::<Route>(), Err(Unknown), "{address}");
        }
    }
}
