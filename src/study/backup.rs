//! A backup: every attempt in one readable JSON file.
//!
//! Apart from `save`, whose values are as short as possible; a backup is as plain as possible.

use std::fmt;

use super::{Attempt, Grade, Millis, Mode, settle};
use crate::json::{Fault, Json, JsonError, quoted};
use crate::question::{Answer, QuestionId};

/// All that a backup file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was made.
    pub made: Millis,
    /// The attempts, by id.
    pub attempts: Vec<Attempt>,
}

/// Why a file is no backup that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It is not a backup of Readback, or damaged.
    Unreadable(String),
    /// A newer Readback made it.
    Newer(u32),
    /// It has more than [`Backup::MAX_BYTES`].
    TooBig,
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
        }
    }
}

impl Backup {
    /// The size of the biggest file that is read, in bytes: several times what a browser stores.
    pub const MAX_BYTES: usize = 20_000_000;

    /// A backup of these attempts, in any order.
    pub fn new(made: Millis, mut attempts: Vec<Attempt>) -> Self {
        settle(&mut attempts);
        Backup { made, attempts }
    }

    /// The file's text: one attempt on a line.
    pub fn to_json(&self) -> String {
        let lines: Vec<_> = self.attempts.iter().map(line).collect();
        format!(
            "{{\n\"readback-backup\": 1,\n\"made\": {},\n\"attempts\": [\n{}\n],\n\"checksum\": \"{}\"\n}}\n",
            self.made.0,
            lines.join(",\n"),
            checksum(&lines)
        )
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
        let json = Json::parse(text).map_err(not_ours)?;
        let version = json.get("readback-backup").and_then(Json::whole);
        match version.map_err(not_ours)? {
            0 => Err(unreadable("there is no format 0")),
            1 => living(&json),
            newer => Err(BackupError::Newer(newer)),
        }
    }
}

fn living(json: &Json) -> Result<Backup, BackupError> {
    let attempts = json.get("attempts").and_then(|it| it.list(read_attempt));
    let attempts = attempts.map_err(damaged)?.into_iter().enumerate();
    let attempts = attempts.map(|(index, attempt)| {
        let why = |why| unreadable(format!("attempt {}: {why}", index + 1));
        attempt.validated().map_err(why)
    });
    let attempts = attempts.collect::<Result<Vec<_>, _>>()?;
    let lines: Vec<_> = attempts.iter().map(line).collect();
    let sum = json.get("checksum").and_then(Json::text).map_err(damaged)?;
    if checksum(&lines) != sum {
        return Err(unreadable("its checksum does not match its attempts"));
    }
    let made = json.get("made").and_then(Json::whole).map_err(damaged)?;
    Ok(Backup::new(Millis(made), attempts))
}

