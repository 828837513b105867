//! Holds the walls between the rooms and the house rules that no compiler knows.
//!
//! Apart from the code it reads, and blind to its meaning: every rule is a function from a file's
//! text to complaints, and has a test that shows it a small bad file.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, each with those it may know.
const ROOMS: [(&str, &[&str]); 11] = [
    ("json", &[]),
    ("words", &[]),
    ("article", &[]),
    ("find", &["article"]),
    ("language", &["article"]),
    ("question", &["article", "language"]),
    ("study", &["json", "article", "language", "question"]),
    ("audit", &["article", "question"]),
    ("shelf", &["json", "article"]),
    ("browser", &[]),
    (
        "ui",
        &[
            "json", "words", "article", "find", "language", "question", "study", "shelf", "browser",
        ],
    ),
];

/// The rooms that read no clock, throw no dice and touch no storage.
const PURE: [&str; 8] = [
    "json", "words", "article", "find", "language", "question", "study", "audit",
];

/// What brings a clock, chance, storage or a browser into a pure room.
const IMPURE: [&str; 9] = [
    "SystemTime",
    "Instant",
    "getrandom",
    "thread_rng",
    "rand::rng()",
    "std::fs",
    "std::env",
    "std::net",
    "std::thread",
];

/// What only `browser` may name.
const OF_THE_BROWSER: [&str; 3] = ["web_sys", "js_sys", "gloo"];

/// All that `audit` may know of `question`: what a finished question is, not how it is made.
const FINISHED: [&str; 6] = [
    "Bank",
    "Evidence",
    "KindName",
    "Question",
    "QuestionId",
    "Shortage",
];

/// What makes text into HTML.
const HTML: [&str; 4] = [
    "inner_html",
    "outer_html",
    "insert_adjacent_html",
    "document_write",
];

/// How the page would set a style by itself.
const INLINE_STYLE: [&str; 3] = [" style=", ".style(", " style:"];

/// What no file may name, each written in two parts so that this one does not.
const MACHINE: [&str; 7] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("/tm", "p/"),
    concat!("registry.npm", "js.org"),
    concat!("\"reso", "lved\":"),
];

/// Keys of words that the build or the room of words reads by itself.
const HEAD_KEYS: [&str; 3] = ["language", "name", "plural"];

/// Literals that look like words for the reader, and why they are none.
const NOT_FOR_READERS: [(&str, &str); 4] = [
    ("Readback", "a name"),
    ("Enter", "a key"),
    ("Escape", "a key"),
    ("no reason given", "a fault of ours, told as it is"),
];

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;
const LONGEST_FRONT_DOOR: usize = 15;

#[test]
fn every_module_says_what_it_is() {
    assert_clean(&rust_files(), opening);
}

#[test]
fn files_and_functions_stay_short() {
    assert_clean(&rust_files(), lengths);
}

#[test]
fn the_front_door_of_the_page_stays_narrow() {
    assert_clean(&[PathBuf::from("src/bin/app.rs")], front_door);
}

#[test]
fn each_room_knows_only_those_before_it() {
    assert_clean(&source_files(), acquaintances);
}

#[test]
fn the_audit_shares_nothing_with_what_it_reads() {
    assert_clean(&source_files(), second_reading);
}

#[test]
fn only_the_command_line_names_the_audit() {
    assert_clean(&source_files(), off_the_page);
}

#[test]
fn pure_rooms_have_no_clock_chance_or_storage() {
    assert_clean(&source_files(), purity);
}

#[test]
fn only_browser_names_the_browser_and_only_ui_leptos() {
    assert_clean(&source_files(), outside);
}

#[test]
fn text_never_becomes_html_or_style() {
    assert_clean(&source_files(), text_only);
}

#[test]
fn the_page_says_nothing_but_the_words_of_the_folder() {
    assert_clean(&source_files(), speech);
}

#[test]
fn every_word_of_the_folder_is_said() {
    let read = |path: &PathBuf| fs::read_to_string(root().join(path)).unwrap_or_default();
    let program: String = source_files().iter().map(read).collect();
    let is_page = |path: &PathBuf| {
        let is_written = path.starts_with("assets") || path.starts_with("src/bin/readback/finish");
        is_written || path.ends_with("index.html")
    };
    let page: String = all_files()
        .iter()
        .filter(|it| is_page(it))
        .map(read)
        .collect();
    let words = read(&PathBuf::from("words/en.txt"));
    let unsaid = unsaid(&words, &program, &page);
    assert!(unsaid.is_empty(), "never said: {unsaid:?}");
}

