//! Which questions cannot stand in one sitting.
//!
//! Apart from the draw, which weighs what can.

use crate::question::{Form, KindName, Question};

/// Whether two questions cannot be asked in one sitting: they say the same, stand on one sentence,
/// have the same answer, or one shows what the other asks for.
pub(super) fn clash(a: &Question, b: &Question) -> bool {
    a.stem == b.stem
        || a.evidence.overlaps(&b.evidence)
        || keys(a).any(|key| keys(b).any(|other| other.eq_ignore_ascii_case(key)))
        || tells(a, b)
        || tells(b, a)
}

/// Whether `a` tells what `b` asks.
fn tells(a: &Question, b: &Question) -> bool {
    shows(a, b) || betrays(a, b)
}

/// Whether `a` has the statement `b` among its options, or speaks of what was put into it where it is false, or of what
/// stood there: beside it one can see where it was taken from.
fn betrays(a: &Question, b: &Question) -> bool {
    let Some((_, stated)) = b.stem.split_once('“').filter(|_| is_judged(b)) else {
        return false;
    };
    let told = &b.evidence.text;
    let printed = |option: &String| {
        // Without "because" before it and the full stop behind.
        let said = option.get(8..option.len().saturating_sub(1));
        said.is_some_and(|said| said.len() > 12 && holds(told, said))
    };
    if a.options.iter().any(printed) {
        return true;
    }
    // A name in brackets stands for a pronoun, and was not put in the place of another; nor was anything of the
    // sentence before, where that is quoted too.
    let is_more = stated.contains('[') || stated.contains('“');
    b.keys == [1] && (!is_more && loses(a, stated, told) || loses(a, told, stated))
}

/// Whether `a` shows a number or a longer word that one text has and the other has not.
fn loses(a: &Question, from: &str, by: &str) -> bool {
    let parts = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric();
    from.split(parts).any(|word| {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        let tells = word.len() > 3 || number && word.len() > 1;
        tells && !holds(by, word) && texts(a).any(|text| holds(text, word))
    })
}

/// Whether one statement is to be judged.
fn is_judged(question: &Question) -> bool {
    question.kind == KindName::Claim && question.form() == Form::One
}

/// Whether `a` shows the key of `b`, in its stem or in an option. Questions with the same options all
/// show each other's, and tell nothing by it; a typed answer stands in no option.
fn shows(a: &Question, b: &Question) -> bool {
    let same = || {
        let known = |option| b.options.contains(option);
        a.form() != Form::Typed && a.options.iter().all(known)
    };
    keys(b).any(|key| texts(a).any(|text| holds(text, key))) && !same()
}

/// What a question shows.
fn texts(question: &Question) -> impl Iterator<Item = &str> {
    question
        .options
        .iter()
        .chain([&question.stem])
        .map(String::as_str)
}

/// Whether a part stands in a text, in capitals (of ASCII: a table of all letters would be fetched with
/// the page) or not.
fn holds(text: &str, part: &str) -> bool {
    text.to_ascii_lowercase()
        .contains(part.to_ascii_lowercase().as_str())
}

