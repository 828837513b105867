//! What the pages share, as small values that are handed down by context.
//!
//! Apart from the pages, so that no page knows another.

mod desks;
mod local;
mod preferences;
mod tutor;
mod wish;

use leptos::prelude::*;

use crate::browser::address;
use crate::ui::examiner::ExaminerCtx;
use crate::ui::part::{Watched, watch};
use crate::ui::route::Route;

pub(crate) use desks::{Desk, DeskName, DesksCtx, Plan};
pub(crate) use preferences::PreferencesCtx;
pub(crate) use tutor::TutorCtx;

/// All that the pages share.
#[derive(Clone, Copy)]
pub(crate) struct Shared {
    /// Where the reader is.
    pub(crate) route: RouteCtx,
    /// What was done so far.
    pub(crate) tutor: TutorCtx,
    /// What was chosen.
    pub(crate) preferences: PreferencesCtx,
    /// Who makes the questions.
    pub(crate) examiner: ExaminerCtx,
    /// The sittings under way.
    pub(crate) desks: DesksCtx,
    /// The search in the Library.
    pub(crate) search: SearchCtx,
}

/// What the pages share, under the whole page. It is one context, for leptos is compiled once more for
/// each.
pub(crate) fn shared() -> Shared {
    expect_context()
}

/// Where the reader is; `None` where the address leads nowhere.
#[derive(Clone, Copy)]
pub(crate) struct RouteCtx(pub(crate) Watched<Option<Route>>);

/// The search in the Library, kept while the page is open.
#[derive(Clone, Copy)]
pub(crate) struct SearchCtx {
    /// What is searched for.
    pub(crate) query: RwSignal<String>,
    /// What is said of what was found; empty where all articles are shown as they are.
    pub(crate) says: RwSignal<String>,
    /// While the tutor is being asked: whether it is to be asked again then.
    pub(crate) waits: StoredValue<Option<Again>>,
    arrival: StoredValue<Arrival>,
}

/// Whether something was typed or done since the tutor was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    /// Nothing.
    No,
    /// Something.
    Yes,
}

/// Where the focus goes in the Library when it is come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// To the heading, as on every page.
    #[default]
    Heading,
    /// To the search box, once.
    Search,
}

impl SearchCtx {
    /// Nothing is searched for.
    pub(crate) fn new() -> Self {
        SearchCtx {
            query: RwSignal::default(),
            says: RwSignal::default(),
            waits: StoredValue::new(None),
            arrival: StoredValue::new(Arrival::default()),
        }
    }

    /// The next arrival is to begin a search.
    pub(crate) fn expect(self) {
        self.arrival.set_value(Arrival::Search);
    }

    /// How to arrive this time.
    pub(crate) fn arrive(self) -> Arrival {
        let arrival = self.arrival.get_value();
        self.arrival.set_value(Arrival::Heading);
        arrival
    }
}

impl Shared {
    /// What is stored, and nothing begun; from now on it is shared.
    pub(crate) fn provide() -> Self {
        let tutor = TutorCtx::load();
        let shared = Shared {
            route: RouteCtx::follow(),
            tutor,
            preferences: PreferencesCtx::follow(tutor),
            examiner: ExaminerCtx::new(tutor),
            desks: DesksCtx::new(tutor),
            search: SearchCtx::new(),
        };
        provide_context(shared);
        shared
    }
}

impl RouteCtx {
    /// Follows the address from now on.
    pub(crate) fn follow() -> Self {
        let (hash, set_hash) = signal(address::hash());
        StoredValue::new_local(address::on_hash_change(move |hash| set_hash.set(hash)));
        RouteCtx(watch(move || hash.with(|hash| read(hash))))
    }
}

fn read(hash: &str) -> Option<Route> {
    hash.trim_start_matches('#').parse().ok()
}