/// An attempt in version 1.
fn read_attempt(json: &Json) -> Result<Attempt, JsonError> {
    Ok(Attempt {
        id: json.get("id")?.read()?,
        session: json.get("session")?.read()?,
        mode: read_word(json.get("mode")?, &Mode::ALL, Mode::as_str)?,
        of: json.get("of")?.whole()?,
        article: json.get("article")?.read()?,
        question: QuestionId::new(json.get("question")?.string()?),
        at: Millis(json.get("at")?.whole()?),
        answer: read_answer(json)?,
        grade: read_word(json.get("grade")?, &Grade::ALL, Grade::as_str)?,
        took: json.get("took")?.whole()?,
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
    let Attempt {
        id,
        session,
        of,
        article,
        question,
        took,
        ..
    } = attempt;
    let (mode, grade) = (attempt.mode.as_str(), attempt.grade.as_str());
    let at = attempt.at.0;
    let answer = answer_fields(&attempt.answer);
    // None of the others has a character that would have to be escaped.
    format!(
        r#"{{"id":"{id}","session":"{session}","mode":"{mode}","of":{of},"article":"{article}","question":"{question}","at":{at},{answer},"grade":"{grade}","took":{took}}}"#
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

/// FNV-1a over the lines, in 16 hexadecimal digits: against damage, not against forgery.
fn checksum(lines: &[String]) -> String {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = lines.iter().flat_map(|line| line.bytes().chain([b'\n']));
    let sum = bytes.fold(START, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(PRIME)
    });
    format!("{sum:016x}")
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

    use super::super::sample::{any_attempt, attempt};
    use super::*;

    fn backup() -> Backup {
        let attempts = [
            attempt(2, 1, 2, Grade::Again),
            attempt(1, 1, 1, Grade::Good),
        ];
        Backup::new(Millis(1_754_300_000_000), attempts.to_vec())
    }

    #[test]
    fn a_backup_can_be_read_by_people() {
        expect![[r#"
            {
            "readback-backup": 1,
            "made": 1754300000000,
            "attempts": [
            {"id":"0000000010000000000001","session":"0000000010000000000001","mode":"quiz","of":2,"article":"tides","question":"000000000001","at":1,"choice":[0],"verdict":"right","took":1500},
            {"id":"0000000020000000000002","session":"0000000010000000000001","mode":"quiz","of":2,"article":"tides","question":"000000000002","at":2,"choice":[0],"verdict":"wrong","took":1500}
            ],
            "checksum": "99c9986792220dce"
            }
        "#]].assert_eq(&backup().to_json());
    }

    #[test]
    fn words_typed_stand_in_it_as_they_are() {
        let typed = Attempt {
            answer: Answer::Typed(r#"a "neap" \ é"#.to_owned()),
            ..attempt(1, 1, 1, Grade::Again)
        };
        let backup = Backup::new(Millis(0), vec![typed]);
        let text = backup.to_json();
        assert!(text.contains(r#""at":1,"typed":"a \"neap\" \\ é","verdict":"wrong""#));
        assert_eq!(Backup::from_json(&text), Ok(backup));
    }

    #[test]
    fn a_backup_without_attempts_is_one_too() {
        let empty = Backup::new(Millis(0), Vec::new());
        assert_eq!(Backup::from_json(&empty.to_json()), Ok(empty));
    }

    #[test]
    fn an_editor_that_sets_it_differently_does_no_harm() {
        let value: serde_json::Value = serde_json::from_str(&backup().to_json()).unwrap();
        let pretty = format!("\u{feff}{value:#}\r\n");
        assert_eq!(Backup::from_json(&pretty), Ok(backup()));
    }

    fn refusal(text: &str) -> String {
        Backup::from_json(text).unwrap_err().to_string()
    }

    #[test]
    fn another_file_is_refused_with_a_reason() {
        let good = backup().to_json();
        let half = &good[..good.len() / 2];
        let big = " ".repeat(Backup::MAX_BYTES + 1);
        let texts = ["", "Dear diary", r#"{"name":"x"}"#, half, &big];
        expect![[r#"
            this is not a whole Readback backup: it ends too soon
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
            ("backup\": 1", "backup\": 2"),
            ("backup\": 1", "backup\": 0"),
            ("\"right\"", "\"wrong\""),
            ("\"right\"", "\"maybe\""),
            ("\"at\":2", "\"at\":3"),
        ];
        let texts = altered.map(|(from, to)| good.replace(from, to));
        assert!(texts.iter().all(|text| *text != good));
        expect![[r#"
            this backup was made by a newer Readback (format 2): update first
            this is not a whole Readback backup: there is no format 0
            this is not a whole Readback backup: its checksum does not match its attempts
            this is not a whole Readback backup: it is damaged in line 5
            this is not a whole Readback backup: attempt 2: its time is not that of its id"#]]
        .assert_eq(&texts.map(|text| refusal(&text)).join("\n"));
    }

    #[test]
    fn nothing_of_a_forged_attempt_is_taken_in() {
        let mut forged = backup();
        forged.attempts[0].took = u32::MAX;
        assert!(Backup::from_json(&forged.to_json()).is_err());
    }

    proptest! {
        #[test]
        fn export_import_export_gives_the_same_bytes(made: u64, attempts in vec(any_attempt(), 0..8)) {
            let text = Backup::new(Millis(made), attempts).to_json();
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
