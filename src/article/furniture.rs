//! Lines that belong to the page an article was printed on and not to its text: adverts, share
//! bars, rules, and the lines that say when and by whom.
//!
//! Apart from the formats because pages have the same furniture whatever they are saved as.

use super::date::{self, Reading};
use super::text::strip_prefix_ignoring_case;

/// What a line says of the article it stands by.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Meta {
    /// The day of publication, or what looks like one.
    pub(super) published: Option<Reading>,
    /// The day of the last change.
    pub(super) updated: Option<Reading>,
    /// Who wrote it.
    pub(super) byline: Option<String>,
}

/// No line of furniture is longer, in bytes.
const MAX_BYTES: usize = 200;

const ADVERTS: [&str; 8] = [
    "advertisement",
    "advertisements",
    "advertisement - continue reading below",
    "advertisement - scroll to continue",
    "advertisement continues below",
    "article continues below advertisement",
    "article continues after advertisement",
    "story continues below advertisement",
];

const RELATED: [&str; 6] = [
    "related articles",
    "related stories",
    "related posts",
    "related content",
    "more related articles",
    "you may also like",
];

const NETWORKS: [&str; 12] = [
    "bluesky",
    "facebook",
    "flipboard",
    "linkedin",
    "mastodon",
    "pinterest",
    "reddit",
    "telegram",
    "tumblr",
    "twitter",
    "whatsapp",
    "messenger",
];

/// Words of a share bar that also are words.
const SHARE_WORDS: [&str; 14] = [
    "copy", "email", "e-mail", "link", "mail", "on", "pocket", "print", "share", "sms", "this",
    "threads", "tweet", "x",
];

const BYLINES: [&str; 8] = [
    "published by ",
    "written by ",
    "posted by ",
    "words by ",
    "author: ",
    "authors: ",
    "by: ",
    "by ",
];

const PUBLISHED: [&str; 5] = [
    "first published",
    "published",
    "posted",
    "release date",
    "date",
];
const UPDATED: [&str; 4] = ["last updated", "updated", "last modified", "modified"];

/// Words of a name that have no capital.
const PARTICLES: [&str; 16] = [
    "&", "and", "bin", "da", "de", "del", "der", "di", "du", "for", "la", "of", "the", "van",
    "von", "with",
];

/// Whether the line is left out wherever it stands.
pub(super) fn is_dropped(text: &str) -> bool {
    is_rule(text)
        || is_end(text)
        || (text.len() <= MAX_BYTES && (is_one_of(text, &ADVERTS) || is_share_bar(text)))
}

/// Whether the line says that a news release ends there, as in "- ENDS -".
fn is_end(text: &str) -> bool {
    text.trim_matches(|c: char| c.is_whitespace() || "-–—*#".contains(c)) == "ENDS"
}

/// Whether the line only parts what is above it from what is below, like "* * *".
pub(super) fn is_rule(text: &str) -> bool {
    let mark = |c: char| c.is_whitespace() || "-–—=_*~•·#".contains(c);
    !text.is_empty() && text.chars().all(mark)
}

/// Whether the line is the name of one network alone, as in a share bar set in several lines.
pub(super) fn is_network(text: &str) -> bool {
    is_one_of(text, &NETWORKS) || is_one_of(text, &SHARE_WORDS)
}

/// Whether the line stands above blurbs of other articles.
pub(super) fn is_related_heading(text: &str) -> bool {
    is_one_of(text.trim_end_matches(':'), &RELATED)
}

/// What those are who write for a paper.
const POSTS: [&str; 6] = [
    "columnist",
    "correspondent",
    "critic",
    "editor",
    "reporter",
    "writer",
];

/// Reads a line that says nothing but when the article was published, by whom, and how long it
/// takes to read: "July 18, 2025 - 3 min Read", "Published by Jane Doe", "By A. B. | 1 May 2024".
pub(super) fn meta(text: &str) -> Option<Meta> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let mut meta = Meta::default();
    let mut rest = skip_separators(text);
    while !rest.is_empty() {
        rest = skip_separators(meta.take(rest)?);
    }
    (!skip_separators(text).is_empty()).then_some(meta)
}

