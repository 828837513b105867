//! How many there are of something that a clause counts.
//!
//! Apart from the sentences with a gap: a question says what it asks for.

use crate::language::Tag;

use super::{Numbers, Sort, asking, number_at};
use crate::question::Draft;
use crate::question::ask::Asking;
use crate::question::deed::is_active;

/// Words before a number that make it a near one.
const ABOUT: &[&str] = &["about", "almost", "around", "nearly", "roughly", "some"];

/// Words behind what is counted with which the counting goes on.
const GOING_ON: &[&str] = &[
    "a", "after", "ago", "an", "before", "each", "earlier", "every", "later", "per", "to",
];

/// "How many locks did the engineers build?"
pub(super) fn how_many(asked: &Asking<'_, '_>, all: &Numbers) -> Option<Draft> {
    let (reading, at, clause) = (asked.reading, asked.at, asked.clause);
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let verb = clause.verb.tokens.end;
    let near = tokens.get(verb)?.is_any(text, ABOUT);
    let number = verb + usize::from(near);
    let phrase = reading
        .phrases(at)
        .iter()
        .find(|phrase| (verb..=number).contains(&phrase.tokens.start) && phrase.head > number)?;
    let counted = number + 1..phrase.tokens.end;
    number_at(reading, at, number).filter(|(_, sort)| *sort == Sort::Count)?;
    let plain = tokens[counted.clone()]
        .iter()
        .all(|token| matches!(token.tag, Tag::NOUN | Tag::ADJ));
    let behind = phrase.tokens.end..clause.rest.end;
    let active = is_active(reading, at, &clause.verb);
    // "Takes twelve minutes in summer and as many as nineteen in the floods".
    let again = tokens[phrase.tokens.end..]
        .windows(2)
        .any(|two| two[0].tag == Tag::CCONJ && two[1].is(text, "as"));
    // "Has six months in which to answer".
    let cut = reading.run(at, behind.clone()).ends_with(" which");
    // "Had two years to run", "carries 410 litres a second", "begin three days before you sew": of what is left out
    // the number says nothing.
    let goes_on = tokens
        .get(phrase.tokens.end)
        .is_some_and(|next| next.is_any(text, GOING_ON));
    let sound = !goes_on
        && !cut
        && plain
        && active
        && !again
        && asked.is_addition(&behind)
        && phrase.tokens.end <= clause.rest.end;
    let inverted = asked.inverted(verb).filter(|_| sound)?;
    let stem = format!(
        "According to the article, {}how many {} {inverted}{}{}?",
        if near { "about " } else { "" },
        reading.run(at, counted),
        asked.addition(behind),
        asked.held(None)?
    );
    asking(reading, all, at, number, stem, 0.6)
}

#[cfg(test)]
mod tests {
    use crate::question::figure::Figure;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(sentence: &str, expected: Expect) {
        let all = drafts(&Figure, &format!("# Canals\n\n{sentence}\n"));
        let own = all.split("\n\n").filter(|draft| draft.contains("how many"));
        expected.assert_eq(&own.collect::<Vec<&str>>().join("\n\n"));
    }

    #[test]
    fn what_a_number_goes_on_to_say_is_not_left_out() {
        check(
            "The old lease had two years to run in spring.",
            expect![[""]],
        );
        check(
            "The new canal carries about 410 litres a second in spring.",
            expect![[""]],
        );
        check(
            "The pilots begin three days before the new canal is opened.",
            expect![[""]],
        );
        check(
            "The engineers have six months in which to answer.",
            expect![[""]],
        );
    }

    #[test]
    fn what_somebody_found_is_not_asked_of_who_found_it() {
        check(
            "The team read off the pitches and found that the mid-January ice had once averaged 41 centimetres.",
            expect![[""]],
        );
    }

    #[test]
    fn what_is_counted_twice_is_not_asked_for() {
        check(
            "The old ferry takes twelve minutes in summer and as many as nineteen in the floods.",
            expect![[""]],
        );
    }

    #[test]
    fn what_a_clause_counts() {
        check(
            "Local engineers built twenty-nine locks across the Great Glen.",
            expect![[r#"
                According to the article, how many locks did local engineers build across the Great Glen?
                * twenty-nine
                twenty-four
                sixteen
                thirty-four"#]],
        );
        check(
            "The new canal carried about 600 boats in 1850.",
            expect![[r#"
                According to the article, about how many boats did the new canal carry in 1850?
                * 600
                500
                400
                700"#]],
        );
    }

    #[test]
    fn what_bounds_a_number_is_no_count() {
        check("The new canal carried more than 600 boats.", expect![[""]]);
    }
}
