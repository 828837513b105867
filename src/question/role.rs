//! Who or what does something, and what somebody does.
//!
//! Apart from `cause`, which asks for the reasons of it.

mod passive;

use std::ops::Range;

use crate::language::{Role as Says, Tag, lemma, lexicon};

use super::ask::Asking;
use super::cause::{is_brought_in, object_at};
use super::deed::{Deed, is_active, of_clause};
use super::reading::{At, Reading};
use super::rival::{self, Sought};
use super::statement::Being;
use super::stock::{Stock, with_of};
use super::{Draft, Form, Kind, KindName};

/// The kind.
pub(crate) struct Role;

impl Kind for Role {
    fn name(&self) -> KindName {
        KindName::Role
    }

    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft)) {
        let asked = reading.claims().flat_map(|at| Asking::all(reading, at));
        asked
            .flat_map(|asking| {
                [
                    who_by_name(&asking),
                    what_is_done(&asking),
                    what_is(&asking),
                    who(&asking),
                    what(&asking),
                    passive::by_whom(&asking),
                    passive::called(&asking),
                ]
            })
            .flatten()
            .for_each(found);
    }
}

/// "What do neighbors do when borders become contested?"
fn what_is_done(asking: &Asking<'_, '_>) -> Option<Draft> {
    let (reading, at, clause) = (asking.reading, asking.at, asking.clause);
    let key = of_clause(reading, at, clause)?;
    // In a span of years much else is done.
    let pin = pin(asking);
    if pin.as_ref().is_some_and(|pin| pin.contains(" between ")) {
        return None;
    }
    let known = reading.centrality(&asking.subject.text) > 0.99;
    let named = asking.subject.text.split_whitespace().count() > 1 && !known;
    // "What did the councils do?" Much, and at many times.
    let bare = asking.subject.text.strip_prefix("the ");
    let specific = named && !(asking.is_past() && bare.is_some_and(|noun| !noun.contains(' ')));
    let somebody = asking.reading.is_person(&asking.subject.text);
    let author = asking.subject.text == "the author";
    // "What did a small company do?" Which one?
    let some = ["a ", "an "]
        .iter()
        .any(|article| asking.subject.text.starts_with(article));
    // "What might a court do?" About what?
    let may = reading.tokens(at)[clause.verb.tokens.start];
    let may = may.is_any(reading.text(at), &["may", "might", "could", "would"]);
    if author
        || some && asking.is_past()
        || may && pin.is_none()
        || pin.is_none() && (!specific || somebody)
    {
        return None;
    }
    let support = match clause.verb.auxiliary {
        Some(_) => modal(asking)?,
        None => asking.support().to_owned(),
    };
    let pinned = pin.is_some();
    let pin = pin.map_or_else(String::new, |pin| format!(" {pin}"));
    let subject = &asking.subject;
    // "Could search at leisure and collect the payment whenever they chose": that holds of the last alone.
    let of_all = !pinned || clause.lead.is_some();
    let stem = format!("which of these {support} {} do{pin}?", subject.text);
    let several = of_all
        .then(|| several(asking, &key, &stem, pinned))
        .flatten();
    if several.is_some() {
        return several;
    }
    let stem = format!(
        "According to the article, what {support} {} do{pin}?",
        subject.text
    );
    let sought = Sought {
        key: &key,
        subject,
        stem: &stem,
        pinned,
    };
    let wrong = rival::deeds(reading, &sought);
    let wrong = wrong.into_iter().map(|deed| deed.plain()).collect();
    Some(asking.draft(key.plain(), wrong, stem, if pinned { 0.7 } else { 0.6 }))
}

/// The parts of what is done, among other deeds.
fn several(asking: &Asking<'_, '_>, key: &Deed, asked: &str, pinned: bool) -> Option<Draft> {
    let parts = key.parts();
    let stem = format!("According to the article, {asked}");
    let mut wrong: Vec<String> = Vec::new();
    for part in &parts {
        let sought = Sought {
            key: part,
            subject: &asking.subject,
            stem: &stem,
            pinned,
        };
        let others = rival::deeds(asking.reading, &sought).into_iter();
        let apart = |other: &&Deed| {
            other.parts().len() == 1
                && parts
                    .iter()
                    .all(|part| part.stems.is_disjoint(&other.stems))
        };
        let new = others
            .filter(apart)
            .map(|other| other.plain())
            .filter(|other| !wrong.contains(other));
        wrong.extend(new.take(2).collect::<Vec<String>>());
    }
    wrong.truncate(3);
    let whole = parts.iter().all(|part| part.plain().split(' ').count() > 1);
    let sound = parts.len() > 1 && wrong.len() > 1 && whole;
    let first = asking.draft(parts.first()?.plain(), wrong, stem, 1.05);
    sound.then(|| Draft {
        keys: parts.iter().map(Deed::plain).collect(),
        form: Form::Several,
        ..first
    })
}

