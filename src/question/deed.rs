//! What somebody or something does, as an option: "invest in shared measures".
//!
//! Apart from `stock`, whose phrases name things. A deed is kept by its verb's base, so that one
//! said of a single town in the past can stand beside one said of all states at any time.

mod actor;

use std::ops::Range;

use crate::language::lemma::{self, Form};
use crate::language::{Clause, Role, Stems, Tag, VerbGroup, lexicon, stems};

use super::clarity::{denies, is_limited};
use super::reading::{At, Reading};
use actor::{Actor, actor};

/// The fewest and the most words.
const WORDS: std::ops::RangeInclusive<usize> = 3..=14;

/// Verbs that say what something is, holds or thinks, not what it does.
const STATES: &[&str] = &[
    "appear",
    "apply",
    "arise",
    "be",
    "become",
    "believe",
    "belong",
    "come",
    "compete",
    "comprise",
    "concern",
    "consist",
    "constitute",
    "contain",
    "cost",
    "count",
    "depend",
    "deserve",
    "differ",
    "do",
    "embody",
    "emerge",
    "entail",
    "equal",
    "exceed",
    "exist",
    "extend",
    "fear",
    "feel",
    "follow",
    "happen",
    "hate",
    "have",
    "hinge",
    "hope",
    "include",
    "intend",
    "involve",
    "know",
    "lack",
    "lie",
    "like",
    "look",
    "love",
    "matter",
    "mean",
    "need",
    "occur",
    "own",
    "prefer",
    "prove",
    "range",
    "reflect",
    "remain",
    "represent",
    "require",
    "resemble",
    "rest",
    "seem",
    "sound",
    "stay",
    "stem",
    "tend",
    "think",
    "thrive",
    "turn",
    "vary",
    "want",
    "weigh",
    "wish",
];

/// A verb with what follows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Deed {
    pub(crate) at: At,
    /// Its verb and those joined to it.
    pub(crate) acts: Vec<Act>,
    pub(crate) stems: Stems,
    pub(crate) actor: Actor,
    /// Whose things it speaks of by "their" and its like.
    pub(crate) owner: Option<&'static str>,
    /// Whether its sentence says under what condition or when.
    pub(crate) pinned: bool,
    pub(crate) tone: i8,
    /// How many characters it has, with its verb's base.
    chars: usize,
}

/// One verb of a deed with the words behind it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Act {
    /// The base of the verb: "invest".
    base: String,
    /// "in shared measures".
    after: String,
}

/// The deeds of a sentence.
pub(crate) fn deeds_of(reading: &Reading<'_>, at: At) -> Vec<Deed> {
    let clauses = reading.clauses(at).iter();
    clauses
        .flat_map(|clause| in_clause(reading, at, clause))
        .collect()
}

fn in_clause(reading: &Reading<'_>, at: At, clause: &Clause) -> Vec<Deed> {
    let main = of_clause(reading, at, clause);
    let others = clause
        .lead
        .iter()
        .chain(&clause.tail)
        .filter_map(|adjunct| match adjunct.role {
            Role::Means | Role::Purpose | Role::Result => {
                of_run(reading, at, clause, adjunct.body..adjunct.tokens.end)
            }
            _ => None,
        });
    main.into_iter().chain(others).collect()
}

/// What the main clause says is done; `None` where something only is.
pub(crate) fn of_clause(reading: &Reading<'_>, at: At, clause: &Clause) -> Option<Deed> {
    let verb = &clause.verb;
    let active = is_active(reading, at, verb) && !is_limited(reading, at, clause.before_verb());
    let run = verb.main..clause.rest.end;
    active.then(|| of_run(reading, at, clause, run)).flatten()
}

/// A run that begins with a verb, in whatever form.
pub(crate) fn of_run(
    reading: &Reading<'_>,
    at: At,
    clause: &Clause,
    run: Range<usize>,
) -> Option<Deed> {
    let acts = acts(reading, at, run.clone())?;
    let said = reading.run(at, run.start + 1..run.end);
    let words = 1 + said.split_whitespace().count();
    let owner = owner(reading, at, run.start + 1..run.end)?;
    if has_own_subject(reading, at, run.start + 1..run.end) {
        return None;
    }
    let state = STATES.contains(&acts.first()?.base.as_str());
    let ended = acts.iter().all(|act| {
        !act.after.trim_matches([',', ' ']).is_empty()
            && !is_open(&act.after)
            && !turns_to_be(&act.after)
            // "Found that the power fetched three times the rate in the morning": of that the time is told.
            && !act.after.starts_with("that ")
    });
    // "Lose one pipe, and the sap detours": what follows is somebody else's deed.
    let ended =
        ended && !(acts.len() == 1 && said.matches(", ").count() == 1 && said.contains(", and "));
    // "Shrink the thing": says nothing without what stood before.
    let text = reading.text(at);
    let hollow = reading.phrases(at).iter().any(|phrase| {
        let last = phrase.tokens.end == run.end && run.contains(&phrase.tokens.start);
        last && lexicon::is_empty_head(reading.tokens(at)[phrase.head].of(text))
    });
    let whole = ended && !hollow && !state && WORDS.contains(&words) && is_plain(said);
    whole.then(|| Deed {
        at,
        stems: stems(reading.run(at, run)),
        tone: lexicon::tone(said),
        pinned: clause
            .lead
            .iter()
            .chain(&clause.tail)
            .any(|adjunct| matches!(adjunct.role, Role::Condition | Role::Time | Role::Place)),
        actor: actor(reading, at, clause),
        chars: in_form(&acts, Form::Base).chars().count(),
        acts,
        owner,
    })
}

