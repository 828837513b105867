//! What can be chosen, and what can be done with the scores.
//!
//! Apart from the other pages, which only read what is chosen here.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::browser::tree;
use crate::study::{Keys, Preferences, Theme};
use crate::ui::page::Told;
use crate::ui::part::nodes::{choice, el, list, told};
use crate::ui::part::{act, react};
use crate::ui::state::shared;

/// The id of what shows the choices.
const CHOICES: &str = "choices";

const THEMES: [(Theme, &str); 3] = [
    (Theme::Auto, "As the system has it"),
    (Theme::Light, "Light"),
    (Theme::Dark, "Dark"),
];

/// Theme, keys, and the scores as a whole. Of a large library `assets/large.js` keeps all
/// articles; elsewhere nothing is shown.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    let preferences = shared().preferences;
    let used = move |event: Event| {
        if let Some((what, with)) = tree::used(&event) {
            preferences.set(change(preferences.get_untracked(), &what, &with));
        }
    };
    react(move || tree::show(CHOICES, &choices(preferences.get())));
    view! {
        <div class="settings">
            <h1 class="page-title" tabindex="-1">
                "Settings"
            </h1>
            <div id=CHOICES on:change=act(used)></div>
            <keep-all></keep-all>
            <section>
                <h2 class="section-title">"Scores"</h2>
                <Told name="scores" />
            </section>
        </div>
    }
}

/// What can be chosen, as it is now.
fn choices(now: Preferences) -> String {
    let legend = told("legend", "section-title", "Theme");
    let theme = |(theme, name)| choice("radio", "theme", (name, name), now.theme == theme);
    let themes = el("div", &[("class", "row")], &THEMES.map(theme));
    let keys = choice(
        "checkbox",
        "keys",
        ("", "Keyboard shortcuts"),
        now.keys == Keys::On,
    );
    let which = "1 – 9 choose, Enter checks and goes on, / searches, ? lists all of them.";
    list(&[
        el("fieldset", &[], &[legend, themes]),
        told("h2", "section-title", "Keyboard"),
        keys,
        told("p", "quiet", which),
    ])
}

/// The choices after a field was used.
fn change(now: Preferences, what: &str, with: &str) -> Preferences {
    let chosen = THEMES.iter().find(|(_, name)| *name == with);
    match (what, chosen, now.keys) {
        ("theme", Some((theme, _)), _) => Preferences {
            theme: *theme,
            ..now
        },
        ("keys", _, Keys::On) => Preferences {
            keys: Keys::Off,
            ..now
        },
        ("keys", _, Keys::Off) => Preferences {
            keys: Keys::On,
            ..now
        },
        _ => now,
    }
}
