//! Whether a run of words can be understood without what stands before it.
//!
//! Apart from the kinds, which all quote sentences.

mod antecedent;
mod beginning;
mod needs;
mod number;
mod spot;
mod that;
mod which;

use std::ops::Range;

use crate::language::{Number, Tag, Token, small};

use super::definite::is_summary;
use super::reading::{At, Reading};
use super::referent::is_empty_it;
pub(crate) use beginning::beginning;

pub(super) use antecedent::{has_person, has_place, names_thing};

use antecedent::{
    is_led_by_phrase, is_nameless, is_said_to_be, is_subject_of_participle, names,
    without_antecedent, without_being, without_part, without_subject,
};
use needs::{has_what_it_needs, is_anybody, is_bound, is_stressed, tells_of_past};
use number::is_bare;
use spot::Spot;
use that::is_relative;

/// Words that point to something said before, wherever they stand.
const POINTING: &[&str] = &[
    "above",
    "accordingly",
    "additionally",
    "aforementioned",
    "afterwards",
    "again",
    "also",
    "alternatively",
    "another",
    "below",
    "both",
    "each",
    "earlier",
    "either",
    "ensuing",
    "following",
    "former",
    "here",
    "herein",
    "i",
    "instead",
    "later",
    "latter",
    "likewise",
    "me",
    "meanwhile",
    "my",
    "next",
    "others",
    "our",
    "previous",
    "resulting",
    "same",
    "similar",
    "similarly",
    "so",
    "subsequent",
    "such",
    "that",
    "then",
    "these",
    "this",
    "those",
    "thus",
    "too",
    "us",
    "we",
    "you",
    "your",
];

/// So few tokens behind a comma, it included, are the beginning of something that was cut off.
const FEW_BEHIND: usize = 4;

/// Words that tie a sentence to the one before from its middle.
const LINKS: &[&str] = &[
    "as an alternative",
    "by contrast",
    "consequently",
    "for example",
    "for instance",
    "furthermore",
    "henceforth",
    "however",
    "in between",
    "in contrast",
    "in particular",
    "in the first place",
    "in the meantime",
    "in turn",
    "moreover",
    "nevertheless",
    "nonetheless",
    "on the contrary",
    "on the other hand",
    "therefore",
    "to begin with",
];

/// Whether the run stands on its own: nothing in it points to what came before.
pub(crate) fn stands_alone(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let marks = ['"', '“', '”', '‘', '[', ']', '?', '!'];
    !reading.run(at, run.clone()).contains(marks)
        && !is_summary(reading, at, run.clone())
        && run
            .clone()
            .all(|token| is_clear(reading, at, run.start, token))
}

/// Whether a text, which has no connective at its start, is tied to what stands before it.
pub(crate) fn links(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: &usize| *at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
    let mut words = (0..bytes.len()).filter(begins);
    words.any(|at| is_link(&bytes[at..]))
}

/// Whether what begins with a word ties the text to what stands before.
fn is_link(words: &[u8]) -> bool {
    // A sentence may begin with it.
    let first = words.first().map(u8::to_ascii_lowercase);
    let behind = |link: &str| {
        let (letter, rest) = link.as_bytes().split_first()?;
        let begins = first == Some(*letter);
        begins.then(|| words[1..].strip_prefix(rest)).flatten()
    };
    let ends = |rest: &[u8]| !rest.first().is_some_and(u8::is_ascii_alphanumeric);
    let exchanged = [
        ("in exchange", " for"),
        ("in return", " for"),
        ("in addition", " to"),
    ]
    .into_iter()
    .any(|(link, what)| {
        behind(link).is_some_and(|rest| ends(rest) && !rest.starts_with(what.as_bytes()))
    });
    let result = behind("as a result");
    // "The cost was borne after all", but not "after all the guests had left".
    let others: [&[u8]; 6] = [b"of", b"other", b"the", b"their", b"these", b"those"];
    let after_all = behind("after all").is_some_and(|rest| {
        let mut words = rest.split(|byte| !byte.is_ascii_alphanumeric()).skip(1);
        ends(rest) && words.next().is_none_or(|next| !others.contains(&next))
    });
    let letter = |link: &&str| link.as_bytes().first().copied();
    let begins = LINKS.partition_point(|link| letter(link) < first);
    let mut near = LINKS[begins..]
        .iter()
        .take_while(|link| letter(link) == first);
    near.any(|link| behind(link).is_some_and(ends))
        || exchanged
        || after_all
        || behind("as well").is_some_and(|rest| !rest.starts_with(b" as"))
        || result.is_some_and(|rest| !rest.starts_with(b" of"))
}