impl Meta {
    /// Takes what the text begins with and gives what follows.
    fn take<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        if let Some(rest) = reading_time(text) {
            return Some(rest);
        }
        if let Some((date, rest)) = labelled_date(text, &UPDATED) {
            self.updated.get_or_insert(date);
            return Some(rest);
        }
        let date = labelled_date(text, &PUBLISHED).or_else(|| date::read_start(text));
        if let Some((date, rest)) = date {
            self.published.get_or_insert(date);
            return Some(skip_time(rest));
        }
        let (name, rest) = byline(text)?;
        self.byline.get_or_insert(name.to_owned());
        Some(rest)
    }
}

fn is_one_of(text: &str, set: &[&str]) -> bool {
    set.iter().any(|known| text.eq_ignore_ascii_case(known))
}

/// Whether the line only names networks: at least two names, all of them known, and not only
/// words that are words.
pub(super) fn is_share_bar(text: &str) -> bool {
    let between = |c: char| c.is_whitespace() || "|,·•/:".contains(c);
    let names: Vec<&str> = text.split(between).filter(|n| !n.is_empty()).collect();
    let networks = names.iter().filter(|n| is_one_of(n, &NETWORKS)).count();
    let known = names.iter().all(|n| is_network(n));
    known && names.len() >= 2 && (networks >= 1 || names.len() >= 3)
}

fn skip_separators(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || "-–—|·•,".contains(c))
}

fn labelled_date<'a>(text: &'a str, labels: &[&str]) -> Option<(Reading, &'a str)> {
    let after = labels
        .iter()
        .find_map(|label| strip_prefix_ignoring_case(text, label))?;
    let after = after.trim_start_matches([':', ' ']);
    date::read_start(strip_prefix_ignoring_case(after, "on ").unwrap_or(after))
}

/// "3 min read", "4-minute read", "Reading time: 5 minutes".
fn reading_time(text: &str) -> Option<&str> {
    let labelled = strip_prefix_ignoring_case(text, "reading time:");
    let text = labelled.unwrap_or(text).trim_start();
    let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if after.len() == text.len() {
        return None;
    }
    let after = after.trim_start_matches([' ', '-']);
    let rest = after.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let unit = &after[..after.len() - rest.len()];
    let rest = rest.trim_start_matches(['.', ' ']);
    is_one_of(unit, &["min", "mins", "minute", "minutes"])
        .then(|| strip_prefix_ignoring_case(rest, "read").or(labelled.map(|_| rest)))
        .flatten()
}

/// Skips a time of day: "at 10:30 AM EST".
fn skip_time(text: &str) -> &str {
    let after = strip_prefix_ignoring_case(text, "at ").unwrap_or(text);
    let (time, rest) = after.split_once(' ').unwrap_or((after, ""));
    let (hour, minute) = time.split_once(':').unwrap_or(("", ""));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let clock = |word: &&str| word.len() <= 4 && word.bytes().all(|b| b.is_ascii_alphabetic());
    if !(digits(hour) && digits(minute.get(..2).unwrap_or(""))) {
        return text;
    }
    let zone = rest.split(' ').take(2).take_while(clock);
    let skipped: usize = zone.map(|word| word.len() + 1).sum();
    rest.get(skipped..).unwrap_or("")
}

fn byline(text: &str) -> Option<(&str, &str)> {
    let name = BYLINES
        .iter()
        .find_map(|start| strip_prefix_ignoring_case(text, start))?
        .trim_start();
    let (name, rest) = name.split_at(end_of_name(name));
    let rest = rest.strip_prefix(" on ").unwrap_or(rest);
    (is_name(name) || is_post(name)).then_some((name.trim(), rest))
}

/// "Jane Doe, arts correspondent".
fn is_post(text: &str) -> bool {
    let known = |post: &str| POSTS.iter().any(|word| post.ends_with(word));
    text.trim()
        .split_once(", ")
        .is_some_and(|(name, post)| is_name(name) && known(post))
}

