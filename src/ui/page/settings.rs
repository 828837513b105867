//! What can be chosen, and what can be done with the scores.
//!
//! Apart from the other pages, which only read what is chosen here.

use leptos::prelude::*;

use crate::study::{Keys, Preferences, Theme};
use crate::ui::page::Told;
use crate::ui::part::act;
use crate::ui::state::PreferencesCtx;

const THEMES: [(Theme, &str); 3] = [
    (Theme::Auto, "As the system has it"),
    (Theme::Light, "Light"),
    (Theme::Dark, "Dark"),
];

/// Theme, keys, and the scores as a whole. Of a large library `assets/large.js` keeps all
/// articles; elsewhere nothing is shown.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    view! {
        <div class="settings">
            <h1 class="page-title" tabindex="-1">
                "Settings"
            </h1>
            <Themes />
            <SingleKeys />
            <keep-all></keep-all>
            <section>
                <h2 class="section-title">"Scores"</h2>
                <Told name="scores" />
            </section>
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
