//! What a reader may do in a sitting beside answering, and what comes of it.
//!
//! Apart from the doing, so that the page can ask what may be done.

use std::sync::Arc;

use super::{Item, Phase, Session};
use crate::question::Question;
use crate::study::{Attempt, Grade, Mode};

/// What a reader may do with a question beside answering it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// [`Session::skip`].
    Skip,
    /// [`Session::hint`].
    Hint,
    /// [`Session::undo`].
    Undo,
    /// [`Session::hide`].
    Hide,
    /// [`Session::ease`].
    Ease,
    /// [`Session::overrule`], of the question on the page.
    Overrule,
}

/// An attempt that has got another grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regraded {
    /// As it was kept.
    pub before: Attempt,
    /// As it is to be kept now.
    pub after: Attempt,
}

/// What was undone.
#[derive(Clone, Debug, PartialEq)]
pub enum Undone {
    /// An answer: its attempt counts for nothing now.
    Answer(Box<Regraded>),
    /// The hiding of this question.
    Hiding(Arc<Question>),
}

impl Session {
    /// Whether that would do something now.
    pub fn may(&self, deed: Deed) -> bool {
        let is_asking = matches!(self.phase, Phase::Asking { .. });
        let item = self.current();
        match deed {
            Deed::Skip => is_asking,
            Deed::Hint => is_asking && self.mode != Mode::Exam && item.is_some_and(Item::may_help),
            Deed::Undo => self.hidden.is_some() || (item.is_some() && self.last().is_some()),
            Deed::Hide => item.is_some(),
            Deed::Ease => item.is_some_and(|it| it.grade() == Some(Grade::Good)),
            Deed::Overrule => item.is_some_and(Item::may_be_overruled),
        }
    }
}
