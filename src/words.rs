//! The words of the interface: English in the program, any other language as a list of lines.
//!
//! Apart from whatever says them, so that all stand in one folder, `words/`, of which the build makes
//! the constants of [`w`]. A word that a program does not say is not in it, and a language other than
//! English is fetched only by those who read it. The well-known libraries were too big for the first
//! load: they bring a parser of messages, rules for all plurals and a table searched by name, where
//! this is an index into a list.
//!
//! What is said of one, of many and in between is chosen by the [`Plural`] that the language names.

use std::sync::OnceLock;

/// The words, by the names of their keys in `words/en.txt`: `SHEET_TITLE` is `title` in the section
/// `sheet`.
pub mod w {
    use super::Word;
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// The codes of all languages, as `lang` has them, and what they call themselves; English first.
pub static LANGUAGES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// The codes of the languages other than English, and their lines, to be given to [`set`].
#[cfg(feature = "terminal")]
pub static TEXTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// A word, or a sentence, of the interface: its place among all, and what it is in English. A reference,
/// since a program names hundreds of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(&'static (u16, &'static str));

/// Another language than English: its texts in order.
struct Texts(Vec<&'static str>);

/// Which form a number takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plural {
    /// The first form for 1, the second for all others: English, German.
    OneOther,
    /// The first form for 0 and 1, the second for all others: French.
    ZeroOneOther,
}

/// Chosen once, at the start.
static CHOSEN: OnceLock<Texts> = OnceLock::new();

/// Sets the language for as long as the program runs, by its lines, as the build wrote them. Those of
/// another build change nothing, nor does a second language.
pub fn set(lines: String) {
    let is_first = CHOSEN.get().is_none();
    if let Some(texts) = is_first.then(|| Texts::read(lines)).flatten() {
        // The first one holds.
        let _ = CHOSEN.set(texts);
    }
}

/// What the word is in the language chosen.
#[inline(never)]
pub fn say(word: Word) -> &'static str {
    let Word(&(at, english)) = word;
    let other = CHOSEN.get().and_then(|texts| texts.0.get(usize::from(at)));
    other.copied().unwrap_or(english)
}

/// The same, with these put in: for `{}` one after the other, for `{0}` the first, and so on.
pub fn fill(word: Word, with: &[&str]) -> String {
    put_in(say(word), with)
}

/// What is said of that many: the form that fits, with the number in it.
pub fn count(word: Word, number: usize) -> String {
    let rule = Plural::read(say(w::PLURAL));
    put_in(rule.form(say(word), number), &[&number.to_string()])
}

/// A word by its key: its place among all, and what it is in English. For the build, which puts words
/// into what is no program of ours.
pub fn find(key: &str) -> Option<(usize, &'static str)> {
    let at = w::ALL.iter().position(|(it, _)| *it == key)?;
    Some((at, w::ALL[at].1))
}

impl Texts {
    /// None where the lines are not those of this build.
    fn read(lines: String) -> Option<Self> {
        let mut lines = lines.leak().split('\n');
        let is_ours = lines.next() == Some(w::FINGERPRINT);
        is_ours.then(|| Texts(lines.collect()))
    }
}

impl Plural {
    fn read(name: &str) -> Self {
        match name {
            "zero-one-other" => Plural::ZeroOneOther,
            _ => Plural::OneOther,
        }
    }

    /// The form that fits; the last one where there are too few.
    fn form(self, forms: &str, number: usize) -> &str {
        let is_one = number == 1 || (self == Plural::ZeroOneOther && number == 0);
        let nth = usize::from(!is_one);
        let mut forms = forms.split(" | ");
        let first = forms.next().unwrap_or_default();
        forms.take(nth).last().unwrap_or(first)
    }
}

fn put_in(text: &str, with: &[&str]) -> String {
    let mut filled = String::new();
    let mut next = with.iter();
    let mut pieces = text.split('{');
    filled.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (place, rest) = piece.split_once('}').unwrap_or(("", piece));
        let put = match place.parse::<usize>() {
            Ok(at) => with.get(at),
            Err(_) => next.next(),
        };
        filled.push_str(put.copied().unwrap_or_default());
        filled.push_str(rest);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_order_or_by_number() {
        assert_eq!(put_in("{} of {}", &["2", "5"]), "2 of 5");
        assert_eq!(put_in("von {1} {0}", &["2", "5"]), "von 5 2");
        assert_eq!(put_in("all", &["2"]), "all");
        assert_eq!(put_in("{} of {}", &["2"]), "2 of ");
    }

    #[track_caller]
    fn check(rule: Plural, forms: &str, expected: &[(usize, &str)]) {
        for &(number, form) in expected {
            assert_eq!(rule.form(forms, number), form, "{number}");
        }
    }

    #[test]
    fn a_number_takes_the_form_of_its_language() {
        check(
            Plural::OneOther,
            "a | b",
            &[(0, "b"), (1, "a"), (2, "b"), (21, "b")],
        );
        check(
            Plural::ZeroOneOther,
            "a | b",
            &[(0, "a"), (1, "a"), (2, "b")],
        );
        check(Plural::OneOther, "same", &[(1, "same"), (2, "same")]);
    }

    #[test]
    fn english_is_said_where_no_other_language_was_chosen() {
        assert_eq!(say(w::SHEET_TITLE), "Worksheet");
        assert_eq!(count(w::SHEET_COUNT, 1), "1 question");
        assert_eq!(fill(w::SHEET_TITLE_OF, &["Tides"]), "Worksheet: Tides");
        assert_eq!(find("sheet.title").unwrap().1, "Worksheet");
    }

    #[test]
    fn another_language_has_a_line_for_each_word_and_is_that_of_this_build() {
        for (code, lines) in TEXTS {
            let texts = Texts::read((*lines).to_owned()).unwrap();
            assert_eq!(texts.0.len(), w::ALL.len(), "{code}");
            let (at, _) = find("language").unwrap();
            assert_eq!(texts.0[at], *code);
        }
        assert!(Texts::read("00000000\nde".to_owned()).is_none());
        assert!(Texts::read(String::new()).is_none());
    }

    /// What is the same in both languages.
    const SAME: [&str; 9] = [
        "one-other",
        "Quiz",
        "Quiz:",
        "Quiz: {}",
        "Sepia",
        "Pause",
        "{} %",
        "Normal",
        "{} · {}",
    ];

    #[test]
    fn a_word_is_another_in_another_language() {
        for (code, lines) in TEXTS {
            let texts = Texts::read((*lines).to_owned()).unwrap();
            for ((key, english), text) in w::ALL.iter().zip(texts.0) {
                let is_other = text != *english || SAME.contains(&text);
                assert!(is_other, "{code}: {key} is still {english:?}");
            }
        }
    }

    #[test]
    fn what_is_counted_has_several_forms_in_every_language() {
        let has_forms = |text: &str| text.contains(" | ");
        for (code, lines) in TEXTS {
            let texts = Texts::read((*lines).to_owned()).unwrap();
            for ((key, english), text) in w::ALL.iter().zip(texts.0) {
                assert_eq!(has_forms(english), has_forms(text), "{code}: {key}");
            }
        }
    }

    #[test]
    fn english_comes_first_and_every_language_has_a_name() {
        assert_eq!(LANGUAGES[0], ("en", "English"));
        assert!(
            LANGUAGES
                .iter()
                .all(|(code, name)| code.len() >= 2 && !name.is_empty())
        );
    }
}
