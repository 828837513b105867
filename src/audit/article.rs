//! The article's own words, made ready to be looked up.
//!
//! Apart from the measures so that an article is cut into words once, not once for each question.

use std::collections::HashMap;

use crate::article::Article;
use crate::question::Evidence;

use super::words::{content, holds, words};

/// An article and its words.
pub(super) struct Text<'a> {
    pub(super) article: &'a Article,
    /// All paragraphs, in order.
    pub(super) passages: Vec<Passage>,
    /// How often each stem stands in the paragraphs.
    frequency: HashMap<String, usize>,
}

/// The words of a paragraph.
pub(super) struct Passage {
    pub(super) section: usize,
    pub(super) words: Vec<String>,
    pub(super) content: Vec<String>,
}

impl<'a> Text<'a> {
    pub(super) fn of(article: &'a Article) -> Text<'a> {
        let sections = article.sections.iter().enumerate();
        let passages: Vec<Passage> = sections
            .flat_map(|(at, section)| {
                section.paragraphs.iter().map(move |paragraph| Passage {
                    section: at,
                    words: words(&paragraph.text),
                    content: content(&paragraph.text),
                })
            })
            .collect();
        let mut frequency = HashMap::new();
        for stem in passages.iter().flat_map(|passage| &passage.content) {
            *frequency.entry(stem.clone()).or_default() += 1;
        }
        Text {
            article,
            passages,
            frequency,
        }
    }

    /// Whether these words stand in a row in some paragraph.
    pub(super) fn says(&self, run: &[String]) -> bool {
        self.passages
            .iter()
            .any(|passage| holds(&passage.words, run))
    }

    /// How often the words of a text that say something stand in the article, on average.
    pub(super) fn frequency(&self, text: &str) -> f64 {
        let stems = content(text);
        let count = |stem| self.frequency.get(stem).copied().unwrap_or_default();
        let sum: usize = stems.iter().map(count).sum();
        sum as f64 / stems.len().max(1) as f64
    }

    /// The paragraph, heading or dek in which evidence stands.
    pub(super) fn around(&self, evidence: &Evidence) -> Option<&'a str> {
        self.article.text_at(evidence.section, evidence.paragraph)
    }

    /// The index of the section with this heading.
    pub(super) fn section_of(&self, heading: &str) -> Option<usize> {
        let heading = words(heading);
        let is_it = |own: &String| words(own) == heading;
        let mut sections = self.article.sections.iter();
        sections.position(|section| section.heading.as_ref().is_some_and(is_it))
    }

    /// Whether every option is a heading of the article.
    pub(super) fn are_headings(&self, options: &[String]) -> bool {
        let mut options = options.iter();
        options.all(|option| self.section_of(option).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::sample::article;

    const TEXT: &str = "# T\n\n## On ports\n\nPorts need deep water. Ports grow.\n\n## On roads\n\nRoads need stone.\n";

    #[test]
    fn words_are_found_in_a_row() {
        let article = article(TEXT);
        let text = Text::of(&article);
        assert!(text.says(&words("need deep water")));
        assert!(!text.says(&words("grow roads")));
    }

    #[test]
    fn frequent_words_count_more() {
        let article = article(TEXT);
        let text = Text::of(&article);
        assert_eq!(text.frequency("the port"), 2.0);
        assert_eq!(text.frequency("deep port"), 1.5);
        assert_eq!(text.frequency("of"), 0.0);
    }

    #[test]
    fn headings_are_known() {
        let article = article(TEXT);
        let text = Text::of(&article);
        let at = text.section_of("On Roads");
        assert_eq!(
            article.sections[at.expect("it is there")]
                .heading
                .as_deref(),
            Some("On roads")
        );
        assert!(text.are_headings(&["On ports".into(), "On roads".into()]));
        assert!(!text.are_headings(&["On ports".into(), "On ships".into()]));
    }
}
