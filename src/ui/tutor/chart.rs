//! Drawings of figures: bars, shares and a grid of days, each with its name, its description and
//! the same figures as a table.
//!
//! Apart from what they show, and from colours: those are the style sheet's, so that a chart is
//! readable on any paper.

use super::node::{Element, Node, el};
use crate::words::{say, w};

/// The width of a drawing in its own units, which on a small screen are CSS pixels.
const WIDTH: usize = 280;

/// What a drawing is called.
#[derive(Clone, Copy)]
pub(super) struct Name<'a> {
    /// The id of what belongs to it begins so.
    pub(super) id: &'static str,
    /// What it shows.
    pub(super) title: &'a str,
}

/// One figure.
pub(super) struct Bar {
    /// A few characters, to stand under it.
    pub(super) label: String,
    /// What it is of, in full.
    pub(super) of: String,
    /// How many.
    pub(super) value: usize,
}

/// One share.
pub(super) struct Share {
    /// What it is of.
    pub(super) of: String,
    /// From 0 to 1.
    pub(super) share: f32,
    /// What it is held against.
    pub(super) mark: Option<f32>,
    /// It in words.
    pub(super) says: String,
}

/// One day.
pub(super) struct Cell {
    /// It in words.
    pub(super) says: String,
    /// How dark, from 0 to [`Cell::DARKEST`].
    pub(super) level: usize,
}

impl Cell {
    pub(super) const DARKEST: usize = 4;
}

/// Upright bars with their values above them.
pub(super) fn bars(name: Name<'_>, bars: &[Bar]) -> Element {
    const TALLEST: usize = 80;
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or(0).max(1);
    let pitch = WIDTH / bars.len().max(1);
    let told = bars.iter().filter(|bar| bar.value > 0);
    let told: Vec<_> = told
        .map(|bar| format!("{}: {}", bar.of, bar.value))
        .collect();
    let columns = bars.iter().enumerate().flat_map(|(at, bar)| {
        let left = at * pitch;
        let height = (bar.value * TALLEST).div_ceil(most);
        let top = TALLEST + 16 - height;
        let middle = left + pitch / 2;
        let value = (bar.value > 0).then(|| bar.value.to_string());
        [
            rect(left + 1, top, pitch - 2, height.max(1)),
            centred(middle, top - 4, value.unwrap_or_default()),
            centred(middle, TALLEST + 30, bar.label.clone()),
        ]
    });
    drawing(name, TALLEST + 36, told.join("; ")).all(columns)
}

/// Lying bars under their names, with a line where the mark is.
pub(super) fn shares(name: Name<'_>, shares: &[Share]) -> Element {
    const ROW: usize = 36;
    let told: Vec<_> = shares
        .iter()
        .map(|it| format!("{}: {}", it.of, it.says))
        .collect();
    let across = |share: f32| (share * WIDTH as f32).round() as usize;
    let rows = shares.iter().enumerate().flat_map(|(at, share)| {
        let top = at * ROW;
        let track = rect(0, top + 18, WIDTH, 8).with("fill", "currentColor");
        let mark = share.mark.map(|mark| {
            let left = across(mark).min(WIDTH - 2);
            rect(left, top + 15, 2, 14).with("fill", "currentColor")
        });
        let parts = [
            text(0, top + 12, share.of.clone()),
            text(WIDTH, top + 12, share.says.clone()).with("text-anchor", "end"),
            track.with("fill-opacity", "0.15"),
            rect(0, top + 18, across(share.share), 8),
        ];
        parts.into_iter().chain(mark)
    });
    drawing(name, shares.len() * ROW, told.join("; ")).all(rows)
}

/// Weeks as columns, with a line of words under them: where they begin, and where they end.
pub(super) fn grid(
    name: Name<'_>,
    says: String,
    weeks: &[Vec<Cell>],
    ends: [String; 2],
) -> Element {
    let pitch = WIDTH / weeks.len().max(1);
    let cells = weeks.iter().enumerate().flat_map(|(column, week)| {
        let cells = week.iter().enumerate();
        cells.map(move |(row, cell)| {
            let square = rect(column * pitch, row * pitch, pitch - 2, pitch - 2);
            let filled = match cell.level {
                0 => square
                    .with("fill", "currentColor")
                    .with("fill-opacity", "0.1"),
                level => square.with("fill-opacity", level as f32 / Cell::DARKEST as f32),
            };
            filled.add(el("title").add(&*cell.says))
        })
    });
    let [first, last] = ends;
    let line = 7 * pitch + 14;
    drawing(name, line + 6, says)
        .all(cells)
        .add(text(0, line, first))
        .add(text(weeks.len() * pitch - 2, line, last).with("text-anchor", "end"))
}

/// The figures of a drawing, to be opened. The first of each row names it.
pub(super) fn figures(name: Name<'_>, head: &[String], rows: Vec<Vec<String>>) -> Element {
    let table = table(
        head,
        rows.into_iter().map(|row| row.into_iter().map(Node::from)),
    );
    el("details")
        .with("id", format_args!("{}-figures", name.id))
        .add(el("summary").add(say(w::PROGRESS_TABLE)))
        .add(table.with("aria-labelledby", format_args!("{}-title", name.id)))
}

/// A table. The first of each row names it; the others are named by the head, where the screen is
/// too narrow for columns, too.
pub(super) fn table<R>(head: &[String], rows: impl IntoIterator<Item = R>) -> Element
where
    R: IntoIterator<Item = Node>,
{
    let heads = head
        .iter()
        .map(|name| el("th").with("scope", "col").add(&**name));
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().zip(head).enumerate();
        el("tr").all(cells.map(|(at, (cell, name))| match at {
            0 => el("th").with("scope", "row").add(cell),
            _ => el("td").with("data-name", name).add(cell),
        }))
    });
    el("table")
        .add(el("thead").add(el("tr").all(heads)))
        .add(el("tbody").all(rows))
}

