//! Who says what the article quotes.
//!
//! Apart from the other names, whose sentences must not hold quotation marks.

use std::ops::Range;

use crate::language::stems;
use crate::question::clarity::points;
use crate::question::mention::{Mention, is_speaker};
use crate::question::reading::{At, Reading};
use crate::question::register::Register;
use crate::question::{Draft, Form};

/// The fewest and the most words of what is quoted.
const WORDS: std::ops::RangeInclusive<usize> = 7..=30;

/// Words that speak of the one who speaks or is spoken to, and so need no name in a quotation.
const SPEAKING: &[&str] = &["i", "me", "my", "our", "us", "we", "you", "your"];

/// "Whom does the article quote as saying this?"
pub(super) fn who_says(
    reading: &Reading<'_>,
    register: &Register,
    mention: &Mention,
) -> Option<Draft> {
    let at = mention.at;
    let person = register.is_person(&mention.text);
    let (quoted, outside) =
        quotation(reading, at).filter(|_| person && is_speaker(reading, mention))?;
    let clear = quoted.clone().all(|token| is_clear(reading, at, token));
    let said = reading.run(at, quoted).trim_end_matches([',', '.']);
    let stop = if said.ends_with(['?', '!']) { "" } else { "." };
    let told = mention.text.split(' ').any(|part| said.contains(part));
    let alone = !others_in(register, mention, &outside);
    let sound = clear
        && alone
        && !told
        && !stems(said).is_empty()
        && WORDS.contains(&said.split_whitespace().count())
        && said.starts_with(char::is_uppercase);
    sound.then(|| Draft {
        stem: format!("Whom does the article quote as saying this? “{said}{stop}”"),
        keys: vec![mention.text.clone()],
        form: Form::One,
        wrong: register.others(&mention.text, reading.words(at)),
        evidence: reading.evidence(at),
        explanation: format!("The article has it from {}.", mention.text),
        score: 0.55 + 0.2 * reading.centrality(said),
    })
}

/// The tokens between the first pair of quotation marks, and those behind it.
fn quotation(reading: &Reading<'_>, at: At) -> Option<(Range<usize>, Range<usize>)> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let is_mark = |token: &usize, marks: &[&str]| tokens[*token].is_any(text, marks);
    let open = (0..tokens.len()).find(|token| is_mark(token, &["“", "\""]))?;
    let close = (open + 1..tokens.len()).find(|token| is_mark(token, &["”", "\""]))?;
    Some((open + 1..close, close + 1..tokens.len()))
}

fn is_clear(reading: &Reading<'_>, at: At, token: usize) -> bool {
    let (text, word) = (reading.text(at), reading.tokens(at)[token]);
    word.is_any(text, SPEAKING) || !points(text, word)
}

/// Whether somebody else is named in a run of the sentence, who could be taken for the speaker.
fn others_in(register: &Register, own: &Mention, run: &Range<usize>) -> bool {
    register.mentions_in(own.at).iter().any(|other| {
        other.tokens != own.tokens
            && run.contains(&other.tokens.start)
            && register.is_person(&other.text)
    })
}

#[cfg(test)]
mod tests {
    use crate::question::name::Name;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(paragraph: &str, expected: Expect) {
        let text = format!(
            "# Harbours\n\n{paragraph}\n\nThe old pier was mended by Jane Keller, a mason.\n\n\
             The charts were drawn by Robert Stone in one winter.\n"
        );
        let all = drafts(&Name, &text);
        let own = all.split("\n\n").filter(|draft| draft.contains("Whom"));
        expected.assert_eq(&own.collect::<Vec<&str>>().join("\n\n"));
    }

    #[test]
    fn somebody_among_the_others_that_are_named() {
        check(
            "\"We lost the boats, and nobody came back to the school,\" said Martin Grieve, who kept the light.",
            expect![[r#"
                Whom does the article quote as saying this? “We lost the boats, and nobody came back to the school.”
                * Martin Grieve
                Jane Keller
                Robert Stone"#]],
        );
    }

    #[test]
    fn what_points_elsewhere_or_has_no_name_is_not_asked() {
        check(
            "\"This was the first of the things that we lost,\" said Martin Grieve, who kept the light.",
            expect![[""]],
        );
        check(
            "\"We lost the boats, and nobody came back to the school,\" said an old man.",
            expect![[""]],
        );
    }
}
