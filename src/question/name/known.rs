//! Who is meant by what the article says of somebody beside the name.
//!
//! Apart from the other names, which are left out of a sentence: here what is said between two commas is asked with.

use std::ops::Range;

use crate::language::{Tag, lexicon};
use crate::question::clarity::{denies, stands_alone};
use crate::question::definite::leans;
use crate::question::mention::{Mention, is_owner};
use crate::question::quote::LEANING;
use crate::question::reading::{At, Reading};
use crate::question::register::Register;
use crate::question::stock::with_of;
use crate::question::{Draft, Form};

use super::{is_given_away, is_told_in_past};

/// The fewest tokens that tell one from others: "the city engineer", "who chairs the committee".
const FEWEST: usize = 3;

/// The fewest of what only says what somebody is one of: "a mathematician of the university".
const FEWEST_OF_A_SORT: usize = 5;

/// The most tokens of what is said.
const MOST: usize = 18;

/// What can be a thing elsewhere, but beside a name is somebody.
const POSTS: &[&str] = &["chair", "guide", "head"];

/// What ends that which is said of somebody.
const STOPS: &[&str] = &[",", ".", ";", ":", "–", "—"];

/// "Who chairs the finance committee?" — "Anne Whitlock". "Who was the regent of Astrin?" — "Ysolde Maur".
pub(super) fn who_is_it(
    reading: &Reading<'_>,
    register: &Register,
    mention: &Mention,
) -> Option<Draft> {
    let at = mention.at;
    let somebody = register.is_person(&mention.text) && !is_owner(reading, mention);
    let known = behind(reading, mention).or_else(|| ahead(reading, mention));
    let said = known.filter(|said| somebody && is_telling(reading, mention, said))?;
    let asked = asked(reading, at, said.clone());
    // "The abbots of Hallin, who held the springs": it is the abbots who did.
    let before = mention.tokens.start.checked_sub(1);
    let of = before.is_some_and(|before| reading.tokens(at)[before].is(reading.text(at), "of"));
    if of || is_given_away(reading, &mention.text, &asked) {
        return None;
    }
    let cost = if leans(reading, at, &said) {
        LEANING
    } else {
        0.0
    };
    Some(Draft {
        stem: format!("According to the article, who {asked}?"),
        keys: vec![mention.text.clone()],
        form: Form::One,
        wrong: reading.others_like(&mention.text, reading.words(at)),
        evidence: reading.evidence(at),
        explanation: format!("The article says it of {}.", mention.text),
        score: 0.55 + 0.2 * reading.centrality(&asked) - cost,
    })
}

/// "Anne Whitlock, who chairs the finance committee,", "Leonor Casavel, a mathematician of the university,".
fn behind(reading: &Reading<'_>, mention: &Mention) -> Option<Range<usize>> {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let start = mention.tokens.end + 1;
    let parted = tokens.get(mention.tokens.end)?.is(text, ",");
    let end = (start..tokens.len()).find(|at| tokens[*at].is_any(text, STOPS))?;
    if tokens.get(start)?.is(text, "who") {
        let verb = tokens.get(start + 1)?;
        let acts = matches!(verb.tag, Tag::VERB | Tag::AUX);
        // "Who emigrated in 1926 and, she remarked, had never been right".
        let open = matches!(
            tokens[end - 1].tag,
            Tag::CCONJ | Tag::SCONJ | Tag::ADP | Tag::DET
        );
        return (parted && acts && !open).then_some(start..end);
    }
    let phrase = reading.phrase_from(mention.at, start)?;
    let named = is_somebody(reading, mention.at, phrase.head) && phrase.tokens.end <= end;
    // "Ann Lee, a potter, and two masons": a list, or what else is said.
    let joined = tokens
        .get(end + 1)
        .is_some_and(|next| next.tag == Tag::CCONJ);
    (parted && named && !joined).then_some(start..end)
}

/// "Castlegate's regional director, Simon Ware, said", "The regent of Astrin, Countess Ysolde Maur, replied".
fn ahead(reading: &Reading<'_>, mention: &Mention) -> Option<Range<usize>> {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let titled = |at: usize| lexicon::is_title(tokens[at].of(text));
    let before = mention.tokens.start.checked_sub(1)?;
    let comma = if titled(before) {
        before.checked_sub(1)?
    } else {
        before
    };
    let closed = tokens.get(mention.tokens.end)?.is(text, ",");
    let mut phrases = reading.phrases(mention.at).iter().rev();
    let phrase = phrases.find(|phrase| {
        let whole = with_of(reading, mention.at, phrase);
        whole.map_or(phrase.tokens.end, |whole| whole.end) == comma
            && is_somebody(reading, mention.at, phrase.head)
    })?;
    (tokens[comma].is(text, ",") && closed).then_some(phrase.tokens.start..comma)
}

