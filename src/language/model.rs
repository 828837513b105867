//! The model of the tagger, as the build has written it.
//!
//! Apart from `tag`: the crate that the model comes with would embed it as it was trained, twice as
//! big when compressed. `build/tagger.rs` says in which form it stands here.

use std::sync::LazyLock;

use harper_pos_utils::{BrillTagger, FreqDict};

use super::predictor::{Interval, Predictor};

/// The words, packed: a line for each tag but that of proper nouns.
const WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words"));

/// What is corrected by the words around.
const CORRECTIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corrections"));

static TAGGER: LazyLock<BrillTagger<FreqDict>> = LazyLock::new(|| {
    let words = String::from_utf8(unpacked(WORDS)).expect("the build has written it");
    let model = [&known_words(&words), CORRECTIONS].concat();
    postcard::from_bytes(&model).expect("the build has written it")
});

/// The tagger, read at its first use.
pub(super) fn brill_tagger() -> &'static BrillTagger<FreqDict> {
    &TAGGER
}

/// What the build has packed.
fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut bytes = packed.iter().copied();
    let mut next = || u32::from(bytes.next().unwrap_or_default());
    let mut number = || (0..4).fold(0, |number, _| number << 8 | next());
    let (count, mut place) = (number(), number());
    let (mut predictor, mut interval) = (Predictor::new(), Interval::new());
    let mut unpacked = Vec::with_capacity(count as usize);
    while unpacked.len() < count as usize {
        let middle = interval.middle(predictor.expected());
        let bit = place <= middle;
        interval.narrow(middle, bit);
        unpacked.extend(predictor.learn(bit));
        while interval.settled().is_some() {
            place = place << 8 | next();
        }
    }
    unpacked
}

/// The words with their tags, as postcard has a map of them: how many there are, and each behind its length and
/// before its tag.
fn known_words(lines: &str) -> Vec<u8> {
    let mut count = 0;
    let mut words = Vec::new();
    for (tag, coded) in lines.lines().filter_map(|line| line.split_once(' ')) {
        let tag: u8 = tag.parse().unwrap_or_default();
        each_word(coded, |word| {
            count += 1;
            push_number(&mut words, word.len());
            words.extend_from_slice(word.as_bytes());
            words.push(tag);
        });
    }
    let mut model = Vec::new();
    push_number(&mut model, count);
    model.append(&mut words);
    model
}

/// A number as postcard writes it: seven bits to a byte, the lowest first, the highest bit where more follow
/// (<https://postcard.jamesmunns.com/wire-format>).
fn push_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Calls with each of the words that share their beginnings with those before them.
fn each_word(coded: &str, mut call: impl FnMut(&str)) {
    let mut word = String::new();
    let mut rest = coded;
    while let Some(shared) = rest.chars().next() {
        let own = &rest[shared.len_utf8()..];
        let end = own
            .find(|letter: char| letter.is_ascii_uppercase())
            .unwrap_or(own.len());
        let kept = (shared as usize).saturating_sub('A' as usize);
        let kept = word
            .char_indices()
            .nth(kept)
            .map_or(word.len(), |(at, _)| at);
        word.truncate(kept);
        word.push_str(&own[..end]);
        call(&word);
        rest = &own[end..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_model_of_the_crate_without_proper_nouns() {
        let value = |model: &BrillTagger<FreqDict>| {
            serde_json::to_value(model).expect("a model is words and numbers")
        };
        let mut whole = value(&harper_brill::brill_tagger());
        let words = whole.pointer_mut("/base/mapping");
        let words = words.and_then(|words| words.as_object_mut());
        words.expect("words").retain(|_, tag| tag != "PROPN");
        assert!(value(brill_tagger()) == whole);
    }

    #[test]
    fn words_share_their_beginnings() {
        let mut words = Vec::new();
        each_word("AtideDyGngCowAéclatAzoo", |word| {
            words.push(word.to_owned())
        });
        assert_eq!(words, ["tide", "tidy", "tidyng", "tiow", "éclat", "zoo"]);
    }
}
