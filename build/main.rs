//! Reads the folder of articles for being compiled in: what can be read of `seeds/` is parsed, and
//! stands as JSON beside the build's own files, from where `src/shelf.rs` embeds it.
//!
//! Here rather than in the page because the parser of two formats would be a tenth of what a reader
//! has to fetch, and because a file that cannot be read must be a warning and not the end of the
//! build. Another folder can be named in `READBACK_SEEDS`. Of a large library nothing is compiled
//! into the page, but all of it into the command line, which writes it beside the page. The model of
//! the tagger and the lexicon's words are made smaller on the way.

mod stock;
mod tagger;
mod words;

/// What the tagger's model is packed by, as the program that unpacks it has it.
#[path = "../src/language/predictor.rs"]
mod predictor;

/// The article room, as the library has it.
#[path = "../src"]
#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the build needs only the parser"
)]
mod source {
    pub(crate) mod article;
}

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde_json::Value;

use source::article::{self, Parsed};
use stock::{File, stock};

fn main() {
    let from = PathBuf::from(env::var_os("READBACK_SEEDS").unwrap_or_else(|| "seeds".into()));
    let out =
        PathBuf::from(env::var_os("OUT_DIR").expect("cargo tells a build script where to write"));
    println!("cargo:rerun-if-env-changed=READBACK_SEEDS");
    for source in [
        "build",
        "src/article.rs",
        "src/article",
        "src/language/predictor.rs",
        tagger::TABLES,
        words::FOLDER,
    ] {
        println!("cargo:rerun-if-changed={source}");
    }
    println!("cargo:rerun-if-changed={}", from.display());
    let seeds = out.join("seeds");
    let files = stock(&from, &seeds).and_then(|files| shelve(&seeds, &out).map(|()| files));
    match files {
        Ok(files) => files.iter().for_each(print),
        Err(error) => panic!("the articles cannot be prepared for the build: {error}"),
    }
    if let Err(error) = words::write(Path::new(words::FOLDER), &out) {
        panic!("the words of the interface cannot be read: {error}");
    }
    if let Err(error) = tagger::write(&out) {
        panic!("the tagger's model cannot be written: {error}");
    }
}

/// Parses every file of a folder into two others: `shelf/NAME.json` holds what `NAME` gave. For the
/// page the related articles of each stand apart, in `related/SLUG.json`: they are a third of the
/// bytes, and nobody needs them before the end of an article.
fn shelve(from: &Path, out: &Path) -> io::Result<()> {
    let [shelf, related] = ["shelf", "related"].map(|name| out.join(name));
    for folder in [&shelf, &related] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
    }
    let mut paths: Vec<PathBuf> = fs::read_dir(from)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    let names: Vec<String> = paths.iter().map(|path| name_of(path)).collect();
    let (mut articles, notices): (Vec<_>, Vec<_>) = names
        .iter()
        .zip(&paths)
        .map(|(name, path)| {
            let Parsed { article, notices } =
                article::parse(name, &fs::read(path).unwrap_or_default());
            (article, notices)
        })
        .unzip();
    article::make_unique(&mut articles);
    article::link(&mut articles);
    fs::write(
        out.join("deks.json"),
        serde_json::to_string(&deks(&articles))?,
    )?;
    if is_for_page() && article::is_large(&articles) {
        return Ok(());
    }
    for ((name, mut article), notices) in names.iter().zip(articles).zip(notices) {
        if is_for_page() {
            let apart = std::mem::take(&mut article.related);
            let file = related.join(format!("{}.json", article.slug));
            fs::write(file, brief(serde_json::to_value(&apart)?).to_string())?;
        }
        let json = serde_json::to_value(Parsed { article, notices })?;
        fs::write(shelf.join(format!("{name}.json")), brief(json).to_string())?;
    }
    Ok(())
}

/// Without what is nothing, which is read the same where it is missing.
fn brief(json: Value) -> Value {
    match json {
        Value::Array(items) => items.into_iter().map(brief).collect(),
        Value::Object(fields) => {
            let there = fields.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(there.map(|(name, value)| (name, brief(value))).collect())
        }
        other => other,
    }
}

/// Of a large library none, since the page has but a part of it at a time.
fn deks(articles: &[article::Article]) -> Vec<&str> {
    let known = if article::is_large(articles) {
        &[]
    } else {
        articles
    };
    known
        .iter()
        .filter_map(|article| article.dek.as_deref())
        .collect()
}

fn is_for_page() -> bool {
    env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32")
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn print(file: &File) {
    println!("cargo:rerun-if-changed={}", file.path.display());
    if let Some(warning) = &file.warning {
        println!("cargo:warning={}: {warning}", file.path.display());
    }
}
