//! What the page and the worker of a large library say to each other.
//!
//! Apart from both: the worker is `assets/library.js`, which only a large library has. What it is
//! asked are lines of text, and it answers with JSON.

use crate::article::{Article, Slug};
use crate::json::{Json, JsonError};
use crate::shelf::{self, Card};

/// What `readback finish` writes into the page of a large library.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Start {
    /// The worker's script.
    pub worker: String,
    /// How many articles there are.
    pub count: usize,
    /// The first of them.
    pub cards: Vec<Card>,
}

/// What was found in the Library.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The first of them.
    pub cards: Vec<Card>,
    /// How many there are.
    pub number: usize,
    /// How many lists have not been searched yet.
    pub rest: usize,
    /// Why not all of it could be searched, in a sentence.
    pub error: Option<String>,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// To [`find`].
    Found(Found),
    /// To [`open`].
    Opened {
        /// The article's name.
        slug: Slug,
        /// The text of its file; none where there is no such article.
        text: Option<String>,
        /// Why it cannot be had, in a sentence.
        error: Option<String>,
    },
}

/// Asks for articles that have all words of the query.
pub fn find(query: &str, most: usize) -> String {
    format!("find\n{most}\n{query}")
}

/// Asks for the text of an article.
pub fn open(slug: &Slug) -> String {
    format!("open\n{slug}")
}

/// What the worker answered.
///
/// # Errors
/// When it is no answer.
pub fn read(answer: &str) -> Result<Answer, String> {
    let json = Json::parse(answer);
    let answer = json.and_then(|json| read_answer(&json));
    answer.map_err(|error| error.to_string())
}

/// What stands in the page, if it can be read.
pub fn read_start(text: &str) -> Option<Start> {
    let json = Json::parse(text).ok()?;
    Some(Start {
        worker: json.get("worker").and_then(Json::string).ok()?,
        count: json.get("count").and_then(Json::whole).ok()?,
        cards: read_cards(&json).ok()?,
    })
}

/// The article in the text of its file.
///
/// # Errors
/// When there is none, in a sentence.
pub fn read_article(text: &str) -> Result<Article, String> {
    let article = Json::parse(text).and_then(|json| shelf::read_article(&json));
    article.map_err(|error| format!("This article cannot be read: {error}."))
}

fn read_answer(json: &Json) -> Result<Answer, JsonError> {
    let text = |key| json.find(key).map(Json::string).transpose();
    Ok(match json.find("slug") {
        Some(slug) => Answer::Opened {
            slug: slug.read()?,
            text: text("text")?,
            error: text("error")?,
        },
        None => Answer::Found(Found {
            cards: read_cards(json)?,
            number: json.get("found")?.whole()?,
            rest: json.get("rest")?.whole()?,
            error: text("error")?,
        }),
    })
}

fn read_cards(json: &Json) -> Result<Vec<Card>, JsonError> {
    json.get("cards")?.list(shelf::read_card)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> Card {
        Card::of(&shelf::articles()[0])
    }

    #[test]
    fn the_page_of_a_large_library_is_told_where_it_is() {
        let cards = vec![card()];
        let data = serde_json::json!({ "worker": "./library-1.js", "count": 1000, "cards": cards });
        let start = Start {
            worker: "./library-1.js".to_owned(),
            count: 1000,
            cards,
        };
        assert_eq!(read_start(&data.to_string()), Some(start));
        assert_eq!(read_start("{}"), None);
    }

    #[test]
    fn an_article_comes_whole_or_not_at_all() {
        let article = &shelf::articles()[0];
        let text = serde_json::json!({ "article": article }).to_string();
        assert_eq!(read_article(&text).as_ref(), Ok(article));
        let error = read_article(&text[..text.len() / 2]).unwrap_err();
        assert!(
            error.starts_with("This article cannot be read: "),
            "{error}"
        );
        let answer = serde_json::json!({ "slug": article.slug, "text": text, "error": null });
        let opened = Answer::Opened {
            slug: article.slug.clone(),
            text: Some(text),
            error: None,
        };
        assert_eq!(read(&answer.to_string()), Ok(opened));
    }

    #[test]
    fn what_is_found_may_be_a_part() {
        let answer = r#"{"query":"x","cards":[],"found":0,"rest":2,"error":"Away."}"#;
        let found = Found {
            rest: 2,
            error: Some("Away.".to_owned()),
            ..Found::default()
        };
        assert_eq!(read(answer), Ok(Answer::Found(found)));
        assert!(read("{}").is_err());
    }
}
