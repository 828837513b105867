//! Whether an answer is right, and what is forgiven in one that was typed.
//!
//! Apart from the kinds, which the page does not have: it grades, so this is small, and folds
//! letters by a table of its own.

use super::{Form, Question};

/// What a reader answered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// The options chosen, or all of them in order: indices into [`Question::options`].
    Chosen(Vec<usize>),
    /// Words.
    Typed(String),
}

/// How well an answer fits its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is right.
    Right,
    /// It is typed with one slip, and right but for that.
    Slip,
    /// It is not right.
    Wrong,
}

/// In a word this long or longer, in bytes, one slip is forgiven.
const SLIP_FROM: usize = 5;

/// A word this long or longer, in bytes, may stand in the other number.
const NUMBER_FROM: usize = 3;

/// The letters of U+00E0 to U+00FF without what stands above or below them; those of U+00C0 to
/// U+00DF are their capitals.
const LATIN_1: &[u8] = b"aaaaaaaceeeeiiiidnooooo ouuuuyty";

/// The same for U+0100 to U+017F, large and small.
const LATIN_A: &[u8] = b"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll\
nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

impl Answer {
    /// None yet.
    pub const NONE: Answer = Answer::Chosen(Vec::new());

    /// The most characters of a typed answer that are kept.
    pub const MOST_TYPED: usize = 40;

    /// The options chosen.
    pub fn chosen(&self) -> &[usize] {
        match self {
            Answer::Chosen(chosen) => chosen,
            Answer::Typed(_) => &[],
        }
    }

    /// What was typed.
    pub fn typed(&self) -> &str {
        match self {
            Answer::Chosen(_) => "",
            Answer::Typed(text) => text,
        }
    }

    /// The answer without what says nothing: options that are not there or come twice, blanks too
    /// many. `None` where it does not answer the question: nothing chosen, not all put in order.
    pub fn to(&self, question: &Question) -> Option<Answer> {
        let (all, chosen) = (0..question.options.len(), self.chosen());
        let answer = match question.form() {
            Form::Typed => Answer::Typed(tidy(self.typed())),
            Form::Ordered if all.len() == chosen.len() => {
                let complete = all.into_iter().all(|option| chosen.contains(&option));
                complete.then(|| self.clone())?
            }
            Form::Ordered => return None,
            _ => Answer::Chosen(all.filter(|option| chosen.contains(option)).collect()),
        };
        (!answer.is_empty()).then_some(answer)
    }

    /// The answer as it is kept, of at most [`Answer::MOST_TYPED`] characters.
    pub(crate) fn shortened(self) -> Answer {
        match self {
            Answer::Typed(text) => {
                let end = text.char_indices().nth(Answer::MOST_TYPED);
                let short = end.map_or(&*text, |(end, _)| &text[..end]);
                Answer::Typed(short.trim_end().to_owned())
            }
            chosen => chosen,
        }
    }

    fn is_empty(&self) -> bool {
        self.chosen().is_empty() && self.typed().is_empty()
    }
}

/// How well an answer, as [`Answer::to`] gives it, fits the question.
pub fn fit(question: &Question, answer: &Answer) -> Fit {
    let (keys, chosen) = (&question.keys, answer.chosen());
    let is_right = match question.form() {
        Form::Typed => {
            let accepted = question.accepted.iter();
            let fits = accepted.map(|right| meant(right, answer.typed()));
            return fits.min().unwrap_or(Fit::Wrong);
        }
        Form::Ordered => keys == chosen,
        _ => keys.len() == chosen.len() && keys.iter().all(|key| chosen.contains(key)),
    };
    if is_right { Fit::Right } else { Fit::Wrong }
}

/// Without control characters, and with one blank between words.
fn tidy(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let text: String = text.chars().map(plain).collect();
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    words.join(" ")
}

/// How near who typed this came to that.
fn meant(right: &str, typed: &str) -> Fit {
    let (right, typed) = (words(right), words(typed));
    let pairs = || right.iter().zip(&typed);
    let mut others = pairs().filter(|(right, typed)| !is_same_word(right, typed));
    match (others.next(), others.next()) {
        _ if right.is_empty() => Fit::Wrong,
        _ if right.join("") == typed.join("") => Fit::Right,
        _ if right.len() != typed.len() => Fit::Wrong,
        (None, _) => Fit::Right,
        (Some((right, typed)), None) if is_slip(right, typed) => Fit::Slip,
        _ => Fit::Wrong,
    }
}

/// The words of a text in plain small letters, without an article before them.
fn words(text: &str) -> Vec<String> {
    let plain = plain(text);
    let mut words: Vec<String> = plain.split_whitespace().map(str::to_owned).collect();
    if words.len() > 1 && ["a", "an", "the"].contains(&words[0].as_str()) {
        words.remove(0);
    }
    words
}

