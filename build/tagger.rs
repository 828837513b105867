//! The tagger's model, written so that it takes half of what it would as its crate has it.
//!
//! Apart from the articles. `src/language/model.rs` reads it. Of its words stands a line for each tag, with its
//! number in the order of the crate and its words in theirs: of each word how many letters it shares with the
//! one before, as a capital from `A` for none, and then the rest of it (front coding: Witten, Moffat and Bell
//! 1999, "Managing Gigabytes", section 4.1). The proper nouns, a fifth of the words, are left out: what has a capital
//! and is no known word is one in any case. Its corrections stand as postcard writes them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use harper_brill::UPOS;
use serde_json::Value;

/// The most letters that can be told as shared, by `Z`.
const MOST_SHARED: usize = 25;

/// Writes the model into a folder: `words.txt` and `corrections`.
///
/// # Errors
/// Where that cannot be done, or the model is not what it was.
pub(crate) fn write(to: &Path) -> io::Result<()> {
    let tagger = harper_brill::brill_tagger();
    let model = serde_json::to_value(&*tagger)?;
    let words = model.pointer("/base/mapping").and_then(Value::as_object);
    let mut by_tag: BTreeMap<UPOS, Vec<&str>> = BTreeMap::new();
    for (word, tag) in words.ok_or_else(|| unknown("the words"))? {
        if word.contains(|letter: char| letter.is_ascii_uppercase() || letter == '\n') {
            return Err(unknown(word));
        }
        by_tag
            .entry(serde_json::from_value(tag.clone())?)
            .or_default()
            .push(word);
    }
    let mut text = String::new();
    for (tag, words) in &mut by_tag {
        if *tag == UPOS::PROPN {
            continue;
        }
        words.sort_unstable();
        text += &format!("{} {}\n", number(*tag)?, coded(words));
    }
    fs::write(to.join("words.txt"), text)?;

    // Behind how many words there are, and each with its length and its tag.
    let known: usize = by_tag
        .values()
        .flatten()
        .map(|word| size(word.len()) + word.len() + 1)
        .sum();
    let count: usize = by_tag.values().map(Vec::len).sum();
    let all = postcard::to_allocvec(&*tagger).map_err(io::Error::other)?;
    let corrections = all
        .get(size(count) + known..)
        .ok_or_else(|| unknown("the corrections"))?;
    fs::write(to.join("corrections"), corrections)
}

/// The number of a tag in the order of its crate.
fn number(tag: UPOS) -> io::Result<u8> {
    match postcard::to_allocvec(&tag)
        .map_err(io::Error::other)?
        .as_slice()
    {
        [number] => Ok(*number),
        _ => Err(unknown("a tag")),
    }
}

/// How many bytes postcard writes a number in.
fn size(number: usize) -> usize {
    postcard::to_allocvec(&number).map_or(0, |bytes| bytes.len())
}

fn coded(words: &[&str]) -> String {
    let mut text = String::new();
    let mut before = "";
    for word in words {
        let same = before.chars().zip(word.chars()).take(MOST_SHARED);
        let shared = same.take_while(|(one, two)| one == two).count();
        text.push(char::from(b'A' + shared as u8));
        text.extend(word.chars().skip(shared));
        before = word;
    }
    text
}

fn unknown(what: &str) -> io::Error {
    io::Error::other(format!("the tagger's model has another form: {what}"))
}
