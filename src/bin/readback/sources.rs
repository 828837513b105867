//! The articles a command is about, each with its file and notices.
//!
//! Apart from the reports, which do not care whether an article was compiled in.

use std::fs;
use std::path::PathBuf;

use readback::article::{self, Article, Notice, Parsed};
use readback::shelf;

/// An article and where it comes from.
pub(crate) struct Source {
    /// Its file, as it was named.
    pub(crate) file: String,
    pub(crate) article: Article,
    pub(crate) notices: Vec<Notice>,
}

/// The articles of the files, or of the shelf where none are named, and an error for each file
/// that could not be read.
pub(crate) fn read(files: &[PathBuf]) -> (Vec<Source>, Vec<String>) {
    if files.is_empty() {
        return (from_shelf(), Vec::new());
    }
    let (mut articles, mut rest, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    for path in files {
        let file = path.display().to_string();
        match fs::read(path) {
            Ok(bytes) => {
                let Parsed { article, notices } = article::parse(&file, &bytes);
                articles.push(article);
                rest.push((file, notices));
            }
            Err(error) => errors.push(format!("{file}: {error}")),
        }
    }
    article::make_unique(&mut articles);
    article::link(&mut articles);
    let source = |(article, (file, notices))| Source {
        file,
        article,
        notices,
    };
    (articles.into_iter().zip(rest).map(source).collect(), errors)
}

/// The deks that questions of these articles may have for wrong options: those of the shelf, as in the
/// page, and those of the files beside them.
pub(crate) fn deks(sources: &[Source]) -> Vec<String> {
    let mut deks = shelf::deks();
    let of_files = sources
        .iter()
        .filter_map(|source| source.article.dek.clone());
    let new: Vec<String> = of_files.filter(|dek| !deks.contains(dek)).collect();
    deks.extend(new);
    deks
}

fn from_shelf() -> Vec<Source> {
    let mut notices = shelf::notices().into_iter().peekable();
    let mut source = |(article, file): (&Article, &String)| Source {
        file: file.clone(),
        article: article.clone(),
        notices: std::iter::from_fn(|| notices.next_if(|(name, _)| name == file))
            .map(|(_, notice)| notice)
            .collect(),
    };
    let files = shelf::articles().iter().zip(shelf::file_names());
    files.map(&mut source).collect()
}
