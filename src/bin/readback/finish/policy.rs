//! Each page's Content-Security-Policy: what it may run, load and ask for.
//!
//! Apart because it counts the bytes of every script and style, so nothing may change them later.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::html::{contents, replace};
use super::pages::PAGES;
use super::{Error, INDEX, SINGLE, Site};

/// Before it, only this may stand in a page.
const CHARSETS: [&str; 2] = ["<meta charset=utf-8>", r#"<meta charset="utf-8">"#];

/// What a page may do beside running its own scripts and showing its own styles.
struct Allowed {
    scripts: &'static str,
    styles: &'static str,
    rest: &'static str,
}

/// The app: all that it fetches comes from where it comes from, and its worker is made by itself.
const APP: Allowed = Allowed {
    scripts: " 'self' 'wasm-unsafe-eval'",
    styles: " 'self'",
    rest: "connect-src 'self'; img-src 'self' data:; worker-src 'self' blob:; manifest-src 'self'; ",
};

/// The app in one file: it fetches nothing, and its worker is in it.
const ONE_FILE: Allowed = Allowed {
    scripts: " 'wasm-unsafe-eval'",
    styles: "",
    rest: "img-src data:; worker-src blob:; ",
};

/// An article: words and styles.
const ARTICLE: Allowed = Allowed {
    scripts: "",
    styles: " 'self'",
    rest: "img-src 'self'; ",
};

/// An address that leads nowhere: it looks for one that does.
const OTHER: Allowed = Allowed {
    scripts: "",
    styles: "",
    rest: "connect-src 'self'; ",
};

/// Writes a policy into every page.
pub(crate) fn step(site: &mut Site) -> Result<(), Error> {
    for path in site.paths().iter().filter(|path| path.ends_with(".html")) {
        let page = site.text(path)?;
        let policy = policy(page, allowed(path));
        let page = with_policy(path, page, &policy)?;
        site.put(path, page);
    }
    Ok(())
}

fn allowed(path: &str) -> &'static Allowed {
    match path {
        INDEX => &APP,
        SINGLE => &ONE_FILE,
        path if path.starts_with(PAGES) => &ARTICLE,
        _ => &OTHER,
    }
}

fn policy(page: &str, allowed: &Allowed) -> String {
    // What has a type with a stroke in it is data.
    let runs = |attributes: &str| !attributes.contains("src=") && !attributes.contains('/');
    let scripts = hashes(&contents(page, "script", runs)) + allowed.scripts;
    let styles = hashes(&contents(page, "style", |_| true)) + allowed.styles;
    format!(
        "default-src 'none'; {}{}{}base-uri 'none'; form-action 'none'",
        directive("script-src", &scripts),
        directive("style-src", &styles),
        allowed.rest
    )
}

fn directive(name: &str, sources: &str) -> String {
    if sources.is_empty() {
        return String::new();
    }
    format!("{name}{sources}; ")
}

fn hashes(texts: &[&str]) -> String {
    let hash = |text: &&str| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    texts.iter().map(hash).collect()
}

fn with_policy(path: &str, page: &str, policy: &str) -> Result<String, Error> {
    let charset = CHARSETS.into_iter().find(|charset| page.contains(charset));
    let charset = charset.ok_or_else(|| Error::new(path, "names no charset"))?;
    let meta =
        format!(r#"{charset}<meta http-equiv="Content-Security-Policy" content="{policy}">"#);
    replace(path, page, charset, &meta)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_styles_are_allowed_by_their_bytes() {
        let page = r#"<script>alert(1)</script><script type="text/plain">not run</script><style>a{}</style>"#;
        assert_eq!(
            policy(page, &OTHER),
            "default-src 'none'; script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; \
             style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; connect-src 'self'; \
             base-uri 'none'; form-action 'none'"
        );
    }

    #[test]
    fn an_article_runs_nothing() {
        let mut site = Site::default();
        site.put("read/tides.html", "<meta charset=\"utf-8\">Tides");
        step(&mut site).unwrap();
        let page = site.text("read/tides.html").unwrap();
        let policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
        assert!(page.contains(policy), "{page}");
        assert!(page.starts_with(CHARSETS[1]), "{page}");
    }
}
