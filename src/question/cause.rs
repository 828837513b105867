//! Why, how and on what condition: reasons, means, purposes, and what something depends on.
//!
//! Apart from `role`, since here the answer is what the article argues with.

use crate::language::lexicon::Sort;
use crate::language::{Adjunct, Role, lemma, lexicon};

use super::ask::{Asking, form_of};
use super::completion;
use super::deed::{self, Deed, of_run};
use super::reading::{At, Reading};
use super::rival::{self, Sought};
use super::statement::Statement;
use super::stock::{Opening, Stock, with_of};
use super::{Draft, Kind, KindName};

/// Verbs that say what something needs, by their base, with the word that follows.
const NEEDS: &[(&str, &str)] = &[
    ("count", "on"),
    ("demand", ""),
    ("depend", "on"),
    ("depend", "upon"),
    ("hinge", "on"),
    ("need", ""),
    ("rely", "on"),
    ("require", ""),
    ("rest", "on"),
    ("rest", "upon"),
];

/// Words behind which a reason or a condition stands that can be left out.
const OPENERS: &[&str] = &[
    "because", "if", "once", "since", "unless", "when", "whenever",
];

/// The kind.
pub(crate) struct Cause;

impl Kind for Cause {
    fn name(&self) -> KindName {
        KindName::Cause
    }

    fn drafts(&self, reading: &Reading<'_>, found: &mut dyn FnMut(Draft)) {
        let asked = reading.claims().flat_map(|at| Asking::all(reading, at));
        asked
            .flat_map(|asking| of_clause(&asking))
            .for_each(&mut *found);
        let left_out = |at| completion::of_sentence(reading, at, OPENERS);
        reading.claims().flat_map(left_out).for_each(found);
    }
}

fn of_clause(asking: &Asking<'_, '_>) -> Vec<Draft> {
    let clause = asking.clause;
    let adjuncts = clause.lead.iter().chain(&clause.tail);
    let by_adjunct = adjuncts.filter_map(|adjunct| match adjunct.role {
        Role::Means => by_doing(asking, adjunct),
        Role::Purpose => in_order_to(asking, adjunct),
        Role::Cause => because(asking, adjunct).or_else(|| because_it(asking, adjunct)),
        Role::Condition => on_condition(asking, adjunct),
        _ => None,
    });
    by_adjunct.chain(needed(asking)).collect()
}

/// "How do neighbors strengthen resilience?" — "by sharing".
fn by_doing(asking: &Asking<'_, '_>, adjunct: &Adjunct) -> Option<Draft> {
    let key = deed_of(asking, adjunct)?;
    let stem = format!(
        "According to the article, how {}{}?",
        asking.inverted(asking.clause.rest.end)?,
        asking.held(Some(adjunct))?
    );
    let shown = |deed: &Deed| format!("by {}", deed.doing());
    with_deeds(asking, &key, stem, shown, 0.8)
}

/// "Why do neighbors meet?" — "to share".
fn in_order_to(asking: &Asking<'_, '_>, adjunct: &Adjunct) -> Option<Draft> {
    let reading = asking.reading;
    let (text, tokens) = (reading.text(asking.at), reading.tokens(asking.at));
    let infinitive = tokens[adjunct.body - 1].is(text, "to");
    // "Lost a sum in a scheme to breed silkworms", "have six weeks in which to appeal": that is no reason for it.
    let before = adjunct.body.checked_sub(2).map(|at| tokens[at].of(text));
    let own = before.is_some_and(|word| word == "which" || lexicon::has_infinitive(word));
    let key = deed_of(asking, adjunct).filter(|_| infinitive && !own)?;
    let stem = why(asking, adjunct)?;
    let shown = |deed: &Deed| format!("to {}", deed.plain());
    with_deeds(asking, &key, stem, shown, 0.75)
}

/// Words before "because" that say how much of the reason it is.
const GRADES: &[&str] = &[
    "chiefly",
    "just",
    "largely",
    "mainly",
    "mostly",
    "only",
    "partly",
    "primarily",
    "simply",
];

