//! The four charts: what is to come, kinds of question, days, and what was remembered.
//!
//! Apart from how a chart is drawn.

use super::{Past, heading, quiet};
use crate::study::{Day, Memories, Remembered, Schedule, Score, Terms, Week};
use crate::ui::tutor::chart::{Bar, Cell, Name, Share, bars, figures, grid, shares};
use crate::ui::tutor::node::Node;
use crate::ui::words::{self, percent};
use crate::words::{Word, count, fill, say, w};

/// As many weeks as a small screen has room for.
const WEEKS: usize = 24;

/// What is due on each of the next days.
pub(super) fn forecast(schedule: &Schedule, terms: Terms<'_>) -> Vec<Node> {
    let name = Name {
        id: "forecast",
        title: say(w::PROGRESS_FORECAST),
    };
    let days: Vec<Bar> = (0..)
        .zip(schedule.forecast)
        .map(|(days, value)| day(days, value, terms))
        .collect();
    let rows = days
        .iter()
        .map(|bar| vec![bar.of.clone(), bar.value.to_string()]);
    let table = figures(
        name,
        &head([w::PROGRESS_DAY, w::PROGRESS_DUE]),
        rows.collect(),
    );
    vec![
        heading(w::PROGRESS_FORECAST),
        bars(name, &days).into(),
        table.into(),
    ]
}

/// The bar of the day so many days from now.
fn day(days: i32, value: usize, terms: Terms<'_>) -> Bar {
    let start = terms.today().plus(days).start(terms.calendar);
    let weekday = terms.calendar.weekday(start);
    let of = match days {
        0 => say(w::PROGRESS_TODAY).to_owned(),
        1 => say(w::PROGRESS_TOMORROW).to_owned(),
        2..=6 => weekday.clone(),
        _ => terms.calendar.day_words(start),
    };
    Bar {
        label: weekday.chars().take(2).collect(),
        of,
        value,
    }
}

/// Right answers by kind of question. Nothing where the kinds of no answers are known.
pub(super) fn kinds(past: &Past<'_>) -> Vec<Node> {
    let name = Name {
        id: "kinds",
        title: say(w::PROGRESS_KINDS),
    };
    let kind = |slug: &_, id: &_| past.question(slug, id).map(|question| question.kind);
    let scores = past.memories.accuracy(kind);
    if scores.is_empty() {
        return Vec::new();
    }
    let row = |(kind, score): &(_, Score)| {
        let share = score.right as f32 / score.of as f32;
        Share {
            of: words::kind(*kind).to_owned(),
            share,
            mark: None,
            says: told_share(*score, share),
        }
    };
    let rows: Vec<Share> = scores.iter().map(row).collect();
    let table = figures(
        name,
        &head([w::PROGRESS_KIND, w::PROGRESS_RIGHT]),
        told(&rows),
    );
    vec![
        heading(w::PROGRESS_KINDS),
        shares(name, &rows).into(),
        table.into(),
    ]
}

/// How many answers were given on each day of the last weeks.
pub(super) fn calendar(past: &Past<'_>) -> Vec<Node> {
    let name = Name {
        id: "days",
        title: say(w::PROGRESS_DAYS),
    };
    let calendar = past.terms.calendar;
    let today = past.terms.today();
    let weeks = past.memories.weeks(WEEKS);
    let date = |day: Day| calendar.day_words(day.start(calendar));
    let days = weeks.iter().flat_map(|week| week.until(today));
    let (busiest, most) = days
        .max_by_key(|(_, answers)| *answers)
        .unwrap_or((today, 0));
    let cells = weeks.iter().map(|week| {
        let days = week.until(today).map(|(day, answers)| Cell {
            says: format!("{}: {}", date(day), count(w::FACT_ANSWERS, answers)),
            level: (answers * Cell::DARKEST).div_ceil(most.max(1)),
        });
        days.collect()
    });
    let cells: Vec<Vec<Cell>> = cells.collect();
    let all: usize = weeks.iter().flat_map(|week| week.answers).sum();
    let all = count(w::FACT_ANSWERS, all);
    let says = fill(
        w::PROGRESS_BUSIEST,
        &[&all, &date(busiest), &most.to_string()],
    );
    let first = weeks.first();
    let ends = [
        first.map_or(String::new(), |week| date(week.start)),
        say(w::FACT_TODAY).to_owned(),
    ];
    let week_from = head([w::PROGRESS_WEEK]).to_vec();
    let head = [week_from, weekdays(&weeks, past.terms)].concat();
    let rows = weeks.iter().rev().map(|week| {
        let answers = week.until(today).map(|(_, answers)| answers.to_string());
        [date(week.start)].into_iter().chain(answers).collect()
    });
    let table = figures(name, &head, rows.collect());
    vec![
        heading(w::PROGRESS_DAYS),
        quiet(format!("{says}.")).into(),
        grid(name, says, &cells, ends).into(),
        table.into(),
    ]
}

