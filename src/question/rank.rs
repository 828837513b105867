//! Which questions stay in the bank, and in what order.
//!
//! Apart from `draw`, which chooses for one sitting.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{KindName, Question};

/// A bank with fewer questions than this for a thousand words takes a second one from a sentence.
const ENOUGH: usize = 30;

/// Best first; of several that ask what one sentence says only the best, or the best of two kinds
/// where the text of so many words gives few; as many false claims as true ones, and no kind too
/// large a part.
pub(crate) fn best(mut questions: Vec<Question>, words: usize) -> Vec<Question> {
    questions.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    let (mut kept, rest) = once(questions);
    settle(&mut kept);
    let (seconds, _) = once(
        rest.into_iter()
            .filter(|second| kept.iter().all(|first| is_other(first, second)))
            .collect(),
    );
    let room = (ENOUGH * words / 1000).saturating_sub(kept.len());
    kept.extend(seconds.into_iter().take(room));
    kept.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    settle(&mut kept);
    kept
}

/// The first question of every sentence, and those left over; where something stands is a question
/// apart.
fn once(questions: Vec<Question>) -> (Vec<Question>, Vec<Question>) {
    let mut taken: BTreeMap<(usize, Option<usize>, bool), Vec<Range<usize>>> = BTreeMap::new();
    questions.into_iter().partition(|question| {
        let evidence = &question.evidence;
        let place = question.kind == KindName::Heading;
        let known = taken
            .entry((evidence.section, evidence.paragraph, place))
            .or_default();
        let free = known
            .iter()
            .all(|other| other.end <= evidence.start || evidence.end <= other.start);
        if free {
            known.push(evidence.start..evidence.end);
        }
        free
    })
}

/// Whether the second asks something else: not the same words in the same way, nor for the same
/// answer.
fn is_other(first: &Question, second: &Question) -> bool {
    let claim = first.kind == KindName::Claim || second.kind == KindName::Claim;
    let placed = (first.kind == KindName::Heading) != (second.kind == KindName::Heading);
    !first.evidence.overlaps(&second.evidence)
        || placed
        || first.kind != second.kind && !claim && !shares_key(first, second)
}

fn shares_key(first: &Question, second: &Question) -> bool {
    let key = |question: &Question| {
        question
            .keys
            .first()
            .and_then(|key| question.options.get(*key))
            .cloned()
    };
    let (Some(one), Some(two)) = (key(first), key(second)) else {
        return false;
    };
    one.contains(&two) || two.contains(&one)
}

/// Balances the claims and the kinds.
fn settle(questions: &mut Vec<Question>) {
    balance(questions);
    spread(questions);
    balance(questions);
}

/// The largest share that one kind may have, in percent.
const LARGEST_SHARE: usize = 34;

/// So many questions of one kind an article may have, however few others there are.
const FREE: usize = 3;

/// Drops the lowest questions of a kind that would be too large a part of the bank; the last one of
/// a section goes only when there are no others.
fn spread(questions: &mut Vec<Question>) {
    for kind in KindName::ALL {
        let own = questions
            .iter()
            .filter(|question| question.kind == kind)
            .count();
        let others = questions.len() - own;
        let most = FREE.max(others * LARGEST_SHARE / (100 - LARGEST_SHARE));
        for _ in most..own {
            let of_kind = |at: &usize| questions[*at].kind == kind;
            let lowest = |alone: bool| {
                (0..questions.len())
                    .rev()
                    .filter(of_kind)
                    .find(|at| is_alone(questions, *at) == alone)
            };
            if let Some(at) = lowest(false).or_else(|| lowest(true)) {
                questions.remove(at);
            }
        }
    }
}

/// Whether it is the only question of its section.
fn is_alone(questions: &[Question], at: usize) -> bool {
    let section = questions[at].evidence.section;
    questions
        .iter()
        .filter(|question| question.evidence.section == section)
        .count()
        == 1
}

/// Drops the lowest claims of the larger half.
fn balance(questions: &mut Vec<Question>) {
    let claims = |questions: &[Question], key: usize| {
        questions
            .iter()
            .filter(|question| is_claim(question, key))
            .count()
    };
    let (yes, no) = (claims(questions, 0), claims(questions, 1));
    let larger = usize::from(no > yes);
    let mut spare = yes.abs_diff(no).saturating_sub(1);
    let mut at = questions.len();
    while spare > 0 && at > 0 {
        at -= 1;
        if is_claim(&questions[at], larger) {
            questions.remove(at);
            spare -= 1;
        }
    }
}

fn is_claim(question: &Question, key: usize) -> bool {
    question.kind == KindName::Claim && question.keys == [key]
}
