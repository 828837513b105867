//! Numbers and years: which one the article gives.
//!
//! The wrong ones are near numbers of the same form, so that neither size nor roundness tells.

use std::fmt;

use crate::article::MONTHS;
use crate::language::{Tag, Token, lexicon};

use super::clarity::whole;
use super::distractor::WRONG;
use super::draft::hash;
use super::gap::GAP;
use super::reading::{At, Reading};
use super::{Draft, Kind, KindName};

/// The most words of a quoted sentence.
const LONGEST: usize = 28;

/// With more numbers than this in a sentence, some can be told from the others.
const MOST_NUMBERS: usize = 2;

/// Words after which four digits are a year.
const BEFORE_YEAR: &[&str] = &[
    "about", "after", "around", "before", "by", "during", "from", "in", "of", "since", "to",
    "until",
];

/// The kind.
pub(crate) struct Figure;

/// A number as it is written: 1,200 has commas, 3.50 two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    /// The digits as a whole number: 350 for 3.50.
    digits: u64,
    decimals: usize,
    commas: bool,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Year,
    Share,
    Count,
}

impl Kind for Figure {
    fn name(&self) -> KindName {
        KindName::Figure
    }

    fn drafts(&self, reading: &Reading<'_>) -> Vec<Draft> {
        reading
            .claims()
            .flat_map(|at| of_sentence(reading, at))
            .collect()
    }
}

fn of_sentence(reading: &Reading<'_>, at: At) -> Vec<Draft> {
    let Some(run) = whole(reading, at, 4..=LONGEST) else {
        return Vec::new();
    };
    let start = run.start;
    let numbers = run.clone().filter(|token| {
        reading.tokens(at)[*token]
            .of(reading.text(at))
            .starts_with(|c: char| c.is_ascii_digit())
    });
    if numbers.count() > MOST_NUMBERS {
        return Vec::new();
    }
    run.filter_map(|token| draft(reading, at, start, token))
        .collect()
}

fn draft(reading: &Reading<'_>, at: At, start: usize, token: usize) -> Option<Draft> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let key = Number::read(tokens[token].of(text)).filter(|_| stands_free(text, tokens, token))?;
    let sort = sort_of(text, tokens, token, key);
    let before = text.get(..tokens[token].span.start)?;
    let after = text.get(tokens[token].span.end..reading.sentence(at).span.end)?;
    let dots = if start > 0 { "… " } else { "" };
    let said = format!(
        "{dots}{}{GAP}{after}",
        before.get(tokens[start].span.start..)?
    );
    let once = said.matches(&key.to_string()).count() == 0;
    let what = if sort == Sort::Year { "year" } else { "number" };
    once.then(|| Draft {
        stem: format!(
            "Which {what} completes this sentence from the article? “{}”",
            said
        ),
        key: key.to_string(),
        wrong: near(key, sort, hash(&[&said]))
            .iter()
            .map(Number::to_string)
            .collect(),
        evidence: reading.evidence(at),
        explanation: format!("The article says {key}."),
        score: 0.6 + 0.2 * reading.centrality(&said),
    })
}

/// Whether the number is neither the day of a date nor one end of a range.
fn stands_free(text: &str, tokens: &[Token], at: usize) -> bool {
    let bound = |token: Option<&Token>| {
        token.is_some_and(|token| {
            token.is_any(text, &MONTHS) || token.is_any(text, &["and", "or", "–", "-", "to"])
        })
    };
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let year = tokens[at].of(text).len() == 4;
    !bound(tokens.get(at + 1)) && (year || !bound(before))
}

fn sort_of(text: &str, tokens: &[Token], at: usize, number: Number) -> Sort {
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let dated = before.is_some_and(|before| {
        before.is_any(text, BEFORE_YEAR) || before.is_any(text, &MONTHS) || before.is(text, ",")
    });
    let four = number.decimals == 0 && !number.commas && (1000..=2100).contains(&number.digits);
    let next = tokens.get(at + 1);
    let counts =
        next.is_some_and(|next| next.tag == Tag::NOUN && lexicon::is_plural(next.of(text)));
    let cent = tokens.get(at + 2).is_some_and(|cent| cent.is(text, "cent"));
    let share = next
        .is_some_and(|next| next.is_any(text, &["%", "percent"]) || cent && next.is(text, "per"));
    match () {
        () if four && dated && !counts => Sort::Year,
        () if share => Sort::Share,
        () => Sort::Count,
    }
}

