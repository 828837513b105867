//! What fills up a bank that has too few questions.
//!
//! Apart from `rank`, which takes the best first.

use std::cmp::Ordering;
use std::rc::Rc;

use super::swap::kinds;
use super::{
    Places, Sections, Twins, is_another, is_claim, is_other, is_statement, most_of_kind, settle,
    sorted, split,
};
use crate::question::Question;

/// Takes of the spare ones until there are enough, or none that can be kept: some at a time, since each leaves room for
/// better ones of another kind. What is one too many of its kind is put aside for once.
pub(super) fn fill(
    kept: &mut Vec<Rc<Question>>,
    spare: &mut Vec<Rc<Question>>,
    enough: usize,
    twins: &Twins,
) {
    let (mut aside, mut tries) = (Vec::new(), TRIES);
    while kept.len() < enough && !spare.is_empty() && tries > 0 {
        let before = kept.clone();
        let room = (enough - kept.len()).div_ceil(SOME_AT_A_TIME);
        let (next, rest) = pick(kept, std::mem::take(spare), room, twins);
        spare.clone_from(&rest);
        kept.extend(next.iter().cloned());
        *kept = sorted(std::mem::take(kept));
        settle(kept, spare, twins);
        if kept.len() <= before.len() {
            (*kept, *spare) = (before, rest);
            tries = if next.is_empty() { 0 } else { tries - 1 };
            aside.extend(next);
        }
    }
    spare.extend(aside);
}

/// So often nothing is won before it is enough.
const TRIES: usize = 6;

/// Such a part of the room there is.
const SOME_AT_A_TIME: usize = 3;

/// At most so many of the spare ones that ask something else than those kept and are not one too many of their kind,
/// first of sections that have none; and what is left for another time, when what they share with one kept may be
/// gone.
fn pick(
    kept: &[Rc<Question>],
    spare: Vec<Rc<Question>>,
    room: usize,
    twins: &Twins,
) -> (Vec<Rc<Question>>, Vec<Rc<Question>>) {
    let mut sections = Sections::of(kept);
    // So many claims more can only be true until they are half of all.
    let claims = kept.iter().filter(|it| is_statement(it));
    let (lone, others): (Vec<_>, Vec<_>) = claims.partition(|it| twins.is_lone(it));
    let mut lone_room = others.len().saturating_sub(lone.len());
    let (first, then): (Vec<_>, Vec<_>) = spare
        .into_iter()
        .partition(|question| !sections.has(question.evidence.section));
    let all: Vec<Rc<Question>> = first.into_iter().chain(then).collect();
    let mut known = Places::default();
    kept.iter().for_each(|question| known.add(question));
    let (mut of_kind, mut count) = (kinds(kept), kept.len());
    let mut is_picked = Vec::new();
    let mut room = room;
    for question in &all {
        let lone = twins.is_lone(question);
        let own = &mut of_kind[question.kind as usize];
        let bare = !sections.has(question.evidence.section);
        let new = room > 0
            && (!lone || lone_room > 0)
            // One more than there may be: the next of another kind makes room for it, or it goes again.
            && (*own <= most_of_kind(count - *own) || bare)
            && known.near(question).all(|known| is_other(known, question));
        if new {
            lone_room -= usize::from(lone);
            room -= 1;
            *own += 1;
            count += 1;
            *sections.count(question.evidence.section) += 1;
            known.add(question);
        }
        is_picked.push(new);
    }
    split(all, is_picked)
}

/// Adds spare ones one by one until there are enough, each where it is not one too many of its kind nor a statement too
/// many of one answer. A sentence of which a part is left out may be judged whole then, in another sitting.
pub(super) fn top_up(
    kept: &mut Vec<Rc<Question>>,
    spare: &[Rc<Question>],
    enough: usize,
    twins: &Twins,
) {
    let mut known = Places::default();
    kept.iter().for_each(|question| known.add(question));
    let mut of_kind = kinds(kept);
    let mut answers = [0, 1].map(|key| kept.iter().filter(|it| is_claim(it, key)).count());
    let mut added: Vec<Rc<Question>> = Vec::new();
    let mut grown = true;
    while grown {
        grown = false;
        for question in spare {
            let count = kept.len() + added.len();
            let own = &mut of_kind[question.kind as usize];
            if count >= enough || *own >= most_of_kind(count - *own) {
                continue;
            }
            let fitting = fitting(question, answers, count, twins);
            let fitting = fitting.filter(|it| known.near(it).all(|known| is_another(known, it)));
            if let Some(fitting) = fitting {
                known.add(fitting);
                added.push(fitting.clone());
                *own += 1;
                if is_statement(fitting) {
                    answers[fitting.keys[0]] += 1;
                }
                grown = true;
            }
        }
    }
    drop(known);
    kept.append(&mut added);
    *kept = sorted(std::mem::take(kept));
}

/// The question, or of a statement the version with the answer of which there are fewer; where that is no matter, the
/// length of the bank decides.
fn fitting<'a>(
    question: &'a Rc<Question>,
    answers: [usize; 2],
    count: usize,
    twins: &'a Twins,
) -> Option<&'a Rc<Question>> {
    let [yes, no] = answers;
    let wanted = match yes.cmp(&no) {
        Ordering::Less => 0,
        Ordering::Greater => 1,
        Ordering::Equal => count % 2,
    };
    match () {
        () if !is_statement(question) => Some(question),
        () if twins.is_lone(question) && yes == no => None,
        () if is_claim(question, wanted) => Some(question),
        () => twins.twin(question),
    }
}
