//! Every question of the five seeds, as a person reads them.
//!
//! A change of a rule is reviewed as a change of these files: `UPDATE_EXPECT=1 cargo test --test
//! questions` writes them anew.

use std::path::Path;
use std::process::Command;

use expect_test::expect_file;

/// What the command line prints for a seed, without the line that names the file.
#[track_caller]
fn check(file: &str) {
    let seed = Path::new("seeds").join(file).with_extension("txt");
    let output = Command::new(env!("CARGO_BIN_EXE_readback"))
        .args(["questions", "--all"])
        .arg(&seed)
        .output()
        .expect("the command line runs");
    assert!(output.status.success(), "{}", seed.display());
    let printed = String::from_utf8(output.stdout).expect("it prints text");
    expect_file![Path::new("questions").join(file).with_extension("txt")].assert_eq(&printed);
}

#[test]
fn security_architectures() {
    check("000_1054039181d3f76f");
}

#[test]
fn diplomatic_initiatives() {
    check("001_87540cd2e5fd984e");
}

#[test]
fn smaller_states() {
    check("002_3db717f22bab9919");
}

#[test]
fn export_controls() {
    check("003_ee8692e323cd5b77");
}

#[test]
fn economic_integration() {
    check("004_c96448d4d8a34464");
}