/// The text in small letters without accents; what is neither letter nor digit is a blank, or is
/// gone where it stands within words and numbers.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after_digit = plain.ends_with(|c: char| c.is_ascii_digit());
        let in_number = after_digit && rest.peek().is_some_and(char::is_ascii_digit);
        match c {
            '.' if in_number => plain.push(c),
            ',' if in_number => {}
            '.' | '\'' | '`' | '´' | 'ʼ' | '‘' | '’' | '\u{ad}' | '\u{300}'..='\u{36f}' => {}
            '%' => plain.push_str(" percent "),
            '&' => plain.push_str(" and "),
            'Æ' | 'æ' => plain.push_str("ae"),
            'Œ' | 'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            _ => plain.push(letter(c)),
        }
    }
    plain
}

/// The plain small letter, or the digit; a blank for other signs.
fn letter(c: char) -> char {
    let code = c as usize;
    match c {
        '\u{c0}'..='\u{ff}' => char::from(LATIN_1[code & 31]),
        '\u{100}'..='\u{17f}' => char::from(LATIN_A[code & 127]),
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => ' ',
        c if c.is_ascii() && !c.is_ascii_alphanumeric() => ' ',
        c => c.to_ascii_lowercase(),
    }
}

/// Whether two words are the same, or one and many of the same.
fn is_same_word(one: &str, other: &str) -> bool {
    one == other || is_plural(one, other) || is_plural(other, one)
}

/// By its ending. "1990s" are not 1990.
fn is_plural(one: &str, many: &str) -> bool {
    let ending = many.strip_prefix(one);
    let ies = || Some(one.strip_suffix('y')? == many.strip_suffix("ies")?);
    one.len() >= NUMBER_FROM
        && !has_digit(one)
        && (matches!(ending, Some("s" | "es")) || ies() == Some(true))
}

/// Whether one letter of a long word is wrong, missing or too many, or two have changed places. A
/// number is another number then, also a million in words.
fn is_slip(right: &str, typed: &str) -> bool {
    let is_number = |word: &str| has_digit(word) || word.contains("illion");
    let may_slip = right.len() >= SLIP_FROM && !is_number(right) && !is_number(typed);
    may_slip && is_one_apart(right.as_bytes(), typed.as_bytes())
}

