//! Made-up articles of any length, out of the sentences of those on the shelf.
//!
//! Apart from the measuring. Halves of different sentences are joined, so that a text a hundred
//! times as long does not say the same a hundred times.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use readback::article::{Article, Paragraph, Section, Style};
use readback::language;
use readback::shelf;

/// The length of the articles that the budgets speak of.
pub(crate) const WORDS: usize = 1200;

const SENTENCES_A_PARAGRAPH: usize = 6;
const PARAGRAPHS_A_SECTION: usize = 2;

/// Sentences and headings, each cut in two.
struct Halves {
    sentences: Vec<(String, String)>,
    headings: Vec<(String, String)>,
}

/// Articles of that many words, all different: the same number gives the same one.
pub(crate) fn articles(words: usize) -> impl Fn(u64) -> Article {
    let halves = Halves::of_shelf();
    move |number| halves.article(words, number)
}

impl Halves {
    fn of_shelf() -> Halves {
        let sections = shelf::articles().iter().flat_map(|a| &a.sections);
        let paragraphs = sections.clone().flat_map(|s| &s.paragraphs);
        let sentences = paragraphs.flat_map(|paragraph| {
            let spans = language::sentences(&paragraph.text);
            spans.into_iter().map(|span| span.of(&paragraph.text))
        });
        let headings = sections.filter_map(|s| s.heading.as_deref());
        Halves {
            sentences: sentences.map(|text| cut(text.trim(), ", ")).collect(),
            headings: headings.map(|text| cut(text, " ")).collect(),
        }
    }

    fn article(&self, words: usize, seed: u64) -> Article {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let mut article = shelf::articles()[0].clone();
        article.sections.clear();
        let mut left = words;
        while left > 0 {
            let section = self.section(&mut rng, &mut left);
            article.sections.push(section);
        }
        article
    }

    /// A section; takes its words from those that are left.
    fn section(&self, rng: &mut Xoshiro256PlusPlus, left: &mut usize) -> Section {
        let mut section = Section {
            heading: Some(joined(&self.headings, rng)),
            paragraphs: Vec::new(),
        };
        while section.paragraphs.len() < PARAGRAPHS_A_SECTION && *left > 0 {
            let mut text = String::new();
            for _ in 0..SENTENCES_A_PARAGRAPH {
                let sentence = joined(&self.sentences, rng);
                *left = left.saturating_sub(sentence.split(' ').count());
                text.push_str(&sentence);
                text.push(' ');
            }
            section.paragraphs.push(Paragraph {
                text: text.trim_end().to_owned(),
                style: Style::Prose,
            });
        }
        section
    }
}

/// A text in two, near its middle, the mark with the first half; the second may be empty.
fn cut(text: &str, mark: &str) -> (String, String) {
    let marks = text.match_indices(mark).map(|(at, mark)| at + mark.len());
    let middle = marks.min_by_key(|at| at.abs_diff(text.len() / 2));
    let (first, second) = text.split_at(middle.unwrap_or(text.len()));
    (first.to_owned(), second.to_owned())
}

/// The first half of one and the second half of another.
fn joined(halves: &[(String, String)], rng: &mut Xoshiro256PlusPlus) -> String {
    let mut any = || &halves[rng.random_range(0..halves.len())];
    match (any(), any()) {
        ((first, rest), _) if rest.is_empty() => first.clone(),
        ((first, rest), (_, other)) if other.is_empty() => format!("{first}{rest}"),
        ((first, _), (_, other)) => format!("{first}{other}"),
    }
}
