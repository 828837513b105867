//! The Library of a few articles, searched, sorted and filtered; and a large one, file by file.

use expect_test::{Expect, expect};

use crate::article::{self, Article};
use crate::find::{self, Index};
use crate::study::sample::place::Fixed;
use crate::ui::tutor::Tutor;

const TIDES: &str = "---\ntitle: Tides\ndek: What the moon does.\ndate: 2024-05-01\ntags: [Sea]\n---\n\n\
The water rises twice a day. Naïve sailors wait for it.\n\n## Ebb\n\nIt falls again, and the harbour is dry.\n";
const ALPS: &str = "---\ntitle: Across the Alps\ndek: A long way.\ndate: 1921-03-02\ntags: [Land]\n---\n\n\
Roads climb for a day. Nobody waits for the snow.\n";
const HARBOURS: &str =
    "---\ntitle: Harbours\ntags: [Sea]\n---\n\nShips wait in a harbour. They are tied up.\n";

fn articles() -> Vec<Article> {
    let files = [("a.md", TIDES), ("b.md", ALPS), ("c.md", HARBOURS)];
    let articles = files.map(|(name, text)| article::parse(name, text.as_bytes()).article);
    articles.into()
}

struct Page(Tutor);

impl Page {
    fn new() -> Page {
        let articles = articles();
        let articles: Vec<_> = articles
            .iter()
            .map(|it| serde_json::json!({ "article": it }))
            .collect();
        let mut page = Page(Tutor::new(Box::new(Fixed(0))));
        page.ask(&format!(
            r#""do":"shelf","articles":{}"#,
            serde_json::json!(articles)
        ));
        page
    }

