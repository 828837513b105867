//! The model of the tagger, as the build has written it.
//!
//! Apart from `tag`: the crate that the model comes with would embed it as it was trained, with its
//! words in no order, and a third bigger when compressed.

use std::sync::LazyLock;

use harper_pos_utils::{BrillTagger, FreqDict};

static TAGGER: LazyLock<BrillTagger<FreqDict>> = LazyLock::new(|| {
    let model = include_str!(concat!(env!("OUT_DIR"), "/tagger.json"));
    serde_json::from_str(model).expect("the build has written it")
});

/// The tagger, read at its first use.
pub(super) fn brill_tagger() -> &'static BrillTagger<FreqDict> {
    &TAGGER
}

#[cfg(test)]
mod tests {
    use super::*;
    use harper_pos_utils::Tagger;

    #[test]
    fn tags_as_the_crate_does() {
        let words: Vec<String> = "The harbour master counts his ships quietly at night ."
            .split(' ')
            .map(str::to_owned)
            .collect();
        let theirs = harper_brill::brill_tagger().tag_sentence(&words);
        assert_eq!(brill_tagger().tag_sentence(&words), theirs);
    }
}
