//! The articles compiled in, and finding one.
//!
//! Apart from `article`, which knows formats and no files. Of a large library the page has none
//! compiled in, only the command line: `readback finish` writes them as files beside the page.

mod card;

use std::sync::OnceLock;

use crate::article::{Article, Notice, Paragraph, Related, Section, Slug, Style};
use crate::json::{Json, JsonError};
use include_dir::{Dir, include_dir};

pub use card::Card;
pub(crate) use card::read_card;

/// How many articles the Library shows before it is asked for more.
pub const CARDS_AT_ONCE: usize = 40;

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
        let named = move |notice| (name.to_owned(), notice);
        read(json, read_notices).into_iter().map(named)
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

fn shelf() -> &'static Shelf {
    static READ: OnceLock<Shelf> = OnceLock::new();
    READ.get_or_init(stock)
}

fn stock() -> Shelf {
    let mut shelf = Shelf::default();
    for (name, json) in files() {
        shelf.articles.push(read(json, read_article));
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

fn read<T>(json: &str, read: fn(&Json) -> Result<T, JsonError>) -> T {
    let json = Json::parse(json);
    json.and_then(|json| read(&json))
        .expect("the build wrote it in this very shape")
}

fn read_notices(json: &Json) -> Result<Vec<Notice>, JsonError> {
    json.get("notices")?.list(|json| {
        Ok(Notice {
            line: json.find("line").map(Json::whole).transpose()?,
            text: json.get("text")?.string()?,
        })
    })
}

/// An article, as its room writes it.
pub(crate) fn read_article(json: &Json) -> Result<Article, JsonError> {
    let json = json.get("article")?;
    Ok(Article {
        slug: json.get("slug")?.read()?,
        title: json.get("title")?.string()?,
        dek: json.find("dek").map(Json::string).transpose()?,
        date: json.find("date").map(Json::read).transpose()?,
        category: json.find("category").map(Json::string).transpose()?,
        byline: json.find("byline").map(Json::string).transpose()?,
        sections: json.get("sections")?.list(read_section)?,
        related: json.get("related")?.list(read_related)?,
    })
}

fn read_section(json: &Json) -> Result<Section, JsonError> {
    Ok(Section {
        heading: json.find("heading").map(Json::string).transpose()?,
        paragraphs: json.get("paragraphs")?.list(read_paragraph)?,
    })
}

fn read_paragraph(json: &Json) -> Result<Paragraph, JsonError> {
    let style = json.get("style")?;
    Ok(Paragraph {
        text: json.get("text")?.string()?,
        style: match style.text()? {
            "prose" => Style::Prose,
            "item" => Style::Item,
            "quote" => Style::Quote,
            _ => return Err(style.misshapen()),
        },
    })
}

fn read_related(json: &Json) -> Result<Related, JsonError> {
    Ok(Related {
        blurb: json.get("blurb")?.string()?,
        date: json.find("date").map(Json::read).transpose()?,
        category: json.find("category").map(Json::string).transpose()?,
    })
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
