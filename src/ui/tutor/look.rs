//! How the page is set, to be chosen: in Settings, and in an article, which then shows it itself.
//!
//! Apart from `study`, which knows what can be chosen but not what it is called.

use super::Tutor;
use super::message::Reply;
use super::node::{Element, Node, el};
use crate::study::{ASPECTS, Keys, Look, Preferences};

/// What the aspects and their words are called, as [`ASPECTS`] has them.
const NAMES: [(&str, &[&str]); ASPECTS.len()] = [
    ("Theme", &["As the system has it", "Light", "Sepia", "Dark"]),
    (
        "Text size",
        &["85 %", "100 %", "115 %", "130 %", "150 %", "175 %"],
    ),
    ("Line height", &["Tight", "Normal", "Loose"]),
    ("Line length", &["Short", "Normal", "Long"]),
    ("Typeface", &["Serif", "Sans serif", "Easy to tell apart"]),
    ("Alignment", &["Left", "Both sides"]),
];

/// The aspect that has too many words for a row of them.
const SIZE: &str = "size";

const SAMPLE: &str = "Reading a page a second time feels like learning, because it goes so smoothly. Being asked what it said, and finding the answer without looking, is harder and lasts longer: in one study of 2006, those who were asked remembered half as much again a week later.";

impl Tutor {
    /// What can be chosen, as it is now; `with` is the page it stands on.
    pub(super) fn look(&self, with: &str) -> Vec<Node> {
        let now = self.ledger.preferences();
        match with {
            "settings" => settings(now),
            _ => choices(now.look),
        }
    }

    /// Chooses a word for an aspect, if there are such.
    pub(super) fn choose(&self, aspect: &str, word: &str) -> Reply {
        let now = self.ledger.preferences();
        self.set(Preferences {
            look: now.look.with(aspect, word),
            ..now
        })
    }

    /// The look as it was at the beginning.
    pub(super) fn plain(&self) -> Reply {
        self.set(Preferences {
            look: Look::default(),
            ..self.ledger.preferences()
        })
    }

    /// Turns single keys off, or on.
    pub(super) fn turn_keys(&self) -> Reply {
        let now = self.ledger.preferences();
        let keys = match now.keys {
            Keys::On => Keys::Off,
            Keys::Off => Keys::On,
        };
        self.set(Preferences { keys, ..now })
    }

    fn set(&self, chosen: Preferences) -> Reply {
        Reply::default().steps(self.ledger.prefer(chosen))
    }
}

fn settings(now: Preferences) -> Vec<Node> {
    let sample = el("div").with("class", "prose").with("lang", "en");
    let keys = input("checkbox", "keys", "");
    let keys = checked(keys, now.keys == Keys::On);
    let mut nodes = vec![heading("Text and theme")];
    nodes.extend(choices(now.look));
    nodes.extend([
        sample.add(el("p").add(SAMPLE)).into(),
        heading("Keyboard"),
        labelled("Keyboard shortcuts", keys).into(),
        el("p")
            .with("class", "quiet")
            .add("1 – 9 choose, Enter checks and goes on, / searches, ? lists all of them.")
            .into(),
    ]);
    nodes
}

/// A group for each aspect, and the way back. Each field has an id, by which it keeps the focus.
fn choices(look: Look) -> Vec<Node> {
    let aspects = look.words().zip(ASPECTS).zip(NAMES);
    let aspects = aspects.map(|(((name, now), aspect), (says, words))| {
        let words: Vec<_> = aspect.words.iter().zip(words).collect();
        match name {
            SIZE => select(name, says, now, &words),
            _ => radios(name, says, now, &words),
        }
    });
    let back = el("button")
        .with("type", "button")
        .with("class", "aside")
        .with("id", "plain")
        .with("data-do", "plain")
        .add("Reset text and theme");
    aspects.chain([back]).map(Node::from).collect()
}

fn radios(name: &str, says: &str, now: &str, words: &[(&&str, &&str)]) -> Element {
    let radio = |(word, says): &(&&str, &&str)| {
        let input = input("radio", name, word).with("name", name);
        labelled(says, checked(input, **word == now))
    };
    el("fieldset")
        .with("class", "row")
        .add(el("legend").add(says))
        .all(words.iter().map(radio))
}

fn select(name: &str, says: &str, now: &str, words: &[(&&str, &&str)]) -> Element {
    let option = |(word, says): &(&&str, &&str)| {
        let option = el("option").with("value", word).add(**says);
        match **word == now {
            true => option.with("selected", ""),
            false => option,
        }
    };
    let select = el("select").with("id", name).with("data-do", name);
    el("label")
        .with("class", "choice")
        .add(says)
        .add(select.all(words.iter().map(option)))
}

fn input(sort: &str, name: &str, word: &str) -> Element {
    el("input")
        .with("type", sort)
        .with("id", format!("{name}-{word}"))
        .with("value", word)
        .with("data-do", name)
}

fn checked(input: Element, is_so: bool) -> Element {
    match is_so {
        true => input.with("checked", ""),
        false => input,
    }
}

fn labelled(says: &str, field: Element) -> Element {
    el("label").with("class", "choice").add(field).add(says)
}

fn heading(says: &str) -> Node {
    el("h2").with("class", "section-title").add(says).into()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    fn check(look: Look, with: &str, expected: Expect) {
        let nodes = choices(look).into_iter().map(|node| node.to_string());
        let found: Vec<_> = nodes.filter(|node| node.contains(with)).collect();
        expected.assert_eq(&found.join("\n").replace("><", ">\n<"));
    }

    #[test]
    fn every_word_has_a_name() {
        for (aspect, (name, words)) in ASPECTS.iter().zip(NAMES) {
            assert_eq!(aspect.words.len(), words.len(), "{name}");
        }
    }

    #[test]
    fn what_is_chosen_is_shown_as_such() {
        let look = Look::default().with("theme", "sepia").with("size", "130");
        check(
            look,
            "Theme",
            expect![[r#"
            <fieldset class="row">
            <legend>Theme</legend>
            <label class="choice">
            <input type="radio" id="theme-auto" value="auto" data-do="theme" name="theme">
            </input>As the system has it</label>
            <label class="choice">
            <input type="radio" id="theme-light" value="light" data-do="theme" name="theme">
            </input>Light</label>
            <label class="choice">
            <input type="radio" id="theme-sepia" value="sepia" data-do="theme" name="theme" checked="">
            </input>Sepia</label>
            <label class="choice">
            <input type="radio" id="theme-dark" value="dark" data-do="theme" name="theme">
            </input>Dark</label>
            </fieldset>"#]],
        );
        check(
            look,
            "Text size",
            expect![[r#"
            <label class="choice">Text size<select id="size" data-do="size">
            <option value="85">85 %</option>
            <option value="100">100 %</option>
            <option value="115">115 %</option>
            <option value="130" selected="">130 %</option>
            <option value="150">150 %</option>
            <option value="175">175 %</option>
            </select>
            </label>"#]],
        );
    }

    #[test]
    fn the_way_back_keeps_its_place() {
        let back = "Reset text and theme";
        check(
            Look::default(),
            back,
            expect![[
                r#"<button type="button" class="aside" id="plain" data-do="plain">Reset text and theme</button>"#
            ]],
        );
    }
}
