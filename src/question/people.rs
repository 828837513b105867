//! Who speaks in an article, to whom, and whom it is about.
//!
//! Apart from `reading`, which only keeps what is found here.

use std::collections::BTreeMap;

use super::reading::{At, OFTEN, Reading};

/// Who speaks in an article, and to whom: what "I", "we" and "you" need not explain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Voices {
    pub(crate) author: bool,
    pub(crate) everybody: bool,
    pub(crate) reader: bool,
    /// Whether "I" is somebody who is asked, and not the author.
    pub(crate) interviewed: bool,
    /// Whether somebody is "he", and somebody "she", again and again.
    men: bool,
    women: bool,
}

/// The one person whom an article is about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hero {
    /// The fullest name that the title or the text gives.
    pub(crate) name: String,
    /// "he" or "she".
    pub(crate) pronoun: &'static str,
}

impl Hero {
    /// Whether a name is theirs.
    pub(crate) fn is(&self, name: &str) -> bool {
        name.split(' ')
            .all(|part| self.name.split(' ').any(|own| own == part))
    }
}

impl Reading<'_> {
    pub(super) fn find_voices(&self) -> Voices {
        let often = |words: &[&str]| self.count(words) >= OFTEN;
        Voices {
            author: often(&["i", "me", "my"]),
            everybody: often(&["we", "us", "our"]),
            reader: often(&["you", "your"]),
            interviewed: self.is_interview(),
            men: often(&["he", "him", "his"]),
            women: often(&["she", "her", "hers"]),
        }
    }

    /// Somebody named in the title, or by far the oftenest in the text, with the pronoun that is by far
    /// the commoner there.
    pub(super) fn find_hero(&self) -> Option<Hero> {
        let titled = self
            .people
            .iter()
            .filter(|name| self.article.title.contains(name.as_str()));
        let name = titled
            .max_by_key(|name| name.len())
            .cloned()
            .or_else(|| self.most_named())?;
        let near = self.count_behind(&name);
        let (he, she) = if near.0.max(near.1) > 2 * near.0.min(near.1) {
            near
        } else {
            self.count_beside(&name)
        };
        let pronoun = if he > she { "he" } else { "she" };
        (he.max(she) > 2 * he.min(she)).then_some(Hero { name, pronoun })
    }

    /// Whether somebody is asked and answers: so many headings and paragraphs are questions to a "you".
    fn is_interview(&self) -> bool {
        const MANY: usize = 3;
        let passages = self.analysis.passages.iter();
        let asks = passages.filter(|passage| {
            let mut words = passage.text.split(|c: char| !c.is_alphabetic());
            passage.text.ends_with('?')
                && words.any(|word| matches!(&*word.to_lowercase(), "you" | "your" | "yours"))
        });
        asks.count() >= MANY
    }

    /// Whether the article speaks of men and of women.
    pub(super) fn has_both(&self) -> bool {
        self.voices().men && self.voices().women
    }

    /// The fullest name of the person who is named twice as often as any other.
    fn most_named(&self) -> Option<String> {
        let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for name in self.claims().flat_map(|at| self.people_in(at)) {
            *counts.entry(last(name)).or_default() += 1;
        }
        let mut ranked: Vec<(usize, String)> = counts
            .into_iter()
            .map(|(name, count)| (count, name))
            .collect();
        ranked.sort_unstable();
        let (most, family) = ranked.pop().filter(|(most, _)| *most >= OFTEN)?;
        let next = ranked.last().map_or(0, |(next, _)| *next);
        let full = self
            .people
            .iter()
            .filter(|name| last(name) == family)
            .max_by_key(|name| name.len());
        full.filter(|_| most > 2 * next).cloned()
    }

    /// How often "he" and "she" stand in a sentence with a name: elsewhere they are others.
    fn count_beside(&self, name: &str) -> (usize, usize) {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let beside = self.claims().filter(|at| self.words(*at).contains(last));
        let tokens = beside.flat_map(|at| {
            let text = self.text(at);
            self.tokens(at).iter().map(move |token| token.small(text))
        });
        tokens.fold((0, 0), |(he, she), word| match &*word {
            "he" | "him" | "his" => (he + 1, she),
            "she" | "her" | "hers" => (he, she + 1),
            _ => (he, she),
        })
    }

    /// How often "he" and "she" begin the sentence behind one that begins with a name.
    fn count_behind(&self, name: &str) -> (usize, usize) {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let begins = |at: &At, words: &[&str]| {
            let first = self.tokens(*at).first();
            first.is_some_and(|first| first.is_any(self.text(*at), words))
        };
        let named = |at: &At| {
            let before = at
                .sentence
                .checked_sub(1)
                .map(|sentence| At { sentence, ..*at });
            before.is_some_and(|before| {
                let mut words = self.words(before).split(' ').take(2);
                words.any(|word| word == last)
            })
        };
        let behind: Vec<At> = self.claims().filter(named).collect();
        let count = |words: &[&str]| behind.iter().filter(|at| begins(at, words)).count();
        (count(&["he", "his"]), count(&["she", "her"]))
    }

    /// How often these words stand in the claims.
    fn count(&self, words: &[&str]) -> usize {
        let counts = self.claims().map(|at| {
            let (text, tokens) = (self.text(at), self.tokens(at).iter());
            tokens.filter(|token| token.is_any(text, words)).count()
        });
        counts.sum()
    }
}