/// The question for the reason that an adjunct gives.
fn why(asking: &Asking<'_, '_>, adjunct: &Adjunct) -> Option<String> {
    // "Exists only because": why does it exist?
    let (text, tokens) = (
        asking.reading.text(asking.at),
        asking.reading.tokens(asking.at),
    );
    let rest = &asking.clause.rest;
    let last = rest.end.saturating_sub(1);
    let graded = tokens[last].is_any(text, GRADES);
    Some(format!(
        "According to the article, why {}{}?",
        asking.inverted(rest.end - usize::from(graded))?,
        asking.held(Some(adjunct))?
    ))
}

fn deed_of(asking: &Asking<'_, '_>, adjunct: &Adjunct) -> Option<Deed> {
    of_run(
        asking.reading,
        asking.at,
        asking.clause,
        adjunct.body..adjunct.tokens.end,
    )
}

fn with_deeds(
    asking: &Asking<'_, '_>,
    key: &Deed,
    stem: String,
    shown: impl Fn(&Deed) -> String,
    score: f32,
) -> Option<Draft> {
    let sought = Sought {
        key,
        subject: &asking.subject,
        stem: &stem,
        pinned: true,
    };
    let wrong = rival::deeds(asking.reading, &sought);
    Some(asking.draft(
        shown(key),
        wrong.into_iter().map(shown).collect(),
        stem,
        score,
    ))
}

/// "Why do neighbors meet?" — "because borders become contested".
fn because(asking: &Asking<'_, '_>, adjunct: &Adjunct) -> Option<Draft> {
    let (reading, at) = (asking.reading, asking.at);
    let key = Statement::of(reading, at, adjunct.body..adjunct.tokens.end)?;
    let stem = why(asking, adjunct)?;
    let others = rival::statements(reading, &key, &stem, |other| {
        other.role == Some(Role::Cause)
    });
    let shown = |statement: &Statement| format!("because {}", statement.text);
    Some(asking.draft(
        shown(&key),
        others.into_iter().map(shown).collect(),
        stem,
        0.8,
    ))
}

/// "Why do merchants favour the port?" — "because they pay low dues": the reason is what the same ones
/// do.
fn because_it(asking: &Asking<'_, '_>, adjunct: &Adjunct) -> Option<Draft> {
    let (reading, at, subject) = (asking.reading, asking.at, &asking.subject);
    let inner = reading.clause_in(at, adjunct.body..adjunct.tokens.end)?;
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    // What else the pronoun could mean.
    let rival = reading.phrases(at).iter().any(|phrase| {
        asking.clause.rest.contains(&phrase.tokens.start)
            && !subject.is_person
            && phrase.number(text, tokens) == subject.number
    });
    let same = !subject.pronoun.is_empty() && tokens[inner.head].is(text, subject.pronoun);
    let whole = inner.tail.is_empty() && inner.lead.is_none() && inner.verb.auxiliary.is_none();
    let key = deed::of_clause(reading, at, &inner).filter(|_| same && whole && !rival)?;
    let form = form_of(reading, at, &inner);
    let stem = why(asking, adjunct)?;
    let shown = |deed: &Deed| format!("because {} {}", subject.pronoun, deed.in_form(form));
    with_deeds(asking, &key, stem, shown, 0.8)
}