/// Whether one person is meant by a noun.
fn is_somebody(reading: &Reading<'_>, at: At, noun: usize) -> bool {
    let noun = reading.tokens(at)[noun].of(reading.text(at));
    lexicon::is_one_person(noun) || POSTS.contains(&noun)
}

/// Whether what is said can be understood by itself, tells one from others, and not by the form of the name.
fn is_telling(reading: &Reading<'_>, mention: &Mention, said: &Range<usize>) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let words = reading.run(mention.at, said.clone());
    let own = &tokens[said.clone()];
    let Some(first) = own.first() else {
        return false;
    };
    let relative = first.is(text, "who");
    let one_of_a_sort = first.is_any(text, &["a", "an", "one"]);
    let fewest = if one_of_a_sort {
        FEWEST_OF_A_SORT
    } else {
        FEWEST
    };
    let body = said.start + usize::from(relative)..said.end;
    let things = own
        .iter()
        .filter(|token| matches!(token.tag, Tag::NOUN | Tag::PROPN));
    let full = mention.text.contains(' ');
    let told = mention.text.split(' ').any(|part| words.contains(part));
    let gendered = own.iter().any(|token| lexicon::is_gendered(token.of(text)));
    (fewest..=MOST).contains(&own.len())
        && things.count() > usize::from(!relative)
        && !told
        && !(full && gendered)
        && !denies(words)
        && stands_alone(reading, mention.at, body)
}

/// "chairs the finance committee", "was the regent of Astrin".
fn asked(reading: &Reading<'_>, at: At, said: Range<usize>) -> String {
    let first = reading.tokens(at)[said.start];
    if first.is(reading.text(at), "who") {
        return reading.run(at, said.start + 1..said.end).to_owned();
    }
    let verb = if is_told_in_past(reading, at) {
        "was"
    } else {
        "is"
    };
    format!("{verb} {}", reading.lowered(at, said))
}

#[cfg(test)]
mod tests {
    use crate::question::name::Name;
    use crate::question::name::tests::check_among_others;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(paragraph: &str, expected: Expect) {
        check_among_others(paragraph, ", who ", &expected);
    }

    #[test]
    fn what_is_said_of_those_who_belong_to_a_name() {
        check(
            "The friends of Anne Whitlock, who chair the finance committee, warned the town of debts.",
            expect![[r#"
                Which name completes this sentence? “The friends of _____, who chair the finance committee, warned the town of debts.”
                * Anne Whitlock
                Jane Keller
                Robert Stone"#]],
        );
    }

    #[test]
    fn what_is_said_behind_a_name() {
        check(
            "Councillor Anne Whitlock, who chairs the finance committee, warned the town of debts.",
            expect![[r#"
                According to the article, who chairs the finance committee?
                * Anne Whitlock
                Jane Keller
                Robert Stone"#]],
        );
        check(
            "Velmark sent Leonor Casavel, a mathematician of the university at Port Sabine.",
            expect![[r#"
                According to the article, who is a mathematician of the university at Port Sabine?
                * Leonor Casavel
                Jane Keller
                Robert Stone

                According to the article, who is Leonor Casavel?
                * a mathematician of the university at Port Sabine"#]],
        );
    }

    #[test]
    fn what_is_said_ahead_of_a_name() {
        check(
            "The regent of Astrin, Countess Ysolde Maur, replied within a week.",
            expect![[r#"
                According to the article, who was the regent of Astrin?
                * Ysolde Maur
                Jane Keller
                Robert Stone"#]],
        );
        check(
            "\"We lost the boats,\" said the harbour's chief engineer, Martin Grieve, after the storm.",
            expect![[r#"
                According to the article, who is the harbour's chief engineer?
                * Martin Grieve
                Robert Stone
                Jane Keller"#]],
        );
    }

    #[test]
    fn what_tells_nobody_apart_is_not_asked() {
        for sentence in [
            "The mayor, Anne Whitlock, warned the town of debts.",
            "Anne Whitlock, a mason, warned the town of debts.",
            "Anne Whitlock, who was not heard by anybody there, warned the town of debts.",
            "Anne Whitlock, the first woman on the council, warned the town of debts.",
            "Anne Whitlock, who had helped them before that, warned the town of debts.",
        ] {
            check(sentence, expect![[""]]);
        }
    }

    #[test]
    fn what_breaks_off_is_not_asked() {
        let asked = |behind: &str| {
            let text = format!(
                "# Harbours\n\nIn winter the town was warned by Anne Whitlock, who moved to the north coast in 1926{behind}.\n\nThe \
                 old pier was mended by Jane Keller.\n\nThe charts were drawn by Robert Stone.\n"
            );
            drafts(&Name, &text).contains("article, who moved to the north coast")
        };
        assert!(asked(""));
        assert!(!asked(" and, it was said, had never been right"));
    }
}
