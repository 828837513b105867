//! A built folder in memory: every file by its path, written back at the end.
//!
//! Apart from the steps, so that each of them is tested without a disk.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Why a folder could not be finished, and which file it was about.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Error {
    file: String,
    why: String,
}

/// All files of a folder by their paths in it, which are written with `/` on every system.
#[derive(Debug, Default)]
pub(crate) struct Site {
    folder: PathBuf,
    files: BTreeMap<String, File>,
    removed: Vec<String>,
}

#[derive(Debug)]
struct File {
    bytes: Vec<u8>,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// As it is on the disk.
    Read,
    /// To be written.
    Changed,
}

impl Error {
    /// `why` has no full stop.
    pub(crate) fn new(file: impl Into<String>, why: impl ToString) -> Self {
        Error {
            file: file.into(),
            why: why.to_string(),
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.file, self.why)
    }
}

impl Site {
    /// Reads every file of the folder and of those in it.
    ///
    /// # Errors
    /// When one cannot be read, or its name is no text.
    pub(crate) fn read(folder: &Path) -> Result<Self, Error> {
        let mut site = Site {
            folder: folder.to_owned(),
            ..Site::default()
        };
        site.read_folder(folder)?;
        Ok(site)
    }

    /// Whether there is a file at that path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// All paths, sorted.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When there is no such file.
    pub(crate) fn bytes(&self, path: &str) -> Result<&[u8], Error> {
        let file = self.files.get(path);
        file.map(|file| &*file.bytes)
            .ok_or_else(|| Error::new(path, "the build has no such file"))
    }

    /// The text of a file.
    ///
    /// # Errors
    /// When there is no such file, or it is no text.
    pub(crate) fn text(&self, path: &str) -> Result<&str, Error> {
        std::str::from_utf8(self.bytes(path)?).map_err(|error| Error::new(path, error))
    }

    /// Adds a file, or replaces the one that is there.
    pub(crate) fn put(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        let (path, bytes) = (path.into(), bytes.into());
        match self.files.get_mut(&path) {
            Some(file) if file.bytes == bytes => {}
            _ => {
                let state = State::Changed;
                self.files.insert(path, File { bytes, state });
            }
        }
    }

    /// Takes a file away, if it is there.
    pub(crate) fn remove(&mut self, path: &str) {
        if self.files.remove(path).is_some() {
            self.removed.push(path.to_owned());
        }
    }

    /// Writes what was changed and deletes what was taken away.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn write(&self) -> Result<(), Error> {
        for path in self.removed.iter().filter(|path| !self.has(path)) {
            delete(&self.folder.join(path))?;
        }
        let changed = self
            .files
            .iter()
            .filter(|(_, file)| file.state == State::Changed);
        changed
            .into_iter()
            .try_for_each(|(path, file)| write(&self.folder.join(path), &file.bytes))
    }

    fn read_folder(&mut self, folder: &Path) -> Result<(), Error> {
        let about = |error| at(folder, error);
        for entry in fs::read_dir(folder).map_err(about)? {
            let path = entry.map_err(about)?.path();
            if path.is_dir() {
                self.read_folder(&path)?;
            } else {
                let bytes = fs::read(&path).map_err(|error| at(&path, error))?;
                let state = State::Read;
                self.files.insert(self.name(&path)?, File { bytes, state });
            }
        }
        Ok(())
    }

    fn name(&self, path: &Path) -> Result<String, Error> {
        let inside = path.strip_prefix(&self.folder).unwrap_or(path);
        let parts: Option<Vec<_>> = inside.iter().map(|part| part.to_str()).collect();
        parts
            .map(|parts| parts.join("/"))
            .ok_or_else(|| Error::new(path.display().to_string(), "its name is no text"))
    }
}

fn at(path: &Path, error: io::Error) -> Error {
    Error::new(path.display().to_string(), error)
}

fn delete(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(path, error)),
        _ => Ok(()),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
    fs::write(path, bytes).map_err(|error| at(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of this test's own, in the place that cargo keeps for tests.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("readback-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("in/side")).unwrap();
        fs::write(folder.join("in/side/a.txt"), "ebb").unwrap();
        fs::write(folder.join("b.txt"), "flood").unwrap();
        folder
    }

    #[test]
    fn only_what_changes_is_written() {
        let folder = folder("site");
        let mut site = Site::read(&folder).unwrap();
        assert_eq!(site.paths(), ["b.txt", "in/side/a.txt"]);
        assert_eq!(site.text("in/side/a.txt"), Ok("ebb"));
        fs::write(folder.join("b.txt"), "changed meanwhile").unwrap();
        site.put("b.txt", "flood");
        site.put("new/c.txt", "neap");
        site.remove("in/side/a.txt");
        site.write().unwrap();
        let read = |name| fs::read_to_string(folder.join(name)).ok();
        assert_eq!(read("b.txt").as_deref(), Some("changed meanwhile"));
        assert_eq!(read("new/c.txt").as_deref(), Some("neap"));
        assert_eq!(read("in/side/a.txt"), None);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn errors_name_the_file() {
        let error = Site::default().text("read/tides.html").unwrap_err();
        assert_eq!(
            error.to_string(),
            "read/tides.html: the build has no such file"
        );
        let error = Site::read(Path::new("no such folder")).unwrap_err();
        assert!(error.to_string().starts_with("no such folder: "), "{error}");
    }
}
