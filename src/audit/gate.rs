//! The gates, looked at from behind: what no question that is shown may have.
//!
//! Apart from the gates that let the questions through, so that neither is blind where the other is.

use crate::question::Question;

use super::article::Text;
use super::question::{Form, form};
use super::{option, stem};

/// Declares the gates: for each its name in JSON, its title, and how it is checked.
macro_rules! gates {
    ($($(#[$about:meta])* $gate:ident $name:literal $title:literal $check:expr;)*) => {
        /// Something that no question may have.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Gate {
            $($(#[$about])* $gate,)*
        }

        impl Gate {
            /// All gates, in the order of the table.
            pub const ALL: &[Gate] = &[$(Gate::$gate),*];

            /// The word that stands for it in JSON.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Gate::$gate => $name,)*
                }
            }

            /// What it is, as the table names it.
            pub fn title(self) -> &'static str {
                match self {
                    $(Gate::$gate => $title,)*
                }
            }

            /// Whether a question has it.
            fn fails(self, text: &Text<'_>, question: &Question) -> bool {
                let check: fn(&Text<'_>, &Question) -> bool = match self {
                    $(Gate::$gate => $check,)*
                };
                check(text, question)
            }
        }
    };
}

gates! {
    /// Too few options, keys that are none of them, or nothing accepted.
    Shape "shape" "too few options, or no valid key" |_, q| !is_well_formed(q);
    /// "None of the above" and its like.
    Above "above" "none, all or both of the above" |_, q| option::is_above(q);
    /// The stem asks for what is not so.
    Negative "negative" "a negative stem" |_, q| stem::is_negative(q);
    /// An absolute or vague word in one option only.
    Absolute "absolute" "an absolute word in one option only" |_, q| option::is_absolute(q);
    /// The key is the longest by a third or more.
    LongKey "long_key" "the key longest by a third" |_, q| option::has_long_key(q);
    /// A word of the stem, or one that sounds like it, in the key alone.
    Echo "echo" "a word of the stem in the key alone" |_, q| option::has_echo(q);
    /// The options do not begin or end alike.
    Uneven "uneven" "options of different grammar" |t, q| option::is_uneven(t, q);
    /// Some options are in the plural, others not.
    Number "number" "options of different number" option::differs_in_number;
    /// Two options say the same, or one is inside another.
    Alike "alike" "options alike, or one inside another" |_, q| option::is_alike(q);
    /// A wrong option that the article supports in the same place.
    Supported "supported" "a wrong option the article supports" option::is_supported;
    /// A wrong option that stands in the stem, and so cannot be the answer.
    Spent "spent" "a wrong option that the stem shows" |_, q| option::is_spent(q);
    /// The stem or what it quotes begins with a word that points elsewhere.
    Dangling "dangling" "begins with a word that points back" |_, q| stem::is_dangling(q);
    /// More than 35 words in the stem.
    LongStem "long_stem" "a stem over 35 words" |_, q| stem::is_long(q);
    /// A quotation or bracket cut open.
    Cut "cut" "a quotation or bracket cut open" |_, q| stem::is_cut(q);
    /// A false statement in which the thing put in stands already.
    Twice "twice" "a false statement with a thing twice" |_, q| stem::names_twice(q);
    /// Text of adverts or of related articles.
    Foreign "foreign" "text of adverts or related articles" stem::is_foreign;
    /// A sentence ends within an option.
    SentenceEnd "sentence_end" "a sentence end in an option" |_, q| option::ends_inside(q);
    /// Double spaces, a space before a comma, a word twice, "a apple".
    Print "print" "spaces, doubled words, a or an" |_, q| stem::is_misprinted(q);
}

/// The gates that a question should not have passed.
pub(super) fn failed(text: &Text<'_>, question: &Question) -> impl Iterator<Item = Gate> {
    Gate::ALL
        .iter()
        .copied()
        .filter(|gate| gate.fails(text, question))
}

/// Whether it has options enough and keys among them.
fn is_well_formed(question: &Question) -> bool {
    let (options, keys) = (&question.options, &question.keys);
    let valid = keys.iter().all(|&key| key < options.len());
    let distinct = (1..keys.len()).all(|at| !keys[..at].contains(&keys[at]));
    let least = match super::question::verdict(question) {
        Some(_) => 2,
        None => 3,
    };
    let stands = !question.stem.trim().is_empty();
    stands
        && match form(question) {
            Form::Typed => keys.is_empty() && !question.accepted.is_empty(),
            _ => valid && distinct && !keys.is_empty() && options.len() >= least,
        }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::article::Article;
    use crate::audit::sample::{article, question};

    /// Which gates a question fails that is made of an article.
    #[track_caller]
    pub(in crate::audit) fn check_on(article: &Article, question: &Question, expected: &[Gate]) {
        let text = Text::of(article);
        let found: Vec<Gate> = failed(&text, question).collect();
        assert_eq!(found, expected, "{} {:?}", question.stem, question.options);
    }

    #[track_caller]
    pub(in crate::audit) fn check(stem: &str, options: &[&str], expected: &[Gate]) {
        let article = article("# A\n\nA text about something else.\n");
        check_on(&article, &question(stem, options), expected);
    }

    #[test]
    fn a_sound_question_passes_all() {
        check(
            "What do ports need?",
            &["deep water", "cheap labour", "quiet weather"],
            &[],
        );
        check(
            "True or false? “Ports need water.”",
            &["True", "False"],
            &[],
        );
    }

    #[test]
    fn names_in_json_are_distinct() {
        let mut names: Vec<_> = Gate::ALL.iter().map(|gate| gate.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Gate::ALL.len());
    }

    #[test]
    fn keys_are_among_enough_options() {
        check("Q?", &["water", "labour"], &[Gate::Shape]);
        let options = ["deep water", "cheap labour", "quiet weather"];
        let article = article("# A\n\nText.\n");
        for keys in [vec![], vec![3], vec![0, 0]] {
            let wrong = Question {
                keys,
                ..question("Q?", &options)
            };
            check_on(&article, &wrong, &[Gate::Shape]);
        }
        let typed = Question {
            accepted: vec!["water".into()],
            keys: vec![],
            ..question("Q?", &[])
        };
        check_on(&article, &typed, &[]);
    }
}
