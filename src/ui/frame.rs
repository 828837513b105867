//! What stands around every page, and what happens when one gives way to another.
//!
//! Apart from the pages, each of which knows only itself.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::browser::text::quoted;
use crate::browser::{address, clock, tree};
use crate::ui::keys::KeyHelp;
use crate::ui::library;
use crate::ui::page::{
    Library, Missing, NotesPage, ProgressPage, QuizPage, Reader, ReviewPage, SettingsPage,
    SheetPage,
};
use crate::ui::part::nodes::{el, list, mark};
use crate::ui::part::{Watched, act, anew, live, react, watch};
use crate::ui::route::{Place, Route};
use crate::ui::state::{Arrival, SearchCtx, Shared, shared};
use crate::words::{self, Word, fill, say, w};

const LINKS: [(Word, Route); 5] = [
    (w::FRAME_LIBRARY, Route::Library),
    (w::FRAME_REVIEW, Route::Review),
    (w::FRAME_PROGRESS, Route::Progress),
    (w::FRAME_NOTES, Route::Notes),
    (w::FRAME_SETTINGS, Route::Settings),
];

/// The id of the banner.
const BANNER: &str = "banner";

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    words::set(address::noted("words"));
    clock::set_locale(say(w::LANGUAGE));
    let Shared {
        route,
        tutor,
        search,
        ..
    } = Shared::provide();
    arrive_with(route.0, search);
    view! {
        <SkipLink />
        <Banner route=route.0 />
        <p class="trouble column" role="status">{live(move || tutor.trouble())}</p>
        <main id="content" tabindex="-1" class="column">
            <Page route=route.0 />
        </main>
        <KeyHelp />
    }
}

/// A link within the page would be taken for a route, so it moves the focus itself.
#[component]
fn SkipLink() -> impl IntoView {
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        address::focus("#content");
    };
    view! {
        <a class="skip" href="#content" on:click=act(skip)>
            {say(w::FRAME_SKIP)}
        </a>
    }
}

/// The banner, with how many questions are due beside the link that tells of them.
#[component]
fn Banner(route: Watched<Option<Route>>) -> impl IntoView {
    let tutor = shared().tutor;
    react(move || {
        let due = tutor.overview().read().due;
        tree::show(BANNER, &banner(route.get().as_ref(), due));
    });
    view! { <header id=BANNER class="banner"></header> }
}

fn banner(here: Option<&Route>, due: usize) -> String {
    let link = |(name, to): &(Word, Route)| {
        let (href, is_here) = (to.href(), here == Some(to));
        let mut inside = vec![quoted(say(*name))];
        if due > 0 && *to == Route::Review {
            let number = quoted(&format!("\u{a0}{due}"));
            inside.push(el("small", &[("aria-hidden", "true")], &[number]));
        }
        let link = [
            // By which it keeps the focus.
            ("id", &*href),
            ("href", &href),
            ("aria-current", if is_here { "page" } else { "" }),
        ];
        el("li", &[], &[el("a", &link, &inside)])
    };
    let links = el("ul", &[], &LINKS.each_ref().map(link));
    let home = [("class", "home"), ("href", &*Route::Library.href())];
    list(&[
        el("a", &home, &[mark(), quoted("Readback")]),
        el("nav", &[("aria-label", say(w::FRAME_MAIN))], &[links]),
    ])
}