/// "What is the labour force?"
fn what_is(asking: &Asking<'_, '_>) -> Option<Draft> {
    let (reading, at, clause) = (asking.reading, asking.at, asking.clause);
    let key = Being::of(reading, at, clause)?;
    let verb = reading.run(at, clause.verb.tokens.clone()).to_lowercase();
    let what = if asking.subject.is_person {
        "who"
    } else {
        "what"
    };
    let stem = format!(
        "According to the article, {what} {verb} {}?",
        asking.subject.text
    );
    let wrong = rival::beings(reading, &key, &stem);
    let wrong = wrong.into_iter().map(|being| being.text.clone()).collect();
    Some(asking.draft(key.text, wrong, stem, 0.75))
}

/// "can", "may" and their like, which stay in the question.
fn modal(asking: &Asking<'_, '_>) -> Option<String> {
    let verb = &asking.clause.verb;
    let first = asking.reading.tokens(asking.at)[verb.auxiliary?]
        .of(asking.reading.text(asking.at))
        .to_lowercase();
    let known = [
        "can", "could", "may", "might", "must", "should", "will", "would",
    ];
    known.contains(&first.as_str()).then_some(first)
}

/// When or on what condition, as the sentence has it; the subject that it names first stands there
/// as a pronoun.
fn pin(asking: &Asking<'_, '_>) -> Option<String> {
    let (reading, at) = (asking.reading, asking.at);
    let adjuncts = asking.clause.lead.iter().chain(&asking.clause.tail);
    let mut pins = adjuncts.filter(|adjunct| {
        let says = matches!(adjunct.role, Says::Condition | Says::Time | Says::Place);
        let plain = !reading.run(at, adjunct.tokens.clone()).contains(',');
        says && plain
            && (2..=14).contains(&adjunct.tokens.len())
            && asking.subject.covers(reading, at, adjunct.tokens.clone())
    });
    let pin = pins.next()?;
    let words = reading.lowered(at, pin.tokens.clone());
    match &asking.subject.ahead {
        Some(named) if pin.tokens.contains(&named.start) => {
            let name = reading.run(at, named.clone());
            Some(words.replacen(name, asking.subject.pronoun, 1))
        }
        _ => Some(words),
    }
}

/// "What strengthens resilience?"
fn who(asking: &Asking<'_, '_>) -> Option<Draft> {
    let (reading, at, clause) = (asking.reading, asking.at, asking.clause);
    let key = phrase_of(reading, at, clause.subject.clone())?;
    let acts = is_active(reading, at, &clause.verb) || clause.verb.auxiliary.is_some();
    // "A compromise has been to disclose it": is no deed.
    let acts = acts && !reading.run(at, clause.rest.clone()).starts_with("to ");
    let acts = acts && !has_another_clause(reading, at, clause.rest.clone());
    let clear = (acts || is_described(asking)) && !key.shape.single && clause.rest.len() > 2;
    let what = if asking.subject.is_person {
        "who"
    } else {
        "what"
    };
    let named = reading.tokens(at)[clause.head].tag == Tag::PROPN;
    // "What has taken the opposite view?": of a name that may be somebody's.
    let unknown = !reading.register.sorts.contains_key(&key.text);
    if named
        && !asking.subject.is_person
        && (unknown && !key.text.starts_with("the ") || has_mind(asking))
    {
        return None;
    }
    // "A barque called the Constance Arden rolled": it is a name that follows.
    let verb = reading.tokens(at)[clause.verb.main];
    if verb.is_any(reading.text(at), &["called", "named"]) && clause.verb.auxiliary.is_none() {
        return None;
    }
    let said = asking.of_what(clause.rest.end).filter(|_| clear)?;
    let when = asking.held(None)?;
    let stem = format!("According to the article, {what} {said}{when}?");
    let choice = asking.choices(&key, &stem, None);
    Some(asking.draft(key.text.clone(), choice.wrong, stem, 0.6 + 0.1 * choice.fit))
}

