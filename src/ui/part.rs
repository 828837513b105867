//! Parts of pages: they take values and callbacks, and know no context.
//!
//! Apart from the pages, which decide what is shown where.

mod day;
mod icon;
mod live;
mod marked;
pub(crate) mod nodes;
mod options;
mod order;
mod question;
mod sheet;
mod title;
mod watch;

pub(crate) use day::{Day, day_words};
pub(crate) use icon::{Cross, Down, Ring, Tick, Up};
pub(crate) use live::{act, anew, live};
pub(crate) use marked::marked;
pub(crate) use options::choose;
pub(crate) use question::{DEEDS, QuestionForm, deed, link, name_of, word};
pub(crate) use sheet::{Sheet, State};
pub(crate) use title::title;
pub(crate) use watch::{Watched, react, watch};
