//! What follows from signals: values reckoned anew when those change, and deeds done anew.
//!
//! Apart for the same reason as `live`: leptos is compiled once more for every type of value that it
//! keeps and every closure that it is given, and here all are of one type to it.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// A value that follows from signals; who has read it hears only when it has become another.
pub(crate) struct Watched<T> {
    memo: Memo<Erased>,
    value: PhantomData<fn() -> T>,
}

/// A value of any type that can be compared.
#[derive(Clone)]
struct Erased(Arc<dyn Value>);

trait Value: Any + Send + Sync {
    fn is(&self, other: &dyn Any) -> bool;
}

/// The value that `reckon` makes, now and whenever a signal changes that it has read.
pub(crate) fn watch<T>(reckon: impl Fn() -> T + Send + Sync + 'static) -> Watched<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let reckon: Box<dyn Fn() -> Erased + Send + Sync> =
        Box::new(move || Erased(Arc::new(reckon())));
    Watched {
        memo: erased(reckon),
        value: PhantomData,
    }
}

/// Acts now, and again whenever a signal changes that was read then.
pub(crate) fn react(act: impl Fn() + 'static) {
    let act: Box<dyn Fn()> = Box::new(act);
    Effect::new(move |_: Option<()>| act());
}

fn erased(reckon: Box<dyn Fn() -> Erased + Send + Sync>) -> Memo<Erased> {
    Memo::new(move |_| reckon())
}

impl<T: Clone + 'static> Watched<T> {
    /// The value now, to whoever wants to hear of the next.
    pub(crate) fn get(self) -> T {
        self.take(self.memo.get())
    }

    fn take(self, erased: Erased) -> T {
        let value = (&*erased.0 as &dyn Any).downcast_ref::<T>();
        value
            .expect("a watched value has the type it was made with")
            .clone()
    }
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Watched<T> {}

impl PartialEq for Erased {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&*other.0 as &dyn Any)
    }
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>() == Some(self)
    }
}
