//! A run of a sentence as a question quotes it: what pronouns and nouns mean that point back stands in brackets.
//!
//! Apart from the kinds, which leave a part of it out or exchange one.

mod after;
mod cost;
mod part;
mod torn;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use crate::language::{Tag, stems};

use super::capital::upper_first;
use super::clarity::{beginning, is_clear, links, trails};
use super::definite::meanings;
use super::reading::{At, Reading};
use super::referent::meaning;
use part::Part;
use torn::{breaks_off, goes_on_to_say, is_narrowed, is_torn, is_unfit};

pub(crate) use cost::LEANING;
pub(crate) use torn::is_misprinted;

/// What was found of quotations, so that it is found once. It is made of a whole reading alone: what is found of
/// that later would change it.
#[derive(Default)]
pub(crate) struct Quotes {
    /// By sentence, first token and end.
    runs: RefCell<BTreeMap<(At, usize, usize), Found>>,
    /// By sentence: all of it behind the one before.
    led: RefCell<BTreeMap<At, Found>>,
    /// The later statements of the sentences that are not quoted whole, in their order.
    parts: RefCell<Vec<(At, Rc<[Part]>)>>,
    /// The sentences of which a run has a noun that cannot be told, as "the bridge".
    untold: RefCell<BTreeSet<At>>,
    /// At a second look, in which such a noun may stand, the sentences that have one.
    second: Option<Vec<At>>,
}

/// What a run gave.
type Found = Option<Rc<Quote>>;

impl Quotes {
    /// None yet, of a second look at these sentences.
    pub(crate) fn again(sentences: Vec<At>) -> Self {
        Quotes {
            second: Some(sentences),
            ..Quotes::default()
        }
    }

    /// The sentences of the second look, if this is one.
    pub(crate) fn second(&self) -> Option<&[At]> {
        self.second.as_deref()
    }

    /// The sentences of which something was not quoted since it names a thing brought in before, in their order.
    pub(crate) fn untold(&self) -> Vec<At> {
        self.untold.borrow().iter().copied().collect()
    }

    fn parts(&self, reading: &Reading<'_>, at: At) -> Rc<[Part]> {
        let place = self.parts.borrow().binary_search_by_key(&at, |(at, _)| *at);
        match place {
            Ok(known) => self.parts.borrow()[known].1.clone(),
            Err(place) => {
                let parts: Rc<[Part]> = part::later(reading, at).into();
                self.parts.borrow_mut().insert(place, (at, parts.clone()));
                parts
            }
        }
    }
}

/// A run that can be understood by itself, or behind the sentence before, which is quoted too then.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Quote {
    pub(crate) at: At,
    pub(crate) run: Range<usize>,
    /// What stands for which tokens.
    swaps: Vec<(Range<usize>, String)>,
    /// What is left out: it only ties the sentence to the one before.
    ties: Vec<Range<usize>>,
    /// The sentence before, where this one leans on that.
    lead: Option<Rc<Quote>>,
}

impl Quote {
    /// A sentence from its beginning on, full stop and all, when it has so many words.
    pub(crate) fn whole(
        reading: &Reading<'_>,
        at: At,
        words: std::ops::RangeInclusive<usize>,
    ) -> Option<Self> {
        let run = beginning(reading, at)..reading.tokens(at).len();
        let sound = |said: &str| words.contains(&said.split_whitespace().count());
        let quote = sound(reading.run(at, run.clone())).then(|| Quote::of(reading, at, run))??;
        // What stands in brackets may be longer than what it stands for.
        let fits = quote.swaps.is_empty() || sound(&quote.text(reading));
        fits.then_some(quote)
    }

