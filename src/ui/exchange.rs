//! What the page and its examiner say to each other, as JSON.
//!
//! Apart from both, since they are two programs; and tested here without a browser.

use serde::Serialize;

use crate::article::Related;
use crate::json::{Json, JsonError};
use crate::question::{self, Bank, Evidence, KindName, Question, QuestionId, Shortage};
use crate::shelf;

/// The examiner's work: the bank of the article that the shelf wrote of, or what was wrong with
/// that.
pub fn answer(request: &str) -> String {
    let article = Json::parse(request).and_then(|json| shelf::read_article(&json));
    match article {
        Ok(article) => {
            let bank = to_json(&question::bank(&article, &shelf::deks()));
            let related = shelf::related_json(&article.slug);
            format!(r#"{{"bank":{bank},"related":{related}}}"#)
        }
        Err(error) => format!(r#"{{"error":{}}}"#, to_json(&error.to_string())),
    }
}

fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("these types have only text keys and finite numbers")
}

/// The bank in the examiner's answer, and the related articles that are no part of the article.
///
/// # Errors
/// What went wrong there, or on the way.
pub fn read(answer: &str) -> Result<(Bank, Vec<Related>), String> {
    let json = Json::parse(answer).map_err(|error| error.to_string())?;
    match (json.find("bank"), json.find("error").map(Json::string)) {
        (Some(bank), _) => read_examined(&json, bank).map_err(|error| error.to_string()),
        (None, Some(Ok(error))) => Err(error),
        (None, _) => Err("no reason given".to_owned()),
    }
}

fn read_examined(json: &Json, bank: &Json) -> Result<(Bank, Vec<Related>), JsonError> {
    let related = match json.find("related") {
        Some(all) => all.list(shelf::read_related)?,
        None => Vec::new(),
    };
    Ok((read_bank(bank)?, related))
}

fn read_bank(json: &Json) -> Result<Bank, JsonError> {
    Ok(Bank {
        article: json.get("article")?.read()?,
        questions: json.get("questions")?.list(read_question)?,
        shortage: json.find("shortage").map(read_shortage).transpose()?,
    })
}

fn read_question(json: &Json) -> Result<Question, JsonError> {
    Ok(Question {
        id: QuestionId::new(json.get("id")?.string()?),
        article: json.get("article")?.read()?,
        kind: read_kind(json.get("kind")?)?,
        stem: json.get("stem")?.string()?,
        options: json.get("options")?.list(Json::string)?,
        keys: json.get("keys")?.list(Json::whole)?,
        accepted: json.get("accepted")?.list(Json::string)?,
        evidence: read_evidence(json.get("evidence")?)?,
        explanation: json.get("explanation")?.string()?,
        elsewhere: match json.find("elsewhere") {
            Some(all) => all.list(Json::string)?,
            None => Vec::new(),
        },
        score: json.get("score")?.number()? as f32,
    })
}

fn read_evidence(json: &Json) -> Result<Evidence, JsonError> {
    Ok(Evidence {
        section: json.get("section")?.whole()?,
        paragraph: json.find("paragraph").map(Json::whole).transpose()?,
        start: json.get("start")?.whole()?,
        end: json.get("end")?.whole()?,
        text: json.get("text")?.string()?,
    })
}

fn read_kind(json: &Json) -> Result<KindName, JsonError> {
    let word = json.text()?;
    let mut kinds = KindName::ALL.into_iter();
    let kind = kinds.find(|kind| kind.as_str() == word);
    kind.ok_or_else(|| json.misshapen())
}

fn read_shortage(json: &Json) -> Result<Shortage, JsonError> {
    match json.text()? {
        "empty" => Ok(Shortage::Empty),
        "toofewsentences" => Ok(Shortage::TooFewSentences),
        "nothingtoask" => Ok(Shortage::NothingToAsk),
        _ => Err(json.misshapen()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bank_comes_back() {
        let article = &shelf::articles()[0];
        let request = shelf::json(&article.slug).unwrap();
        assert_eq!(
            read(&answer(request)),
            Ok((question::bank(article, &shelf::deks()), Vec::new()))
        );
    }

    #[test]
    fn related_articles_come_with_the_questions() {
        let answer = r#"{"bank": {"article": "tides", "questions": []}, "related": [{"blurb": "On moons."}]}"#;
        let (_, related) = read(answer).unwrap();
        assert_eq!(related.len(), 1);
        assert_eq!(related[0].blurb, "On moons.");
    }

    #[test]
    fn an_unreadable_request_is_answered_with_an_error() {
        let error = read(&answer("{}")).unwrap_err();
        assert!(error.contains("line 1"), "{error}");
    }

    #[test]
    fn an_unreadable_answer_is_an_error() {
        assert!(read("?").is_err());
        assert_eq!(read("{}").unwrap_err(), "no reason given");
    }
}
