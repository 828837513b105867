//! The statements of which a sentence consists, for where the whole is too long or leans on another.
//!
//! Apart from `quote`, which says of a run whether it can be understood by itself.

use std::ops::Range;

use crate::language::{Clause, Role, Tag, Token, lemma, lexicon};
use crate::question::clarity::{beginning, denies};
use crate::question::reading::{At, Reading};

/// Words behind a comma with which a statement of its own may begin; none of them makes it less true.
const JOINS: &[&str] = &[
    "although", "and", "because", "but", "since", "though", "whereas", "while", "yet",
];

/// Of those, what a denial before them may deny as well, "not built because the town was rich", and what may
/// go on behind the next "and": "do not heat it, because the wax would run, and the wall split".
const REASONS: &[&str] = &["because", "since"];

/// Verbs behind whose "that" stands what is so.
const FINDING: &[&str] = &[
    "confirm",
    "demonstrate",
    "discover",
    "establish",
    "find",
    "learn",
    "notice",
    "prove",
    "realise",
    "realize",
    "reveal",
    "show",
];

/// Words behind which something holds only then.
const SUPPOSING: &[&str] = &[
    "could", "if", "lest", "might", "once", "unless", "until", "when", "whenever", "whether",
    "would",
];

/// Words of what is only wished or thought of, where "but" follows.
const WISHED: &[&str] = &["could", "might", "should", "would"];

/// A statement of a sentence.
pub(super) struct Part {
    /// Up to the next one, or to the sentence's full stop.
    pub(super) run: Range<usize>,
    /// Its clause alone, where that is less and can be said for itself.
    pub(super) clause: Option<Range<usize>>,
}

impl Part {
    /// `None` where the run is no statement.
    fn of(reading: &Reading<'_>, at: At, run: Range<usize>) -> Option<Self> {
        let clause = reading.clause_in(at, run.clone())?;
        let begins = start_of(&clause) == run.start
            && !clause.is_order()
            && !is_relative(reading, at, &clause);
        // "Rents fell, because rich tenants could not pay them": they stand in what is cut off.
        let (text, tokens) = (reading.text(at), reading.tokens(at));
        let points = |token: &Token| token.is_any(text, &["it", "them", "they"]);
        if tokens[run.clone()].iter().any(points) {
            return None;
        }
        // "And severe reactions from 31 per cent of treated patients to 9 per cent".
        let verb = clause.verb.tokens.start;
        let acts = verb > run.start && tokens[verb - 1].tag != Tag::ADP;
        let less = alone(reading, at, &clause).filter(|less| *less != run);
        (begins && acts).then_some(Part { run, clause: less })
    }
}

/// Where a statement begins behind another.
struct Opening {
    /// What parts the two.
    mark: usize,
    start: usize,
    way: Way,
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// Behind a semicolon.
    Apart,
    /// Behind a colon, which says it as plainly unless the council "warned: the dam will fail".
    Explained,
    /// Behind a comma and "and" or its like.
    Joined,
    /// What something "shows that".
    Found,
}

