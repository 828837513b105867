//! What hangs on a number, and which one of a sentence is worth changing.
//!
//! Apart from `number`, which reads and writes them.

use super::number::{Number, Sort, near};
use super::{bounds, count, has_unit, number_at};
use crate::language::{Tag, Token};
use crate::question::draft::hash;
use crate::question::quote::Quote;
use crate::question::reading::{At, Reading};

/// Of more numbers than so many in a sentence nobody can tell what hangs on each.
const MOST: usize = 3;

/// The signs of sums of money.
const CURRENCIES: [char; 4] = ['$', '£', '€', '¥'];

/// What a number tells, by what hangs on it: of statements with a near one in its place strict readers found
/// half worth asking where it was something found out, a seventh where it was a count, a third where it was a
/// year (60 statements).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::question) enum Told {
    /// A share, a sum of money or what was measured to a part.
    Finding,
    Year,
    Count,
}

/// The token of one of the sentence's numbers, a near number, and what it tells: what most hangs on.
pub(in crate::question) fn exchange(
    reading: &Reading<'_>,
    quote: &Quote,
) -> Option<(usize, String, Told)> {
    if count(reading, quote) > MOST {
        return None;
    }
    let found = quote.run.clone().filter_map(|token| {
        let (text, tokens) = (reading.text(quote.at), reading.tokens(quote.at));
        let many = || number_of_many(text, tokens, token).map(|key| (key, Sort::Count));
        let (key, sort) = number_at(reading, quote.at, token).or_else(many)?;
        if !has_unit(reading, quote, token, sort)
            || is_headed(reading, quote.at, tokens[token].of(text))
        {
            return None;
        }
        // "Divides into two channels, and only one of the two is deep".
        if times(text, tokens, key) > 1 {
            return None;
        }
        // "Lay a second board on top and turn the two boards over".
        if token > 0 && tokens[token - 1].is(text, "the") && sort == Sort::Count {
            return None;
        }
        if key.digits == 2 && are_told_one_by_one(text, tokens) {
            return None;
        }
        let bounds = bounds(reading, quote.at, token, (key, sort));
        let mut near = near(key, sort, &bounds, hash(&[reading.words(quote.at)]));
        // "Will retire by 2013": years that are past cannot be.
        if sort == Sort::Year && tokens.iter().any(|it| it.is_any(text, &["will", "shall"])) {
            return None;
        }
        // "By 1910 there were a thousand": by 1924 too.
        let by = token > 0 && tokens[token - 1].is(text, "by") && sort == Sort::Year;
        near.retain(|near| {
            // "Its three grocers closed within four years".
            times(text, tokens, *near) == 0
                && keeps_order(text, tokens, key, *near)
                && !(by && near.digits > key.digits)
                && !is_implied(text, &tokens[..token], key, *near)
        });
        // Nothing hangs on nine nights or ten.
        let one = near
            .iter()
            .max_by_key(|near| near.digits.abs_diff(key.digits))?;
        Some((
            token,
            one.to_string(),
            told(reading, quote.at, token, (key, sort)),
        ))
    });
    found.min_by_key(|(token, _, told)| (*told, *token))
}

/// Whether what was said of a number holds for a near one as well: more than forty are more than thirty, and what
/// was sound after four hundred years was so after two hundred.
fn is_implied(text: &str, before: &[Token], key: Number, near: Number) -> bool {
    const MORE: &[&[&str]] = &[&["more", "than"], &["at", "least"], &["over"], &["after"]];
    const LESS: &[&[&str]] = &[
        &["fewer", "than"],
        &["less", "than"],
        &["at", "most"],
        &["up", "to"],
        &["before"],
        &["since"],
        &["under"],
        &["within"],
    ];
    let ends = |words: &&&[&str]| {
        let mut own = before.iter().rev().zip(words.iter().rev());
        before.len() >= words.len() && own.all(|(token, word)| token.is(text, word))
    };
    // Whether one of them stands there, and "no" or "not" before it.
    let denied = |bounds: &[&[&str]]| {
        let words = bounds.iter().find(ends)?;
        let at = (before.len() - words.len()).checked_sub(1);
        Some(at.is_some_and(|at| before[at].is_any(text, &["no", "not"])))
    };
    let (more, less) = (denied(MORE), denied(LESS));
    let up = more == Some(false) || less == Some(true);
    let down = less == Some(false) || more == Some(true);
    near.digits < key.digits && up || near.digits > key.digits && down
}