/// "We learn that those with hazardous loads", "noticed that the drivers": what they do is cut off.
pub(super) fn ends_behind_that(text: &str, run: &[Token]) -> bool {
    let acts = |token: &Token| matches!(token.tag, Tag::VERB | Tag::AUX);
    let that = |token: &Token| token.is(text, "that") && token.tag != Tag::DET;
    let that = run.iter().rposition(that);
    that.is_some_and(|that| !run[that..].iter().any(acts))
}

/// Whether a run breaks off behind a comma: "the steamer sank near the outfalls, just", "a number
/// chosen".
pub(crate) fn trails(reading: &Reading<'_>, at: At, run: &Range<usize>) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let last = (run.start + 1..run.end)
        .rev()
        .find(|token| tokens[*token].is(text, ","));
    last.is_some_and(|comma| {
        let mut lists = reading.series(at).iter().flat_map(|series| &series.items);
        let listed = lists.any(|item| item.end > comma);
        let few = run.end - comma <= FEW_BEHIND;
        let behind = &tokens[comma + 1..run.end];
        let has = |tags: &[Tag]| behind.iter().any(|token| tags.contains(&token.tag));
        // "Wheat was dear, and the young Duke Aldemar": did what?
        let joined = behind.first().is_some_and(|first| first.tag == Tag::CCONJ)
            && !has(&[Tag::AUX, Tag::VERB]);
        !listed && (joined || few && !has(&[Tag::AUX]))
    })
}

/// Whether a claim denies something, or as good as denies it, which makes a bad stem.
pub(crate) fn denies(text: &str) -> bool {
    let negative = |word: &str| {
        matches!(
            word,
            "barely"
                | "cannot"
                | "except"
                | "hardly"
                | "neither"
                | "never"
                | "no"
                | "nobody"
                | "none"
                | "nor"
                | "not"
                | "nothing"
                | "nowhere"
                | "rarely"
                | "scarcely"
                | "seldom"
                | "without"
        )
    };
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(small)
        .any(|word| negative(&word) || word.ends_with("n't") || word.ends_with("n’t"))
}

/// Whether somebody does less than the verb says when one of these adverbs stands beside it, so that
/// the deed is not told without it: "the canal almost failed".
pub(crate) fn is_limited(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let limits = [
        "allegedly",
        "almost",
        "apparently",
        "nearly",
        "only",
        "ostensibly",
        "reportedly",
        "supposedly",
        "theoretically",
    ];
    let text = reading.text(at);
    denies(reading.run(at, run.clone()))
        || reading.tokens(at)[run]
            .iter()
            .any(|token| token.tag == Tag::ADV && token.is_any(text, &limits))
}

/// "The ferry would be sold": if what? Where it is not said, only the sentences around tell.
pub(super) fn is_supposed(text: &str, run: &[Token]) -> bool {
    let said = ["if", "unless", "until", "when", "with", "without"];
    let has = |words: &[&str]| run.iter().any(|token| token.is_any(text, words));
    has(&["would"]) && !has(&said)
}

/// Whether a word by itself points to something said before: a pronoun or "such" and its like.
pub(crate) fn points(text: &str, token: Token) -> bool {
    let word = token.small(text);
    let relative = ["that", "which", "who", "whom", "whose", "what"].contains(&&*word);
    let linking = relative && token.tag != Tag::DET;
    let personal = token.tag == Tag::PRON && !word.ends_with("self") && !word.ends_with("selves");
    let whole = [
        "anybody",
        "anyone",
        "anything",
        "everybody",
        "everyone",
        "everything",
        "nobody",
        "nothing",
        "one",
        "somebody",
        "someone",
        "something",
    ];
    // What stands behind these says whether they do.
    let bound = ["below", "both", "each", "next"].contains(&&*word);
    let known = whole.contains(&&*word) || bound;
    !linking && !known && (personal || POINTING.binary_search(&&*word).is_ok())
}

