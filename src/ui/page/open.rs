//! An article on its way to the page that shows it.
//!
//! Apart from those pages, which are about an article that is here.

use leptos::prelude::*;

use crate::article::{Article, Slug};
use crate::ui::page::Missing;
use crate::ui::part::{act, live};
use crate::ui::state::{LibraryCtx, Opened};

/// Shows the article of that name as soon as it is here, and until then what becomes of it.
#[component]
pub(crate) fn Open(slug: Slug, show: fn(&'static Article) -> AnyView) -> impl IntoView {
    let library = expect_context::<LibraryCtx>();
    let slug = StoredValue::new(slug);
    let open = move || library.open(&slug.read_value());
    open();
    let state = Memo::new(move |_| library.opened(&slug.read_value()));
    live(move || match state.get() {
        Opened::Here(article, _) => show(article),
        Opened::Missing => view! { <Missing /> }.into_any(),
        Opened::Fetching => view! {
            <p class="preparing quiet" role="status" aria-busy="true">"Fetching the article…"</p>
        }
        .into_any(),
        Opened::Failed(why) => view! {
            <div role="alert">
                <p class="lede">{why}</p>
                <button type="button" class="button" on:click=act(move |_| open())>
                    "Try again"
                </button>
            </div>
        }
        .into_any(),
    })
}
