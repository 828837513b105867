//! The table of an audit, for people in 100 columns and as JSON.
//!
//! Apart from the other reports because it is laid out in columns.

use std::io::{self, Write};

use readback::audit::{Audit, Fault, Goal, Row, Scope, Unit, table};
use readback::question::QuestionId;
use serde::Serialize;

use crate::arguments::Format;
use crate::audit::File;

/// The widest line.
const COLUMNS: usize = 100;

/// The width of a measure's name.
const TITLE: usize = 38;

/// What stands before a number that does not reach its goal.
const SHORT: &str = "!";

/// Prints what was found in the files.
pub(crate) fn print(out: &mut impl Write, files: &[File], format: Format) -> io::Result<()> {
    let audits: Vec<Audit> = files.iter().map(|file| file.audit.clone()).collect();
    let rows = table(&audits);
    match format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &AuditJson::new(files, &rows))?;
            writeln!(out)
        }
        Format::Person => person(out, files, &rows),
    }
}

fn person(out: &mut impl Write, files: &[File], rows: &[Row]) -> io::Result<()> {
    together(out, files.len(), rows)?;
    if files.len() > 1 {
        each(out, files, rows)?;
    }
    files.iter().try_for_each(|file| faults(out, file))
}

fn together(out: &mut impl Write, files: usize, rows: &[Row]) -> io::Result<()> {
    let heads = ["together", "must reach", "short of it"];
    let [value, goal, short] = heads;
    writeln!(out, "  {:TITLE$}{value:>12}  {goal:<16}{short}", "measure")?;
    for row in rows {
        let mark = if row.is_reached() { "" } else { SHORT };
        let value = number(row.unit, row.together) + unit(row.unit);
        let goal = row.goal.map(goal_text).unwrap_or_default();
        let short = match row.short().len() {
            0 => String::new(),
            some => format!("{some} of {files}"),
        };
        let line = format!("{mark:2}{:TITLE$}{value:>12}  {goal:<16}{short}", row.title);
        writeln!(out, "{}", line.trim_end())?;
    }
    let missed = rows.iter().filter(|row| !row.is_reached()).count();
    let goals = rows.iter().filter(|row| row.goal.is_some()).count();
    writeln!(
        out,
        "\n{} of {goals} reached; what is not is marked {SHORT}\n",
        goals - missed
    )
}

/// The same for each file, in as many columns as fit side by side.
fn each(out: &mut impl Write, files: &[File], rows: &[Row]) -> io::Result<()> {
    for (at, file) in files.iter().enumerate() {
        writeln!(out, "{:>4}  {}", at + 1, file.name)?;
    }
    let widest = rows
        .iter()
        .flat_map(|row| (0..files.len()).map(|at| cell(row, at).chars().count()));
    let width = widest.max().unwrap_or_default() + 1;
    let beside = ((COLUMNS - TITLE) / width).max(1);
    for start in (0..files.len()).step_by(beside) {
        let columns = start..files.len().min(start + beside);
        writeln!(out)?;
        let line = |title: &str, cells: &dyn Fn(usize) -> String| {
            let cells: String = columns
                .clone()
                .map(|at| format!("{:>width$}", cells(at)))
                .collect();
            format!("{title:TITLE$}{cells}")
        };
        writeln!(out, "{}", line("measure", &|at| (at + 1).to_string()))?;
        for row in rows {
            writeln!(out, "{}", line(&row.title, &|at| cell(row, at)))?;
        }
    }
    writeln!(out)
}

fn faults(out: &mut impl Write, file: &File) -> io::Result<()> {
    if file.found.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", file.name)?;
    for found in &file.found {
        writeln!(
            out,
            "  {} {}: {}",
            found.id,
            found.fault.title(),
            found.stem
        )?;
    }
    writeln!(out)
}

/// One file's value, marked where it is short of what each file must reach.
fn cell(row: &Row, at: usize) -> String {
    let value = row.files.get(at).copied().flatten();
    let mark = if row.short().contains(&at) { SHORT } else { "" };
    match (row.unit, value) {
        (Unit::Count, Some(0.0)) if mark.is_empty() => ".".to_owned(),
        (_, Some(value)) => format!("{mark}{value:.0}"),
        (_, None) => "-".to_owned(),
    }
}

fn number(unit: Unit, value: Option<f64>) -> String {
    match (unit, value) {
        (_, None) => "-".to_owned(),
        (Unit::Count, Some(value)) => format!("{value:.0}"),
        (Unit::Points, Some(value)) => format!("{value:+.1}"),
        (_, Some(value)) => format!("{value:.1}"),
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Count | Unit::PerThousandWords => "",
        Unit::Percent => " %",
        Unit::Points => " pt",
        Unit::Milliseconds => " ms",
    }
}

fn goal_text(goal: Goal) -> String {
    match goal {
        Goal::Least(least) => format!("at least {least}"),
        Goal::Most(most) => format!("at most {most}"),
        Goal::Between(least, most) => format!("{least} to {most}"),
    }
}

#[derive(Serialize)]
struct AuditJson<'a> {
    files: Vec<&'a str>,
    measures: Vec<MeasureJson<'a>>,
    faults: Vec<FaultJson<'a>>,
}

#[derive(Serialize)]
struct MeasureJson<'a> {
    name: &'a str,
    title: &'a str,
    unit: &'static str,
    at_least: Option<f64>,
    at_most: Option<f64>,
    of_each_file: bool,
    reached: bool,
    together: Option<f64>,
    files: &'a [Option<f64>],
}

#[derive(Serialize)]
struct FaultJson<'a> {
    file: &'a str,
    question: &'a QuestionId,
    fault: &'static str,
    stem: &'a str,
}

impl<'a> AuditJson<'a> {
    fn new(files: &'a [File], rows: &'a [Row]) -> Self {
        let faults = files.iter().flat_map(|file| {
            file.found.iter().map(|found| FaultJson {
                file: &file.name,
                question: &found.id,
                fault: fault_name(found.fault),
                stem: &found.stem,
            })
        });
        AuditJson {
            files: files.iter().map(|file| file.name.as_str()).collect(),
            measures: rows.iter().map(MeasureJson::new).collect(),
            faults: faults.collect(),
        }
    }
}

impl<'a> MeasureJson<'a> {
    fn new(row: &'a Row) -> Self {
        let (at_least, at_most) = match row.goal {
            Some(Goal::Least(least)) => (Some(least), None),
            Some(Goal::Most(most)) => (None, Some(most)),
            Some(Goal::Between(least, most)) => (Some(least), Some(most)),
            None => (None, None),
        };
        MeasureJson {
            name: &row.name,
            title: &row.title,
            unit: unit_name(row.unit),
            at_least,
            at_most,
            of_each_file: row.scope == Scope::EachFile,
            reached: row.is_reached(),
            together: row.together,
            files: &row.files,
        }
    }
}

fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "count",
        Unit::PerThousandWords => "per 1000 words",
        Unit::Percent => "percent",
        Unit::Points => "points",
        Unit::Milliseconds => "milliseconds",
    }
}

fn fault_name(fault: Fault) -> &'static str {
    match fault {
        Fault::Gate(gate) => gate.as_str(),
        Fault::Repeated => "repeated",
        Fault::Unfounded => "unfounded",
        Fault::Legible => "legible",
    }
}