/// The names of the days from Monday on.
fn weekdays(weeks: &[Week], terms: Terms<'_>) -> Vec<String> {
    let days = weeks
        .first()
        .into_iter()
        .flat_map(|week| (0..7).map(|days| week.start.plus(days)));
    days.map(|day| terms.calendar.weekday(day.start(terms.calendar)))
        .collect()
}

/// What was remembered, against what was expected to be.
pub(super) fn remembered(memories: &Memories<'_>) -> Vec<Node> {
    let name = Name {
        id: "remembered",
        title: say(w::PROGRESS_REMEMBERED),
    };
    let all = memories.remembered_in_all();
    let (Some(measured), Some(predicted)) = (all.measured(), all.predicted()) else {
        let none = quiet(say(w::PROGRESS_REMEMBERED_NONE));
        return vec![heading(w::PROGRESS_REMEMBERED), none.into()];
    };
    let answers = count(w::FACT_ANSWERS, all.of);
    let says = fill(
        w::PROGRESS_REMEMBERED_ALL,
        &[&answers, &percent(measured), &percent(predicted)],
    );
    let ranges = memories.remembered();
    let rows: Vec<Share> = (0..)
        .zip(&ranges)
        .filter_map(|(at, range)| share(at, range))
        .collect();
    let figures_of = |share: &Share| {
        let expected = share.mark.map(percent).unwrap_or_default();
        vec![share.of.clone(), expected, share.says.clone()]
    };
    let head = head([w::PROGRESS_ANSWERS, w::PROGRESS_EXPECTED, w::PROGRESS_RIGHT]);
    let table = figures(name, &head, rows.iter().map(figures_of).collect());
    vec![
        heading(w::PROGRESS_REMEMBERED),
        quiet(says).into(),
        shares(name, &rows).into(),
        table.into(),
    ]
}

/// The share of the range with that index; nothing where nothing falls into it.
fn share(at: usize, range: &Remembered) -> Option<Share> {
    let (measured, predicted) = (range.measured()?, range.predicted()?);
    let start = Remembered::RANGES[at].to_string();
    let of = match (at, Remembered::RANGES.get(at + 1)) {
        (0, Some(end)) => fill(w::PROGRESS_UNDER, &[&end.to_string()]),
        (_, Some(end)) => fill(w::PROGRESS_BETWEEN, &[&start, &end.to_string()]),
        (_, None) => fill(w::PROGRESS_OVER, &[&start]),
    };
    let score = Score {
        right: range.right,
        of: range.of,
    };
    Some(Share {
        of,
        share: measured,
        mark: Some(predicted),
        says: told_share(score, measured),
    })
}

fn told(shares: &[Share]) -> Vec<Vec<String>> {
    let rows = shares.iter();
    rows.map(|share| vec![share.of.clone(), share.says.clone()])
        .collect()
}

/// "5 of 8, 63%".
fn told_share(score: Score, share: f32) -> String {
    [words::score(score), percent(share)].join(", ")
}

fn head<const N: usize>(names: [Word; N]) -> [String; N] {
    names.map(|name| say(name).to_owned())
}
