//! Numbers and years: which one the article gives.
//!
//! The wrong ones are near numbers of the same form, so that neither size nor roundness tells.

mod many;
mod number;
mod sort;
mod told;
mod year;

use std::ops::RangeInclusive;

use crate::article::MONTHS;
use crate::language::{Tag, Token};

use super::ask::Asking;
use super::distractor::WRONG;
use super::draft::hash;
use super::gap::GAP;
use super::quote::Quote;
use super::reading::{At, Reading};
use super::rival::around;
use super::{Draft, Form, Kind, KindName};

pub(super) use told::{Told, exchange};
pub(super) use year::{last_year, year};

use number::{Number, in_words, is_clock, near};
use sort::sort_of;
use told::{is_headed, is_money, keeps_order, told};
use year::{in_which_year, titled_years};

pub(super) use number::{Sort, size};

/// The most words of a quoted sentence.
const LONGEST: usize = 30;

/// Before a number these make a place or a name of it.
const BEFORE_NUMBERS: &[&str] = &[
    "chapter", "figure", "level", "page", "pages", "section", "table", "version",
];

/// The same behind it.
const BEHIND_NUMBERS: &[&str] = &["bc", "bce", "edition", "release"];

/// So many years may lie between a year and a wrong one from elsewhere in the article.
const REACH: u64 = 60;

/// With more numbers than this in a sentence, some can be told from the others.
const MOST_NUMBERS: usize = 2;

/// The kind.
pub(crate) struct Figure;

impl Kind for Figure {
    fn name(&self) -> KindName {
        KindName::Figure
    }

    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft)) {
        let all = Numbers::of(reading);
        reading
            .asked()
            .flat_map(|at| of_sentence(reading, &all, at))
            .for_each(found);
    }
}

/// The numbers of an article, in the order of the text.
struct Numbers(Vec<(At, Number, Sort)>);

impl Numbers {
    fn of(reading: &Reading<'_>) -> Self {
        let of_sentence = |at: At| {
            let tokens = 0..reading.tokens(at).len();
            let found = tokens.filter_map(move |token| number_at(reading, at, token));
            found.map(move |(number, sort)| (at, number, sort))
        };
        Numbers(reading.claims().flat_map(of_sentence).collect())
    }

    /// Whether a sentence has one.
    fn are_in(&self, at: At) -> bool {
        self.0.binary_search_by_key(&at, |(at, _, _)| *at).is_ok()
    }

    /// Those of other sentences not far away that could be taken for the key, nearest to it first: they
    /// sound right because the article gives them.
    fn like(
        &self,
        reading: &Reading<'_>,
        at: At,
        token: usize,
        (key, sort): (Number, Sort),
    ) -> Vec<Number> {
        let said = reading.words(at);
        let fits = |(other, number, other_sort): &&(At, Number, Sort)| {
            let near = match sort {
                Sort::Year => number.digits.abs_diff(key.digits) <= REACH,
                _ => number.digits * 4 >= key.digits && number.digits <= key.digits * 4,
            };
            *other != at
                && *other_sort == sort
                && (number.decimals, number.spelled) == (key.decimals, key.spelled)
                && near
                && *number != key
                && !said.contains(&number.to_string())
                && !is_said_so(reading, at, token, (*other, *number))
        };
        let around = around(&self.0, at, |(at, _, _)| *at).iter();
        let mut like: Vec<Number> = around.filter(fits).map(|(_, number, _)| *number).collect();
        like.sort_by_key(|number| (number.digits.abs_diff(key.digits), number.digits));
        like.dedup();
        like
    }

    /// "On 27 July 1866" beside "in July 1865": the article would have that there too.
    fn are_dated(&self, reading: &Reading<'_>, at: At, month: &str, number: Number) -> bool {
        let dated = |at: At| reading.words(at).contains(&format!("{month} {number}"));
        let mut around = around(&self.0, at, |(at, _, _)| *at).iter();
        around.any(|(at, other, _)| *other == number && dated(*at))
    }
}

