//! The tutor: what the reader has done and is to do next, told to the page from a worker.
//!
//! Apart from the page, which would be half as big again with it; and without `leptos`, so that
//! every word of it is tested without a browser.

pub mod node;