    /// What of a sentence can be quoted by itself: all of it, or else its statements, in order.
    pub(crate) fn parts(
        reading: &Reading<'_>,
        at: At,
        words: std::ops::RangeInclusive<usize>,
    ) -> Vec<Self> {
        if let Some(whole) = Quote::whole(reading, at, words.clone()) {
            return vec![whole];
        }
        let fits = |run: &Range<usize>| {
            let said = reading.run(at, run.clone());
            words.contains(&said.split_whitespace().count())
                && said.ends_with(char::is_alphanumeric)
                && !trails(reading, at, run)
                && !goes_on_to_say(reading, at, run)
                && !is_narrowed(reading, at, run)
        };
        let quoted = |run: Range<usize>| fits(&run).then(|| Quote::of(reading, at, run))?;
        let first = part::first(reading, at).and_then(quoted);
        let first = first.or_else(|| part::before_relative(reading, at).and_then(quoted));
        let first = first.or_else(|| part::main_clause(reading, at).and_then(quoted));
        let later = reading.quotes.parts(reading, at);
        let later = later.iter().filter_map(|part| {
            let cut = || part.clause.clone().and_then(quoted);
            quoted(part.run.clone()).or_else(cut)
        });
        first.into_iter().chain(later).collect()
    }

    /// A run; `None` where something in it points elsewhere and cannot be told.
    pub(crate) fn of(reading: &Reading<'_>, at: At, run: Range<usize>) -> Option<Self> {
        let place = (at, run.start, run.end);
        if let Some(known) = reading.quotes.runs.borrow().get(&place) {
            return known.as_deref().cloned();
        }
        let quote = Quote::find(reading, at, run);
        let kept = quote.clone().map(Rc::new);
        reading.quotes.runs.borrow_mut().insert(place, kept);
        quote
    }

    fn find(reading: &Reading<'_>, at: At, run: Range<usize>) -> Option<Self> {
        let words = reading.run(at, run.clone());
        if is_unfit(words) || is_torn(reading, at, &run) {
            return None;
        }
        let Some(known) = meanings(reading, at, &run, None) else {
            reading.quotes.untold.borrow_mut().insert(at);
            return None;
        };
        let mut swaps = in_brackets(known);
        let ties = ties(reading, at, &run);
        let told = |token: usize| is_told(&swaps, &ties, token);
        let unclear: Vec<usize> = run
            .clone()
            .filter(|token| !told(*token) && !is_clear(reading, at, run.start, *token))
            .collect();
        let mut named: Vec<String> = Vec::new();
        // "She spends hers": no name can stand for what is hers.
        let (text, tokens) = (reading.text(at), reading.tokens(at));
        let alone = |token: &usize| tokens[*token].is_any(text, &["hers", "theirs"]);
        if unclear.iter().any(alone) {
            return None;
        }
        for token in unclear {
            // "[The toaster] was an ordinary toaster" is said by nobody.
            let told = reading.stems_of(at);
            let meant =
                meaning(reading, at, token).filter(|meant| stems(meant).is_disjoint(told))?;
            // Once said who, "she" behind it is clear.
            let who = meant.trim_end_matches("’s").to_owned();
            if !named.contains(&who) {
                swaps.push((token..token + 1, format!("[{meant}]")));
                named.push(who);
            }
        }
        let quote = Quote {
            at,
            run,
            swaps,
            ties,
            lead: None,
        };
        let said = quote.text(reading);
        (!links(&said) && !breaks_off(&said)).then_some(quote)
    }

    /// Whether some tokens of the sentence are part of it.
    pub(crate) fn holds(&self, tokens: &Range<usize>) -> bool {
        self.run.start <= tokens.start && tokens.end <= self.run.end
    }

    /// Whether nothing that points back had to be named, nothing is quoted inside and nothing left out, so that it stands in
    /// the article as it is printed.
    pub(crate) fn is_verbatim(&self, reading: &Reading<'_>) -> bool {
        let words = reading.run(self.at, self.run.clone());
        self.swaps.is_empty() && self.ties.is_empty() && !words.contains(['"', '“'])
    }

    /// All of it, with single marks around what is quoted inside.
    pub(crate) fn text(&self, reading: &Reading<'_>) -> String {
        self.with(reading, self.run.end..self.run.end, "")
    }