/// The month that stands before a number of a sentence.
fn month_before(said: &str, key: Number) -> Option<&str> {
    let number = key.to_string();
    let (before, _) = said.split_once(&format!(" {number}"))?;
    let last = before.rsplit(' ').next()?;
    MONTHS
        .iter()
        .any(|month| last.eq_ignore_ascii_case(month))
        .then_some(last)
}

fn of_sentence(reading: &Reading<'_>, all: &Numbers, at: At) -> Vec<Draft> {
    if !all.are_in(at) {
        return Vec::new();
    }
    let asking = Asking::all(reading, at);
    let mut asked = in_which_year(reading, all, at, &asking);
    let counted = asking.iter();
    asked.extend(counted.filter_map(|asking| many::how_many(asking, all)));
    for quote in Quote::parts_or_after(reading, at, 4..=LONGEST) {
        if count(reading, &quote) <= MOST_NUMBERS {
            let run = quote.run.clone();
            asked.extend(run.filter_map(|token| draft(reading, all, &quote, token)));
        }
    }
    asked
}

/// How many numbers a quotation has.
fn count(reading: &Reading<'_>, quote: &Quote) -> usize {
    let (text, tokens) = (reading.text(quote.at), reading.tokens(quote.at));
    let is_number = |token: &usize| {
        let word = tokens[*token].of(text);
        word.starts_with(|c: char| c.is_ascii_digit()) || in_words(word).is_some()
    };
    quote.run.clone().filter(is_number).count()
}

fn draft(reading: &Reading<'_>, all: &Numbers, quote: &Quote, token: usize) -> Option<Draft> {
    let written =
        |(key, sort): &(Number, Sort)| !key.spelled && has_unit(reading, quote, token, *sort);
    let (key, sort) = number_at(reading, quote.at, token).filter(written)?;
    let said = quote.with(reading, token..token + 1, GAP);
    let what = if sort == Sort::Year { "year" } else { "number" };
    let stem = quote.completing(reading, &format!("{what} completes"), &said);
    let worth = match told(reading, quote.at, token, (key, sort)) {
        Told::Finding => 0.15,
        Told::Year | Told::Count => 0.0,
    };
    let score = 0.3 + 0.2 * reading.centrality(&said) + worth - quote.cost(reading);
    asking(reading, all, quote.at, token, stem, score)
}

/// Whether a quotation tells of a year.
pub(super) fn is_dated(reading: &Reading<'_>, quote: &Quote) -> bool {
    let sort = |token: usize| Some(number_at(reading, quote.at, token)?.1);
    quote
        .run
        .clone()
        .any(|token| sort(token) == Some(Sort::Year))
}

/// The number at a token and what it counts, where it can be asked for.
fn number_at(reading: &Reading<'_>, at: At, token: usize) -> Option<(Number, Sort)> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    // "Around 4200 BC": such years are counted backwards. "On page 207", "the 2018 edition", "an X.509 certificate": it is
    // no number of anything.
    let is = |at: Option<usize>, words: &[&str]| {
        let token = at.and_then(|at| tokens.get(at));
        token.is_some_and(|token| token.is_any(text, words))
    };
    let before = text[..tokens[token].span().start].chars().next_back();
    let outside = is(Some(token + 1), BEHIND_NUMBERS)
        || is(token.checked_sub(1), BEFORE_NUMBERS)
        || before.is_some_and(|it| it == '.' || it.is_alphanumeric());
    let free = |key: &Number| {
        !outside && stands_free(text, tokens, token) && !is_clock(text, tokens, token, *key)
    };
    let key = Number::read(tokens[token].of(text)).filter(free)?;
    Some((key, sort_of(text, tokens, token, key)))
}

