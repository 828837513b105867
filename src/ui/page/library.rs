//! The Library: all articles, as a table of contents.
//!
//! Apart from the reader, which shows one.

use leptos::prelude::*;

use crate::shelf::{CARDS_AT_ONCE, Card};
use crate::study::Record;
use crate::ui::catalogue::Found;
use crate::ui::part::{Day, act, day, live};
use crate::ui::route::Route;
use crate::ui::state::{LibraryCtx, ScoresCtx, SearchCtx};
use crate::ui::words;

/// The articles, page by page, with a search over their words.
#[component]
pub(crate) fn Library() -> impl IntoView {
    let library = expect_context::<LibraryCtx>();
    let search = expect_context::<SearchCtx>();
    let SearchCtx { query, most, .. } = search;
    Effect::new(move || library.look(&query.read(), most.get()));
    let found = Memo::new(move |_| library.found(&query.read(), most.get()));
    view! {
        <div class="library">
            <h1 class="page-title" tabindex="-1">
                "Library"
            </h1>
            {match library.count() {
                0 => view! { <Empty /> }.into_any(),
                all => {
                    view! {
                        <Search search />
                        <p class="quiet" role="status">
                            {live(move || outcome(&query.read(), &found.read(), all))}
                        </p>
                        {live(move || {
                            let cards = found.read().cards.clone();
                            cards.into_iter().map(|card| view! { <Entry card /> }).collect_view()
                        })}
                        {live(move || next(&found.read(), library, search))}
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
fn Search(search: SearchCtx) -> impl IntoView {
    view! {
        <input
            id="search"
            type="search"
            class="field search"
            aria-label="Search"
            placeholder="Search"
            autocomplete="off"
            prop:value=search.query
            on:input:target=move |event| search.begin(event.target().value())
        />
    }
}

#[component]
fn Entry(card: Card) -> impl IntoView {
    let scores = expect_context::<ScoresCtx>();
    let slug = card.slug.clone();
    view! {
        <article>
            <h2>
                <a href=Route::Read(card.slug, None).href()>{card.title}</a>
            </h2>
            {card.dek.map(|dek| view! { <p class="dek">{dek}</p> })}
            <p class="quiet">
                {words::minutes(card.minutes)} {card.date.map(|date| view! { " · " <Day date /> })}
            </p>
            {live(move || scores.record(&slug).map(|record| view! { <p class="quiet">{history(&record)}</p> }))}
        </article>
    }
}

/// What can be done where not all is shown that there is.
fn next(found: &Found, library: LibraryCtx, search: SearchCtx) -> Option<AnyView> {
    let shown = found.cards.len();
    let (name, press): (_, Box<dyn Fn() + Send>) = match found.error {
        Some(_) => {
            let look = move || library.look(&search.query.read_untracked(), shown);
            ("Try again", Box::new(look))
        }
        None if shown < found.number => (
            "Show more",
            Box::new(move || search.most.set(shown + CARDS_AT_ONCE)),
        ),
        None => return None,
    };
    Some(
        view! {
            <p>
                <button type="button" class="button" on:click=act(move |_| press())>
                    {name}
                </button>
            </p>
        }
        .into_any(),
    )
}

fn outcome(query: &str, found: &Found, all: usize) -> String {
    let all = words::count(all, "article");
    match (query.trim(), found) {
        (
            _,
            Found {
                error: Some(why), ..
            },
        ) => why.clone(),
        ("", _) => all,
        (
            _,
            Found {
                rest: 1.., number, ..
            },
        ) => format!("{number} of {all} so far"),
        (query, Found { number: 0, .. }) => format!("Nothing found for “{query}”"),
        (_, Found { number, .. }) => format!("{number} of {all}"),
    }
}

fn history(record: &Record) -> String {
    let when = format!("quizzed {}", day(record.when));
    let scores = Some(words::scores(record)).filter(|scores| !scores.is_empty());
    words::join(scores.into_iter().chain([when]))
}
