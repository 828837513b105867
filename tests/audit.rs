//! How good the questions of the seeds and of seven articles of other kinds are, held to what they
//! must be, or to what has been reached so far.
//!
//! A measure that is not where it must be stands in one table below; its bounds loosen only where
//! questions are no longer made that readers found wrong, and it leaves the table when its goal is
//! reached.

use std::fs;
use std::path::{Path, PathBuf};

use readback::article;
use readback::audit::{Audit, Goal, Row, table};
use readback::question;
use readback::shelf;

/// So many sessions of so many questions are drawn of each bank, as the command line does.
const SESSIONS: u64 = 20;
const QUESTIONS: usize = 8;

/// What has been reached of the goals that have not.
const REACHED: [Reached; 3] = [
    Reached::together("per_1000_words", Goal::Least(30.0)).and_in(8),
    Reached::together("kinds", Goal::Least(6.0)).and_in(9),
    Reached::together("largest_kind", Goal::Most(31.0)).and_in(11),
];

/// A bound for all files together, and how many files by themselves reach what they must.
struct Reached {
    name: &'static str,
    bound: Goal,
    files: usize,
}

impl Reached {
    const fn together(name: &'static str, bound: Goal) -> Reached {
        let files = 0;
        Reached { name, bound, files }
    }

    const fn and_in(self, files: usize) -> Reached {
        Reached { files, ..self }
    }

    fn holds(&self, row: &Row) -> bool {
        let files = row.files.len() - row.short().len();
        row.together.is_some_and(|value| self.bound.is_met(value)) && files >= self.files
    }
}

#[test]
fn what_was_reached_stays_reached() {
    let rows = rows();
    assert_eq!(rows[0].files.len(), 12, "five seeds and seven others");
    let complaints: Vec<String> = rows.iter().filter_map(complaint).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn the_table_names_measures_with_a_goal() {
    let rows = table(&[]);
    for reached in &REACHED {
        let row = rows.iter().find(|row| row.name == reached.name);
        assert!(
            row.is_some_and(|row| row.goal.is_some()),
            "{}",
            reached.name
        );
    }
}

fn complaint(row: &Row) -> Option<String> {
    let reached = REACHED.iter().find(|reached| reached.name == row.name);
    let good = row.is_reached() || reached.is_some_and(|reached| reached.holds(row));
    let (name, value, short) = (&row.name, row.together, row.short());
    let text = format!("{name} is {value:?}, and short of its goal in the files {short:?}");
    (!good).then_some(text)
}

fn rows() -> Vec<Row> {
    let mut files = [files("seeds"), files("tests/articles")].concat();
    files.sort();
    let audits: Vec<Audit> = files.iter().map(|file| audit(file)).collect();
    table(&audits)
}

fn audit(file: &Path) -> Audit {
    let bytes = fs::read(file).expect("the file was just listed");
    let name = file.to_string_lossy();
    let article = article::parse(&name, &bytes).article;
    let bank = question::bank(&article, &shelf::deks());
    let mut audit = Audit::of(&article, &bank);
    audit.differing = usize::from(question::bank(&article, &shelf::deks()) != bank);
    for seed in 0..SESSIONS {
        audit.sit(&question::draw(&bank.questions, seed, QUESTIONS, &[]));
    }
    audit
}

/// The articles that come with the project; a publisher may have added others to the seeds.
fn files(folder: &str) -> Vec<PathBuf> {
    const SEEDS: [&str; 5] = ["000_", "001_", "002_", "003_", "004_"];
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let paths = entries
        .expect("the folder comes with the project")
        .map(|entry| entry.expect("the folder can be read").path());
    let is_ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = name.ends_with(".txt") || name.ends_with(".md");
        text && (folder != "seeds" || SEEDS.iter().any(|seed| name.starts_with(seed)))
    };
    paths.filter(is_ours).collect()
}