/// What a number can be, in its own digits: of "51 of 56 chicks" the first is at most 56, of "of the 112, 97 are
/// left" it is at least 97. No year is outside those of the title, nor may it lie ahead of the reader.
fn bounds(
    reading: &Reading<'_>,
    at: At,
    token: usize,
    (key, sort): (Number, Sort),
) -> RangeInclusive<u64> {
    if sort == Sort::Year {
        let titled = titled_years(reading).filter(|years| years.contains(&key.digits));
        return titled.unwrap_or(0..=reading.last_year);
    }
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let is_of =
        |at: Option<usize>| at.is_some_and(|at| tokens.get(at).is_some_and(|of| of.is(text, "of")));
    let like =
        |token: &Token| Number::read(token.of(text)).filter(|it| it.decimals == key.decimals);
    let mut behind = tokens[token + 1..].iter();
    if is_of(Some(token + 1)) {
        let whole = behind.take(3).find_map(like);
        return 0..=whole.map_or(u64::MAX, |whole| whole.digits);
    }
    let part_of = is_of(token.checked_sub(1)) || is_of(token.checked_sub(2));
    let part = behind.find_map(like).filter(|_| part_of && token < 3);
    part.map_or(0, |part| part.digits)..=u64::MAX
}

/// Whether a sentence has another number behind the same words as a token's: "fell by 11", "fell by 29".
fn is_said_so(reading: &Reading<'_>, at: At, token: usize, other: (At, Number)) -> bool {
    let tokens = reading.tokens(at);
    let says = |token: &usize| {
        let tag = tokens[*token].tag;
        matches!(tag, Tag::NOUN | Tag::VERB | Tag::ADJ | Tag::PROPN)
    };
    let start = (0..token).rev().find(says);
    let (place, number) = other;
    start.is_some_and(|start| {
        let said = format!("{} {number} ", reading.run(at, start..token));
        reading.words(place).contains(&said)
    })
}

/// The question about the number at a token.
fn asking(
    reading: &Reading<'_>,
    all: &Numbers,
    at: At,
    token: usize,
    stem: String,
    score: f32,
) -> Option<Draft> {
    let (key, sort) = number_at(reading, at, token)?;
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let once = !stem.contains(&key.to_string()) && !is_headed(reading, at, tokens[token].of(text));
    let bounds = bounds(reading, at, token, (key, sort));
    let month = month_before(reading.words(at), key);
    let fits = |other: &Number| {
        bounds.contains(&other.digits)
            && !has_word(&stem, &other.to_string())
            && (sort == Sort::Year || keeps_order(text, tokens, key, *other))
            && !month.is_some_and(|month| all.are_dated(reading, at, month, *other))
    };
    let mut like = all.like(reading, at, token, (key, sort));
    like.retain(fits);
    like.truncate(WRONG);
    let apart = if sort == Sort::Year { 1 } else { 0 };
    let fresh: Vec<Number> = near(key, sort, &bounds, hash(&[&stem]))
        .into_iter()
        .filter(fits)
        .filter(|near| {
            like.iter()
                .all(|other| other.digits.abs_diff(near.digits) > apart)
        })
        .collect();
    let wrong: Vec<Number> = like.into_iter().chain(fresh).take(WRONG).collect();
    once.then(|| Draft {
        keys: vec![key.to_string()],
        form: Form::One,
        wrong: wrong.iter().map(Number::to_string).collect(),
        stem,
        evidence: reading.evidence(at),
        explanation: format!("The article says {key}."),
        score,
    })
}

/// Whether a word stands in a text by itself: "4", but not in "14" or "4.5".
fn has_word(text: &str, word: &str) -> bool {
    let mut words = text.split([' ', '“', '”', '(', ')', '£', '$', '€']);
    words.any(|other| other.trim_end_matches(['.', ',', ';', ':', '?', '%']) == word)
}

/// Whether the number is neither the day of a date, nor one end of a range, nor an age in passing.
fn stands_free(text: &str, tokens: &[Token], at: usize) -> bool {
    let is_number = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at))
            .is_some_and(|token| Number::read(token.of(text)).is_some() || token.tag == Tag::NUM)
    };
    // "March 1801", "1801 to 1805", "seven or eight".
    let bound = |beside: Option<usize>, beyond: Option<usize>| {
        let beside = beside.and_then(|at| tokens.get(at));
        beside.is_some_and(|token| {
            let joins = token.is_any(text, &["and", "or", "–", "-", "to"]);
            token.is_any(text, &MONTHS) || joins && is_number(beyond)
        })
    };
    let word = tokens[at].of(text);
    let year = word.len() == 4 && word.starts_with(|c: char| c.is_ascii_digit());
    let counts = tokens
        .get(at + 1)
        .is_some_and(|next| matches!(next.tag, Tag::NOUN | Tag::ADJ));
    if in_words(word).is_some() && (!counts || at == 0) || is_age(text, tokens, at) {
        return false;
    }
    let fraction = at
        .checked_sub(1)
        .is_some_and(|before| tokens[before].is(text, "/"));
    !fraction
        && !bound(Some(at + 1), Some(at + 2))
        && (year || !bound(at.checked_sub(1), at.checked_sub(2)))
}

