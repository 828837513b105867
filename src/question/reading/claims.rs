//! Which sentences of an article say something: those that can be asked about.
//!
//! Apart from `reading`, which only keeps what was read of each.

use super::{At, Reading};
use crate::language::{Tag, Token};
use crate::question::code::is_code;

/// What a sentence begins with that only makes an example.
const SUPPOSING: &[&str] = &["assume", "imagine", "picture", "suppose"];

/// What a sentence begins with that turns to the reader: "Now consider the blackpoll warbler".
const TURNING: &[&str] = &["consider", "recall"];

/// What is only thought or wished to be so: "you might expect an early thaw to help", "I should like to report
/// an answer".
const FOILS: [[&[&str]; 3]; 2] = [
    [
        &["one", "some", "we", "you"],
        &["could", "may", "might", "would"],
        &["assume", "expect", "guess", "imagine", "suppose", "think"],
    ],
    [&["i", "one", "we"], &["should", "would"], &["like"]],
];

/// Of so many first words one may be of those: "Now suppose that".
const OPENING: usize = 2;

/// Headings over what is no part of the text, or only asks about it.
const APPARATUS: &[&str] = &[
    "about the author",
    "acknowledgements",
    "acknowledgments",
    "activities",
    "bibliography",
    "check your understanding",
    "contact",
    "discussion questions",
    "exercises",
    "external links",
    "footnotes",
    "further reading",
    "notes",
    "notes for editors",
    "notes to editors",
    "practice questions",
    "problems",
    "questions",
    "questions for discussion",
    "quiz",
    "references",
    "review questions",
    "see also",
    "sources",
    "study questions",
    "test yourself",
];

/// Whether what stands under a heading is no part of the text: "See also", "Review questions".
pub(crate) fn is_apparatus(heading: &str) -> bool {
    let bare = heading.trim_end_matches([':', '.']).to_lowercase();
    APPARATUS.contains(&bare.as_str())
}

/// What the sentences before one in its paragraph make of it.
#[derive(Default)]
struct Before {
    /// Whether one of them only made an example: "Suppose an island has a hundred people. Its rate is
    /// 3 per cent." What follows is so there alone.
    supposed: bool,
    /// How many straight quotation marks stand in them.
    straight: usize,
    /// How many more curved ones open there than close.
    curved: isize,
}

impl Before {
    /// Whether a quotation is open: then it is not the article that says what comes next.
    fn is_quoting(&self) -> bool {
        !self.straight.is_multiple_of(2) || self.curved > 0
    }

    fn pass(&mut self, sentence: &str) {
        let count = |mark: char| sentence.matches(mark).count();
        self.straight += count('"');
        self.curved += count('“').cast_signed() - count('”').cast_signed();
    }
}

