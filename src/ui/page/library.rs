//! The Library: all articles, as a table of contents.
//!
//! Apart from the reader, which shows one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::article::Article;
use crate::shelf::Cards;
use crate::ui::library;
use crate::ui::part::{Day, live, watch};
use crate::ui::route::Route;
use crate::ui::state::shared;
use crate::ui::words;

/// Every article, with a search over their words. Of a large library these are the first of them,
/// and `assets/large.js` brings more.
#[component]
pub(crate) fn Library() -> impl IntoView {
    let query = shared().search.query;
    let found = watch(move || Arc::new(library::search(&query.read())));
    view! {
        <div class="library">
            <h1 class="page-title" tabindex="-1">
                "Library"
            </h1>
            {match untrack(|| found.get()).of {
                0 => view! { <Empty /> }.into_any(),
                _ => {
                    view! {
                        <Search query />
                        <p class="quiet" role="status">
                            {live(move || outcome(&query.read(), &found.get()))}
                        </p>
                        {live(move || {
                            let found = found.get();
                            let entries = found.articles.iter().map(|&article| view! { <Entry article /> });
                            entries.collect_view()
                        })}
                        <more-articles></more-articles>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Empty() -> impl IntoView {
    view! { <p class="lede">"No articles yet: put .txt or .md files in seeds/ and build again."</p> }
}

#[component]
fn Search(query: RwSignal<String>) -> impl IntoView {
    view! {
        <input
            id="search"
            type="search"
            class="field search"
            aria-label="Search"
            placeholder="Search"
            autocomplete="off"
            prop:value=query
            on:input:target=move |event| query.set(event.target().value())
        />
    }
}

#[component]
fn Entry(article: &'static Article) -> impl IntoView {
    let tutor = shared().tutor;
    view! {
        <article>
            <h2>
                <a href=Route::Read(article.slug.clone(), None).href()>{&*article.title}</a>
            </h2>
            {article.dek.as_deref().map(|dek| view! { <p class="dek">{dek}</p> })}
            <p class="quiet">
                {words::minutes(article.minutes)} {article.date.map(|date| view! { " · " <Day date /> })}
            </p>
            {live(move || {
                let line = Some(tutor.line(&article.slug)).filter(|line| !line.is_empty());
                line.map(|line| view! { <p class="quiet">{line}</p> })
            })}
        </article>
    }
}

fn outcome(query: &str, found: &Cards) -> String {
    let all = words::count(found.of, "article");
    match (query.trim(), found.found) {
        ("", _) => all,
        (query, 0) => format!("Nothing found for “{query}”"),
        (_, found) => format!("{found} of {all}"),
    }
}
