//! A second look at what was not asked about since it speaks of "the bridge" that an earlier sentence brought in.
//!
//! Apart from `reading`: a reader can place it, but has to think, so that this is for articles that give little else.

use super::{At, Quotes, Reading};

impl Reading<'_> {
    /// Turns to the sentences of which something was not quoted for such a thing's sake, and lets it stand.
    pub(crate) fn look_again(&mut self) {
        self.quotes = Quotes::again(self.quotes.untold());
    }

    /// Whether such a thing may stand.
    pub(crate) fn is_second_look(&self) -> bool {
        self.quotes.second().is_some()
    }

    /// The sentences to ask about one by one, in order: all that say something, at a second look those alone.
    pub(crate) fn asked(&self) -> impl Iterator<Item = At> + '_ {
        self.quotes.second().unwrap_or(&self.claims).iter().copied()
    }
}
