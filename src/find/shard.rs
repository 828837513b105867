//! An index in pieces, each a file, so that only those are fetched whose words are looked for.
//!
//! Apart from the index, which is the same with all of them as if it had been made at once. What a
//! word has for bytes is written as base64.

use super::{Index, Query, Term};

/// A piece has about so many bytes, or one word that has more.
const BYTES: usize = 48_000;

/// Some words of an index, next to each other in the order of their letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shard {
    /// Each with where it stands, as text.
    pub terms: Vec<(String, String)>,
}

/// All pieces of an index, in the order of their words.
pub fn cut(index: &Index) -> Vec<Shard> {
    let mut shards = vec![Shard::default()];
    let mut bytes = 0;
    for (term, places) in index.terms() {
        if bytes > 0 && bytes + places.len() > BYTES {
            shards.push(Shard::default());
            bytes = 0;
        }
        bytes += places.len();
        let last = shards.last_mut().expect("it begins with one");
        last.terms.push((term.to_owned(), to_text(places)));
    }
    shards
}

impl Shard {
    /// The words, to be added to an index. What is no word of a piece is left out.
    pub fn terms(self) -> impl Iterator<Item = (Box<str>, Vec<u8>)> {
        let terms = self.terms.into_iter();
        terms.filter_map(|(term, text)| Some((term.into(), to_bytes(&text)?)))
    }
}

/// Whether a query looks for words of a piece: `first` is its first word, and `next` the first of the
/// piece after it, if there is one.
pub fn is_wanted(query: &Query, first: &str, next: Option<&str>) -> bool {
    query.terms().any(|term| {
        let letters = term.letters();
        let begins_before_end = next.is_none_or(|next| letters < next);
        begins_before_end
            && (first <= letters
                || matches!(term, Term::Beginning(_)) && first.starts_with(letters))
    })
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// As base64 without what fills it up at the end.
fn to_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for three in bytes.chunks(3) {
        let mut bits = 0;
        (0..3).for_each(|at| bits = bits << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..=three.len() {
            let digit = (bits >> (18 - 6 * at)) & 63;
            text.push(char::from(DIGITS[digit as usize]));
        }
    }
    text
}

fn to_bytes(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for four in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for at in 0..4 {
            let digit = four.get(at).map_or(Some(0), |digit| value(*digit))?;
            bits = bits << 6 | digit;
        }
        let [_, three @ ..] = bits.to_be_bytes();
        bytes.extend_from_slice(&three[..four.len() - 1]);
    }
    Some(bytes)
}

fn value(digit: u8) -> Option<u32> {
    Some(u32::from(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}