#[test]
fn no_file_names_a_machine_or_a_mirror() {
    assert_clean(&all_files(), machine);
}

fn opening(_: &str, text: &str) -> Vec<String> {
    complain(!text.starts_with("//! "), "does not open with //!")
}

fn lengths(path: &str, text: &str) -> Vec<String> {
    let text = if is_test(path) {
        ""
    } else {
        without_tests(text)
    };
    let lines = text.lines().count();
    let mut complaints = complain(
        lines > LONGEST_FILE,
        &format!("has {lines} lines without tests, more than {LONGEST_FILE}"),
    );
    for (name, lines) in functions(text) {
        if lines > LONGEST_FUNCTION {
            complaints.push(format!(
                "{name} has {lines} lines, more than {LONGEST_FUNCTION}"
            ));
        }
    }
    complaints
}

fn front_door(_: &str, text: &str) -> Vec<String> {
    let lines = code(text)
        .lines()
        .filter(|line| !line.trim().is_empty())
        .count();
    complain(
        lines > LONGEST_FRONT_DOOR,
        &format!("has {lines} lines of code, more than {LONGEST_FRONT_DOOR}"),
    )
}

fn acquaintances(path: &str, text: &str) -> Vec<String> {
    let Some((room, known)) = ROOMS.iter().find(|(name, _)| Some(*name) == room_of(path)) else {
        return Vec::new();
    };
    named_rooms(&code(without_tests(text)))
        .into_iter()
        .filter(|other| other != room && !known.contains(&other.as_str()))
        .map(|other| format!("names {other}, which {room} may not know"))
        .collect()
}

fn second_reading(path: &str, text: &str) -> Vec<String> {
    if room_of(path) != Some("audit") {
        return Vec::new();
    }
    let code = code(without_tests(text));
    let named = code.split("crate::question::").skip(1);
    named
        .flat_map(|after| match after.strip_prefix('{') {
            Some(group) => heads(group),
            None => vec![identifier(after)],
        })
        .filter(|name| !name.is_empty() && !FINISHED.contains(&name.as_str()))
        .map(|name| format!("names {name}, which makes questions"))
        .collect()
}

/// The wall of rooms keeps it out of the other rooms; this, out of the page and its worker.
fn off_the_page(path: &str, text: &str) -> Vec<String> {
    let allowed = room_of(path) == Some("audit") || path.starts_with("src/bin/readback/");
    let named = code(without_tests(text)).contains("audit::");
    complain(
        named && !allowed,
        "names audit, which is for the command line",
    )
}

fn purity(path: &str, text: &str) -> Vec<String> {
    match room_of(path) {
        Some(room) if PURE.contains(&room) && !is_test(path) => named(text, &IMPURE),
        _ => Vec::new(),
    }
}

fn outside(path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    if room_of(path) != Some("browser") {
        complaints.extend(named(text, &OF_THE_BROWSER));
    }
    if room_of(path) != Some("ui") && path != "src/bin/app.rs" {
        complaints.extend(named(text, &["leptos"]));
    }
    complaints
}

/// Literals in the page's code that a reader would read.
fn speech(path: &str, text: &str) -> Vec<String> {
    if room_of(path) != Some("ui") || is_test(path) {
        return Vec::new();
    }
    let code = code(without_tests(text));
    literals(&code)
        .into_iter()
        .filter(|(before, text)| is_speech(before, text))
        .map(|(_, text)| format!("says {text:?} by itself"))
        .collect()
}

/// Two words, or one that begins large; unless what stands before it says that it is something else.
fn is_speech(before: &str, text: &str) -> bool {
    const OTHERWISE: [&str; 5] = [
        "class=",
        "\"class\",",
        "expect(",
        "reason =",
        "debug_struct(",
    ];
    let is_word = |word: &str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    let pieces: Vec<&str> = text.split(' ').collect();
    let is_sentence = pieces
        .windows(2)
        .any(|two| two.iter().all(|it| is_word(it)));
    let rest_is_small = text.chars().skip(1).all(char::is_lowercase);
    let is_label = is_word(text) && text.starts_with(char::is_uppercase) && rest_is_small;
    (is_sentence || is_label)
        && !text.starts_with(['.', '#', '['])
        && !OTHERWISE.iter().any(|it| before.trim_end().ends_with(it))
        && !NOT_FOR_READERS.iter().any(|(it, _)| *it == text)
}

