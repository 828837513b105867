//! The articles of a large library as files beside the page, and what leads to them.
//!
//! Apart because a small library is compiled into the page and has nothing of this. `assets/library.js`
//! reads what is written here, in a worker, and `assets/large.js` gives it to the program.
//!
//! Every file's name has the hash of what is in it, so that it never changes and may be kept for
//! good. Lists have the cards in the order of the Library, and the lengths of their texts; the index of
//! all words is in pieces. The tutor searches both, and `assets/fetch.js`, before its own script,
//! fetches what it lacks. Drawers have the hash of each article's file by the article's name, and
//! which drawer it is follows from the name alone. So nobody has to fetch a list to open an article.

use std::collections::{BTreeMap, BTreeSet};

use readback::article::{self, Article};
use readback::find::{self, Index, Lengths};
use readback::shelf::{self, CARDS_AT_ONCE};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::html::replace;
use super::words::with_texts;
use super::{Error, INDEX, Program, SINGLE, Site};

/// All files are in there but the scripts.
const FOLDER: &str = "articles/";
const WORKER: &str = include_str!("../../../../assets/library.js");
const PAGE: &str = include_str!("../../../../assets/large.js");
const FETCH: &str = include_str!("../../../../assets/fetch.js");
/// The script that the fetching one is put before, and what ends that.
const TUTOR: Program = Program("tutor");
const FETCHED: &str = "\n/* the tutor */\n";

/// How many cards the page has in itself.
const FIRST: usize = CARDS_AT_ONCE;
/// How many cards a further list has: some 50 kB by gzip.
const IN_A_LIST: usize = 500;
/// How many articles a drawer has, more or less.
const IN_A_DRAWER: usize = 100;

/// What starts the program.
const START: &str = r#"<script type="module">"#;

/// What begins and ends what is written before that.
const DATA: &str = r#"<script type="application/json" id="library">"#;
const END: &str = "</script>";

/// What is shown and searched of an article without its text.
#[derive(Serialize)]
struct Listed<'a> {
    article: Article,
    /// The path of its file.
    file: &'a str,
    lengths: Lengths,
}

/// What the workers know from the start.
struct Contents {
    /// Of the worker that keeps articles.
    keeper: Value,
    /// Of the tutor.
    tutor: Value,
}

/// Writes the library if it is large.
pub(crate) fn step(site: &mut Site) -> Result<(), Error> {
    match article::is_large(shelf::articles()) {
        false => Ok(()),
        true => {
            // It would have no articles in it.
            site.remove(SINGLE);
            put(site, shelf::articles())
        }
    }
}

/// Writes these articles beside the page, and into it what leads to them.
///
/// # Errors
/// When the page is not one that a build writes.
pub(crate) fn put(site: &mut Site, articles: &[Article]) -> Result<(), Error> {
    remove(site);
    let contents = contents(site, articles);
    let worker = format!("const LIBRARY={};\n{}", contents.keeper, bare(WORKER));
    let worker = put_script(site, "library", &worker);
    put_fetch(site, &contents.tutor)?;
    let script = with_texts("large.js", &bare(PAGE))?;
    let script = put_script(site, "large", &script);
    let cards = articles.iter().take(FIRST);
    let cards: Vec<_> = cards.map(|it| json!({ "article": card(it) })).collect();
    let count = articles.len();
    let data = json!({ "worker": format!("./{worker}"), "count": count, "cards": cards });
    let page = with_data(site.text(INDEX)?, &data, &script)?;
    site.put(INDEX, page);
    Ok(())
}

/// What the workers know from the start; the files they name are written.
fn contents(site: &mut Site, articles: &[Article]) -> Contents {
    let mut drawers = vec![BTreeMap::new(); articles.len().div_ceil(IN_A_DRAWER).max(1)];
    let (mut files, mut bytes) = (Vec::new(), 0);
    for article in articles {
        let text = json!({ "article": article }).to_string();
        bytes += text.len();
        let hash = hash(&text);
        files.push(format!("{FOLDER}{}.{hash}.json", article.slug));
        site.put(&*files[files.len() - 1], text);
        let drawer = fnv(article.slug.as_str()) as usize % drawers.len();
        drawers[drawer].insert(&article.slug, hash);
    }
    let index = Index::of(articles);
    let listed = articles.iter().zip(&files).zip(index.lengths());
    let listed = listed.map(|((article, file), lengths)| Listed {
        article: Article {
            category: article.category.clone(),
            ..card(article)
        },
        file,
        lengths: *lengths,
    });
    let lists = put_all(site, "list", lists(listed.collect()));
    let drawers = put_all(site, "drawer", drawers);
    let words = put_words(site, &index);
    let names: Vec<_> = words.iter().map(|(_, name)| name).collect();
    let count = articles.len();
    let categories: BTreeSet<_> = articles
        .iter()
        .filter_map(|it| it.category.as_ref())
        .collect();
    Contents {
        keeper: json!({ "count": count, "bytes": bytes, "lists": lists, "words": names, "drawers": drawers }),
        tutor: json!({ "do": "library", "now": 0, "count": count, "categories": categories, "lists": lists, "words": words }),
    }
}

