//! The Library: all articles, as a table of contents.
//!
//! Apart from the reader, which shows one.

use leptos::prelude::*;

use crate::article::Article;
use crate::browser::text::lower_case;
use crate::shelf;
use crate::study::Record;
use crate::ui::part::{Day, day, live};
use crate::ui::route::Route;
use crate::ui::search;
use crate::ui::state::{ScoresCtx, SearchCtx};
use crate::ui::words;

/// Every article of the shelf, with a search over their words.
#[component]
pub(crate) fn Library() -> impl IntoView {
    let query = expect_context::<SearchCtx>().query;
    let found = Memo::new(move |_| found(&query.read()));
    view! {
        <div class="library">
            <h1 class="page-title" tabindex="-1">
                "Library"
            </h1>
            {match shelf::articles() {
                [] => view! { <Empty /> }.into_any(),
                all => {
                    view! {
                        <Search query />
                        <p class="quiet" role="status">
                            {live(move || outcome(&query.read(), found.read().len(), all.len()))}
                        </p>
                        {live(move || {
                            let found = found.read();
                            let entries = found.iter().map(|&index| view! { <Entry article=&all[index] /> });
                            entries.collect_view()
                        })}
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
    let scores = expect_context::<ScoresCtx>();
    view! {
        <article>
            <h2>
                <a href=Route::Read(article.slug.clone(), None).href()>{&*article.title}</a>
            </h2>
            {article.dek.as_deref().map(|dek| view! { <p class="dek">{dek}</p> })}
            <p class="quiet">
                {words::minutes(article)} {article.date.map(|date| view! { " · " <Day date /> })}
            </p>
            {live(move || scores.record(&article.slug).map(|record| view! { <p class="quiet">{history(&record)}</p> }))}
        </article>
    }
}

fn found(query: &str) -> Vec<usize> {
    let articles = shelf::articles().iter().enumerate();
    articles
        .filter(|(_, article)| search::finds(article, query, lower_case))
        .map(|(index, _)| index)
        .collect()
}

fn outcome(query: &str, found: usize, all: usize) -> String {
    match (query.trim(), found) {
        ("", _) => words::count(all, "article"),
        (query, 0) => format!("Nothing found for “{query}”"),
        (_, found) => format!("{found} of {}", words::count(all, "article")),
    }
}

fn history(record: &Record) -> String {
    let when = format!("quizzed {}", day(record.when));
    let scores = Some(words::scores(record)).filter(|scores| !scores.is_empty());
    words::join(scores.into_iter().chain([when]))
}
