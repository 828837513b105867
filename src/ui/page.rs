//! The pages, one file each.
//!
//! Apart from the parts: a page takes an article or nothing, and contexts.

mod checkpoint;
mod draw;
mod library;
mod missing;
mod notes;
mod outcome;
mod progress;
mod quiz;
mod reader;
mod review;
mod settings;
mod sheet;
mod sitting;
mod told;

pub(crate) use library::Library;
pub(crate) use missing::Missing;
pub(crate) use notes::NotesPage;
pub(crate) use progress::ProgressPage;
pub(crate) use quiz::QuizPage;
pub(crate) use reader::Reader;
pub(crate) use review::ReviewPage;
pub(crate) use settings::SettingsPage;
pub(crate) use sheet::SheetPage;
pub(crate) use told::{Told, written};
