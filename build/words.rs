//! The words of the interface made fit for the build: constants for English, lines for the rest.
//!
//! Apart from the articles, which speak a language of their own. A mistake in a file ends the build
//! and names the line, since only its author ever sees it.

use std::collections::HashMap;
use std::fmt::{self, Write as _};
use std::path::Path;
use std::{fs, io};

/// The folder of the languages.
pub(crate) const FOLDER: &str = "words";

/// The language that is compiled in.
const ENGLISH: &str = "en.txt";

/// What stands at the head of each file.
const HEAD: [&str; 3] = ["language", "name", "plural"];

/// The keys with their texts, in the order of the file.
type Entries = Vec<(String, String)>;

/// Writes `words.rs`, the constants, and of all languages `names.rs`, their codes and names, and
/// `texts.rs`, the codes of those other than English with their texts, on lines in the order of the
/// constants.
///
/// # Errors
/// When a file cannot be read or written, or is not as the module says.
pub(crate) fn write(from: &Path, out: &Path) -> io::Result<()> {
    let english = read(&from.join(ENGLISH))?;
    fs::write(out.join("words.rs"), constants(&english))?;
    let mut paths: Vec<_> = fs::read_dir(from)?.flatten().map(|it| it.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "txt"));
    paths.sort_by_key(|path| (!path.ends_with(ENGLISH), path.clone()));
    let (mut names, mut others) = (Vec::new(), Vec::new());
    for path in paths {
        let entries = read(&path)?;
        let lines = lines(&english, &entries).map_err(|why| mistake(&path, &why))?;
        let head = |key: &str| {
            entries
                .iter()
                .find(|(it, _)| it == key)
                .map(|(_, text)| text.clone())
        };
        names.push((head("language"), head("name").unwrap_or_default()));
        if !path.ends_with(ENGLISH) {
            others.push((head("language"), lines));
        }
    }
    fs::write(out.join("names.rs"), table(&names))?;
    fs::write(out.join("texts.rs"), table(&others))
}

fn table(pairs: &[(Option<String>, impl AsRef<str> + fmt::Debug)]) -> String {
    let pair = |(code, text): &(Option<String>, _)| {
        format!("({:?}, {text:?}),", code.as_deref().unwrap_or_default())
    };
    let pairs: String = pairs.iter().map(pair).collect();
    format!("&[{pairs}]")
}

/// The keys and texts of a file; the keys of a section begin with its name.
fn read(path: &Path) -> io::Result<Entries> {
    let text = fs::read_to_string(path).map_err(|error| mistake(path, &error.to_string()))?;
    let (mut entries, mut section) = (Entries::new(), String::new());
    for (line, number) in text.lines().zip(1..) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
            section = format!("{name}.");
            continue;
        }
        let (key, text) = line
            .split_once(" = ")
            .ok_or_else(|| mistake(path, &format!("line {number} is no `key = text`")))?;
        let key = format!("{section}{key}");
        if entries.iter().any(|(other, _)| *other == key) {
            return Err(mistake(path, &format!("line {number} has {key} again")));
        }
        entries.push((key, text.to_owned()));
    }
    Ok(entries)
}

/// `pub const LIBRARY_TITLE: Word = Word(&(4, "Library"));` and so on.
fn constants(english: &Entries) -> String {
    let mut code = String::new();
    for ((key, text), index) in english.iter().zip(0..) {
        let name = key.replace(['.', '-'], "_").to_uppercase();
        let _ = writeln!(
            code,
            "/// {text}\npub const {name}: Word = Word(&({index}, {text:?}));"
        );
    }
    let all: Vec<_> = english.iter().map(|(key, text)| (key, text)).collect();
    let _ = writeln!(code, "pub(super) const ALL: &[(&str, &str)] = &{all:?};");
    let _ = writeln!(
        code,
        "pub(super) const FINGERPRINT: &str = {:?};",
        fingerprint(english)
    );
    code
}

/// The texts in the order of the English ones, a line each, after one that tells which those were.
fn lines(english: &Entries, texts: &Entries) -> Result<String, String> {
    let known: HashMap<&str, &str> = texts.iter().map(|(key, it)| (&**key, &**it)).collect();
    let unknown = |(key, _): &&(String, String)| !english.iter().any(|(it, _)| it == key);
    if let Some((key, _)) = texts.iter().find(unknown) {
        return Err(format!("{key} is no key of {ENGLISH}"));
    }
    let mut lines = vec![fingerprint(english)];
    for (key, text) in english {
        let other = *known.get(&**key).ok_or(format!("{key} is missing"))?;
        if !HEAD.contains(&&**key) && places(text) != places(other) {
            return Err(format!("{key} has other braces than in {ENGLISH}"));
        }
        lines.push(other.to_owned());
    }
    Ok(lines.join("\n"))
}

/// What is put into a text, in order of number; the same for both forms of a plural.
fn places(text: &str) -> Vec<&str> {
    let form = text.split('|').next().unwrap_or_default();
    let mut places: Vec<&str> = form
        .split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0))
        .collect();
    let unnumbered = places.iter().all(|it| it.is_empty());
    let numbers = ["0", "1", "2", "3"];
    if unnumbered {
        let count = places.len().min(numbers.len());
        places = numbers[..count].to_vec();
    }
    places.sort_unstable();
    places
}

/// Differs where the keys do, by FNV-1a: then lines of one build are not for another.
fn fingerprint(english: &Entries) -> String {
    let keys = english
        .iter()
        .flat_map(|(key, _)| key.bytes().chain([b'\n']));
    let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", keys.fold(0x811c_9dc5, mix))
}

fn mistake(path: &Path, why: &str) -> io::Error {
    io::Error::other(format!("{}: {why}", path.display()))
}
