//! Parts of pages: they take values and callbacks, and know no context.
//!
//! Apart from the pages, which decide what is shown where.

mod day;
mod icon;
mod live;
mod marked;
mod question;

pub(crate) use day::{Day, day};
pub(crate) use icon::{Cross, Mark, Tick};
pub(crate) use live::{act, live};
pub(crate) use marked::Marked;
pub(crate) use question::{QuestionForm, Sign, choose, is_several, name_of};
