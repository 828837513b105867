//! A backup: every answer in one readable JSON file.
//!
//! Apart from `save`, whose values are as short as possible; a backup is as plain as possible.

use std::fmt;

use super::checksum::checksum;
use super::save::{Hidden, Position};
use super::{Attempt, Grade, Mark, Millis, Mode, Verdict, settle};
use crate::json::{Fault, Json, JsonError, quoted};
use crate::question::{Answer, QuestionId};

/// All that a backup file holds. It does not say when it was made, so that what is the same gives
/// the same file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The attempts, by id.
    pub attempts: Vec<Attempt>,
    /// The questions hidden for good, by id.
    pub hidden: Vec<Hidden>,
    /// Where articles were left, by their names.
    pub positions: Vec<Position>,
    /// The marks, by id.
    pub marks: Vec<Mark>,
}

/// Why a file is no backup that can be read, or not be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It is not a backup of Readback, or damaged.
    Unreadable(String),
    /// A newer Readback made it.
    Newer(u32),
    /// It has more than [`Backup::MAX_BYTES`].
    TooBig,
    /// A newer Readback laid out what is stored here, which is only read.
    ReadOnly,
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BackupError::Unreadable(why) => write!(f, "this is not a whole Readback backup: {why}"),
            BackupError::Newer(version) => {
                write!(
                    f,
                    "this backup was made by a newer Readback (format {version}): update first"
                )
            }
            BackupError::TooBig => write!(
                f,
                "this file is too big for a Readback backup: at most {} MB can be read",
                Backup::MAX_BYTES / 1_000_000
            ),
            BackupError::ReadOnly => f.write_str(
                "what is stored here was written by a newer Readback: reload the page to update first",
            ),
        }
    }
}

impl Backup {
    /// The size of the biggest file that is read, in bytes: several times what a browser stores.
    pub const MAX_BYTES: usize = 20_000_000;

