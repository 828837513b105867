//! Whom or what a pronoun means, where only one can be meant.
//!
//! Apart from `clarity`, which refuses what points elsewhere: here a pronoun gets its name back.

mod person;

use std::ops::Range;

use crate::language::{Clause, Number, Phrase, Stem, Tag, lexicon, stems};

use super::clarity::{lacks, points, stands_alone};
use super::definite::is_summary_noun;
use super::reading::{At, Reading};
use person::person;

/// The most words of a subject.
const LONGEST: usize = 16;

/// The most words that stand for a pronoun.
const SHORT: usize = 6;

/// Words that set a thing apart from others told of before: "a final axis", "another reason".
const RELATIVE: &[&str] = &[
    "additional",
    "another",
    "both",
    "certain",
    "few",
    "final",
    "first",
    "former",
    "further",
    "last",
    "latter",
    "many",
    "most",
    "next",
    "other",
    "same",
    "second",
    "several",
    "some",
    "such",
    "third",
    "various",
];

/// Words for any one of several.
const EACH: &[&str] = &["any", "each", "every", "no"];

/// Behind a verb these make another of it: "took over".
const PARTICLES: &[&str] = &[
    "away", "back", "down", "in", "off", "on", "out", "over", "up",
];

/// Words of which a subject that a question can name has none.
const NO_PART: &[&str] = &["because", "if", "my", "our", "when", "where", "while"];

/// A subject that a question can name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Subject {
    /// Its words, without a capital that only began the sentence.
    pub(crate) text: String,
    pub(crate) number: Number,
    pub(crate) is_person: bool,
    /// The stem of its noun.
    pub(crate) stem: Option<Stem>,
    /// The pronoun that can stand for it further on; empty where none surely can.
    pub(crate) pronoun: &'static str,
    /// Where the subject stands in what comes before its clause: "when states meet, they agree".
    pub(crate) ahead: Option<Range<usize>>,
}

impl Subject {
    /// The subject of a clause; `None` where it cannot be told.
    pub(crate) fn of(reading: &Reading<'_>, at: At, clause: &Clause) -> Option<Self> {
        if clause.is_order() {
            return Some(Subject::new("you", Number::Plural, true, "you"));
        }
        let word = reading.tokens(at)[clause.head]
            .of(reading.text(at))
            .to_lowercase();
        match word.as_str() {
            "i" if reading.voices().interviewed => None,
            "i" => Some(Subject::new("the author", Number::Singular, true, "")),
            "you" => Some(Subject::new("you", Number::Plural, true, "you")),
            "he" | "she" => person(reading, at, clause.head),
            "it" | "they" => {
                ahead(reading, at, clause).or_else(|| subject_before(reading, at, clause))
            }
            "we" | "this" | "these" | "that" | "those" => None,
            _ => Subject::stated(reading, at, clause),
        }
    }

    /// Whether nothing in a run points elsewhere than to the subject.
    pub(crate) fn covers(&self, reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
        let (text, tokens) = (reading.text(at), reading.tokens(at));
        let marks = ['"', '“', '”', '[', ']', '(', ')', '—', '–', '*', '?', '!'];
        let start = run.start;
        let clear = |token: usize| {
            self.means(tokens[token].of(text))
                || !points(text, tokens[token]) && !lacks(reading, at, start, token)
        };
        !reading.run(at, run.clone()).contains(marks) && run.into_iter().all(clear)
    }

    /// Whether a pronoun can mean the subject.
    fn means(&self, word: &str) -> bool {
        match word.to_lowercase().as_str() {
            "they" | "them" | "their" | "themselves" => self.number == Number::Plural,
            "it" | "its" | "itself" => self.pronoun == "it",
            "his" | "himself" => self.pronoun == "he",
            "her" | "herself" => self.pronoun == "she",
            "you" | "your" | "yourself" => self.pronoun == "you",
            _ => false,
        }
    }

    fn new(text: &str, number: Number, is_person: bool, pronoun: &'static str) -> Self {
        let stem = stems(text).into_last().filter(|_| pronoun != "you");
        Subject {
            text: text.to_owned(),
            number,
            is_person,
            stem,
            pronoun,
            ahead: None,
        }
    }

