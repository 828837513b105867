//! The articles compiled in, and finding one.
//!
//! Apart from `article`, which knows formats and no files. Of a large library the page has none
//! compiled in, only the command line: `readback finish` writes them as files beside the page.

use std::sync::{Mutex, OnceLock};

use crate::article::{Article, Notice, Paragraph, Related, Section, Slug, Style};
use crate::json::{Json, JsonError};
use include_dir::{Dir, include_dir};

/// How many articles the Library shows before it is asked for more.
pub const CARDS_AT_ONCE: usize = 40;

/// What the build read of each file, as JSON: `NAME.json` for the file `NAME`.
static SHELF: Dir = include_dir!("$OUT_DIR/shelf");

/// What stands apart of each article in the page: `SLUG.json`. Only the examiner has it compiled in.
static RELATED: Dir = include_dir!("$OUT_DIR/related");

/// The deks of the articles, a JSON array. Apart from them, since the examiner has no others compiled in.
static DEKS: &str = include_str!(concat!(env!("OUT_DIR"), "/deks.json"));

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

/// The article of that name: compiled in, or added.
pub fn find(slug: &Slug) -> Option<&'static Article> {
    let compiled_in = articles().iter().find(|article| &article.slug == slug);
    compiled_in.or_else(|| added(slug).map(|added| &added.article))
}

/// What the build wrote of the article of that name: an object with the key `article`.
pub fn json(slug: &Slug) -> Option<&'static str> {
    let mut all = articles().iter().zip(files());
    let compiled_in = all.find_map(|(article, (_, json))| (&article.slug == slug).then_some(json));
    compiled_in.or_else(|| added(slug).map(|added| &*added.json))
}

/// What the build wrote of each article that is here, compiled in or added.
pub fn all_json() -> Vec<&'static str> {
    let compiled_in = files().map(|(_, json)| json);
    let added = ADDED.lock().map(|all| all.clone()).unwrap_or_default();
    let added = added.into_iter().map(|added| &*added.json);
    compiled_in.chain(added).collect()
}

/// What the build wrote of the related articles of the article of that name, a JSON array: empty where
/// they are part of it.
pub fn related_json(slug: &Slug) -> &'static str {
    let file = RELATED.get_file([slug.as_str(), ".json"].concat());
    file.and_then(|file| file.contents_utf8()).unwrap_or("[]")
}

/// The deks of all articles; of a large library none.
pub fn deks() -> Vec<String> {
    read(DEKS, |json| json.list(Json::string))
}

/// Adds an article of a large library, from what the build wrote of it; it stays for good, as those
/// compiled in do. Nothing is added from anything else.
pub fn add(json: String) {
    let article = Json::parse(&json).and_then(|json| read_article(&json));
    if let (Ok(article), Ok(mut all)) = (article, ADDED.lock()) {
        all.push(Box::leak(Box::new(Added { article, json })));
    }
}

/// Some articles of a large library.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cards {
    /// How many the library has.
    pub of: usize,
    /// The first of them, or all. They have no text, and stand on no shelf.
    pub articles: Vec<&'static Article>,
}

impl Cards {
    /// Those that stand in the page.
    pub fn read(json: &str) -> Option<Cards> {
        let json = Json::parse(json);
        json.and_then(|json| read_cards(&json)).ok()
    }
}

struct Added {
    article: Article,
    json: String,
}

static ADDED: Mutex<Vec<&'static Added>> = Mutex::new(Vec::new());

fn added(slug: &Slug) -> Option<&'static Added> {
    let all = ADDED.lock().ok()?;
    all.iter()
        .find(|added| &added.article.slug == slug)
        .copied()
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

fn read_cards(json: &Json) -> Result<Cards, JsonError> {
    Ok(Cards {
        of: json.get("count")?.whole()?,
        articles: json.get("cards")?.list(read_card)?,
    })
}

/// The same one whenever it is the same, so that searching for long takes no more memory.
fn read_card(json: &Json) -> Result<&'static Article, JsonError> {
    static READ: Mutex<Vec<&'static Article>> = Mutex::new(Vec::new());
    let card = read_article(json)?;
    let Ok(mut read) = READ.lock() else {
        return Ok(Box::leak(Box::new(card)));
    };
    let known = read.iter().find(|known| ***known == card).copied();
    Ok(known.unwrap_or_else(|| {
        let card: &Article = Box::leak(Box::new(card));
        read.push(card);
        card
    }))
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
        minutes: json.get("minutes")?.whole()?,
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

/// A related article, as its room writes it.
pub(crate) fn read_related(json: &Json) -> Result<Related, JsonError> {
    Ok(Related {
        blurb: json.get("blurb")?.string()?,
        date: json.find("date").map(Json::read).transpose()?,
        category: json.find("category").map(Json::string).transpose()?,
        article: json.find("article").map(Json::read).transpose()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_that_is_added_is_found() {
        let mut article = articles()[0].clone();
        article.slug = "added-later".parse().unwrap();
        let json = serde_json::json!({ "article": article }).to_string();
        add(json[..json.len() / 2].to_owned());
        assert_eq!(find(&article.slug), None);
        add(json.clone());
        assert_eq!(find(&article.slug), Some(&article));
        assert_eq!(super::json(&article.slug), Some(&*json));
    }

    #[test]
    fn cards_are_read_once() {
        let mut article = articles()[0].clone();
        article.sections.clear();
        let card = serde_json::json!({ "article": article });
        let json = serde_json::json!({ "count": 10_000, "cards": [card] });
        let cards = Cards::read(&json.to_string()).unwrap();
        assert_eq!(cards.of, 10_000);
        assert_eq!(cards.articles, [&article]);
        let again = Cards::read(&json.to_string()).unwrap();
        assert!(std::ptr::eq(cards.articles[0], again.articles[0]));
        assert_eq!(Cards::read("{}"), None);
    }

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