    fn ask(&mut self, wish: &str) -> serde_json::Value {
        let answer = self.0.answer(&format!(r#"{{"now":1000,{wish}}}"#));
        serde_json::from_str(&answer).unwrap()
    }

    fn find(&mut self, typed: &str) -> serde_json::Value {
        let typed = serde_json::json!(typed);
        self.ask(&format!(
            r#""do":"view","name":"library","with":{typed},"kept":null"#
        ))
    }

    fn choose(&mut self, what: &str, with: &str) {
        self.ask(&format!(r#""do":"act","what":"{what}","with":"{with}""#));
    }

    /// What is said, and the cards: title with the place it leads to, dek, sentence and facts.
    fn shown(&mut self, typed: &str) -> String {
        shown(&self.find(typed))
    }
}

fn shown(reply: &serde_json::Value) -> String {
    let view: serde_json::Value = serde_json::from_str(reply["view"].as_str().unwrap()).unwrap();
    let says = reply["says"].as_str().unwrap_or("(as it is)").to_owned();
    let list = view
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it[1][0][1] == "found");
    let rest = list.map(|list| {
        list[2]
            .as_array()
            .unwrap()
            .iter()
            .map(words)
            .collect::<Vec<_>>()
    });
    [says]
        .into_iter()
        .chain(rest.unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// A node as a line.
fn words(node: &serde_json::Value) -> String {
    if let Some(text) = node.as_str() {
        return text.to_owned();
    }
    let inner: Vec<_> = node[2].as_array().unwrap().iter().map(words).collect();
    let attribute = |name: &str| {
        let all = node[1].as_array().unwrap();
        let found = all.iter().find(|it| it[0] == name);
        found
            .map(|it| it[1].as_str().unwrap().to_owned())
            .unwrap_or_default()
    };
    match node[0].as_str().unwrap() {
        "mark" => format!("[{}]", inner.concat()),
        "a" => format!("{} <{}>", inner.concat(), attribute("href")),
        "button" => format!(
            "({}: {} {})",
            inner.concat(),
            attribute("data-do"),
            attribute("data-with")
        ),
        "article" => inner.join(" | "),
        "p" if attribute("class") == "row" => inner.join(" "),
        _ => inner.concat(),
    }
}

#[track_caller]
fn check(page: &mut Page, typed: &str, expected: Expect) {
    expected.assert_eq(&page.shown(typed));
}

#[test]
fn nothing_is_shown_until_something_is_searched_or_chosen() {
    let mut page = Page::new();
    check(&mut page, "", expect!["(as it is)"]);
    check(&mut page, " t", expect!["(as it is)"]);
    let view = page.find("")["view"].to_string();
    for name in ["Sort by", "Show", "Category", "Land", "Sea"] {
        assert!(view.contains(name), "{name}: {view}");
    }
}

#[test]
fn what_is_found_leads_to_its_sentence() {
    let mut page = Page::new();
    check(
        &mut page,
        "harb",
        expect![[r#"
        2 of 3 articles
        [Harbours] <#/read/harbours> | 1 min
        Tides <#/read/tides?at=1.0.0-39> | What the moon does. | It falls again, and the [harbour] is dry. | 1 min · 2024-05-01"#]],
    );
    check(
        &mut page,
        "naive wait",
        expect![[r#"
        1 of 3 articles
        Tides <#/read/tides?at=0.0.29-56> | What the moon does. | [Naïve] sailors [wait] for it. | 1 min · 2024-05-01"#]],
    );
    check(
        &mut page,
        "\"twice a day\"",
        expect![[r#"
        1 of 3 articles
        Tides <#/read/tides?at=0.0.0-28> | What the moon does. | The water rises [twice a day]. | 1 min · 2024-05-01"#]],
    );
}

#[test]
fn where_nothing_is_found_there_is_something_to_do() {
    let mut page = Page::new();
    check(
        &mut page,
        "xyzzy",
        expect![[r#"
        Nothing found for “xyzzy”.
        Fewer words find more, and so do their first letters alone.
        (Clear the search: query )"#]],
    );
    check(
        &mut page,
        "harbour xyzzy",
        expect![[r#"
        Nothing found for “harbour xyzzy”: no article has “xyzzy”.
        Fewer words find more, and so do their first letters alone.
        (Search for “harbour”: query harbour) (Clear the search: query )"#]],
    );
    check(
        &mut page,
        "snow ships",
        expect![[r#"
        Nothing found for “snow ships”.
        Fewer words find more, and so do their first letters alone.
        (Clear the search: query )"#]],
    );
}

#[test]
fn articles_are_sorted() {
    let mut page = Page::new();
    page.choose("library-sort", "title");
    check(
        &mut page,
        "",
        expect![[r#"
        3 articles
        Across the Alps <#/read/across-the-alps> | A long way. | 1 min · 1921-03-02
        Harbours <#/read/harbours> | 1 min
        Tides <#/read/tides> | What the moon does. | 1 min · 2024-05-01"#]],
    );
    page.choose("library-sort", "date");
    check(
        &mut page,
        "",
        expect![[r#"
        3 articles
        Tides <#/read/tides> | What the moon does. | 1 min · 2024-05-01
        Across the Alps <#/read/across-the-alps> | A long way. | 1 min · 1921-03-02
        Harbours <#/read/harbours> | 1 min"#]],
    );
    page.choose("library-sort", "nonsense");
    page.choose("library-sort", "listed");
    check(&mut page, "", expect!["(as it is)"]);
}

#[test]
fn articles_are_left_out() {
    let mut page = Page::new();
    page.choose("library-category", "Sea");
    check(
        &mut page,
        "wait",
        expect![[r#"
        2 of 3 articles
        Harbours <#/read/harbours?at=0.0.0-24> | Ships [wait] in a harbour. | 1 min
        Tides <#/read/tides?at=0.0.29-56> | What the moon does. | Naïve sailors [wait] for it. | 1 min · 2024-05-01"#]],
    );
    page.choose("library-only", "due");
    check(
        &mut page,
        "wait",
        expect![[r#"
        No article is due.
        (Show all: library ) (Clear the search: query )"#]],
    );
    check(
        &mut page,
        "",
        expect![[r#"
        No article is due.
        (Show all: library )"#]],
    );
    page.choose("library", "");
    check(&mut page, "", expect!["(as it is)"]);
}

#[test]
fn what_was_begun_and_quizzed_is_told() {
    let mut page = Page::new();
    let attempt = r#"[["readback.position.tides","{\"v\":1,\"p\":0,\"f\":0,\"of\":2,\"at\":1}"]]"#;
    page.ask(&format!(r#""do":"load","words":"","entries":{attempt}"#));
    let position = r#"[["readback.position.tides","{\"v\":1,\"p\":1,\"f\":1,\"of\":2,\"at\":2}"]]"#;
    assert_eq!(page.find("")["overview"], serde_json::Value::Null);
    page.ask(&format!(r#""do":"changed","entries":{position}"#));
    assert_eq!(page.find("")["overview"]["lines"][0][1], "100 % read");
    assert_eq!(page.find("")["overview"], serde_json::Value::Null);
    page.ask(&format!(r#""do":"load","words":"","entries":{attempt}"#));
    page.choose("library-only", "started");
    check(
        &mut page,
        "",
        expect![[r#"
        1 of 3 articles
        Tides <#/read/tides> | What the moon does. | 1 min · 2024-05-01 | 50 % read"#]],
    );
    page.choose("library-only", "unread");
    check(
        &mut page,
        "",
        expect![[r#"
        2 of 3 articles
        Across the Alps <#/read/across-the-alps> | A long way. | 1 min · 1921-03-02
        Harbours <#/read/harbours> | 1 min"#]],
    );
    page.choose("library", "");
    page.choose("library-sort", "progress");
    check(
        &mut page,
        "",
        expect![[r#"
        3 articles
        Tides <#/read/tides> | What the moon does. | 1 min · 2024-05-01 | 50 % read
        Across the Alps <#/read/across-the-alps> | A long way. | 1 min · 1921-03-02
        Harbours <#/read/harbours> | 1 min"#]],
    );
}

/// The files of a large library of the same articles.
fn files() -> Vec<(String, String)> {
    let articles = articles();
    let index = Index::of(&articles);
    let file = |article: &Article| format!("articles/{}.0.json", article.slug);
    let listed = articles
        .iter()
        .zip(index.lengths())
        .map(|(article, lengths)| {
            let card = Article {
                sections: Vec::new(),
                ..article.clone()
            };
            serde_json::json!({ "article": card, "file": file(article), "lengths": lengths })
        });
    let list = (
        "list".to_owned(),
        serde_json::json!(listed.collect::<Vec<_>>()).to_string(),
    );
    let words = find::cut(&index)
        .into_iter()
        .map(|shard| serde_json::json!(shard.terms).to_string());
    let words = words.map(|text| ("words".to_owned(), text));
    let texts = articles
        .iter()
        .map(|it| (file(it), serde_json::json!({ "article": it }).to_string()));
    [list].into_iter().chain(words).chain(texts).collect()
}

/// Asks until nothing is wanted; what was wanted, one line a time. What `lacks` names cannot be had.
fn fetch(page: &mut Page, typed: &str, lacks: &str) -> String {
    let files = files();
    let mut wanted = String::new();
    loop {
        let reply = page.find(typed);
        let Some(wants) = reply["wants"].as_array() else {
            return wanted + &shown(&reply);
        };
        let names: Vec<_> = wants.iter().map(|it| it.as_str().unwrap()).collect();
        wanted += &format!("{}\n", names.join(" "));
        let text = |name: &str| {
            let mut files = files.iter().filter(|(it, _)| it == name && name != lacks);
            files.next().map(|(_, text)| text)
        };
        let entries: Vec<_> = names.iter().map(|name| (name, text(name))).collect();
        page.ask(&format!(
            r#""do":"files","entries":{}"#,
            serde_json::json!(entries)
        ));
        assert!(wanted.lines().count() < 9, "{wanted}");
    }
}

fn large() -> Page {
    let mut page = Page(Tutor::new(Box::new(Fixed(0))));
    let words = r#"[["1921","words"]]"#;
    page.ask(&format!(
        r#""do":"library","count":3,"categories":["Land","Sea"],"lists":["list"],"words":{words}"#
    ));
    page
}

#[test]
fn a_large_library_is_searched_by_what_is_fetched() {
    let mut page = large();
    check(&mut page, "", expect!["(as it is)"]);
    expect![[r#"
        list words
        articles/harbours.0.json articles/tides.0.json
        2 of 3 articles
        [Harbours] <#/read/harbours> | 1 min
        Tides <#/read/tides?at=1.0.0-39> | What the moon does. | It falls again, and the [harbour] is dry. | 1 min · 2024-05-01"#]].assert_eq(&fetch(&mut page, "harbour", ""));
    expect![[r#"
        2 of 3 articles
        [Harbours] <#/read/harbours?at=0.0.0-24> | Ships [wait] in a [harbour]. | 1 min
        Tides <#/read/tides?at=1.0.0-39> | What the moon does. | It falls again, and the [harbour] is dry. | 1 min · 2024-05-01"#]].assert_eq(&fetch(&mut page, "harbour wait", ""));
    page.choose("library-sort", "title");
    expect![[r#"
        3 articles
        Across the Alps <#/read/across-the-alps> | A long way. | 1 min · 1921-03-02
        Harbours <#/read/harbours> | 1 min
        Tides <#/read/tides> | What the moon does. | 1 min · 2024-05-01"#]]
    .assert_eq(&fetch(&mut page, "", ""));
}

#[test]
fn what_cannot_be_fetched_is_told_and_asked_for_again() {
    for lacks in ["words", "list"] {
        let told = fetch(&mut large(), "naive", lacks);
        assert!(told.contains("search once while online"), "{lacks}: {told}");
        assert!(told.ends_with("(Try again: library-again )"), "{told}");
    }
    let told = fetch(&mut large(), "naive", "articles/tides.0.json");
    assert!(
        told.ends_with("| What the moon does. | 1 min · 2024-05-01"),
        "{told}"
    );
    let mut page = large();
    fetch(&mut page, "naive", "words");
    assert!(fetch(&mut page, "naive", "").contains("[Naïve]"));
}
