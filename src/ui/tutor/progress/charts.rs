//! The four charts: what is to come, kinds of question, days, and what was remembered.
//!
//! Apart from how a chart is drawn.

use super::{Past, heading, quiet};
use crate::study::{Day, Memories, Remembered, Schedule, Terms, Week};
use crate::ui::tutor::chart::{Bar, Cell, Name, Share, bars, figures, grid, percent, shares};
use crate::ui::tutor::node::Node;
use crate::ui::words;

/// As many weeks as a small screen has room for.
const WEEKS: usize = 24;

/// What is due on each of the next days.
pub(super) fn forecast(schedule: &Schedule, terms: Terms<'_>) -> Vec<Node> {
    let name = Name {
        id: "forecast",
        title: "Due in the next 14 days",
    };
    let days: Vec<Bar> = (0..)
        .zip(schedule.forecast)
        .map(|(days, value)| day(days, value, terms))
        .collect();
    let rows = days
        .iter()
        .map(|bar| vec![bar.of.clone(), bar.value.to_string()]);
    let table = figures(name, &head(["Day", "Questions due"]), rows.collect());
    vec![heading(name.title), bars(name, &days).into(), table.into()]
}

/// The bar of the day so many days from now.
fn day(days: i32, value: usize, terms: Terms<'_>) -> Bar {
    let start = terms.today().plus(days).start(terms.calendar);
    let weekday = terms.calendar.weekday(start);
    let of = match days {
        0 => "Today".to_owned(),
        1 => "Tomorrow".to_owned(),
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
        title: "Right answers by kind of question",
    };
    let kind = |slug: &_, id: &_| past.question(slug, id).map(|question| question.kind);
    let scores = past.memories.accuracy(kind);
    if scores.is_empty() {
        return Vec::new();
    }
    let row = |(kind, score): &(_, crate::study::Score)| {
        let share = score.right as f32 / score.of as f32;
        Share {
            of: words::kind(*kind).to_owned(),
            share,
            mark: None,
            says: format!("{score}, {}", percent(share)),
        }
    };
    let rows: Vec<Share> = scores.iter().map(row).collect();
    let table = figures(name, &head(["Kind", "Right"]), told(&rows));
    vec![
        heading(name.title),
        shares(name, &rows).into(),
        table.into(),
    ]
}

/// How many answers were given on each day of the last weeks.
pub(super) fn calendar(past: &Past<'_>) -> Vec<Node> {
    let name = Name {
        id: "days",
        title: "Answers of the last 24 weeks",
    };
    let calendar = past.terms.calendar;
    let today = past.terms.today();
    let weeks = past.memories.weeks(WEEKS);
    let words = |day: Day| calendar.day_words(day.start(calendar));
    let days = weeks.iter().flat_map(|week| week.until(today));
    let (busiest, most) = days
        .max_by_key(|(_, answers)| *answers)
        .unwrap_or((today, 0));
    let cells = weeks.iter().map(|week| {
        let days = week.until(today).map(|(day, answers)| Cell {
            says: format!("{}: {}", words(day), words::count(answers, "answer")),
            level: (answers * Cell::DARKEST).div_ceil(most.max(1)),
        });
        days.collect()
    });
    let cells: Vec<Vec<Cell>> = cells.collect();
    let all: usize = weeks.iter().flat_map(|week| week.answers).sum();
    let says = format!(
        "{} in all; most on {}: {most}",
        words::count(all, "answer"),
        words(busiest)
    );
    let ends = [
        weeks
            .first()
            .map_or(String::new(), |week| words(week.start)),
        "today".to_owned(),
    ];
    let head = [vec!["Week from".to_owned()], weekdays(&weeks, past.terms)].concat();
    let rows = weeks.iter().rev().map(|week| {
        let answers = week.until(today).map(|(_, answers)| answers.to_string());
        [words(week.start)].into_iter().chain(answers).collect()
    });
    let table = figures(name, &head, rows.collect());
    vec![
        heading(name.title),
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
        title: "Remembered on a later day",
    };
    let all = memories.remembered_in_all();
    let (Some(measured), Some(predicted)) = (all.measured(), all.predicted()) else {
        let none =
            "Nothing yet: this holds answers given on a later day against what was expected.";
        return vec![heading(name.title), quiet(none).into()];
    };
    let says = format!(
        "{}: {} right, {} expected. The line marks what was expected.",
        words::count(all.of, "answer"),
        percent(measured),
        percent(predicted)
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
    let head = head(["Answers", "Expected", "Right"]);
    let table = figures(name, &head, rows.iter().map(figures_of).collect());
    vec![
        heading(name.title),
        quiet(says).into(),
        shares(name, &rows).into(),
        table.into(),
    ]
}

/// The share of the range with that index; nothing where nothing falls into it.
fn share(at: usize, range: &Remembered) -> Option<Share> {
    let (measured, predicted) = (range.measured()?, range.predicted()?);
    let of = match (at, Remembered::RANGES.get(at + 1)) {
        (0, Some(end)) => format!("Expected under {end}%"),
        (_, Some(end)) => format!("Expected {} to {end}%", Remembered::RANGES[at]),
        (_, None) => format!("Expected {}% or more", Remembered::RANGES[at]),
    };
    Some(Share {
        of,
        share: measured,
        mark: Some(predicted),
        says: format!("{} of {}, {}", range.right, range.of, percent(measured)),
    })
}

fn told(shares: &[Share]) -> Vec<Vec<String>> {
    let rows = shares.iter();
    rows.map(|share| vec![share.of.clone(), share.says.clone()])
        .collect()
}

fn head<const N: usize>(names: [&str; N]) -> [String; N] {
    names.map(str::to_owned)
}