    fn stated(reading: &Reading<'_>, at: At, clause: &Clause) -> Option<Self> {
        let run = clause.subject.clone();
        let text = reading.lowered(at, run.clone());
        let listed = reading
            .series(at)
            .iter()
            .any(|series| series.items[0].start == run.start);
        let short = text.split_whitespace().count() <= LONGEST && (listed || !text.contains(','));
        // "The first survey of the bay" needs no second one.
        let ranked = reading
            .tokens(at)
            .get(clause.head + 1)
            .is_some_and(|next| next.is(reading.text(at), "of"));
        let relative = reading.tokens(at)[run.start..clause.head]
            .iter()
            .any(|token| {
                let rank = token.is_any(reading.text(at), &["first", "last"]);
                token.is_any(reading.text(at), RELATIVE) && !(rank && ranked)
            });
        // "Serious measurement started when the institute" was read too far; "what do my friends in business do?"
        let opened = reading.tokens(at)[run.clone()]
            .iter()
            .any(|token| token.is_any(reading.text(at), NO_PART));
        let clear = short
            && !relative
            && !opened
            && !text.contains(['(', '—', '–'])
            && stands_alone(reading, at, run.clone());
        let first = reading.tokens(at)[run.start];
        let begins = first.of(reading.text(at));
        let capital = clause.number == Number::Plural
            && first.tag == Tag::PROPN
            && !reading.is_name(begins)
            && !reading.is_person(begins);
        let clear = clear && !capital;
        let token = reading.tokens(at)[clause.head];
        let head = token.of(reading.text(at));
        let is_person =
            lexicon::is_person(head) || token.tag == Tag::PROPN && reading.is_person(head);
        let pronoun = match clause.number {
            Number::Plural => "they",
            Number::Singular if is_person => "",
            Number::Singular => "it",
        };
        clear.then(|| Subject {
            text,
            number: clause.number,
            is_person,
            stem: stems(head).into_first(),
            pronoun,
            ahead: None,
        })
    }
}

/// What a pronoun means in a quotation: "[Agnes Pockels]"; `None` where it cannot be told.
pub(crate) fn meaning(reading: &Reading<'_>, at: At, token: usize) -> Option<String> {
    let word = reading.tokens(at)[token]
        .of(reading.text(at))
        .to_lowercase();
    // "For her funeral the ferry stopped".
    let before_noun = reading
        .tokens(at)
        .get(token + 1)
        .is_some_and(|next| matches!(next.tag, Tag::NOUN | Tag::ADJ));
    let owner = matches!(word.as_str(), "his" | "hers")
        || word == "her" && (before_noun || reading.phrase_over(at, token));
    match word.as_str() {
        "he" | "him" | "his" | "she" | "her" | "hers" => {
            let meant = person(reading, at, token)?;
            Some(if owner {
                format!("{}’s", meant.text)
            } else {
                meant.text
            })
        }
        "it" | "they" => {
            let clause = reading
                .clauses(at)
                .iter()
                .find(|clause| clause.head == token)?;
            subject_before(reading, at, clause).map(|meant| meant.text)
        }
        "its" | "their" => {
            let first = reading.clause(at)?;
            let number = if word == "its" {
                Number::Singular
            } else {
                Number::Plural
            };
            let begins = first.subject.start == token;
            // Of "the experience of the town" it may be the town's.
            let meant = begins
                .then(|| subject_going_on(reading, at, number))?
                .filter(|meant| !meant.text.contains(" of "))?;
            let mark = if meant.number == Number::Plural && meant.text.ends_with('s') {
                "’"
            } else {
                "’s"
            };
            Some(format!("{}{mark}", meant.text))
        }
        _ => None,
    }
}

/// "When states meet, they agree": the subject stands in the clause before.
fn ahead(reading: &Reading<'_>, at: At, clause: &Clause) -> Option<Subject> {
    let lead = clause.lead.as_ref()?;
    let inner = reading
        .clause_in(at, lead.body..lead.tokens.end)
        .filter(|inner| inner.number == clause.number)?;
    let rival = reading.phrases(at).iter().any(|phrase| {
        phrase.tokens.start >= inner.subject.end
            && phrase.tokens.end <= lead.tokens.end
            && clause.number == Number::Singular
            && phrase.number(reading.text(at), reading.tokens(at)) == Number::Singular
    });
    let subject = Subject::of(reading, at, &inner).filter(|_| !rival)?;
    (clause.number == Number::Plural || !subject.is_person).then(|| Subject {
        ahead: Some(inner.subject.clone()),
        ..subject
    })
}

/// What "it" or "they" mean as the subject of a sentence.
fn subject_before(reading: &Reading<'_>, at: At, clause: &Clause) -> Option<Subject> {
    let first = reading.clause(at).is_some_and(|first| first == clause);
    let spoken_of = first && !is_empty_it(reading, at, clause.head);
    spoken_of.then(|| subject_going_on(reading, at, clause.number))?
}

