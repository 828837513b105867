//! The Library and the articles as the page draws them, in HTML.
//!
//! Apart from the files they stand in. Their structure is that of `src/ui/frame.rs` and of
//! `src/ui/page/`, to the last class: a journey compares them.

use readback::article::{Article, Date, Paragraph, Related, Section, Style};
use readback::ui::route::{Draw, Place, Route};
use readback::ui::words;
use readback::words::{count, w};

use super::html::escape;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const LINKS: [(&str, Route); 5] = [
    ("Library", Route::Library),
    ("Review", Route::Review),
    ("Progress", Route::Progress),
    ("Notes", Route::Notes),
    ("Settings", Route::Settings),
];

const MARK: &str = r#"<svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="21" cy="9.5" r="7.5" fill="currentColor"/><path d="M4.5 19.5L12 27.5C20.5 23.5 26.2 17.5 26.2 9.5" fill="none" stroke="currentColor" stroke-width="4.6" stroke-linecap="round" stroke-linejoin="round"/></svg>"#;

/// What the program puts something into; without it, it is not shown.
const LOOK: &str = r#"<details class="look"><summary>Text and theme</summary></details>"#;

/// Skip link and banner. `app` leads to the app; `here` is the place among its links, if it is one.
pub(crate) fn banner(app: &str, here: Option<&Route>) -> String {
    let link = |(name, route): &(&str, Route)| {
        let current = if here == Some(route) {
            r#" aria-current="page""#
        } else {
            ""
        };
        format!(
            r#"<li><a id="{0}" href="{app}{0}"{current}>{name}</a></li>"#,
            route.href()
        )
    };
    let links: String = LINKS.iter().map(link).collect();
    let home = Route::Library.href();
    format!(
        r##"<a class="skip" href="#content">Skip to content</a><header id="banner" class="banner"><a class="home" href="{app}{home}">{MARK}Readback</a><nav aria-label="Main"><ul>{links}</ul></nav></header>"##
    )
}