/// "Large bubbles ring low and small ones ring high": what stands behind "and" has its own verb.
fn has_another_clause(reading: &Reading<'_>, at: At, run: Range<usize>) -> bool {
    let tokens = reading.tokens(at);
    let acts = |token: usize| matches!(tokens[token].tag, Tag::VERB | Tag::AUX);
    run.clone().any(|token| {
        let next = reading.phrase_from(at, token + 1);
        let end = next.map_or(run.end, |next| next.tokens.end);
        tokens[token].tag == Tag::CCONJ && end < run.end && acts(end)
    })
}

/// "Oskar thought": only somebody does so, and to ask "what" of a name that is not known for a person's is wrong.
fn has_mind(asking: &Asking<'_, '_>) -> bool {
    const MINDS: &[&str] = &[
        "accuse", "admit", "argue", "believe", "blame", "complain", "decide", "feel", "hope",
        "know", "laugh", "like", "love", "praise", "recall", "refuse", "remember", "smile",
        "suspect", "think", "want", "wish",
    ];
    let (text, tokens) = (
        asking.reading.text(asking.at),
        asking.reading.tokens(asking.at),
    );
    let verb = tokens[asking.clause.verb.main].small(text);
    lemma::base(&verb).is_some_and(|base| MINDS.contains(&base.as_str()))
}

/// Whether the clause says what its subject is, in words that can be turned into a question: "is the
/// labour force divided by the population", "is unavoidable and even useful", but not "is a slender bug", as many
/// are.
fn is_described(asking: &Asking<'_, '_>) -> bool {
    let (reading, at, clause) = (asking.reading, asking.at, asking.clause);
    let first = reading.tokens(at).get(clause.rest.start);
    let adjective =
        first.is_some_and(|first| first.tag == Tag::ADJ) && clause.verb.tokens.len() == 1;
    let one_of_many = first.is_some_and(|first| first.is_any(reading.text(at), &["a", "an"]));
    // "Is sevenpot, a stew of seven things": what it is called is told beside what it is.
    let said = reading.run(at, clause.rest.clone());
    let explained = [", a ", ", an ", ", the "]
        .iter()
        .any(|it| said.contains(it));
    adjective || !one_of_many && !explained && Being::of(reading, at, clause).is_some()
}

/// "Who proposed a canal?" — somebody with a name.
fn who_by_name(asking: &Asking<'_, '_>) -> Option<Draft> {
    let clause = asking.clause;
    let key = asking.subject.text.clone();
    let said = asking
        .of_what(clause.rest.end)
        .filter(|_| clause.rest.len() > 1)?;
    let stem = format!("According to the article, who {said}?");
    let told = key.split(' ').any(|part| stem.contains(part));
    let wrong = asking.reading.others_like(&key, &stem);
    let evidence = asking.reading.evidence_naming(asking.at, &key)?;
    let hero = asking.reading.hero().is_some_and(|hero| hero.is(&key));
    let common = lexicon::is_plural(&key) && lexicon::is_person(&key);
    let sound = !told && !hero && !common && asking.reading.is_person(&key);
    sound.then(|| Draft {
        evidence,
        ..asking.draft(key, wrong, stem, 0.75)
    })
}

/// "What does transparency strengthen?", and "What did they send to the editor?"
fn what(asking: &Asking<'_, '_>) -> Option<Draft> {
    let (reading, at, clause) = (asking.reading, asking.at, asking.clause);
    let verb = clause.verb.tokens.end;
    let particle = reading
        .tokens(at)
        .get(verb)
        .is_some_and(|token| token.tag == Tag::ADP);
    let start = verb + usize::from(particle);
    let phrase = reading.phrase_from(at, start)?;
    let object = with_of(reading, at, phrase).unwrap_or_else(|| phrase.tokens.clone());
    let behind = object.end..clause.rest.end;
    let key = phrase_of(reading, at, object)?;
    let active = is_active(reading, at, &clause.verb);
    let specific = asking.subject.text.split_whitespace().count() > 1 || asking.subject.is_person;
    let sound = active && specific && !key.shape.single && asking.is_addition(&behind);
    let asked = asking.inverted(start).filter(|_| sound)?;
    let stem = format!(
        "According to the article, what {asked}{}{}?",
        asking.addition(behind),
        asking.held(None)?
    );
    let choice = asking.choices(&key, &stem, asking.subject.stem);
    Some(asking.draft(
        key.text.clone(),
        choice.wrong,
        stem,
        0.55 + 0.1 * choice.fit,
    ))
}

