//! The command line as somebody at a terminal or a script meets it.

#![allow(clippy::unwrap_used, reason = "a test may end in a panic")]

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn readback(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_readback"))
        .args(arguments)
        .output()
        .expect("the program was built for this test")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(arguments: &[&str]) -> Vec<Value> {
    let output = readback(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A file of the test's own, removed with it.
struct File(PathBuf);

impl File {
    fn new(name: &str, bytes: &[u8]) -> File {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        File(path)
    }

    fn name(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn a_folder_that_no_build_wrote_is_not_finished() {
    let file = File::new("tides.txt", b"Tides");
    let folder = PathBuf::from(file.name());
    let output = readback(&["finish", folder.parent().unwrap().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let told = err(&output);
    assert!(
        told.contains("index.html: the build has no such file"),
        "{told}"
    );
    assert_eq!(readback(&["finish"]).status.code(), Some(2));
}

#[test]
fn articles_of_the_shelf_have_the_promised_keys() {
    let articles = json(&["articles", "--json"]);
    let mut slugs: Vec<&str> = articles
        .iter()
        .map(|a| a["slug"].as_str().unwrap())
        .collect();
    slugs.sort_unstable();
    slugs.dedup();
    assert_eq!(slugs.len(), articles.len());
    let seed = articles
        .iter()
        .find(|a| a["slug"] == "how-sanctions-shape-regional-security");
    let first = seed.expect("a seed is on the shelf");
    let mut keys: Vec<&String> = first.as_object().unwrap().keys().collect();
    keys.sort();
    let promised = [
        "byline", "category", "date", "dek", "minutes", "notices", "related", "sections", "slug",
        "title", "words",
    ];
    assert_eq!(keys, promised);
    assert_eq!(first["date"], "2025-07-26");
    assert_eq!(first["sections"][0]["heading"], Value::Null);
    assert!(first["sections"][0]["paragraphs"][0].is_string());
    assert_eq!(first["related"][2]["date"], Value::Null);
}

#[test]
fn a_file_is_reported_with_its_notices() {
    let file = File::new(
        "kite.md",
        "---\ndate: 2025-02-30\n---\n# The kite\n\nIt flies.\n".as_bytes(),
    );
    let output = readback(&["articles", file.name()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).starts_with("The kite\n"), "{}", out(&output));
    let notice = format!("{}:2: not a day of the calendar: 2025-02-30\n", file.name());
    assert_eq!(err(&output), notice);

    let article = &json(&["articles", "--json", file.name()])[0];
    assert_eq!(article["notices"][0]["line"], 2);
    assert_eq!(article["date"], Value::Null);
    assert_eq!(article["words"], 2);
    assert_eq!(article["minutes"], 1);
}

#[test]
fn an_unreadable_file_is_named_and_the_others_go_on() {
    let file = File::new("one.txt", b"One\n\nA text. It has words.\n");
    let output = readback(&["articles", "--json", "no/such/file.txt", file.name()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err(&output).contains("no/such/file.txt: "),
        "{}",
        err(&output)
    );
    let articles: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(articles[0]["title"], "One");
}

#[test]
fn files_with_one_title_get_slugs_of_their_own() {
    let (a, b) = (File::new("a1.txt", b"Bees"), File::new("a2.txt", b"Bees"));
    let articles = json(&["articles", "--json", a.name(), b.name()]);
    assert_eq!(articles[0]["slug"], "bees");
    assert_eq!(articles[1]["slug"], "bees-2");
}

#[test]
fn questions_are_the_same_every_time_and_no_more_than_asked_for() {
    let arguments = ["questions", "--json", "--seed", "3", "--count", "2"];
    let questions = json(&arguments);
    assert_eq!(questions, json(&arguments));
    for article in json(&["articles", "--json"]) {
        let own = questions.iter().filter(|q| q["article"] == article["slug"]);
        assert!(own.count() <= 2);
    }
    let all = json(&["questions", "--json", "--all"]);
    assert!(questions.iter().all(|question| all.contains(question)));
}

/// A text with something to ask about.
const HARBOURS: &str = "# Harbours\n\nPort towns of the north build stone piers, deep basins, and wide roads.\n\n\
    The harbour office keeps tide tables, pilot books, and old charts in its long drawers.\n\n\
    Every winter the crews repair fishing nets, broken masts, and rusty chains beside the fire.\n";

#[test]
fn an_audit_is_a_table_of_what_is_and_what_must_be() {
    let file = File::new("harbours.md", HARBOURS.as_bytes());
    let output = readback(&["audit", file.name(), file.name()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let table = out(&output);
    assert!(table.contains("at least 24"), "{table}");
    assert!(table.contains("evidence holds the key"), "{table}");
    let widest = table.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(100), "{table}");
}

#[test]
fn an_audit_as_data_has_the_promised_keys() {
    let file = File::new("harbours2.md", HARBOURS.as_bytes());
    let output = readback(&["audit", "--json", file.name()]);
    let audit: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(audit["files"][0], file.name());
    assert!(audit["faults"].is_array());
    let measures = audit["measures"].as_array().unwrap();
    let named = |name: &str| measures.iter().find(|measure| measure["name"] == name);
    let claims = named("claims_true").expect("the measure is told");
    assert_eq!(
        (&claims["at_least"], &claims["at_most"]),
        (&45.0.into(), &55.0.into())
    );
    let words = named("words").expect("the measure is told");
    assert_eq!(
        (&words["together"], &words["files"][0]),
        (&43.0.into(), &43.0.into())
    );
    assert_eq!(
        (&words["unit"], &words["reached"]),
        (&"count".into(), &true.into())
    );
}

#[test]
fn an_audit_of_a_missing_file_is_of_the_others() {
    let output = readback(&["audit", "no/such/file.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err(&output).contains("no/such/file.txt: "),
        "{}",
        err(&output)
    );
    assert!(out(&output).contains("measure"), "{}", out(&output));
}

#[test]
fn a_text_without_questions_says_why() {
    let file = File::new("empty.txt", b"");
    let output = readback(&["questions", file.name()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        out(&output).contains("0 of 0 questions"),
        "{}",
        out(&output)
    );
    assert!(
        out(&output).contains("nothing to ask about"),
        "{}",
        out(&output)
    );
    assert!(err(&output).ends_with("empty.txt: the file is empty\n"));
}

#[test]
fn help_and_version_are_told() {
    assert!(out(&readback(&["help"])).contains("readback questions [FILE…]"));
    assert!(out(&readback(&["--help"])).contains("Exit code"));
    let version = format!("readback {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(out(&readback(&["--version"])), version);
}

#[test]
fn wrong_usage_ends_with_2_and_says_where_help_is() {
    for arguments in [
        &["fly"][..],
        &[],
        &["articles", "--fast"],
        &["audit", "--count", "3"],
        &["questions", "--count", "x"],
    ] {
        let output = readback(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        assert!(err(&output).contains("readback help"), "{}", err(&output));
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_readback"))
        .args(["articles", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(err(&output), "");
    assert_eq!(output.status.code(), Some(0));
}