impl Opening {
    fn at(reading: &Reading<'_>, at: At, mark: usize) -> Option<Self> {
        let (text, tokens) = (reading.text(at), reading.tokens(at));
        let next = tokens.get(mark + 1)?;
        // "Seeds do the same: several plants have coats that must be washed out."
        if tokens[mark].is(text, ":") {
            let marks = |token: &usize| tokens[*token].is_any(text, &[";", ":"]);
            let (start, last) = (mark + 1, tokens.len() - 1);
            let end = (start..last).find(marks).unwrap_or(last);
            let clause = reading.clause_in(at, start..end)?;
            return (start_of(&clause) == start && !clause.is_order()).then_some(Opening {
                mark,
                start,
                way: Way::Explained,
            });
        }
        if tokens[mark].is(text, ";") {
            let joined = usize::from(next.is_any(text, JOINS));
            return Some(Opening {
                mark,
                start: mark + 1 + joined,
                way: Way::Apart,
            });
        }
        if tokens[mark].is(text, ",") && next.is_any(text, JOINS) {
            let start = mark + 2;
            // "Clear rules, safeguards, and courts that judge".
            let mut listed = reading.series(at).iter().flat_map(|series| &series.items);
            if listed.any(|item| item.start == start) {
                return None;
            }
            let parts = |mark: &usize| {
                let joins = || tokens[*mark + 1].is_any(text, JOINS);
                tokens[*mark].is(text, ";") || tokens[*mark].is(text, ",") && joins()
            };
            let last = tokens.len() - 1;
            let end = (start..last).find(parts).unwrap_or(last);
            let clause = reading.clause_in(at, start..end)?;
            return (start_of(&clause) == start && !clause.is_order()).then_some(Opening {
                mark,
                start,
                way: Way::Joined,
            });
        }
        let found = tokens[mark].tag == Tag::VERB && next.is(text, "that") && next.tag != Tag::DET;
        let base = found.then(|| lemma::base(&tokens[mark].small(text)))??;
        FINDING.contains(&base.as_str()).then_some(Opening {
            mark,
            start: mark + 2,
            way: Way::Found,
        })
    }

    /// Whether what stands before, from `start` on, leaves it said for true by the article itself.
    fn is_stated(&self, reading: &Reading<'_>, at: At, start: usize) -> bool {
        if is_open(reading, at, self.mark) || reading.clause(at).is_some_and(Clause::is_order) {
            return false;
        }
        let before = start.min(self.mark)..self.mark;
        let denied = || denies(reading.run(at, before.clone()));
        let (text, tokens) = (reading.text(at), reading.tokens(at));
        match self.way {
            Way::Apart => true,
            _ if is_supposed(reading, at, before.clone()) => false,
            // "Nobody was right: the dam held".
            Way::Explained => !denied(),
            // "Wanted to show that", "did not show that".
            Way::Found => !denied() && tokens[self.mark - 1].tag != Tag::PART,
            Way::Joined if tokens[self.mark + 1].is_any(text, REASONS) => !denied(),
            // "In 1911 the mill closed, and the weavers left" in that year.
            Way::Joined => {
                let mut behind = before.clone().skip(1);
                let given = behind.any(|token| tokens[token].is_any(text, REASONS));
                !given && !is_led(reading, at, before)
            }
        }
    }
}

/// Whether quotation marks, dashes or brackets before a token are still open there.
fn is_open(reading: &Reading<'_>, at: At, token: usize) -> bool {
    let text = reading.text(at);
    let before = &reading.tokens(at)[..token];
    let count = |marks: &[&str]| before.iter().filter(|it| it.is_any(text, marks)).count();
    !count(&["\"", "“", "”", "—", "–"]).is_multiple_of(2) || count(&["("]) != count(&[")"])
}

/// Whether a run only supposes what follows it, or tells it as what somebody says.
fn is_supposed(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let says = |token: &Token| {
        let base = lemma::base(&token.small(text)).unwrap_or_default();
        lexicon::takes_that(&base) && !FINDING.contains(&base.as_str())
    };
    run.into_iter().any(|at| {
        let token = &tokens[at];
        // "Of 64,000 claims": the tagger takes some nouns for verbs.
        let counted = at > 0 && matches!(tokens[at - 1].tag, Tag::NUM | Tag::DET | Tag::ADJ);
        token.is_any(text, SUPPOSING)
            || token.is(text, "according")
            || token.tag == Tag::VERB && !counted && says(token)
    })
}

/// Whether a clause of the run holds at a time, in a place or on a condition that stand before it.
fn is_led(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let mut clauses = reading.clauses(at).iter();
    // Where the clause cannot be read, its first word tells.
    reading.tokens(at)[run.start].tag == Tag::ADP
        || clauses.any(|clause| {
            let lead = clause
                .lead
                .as_ref()
                .filter(|lead| run.contains(&lead.tokens.start));
            lead.is_some_and(|lead| !matches!(lead.role, Role::Cause | Role::Contrast))
        })
}