/// "Arrive promptly and are entered in a ledger": goes on with another verb, which does not change with the
/// first, or is no deed at all, "find is Sisyphus".
fn turns_to_be(after: &str) -> bool {
    let be = ["are", "is", "was", "were", "has", "have", "had"];
    let words: Vec<&str> = after.split(' ').collect();
    let joined = words
        .windows(2)
        .any(|pair| matches!(pair[0], "and" | "or" | "but") && be.contains(&pair[1]));
    joined || words.first().is_some_and(|first| be.contains(first))
}

/// Whether words end in "and" or a comma with nothing behind but the next verb.
fn is_open(after: &str) -> bool {
    let words: Vec<&str> = after.split(' ').collect();
    words
        .iter()
        .all(|word| lexicon::is_function_word(word.trim_matches(',')))
}

/// Whether a noun in a run has a verb of its own though nothing opens a clause for it: then the
/// run's first word was no verb.
fn has_own_subject(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let opener = |token: &usize| {
        matches!(tokens[*token].tag, Tag::SCONJ | Tag::PRON)
            || tokens[*token].is_any(text, &["that", "how", "where", "when", "as"])
    };
    let opened = run.clone().find(opener).unwrap_or(run.end);
    (run.start + 1..opened).any(|token| {
        let forms = lemma::forms(tokens[token].of(text));
        let third = tokens[token].tag == Tag::VERB && forms.contains(&Form::Third)
            || tokens[token].tag == Tag::AUX;
        third && tokens[token - 1].tag == Tag::NOUN
    })
}

/// The verb that a run begins with and those joined to it in the same form, "raise costs and
/// strengthen leverage"; `None` where it begins with none.
pub(crate) fn acts(reading: &Reading<'_>, at: At, run: Range<usize>) -> Option<Vec<Act>> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let is_verb = |token: usize| tokens[token].tag == Tag::VERB;
    if run.is_empty() || !is_verb(run.start) {
        return None;
    }
    let forms = |token: usize| lemma::forms(tokens[token].of(text));
    let first = forms(run.start);
    let relative = run
        .clone()
        .find(|token| tokens[*token].is_any(text, &["that", "which", "who", "how", "what"]));
    let joined = |token: &usize| {
        let before = (run.start..*token)
            .rev()
            .find(|before| tokens[*before].tag != Tag::ADV);
        before.is_some_and(|before| {
            before > run.start && (tokens[before].is(text, ",") || tokens[before].tag == Tag::CCONJ)
        })
    };
    let same = |token: &usize| forms(*token).meet(first);
    let others = run.start + 1..relative.unwrap_or(run.end);
    let mut verbs = vec![run.start];
    verbs.extend(others.filter(|token| is_verb(*token) && joined(token) && same(token)));
    let ends = verbs.iter().skip(1).copied().chain([run.end]);
    let acts = verbs.iter().zip(ends).map(|(verb, end)| {
        let base = lemma::base(tokens[*verb].of(text))?;
        Some(Act {
            base,
            after: reading.run(at, verb + 1..end).to_owned(),
        })
    });
    acts.collect()
}

/// The acts with their verbs in one form: "raising costs and strengthening leverage".
pub(crate) fn in_form(acts: &[Act], form: Form) -> String {
    let each = acts.iter().map(|act| {
        // "Pause, and say nine".
        let blank = if act.after.starts_with(',') { "" } else { " " };
        lemma::inflect(&act.base, form) + blank + &act.after
    });
    let all = each.collect::<Vec<String>>().join(" ");
    let all = if acts.len() == 2 {
        all.replace(", and ", " and ")
    } else {
        all
    };
    all.trim_end().to_owned()
}

/// Whether a clause's verb is neither passive nor only a form of "be".
pub(crate) fn is_active(reading: &Reading<'_>, at: At, verb: &VerbGroup) -> bool {
    let word = |token: usize| {
        reading.tokens(at)[token]
            .of(reading.text(at))
            .to_lowercase()
    };
    let be = ["am", "are", "be", "been", "being", "is", "was", "were"];
    let auxiliaries = verb.tokens.start..verb.main;
    let passive = auxiliaries
        .into_iter()
        .any(|token| be.contains(&word(token).as_str()));
    let gerund = lemma::forms(&word(verb.main)).contains(&Form::Gerund);
    !be.contains(&word(verb.main).as_str()) && (!passive || gerund)
}

