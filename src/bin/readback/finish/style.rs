//! The names that the styles give to colours and sizes, made short.
//!
//! Apart from the build's own tools, which leave these names as they are. Nothing but the styles
//! themselves knows them: neither the program nor a script sets a style.

use std::collections::{BTreeMap, BTreeSet};

const SIGN: &str = "--";

/// The styles with a name of a letter or two for each custom property.
pub(crate) fn shorten(styles: &str) -> String {
    let mut parts = styles.split(SIGN);
    let mut short = parts.next().unwrap_or_default().to_owned();
    let names: BTreeSet<&str> = styles.split(SIGN).skip(1).map(name).collect();
    let names: BTreeMap<&str, String> = names.into_iter().zip((0..).map(letters)).collect();
    for part in parts {
        let name = name(part);
        short.extend([SIGN, &names[name], &part[name.len()..]]);
    }
    short
}

/// What a part begins with that may stand in a name.
fn name(part: &str) -> &str {
    let is_other = |letter: char| !letter.is_ascii_alphanumeric() && letter != '-';
    part.split(is_other).next().unwrap_or_default()
}

/// `a` to `z`, then `aa` to `zz`.
fn letters(number: u8) -> String {
    let letter = |number: u8| char::from(b'a' + number % 26);
    let first = (number >= 26).then(|| letter(number / 26 - 1));
    first.into_iter().chain([letter(number)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_short_wherever_it_stands() {
        assert_eq!(
            shorten(":root{--ink:#000;--ink-2:var(--ink)}a{color:var(--ink-2)}"),
            ":root{--a:#000;--b:var(--a)}a{color:var(--b)}"
        );
        assert_eq!(shorten("a{b:c-d}"), "a{b:c-d}");
    }

    #[test]
    fn there_are_names_enough() {
        assert_eq!(
            [0, 25, 26, 51, 52].map(letters),
            ["a", "z", "aa", "az", "ba"]
        );
    }
}
