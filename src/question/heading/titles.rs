//! The headings of an article, and what leads a reader to one of them.
//!
//! Apart from the questions, all of which need to know it.

use std::collections::BTreeSet;

use super::finite_verb;
use crate::language::{Stems, sound_alike, stems};
use crate::question::code::is_code;
use crate::question::draft::hash;
use crate::question::quote::is_misprinted;
use crate::question::reading::{At, Reading, bare_heading, is_apparatus};
use crate::question::rival::around;

/// A heading of so few words is a label of what stands under it.
const LABEL: usize = 4;

/// Words that say little, and yet lead from a point to the heading that has them too.
const RANKS: &[&str] = &["first", "second", "third", "last", "next", "few", "many"];

/// So many others are looked at for one question.
const MOST_WRONG: usize = 24;

/// The headings, read once.
pub(super) struct Titles<'a> {
    all: Vec<Title<'a>>,
    /// Those that state something.
    stated: BTreeSet<&'a str>,
    /// The stems of all of them.
    stems: Stems,
}

/// A heading that can be asked for.
pub(super) struct Title<'a> {
    section: usize,
    pub(super) text: &'a str,
    stems: Stems,
    /// Which of the words for ranks it has.
    rank: Option<&'static str>,
}

impl<'a> Titles<'a> {
    pub(super) fn of(reading: &Reading<'a>) -> Self {
        let sections = reading.article.sections.iter().enumerate();
        let headings = sections.filter_map(|(at, section)| Some((at, section.heading.as_deref()?)));
        let headings: Vec<(usize, &str)> = headings.collect();
        let mut sorted: Vec<&str> = headings.iter().map(|(_, heading)| *heading).collect();
        sorted.sort_unstable();
        let is_only = |heading: &str| {
            let first = sorted.partition_point(|other| *other < heading);
            sorted.get(first + 1) != Some(&heading)
        };
        // Of "Notes" under every chapter nobody can tell which is meant.
        let told = |heading: &str| {
            is_only(heading)
                && !is_number(heading)
                && !is_version(heading)
                && !repeats(heading)
                && !is_apparatus(heading)
                && !is_code(heading)
                && !is_misprinted(heading)
        };
        let asked = headings.into_iter().filter(|(_, heading)| told(heading));
        let titles = asked.map(|(section, text)| Title {
            section,
            text,
            stems: stems(text),
            rank: RANKS.iter().copied().find(|rank| has_word(text, rank)),
        });
        let all: Vec<Title<'_>> = titles.collect();
        let stating = reading
            .headings()
            .filter(|at| finite_verb(reading, *at).is_some());
        Titles {
            stems: all.iter().flat_map(|title| title.stems.iter()).collect(),
            stated: stating.map(|at| reading.words(at)).collect(),
            all,
        }
    }

