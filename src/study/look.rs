//! How the page is set: its colours, and the type of what is read.
//!
//! Apart from the other preferences, because these are all alike: a few words, one of which is
//! chosen. The same words are stored, stand on the root of the page as `data-` attributes, and are
//! known to `style/tokens.css`.

/// Something about the look that can be chosen.
#[derive(Debug, PartialEq, Eq)]
pub struct Aspect {
    /// Its name, in storage and, after `data-`, on the page.
    pub name: &'static str,
    /// What can be chosen.
    pub words: &'static [&'static str],
    /// Which of them is so at the beginning.
    plain: u8,
}

/// One word for each aspect, by its place among the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look([u8; ASPECTS.len()]);

/// All that can be chosen; the size in percent. `assets/first.js` names them too.
pub const ASPECTS: [Aspect; 6] = [
    aspect("theme", &["auto", "light", "sepia", "dark"], 0),
    aspect("size", &["85", "100", "115", "130", "150", "175"], 1),
    aspect("leading", &["tight", "normal", "loose"], 1),
    aspect("width", &["narrow", "normal", "wide"], 1),
    aspect("font", &["serif", "sans", "legible"], 0),
    aspect("align", &["start", "justify"], 0),
];

impl Default for Look {
    fn default() -> Self {
        Look(ASPECTS.map(|aspect| aspect.plain))
    }
}

impl Look {
    /// Each aspect's name, and the word chosen.
    pub fn words(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let chosen = ASPECTS.iter().zip(self.0);
        chosen.map(|(aspect, at)| (aspect.name, aspect.words[usize::from(at)]))
    }

    /// With another word for that aspect. The same, where there is no such aspect or word.
    #[must_use]
    pub fn with(mut self, name: &str, word: &str) -> Self {
        for (aspect, at) in ASPECTS.iter().zip(&mut self.0) {
            let found = (0..).zip(aspect.words).find(|(_, known)| **known == word);
            if let (true, Some((place, _))) = (aspect.name == name, found) {
                *at = place;
            }
        }
        self
    }
}

const fn aspect(name: &'static str, words: &'static [&'static str], plain: u8) -> Aspect {
    Aspect { name, words, plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_is_chosen_at_a_time() {
        let look = Look::default().with("theme", "sepia").with("size", "130");
        let words: Vec<_> = look.words().map(|(_, word)| word).collect();
        assert_eq!(
            words,
            ["sepia", "130", "normal", "normal", "serif", "start"]
        );
    }

    #[test]
    fn what_is_unknown_changes_nothing() {
        let look = Look::default().with("font", "sans");
        assert_eq!(look.with("font", "wide").with("colour", "sans"), look);
    }
}
