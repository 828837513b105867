//! What the reader has chosen for the page as a whole.
//!
//! Apart from `save`: losing a preference costs a click, so reading one never fails.

/// The reader's choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// Whether single keys act.
    pub keys: Keys,
    /// How questions that can be answered both ways are answered.
    pub answering: Answering,
    /// The share of questions, in percent, that a reader is to know still when they come due again;
    /// in [`Preferences::RETENTIONS`].
    pub retention: u8,
    /// The most questions reviewed in a day.
    pub daily: u16,
    /// How fast an article is read aloud, in percent; one of [`Preferences::SPEEDS`].
    pub speed: u8,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

impl Default for Preferences {
    fn default() -> Self {
        Preferences {
            theme: Theme::default(),
            keys: Keys::default(),
            answering: Answering::default(),
            retention: 90,
            daily: 50,
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
            ..
        } = self;
        let theme = match self.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let keys = match self.keys {
            Keys::On => "on",
            Keys::Off => "off",
        };
        let answering = match self.answering {
            Answering::Choose => "choose",
            Answering::Type => "type",
        };
        format!(
            r#"{{"theme":"{theme}","keys":"{keys}","answering":"{answering}","retention":"{retention}","daily":"{daily}","speed":"{speed}"}}"#
        )
    }

    /// Reads a stored value, as [`Preferences::to_json`] writes it; whatever is missing or unknown
    /// in it is as at the beginning.
    pub fn from_json(value: &str) -> Self {
        let default = Preferences::default();
        let retention = word(value, r#""retention":""#).parse();
        let retention = retention.ok().filter(|it| Self::RETENTIONS.contains(it));
        let speed = word(value, r#""speed":""#).parse();
        let speed = speed.ok().filter(|it| Self::SPEEDS.contains(it));
        Preferences {
            theme: match word(value, r#""theme":""#) {
                "light" => Theme::Light,
                "dark" => Theme::Dark,
                _ => Theme::Auto,
            },
            keys: match word(value, r#""keys":""#) {
                "off" => Keys::Off,
                _ => Keys::On,
            },
            answering: match word(value, r#""answering":""#) {
                "type" => Answering::Type,
                _ => Answering::Choose,
            },
            retention: retention.unwrap_or(default.retention),
            daily: word(value, r#""daily":""#).parse().unwrap_or(default.daily),
            speed: speed.unwrap_or(default.speed),
        }
    }
}

/// What stands between these words and the next quotation mark. Enough for a value that only this
/// file writes, and a fraction of a parser.
fn word<'a>(value: &'a str, after: &str) -> &'a str {
    let rest = value.split_once(after).map_or("", |(_, rest)| rest);
    rest.split_once('"').map_or("", |(word, _)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHOSEN: Preferences = Preferences {
        theme: Theme::Dark,
        keys: Keys::Off,
        answering: Answering::Type,
        retention: 85,
        daily: 20,
        speed: 150,
    };

    #[test]
    fn choices_are_read_back() {
        assert_eq!(
            CHOSEN.to_json(),
            r#"{"theme":"dark","keys":"off","answering":"type","retention":"85","daily":"20","speed":"150"}"#
        );
        assert_eq!(Preferences::from_json(&CHOSEN.to_json()), CHOSEN);
    }

    #[track_caller]
    fn check(value: &str, theme: Theme, keys: Keys) {
        let expected = Preferences {
            theme,
            keys,
            ..Preferences::default()
        };
        assert_eq!(Preferences::from_json(value), expected);
    }

    #[test]
    fn what_is_unknown_costs_no_more_than_itself() {
        check(r#"{"theme":"sepia","keys":"off"}"#, Theme::Auto, Keys::Off);
        check(r#"{"theme":"dark","keys":{"a":1}}"#, Theme::Dark, Keys::On);
        check(r#"{"theme":"light","size":3}"#, Theme::Light, Keys::On);
        check(r#"{"speed":"110"}"#, Theme::Auto, Keys::On);
        check(r#"{"retention":"99","daily":"x"}"#, Theme::Auto, Keys::On);
        check("{}", Theme::Auto, Keys::On);
        check("", Theme::Auto, Keys::On);
        check("[1", Theme::Auto, Keys::On);
    }
}
