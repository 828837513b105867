//! The model of the tagger, as the build has written it.
//!
//! Apart from `tag`: the crate that the model comes with would embed it as it was trained, half as big
//! again when compressed. `build/tagger.rs` says in which form it stands here.

use std::sync::LazyLock;

use harper_pos_utils::{BrillTagger, FreqDict};

static TAGGER: LazyLock<BrillTagger<FreqDict>> = LazyLock::new(|| {
    let model = as_json(include_str!(concat!(env!("OUT_DIR"), "/tagger.txt")));
    serde_json::from_str(&model).expect("the build has written it")
});

/// The tagger, read at its first use.
pub(super) fn brill_tagger() -> &'static BrillTagger<FreqDict> {
    &TAGGER
}

/// The model in the form that its crate reads.
fn as_json(text: &str) -> String {
    let mut lines = text.lines();
    let patches = lines.next().unwrap_or_default();
    let mut json = format!(r#"{{"patches":{patches},"base":{{"mapping":{{"#);
    let mut comma = "";
    for (tag, words) in lines.filter_map(|line| line.split_once(' ')) {
        each_word(words, |word| {
            json.push_str(comma);
            json.push('"');
            for letter in word.chars() {
                if matches!(letter, '"' | '\\') {
                    json.push('\\');
                }
                json.push(letter);
            }
            json.push_str("\":\"");
            json.push_str(tag);
            json.push('"');
            comma = ",";
        });
    }
    json + "}}}"
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
    fn it_is_the_model_of_the_crate() {
        let value = |model| serde_json::to_value(model).expect("a model is words and numbers");
        assert!(value(brill_tagger()) == value(&*harper_brill::brill_tagger()));
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
