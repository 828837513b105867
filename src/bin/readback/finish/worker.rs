//! The service worker's list of files.
//!
//! Apart because it must come after every step that changes a file on that list.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Error, Site};

const SCRIPT: &str = "service_worker.js";

/// How what is written before the script begins, so that it is found again.
const HEAD: &str = "const VERSION=";

/// The articles of a large library, each kept only once it has been asked for: the worker knows them
/// by their names.
const LATER: &str = "articles/";

/// Of those files the one without which no Library is shown.
const FIRST_LIST: &str = "articles/list.0.";

/// The pages of articles, kept only as long as they are small: the app shows the same.
const PAGES: &str = "read/";
const PAGES_MAX_BYTES: usize = 500_000;

/// What a browser asks for while the page is used. All else on a host is for others: crawlers, the
/// host itself, a browser that knows packed files.
const KINDS: [&str; 9] = [
    "css",
    "html",
    "ico",
    "js",
    "json",
    "png",
    "svg",
    "wasm",
    "webmanifest",
];

/// How the files of other languages begin.
const WORDS: &str = "words.";

/// Files of those kinds that the page itself never asks for.
const APART: [&str; 6] = [
    SCRIPT,
    "service_worker_off.js",
    "readback.html",
    "404.html",
    "icons/narrow.png",
    "icons/wide.png",
];

/// Every file by its path, with its hash.
type Files = BTreeMap<String, String>;

/// Writes the list into the service worker, where the build has one.
pub(crate) fn step(site: &mut Site) -> Result<(), Error> {
    if !site.has(SCRIPT) {
        return Ok(());
    }
    let script = bare(site.text(SCRIPT)?).to_owned();
    let files = list(site)?;
    let files = json(&files);
    let version = hash(format!("{files}{script}").as_bytes());
    site.put(
        SCRIPT,
        format!("{HEAD}\"{version}\",FILES={files};\n{script}"),
    );
    Ok(())
}

/// The script as it was before this step, which may have been done to it already.
fn bare(script: &str) -> &str {
    match script.split_once('\n') {
        Some((head, script)) if head.starts_with(HEAD) => script,
        _ => script,
    }
}

fn list(site: &Site) -> Result<Files, Error> {
    let mut paths = site.paths();
    paths.retain(|path| is_kept(path));
    if pages_bytes(site, &paths)? > PAGES_MAX_BYTES {
        paths.retain(|path| !path.starts_with(PAGES));
    }
    let hashed = paths.into_iter().map(|path| {
        let hash = hash(site.bytes(&path)?);
        Ok((path, hash))
    });
    hashed.collect()
}

fn pages_bytes(site: &Site, paths: &[String]) -> Result<usize, Error> {
    let pages = paths.iter().filter(|path| path.starts_with(PAGES));
    pages.map(|path| Ok(site.bytes(path)?.len())).sum()
}

fn is_kept(path: &str) -> bool {
    let kind = path.rsplit_once('.').map_or("", |(_, kind)| kind);
    let is_words = kind == "txt" && path.starts_with(WORDS);
    (KINDS.contains(&kind) || is_words) && !is_apart(path) && path.chars().all(is_plain)
}

fn is_apart(path: &str) -> bool {
    APART.contains(&path) || (path.starts_with(LATER) && !path.starts_with(FIRST_LIST))
}

/// Whether a character of a path stands in an address as it is. No file of a build has others.
fn is_plain(character: char) -> bool {
    character.is_ascii_alphanumeric() || "/._-".contains(character)
}

/// The first 64 bits of a file's SHA-256: nobody is to be kept from forging it, only from errors.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn json(files: &Files) -> String {
    serde_json::to_string(files).expect("text by text can be written")
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn site(paths: &[&str]) -> Site {
        let mut site = Site::default();
        site.put(SCRIPT, "{ addEventListener(); }");
        for path in paths {
            site.put(*path, path.to_string());
        }
        site
    }

    /// The site of empty files at these paths, and what the worker has then.
    #[track_caller]
    fn check(paths: &[&str], expected: Expect) {
        let mut site = site(paths);
        step(&mut site).unwrap();
        expected.assert_eq(site.text(SCRIPT).unwrap());
    }

    fn version(site: &mut Site) -> String {
        step(site).unwrap();
        let script = site.text(SCRIPT).unwrap();
        script.split('"').nth(1).unwrap().to_owned()
    }

    #[test]
    fn what_the_page_asks_for_is_listed() {
        let paths = ["app-1_bg.wasm", "index.html", "read/tides.html"];
        check(
            &paths,
            expect![[r#"
            const VERSION="39b3d4ca10501e79",FILES={"app-1_bg.wasm":"b74a6a063259fe2b","index.html":"0eb547304658805a","read/tides.html":"de4768161d9f62fd"};
            { addEventListener(); }"#]],
        );
    }

    #[test]
    fn of_a_large_library_the_beginning_is_listed() {
        let (first, second) = ("articles/list.0.1.json", "articles/list.1.2.json");
        let mut site = site(&[first, second, "articles/tides.3.json"]);
        step(&mut site).unwrap();
        let script = site.text(SCRIPT).unwrap();
        assert!(script.contains(first), "{script}");
        assert_eq!(script.matches("articles/").count(), 1, "{script}");
    }

    #[test]
    fn what_only_others_ask_for_is_not() {
        let others = [
            "404.html",
            "readback.html",
            "service_worker_off.js",
            "index.html.br",
            "icons/wide.png",
            "articles/tides.0123456789abcdef.json",
            "robots.txt",
            "CNAME",
            "_headers",
            ".nojekyll",
            "a name.html",
        ];
        check(
            &others,
            expect![[r#"
            const VERSION="752ce3ecf353c669",FILES={};
            { addEventListener(); }"#]],
        );
    }

    #[test]
    fn pages_of_articles_are_not_listed_where_they_are_many() {
        let mut site = site(&["index.html", "read/tides.html"]);
        site.put("read/ebb.html", "x".repeat(PAGES_MAX_BYTES));
        step(&mut site).unwrap();
        let script = site.text(SCRIPT).unwrap();
        assert!(script.contains("index.html"));
        assert!(!script.contains("read/"), "{script}");
    }

    #[test]
    fn a_second_time_changes_nothing() {
        let mut site = site(&["index.html", "read/tides.html"]);
        step(&mut site).unwrap();
        let once = site.text(SCRIPT).unwrap().to_owned();
        step(&mut site).unwrap();
        assert_eq!(site.text(SCRIPT), Ok(&*once));
    }

    #[test]
    fn the_version_changes_with_any_file_and_with_the_worker() {
        let mut site = site(&["index.html", "read/tides.html"]);
        let mut versions = vec![version(&mut site)];
        for path in ["read/tides.html", "index.html", "new.html", SCRIPT] {
            site.put(path, "changed");
            versions.push(version(&mut site));
        }
        versions.sort();
        versions.dedup();
        assert_eq!(versions.len(), 5);
    }

    #[test]
    fn a_build_without_a_worker_gets_none() {
        let mut site = Site::default();
        site.put("index.html", "");
        step(&mut site).unwrap();
        assert_eq!(site.paths(), ["index.html"]);
    }
}