/// The phrase that fills a run of tokens, as an option.
fn phrase_of(reading: &Reading<'_>, at: At, run: Range<usize>) -> Option<Stock> {
    object_at(reading, at, run.start, run.end).filter(|phrase| !is_brought_in(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    /// Other sentences of the article, from which wrong options come.
    const OTHERS: &str = "Skilled pilots guide heavy ships through the narrow channel when fog hides the rocks.\n\n\
        Careful merchants store dry grain in stone cellars when prices fall.\n\n\
        Patient fishermen mend torn nets beside the fire when storms keep them ashore.\n\n\
        The harbour office is the place where every ship pays its dues.\n\n\
        The long pier is the wall that keeps the basin calm.";

    #[track_caller]
    fn check(sentence: &str, expected: Expect) {
        let text = format!("# Harbours\n\n{sentence}\n\n{OTHERS}\n");
        let all = drafts(&Role, &text);
        let key = sentence.trim_end_matches('.');
        let own = all.split("\n\n").filter(|draft| {
            let right = draft
                .lines()
                .find_map(|line| line.strip_prefix("* "))
                .unwrap_or_default();
            right.split(' ').skip(1).all(|word| key.contains(word))
        });
        expected.assert_eq(&own.collect::<Vec<&str>>().join("\n\n"));
    }

    #[test]
    fn what_somebody_does_when() {
        check(
            "Local carpenters repair wooden boats with oak planks when winter empties the quays.",
            expect![[r#"
                According to the article, what do local carpenters do when winter empties the quays?
                * repair wooden boats with oak planks
                mend torn nets beside the fire
                store dry grain in stone cellars when prices fall

                According to the article, who repairs wooden boats with oak planks when winter empties the quays?
                * local carpenters
                skilled pilots
                careful merchants
                patient fishermen

                According to the article, what do local carpenters repair with oak planks when winter empties the quays?
                * wooden boats"#]],
        );
    }

    #[test]
    fn what_was_noticed_is_asked_for_whole() {
        check(
            "Helene Marrish noticed that the northern drivers, who chewed a sour shrub as they walked, stayed healthy.",
            expect![""],
        );
    }

    #[test]
    fn a_name_that_may_be_somebodys_is_not_asked_for_with_what() {
        check(
            "Thessaly Marrish has taken the strictest view of the old calendar since 1990.",
            expect![[r#"
                According to the article, what has Thessaly Marrish taken since 1990?
                * the strictest view of the old calendar"#]],
        );
    }

    #[test]
    fn what_is_stressed_or_only_at_first_so_is_not_asked() {
        check(
            "Local carpenters do repair wooden boats with oak planks when winter empties the quays.",
            expect![[""]],
        );
        check(
            "Carpenters at first repaired wooden boats with oak planks when winter empties the quays.",
            expect![[""]],
        );
    }

    #[test]
    fn what_is_only_said_by_others_is_not_the_articles() {
        check(
            "Local carpenters, the argument runs, repair wooden boats with oak planks when winter empties the quays.",
            expect![[""]],
        );
    }

    #[test]
    fn what_something_is() {
        check(
            "The old lighthouse is the tower that shows the way at night.",
            expect![[r#"
                According to the article, what is the old lighthouse?
                * the tower that shows the way at night
                the wall that keeps the basin calm

                According to the article, what is the tower that shows the way at night?
                * the old lighthouse
                the harbour office
                the long pier"#]],
        );
    }

    #[test]
    fn what_many_are_does_not_tell_one() {
        check(
            "The old lighthouse is a slender tower that shows the way at night.",
            expect![[r#"
                According to the article, what is the old lighthouse?
                * a slender tower that shows the way at night"#]],
        );
    }

    #[test]
    fn what_is_explained_beside_its_name_is_not_asked_for() {
        check(
            "The best-known dish is sevenpot, the stew that has seven sorts of fish.",
            expect![[r#"
                According to the article, what is the best-known dish?
                * sevenpot, the stew that has seven sorts of fish"#]],
        );
    }

    #[test]
    fn an_enumeration_of_subjects_is_no_deed() {
        check(
            "Joint procurement pools for salted herring, large stockpiles of copper, and harmonized controls become \
             practical instruments.",
            expect![[r#"
                According to the article, what do harmonized controls become?
                * practical instruments"#]],
        );
    }

    #[test]
    fn what_breaks_off_is_not_asked() {
        check(
            "The old pilots of the harbour had died the year before.",
            expect![[r#"
                According to the article, who guides heavy ships through the narrow channel when fog hides the rocks?
                * skilled pilots"#]],
        );
    }

    #[test]
    fn what_points_elsewhere_is_not_asked() {
        check(
            "They repair them with oak planks when it is over.",
            expect![[""]],
        );
    }
}