/// By bytes, which are letters where the two are Latin.
fn is_one_apart(a: &[u8], b: &[u8]) -> bool {
    let before = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[before..], &b[before..]);
    let ends = a.iter().rev().zip(b.iter().rev());
    let after = ends.take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - after], &b[..b.len() - after]) {
        ([], [_]) | ([_], []) | ([_], [_]) => true,
        ([a, c], [d, b]) => a == b && c == d,
        _ => false,
    }
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::KindName;
    use crate::question::tests::question;

    /// `right` are the answers accepted, with a stroke between.
    #[track_caller]
    fn check(right: &str, typed: &[&str], expected: Fit) {
        let mut question = question("Which?", &[]);
        question.keys.clear();
        question.accepted = right.split('|').map(str::to_owned).collect();
        for typed in typed {
            let answer = Answer::Typed((*typed).to_owned());
            let fit = answer.to(&question).map(|it| fit(&question, &it));
            assert_eq!(fit, Some(expected), "{right} / {typed}");
        }
    }

    #[track_caller]
    fn right(right: &str, typed: &[&str]) {
        check(right, typed, Fit::Right);
    }

    #[track_caller]
    fn slip(right: &str, typed: &[&str]) {
        check(right, typed, Fit::Slip);
    }

    #[track_caller]
    fn wrong(right: &str, typed: &[&str]) {
        check(right, typed, Fit::Wrong);
    }

    #[test]
    fn what_makes_no_difference_is_forgiven() {
        right(
            "the Suez Canal",
            &[
                "suez canal",
                "SUEZ CANAL",
                "a Suez canal",
                " The  Suez Canal. ",
            ],
        );
        right(
            "trade routes",
            &[
                "trade route",
                "Trade-routes",
                "“trade routes”",
                "traderoutes",
            ],
        );
        right("treaty", &["treaties", "the treaties"]);
        right("box", &["boxes"]);
        right("houses", &["house"]);
        right("deep-water port", &["deep water ports", "deepwater port"]);
        right(
            "Sudan's army",
            &["Sudan’s army", "Sudans army", "sudan army"],
        );
        right(
            "São Tomé",
            &["Sao Tome", "SÃO TOMÉ", "Sa\u{303}o Tome\u{301}"],
        );
        right("Łódź", &["Lodz", "łódź"]);
        right("Œuvre", &["oeuvre"]);
        right("Straße", &["strasse"]);
        right("U.S. Navy", &["US navy", "u.s navy"]);
        right("research & development", &["research and development"]);
        right("An", &["an"]);
        right("Москва", &["Москва"]);
    }

    #[test]
    fn one_slip_of_the_pen_is_forgiven_in_a_long_word() {
        slip(
            "Khartoum",
            &["Khartom", "Kharttoum", "Khartoom", "Khartuom"],
        );
        slip("peace agreement", &["peace agreemnt", "paece agreement"]);
        wrong("peace agreement", &["paece agreemnt", "peace"]);
        wrong("Khartoum", &["Khartm", "Cartoum", "Chad"]);
        wrong("Iran", &["Iraq", "Ian"]);
        wrong("oil", &["oils well", "oi", "soil"]);
    }

    #[test]
    fn a_number_is_that_number() {
        right("1,200", &["1200", "1 200", "1,200", "1\u{202f}200"]);
        right("40%", &["40 percent", "40 per cent", "40 %"]);
        right("$3.5 billion", &["3.5 billion"]);
        wrong("1803", &["1808", "803", "18033", "1830", "1803s"]);
        wrong("1990s", &["1990", "1980s"]);
        wrong("3.5", &["35", "3"]);
        wrong("3 million", &["3 billion", "3 trillion"]);
        wrong("12,345", &["12,354"]);
    }

    #[test]
    fn any_accepted_answer_is_right_and_no_other() {
        right("twelve|12", &["12", "Twelve"]);
        wrong("twelve|12", &["13", "?", "twelve or so"]);
        wrong("", &["anything", "!"]);
        wrong("?", &["!"]);
    }

    fn of_four(kind: KindName, keys: &[usize]) -> Question {
        let mut question = question("Which?", &["ebb", "flood", "neap", "spring"]);
        question.kind = kind;
        question.keys = keys.to_vec();
        question
    }

    #[track_caller]
    fn check_chosen(question: &Question, chosen: &[usize], expected: Option<bool>) {
        let answer = Answer::Chosen(chosen.to_vec()).to(question);
        let right = answer.map(|answer| fit(question, &answer) == Fit::Right);
        assert_eq!(right, expected, "{chosen:?} of {:?}", question.keys);
    }

    #[test]
    fn several_are_right_when_they_are_all_the_keys() {
        let question = of_four(KindName::List, &[2, 0]);
        check_chosen(&question, &[0, 2], Some(true));
        check_chosen(&question, &[2, 2, 0, 9], Some(true));
        check_chosen(&question, &[2], Some(false));
        check_chosen(&question, &[0, 1, 2], Some(false));
        check_chosen(&question, &[], None);
    }

    #[test]
    fn an_order_is_right_from_first_to_last() {
        let question = of_four(KindName::Order, &[2, 0, 3, 1]);
        check_chosen(&question, &[2, 0, 3, 1], Some(true));
        check_chosen(&question, &[0, 2, 3, 1], Some(false));
        for incomplete in [&[2, 0, 3][..], &[2, 0, 3, 3], &[2, 0, 3, 1, 1], &[]] {
            check_chosen(&question, incomplete, None);
        }
    }

    #[test]
    fn an_answer_of_another_form_is_none() {
        let typed = Answer::Typed("ebb".to_owned());
        assert_eq!(typed.to(&of_four(KindName::List, &[0])), None);
        assert_eq!(Answer::Chosen(vec![0]).to(&question("Which?", &[])), None);
        let blank = Answer::Typed(" \t\u{85}\n".to_owned());
        assert_eq!(blank.to(&question("Which?", &[])), None);
    }

    #[test]
    fn what_is_kept_is_tidy_and_short() {
        let long = Answer::Typed(format!(" a\u{1} \n{} b", "é".repeat(37)));
        let kept = long.to(&question("Which?", &[])).map(Answer::shortened);
        assert_eq!(kept, Some(Answer::Typed(format!("a {}", "é".repeat(37)))));
    }

    proptest::proptest! {
        #[test]
        fn nothing_typed_breaks_it(right in "\\PC{0,20}", typed in ".{0,60}") {
            meant(&right, &typed);
            let is_right = meant(&right, &right) == Fit::Right;
            proptest::prop_assert_eq!(is_right, !words(&right).is_empty());
            let kept = Answer::Typed(tidy(&typed)).shortened();
            proptest::prop_assert!(kept.typed().chars().count() <= Answer::MOST_TYPED);
            proptest::prop_assert_eq!(tidy(kept.typed()), kept.typed());
        }
    }
}
