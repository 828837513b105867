//! Sentence surgery: a statement becomes the question that it answers.
//!
//! Apart from the kinds, which only say what they want to know.

mod manner;

use std::ops::Range;

use crate::language::lemma::{self, Form};
use crate::language::lexicon::{self, Sort};
use crate::language::{Adjunct, Clause, Number, Role, Stem, Tag, Token};

use super::Draft;
use super::clarity::{denies, ends_behind_that, is_limited, is_supposed, links, stands_alone};
use super::deed::{acts, in_form};
use super::distractor::{Choice, Wanted, choose};
use super::reading::{At, Reading};
use super::referent::Subject;
use super::stock::Stock;
use manner::{is_done_to_untold, is_hearsay, is_open_at_end, is_stressed, is_told};

/// Words after which something must follow, or must have stood before.
const OPEN: &[&str] = &[
    "able",
    "after",
    "afterwards",
    "before",
    "chiefly",
    "eager",
    "earlier",
    "free",
    "largely",
    "later",
    "likelier",
    "likely",
    "mainly",
    "mostly",
    "one",
    "ones",
    "partly",
    "prone",
    "ready",
    "reluctant",
    "unable",
    "unlikely",
    "willing",
];

/// In so few tokens a clause that says when tells nothing.
const SHORT_HELD: usize = 3;

/// A clause whose subject can be named, so that it can be asked about.
pub(crate) struct Asking<'a, 'b> {
    pub(crate) reading: &'a Reading<'b>,
    pub(crate) at: At,
    pub(crate) clause: &'a Clause,
    pub(crate) subject: Subject,
}

impl<'a, 'b> Asking<'a, 'b> {
    /// Every clause of a sentence that can be asked about: it denies nothing, nothing in it points
    /// elsewhere, and its subject can be told.
    pub(crate) fn all(reading: &'a Reading<'b>, at: At) -> Vec<Self> {
        let clauses = reading.clauses(at).iter();
        clauses
            .filter_map(|clause| Asking::of(reading, at, clause))
            .collect()
    }

    fn of(reading: &'a Reading<'b>, at: At, clause: &'a Clause) -> Option<Self> {
        let subject = Subject::of(reading, at, clause)?;
        let said = reading.run(at, clause.predicate());
        let first = reading
            .tokens(at)
            .get(clause.rest.start)
            .filter(|_| !clause.rest.is_empty());
        let whole = first.is_none_or(|first| first.tag != Tag::PUNCT) && !links(said);
        // "A fish looking upwards can see": the subject was read only in part.
        let cut = clause.subject.end < clause.verb.tokens.start
            && reading.tokens(at)[clause.subject.end - 1].tag == Tag::VERB;
        let (text, tokens) = (reading.text(at), reading.tokens(at));
        let stressed = is_stressed(text, tokens, clause);
        // "The team read the pitches and found that the ice had once averaged": the verb is not the team's.
        let mut before = tokens[clause.subject.start..clause.before_verb().end].windows(2);
        let torn = before.any(|two| two[0].tag == Tag::VERB && two[1].is(text, "that"));
        let cut = cut || torn || is_open_at_end(text, &tokens[clause.subject.clone()]);
        // "The lime in it": in what?
        let mut named = subject.text.split(' ');
        let points = named.any(|word| ["it", "them"].contains(&word));
        // "More than doubled" is no deed that could be asked for.
        let verb = clause.verb.tokens.clone();
        let compared = reading.tokens(at)[verb.start.saturating_sub(1)..=clause.verb.main]
            .iter()
            .any(|token| token.is(reading.text(at), "than"));
        // "How many kilometres would the ring road add?": if what?
        let mut verbs = tokens[clause.verb.tokens.clone()].iter();
        let supposed = verbs.any(|token| token.is(text, "would")) && is_supposed(text, tokens);
        // "Payment worked there": where?
        let there = reading.tokens(at)[clause.rest.clone()]
            .iter()
            .any(|token| token.is(reading.text(at), "there"));
        let sound = whole
            && !there
            && !is_done_to_untold(text, tokens, clause)
            && !ends_behind_that(text, &tokens[clause.rest.clone()])
            && !points
            && !supposed
            && !stressed
            && !subject.text.contains(" such as ")
            && !is_told(reading, at, clause)
            && !is_hearsay(reading, at)
            && !is_open(said)
            && lexicon::sort(reading.tokens(at)[clause.head].of(reading.text(at))) != Sort::Time
            && !cut
            && !is_cut_list(reading, at, clause)
            && !has_afterthought(reading, at, clause)
            && !compared
            && !denies(said)
            && !is_limited(reading, at, clause.before_verb())
            && !denies(&subject.text)
            && subject.covers(reading, at, clause.verb.main..clause.rest.end);
        sound.then_some(Asking {
            reading,
            at,
            clause,
            subject,
        })
    }

