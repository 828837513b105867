//! What the reader has chosen for the page as a whole.
//!
//! Apart from `save`: losing a preference costs a click, so reading one never fails.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// The reader's choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Light or dark.
    #[serde(deserialize_with = "known_or_default")]
    pub theme: Theme,
    /// Whether single keys act.
    #[serde(deserialize_with = "known_or_default")]
    pub keys: Keys,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Whether single keys act.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Keys {
    /// They do.
    #[default]
    On,
    /// They do not.
    Off,
}

impl Preferences {
    /// The value to store.
    pub fn to_json(self) -> String {
        serde_json::to_string(&self).expect("two words are always JSON")
    }

    /// Reads a stored value; whatever is missing or unknown in it is as at the beginning.
    pub fn from_json(value: &str) -> Self {
        serde_json::from_str(value).unwrap_or_default()
    }
}

fn known_or_default<'de, D, T>(input: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let value = Value::deserialize(input)?;
    Ok(T::deserialize(value).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHOSEN: Preferences = Preferences {
        theme: Theme::Dark,
        keys: Keys::Off,
    };

    #[test]
    fn choices_are_read_back() {
        assert_eq!(CHOSEN.to_json(), r#"{"theme":"dark","keys":"off"}"#);
        assert_eq!(Preferences::from_json(&CHOSEN.to_json()), CHOSEN);
    }

    #[track_caller]
    fn check(value: &str, theme: Theme, keys: Keys) {
        assert_eq!(Preferences::from_json(value), Preferences { theme, keys });
    }

    #[test]
    fn what_is_unknown_costs_no_more_than_itself() {
        check(r#"{"theme":"sepia","keys":"off"}"#, Theme::Auto, Keys::Off);
        check(r#"{"theme":"dark","keys":{"a":1}}"#, Theme::Dark, Keys::On);
        check(r#"{"theme":"light","size":3}"#, Theme::Light, Keys::On);
        check("{}", Theme::Auto, Keys::On);
        check("", Theme::Auto, Keys::On);
        check("[1", Theme::Auto, Keys::On);
    }
}
