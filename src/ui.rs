//! The page: its frame, its routes, its pages and their parts.
//!
//! Apart from the pure rooms, whose values it shows and never changes by itself. Routes and words
//! name no `leptos`, so they are here without the feature `web` too, and tested.

#![cfg_attr(
    feature = "web",
    expect(
        unreachable_pub,
        reason = "leptos makes a component's inner function public, whatever was written"
    )
)]

pub mod exchange;
pub mod route;
pub mod tutor;
pub mod words;

#[cfg(feature = "web")]
mod examiner;
#[cfg(feature = "web")]
mod frame;
#[cfg(feature = "web")]
mod keys;
#[cfg(feature = "web")]
mod library;
#[cfg(feature = "web")]
mod page;
#[cfg(feature = "web")]
mod part;
#[cfg(feature = "web")]
mod state;
#[cfg(feature = "web")]
mod trouble;

#[cfg(feature = "web")]
pub use frame::App;
