//! The words of the command line, read into a command.
//!
//! Apart from doing it, so that what is understood can be tested without files.

use std::ffi::OsString;
use std::path::PathBuf;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Version,
    Articles {
        files: Vec<PathBuf>,
        format: Format,
    },
    Questions {
        files: Vec<PathBuf>,
        format: Format,
        choice: Choice,
    },
    Audit {
        files: Vec<PathBuf>,
        format: Format,
    },
    Finish {
        folder: PathBuf,
        /// The articles to put beside the page; none for those compiled in.
        files: Vec<PathBuf>,
    },
}

/// For whom a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Person,
    Json,
}

/// Which questions of a bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// As many as a session with that seed would ask.
    Drawn {
        seed: u64,
        count: usize,
    },
    All,
}

pub(crate) const HELP: &str = "\
readback presents articles to read and quizzes the reader on what they say

  readback articles [FILE…] [--json]
      what was read of each article
  readback questions [FILE…] [--seed N] [--count N | --all] [--json]
      the questions a session would ask of each article: 8 with seed 0, if nothing else is said;
      with --all every question there is, best first
  readback audit [FILE…] [--json]
      how good all those questions are: a table of measures with what each must reach
  readback finish DIR [FILE…]
      makes the files of a build into a site: the build's own last step; with FILE puts those
      articles beside the page of a finished site, as those of a large library are
  readback help
  readback --version

Without FILE it is about the articles compiled in. A FILE is Markdown (.md) or plain text.
Exit code: 0, 1 when a file could not be read or written, 2 for wrong usage.
";

const DEFAULT_COUNT: usize = 8;

/// Reads the arguments after the program's name.
pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut arguments = arguments.into_iter();
    let name = arguments.next().ok_or("what is to be done is missing")?;
    let rest = Rest::read(arguments)?;
    match name.to_str() {
        Some("articles") => rest.articles(),
        Some("questions") => rest.questions(),
        Some("audit") => rest.audit(),
        Some("finish") => rest.finish(),
        Some("help" | "--help" | "-h") => Ok(Command::Help),
        Some("--version" | "-V") => Ok(Command::Version),
        _ => Err(format!("there is no command {}", name.display())),
    }
}

/// What stands after the command.
#[derive(Default)]
struct Rest {
    files: Vec<PathBuf>,
    json: bool,
    all: bool,
    help: bool,
    seed: Option<u64>,
    count: Option<usize>,
}

impl Rest {
    fn read(mut arguments: impl Iterator<Item = OsString>) -> Result<Rest, String> {
        let mut rest = Rest::default();
        while let Some(argument) = arguments.next() {
            match argument.to_str().filter(|text| text.starts_with("--")) {
                Some("--") => rest.files.extend(arguments.by_ref().map(PathBuf::from)),
                Some(option) => rest.option(option, &mut arguments)?,
                None => rest.files.push(argument.into()),
            }
        }
        Ok(rest)
    }

