//! Which question gives its place to one of another kind that asks about the same sentence.
//!
//! Apart from `rank`, which takes the best: no kind may be too large a part, so that one of a rare kind makes room for
//! more.

use std::rc::Rc;

use super::{is_other, sorted};
use crate::question::{KindName, Question};

/// So many kinds a bank should have: one alone is asked in one way after another.
const KINDS: usize = 6;

/// Where kinds are few, gives the best of each that is missing its place, if all that ask about it in another way are
/// of kinds that have others; whether any was given one. Which kind comes first is the order of [`KindName::ALL`].
pub(super) fn vary(kept: &mut Vec<Rc<Question>>, spare: &[Rc<Question>]) -> bool {
    let asked =
        |of_kind: [usize; KindName::ALL.len()]| of_kind.iter().filter(|it| **it > 0).count();
    let before = asked(kinds(kept));
    for kind in KindName::ALL {
        let known = kinds(kept);
        if asked(known) >= KINDS || known[kind as usize] > 0 {
            continue;
        }
        let mut missing = spare.iter().filter(|it| it.kind == kind);
        let fits = |new: &&Rc<Question>| {
            let mut rivals = kept.iter().filter(|old| !is_other(old, new));
            rivals.all(|old| known[old.kind as usize] > SOME)
        };
        if let Some(new) = missing.find(fits).cloned() {
            kept.retain(|old| is_other(old, &new));
            kept.push(new);
        }
    }
    let varied = asked(kinds(kept)) > before;
    if varied {
        *kept = sorted(std::mem::take(kept));
    }
    varied
}

/// A kind with more questions than this can do without one.
const SOME: usize = 2;

/// How many there are of each kind, in the order of [`KindName::ALL`].
pub(super) fn kinds(questions: &[Rc<Question>]) -> [usize; KindName::ALL.len()] {
    let mut kinds = [0; KindName::ALL.len()];
    for question in questions {
        kinds[question.kind as usize] += 1;
    }
    kinds
}
