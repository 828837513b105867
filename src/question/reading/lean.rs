//! A second look at what was not asked about since it speaks of "the bridge" that an earlier sentence brought in.
//!
//! Apart from `reading`: a reader can place it, but has to think, so that this is for articles that give little else.

use super::{Quotes, Reading};

impl Reading<'_> {
    /// Leaves only the sentences to ask about of which nothing was quoted for such a thing's sake, and lets it stand.
    pub(crate) fn lean(&mut self) {
        self.claims = self.quotes.untold();
        self.quotes = Quotes::leaning();
    }

    /// Whether such a thing may stand.
    pub(crate) fn leans(&self) -> bool {
        self.quotes.lean()
    }
}
