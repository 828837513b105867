//! The model of the tagger and the lexicon's words, as the build has written them.
//!
//! Apart from `tag`: the crate that the model comes with would embed it as it was trained, twice as
//! big when compressed. `build/tagger.rs` says in which form it stands here.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use harper_pos_utils::{BrillTagger, FreqDict};

use super::predictor::{Interval, Predictor, Word};

/// The words, packed: a line for each tag but that of proper nouns, and one for each table of the lexicon.
const WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words"));

/// What is corrected by the words around.
const CORRECTIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corrections"));

/// What the words are for.
struct Model {
    tagger: BrillTagger<FreqDict>,
    /// The words of each table, with blanks between them.
    tables: FxHashMap<String, String>,
}

/// Read at its first use.
static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let lines = unpacked(WORDS);
    let (known, tables) = read(&lines);
    let model = [&*known, CORRECTIONS].concat();
    let tagger = postcard::from_bytes(&model).expect("the build has written it");
    Model { tagger, tables }
});

/// The tagger.
pub(super) fn brill_tagger() -> &'static BrillTagger<FreqDict> {
    &MODEL.tagger
}

/// The words of a table.
pub(super) fn table(name: &str) -> FxHashSet<&'static str> {
    let words = MODEL.tables.get(name).expect("the build has packed it");
    words.split_whitespace().collect()
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

/// The tagger's words with their tags, as postcard has a map of them: how many there are, and each behind its length and
/// before its tag; and the tables.
fn read(lines: &[u8]) -> (Vec<u8>, FxHashMap<String, String>) {
    let mut count = 0;
    let mut known = Vec::new();
    let mut tables = FxHashMap::default();
    let lines = lines.split(|byte| *byte == b'\n');
    for line in lines.filter(|line| !line.is_empty()) {
        let blank = line.iter().position(|byte| *byte == b' ');
        let (name, coded) = line.split_at(blank.unwrap_or_default());
        let name = String::from_utf8_lossy(name);
        if let Ok(tag) = name.parse() {
            each_word(coded, |word| {
                count += 1;
                push_number(&mut known, word.len());
                known.extend_from_slice(word);
                known.push(tag);
            });
        } else {
            let mut words = String::new();
            each_word(coded, |word| {
                words.extend((!words.is_empty()).then_some(' '));
                words.push_str(&String::from_utf8_lossy(word));
            });
            tables.insert(name.into_owned(), words);
        }
    }
    let mut model = Vec::new();
    push_number(&mut model, count);
    model.append(&mut known);
    (model, tables)
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
fn each_word(coded: &[u8], mut call: impl FnMut(&[u8])) {
    let mut word = Word::default();
    for byte in coded {
        if byte.is_ascii_uppercase() && !word.letters.is_empty() {
            call(&word.letters);
        }
        word.read(*byte);
    }
    if !word.letters.is_empty() {
        call(&word.letters);
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
    fn a_table_has_the_words_of_its_file() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/language/lexicon/words");
        let files = std::fs::read_dir(folder).expect("a folder");
        let paths = files.map(|file| file.expect("a file").path());
        let mut count = 0;
        for path in paths {
            let name = path.file_stem().expect("a name").to_string_lossy();
            let words = std::fs::read_to_string(&path).expect("words");
            let expected: FxHashSet<&str> = words.split_whitespace().collect();
            assert_eq!(table(&name), expected, "{name}");
            count += 1;
        }
        assert_eq!(count, MODEL.tables.len());
    }

    #[test]
    fn words_share_their_beginnings() {
        let mut words = Vec::new();
        each_word("AtideDyGngCowAéclatDuAzoo".as_bytes(), |word| {
            words.push(String::from_utf8_lossy(word).into_owned());
        });
        assert_eq!(
            words,
            ["tide", "tidy", "tidyng", "tiow", "éclat", "écu", "zoo"]
        );
    }
}
