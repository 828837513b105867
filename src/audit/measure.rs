//! The table: every measure, what it must reach, and what was reached.
//!
//! Apart from the counting, so that a goal stands in one place, whoever prints or tests it.

use crate::question::KindName;

use super::{Audit, Cheat, Fault, Gate};

/// One measure over several files.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The word that stands for it in JSON; distinct in a table.
    pub name: String,
    /// What it measures, in a few words.
    pub title: String,
    /// In what it is counted.
    pub unit: Unit,
    /// What it must reach; `None` where it is only told.
    pub goal: Option<Goal>,
    /// Of what the goal must be reached.
    pub scope: Scope,
    /// All files together; `None` where there was nothing to measure.
    pub together: Option<f64>,
    /// Each file.
    pub files: Vec<Option<f64>>,
}

/// In what a measure is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Whole things.
    Count,
    /// Things per 1,000 words.
    PerThousandWords,
    /// Hundredths.
    Percent,
    /// Hundredths more than by chance.
    Points,
    /// Thousandths of a second.
    Milliseconds,
}

/// What a measure must reach, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// At least this.
    Least(f64),
    /// At most this.
    Most(f64),
    /// From the one to the other.
    Between(f64, f64),
}

/// Of what a goal must be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Of every file by itself.
    EachFile,
    /// Of all files together: one alone has too few questions to tell.
    Together,
}

type Value = Box<dyn Fn(&Audit) -> Option<f64>>;

/// A measure that has not been taken yet.
struct Measure {
    name: &'static str,
    title: &'static str,
    unit: Unit,
    goal: Option<(Goal, Scope)>,
    value: Value,
}

/// The whole table over these files.
pub fn table(files: &[Audit]) -> Vec<Row> {
    let mut together = Audit::default();
    files.iter().for_each(|file| together.add(file));
    let measures = [amounts(), kinds(), faults(), marks(), cheats(), costs()];
    let take = |measure: Measure| Row {
        name: measure.name.to_owned(),
        title: measure.title.to_owned(),
        unit: measure.unit,
        goal: measure.goal.map(|(goal, _)| goal),
        scope: measure.goal.map_or(Scope::Together, |(_, scope)| scope),
        together: (measure.value)(&together),
        files: files.iter().map(&measure.value).collect(),
    };
    measures.into_iter().flatten().map(take).collect()
}

impl Row {
    /// Whether its goal is reached; a measure without one, or of nothing, has reached it.
    pub fn is_reached(&self) -> bool {
        self.is_met(self.together) && (self.scope == Scope::Together || self.short().is_empty())
    }

    /// Which files do not reach by themselves what each must.
    pub fn short(&self) -> Vec<usize> {
        let files = self.files.iter().enumerate();
        match self.scope {
            Scope::EachFile => files
                .filter(|(_, value)| !self.is_met(**value))
                .map(|(at, _)| at)
                .collect(),
            Scope::Together => Vec::new(),
        }
    }

    fn is_met(&self, value: Option<f64>) -> bool {
        match (self.goal, value) {
            (Some(goal), Some(value)) => goal.is_met(value),
            _ => true,
        }
    }
}

impl Goal {
    /// Whether a value reaches it.
    pub fn is_met(self, value: f64) -> bool {
        match self {
            Goal::Least(least) => value >= least,
            Goal::Most(most) => value <= most,
            Goal::Between(least, most) => (least..=most).contains(&value),
        }
    }
}

fn amounts() -> Vec<Measure> {
    use Unit::{Count, PerThousandWords, Percent};
    vec![
        told("words", "words", Count, |audit| count(audit.words)),
        told("questions", "questions", Count, |audit| {
            count(audit.questions())
        }),
        told(
            "per_1000_words",
            "questions per 1,000 words",
            PerThousandWords,
            |audit| {
                let words = (audit.words > 0).then_some(audit.words as f64)?;
                Some(1000.0 * audit.questions() as f64 / words)
            },
        )
        .each(Goal::Least(24.0)),
        told("sections", "sections with a question", Percent, |audit| {
            audit.sections.percent()
        })
        .each(Goal::Least(100.0)),
        told("kinds", "kinds", Count, |audit| count(audit.kinds.len())).each(Goal::Least(6.0)),
        told("largest_kind", "the largest kind", Percent, |audit| {
            let largest = *audit.kinds.values().max()?;
            Some(100.0 * largest as f64 / audit.questions() as f64)
        })
        .each(Goal::Most(35.0)),
    ]
}

fn kinds() -> Vec<Measure> {
    let kinds = KindName::ALL.into_iter();
    kinds
        .map(|kind| {
            told(kind.as_str(), kind.as_str(), Unit::Count, move |audit| {
                count(audit.kinds.get(&kind).copied().unwrap_or_default())
            })
        })
        .collect()
}

