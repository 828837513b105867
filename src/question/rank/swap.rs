//! Which question gives its place to one of another kind that asks about the same sentence.
//!
//! Apart from `rank`, which takes the best: no kind may be too large a part, so that one of a rare kind makes room for
//! more.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{is_other, is_statement, sorted};
use crate::question::{KindName, Question};

/// So many kinds a bank should have: one alone is asked in one way after another.
const KINDS: usize = 6;

/// Where kinds are few, gives the best of each that is missing its place, if all that ask about it in another way are
/// of kinds that have others; whether any was given one. Which kind comes first is the order of [`KindName::ALL`].
pub(super) fn vary(kept: &mut Vec<Rc<Question>>, spare: &[Rc<Question>]) -> bool {
    let before = kinds(kept).len();
    for kind in KindName::ALL {
        let known = kinds(kept);
        if known.len() >= KINDS || known.contains_key(&kind) {
            continue;
        }
        let mut missing = spare.iter().filter(|it| it.kind == kind);
        let fits = |new: &&Rc<Question>| {
            let mut rivals = kept.iter().filter(|old| !is_other(old, new));
            rivals.all(|old| known.get(&old.kind).is_some_and(|count| *count > SOME))
        };
        if let Some(new) = missing.find(fits).cloned() {
            kept.retain(|old| is_other(old, &new));
            kept.push(new);
        }
    }
    let varied = kinds(kept).len() > before;
    if varied {
        *kept = sorted(std::mem::take(kept));
    }
    varied
}

/// A kind with more questions than this can do without one.
const SOME: usize = 2;

/// How many there are of each kind.
pub(super) fn kinds(questions: &[Rc<Question>]) -> BTreeMap<KindName, usize> {
    let mut kinds = BTreeMap::new();
    for question in questions {
        *kinds.entry(question.kind).or_default() += 1;
    }
    kinds
}

/// Gives the places of at most so many statements, the lowest that have one, to spare questions of another kind.
pub(super) fn give_way(kept: &mut Vec<Rc<Question>>, spare: &mut Vec<Rc<Question>>, most: usize) {
    let rare = |it: &Question| !matches!(it.kind, KindName::Claim | KindName::Heading);
    let mut given = 0;
    for at in (0..kept.len()).rev() {
        if given == most {
            break;
        }
        let old = kept[at].clone();
        if !is_statement(&old) {
            continue;
        }
        let fits = |new: &Rc<Question>| {
            let mut others = kept.iter().filter(|it| !Rc::ptr_eq(it, &old));
            rare(new) && !is_other(&old, new) && others.all(|it| is_other(it, new))
        };
        if let Some(new) = spare.iter().position(fits) {
            kept[at] = spare.remove(new);
            given += 1;
        }
    }
    *kept = sorted(std::mem::take(kept));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::question;

    /// A question of that kind about one of several places.
    fn about(place: usize, kind: KindName, options: &[&str]) -> Rc<Question> {
        let mut made = question(&format!("{kind:?} at {place}?"), options);
        made.evidence.start = 1000 * place;
        made.evidence.end = 1000 * place + 4;
        Rc::new(Question { kind, ..made })
    }

    #[test]
    fn a_statement_gives_its_place_to_another_kind() {
        let statement = |place| about(place, KindName::Claim, &["True", "False"]);
        let figure = |place| about(place, KindName::Figure, &["two", "four", "nine"]);
        let swapped = |spare: Vec<Rc<Question>>, most: usize| {
            let mut kept = vec![statement(1), statement(2)];
            let mut spare = spare;
            give_way(&mut kept, &mut spare, most);
            kinds(&kept)
                .get(&KindName::Figure)
                .copied()
                .unwrap_or_default()
        };
        assert_eq!(swapped(vec![figure(1), figure(2)], 9), 2);
        assert_eq!(swapped(vec![figure(1), figure(2)], 1), 1);
        assert_eq!(swapped(vec![figure(3)], 9), 0);
        assert_eq!(swapped(vec![statement(1)], 9), 0);
    }
}
