//! Under which heading the article speaks of somebody or something.
//!
//! Apart from what is asked of whole sentences: a section of which none stands on its own is asked about by what
//! it alone names.

use super::{Titles, is_apart, place};
use crate::language::{Number, stems};
use crate::question::Draft;
use crate::question::reading::{At, Reading};
use crate::question::stock::{Opening, Stock};

/// What such a question is worth: less than any about what is said.
const SCORE: f32 = 0.01;

/// One question for each section by a name, since what else is made of it may not pass the gates; by a thing
/// only where nothing else is made.
pub(super) fn named(reading: &Reading<'_>, titles: &Titles<'_>, made: &[Draft]) -> Vec<Draft> {
    let is_bare = |section: usize| made.iter().all(|draft| draft.evidence.section != section);
    let section = |at: &At| reading.passage(*at).section;
    let mut all: Vec<usize> = reading.claims().map(|at| section(&at)).collect();
    all.dedup();
    all.into_iter()
        .filter_map(|own| {
            let claims = || reading.claims().filter(|at| section(at) == own);
            let names = claims().flat_map(|at| names_in(reading, at));
            let things = claims().filter(|_| is_bare(own));
            let things = things.flat_map(|at| things_in(reading, at));
            names
                .chain(things)
                .find_map(|(at, what)| draft(reading, titles, at, &what))
        })
        .collect()
}

/// The names of a sentence, those of several words first.
fn names_in(reading: &Reading<'_>, at: At) -> Vec<(At, String)> {
    let mentions = reading.register.mentions_in(at).iter();
    let mut names: Vec<(At, String)> = mentions
        .map(|mention| {
            let before = mention.tokens.start.checked_sub(1);
            let article =
                before.is_some_and(|before| reading.tokens(at)[before].is(reading.text(at), "the"));
            let opens = if article { "the " } else { "" };
            (at, format!("{opens}{}", mention.text))
        })
        .collect();
    names.sort_by_key(|(_, name)| !name.trim_start_matches("the ").contains(' '));
    names
}

/// What a sentence brings in, "an orange light" or "dormant pupae", in two words of weight or more.
fn things_in(reading: &Reading<'_>, at: At) -> Vec<(At, String)> {
    let phrases = reading.store.of_sentence(at);
    let new = phrases.filter(|stock: &&Stock| {
        let several = stock.shape.number == Number::Plural;
        let opens = match stock.shape.opening {
            Opening::Indefinite => true,
            Opening::Bare => several,
            Opening::Definite => false,
        };
        opens && stock.stems.len() > 1 && !stock.text.contains(['\'', '’'])
    });
    new.map(|stock| (at, stock.text.clone())).collect()
}

fn draft(reading: &Reading<'_>, titles: &Titles<'_>, at: At, what: &str) -> Option<Draft> {
    let (heading, _) = titles.over(reading, at)?;
    let section = reading.passage(at).section;
    let only_here = stems(what).iter().any(|stem| {
        let mut places = reading.places_of(stem).iter();
        places.all(|place| reading.passage(*place).section == section)
    });
    let sound = only_here && is_apart(reading, titles, what, heading);
    let stem = format!("Under which heading does the article speak of {what}?");
    sound.then(|| place(reading, titles, at, heading, stem, SCORE))
}

#[cfg(test)]
mod tests {
    use crate::question::heading::Heading;
    use crate::question::tests::drafts;

    const TEXT: &str = "# The harbour\n\n## Stone\n\nOld masons of the coast cut granite blocks for every pier. They \
        were proud of it, and so were others.\n\n## Money\n\nIt was then sold to a man called Tobias Wray, who had \
        earlier bought it.\n\n## Weather\n\nStrong winds of the winter break the masts of small ships.\n\n## Fish\n\n\
        Herring boats of the town bring a thousand barrels ashore in June.\n";

    #[test]
    fn a_section_of_which_nothing_can_be_quoted_is_asked_about_by_a_name() {
        let drafts = drafts(&Heading, TEXT);
        assert!(drafts.contains("speak of Tobias Wray?"), "{drafts}");
    }

    #[test]
    fn what_two_sections_name_is_not_asked_about() {
        let text = TEXT.replace("Strong winds", "With Tobias Wray strong winds");
        let drafts = drafts(&Heading, &text);
        assert!(!drafts.contains("speak of Tobias Wray?"), "{drafts}");
    }
}
