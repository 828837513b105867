//! The articles compiled in, and finding one.
//!
//! Apart from `article`, which knows formats and no files.

use crate::article::{Article, Notice, Slug};

/// All articles, in the order of their file names, each with a slug of its own.
pub fn articles() -> &'static [Article] {
    &[]
}

/// What could not be read, with the file's name.
pub fn notices() -> &'static [(String, Notice)] {
    &[]
}

/// The article of that name.
pub fn find(slug: &Slug) -> Option<&'static Article> {
    articles().iter().find(|article| &article.slug == slug)
}
