//! The names of an article: where they stand, and what they are of.
//!
//! Apart from `name`, which asks for them: pronouns and claims need to know them too.

mod sort;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::language::{Tag, lexicon};

use super::distractor::CANDIDATES;
use super::draft::hash;
use super::mention::{Mention, has_title, is_described, is_of_place, is_owner, mentions};
use super::quote::Quote;
use super::reading::{At, Reading};
pub(super) use sort::{Sort, has_given_name};
use sort::{sort_of, winner};

/// What is known of every name.
type Named<'a> = BTreeMap<&'a str, Tally>;

/// How often a name stands there, and how much speaks for each sort.
#[derive(Default)]
struct Tally {
    times: usize,
    votes: [usize; 3],
}

/// The names of an article, each with what it is of.
#[derive(Default)]
pub(super) struct Register {
    pub(super) mentions: Vec<Mention>,
    pub(super) sorts: BTreeMap<String, Sort>,
    families: BTreeMap<String, BTreeSet<String>>,
    /// The names that somewhere stand behind "the".
    articled: BTreeSet<String>,
    /// Those of one word that somewhere stand behind "in" or its like: "the strongest rower in Cobbery".
    lived_in: BTreeSet<String>,
}

/// Nothing is "in River Enner" because it is in River Street.
fn is_street(name: &str) -> bool {
    let streets = ["Avenue", "Lane", "Road", "Row", "Square", "Street"];
    streets.iter().any(|street| name.ends_with(street))
}

impl Register {
    /// A name of a quotation, another of the same sort that could stand there, and which sort that is:
    /// somebody or a body before a place.
    pub(super) fn exchange(
        &self,
        reading: &Reading<'_>,
        quote: &Quote,
    ) -> Option<(Range<usize>, String, Sort)> {
        let inside = |mention: &&Mention| {
            quote.holds(&mention.tokens)
                && !is_owner(reading, mention)
                && !is_described(reading, mention)
                && !is_street(&mention.text)
        };
        let said = reading.words(quote.at);
        let here = self.mentions_in(quote.at);
        // "Nils worked in the gloves of her uncle", "a brother, Agnes": a word that would not mean who is put there.
        let text = reading.text(quote.at);
        let gendered = reading.tokens(quote.at).iter().any(|token| {
            token.is_any(text, &["he", "him", "his", "she", "her", "hers"])
                || lexicon::is_gendered(token.of(text))
        });
        let meant = |mention: &&Mention| {
            (gendered || has_title(reading, mention))
                && self.sorts.get(&mention.text) == Some(&Sort::Person)
        };
        // "Near Murchison, on South Island": one place tells of the other.
        let lone = |mention: &&Mention| {
            let place = |other: &Mention| {
                matches!(self.sorts.get(&other.text), Some(Sort::Place | Sort::Body))
            };
            !place(mention) || here.iter().filter(|other| place(other)).count() == 1
        };
        // Under the title "Skarrow" a sentence that makes an island of Orlan is wrong at a glance.
        // Nor of whom all of it is about: every other question would tell.
        let hero = |name: &str| reading.hero().is_some_and(|hero| hero.is(name));
        let titular = |mention: &&Mention| {
            reading.article.title.contains(&mention.text) || hero(&mention.text)
        };
        let free = here
            .iter()
            .filter(inside)
            .filter(|mention| !titular(mention))
            .filter(lone)
            .filter(|mention| !meant(mention));
        let exchanged = free.filter_map(|mention| {
            let mut others = self.others(&mention.text, said).into_iter();
            // "The shore at Indian Ocean".
            let article = is_behind_article(reading, mention);
            let other = others.find(|other| self.articled.contains(other) == article)?;
            let sort = *self.sorts.get(&mention.text)?;
            Some((mention.tokens.clone(), other, sort))
        });
        exchanged.min_by_key(|(tokens, _, sort)| (*sort == Sort::Place, tokens.start))
    }

    /// Everybody whom the article names, by each form of the name.
    pub(super) fn people(&self) -> BTreeSet<String> {
        let people = self.sorts.iter().filter(|(_, sort)| **sort == Sort::Person);
        people.map(|(name, _)| name.clone()).collect()
    }

