//! Under which heading the article speaks of somebody or something.
//!
//! Apart from what is asked of whole sentences: a section of which none stands on its own is asked about by what
//! it alone names.

use super::{Titles, is_said_elsewhere, place};
use crate::language::{Number, Stems, stems};
use crate::question::Draft;
use crate::question::clarity::denies;
use crate::question::reading::{At, Reading};
use crate::question::register::has_article;
use crate::question::stock::{Opening, Stock};

/// What such a question is worth: less than any about what is said.
const SCORE: f32 = 0.01;

/// One question for each section by a name, since what else is made of it may not pass the gates; by a thing
/// only where nothing else is made.
pub(super) fn named(reading: &Reading<'_>, titles: &Titles<'_>, made: &[Draft]) -> Vec<Draft> {
    let mut asked: Vec<usize> = made.iter().map(|draft| draft.evidence.section).collect();
    asked.sort_unstable();
    let section = |at: &At| reading.passage(*at).section;
    let claims: Vec<At> = reading.claims().collect();
    let sections = claims.chunk_by(|one, two| section(one) == section(two));
    sections
        .filter_map(|claims| {
            let is_bare = asked.binary_search(&section(&claims[0])).is_err();
            let names = claims.iter().flat_map(|at| names_in(reading, *at));
            let things = claims.iter().filter(|_| is_bare);
            let things = things.flat_map(|at| things_in(reading, *at));
            names
                .chain(things)
                .find_map(|(at, what)| draft(reading, titles, at, &what))
        })
        .collect()
}

/// The names of a sentence of which it is known what they are of, those of several words first.
fn names_in(reading: &Reading<'_>, at: At) -> Vec<(At, String)> {
    let register = &reading.register;
    let mentions = register.mentions_in(at).iter();
    let known = mentions.filter(|mention| register.sorts.contains_key(&mention.text));
    let mut names: Vec<(At, String)> = known
        .map(|mention| {
            let article = has_article(reading, mention);
            let opens = if article { "the " } else { "" };
            (at, format!("{opens}{}", mention.text))
        })
        .collect();
    names.sort_by_key(|(_, name)| !name.trim_start_matches("the ").contains(' '));
    names
}

/// What a sentence brings in, "an orange light" or "dormant pupae", in two words of weight or more.
fn things_in(reading: &Reading<'_>, at: At) -> Vec<(At, String)> {
    // "The resin is not a beautiful substance": of one it does not speak.
    if denies(reading.words(at)) {
        return Vec::new();
    }
    let phrases = reading.store.of_sentence(at);
    let new = phrases.filter(|stock: &&Stock| {
        let several = stock.shape.number == Number::Plural;
        let opens = match stock.shape.opening {
            Opening::Indefinite => true,
            Opening::Bare => several,
            Opening::Definite => false,
        };
        // "On cautious assumptions the fund would grow": it is the fund that is spoken of.
        let leads = stock.tokens.start == 1;
        opens && !leads && stock.stems.len() > 1 && !stock.text.contains(['\'', '’'])
    });
    new.map(|stock| (at, stock.text.clone())).collect()
}

fn draft(reading: &Reading<'_>, titles: &Titles<'_>, at: At, what: &str) -> Option<Draft> {
    let own = titles.over(reading, at)?;
    let only_here = stems(what)
        .into_iter()
        .all(|stem| !is_said_elsewhere(reading, at, &Stems::from_iter([stem])));
    let sound = only_here && titles.are_apart(reading, what, own);
    let stem = format!("Under which heading does the article speak of {what}?");
    sound.then(|| place(reading, titles, at, own, stem, SCORE))
}

#[cfg(test)]
mod tests {
    use crate::question::heading::Heading;
    use crate::question::tests::drafts;

    const TEXT: &str = "# The harbour\n\n## Stone\n\nOld masons of the coast cut granite blocks for every pier. They \
        were proud of it, and so were others.\n\n## Money\n\nIt was then sold to the engineer Tobias Wray, who had \
        earlier bought it.\n\n## Weather\n\nStrong winds of the winter break the masts of small ships.\n\n## Fish\n\n\
        Herring boats of the town bring a thousand barrels ashore in June.\n";

    #[test]
    fn a_section_of_which_nothing_can_be_quoted_is_asked_about_by_a_name() {
        let drafts = drafts(&Heading, TEXT);
        assert!(drafts.contains("speak of Tobias Wray?"), "{drafts}");
    }

    #[test]
    fn of_what_is_denied_the_article_does_not_speak() {
        let text = |said: &str| TEXT.replace("It was then sold", &format!("It {said} then sold"));
        let of_coins = |said: &str| {
            let text = text(said).replace(
                "the engineer Tobias Wray, who had earlier bought it",
                "silver coins",
            );
            drafts(&Heading, &text).contains("speak of silver coins?")
        };
        assert!(of_coins("was"));
        assert!(!of_coins("was not"));
    }

    #[test]
    fn what_two_sections_name_is_not_asked_about() {
        let text = TEXT.replace("Strong winds", "With Tobias Wray strong winds");
        let drafts = drafts(&Heading, &text);
        assert!(!drafts.contains("speak of Tobias Wray?"), "{drafts}");
    }
}
