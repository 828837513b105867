//! What becomes of marks between the page, the tutor and the store.
//!
//! Apart from what is told of them, which is shorter than this.

use expect_test::{Expect, expect};

use super::super::message::Reply;
use super::super::tests::Page;
use crate::article::parse;
use crate::study::MARK_PREFIX;

const TIDES: &str = "# Tides\n\nThe sea comes, é, and goes.\n\n## Why\n\nThe Moon pulls at the sea. So does the Sun.\n\nIt is far away.\n";

fn page() -> Page {
    let mut page = Page::new();
    tell(&mut page, TIDES);
    page
}

/// Has the page tell of the article as it is now.
fn tell(page: &mut Page, text: &str) {
    let article = parse("tides.md", text.as_bytes()).article;
    let json = serde_json::json!({ "article": article });
    page.ask(&format!(r#""do":"shelf","articles":[{json}]"#));
}

fn act(page: &mut Page, what: &str, with: &serde_json::Value) -> Reply {
    page.now += 1;
    let with = match with.as_str() {
        Some(text) => text.to_owned(),
        None => with.to_string(),
    };
    let with = serde_json::to_string(&with).unwrap();
    page.ask(&format!(r#""do":"act","what":"{what}","with":{with}"#))
}

fn says(reply: Reply) -> String {
    reply.says.unwrap_or_else(|| "nothing".to_owned())
}

fn mark(page: &mut Page, from: &str, to: &str, note: &str) -> String {
    let with = serde_json::json!({ "article": "tides", "from": from, "to": to, "note": note, "chance": [1, 2] });
    says(act(page, "mark", &with))
}

/// The first mark's note, written by somebody who knew it as it was at `changed`.
fn note(page: &mut Page, changed: &str, note: &str) -> String {
    let id = stored(page)[0].0.clone();
    let with = serde_json::json!({ "id": id, "changed": changed, "note": note });
    says(act(page, "note", &with))
}

/// The ids and values of all marks.
fn stored(page: &Page) -> Vec<(String, serde_json::Value)> {
    let marks = page.store.iter().filter_map(|(key, value)| {
        let id = key.strip_prefix(MARK_PREFIX)?;
        Some((id.to_owned(), serde_json::from_str(value).unwrap()))
    });
    marks.collect()
}

fn field(page: &Page, name: &str) -> String {
    let values = stored(page)
        .into_iter()
        .map(|(_, value)| match &value[name] {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        });
    values.collect::<Vec<_>>().join(" | ")
}

fn view(page: &mut Page, name: &str) -> String {
    let wish = format!(r#""do":"view","name":"{name}","with":"tides","kept":null"#);
    page.ask(&wish).view.unwrap()
}

/// All the texts that are shown, without the tools.
#[track_caller]
fn check_view(page: &mut Page, name: &str, expected: Expect) {
    fn texts(node: &serde_json::Value, all: &mut Vec<String>) {
        match node {
            serde_json::Value::String(text) => all.push(text.clone()),
            serde_json::Value::Array(parts) if parts[0] == "template" => {}
            serde_json::Value::Array(parts) => {
                let attributes = parts[1].as_array().unwrap().iter();
                all.extend(
                    attributes
                        .filter(|it| it[0] == "href")
                        .map(|it| format!("({})", it[1].as_str().unwrap())),
                );
                parts[2]
                    .as_array()
                    .unwrap()
                    .iter()
                    .for_each(|node| texts(node, all));
            }
            _ => {}
        }
    }
    let nodes: serde_json::Value = serde_json::from_str(&view(page, name)).unwrap();
    let mut all = Vec::new();
    nodes
        .as_array()
        .unwrap()
        .iter()
        .for_each(|node| texts(node, &mut all));
    expected.assert_eq(&all.join("\n"));
}

#[track_caller]
fn check_told(page: &mut Page, expected: Expect) {
    let nodes: serde_json::Value = serde_json::from_str(&view(page, "marks")).unwrap();
    let told = nodes[1][1][1][1].as_str().unwrap();
    let told: serde_json::Value = serde_json::from_str(told).unwrap();
    let marks = told["marks"].as_array().unwrap().iter();
    let marks = marks.map(|mark| format!("{} {}\n", mark["at"], mark["note"]));
    expected.assert_eq(&marks.collect::<String>());
}

#[test]
fn a_passage_is_marked_with_its_note() {
    let mut page = page();
    assert_eq!(mark(&mut page, "0.0.14", "0.0.18", ""), "Highlighted.");
    assert_eq!(
        mark(&mut page, "0.0.22", "1.0.8", "Look up."),
        "Highlighted."
    );
    expect![[r#"
        é, | goes.
        Why
        The Moon"#]]
    .assert_eq(&field(&page, "exact"));
    check_told(
        &mut page,
        expect![[r#"
            [["0.0",15,17]] ""
            [["0.0",22,27],["1.h",0,3],["1.0",0,8]] "Look up."
        "#]],
    );
    check_view(
        &mut page,
        "marks",
        expect![[r#"
            Highlights and notes
            (#/read/tides?at=0.0.15-18)
            é,
            Add a note
            Delete
            (#/read/tides?at=0.0.23-28)
            goes.
            Why
            The Moon
            Look up.
            Edit note
            Delete
            Copy as Markdown
            Download Markdown
            Undo"#]],
    );
    check_view(
        &mut page,
        "notes",
        expect![[r#"
            (#/read/tides)
            Tides
            (#/read/tides?at=0.0.15-18)
            é,
            Delete
            (#/read/tides?at=0.0.23-28)
            goes.
            Why
            The Moon
            Look up.
            Delete
            Copy as Markdown
            Download Markdown
            Undo"#]],
    );
}

#[test]
fn where_nothing_is_marked_nothing_is_listed() {
    let mut page = page();
    check_view(&mut page, "marks", expect![""]);
    check_view(
        &mut page,
        "notes",
        expect![
            "Nothing is highlighted yet. Select some words in an article, and choose Highlight or Add a note."
        ],
    );
    assert_eq!(
        page.ask(r#""do":"view","name":"marks","with":"moon","kept":null"#)
            .view
            .as_deref(),
        Some("[]")
    );
}

#[test]
fn what_cannot_be_marked_says_why() {
    let mut page = page();
    for (from, to, why) in [
        ("0.0.3", "0.0.4", "Not done: there are no words in it."),
        ("0.0.4", "0.0.3", "Not done: there are no words in it."),
        ("0.7.0", "0.7.3", "Not done: there are no words in it."),
        ("nowhere", "0.0.3", "nothing"),
    ] {
        assert_eq!(mark(&mut page, from, to, ""), why);
    }
    let long = mark(&mut page, "0.0.0", "0.0.7", &"x".repeat(4_001));
    assert_eq!(long, "Not done: a note has at most 4000 characters.");
    tell(&mut page, &format!("# Tides\n\n{}", "Ebb. ".repeat(500)));
    let long = mark(&mut page, "0.0.0", "0.0.2400", "");
    assert_eq!(
        long,
        "Not done: at most 2000 characters can be highlighted."
    );
    assert_eq!(stored(&page), []);
}

#[test]
fn what_is_marked_already_is_not_marked_twice() {
    let mut page = page();
    mark(&mut page, "0.0.0", "0.0.7", "");
    assert_eq!(
        mark(&mut page, "0.0.0", "0.0.8", ""),
        "That is highlighted already."
    );
    assert_eq!(mark(&mut page, "0.0.0", "0.0.7", "one"), "Note saved.");
    assert_eq!(
        mark(&mut page, "0.0.0", "0.0.7", "two"),
        "There was a note already: both texts are kept."
    );
    assert_eq!(field(&page, "note"), "one\n\ntwo");
}

#[test]
fn a_note_is_changed_deleted_and_brought_back() {
    let mut page = page();
    mark(&mut page, "0.0.0", "0.0.7", "one");
    let changed = field(&page, "changed");
    assert_eq!(note(&mut page, &changed, " two\r\n"), "Note saved.");
    assert_eq!(field(&page, "note"), "two");
    let changed = field(&page, "changed");
    assert_eq!(
        note(&mut page, &changed, "two"),
        "nothing",
        "nothing is new"
    );
    let id = stored(&page)[0].0.clone();
    assert_eq!(says(act(&mut page, "unmark", &id.into())), "Deleted.");
    assert_eq!(stored(&page), []);
    check_view(&mut page, "marks", expect!["Undo"]);
    act(&mut page, "undo", &"".into());
    assert_eq!(field(&page, "note"), "two");
    act(&mut page, "undo", &"".into());
    assert_eq!(field(&page, "note"), "one");
}

#[test]
fn a_note_changed_in_another_tab_keeps_both_texts() {
    let mut page = page();
    mark(&mut page, "0.0.0", "0.0.7", "");
    let changed = field(&page, "changed");
    note(&mut page, &changed, "of one");
    let said = note(&mut page, &changed, "of the other");
    assert_eq!(said, "There was a note already: both texts are kept.");
    assert_eq!(field(&page, "note"), "of one\n\nof the other");
    let id = stored(&page)[0].0.clone();
    page.tell(format!("{MARK_PREFIX}{id}"), None);
    let with = serde_json::json!({ "id": id, "changed": "1", "note": "late" });
    assert_eq!(
        says(act(&mut page, "note", &with)),
        "This highlight has been deleted meanwhile."
    );
}

#[test]
fn a_mark_is_found_again_or_listed_last() {
    let mut page = page();
    mark(&mut page, "0.0.0", "0.0.7", "");
    mark(&mut page, "1.0.0", "1.0.43", "");
    mark(&mut page, "1.1.0", "1.1.15", "");
    tell(
        &mut page,
        "# Tides\n\nNew.\n\n## Why\n\nIt is far away.\n\nThe Moon pulls on the sea. So does the Sun.\n",
    );
    check_view(
        &mut page,
        "marks",
        expect![[r#"
            Highlights and notes
            (#/read/tides?at=1.0.0-15)
            It is far away.
            Add a note
            Delete
            (#/read/tides?at=1.1.0-43)
            The Moon pulls at the sea. So does the Sun.
            The text has changed here.
            Add a note
            Delete
            The sea
            Not found in this version of the text.
            Add a note
            Delete
            Copy as Markdown
            Download Markdown
            Undo"#]],
    );
    check_told(
        &mut page,
        expect![[r#"
            [["1.0",0,15]] ""
            [["1.1",0,43]] ""
            [] ""
        "#]],
    );
}

#[test]
fn marks_of_an_article_that_is_not_here_are_kept() {
    let mut page = page();
    mark(&mut page, "0.0.0", "0.0.7", "why");
    let mut other = Page::new();
    other.store = page.store.clone();
    other.load();
    check_view(
        &mut other,
        "notes",
        expect![[r#"
            (#/read/tides)
            tides
            (#/read/tides)
            The sea
            why
            Delete
            Copy as Markdown
            Download Markdown"#]],
    );
}

#[test]
fn all_of_it_is_taken_along_as_markdown() {
    let mut page = page();
    mark(&mut page, "1.0.0", "1.0.8", "");
    mark(&mut page, "0.0.0", "0.0.7", "*Why*");
    let (name, text) = act(&mut page, "save-marks", &"tides".into()).file.remove(0);
    assert_eq!(name, "tides.md");
    expect![[r#"
        # Tides

        > The sea

        \*Why\*

        > The Moon
    "#]]
    .assert_eq(&text);
    assert_eq!(act(&mut page, "copy-marks", &"".into()).copy, Some(text));
    assert_eq!(
        act(&mut page, "save-marks", &"".into()).file[0].0,
        "notes.md"
    );
}

#[test]
fn marks_go_with_a_backup() {
    let mut page = page();
    mark(&mut page, "0.0.0", "0.0.7", "why");
    let (_, text) = act(&mut page, "export", &"".into()).file.remove(0);
    let mut other = Page::new();
    let text = serde_json::to_string(&text).unwrap();
    other.ask(&format!(r#""do":"import","text":{text}"#));
    let said = other.act("go", "").says;
    assert_eq!(said.as_deref(), Some("1 highlight added."));
    assert_eq!(stored(&other), stored(&page));
}

#[test]
fn where_a_newer_readback_stored_nothing_is_marked() {
    let mut page = page();
    page.store.insert(
        "readback.meta".to_owned(),
        r#"{"schema":99,"created":1}"#.to_owned(),
    );
    page.load();
    assert!(mark(&mut page, "0.0.0", "0.0.7", "").starts_with("Not done: a newer version"));
}