/// Whether a token of a run that begins at `start` lacks what it means something with: "before" what, "other"
/// than which, "at around ninety" of what.
pub(super) fn lacks(reading: &Reading<'_>, at: At, start: usize, token: usize) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let small = tokens[token].small(text);
    let spot = Spot::new(&small, text, tokens, start..token);
    is_bare(spot) || has_what_it_needs(spot) == Some(false)
}

/// Whether a token of a run that begins at `start` points nowhere outside it.
pub(super) fn is_clear(reading: &Reading<'_>, at: At, start: usize, token: usize) -> bool {
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let small = tokens[token].small(text);
    let before = start..token;
    let spot = Spot::new(&small, text, tokens, before.clone());
    if is_subject_of_participle(reading, at, start, token)
        || is_bare(spot)
        || spot.opens() && (small == "otherwise" || is_nameless(reading, at, start))
    {
        return false;
    }
    match spot.word {
        _ if is_in_name(spot) || is_relative(spot) || is_bound(spot) => true,
        _ if is_stressed(spot) => false,
        // "The reeds, they say, are homesick": who does?
        "they" | "he" | "she" | "we" if is_hearsay(spot) => false,
        "it" | "they"
            if !is_empty_it(reading, at, token) && is_led_by_phrase(reading, at, token) =>
        {
            false
        }
        "them" => {
            let before = without_subject(reading, at, before, token);
            let before = without_antecedent(reading, at, before, token);
            let before = without_part(reading, at, before, token);
            names(reading, at, before, Number::Plural)
        }
        "they" | "their" | "theirs" | "themselves" => names(reading, at, before, Number::Plural),
        "it" if is_untold(spot) => false,
        "it" if is_empty_it(reading, at, token) => true,
        // "The minister was courteous about it" is not said of the minister.
        "it" => {
            let before = without_subject(reading, at, before, token);
            let before = without_part(reading, at, before, token);
            names_thing(reading, at, before)
        }
        // "The last workshop is its records office": the workshop's own it is not.
        "its" | "itself" => {
            let before = without_being(reading, at, before, token);
            names_thing(reading, at, before)
        }
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" => {
            names_whom(reading, at, before, spot)
        }
        // "There were ten leaves": where?
        "there" if spot.opens() && tells_of_past(spot) => {
            has_place(reading, at, token..tokens.len())
        }
        // "From there", "seems to have been there": where? "There is", "is there" say no place.
        "there" => is_said_to_be(tokens, token) || has_place(reading, at, before),
        "you" | "your" => reading.voices().reader,
        "we" | "us" | "our" => reading.voices().everybody,
        "i" | "me" | "my" => reading.voices().author,
        pointing => {
            has_what_it_needs(spot).unwrap_or_else(|| POINTING.binary_search(&pointing).is_err())
        }
    }
}

/// "Save Our Lido": a word in a name points to nothing.
fn is_in_name(spot: Spot<'_>) -> bool {
    spot.token().of(spot.text).starts_with(char::is_uppercase)
        && spot.word != "i"
        && spot.before().is_some_and(|it| it.tag != Tag::PUNCT)
}

/// Whether the run before "he" or "she" names whom it means: "a person who says that he or she has no work".
fn names_whom(reading: &Reading<'_>, at: At, before: Range<usize>, spot: Spot<'_>) -> bool {
    if is_anybody(spot) {
        return names(reading, at, before, Number::Singular);
    }
    let is_she = ["she", "her", "hers", "herself"].contains(&spot.word);
    has_person(reading, at, before, if is_she { "she" } else { "he" })
}

/// Whether what "it" stands beside shows that it means nothing of the same sentence.
fn is_untold(it: Spot<'_>) -> bool {
    // "The glacier did it in 1982": did what?
    let done = it.is_after(&["do", "does", "did"]);
    // "The cause of it all is a proposal": of what?
    done || it.is_before(&["all"]) || is_lone_object(it) || is_one_named(it)
}