/// The landmark with what a page is about.
pub(crate) fn main(inside: &str) -> String {
    format!(r#"<main id="content" tabindex="-1" class="column">{inside}</main>"#)
}

/// The Library's head and the first articles of `all`, whose links begin with `pages`.
pub(crate) fn library(all: &[Article], shown: usize, pages: &str) -> String {
    let count = count(w::LIBRARY_COUNT, all.len());
    let entries: String = all
        .iter()
        .take(shown)
        .map(|article| entry(article, pages))
        .collect();
    format!(
        r#"<div class="library"><h1 class="page-title" tabindex="-1">Library</h1><input id="search" type="search" class="field search" aria-label="Search" placeholder="Search" autocomplete="off"><p class="quiet" role="status">{count}</p><div id="find"></div>{entries}<more-articles></more-articles></div>"#
    )
}

/// One article, set to be read; `app` leads to the app.
pub(crate) fn article(article: &Article, app: &str) -> String {
    let sections = article.sections.iter().enumerate();
    let text: String = sections
        .map(|(index, section)| text(article, section, index))
        .collect();
    let (head, contents) = (head(article, app), contents(article));
    let sheet = Route::Sheet(article.slug.clone(), Draw::FIRST).href();
    let sheet = format!(r#"<a href="{app}{}">Worksheet</a>"#, escape(&sheet));
    let (quiz, related) = (quiz(article, app), related(&article.related, app));
    format!(
        r#"<article class="reader">{head}{LOOK}{contents}<div class="prose" lang="en">{text}</div><p class="end row">{quiz}{sheet}</p><div id="more">{related}</div><div id="reading"></div><p role="status"></p></article>"#
    )
}

fn entry(article: &Article, pages: &str) -> String {
    let (slug, title) = (&article.slug, escape(&article.title));
    let date = article.date.map(|date| format!(" · {}", day(date)));
    let facts = words::minutes(article.minutes) + &date.unwrap_or_default();
    format!(
        r#"<article><h2 lang="en"><a href="{pages}{slug}.html">{title}</a></h2>{}<p class="quiet">{facts}</p></article>"#,
        dek(article)
    )
}

fn head(article: &Article, app: &str) -> String {
    let category = article.category.as_deref();
    let category = category.map(|name| escape(name) + " · ");
    let date = article.date.map(|date| day(date) + " · ");
    let byline = article
        .byline
        .as_deref()
        .map(|name| format!(" · {}", escape(name)));
    format!(
        r#"<header><h1 tabindex="-1" lang="en">{}</h1>{}<div class="row"><p class="quiet">{}{}{}{}</p>{}</div></header>"#,
        escape(&article.title),
        dek(article),
        category.unwrap_or_default(),
        date.unwrap_or_default(),
        words::minutes(article.minutes),
        byline.unwrap_or_default(),
        quiz(article, app)
    )
}

fn dek(article: &Article) -> String {
    let dek = article.dek.as_deref();
    dek.map(|dek| format!(r#"<p class="dek" lang="en">{}</p>"#, escape(dek)))
        .unwrap_or_default()
}

fn quiz(article: &Article, app: &str) -> String {
    let href = Route::Quiz(article.slug.clone()).href();
    format!(r#"<a class="button" data-rank="first" href="{app}{href}">Quiz me</a>"#)
}

/// An English reader's way of writing it; `assets/shell.js` has it in the reader's own.
fn day(date: Date) -> String {
    let month = MONTHS[usize::from(date.month()) - 1];
    format!(
        r#"<time datetime="{date}">{} {month} {}</time>"#,
        date.day(),
        date.year()
    )
}

fn contents(article: &Article) -> String {
    let sections = article.sections.iter().enumerate();
    let links = sections.filter_map(|(index, section)| {
        let heading = escape(section.heading.as_deref()?);
        let href = section_route(article, index).href();
        Some(format!(r#"<li><a href="{href}">{heading}</a></li>"#))
    });
    let links: Vec<String> = links.collect();
    if links.len() < 2 {
        return String::new();
    }
    format!(
        r#"<nav id="toc" class="contents" aria-labelledby="contents"><h2 id="contents">Contents</h2><ol lang="en">{}</ol></nav>"#,
        links.concat()
    )
}

fn text(article: &Article, section: &Section, index: usize) -> String {
    let id = section_route(article, index);
    let heading = section
        .heading
        .as_deref()
        .map(|heading| format!(r#"<h2 id="{id}" tabindex="-1">{}</h2>"#, escape(heading)));
    let blocks = section
        .paragraphs
        .chunk_by(|one, next| (one.style, next.style) == (Style::Item, Style::Item));
    let blocks: String = blocks.map(block).collect();
    format!("<section>{}{blocks}</section>", heading.unwrap_or_default())
}

/// A paragraph, a quotation, or all items of one list.
fn block(paragraphs: &[Paragraph]) -> String {
    let texts = paragraphs.iter().map(|paragraph| escape(&paragraph.text));
    match paragraphs[0].style {
        Style::Item => {
            let items: String = texts.map(|text| format!("<li>{text}</li>")).collect();
            format!("<ul>{items}</ul>")
        }
        Style::Quote => format!("<blockquote>{}</blockquote>", texts.collect::<String>()),
        Style::Prose => format!("<p>{}</p>", texts.collect::<String>()),
    }
}

fn related(related: &[Related], app: &str) -> String {
    if related.is_empty() {
        return String::new();
    }
    let items: String = related.iter().map(|item| related_item(item, app)).collect();
    format!(
        r#"<aside class="related" aria-labelledby="related"><h2 id="related">Related articles</h2><ul lang="en">{items}</ul></aside>"#
    )
}

fn related_item(item: &Related, app: &str) -> String {
    let facts = [item.date.map(day), item.category.as_deref().map(escape)];
    let facts = words::join(facts.into_iter().flatten());
    let mut blurb = escape(&item.blurb);
    if let Some(slug) = &item.article {
        let href = Route::Read(slug.clone(), None).href();
        blurb = format!(r#"<a href="{app}{href}">{blurb}</a>"#);
    }
    format!(r#"<li><p>{blurb}</p><p class="quiet">{facts}</p></li>"#)
}

fn section_route(article: &Article, index: usize) -> Route {
    Route::Read(article.slug.clone(), Some(Place::Section(index)))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    fn check(markdown: &str, expected: Expect) {
        let read = readback::article::parse("tides.md", markdown.as_bytes()).article;
        expected.assert_eq(&article(&read, "../").replace("><", ">\n<"));
    }

    #[test]
    fn an_article_is_set_as_in_the_app() {
        check(
            "---\ntitle: Tides & <b>moons</b>\ndate: 2025-08-04\nauthor: A. \"B\"\n---\n\nThey come.\n\n## Ebb\n\n- low\n- slow\n\n## Flood\n\n> It rises.\n",
            expect![[r##"
                <article class="reader">
                <header>
                <h1 tabindex="-1" lang="en">Tides &amp; moons</h1>
                <div class="row">
                <p class="quiet">
                <time datetime="2025-08-04">4 August 2025</time> · 1 min · A. &quot;B&quot;</p>
                <a class="button" data-rank="first" href="../#/quiz/tides-moons">Quiz me</a>
                </div>
                </header>
                <details class="look">
                <summary>Text and theme</summary>
                </details>
                <nav id="toc" class="contents" aria-labelledby="contents">
                <h2 id="contents">Contents</h2>
                <ol lang="en">
                <li>
                <a href="#/read/tides-moons?at=1">Ebb</a>
                </li>
                <li>
                <a href="#/read/tides-moons?at=2">Flood</a>
                </li>
                </ol>
                </nav>
                <div class="prose" lang="en">
                <section>
                <p>They come.</p>
                </section>
                <section>
                <h2 id="/read/tides-moons?at=1" tabindex="-1">Ebb</h2>
                <ul>
                <li>low</li>
                <li>slow</li>
                </ul>
                </section>
                <section>
                <h2 id="/read/tides-moons?at=2" tabindex="-1">Flood</h2>
                <blockquote>It rises.</blockquote>
                </section>
                </div>
                <p class="end row">
                <a class="button" data-rank="first" href="../#/quiz/tides-moons">Quiz me</a>
                <a href="../#/sheet/tides-moons?seed=1&amp;count=10">Worksheet</a>
                </p>
                <div id="more">
                </div>
                <div id="reading">
                </div>
                <p role="status">
                </p>
                </article>"##]],
        );
    }

    #[test]
    fn a_related_article_that_is_here_is_a_link() {
        let text = "# Tides\n\nThey come.\n\n## Related Articles\n\n- Of <moons>.\n";
        let mut read = readback::article::parse("tides.md", text.as_bytes()).article;
        assert!(article(&read, "../").contains("<li><p>Of &lt;moons&gt;.</p>"));
        read.related[0].article = "moons".parse().ok();
        let link = r##"<li><p><a href="../#/read/moons">Of &lt;moons&gt;.</a></p>"##;
        assert!(article(&read, "../").contains(link));
    }
}
