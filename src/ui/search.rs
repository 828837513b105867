//! Finding articles by their words.
//!
//! Apart from the Library page, which shows what this finds, so that it is tested without a
//! browser.

use crate::article::Article;

/// Whether each word of `query` stands somewhere in the article, in capitals or not: `lower` takes
/// them away. No words are found everywhere.
pub fn finds(article: &Article, query: &str, lower: fn(&str) -> String) -> bool {
    let query = lower(query);
    if query.trim().is_empty() {
        return true;
    }
    let texts: Vec<String> = texts(article).map(lower).collect();
    let mut words = query.split_whitespace();
    words.all(|word| texts.iter().any(|text| text.contains(word)))
}

fn texts(article: &Article) -> impl Iterator<Item = &str> {
    let head = [&article.title].into_iter().chain(&article.dek);
    let body = article.sections.iter().flat_map(|section| {
        let paragraphs = section.paragraphs.iter().map(|paragraph| &paragraph.text);
        section.heading.iter().chain(paragraphs)
    });
    head.chain(body).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Paragraph, Section, Style};

    fn article() -> Article {
        Article {
            slug: "a".parse().unwrap(),
            title: "On Élan".to_owned(),
            dek: Some("A dek".to_owned()),
            date: None,
            category: None,
            byline: Some("Nobody".to_owned()),
            sections: vec![Section {
                heading: Some("First steps".to_owned()),
                paragraphs: vec![Paragraph {
                    text: "Running prose.".to_owned(),
                    style: Style::Prose,
                }],
            }],
            related: Vec::new(),
            minutes: 1,
        }
    }

    #[test]
    fn title_dek_headings_and_text_are_searched() {
        for query in ["élan", "DEK", "first", "prose", "prose steps", "", "  "] {
            assert!(finds(&article(), query, str::to_lowercase), "{query}");
        }
    }

    #[test]
    fn every_word_must_be_there() {
        for query in ["nobody", "prose elsewhere", "stepsrunning"] {
            assert!(!finds(&article(), query, str::to_lowercase), "{query}");
        }
    }
}