    /// The heading that a sentence stands under.
    pub(super) fn over(&self, reading: &Reading<'a>, at: At) -> Option<&Title<'a>> {
        let section = reading.passage(at).section;
        let place = self
            .all
            .binary_search_by_key(&section, |title| title.section);
        place.ok().map(|place| &self.all[place])
    }

    /// Those that read otherwise, from the part of the article around it.
    fn others(&self, own: &Title<'a>) -> impl Iterator<Item = &Title<'a>> {
        let text = own.text;
        let near = around(&self.all, own.section, |title| title.section);
        near.iter().filter(move |title| title.text != text)
    }

    /// Whether no word of the text leads to a heading: none that the whole article is about apart, none
    /// of those to this heading alone.
    pub(super) fn are_apart(&self, reading: &Reading<'_>, text: &str, own: &Title<'a>) -> bool {
        let said = stems(text);
        let ranked = own.rank.is_some_and(|rank| begins_word(text, rank));
        let told: Stems = said.difference(&reading.topic).collect();
        let shares = |title: &Title<'a>| sound_alike(&title.stems, &said);
        let echo = shares(own) && !self.others(own).any(shares);
        !echo && !ranked && !sound_alike(&self.stems, &told)
    }

    /// Whether to ask for this heading is to ask what the paragraph is about: it is a mere label, states what
    /// its section argues, or tells the paragraph's matter.
    pub(super) fn is_telling(&self, reading: &Reading<'_>, at: At, own: &Title<'a>) -> bool {
        own.text.split(' ').count() <= LABEL
            || self.stated.contains(own.text)
            || self.describes(reading, at, own)
    }

    /// Whether this heading has more words in common with the sentence's paragraph than any other: else
    /// the question would only ask where things stand.
    fn describes(&self, reading: &Reading<'_>, at: At, own: &Title<'a>) -> bool {
        let common = |title: &Title<'a>| title.stems.shared(reading.said_around(at));
        let most = common(own);
        self.others(own).all(|other| common(other) < most)
    }

    /// The other headings, in an order of chance fixed by the stem.
    pub(super) fn wrong(&self, key: &Title<'a>, stem: &str) -> Vec<String> {
        let mut others: Vec<&str> = self.others(key).map(|it| it.text).collect();
        others.sort_by_cached_key(|heading| hash(&[stem, bare_heading(heading)]));
        others.dedup();
        let enough = others.into_iter().take(MOST_WRONG);
        enough.map(|it| bare_heading(it).to_owned()).collect()
    }
}

/// "Section 9.3: Its causes", "Chapter 4": says where in a book the article stands.
fn is_number(heading: &str) -> bool {
    let parts = ["Chapter", "Lesson", "Module", "Part", "Section", "Unit"];
    let numbered = heading
        .split(' ')
        .nth(1)
        .is_some_and(|second| second.starts_with(|c: char| c.is_ascii_digit()));
    numbered && parts.iter().any(|part| heading.starts_with(part))
}

/// "3.27.0", "v1.0 (2019-05-01)": tells nothing of what stands under it.
fn is_version(heading: &str) -> bool {
    let mut letters = heading.split(|c: char| !c.is_alphabetic());
    heading.contains('.') && letters.all(|run| run.len() < 3)
}

/// Whether what stands under a heading says again what stands elsewhere: "Summary and questions".
fn repeats(heading: &str) -> bool {
    const REPEATING: &[&str] = &["conclusion", "conclusions", "recap", "summary", "takeaways"];
    let words = heading.split(|c: char| !c.is_alphanumeric());
    let mut first = words.filter(|word| !word.is_empty()).take(2);
    first.any(|word| REPEATING.contains(&&*word.to_lowercase()))
}

fn has_word(text: &str, word: &str) -> bool {
    words(text).any(|other| other.eq_ignore_ascii_case(word))
}

/// Whether a word of the text begins so: "lasting" leads to "Last years" too.
fn begins_word(text: &str, start: &str) -> bool {
    words(text).any(|word| word.to_lowercase().starts_with(start))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    #[test]
    fn only_what_tells_of_its_section_is_asked_for() {
        let headings = [
            "The fish",
            "The harbour",
            "3.27.0",
            "v1.0 (2019-05-01)",
            "The fish",
            "wrap(text)",
            "On sand ; on clay",
            "1914",
            "Section 2: Wells",
            "SEE ALSO",
        ];
        let sections = headings.map(|heading| {
            format!("## {heading}\n\nOld masons of the coast cut granite for every pier.\n\n")
        });
        let text = format!("# Piers\n\n{}", sections.concat());
        let article = article::parse("a.md", text.as_bytes()).article;
        let titles = Titles::of(&Reading::of(&article)).all;
        let asked: Vec<&str> = titles.iter().map(|title| title.text).collect();
        assert_eq!(asked, ["The harbour", "1914"]);
    }

    #[test]
    fn a_longer_word_leads_to_a_rank_and_is_none() {
        assert!(begins_word("Her most lasting work", "last"));
        assert!(!begins_word("Her work at last", "first"));
        assert!(has_word("Last years", "last"));
        assert!(!has_word("A lasting peace", "last"));
    }

    #[test]
    fn what_stands_under_a_summary_stands_elsewhere() {
        for (heading, expected) in [
            ("Summary and questions", true),
            ("In conclusion", true),
            ("Key takeaways", true),
            ("A queue in the rain", false),
            ("How the conclusion was reached", false),
        ] {
            assert_eq!(repeats(heading), expected, "{heading}");
        }
    }
}