/// The pieces of the index, each with its first word.
fn put_words(site: &mut Site, index: &Index) -> Vec<(String, String)> {
    let shards = find::cut(index);
    let first = |shard: &find::Shard| shard.terms.first().map(|(term, _)| term.clone());
    let firsts: Vec<_> = shards
        .iter()
        .map(|it| first(it).unwrap_or_default())
        .collect();
    let names = put_all(site, "words", shards.into_iter().map(|shard| shard.terms));
    firsts.into_iter().zip(names).collect()
}

/// A short one first, so that what follows the first page comes quickly.
fn lists(mut first: Vec<Listed<'_>>) -> Vec<Vec<Listed<'_>>> {
    let mut rest = first.split_off(FIRST.min(first.len())).into_iter();
    let mut lists = vec![first];
    while rest.len() > 0 {
        lists.push(rest.by_ref().take(IN_A_LIST).collect());
    }
    lists
}

/// Puts what fetches before the tutor, in the place of what an earlier finishing put there.
fn put_fetch(site: &mut Site, contents: &Value) -> Result<(), Error> {
    let path = TUTOR.loader();
    if !site.has(&path) {
        return Ok(());
    }
    let script = site.text(&path)?;
    let tutor = script
        .split_once(FETCHED)
        .map_or(script, |(_, tutor)| tutor);
    let script = format!(
        "{{const LIBRARY={contents};\n{}}}{FETCHED}{tutor}",
        bare(FETCH)
    );
    site.put(path, script);
    Ok(())
}

/// Writes each under its number, which no article can be called; their paths.
fn put_all<T: Serialize>(
    site: &mut Site,
    kind: &str,
    values: impl IntoIterator<Item = T>,
) -> Vec<String> {
    let put = |(number, value)| {
        let text = serde_json::to_string(&value).expect("these types have only text keys");
        let path = format!("{FOLDER}{kind}.{number}.{}.json", hash(&text));
        site.put(&*path, text);
        path
    };
    values.into_iter().enumerate().map(put).collect()
}

fn put_script(site: &mut Site, name: &str, text: &str) -> String {
    let path = format!("{name}-{}.js", hash(text));
    site.put(&*path, text);
    path
}

/// The article without its text.
fn card(article: &Article) -> Article {
    Article {
        sections: Vec::new(),
        related: Vec::new(),
        byline: None,
        category: None,
        ..article.clone()
    }
}

/// What an earlier finishing left.
fn remove(site: &mut Site) {
    let is_ours = |path: &String| {
        let is_script = path.starts_with("library-") || path.starts_with("large-");
        let changed = [INDEX, &TUTOR.loader()].map(|path| format!("{path}."));
        let is_stale = changed.iter().any(|packed| path.starts_with(packed));
        path.starts_with(FOLDER) || is_script || is_stale
    };
    for path in site.paths().iter().filter(|path| is_ours(path)) {
        site.remove(path);
    }
}

/// The page with the data, in the place of those it may have, and with the script that reads them,
/// before the program. Within a script no tag may stand, and in JSON every character may be written
/// otherwise.
fn with_data(page: &str, data: &Value, script: &str) -> Result<String, Error> {
    let page = match (page.find(DATA), page.find(START)) {
        (Some(from), Some(to)) => page[..from].to_owned() + &page[to..],
        _ => page.to_owned(),
    };
    let data = data.to_string().replace('<', r"\u003c");
    let script = format!(r#"<script src="./{script}">{END}"#);
    replace(
        INDEX,
        &page,
        START,
        &format!("{DATA}{data}{END}{script}{START}"),
    )
}

/// A script without the lines that are comments.
fn bare(script: &str) -> String {
    let is_code = |line: &&str| {
        let line = line.trim_start();
        !line.is_empty() && !line.starts_with("//")
    };
    let lines: Vec<&str> = script.lines().filter(is_code).collect();
    lines.join("\n")
}

/// As the service worker computes it.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text);
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// FNV-1a, as in the worker.
fn fnv(slug: &str) -> u32 {
    let mix = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    slug.bytes().fold(0x811c_9dc5, mix)
}

#[cfg(test)]
mod tests {
    use readback::shelf::Cards;

    use super::*;

    const PAGE_OF_APP: &str = r#"<body><div></div><script type="module">start()</script></body>"#;

    fn site() -> Site {
        let mut site = Site::default();
        site.put(INDEX, PAGE_OF_APP);
        site
    }

    /// So many articles, each with a name and a title of its own.
    fn library(count: usize) -> Vec<Article> {
        let numbered = |number: usize| Article {
            slug: format!("article-{number}").parse().expect("a slug"),
            title: format!("</script> {number}"),
            ..shelf::articles()[0].clone()
        };
        (0..count).map(numbered).collect()
    }

    fn put_library(count: usize) -> Site {
        let mut site = site();
        put(&mut site, &library(count)).unwrap();
        site
    }

    fn json(site: &Site, path: &str) -> Value {
        serde_json::from_str(site.text(path).unwrap()).unwrap()
    }

    /// What the worker knows, and that each of those files is there.
    fn contents_of(site: &Site) -> Value {
        let paths = site.paths();
        let worker = paths
            .iter()
            .find(|path| path.starts_with("library-"))
            .unwrap();
        let line = site
            .text(worker)
            .unwrap()
            .lines()
            .next()
            .unwrap()
            .to_owned();
        let json = line
            .trim_start_matches("const LIBRARY=")
            .trim_end_matches(';');
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn the_name_of_an_article_leads_to_its_file() {
        let site = put_library(250);
        let contents = contents_of(&site);
        let drawers = contents["drawers"].as_array().unwrap();
        assert_eq!(drawers.len(), 3);
        for article in library(250) {
            let drawer = &drawers[fnv(article.slug.as_str()) as usize % drawers.len()];
            let drawer = json(&site, drawer.as_str().unwrap());
            let hash_there = drawer[article.slug.as_str()].as_str().unwrap();
            let path = format!("{FOLDER}{}.{hash_there}.json", article.slug);
            assert_eq!(hash(site.text(&path).unwrap()), hash_there);
            let written = serde_json::to_value(&article).unwrap();
            assert_eq!(json(&site, &path)["article"], written);
        }
    }

    #[test]
    fn lists_have_all_articles_in_their_order_and_what_is_searched() {
        let site = put_library(FIRST + IN_A_LIST + 1);
        let contents = contents_of(&site);
        let lists = contents["lists"].as_array().unwrap();
        let lists = lists.iter().map(|path| json(&site, path.as_str().unwrap()));
        let lists: Vec<Vec<Value>> = lists.map(|list| list.as_array().unwrap().clone()).collect();
        let lengths: Vec<usize> = lists.iter().map(Vec::len).collect();
        assert_eq!(lengths, [FIRST, IN_A_LIST, 1]);
        for (listed, article) in lists.iter().flatten().zip(library(1000)) {
            assert_eq!(listed["article"]["slug"], article.slug.as_str());
            assert!(site.has(listed["file"].as_str().unwrap()));
            assert!(listed["lengths"][3].as_u64() > Some(500));
        }
    }

    #[test]
    fn the_tutor_s_script_begins_with_what_fetches_the_words() {
        let mut site = site();
        site.put(TUTOR.loader(), "start()");
        put(&mut site, &library(50)).unwrap();
        put(&mut site, &library(3)).unwrap();
        let script = site.text(&TUTOR.loader()).unwrap();
        let line = script.lines().next().unwrap();
        let json = line
            .trim_start_matches("{const LIBRARY=")
            .trim_end_matches(';');
        let contents: Value = serde_json::from_str(json).unwrap();
        assert_eq!(contents["count"], 3);
        for words in contents["words"].as_array().unwrap() {
            let piece = self::json(&site, words[1].as_str().unwrap());
            assert_eq!(piece[0][0], words[0]);
        }
        assert!(script.ends_with("}\n/* the tutor */\nstart()"), "{script}");
    }

    #[test]
    fn the_page_has_the_first_articles_and_no_tag_of_theirs() {
        let site = put_library(FIRST + 1);
        let page = site.text(INDEX).unwrap();
        let (before, after) = page.split_once(DATA).unwrap();
        assert_eq!(before, "<body><div></div>");
        let (data, after) = after.split_once(END).unwrap();
        let cards = Cards::read(data).unwrap();
        assert_eq!(cards.of, FIRST + 1);
        let titles = cards.articles.iter().map(|article| &article.title);
        assert!(titles.eq(library(FIRST).iter().map(|article| &article.title)));
        assert!(after.starts_with(r#"<script src="./large-"#), "{after}");
        assert!(after.ends_with(r#"<script type="module">start()</script></body>"#));
    }

    #[test]
    fn another_library_takes_the_place_of_the_first() {
        let mut site = put_library(120);
        put(&mut site, &library(50)).unwrap();
        let fresh = put_library(50);
        assert_eq!(site.paths(), fresh.paths());
        assert_eq!(site.text(INDEX), fresh.text(INDEX));
    }

    #[test]
    fn a_small_library_has_nothing_of_this() {
        let mut site = site();
        step(&mut site).unwrap();
        assert_eq!(site.text(INDEX), Ok(PAGE_OF_APP));
        assert_eq!(site.paths(), [INDEX]);
    }
}
