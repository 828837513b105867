//! Views, words and handlers that act later, each of one type.
//!
//! Apart because leptos is compiled once more for every closure that it is given: boxed here, all
//! of them are one to it, and the page is smaller by as much.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

/// What the closure shows, and shows anew whenever something changes that it has read.
pub(crate) fn live<V: IntoAny>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || view().into_any());
    view.into_any()
}

/// The same, but made wholly anew each time. Leptos would keep the elements where two views are of one
/// type, and put the words of the second into those of the first; other scripts, and what the tutor wrote
/// there, would take the one for the other.
pub(crate) fn anew(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let is_second = AtomicBool::new(false);
    live(move || match is_second.fetch_xor(true, Ordering::Relaxed) {
        // Of another type than without the brackets.
        true => (view(),).into_any(),
        false => view(),
    })
}

/// What happens with an event.
pub(crate) fn act<E>(handler: impl FnMut(E) + Send + 'static) -> Box<dyn FnMut(E) + Send> {
    Box::new(handler)
}
