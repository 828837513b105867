//! Readback presents articles to read and quizzes the reader on what they say.
//!
//! The rooms, in reading order. Each may know only those above it, and the last two know all:
//!
//! | room | what it is for | what may not be in it |
//! |---|---|---|
//! | `json` | reading JSON | anything of ours |
//! | [`words`] | the words of the interface, in the reader's language | the same |
//! | [`article`] | bytes of a text file into an article and notices | clock, chance, storage, browser |
//! | [`find`] | words of articles, and finding articles by them | the same |
//! | [`language`] | sentences, tokens, tags and noun phrases of English prose, as spans | the same |
//! | [`question`] | an article's bank of questions, and drawing from it | the same |
//! | [`study`] | sessions, attempts, progress, and how they are stored | the same |
//! | [`audit`] | a second reading of finished questions, for the command line and the tests alone | the same, and any rule of `question` |
//! | [`shelf`] | the articles compiled in | anything but `json` and `article` |
//! | [`browser`] | storage, clock, chance, address, worker: the only room that names the browser | anything of ours |
//! | [`ui`] | the page: the only room that names `leptos` | rules of reading, questions or study |
//!
//! The binaries are `app` (the page), `examiner` (the worker) and `readback` (the command line).
//! The feature `web` turns on `browser` and `ui`; without it every rule of the product is
//! still here, and tested.

pub mod article;
pub mod audit;
pub mod find;
mod json;
pub mod language;
pub mod question;
pub mod shelf;
pub mod study;
pub mod words;

#[cfg(feature = "browser")]
pub mod browser;
pub mod ui;