    /// All of it with other words in the place of some tokens, as a sentence of its own: with a capital and a
    /// full stop.
    pub(crate) fn with(&self, reading: &Reading<'_>, hole: Range<usize>, filler: &str) -> String {
        let (text, tokens) = (reading.text(self.at), reading.tokens(self.at));
        let mut said = String::new();
        let mut end = tokens[self.run.start].span().start;
        let mut inner = ["‘", "’"].iter().cycle();
        for token in self.run.clone() {
            let span = tokens[token].span();
            if self.ties.iter().any(|tie| tie.contains(&token)) {
                end = span.end;
                continue;
            }
            let cut = |swap: &Range<usize>| hole.start < swap.end && swap.start < hole.end;
            let mut swaps = self.swaps.iter().filter(|(swap, _)| !cut(swap));
            let swap = swaps.find(|(swap, _)| swap.contains(&token));
            if swap.is_some_and(|(swap, _)| swap.start < token) {
                end = span.end;
                continue;
            }
            if token == hole.start || !hole.contains(&token) {
                let gap = &text[end..span.start];
                // "(also called zinc)", without "also".
                let opened = said.ends_with('(');
                said.push_str(if opened { gap.trim_start() } else { gap });
            }
            match swap {
                _ if token == hole.start && !hole.is_empty() => said.push_str(filler),
                _ if hole.contains(&token) => {}
                Some((_, words)) if said.is_empty() => said.push_str(&begun(words)),
                Some((_, words)) => said.push_str(words),
                None if ["\"", "“", "”"].contains(&span.of(text)) => {
                    said.extend(inner.next().copied())
                }
                None => said.push_str(span.of(text)),
            }
            end = span.end;
        }
        if self.run.end < tokens.len() {
            said.push('.');
        }
        upper_first(&said)
    }
}

/// What nouns mean, as it stands in their place; once said of which pipling it tells, "the pipling" behind it is clear.
fn in_brackets(known: Vec<(Range<usize>, String)>) -> Vec<(Range<usize>, String)> {
    let mut swaps: Vec<(Range<usize>, String)> = Vec::new();
    for (tokens, words) in known {
        let words = format!("[{words}]");
        if swaps.iter().all(|(_, said)| *said != words) {
            swaps.push((tokens, words));
        }
    }
    swaps
}

/// Whether something stands for a token, or it is left out.
fn is_told(swaps: &[(Range<usize>, String)], ties: &[Range<usize>], token: usize) -> bool {
    let known = swaps.iter().map(|(tokens, _)| tokens);
    known.chain(ties).any(|told| told.contains(&token))
}

/// Words inside a run that only tie it to what stands before, with the commas around them: "the tax has,
/// however, its critics", "each passenger therefore pays".
fn ties(reading: &Reading<'_>, at: At, run: &Range<usize>) -> Vec<Range<usize>> {
    const TIES: &[&str] = &[
        "also",
        "besides",
        "however",
        "moreover",
        "nevertheless",
        "nonetheless",
        "thereby",
        "therefore",
        "though",
        "thus",
    ];
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    // "They then rose", "they are then broken up": not "there were then twelve", nor "by then".
    let orders = |token: usize| {
        tokens[token].is(text, "then")
            && tokens
                .get(token + 1)
                .is_some_and(|next| next.tag == Tag::VERB)
            && matches!(
                tokens[token - 1].tag,
                Tag::NOUN | Tag::PROPN | Tag::PRON | Tag::AUX
            )
    };
    let comma = |token: usize| tokens.get(token).is_some_and(|token| token.is(text, ","));
    let ties = |token: usize| {
        let tie = tokens[token].is_any(text, TIES) || orders(token);
        let inside = run.start < token && token + 1 < run.end && tie;
        let only = tokens[token - 1].is_any(text, &["but", "and"]);
        match (comma(token - 1), comma(token + 1)) {
            _ if !inside || only => None,
            (true, true) => Some(token - 1..token + 2),
            (false, false) if !tokens[token].is(text, "though") => Some(token..token + 1),
            _ => None,
        }
    };
    (run.start + 1..run.end).filter_map(ties).collect()
}

