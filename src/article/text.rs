//! Bytes into clean text, and the few things about words and sentences that formats ask.
//!
//! Apart from the formats because they all begin with the same bytes and the same prose.

use super::Notice;

/// What is shortened with a full stop and followed by a capital or a number.
const ABBREVIATIONS: [&str; 24] = [
    "Capt", "Co", "Col", "Dr", "Fig", "Gen", "Gov", "Inc", "Jr", "Lt", "Ltd", "Mr", "Mrs", "Ms",
    "Mt", "No", "Prof", "Rep", "Rev", "Sen", "Sgt", "Sr", "St", "Vol",
];

/// The file as text with `\n` line ends, and what had to be changed. Understands UTF-8 with and
/// without a byte order mark, and UTF-16 with one.
pub(super) fn decode(bytes: &[u8]) -> (String, Vec<Notice>) {
    let raw = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    let is_utf16 = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
    let mut notices = Vec::new();
    if !is_utf16 {
        notices.extend(invalid_bytes(bytes));
    } else if raw.contains(char::REPLACEMENT_CHARACTER) {
        notices.push(Notice::of_file(
            "not UTF-16 text in places, shown as \u{fffd}",
        ));
    }
    let (text, dropped) = clean(&raw);
    if dropped > 0 {
        notices.push(Notice::of_file(format!(
            "{dropped} control characters left out"
        )));
    }
    (text, notices)
}

/// The text with every run of white space as one space, and none around it.
pub(super) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

/// Adds a wrapped line to the lines before it: with a space, except after a hyphen or dash that
/// ends the line, and between characters of a script written without spaces.
pub(super) fn join(text: &mut String, line: &str) {
    if !text.is_empty() && needs_space(text, line) {
        text.push(' ');
    }
    text.push_str(line);
}

/// How many words: those between spaces, and one for every two characters of a script written
/// without spaces.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().map(words_in_token).sum()
}

/// Whether the text ends as a sentence does, closing quotation marks and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    last_mark(text).is_some_and(is_stop)
}

/// The last character, closing quotation marks and brackets aside.
pub(super) fn last_mark(text: &str) -> Option<char> {
    text.trim_end_matches(is_closing).chars().next_back()
}

/// Whether there is at most one sentence.
pub(super) fn is_one_sentence(text: &str) -> bool {
    let body = text.trim_end_matches(is_closing).trim_end_matches(is_stop);
    let mut rest = body;
    while let Some(at) = rest.find(is_stop) {
        let (before, after) = rest.split_at(at);
        let mark = after.chars().next().expect("a mark was found there");
        rest = &after[mark.len_utf8()..];
        if ends_here(before, mark, rest) {
            return false;
        }
    }
    true
}

/// Whether the character belongs to a script written without spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9d}'
        | '\u{20000}'..='\u{3ffff}')
}

/// The text without the prefix, whose ASCII letters may be in either case.
pub(super) fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    start
        .eq_ignore_ascii_case(prefix)
        .then(|| &text[prefix.len()..])
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text: String = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    if !odd.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

fn invalid_bytes(bytes: &[u8]) -> Option<Notice> {
    let first = std::str::from_utf8(bytes).err()?.valid_up_to();
    let places = bytes
        .utf8_chunks()
        .filter(|c| !c.invalid().is_empty())
        .count();
    let line = 1 + line_ends(&bytes[..first]);
    Some(Notice::at(
        line,
        format!("not UTF-8 text in {places} places, first here, shown as \u{fffd}"),
    ))
}

/// Counts `\n`, `\r\n` and lone `\r`.
fn line_ends(bytes: &[u8]) -> usize {
    let lone = |i: usize| bytes[i] == b'\r' && bytes.get(i + 1) != Some(&b'\n');
    (0..bytes.len())
        .filter(|&i| bytes[i] == b'\n' || lone(i))
        .count()
}

/// Line ends as `\n`; other control characters, byte order marks and soft hyphens dropped. The
/// number counts the control characters.
fn clean(raw: &str) -> (String, usize) {
    let mut text = String::with_capacity(raw.len());
    let mut dropped = 0;
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => text.push('\n'),
            '\n' | '\t' => text.push(c),
            '\u{feff}' | '\u{ad}' => {}
            c if c.is_whitespace() && c.is_control() => text.push(' '),
            c if c.is_control() => dropped += 1,
            c => text.push(c),
        }
    }
    (text, dropped)
}

fn needs_space(text: &str, line: &str) -> bool {
    let (Some(last), Some(first)) = (text.chars().next_back(), line.chars().next()) else {
        return false;
    };
    let broken_word = last == '-' && first.is_lowercase() && !text.ends_with(" -");
    let dash = matches!(last, '—' | '―');
    !(broken_word || dash || (is_wide(last) && is_wide(first)))
}