/// Whether it can be told what a number counts: not of "the average is 680", nor of "have 1,240 to spend".
fn has_unit(reading: &Reading<'_>, quote: &Quote, at: usize, sort: Sort) -> bool {
    let (text, tokens) = (reading.text(quote.at), reading.tokens(quote.at));
    let counted = |at: usize| {
        tokens.get(at + 1).is_some_and(|next| {
            matches!(
                next.tag,
                Tag::NOUN | Tag::PROPN | Tag::ADJ | Tag::NUM | Tag::SYM
            ) || next.is_any(text, &["of", "per", "%"])
        })
    };
    let before = |words: &[&str]| at > 0 && tokens[at - 1].is_any(text, words);
    let aged = before(&["aged"]) || before(&["of"]) && at > 1 && tokens[at - 2].is(text, "age");
    let mut others = quote.run.clone().filter(|other| *other != at);
    let mut told = || others.any(|other| tokens[other].tag == Tag::NUM && counted(other));
    sort != Sort::Count || counted(at) || aged || is_money(text, tokens, at) || told()
}

/// "Edna Corrigan, 83, said": somebody's age in passing.
fn is_age(text: &str, tokens: &[Token], at: usize) -> bool {
    let comma = |token: &Token| token.is(text, ",");
    // "Wilf Darrant, now 74, had looked after".
    let before = tokens[..at].iter().rev();
    let before = before.skip_while(|token| token.is(text, "now"));
    let before: Vec<&Token> = before.take(2).collect();
    let named = matches!(before[..], [mark, name] if comma(mark) && name.tag == Tag::PROPN);
    named && tokens.get(at + 1).is_some_and(comma) && tokens[at].of(text).len() < 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(sentence: &str, expected: Expect) {
        expected.assert_eq(&drafts(&Figure, &format!("# Canals\n\n{sentence}\n")));
    }

    #[test]
    fn a_number_of_the_stem_is_no_option() {
        let all = drafts(
            &Figure,
            "# Canals\n\nEngineers of the north built 12 locks of oak. They had asked for 14 locks of stone.\n\n\
             The canal of the south has 12 locks and the canal of the west has 16 locks of oak.\n",
        );
        let led = all.split("\n\n").find(|it| it.starts_with("After"));
        let led = led.expect("a question behind the sentence before");
        assert!(
            led.contains("“They had asked for _____ locks of stone.”"),
            "{led}"
        );
        assert!(!led.lines().any(|line| line == "12"), "{led}");
        assert!(has_word("12 locks", "12") && !has_word("112 locks", "12"));
    }

    #[test]
    fn years_stand_within_those_of_the_title() {
        let all = drafts(
            &Figure,
            "# The schism of 1682–1689\n\nIn 1684 riders burned the bags of the post in the road.\n",
        );
        let options = all
            .lines()
            .filter_map(|line| line.trim_start_matches("* ").parse().ok());
        let years: Vec<u32> = options.collect();
        assert!(years.len() > 2, "{all}");
        assert!(
            years.iter().all(|year| (1682..=1689).contains(year)),
            "{all}"
        );
    }

    #[test]
    fn what_counts_nothing_is_not_asked_for() {
        let told = |said: &str| {
            drafts(
                &Figure,
                &format!("# Canals\n\nIn summer the old canals {said}.\n"),
            )
        };
        assert!(told("have 1,240 to spend").is_empty());
        assert!(!told("have 1,240 crowns to spend").is_empty());
        assert!(!told("have £1,240 to spend").is_empty());
        assert!(!told("took 1,240 ships, or 620 in autumn").is_empty());
    }

    #[test]
    fn no_year_lies_ahead_of_the_reader() {
        let all = drafts(
            &Figure,
            "# Canals\n\nIn 2011 riders burned the bags of the post in the road. In 2023 the road was closed.\n",
        );
        let options = all.lines().map(|line| line.trim_start_matches("* "));
        let years: Vec<u32> = options.filter_map(|option| option.parse().ok()).collect();
        assert!(years.len() > 3, "{all}");
        assert!(years.iter().all(|year| *year <= 2023), "{all}");
    }

    #[test]
    fn a_page_and_a_year_before_christ_are_not_asked_for() {
        let told = |said: &str| drafts(&Figure, &format!("# Canals\n\nThe long canal {said}.\n"));
        assert!(!told("was cleared of reeds by 207 men").is_empty());
        assert!(told("is told of by sailors on page 207").is_empty());
        assert!(!told("was cleared of reeds around 1900").is_empty());
        assert!(told("was cleared of reeds around 1900 BC").is_empty());
    }

    #[test]
    fn what_was_done_to_what_is_not_named_is_not_asked_for() {
        let asked = |said: &str| {
            let text = format!("# Canals\n\n{said}\n\nThe quay was built in 1903.\n");
            let all = drafts(&Figure, &text);
            all.contains("In which year did")
        };
        assert!(asked("In 1941 the Admiralty borrowed the long canal."));
        assert!(!asked("In 1941 the Admiralty borrowed it."));
        assert!(asked("In 1941 the Admiralty followed the long canal."));
        assert!(!asked("In 1941 the Admiralty followed."));
    }

    #[test]
    fn a_number_told_twice_is_not_exchanged() {
        let exchanged = |said: &str| {
            let text = format!("# Canals\n\n{said}\n");
            let article = crate::article::parse("a.md", text.as_bytes()).article;
            let reading = Reading::of(&article);
            let at = reading.claims().next().expect("a sentence");
            let quote = Quote::whole(&reading, at, 3..=40).expect("a quotation");
            exchange(&reading, &quote).is_some()
        };
        assert!(exchanged(
            "Old canals of the coast have seven locks, and only one is deep."
        ));
        assert!(!exchanged(
            "Old canals of the coast have seven locks, and one of the seven is deep."
        ));
        assert!(!exchanged(
            "Old canals of the coast have seven locks, and the seven-year lease is over."
        ));
    }

    #[test]
    fn what_fell_was_larger_before() {
        let all = drafts(
            &Figure,
            "# Canals\n\nThe average fee of the locks has fallen from 310 crowns to 235.\n",
        );
        let first = all.split("\n\n").next().unwrap_or_default();
        let options = first.lines().map(|line| line.trim_start_matches("* "));
        let fees: Vec<u32> = options.filter_map(|option| option.parse().ok()).collect();
        assert!(fees.len() > 2, "{all}");
        assert!(fees.iter().all(|fee| *fee > 235), "{all}");
    }

    #[test]
    fn of_two_years_of_one_deed_neither_is_asked_for() {
        let told = |said: &str| drafts(&Figure, &format!("# Canals\n\nThe long canal {said}.\n"));
        let asks = "In which year";
        assert!(told("was reopened in 1894").contains(asks));
        assert!(!told("had been reopened in 1894").contains(asks));
        assert!(
            !told("was closed in 1869 and reopened, with steam in mind, in 1894").contains(asks)
        );
    }

    #[test]
    fn years_stand_among_years() {
        check(
            "The Treasury asked Telford in 1801 to survey the Great Glen.",
            expect![[r#"
                Which year completes this sentence? “The Treasury asked Telford in _____ to survey the Great Glen.”
                * 1801
                1798
                1793
                1789"#]],
        );
    }

    #[test]
    fn a_year_that_stands_behind_that_month_elsewhere_is_no_wrong_option() {
        let told = [1791, 1794, 1796, 1802, 1804, 1807];
        let others: String = told
            .iter()
            .map(|year| format!("In June {year} the locks were closed.\n\n"))
            .collect();
        let text = format!("# Canals\n\nOn 22 June 1799 the basin was opened.\n\n{others}");
        let all = drafts(&Figure, &text);
        let first = all.split("\n\n").next().unwrap_or_default();
        assert!(first.contains("* 1799"), "{all}");
        for year in told {
            assert!(!first.contains(&year.to_string()), "{first}");
        }
    }

    #[test]
    fn numbers_keep_their_form() {
        check(
            "The sea lock had to be built some 400 yards from the shore.",
            expect![[r#"
                Which number completes this sentence? “The sea lock had to be built some _____ yards from the shore.”
                * 400
                500
                600
                700"#]],
        );
        check(
            "Telford thought that the canal would cost £350,000 in all.",
            expect![[r#"
                Which number completes this sentence? “Telford thought that the canal would cost £_____ in all.”
                * 350,000
                280,000
                200,000
                420,000"#]],
        );
        check(
            "The share of open water fell to 3.5 per cent of the bay.",
            expect![[r#"
                Which number completes this sentence? “The share of open water fell to _____ per cent of the bay.”
                * 3.5
                4.2
                5.0
                5.9"#]],
        );
    }

    #[test]
    fn an_age_in_passing_is_not_asked() {
        check("Edna Corrigan, 83, swims there in winter.", expect![""]);
    }

    #[test]
    fn who_is_asked_is_not_the_author() {
        let asked = |questions: [&str; 3]| {
            let [one, two, three] = questions;
            let text = format!(
                "# Bridges\n\n{one}\n\nI tap the wall and listen to my wall. I have two apprentices in the workshop.\n\n\
                 {two}\n\nI learned it from a mason of my town.\n\n{three}\n\nI walk over my bridges in spring.\n"
            );
            drafts(&Figure, &text).contains("the author")
        };
        assert!(asked(["On work.", "On school.", "On rest."]));
        assert!(!asked([
            "What do you do all day?",
            "Where did you learn it?",
            "And your days off?"
        ]));
    }

    #[test]
    fn a_range_is_not_asked_for_one_end() {
        check(
            "The lock was built from 1801 to 1805 by masons.",
            expect![""],
        );
    }

    #[test]
    fn what_is_only_called_by_a_number_is_not_asked_for_it() {
        for called in [
            "Masons of the north keep an X.509 certificate in the chest.",
            "Masons of the north read section 14 of the old building code.",
            "Masons of the north own the 2018 edition of the building code.",
        ] {
            check(called, expect![""]);
        }
    }

    #[test]
    fn the_articles_own_numbers_come_first() {
        check(
            "The sea lock had to be built some 400 yards from the shore.\n\nThe pier was built some 350 yards from the quay.",
            expect![[r#"
                Which number completes this sentence? “The sea lock had to be built some _____ yards from the shore.”
                * 400
                500
                600
                700"#]],
        );
    }

    #[test]
    fn round_years_have_neighbours_of_their_own() {
        let key = Number {
            spelled: false,
            digits: 1900,
            decimals: 0,
            commas: false,
        };
        for chance in 0..4 {
            let near = near(key, Sort::Year, &(0..=u64::MAX), chance);
            assert_eq!(near.len(), 3);
            assert!(!near.contains(&key), "{near:?}");
        }
    }

    #[test]
    fn a_share_is_never_above_the_whole() {
        for digits in 4..=100 {
            let key = Number {
                spelled: false,
                digits,
                decimals: 0,
                commas: false,
            };
            for chance in 0..4 {
                assert!(
                    near(key, Sort::Share, &(0..=u64::MAX), chance)
                        .iter()
                        .all(|near| near.digits <= 100 && near != &key)
                );
            }
        }
    }

    #[test]
    fn written_as_it_was_read() {
        for word in [
            "7",
            "1,200",
            "1863",
            "3.50",
            "0.5",
            "12,345,678",
            "two",
            "twelve",
            "forty",
            "ninety-nine",
        ] {
            assert_eq!(
                Number::read(word)
                    .map(|number| number.to_string())
                    .as_deref(),
                Some(word)
            );
        }
        for word in ["3", "12,34", "07", "1.2.3", "one", "twenty-zero", "tweny"] {
            assert_eq!(Number::read(word), None, "{word}");
        }
    }
}
