//! Whom the article speaks of under a heading.
//!
//! Apart from the other names, of which something is said in the question: here a section tells them apart.

use crate::language::stems;
use crate::question::draft::hash;
use crate::question::mention::{Mention, is_owner};
use crate::question::reading::Reading;
use crate::question::register::Register;
use crate::question::{Draft, Form};

/// What such a question is worth, 0 to 1: nobody can guess it, but it asks little.
const SCORE: f32 = 0.3;

/// One question for each section that names somebody.
pub(super) fn who_is_under(reading: &Reading<'_>, register: &Register) -> Vec<Draft> {
    // The names stand in the order of the text.
    let mut asked = None;
    let mentions = register.mentions.iter();
    mentions
        .filter_map(|mention| {
            let section = reading.passage(mention.at).section;
            if asked == Some(section) {
                return None;
            }
            let draft = draft(reading, register, mention)?;
            asked = Some(section);
            Some(draft)
        })
        .collect()
}

fn draft(reading: &Reading<'_>, register: &Register, mention: &Mention) -> Option<Draft> {
    let heading = reading.heading_over(mention.at)?;
    let key = &mention.text;
    let hero = reading.hero().is_some_and(|hero| hero.is(key));
    let above = format!("{} {heading}", reading.article.title);
    let told = key.split(' ').any(|part| above.contains(part));
    // What is said of somebody would tell the heading, and that whom it speaks of.
    let words = stems(heading);
    let mut own = register.mentions.iter().filter(|it| it.text == *key);
    let led = own.any(|it| !reading.stems_of(it.at).is_disjoint(&words));
    let full = key.contains(' ') && register.is_person(key) && !is_owner(reading, mention);
    if !full || hero || told || led {
        return None;
    }
    let section = &reading.article.sections[reading.passage(mention.at).section];
    // Neither "Ann Lee" nor "Lee".
    let is_here = |name: &str| {
        let mut paragraphs = section.paragraphs.iter();
        paragraphs.any(|it| name.split(' ').any(|part| it.text.contains(part)))
    };
    let mut wrong = register.others(key, reading.words(mention.at));
    wrong.retain(|name| !is_here(name) && !above.contains(name.as_str()));
    wrong.sort_by_cached_key(|name| hash(&[heading, name]));
    Some(Draft {
        stem: format!("Of whom does the article speak under the heading “{heading}”?"),
        keys: vec![key.clone()],
        form: Form::One,
        wrong,
        evidence: reading.evidence(mention.at),
        explanation: format!("{key} is named under “{heading}”."),
        score: SCORE,
    })
}

#[cfg(test)]
mod tests {
    use crate::question::name::Name;
    use crate::question::tests::drafts;

    const TEXT: &str = "# Harbours\n\n## Stone\n\nThe old pier was mended by Jane Keller in one winter.\n\n## Maps\n\n\
        The charts were drawn by Robert Stone for the pilots. The bells were rung by Ann Lee in fog.\n\n## Money\n\n\
        The tolls were raised by Martin Grieve after the storm. They were spent by Keller.\n";

    #[test]
    fn somebody_whom_no_other_section_names() {
        let all = drafts(&Name, TEXT);
        let own = all
            .split("\n\n")
            .filter(|it| it.contains("under the heading “Money”"));
        let own: Vec<&str> = own.collect();
        // "Keller" is Jane Keller, who is spoken of there too.
        assert_eq!(own.len(), 1, "{all}");
        assert!(own[0].contains("* Martin Grieve"), "{all}");
        assert!(
            own[0].contains("Ann Lee") && own[0].contains("Robert Stone"),
            "{all}"
        );
        assert!(!own[0].contains("Jane Keller"), "{all}");
    }

    #[test]
    fn nobody_whom_title_or_heading_name() {
        let all = drafts(
            &Name,
            &TEXT.replace("# Harbours", "# Harbours of Jane Keller"),
        );
        assert!(!all.contains("under the heading “Stone”"), "{all}");
        let all = drafts(&Name, &TEXT.replace("## Money", "## Grieve's money"));
        assert!(!all.contains("* Martin Grieve\n"), "{all}");
    }

    #[test]
    fn nobody_of_whom_a_sentence_tells_the_heading() {
        let text = TEXT.replace(
            "raised by Martin Grieve",
            "raised for money by Martin Grieve",
        );
        let all = drafts(&Name, &text);
        assert!(!all.contains("under the heading “Money”"), "{all}");
    }
}
