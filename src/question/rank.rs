//! Which questions stay in the bank, and in what order.
//!
//! Apart from `draw`, which chooses for one sitting.

use std::collections::BTreeSet;

use super::{KindName, Question};

/// Best first; of several that ask what one sentence says only the best, and as many false claims as
/// true ones.
pub(crate) fn best(mut questions: Vec<Question>) -> Vec<Question> {
    questions.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    let mut facts = BTreeSet::new();
    questions.retain(|question| {
        let evidence = &question.evidence;
        let place = question.kind == KindName::Heading;
        facts.insert((evidence.section, evidence.paragraph, evidence.start, place))
    });
    balance(&mut questions);
    questions
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
