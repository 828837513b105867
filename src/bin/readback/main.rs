//! The command line: what was read of articles, the questions made from them, how good these are, and
//! the last step of a build.
//!
//! Apart from the page so that everything a reader sees can be looked at in a terminal.

mod arguments;
mod audit;
mod finish;
mod report;
mod sources;
mod table;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use arguments::{Command, HELP};

/// The exit code for wrong usage.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let command = match arguments::read(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            complain(&format!("{error}\n'readback help' tells how it is used"));
            return ExitCode::from(USAGE);
        }
    };
    match run(&command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("cannot write: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Does what is asked; says whether all files could be read and written.
fn run(command: &Command) -> io::Result<bool> {
    let out = &mut io::BufWriter::new(io::stdout().lock());
    let all_read = match command {
        Command::Help => out.write_all(HELP.as_bytes()).map(|()| true)?,
        Command::Version => {
            writeln!(out, "readback {}", env!("CARGO_PKG_VERSION")).map(|()| true)?
        }
        Command::Articles { files, format } => {
            let (sources, all_read) = open(files);
            report::articles(out, &sources, *format)?;
            all_read
        }
        Command::Questions {
            files,
            format,
            choice,
        } => {
            let (sources, all_read) = open(files);
            report::questions(out, &sources, *format, *choice)?;
            all_read
        }
        Command::Audit { files, format } => {
            let (sources, all_read) = open(files);
            table::print(out, &audit::all(&sources), *format)?;
            all_read
        }
        Command::Finish { folder, files } if files.is_empty() => done(finish::run(folder)),
        Command::Finish { folder, files } => {
            let (sources, all_read) = open(files);
            let articles: Vec<_> = sources.into_iter().map(|source| source.article).collect();
            done(finish::put(folder, &articles)) && all_read
        }
    };
    out.flush()?;
    Ok(all_read)
}

/// Reads the files, or takes the compiled-in articles where none are named, and says on standard
/// error what was wrong with them.
fn open(files: &[std::path::PathBuf]) -> (Vec<sources::Source>, bool) {
    let (sources, errors) = sources::read(files);
    errors.iter().for_each(|error| complain(error));
    for source in &sources {
        source
            .notices
            .iter()
            .for_each(|notice| warn(&source.file, notice));
    }
    (sources, errors.is_empty())
}

fn done(finished: Result<(), finish::Error>) -> bool {
    finished
        .map_err(|error| complain(&error.to_string()))
        .is_ok()
}

fn warn(file: &str, notice: &readback::article::Notice) {
    let line = notice
        .line
        .map(|line| format!("{line}:"))
        .unwrap_or_default();
    // Where standard error is closed, nobody can be told.
    let _ = writeln!(io::stderr(), "{file}:{line} {}", notice.text);
}

fn complain(text: &str) {
    // Where standard error is closed, nobody can be told.
    let _ = writeln!(io::stderr(), "readback: {text}");
}
