//! Where the article has what a wrong option says, so that its reader learns why it is wrong.
//!
//! Apart from `distractor`, which only sees to it that the option is not said where the key stands.

use std::collections::BTreeMap;

use crate::language::{Stems, stems};

use super::reading::{At, Reading};
use super::{Form, KindName, Question};

/// The sentences by the stems that stand in them.
pub(crate) struct Places<'a, 'b> {
    reading: &'a Reading<'b>,
    by_stem: BTreeMap<&'a str, Vec<At>>,
}

impl<'a, 'b> Places<'a, 'b> {
    pub(crate) fn of(reading: &'a Reading<'b>) -> Self {
        let mut by_stem: BTreeMap<&str, Vec<At>> = BTreeMap::new();
        for at in reading.claims() {
            for stem in reading.stems_of(at).iter() {
                by_stem.entry(stem).or_default().push(at);
            }
        }
        Places { reading, by_stem }
    }

    /// For each option where else the article has it: a sentence in quotation marks, or "under" a
    /// heading where the option is the sentence; empty for what is right and what is not found.
    /// Nothing at all for options that are no words of the text.
    pub(crate) fn of_options(&self, question: &Question) -> Vec<String> {
        let is_place = question.kind == KindName::Heading && question.form() == Form::One;
        if is_place
            || question.kind == KindName::Claim
            || !matches!(question.form(), Form::One | Form::Several)
        {
            return Vec::new();
        }
        let options = question.options.iter().enumerate();
        let told = options.map(|(index, option)| {
            let wrong = !question.keys.contains(&index);
            wrong.then(|| self.told(question, option)).flatten()
        });
        let told: Vec<String> = told.map(Option::unwrap_or_default).collect();
        if told.iter().all(String::is_empty) {
            return Vec::new();
        }
        told
    }

    fn told(&self, question: &Question, option: &str) -> Option<String> {
        let said = stems(option);
        let places = |stem: &String| {
            self.by_stem
                .get(stem.as_str())
                .map_or(&[][..], Vec::as_slice)
        };
        let known = said.iter().map(places).filter(|places| !places.is_empty());
        let rarest = known.min_by_key(|places| places.len())?;
        let other = |at: &&At| !self.reading.evidence(**at).overlaps(&question.evidence);
        let whole = |at: &&At| has_all(self.reading.stems_of(**at), &said);
        let word_for_word = |at: &&At| self.reading.words(**at).contains(option);
        let mut found = rarest.iter().filter(other).filter(whole);
        let at = *found.clone().find(word_for_word).or_else(|| found.next())?;
        self.shown(at, &said)
    }

    fn shown(&self, at: At, said: &Stems) -> Option<String> {
        if said.len() < self.reading.stems_of(at).len() {
            return Some(format!("“{}”", self.reading.words(at)));
        }
        let heading = self.reading.heading_over(at)?.trim_end_matches('.');
        Some(format!("under “{heading}”."))
    }
}

/// Whether all stems are there; one of three or more may be a strong verb in another form, of which
/// only the first letter stays.
fn has_all(sentence: &Stems, said: &Stems) -> bool {
    let mut missing = said.difference(sentence);
    match (missing.next(), missing.next()) {
        (None, _) => true,
        (Some(verb), None) => {
            said.len() > 2
                && sentence
                    .difference(said)
                    .any(|other| other.chars().next() == verb.chars().next())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::question::tests::question;

    #[track_caller]
    fn check(options: &[&str], expected: &[&str]) {
        let text = "# Ports\n\n## The quay\n\nMasons built the quay of granite from the hill.\n\n\
                    ## The market\n\nTraders brought salted fish on Fridays. Farmers sold oats there.\n";
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let told = Places::of(&reading).of_options(&question("What was sold?", options));
        assert_eq!(told, expected);
    }

    #[test]
    fn a_phrase_is_shown_in_its_sentence() {
        check(
            &["oats", "salted fish", "grey granite"],
            &["", "“Traders brought salted fish on Fridays.”", ""],
        );
    }

    #[test]
    fn the_form_of_a_verb_does_not_matter() {
        check(
            &["oats", "bring salted fish"],
            &["", "“Traders brought salted fish on Fridays.”"],
        );
    }

    #[test]
    fn a_whole_sentence_is_told_by_its_heading() {
        check(
            &["oats", "Traders brought salted fish on Fridays"],
            &["", "under “The market”."],
        );
    }

    #[test]
    fn of_what_is_not_in_the_text_nothing_is_said() {
        check(&["oats", "1947", "coal"], &[]);
    }
}
