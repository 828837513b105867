//! The words of the interface go where no program of ours puts them: into the page itself and the plain
//! scripts; and those of other languages into files of their own.
//!
//! Apart from the programs, which have their words compiled in. The page names a word by its key, as
//! the text of an element with `data-word`, and a script as a text that begins with `words:`. Either
//! way there stands the English afterwards, and the word's place among all, by which
//! `assets/first.js` finds it in another language.

use readback::words;

use super::html::escape;
use super::worker::hash;
use super::{Error, INDEX, Site};

/// The attribute of an element whose text is a key.
const ATTRIBUTE: &str = "data-word";

/// How a key begins in a script, within its quotation marks.
const PREFIX: &str = "words:";

/// Puts the words in.
pub(crate) fn step(site: &mut Site) -> Result<(), Error> {
    let page = with_elements(site.text(INDEX)?)?;
    let languages = words::TEXTS.iter().map(|(code, lines)| file(code, lines));
    let languages = languages.collect::<Vec<_>>().join(" ");
    let page = page.replacen("<html", &format!("<html data-languages=\"{languages}\""), 1);
    site.put(INDEX, page);
    let mut paths = site.paths();
    paths.retain(|path| path == INDEX || path.ends_with(".js"));
    for path in paths {
        let script = with_texts(&path, site.text(&path)?)?;
        site.put(path, script);
    }
    for (code, lines) in words::TEXTS {
        site.put(file(code, lines), *lines);
    }
    Ok(())
}

/// The name of a language's file: another one when the words are others, for lines of one build are not
/// for another.
pub(crate) fn file(code: &str, lines: &str) -> String {
    format!("words.{code}.{}.txt", hash(lines.as_bytes()))
}

/// The page with a word in the place of each element's key.
pub(crate) fn with_elements(page: &str) -> Result<String, Error> {
    let mut pieces = page.split(ATTRIBUTE);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        // A script asks for the elements by this very attribute.
        if piece.starts_with(']') {
            whole += &format!("{ATTRIBUTE}{piece}");
            continue;
        }
        let broken = || Error::new(INDEX, format!("has {ATTRIBUTE} where it is not the last"));
        let (attributes, inside) = piece.split_once('>').ok_or_else(broken)?;
        let attributes = attributes.trim_start_matches(['=', '"']);
        let (key, after) = inside.split_once('<').ok_or_else(broken)?;
        let (place, english) = find(INDEX, key.trim())?;
        whole += &format!(
            "{ATTRIBUTE}=\"{place}\"{attributes}>{}<{after}",
            escape(english)
        );
    }
    Ok(whole)
}

/// The script with a word in the place of each key.
pub(crate) fn with_texts(path: &str, script: &str) -> Result<String, Error> {
    let mut whole = script.to_owned();
    while let Some(at) = whole.find(PREFIX).filter(|&at| at > 0) {
        let quote = &whole[at - 1..at];
        let rest = &whole[at + PREFIX.len()..];
        let end = rest.find(quote).unwrap_or(rest.len());
        let (place, english) = find(path, &rest[..end])?;
        let said = format!("say({place},{})", serde_json::json!(english));
        let end = (at + PREFIX.len() + end + 1).min(whole.len());
        whole.replace_range(at - 1..end, &said);
    }
    Ok(whole)
}

fn find(path: &str, key: &str) -> Result<(usize, &'static str), Error> {
    words::find(key)
        .ok_or_else(|| Error::new(path, format!("asks for the word {key:?}, which is none")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_and_its_scripts_get_their_words() {
        let (at, english) = words::find("welcome.done").unwrap();
        let mut site = Site::default();
        site.put(
            INDEX,
            "<html lang=en><button data-word class=a>welcome.done</button>\
             <script>all(`[data-word]`);a>b</script>",
        );
        site.put("offline.js", "const READY='words:welcome.done',b=1;");
        step(&mut site).unwrap();
        let page = site.text(INDEX).unwrap();
        assert!(page.contains(&format!(
            "<button data-word=\"{at}\" class=a>{english}</button>"
        )));
        let name = site
            .paths()
            .into_iter()
            .find(|path| path.starts_with("words.de."));
        let name = name.unwrap();
        let start = format!("<html data-languages=\"{name}\" lang=en>");
        assert!(page.starts_with(&start), "{page}");
        let script = format!("const READY=say({at},\"{english}\"),b=1;");
        assert_eq!(site.text("offline.js"), Ok(&*script));
    }

    #[test]
    fn a_word_that_is_none_is_refused() {
        let mut site = Site::default();
        site.put(INDEX, "<p data-word>no.such</p>");
        assert!(step(&mut site).unwrap_err().to_string().contains("no.such"));
    }
}
