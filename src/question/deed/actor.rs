//! Who or what does a deed, and who else could.
//!
//! Apart from `deed`, which keeps what is done.

use crate::language::lexicon::Sort;
use crate::language::{Clause, Stem, Tag, lexicon, small, stems};
use crate::question::reading::{At, Reading};
use crate::question::referent::Subject;

/// Who or what does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Actor {
    /// The stem of the subject's noun; `None` for a pronoun or where nobody is named.
    pub(crate) stem: Option<Stem>,
    pub(crate) is_person: bool,
    /// What sort of thing it is; `None` for what has a name.
    sort: Option<Sort>,
}

impl Actor {
    /// Whether both could do the same things: people, bodies with a name, or things of one sort. Of
    /// things of no sort, a car and a river, none does what another does.
    pub(crate) fn is_like(&self, other: &Actor) -> bool {
        let same = self.stem.is_some() && self.stem == other.stem;
        let sorted = self.sort == other.sort && self.sort != Some(Sort::Other);
        same || self.is_person == other.is_person && (self.is_person || sorted)
    }
}

/// Who acts in a clause.
pub(super) fn actor(reading: &Reading<'_>, at: At, clause: &Clause) -> Actor {
    let token = reading.tokens(at)[clause.head];
    let word = token.of(reading.text(at));
    if word.eq_ignore_ascii_case("they") {
        return those(Subject::of(reading, at, clause));
    }
    let named = token.tag == Tag::PROPN && reading.is_person(word);
    let personal = ["he", "she", "i", "you", "we", "who"].contains(&&*small(word));
    Actor {
        stem: stems(word).into_first().filter(|_| !clause.is_order()),
        is_person: personal || clause.is_order() || named || lexicon::is_person(word),
        sort: (token.tag != Tag::PROPN).then(|| lexicon::sort(word)),
    }
}

/// Whom or what "they" means; who cannot be told is somebody.
fn those(meant: Option<Subject>) -> Actor {
    Actor {
        stem: meant.as_ref().and_then(|meant| meant.stem),
        is_person: meant.is_none_or(|meant| meant.is_person),
        sort: Some(Sort::Other),
    }
}
