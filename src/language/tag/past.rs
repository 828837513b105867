//! What a word in a past form is.
//!
//! Apart from `open`, which asks it of nouns and adjectives.

use super::{Draft, Tag};
use crate::language::lemma::{self, Form};
use crate::language::lexicon;

impl Draft<'_> {
    /// "Aldric of Ulden occupied the Seventh Step": an adjective does not stand between a name and an article.
    pub(super) fn takes_object(&self, at: usize) -> bool {
        self.before(at) == Some(Tag::PROPN)
            && self.tag(at + 1) == Some(Tag::DET)
            && lemma::forms(self.small(at)).contains(&Form::Past)
    }

    /// "The institution as a whole came to an end": a past form that is neither a noun nor a participle.
    pub(super) fn is_only_past(&self, at: usize) -> bool {
        let word = self.small(at);
        let forms = lemma::forms(word);
        forms.contains(&Form::Past)
            && !forms.contains(&Form::Participle)
            && !forms.contains(&Form::Base)
            && lexicon::usual_tag(word) == Some(Tag::VERB)
    }

    /// "Has swum": an irregular participle after "have".
    pub(super) fn is_perfect(&self, at: usize) -> bool {
        let mut back = at;
        while back > 0 && self.tags[back - 1] == Tag::ADV {
            back -= 1;
        }
        let have = back > 0 && ["has", "have", "had"].contains(&self.small(back - 1));
        let forms = lemma::forms(self.word(at));
        have && forms.contains(&Form::Participle)
            && (!forms.contains(&Form::Base) || back == at)
            && lexicon::usual_tag(self.small(at)) != Some(Tag::ADJ)
    }

    pub(super) fn is_past(&self, at: usize) -> bool {
        self.small(at).ends_with("ed")
    }
}
