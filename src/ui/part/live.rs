//! Views, words and handlers that act later, each of one type.
//!
//! Apart because leptos is compiled once more for every closure that it is given: boxed here, all
//! of them are one to it, and the page is smaller by as much.

use leptos::prelude::*;

/// What the closure shows, and shows anew whenever something changes that it has read.
pub(crate) fn live<V: IntoAny>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || view().into_any());
    view.into_any()
}

/// Does something, and does it anew whenever something changes that it has read.
pub(crate) fn watch(effect: impl Fn() + 'static) {
    let effect: Box<dyn Fn()> = Box::new(effect);
    Effect::new(move || effect());
}

/// What happens with an event.
pub(crate) fn act<E>(handler: impl FnMut(E) + Send + 'static) -> Box<dyn FnMut(E) + Send> {
    Box::new(handler)
}