/// The texts in quotation marks, each with all that stands before it.
fn literals(code: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = code[from..].find('"').map(|at| from + at) {
        let (before, after) = (&code[..open], &code[open + 1..]);
        let is_character = before.ends_with('\'') && after.starts_with('\'');
        let length = (!is_character).then(|| literal_length(before, after));
        let length = length.flatten();
        found.extend(length.map(|length| (before, &after[..length])));
        from = open + 1 + length.map_or(0, |length| length + 1);
    }
    found
}

/// A raw text ends with as many signs as it began with; in others a backslash hides what follows.
fn literal_length(before: &str, after: &str) -> Option<usize> {
    let without_signs = before.trim_end_matches('#');
    if without_signs.ends_with('r') {
        return after.find(&format!("\"{}", &before[without_signs.len()..]));
    }
    let mut is_hidden = false;
    after.find(|character| {
        let is_end = character == '"' && !is_hidden;
        is_hidden = character == '\\' && !is_hidden;
        is_end
    })
}

/// The keys of words that neither the program names as a constant nor the page as a key.
fn unsaid(words: &str, program: &str, page: &str) -> Vec<String> {
    let mut section = String::new();
    let mut unsaid = Vec::new();
    for line in words.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[') {
            section = name.replace(']', ".");
        } else if let Some((key, _)) = line.split_once(" = ") {
            let key = format!("{section}{key}");
            if !is_said(&key, program, page) && !HEAD_KEYS.contains(&&*key) {
                unsaid.push(key);
            }
        }
    }
    unsaid
}

fn is_said(key: &str, program: &str, page: &str) -> bool {
    let constant = key.replace(['.', '-'], "_").to_uppercase();
    let constant = format!("w::{constant}");
    let mut after = program.split(&constant).skip(1);
    after.any(|rest| identifier(rest).is_empty()) || page.contains(key)
}

fn text_only(path: &str, text: &str) -> Vec<String> {
    let mut complaints = named(text, &HTML);
    if room_of(path) == Some("ui") {
        complaints.extend(named(text, &INLINE_STYLE));
    }
    complaints
}

fn machine(_: &str, text: &str) -> Vec<String> {
    MACHINE
        .iter()
        .filter(|name| text.contains(**name))
        .map(|name| format!("names {name}"))
        .collect()
}

fn complain(wrong: bool, complaint: &str) -> Vec<String> {
    wrong.then(|| complaint.to_owned()).into_iter().collect()
}

/// Those of `names` that stand in the code, tests left out.
fn named(text: &str, names: &[&str]) -> Vec<String> {
    let code = code(without_tests(text));
    names
        .iter()
        .filter(|name| code.contains(**name))
        .map(|name| format!("names {name}"))
        .collect()
}

/// The rooms named after `crate::`, also in `crate::{…}`.
fn named_rooms(code: &str) -> Vec<String> {
    code.split("crate::")
        .skip(1)
        .flat_map(|after| match after.strip_prefix('{') {
            Some(group) => heads(group),
            None => vec![identifier(after)],
        })
        .filter(|name| ROOMS.iter().any(|(room, _)| room == name))
        .collect()
}

/// The first name of each part of a group, up to its closing brace.
fn heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            _ if depth == 0 => parts.last_mut().expect("never empty").push(character),
            _ => {}
        }
    }
    parts.iter().map(|part| identifier(part.trim())).collect()
}

fn identifier(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// Every function with its length in lines. Rustfmt puts the closing brace under the first word.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let starts = lines.iter().enumerate().filter_map(|(at, line)| {
        let (before, after) = line.split_once("fn ")?;
        let plain = before.trim_start().split(' ').all(is_qualifier);
        plain.then(|| (at, indent(line), identifier(after)))
    });
    starts
        .filter_map(|(at, indent, name)| {
            let end = (at..lines.len()).find(|&end| closes(lines[end], indent))?;
            Some((name, end - at + 1))
        })
        .collect()
}

