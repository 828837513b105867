//! What the reader has chosen for the page as a whole.
//!
//! Apart from `save`: losing a preference costs a click, so reading one never fails.

use std::fmt;
use std::str::FromStr;

use super::{ASPECTS, Aspect, Look};
use crate::question::Question;

/// The reader's choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// How the page is set.
    pub look: Look,
    /// Whether single keys act.
    pub keys: Keys,
    /// How questions that can be answered both ways are answered.
    pub answering: Answering,
    /// The share of questions, in percent, that a reader is to know still when they come due again;
    /// in [`Preferences::RETENTIONS`].
    pub retention: u8,
    /// The most questions reviewed in a day.
    pub daily: u16,
    /// The language of the interface; `None` is the browser's.
    pub language: Option<Tongue>,
    /// How fast an article is read aloud, in percent; one of [`Preferences::SPEEDS`].
    pub speed: u8,
}

/// A language, by the two letters of its code (ISO 639-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tongue([u8; 2]);

/// Whether single keys act.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keys {
    /// They do.
    #[default]
    On,
    /// They do not.
    Off,
}

/// How questions that can be answered both ways are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answering {
    /// By choosing from options.
    #[default]
    Choose,
    /// By typing the words.
    Type,
}

impl Answering {
    /// The way of that name; choosing, where it is none's.
    pub fn named(name: &str) -> Self {
        match name {
            "type" => Answering::Type,
            _ => Answering::Choose,
        }
    }

    /// Its name, as it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Answering::Choose => "choose",
            Answering::Type => "type",
        }
    }

    /// The question as it is asked then.
    pub fn asks(self, question: &Question) -> Question {
        let typed = match self {
            Answering::Choose => None,
            Answering::Type => question.to_typed(),
        };
        typed.unwrap_or_else(|| question.clone())
    }
}

impl FromStr for Tongue {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        match code.as_bytes() {
            &[one, two] if one.is_ascii_lowercase() && two.is_ascii_lowercase() => {
                Ok(Tongue([one, two]))
            }
            _ => Err(()),
        }
    }
}

impl fmt::Display for Tongue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [one, two] = self.0.map(char::from);
        write!(f, "{one}{two}")
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences {
            look: Look::default(),
            keys: Keys::default(),
            answering: Answering::default(),
            retention: 90,
            daily: 50,
            language: None,
            speed: 100,
        }
    }
}

impl Preferences {
    /// The retentions that can be chosen, in percent.
    pub const RETENTIONS: std::ops::RangeInclusive<u8> = 80..=97;

    /// The speeds that can be chosen, in percent.
    pub const SPEEDS: [u8; 6] = [75, 100, 125, 150, 175, 200];

    /// The value to store.
    pub fn to_json(self) -> String {
        let Preferences {
            retention,
            daily,
            speed,
            language,
            ..
        } = self;
        let language = language.map_or_else(|| "auto".to_owned(), |it| it.to_string());
        let look = self.look.words();
        let look: String = look
            .map(|(name, word)| format!(r#""{name}":"{word}","#))
            .collect();
        let keys = match self.keys {
            Keys::On => "on",
            Keys::Off => "off",
        };
        let answering = self.answering.as_str();
        format!(
            r#"{{{look}"keys":"{keys}","answering":"{answering}","retention":"{retention}","daily":"{daily}","speed":"{speed}","language":"{language}"}}"#
        )
    }

    /// Reads a stored value, as [`Preferences::to_json`] writes it; whatever is missing or unknown
    /// in it is as at the beginning.
    pub fn from_json(value: &str) -> Self {
        let default = Preferences::default();
        let retention = word(value, "retention").parse();
        let retention = retention.ok().filter(|it| Self::RETENTIONS.contains(it));
        let speed = word(value, "speed").parse();
        let speed = speed.ok().filter(|it| Self::SPEEDS.contains(it));
        Preferences {
            look: ASPECTS
                .iter()
                .fold(default.look, |look, Aspect { name, .. }| {
                    look.with(name, word(value, name))
                }),
            keys: match word(value, "keys") {
                "off" => Keys::Off,
                _ => Keys::On,
            },
            answering: Answering::named(word(value, "answering")),
            retention: retention.unwrap_or(default.retention),
            daily: word(value, "daily").parse().unwrap_or(default.daily),
            speed: speed.unwrap_or(default.speed),
            language: word(value, "language").parse().ok(),
        }
    }
}

/// The text that has this name. Enough for a value that only
/// this file writes, and a fraction of a parser.
fn word<'a>(value: &'a str, name: &str) -> &'a str {
    let rest = value.split_once(&*["\"", name, "\":\""].concat());
    let rest = rest.map_or("", |(_, rest)| rest);
    rest.split_once('"').map_or("", |(word, _)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen() -> Preferences {
        Preferences {
            look: Look::default()
                .with("theme", "dark")
                .with("align", "justify"),
            keys: Keys::Off,
            answering: Answering::Type,
            retention: 85,
            daily: 20,
            speed: 150,
            language: "de".parse().ok(),
        }
    }

    #[test]
    fn choices_are_read_back() {
        assert_eq!(
            chosen().to_json(),
            r#"{"theme":"dark","size":"100","leading":"normal","width":"normal","font":"serif","align":"justify","keys":"off","answering":"type","retention":"85","daily":"20","speed":"150","language":"de"}"#
        );
        assert_eq!(Preferences::from_json(&chosen().to_json()), chosen());
    }

    #[track_caller]
    fn check(value: &str, theme: &str, keys: Keys) {
        let expected = Preferences {
            look: Look::default().with("theme", theme),
            keys,
            ..Preferences::default()
        };
        assert_eq!(Preferences::from_json(value), expected);
    }

    #[test]
    fn what_is_unknown_costs_no_more_than_itself() {
        check(r#"{"theme":"green","keys":"off"}"#, "auto", Keys::Off);
        check(r#"{"theme":"dark","keys":{"a":1}}"#, "dark", Keys::On);
        check(r#"{"theme":"light","size":3}"#, "light", Keys::On);
        check(r#"{"theme":"sepia","width":"85"}"#, "sepia", Keys::On);
        check(r#"{"speed":"110"}"#, "auto", Keys::On);
        check(r#"{"language":"auto"}"#, "auto", Keys::On);
        check(r#"{"language":"Deutsch"}"#, "auto", Keys::On);
        check(r#"{"retention":"99","daily":"x"}"#, "auto", Keys::On);
        check("{}", "auto", Keys::On);
        check("", "auto", Keys::On);
        check("[1", "auto", Keys::On);
    }
}
