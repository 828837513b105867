//! The tutor's pages in another language than English.
//!
//! Apart from the tests beside the tutor: a language is chosen once for as long as a program runs,
//! and this one runs by itself.

use expect_test::{Expect, expect};
use readback::study::{Calendar, Millis};
use readback::ui::tutor::Tutor;
use readback::words;

/// An answer that was right, as it is stored.
const ATTEMPT: &str = r#"["readback.attempt.1k1t6v9r00000000000000","{\"v\":2,\"s\":\"1k1t6v9r00000000000000q1\",\"a\":\"tides\",\"q\":\"0123456789ab\",\"c\":\"0\",\"g\":3,\"t\":1500}"]"#;

struct Fixed;

impl Calendar for Fixed {
    fn offset_minutes(&self, _: Millis) -> i32 {
        0
    }

    fn day_words(&self, at: Millis) -> String {
        format!("{}.", at.0 / 86_400_000)
    }

    fn weekday(&self, _: Millis) -> String {
        "Dienstag".to_owned()
    }
}

fn tutor() -> Tutor {
    let (_, lines) = words::TEXTS
        .iter()
        .find(|(code, _)| *code == "de")
        .expect("there is German");
    let lines = serde_json::Value::from(*lines);
    let mut tutor = Tutor::new(Box::new(Fixed));
    ask(
        &mut tutor,
        &format!(r#""do":"load","entries":[{ATTEMPT}],"words":{lines}"#),
    );
    tutor
}

fn ask(tutor: &mut Tutor, wish: &str) -> serde_json::Value {
    let answer = tutor.answer(&format!(r#"{{"now":1754784000000,{wish}}}"#));
    serde_json::from_str(&answer).expect("answers are JSON")
}

/// The texts of a view, of which there are more: those that begin it.
#[track_caller]
fn check(name: &str, most: usize, expected: Expect) {
    let wish = format!(r#""do":"view","name":"{name}","with":"","kept":null"#);
    let reply = ask(&mut tutor(), &wish);
    let nodes = serde_json::from_str(reply["view"].as_str().expect("there is a view"));
    let nodes = nodes.expect("views are JSON");
    let mut texts = Vec::new();
    read(&nodes, &mut texts);
    texts.truncate(most);
    expected.assert_eq(&texts.join("\n"));
}

/// All that is to be read there, in order; an element is its name, its attributes and its nodes.
fn read(nodes: &serde_json::Value, texts: &mut Vec<String>) {
    for node in nodes.as_array().into_iter().flatten() {
        match node.as_str() {
            Some(text) => texts.push(text.to_owned()),
            None => read(&node[2], texts),
        }
    }
}

#[test]
fn progress() {
    check(
        "progress",
        3,
        expect![[r#"
        1 Frage ist fällig.
        Wiederholen
        Fällig in den nächsten 14 Tagen"#]],
    );
}

#[test]
fn scores() {
    check(
        "scores",
        5,
        expect![[r#"
        Die Ergebnisse bleiben in diesem Browser. Eine Sicherung bringt sie in einen anderen.
        Sicherung speichern
        Sicherung einlesen
        Alle Daten löschen
        1 Antwort gespeichert · 1 kB · noch keine Sicherung."#]],
    );
}

#[test]
fn an_outcome() {
    let reply = ask(&mut tutor(), r#""do":"act","what":"daily","with":"0""#);
    expect!["Wählen Sie eine ganze Zahl ab 1."].assert_eq(reply["says"].as_str().unwrap());
}