/// The statements of a sentence behind its first one, in order.
pub(super) fn later(reading: &Reading<'_>, at: At) -> Vec<Part> {
    let begins = beginning(reading, at);
    let end = reading.tokens(at).len().saturating_sub(1);
    let openings: Vec<Opening> = (begins + 1..end)
        .filter_map(|mark| Opening::at(reading, at, mark))
        .collect();
    let apart = |mark: usize| {
        let mut earlier = openings.iter().filter(|other| other.mark < mark);
        earlier
            .rfind(|other| matches!(other.way, Way::Apart | Way::Explained))
            .map_or(begins, |other| other.start)
    };
    let close = |start: usize| {
        let mut later = openings.iter().filter(|other| other.way != Way::Found);
        later
            .find(|other| other.mark > start)
            .map_or(end, |other| other.mark)
    };
    // "They found that she was right, and worked out a correction": that was done by those who found.
    let tokens = reading.tokens(at);
    let goes_on = |mark: &usize| {
        let verb = tokens
            .get(mark + 2)
            .is_some_and(|next| matches!(next.tag, Tag::VERB | Tag::AUX));
        tokens[*mark].is(reading.text(at), ",") && tokens[mark + 1].tag == Tag::CCONJ && verb
    };
    let end_of = |opening: &Opening| {
        let close = close(opening.start);
        let own = (opening.start..close).find(|mark| opening.way == Way::Found && goes_on(mark));
        own.unwrap_or(close)
    };
    openings
        .iter()
        .filter(|opening| opening.is_stated(reading, at, apart(opening.mark)))
        .filter_map(|opening| Part::of(reading, at, opening.start..end_of(opening)))
        .collect()
}

/// What a sentence says before it goes on with a comma to tell more of a noun: "the mill, which had stood there for a
/// century, burned" has no such end, "they built a mill, which burned" has.
pub(super) fn before_relative(reading: &Reading<'_>, at: At) -> Option<Range<usize>> {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let start = beginning(reading, at);
    let goes_on = |comma: &usize| {
        let relative =
            |token: &Token| token.is_any(text, &["where", "which", "who", "whom", "whose"]);
        let governed = tokens[comma + 1].tag == Tag::ADP && relative(&tokens[comma + 2]);
        tokens[*comma].is(text, ",") && (relative(&tokens[comma + 1]) || governed)
    };
    let comma = (start + 1..tokens.len().checked_sub(2)?).find(goes_on)?;
    let run = start..comma;
    let clause = reading.clause(at)?;
    // "It was flushed, and a gauge, which touches no water, was mounted".
    let joins = |pair: &[Token]| pair[0].is(text, ",") && pair[1].tag == Tag::CCONJ;
    let joined = tokens[run.clone()].windows(2).any(joins);
    let whole = start_of(clause) == start
        && clause.verb.main < comma
        && clause.verb.tokens.end + 1 < comma
        && ends_whole(tokens[comma - 1].tag)
        && !joined
        && !is_open(reading, at, comma)
        && !is_half_way(reading, at, &run);
    whole.then_some(run)
}

/// The main clause of a sentence that begins with it.
pub(super) fn main_clause(reading: &Reading<'_>, at: At) -> Option<Range<usize>> {
    let run = alone(reading, at, reading.clause(at)?)?;
    (run.start == beginning(reading, at)).then_some(run)
}

/// "Around the bay, where curlews rest, the mud dries", "and where curlews rest": what stands before the subject
/// only says more of another noun.
fn is_relative(reading: &Reading<'_>, at: At, clause: &Clause) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let relative = |token: &Token| token.is_any(text, &["where", "which", "who", "whose"]);
    tokens[start_of(clause)..clause.subject.start]
        .iter()
        .any(relative)
}

