//! The articles compiled in, and finding one.
//!
//! Apart from `article`, which knows formats and no files.

use std::sync::OnceLock;

use include_dir::{Dir, include_dir};

use crate::article::{Article, Notice, Parsed, Slug};

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
pub fn notices() -> &'static [(String, Notice)] {
    &shelf().notices
}

/// The article of that name.
pub fn find(slug: &Slug) -> Option<&'static Article> {
    articles().iter().find(|article| &article.slug == slug)
}

#[derive(Default)]
struct Shelf {
    articles: Vec<Article>,
    file_names: Vec<String>,
    notices: Vec<(String, Notice)>,
}

fn shelf() -> &'static Shelf {
    static READ: OnceLock<Shelf> = OnceLock::new();
    READ.get_or_init(read)
}

fn read() -> Shelf {
    let mut shelf = Shelf::default();
    for file in SHELF.files() {
        let path = file.path().to_string_lossy();
        let name = path.strip_suffix(".json").unwrap_or(&path).to_owned();
        let parsed: Parsed = serde_json::from_slice(file.contents())
            .expect("the build wrote it with these very types");
        let named = parsed
            .notices
            .into_iter()
            .map(|notice| (name.clone(), notice));
        shelf.notices.extend(named);
        shelf.articles.push(parsed.article);
        shelf.file_names.push(name);
    }
    shelf
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
