//! What the ledger makes of what is stored, and that no fault of a store loses an answer.
//!
//! Apart from the ledger, which is shorter than its tests.