/// "The club turned it down": nothing but who does it stands before.
fn is_lone_object(it: Spot<'_>) -> bool {
    let brings = |token: &Token| {
        matches!(
            token.tag,
            Tag::PUNCT | Tag::CCONJ | Tag::SCONJ | Tag::ADP | Tag::PRON | Tag::PART
        )
    };
    it.is_after_tag(&[Tag::VERB]) && !it.said().iter().any(brings)
}

/// "Replied that it was the northern gate": what was?
fn is_one_named(it: Spot<'_>) -> bool {
    let the = it.second().is_some_and(|behind| behind.is(it.text, "the"));
    let goes_on = it.reaches(&["that", "who", "which"], usize::MAX);
    !it.opens() && it.is_before(&["is", "was"]) && the && !goes_on
}

/// "They say", "he found" between commas.
fn is_hearsay(they: Spot<'_>) -> bool {
    let behind = they.second();
    let says = they.is_before(&["say", "said"]);
    let ends = |behind: &Token| behind.is(they.text, ",") || says && behind.is(they.text, ".");
    they.is_after(&[","]) && they.is_before_tag(&[Tag::VERB]) && behind.is_some_and(ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    #[track_caller]
    fn alone(claim: &str) -> bool {
        let text = format!(
            "Title\n\n{claim} It is followed by a second sentence that makes the paragraph long.\n"
        );
        let article = article::parse("a.md", format!("# {text}").as_bytes()).article;
        let reading = Reading::of(&article);
        let at = reading.sentences().next().expect("the claim is a sentence");
        let end = reading.tokens(at).len();
        stands_alone(&reading, at, beginning(&reading, at)..end)
    }

    #[test]
    fn what_points_back_does_not_stand_alone() {
        for claim in [
            "These moves strengthen regional resilience and reduce dependency.",
            "The outcome hinges on credible signaling.",
            "It creates measurable milestones for every voter.",
            "On January 10 of that winter, she wrote a letter to him.",
            "Such arrangements tend to be gradual in the region.",
            "The result is a shared environment for trade.",
            "London's own, begun in that year, ended in June.",
            "Under the rule of the council the bed will have to be surveyed first.",
            "Why a limpet should keep many methods is easier to understand.",
            "In the first three years the plumbers made many visits.",
            "Asked whether that is reasonable, the pilot thinks for a long time.",
            "The northern council will decide on 14 September.",
            "The people of Dravna have arranged their lives to fit.",
            "London saw traffic fall by a comparable share within a year.",
            "Some machines can pick out small tremors in the hours before.",
            "The families left the narrow streets for the hills above.",
            "Every animal on the floors beneath has to be supplied from above.",
            "The boats were loaded with grain that came from there.",
            "The engineer does not seem to have been there.",
            "According to one account, it forms above a plume of hot rock.",
            "On the southern side, where burrows were thinly scattered, it killed a hundred.",
            "Last year it handled more than a thousand wagons of grain.",
            "In each case the quality of the proof mattered less.",
            "For the third, of ninety guests, a curtain was fitted across the glass.",
            "The cost was borne after all by tenants of the northern town.",
            "A cubic metre of it contains a fifth of a gram of water.",
            "In 2021 it took down the signs of the northern quays.",
            "The last workshop of the northern quays is its records office.",
            "An order that makes mediocre ones may do rather well.",
            "Today it employs a third of the town's working people.",
            "On the island of Ovar the account comes out differently.",
            "After twelve months the buckets had collected the expected 310 litres.",
            "Because trees shelter one another, the real figure is a sixth lower.",
            "A change of seventy metres may seem modest to a sailor.",
            "On a thousand bushels, that would be a loss of three dollars.",
            "At about the same time, robins were kept in a closed room.",
            "The next winter the ships tried a different method of paying out.",
            "Some in the northern towns would rather talk about that.",
            "By six votes to three the court remitted it on a Monday.",
            "Since the storm of February it has opened on to the square.",
            "When the grass dies, both processes stop, and the dunes move inland.",
            "Nobody in the northern towns decided that should happen.",
            "The other tall plant of the slope is quite different.",
            "Both pilots wept and masons of the northern coast built piers.",
            "The requirement has been criticised by lawyers since 1903.",
            "Each understood that restraint would weaken a claim.",
            "Four tried the entrance and thirty-eight men were drowned.",
            "The second was kept in the workshop for six long years.",
            "Some were sold with the building when the school was closed.",
            "The engineer James Watt maintained that it would be clean.",
            "Both imply that the subsidy should follow a benefit.",
            "The northern glacier did it twice within ten years.",
            "The political attractions run in the opposite direction.",
            "Everything below is an expansion of a simple rule.",
            "Smaller ones are harder to fold in a dry room.",
            "Geologists now regard them as a part of the system.",
            "The deep valley reaches down to the adjacent northern trench.",
            "At around 8,200 metres the fluid in their bodies turns salty.",
            "The other took the engineer south across the mountains.",
            "Half of that went to a cider company in the town.",
            "A fraction survive for years as tightly packed cells.",
            "During the cold spell of the ninth, members certified megawatts.",
            "Oxygen in deep water fell nearly twice as fast.",
            "Finally the long heap cools and worms move in.",
            "The foreshore belonged to parishes, which then were twelve.",
            "Two years later died the engineer of the locks.",
            "The harbour court itself was a body of eight jurats.",
            "The ice there was four centimetres thick all winter.",
            "In the first, seven chips were added to the row.",
            "Why crabs count was worked out more slowly.",
            "The minister for learning was courteous about it.",
            "For a long time that was only an idea of pilots.",
            "In 1871 a lead mine opened two miles away for smelters.",
            "A school and two shops have opened since, in small houses.",
            "Little is known of the people who built them there.",
            "There the gain in sleep amounted to twelve minutes.",
            "Every additional hour meant more water on the quay.",
            "A second dry year followed, and water ran short.",
            "Old caps of the forest have appeared on three.",
            "The cause of it all is a proposal of the harbour guild.",
            "The longest on record lasted for most of a day.",
            "Old pilots of the bay hope to find out by moving boats.",
            "A surgeon of the town spends hers in a shed of the harbour.",
            "The women of the valley made up half of the total.",
            "Stretching the northern rows of the cells did.",
            "A fourth claim of pilots is that the pier has reduced fog.",
            "The wooden board of the crock fits loosely inside.",
            "The city of pilots did something that few had dared to do.",
            "Cut what is left into rounds four fingers thick.",
            "The northern beetle has built itself a filter, in other words.",
            "At Low Quenby, the most popular for swimming, counts have fallen.",
            "The old pilots told a reporter that they had planned it well.",
            "A hatching midge in the reeds shivers at around ninety.",
            "A household in the lowest fifth saved a thousand crowns.",
            "Pressure was one candidate, since water deepens in spring.",
            "The explanation of pilots, published after seven more years, was wrong.",
            "Pupils in both groups slept for nine hours in winter.",
            "On the second occasion pilots spent four nights at sea.",
            "The best known is the char, a relative of the trout.",
            "Within a single year more than 6,000 had followed.",
            "Lastry, on the northern shore of Great Morrow, has 38,200.",
            "On an ordinary weekday the old ferry carried about 410.",
            "Drilling later showed that the passage is an old river.",
            "The weekly burden of P will be 26 hours in spring.",
            "Twenty hours and a tenth of them, 20 × 1.1, make a burden.",
            "Pilots of the old harbour called that a drying day.",
            "Anyone with patience can make one in about ten days.",
            "The largest item was a decision to move the battery rooms.",
            "The longest, the Sarn, extends for 118 kilometres.",
            "We pay, first, in the conduct of the contest.",
            "The northern board responded in 2025 by defining a form.",
            "Over Orvane, two miles upstream and high above, depended on grazing.",
            "A falconer flies trained hawks over the remaining eight for two hours.",
            "The late apology can follow when it is ripe.",
            "The northern city granted five: three baths, salaries and lessons.",
            "There were eleven in the eight years that preceded the act.",
            "The Fifth, at 280 metres, is so dry that nothing grows.",
            "Of the 22 that entered the old mounds, many were ill.",
            "The young engineer broke many ropes over the next six years.",
            "Shorter pieces do little to strengthen a tile of clay.",
            "The northern club turned it down within a day.",
            "The old chamber replied at once that it was the northern gate.",
            "A more determined attempt at control was made in winter.",
            "The northern reeds, they say, are homesick in the winter.",
            "The northern reeds travel the other way in the autumn.",
            "Lawyers of the old council take a different view.",
            "A careful beginner can make a small one in about nine days.",
            "In contact with water it can slowly turn into gypsum.",
            "A third dry year followed, and water ran short.",
            "In the seventh, two chips were added to the row.",
            "All reeds of the old basin were dead by the fortieth.",
            "The northern firm of Hallgrim Kraft offers to pay a quarter.",
            "Last year that came to nine million thaler in the valley.",
            "The northern reeds had already made the old brake obsolete.",
            "Half had a constant depth of one metre in the winter.",
            "Only one, which had been written in ink, was beyond help.",
            "The one behind Denmark was built in the winter of 1868.",
            "Otherwise old pilots of Denmark keep the harbour shut.",
            "Too much will prevent the first layer from lying down.",
            "The old guild of pilots does all three in the course of its work.",
            "Everything that was left went to the gardens of the town.",
            "Old pilots of the harbour would go further and scrap the fee.",
            "All reeds of the old basin were dead by the fortieth day.",
            "The northern campaign against is led by a retired engineer.",
            "What the old court did next made matters worse.",
            "Old hands suffered badly that winter, and the parish relief book shows it.",
            "The northern state licenses about 60 a year.",
            "The northern turbine cannot run on less than 35 and stood idle.",
        ] {
            assert!(!alone(claim), "{claim}");
        }
    }

    #[test]
    fn what_says_what_it_means_does() {
        for claim in [
            "However, Citizens observe how partnerships translate into protections.",
            "When states perceive a threat, they invest in shared measures.",
            "Regulatory institutions depend on their record of fairness.",
            "The northern council decided in 1903 to close fourteen mills.",
            "In the first three years of the war plumbers were clever.",
            "Steel is harder than the iron of northern mills.",
            "Ann Wade was owner of the northern mill in Denmark.",
            "Because farmers who kept sheep feared wolves, they built high walls of stone.",
            "A law was passed that would close the northern ports of Denmark.",
            "Masons of Denmark sold both tall, narrow doors and grey slates.",
            "Regional frameworks that codify information exchange help partners.",
            "States perceive that their own security hinges on neighbors.",
            "The new toll is comparable to that of Stockholm.",
            "The air above the sea is cold before dawn.",
            "A fraction of the cells survive for years in the marrow.",
            "Oxygen in deep water fell twice as fast as in the shallows.",
            "Nobody can settle the question, so everybody has to argue.",
            "In winter there are no lamps on the long wooden pier.",
            "Merchants who came to the harbour found no lamps there.",
            "Old sheets of felt are dipped in water and then pressed.",
            "A man who later kept an inn built locks for pleasure.",
            "Weed drifts from one strip to another in long winters.",
            "Each party lends its power to the others in wartime.",
            "Each striking worker will receive a payment in April.",
            "Old crabs learn more slowly than young crabs in spring.",
            "Old crabs learn more slowly and forget more things.",
            "Within a single year more than 6,000 people had signed.",
            "Old pilots had 38,200 barrels of herring in vitamin C.",
            "The largest item of the budget was a new battery room.",
            "Nobody saw more than one of the boats in winter.",
        ] {
            assert!(alone(claim), "{claim}");
        }
    }

    #[test]
    fn a_link_is_whole_words() {
        assert!(links("the earth, moreover, is free of weeds"));
        assert!(links("for example, a lock"));
        assert!(links("On the contrary: locks are deep"));
        assert!(!links("investors believed in turnover"));
        assert!(links("buyers will demand more in the first place"));
        assert!(links("As a result ownership became concentrated"));
        assert!(!links("As a result of the tax houses stood empty"));
        assert!(!links("It was a result that nobody wanted"));
        assert!(links("In addition a lock was built"));
        assert!(!links("In addition to the lock a pier was built"));
        assert!(!links("They came in additional ships"));
    }

    #[test]
    fn tables_are_sorted_for_the_search() {
        assert!(POINTING.is_sorted());
    }
}
