//! The pages that stand before the program does, and without it: the Library in the app's own page,
//! an article a page, and one for addresses that lead nowhere.
//!
//! Apart from how the Library and an article look, which is the same everywhere.

use std::collections::BTreeMap;

use readback::article::Article;
use readback::shelf::{self, CARDS_AT_ONCE as SHOWN};
use readback::ui::route::Route;
use readback::words;
use serde_json::json;

use super::html::{contents, element, escape, replace};
use super::words::with_elements;
use super::{Error, INDEX, Site, style, view};

/// The folder of the articles' pages.
pub(crate) const PAGES: &str = "read/";

/// The styles of those pages, in that folder: each of a thousand pages would else have them again.
const STYLES: &str = "page.css";

/// The styles that `assets/first.js` asks for once they are needed, and the files they come from.
pub(crate) const LATE: &str = "late.css";
const LATE_PARTS: [&str; 9] = [
    "question.css",
    "order.css",
    "reading.css",
    "look.css",
    "mark.css",
    "quiz.css",
    "record.css",
    "sheet.css",
    "print.css",
];

/// Between the styles and the late ones.
const BREAK: &str = "\n";

const MISSING: &str = include_str!("../../../../assets/missing.html");

/// Says what is missing on a page that the program does not follow.
const WITHOUT: &str = r#"<noscript><p class="quiet column">Without JavaScript there are no quizzes and no scores: the articles can be read.</p></noscript>"#;

/// Writes them all.
pub(crate) fn step(site: &mut Site) -> Result<(), Error> {
    let articles = shelf::articles();
    let late = take_late(site)?;
    let (index, styles, late) = join_styles(site.text(INDEX)?, &late);
    site.put(INDEX, with_shell(&index, articles)?);
    for article in articles {
        let description = article.dek.as_deref().unwrap_or(&article.title);
        let page = page(&article.title, description, &view::article(article, "../"));
        site.put(format!("{PAGES}{}.html", article.slug), page);
    }
    if articles.len() > SHOWN {
        let all = view::library(articles, articles.len(), "");
        site.put(
            format!("{PAGES}index.html"),
            page("Library", "All articles", &all),
        );
    }
    site.put(format!("{PAGES}{STYLES}"), [&*styles, &*late].concat());
    site.put(LATE, late);
    site.put("404.html", missing(&styles)?);
    Ok(())
}

/// The page of an address that leads nowhere, with its words in all languages: where it is shown, and
/// so where a language's file is, it cannot know.
fn missing(styles: &str) -> Result<String, Error> {
    let page = with_elements(MISSING)?;
    let places: Vec<usize> = page
        .split("data-word=\"")
        .filter_map(|rest| rest.split('"').next()?.parse().ok())
        .collect();
    let said = |lines: &&'static str| -> BTreeMap<usize, &str> {
        // The first line is no word.
        let line = |&place: &usize| Some((place, lines.split('\n').nth(place + 1)?));
        places.iter().filter_map(line).collect()
    };
    let languages = words::TEXTS.iter().map(|(code, lines)| (code, said(lines)));
    let languages: BTreeMap<_, _> = languages.collect();
    Ok(page
        .replace("/* languages */", &json!(languages).to_string())
        .replace("/* styles */", styles))
}

/// Takes the styles that the Library does without, as one text. A build may have none.
fn take_late(site: &mut Site) -> Result<String, Error> {
    let mut late = String::new();
    for path in LATE_PARTS
        .into_iter()
        .filter(|path| site.has(path))
        .collect::<Vec<_>>()
    {
        late += site.text(path)?.trim_end();
        site.remove(path);
    }
    Ok(late)
}

/// The page with all its styles in one element, these styles, and the late ones, which have the same
/// names.
fn join_styles(index: &str, late: &str) -> (String, String, String) {
    let styles = contents(index, "style", |_| true).concat();
    let all = style::shorten(&[&*styles, BREAK, late].concat());
    let (styles, late) = all.split_once(BREAK).unwrap_or((&all, ""));
    let first = index.find("<style").unwrap_or_default();
    let mut page = index.to_owned();
    while let Some(style) = element(&page, "style", "", "</style>").map(str::to_owned) {
        page = page.replacen(&style, "", 1);
    }
    page.insert_str(first, &format!("<style>{styles}</style>"));
    (page, styles.to_owned(), late.to_owned())
}

/// The app's page with the Library in it, and in that, under its title, the welcome of a first visit.
fn with_shell(index: &str, articles: &[Article]) -> Result<String, Error> {
    let welcome = element(index, "aside", "welcome", "</aside>").unwrap_or_default();
    let index = &index.replacen(welcome, "", 1);
    let empty = element(index, "div", "shell", "</div>")
        .ok_or_else(|| Error::new(INDEX, "has no place for the Library"))?;
    let banner = view::banner("", Some(&Route::Library));
    let library = view::library(articles, SHOWN, PAGES);
    let library = view::main(&library.replacen("</h1>", &format!("</h1>{welcome}"), 1));
    let all = if articles.len() > SHOWN { ALL } else { "" };
    let shell = format!(r#"<div id="shell">{banner}{library}{all}</div>"#);
    replace(INDEX, index, empty, &shell)
}

const ALL: &str = r#"<p class="column"><a href="read/index.html">All articles</a></p>"#;

/// A page that needs no program.
fn page(title: &str, description: &str, inside: &str) -> String {
    let (title, description) = (escape(title), escape(description));
    let (banner, main) = (view::banner("../", None), view::main(inside));
    format!(
        r##"<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title} · Readback</title><meta name="description" content="{description}"><meta name="color-scheme" content="light dark"><link rel="icon" href="../mark.svg" type="image/svg+xml"><link rel="stylesheet" href="{STYLES}"></head><body>{WITHOUT}{banner}{main}</body></html>"##
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let mut site = Site::default();
        site.put(
            INDEX,
            "<head><style>a{}</style><title>x</title><style>b{}</style></head><body><div id=shell></div></body>",
        );
        site
    }

    #[test]
    fn every_article_has_a_page_and_a_link_to_it() {
        let mut site = site();
        step(&mut site).unwrap();
        let index = site.text(INDEX).unwrap();
        for article in shelf::articles().iter().take(SHOWN) {
            let path = format!("{PAGES}{}.html", article.slug);
            assert!(index.contains(&format!("<a href=\"{path}\">")), "{path}");
            let page = site.text(&path).unwrap();
            assert!(page.contains(&escape(&article.title)), "{path}");
        }
    }

    #[test]
    fn styles_are_joined() {
        let mut site = site();
        step(&mut site).unwrap();
        let index = site.text(INDEX).unwrap();
        assert!(
            index.starts_with("<head><style>a{}b{}</style><title>x</title></head>"),
            "{index}"
        );
        assert_eq!(site.text("read/page.css"), Ok("a{}b{}"));
    }

    #[test]
    fn what_is_missing_is_said_in_every_language() {
        let page = missing("").unwrap();
        let (at, english) = words::find("missing.title").unwrap();
        assert!(page.contains(english), "{page}");
        let (_, lines) = words::TEXTS[0];
        let title = lines.split('\n').nth(at + 1).unwrap();
        assert!(title != english && page.contains(title), "{page}");
    }

    #[test]
    fn a_long_library_stands_in_a_page_of_its_own() {
        let all = vec![shelf::articles()[0].clone(); SHOWN + 1];
        let index = with_shell("<div id=\"shell\"></div>", &all).unwrap();
        assert_eq!(index.matches("<article>").count(), SHOWN);
        assert!(
            index.contains("41 articles") && index.contains("read/index.html"),
            "{index}"
        );
    }
}
