//! How long what was read of an article is held.
//!
//! Apart from `reading`, where it is read.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{Quotes, Reading, Register, Store};

impl Reading<'_> {
    /// Lets go of what only the making of questions needs, before they are compared: a text as long as a book would
    /// be held several times over.
    pub(crate) fn let_go(&mut self) {
        self.store = Store::default();
        self.deeds = Vec::new();
        self.statements = Vec::new();
        self.beings = Vec::new();
        self.clauses = BTreeMap::new();
        self.register = Register::default();
        self.mentions = FxHashMap::default();
        self.quotes = Quotes::default();
    }
}