fn drawing(name: Name<'_>, height: usize, says: String) -> Element {
    let [title, description] = ["title", "says"].map(|part| format!("{}-{part}", name.id));
    el("svg")
        .with("class", "chart")
        .with("viewBox", format_args!("0 0 {WIDTH} {height}"))
        .with("role", "img")
        .with("aria-labelledby", &title)
        .with("aria-describedby", &description)
        .add(el("title").with("id", title).add(name.title))
        .add(el("desc").with("id", description).add(says))
}

fn rect(left: usize, top: usize, width: usize, height: usize) -> Element {
    el("rect")
        .with("x", left)
        .with("y", top)
        .with("width", width)
        .with("height", height)
}

fn text(left: usize, base: usize, says: String) -> Element {
    el("text").with("x", left).with("y", base).add(says)
}

fn centred(middle: usize, base: usize, says: String) -> Element {
    text(middle, base, says).with("text-anchor", "middle")
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::ui::words::percent;

    const NAME: Name<'_> = Name {
        id: "due",
        title: "Due",
    };

    #[track_caller]
    fn check(chart: Element, expected: Expect) {
        expected.assert_eq(&Node::from(chart).to_string().replace("><", ">\n<"));
    }

    fn bar(label: &str, of: &str, value: usize) -> Bar {
        Bar {
            label: label.to_owned(),
            of: of.to_owned(),
            value,
        }
    }

    fn share(share: f32, mark: Option<f32>) -> Share {
        Share {
            of: "Names".to_owned(),
            share,
            mark,
            says: percent(share),
        }
    }

    #[test]
    fn bars_have_values_and_a_description() {
        let days = [bar("Mo", "Today", 4), bar("Tu", "Tuesday", 0)];
        check(
            bars(NAME, &days),
            expect![[r#"
            <svg class="chart" viewBox="0 0 280 116" role="img" aria-labelledby="due-title" aria-describedby="due-says">
            <title id="due-title">Due</title>
            <desc id="due-says">Today: 4</desc>
            <rect x="1" y="16" width="138" height="80">
            </rect>
            <text x="70" y="12" text-anchor="middle">4</text>
            <text x="70" y="110" text-anchor="middle">Mo</text>
            <rect x="141" y="96" width="138" height="1">
            </rect>
            <text x="210" y="92" text-anchor="middle">
            </text>
            <text x="210" y="110" text-anchor="middle">Tu</text>
            </svg>"#]],
        );
    }

    #[test]
    fn bars_of_nothing_are_drawn_flat() {
        let chart = Node::from(bars(NAME, &[bar("Mo", "Today", 0)])).to_string();
        assert!(chart.contains("height=\"1\""), "{chart}");
        assert!(chart.contains("<desc id=\"due-says\"></desc>"), "{chart}");
    }

    #[test]
    fn shares_stay_in_the_drawing() {
        check(
            shares(NAME, &[share(1.0, Some(1.0))]),
            expect![[r#"
            <svg class="chart" viewBox="0 0 280 36" role="img" aria-labelledby="due-title" aria-describedby="due-says">
            <title id="due-title">Due</title>
            <desc id="due-says">Names: 100%</desc>
            <text x="0" y="12">Names</text>
            <text x="280" y="12" text-anchor="end">100%</text>
            <rect x="0" y="18" width="280" height="8" fill="currentColor" fill-opacity="0.15">
            </rect>
            <rect x="0" y="18" width="280" height="8">
            </rect>
            <rect x="278" y="15" width="2" height="14" fill="currentColor">
            </rect>
            </svg>"#]],
        );
    }

    #[test]
    fn days_are_the_darker_the_more_they_have() {
        let cell = |level| Cell {
            says: format!("level {level}"),
            level,
        };
        let weeks = [vec![cell(0), cell(4)], vec![cell(2)]];
        let ends = ["then", "today"].map(str::to_owned);
        check(
            grid(NAME, "Most today".to_owned(), &weeks, ends),
            expect![[r#"
                <svg class="chart" viewBox="0 0 280 1000" role="img" aria-labelledby="due-title" aria-describedby="due-says">
                <title id="due-title">Due</title>
                <desc id="due-says">Most today</desc>
                <rect x="0" y="0" width="138" height="138" fill="currentColor" fill-opacity="0.1">
                <title>level 0</title>
                </rect>
                <rect x="0" y="140" width="138" height="138" fill-opacity="1">
                <title>level 4</title>
                </rect>
                <rect x="140" y="0" width="138" height="138" fill-opacity="0.5">
                <title>level 2</title>
                </rect>
                <text x="0" y="994">then</text>
                <text x="278" y="994" text-anchor="end">today</text>
                </svg>"#]],
        );
    }

    #[test]
    fn the_figures_stand_in_a_table_with_heads() {
        let head = ["Day", "Due"].map(str::to_owned);
        let rows = vec![vec!["Today".to_owned(), "4".to_owned()]];
        check(
            figures(NAME, &head, rows),
            expect![[r#"
            <details id="due-figures">
            <summary>As a table</summary>
            <table aria-labelledby="due-title">
            <thead>
            <tr>
            <th scope="col">Day</th>
            <th scope="col">Due</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <th scope="row">Today</th>
            <td data-name="Due">4</td>
            </tr>
            </tbody>
            </table>
            </details>"#]],
        );
    }
}