    fn option(
        &mut self,
        option: &str,
        arguments: &mut impl Iterator<Item = OsString>,
    ) -> Result<(), String> {
        let (name, value) = match option.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (option, None),
        };
        let mut number = || match &value {
            Some(value) => Ok(value.clone()),
            None => next_text(name, arguments),
        };
        match name {
            "--seed" => self.seed = Some(parse(name, &number()?)?),
            "--count" => self.count = Some(parse(name, &number()?)?),
            _ if value.is_some() => return Err(format!("there is no option {option}")),
            "--json" => self.json = true,
            "--all" => self.all = true,
            "--help" => self.help = true,
            _ => return Err(format!("there is no option {option}")),
        }
        Ok(())
    }

    fn articles(self) -> Result<Command, String> {
        self.plain(|files, format| Command::Articles { files, format })
    }

    fn audit(self) -> Result<Command, String> {
        self.plain(|files, format| Command::Audit { files, format })
    }

    fn finish(mut self) -> Result<Command, String> {
        if self.help {
            return Ok(Command::Help);
        }
        if self.json || self.all || self.seed.is_some() || self.count.is_some() {
            return Err("finish takes no options".to_owned());
        }
        if self.files.is_empty() {
            return Err("finish wants a folder".to_owned());
        }
        let folder = self.files.remove(0);
        let files = self.files;
        Ok(Command::Finish { folder, files })
    }

    /// A command that is about whole files.
    fn plain(self, command: fn(Vec<PathBuf>, Format) -> Command) -> Result<Command, String> {
        if self.help {
            return Ok(Command::Help);
        }
        if self.all || self.seed.is_some() || self.count.is_some() {
            return Err("--seed, --count and --all are for questions".to_owned());
        }
        let format = self.format();
        Ok(command(self.files, format))
    }

    fn questions(self) -> Result<Command, String> {
        if self.help {
            return Ok(Command::Help);
        }
        let choice = match (self.all, self.count) {
            (true, Some(_)) => return Err("--all and --count exclude each other".to_owned()),
            (_, Some(0)) => return Err("--count is at least 1".to_owned()),
            (true, None) => Choice::All,
            (false, count) => Choice::Drawn {
                seed: self.seed.unwrap_or(0),
                count: count.unwrap_or(DEFAULT_COUNT),
            },
        };
        Ok(Command::Questions {
            format: self.format(),
            files: self.files,
            choice,
        })
    }

    fn format(&self) -> Format {
        if self.json {
            Format::Json
        } else {
            Format::Person
        }
    }
}

fn next_text(name: &str, arguments: &mut impl Iterator<Item = OsString>) -> Result<String, String> {
    let value = arguments.next().ok_or(format!("{name} wants a number"))?;
    Ok(value.to_string_lossy().into_owned())
}

fn parse<T: std::str::FromStr>(name: &str, value: &str) -> Result<T, String> {
    let error = |_| format!("{name} wants a whole number, not {value}");
    value.parse().map_err(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Command) {
        let words = words.split(' ').map(OsString::from);
        assert_eq!(read(words), Ok(expected));
    }

    #[track_caller]
    fn refuses(words: &str, reason: &str) {
        let words = words.split_whitespace().map(OsString::from);
        assert_eq!(read(words), Err(reason.to_owned()));
    }

    fn drawn(seed: u64, count: usize) -> Command {
        Command::Questions {
            files: Vec::new(),
            format: Format::Person,
            choice: Choice::Drawn { seed, count },
        }
    }

    #[test]
    fn commands_and_options_are_read() {
        check("questions", drawn(0, 8));
        check("questions --seed 7 --count=3", drawn(7, 3));
        check("questions --all --help", Command::Help);
        check("--version", Command::Version);
        check(
            "articles --json a.txt -- --json",
            Command::Articles {
                files: vec!["a.txt".into(), "--json".into()],
                format: Format::Json,
            },
        );
    }

    #[test]
    fn an_audit_is_of_files() {
        let files = vec!["a.txt".into()];
        let format = Format::Json;
        check("audit a.txt --json", Command::Audit { files, format });
        refuses(
            "audit --seed 3",
            "--seed, --count and --all are for questions",
        );
    }

    #[test]
    fn one_folder_is_finished() {
        let folder = "dist".into();
        let files = vec!["a.txt".into()];
        check("finish dist a.txt", Command::Finish { folder, files });
        refuses("finish", "finish wants a folder");
        refuses("finish dist --json", "finish takes no options");
    }

    #[test]
    fn wrong_usage_is_refused() {
        refuses("", "what is to be done is missing");
        refuses("fly", "there is no command fly");
        refuses("articles --fast", "there is no option --fast");
        refuses("articles --json=yes", "there is no option --json=yes");
        refuses(
            "articles --all",
            "--seed, --count and --all are for questions",
        );
        refuses("questions --seed", "--seed wants a number");
        refuses("questions --seed x", "--seed wants a whole number, not x");
        refuses(
            "questions --count -1",
            "--count wants a whole number, not -1",
        );
        refuses("questions --count 0", "--count is at least 1");
        refuses(
            "questions --all --count 2",
            "--all and --count exclude each other",
        );
    }
}