fn is_wide(c: char) -> bool {
    let mark = matches!(c, '\u{3001}'..='\u{301f}' | '\u{ff00}'..='\u{ff65}');
    is_unspaced(c) || (mark && !c.is_alphanumeric())
}

fn words_in_token(token: &str) -> usize {
    if token.is_ascii() {
        return 1;
    }
    let unspaced = token.chars().filter(|&c| is_unspaced(c)).count();
    let spaced = token
        .chars()
        .any(|c| c.is_alphanumeric() && !is_unspaced(c));
    if unspaced == 0 {
        return 1;
    }
    unspaced.div_ceil(2) + usize::from(spaced)
}

fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '．'
    )
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '」' | '』' | '）'
    )
}

/// Whether a sentence ends at `mark`, given the text before and after it.
fn ends_here(before: &str, mark: char, after: &str) -> bool {
    if matches!(mark, '。' | '！' | '？' | '．') {
        return after.chars().any(char::is_alphanumeric);
    }
    let after = after.trim_start_matches(is_closing);
    let begins = after.trim_start().chars().next();
    let new = begins.is_some_and(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | ')'));
    after.starts_with(char::is_whitespace) && new && !(mark == '.' && is_abbreviation(before))
}

/// Whether what stands before a full stop is shortened: an initial, a title or the like; or is a
/// number, Roman or at the very start.
fn is_abbreviation(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    let counts = word.len() == before.trim_start().len() && word.parse::<u32>().is_ok();
    let roman = word.chars().all(|c| "IVXLC".contains(c));
    counts || roman || word.chars().count() <= 1 || ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn decodes(bytes: &[u8], text: &str, notices: &[&str]) {
        let (got, said) = decode(bytes);
        assert_eq!(got, text);
        let said: Vec<&str> = said.iter().map(|n| n.text.as_str()).collect();
        assert_eq!(said, notices);
    }

    #[test]
    fn line_ends_and_marks_are_made_alike() {
        decodes(b"\xef\xbb\xbfa\r\nb\rc\n", "a\nb\nc\n", &[]);
        decodes("in\u{ad}vest\u{feff}".as_bytes(), "invest", &[]);
        decodes(b"a\x0cb\x00c", "a bc", &["1 control characters left out"]);
    }

    #[test]
    fn utf16_is_read_by_its_mark() {
        decodes(b"\xff\xfeh\0i\0", "hi", &[]);
        decodes(b"\xfe\xff\0h\0i", "hi", &[]);
        decodes(
            b"\xff\xfeh\0\x00\xd8i",
            "h\u{fffd}\u{fffd}",
            &["not UTF-16 text in places, shown as \u{fffd}"],
        );
    }

    #[test]
    fn invalid_bytes_are_shown_and_named_with_their_line() {
        let (text, notices) = decode(b"one\r\ntwo\rcaf\xe9 \xff");
        assert_eq!(text, "one\ntwo\ncaf\u{fffd} \u{fffd}");
        assert_eq!(notices[0].line, Some(3));
        assert!(notices[0].text.contains("2 places"));
    }

    #[test]
    fn wrapped_lines_join_by_script() {
        let joined = |a: &str, b: &str| {
            let mut text = a.to_owned();
            join(&mut text, b);
            text
        };
        assert_eq!(joined("one", "two"), "one two");
        assert_eq!(joined("well-", "known"), "well-known");
        assert_eq!(joined("it was —", "alas"), "it was —alas");
        assert_eq!(joined("a range of 5 -", "ten"), "a range of 5 - ten");
        assert_eq!(joined("今日は", "晴れ"), "今日は晴れ");
    }

    #[test]
    fn words_are_counted_in_any_script() {
        assert_eq!(words("two  words"), 2);
        assert_eq!(words("今日は晴れです"), 4);
        assert_eq!(words("السلام عليكم"), 2);
        assert_eq!(words(""), 0);
    }

    #[test]
    fn sentences_are_told_from_abbreviations() {
        for one in [
            "One sentence.",
            "No stop at all",
            "Dr. Smith met J. R. Jones in the U.S. Senate.",
            "Version 2.0 is here",
            "1. Introduction",
            "He said \"Stop.\"",
            "Wait ... there is more",
            "今日は晴れです。",
        ] {
            assert!(is_one_sentence(one), "{one}");
        }
        for two in [
            "One. Two.",
            "Is it? It is.",
            "He said \"Stop.\" Then he left.",
            "今日は晴れ。明日は雨。",
        ] {
            assert!(!is_one_sentence(two), "{two}");
        }
    }
}
