//! Words that say how one clause hangs on another: "because" of a cause, "although" of a contrast.
//!
//! Apart from `lexicon`, whose tables say what a word is by itself.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::clause::Role;
use super::lexicon::pairs;

/// Markers with what they say.
type Markers = LazyLock<FxHashMap<&'static str, Role>>;

/// Words that open a subordinate clause.
static OPENING: Markers = LazyLock::new(|| read(include_str!("lexicon/opening_markers.txt")));

/// Words before which a main clause can go on with another.
static JOINING: Markers = LazyLock::new(|| read(include_str!("lexicon/joining_markers.txt")));

/// What a clause behind this word, in small letters, says of the main one; `None` where it opens none.
pub(super) fn opening(word: &str) -> Option<Role> {
    OPENING.get(word).copied()
}

/// What a main clause behind this word, in small letters, is to the one before; `None` where it joins none.
pub(super) fn joining(word: &str) -> Option<Role> {
    JOINING.get(word).copied()
}

fn read(lines: &'static str) -> FxHashMap<&'static str, Role> {
    let known = pairs(lines).into_iter();
    known
        .filter_map(|(word, said)| Some((word, role(said)?)))
        .collect()
}

/// What a table means by a word.
fn role(said: &str) -> Option<Role> {
    match said {
        "aside" => Some(Role::Aside),
        "cause" => Some(Role::Cause),
        "condition" => Some(Role::Condition),
        "contrast" => Some(Role::Contrast),
        "result" => Some(Role::Result),
        "time" => Some(Role::Time),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_says_what_its_marker_does() {
        for (table, lines) in [
            (&OPENING, include_str!("lexicon/opening_markers.txt")),
            (&JOINING, include_str!("lexicon/joining_markers.txt")),
        ] {
            assert_eq!(table.len(), lines.lines().count());
        }
        assert_eq!(opening("because"), Some(Role::Cause));
        assert_eq!(opening("and"), None);
        assert_eq!(joining("but"), Some(Role::Contrast));
    }
}
