//! The articles compiled in, and finding one.
//!
//! Apart from `article`, which knows formats and no files.

use std::sync::OnceLock;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use crate::article::{Article, Notice, Slug};

/// What the build read of each file, as JSON: `NAME.json` for the file `NAME`.
static SHELF: Dir = include_dir!("$OUT_DIR/shelf");

/// All articles, in the order of their file names, each with a slug of its own.
pub fn articles() -> &'static [Article] {
    &shelf().articles
}

/// The name of each article's file, in the same order.
pub fn file_names() -> &'static [String] {
    &shelf().file_names
}

/// What could not be read, with the file's name.
pub fn notices() -> Vec<(String, Notice)> {
    let all = files().flat_map(|(name, json)| {
        let read: Notices = parse(json);
        let named = move |notice| (name.to_owned(), notice);
        read.notices.into_iter().map(named)
    });
    all.collect()
}

/// The article of that name.
pub fn find(slug: &Slug) -> Option<&'static Article> {
    articles().iter().find(|article| &article.slug == slug)
}

/// What the build wrote of the article of that name: an object with the key `article`.
pub fn json(slug: &Slug) -> Option<&'static str> {
    let mut all = articles().iter().zip(files());
    all.find_map(|(article, (_, json))| (&article.slug == slug).then_some(json))
}

#[derive(Default)]
struct Shelf {
    articles: Vec<Article>,
    file_names: Vec<String>,
}

/// As much of a file as the page wants.
#[derive(Deserialize)]
struct Shelved {
    article: Article,
}

/// The rest of it.
#[derive(Deserialize)]
struct Notices {
    notices: Vec<Notice>,
}

fn shelf() -> &'static Shelf {
    static READ: OnceLock<Shelf> = OnceLock::new();
    READ.get_or_init(read)
}

fn read() -> Shelf {
    let mut shelf = Shelf::default();
    for (name, json) in files() {
        let read: Shelved = parse(json);
        shelf.articles.push(read.article);
        shelf.file_names.push(name.to_owned());
    }
    shelf
}

/// The name of each article's file, and what the build read of it.
fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    SHELF.files().map(|file| {
        let path = file.path().to_str().unwrap_or_default();
        let name = path.strip_suffix(".json").unwrap_or(path);
        (name, file.contents_utf8().unwrap_or_default())
    })
}

fn parse<T: Deserialize<'static>>(json: &'static str) -> T {
    serde_json::from_str(json).expect("the build wrote it with these very types")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shelf_is_in_the_order_of_files_and_all_on_it_is_found() {
        assert_eq!(articles().len(), file_names().len());
        assert!(file_names().is_sorted());
        for article in articles() {
            assert_eq!(find(&article.slug), Some(article));
        }
        assert_eq!(find(&"no-such-article".parse().unwrap()), None);
    }
}
