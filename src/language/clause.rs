//! The clause of a sentence: who does what, and when, why and how.
//!
//! Apart from `phrase`, which knows nothing of verbs. What cannot be read for certain gives no
//! clause at all: a question made from a misread one would be wrong.

use std::ops::Range;

mod adjunct;
mod lead;
mod reader;
mod verb;

use super::{Number, Phrase, Series, Token};
use reader::Reader;

/// A main clause, or one that stands after "when" and its like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What stands before the subject and is closed by a comma.
    pub lead: Option<Adjunct>,
    /// The subject with all that belongs to it; empty where somebody is told to do something.
    pub subject: Range<usize>,
    /// What the subject is about: its noun, or its pronoun.
    pub head: usize,
    /// Whether one acts or several do.
    pub number: Number,
    /// The verb with its auxiliaries.
    pub verb: VerbGroup,
    /// What follows the verb up to the first adjunct.
    pub rest: Range<usize>,
    /// The adjuncts behind, in order.
    pub tail: Vec<Adjunct>,
}

/// A verb with its auxiliaries and what stands between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// All of it.
    pub tokens: Range<usize>,
    /// The first auxiliary, if there is one.
    pub auxiliary: Option<usize>,
    /// The verb itself; a form of "be" that has no other verb behind it.
    pub main: usize,
}

/// A part that says when, why, how or against what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjunct {
    /// All of it, the word that opens it included, without commas around it.
    pub tokens: Range<usize>,
    /// Where what follows that word begins.
    pub body: usize,
    /// What it says.
    pub role: Role,
}

/// What an adjunct says of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Why: "because", "since" with a clause.
    Cause,
    /// On what condition, or at what time: "if", "when", "once".
    Condition,
    /// When: "in 1912", "after the war".
    Time,
    /// In spite of what, or against what: "although", "while", "but".
    Contrast,
    /// Instead of what: "rather than".
    Instead,
    /// How: "by doing".
    Means,
    /// What for: "to do", "so that".
    Purpose,
    /// What follows from it: ", doing", "so".
    Result,
    /// A further statement: ", which does", "and they do".
    Aside,
    /// Where, or anything else: "in most towns".
    Place,
}

/// Marks between which a clause stands.
const BREAKS: &[&str] = &[";", ":", "—", "–", "(", ")"];

/// The clauses of a run of a sentence, without its full stop: its main one first, then those that
/// follow a semicolon, a colon, a dash, or "and" and its like. Those that cannot be read for
/// certain are left out.
pub fn clauses(
    text: &str,
    tokens: &[Token],
    phrases: &[Phrase],
    series: &[Series],
    run: Range<usize>,
) -> Vec<Clause> {
    let mut found = Vec::new();
    let mut start = run.start;
    for end in run.clone().chain([run.end]) {
        let breaks = end == run.end || tokens[end].is_any(text, BREAKS);
        if breaks && start < end {
            let reader = Reader {
                text,
                tokens,
                phrases,
                series,
                end,
            };
            found.extend(reader.segment(start));
        }
        if breaks {
            start = end + 1;
        }
    }
    found
}

impl Clause {
    /// Whether somebody is told to do something.
    pub fn is_order(&self) -> bool {
        self.subject.is_empty()
    }

    /// From the verb to the end of what follows it, adjuncts left out.
    pub fn predicate(&self) -> Range<usize> {
        self.verb.tokens.start..self.rest.end
    }

    /// What stands between the subject and the verb itself: its auxiliaries and adverbs.
    pub fn before_verb(&self) -> Range<usize> {
        let start = match self.is_order() {
            true => self.verb.tokens.start,
            false => self.subject.end,
        };
        start.min(self.verb.main)..self.verb.main
    }

    /// The adjuncts that say this, before the subject and behind.
    pub fn adjuncts(&self, role: Role) -> impl Iterator<Item = &Adjunct> {
        self.lead
            .iter()
            .chain(&self.tail)
            .filter(move |adjunct| adjunct.role == role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Span, phrases, read_sentence, series};
    use expect_test::{Expect, expect};

    /// Each clause on a line: what leads, subject, verb, the rest, adjuncts with what they say.
    fn shown(text: &str) -> String {
        let tokens = read_sentence(text);
        let phrases = phrases(text, &tokens);
        let series = series(text, &tokens, &phrases);
        let run = 0..tokens.len() - 1;
        let words = |run: &Range<usize>| match tokens.get(run.clone()) {
            Some([first, .., last]) => Span {
                start: first.span().start,
                end: last.span().end,
            }
            .of(text),
            Some([only]) => only.of(text),
            _ => "",
        };
        let adjunct = |adjunct: &Adjunct| format!("{:?}: {}", adjunct.role, words(&adjunct.tokens));
        let line = |clause: &Clause| {
            let lead = clause.lead.iter().map(adjunct);
            let core = [&clause.subject, &clause.verb.tokens, &clause.rest]
                .map(words)
                .join(" | ");
            lead.chain([core])
                .chain(clause.tail.iter().map(adjunct))
                .collect::<Vec<String>>()
                .join(" / ")
        };
        let found = clauses(text, &tokens, &phrases, &series, run);
        found.iter().map(line).collect::<Vec<String>>().join("\n")
    }

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        expected.assert_eq(&shown(text));
    }