/// Another place in the same article is not another page.
#[component]
fn Page(route: Watched<Option<Route>>) -> impl IntoView {
    let page = watch(move || route.get().map(without_place));
    anew(move || match page.get() {
        Some(Route::Library) => view! { <Library /> }.into_any(),
        Some(Route::Read(slug, _)) => match library::find(&slug) {
            Some(article) => view! { <Reader article /> }.into_any(),
            None => view! { <Missing /> }.into_any(),
        },
        Some(Route::Quiz(slug)) => match library::find(&slug) {
            Some(article) => view! { <QuizPage article /> }.into_any(),
            None => view! { <Missing /> }.into_any(),
        },
        Some(route @ Route::Sheet(..)) => view! { <SheetPage route /> }.into_any(),
        Some(Route::Review) => view! { <ReviewPage /> }.into_any(),
        Some(Route::Progress) => view! { <ProgressPage /> }.into_any(),
        Some(Route::Notes) => view! { <NotesPage /> }.into_any(),
        Some(Route::Settings) => view! { <SettingsPage /> }.into_any(),
        None => view! { <Missing /> }.into_any(),
    })
}

/// Sets the title with every route, and moves focus and view to what was asked for.
fn arrive_with(route: Watched<Option<Route>>, search: SearchCtx) {
    let last = RefCell::new(None);
    react(move || {
        let now = route.get();
        address::set_title(&title(now.as_ref()));
        let before = last.replace(Some(now.clone()));
        let step = match step(before.as_ref(), now.as_ref()) {
            Step::Top if search.arrive() == Arrival::Search => Step::To("search".to_owned()),
            step => step,
        };
        // Once the new page stands.
        request_animation_frame(move || take(&step));
    });
}

/// What a change of route does to focus and view.
enum Step {
    /// Nothing: the page has just been loaded, or Back leads up the same article.
    Stay,
    /// To the head of a page.
    Top,
    /// To the element with this id.
    To(String),
    /// To the marked words, or, where an old link fits the text no more, to their section.
    Mark(String),
}

fn step(before: Option<&Option<Route>>, now: Option<&Route>) -> Step {
    match now {
        Some(Route::Read(slug, Some(place))) => {
            let section = Place::Section(place.section());
            let id = Route::Read(slug.clone(), Some(section)).to_string();
            match place {
                Place::Section(_) => Step::To(id),
                Place::Words(_) => Step::Mark(id),
            }
        }
        _ if is_same_page(before, now) => Step::Stay,
        _ => Step::Top,
    }
}

fn is_same_page(before: Option<&Option<Route>>, now: Option<&Route>) -> bool {
    let page = |route: Option<&Route>| route.cloned().map(without_place);
    before.is_none_or(|before| page(before.as_ref()) == page(now))
}

fn take(step: &Step) {
    match step {
        Step::Stay => {}
        Step::Top => {
            address::scroll_to_top();
            address::focus("h1");
        }
        Step::To(id) => {
            show(id);
        }
        Step::Mark(section) => {
            if !show("mark") {
                show(section);
            }
        }
    }
}

/// Moves focus and view to the element with this id; says whether there is one.
fn show(id: &str) -> bool {
    address::focus(&format!("[id='{id}']")) && address::scroll_into_view(id)
}

fn without_place(route: Route) -> Route {
    match route {
        Route::Read(slug, _) => Route::Read(slug, None),
        route => route,
    }
}

fn title(route: Option<&Route>) -> String {
    let missing = || say(w::FRAME_MISSING);
    let title_of = |slug| library::find(slug).map_or_else(missing, |article| &article.title);
    let name = match route {
        Some(Route::Library) => return "Readback".to_owned(),
        Some(Route::Read(slug, _)) => title_of(slug).to_owned(),
        Some(Route::Quiz(slug)) => fill(w::FRAME_QUIZ_OF, &[title_of(slug)]),
        Some(Route::Sheet(slug, _)) => fill(w::SHEET_TITLE_OF, &[title_of(slug)]),
        Some(Route::Review) => say(w::FRAME_REVIEW).to_owned(),
        Some(Route::Progress) => say(w::FRAME_PROGRESS).to_owned(),
        Some(Route::Notes) => say(w::FRAME_NOTES).to_owned(),
        Some(Route::Settings) => say(w::FRAME_SETTINGS).to_owned(),
        None => missing().to_owned(),
    };
    [&name, " · Readback"].concat()
}
