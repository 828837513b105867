//! A question as its kind proposes it, and what every finished one has besides.
//!
//! Apart from the kinds, so that ids and the order of options are made in one place.

use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::SliceRandom;

use crate::article::Article;
use crate::language::{Stems, stems};

use super::distractor::WRONG;
use super::flaw::is_absolute;
use super::{Evidence, Form, KindName, Question, QuestionId};

/// What a kind proposes.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) stem: String,
    /// What is right: several where several are, in order where that is asked for.
    pub(crate) keys: Vec<String>,
    pub(crate) form: Form,
    /// What can stand beside it, best first; the first that are fair are shown.
    pub(crate) wrong: Vec<String>,
    pub(crate) evidence: Evidence,
    pub(crate) explanation: String,
    /// How good its kind thinks it is, 0 to 1.
    pub(crate) score: f32,
}

impl Draft {
    /// The question; `None` with too few options. `said` are the stems of its evidence.
    pub(crate) fn finish(
        self,
        article: &Article,
        kind: KindName,
        said: &Stems,
    ) -> Option<Question> {
        let wrong = match kind {
            KindName::Claim => self.wrong,
            _ => unsaid(&self, said),
        };
        let wrong = fair(&self.keys, wrong, self.form);
        let few = match self.form {
            Form::One => wrong.len() < kind.least_wrong(),
            Form::Several => self.keys.len() < 2 || wrong.len() < 2,
            Form::Ordered => self.keys.len() < 3,
            Form::Typed => self.keys.is_empty(),
        };
        if few {
            return None;
        }
        let seed = hash(&[&self.evidence.text, kind.as_str(), &self.keys.join("/")]);
        let (keys, accepted) = match self.form {
            Form::Typed => (Vec::new(), self.keys),
            _ => (self.keys, Vec::new()),
        };
        let mut options: Vec<String> = keys.iter().cloned().chain(wrong).collect();
        arrange(
            &mut options,
            kind.is_ordered() && self.form == Form::One,
            seed,
        );
        // What is to be put in order does not stand so already.
        if self.form == Form::Ordered && options == keys {
            options.rotate_left(1);
        }
        let place = |key: &String| options.iter().position(|option| option == key);
        Some(Question {
            id: QuestionId::from_hash(seed),
            article: article.slug.clone(),
            kind,
            stem: self.stem,
            keys: keys.iter().map(place).collect::<Option<_>>()?,
            options,
            accepted,
            evidence: self.evidence,
            explanation: self.explanation,
            elsewhere: Vec::new(),
            score: self.score.clamp(0.0, 1.0),
        })
    }
}

/// The stems of the text asked about last: drafts of one sentence come one after the other.
#[derive(Default)]
pub(crate) struct LastStems {
    text: String,
    stems: Stems,
}

impl LastStems {
    /// The stems of a text.
    pub(crate) fn stems(&mut self, text: &str) -> &Stems {
        if self.text != text {
            text.clone_into(&mut self.text);
            self.stems = stems(text);
        }
        &self.stems
    }
}

/// The wrong options of which nothing can be said for: those that the stem does not show, nor, where one
/// option is right, the evidence; and none that says what another one says.
fn unsaid(draft: &Draft, evidence: &Stems) -> Vec<String> {
    let stem = stems(&draft.stem);
    let mut known: Vec<Stems> = draft.keys.iter().map(|key| stems(key)).collect();
    let mut unsaid = Vec::new();
    for option in &draft.wrong {
        let said = stems(option);
        let shown = said.is_subset(&stem) || draft.form == Form::One && said.is_subset(evidence);
        let same = known
            .iter()
            .any(|other| said.is_subset(other) || other.is_subset(&said));
        if said.is_empty() || !shown && !same {
            unsaid.push(option.clone());
            known.extend((!said.is_empty()).then_some(said));
        }
    }
    unsaid
}

/// The wrong options that are shown. Where one is chosen, none is too strong to be believed when the
/// key is not, and one is about as long as the key, if there is such a one.
fn fair(keys: &[String], mut wrong: Vec<String>, form: Form) -> Vec<String> {
    let long = keys
        .iter()
        .map(|key| key.chars().count())
        .max()
        .unwrap_or_default();
    if form == Form::One {
        let strong = keys.iter().any(|key| is_absolute(key));
        let believed = wrong
            .iter()
            .filter(|option| strong || !is_absolute(option))
            .count();
        if believed > 1 {
            wrong.retain(|option| strong || !is_absolute(option));
        }
        let hides = |option: &String| option.chars().count() * 4 > long * 3;
        if let Some(hiding) = wrong.iter().position(hides).filter(|at| *at >= WRONG) {
            wrong.swap(WRONG - 1, hiding);
        }
    }
    wrong.truncate(WRONG);
    wrong
}

/// Numbers stand in order of size and "True" before "False", everything else in an order of chance.
fn arrange(options: &mut [String], is_ordered: bool, seed: u64) {
    if is_ordered {
        options.sort_by_key(|option| (super::figure::size(option), option.len(), option.clone()));
    } else {
        options.shuffle(&mut Xoshiro256PlusPlus::seed_from_u64(seed));
    }
}

/// FNV-1a, 64 bits, over the parts with a zero byte after each (Fowler, Noll and Vo).
pub(crate) fn hash(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_never_changes() {
        assert_eq!(
            hash(&[""]),
            0xaf63_bd4c_8601_b7df,
            "ids in storage depend on it"
        );
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
    }
}
