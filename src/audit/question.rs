//! What a finished question shows of itself: its form, its keys, what it states.
//!
//! Apart from the checks because several ask the same, and because a kind that is added later is
//! told by its form, not by its name.

use crate::question::{KindName, Question};

use super::words::is_little;

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// One option is right.
    Single,
    /// Several options are right.
    Several,
    /// The options are to be put in order.
    Order,
    /// The answer is typed.
    Typed,
}

pub(super) fn form(question: &Question) -> Form {
    match (question.options.len(), question.keys.len()) {
        (0, _) => Form::Typed,
        (_, 0 | 1) => Form::Single,
        (options, keys) if options == keys => Form::Order,
        _ => Form::Several,
    }
}

/// The right options, or the first of what is accepted.
pub(super) fn keys(question: &Question) -> Vec<&str> {
    if form(question) == Form::Typed {
        return question
            .accepted
            .iter()
            .take(1)
            .map(String::as_str)
            .collect();
    }
    let keys = question.keys.iter();
    keys.filter_map(|&key| question.options.get(key))
        .map(String::as_str)
        .collect()
}

/// The options that are not right.
pub(super) fn wrong(question: &Question) -> Vec<&str> {
    let options = question.options.iter().enumerate();
    options
        .filter(|(at, _)| !question.keys.contains(at))
        .map(|(_, option)| option.as_str())
        .collect()
}

/// Where a statement is to be judged, whether it is true.
pub(super) fn verdict(question: &Question) -> Option<bool> {
    let is = |option: &str, word: &str| option.eq_ignore_ascii_case(word);
    let has = |word| question.options.iter().any(|option| is(option, word));
    if question.options.len() != 2 || !has("true") || !has("false") {
        return None;
    }
    keys(question).first().map(|key| is(key, "true"))
}

/// What stands in the stem's quotation marks, the last of them where there are several; the whole stem where it has
/// none.
pub(super) fn statement(stem: &str) -> &str {
    let last = led(stem).map_or(stem, |(_, rest)| rest);
    let quoted = last
        .split_once('“')
        .and_then(|(_, rest)| rest.rsplit_once('”'));
    quoted.map_or(last, |(inside, _)| inside)
}

/// What stands in the first of two quotations of the stem: the words behind which the other follows.
pub(super) fn lead(stem: &str) -> Option<&str> {
    led(stem).map(|(lead, _)| lead)
}

/// The same, and what stands behind it. A quotation inside another is none.
fn led(stem: &str) -> Option<(&str, &str)> {
    let (_, rest) = stem.split_once('“')?;
    let parts = rest.split_once('”')?;
    (!parts.0.contains('“') && parts.1.contains('“')).then_some(parts)
}

/// Whether the answer is a name: every word of it that says something begins with a capital.
pub(super) fn is_about_name(question: &Question) -> bool {
    let keys = keys(question);
    let is_name = |key: &&str| {
        let mut said = key
            .split_whitespace()
            .filter(|word| !is_little(&word.to_lowercase()));
        said.clone().next().is_some() && said.all(|word| word.starts_with(char::is_uppercase))
    };
    let told = verdict(question).is_some() || question.kind == KindName::Heading;
    question.kind == KindName::Name || !told && !keys.is_empty() && keys.iter().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::sample::question;

    #[test]
    fn forms_are_told_by_keys_and_options() {
        let mut asked = question("Q?", &["a", "b", "c"]);
        assert_eq!(form(&asked), Form::Single);
        asked.keys = vec![2, 0];
        assert_eq!(form(&asked), Form::Several);
        assert_eq!((keys(&asked), wrong(&asked)), (vec!["c", "a"], vec!["b"]));
        asked.keys = vec![2, 0, 1];
        assert_eq!(form(&asked), Form::Order);
        asked.options.clear();
        asked.accepted = vec!["deep water".into(), "water".into()];
        assert_eq!(form(&asked), Form::Typed);
        assert_eq!(keys(&asked), ["deep water"]);
    }

    #[test]
    fn verdicts() {
        assert_eq!(verdict(&question("“S.”", &["True", "False"])), Some(true));
        assert_eq!(verdict(&question("“S.”", &["False", "True"])), Some(false));
        assert_eq!(verdict(&question("“S.”", &["True", "False", "Both"])), None);
    }

    #[test]
    fn the_last_quotation_is_the_statement() {
        let led = "After “Ports grew”, is it said? “They needed stone.”";
        assert_eq!(
            (lead(led), statement(led)),
            (Some("Ports grew"), "They needed stone.")
        );
        let alone = "Is it said? “They needed stone.”";
        assert_eq!(
            (lead(alone), statement(alone)),
            (None, "They needed stone.")
        );
        assert_eq!((lead("Q?"), statement("Q?")), (None, "Q?"));
    }

    #[test]
    fn names_are_written_with_capitals() {
        assert!(is_about_name(&question(
            "Who?",
            &["the Bay of Bengal", "x", "y"]
        )));
        assert!(!is_about_name(&question(
            "What?",
            &["deep water", "x", "y"]
        )));
        assert!(!is_about_name(&question("When?", &["1822", "x", "y"])));
        assert!(!is_about_name(&question("“S.”", &["True", "False"])));
    }

    #[test]
    fn a_statement_is_what_is_quoted() {
        assert_eq!(
            statement("True? “He said “so” twice.”"),
            "He said “so” twice."
        );
        assert_eq!(statement("What is it?"), "What is it?");
    }
}
