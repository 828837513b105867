//! What the reader has chosen about the page itself.
//!
//! Apart from the scores: losing these costs nobody anything.

use leptos::prelude::*;

use crate::browser::{address, storage};
use crate::study::{Keys, PREFERENCES_KEY, Preferences, Theme};

/// The choices, and where they are kept. `assets/first.js` reads them too, before the first paint.
#[derive(Clone, Copy)]
pub(crate) struct PreferencesCtx(RwSignal<Preferences>);

impl PreferencesCtx {
    /// What is stored.
    pub(crate) fn load() -> Self {
        let preferences = PreferencesCtx(RwSignal::default());
        preferences.reload();
        preferences
    }

    /// Takes in what is stored by now.
    pub(crate) fn reload(self) {
        let stored = storage::read(PREFERENCES_KEY).ok().flatten();
        let read = stored.map(|json| Preferences::from_json(&json));
        self.show(read.unwrap_or_default());
    }

    /// The choices now.
    pub(crate) fn get(self) -> Preferences {
        self.0.get()
    }

    /// The same, for handlers.
    pub(crate) fn get_untracked(self) -> Preferences {
        self.0.get_untracked()
    }

    /// Whether single keys act at this moment.
    pub(crate) fn keys_act(self) -> bool {
        self.get_untracked().keys == Keys::On
    }

    /// Changes them, shows it, and keeps it; where nothing can be stored, the choice holds until
    /// the page is closed.
    pub(crate) fn set(self, preferences: Preferences) {
        self.show(preferences);
        let _ = storage::write(PREFERENCES_KEY, &preferences.to_json());
    }

    /// Changes them and shows it, without keeping anything.
    pub(crate) fn show(self, preferences: Preferences) {
        self.0.set(preferences);
        let theme = match preferences.theme {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        address::set_root_attribute("data-theme", theme);
    }
}
