//! The articles, whether they are compiled in or brought by `assets/large.js`.
//!
//! Apart from the shelf, which knows no page. Of a large library that script puts into the page
//! each article under its name before the program comes to it.

use crate::article::{Article, Slug};
use crate::browser::address;
use crate::shelf::{self, Cards};
use crate::ui::state::shared;

/// The id of the element that has the first articles of a large library.
const FIRST: &str = "library";

/// The article of that name, if it is here. The tutor hears of one that was not here before.
pub(crate) fn find(slug: &Slug) -> Option<&'static Article> {
    shelf::find(slug).or_else(|| {
        shelf::add(address::text_of(&["article:", slug.as_str()].concat())?);
        shared().tutor.shelve(&[shelf::json(slug)?]);
        shelf::find(slug)
    })
}

/// All articles, or the first ones of a large library.
pub(crate) fn cards() -> Cards {
    let brought = address::text_of(FIRST).and_then(|text| Cards::read(&text));
    brought.unwrap_or_else(|| {
        let articles: Vec<_> = shelf::articles().iter().collect();
        Cards {
            of: articles.len(),
            articles,
        }
    })
}
