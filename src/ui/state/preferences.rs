//! What the reader has chosen about the page itself.
//!
//! Apart from the scores: losing these costs nobody anything.

use crate::browser::address;
use crate::study::Answering;
use crate::ui::part::react;
use crate::ui::state::TutorCtx;

/// The choices, as they are stored. The tutor makes them, and `assets/first.js` shows them: of all that
/// can be chosen the page itself asks only for two words.
#[derive(Clone, Copy)]
pub(crate) struct PreferencesCtx {
    tutor: TutorCtx,
}

impl PreferencesCtx {
    /// What is stored, now and whenever the tutor has heard of something new: it is chosen there, or in
    /// another tab.
    pub(crate) fn follow(tutor: TutorCtx) -> Self {
        let preferences = PreferencesCtx { tutor };
        react(move || {
            tutor.version();
            address::set_root_attribute("data-chosen", Some(&preferences.chosen()));
        });
        preferences
    }

    /// Whether single keys act at this moment.
    pub(crate) fn keys_act(self) -> bool {
        !self.chosen().contains(r#""keys":"off""#)
    }

    /// How questions that can be answered both ways are answered.
    pub(crate) fn answering(self) -> Answering {
        match self.chosen().contains(r#""answering":"type""#) {
            true => Answering::Type,
            false => Answering::Choose,
        }
    }

    fn chosen(self) -> String {
        self.tutor.chosen().unwrap_or_default()
    }
}
