//! What the page and its examiner say to each other, as JSON.
//!
//! Apart from both, since they are two programs; and tested here without a browser.

use serde::{Deserialize, Serialize};

use crate::article::{Article, Slug};
use crate::question::{self, Bank};

/// The page asks for the questions of an article.
#[derive(Serialize)]
struct Request<'a> {
    id: &'a Slug,
    article: &'a Article,
}

#[derive(Deserialize)]
struct Received {
    id: Slug,
    article: Article,
}

/// The examiner answers with one or the other.
#[derive(Serialize, Deserialize)]
struct Reply {
    id: Option<Slug>,
    bank: Option<Bank>,
    error: Option<String>,
}

/// What to post to the examiner.
pub fn request(article: &Article) -> String {
    to_json(&Request {
        id: &article.slug,
        article,
    })
}

/// The examiner's work: the bank of the article in the request, or what was wrong with that.
pub fn answer(request: &str) -> String {
    let reply = match serde_json::from_str::<Received>(request) {
        Ok(Received { id, article }) => Reply {
            id: Some(id),
            bank: Some(question::bank(&article)),
            error: None,
        },
        Err(error) => Reply {
            id: None,
            bank: None,
            error: Some(error.to_string()),
        },
    };
    to_json(&reply)
}

/// The bank in the examiner's answer.
///
/// # Errors
/// What went wrong there, or on the way.
pub fn read(answer: &str) -> Result<Bank, String> {
    let reply: Reply = serde_json::from_str(answer).map_err(|error| error.to_string())?;
    let error = reply.error.unwrap_or_else(|| "no reason given".to_owned());
    reply.bank.ok_or(error)
}

fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("these types have only text keys and finite numbers")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article() -> Article {
        Article {
            slug: "a-text".parse().unwrap(),
            title: "A text".to_owned(),
            dek: None,
            date: None,
            category: None,
            byline: None,
            sections: Vec::new(),
            related: Vec::new(),
        }
    }

    #[test]
    fn the_bank_comes_back() {
        let bank = read(&answer(&request(&article())));
        assert_eq!(bank, Ok(question::bank(&article())));
    }

    #[test]
    fn an_unreadable_request_is_answered_with_an_error() {
        let error = read(&answer("{}")).unwrap_err();
        assert!(error.contains("missing field"), "{error}");
    }

    #[test]
    fn an_unreadable_answer_is_an_error() {
        assert!(read("?").is_err());
        assert_eq!(read("{}").unwrap_err(), "no reason given");
    }
}