/// Three numbers of the key's form around it: how many of them are smaller is left to chance.
fn near(key: Number, sort: Sort, chance: u64) -> Vec<Number> {
    let smaller = usize::try_from(chance % 4).unwrap_or_default();
    let steps = key.steps(sort);
    let formed = |near| {
        if sort == Sort::Year {
            near
        } else {
            key.rounded(near)
        }
    };
    let below = steps
        .iter()
        .filter_map(|step| key.digits.checked_sub(*step))
        .map(formed);
    let above = steps.iter().map(|step| formed(key.digits + step));
    let limit = if sort == Sort::Share {
        100 * 10_u64.pow(u32::try_from(key.decimals).unwrap_or_default())
    } else {
        u64::MAX
    };
    let fits = |digits: &u64| *digits > 0 && *digits <= limit;
    let mut below: Vec<u64> = below.filter(fits).take(smaller).collect();
    below.dedup();
    let above = above.filter(fits).take(WRONG - below.len());
    let digits: Vec<u64> = below.iter().copied().chain(above).collect();
    digits
        .into_iter()
        .map(|digits| Number { digits, ..key })
        .collect()
}

impl Number {
    /// Reads digits with commas between thousands or decimals after a point.
    fn read(word: &str) -> Option<Self> {
        let (whole, fraction) = word.split_once('.').unwrap_or((word, ""));
        let digits: String = [whole, fraction].concat().replace(',', "");
        let number = Number {
            digits: digits
                .parse()
                .ok()
                .filter(|digits| (4..1_000_000_000_000).contains(digits))?,
            decimals: fraction.len(),
            commas: whole.contains(','),
        };
        (number.to_string() == word).then_some(number)
    }

    /// The place of the last digit that is not a zero: 10 for 350.
    fn unit(self) -> u64 {
        let mut unit = 1;
        while self.digits.is_multiple_of(unit * 10) {
            unit *= 10;
        }
        // One digit and zeros leave too few numbers below: 1,000 goes by hundreds.
        if unit > 1 && self.digits / unit < 4 {
            unit / 10
        } else {
            unit
        }
    }

    /// A near number with no more digits before its zeros than this one has.
    fn rounded(self, near: u64) -> u64 {
        let mut unit = self.unit();
        while near / unit >= 10 * (self.digits / self.unit()) {
            unit *= 10;
        }
        let step = if near > self.digits && near / unit >= 100 {
            unit * 10
        } else {
            unit
        };
        (near + step / 2) / step * step
    }

    /// Three steps away from the number, the small one first.
    fn steps(self, sort: Sort) -> [u64; 3] {
        if sort == Sort::Year {
            return match self.digits % 3 {
                0 => [4, 9, 15],
                1 => [3, 8, 12],
                _ => [5, 7, 14],
            };
        }
        let unit = self.unit();
        let step = |part: u64| (self.digits * part / 100 / unit).max(1) * unit;
        let first = step(20);
        let second = step(45).max(first + unit);
        [first, second, step(70).max(second + unit)]
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0width$}", self.digits, width = self.decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.decimals);
        let parts = whole
            .as_bytes()
            .rchunks(if self.commas { 3 } else { whole.len() })
            .rev();
        let parts: Vec<&str> = parts.filter_map(|part| str::from_utf8(part).ok()).collect();
        f.write_str(&parts.join(","))?;
        if fraction.is_empty() {
            Ok(())
        } else {
            write!(f, ".{fraction}")
        }
    }
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
    fn years_stand_among_years() {
        check(
            "The Treasury asked Telford in 1801 to survey the Great Glen.",
            expect![""],
        );
    }

    #[test]
    fn numbers_keep_their_form() {
        check(
            "The sea lock had to be built some 400 yards from the shore.",
            expect![[r#"
                Which number completes this sentence from the article? “The sea lock had to be built some _____ yards from the shore.”
                * 400
                300
                500
                600"#]],
        );
        check(
            "Telford thought that the canal would cost £350,000 in all.",
            expect![[r#"
                Which number completes this sentence from the article? “Telford thought that the canal would cost £_____ in all.”
                * 350,000
                280,000
                200,000
                110,000"#]],
        );
        check(
            "The share of open water fell to 3.5 per cent of the bay.",
            expect![""],
        );
    }

    #[test]
    fn round_years_have_neighbours_of_their_own() {
        let key = Number {
            digits: 1900,
            decimals: 0,
            commas: false,
        };
        for chance in 0..4 {
            let near = near(key, Sort::Year, chance);
            assert_eq!(near.len(), 3);
            assert!(!near.contains(&key), "{near:?}");
        }
    }

    #[test]
    fn a_share_is_never_above_the_whole() {
        for digits in 4..=100 {
            let key = Number {
                digits,
                decimals: 0,
                commas: false,
            };
            for chance in 0..4 {
                assert!(
                    near(key, Sort::Share, chance)
                        .iter()
                        .all(|near| near.digits <= 100 && near != &key)
                );
            }
        }
    }

    #[test]
    fn written_as_it_was_read() {
        for word in ["7", "1,200", "1863", "3.50", "0.5", "12,345,678"] {
            assert_eq!(
                Number::read(word)
                    .map(|number| number.to_string())
                    .as_deref(),
                Some(word)
            );
        }
        for word in ["3", "12,34", "07", "1.2.3", "two"] {
            assert_eq!(Number::read(word), None, "{word}");
        }
    }
}
