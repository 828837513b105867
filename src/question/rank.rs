//! Which questions stay in the bank, and in what order.
//!
//! Apart from `draw`, which chooses for one sitting.

use std::collections::BTreeSet;

use super::Question;

/// Best first, and of several about one sentence only the best.
pub(crate) fn best(mut questions: Vec<Question>) -> Vec<Question> {
    questions.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    let mut facts = BTreeSet::new();
    questions.retain(|question| {
        let evidence = &question.evidence;
        facts.insert((evidence.section, evidence.paragraph, evidence.start))
    });
    questions
}
