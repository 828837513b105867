//! The folder of articles made fit for the build: what can be read is copied, the rest is named.
//!
//! Apart from the build script, so that tests can call it.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// A file of the folder, and what there is to say about it.
pub(crate) struct File {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Why it was left out, or what is wrong with it.
    pub(crate) warning: Option<String>,
}

/// Copies the readable articles of one folder into another, made anew, and lists all files of
/// the first but hidden ones. Folders in it are not looked into.
///
/// # Errors
/// When the second folder cannot be written.
pub(crate) fn stock(from: &Path, to: &Path) -> io::Result<Vec<File>> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    let mut paths: Vec<PathBuf> = match fs::read_dir(from) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(error) => return Ok(vec![warned(from, format!("cannot be read: {error}"))]),
    };
    paths.sort();
    paths.retain(|path| !is_hidden(path));
    paths.iter().map(|path| copy(path, to)).collect()
}

fn copy(path: &Path, to: &Path) -> io::Result<File> {
    let file = match read(path) {
        Ok((bytes, warning)) => {
            fs::write(to.join(path.file_name().unwrap_or_default()), bytes)?;
            File {
                path: path.to_owned(),
                warning,
            }
        }
        Err(reason) => warned(path, format!("left out: {reason}")),
    };
    Ok(file)
}

/// The file's bytes, perhaps with a warning, or why it is no article.
fn read(path: &Path) -> Result<(Vec<u8>, Option<String>), String> {
    if path.is_dir() {
        return Err("a folder".to_owned());
    }
    if !has_known_ending(path) {
        return Err("only .txt, .md and .markdown files are articles".to_owned());
    }
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err("the file is empty".to_owned());
    }
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if bytes.contains(&0) && !is_utf16 {
        return Err("not a text".to_owned());
    }
    let is_text = is_utf16 || std::str::from_utf8(&bytes).is_ok();
    let warning = (!is_text).then(|| "not UTF-8: some characters are lost".to_owned());
    Ok((bytes, warning))
}

fn warned(path: &Path, warning: String) -> File {
    File {
        path: path.to_owned(),
        warning: Some(warning),
    }
}

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with('.')
}

fn has_known_ending(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    matches!(ending.to_lowercase().as_str(), "txt" | "md" | "markdown")
}