fn is_qualifier(word: &str) -> bool {
    matches!(word, "" | "pub" | "const" | "async" | "extern") || word.starts_with("pub(")
}

/// Whether a function begun at that indent ends on this line: a body, an empty one or none.
fn closes(line: &str, indent_of_start: usize) -> bool {
    indent(line) == indent_of_start
        && (line.trim() == "}" || line.ends_with("{}") || line.ends_with(';'))
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether a file holds nothing but tests: long tables of them read better than short ones.
fn is_test(path: &str) -> bool {
    path.starts_with("tests/") || path.ends_with("/tests.rs")
}

fn without_tests(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod ").next().unwrap_or(text)
}

/// The text without comments.
fn code(text: &str) -> String {
    text.lines()
        .map(|line| match line.find("//") {
            Some(at) if line[..at].ends_with([' ', '\t']) || at == 0 => &line[..at],
            _ => line,
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// The room of a file under `src`: `src/study.rs` and `src/study/save.rs` are in `study`.
fn room_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let name = inside
        .split('/')
        .next()
        .expect("split gives one part")
        .trim_end_matches(".rs");
    ROOMS
        .iter()
        .map(|(room, _)| *room)
        .find(|room| *room == name)
}

fn source_files() -> Vec<PathBuf> {
    rust_files()
        .into_iter()
        .filter(|path| path.starts_with("src"))
        .collect()
}

fn rust_files() -> Vec<PathBuf> {
    all_files()
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

/// Every file of the project, by its path from the root; what is built or installed is left out.
fn all_files() -> Vec<PathBuf> {
    const NOT_OURS: [&str; 6] = [".git", "target", "dist", "node_modules", "results", "seeds"];
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(root().join(&folder)).expect("the folder was just listed");
        for entry in entries.map(|entry| entry.expect("the folder can be read")) {
            let name = entry.file_name();
            let path = folder.join(&name);
            match entry.file_type().expect("the entry was just listed") {
                _ if NOT_OURS.iter().any(|other| name == *other) => {}
                kind if kind.is_dir() => folders.push(path),
                _ => found.push(path),
            }
        }
    }
    found.sort();
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Fails with every complaint about every file; no file at all is a complaint too.
#[track_caller]
fn assert_clean(paths: &[PathBuf], rule: fn(&str, &str) -> Vec<String>) {
    assert!(!paths.is_empty(), "no file to look at");
    let mut complaints = String::new();
    for path in paths {
        let bytes = fs::read(root().join(path)).expect("the file was just listed");
        let name = path.to_str().expect("paths of the project are text");
        for complaint in rule(name, &String::from_utf8_lossy(&bytes)) {
            complaints.push_str(&format!("{name} {complaint}\n"));
        }
    }
    assert!(complaints.is_empty(), "{complaints}");
}

/// Each rule against a file that breaks it and one that does not.
#[cfg(test)]
mod rules {
    use super::*;

    #[track_caller]
    fn check(rule: fn(&str, &str) -> Vec<String>, path: &str, text: &str, expected: &[&str]) {
        assert_eq!(rule(path, text), expected);
    }

    #[test]
    fn openings() {
        check(opening, "src/a.rs", "//! A room.\n", &[]);
        check(
            opening,
            "src/a.rs",
            "use std;\n",
            &["does not open with //!"],
        );
    }

    #[test]
    fn long_files() {
        let long = "// a line\n".repeat(401);
        let complaint = "has 401 lines without tests, more than 400";
        check(lengths, "src/a.rs", &long, &[complaint]);
        let tests = format!("\n#[cfg(test)]\nmod tests {{\n{long}}}\n");
        check(lengths, "src/a.rs", &tests, &[]);
    }

    #[test]
    fn long_functions() {
        let body = "        a();\n".repeat(59);
        let method = |head: &str| format!("impl A {{\n    {head} {{\n{body}    }}\n}}\n");
        let complaint = "long has 61 lines, more than 60";
        check(lengths, "src/a.rs", &method("fn long()"), &[complaint]);
        check(
            lengths,
            "src/a.rs",
            &method("pub(crate) async fn long()"),
            &[complaint],
        );
        check(
            lengths,
            "src/a.rs",
            &format!("fn short() {{}}\n{}", body),
            &[],
        );
        check(
            lengths,
            "src/a.rs",
            &format!("    fn none(&self);\n{}", body),
            &[],
        );
    }

    #[test]
    fn wide_front_door() {
        let text = format!("//! The door.\n\n// a comment\n{}", "a();\n".repeat(16));
        let complaint = "has 16 lines of code, more than 15";
        check(front_door, "src/bin/app.rs", &text, &[complaint]);
    }

    #[test]
    fn wrong_acquaintances() {
        check(
            acquaintances,
            "src/article/text.rs",
            "use crate::question::Bank;\n",
            &["names question, which article may not know"],
        );
        check(
            acquaintances,
            "src/language.rs",
            "use crate::{article::{Article, Slug}, study::Session};\n",
            &["names study, which language may not know"],
        );
        check(
            acquaintances,
            "src/question/gap.rs",
            "use crate::language::Span; // not crate::study\n",
            &[],
        );
    }

    #[test]
    fn audits_that_know_too_much() {
        let text = "use crate::question::{\n    Bank, Question,\n    bank,\n};\n";
        let complaint = "names bank, which makes questions";
        check(second_reading, "src/audit/gate.rs", text, &[complaint]);
        check(second_reading, "src/study.rs", text, &[]);
        let text = "use crate::question::Question;\n";
        check(second_reading, "src/audit.rs", text, &[]);
    }

    #[test]
    fn audits_on_the_page() {
        let text = "use readback::audit::Audit;\n";
        let complaint = "names audit, which is for the command line";
        check(off_the_page, "src/bin/examiner.rs", text, &[complaint]);
        check(off_the_page, "src/ui/page.rs", text, &[complaint]);
        check(off_the_page, "src/bin/readback/audit.rs", text, &[]);
    }

    #[test]
    fn impure_rooms() {
        let clock = "let now = std::time::SystemTime::now();\n";
        check(purity, "src/study/save.rs", clock, &["names SystemTime"]);
        check(purity, "src/browser/clock.rs", clock, &[]);
        check(
            purity,
            "src/study/save.rs",
            "//! No SystemTime here.\n",
            &[],
        );
    }

    #[test]
    fn outside_names() {
        let text = "use leptos::prelude::*;\nlet w = web_sys::window();\n";
        check(outside, "src/ui/page.rs", text, &["names web_sys"]);
        check(outside, "src/browser.rs", text, &["names leptos"]);
        check(
            outside,
            "src/bin/readback.rs",
            text,
            &["names web_sys", "names leptos"],
        );
    }

    #[test]
    fn views_that_speak_by_themselves() {
        let path = "src/ui/page/a.rs";
        let complaint = ["says \"Nothing yet\" by itself"];
        check(speech, path, "<p>\"Nothing yet\"</p>", &complaint);
        let complaint = ["says \"Print\" by itself"];
        check(speech, path, "<p>\"Print\"</p>", &complaint);
        let complaint = [r#"says "a \\\"b\\\" and so" by itself"#];
        check(speech, path, r#"told("a \"b\" and so")"#, &complaint);
        let fine = "<p class=\"lede quiet\" x='\"'>{say(w::A)} \" \" \"print\"</p> // \"No one\"";
        check(speech, path, fine, &[]);
        check(speech, "src/study/a.rs", "\"Nothing yet\"", &[]);
    }

    #[test]
    fn words_that_nobody_says() {
        let words = "language = en\n[sheet]\ntitle = A\ntitle-of = A {}\n[page]\nname = B\n";
        let unsaid = unsaid(words, "w::SHEET_TITLE_OF", "page.name");
        assert_eq!(unsaid, ["sheet.title"]);
    }

    #[test]
    fn html_and_styles() {
        let text = "view! { <p inner_html=text style=\"color: red\"></p> }\n";
        let complaints = ["names inner_html", "names  style="];
        check(text_only, "src/ui/part.rs", text, &complaints);
        check(text_only, "src/ui/part.rs", "let style = 1;\n", &[]);
    }

    #[test]
    fn machines_and_mirrors() {
        let path = MACHINE[0];
        check(
            machine,
            "README.md",
            &format!("cd {path}x"),
            &[&format!("names {path}")],
        );
        check(machine, "README.md", "cd readback", &[]);
    }
}
