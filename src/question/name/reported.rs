//! Who says, found or believes what the article tells of somebody's words in its own.
//!
//! Apart from `speaker`, which asks whose words stand in quotation marks.

use std::ops::{Range, RangeInclusive};

use crate::language::{Tag, Token, lemma, lexicon};
use crate::question::clarity::{denies, stands_alone};
use crate::question::deed::is_active;
use crate::question::definite::leans;
use crate::question::mention::{Mention, is_owner};
use crate::question::quote::LEANING;
use crate::question::reading::{At, Reading};
use crate::question::register::Register;
use crate::question::{Draft, Form};

use super::is_given_away;

/// The fewest and the most words of what somebody says.
const WORDS: RangeInclusive<usize> = 5..=22;

/// What ends it within a sentence.
const STOPS: &[&str] = &[".", ";", ":", "–", "—", "("];

/// So many tokens behind the verb "that" may stand: "told the council in March that".
const BETWEEN: usize = 7;

/// Verbs behind which "that" is often left out.
const BARE: &[&str] = &["believe", "claim", "say", "think"];

/// "According to the article, who warned that the reserves would fall?" — "Anne Whitlock".
pub(super) fn who_reports(
    reading: &Reading<'_>,
    register: &Register,
    mention: &Mention,
) -> Option<Draft> {
    let at = mention.at;
    if !register.is_person(&mention.text) || is_owner(reading, mention) {
        return None;
    }
    let verb = verb_of(reading, mention)?;
    let (asked, run) = reported(reading, at, verb)?;
    let (verb, said) = (reading.run(at, asked), reading.run(at, run.clone()));
    let stem = format!("According to the article, who {verb} that {said}?");
    let given = is_given_away(reading, &mention.text, said);
    let cost = if leans(reading, at, &run) {
        LEANING
    } else {
        0.0
    };
    (!given).then(|| Draft {
        stem,
        keys: vec![mention.text.clone()],
        form: Form::One,
        wrong: reading.others_like(&mention.text, reading.words(at)),
        evidence: reading.evidence(at),
        explanation: format!("The article has it from {}.", mention.text),
        score: 0.6 + 0.2 * reading.centrality(said) - cost,
    })
}

/// The verb by which somebody says something: their clause's, or the one behind a comma that closes what else is said
/// of them, "Edna Corrigan, who has swum there for years, said".
fn verb_of(reading: &Reading<'_>, mention: &Mention) -> Option<Range<usize>> {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let mut clauses = reading.clauses(mention.at).iter();
    if let Some(clause) = clauses.find(|clause| mention.tokens.contains(&clause.head)) {
        let active = is_active(reading, mention.at, &clause.verb);
        let says = is_reporting(text, tokens[clause.verb.main]);
        return (active && says).then(|| clause.verb.tokens.clone());
    }
    let end = mention.tokens.end;
    let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.is(text, ","));
    let says = |at: &usize| {
        let verb = tokens.get(*at + 1);
        is_comma(*at) && verb.is_some_and(|verb| verb.tag == Tag::VERB && is_reporting(text, *verb))
    };
    let opens = mention.tokens.start == 0 || is_comma(mention.tokens.start - 1);
    let closing = (end..tokens.len()).find(says);
    let closing = closing.filter(|_| opens && is_comma(end))?;
    Some(closing + 1..closing + 2)
}

/// Whether what follows a verb can be what somebody says, found or thinks.
fn is_reporting(text: &str, verb: Token) -> bool {
    let base = lemma::base(&verb.small(text));
    base.is_some_and(|base| lexicon::takes_that(&base)) && !verb.of(text).ends_with("ing")
}

/// The tokens of how somebody says something, and of what, both without the "that" between them.
fn reported(
    reading: &Reading<'_>,
    at: At,
    verb: Range<usize>,
) -> Option<(Range<usize>, Range<usize>)> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let acts = |token: &Token| matches!(token.tag, Tag::VERB | Tag::AUX);
    let that = (verb.end..tokens.len().min(verb.end + BETWEEN))
        .take_while(|token| !acts(&tokens[*token]) && tokens[*token].tag != Tag::PUNCT)
        .find(|token| tokens[*token].is(text, "that") && tokens[*token].tag != Tag::DET);
    let (asked, start) = match that {
        Some(that) => (verb.start..that, that + 1),
        None => (verb.clone(), verb.end),
    };
    let end = (start..tokens.len()).find(|at| tokens[*at].is_any(text, STOPS))?;
    let said = start..end;
    let verb_behind = said.clone().find(|token| acts(&tokens[*token]))?;
    // "Said the end of the session would hit those", but not "said little", "said to be rich".
    let bare = || {
        let base = lemma::base(&tokens[verb.end - 1].small(text));
        let begins = matches!(
            tokens[start].tag,
            Tag::DET | Tag::NOUN | Tag::PROPN | Tag::ADJ
        );
        let told = base.is_some_and(|base| BARE.contains(&base.as_str()));
        told && begins && tokens[verb_behind].tag == Tag::AUX && verb_behind > start
    };
    let words = reading.run(at, said.clone()).split_whitespace().count();
    let sound = (that.is_some() || bare())
        && !denies(reading.run(at, verb))
        && WORDS.contains(&words)
        && stands_alone(reading, at, asked.clone())
        && stands_alone(reading, at, said.clone());
    sound.then_some((asked, said))
}

#[cfg(test)]
mod tests {
    use crate::question::name::tests::check_among_others;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(paragraph: &str, expected: Expect) {
        check_among_others(paragraph, "article, who", &expected);
    }

    #[test]
    fn what_somebody_says_in_the_articles_words() {
        check(
            "Martin Grieve, who kept the light, warned that merchants would leave the harbours for good.",
            expect![[r#"
                According to the article, who kept the light?
                * Martin Grieve
                Robert Stone
                Jane Keller

                According to the article, who warned that merchants would leave the harbours for good?
                * Martin Grieve
                Robert Stone
                Jane Keller"#]],
        );
        check(
            "Martin Grieve told the council in March that merchants would leave the harbours for good.",
            expect![[r#"
                According to the article, who told the council in March that merchants would leave the harbours for good?
                * Martin Grieve
                Robert Stone
                Jane Keller"#]],
        );
        check(
            "Martin Grieve said merchants would leave the harbours for good.",
            expect![[r#"
                According to the article, who said that merchants would leave the harbours for good?
                * Martin Grieve
                Robert Stone
                Jane Keller"#]],
        );
        check(
            "Edna Grieve, 83, who kept the light, said merchants would leave the harbours for good.",
            expect![[r#"
                According to the article, who said that merchants would leave the harbours for good?
                * Edna Grieve
                Jane Keller
                Robert Stone"#]],
        );
        check(
            "The keeper of the light, Martin Grieve, argued that merchants would leave the harbours for good.",
            expect![[r#"
                According to the article, who was the keeper of the light?
                * Martin Grieve
                Robert Stone
                Jane Keller

                According to the article, who argued that merchants would leave the harbours for good?
                * Martin Grieve
                Robert Stone
                Jane Keller"#]],
        );
    }

    #[test]
    fn what_points_elsewhere_or_is_no_clause_is_not_asked() {
        check(
            "Martin Grieve said that he had seen the last of the pilots leave.",
            expect![[""]],
        );
        check(
            "Martin Grieve was told that merchants would leave the harbours for good.",
            expect![[""]],
        );
        check(
            "An old man said that merchants would leave the harbours for good.",
            expect![[""]],
        );
    }
}