    #[test]
    fn what_opens_a_clause_is_no_adverb_before_a_subject() {
        check(
            "In 2012, when a late frost killed most of them, the number of trout fell.",
            expect![""],
        );
    }

    #[test]
    fn subject_verb_and_rest() {
        check(
            "Sanctions reshape trade links.",
            expect!["Sanctions | reshape | trade links"],
        );
        check(
            "The harbour masters of the north have slowly built stone towers.",
            expect!["The harbour masters of the north | have slowly built | stone towers"],
        );
        check(
            "Leaders who secure public support strengthen resilience against internal pressures.",
            expect![
                "Leaders who secure public support | strengthen | resilience against internal pressures"
            ],
        );
        check(
            "Partners affected by the sanctions seek other markets.",
            expect!["Partners affected by the sanctions | seek | other markets"],
        );
        check(
            "Fritz, meanwhile, went to study physics at Göttingen.",
            expect!["Fritz | went | to study physics at Göttingen"],
        );
        check(
            "Boil the water for ten minutes.",
            expect![" | Boil | the water for ten minutes"],
        );
    }

    #[test]
    fn what_stands_before_and_behind() {
        check(
            "Because the fumes were poisonous, old miners avoided the shaft.",
            expect!["Cause: Because the fumes were poisonous / old miners | avoided | the shaft"],
        );
        check(
            "When borders become contested, neighbors prioritize defense diplomacy.",
            expect![
                "Condition: When borders become contested / neighbors | prioritize | defense diplomacy"
            ],
        );
        check(
            "When prices fall on the coast, even rich merchants sell their grain.",
            expect![
                "Condition: When prices fall on the coast / rich merchants | sell | their grain"
            ],
        );
        check(
            "In 1871 the captain took his family to Brunswick.",
            expect!["Time: In 1871 / the captain | took | his family to Brunswick"],
        );
        check(
            "At the school for girls she discovered natural science.",
            expect!["Place: At the school for girls / she | discovered | natural science"],
        );
        check(
            "The towns share pilots to keep trade moving.",
            expect!["The towns | share | pilots / Purpose: to keep trade moving"],
        );
        check(
            "The towns keep the peace by sharing pilots, although the sea divides them.",
            expect![
                "The towns | keep | the peace / Means: by sharing pilots / Contrast: although the sea divides them"
            ],
        );
        check(
            "Crews mend nets in winter because the boats stay ashore.",
            expect!["Crews | mend | nets / Time: in winter because the boats stay ashore"],
        );
        check(
            "Old towns have grown since the path was opened.",
            expect!["Old towns | have grown |  / Time: since the path was opened"],
        );
        check(
            "Towns praise the path whose use has grown since the boats left.",
            expect!["Towns praise the path whose use | has grown |  / Time: since the boats left"],
        );
        check(
            "Towns sold the boats that they had built, since the path was open.",
            expect![
                "Towns | sold | the boats that they had built / Cause: since the path was open"
            ],
        );
        check(
            "The council closed the pool rather than repair it.",
            expect!["The council | closed | the pool / Instead: rather than repair it"],
        );
    }

    #[test]
    fn several_clauses() {
        check(
            "The canal opened in 1822; it was too shallow for the new ships.",
            expect![[r#"
                The canal | opened |  / Time: in 1822
                it | was | too shallow for the new ships"#]],
        );
        check(
            "The plan was cheap, but the builders needed more time.",
            expect![[r#"
                The plan | was | cheap / Contrast: but the builders needed more time
                the builders | needed | more time"#]],
        );
    }

    #[test]
    fn what_only_names_a_noun_is_no_verb() {
        check(
            "In 1872 a new chairman, the shipowner Daniel Croft, brought to Skerrow an engineer named William Lassiter.",
            expect![
                "Time: In 1872 / a new chairman | brought | to Skerrow an engineer named William Lassiter"
            ],
        );
        check(
            "The agreement adopted by the council in June forbids the trade.",
            expect![[""]],
        );
    }

    #[test]
    fn what_cannot_be_told_is_no_clause() {
        for text in [
            "Whoever it was.",
            "No harbour without ships.",
            "To be or not to be.",
            "The one that got away.",
            // Not: because the fumes were poisonous, old miners fell ill, and for months.
            "Because the fumes were poisonous, old miners fell ill, and for months the water was blamed.",
        ] {
            assert_eq!(shown(text), "", "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_part_lies_inside(words in proptest::collection::vec("(the|towns?|that|who|built|build|,|and|when|by|sharing|it|to|in|1822|was|not|;|quickly)", 2..24)) {
            let text = format!("{}.", words.join(" "));
            let tokens = read_sentence(&text);
            let phrases = phrases(&text, &tokens);
            let series = series(&text, &tokens, &phrases);
            for clause in clauses(&text, &tokens, &phrases, &series, 0..tokens.len() - 1) {
                let end = tokens.len() - 1;
                assert!(clause.subject.end <= clause.verb.tokens.start && clause.verb.tokens.end <= end);
                assert!(clause.rest.start <= clause.rest.end && clause.rest.end <= end);
                assert!(clause.tail.iter().all(|adjunct| adjunct.tokens.end <= end && adjunct.tokens.start < adjunct.tokens.end), "{text} {clause:?}");
            }
        }
    }
}