    /// A backup of these, in any order, and of nothing else.
    pub fn new(mut attempts: Vec<Attempt>, mut hidden: Vec<Hidden>) -> Self {
        settle(&mut attempts);
        hidden.sort_unstable_by(|one, other| one.question.cmp(&other.question));
        Backup {
            attempts,
            hidden,
            positions: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// With these positions, one for an article, in the order of their names.
    pub fn with_positions(mut self, positions: Vec<Position>) -> Self {
        self.positions = positions;
        self
    }

    /// With these marks, in any order; of two of one name with the one that sorts last.
    pub fn with_marks(mut self, mut marks: Vec<Mark>) -> Self {
        marks.sort_unstable_by(|one, other| other.cmp(one));
        marks.dedup_by(|one, other| one.id == other.id);
        marks.reverse();
        self.marks = marks;
        self
    }

    /// When the last answer in it was given; `None` where it has none.
    pub fn latest(&self) -> Option<Millis> {
        self.attempts.last().map(|attempt| attempt.at)
    }

    /// The file's text, in format 3: lists with one attempt on a line, then one hidden question on
    /// a line, then one position, then one mark.
    ///
    /// Format 2 had neither positions nor marks. Format 1 had no hidden questions either, and in place of the grade a
    /// verdict; and it said when it was made.
    pub fn to_json(&self) -> String {
        let lists = self.lists();
        let text = |(name, lines): &(&str, Vec<String>)| {
            format!("\"{name}\": [\n{}\n],\n", lines.join(",\n"))
        };
        let texts: String = lists.iter().map(text).collect();
        let sum = sum(lists.iter().flat_map(|(_, lines)| lines));
        format!("{{\n\"readback-backup\": 3,\n{texts}\"checksum\": \"{sum}\"\n}}\n")
    }

    /// Reads a file's text.
    ///
    /// # Errors
    /// When it is not a whole backup of a known version.
    pub fn from_json(text: &str) -> Result<Self, BackupError> {
        if text.len() > Backup::MAX_BYTES {
            return Err(BackupError::TooBig);
        }
        let text = text.trim_start_matches('\u{feff}');
        if text.trim().is_empty() {
            return Err(unreadable("it is empty"));
        }
        let json = Json::parse(text).map_err(not_ours)?;
        let version = json.get("readback-backup").and_then(Json::whole);
        match version.map_err(not_ours)? {
            0 => Err(unreadable("there is no format 0")),
            1 => first(&json),
            2 | 3 => later(&json),
            newer => Err(BackupError::Newer(newer)),
        }
    }

    /// The lines of each list, by its name.
    fn lists(&self) -> [(&'static str, Vec<String>); 4] {
        [
            ("attempts", self.attempts.iter().map(line).collect()),
            ("hidden", self.hidden.iter().map(hidden_line).collect()),
            (
                "positions",
                self.positions.iter().map(position_line).collect(),
            ),
            ("marks", self.marks.iter().map(Mark::line).collect()),
        ]
    }
}

fn first(json: &Json) -> Result<Backup, BackupError> {
    let attempts = read_attempts(json, |json| {
        let verdict = read_word(
            json.get("verdict")?,
            &[Verdict::Right, Verdict::Wrong],
            Verdict::as_str,
        );
        Ok(match verdict? {
            Verdict::Right => Grade::Good,
            Verdict::Wrong => Grade::Again,
        })
    })?;
    let verdict = |attempt: &Attempt| attempt.verdict().map_or("", Verdict::as_str);
    let lines = attempts
        .iter()
        .map(|it| line_with(it, "verdict", verdict(it)));
    let lines: Vec<_> = lines.collect();
    whole(json, &lines, Backup::new(attempts, Vec::new()))
}

/// Format 3; format 2 is the same without positions and marks.
fn later(json: &Json) -> Result<Backup, BackupError> {
    let attempts = read_attempts(json, |json| {
        read_word(json.get("grade")?, &Grade::ALL, Grade::as_str)
    })?;
    let hidden = json.get("hidden").and_then(|it| it.list(read_hidden));
    let hidden = all_valid(
        hidden.map_err(damaged)?,
        "hidden question",
        Hidden::validated,
    )?;
    let positions = read_list(json, "positions", read_position)?;
    let positions = all_valid(positions, "position", Position::validated)?;
    let marks = read_list(json, "marks", Mark::from_line)?;
    let marks = all_valid(marks, "mark", Mark::validated)?;
    let backup = Backup {
        attempts,
        hidden,
        positions,
        marks,
    };
    let lines: Vec<_> = backup.lists().into_iter().flat_map(|it| it.1).collect();
    whole(json, &lines, backup)
}

/// A list that may be missing.
fn read_list<T>(
    json: &Json,
    name: &str,
    read: fn(&Json) -> Result<T, JsonError>,
) -> Result<Vec<T>, BackupError> {
    let list = json.find(name).map(|list| list.list(read));
    list.unwrap_or(Ok(Vec::new())).map_err(damaged)
}

fn read_attempts(
    json: &Json,
    grade: fn(&Json) -> Result<Grade, JsonError>,
) -> Result<Vec<Attempt>, BackupError> {
    let read = |json: &Json| read_attempt(json, grade(json)?);
    let attempts = json.get("attempts").and_then(|it| it.list(read));
    all_valid(attempts.map_err(damaged)?, "attempt", Attempt::validated)
}

/// Those that could be, all of them or none.
fn all_valid<T>(
    read: Vec<T>,
    what: &str,
    valid: fn(T) -> Result<T, String>,
) -> Result<Vec<T>, BackupError> {
    let checked = read.into_iter().zip(1..).map(|(one, number)| {
        valid(one).map_err(|why| unreadable(format!("{what} {number}: {why}")))
    });
    checked.collect()
}

/// The backup, if nothing was altered in it and nothing stands in it twice.
fn whole(json: &Json, lines: &[String], read: Backup) -> Result<Backup, BackupError> {
    let there = json.get("checksum").and_then(Json::text).map_err(damaged)?;
    if sum(lines.iter()) != there {
        return Err(unreadable("its checksum does not match what is in it"));
    }
    let counts = |it: &Backup| [it.attempts.len(), it.hidden.len(), it.marks.len()];
    let all = counts(&read);
    let mut backup = Backup::new(read.attempts, read.hidden)
        .with_positions(read.positions)
        .with_marks(read.marks);
    backup
        .hidden
        .dedup_by(|one, other| one.question == other.question);
    match all == counts(&backup) {
        true => Ok(backup),
        false => Err(unreadable("something stands in it twice")),
    }
}

/// An attempt in both versions.
fn read_attempt(json: &Json, grade: Grade) -> Result<Attempt, JsonError> {
    Ok(Attempt {
        id: json.get("id")?.read()?,
        session: json.get("session")?.read()?,
        mode: read_word(json.get("mode")?, &Mode::ALL, Mode::as_str)?,
        of: json.get("of")?.whole()?,
        article: json.get("article")?.read()?,
        question: QuestionId::new(json.get("question")?.string()?),
        at: Millis(json.get("at")?.whole()?),
        answer: read_answer(json)?,
        grade,
        took: json.get("took")?.whole()?,
    })
}

fn read_hidden(json: &Json) -> Result<Hidden, JsonError> {
    Ok(Hidden {
        question: QuestionId::new(json.get("question")?.string()?),
        article: json.get("article")?.read()?,
        stem: json.get("stem")?.string()?,
        at: Millis(json.get("at")?.whole()?),
    })
}

fn read_position(json: &Json) -> Result<Position, JsonError> {
    Ok(Position {
        article: json.get("article")?.read()?,
        paragraph: json.get("paragraph")?.whole()?,
        furthest: json.get("furthest")?.whole()?,
        of: json.get("of")?.whole()?,
        at: Millis(json.get("at")?.whole()?),
    })
}

fn read_answer(json: &Json) -> Result<Answer, JsonError> {
    match json.find("typed") {
        Some(typed) => typed.string().map(Answer::Typed),
        None => json.get("choice")?.list(Json::whole).map(Answer::Chosen),
    }
}

/// The one of `all` that the word stands for.
fn read_word<T: Copy>(json: &Json, all: &[T], word: fn(T) -> &'static str) -> Result<T, JsonError> {
    let read = json.text()?;
    let found = all.iter().find(|&&one| word(one) == read);
    found.copied().ok_or_else(|| json.misshapen())
}

fn line(attempt: &Attempt) -> String {
    line_with(attempt, "grade", attempt.grade.as_str())
}

fn line_with(attempt: &Attempt, outcome: &str, word: &str) -> String {
    let Attempt {
        id,
        session,
        of,
        article,
        question,
        took,
        ..
    } = attempt;
    let mode = attempt.mode.as_str();
    let at = attempt.at.0;
    let answer = answer_fields(&attempt.answer);
    // None of the others has a character that would have to be escaped.
    format!(
        r#"{{"id":"{id}","session":"{session}","mode":"{mode}","of":{of},"article":"{article}","question":"{question}","at":{at},{answer},"{outcome}":"{word}","took":{took}}}"#
    )
}

fn hidden_line(hidden: &Hidden) -> String {
    let Hidden {
        question,
        article,
        at,
        ..
    } = hidden;
    let (stem, at) = (quoted(&hidden.stem), at.0);
    format!(r#"{{"question":"{question}","article":"{article}","stem":{stem},"at":{at}}}"#)
}

fn position_line(position: &Position) -> String {
    let Position {
        article,
        paragraph,
        furthest,
        of,
        at,
    } = position;
    let at = at.0;
    format!(
        r#"{{"article":"{article}","paragraph":{paragraph},"furthest":{furthest},"of":{of},"at":{at}}}"#
    )
}

fn answer_fields(answer: &Answer) -> String {
    match answer {
        Answer::Chosen(chosen) => {
            let chosen: Vec<_> = chosen.iter().map(usize::to_string).collect();
            format!(r#""choice":[{}]"#, chosen.join(","))
        }
        Answer::Typed(text) => format!(r#""typed":{}"#, quoted(text)),
    }
}

fn sum<'a>(lines: impl Iterator<Item = &'a String>) -> String {
    checksum(lines.flat_map(|line| line.bytes().chain([b'\n'])))
}

/// Without a version of a backup.
fn not_ours(error: JsonError) -> BackupError {
    match error.fault {
        Fault::End => unreadable("it ends too soon"),
        Fault::Syntax | Fault::Shape => unreadable("it is another kind of file"),
    }
}

fn damaged(error: JsonError) -> BackupError {
    unreadable(format!("it is damaged in line {}", error.line))
}

fn unreadable(why: impl fmt::Display) -> BackupError {
    BackupError::Unreadable(why.to_string())
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::super::sample::{any_attempt, attempt, mark, position, question};
    use super::*;

    const FORMAT_1: &str = include_str!("../../tests/stored/backup-1.json");
    const FORMAT_2: &str = include_str!("../../tests/stored/backup-2.json");
    const FORMAT_3: &str = include_str!("../../tests/stored/backup-3.json");

    fn backup() -> Backup {
        let attempts = [
            attempt(2, 1, 2, Grade::Again),
            attempt(1, 1, 1, Grade::Good),
        ];
        let hidden = Hidden::new(&question(3, &[0]), Millis(9));
        let marks = vec![mark(8, ""), mark(7, "Why \"pulls\"?\nLook up.")];
        Backup::new(attempts.to_vec(), vec![hidden]).with_marks(marks)
    }

    #[test]
    fn a_backup_can_be_read_by_people() {
        expect![[r#"
            {
            "readback-backup": 3,
            "attempts": [
            {"id":"0000000010000000000001","session":"0000000010000000000001","mode":"quiz","of":2,"article":"tides","question":"000000000001","at":1,"choice":[0],"grade":"good","took":1500},
            {"id":"0000000020000000000002","session":"0000000010000000000001","mode":"quiz","of":2,"article":"tides","question":"000000000002","at":2,"choice":[0],"grade":"again","took":1500}
            ],
            "hidden": [
            {"question":"000000000003","article":"tides","stem":"Question 3?","at":9}
            ],
            "positions": [

            ],
            "marks": [
            {"id":"0000000070000000000007","article":"tides","exact":"the sea","prefix":"The Moon pulls at ","suffix":".","from":"0.0.18","to":"0.0.25","note":"Why \"pulls\"?\nLook up.","changed":7},
            {"id":"0000000080000000000008","article":"tides","exact":"the sea","prefix":"The Moon pulls at ","suffix":".","from":"0.0.18","to":"0.0.25","note":"","changed":8}
            ],
            "checksum": "5097fe3a4095ef2b"
            }
        "#]].assert_eq(&backup().to_json());
    }

    #[test]
    fn format_1_stays_readable() {
        let expected = Backup::new(backup().attempts, Vec::new());
        assert_eq!(Backup::from_json(FORMAT_1), Ok(expected));
        let altered = FORMAT_1.replace("\"right\"", "\"wrong\"");
        assert!(Backup::from_json(&altered).is_err());
    }

    #[test]
    fn formats_2_and_3_stay_readable() {
        let second = Backup::new(backup().attempts, backup().hidden);
        assert_eq!(Backup::from_json(FORMAT_2), Ok(second));
        assert_eq!(Backup::from_json(FORMAT_3), Ok(backup()));
        let altered = FORMAT_3.replace("Look up", "Look down");
        assert!(Backup::from_json(&altered).is_err());
    }

    #[test]
    fn words_typed_stand_in_it_as_they_are() {
        let typed = Attempt {
            answer: Answer::Typed(r#"a "neap" \ é"#.to_owned()),
            ..attempt(1, 1, 1, Grade::Again)
        };
        let backup = Backup::new(vec![typed], Vec::new());
        let text = backup.to_json();
        assert!(text.contains(r#""at":1,"typed":"a \"neap\" \\ é","grade":"again""#));
        assert_eq!(Backup::from_json(&text), Ok(backup));
    }

    #[test]
    fn a_backup_without_attempts_is_one_too() {
        let empty = Backup::new(Vec::new(), Vec::new());
        assert_eq!(empty.latest(), None);
        assert_eq!(Backup::from_json(&empty.to_json()), Ok(empty));
    }

    #[test]
    fn places_in_articles_stand_in_it_where_there_are_any() {
        let begun = Backup {
            positions: vec![position(12, 20, 7)],
            ..backup()
        };
        let text = begun.to_json();
        assert!(
            text.contains(r#"{"article":"tides","paragraph":12,"furthest":20,"of":40,"at":7}"#)
        );
        assert_eq!(Backup::from_json(&text), Ok(begun));
        for (from, to, why) in [
            (
                "\"paragraph\":12",
                "\"paragraph\":13",
                "its checksum does not match what is in it",
            ),
            (
                "\"furthest\":20",
                "\"furthest\":40",
                "position 1: not a place in an article",
            ),
            ("\"of\":40", "\"of\":\"x\"", "it is damaged in line 11"),
        ] {
            let refused = refusal(&text.replace(from, to));
            assert!(refused.ends_with(why), "{refused}");
        }
    }

    #[test]
    fn an_editor_that_sets_it_differently_does_no_harm() {
        for text in [backup().to_json(), FORMAT_1.to_owned()] {
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            let pretty = format!("\u{feff}{value:#}\r\n").replace('\n', "\r\n");
            assert_eq!(Backup::from_json(&pretty), Backup::from_json(&text));
        }
    }

    fn refusal(text: &str) -> String {
        Backup::from_json(text).unwrap_err().to_string()
    }

    #[test]
    fn another_file_is_refused_with_a_reason() {
        let good = backup().to_json();
        let half = &good[..good.len() / 2];
        let big = " ".repeat(Backup::MAX_BYTES + 1);
        let texts = [
            "",
            "\u{feff} \r\n",
            "Dear diary",
            "question,answer\n1,2\n",
            "<!doctype html><title>x</title>",
            "\u{fffd}PNG\r\n\u{1a}\n\0\0",
            r#"{"name":"x"}"#,
            "[]",
            "null",
            half,
            &big,
        ];
        expect![[r#"
            this is not a whole Readback backup: it is empty
            this is not a whole Readback backup: it is empty
            this is not a whole Readback backup: it is another kind of file
            this is not a whole Readback backup: it is another kind of file
            this is not a whole Readback backup: it is another kind of file
            this is not a whole Readback backup: it is another kind of file
            this is not a whole Readback backup: it is another kind of file
            this is not a whole Readback backup: it is another kind of file
            this is not a whole Readback backup: it is another kind of file
            this is not a whole Readback backup: it ends too soon
            this file is too big for a Readback backup: at most 20 MB can be read"#]]
        .assert_eq(&texts.map(refusal).join("\n"));
    }

    #[test]
    fn an_altered_file_is_refused_with_a_reason() {
        let good = backup().to_json();
        let altered = [
            ("backup\": 3", "backup\": 4"),
            ("backup\": 3", "backup\": 0"),
            ("backup\": 3", "backup\": \"3\""),
            ("\"good\"", "\"again\""),
            ("\"good\"", "\"maybe\""),
            ("\"at\":2", "\"at\":3"),
            ("\"at\":2", "\"at\":\"2\""),
            ("\"of\":2", "\"of\":0"),
            ("Question 3?", "Question 4?"),
            ("Question 3?", "\\n"),
            ("\"hidden\": [", "\"other\": ["),
            ("\"marks\": [", "\"other\": ["),
            ("the sea", "the Sea"),
            ("the sea", ""),
        ];
        let texts = altered.map(|(from, to)| good.replacen(from, to, 1));
        assert!(texts.iter().all(|text| *text != good));
        expect![[r#"
            this backup was made by a newer Readback (format 4): update first
            this is not a whole Readback backup: there is no format 0
            this is not a whole Readback backup: it is another kind of file
            this is not a whole Readback backup: its checksum does not match what is in it
            this is not a whole Readback backup: it is damaged in line 4
            this is not a whole Readback backup: attempt 2: its time is not that of its id
            this is not a whole Readback backup: it is damaged in line 5
            this is not a whole Readback backup: attempt 1: not a number of questions
            this is not a whole Readback backup: its checksum does not match what is in it
            this is not a whole Readback backup: hidden question 1: not the words of a question
            this is not a whole Readback backup: it is damaged in line 1
            this is not a whole Readback backup: its checksum does not match what is in it
            this is not a whole Readback backup: its checksum does not match what is in it
            this is not a whole Readback backup: mark 1: not a quotation"#]]
        .assert_eq(&texts.map(|text| refusal(&text)).join("\n"));
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        let twice = |attempt: Attempt| {
            let mut backup = backup();
            backup.attempts.push(attempt);
            refusal(&backup.to_json())
        };
        let said = "this is not a whole Readback backup: something stands in it twice";
        assert_eq!(twice(attempt(1, 1, 1, Grade::Good)), said);
        assert_eq!(twice(attempt(1, 1, 2, Grade::Again)), said);
        let mut hidden = backup();
        hidden
            .hidden
            .push(Hidden::new(&question(3, &[0]), Millis(1)));
        assert_eq!(refusal(&hidden.to_json()), said);
        let mut marks = backup();
        marks.marks.push(mark(7, ""));
        assert_eq!(refusal(&marks.to_json()), said);
    }

    #[test]
    fn nothing_of_a_forged_attempt_is_taken_in() {
        let mut forged = backup();
        forged.attempts[0].took = u32::MAX;
        assert!(Backup::from_json(&forged.to_json()).is_err());
    }

    proptest! {
        #[test]
        fn export_import_export_gives_the_same_bytes(attempts in vec(any_attempt(), 0..8)) {
            let text = Backup::new(attempts, Vec::new()).to_json();
            let again = Backup::from_json(&text).map(|backup| backup.to_json());
            prop_assert_eq!(again, Ok(text));
        }

        #[test]
        fn no_cut_passes_for_a_whole_backup(cut in 1..500_usize) {
            let text = backup().to_json();
            let end = text.trim_end().len().saturating_sub(cut);
            prop_assert!(Backup::from_json(&text[..end]).is_err());
        }
    }
}
