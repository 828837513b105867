//! What the page shows of all attempts at once: a line for each article, and how much is due.
//!
//! Apart from the pages that the tutor writes: the Library is the page's own.

use std::collections::BTreeMap;

use crate::article::Slug;
use crate::question::QuestionId;
use crate::study::{
    Calendar, Facts, Ledger, Memories, Millis, Position, Progress, Schedule, Terms,
};
use crate::ui::tutor::message::Overview;
use crate::ui::words;
use crate::words::{count, fill, say, w};

/// What was done with an article.
pub(super) struct Line {
    pub(super) article: Slug,
    /// That in words.
    pub(super) says: String,
    /// How much of it was read, in percent.
    pub(super) read: usize,
    /// How many of its questions are due; nothing where it was never quizzed.
    pub(super) due: Option<usize>,
}

/// All of it, of all attempts.
pub(super) fn overview(
    ledger: &Ledger,
    progress: &Progress,
    memories: &Memories<'_>,
    can_be_asked: impl Fn(&Slug, &QuestionId) -> bool,
) -> Overview {
    let lines = lines(ledger, progress, memories, &can_be_asked).into_iter();
    Overview {
        lines: lines.map(|line| (line.article, line.says)).collect(),
        due: memories.schedule(can_be_asked).due.len(),
        notice: notice(ledger),
        closed: ledger.is_newer().then(|| say(w::TROUBLE_NEWER).to_owned()),
    }
}

/// Of each article that was begun or quizzed.
pub(super) fn lines(
    ledger: &Ledger,
    progress: &Progress,
    memories: &Memories<'_>,
    can_be_asked: &impl Fn(&Slug, &QuestionId) -> bool,
) -> Vec<Line> {
    let terms = memories.terms();
    let mut due: BTreeMap<&Slug, Option<usize>> = BTreeMap::new();
    for position in ledger.positions() {
        due.insert(&position.article, None);
    }
    for (slug, id, memory) in memories.all() {
        let is_due = memory.is_due(terms.today()) && can_be_asked(slug, id);
        *due.entry(slug).or_default().get_or_insert(0) += usize::from(is_due);
    }
    let line = |(slug, due): (&Slug, Option<usize>)| {
        let read = ledger.position(slug).map_or(0, Position::share);
        let share = (read > 0).then(|| fill(w::LIBRARY_READ, &[&read.to_string()]));
        let quizzed = progress.record(slug).into_iter().flat_map(|record| {
            let scores = Some(words::scores(&record)).filter(|scores| !scores.is_empty());
            let when = fill(w::FACT_QUIZZED, &[&day(record.when, terms)]);
            scores.into_iter().chain([when])
        });
        let told = due
            .filter(|due| *due > 0)
            .map(|due| fill(w::FACT_DUE, &[&due.to_string()]));
        Line {
            article: slug.clone(),
            says: words::join(share.into_iter().chain(quizzed).chain(told)),
            read,
            due,
        }
    };
    due.into_iter().map(line).collect()
}

/// What the reader should do about the stored values, where that is something.
fn notice(ledger: &Ledger) -> Option<String> {
    if ledger.is_newer() {
        return Some(fill(w::TROUBLE_SCORES, &[say(w::TROUBLE_NEWER)]));
    }
    let facts: Facts = ledger.facts();
    facts
        .wants_backup()
        .then(|| count(w::SCORES_CALL, facts.finished))
}

/// What to say where nothing is to be reviewed.
pub(super) fn nothing_due(schedule: &Schedule, terms: Terms<'_>) -> String {
    let Some(next) = schedule.next else {
        return say(w::REVIEW_NOTHING_YET).to_owned();
    };
    let start = next.start(terms.calendar);
    let day = match next.since(terms.today()) {
        0 | 1 => say(w::REVIEW_TOMORROW).to_owned(),
        2..=6 => fill(w::REVIEW_ON, &[&terms.calendar.weekday(start)]),
        _ => fill(w::REVIEW_ON, &[&terms.calendar.day_words(start)]),
    };
    match schedule.waiting {
        0 => fill(w::REVIEW_NOTHING, &[&day]),
        waiting => fill(w::REVIEW_ENOUGH, &[&waiting.to_string(), &day]),
    }
}

/// The day of a moment: "today", "yesterday", or the date.
pub(super) fn day(moment: Millis, terms: Terms<'_>) -> String {
    let calendar: &dyn Calendar = terms.calendar;
    let words = calendar.day_words(moment);
    let is_of = |ago: u64| {
        let then = Millis(terms.now.0.saturating_sub(ago * 86_400_000));
        words == calendar.day_words(then)
    };
    match (is_of(0), is_of(1)) {
        (true, _) => say(w::FACT_TODAY).to_owned(),
        (_, true) => say(w::FACT_YESTERDAY).to_owned(),
        _ => words,
    }
}
