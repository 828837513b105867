//! What can be chosen, and what can be done with the scores.
//!
//! Apart from the other pages, which only read what is chosen here.

use leptos::html;
use leptos::prelude::*;

use crate::browser::{clock, file};
use crate::study::{Backup, Keys, Preferences, Theme};
use crate::ui::keys::hold;
use crate::ui::part::{act, live};
use crate::ui::state::{DesksCtx, Import, PreferencesCtx, ScoresCtx};
use crate::ui::words;

const THEMES: [(Theme, &str); 3] = [
    (Theme::Auto, "As the system has it"),
    (Theme::Light, "Light"),
    (Theme::Dark, "Dark"),
];

/// Theme, keys, and the scores as a whole.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    view! {
        <div class="settings">
            <h1 class="page-title" tabindex="-1">
                "Settings"
            </h1>
            <Themes />
            <SingleKeys />
            <Scores />
        </div>
    }
}

#[component]
fn Themes() -> impl IntoView {
    let preferences = expect_context::<PreferencesCtx>();
    let choice = move |(theme, name): (Theme, &'static str)| {
        let choose = move |_| {
            preferences.set(Preferences {
                theme,
                ..preferences.get_untracked()
            });
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="theme"
                    prop:checked=move || preferences.get().theme == theme
                    on:change=act(choose)
                />
                {name}
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="section-title">"Theme"</legend>
            <div class="row">{THEMES.map(choice).into_iter().collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn SingleKeys() -> impl IntoView {
    let preferences = expect_context::<PreferencesCtx>();
    let toggle = move |_| {
        let now = preferences.get_untracked();
        let keys = match now.keys {
            Keys::On => Keys::Off,
            Keys::Off => Keys::On,
        };
        preferences.set(Preferences { keys, ..now });
    };
    view! {
        <section>
            <h2 class="section-title">"Keyboard"</h2>
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || preferences.get().keys == Keys::On
                    on:change=act(toggle)
                />
                "Keyboard shortcuts"
            </label>
            <p class="quiet">"1 – 9 choose, Enter checks and goes on, / searches, ? lists them."</p>
        </section>
    }
}

/// Outcomes are told in one place, so that a later one takes the place of an earlier.
#[component]
fn Scores() -> impl IntoView {
    let scores = expect_context::<ScoresCtx>();
    let message = RwSignal::new(String::new());
    let import = RwSignal::new(None);
    let export = move |_| {
        let name = "readback-backup.json";
        let offered = file::offer(name, "application/json", &scores.backup());
        message.set(offered.err().map_or_else(String::new, |error| {
            format!("Nothing was exported: {error}.")
        }));
    };
    let pick = move |_| {
        let limit = Backup::MAX_BYTES as u64;
        let picked = file::pick(".json,application/json", limit, move |text| {
            let read = text.map_err(|error| error.to_string());
            match read.and_then(|text| scores.compare(&text)) {
                Ok(found) => {
                    message.set(String::new());
                    import.set(Some(found));
                }
                Err(why) => message.set(format!("Nothing was imported: {why}.")),
            }
        });
        if let Err(error) = picked {
            message.set(format!("Nothing was imported: {error}."));
        }
    };
    view! {
        <section>
            <h2 class="section-title">"Scores"</h2>
            <p>"Scores stay in this browser. A backup carries them to another one."</p>
            <p class="row">
                <button type="button" class="button" on:click=act(export)>"Export backup"</button>
                <button type="button" class="button" on:click=act(pick)>"Import backup"</button>
                <Erase message />
            </p>
            {live(move || import.get().map(|found| view! { <Confirm found import message /> }))}
            <p role="status">{live(move || message.get())}</p>
            <p class="quiet">{live(move || unreadable(scores.unreadable()))}</p>
        </section>
    }
}

/// What an import would do, before it is done.
#[component]
fn Confirm(
    found: Import,
    import: RwSignal<Option<Import>>,
    message: RwSignal<String>,
) -> impl IntoView {
    let scores = expect_context::<ScoresCtx>();
    let says = format!(
        "This backup of {} has {} that {} not here yet, and {} that already are.",
        clock::format_day(found.made.0),
        words::count(found.new.len(), "answer"),
        if found.new.len() == 1 { "is" } else { "are" },
        found.known,
    );
    let number = found.new.len();
    let add = (number > 0).then(|| {
        let add = move |_| {
            scores.keep(found.new.clone());
            message.set(format!("{} added.", words::count(number, "answer")));
            import.set(None);
        };
        view! { <button type="button" class="button" data-rank="first" on:click=act(add)>"Add them"</button> }
    });
    view! {
        <div role="group" aria-label="Import">
            <p>{says}</p>
            <p class="row">
                {add}
                <button type="button" class="button" on:click=act(move |_| import.set(None))>
                    {if number > 0 { "Leave it" } else { "Close" }}
                </button>
            </p>
        </div>
    }
}

#[component]
fn Erase(message: RwSignal<String>) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let scores = expect_context::<ScoresCtx>();
    let desks = expect_context::<DesksCtx>();
    let preferences = expect_context::<PreferencesCtx>();
    let open = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            // Throws only where it is open already.
            let _ = dialog.show_modal();
        }
    };
    let erase = move |_| {
        scores.erase();
        desks.clear_all();
        preferences.show(Preferences::default());
        message.set("Everything was erased.".to_owned());
    };
    let goes = move || {
        let answers = words::count(scores.progress().read().attempts().len(), "answer");
        format!(
            "{answers}, all scores and these settings go from this browser, and cannot be brought back without a backup."
        )
    };
    view! {
        <button type="button" class="button" data-rank="grave" on:click=act(open)>"Erase all data"</button>
        <dialog node_ref=dialog aria-labelledby="erase" on:keydown=act(hold)>
            <h2 id="erase">"Erase all data?"</h2>
            <p>{live(goes)}</p>
            <form method="dialog" class="row">
                <button class="button" autofocus>"Keep everything"</button>
                <button class="button" data-rank="grave" on:click=act(erase)>"Erase"</button>
            </form>
        </dialog>
    }
}

fn unreadable(number: usize) -> Option<String> {
    (number > 0).then(|| {
        let values = words::count(number, "stored value");
        format!("{values} could not be read by this version of Readback, and left alone.")
    })
}
