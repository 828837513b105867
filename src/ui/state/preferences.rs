//! What the reader has chosen about the page itself.
//!
//! Apart from the scores: losing these costs nobody anything.

use leptos::prelude::*;

use crate::browser::address;
use crate::study::{Keys, Preferences};
use crate::ui::part::react;
use crate::ui::state::TutorCtx;

/// The choices. `assets/first.js` reads them too, before the first paint.
#[derive(Clone, Copy)]
pub(crate) struct PreferencesCtx {
    preferences: StoredValue<Preferences>,
    tutor: TutorCtx,
}

impl PreferencesCtx {
    /// What is stored, now and whenever the tutor has heard of something new: most of it is chosen
    /// there, or in another tab.
    pub(crate) fn follow(tutor: TutorCtx) -> Self {
        let preferences = PreferencesCtx {
            preferences: StoredValue::default(),
            tutor,
        };
        react(move || {
            tutor.version();
            preferences.reload();
        });
        preferences
    }

    /// The choices now.
    pub(crate) fn get(self) -> Preferences {
        self.preferences.get_value()
    }

    /// Whether single keys act at this moment.
    pub(crate) fn keys_act(self) -> bool {
        self.get().keys == Keys::On
    }

    /// Changes them, and keeps that as far as possible.
    pub(crate) fn set(self, preferences: Preferences) {
        self.tutor.choose(preferences.to_json());
        self.reload();
    }

    /// Takes in what is chosen by now, and shows it.
    fn reload(self) {
        let chosen = self.tutor.chosen();
        let now = chosen.map_or_else(Preferences::default, |json| Preferences::from_json(&json));
        if now != self.get() {
            self.preferences.set_value(now);
            // For the keys of `assets/reading.js`.
            let off = (now.keys == Keys::Off).then_some("off");
            address::set_root_attribute("data-keys", off);
            for (name, word) in now.look.words() {
                address::set_root_attribute(&["data-", name].concat(), Some(word));
            }
        }
    }
}