    /// The names of an article whose claims are known, and where somebody speaks.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let mut mentions: Vec<Mention> = reading
            .claims()
            .chain(reading.quotations())
            .flat_map(|at| mentions(reading, at))
            .collect();
        mentions.sort_by_key(|mention| mention.at);
        let mut named: Named<'_> = BTreeMap::new();
        for mention in &mentions {
            named.entry(&mention.text).or_default().times += 1;
        }
        for mention in &mentions {
            let Some(name) = named.get_mut(&*mention.text) else {
                continue;
            };
            // A single word that stands there once may be a tunnel's or a ship's, whatever it does.
            let known = mention.tokens.len() > 1 || name.times > 1;
            if let Some(sort) = sort_of(reading, mention, known) {
                name.votes[sort as usize] += sort.weight();
            }
        }
        for name in places_told_above(reading) {
            if let Some(name) = named.get_mut(&*name) {
                name.votes[Sort::Place as usize] += Sort::Place.weight();
            }
        }
        // "The Earth" is nobody, even where it stands without its article.
        let things: BTreeSet<&str> = mentions
            .iter()
            .filter(|mention| has_article(reading, mention))
            .map(|mention| &*mention.text)
            .collect();
        let sorts = named.iter().filter_map(|(name, tally)| {
            let sort = winner(tally.votes)?;
            let thing = sort == Sort::Person && things.contains(name);
            (!thing).then(|| ((*name).to_owned(), sort))
        });
        let mut sorts: BTreeMap<String, Sort> = sorts.collect();
        name_by_family(&mut sorts, &named);
        let articled = mentions
            .iter()
            .filter(|mention| is_behind_article(reading, mention))
            .map(|mention| &mention.text);
        let placed = mentions
            .iter()
            .filter(|mention| is_behind_place(reading, mention))
            .map(|mention| mention.text.clone());
        Register {
            sorts,
            lived_in: placed.collect(),
            families: families(&mentions),
            articled: articled.cloned().collect(),
            mentions,
        }
    }

    /// The names of one sentence.
    pub(super) fn mentions_in(&self, at: At) -> &[Mention] {
        let start = self.mentions.partition_point(|mention| mention.at < at);
        let end = self.mentions.partition_point(|mention| mention.at <= at);
        &self.mentions[start..end]
    }

    /// Whether a name that does what people do is somewhere a place: "Cobbery had won".
    pub(super) fn is_lived_in(&self, name: &str) -> bool {
        self.lived_in.contains(name)
    }

    /// Whether a name is somebody's.
    pub(super) fn is_person(&self, name: &str) -> bool {
        self.sorts.get(name) == Some(&Sort::Person)
    }

    /// Other names of the same sort that the sentence does not hold, no two of them parts of
    /// one another.
    pub(super) fn others(&self, key: &str, said: &str) -> Vec<String> {
        self.others_by(key, said, &|_| false)
    }

    /// The same, and last those of whom that holds.
    pub(super) fn others_by(
        &self,
        key: &str,
        said: &str,
        is_last: &dyn Fn(&str) -> bool,
    ) -> Vec<String> {
        let Some(sort) = self.sorts.get(key) else {
            return Vec::new();
        };
        let mut names: Vec<&String> = self
            .sorts
            .iter()
            .filter(|(_, other)| *other == sort)
            .map(|(name, _)| name)
            .collect();
        let words = |name: &str| name.split(' ').count();
        // None is longer or shorter by more than one.
        let apart = |name: &str| 2 * usize::from(is_last(name)) + words(name).abs_diff(words(key));
        names.sort_by_cached_key(|name| (apart(name), hash(&[said, name])));
        let mut taken = self.family(key);
        let mut states = states_in(said);
        states.extend(lexicon::country(key));
        let mut others = Vec::new();
        for name in names {
            let state = lexicon::country(name);
            // "Ombreth, in the republic of Ombrethi".
            let echoes = |part: &str| {
                let mut words = said.split(|c: char| !c.is_alphanumeric());
                words.any(|word| word.len() > 4 && part.starts_with(word))
            };
            let apart = name
                .split(' ')
                .all(|part| !taken.contains(part) && !said.contains(part) && !echoes(part))
                && state.is_none_or(|state| !states.contains(state));
            // "Silvan Achterby" is told from "Brask" by its form.
            let full = |name: &str| words(name) > 1;
            // "Printed in Lamplight": what is a word besides is hardly a town.
            let is_word = || lexicon::usual_tag(&name.to_lowercase()).is_some();
            let odd = *sort == Sort::Place && is_word() || name.starts_with("Saint ");
            let formed = full(name) == full(key) && words(name).abs_diff(words(key)) < 2;
            if apart && formed && !odd && others.len() < CANDIDATES {
                taken.extend(self.family(name));
                states.extend(state);
                others.push(name.clone());
            }
        }
        others
    }

    /// Whether one sentence has two names: "Karrholt, a town in Veldmark", is in both.
    pub(super) fn stand_together(&self, reading: &Reading<'_>, one: &str, other: &str) -> bool {
        let mut beside = self.mentions.iter().filter(|mention| mention.text == one);
        beside.any(|mention| reading.words(mention.at).contains(other))
    }

    /// All parts of the names that share a part with this one: "Agnes" and "Pockels" are one
    /// person where "Agnes Pockels" is named.
    fn family(&self, name: &str) -> BTreeSet<&str> {
        let families = name.split(' ').filter_map(|part| self.families.get(part));
        families.flatten().map(String::as_str).collect()
    }
}

