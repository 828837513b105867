//! The questions of one sitting.
//!
//! Apart from `rank`: a sitting is spread over the article, and none of its questions may answer
//! another.

use std::collections::BTreeSet;

use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::SliceRandom;

use super::{Bank, Question, QuestionId};

/// Draws at most `count` questions for one sitting, in the order to ask them: spread over
/// sections and kinds, those in `seen` only when the others are used up. No question drawn gives
/// another away. The same bank, seed, count and `seen` give the same questions.
pub fn draw(bank: &Bank, seed: u64, count: usize, seen: &BTreeSet<QuestionId>) -> Vec<Question> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut lots: Vec<&Question> = bank.questions.iter().collect();
    lots.shuffle(&mut rng);
    let mut drawn: Vec<&Question> = Vec::new();
    while drawn.len() < count {
        let open = lots
            .iter()
            .filter(|question| drawn.iter().all(|other| !clash(question, other)));
        let Some(next) =
            open.min_by(|a, b| cost(a, &drawn, seen).total_cmp(&cost(b, &drawn, seen)))
        else {
            break;
        };
        drawn.push(next);
    }
    drawn.sort_by_key(|question| {
        (
            question.evidence.section,
            question.evidence.paragraph,
            question.evidence.start,
        )
    });
    drawn.into_iter().cloned().collect()
}

/// How little a question is wanted next.
fn cost(question: &Question, drawn: &[&Question], seen: &BTreeSet<QuestionId>) -> f32 {
    let count = |alike: &dyn Fn(&Question) -> bool| {
        drawn.iter().filter(|other| alike(other)).count() as f32
    };
    let section = count(&|other| other.evidence.section == question.evidence.section);
    let kind = count(&|other| other.kind == question.kind);
    let known = if seen.contains(&question.id) {
        100.0
    } else {
        0.0
    };
    known + section * 0.5 + kind * 0.25 - question.score
}

/// Whether two questions cannot be asked in one sitting: they are one, or stand on one sentence,
/// or one shows what the other asks for.
fn clash(a: &Question, b: &Question) -> bool {
    let one_fact = a.evidence == b.evidence;
    a.id == b.id || one_fact || shows(a, b) || shows(b, a)
}

/// Whether `a` shows the key of `b`, in its stem or among its options.
fn shows(a: &Question, b: &Question) -> bool {
    let stem = a.stem.to_lowercase();
    let keys = b
        .keys
        .iter()
        .filter_map(|key| b.options.get(*key))
        .map(|key| key.to_lowercase());
    let same_list = a.kind == b.kind && a.options.len() == b.options.len() && {
        let (mut x, mut y) = (a.options.clone(), b.options.clone());
        x.sort();
        y.sort();
        x == y
    };
    !same_list
        && keys.into_iter().any(|key| {
            stem.contains(&key)
                || a.options
                    .iter()
                    .any(|option| option.to_lowercase().contains(&key))
        })
}