impl Reading<'_> {
    /// Every full sentence of a paragraph, in order, but for what is only supposed, turns to the
    /// reader or is quoted, and for exercises, references and the like.
    pub(super) fn find_claims(&self) -> Vec<At> {
        let mut claims = Vec::new();
        let mut before = Before::default();
        for at in self.sentences() {
            if at.sentence == 0 {
                before = Before::default();
            }
            before.supposed |= self.is_example(at);
            let full = self.passage(at).paragraph.is_some() && self.is_full(at);
            let heading = || {
                self.article.sections[self.passage(at).section]
                    .heading
                    .as_deref()
            };
            let own = !before.supposed && !before.is_quoting();
            let told = full && own && !heading().is_some_and(is_apparatus);
            if told && !self.turns(at) && !self.is_foil(at) {
                claims.push(at);
            }
            before.pass(self.words(at));
        }
        claims
    }

    /// Every sentence of a paragraph that begins with somebody's words in quotation marks and goes on.
    pub(crate) fn quotations(&self) -> impl Iterator<Item = At> + '_ {
        self.sentences().filter(|at| {
            let words = self.words(*at);
            let quoted = self.passage(*at).paragraph.is_some() && words.starts_with(['"', '“']);
            quoted && words.ends_with('.')
        })
    }

    /// "Imagine a town", "Now consider a small island".
    fn is_example(&self, at: At) -> bool {
        self.opens_with(at, &[SUPPOSING]) || self.opens_with(at, &[&["consider"], &["a", "an"]])
    }

    /// "Now consider the blackpoll warbler", "Look at the years from 2008", "The next chapter is about leagues".
    fn turns(&self, at: At) -> bool {
        let points = |which: &str| self.words(at).to_lowercase().contains(which);
        [
            "last chapter",
            "next chapter",
            "previous chapter",
            "this chapter",
        ]
        .into_iter()
        .any(points)
            || self.opens_with(at, &[TURNING])
            || self.opens_with(at, &[&["look"], &["at"]])
    }

    /// Whether a sentence says what could be expected or is wished, and not what is.
    fn is_foil(&self, at: At) -> bool {
        let text = self.text(at);
        FOILS.iter().any(|foil| {
            let mut runs = self.tokens(at).windows(foil.len());
            runs.any(|run| {
                let mut pairs = run.iter().zip(foil);
                pairs.all(|(token, words)| token.is_any(text, words))
            })
        })
    }

    /// Whether a sentence begins with words of these tables, one after the other, adverbs left out.
    fn opens_with(&self, at: At, words: &[&[&str]]) -> bool {
        let (text, tokens) = (self.text(at), self.tokens(at));
        let adverbs = tokens.iter().take(OPENING - 1);
        let start = adverbs.take_while(|token| token.tag == Tag::ADV).count();
        let fits = |start: usize| {
            let mut own = words.iter().zip(tokens.iter().skip(start));
            own.all(|(words, token)| token.is_any(text, words))
        };
        fits(0) || fits(start)
    }

    /// Every heading that is one sentence.
    pub(crate) fn headings(&self) -> impl Iterator<Item = At> + '_ {
        self.sentences().filter(|at| {
            let passage = self.passage(*at);
            passage.paragraph.is_none() && passage.sentences.len() == 1
        })
    }

    /// Whether the sentence begins and ends as one, and is written for people.
    fn is_full(&self, at: At) -> bool {
        let words = self.words(at);
        let long = self.tokens(at).len() > 6;
        // "Twelve stouter stakes of hazel, each 90 centimetres long." says nothing.
        let acts = |token: &Token| matches!(token.tag, Tag::VERB | Tag::AUX);
        let says = self.tokens(at).iter().any(acts);
        let whole = words.ends_with('.') && words.starts_with(char::is_uppercase);
        long && says && whole && !words.starts_with("Or ") && !is_code(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// What is taken as said by a text of one paragraph or several.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = article::parse("a.md", format!("# Harbours\n\n{text}\n").as_bytes()).article;
        let reading = Reading::of(&article);
        let said: Vec<&str> = reading.claims().map(|at| reading.words(at)).collect();
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn what_is_only_supposed_holds_for_its_paragraph() {
        check(
            "Merchants paid their dues in copper coins. Now suppose that a harbour has no pilots at all. \
             Every second ship is lost on the rocks there.\n\n\
             The old pier was mended with planks of oak.",
            &[
                "Merchants paid their dues in copper coins.",
                "The old pier was mended with planks of oak.",
            ],
        );
        check(
            "Consider a small harbour with a thousand boats. Its dues are a third of all that comes in.",
            &[],
        );
    }

    #[test]
    fn what_turns_to_the_reader_says_nothing_but_what_follows_does() {
        check(
            "Now consider the harbour of the northern town. Look at the years from 1880 on. In the next chapter we turn to the leagues. The old pier was mended with planks of oak.",
            &["The old pier was mended with planks of oak."],
        );
    }

    #[test]
    fn exercises_say_nothing() {
        check(
            "The old pier was mended with planks of oak.\n\n## Review questions\n\nGive one reason for mending the \
             old pier with oak.\n\n## Questions of money\n\nThe new pier was paid for by the old guild.",
            &[
                "The old pier was mended with planks of oak.",
                "The new pier was paid for by the old guild.",
            ],
        );
    }

    #[test]
    fn what_could_be_expected_is_not_said() {
        check(
            "You might expect a deep harbour to be a busy one. The old pier was mended with planks of oak.",
            &["The old pier was mended with planks of oak."],
        );
    }

    #[test]
    fn what_somebody_else_says_is_not_the_articles() {
        for [open, close] in [["\"", "\""], ["“", "”"]] {
            check(
                &format!(
                    "{open}We lost the boats to the ice,{close} said the old pilot. \
                     {open}The pier was never mended after all that. Nobody came back to the school.{close} \
                     The town has a new pier of stone today."
                ),
                &["The town has a new pier of stone today."],
            );
        }
    }
}