/// Whether "the" stands before a name.
pub(super) fn has_article(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let before = mention.tokens.start.checked_sub(1).map(|at| tokens[at]);
    before.is_some_and(|before| before.is(text, "the"))
}

/// Whether a name of one word, which is no given name, stands behind "in" or its like.
fn is_behind_place(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let before = mention.tokens.start.checked_sub(1).map(|at| tokens[at]);
    mention.tokens.len() == 1
        && lexicon::gender(&mention.text).is_none()
        && before.is_some_and(|it| it.is_any(text, &["at", "in", "near"]))
}

/// What title and dek call a place: "the hill town of Vernigo".
fn places_told_above(reading: &Reading<'_>) -> Vec<String> {
    let article = reading.article;
    let told = [Some(&article.title), article.dek.as_ref()];
    let named = told.into_iter().flatten().flat_map(|text| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let places = words.windows(3).enumerate();
        let places = places.filter(|(_, three)| three[1] == "of" && is_of_place(three[0]));
        let names: Vec<String> = places.map(|(at, _)| name_at(&words[at + 2..])).collect();
        names
    });
    named.collect()
}

/// The name that words begin with: it ends with a capital's end, a mark or "’s".
fn name_at(words: &[&str]) -> String {
    let mut name: Vec<&str> = Vec::new();
    for word in words {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let own = bare.strip_suffix("’s").or_else(|| bare.strip_suffix("'s"));
        let part = own.unwrap_or(bare);
        if !part.starts_with(char::is_uppercase) {
            break;
        }
        name.push(part);
        if own.is_some() || !word.ends_with(char::is_alphanumeric) {
            break;
        }
    }
    name.join(" ")
}

/// Whether "the" stands before a name or before its adjectives: "the southern Indian Ocean".
fn is_behind_article(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (text, tokens) = (reading.text(mention.at), reading.tokens(mention.at));
    let mut before = tokens[..mention.tokens.start].iter().rev();
    let first = before.find(|token| token.tag != Tag::ADJ);
    first.is_some_and(|first| first.is(text, "the"))
}

/// "Casavel" is somebody where "Leonor Casavel" is, if nothing else is known of the name.
fn name_by_family(sorts: &mut BTreeMap<String, Sort>, named: &Named<'_>) {
    let people = sorts.iter().filter(|(_, sort)| **sort == Sort::Person);
    let families = people.filter_map(|(name, _)| name.rsplit_once(' ').map(|(_, family)| family));
    let known = families.filter(|family| named.contains_key(*family));
    let new: Vec<String> = known.map(str::to_owned).collect();
    for family in new {
        sorts.entry(family).or_insert(Sort::Person);
    }
}

/// Of each part of a name all parts of the names that it stands in.
fn families(mentions: &[Mention]) -> BTreeMap<String, BTreeSet<String>> {
    let names: BTreeSet<&str> = mentions.iter().map(|mention| &*mention.text).collect();
    let mut families: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in names {
        for part in name.split(' ') {
            let family = families.entry(part.to_owned()).or_default();
            family.extend(name.split(' ').map(str::to_owned));
        }
    }
    families
}