    /// "do neighbors adapt to sanctions": the clause as it follows "how" or "why", up to the token `end`.
    pub(crate) fn inverted(&self, end: usize) -> Option<String> {
        let (auxiliary, said) = self.split(end)?;
        let subject = &self.subject.text;
        Some(
            format!("{auxiliary} {subject} {said}")
                .trim_end()
                .to_owned(),
        )
    }

    /// "strengthens resilience": what is said of the subject, as said of "what" or "who".
    pub(crate) fn of_what(&self, end: usize) -> Option<String> {
        let verb = &self.clause.verb;
        let first = self.word(verb.tokens.start);
        let behind = self.behind(verb.tokens.start + 1, end);
        let first = match first.as_str() {
            "are" => "is".to_owned(),
            "were" => "was".to_owned(),
            "have" if verb.auxiliary.is_some() => "has".to_owned(),
            "do" if verb.auxiliary.is_some() => "does".to_owned(),
            "am" => return None,
            _ if verb.auxiliary.is_some() || self.tag(verb.tokens.start) == Tag::AUX => first,
            _ if self.is_past() => first,
            _ => {
                let acts = acts(self.reading, self.at, verb.main..end)?;
                return Some(in_form(&acts, Form::Third));
            }
        };
        Some(format!("{first} {behind}").trim_end().to_owned())
    }

    /// What the deed depends on, or is set against, apart from one adjunct, which a question about it
    /// must not lose: " when prices fall"; empty where there is nothing, `None` where that cannot be said
    /// without naming the doer.
    pub(crate) fn held(&self, but: Option<&Adjunct>) -> Option<String> {
        let (reading, at, clause) = (self.reading, self.at, self.clause);
        let binding = |adjunct: &&Adjunct| {
            let roles = [
                Role::Condition,
                Role::Means,
                Role::Cause,
                Role::Time,
                Role::Place,
                Role::Instead,
            ];
            Some(*adjunct) != but && roles.contains(&adjunct.role)
        };
        let mut held = clause.lead.iter().chain(&clause.tail).filter(binding);
        let Some(adjunct) = held.next() else {
            return Some(String::new());
        };
        let run = adjunct.tokens.clone();
        let words = reading.lowered(at, run.clone());
        // "Before you continue" with what?
        let told = run.len() > SHORT_HELD || adjunct.role != Role::Time;
        let is_clause = reading.clause_in(at, adjunct.body..run.end).is_some();
        // "What opens its pods when a storm is near on a dry plateau?" has two places.
        let (text, tokens) = (reading.text(at), reading.tokens(at));
        let mut rest = tokens[clause.rest.clone()].iter();
        let leads = run.start < clause.verb.tokens.start;
        let apart = leads && rest.any(|token| opens_clause(text, *token));
        // "What held little oxygen, against more in the 1990s by the autumn of 2015?"
        let parted = leads
            && tokens[clause.rest.clone()]
                .iter()
                .any(|it| it.is(text, ","));
        let plain = held.next().is_none()
            && run.len() <= 14
            && !words.contains(',')
            && !parted
            && (told || !is_clause)
            && !apart;
        (plain && stands_alone(reading, at, run)).then(|| format!(" {}", words.trim_end()))
    }

    /// Wrong options for a phrase, most of them the same sort of thing; none that the article says of
    /// this subject.
    pub(crate) fn choices(&self, key: &Stock, stem: &str, subject: Option<Stem>) -> Choice {
        let at = self.at;
        choose(
            self.reading,
            &Wanted {
                key,
                at,
                stem,
                subject,
            },
        )
        .fitting()
    }

    /// The question with one right option.
    pub(crate) fn draft(&self, key: String, wrong: Vec<String>, stem: String, score: f32) -> Draft {
        let central = self.reading.centrality(self.reading.words(self.at));
        Draft {
            explanation: format!("The article’s answer is “{key}”."),
            score: score - 0.25 + 0.3 * central,
            stem,
            keys: vec![key],
            form: super::Form::One,
            wrong,
            evidence: self.reading.evidence(self.at),
        }
    }

    /// The auxiliary that goes before the subject, and what is said of it up to the token `end`.
    fn split(&self, end: usize) -> Option<(String, String)> {
        let verb = &self.clause.verb;
        let first = self.word(verb.tokens.start);
        if first.contains(['\'', '’']) {
            return None;
        }
        if verb.auxiliary.is_some() || self.tag(verb.main) == Tag::AUX && is_be(&first) {
            return Some((first, self.behind(verb.tokens.start + 1, end)));
        }
        let acts = acts(self.reading, self.at, verb.main..end)?;
        Some((self.support().to_owned(), in_form(&acts, Form::Base)))
    }

