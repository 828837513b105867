//! How often the parts of speech are right, by a sample tagged by hand.
//!
//! Each file in `tests/tags` holds sentences of one kind: a line of text, then its tokens with their
//! tags after Universal Dependencies ("VERB|ADJ" where either will do). `tests/tags/report.txt` says
//! how many the tagger has right, alone and repaired, and lists what is still wrong; after a change
//! of a rule `UPDATE_EXPECT=1 cargo test --test tags` writes it anew, and its diff is the review.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use harper_brill::{Tagger, brill_tagger};
use readback::language::{Tag, lemma, read_sentence};

/// The kinds of text that rules were tuned on, and what was written after them.
const GROUPS: [&str; 7] = [
    "seeds", "history", "science", "news", "essay", "other", "held_out",
];

/// The least share of tokens that must be right in every group, in percent.
const FLOOR: usize = 96;

struct Sample {
    text: String,
    words: Vec<String>,
    right: Vec<Vec<String>>,
}

/// How many of which tokens a tagger has right.
#[derive(Default)]
struct Score {
    tokens: usize,
    right: usize,
    verbs: Share,
    nouns: Share,
}

/// Of the words of one part of speech, how many it found, and how many of those it names are so.
#[derive(Default)]
struct Share {
    there: usize,
    found: usize,
    named: usize,
    truly: usize,
}

impl Score {
    fn count(&mut self, right: &[String], tag: &str) {
        let fits = right.iter().any(|one| one == tag);
        self.tokens += 1;
        self.right += usize::from(fits);
        self.verbs.count("VERB", right, tag, fits);
        self.nouns.count("NOUN", right, tag, fits);
    }

    fn add(&mut self, other: &Score) {
        self.tokens += other.tokens;
        self.right += other.right;
        self.verbs.add(&other.verbs);
        self.nouns.add(&other.nouns);
    }

    fn row(&self, name: &str) -> String {
        format!(
            "{name:<20}{:>7}{:>9}{:>9}{:>9}{:>9}{:>9}\n",
            self.tokens,
            percent(self.right, self.tokens),
            percent(self.verbs.found, self.verbs.there),
            percent(self.verbs.truly, self.verbs.named),
            percent(self.nouns.found, self.nouns.there),
            percent(self.nouns.truly, self.nouns.named),
        )
    }
}

impl Share {
    fn count(&mut self, part: &str, right: &[String], tag: &str, fits: bool) {
        if right == [part] {
            self.there += 1;
            self.found += usize::from(fits);
        }
        if tag == part {
            self.named += 1;
            self.truly += usize::from(fits);
        }
    }

    fn add(&mut self, other: &Share) {
        self.there += other.there;
        self.found += other.found;
        self.named += other.named;
        self.truly += other.truly;
    }
}

fn percent(part: usize, whole: usize) -> String {
    format!("{:.1} %", 100.0 * part as f64 / whole.max(1) as f64)
}

fn samples(group: &str) -> Vec<Sample> {
    let path = Path::new("tests/tags").join(group).with_extension("txt");
    let file = fs::read_to_string(&path).expect("the sample is there");
    let blocks = file.split("\n\n").filter(|block| !block.trim().is_empty());
    blocks.map(sample).collect()
}

fn sample(block: &str) -> Sample {
    let (text, tagged) = block.trim().split_once('\n').expect("text, then tags");
    let pair = |pair: &str| -> (String, Vec<String>) {
        let (word, tags) = pair.rsplit_once('/').expect("word/TAG");
        (
            word.to_owned(),
            tags.split('|').map(str::to_owned).collect(),
        )
    };
    let (words, right) = tagged.split_whitespace().map(pair).unzip();
    Sample {
        text: text.to_owned(),
        words,
        right,
    }
}

/// The tagger alone.
fn raw(sample: &Sample) -> Vec<String> {
    let tags = brill_tagger().tag_sentence(&sample.words);
    let name = |tag: Option<Tag>| tag.map_or("unknown".to_owned(), |tag| tag.as_ref().to_owned());
    tags.into_iter().map(name).collect()
}

/// The tagger with our repairs.
#[track_caller]
fn repaired(sample: &Sample) -> Vec<String> {
    let tokens = read_sentence(&sample.text);
    let words: Vec<&str> = tokens.iter().map(|token| token.of(&sample.text)).collect();
    assert_eq!(words, sample.words);
    let tag = |token: &readback::language::Token| token.tag.as_ref().to_owned();
    tokens.iter().map(tag).collect()
}

/// A sentence's mistakes, one a line, each with the word before and after.
fn mistakes(sample: &Sample, tags: &[String]) -> String {
    let mut lines = String::new();
    for (at, tag) in tags.iter().enumerate() {
        if !sample.right[at].contains(tag) {
            let around =
                sample.words[at.saturating_sub(2)..(at + 3).min(sample.words.len())].join(" ");
            let (word, right) = (&sample.words[at], sample.right[at].join("|"));
            writeln!(lines, "{word}: {right}, not {tag} ({around})").expect("a string takes it");
        }
    }
    lines
}

#[test]
fn parts_of_speech_are_right() {
    let mut table = format!(
        "{:<20}{:>7}{:>9}{:>9}{:>9}{:>9}{:>9}\n",
        "", "tokens", "right", "verbs", "so named", "nouns", "so named"
    );
    let (mut alone, mut ours, mut list) = (Score::default(), Score::default(), String::new());
    for group in GROUPS {
        let (mut before, mut after) = (Score::default(), Score::default());
        for sample in &samples(group) {
            let tags = repaired(sample);
            for (at, right) in sample.right.iter().enumerate() {
                before.count(right, &raw(sample)[at]);
                after.count(right, &tags[at]);
            }
            list += &mistakes(sample, &tags);
        }
        table += &before.row(&format!("{group}, tagger"));
        table += &after.row(&format!("{group}, repaired"));
        alone.add(&before);
        ours.add(&after);
        assert!(after.right * 100 >= after.tokens * FLOOR, "{table}\n{list}");
    }
    table += &alone.row("all, tagger");
    table += &ours.row("all, repaired");
    expect_file!["tags/report.txt"].assert_eq(&format!("{table}\n{list}"));
}

/// Every inflected verb of the seeds and the audit articles leads to its base and back.
#[test]
fn verbs_have_their_bases() {
    let pairs = include_str!("tags/lemmas.txt").lines();
    let pairs: Vec<_> = pairs.filter_map(|line| line.split_once(' ')).collect();
    assert!(pairs.len() > 600);
    for (form, base) in pairs {
        assert_eq!(lemma::base(form).as_deref(), Some(base), "{form}");
        let inflected = lemma::forms(form)
            .iter()
            .map(|kind| lemma::inflect(base, kind));
        let doubled = |word: &str| word.replace("ll", "l");
        let back = inflected
            .into_iter()
            .any(|word| doubled(&word) == doubled(form));
        assert!(back || base == "be" || base == "bear", "{form}");
    }
}
