//! A reason, a condition or the other half of a contrast left out of a sentence, to be chosen among statements.
//!
//! Apart from `gap`, which leaves a phrase out, and from the kinds, which say what is asked for.

use std::ops::RangeInclusive;

use crate::language::Adjunct;

use super::gap::GAP;
use super::quote::Quote;
use super::reading::{At, Reading};
use super::rival;
use super::statement::Statement;
use super::{Draft, Form};

/// The fewest and the most words of the sentence.
const WORDS: RangeInclusive<usize> = 8..=33;

/// Words that may mean what is left out before them.
const POINTING: &[&str] = &[
    "another", "both", "he", "her", "here", "him", "his", "it", "its", "latter", "ones", "others",
    "she", "such", "their", "them", "there", "these", "they", "this", "those",
];

/// The drafts for what is said in a sentence behind one of the openers.
pub(super) fn of_sentence(reading: &Reading<'_>, at: At, openers: &[&str]) -> Vec<Draft> {
    let clauses = reading.clauses(at).iter();
    let adjuncts = clauses.flat_map(|clause| clause.lead.iter().chain(&clause.tail));
    let fit = adjuncts.filter(|adjunct| {
        let opener = reading.run(at, adjunct.tokens.start..adjunct.body);
        openers.iter().any(|it| it.eq_ignore_ascii_case(opener))
    });
    let drafts = fit.filter_map(|adjunct| {
        let quotes = Quote::parts(reading, at, WORDS);
        let quote = quotes.iter().find(|quote| quote.holds(&adjunct.tokens))?;
        of_adjunct(reading, quote, adjunct)
    });
    drafts.collect()
}

fn of_adjunct(reading: &Reading<'_>, quote: &Quote, adjunct: &Adjunct) -> Option<Draft> {
    let left_out = adjunct.body..adjunct.tokens.end;
    // "When _____, they sell less": of whom that is said is left out.
    let (text, behind) = (reading.text(quote.at), left_out.end..quote.run.end);
    let mut behind = reading.tokens(quote.at)[behind].iter();
    if behind.any(|token| token.is_any(text, POINTING)) {
        return None;
    }
    let key = Statement::of(reading, quote.at, left_out.clone())?;
    let said = quote.with(reading, left_out, GAP);
    let others = rival::statements(reading, &key, &said, |other| {
        other.role == Some(adjunct.role)
    });
    let others = others.into_iter().filter(|other| other.is_as_certain(&key));
    Some(Draft {
        wrong: others.map(|other| other.text.clone()).collect(),
        stem: format!("Which statement completes this sentence? “{said}”"),
        explanation: format!("The article has “{}” there.", key.text),
        score: 0.5 + 0.3 * reading.centrality(&said) - quote.cost(reading),
        keys: vec![key.text],
        form: Form::One,
        evidence: reading.evidence(quote.at),
    })
}

#[cfg(test)]
mod tests {
    use crate::question::cause::Cause;
    use crate::question::contrast::Contrast;
    use crate::question::tests::drafts;
    use expect_test::expect;

    /// Statements of the same tense, from which wrong options come, and one of another.
    const OTHERS: &str = "Southern captains had lost two ships on the outer bank.\n\n\
        Rich merchants built stone cellars beside the quay.\n\n\
        Old pilots know the narrow channel by its colour.";

    #[test]
    fn a_condition_is_left_out_and_chosen_among_statements_of_its_tense() {
        let text = "# Harbours\n\nWhen English dredgers opened a northern channel, Norwegian timber \
                    fell in price by half.\n\n";
        let all = drafts(&Cause, &format!("{text}{OTHERS}\n"));
        let left_out = all.split("\n\n").find(|draft| draft.contains("_____"));
        expect![[r#"
            Which statement completes this sentence? “When _____, Norwegian timber fell in price by half.”
            * English dredgers opened a northern channel
            rich merchants built stone cellars beside the quay
            southern captains had lost two ships on the outer bank"#]]
        .assert_eq(left_out.unwrap_or("nothing"));
    }

    #[test]
    fn nothing_is_left_out_that_a_pronoun_behind_it_means() {
        for said in [
            "they doubled trade in Norwegian timber",
            "wealthy merchants settled there within a year",
        ] {
            let text =
                format!("When English dredgers opened a northern channel, {said}.\n\n{OTHERS}\n");
            let all = drafts(&Cause, &format!("# Harbours\n\n{text}"));
            assert!(!all.contains("_____"), "{all}");
        }
    }

    #[test]
    fn half_of_a_contrast_is_left_out() {
        let text = "# Harbours\n\nNorthern towns raised a second pier, while heavy storms broke old \
                    walls in Denmark.\n\n";
        let all = drafts(&Contrast, &format!("{text}{OTHERS}\n"));
        let left_out = all.split("\n\n").find(|draft| draft.contains("_____"));
        expect![[r#"
            Which statement completes this sentence? “Northern towns raised a second pier, while _____.”
            * heavy storms broke old walls in Denmark
            rich merchants built stone cellars beside the quay
            southern captains had lost two ships on the outer bank"#]].assert_eq(left_out.unwrap_or("nothing"));
    }
}
