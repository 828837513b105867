//! What is written for a machine: calls, paths, flags, addresses.
//!
//! Apart from `article`, which knows code that is marked as such: much of it stands in the middle of a sentence.

/// Marks that stand in no word of a language.
const MARKS: &[char] = &['<', '>', '=', '{', '}', '\\', '`', '|', '^', '_', '@'];

/// The same of several characters.
const SIGNS: &[&str] = &["::", "->", "//", "&&"];

/// Whether a text has words that only a machine reads, so that no question can print it: "the `Vec::new()` call",
/// "pass `--locked`", "thanks to @ada (#12)".
pub(crate) fn is_code(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || c == '"');
    text.contains(MARKS) || SIGNS.iter().any(|sign| text.contains(sign)) || words.any(is_sign)
}

/// "--locked", "-C", "#12", "$HOME", ".gitignore", "wrap(text)", "process.argv".
fn is_sign(word: &str) -> bool {
    let bytes = word.trim_start_matches(['(', '“', '‘', '\'']).as_bytes();
    let at = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let opens = match at(0) {
        b'-' => at(1).is_ascii_alphabetic() || at(1) == b'-' && at(2).is_ascii_alphabetic(),
        b'#' => at(1).is_ascii_alphanumeric(),
        b'$' | b'.' | b'/' => at(1).is_ascii_alphabetic(),
        _ => false,
    };
    let calls = |two: &[u8]| two[0].is_ascii_alphanumeric() && matches!(two[1], b'(' | b'[');
    // "The right word(s)", but "wrap(text)"; "at 9 p.m.", "Amazon.com", but "process.argv".
    let called = bytes.windows(2).any(calls) && !word.contains("s)");
    let parts = |run: &[u8]| run.iter().all(u8::is_ascii_lowercase);
    let dot = bytes.iter().position(|byte| *byte == b'.');
    let joined =
        dot.is_some_and(|dot| dot > 1 && parts(&bytes[..dot]) && at(dot + 1).is_ascii_alphabetic());
    opens || called || joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_machine_reads_is_told_from_what_people_write() {
        for code in [
            "The call Vec::new() makes one.",
            "Set RUST_LOG to see more.",
            "Build it with --locked.",
            "Fixed (#393) with thanks.",
            "A patch by @ada.",
            "It stands at https://example.org/a.",
            "The file .gitignore names them.",
            "Take -C for that.",
            "Where a => b holds.",
            "The call wrap(text) folds it.",
            "Ports are read from process.argv alone.",
        ] {
            assert!(is_code(code), "{code}");
        }
        for prose in [
            "The toll was £4.20 in 1862 – or 5 % more.",
            "Nobody -- not even the council -- knew.",
            "It rose to $5 and/or fell by -3 degrees.",
            "The ‘new line’ (built in 1901) closed... at last.",
            "About ~40 of them left; 3.5 mm is enough.",
            "At 9 p.m. Amazon.com named the town(s), e.g. Ayr.",
        ] {
            assert!(!is_code(prose), "{prose}");
        }
    }
}
