//! The articles compiled in, and finding one.
//!
//! Apart from `article`, which knows formats and no files.

use std::sync::OnceLock;

use include_dir::{Dir, include_dir};

use crate::article::{self, Article, Notice, Parsed, Slug};

/// The files that `build.rs` found fit to be compiled in.
static SEEDS: Dir = include_dir!("$OUT_DIR/seeds");

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
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    SHELF.get_or_init(|| {
        let name = |file: &include_dir::File| file.path().to_string_lossy().into_owned();
        let mut files: Vec<(String, &[u8])> =
            SEEDS.files().map(|f| (name(f), f.contents())).collect();
        files.sort_unstable();
        read(files)
    })
}

fn read(files: Vec<(String, &[u8])>) -> Shelf {
    let mut shelf = Shelf::default();
    for (name, bytes) in files {
        let Parsed { article, notices } = article::parse(&name, bytes);
        let named = notices.into_iter().map(|notice| (name.clone(), notice));
        shelf.notices.extend(named);
        shelf.articles.push(article);
        shelf.file_names.push(name);
    }
    article::make_unique(&mut shelf.articles);
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

    #[test]
    fn files_alike_get_slugs_of_their_own_and_named_notices() {
        let files = [
            ("a.txt", "Bees\n\nBees eat. They fly."),
            ("b.txt", ""),
            ("c.txt", "Bees"),
        ];
        let shelf = read(files.map(|(n, b)| (n.to_owned(), b.as_bytes())).to_vec());
        let slugs: Vec<&str> = shelf.articles.iter().map(|a| a.slug.as_str()).collect();
        assert_eq!(slugs, ["bees", "b", "bees-2"]);
        assert_eq!(shelf.notices[0].0, "b.txt");
    }
}
