//! Words as this room reads them.
//!
//! Apart from `language`, on whose reading the questions stand: what that room misreads shows here.

/// Words that say little by themselves.
const LITTLE: &str = "a about above after again against all also although among an and another any are as at be \
    because been before being below between both but by can could did do does doing done during each either even \
    few for from further had has have having he her here hers him his how however i if in into is it its itself \
    just made make makes many may me might more most much must my no nor not of off on once one only onto or other \
    our out over own rather same she should since so some such than that the their them themselves then there \
    these they this those through thus to too toward towards under until up upon us very was way we were what \
    when where whether which while who whom whose why will with within without would yet you your";

/// The words in small letters, with the hyphens, apostrophes and decimal points inside them.
pub(super) fn words(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut words = vec![String::new()];
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| characters.get(at));
        let last = words.last_mut().expect("there is always a last one");
        match character {
            '’' if joins(before, '’', characters.get(at + 1)) => last.push('\''),
            c if joins(before, c, characters.get(at + 1)) => last.extend(c.to_lowercase()),
            _ if !last.is_empty() => words.push(String::new()),
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The stems of the words that say something, those with hyphens in their parts.
pub(super) fn content(text: &str) -> Vec<String> {
    let words = words(text);
    let parts = words.iter().flat_map(|word| word.split('-'));
    parts
        .filter(|part| !part.is_empty() && !is_little(part))
        .map(stem)
        .collect()
}

/// Whether the word says little by itself.
pub(super) fn is_little(word: &str) -> bool {
    LITTLE.split_whitespace().any(|little| little == word)
}

/// The word without its ending, so that "share", "shares", "shared" and "sharing" are one.
pub(super) fn stem(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let one = match word {
        _ if word.len() < 4 => word.to_owned(),
        _ if ends_in_any(word, &["ss", "us", "is"]) => word.to_owned(),
        _ => match word.strip_suffix("ies") {
            Some(rest) => format!("{rest}y"),
            None => word.strip_suffix('s').unwrap_or(word).to_owned(),
        },
    };
    let bare = ["ing", "ed"].iter().find_map(|ending| {
        let rest = one.strip_suffix(ending)?;
        (rest.len() > 3).then(|| single(rest))
    });
    let bare = bare.unwrap_or(one);
    match bare.strip_suffix('e') {
        Some(rest) if rest.len() > 2 => rest.to_owned(),
        _ => bare,
    }
}

/// Where the run stands in the words, from one place on; an empty run stands nowhere.
pub(super) fn find(run: &[String], words: &[String]) -> Option<usize> {
    (!run.is_empty())
        .then(|| words.windows(run.len()).position(|window| window == run))
        .flatten()
}

/// Whether the run of words stands in the others.
pub(super) fn holds(words: &[String], run: &[String]) -> bool {
    find(run, words).is_some()
}

/// Whether the words stand in the others in this order, perhaps with others between them.
pub(super) fn follows(words: &[String], others: &[String]) -> bool {
    let mut others = others.iter();
    words.iter().all(|word| others.any(|other| other == word))
}

fn joins(before: Option<&char>, character: char, after: Option<&char>) -> bool {
    let both =
        |is: fn(char) -> bool| before.is_some_and(|&c| is(c)) && after.is_some_and(|&c| is(c));
    match character {
        '-' | '\'' | '’' => both(char::is_alphanumeric),
        '.' | ',' => both(|c| c.is_ascii_digit()),
        _ => character.is_alphanumeric(),
    }
}

pub(super) fn ends_in_any(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// "plann" as "plan"; "pass" and "call" stay.
fn single(word: &str) -> String {
    let mut back = word.chars().rev();
    let doubled =
        matches!((back.next(), back.next()), (Some(a), Some(b)) if a == b && !"lsz".contains(a));
    let end = word.len() - usize::from(doubled);
    word[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(words(text).join(" "), expected);
    }

    #[test]
    fn words_keep_what_is_inside_them() {
        check(
            "The ship’s well-kept log—1,200 pages, 3.5 kg.",
            "the ship's well-kept log 1,200 pages 3.5 kg",
        );
        check("‘Quoted’ and _____ (so).", "quoted and so");
        check("", "");
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["share", "shares", "shared", "sharing"][..],
            &["plan", "plans", "planned", "planning"],
            &["policy", "policies", "policy's"],
            &["process", "processed", "processing"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.windows(2).all(|two| two[0] == two[1]), "{stems:?}");
        }
        assert_ne!(stem("canal"), stem("cane"));
    }

    #[test]
    fn little_words_and_hyphens_fall_out() {
        assert_eq!(
            content("The cross-border trade of it"),
            ["cross", "border", "trad"]
        );
    }

    #[test]
    fn runs_and_orders() {
        let text = words("deep water and open roads");
        assert!(holds(&text, &words("water and")));
        assert!(!holds(&text, &words("deep roads")));
        assert!(!holds(&text, &[]));
        assert!(follows(&words("deep roads"), &text));
        assert!(!follows(&words("roads deep"), &text));
    }
}