/// The countries that a text speaks of, by whatever name.
fn states_in(text: &str) -> BTreeSet<&'static str> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic() && c != '-')
        .collect();
    let single = words.iter().filter_map(|word| lexicon::country(word));
    let double = words
        .windows(2)
        .filter_map(|two| lexicon::country(&two.join(" ")));
    single.chain(double).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let text = format!("# Canals\n\n{text}\n");
        let article = article::parse("a.md", text.as_bytes()).article;
        assert_eq!(
            Vec::from_iter(Reading::of(&article).register.people()),
            expected
        );
    }

    #[test]
    fn what_has_an_article_or_is_part_of_a_name_is_nobody() {
        check(
            "The Earth had a solid mantle all along. Earth moved slowly in those years, and Anna Grieve \
             told the council so. The ships came to Heart's Content on Sundays and went home.",
            &["Anna Grieve"],
        );
    }

    #[test]
    fn a_place_with_a_counterpart_is_nobody() {
        check(
            "In winter Lower Sarn sent salt across the pass, and Little Vasht sent grain. Lower Sarn told the council so, and Anna Grieve \
             told the guild.",
            &["Anna Grieve"],
        );
    }

    #[test]
    fn a_land_that_acts_an_abbey_and_a_house_of_bankers_are_nobody() {
        check(
            "In spring Velmark appointed a captain. In May the mine belonged to Duke Albrecht of Velmark. \
             The conference met in the abbey of Saint Orrin, and the bankers Harnisch and Daughter lent money.",
            &["Albrecht"],
        );
    }

    #[test]
    fn whom_an_account_is_according_to_is_no_place() {
        let text = "# Canals\n\nBy 1765, according to Askern, four households in five owned boats. Most of the old boats were built in Vasht.\n";
        let article = article::parse("a.md", text.as_bytes()).article;
        let places = Reading::of(&article).register.sorts;
        let places: Vec<(&str, Sort)> =
            places.iter().map(|(name, sort)| (&**name, *sort)).collect();
        assert_eq!(places, [("Vasht", Sort::Place)]);
    }

    #[test]
    fn what_lies_somewhere_is_nobody() {
        check(
            "In old days Roccalenta lay at the bottom of a trough, and then Roccalenta lay empty. In autumn Anna Grieve \
             told the council so.",
            &["Anna Grieve"],
        );
    }

    #[test]
    fn a_town_of_which_title_or_text_tell_is_nobody() {
        let acts = "Vernigo had many ropewalks, and Vernigo sold the rope. In autumn Anna Grieve told the council so.";
        check(acts, &["Anna Grieve", "Vernigo"]);
        check(
            &format!("*Every autumn the hill town of Vernigo eats in the street.*\n\n{acts}"),
            &["Anna Grieve"],
        );
        check(
            &format!("*Every autumn they eat in the town of Vernigo, Anna Grieve says.*\n\n{acts}"),
            &["Anna Grieve"],
        );
        check(
            &acts.replace("the rope", "the rope, as the people of Vernigo know"),
            &["Anna Grieve"],
        );
    }

    #[test]
    fn what_somebody_is_called_beside_the_name_and_by_the_family_alone() {
        check(
            "In spring they sent Leonor Casavel, a mathematician of the university, to the plateau. \
             It was Casavel who found the way out, with Ivo Tesk, who kept the chain.",
            &["Casavel", "Ivo Tesk", "Leonor Casavel"],
        );
    }

    #[test]
    fn what_a_pronoun_is_run_together_with_makes_no_name() {
        check(
            "In the end I've walked the whole towpath, and I'd walk it again. \
             The locks, we're told, were drawn by O'Brien, and they’ve lasted.",
            &["O'Brien"],
        );
    }

    /// What is put for names, each in its sentence.
    fn put(text: &str) -> Vec<String> {
        let text = format!("# Canals\n\n{text}\n");
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let quotes = reading
            .claims()
            .filter_map(|at| Quote::whole(&reading, at, 4..=30));
        let put = quotes.filter_map(|quote| reading.register.exchange(&reading, &quote));
        put.map(|(_, name, _)| name).collect()
    }

    #[test]
    fn what_has_an_article_takes_the_place_of_what_has_one() {
        let shore = "In spring old boats crossed Selby Bay.\n\nIn autumn old ships crossed the southern Corvan Ocean.";
        assert!(put(shore).is_empty());
        assert!(!put(&shore.replace("the southern ", "")).is_empty());
    }

    #[test]
    fn who_is_a_brother_is_nobody_else() {
        let told = "In spring, Anna Grieve told the council of the locks.\n\nIn autumn, Osric Fell told the guild of the gates.";
        assert_eq!(put(told).len(), 2);
        let brother = "In autumn, Osric Fell, a brother of the mayor, told the guild of the gates.";
        let told = told.replace(
            "In autumn, Osric Fell told the guild of the gates.",
            brother,
        );
        assert_eq!(put(&told), ["Osric Fell"]);
    }
}
