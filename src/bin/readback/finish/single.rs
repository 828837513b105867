//! The app in one file, which opens without a host: `readback.html`.
//!
//! Apart from the app's own page, from which it is made by putting into it what that one fetches.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use readback::words;

use super::html::{between, element, replace};
use super::pages::{LATE, PAGES};
use super::words::{file, with_elements};
use super::{Error, INDEX, Program, SINGLE, Site, WORKERS};

const FETCH: &str = include_str!("../../../../assets/single.js");
const UNPACK: &str = include_str!("../../../../assets/unpack.js");

/// Scripts that the page asks for once an article is open.
const LATER: [&str; 3] = ["reading.js", "aloud.js", "marks.js"];

/// Scores are kept for an address, and a file's address is its place.
const NOTE: &str =
    r#"<footer id="edition" class="quiet column" hidden><p data-word>edition.note</p></footer>"#;

/// Writes the file.
pub(crate) fn step(site: &mut Site) -> Result<(), Error> {
    let index = site.text(INDEX)?;
    let module = between(index, r#"module_or_path:"./"#, "\"")
        .ok_or_else(|| Error::new(INDEX, "names no module"))?;
    let workers = WORKERS.iter().map(|program| worker(site, program));
    let languages = words::TEXTS.iter();
    let languages = languages.map(|(code, lines)| block(&file(code, lines), "text/plain", lines));
    let later = LATER
        .iter()
        .map(|script| Ok(format!("<script>{}</script>", site.text(script)?)));
    let blocks = [
        languages.collect(),
        block(module, "application/wasm", &pack(site.bytes(module)?)),
        workers.collect::<Result<String, Error>>()?,
        format!("<script>{UNPACK}{FETCH}</script>"),
        later.collect::<Result<String, Error>>()?,
        format!("<style>{}</style>", site.text(LATE)?),
    ];
    let start = r#"<script type="module">"#;
    let page = replace(
        INDEX,
        index,
        start,
        &format!("{}{}{start}", with_elements(NOTE)?, blocks.concat()),
    )?;
    let page = without_files(&page, &icon(site)?);
    site.put(SINGLE, page);
    Ok(())
}

/// A worker's script with its module in it.
fn worker(site: &Site, program: &Program) -> Result<String, Error> {
    let module = pack(site.bytes(&program.module())?);
    let script = site.text(&program.loader())?;
    let script = format!("{UNPACK}self.fetch=async()=>unpack(\"{module}\");{script}");
    Ok(block(&program.loader(), "text/plain", &script))
}

/// Text that is not run.
fn block(id: &str, kind: &str, text: &str) -> String {
    format!(r#"<script type="{kind}" id="{id}">{text}</script>"#)
}

/// As text, and smaller, which browsers can undo by themselves.
fn pack(bytes: &[u8]) -> String {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    STANDARD.encode(packed.expect("memory takes everything"))
}

fn icon(site: &Site) -> Result<String, Error> {
    let icon = STANDARD.encode(site.bytes("mark.svg")?);
    Ok(format!(
        r#"<link rel="icon" href="data:image/svg+xml;base64,{icon}">"#
    ))
}

/// The page without links to other files.
fn without_files(page: &str, icon: &str) -> String {
    let head_ends = page.find("<body").unwrap_or(page.len());
    let (head, body) = page.split_at(head_ends);
    let mut head = head.to_owned();
    while let Some(link) = element(&head, "link", "", ">").map(str::to_owned) {
        head = head.replace(&link, "");
    }
    let head = head.replace("</title>", &format!("</title>{icon}"));
    let body = body.replace(&format!("href=\"{PAGES}"), "href=\"#/read/");
    head + &body.replace(".html\">", "\">")
}
