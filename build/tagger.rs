//! The tagger's model, written so that it takes half of what it would as its crate has it, and the lexicon's tables of
//! words.
//!
//! Apart from the articles. `src/language/model.rs` reads it. Of the tagger's words stands a line for each tag, with its
//! number in the order of the crate, and then one for each table, with its name: of each word how many bytes it shares
//! with the one before, as a capital from `A` for none, and then the rest of it (front coding: Witten, Moffat and Bell
//! 1999, "Managing Gigabytes", section 4.1). The proper nouns, a fifth of the words, are left out: what has a capital
//! and is no known word is one in any case. All that is packed by arithmetic coding, since what the page is sent in
//! takes a quarter more of it. Its corrections stand as postcard writes them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::iter;
use std::path::{Path, PathBuf};

use harper_brill::UPOS;
use serde_json::Value;

use super::predictor::{Interval, Predictor};

/// Where the tables of words are, one to a file.
pub(crate) const TABLES: &str = "src/language/lexicon/words";

/// The most bytes that can be told as shared, by `Z`.
const MOST_SHARED: usize = 25;

/// Writes the model into a folder: `words`, packed, and `corrections`.
///
/// # Errors
/// Where that cannot be done, or the model is not what it was.
pub(crate) fn write(to: &Path) -> io::Result<()> {
    let tagger = harper_brill::brill_tagger();
    let model = serde_json::to_value(&*tagger)?;
    let words = model.pointer("/base/mapping").and_then(Value::as_object);
    let mut by_tag: BTreeMap<UPOS, Vec<&str>> = BTreeMap::new();
    for (word, tag) in words.ok_or_else(|| unknown("the words"))? {
        by_tag
            .entry(serde_json::from_value(tag.clone())?)
            .or_default()
            .push(word);
    }
    let mut text = Vec::new();
    for (tag, words) in &mut by_tag {
        if *tag == UPOS::PROPN {
            continue;
        }
        text.extend(line(&number(*tag)?.to_string(), words)?);
    }
    let mut tables: Vec<PathBuf> = fs::read_dir(TABLES)?
        .map(|file| Ok(file?.path()))
        .collect::<io::Result<_>>()?;
    tables.sort();
    tables.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    for table in tables {
        let name = table.file_stem().unwrap_or_default().to_string_lossy();
        let words = fs::read_to_string(&table)?;
        text.extend(line(&name, &mut words.split_whitespace().collect())?);
    }
    fs::write(to.join("words"), packed(&text))?;

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

/// What the words are called, and the words.
///
/// # Errors
/// Where one has a capital, which tells how much of a word is shared, or a blank.
fn line(name: &str, words: &mut Vec<&str>) -> io::Result<Vec<u8>> {
    let unfit = |letter: char| letter.is_ascii_uppercase() || matches!(letter, ' ' | '\n');
    if let Some(word) = words.iter().find(|word| word.contains(unfit)) {
        let what = format!(
            "of the words \"{name}\", {word} cannot be packed: it has a capital or a blank"
        );
        return Err(io::Error::other(what));
    }
    words.sort_unstable();
    words.dedup();
    Ok([name.as_bytes(), b" ", &coded(words), b"\n"].concat())
}

fn coded(words: &[&str]) -> Vec<u8> {
    let mut coded = Vec::new();
    let mut before = "";
    for word in words {
        let same = before.bytes().zip(word.bytes()).take(MOST_SHARED);
        let shared = same.take_while(|(one, two)| one == two).count();
        coded.push(b'A' + shared as u8);
        coded.extend(word.bytes().skip(shared));
        before = word;
    }
    coded
}

/// How many bytes there are, in four bytes, and then what all their bits leave of an interval.
fn packed(text: &[u8]) -> Vec<u8> {
    let count = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let mut packed = count.to_be_bytes().to_vec();
    let (mut predictor, mut interval) = (Predictor::new(), Interval::new());
    let bits = |byte: u8| (0..8).rev().map(move |at| byte >> at & 1 == 1);
    for bit in text.iter().copied().flat_map(bits) {
        let middle = interval.middle(predictor.expected());
        interval.narrow(middle, bit);
        predictor.learn(bit);
        packed.extend(iter::from_fn(|| interval.settled()));
    }
    packed.extend(interval.low.to_be_bytes());
    packed
}

fn unknown(what: &str) -> io::Error {
    io::Error::other(format!("the tagger's model has another form: {what}"))
}
