//! By whom or by what something is done, and what it is called: what a passive clause says last.
//!
//! Apart from the questions about who acts, which the subject answers there.

use crate::language::{Tag, lexicon};
use crate::question::Draft;
use crate::question::ask::Asking;
use crate::question::cause::object_at;

/// Participles that a name for something follows, with the word between.
const CALLED: &[(&str, &str)] = &[
    ("called", ""),
    ("dubbed", ""),
    ("known", "as"),
    ("named", ""),
    ("termed", ""),
];

/// "By whom was the survey made?"; "What is the sap driven by?"
pub(super) fn by_whom(asking: &Asking<'_, '_>) -> Option<Draft> {
    let (reading, at, clause) = (asking.reading, asking.at, asking.clause);
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let mut said = clause.rest.clone();
    let by = said.find(|token| tokens[*token].is(text, "by"))?;
    let agent = by + 1..clause.rest.end;
    let name = reading.run(at, agent.clone());
    if !is_passive(asking) || by > clause.rest.start + 6 {
        return None;
    }
    if reading.register.is_person(name) {
        let stem = format!(
            "According to the article, by whom {}{}?",
            asking.inverted(by)?,
            asking.held(None)?
        );
        let told = name.split(' ').any(|part| stem.contains(part));
        let wrong = reading.others_like(name, reading.words(at));
        return (!told).then(|| asking.draft(name.to_owned(), wrong, stem, 0.75));
    }
    let key = object_at(reading, at, agent.start, agent.end).filter(|key| !key.shape.single)?;
    let head = reading.phrase_from(at, agent.start)?.head;
    let stem = if lexicon::is_person(tokens[head].of(text)) {
        format!("by whom {}{}", asking.inverted(by)?, asking.held(None)?)
    } else {
        // "By what" is stiff; the word stands at the end where nothing follows it.
        let held = asking.held(None).filter(String::is_empty)?;
        format!("what {}{held}", asking.inverted(by + 1)?)
    };
    let stem = format!("According to the article, {stem}?");
    let choice = asking.choices(&key, &stem, asking.subject.stem);
    Some(asking.draft(key.text.clone(), choice.wrong, stem, 0.6 + 0.1 * choice.fit))
}

/// "What is the movement of water through a membrane called?"
pub(super) fn called(asking: &Asking<'_, '_>) -> Option<Draft> {
    let (reading, at, clause) = (asking.reading, asking.at, asking.clause);
    let (text, tokens) = (reading.text(at), reading.tokens(at));
    let verb = tokens[clause.verb.main];
    let (_, link) = CALLED.iter().find(|(called, _)| verb.is(text, called))?;
    let start = clause.rest.start + usize::from(!link.is_empty());
    let linked = link.is_empty() || tokens.get(clause.rest.start)?.is(text, link);
    let sound = linked && is_passive(asking) && asking.subject.text.contains(' ');
    let key = object_at(reading, at, start, clause.rest.end).filter(|_| sound)?;
    let stem = format!(
        "According to the article, what {}{}?",
        asking.inverted(start)?,
        asking.held(None)?
    );
    let choice = asking.choices(&key, &stem, asking.subject.stem);
    Some(asking.draft(key.text.clone(), choice.wrong, stem, 0.75))
}

fn is_passive(asking: &Asking<'_, '_>) -> bool {
    let (reading, at, verb) = (asking.reading, asking.at, &asking.clause.verb);
    let main = reading.tokens(at)[verb.main];
    main.tag == Tag::VERB
        && lexicon::is_past_participle(main.of(reading.text(at)))
        && verb.auxiliary.is_some()
        && !super::is_active(reading, at, verb)
}

#[cfg(test)]
mod tests {
    use crate::question::role::Role;
    use crate::question::tests::drafts;
    use expect_test::{Expect, expect};

    /// The questions about a sentence among others that name people and what boats are driven by.
    #[track_caller]
    fn check(sentence: &str, opening: &str, expected: Expect) {
        let text = format!(
            "# Harbours\n\n{sentence}\n\nThe old charts were drawn by James Walker in the winter.\n\n\
             The new locks were mended by William Jessop and his masons.\n\n\
             Small boats are driven by steady winds.\n\nHeavy barges are moved by strong currents.\n\n\
             Mills on the shore are turned by spring tides.\n"
        );
        let all = drafts(&Role, &text);
        let own = all.split("\n\n").filter(|draft| draft.contains(opening));
        expected.assert_eq(&own.collect::<Vec<&str>>().join("\n\n"));
    }

    #[test]
    fn by_whom_something_is_done() {
        check(
            "The first survey of the bay was made by James Watt.",
            "by whom was the first survey",
            expect![[r#"
                According to the article, by whom was the first survey of the bay made?
                * James Watt
                William Jessop"#]],
        );
    }

    #[test]
    fn what_something_is_done_by() {
        check(
            "The harbour cranes are worked by great wheels.",
            "worked by",
            expect![[r#"
                According to the article, what is worked by great wheels?
                * the harbour cranes

                According to the article, what are the harbour cranes worked by?
                * great wheels
                spring tides
                strong currents
                steady winds"#]],
        );
    }

    #[test]
    fn what_something_is_called() {
        check(
            "The wall that keeps the waves out is called the long mole.",
            "called",
            expect![[r#"
                According to the article, what is the wall that keeps the waves out called?
                * the long mole"#]],
        );
    }
}