/// "Two" of "two hundred years", "three" of "three million".
fn number_of_many(text: &str, tokens: &[Token], token: usize) -> Option<Number> {
    const MANY: &[&str] = &["billion", "hundred", "million", "thousand"];
    let beside =
        |at: usize, words: &[&str]| tokens.get(at).is_some_and(|it| it.is_any(text, words));
    let before = token.checked_sub(1)?;
    let lone = tokens[before].tag != Tag::NUM
        && !beside(before, &["a", "and", "or", "the", "to"])
        && !beside(token + 2, &["and", "or", "to"]);
    let key = Number::read(tokens[token].of(text)).filter(|key| key.spelled && key.digits < 10)?;
    (lone && beside(token + 1, MANY)).then_some(key)
}

/// "Two stewards, one elected by the plateau and the other by the valleys", "two wires, one at the bulb and one at the mark".
fn are_told_one_by_one(text: &str, tokens: &[Token]) -> bool {
    let count = |word| tokens.iter().filter(|it| it.is(text, word)).count();
    count("one") > 1 || count("other") > 0
}

/// How often a sentence has a number, also as "six" in "the six-month limit".
fn times(text: &str, tokens: &[Token], number: Number) -> usize {
    let numbers = tokens.iter().filter_map(|it| {
        let word = it.of(text);
        let before = || word.split('-').next().and_then(Number::read);
        Number::read(word).or_else(before)
    });
    numbers.filter(|it| it.digits == number.digits).count()
}

/// Whether a near number is above the same others of a sentence as the right one, and below the same: nobody has 74
/// answers from 34 members.
pub(super) fn keeps_order(text: &str, tokens: &[Token], key: Number, near: Number) -> bool {
    let mut others = tokens.iter().filter_map(|it| Number::read(it.of(text)));
    others.all(|other| {
        other.size().total_cmp(&key.size()) == other.size().total_cmp(&near.size()) || other == key
    })
}

/// Under the title "Ten Years of the Levy" nobody believes in eleven, nor in 1774 under "The survey of 1781".
pub(super) fn is_headed(reading: &Reading<'_>, at: At, number: &str) -> bool {
    let above = [Some(&*reading.article.title), reading.heading_over(at)];
    let words = |above: &str| {
        let mut parts = above.split(|c: char| !c.is_alphanumeric());
        parts.any(|part| part.eq_ignore_ascii_case(number))
    };
    above.into_iter().flatten().any(words)
}

/// Whether a number is a sum of money.
pub(super) fn is_money(text: &str, tokens: &[Token], token: usize) -> bool {
    let before = token.checked_sub(1).map(|before| tokens[before].of(text));
    tokens[token].of(text).starts_with(CURRENCIES)
        || before.is_some_and(|before| before.ends_with(CURRENCIES))
}

