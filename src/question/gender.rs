//! Whether somebody whom the article names is a man or a woman, where a title, a word for kin or the given name tells.
//!
//! Apart from `people`, which looks for the one whom an article is about.

use std::collections::BTreeMap;

use crate::language::lexicon;

use super::mention::Mention;
use super::reading::Reading;

/// "He" or "she" by name; nobody is both.
pub(crate) type Genders = BTreeMap<String, Option<&'static str>>;

impl Reading<'_> {
    /// Of everybody whose names are known.
    pub(super) fn find_genders(&self) -> Genders {
        let mut genders = Genders::new();
        let mut note = |name: &str, gender: &'static str| {
            let known = genders.entry(name.to_owned()).or_insert(Some(gender));
            if *known != Some(gender) {
                *known = None;
            }
        };
        let people = self.register.mentions.iter();
        for mention in people.filter(|it| self.register.is_person(&it.text)) {
            let Some(gender) = self.gender_beside(mention) else {
                continue;
            };
            note(&mention.text, gender);
            // "Emil Staade" tells of "Staade", if no other Staade is a woman.
            if let Some((_, family)) = mention.text.rsplit_once(' ') {
                note(family, gender);
            }
        }
        genders
    }

    /// What stands before a name, as in "Mrs Petek" and "her father, Anders,", and the given name; nothing where they
    /// disagree, as in "unlike her father, Anna Lee".
    fn gender_beside(&self, mention: &Mention) -> Option<&'static str> {
        let (text, tokens) = (self.text(mention.at), self.tokens(mention.at));
        let is_comma = |at: usize| tokens.get(at).is_some_and(|token| token.is(text, ","));
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let enclosed = start > 0 && is_comma(start - 1) && is_comma(end);
        let before = start.checked_sub(1 + usize::from(enclosed));
        let tells = |word: &&str| lexicon::is_gendered(word) || lexicon::is_title(word);
        let called = before.map(|at| tokens[at].of(text)).filter(tells);
        let called = called.and_then(lexicon::gender);
        let given = mention.text.split(' ').next().and_then(lexicon::gender);
        match (called, given) {
            (Some(called), Some(given)) if called != given => None,
            (called, given) => called.or(given),
        }
    }

    /// Other names that could stand for one, as [`Register::others`] gives them, first those of whom the same is known:
    /// two women are no company for an officer of 1791.
    ///
    /// [`Register::others`]: super::register::Register::others
    pub(super) fn others_like(&self, name: &str, said: &str) -> Vec<String> {
        let differs = |other: &str| self.gender(other) != self.gender(name);
        self.register.others_by(name, said, &differs)
    }

    /// "He" or "she", where it is known of somebody.
    pub(crate) fn gender(&self, name: &str) -> Option<&'static str> {
        self.genders.get(name).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    #[track_caller]
    fn check(text: &str, name: &str, expected: Option<&str>) {
        let article = article::parse("a.md", format!("# Wells\n\n{text}\n").as_bytes()).article;
        let reading = Reading::of(&article);
        assert_eq!(reading.gender(name), expected, "{name}: {text}");
    }

    #[test]
    fn of_others_those_come_first_of_whom_the_same_is_known() {
        let text = "# Wells\n\nThe first well was dug by Anna Lee in spring. The second one was dug by Robert Stone.\n\n\
                    The third was dug by Jane Keller, a mason. The charts were drawn by James Petek in winter.\n";
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        assert_eq!(reading.others_like("Anna Lee", "")[0], "Jane Keller");
        let men = &reading.others_like("James Petek", "")[..1];
        assert_eq!(men, ["Robert Stone"]);
    }

    #[test]
    fn by_title_kin_and_given_name() {
        let text = "In 1902 the wells were measured by Emil Staade. Later Staade wrote to Mrs Petek, and Mrs Petek wrote \
                    to her uncle, Tovin Brask, who lived there. The maps were drawn by Ysolde Maur in one winter.";
        check(text, "Emil Staade", Some("he"));
        check(text, "Staade", Some("he"));
        check(text, "Petek", Some("she"));
        check(text, "Tovin Brask", Some("he"));
        check(text, "Ysolde Maur", Some("she"));
    }

    #[test]
    fn of_whom_nothing_tells_it_is_not_known() {
        let text = "Unlike her father, Anna Freud drew maps. In April, Tovin Brask came.";
        check(text, "Anna Freud", Some("she"));
        check(text, "Tovin Brask", None);
        let text = "In 1902 the wells were measured by Tovin Brask and mended by Anna Lee. Later the walls were built by \
                    Peter Lee for the town.";
        check(text, "Tovin Brask", None);
        check(text, "Anna Lee", Some("she"));
        check(text, "Lee", None);
    }
}
