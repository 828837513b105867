//! What the page and its examiner say to each other, as JSON.
//!
//! Apart from both, since they are two programs; and tested here without a browser.

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::question::{self, Bank};

/// The page asks for the questions of an article, with what the shelf holds of it.
#[derive(Deserialize)]
struct Request {
    article: Article,
}

/// The examiner answers with one or the other.
#[derive(Serialize, Deserialize)]
struct Reply {
    bank: Option<Bank>,
    error: Option<String>,
}

/// The examiner's work: the bank of the article in the request, or what was wrong with that.
pub fn answer(request: &str) -> String {
    let reply = match serde_json::from_str::<Request>(request) {
        Ok(Request { article }) => Reply {
            bank: Some(question::bank(&article)),
            error: None,
        },
        Err(error) => Reply {
            bank: None,
            error: Some(error.to_string()),
        },
    };
    serde_json::to_string(&reply).expect("these types have only text keys and finite numbers")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shelf;

    #[test]
    fn the_bank_comes_back() {
        let article = &shelf::articles()[0];
        let request = shelf::json(&article.slug).unwrap();
        assert_eq!(read(&answer(request)), Ok(question::bank(article)));
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
