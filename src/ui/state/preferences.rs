//! What the reader has chosen about the page itself.
//!
//! Apart from the scores: losing these costs nobody anything.

use leptos::prelude::*;

use crate::browser::{address, storage};
use crate::study::{Keys, PREFERENCES_KEY, Preferences, Theme};
use crate::ui::state::TutorCtx;

/// The choices, and where they are kept. `assets/first.js` reads them too, before the first paint.
#[derive(Clone, Copy)]
pub(crate) struct PreferencesCtx {
    preferences: RwSignal<Preferences>,
    tutor: TutorCtx,
}

impl PreferencesCtx {
    /// What is stored. The tutor hears of what is chosen, since some of it is chosen there.
    pub(crate) fn load(tutor: TutorCtx) -> Self {
        let preferences = PreferencesCtx {
            preferences: RwSignal::default(),
            tutor,
        };
        preferences.reload();
        preferences
    }

    /// Takes in what is stored by now; where nothing can be stored, the choices hold.
    pub(crate) fn reload(self) {
        if let Ok(stored) = storage::read(PREFERENCES_KEY) {
            let read = stored.map(|json| Preferences::from_json(&json));
            self.show(read.unwrap_or_default());
        }
    }

    /// The choices now.
    pub(crate) fn get(self) -> Preferences {
        self.preferences.get()
    }

    /// The same, for handlers.
    pub(crate) fn get_untracked(self) -> Preferences {
        self.preferences.get_untracked()
    }

    /// Whether single keys act at this moment.
    pub(crate) fn keys_act(self) -> bool {
        self.get_untracked().keys == Keys::On
    }

    /// Changes them, shows it, and keeps it; where nothing can be stored, the choice holds until
    /// the page is closed.
    pub(crate) fn set(self, preferences: Preferences) {
        self.show(preferences);
        let json = preferences.to_json();
        if storage::write(PREFERENCES_KEY, &json).is_ok() {
            self.tutor.tell(&[(PREFERENCES_KEY.to_owned(), Some(json))]);
        }
    }

    fn show(self, preferences: Preferences) {
        self.preferences.set(preferences);
        // For the keys of `assets/reading.js`.
        let off = (preferences.keys == Keys::Off).then_some("off");
        address::set_root_attribute("data-keys", off);
        let theme = match preferences.theme {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        address::set_root_attribute("data-theme", theme);
    }
}