/// Where a separator follows, or a date.
fn end_of_name(text: &str) -> usize {
    let separator = [" - ", " – ", " — ", " | ", " · ", " • "];
    let dated = |sign: &str| {
        let at = text.rfind(sign)?;
        date::read_start(&text[at + sign.len()..]).map(|_| at)
    };
    let comma = text
        .match_indices(", ")
        .find_map(|(at, sign)| date::read_start(&text[at + sign.len()..]).map(|_| at));
    separator
        .iter()
        .filter_map(|sign| text.find(sign))
        .chain(dated(" on "))
        .chain(comma)
        .min()
        .unwrap_or(text.len())
}

fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let fits = |word: &&str| {
        let first = word.chars().next().expect("a word has a letter");
        PARTICLES.contains(word) || (first.is_alphabetic() && !first.is_lowercase())
    };
    (1..=8).contains(&words.len()) && words.iter().all(fits) && !text.contains(['?', '!', ';', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adverts_share_bars_and_rules_are_left_out() {
        for line in [
            "ADVERTISEMENT",
            "Advertisement",
            "Story continues below advertisement",
            "Facebook X Reddit",
            "Facebook X Reddit Pinterest Email",
            "X Linkedin Facebook Reddit Email Bluesky",
            "Share on Facebook",
            "Share: Facebook | Twitter | Copy link",
            "Share Print Email",
            "* * *",
            "-",
            "———",
            "ENDS",
            "- ENDS -",
        ] {
            assert!(is_dropped(line), "{line}");
        }
    }

    #[test]
    fn prose_about_them_is_not() {
        for line in [
            "Facebook",
            "Email",
            "Print this",
            "Ends",
            "Advertisement pays for the news",
            "Facebook and X lost readers",
            "A",
            "3",
            "日",
            "",
        ] {
            assert!(!is_dropped(line), "{line}");
        }
    }

    #[track_caller]
    fn says(line: &str, published: Option<&str>, byline: Option<&str>) {
        let meta = meta(line).unwrap_or_else(|| panic!("{line} says nothing"));
        let date = meta.published.map(|date| date.unwrap().to_string());
        assert_eq!(
            (date.as_deref(), meta.byline.as_deref()),
            (published, byline)
        );
    }

    #[test]
    fn lines_about_the_article_are_read() {
        let july = Some("2025-07-18");
        says("July 18, 2025", july, None);
        says("Published July 18, 2025", july, None);
        says("Published: July 18, 2025", july, None);
        says("Posted on 18 July 2025", july, None);
        says("July 18, 2025 - 3 min Read", july, None);
        says("July 18, 2025 at 10:30 AM EDT | 4-minute read", july, None);
        says("3 min. read · July 18, 2025", july, None);
        says("5 min read", None, None);
        says("Reading time: 5 minutes", None, None);
        says("Published by Mark Bennett", None, Some("Mark Bennett"));
        says(
            "By Ana de la Cruz and B. O’Neill",
            None,
            Some("Ana de la Cruz and B. O’Neill"),
        );
        says("By Jane Doe, July 18, 2025", july, Some("Jane Doe"));
        says(
            "By Jane Doe, arts correspondent",
            None,
            Some("Jane Doe, arts correspondent"),
        );
        says("By Jane Doe | July 18, 2025", july, Some("Jane Doe"));
        says(
            "Published by Jane Doe on July 18, 2025",
            july,
            Some("Jane Doe"),
        );
        says("July 18, 2025 by Jane Doe", july, Some("Jane Doe"));
        says(
            "Published July 18, 2025 - Updated July 20, 2025",
            july,
            None,
        );
    }

    #[test]
    fn sentences_are_not_read_as_such_lines() {
        for line in [
            "By 1990 the city had grown",
            "By the river stood a mill.",
            "By Christmas Eve, the town was dark",
            "July 18, 2025 was a cold day",
            "Published in 1999, the book sold well",
            "3 minutes",
            "Updated rules",
            "Written by hand",
            "",
        ] {
            assert_eq!(meta(line), None, "{line}");
        }
    }
}
