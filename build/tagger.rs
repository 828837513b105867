//! The tagger's model, written so that it takes two thirds of what it would as its crate has it.
//!
//! Apart from the articles. `src/language/model.rs` reads it: in the first line stand the corrections,
//! as JSON; then a line for each tag, with its words in order. Of each word stands how many letters it
//! shares with the one before, as a capital from `A` for none, and then the rest of it (front coding:
//! Witten, Moffat and Bell 1999, "Managing Gigabytes", section 4.1).

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;

/// The most letters that can be told as shared, by `Z`.
const MOST_SHARED: usize = 25;

/// Writes the model to a file.
///
/// # Errors
/// Where that cannot be done, or the model is not what it was.
pub(crate) fn write(to: &Path) -> io::Result<()> {
    let model = serde_json::to_value(&*harper_brill::brill_tagger())?;
    let known = |at: &str| model.pointer(at).ok_or_else(|| unknown(at));
    let words = known("/base/mapping")?.as_object();
    let mut by_tag: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (word, tag) in words.ok_or_else(|| unknown("the words"))? {
        let tag = tag.as_str().ok_or_else(|| unknown(word))?;
        if word.contains(|letter: char| letter.is_ascii_uppercase() || letter == '\n') {
            return Err(unknown(word));
        }
        by_tag.entry(tag).or_default().push(word);
    }
    let mut text = Value::to_string(known("/patches")?);
    for (tag, words) in &mut by_tag {
        words.sort_unstable();
        text += &format!("\n{tag} {}", coded(words));
    }
    fs::write(to, text)
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
