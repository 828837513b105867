//! The articles, whether they are compiled in or brought by `assets/large.js`.
//!
//! Apart from the shelf, which knows no page. Of a large library that script puts into the page
//! what the program asks for: each article under its name before the program comes to it, and what
//! was found before it says that something was typed.

use crate::article::{Article, Slug};
use crate::browser::address;
use crate::browser::text::lower_case;
use crate::shelf::{self, Cards};
use crate::ui::search;
use crate::ui::state::shared;

/// The id of the element that has what was found.
const FOUND: &str = "library";

/// The article of that name, if it is here. The tutor hears of one that was not here before.
pub(crate) fn find(slug: &Slug) -> Option<&'static Article> {
    shelf::find(slug).or_else(|| {
        shelf::add(address::text_of(&["article:", slug.as_str()].concat())?);
        shared().tutor.shelve(&[shelf::json(slug)?]);
        shelf::find(slug)
    })
}

/// The articles that have all words of the query.
pub(crate) fn search(query: &str) -> Cards {
    let brought = address::text_of(FOUND).and_then(|text| Cards::read(&text));
    brought.unwrap_or_else(|| search_shelf(query))
}

fn search_shelf(query: &str) -> Cards {
    let all = shelf::articles();
    let found = all
        .iter()
        .filter(|article| search::finds(article, query, lower_case));
    let articles: Vec<_> = found.collect();
    Cards {
        of: all.len(),
        found: articles.len(),
        articles,
    }
}