/// "When do neighbors meet?" — "when borders become contested".
fn on_condition(asking: &Asking<'_, '_>, adjunct: &Adjunct) -> Option<Draft> {
    let (reading, at) = (asking.reading, asking.at);
    let key = Statement::of(reading, at, adjunct.body..adjunct.tokens.end)?;
    let opener = reading
        .run(at, adjunct.tokens.start..adjunct.body)
        .to_lowercase();
    // Whom the question calls the author is not "I" in its answers.
    if speaks(&key.text) {
        return None;
    }
    // "When did it begin in the spring?", "when was it lost in 1931?"
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let dated = reading.phrases(at).iter().any(|phrase| {
        asking.clause.rest.contains(&phrase.tokens.start)
            && lexicon::sort(tokens[phrase.head].of(text)) == Sort::Time
    });
    let mut times = asking.clause.adjuncts(Role::Time);
    let timed = dated || times.any(|time| time.tokens != adjunct.tokens);
    // "Sales had begun to soften when it came": before that.
    if tokens[asking.clause.verb.tokens.start].is(text, "had") {
        return None;
    }
    // "On what condition would it have been credible only?"
    let last = asking.clause.rest.end.saturating_sub(1);
    if tokens[last].is(text, "only") {
        return None;
    }
    let asked = match opener.as_str() {
        "when" | "whenever" | "once" if timed => return None,
        "when" | "whenever" | "once" => "when",
        "if" => "on what condition",
        _ => return None,
    };
    let stem = format!(
        "According to the article, {asked} {}{}?",
        asking.inverted(asking.clause.rest.end)?,
        asking.held(Some(adjunct))?
    );
    let others = rival::statements(reading, &key, &stem, |other| {
        other.role == Some(Role::Condition)
    });
    let shown = |statement: &Statement| format!("{opener} {}", statement.text);
    let others = others.into_iter().filter(|it| it.is_as_certain(&key));
    let wrong = others.filter(|it| !speaks(&it.text)).map(shown).collect();
    Some(asking.draft(shown(&key), wrong, stem, 0.7))
}

/// Whether who writes speaks of himself.
fn speaks(statement: &str) -> bool {
    let author = ["I", "me", "my", "mine"];
    let mut words = statement.split(|c: char| !c.is_alphanumeric());
    words.any(|word| author.contains(&word))
}

/// "What does the outcome depend on?"
fn needed(asking: &Asking<'_, '_>) -> Option<Draft> {
    let (reading, at, clause) = (asking.reading, asking.at, asking.clause);
    let verb = reading.tokens(at)[clause.verb.main].of(reading.text(at));
    let base = lemma::base(verb)?;
    let next = clause.verb.tokens.end;
    let (_, particle) = NEEDS.iter().find(|(verb, particle)| {
        *verb == base
            && (particle.is_empty()
                || reading
                    .tokens(at)
                    .get(next)
                    .is_some_and(|token| token.is(reading.text(at), particle)))
    })?;
    let object = next + usize::from(!particle.is_empty());
    let key = object_at(reading, at, object, clause.rest.end).filter(|key| !is_brought_in(key))?;
    let asked = asking
        .inverted(object)
        .filter(|asked| asked.split(' ').count() > 3)?;
    let stem = format!(
        "According to the article, what {asked}{}?",
        asking.held(None)?
    );
    let choice = asking.choices(&key, &stem, asking.subject.stem);
    Some(asking.draft(key.text.clone(), choice.wrong, stem, 0.75))
}

/// So few words with "a" only bring a thing in, of which more is told then: "depends on a measure", "turns on a seasonal
/// habit".
const BROUGHT_IN: usize = 3;

/// Whether a phrase only brings a thing in.
pub(super) fn is_brought_in(phrase: &Stock) -> bool {
    phrase.shape.opening == Opening::Indefinite && phrase.words() <= BROUGHT_IN
}