/// What stands in brackets, with a capital.
fn begun(words: &str) -> String {
    let bare = words.trim_start_matches('[');
    format!("[{}", upper_first(bare))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use expect_test::{Expect, expect};

    /// Every sentence of a text as it would be quoted.
    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let article =
            article::parse("a.md", format!("# Agnes Pockels\n\n{text}\n").as_bytes()).article;
        let reading = Reading::of(&article);
        let quoted = reading.claims().map(|at| {
            Quote::whole(&reading, at, 3..=40)
                .map_or_else(|| "nothing".to_owned(), |quote| quote.text(&reading))
        });
        expected.assert_eq(&quoted.collect::<Vec<String>>().join("\n"));
    }

    #[test]
    fn pronouns_have_their_names_back() {
        check(
            "Agnes Pockels was born in Venice in a hard winter. She discovered natural science at the school for girls. \
             Her apparatus was made of what was in the house. For ten years Agnes Pockels went on.",
            expect![[r#"
                Agnes Pockels was born in Venice in a hard winter.
                [Agnes Pockels] discovered natural science at the school for girls.
                [Agnes Pockels’s] apparatus was made of what was in the house.
                For ten years Agnes Pockels went on."#]],
        );
    }

    /// What is quoted of a sentence that goes on with "it" behind another.
    fn second(title: &str, first: &str) -> Option<String> {
        let text = format!("# {title}\n\n{first} It was brought to the north in a hard winter.\n");
        let article = article::parse("a.md", text.as_bytes()).article;
        let reading = Reading::of(&article);
        let second = reading.claims().nth(1).expect("a second sentence");
        Quote::whole(&reading, second, 4..=40).map(|quote| quote.text(&reading))
    }

    #[test]
    fn what_a_thing_is_said_to_be_is_not_what_the_next_sentence_means() {
        let meant = |first: &str| second("Roots", first);
        assert_eq!(
            meant("Grey heel is a water mould that rots the bark of trees.").as_deref(),
            Some("[Grey heel] was brought to the north in a hard winter.")
        );
        // What is answered; the bark; any turn; the mould that is brought in.
        for first in [
            "The answer is a water mould that rots the bark of trees.",
            "Grey heel is a mould and wet bark feeds a worm in the dark.",
            "Each turn of wet bark is a mould that rots the trees.",
            "Grey heel feeds a water mould that rots the bark of trees.",
        ] {
            assert_eq!(meant(first), None, "{first}");
        }
    }

    #[test]
    fn what_the_title_names_is_what_the_next_sentence_means() {
        let first = "Grey heel kills the root of each tree in wet soil.";
        assert!(second("Grey heel", first).is_some());
        assert_eq!(second("Roots", first), None);
    }

    #[test]
    fn what_a_sentence_goes_on_about_owns_what_follows() {
        check(
            "Advocates of the merger wanted larger schools. Their reasoning was that teachers could specialize.",
            expect![[r#"
                Advocates of the merger wanted larger schools.
                nothing"#]],
        );
        check(
            "Rural advocates wanted one large school. Their reasoning was that teachers could specialize.",
            expect![[r#"
                Rural advocates wanted one large school.
                [Rural advocates’] reasoning was that teachers could specialize."#]],
        );
    }

    #[test]
    fn what_was_brought_in_before_is_named_again() {
        check(
            "The council built a wooden bridge over the river. In spring the bridge fell into the water.",
            expect![[r#"
                nothing
                In spring [the wooden bridge over the river] fell into the water."#]],
        );
    }

    #[test]
    fn what_breaks_off_in_a_comparison_is_not_quoted() {
        check(
            "Old keepers of the coast had a house and as much lamp oil. Deep water comes back to land so slowly. \
             Old keepers had as much oil as bread.",
            expect![[r#"
                nothing
                nothing
                Old keepers had as much oil as bread."#]],
        );
    }

    #[test]
    fn what_is_turned_round_behind_its_first_word_is_not_quoted() {
        check("So did old markets of the bay.", expect!["nothing"]);
    }

    #[test]
    fn what_only_tells_the_order_is_left_out() {
        check(
            "Old benches are then broken up. Of the coast there were then twelve parishes.",
            expect![[r#"
                Old benches are broken up.
                nothing"#]],
        );
    }

    #[test]
    fn what_is_left_out_behind_a_bracket_leaves_no_gap() {
        check(
            "Masons of the coast cut sand stone (also called grit) in winter.",
            expect!["Masons of the coast cut sand stone (called grit) in winter."],
        );
    }

    #[test]
    fn misprints_are_not_quoted() {
        for misprint in [
            "Old masons of the coast cut a arch of stone.",
            "Old masons of the coast cut stone ; others sold sand.",
            "Old masons of the coast cut stone ( and others sold sand).",
        ] {
            check(misprint, expect!["nothing"]);
        }
        check(
            "Old masons of the coast made an heirloom of oak.",
            expect!["Old masons of the coast made an heirloom of oak."],
        );
    }

    #[test]
    fn what_cannot_be_told_is_not_quoted() {
        check(
            "This was the first of many long letters. They were never answered by anybody at all. \
             However, the heavy boats of the north were repaired with oak planks.",
            expect![[r#"
                nothing
                nothing
                The heavy boats of the north were repaired with oak planks."#]],
        );
    }

    #[test]
    fn an_answer_and_what_insists_are_not_quoted() {
        check(
            "Because of a contract signed in 2015, under which the mill shares the water of the dam. \
             Mostly because so few people came to the old mill of the bay. \
             Heavy lorries do grind through the town at night. Inside she found the label of a maker.",
            expect![[r#"
                nothing
                nothing
                nothing
                nothing"#]],
        );
        check(
            "Because the winters of the coast are wet, the masons laid slate. Inside the chest divers found the label of \
             a maker.",
            expect![[r#"
                Because the winters of the coast are wet, the masons laid slate.
                Inside the chest divers found the label of a maker."#]],
        );
    }

    #[test]
    fn who_says_so_between_commas_is_not_who_stands_before() {
        check(
            "Kornfeld had a pupil, Matthias Oder. Old slate of Casper Threnn, he found, had come from one quarry.",
            expect![[r#"
                Kornfeld had a pupil, Matthias Oder.
                nothing"#]],
        );
    }

    #[test]
    fn a_number_that_was_taken_alone_is_not_quoted() {
        check(
            "Old ferries of the north carried eleven.",
            expect!["nothing"],
        );
        check(
            "Old ferries of the north carried eleven horses.",
            expect!["Old ferries of the north carried eleven horses."],
        );
    }

    #[test]
    fn what_only_orders_is_left_out_and_what_limits_stays() {
        check(
            "In response, old pilots of the bay lit a beacon. Alone, old pilots could not guide a ship.",
            expect![[r#"
                Old pilots of the bay lit a beacon.
                Alone, old pilots could not guide a ship."#]],
        );
    }

    #[test]
    fn the_place_that_a_newspaper_writes_from_is_left_out() {
        check(
            "ST IVES — At dawn the doors of a bakery opened.",
            expect![["At dawn the doors of a bakery opened."]],
        );
    }

    /// The only sentence of a text as it is quoted where it is too long.
    #[track_caller]
    fn check_parts(text: &str, expected: &str) {
        let article = article::parse("a.md", format!("# Tolls\n\n{text}\n").as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.claims().next().expect("a sentence");
        let quotes = Quote::parts(&reading, at, 3..=12);
        let said: Vec<String> = quotes.iter().map(|quote| quote.text(&reading)).collect();
        assert_eq!(said.join(" / "), expected, "{text}");
    }

    #[test]
    fn who_is_named_beside_the_pronoun_may_be_meant() {
        let told = |voice: &str| {
            let text = format!(
                "# Turns\n\nIn March the steward Denis Maunder spoke to the council. The loudest voice in town, \
                 {voice}, was that of his family.\n"
            );
            let article = article::parse("a.md", text.as_bytes()).article;
            let reading = Reading::of(&article);
            let quotes = reading
                .claims()
                .filter_map(|at| Quote::whole(&reading, at, 8..=40));
            let all: Vec<String> = quotes.map(|quote| quote.text(&reading)).collect();
            all.concat()
        };
        assert!(told("most people say").contains("[Denis Maunder’s]"));
        assert!(!told("Roy Luscott").contains("[Denis Maunder’s]"));
    }

    #[test]
    fn what_is_said_is_not_cut_before_its_verb() {
        check_parts(
            "From the first page we learn that those with hazardous loads, which is nearly a third of them, will be barred from the bridge.",
            "",
        );
    }

    #[test]
    fn what_stands_behind_a_colon_is_stated_unless_it_is_only_said() {
        check_parts(
            "The rule of those who came late was soon as plain as that of others: masons of the county built a tower.",
            "Masons of the county built a tower.",
        );
        check_parts(
            "The council of those towns warned all others of it at once: masons of the county built a tower.",
            "",
        );
    }

    #[test]
    fn a_sentence_is_cut_before_it_tells_more_of_its_last_noun() {
        check_parts(
            "Masons of the county built a tower, which stood beside the river until a flood of the next century.",
            "Masons of the county built a tower.",
        );
        check_parts(
            "Anna was born in Lund, a small town of the northern county, where her father built a tower for the masons.",
            "Anna was born in Lund, a small town of the northern county.",
        );
        check_parts(
            "The old tower of the county was closed, and a gauge, which touches no water, was mounted above it in April.",
            "The old tower of the county was closed.",
        );
        check_parts(
            "Masons of the county built every tower, except those which stood beside the river in the next century.",
            "",
        );
    }

    #[test]
    fn what_was_done_by_those_who_found_it_is_no_part_of_what_they_found() {
        check_parts(
            "In their long report two masons of the northern county found that Threave was right, and worked out a new toll.",
            "Threave was right.",
        );
    }

    #[test]
    fn what_goes_on_without_a_verb_is_no_statement() {
        check_parts(
            "Doctors of the old county give six vials for each bite, and reactions from 31 per cent of treated patients to \
             9 per cent.",
            "Doctors of the old county give six vials for each bite.",
        );
        check_parts(
            "Doctors of the old county give six vials for each bite, and reactions fell from 31 per cent of patients to 9 per \
             cent.",
            "Doctors of the old county give six vials for each bite. / Reactions fell from 31 per cent of patients to 9 per cent.",
        );
    }

    #[test]
    fn a_long_sentence_is_cut_where_a_statement_ends() {
        check_parts(
            "Carters paid a toll on every bridge of the county; farmers, who grew barley and oats for the town, paid none.",
            "Carters paid a toll on every bridge of the county.",
        );
        check_parts(
            "When floods took the old bridge, masons built arches of stone, and carters paid a toll for forty years.",
            "When floods took the old bridge, masons built arches of stone.",
        );
        check_parts(
            "Carters came with a cart of oak, weighed out the grain, and left a large account with the county for its seventh year.",
            "",
        );
        check_parts(
            "Carters in the county said the small bridge would pay only in its seventh year, which masons denied for years.",
            "",
        );
        check_parts(
            "Iwuchi discovered a long reel of sounds recorded each January from 1957 to 1983 for a programme of the \
             radio.",
            "",
        );
        check_parts(
            "Carters of the county get few chances to say, in their daily work on the bridges, that oak is dear.",
            "",
        );
    }

    #[test]
    fn of_what_a_thing_is_nothing_is_cut_off() {
        check_parts(
            "A toll is any fee that carters pay for bridges, and that would not be due had masons built a ford.",
            "",
        );
        check_parts(
            "A toll is any fee that carters pay for bridges, and masons built every arch of the county.",
            "A toll is any fee that carters pay for bridges. / Masons built every arch of the county.",
        );
    }

    #[test]
    fn of_a_long_sentence_every_statement_is_quoted() {
        check_parts(
            "Since they pay the carters, the parishes of the whole county keep barges; rich towns lend oak, \
             and masons built a tower of stone.",
            "Rich towns lend oak. / Masons built a tower of stone.",
        );
        check_parts(
            "In spite of all this the ferry paid for itself, because carters of the county grew barley, \
             but ferrymen of the town were kept by masons.",
            "Carters of the county grew barley.",
        );
        check_parts(
            "This report of a clerk in the old town shows that masons of the county were paid in barley.",
            "Masons of the county were paid in barley.",
        );
    }

    #[test]
    fn what_only_somebody_says_or_what_holds_then_alone_is_no_statement() {
        for text in [
            "This report of a clerk in the old town says that masons of the county were paid in barley.",
            "This report of a clerk in the town does not show that masons of the county were paid in barley.",
            "This clerk of the old town wanted to show that masons of the county were paid in barley.",
            "If this tower of the masons had been built, carters would come, and the county would grow rich in years.",
            "They said that this toll would fall in spring, and masons of the county would be paid.",
            "In 1871 this tower of the county fell into a river, and masons of the town were paid.",
            "Do not heat it near an open fire of oak, because old wax runs, and masons of the county mix it with sand.",
            "It was not built by these carters of the town, because masons of the county were rich.",
            "This tower stands on a hill, and where carters come in from the county, masons of the town are paid.",
        ] {
            check_parts(text, "");
        }
    }

    #[test]
    fn what_only_ties_a_sentence_to_others_is_left_out() {
        check(
            "Every passenger therefore pays a small sum. Taxes have, however, critics in every town. \
             Not only masons but also carpenters were paid. Villages, though, mended walls in every valley. \
             Masons were paid though taxes fell in every town. So far every mason has a house. Rotation may thereby raise the power of clerks. \
             In exchange, the couriers carried letters free of charge.",
            expect![[r#"
                Every passenger pays a small sum.
                Taxes have critics in every town.
                nothing
                Villages mended walls in every valley.
                Masons were paid though taxes fell in every town.
                So far every mason has a house.
                Rotation may raise the power of clerks.
                nothing"#]],
        );
    }

    #[test]
    fn what_is_quoted_inside_is_set_in_single_marks() {
        check(
            "The council called the floor of the pool \"poor, and in places very poor\" last year. \
             Traders of the town spoke of “the great damp” for years. The town has “a new pier.",
            expect![[r#"
                nothing
                Traders of the town spoke of ‘the great damp’ for years.
                nothing"#]],
        );
    }

    #[test]
    fn what_was_only_just_introduced_is_not_its_owner() {
        check(
            "Agnes has a laboratory of glass. Glass moors have had an assembly since 1903. It has fifty seats in the town.",
            expect![[r#"
                Agnes has a laboratory of glass.
                Glass moors have had an assembly since 1903.
                nothing"#]],
        );
    }

    #[test]
    fn who_is_not_named_is_nobody_else() {
        let hero = "Anna Grieve built lutes. Anna Grieve sold them abroad. Anna Grieve wrote to her brother. \
                    Anna Grieve was admired, and she knew it.";
        check(
            &format!(
                "{hero}\n\nIn spring a young violinist came from Lund. She played for four hours."
            ),
            expect![[r#"
                Anna Grieve wrote to her brother.
                nothing
                In spring a young violinist came from Lund."#]],
        );
        check(
            &format!(
                "{hero}\n\nOnce they asked a farmer at the window. Far from home she had nobody to talk to."
            ),
            expect![[r#"
                Anna Grieve wrote to her brother.
                nothing
                nothing
                nothing"#]],
        );
        check(
            &format!("{hero}\n\nIn spring a timber ship broke up, and her cargo was scattered."),
            expect![[r#"
                Anna Grieve wrote to her brother.
                nothing
                nothing"#]],
        );
        check(
            &format!(
                "{hero}\n\nThe boy's teacher had known for weeks that she would play in Lund."
            ),
            expect![[r#"
                Anna Grieve wrote to her brother.
                nothing
                nothing"#]],
        );
    }

    #[test]
    fn who_is_named_beside_the_other_pronoun_is_not_meant() {
        let town = "Tarnholm has a dam of stone. Tarnholm has a bridge of oak. Tarnholm has a park of elms. \
                    Tarnholm has a wall of brick.";
        check(
            &format!("{town}\n\nOld Pilots of the bay knew that his boat was lost at sea."),
            expect![[r#"
                Tarnholm has a dam of stone.
                Tarnholm has a bridge of oak.
                Tarnholm has a park of elms.
                Tarnholm has a wall of brick.
                nothing"#]],
        );
    }

    #[test]
    fn a_pronoun_that_the_sentence_explains_stays() {
        check(
            "The old canal was so shallow that ships of the line could not enter it.",
            expect!["The old canal was so shallow that ships of the line could not enter it."],
        );
    }
}