/// Where a clause begins with what stands before its subject.
fn start_of(clause: &Clause) -> usize {
    let lead = clause.lead.as_ref();
    lead.map_or(clause.subject.start, |lead| lead.tokens.start)
}

/// A clause up to its first adjunct behind, where it says something without what stands before and behind.
fn alone(reading: &Reading<'_>, at: At, clause: &Clause) -> Option<Range<usize>> {
    let run = start_of(clause)..clause.rest.end;
    // "Held that where a minister has answered the reader": and then?
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let opened = tokens[clause.rest.clone()].windows(2).any(|pair| {
        pair[0].is(text, "that")
            && pair[1].is_any(
                text,
                &[
                    "although", "because", "if", "once", "when", "where", "while",
                ],
            )
    });
    // "A reel recorded each January from 1957 to 1983": for how long is part of what is said of it.
    let is_from = |two: &[Token]| two[0].is(text, "from") && two[1].tag == Tag::NUM;
    let lasting = tokens[run.end..].windows(2).take(1).any(is_from);
    // "Requires every form to lapse after five years unless its use is justified": not every form.
    let bound = tokens[run.end..]
        .iter()
        .any(|token| token.is_any(text, &["except", "unless", "until"]));
    let whole = clause.rest.len() > 3
        && !opened
        && !lasting
        && !bound
        && !is_relative(reading, at, clause)
        && ends_whole(reading.tokens(at)[run.end - 1].tag)
        && !goes_on(reading, at, &run)
        && !is_half_way(reading, at, &run);
    whole.then_some(run)
}

/// Where a sentence of several statements has the first of them: up to a semicolon, or a comma before "and"
/// or its like and a clause of its own.
pub(super) fn first(reading: &Reading<'_>, at: At) -> Option<Range<usize>> {
    let start = beginning(reading, at);
    let mut marks = start + 1..reading.tokens(at).len() - 1;
    let mark = marks.find(|mark| {
        Opening::at(reading, at, *mark).is_some_and(|opening| opening.way != Way::Found)
    })?;
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    // "I should like to report an answer, but I have none".
    let turns = tokens
        .get(mark + 1)
        .is_some_and(|next| next.is_any(text, &["but", "yet"]));
    let wished = |token: &Token| token.is_any(text, WISHED);
    if turns && tokens[start..mark].iter().any(wished) {
        return None;
    }
    let mut clauses = reading.clauses(at).iter();
    let acts = clauses.any(|clause| {
        let run = start..mark;
        run.contains(&clause.subject.start) && run.contains(&clause.verb.main)
    });
    acts.then_some(start..mark)
}

/// Whether a run can end with a word: not "would break even only", nor "said that".
fn ends_whole(last: Tag) -> bool {
    matches!(
        last,
        Tag::NOUN | Tag::PROPN | Tag::NUM | Tag::ADJ | Tag::VERB
    )
}

/// "She arrived with a beam, weighed out the grain, and left": the last of several deeds was cut off.
fn goes_on(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let listed = tokens[run.clone()].iter().any(|token| token.is(text, ","));
    let mut behind = tokens[run.end..]
        .iter()
        .filter(|token| token.tag != Tag::ADV);
    let comma = behind.next().is_some_and(|next| next.is(text, ","));
    listed
        && comma
        && behind
            .next()
            .is_some_and(|next| next.is_any(text, &["and", "or"]))
}

/// "The share rose from 8 per cent" of "the share rose from 8 per cent in 2011 to 13 per cent": up to what was
/// cut off.
fn is_half_way(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let from = tokens[run.clone()]
        .iter()
        .rposition(|token| token.is(text, "from"));
    let to = |token: &Token| token.is(text, "to");
    from.is_some_and(|from| {
        !tokens[run.start + from..run.end].iter().any(to) && tokens[run.end..].iter().any(to)
    })
}
