//! Every question of the five seeds and of seven articles of other kinds, as a person reads them.
//!
//! A change of a rule is reviewed as a change of these files: `UPDATE_EXPECT=1 cargo test --test
//! questions` writes them anew.

use std::path::Path;
use std::process::Command;

use expect_test::expect_file;

/// What the command line prints for an article of a folder.
#[track_caller]
fn check(folder: &str, file: &str) {
    let path = Path::new(folder).join(file);
    let output = Command::new(env!("CARGO_BIN_EXE_readback"))
        .args(["questions", "--all"])
        .arg(&path)
        .output()
        .expect("the command line runs");
    assert!(output.status.success(), "{}", path.display());
    let printed = String::from_utf8(output.stdout).expect("it prints text");
    expect_file![Path::new("questions").join(file).with_extension("txt")].assert_eq(&printed);
}

#[test]
fn the_seeds() {
    for file in [
        "000_1054039181d3f76f.txt",
        "001_87540cd2e5fd984e.txt",
        "002_3db717f22bab9919.txt",
        "003_ee8692e323cd5b77.txt",
        "004_c96448d4d8a34464.txt",
    ] {
        check("seeds", file);
    }
}

#[test]
fn articles_of_other_kinds() {
    for file in [
        "biography.txt",
        "essay.md",
        "history.txt",
        "howto.md",
        "news.txt",
        "science.txt",
        "textbook.txt",
    ] {
        check("tests/articles", file);
    }
}
