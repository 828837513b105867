//! Names of articles in addresses.
//!
//! Apart from the formats because a name depends on the title alone, and must not change when
//! the reading of a format gets better.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Article;

/// An article's name in addresses: lower-case ASCII letters, digits and single hyphens, at most
/// 40 bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// A text that is not a slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlugError;

const MAX_BYTES: usize = 40;

/// Gives every article a name of its own: the first of several alike keeps it, the others get a
/// number after it. Names nobody else has stay as they are.
pub fn make_unique(articles: &mut [Article]) {
    let mut taken: BTreeSet<Slug> = articles.iter().map(|a| a.slug.clone()).collect();
    let mut seen = BTreeSet::new();
    for article in articles {
        if !seen.insert(article.slug.clone()) {
            article.slug = next_free(&article.slug, &taken);
            taken.insert(article.slug.clone());
        }
    }
}

impl Slug {
    /// The name of an article with this title.
    pub(super) fn of_title(title: &str) -> Slug {
        let folded = fold(title);
        if folded.is_empty() {
            return Slug(format!("article-{:08x}", hash(title)));
        }
        Slug(cut(&folded, MAX_BYTES).to_owned())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.to_owned().try_into()
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let valid = text.len() <= MAX_BYTES && text.split('-').all(is_word);
        if valid {
            Ok(Slug(text))
        } else {
            Err(SlugError)
        }
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for SlugError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not lower-case letters, digits and single hyphens, at most 40 of them")
    }
}

impl std::error::Error for SlugError {}

fn is_word(word: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    !word.is_empty() && word.bytes().all(plain)
}

fn next_free(slug: &Slug, taken: &BTreeSet<Slug>) -> Slug {
    (2..)
        .map(|number| numbered(slug, number))
        .find(|slug| !taken.contains(slug))
        .expect("there are more numbers than articles")
}

fn numbered(slug: &Slug, number: usize) -> Slug {
    let ending = format!("-{number}");
    let stem = cut(slug.as_str(), MAX_BYTES - ending.len());
    Slug(format!("{stem}{ending}"))
}

/// At most so many bytes, cut between words where there are several.
fn cut(folded: &str, limit: usize) -> &str {
    if folded.len() <= limit {
        return folded;
    }
    let end = folded[..=limit].rfind('-').unwrap_or(limit);
    &folded[..end]
}

/// The title's letters and digits in lower-case ASCII, one hyphen between words. Only as much of
/// it as a slug can need.
fn fold(title: &str) -> String {
    let mut folded = String::new();
    let mut gap = false;
    for c in title.chars() {
        if folded.len() > 2 * MAX_BYTES {
            break;
        }
        let length = folded.len();
        push_letters(&mut folded, c.to_lowercase().next().unwrap_or(c));
        if folded.len() == length {
            gap |= !is_silent(c);
        } else if std::mem::take(&mut gap) && length > 0 {
            folded.insert(length, '-');
        }
    }
    folded
}

fn push_letters(folded: &mut String, c: char) {
    if c.is_ascii_lowercase() || c.is_ascii_digit() {
        folded.push(c);
    } else {
        folded.push_str(latin(c).unwrap_or_default());
    }
}

/// Whether a character neither stands in a slug nor parts words: apostrophes, combining accents.
fn is_silent(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}')
}

fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ế' | 'ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

/// FNV-1a, 32 bits: small, and the same everywhere and for ever.
fn hash(text: &str) -> u32 {
    let step = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    text.bytes().fold(0x811c_9dc5, step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::parse;

    #[track_caller]
    fn names(title: &str, slug: &str) {
        let made = Slug::of_title(title);
        assert_eq!(made.as_str(), slug);
        assert_eq!(slug.parse(), Ok(made), "a slug made is a slug read");
    }

    #[test]
    fn titles_become_readable_names() {
        names("Bees in winter", "bees-in-winter");
        names("  What's *new*? -- Part 2 ", "whats-new-part-2");
        names(
            "Café société à l’Œuvre: Łódź",
            "cafe-societe-a-loeuvre-lodz",
        );
        names("Cafe\u{301} noir", "cafe-noir");
        names("ÅNGSTRÖM", "angstrom");
        names("Наука 2025", "2025");
    }

    #[test]
    fn long_titles_are_cut_between_words() {
        names(
            "How sanctions shape regional security architectures and more",
            "how-sanctions-shape-regional-security",
        );
        names(&"a".repeat(50), &"a".repeat(40));
        names(&format!("{} b", "a".repeat(40)), &"a".repeat(40));
    }

    #[test]
    fn titles_without_latin_letters_get_a_steady_name() {
        names("日本の四季", "article-43119789");
        names("", "article-811c9dc5");
    }

    #[test]
    fn only_slugs_are_read() {
        for bad in [
            "",
            "-",
            "a-",
            "-a",
            "a--b",
            "A",
            "a b",
            "é",
            &"a".repeat(41),
        ] {
            assert_eq!(bad.parse::<Slug>(), Err(SlugError), "{bad}");
            assert!(serde_json::from_value::<Slug>(bad.into()).is_err(), "{bad}");
        }
    }

    #[test]
    fn names_alike_get_numbers_and_others_stay() {
        let titles = [
            "Bees",
            "Bees",
            "Bees 2",
            "Bees",
            &"bee ".repeat(20),
            &"bee ".repeat(20),
        ];
        let mut articles: Vec<Article> = titles
            .iter()
            .map(|title| parse("x.txt", title.as_bytes()).article)
            .collect();
        make_unique(&mut articles);
        let slugs: Vec<&str> = articles.iter().map(|a| a.slug.as_str()).collect();
        let long = "bee-".repeat(10);
        let (first, second) = (&long[..39], format!("{}-2", &long[..35]));
        assert_eq!(
            slugs,
            ["bees", "bees-3", "bees-2", "bees-4", first, &second]
        );
    }
}
