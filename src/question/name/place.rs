//! Where something happened, in a place with a name.
//!
//! Apart from the other names: here the place stands in an adjunct and the whole clause is asked with.

use std::ops::Range;

use crate::language::{Adjunct, lemma, lexicon};
use crate::question::Draft;
use crate::question::ask::Asking;
use crate::question::mention::Mention;
use crate::question::register::{Register, Sort};

/// Prepositions that say where.
const WHERE: &[&str] = &["at", "in", "near"];

/// Verbs that only link a subject with what it is.
const LINKING: &[&str] = &["be", "become", "remain", "seem"];

/// "Where was the first survey made?" — "in Bergen".
pub(super) fn where_is(asking: &Asking<'_, '_>, register: &Register) -> Option<Draft> {
    at_the_end(asking, register).or_else(|| ahead(asking, register))
}

fn at_the_end(asking: &Asking<'_, '_>, register: &Register) -> Option<Draft> {
    let clause = asking.clause;
    let named = place(asking, register, &clause.rest)?;
    let asked = asking.inverted(named.start - 1)?;
    draft(asking, register, named, &asked, None)
}

/// "In Bergen, merchants built the first pier."
fn ahead(asking: &Asking<'_, '_>, register: &Register) -> Option<Draft> {
    let lead = asking.clause.lead.as_ref()?;
    let named = place(asking, register, &lead.tokens)?;
    let whole = named.start == lead.tokens.start + 1;
    let asked = asking.inverted(asking.clause.rest.end).filter(|_| whole)?;
    draft(asking, register, named, &asked, Some(lead))
}

/// The tokens of a place's name with which a run ends, behind a word that says where.
fn place(asking: &Asking<'_, '_>, register: &Register, run: &Range<usize>) -> Option<Range<usize>> {
    let (text, tokens) = (
        asking.reading.text(asking.at),
        asking.reading.tokens(asking.at),
    );
    let ends = |mention: &&Mention| {
        mention.tokens.end == run.end
            && mention.tokens.start > run.start
            && tokens[mention.tokens.start - 1].is_any(text, WHERE)
            && register.sorts.get(&mention.text) == Some(&Sort::Place)
    };
    let mut found = register.mentions_in(asking.at).iter().filter(ends);
    found.next().map(|mention| mention.tokens.clone())
}

fn draft(
    asking: &Asking<'_, '_>,
    register: &Register,
    named: Range<usize>,
    asked: &str,
    adjunct: Option<&Adjunct>,
) -> Option<Draft> {
    let (reading, at) = (asking.reading, asking.at);
    let name = reading.run(at, named.clone());
    let at_place = reading.tokens(at)[named.start - 1];
    let preposition = at_place.of(reading.text(at)).to_lowercase();
    let stem = format!(
        "According to the article, where {asked}{}?",
        asking.held(adjunct)?
    );
    let verb = reading.tokens(at)[asking.clause.verb.main].of(reading.text(at));
    let acts = lemma::base(verb).is_none_or(|base| !LINKING.contains(&&*base));
    // "Rainfall varies from two metres on the ridge to less than one at Ambel".
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let has = |word| {
        tokens[asking.clause.rest.clone()]
            .iter()
            .any(|token| token.is(text, word))
    };
    let acts = acts && !(has("from") && has("to"));
    let long = acts && asked.split(' ').count() > 3;
    let told = name.split(' ').any(|part| stem.contains(part));
    let mut wrong = register.others(name, reading.words(at));
    wrong.retain(|other| lexicon::country(other).is_some() == lexicon::country(name).is_some());
    wrong.retain(|other| !register.stand_together(reading, name, other));
    let shown = |name: &str| format!("{preposition} {name}");
    (long && !told).then(|| {
        let wrong = wrong.iter().map(|name| shown(name)).collect();
        asking.draft(shown(name), wrong, stem, 0.7)
    })
}

#[cfg(test)]
mod tests {
    use crate::question::name::Name;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(sentence: &str, expected: Expect) {
        let text = format!(
            "# Harbours\n\n{sentence}\n\nThe ships came to Inverness every week.\n\n\
             The grain was taken from Bergen to Stavanger.\n"
        );
        let all = drafts(&Name, &text);
        let own = all.split("\n\n").filter(|draft| draft.contains("where"));
        expected.assert_eq(&own.collect::<Vec<&str>>().join("\n\n"));
    }

    #[test]
    fn a_place_at_the_end_or_ahead() {
        check(
            "The stones for the locks were cut in Corpach.",
            expect![[r#"
                According to the article, where were the stones for the locks cut?
                * in Corpach
                in Bergen
                in Stavanger
                in Inverness"#]],
        );
        check(
            "In Corpach, masons cut the stones for the locks.",
            expect![[r#"
                According to the article, where do masons cut the stones for the locks?
                * in Corpach
                in Stavanger
                in Inverness
                in Bergen"#]],
        );
    }

    #[test]
    fn a_place_inside_another_is_not_offered_beside_it() {
        check(
            "The stones for the locks were cut in Corpach. The valley of Corpach in Bergen had good stone.",
            expect![[r#"
                According to the article, where were the stones for the locks cut?
                * in Corpach
                in Stavanger
                in Inverness"#]],
        );
    }

    #[test]
    fn what_only_is_somewhere_is_not_asked() {
        check("The lock remains the longest in Corpach.", expect![[""]]);
        check(
            "James Watt moved the old survey from the sea to a tower in Corpach.",
            expect![[""]],
        );
    }
}