    /// The form of "do" that goes with the subject.
    pub(crate) fn support(&self) -> &'static str {
        match self.subject.number {
            _ if self.is_past() => "did",
            Number::Singular => "does",
            Number::Plural => "do",
        }
    }

    /// The words from a token on, without adverbs inside the verb.
    fn behind(&self, start: usize, end: usize) -> String {
        let verb = &self.clause.verb;
        let bare = (start..verb.tokens.end).filter(|token| self.tag(*token) != Tag::ADV);
        let words: Vec<String> = bare.map(|token| self.word(token)).collect();
        format!("{} {}", words.join(" "), self.words(verb.tokens.end..end))
            .trim()
            .to_owned()
    }

    /// Whether what stands behind an object is nothing, or a few words that go with the verb: "to
    /// the editor".
    pub(crate) fn is_addition(&self, behind: &Range<usize>) -> bool {
        let free = [
            "to", "from", "into", "with", "by", "at", "in", "on", "through", "across", "as",
        ];
        let (reading, at) = (self.reading, self.at);
        let Some(first) = reading.tokens(at)[..self.clause.rest.end].get(behind.start) else {
            return true;
        };
        let words = reading.run(at, behind.clone());
        // "Eighteen metres by three and is anchored": the next deed.
        let acts = reading.tokens(at)[behind.clone()]
            .iter()
            .any(|token| token.tag == Tag::AUX);
        let plain =
            !acts && !words.contains([',', '(', '—', '–', ';', ':']) && !words.contains(" that ");
        behind.len() < 9 && first.is_any(reading.text(at), &free) && plain
    }

    /// Those words with a blank before them; nothing where there are none.
    pub(crate) fn addition(&self, behind: Range<usize>) -> String {
        let words = self.words(behind);
        if words.is_empty() {
            words
        } else {
            format!(" {words}")
        }
    }

    /// Whether the verb, which has no auxiliary, stands in the past.
    pub(crate) fn is_past(&self) -> bool {
        // "Put the largest on top".
        !self.clause.is_order() && form_of(self.reading, self.at, self.clause) == Form::Past
    }

    fn word(&self, token: usize) -> String {
        self.reading.tokens(self.at)[token]
            .of(self.reading.text(self.at))
            .to_lowercase()
    }

    fn tag(&self, token: usize) -> Tag {
        self.reading.tokens(self.at)[token].tag
    }

    fn words(&self, run: Range<usize>) -> String {
        self.reading.run(self.at, run).to_owned()
    }
}

/// A word with which a clause inside a clause begins.
fn opens_clause(text: &str, token: Token) -> bool {
    const OPENING: &[&str] = &["if", "that", "when", "where", "which", "who"];
    token.tag == Tag::SCONJ || token.is_any(text, OPENING)
}

/// The form of a clause's verb that has no auxiliary: that of the past, or of the present for one or
/// several.
pub(crate) fn form_of(reading: &Reading<'_>, at: At, clause: &Clause) -> Form {
    let verb = reading.tokens(at)[clause.verb.main].of(reading.text(at));
    let forms = lemma::forms(verb);
    let present = match clause.number {
        Number::Singular => Form::Third,
        Number::Plural => Form::Base,
    };
    if forms.contains(&Form::Past) && !forms.contains(&present) {
        Form::Past
    } else {
        present
    }
}

/// "Joint procurement pools for goods, stockpiles of materials, and controls become": where an
/// enumeration goes on behind what is said, what was taken for the verb is one of its nouns.
fn is_cut_list(reading: &Reading<'_>, at: At, clause: &Clause) -> bool {
    let text = reading.text(at);
    let said = reading.run(at, clause.rest.clone());
    let joined = said.contains(" and ") || said.contains(" or ");
    let behind = &reading.tokens(at)[clause.rest.end..];
    let mut next = behind.iter().filter(|token| !token.is(text, ","));
    let goes_on = next
        .next()
        .is_some_and(|token| token.is_any(text, &["and", "or"]));
    said.contains(", ") && !joined && goes_on
}

/// "Spread quickly, and with good reason": what a comma and "and" add without a list is another thing
/// that is said, or a torn one.
fn has_afterthought(reading: &Reading<'_>, at: At, clause: &Clause) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let joins = |token: usize| {
        tokens
            .get(token)
            .is_some_and(|joint| joint.tag == Tag::CCONJ)
    };
    let added = |comma: &usize| tokens[*comma].is(text, ",") && joins(comma + 1);
    clause.rest.clone().filter(added).any(|comma| {
        let mut lists = reading.series(at).iter();
        !lists.any(|series| series.items.iter().any(|item| item.start == comma + 2))
    })
}

/// Whether what is said breaks off: "died the year before", "are likelier".
fn is_open(said: &str) -> bool {
    let last = said.rsplit(' ').next().unwrap_or_default();
    OPEN.contains(&last)
}

fn is_be(word: &str) -> bool {
    ["is", "are", "was", "were"].contains(&word)
}
