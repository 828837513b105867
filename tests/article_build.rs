//! What the build does with a folder of articles: the good ones go in, the others are named.

#![allow(clippy::unwrap_used, reason = "a test may end in a panic")]

use std::fs;
use std::path::PathBuf;

#[path = "../build/stock.rs"]
mod stock;

use stock::{File, stock};

/// Two new folders, the first with the files.
fn folders(name: &str, files: &[(&str, &[u8])]) -> (PathBuf, PathBuf) {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    let (from, to) = (root.join("from"), root.join("to"));
    fs::create_dir_all(&from).unwrap();
    for (name, bytes) in files {
        fs::write(from.join(name), bytes).unwrap();
    }
    (from, to)
}

fn warning<'a>(files: &'a [File], name: &str) -> Option<&'a str> {
    let file = files.iter().find(|file| file.path.ends_with(name));
    file.unwrap_or_else(|| panic!("{name} is not listed"))
        .warning
        .as_deref()
}

fn names(folder: &PathBuf) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn good_files_go_in_and_others_are_named() {
    let (from, to) = folders(
        "mixed",
        &[
            ("a.txt", b"Bees"),
            ("b.MD", b"# Bees"),
            ("blank.txt", b" \n"),
            ("latin.txt", b"caf\xe9"),
            ("notes.pdf", b"%PDF"),
            ("picture.txt", b"GIF\0\0"),
            ("wide.txt", b"\xff\xfeB\0"),
            (".keep", b""),
        ],
    );
    fs::create_dir(from.join("drafts.txt")).unwrap();
    let files = stock(&from, &to).unwrap();
    assert_eq!(names(&to), ["a.txt", "b.MD", "latin.txt", "wide.txt"]);
    assert_eq!(warning(&files, "a.txt"), None);
    assert_eq!(
        warning(&files, "blank.txt"),
        Some("left out: the file is empty")
    );
    assert_eq!(
        warning(&files, "latin.txt"),
        Some("not UTF-8: some characters are lost")
    );
    assert_eq!(warning(&files, "picture.txt"), Some("left out: not a text"));
    assert_eq!(warning(&files, "drafts.txt"), Some("left out: a folder"));
    assert!(warning(&files, "notes.pdf").is_some());
    assert!(files.iter().all(|file| !file.path.ends_with(".keep")));
}

#[test]
fn what_cannot_be_read_is_a_warning() {
    let (from, to) = folders("missing", &[]);
    assert!(stock(&from, &to).unwrap().is_empty());
    let files = stock(&from.join("nowhere"), &to).unwrap();
    assert!(warning(&files, "nowhere").is_some_and(|w| w.starts_with("cannot be read")));
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_a_warning() {
    let (from, to) = folders("dangling", &[]);
    std::os::unix::fs::symlink(from.join("gone"), from.join("link.txt")).unwrap();
    let files = stock(&from, &to).unwrap();
    assert!(warning(&files, "link.txt").is_some());
    assert!(names(&to).is_empty());
}

#[test]
fn a_file_removed_from_the_folder_is_gone_from_the_build() {
    let (from, to) = folders("removed", &[("a.txt", b"A"), ("b.txt", b"B")]);
    stock(&from, &to).unwrap();
    fs::remove_file(from.join("a.txt")).unwrap();
    stock(&from, &to).unwrap();
    assert_eq!(names(&to), ["b.txt"]);
}