fn faults() -> Vec<Measure> {
    let all = told("flaws", "flaws after the gates", Unit::Count, |audit| {
        count(
            Gate::ALL
                .iter()
                .map(|gate| audit.count(Fault::Gate(*gate)))
                .sum(),
        )
    });
    let gates = Gate::ALL
        .iter()
        .map(|&gate| fault(gate.as_str(), Fault::Gate(gate)));
    let others = [
        fault("repeated", Fault::Repeated),
        fault("legible", Fault::Legible),
        told(
            "differing",
            "banks that differ between runs",
            Unit::Count,
            |audit| count(audit.differing),
        )
        .each(Goal::Most(0.0)),
    ];
    [all.each(Goal::Most(0.0))]
        .into_iter()
        .chain(gates)
        .chain(others)
        .collect()
}

fn marks() -> Vec<Measure> {
    vec![
        told(
            "evidence",
            "evidence holds the key",
            Unit::Percent,
            |audit| audit.founded.percent(),
        )
        .each(Goal::Least(100.0)),
        told("not_names", "not about names", Unit::Percent, |audit| {
            audit.not_names.percent()
        }),
        told(
            "claims_true",
            "claims that are true",
            Unit::Percent,
            |audit| audit.claims.percent(),
        )
        .all(Goal::Between(45.0, 55.0)),
    ]
}

fn cheats() -> Vec<Measure> {
    let cheats = Cheat::ALL.into_iter();
    cheats
        .map(|cheat| {
            let measure = told(cheat.as_str(), cheat.title(), Unit::Points, move |audit| {
                audit.cheats.get(&cheat).and_then(|gain| gain.points())
            });
            match cheat {
                // Who has the paragraph before him is meant to do well.
                Cheat::OpenBook => measure,
                _ => measure.all(Goal::Most(5.0)),
            }
        })
        .collect()
}

fn costs() -> Vec<Measure> {
    let time = |audit: &Audit| Some(audit.time.as_secs_f64() * 1000.0);
    vec![told(
        "time",
        "time to make the bank",
        Unit::Milliseconds,
        time,
    )]
}

/// A measure without a goal.
fn told(
    name: &'static str,
    title: &'static str,
    unit: Unit,
    value: impl Fn(&Audit) -> Option<f64> + 'static,
) -> Measure {
    Measure {
        name,
        title,
        unit,
        goal: None,
        value: Box::new(value),
    }
}

/// A fault that no question may have.
fn fault(name: &'static str, fault: Fault) -> Measure {
    told(name, fault.title(), Unit::Count, move |audit| {
        count(audit.count(fault))
    })
    .each(Goal::Most(0.0))
}

impl Measure {
    fn each(self, goal: Goal) -> Measure {
        Measure {
            goal: Some((goal, Scope::EachFile)),
            ..self
        }
    }

    fn all(self, goal: Goal) -> Measure {
        Measure {
            goal: Some((goal, Scope::Together)),
            ..self
        }
    }
}

fn count(number: usize) -> Option<f64> {
    Some(number as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::{Gain, Share};

    fn row(files: &[Audit], name: &str) -> Row {
        let mut rows = table(files).into_iter();
        rows.find(|row| row.name == name)
            .expect("the measure exists")
    }

    fn asked(kinds: &[(KindName, usize)]) -> Audit {
        Audit {
            words: 1000,
            kinds: kinds.iter().copied().collect(),
            ..Audit::default()
        }
    }

    #[test]
    fn names_are_distinct() {
        let mut names: Vec<String> = table(&[]).into_iter().map(|row| row.name).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn every_file_must_have_questions_enough() {
        let (many, few) = (asked(&[(KindName::Gap, 40)]), asked(&[(KindName::Gap, 12)]));
        let row = row(&[many, few], "per_1000_words");
        assert_eq!(row.together, Some(26.0));
        assert_eq!((row.is_reached(), row.short()), (false, vec![1]));
    }

    #[test]
    fn no_kind_may_outweigh_the_others() {
        let file = asked(&[(KindName::Gap, 3), (KindName::List, 1)]);
        assert_eq!(row(&[file], "largest_kind").together, Some(75.0));
        assert!(row(&[Audit::default()], "largest_kind").is_reached());
    }

    #[test]
    fn cheats_are_judged_over_all_files() {
        let gain = |right| Gain {
            questions: 10,
            right,
            chance: 2.5,
        };
        let file = |right| Audit {
            cheats: [(Cheat::Longest, gain(right))].into(),
            ..Audit::default()
        };
        let row = row(&[file(5.0), file(1.0)], "longest");
        assert_eq!(row.files, [Some(25.0), Some(-15.0)]);
        assert_eq!((row.together, row.is_reached()), (Some(5.0), true));
    }

    #[test]
    fn half_of_the_claims_are_true() {
        let file = |some| Audit {
            claims: Share { some, all: 20 },
            ..Audit::default()
        };
        assert!(row(&[file(9)], "claims_true").is_reached());
        assert!(!row(&[file(12)], "claims_true").is_reached());
        assert!(!row(&[file(8)], "claims_true").is_reached());
        assert!(row(&[Audit::default()], "claims_true").is_reached());
    }
}
