//! What the Library shows of an article.
//!
//! Apart from the shelf, since a large library has cards of articles that are not compiled in.

use serde::Serialize;

use crate::article::{Article, Date, Slug};
use crate::json::{Json, JsonError};

/// An article in a list of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// The summary line under it.
    pub dek: Option<String>,
    /// The day of publication.
    pub date: Option<Date>,
    /// How long it takes to read.
    pub minutes: usize,
}

impl Card {
    /// The card of an article.
    pub fn of(article: &Article) -> Card {
        Card {
            slug: article.slug.clone(),
            title: article.title.clone(),
            dek: article.dek.clone(),
            date: article.date,
            minutes: article.minutes(),
        }
    }
}

/// A card, as it is written.
pub(crate) fn read_card(json: &Json) -> Result<Card, JsonError> {
    Ok(Card {
        slug: json.get("slug")?.read()?,
        title: json.get("title")?.string()?,
        dek: json.find("dek").map(Json::string).transpose()?,
        date: json.find("date").map(Json::read).transpose()?,
        minutes: json.get("minutes")?.whole()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shelf;

    #[test]
    fn a_card_comes_back() {
        for article in shelf::articles() {
            let card = Card::of(article);
            let written = serde_json::to_string(&card).unwrap();
            let read = Json::parse(&written).and_then(|json| read_card(&json));
            assert_eq!(read, Ok(card));
        }
    }
}
