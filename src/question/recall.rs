//! Questions to choose from, turned into questions to be answered from memory.
//!
//! Apart from the kinds: this works on a finished question, and needs no article.

use super::{Form, KindName, Question};

/// The most words of an answer that somebody can be asked to type.
const MOST_WORDS: usize = 4;

/// What only a stem that stands above options says.
const OF_OPTIONS: [&str; 3] = [
    "which of these",
    "which of the following",
    "which statement",
];

impl Question {
    /// The same question, to be answered by typing; `None` where that asks too much: its answer is
    /// long, or not one, or the stem speaks of what can be chosen.
    pub fn to_typed(&self) -> Option<Question> {
        let is_definite = self.form() == Form::One
            && !matches!(
                self.kind,
                KindName::Heading | KindName::Claim | KindName::Order
            );
        let stem = self.stem.to_ascii_lowercase();
        let needs_options = OF_OPTIONS.iter().any(|words| stem.contains(words));
        let key = self.options.get(*self.keys.first()?)?;
        let is_short = key.split_whitespace().count() <= MOST_WORDS;
        (is_definite && is_short && !needs_options).then(|| Question {
            accepted: vec![key.clone()],
            options: Vec::new(),
            keys: Vec::new(),
            elsewhere: Vec::new(),
            ..self.clone()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::bank;
    use crate::question::tests::{question, seeds};

    const OPTIONS: [&str; 3] = ["deep water", "steep ditches", "dry shafts"];

    #[test]
    fn a_short_answer_is_typed_under_the_same_name() {
        let asked = question("What do ports need?", &OPTIONS);
        let typed = asked.to_typed().unwrap();
        assert_eq!(typed.form(), Form::Typed);
        assert_eq!(typed.accepted, ["deep water"]);
        assert_eq!((&typed.id, &typed.stem), (&asked.id, &asked.stem));
        assert_eq!(typed.to_typed(), None, "it is typed already");
    }

    #[track_caller]
    fn stays(change: fn(&mut Question)) {
        let mut asked = question("What do ports need?", &OPTIONS);
        change(&mut asked);
        assert_eq!(asked.to_typed(), None);
    }

    #[test]
    fn what_cannot_be_known_by_heart_stays_a_choice() {
        stays(|it| it.kind = KindName::Heading);
        stays(|it| it.kind = KindName::Claim);
        stays(|it| it.kind = KindName::Order);
        stays(|it| it.keys = vec![0, 1]);
        stays(|it| it.options[0] = "water that is deep enough".to_owned());
        stays(|it| it.stem = "Which of these do ports need?".to_owned());
    }

    #[test]
    fn an_article_has_some_to_type_and_each_accepts_its_key() {
        for article in seeds() {
            let bank = bank(article, &[]);
            let typed = bank.questions.iter().filter_map(Question::to_typed);
            let typed: Vec<Question> = typed.collect();
            assert!(typed.len() >= 4, "{}: {}", article.title, typed.len());
            for question in typed {
                let key = super::super::Answer::Typed(question.accepted[0].clone());
                let fit = super::super::fit(&question, &key);
                assert_eq!(fit, super::super::Fit::Right, "{}", question.stem);
            }
        }
    }
}