/// The answers that can be met elsewhere; neither "True" nor an order is one.
fn keys(question: &Question) -> impl Iterator<Item = &str> {
    let is_told = question.kind != KindName::Claim && question.form() != Form::Ordered;
    let keys = question.keys.iter().filter(move |_| is_told);
    let chosen = keys.filter_map(|key| question.options.get(*key));
    question.accepted.iter().chain(chosen).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::question;

    #[test]
    fn a_key_in_another_questions_options_is_a_clash() {
        let one = question(
            "What do ports need?",
            &["deep water", "cheap labour", "open roads"],
        );
        let two = question(
            "What do roads need?",
            &["steep ditches", "deep water", "flat ground"],
        );
        assert!(
            clash(&one, &two),
            "the second shows that deep water is wrong there"
        );
        let mut three = question(
            "What do mines need?",
            &["dry shafts", "strong props", "patient mules"],
        );
        assert!(!clash(&one, &three));
        three.evidence = one.evidence.clone();
        assert!(clash(&one, &three), "both stand on one sentence");
    }

    /// A statement to judge, what the article says there, and which of true and false is right.
    fn statement(stated: &str, told: &str, key: usize) -> Question {
        let stem = format!("True or false: “{stated}”");
        let mut made = question(&stem, &["True", "False"]);
        made.kind = KindName::Claim;
        made.evidence.text = told.to_owned();
        made.keys = vec![key];
        made
    }

    #[test]
    fn a_reason_that_is_the_statement_to_judge_is_a_clash() {
        let why = question(
            "Why did the town pay?",
            &[
                "because the council owns the old bakehouse",
                "because the mill burned down",
            ],
        );
        let said = "The council owns the old bakehouse.";
        assert!(clash(&why, &statement(said, said, 0)));
        let other = "The council owns the new bridge.";
        assert!(!clash(&why, &statement(other, other, 0)));
    }

    /// A question whose answer is typed.
    fn typed(stem: &str, accepted: &str) -> Question {
        let mut typed = question(stem, &[accepted]);
        typed.options.clear();
        typed.keys.clear();
        typed.accepted.push(accepted.to_owned());
        typed
    }

    #[test]
    fn what_stands_before_a_false_statement_is_no_part_of_it() {
        let stem = "True or false: after “The sailors sang” the article says this. “Ann mended the pier in autumn.”";
        let mut claim = statement("", "Ann mended the pier in spring.", 1);
        claim.stem = stem.to_owned();
        let other = |stem: &str| question(stem, &["gulls", "ropes", "barrels"]);
        assert!(!clash(
            &claim,
            &other("What did the article's sailors sing?")
        ));
        assert!(clash(
            &claim,
            &other("What did the storms of spring bring?")
        ));
    }

    #[test]
    fn what_is_to_be_typed_is_shown_nowhere() {
        let one = typed("What do ports need?", "Deep water");
        assert!(clash(&one, &typed("What do docks need?", "deep water")));
        assert!(clash(&one, &typed("What is deep water for?", "ships")));
        let shown = question("What do mines fear?", &["gas", "deep water", "fire"]);
        assert!(clash(&one, &shown));
        assert!(!clash(&one, &typed("What do mines need?", "dry shafts")));
    }

    #[test]
    fn a_statement_to_judge_is_printed_by_no_other_question() {
        let told = "The old pier was mended in autumn.";
        let claim = statement(told, told, 0);
        let order = |point: &str| question("In what order?", &[point, "survey", "opening"]);
        assert!(clash(&claim, &order("The old pier was mended in autumn")));
        assert!(!clash(&claim, &order("The new pier was painted in autumn")));
    }

    #[test]
    fn an_order_tells_no_answer_but_shows_what_it_orders() {
        let mut order = question("In what order?", &["survey", "dredging", "opening"]);
        order.kind = KindName::Order;
        order.keys = vec![1, 0, 2];
        let other = question("What did it cost?", &["a survey", "much", "little"]);
        assert!(!clash(&order, &other));
        assert!(clash(&order, &typed("What came first?", "survey")));
    }

    #[test]
    fn what_a_false_statement_was_made_of_is_shown_by_no_other_question() {
        let spring = "What did the storms of spring bring?";
        let other = |stem: &str| question(stem, &["gulls", "ropes", "barrels"]);
        let told = "Ann mended the pier in spring.";
        let claim = statement("Ann mended the pier in autumn.", told, 1);
        assert!(clash(&claim, &other(spring)));
        assert!(clash(&claim, &other("What did the sailors buy in autumn?")));
        assert!(!clash(
            &claim,
            &other("What did the sailors buy on the pier?")
        ));
        assert!(!clash(&statement(told, told, 0), &other(spring)));
    }

    #[test]
    fn a_name_in_brackets_was_put_for_a_pronoun() {
        let claim = statement(
            "[Margaret] mended the pier in autumn.",
            "She mended the pier in spring.",
            1,
        );
        let other = |stem: &str| question(stem, &["gulls", "ropes", "barrels"]);
        assert!(!clash(
            &claim,
            &other("What did Margaret keep on the pier?")
        ));
        assert!(clash(
            &claim,
            &other("What did the storms of spring bring?")
        ));
    }
}