impl Deed {
    /// "invest in shared measures".
    pub(crate) fn plain(&self) -> String {
        in_form(&self.acts, Form::Base)
    }

    /// "investing in shared measures".
    pub(crate) fn doing(&self) -> String {
        in_form(&self.acts, Form::Gerund)
    }

    /// "invested in shared measures", or any other form.
    pub(crate) fn in_form(&self, form: Form) -> String {
        in_form(&self.acts, form)
    }

    /// Its parts, when it has several: "share pilots" and "light the reef".
    pub(crate) fn parts(&self) -> Vec<Deed> {
        let parts = self.acts.iter().map(|act| {
            let after = act
                .after
                .trim_end_matches([',', ' '])
                .trim_end_matches(" and")
                .trim_end_matches(" or")
                .trim_end_matches(',');
            let act = Act {
                base: act.base.clone(),
                after: after.to_owned(),
            };
            let text = in_form(std::slice::from_ref(&act), Form::Base);
            Deed {
                stems: stems(&text),
                tone: lexicon::tone(&text),
                chars: text.chars().count(),
                acts: vec![act],
                ..self.clone()
            }
        });
        parts.collect()
    }

    /// Whether a verb of this deed is one of the other's.
    pub(crate) fn shares_verb(&self, other: &Deed) -> bool {
        self.acts
            .iter()
            .any(|act| other.acts.iter().any(|theirs| theirs.base == act.base))
    }

    /// How many characters it has.
    pub(crate) fn chars(&self) -> usize {
        self.chars
    }
}

/// The possessive that points back to the actor, `Some(None)` without one; `None` where a word
/// points elsewhere.
fn owner(reading: &Reading<'_>, at: At, run: Range<usize>) -> Option<Option<&'static str>> {
    const OWNERS: [&str; 6] = ["its", "their", "his", "her", "your", "my"];
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let mut found = None;
    for token in &tokens[run.start.min(run.end)..run.end] {
        let owner = OWNERS.into_iter().find(|owner| token.is(text, owner));
        match (owner, found) {
            (Some(owner), None) => found = Some(owner),
            (Some(owner), Some(known)) if owner != known => return None,
            (None, _) if super::clarity::points(text, *token) => return None,
            _ => {}
        }
    }
    Some(found)
}

/// Without quotation, bracket or second sentence in it, and not a denial.
fn is_plain(after: &str) -> bool {
    let marks = [
        '"', '“', '”', '‘', '(', ')', '[', ']', '—', '–', ';', ':', '?', '!', '*',
    ];
    let last = after.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let open = after
        .rsplit_once(", ")
        .is_some_and(|(_, tail)| !["and ", "or "].iter().any(|joint| tail.contains(joint)));
    let cut =
        lexicon::is_function_word(&last) || last.ends_with(',') || after.starts_with(',') || open;
    let joined = ["and ", "or ", "but "]
        .iter()
        .any(|joint| after.starts_with(joint));
    let turned = joined
        || [" yet ", " but ", " nor "]
            .iter()
            .any(|word| after.contains(word));
    !after.is_empty() && !turned && !after.contains(marks) && !cut && !denies(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use expect_test::{Expect, expect};

    /// What the sentences say is done, in two forms.
    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let article = article::parse("a.md", format!("# Harbours\n\n{text}\n").as_bytes()).article;
        let reading = Reading::of(&article);
        let deeds = reading
            .deeds
            .iter()
            .map(|deed| format!("{} / {}", deed.plain(), deed.doing()));
        expected.assert_eq(&deeds.collect::<Vec<String>>().join("\n"));
    }

    #[test]
    fn deeds_in_their_forms() {
        check(
            "The council raised a second pier to shelter the fishing boats.",
            expect![[r#"
                raise a second pier / raising a second pier
                shelter the fishing boats / sheltering the fishing boats"#]],
        );
        check(
            "Towns keep the peace by sharing pilots and lighting the reef.",
            expect![[r#"
                keep the peace / keeping the peace
                share pilots and light the reef / sharing pilots and lighting the reef"#]],
        );
        check(
            "The new quay reduces costs and increases the income of the town.",
            expect![
                "reduce costs and increase the income of the town / reducing costs and increasing the income of the town"
            ],
        );
    }

    #[test]
    fn what_only_is_or_points_elsewhere_is_no_deed() {
        check(
            "The old lighthouse remains the tallest tower of the coast.",
            expect![[""]],
        );
        check(
            "The council gave them this at the end of the year.",
            expect![[""]],
        );
        check(
            "The gates were closed by the guards of the northern towns.",
            expect![[""]],
        );
    }
}