/// The subject of the sentence before, in that number, when that sentence holds nothing else that could be
/// meant, or is itself about what the article speaks of again and again (a subject goes on as the next one's:
/// Grosz, Joshi and Weinstein 1995, "Centering").
fn subject_going_on(reading: &Reading<'_>, at: At, number: Number) -> Option<Subject> {
    let before = At {
        sentence: at.sentence.checked_sub(1)?,
        ..at
    };
    let other = reading.clause(before)?;
    let same = other.number == number && !other.is_order();
    let short = other.subject.len() <= SHORT;
    let subject = Subject::of(reading, before, other).filter(|_| same && short)?;
    let (text, tokens) = (reading.text(before), reading.tokens(before));
    let behind = || {
        let phrases = reading.phrases(before).iter();
        phrases.filter(|phrase| phrase.tokens.start >= other.subject.end)
    };
    // "In the barley", but not "of an imported product".
    let aside = |phrase: &Phrase| {
        let governed = phrase.tokens.start.checked_sub(1).map(|at| tokens[at]);
        governed.is_some_and(|it| it.tag == Tag::ADP && !it.is(text, "of"))
    };
    // "The region has an assembly. It has fifty seats": what is new is spoken of next.
    let introduced = |phrase: &Phrase| {
        let own = &tokens[phrase.tokens.clone()];
        let new =
            own[0].is_any(text, &["a", "an"]) || own.iter().any(|token| token.is(text, "own"));
        new && number == Number::Singular
    };
    let rival = |phrase: &Phrase| phrase.number(text, tokens) == number;
    // Of a place with a name the next sentence may speak as well.
    let named = tokens[..other.subject.start]
        .iter()
        .chain(&tokens[other.subject.end..])
        .any(|token| token.tag == Tag::PROPN)
        && number == Number::Singular;
    let of_a_name = || tokens[other.head].tag == Tag::PROPN;
    let central = || subject.stem.is_some_and(|stem| reading.is_central(stem));
    // "Each descent of the bucket restores four hours": of what does the next sentence speak?
    let whole = !subject.text.contains(" of ") && !tokens[other.subject.start].is_any(text, EACH);
    let lone = whole && is_lone(reading, before, other);
    let clear = match () {
        () if lone && tells_what_it_is(reading, before, other) => true,
        () if lone && (is_titular(reading, before, other) || of_a_name() && central()) => {
            !behind().any(|it| introduced(it) && !aside(it))
        }
        () if named || behind().any(introduced) => false,
        () => central() || !behind().any(|it| rival(it) && !(lone && aside(it))),
    };
    let fits = number == Number::Plural || !subject.is_person;
    (clear && fits).then_some(subject)
}

/// Whether the title names what a clause is about: then the next sentence goes on about it.
fn is_titular(reading: &Reading<'_>, at: At, clause: &Clause) -> bool {
    let head = reading.tokens(at)[clause.head].of(reading.text(at));
    let mut titled = reading.article.title.split(|c: char| !c.is_alphanumeric());
    head.len() > 2 && titled.any(|word| word.eq_ignore_ascii_case(head))
}

/// Whether a sentence makes no second statement, of which the next sentence could go on to speak.
fn is_lone(reading: &Reading<'_>, at: At, clause: &Clause) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let mut marks = tokens.iter().enumerate();
    let joined = marks.any(|(at, token)| {
        let next = tokens.get(at + 1);
        token.is_any(text, &[";", ":"])
            || token.is(text, ",") && next.is_some_and(|next| next.tag == Tag::CCONJ)
    });
    // "The leat is a channel and the mill drives a saw".
    let mut clauses = reading.clauses(at).iter().skip(1);
    let second = clauses.any(|other| {
        let before = other.subject.start.checked_sub(1);
        before.is_some_and(|before| tokens[before].tag == Tag::CCONJ)
    });
    clause.lead.is_none() && !joined && !second
}

/// "The leat is a channel that leaves the river": what is told of there is the subject, and what stands behind is only
/// what it is; but "the answer is a tax" goes on about the tax.
fn tells_what_it_is(reading: &Reading<'_>, at: At, clause: &Clause) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let head = tokens[clause.head].of(text);
    let is = clause.verb.tokens.len() == 1 && tokens[clause.verb.main].is_any(text, &["is", "was"]);
    let what = tokens.get(clause.rest.start);
    is && what.is_some_and(|what| what.is_any(text, &["a", "an", "the"])) && !is_summary_noun(head)
}

/// "It is tempting to", "it had been noticed that", "it takes", "it seems": stands for nothing.
pub(super) fn is_empty_it(reading: &Reading<'_>, at: At, token: usize) -> bool {
    let Some(clause) = reading
        .clauses(at)
        .iter()
        .find(|clause| clause.head == token)
    else {
        return false;
    };
    let rest = reading.run(at, clause.rest.clone());
    let verb = reading.run(at, clause.verb.tokens.clone()).to_lowercase();
    let text = reading.text(at);
    let first = reading.tokens(at).get(clause.verb.tokens.end);
    let is_first = |words: &[&str]| first.is_some_and(|first| first.is_any(text, words));
    let behind = reading.run(at, clause.verb.tokens.end..reading.tokens(at).len());
    let goes_on = || {
        let mut words = [" to ", " until ", " before "].into_iter();
        words.any(|word| behind.contains(word))
    };
    let begins = |words: &[&str]| words.iter().any(|word| verb.starts_with(word));
    let empty = match () {
        // "It took him a year to leave", but not "it took down the signs".
        () if begins(&["take", "took"]) => !is_first(PARTICLES) && goes_on(),
        () if begins(&["turn"]) => is_first(&["out"]),
        () if begins(&["fell"]) => is_first(&["to"]),
        () => begins(&["seem", "appear", "happen", "rain", "follow"]),
    };
    let clausal = [" to ", " that ", " who ", " whether "]
        .iter()
        .any(|word| format!(" {rest} ").contains(word));
    empty || clausal && ["is", "was"].contains(&verb.as_str())
}