/// The phrase that begins at `start`, when nothing stands behind it.
pub(super) fn object_at(reading: &Reading<'_>, at: At, start: usize, end: usize) -> Option<Stock> {
    let phrase = reading.phrase_from(at, start)?;
    let tokens = with_of(reading, at, phrase).unwrap_or_else(|| phrase.tokens.clone());
    (tokens.end == end)
        .then(|| Stock::phrase(reading, at, tokens))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        expected.assert_eq(&drafts(&Cause, &format!("# Harbours\n\n{text}\n")));
    }

    #[test]
    fn what_is_only_brought_in_is_no_answer() {
        let said = |what: &str| {
            let text = format!("# Harbours\n\nNorthern towns of the coast depend on {what}.\n");
            drafts(&Cause, &text)
        };
        assert_eq!(said("a seasonal habit"), "");
        assert_ne!(said("a seasonal habit of ships"), "");
    }

    #[test]
    fn how_by_doing() {
        check(
            "Northern towns keep their channels open by dredging the soft mud.\n\n\
             Southern merchants win new customers by storing dry grain.\n\n\
             Old captains reach distant markets by following the summer winds.",
            expect![[r#"
                According to the article, how do northern towns keep their channels open?
                * by dredging the soft mud

                According to the article, how do southern merchants win new customers?
                * by storing dry grain
                by reaching distant markets"#]],
        );
    }

    #[test]
    fn what_a_scheme_is_for_is_no_reason() {
        check(
            "Northern councils lost a large sum in a scheme to breed hungry silkworms.\n\n\
             Rich merchants bought a quarry to supply the masons with stone.",
            expect![[r#"
                According to the article, why did rich merchants buy a quarry?
                * to supply the masons with stone
                to lose a large sum in a scheme
                to breed hungry silkworms"#]],
        );
    }

    #[test]
    fn why_to_do() {
        check(
            "Northern councils raised a second pier to shelter the fishing boats.\n\n\
             Rich merchants bought a quarry to supply the masons with stone.\n\n\
             Old pilots lit a beacon to guide heavy ships past the reef.",
            expect![[r#"
                According to the article, why did northern councils raise a second pier?
                * to shelter the fishing boats
                to guide heavy ships past the reef
                to supply the masons with stone

                According to the article, why did rich merchants buy a quarry?
                * to supply the masons with stone
                to guide heavy ships past the reef
                to shelter the fishing boats
                to raise a second pier

                According to the article, why did old pilots light a beacon?
                * to guide heavy ships past the reef
                to supply the masons with stone
                to shelter the fishing boats"#]],
        );
    }

    #[test]
    fn why_because() {
        check(
            "Northern councils closed the gate because winter storms had broken the old wall.\n\n\
             Old pilots refused the night watch because thick fog made the signals useless.\n\n\
             Rich merchants left the town because bold pirates had burned the cargo ships.",
            expect![[r#"
                According to the article, why did northern councils close the gate?
                * because winter storms had broken the old wall
                because bold pirates had burned the cargo ships

                According to the article, why did rich merchants leave the town?
                * because bold pirates had burned the cargo ships
                because winter storms had broken the old wall

                Which statement completes this sentence? “Northern councils closed the gate because _____.”
                * winter storms had broken the old wall
                bold pirates had burned the cargo ships

                Which statement completes this sentence? “Rich merchants left the town because _____.”
                * bold pirates had burned the cargo ships
                winter storms had broken the old wall"#]],
        );
    }

    #[test]
    fn how_much_of_a_reason_it_is_stays_out_of_the_question() {
        check(
            "Northern councils closed the gate only because winter storms had broken the old wall.\n\n\
             Old pilots refused the night watch.\n\nRich merchants left the town.",
            expect![[r#"
                According to the article, why did northern councils close the gate?
                * because winter storms had broken the old wall

                Which statement completes this sentence? “Northern councils closed the gate only because _____.”
                * winter storms had broken the old wall"#]],
        );
    }

    #[test]
    fn why_because_the_same_ones_do_something() {
        check(
            "Northern merchants favour the old port because they pay low dues.\n\n\
             Southern captains follow the coast in summer.\n\n\
             Rich families store dry grain beside the quay.",
            expect![[r#"
                According to the article, why do northern merchants favour the old port?
                * because they pay low dues"#]],
        );
    }

    #[test]
    fn what_something_needs() {
        check(
            "A deep harbour depends on constant dredging.\n\n\
             Rich merchants paid for regular soundings.\n\n\
             Northern councils argued about endless building.",
            expect![[r#"
                According to the article, what does a deep harbour depend on?
                * constant dredging"#]],
        );
    }
}
