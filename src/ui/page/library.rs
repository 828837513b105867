//! The Library: all articles, as a table of contents.
//!
//! Apart from the reader, which shows one.

use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use crate::article::Article;
use crate::browser::{address, tree};
use crate::ui::library;
use crate::ui::part::{Day, act, live, react};
use crate::ui::route::Route;
use crate::ui::state::{Again, SearchCtx, TutorCtx, shared};
use crate::ui::words;
use crate::words::{count, fill, say, w};

/// What the tutor writes: what can be chosen, and in the place of all articles those that were searched
/// or chosen.
const FIND: &str = "find";

/// Every article, with a search over their words. Of a large library these are the first of them. As
/// soon as something is searched or chosen, the tutor's list hides this one.
#[component]
pub(crate) fn Library() -> impl IntoView {
    let cards = library::cards();
    let entries = cards.articles.iter();
    let entries = entries.map(|&article| view! { <Entry article /> });
    let of = cards.of;
    view! {
        <div class="library">
            <h1 class="page-title" tabindex="-1">
                {say(w::LIBRARY_TITLE)}
            </h1>
            {match of {
                0 => view! { <p class="lede">{say(w::LIBRARY_EMPTY)}</p> }.into_any(),
                _ => {
                    view! {
                        <Search of />
                        {entries.collect_view()}
                        <more-articles></more-articles>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Search(of: usize) -> impl IntoView {
    let (tutor, search) = (shared().tutor, shared().search);
    let (query, says) = (search.query, search.says);
    react(move || look(tutor, search));
    view! {
        <input
            id="search"
            type="search"
            class="field search"
            aria-label=say(w::LIBRARY_SEARCH)
            placeholder=say(w::LIBRARY_SEARCH)
            autocomplete="off"
            prop:value=query
            on:input:target=move |event| query.set(event.target().value())
            on:keydown=act(move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    query.set(String::new());
                }
            })
        />
        <p class="quiet" role="status">
            {live(move || match says.get() {
                says if says.is_empty() => count(w::LIBRARY_COUNT, of),
                says => says,
            })}
        </p>
        <div
            id=FIND
            on:click=act(move |event: MouseEvent| choose(tutor, query, &event))
            on:change=act(move |event: Event| choose(tutor, query, &event))
        ></div>
    }
}

/// Asks the tutor for what is searched and chosen, now and whenever that changes: once after the other,
/// so that only the last of many letters waits.
fn look(tutor: TutorCtx, search: SearchCtx) {
    tutor.version();
    let query = search.query.get();
    if search.waits.get_value().is_some() {
        return search.waits.set_value(Some(Again::Yes));
    }
    search.waits.set_value(Some(Again::No));
    tutor.find(&query, move |reply| {
        match reply {
            Ok(reply) => {
                tree::show(FIND, &reply.view.unwrap_or_default());
                search.says.set(reply.says.unwrap_or_default());
            }
            Err(why) => search.says.set(fill(w::LIBRARY_FAILED, &[&why])),
        }
        let again = search.waits.get_value();
        search.waits.set_value(None);
        if again == Some(Again::Yes) {
            search.query.notify();
        }
    });
}

/// Does what the element asks for, where it asks for something.
fn choose(tutor: TutorCtx, query: RwSignal<String>, event: &Event) {
    match tree::used(event) {
        Some((what, with)) if what == "query" => {
            query.set(with);
            address::focus("#search");
        }
        Some((what, with)) => tutor.act(&what, &with, |_| {}),
        None => {}
    }
}

#[component]
fn Entry(article: &'static Article) -> impl IntoView {
    let tutor = shared().tutor;
    view! {
        <article>
            <h2 lang="en">
                <a href=Route::Read(article.slug.clone(), None).href()>{&*article.title}</a>
            </h2>
            {article.dek.as_deref().map(|dek| view! { <p class="dek" lang="en">{dek}</p> })}
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
