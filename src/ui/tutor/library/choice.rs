//! What the reader has chosen to see of the Library, and in which order.
//!
//! Apart from the page, which asks for all of it anew whenever something was chosen.

use crate::shelf::CARDS_AT_ONCE;
use crate::words::{Word, w};

/// All that can be chosen. It lasts as long as the page is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) sort: Sort,
    pub(super) only: Only,
    pub(super) category: Option<String>,
    /// How many are shown at most.
    pub(super) most: usize,
}

/// An order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sort {
    /// That of the Library, or the best first where something is searched.
    #[default]
    Listed,
    Title,
    Date,
    Length,
    Progress,
}

/// Articles of some sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Only {
    #[default]
    All,
    /// Neither opened nor quizzed.
    Unread,
    /// Begun, and not read to the end.
    Started,
    Quizzed,
    Due,
}

impl Sort {
    pub(super) const ALL: [(Sort, &str, Word); 5] = [
        (Sort::Listed, "listed", w::LIBRARY_SORT_LISTED),
        (Sort::Title, "title", w::LIBRARY_SORT_TITLE),
        (Sort::Date, "date", w::LIBRARY_SORT_DATE),
        (Sort::Length, "length", w::LIBRARY_SORT_LENGTH),
        (Sort::Progress, "progress", w::LIBRARY_SORT_PROGRESS),
    ];
}

impl Only {
    pub(super) const ALL: [(Only, &str, Word); 5] = [
        (Only::All, "all", w::LIBRARY_ONLY_ALL),
        (Only::Unread, "unread", w::LIBRARY_ONLY_UNREAD),
        (Only::Started, "started", w::LIBRARY_ONLY_STARTED),
        (Only::Quizzed, "quizzed", w::LIBRARY_ONLY_QUIZZED),
        (Only::Due, "due", w::LIBRARY_ONLY_DUE),
    ];

    /// What to say where there are none.
    pub(super) fn none(self) -> Word {
        match self {
            Only::All => w::LIBRARY_NONE_ALL,
            Only::Unread => w::LIBRARY_NONE_UNREAD,
            Only::Started => w::LIBRARY_NONE_STARTED,
            Only::Quizzed => w::LIBRARY_NONE_QUIZZED,
            Only::Due => w::LIBRARY_NONE_DUE,
        }
    }
}

impl Default for Choice {
    fn default() -> Self {
        Choice {
            sort: Sort::default(),
            only: Only::default(),
            category: None,
            most: CARDS_AT_ONCE,
        }
    }
}

impl Choice {
    /// Takes what an element's `data-do` names, with its value. What is no choice changes nothing.
    pub(super) fn take(&mut self, what: &str, with: &str) {
        match what {
            "library-sort" => self.sort = named(&Sort::ALL, with).unwrap_or(self.sort),
            "library-only" => self.only = named(&Only::ALL, with).unwrap_or(self.only),
            "library-category" => {
                self.category = Some(with.to_owned()).filter(|it| !it.is_empty());
            }
            "library-more" => return self.most += CARDS_AT_ONCE,
            "library-again" => return,
            _ => *self = Choice::default(),
        }
        self.most = CARDS_AT_ONCE;
    }

    /// Whether some articles are left out.
    pub(super) fn is_narrow(&self) -> bool {
        self.only != Only::All || self.category.is_some()
    }
}

fn named<T: Copy>(all: &[(T, &str, Word)], name: &str) -> Option<T> {
    let found = all.iter().find(|(_, it, _)| *it == name);
    found.map(|(choice, _, _)| *choice)
}
