//! What the pages share, as small values that are handed down by context.
//!
//! Apart from the pages, so that no page knows another.

mod desks;
mod preferences;
mod scores;

use leptos::prelude::*;

use crate::browser::address;
use crate::ui::route::Route;

pub(crate) use desks::{DeskName, DesksCtx};
pub(crate) use preferences::PreferencesCtx;
pub(crate) use scores::{Import, ScoresCtx};

/// Where the reader is; `None` where the address leads nowhere.
#[derive(Clone, Copy)]
pub(crate) struct RouteCtx(pub(crate) Signal<Option<Route>>);

impl RouteCtx {
    /// Follows the address from now on.
    pub(crate) fn follow() -> Self {
        let (hash, set_hash) = signal(address::hash());
        StoredValue::new_local(address::on_hash_change(move |hash| set_hash.set(hash)));
        let route = Memo::new(move |_| hash.with(|hash| read(hash)));
        RouteCtx(route.into())
    }
}

fn read(hash: &str) -> Option<Route> {
    hash.trim_start_matches('#').parse().ok()
}