pub(super) fn told(
    reading: &Reading<'_>,
    at: At,
    token: usize,
    (key, sort): (Number, Sort),
) -> Told {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    match sort {
        Sort::Year => Told::Year,
        Sort::Share => Told::Finding,
        Sort::Count if is_money(text, tokens, token) || key.decimals > 0 => Told::Finding,
        Sort::Count => Told::Count,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// What is put for which number of a sentence, and what that one tells.
    #[track_caller]
    fn check(text: &str, expected: (&str, Told)) {
        let text = format!("# Toll\n\n{text}\n");
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.claims().next().expect("a claim");
        let quote = Quote::whole(&reading, at, 3..=40).expect("a quotation");
        let (token, put, told) = exchange(&reading, &quote).expect("a number");
        let old = reading.tokens(at)[token].of(reading.text(at));
        assert_eq!((old, told), expected);
        assert_ne!(put, old);
    }

    #[test]
    fn a_finding_is_changed_before_a_year_and_a_year_before_a_count() {
        check(
            "In 1921 the toll took 40 percent of every load.",
            ("40", Told::Finding),
        );
        check("In 1921 the toll fed nine ships.", ("1921", Told::Year));
        check("Old toll houses fed nine ships.", ("nine", Told::Count));
    }

    #[test]
    fn two_of_which_one_and_the_other_are_told_are_two() {
        for said in [
            "Power rests with two stewards, one elected by the hills and the other by the valleys.",
            "Power rests with two stewards, one in the hills and one in the valleys.",
            "Lay a second board on top and turn the two boards over.",
        ] {
            let text = format!("# Toll\n\n{said}\n");
            let article = article::parse("a.md", text.as_bytes()).article;
            let reading = Reading::of(&article);
            let at = reading.claims().next().expect("a claim");
            let quote = Quote::whole(&reading, at, 3..=40).expect("a quotation");
            assert_eq!(exchange(&reading, &quote), None, "{said}");
        }
    }

    #[test]
    fn a_number_of_the_heading_is_not_changed() {
        let text = "# Toll\n\n## The survey of 1781\n\nThe survey of the plateau began in 1781.\n";
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.claims().next().expect("a claim");
        let quote = Quote::whole(&reading, at, 3..=40).expect("a quotation");
        assert_eq!(exchange(&reading, &quote), None);
    }

    #[test]
    fn nobody_has_more_answers_than_members() {
        for town in ["north", "south", "east", "west", "rock", "shore"] {
            let text = format!(
                "# Toll\n\nThe {town} guild asked its 82 members and had answers from 74.\n"
            );
            let article = article::parse("a.md", text.as_bytes()).article;
            let reading = Reading::of(&article);
            let at = reading.claims().next().expect("a claim");
            let quote = Quote::whole(&reading, at, 3..=40).expect("a quotation");
            let (token, put, _) = exchange(&reading, &quote).expect("a number is changed");
            let put: u32 = put.parse().expect("it is a number");
            let of_members = reading.tokens(at)[token].is(reading.text(at), "82");
            assert!(if of_members { put > 74 } else { put < 82 }, "{put}");
        }
    }

    #[test]
    fn what_is_put_stands_nowhere_else_in_the_sentence() {
        let put = ["north", "south", "east", "west", "rock", "shore"].map(|town| {
            let text =
                format!("# Toll\n\nOf the {town} three old grocers closed within four years.\n");
            let article = article::parse("a.md", text.as_bytes()).article;
            let reading = Reading::of(&article);
            let at = reading.claims().next().expect("a claim");
            let quote = Quote::whole(&reading, at, 3..=40).expect("a quotation");
            exchange(&reading, &quote).map(|(_, put, _)| put)
        });
        assert!(put.iter().flatten().count() > 0);
        let said = |put: &String| ["three", "four"].contains(&put.as_str());
        assert!(!put.iter().flatten().any(said), "{put:?}");
    }

    #[test]
    fn a_part_is_no_more_than_its_whole() {
        let put = ["north", "south", "east", "west", "rock", "shore"].map(|place| {
            let text = format!("# Toll\n\nOn the {place} an old stoat killed 51 of 56 chicks.\n");
            let article = article::parse("a.md", text.as_bytes()).article;
            let reading = Reading::of(&article);
            let at = reading.claims().next().expect("a claim");
            let quote = Quote::whole(&reading, at, 3..=40).expect("a quotation");
            let put = exchange(&reading, &quote)
                .filter(|(token, _, _)| reading.tokens(at)[*token].is(reading.text(at), "51"));
            put.map(|(_, put, _)| put.parse().unwrap_or(u64::MAX))
        });
        assert!(put.iter().flatten().count() > 0);
        assert!(put.iter().flatten().all(|put| *put <= 56), "{put:?}");
    }

    #[test]
    fn of_hundreds_and_millions_their_number_is_changed() {
        for said in [
            "The old toll lasted two hundred years.",
            "The old toll was paid by some six million carts.",
        ] {
            assert!(exchanged(said).is_some(), "{said}");
        }
    }

    #[test]
    fn of_four_numbers_none_is_changed_nor_a_year_to_come() {
        assert!(exchanged("Of 40 ships 12 paid in 1921 and 9 more by the end.").is_none());
        assert!(exchanged("Of 40 ships 12 paid the toll in 1921.").is_some());
        assert!(exchanged("The old toll will be paid by all ships in 2041.").is_none());
    }

    #[test]
    fn what_is_said_of_more_holds_of_fewer() {
        let put = |said: &str| -> Vec<u64> {
            let towns = ["north", "south", "east", "west", "rock", "shore"].into_iter();
            let all = towns
                .filter_map(|town| exchanged(&format!("The {town} toll fed {said} 60 ships.")));
            all.map(|put| put.parse().expect("a number")).collect()
        };
        for (said, larger) in [
            ("more than", true),
            ("no fewer than", true),
            ("at most", false),
            ("no more than", false),
        ] {
            let all = put(said);
            assert!(!all.is_empty(), "{said}");
            assert!(
                all.iter().all(|put| (*put > 60) == larger),
                "{said}: {all:?}"
            );
        }
    }

    #[test]
    fn a_share_never_becomes_the_whole() {
        let put = ["north", "south", "east", "west", "rock", "shore"]
            .map(|town| exchanged(&format!("The {town} toll took 71 percent of every load.")));
        assert!(put.iter().flatten().count() > 0);
        assert!(put.iter().flatten().all(|put| put != "100"), "{put:?}");
    }

    /// What is put for a number of a sentence.
    fn exchanged(said: &str) -> Option<String> {
        let text = format!("# Toll\n\n{said}\n");
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.claims().next().expect("a claim");
        let quote = Quote::whole(&reading, at, 3..=40).expect("a quotation");
        exchange(&reading, &quote).map(|(_, put, _)| put)
    }

    #[test]
    fn money_and_what_is_measured_to_a_part_are_findings() {
        check(
            "Each of six ships cost £4,000 a year.",
            ("4,000", Told::Finding),
        );
        check(
            "All six ships sank by 2.5 metres a year.",
            ("2.5", Told::Finding),
        );
    }
}
