//! What follows a build: the steps that make a folder of built files into a site, in their order.
//!
//! Apart from the build's own tools, which know modules and scripts but no articles.

mod compress;
mod html;
mod library;
mod pages;
mod policy;
mod single;
mod site;
mod start;
mod style;
mod view;
mod words;
mod worker;

use std::path::Path;

use readback::article::Article;

pub(crate) use site::{Error, Site};

/// The app's page.
const INDEX: &str = "index.html";

/// The app in one file.
const SINGLE: &str = "readback.html";

/// A worker: what its files' names begin with.
struct Program(&'static str);

/// The workers.
const WORKERS: [Program; 2] = [Program("examiner"), Program("tutor")];

impl Program {
    /// The script to be started.
    fn loader(&self) -> String {
        format!("{}_loader.js", self.0)
    }

    /// The script that it asks for.
    fn script(&self) -> String {
        format!("{}.js", self.0)
    }

    /// The module that it fetches.
    fn module(&self) -> String {
        format!("{}_bg.wasm", self.0)
    }
}

/// A step changes files of the site in memory; what it cannot do names the file.
type Step = fn(&mut Site) -> Result<(), Error>;

/// Each reads what those before it wrote.
const STEPS: [Step; 8] = [
    words::step,
    start::step,
    pages::step,
    single::step,
    library::step,
    policy::step,
    worker::step,
    compress::step,
];

/// Finishes the folder. What is on the disk changes only after every step has been done; a folder
/// that is finished already is refused.
///
/// # Errors
/// When a file cannot be read or written, or is not what a build writes.
pub(crate) fn run(folder: &Path) -> Result<(), Error> {
    let mut site = Site::read(folder)?;
    STEPS.iter().try_for_each(|step| step(&mut site))?;
    site.write()
}

/// Puts these articles beside the page of a folder that is finished, instead of those that it came
/// with; nothing else in the folder knows of them.
///
/// # Errors
/// When a file cannot be read or written, or is not what a build writes.
pub(crate) fn put(folder: &Path, articles: &[Article]) -> Result<(), Error> {
    let mut site = Site::read(folder)?;
    library::put(&mut site, articles)?;
    worker::step(&mut site)?;
    site.write()
}
