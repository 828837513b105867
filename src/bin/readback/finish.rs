//! What follows a build: the steps that make a folder of built files into a site, in their order.
//!
//! Apart from the build's own tools, which know modules and scripts but no articles.

mod site;
mod worker;

use std::path::Path;

pub(crate) use site::{Error, Site};

/// A step changes files of the site in memory; what it cannot do names the file.
type Step = fn(&mut Site) -> Result<(), Error>;

/// Each reads what those before it wrote.
const STEPS: [Step; 1] = [worker::step];

/// Finishes the folder. What is on the disk changes only after every step has been done.
///
/// # Errors
/// When a file cannot be read or written, or is not what a build writes.
pub(crate) fn run(folder: &Path) -> Result<(), Error> {
    let mut site = Site::read(folder)?;
    STEPS.iter().try_for_each(|step| step(&mut site))?;
    site.write()
}
