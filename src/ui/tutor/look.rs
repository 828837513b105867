//! How the page is set, to be chosen: in Settings, and in an article, which then shows it itself.
//!
//! Apart from `study`, which knows what can be chosen but not what it is called.

use super::Tutor;
use super::message::Reply;
use super::node::{Element, Node, el};
use crate::study::{ASPECTS, Answering, Aspect, Keys, Look, Preferences};
use crate::words::{LANGUAGES, Word, fill, say, w};

/// What the aspects and their words are called, as [`ASPECTS`] has them; a size is a number.
const NAMES: [(Word, &[Word]); ASPECTS.len()] = [
    (
        w::LOOK_THEME,
        &[w::LOOK_AUTO, w::LOOK_LIGHT, w::LOOK_SEPIA, w::LOOK_DARK],
    ),
    (w::LOOK_SIZE, &[]),
    (
        w::LOOK_LEADING,
        &[w::LOOK_TIGHT, w::LOOK_NORMAL, w::LOOK_LOOSE],
    ),
    (
        w::LOOK_WIDTH,
        &[w::LOOK_NARROW, w::LOOK_NORMAL, w::LOOK_WIDE],
    ),
    (
        w::LOOK_FONT,
        &[w::LOOK_SERIF, w::LOOK_SANS, w::LOOK_LEGIBLE],
    ),
    (w::LOOK_ALIGN, &[w::LOOK_START, w::LOOK_JUSTIFY]),
];

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
    pub(super) fn choose(&mut self, aspect: &str, word: &str) -> Reply {
        let now = self.ledger.preferences();
        self.set(Preferences {
            look: now.look.with(aspect, word),
            ..now
        })
    }

    /// The look as it was at the beginning.
    pub(super) fn plain(&mut self) -> Reply {
        self.set(Preferences {
            look: Look::default(),
            ..self.ledger.preferences()
        })
    }

    /// Turns single keys off, or on.
    pub(super) fn turn_keys(&mut self) -> Reply {
        let now = self.ledger.preferences();
        let keys = match now.keys {
            Keys::On => Keys::Off,
            Keys::Off => Keys::On,
        };
        self.set(Preferences { keys, ..now })
    }

    /// Chooses how questions that can be answered both ways are answered.
    pub(super) fn answer_by(&mut self, way: &str) -> Reply {
        self.set(Preferences {
            answering: Answering::named(way),
            ..self.ledger.preferences()
        })
    }

    /// Chooses the language of the interface; of another name than a language's that is the browser's.
    pub(super) fn speak(&mut self, code: &str) -> Reply {
        self.set(Preferences {
            language: code.parse().ok(),
            ..self.ledger.preferences()
        })
    }

    /// Chooses these, and knows it from now on: the next choice may be asked for before the page has
    /// told of this one.
    pub(super) fn set(&mut self, chosen: Preferences) -> Reply {
        let steps = self.ledger.prefer(chosen);
        for step in &steps {
            self.ledger.take(step.key.clone(), step.to.clone());
        }
        Reply::default().steps(steps)
    }
}

fn settings(now: Preferences) -> Vec<Node> {
    let sample = el("p").add(say(w::LOOK_SAMPLE));
    let sample = el("div").with("class", "prose").add(sample);
    let keys = checked(input("checkbox", "keys", ""), now.keys == Keys::On);
    let which = el("p").with("class", "quiet").add(say(w::LOOK_WHICH));
    let mut nodes = vec![heading(w::LOOK_TITLE)];
    nodes.extend(choices(now.look));
    nodes.extend([
        sample.into(),
        heading(w::LOOK_KEYBOARD),
        labelled(w::LOOK_KEYS, keys).into(),
        which.into(),
        heading(w::LOOK_LANGUAGE),
        languages(now).into(),
    ]);
    nodes
}

/// The languages, each by its own name.
fn languages(now: Preferences) -> Element {
    let now = now.language.map(|code| code.to_string());
    let option = |code: &str, name: &str| {
        let option = el("option")
            .with("value", code)
            .with("lang", code)
            .add(name);
        match now.as_deref() == Some(code) {
            true => option.with("selected", ""),
            false => option,
        }
    };
    let own = el("option").with("value", "auto").add(say(w::LOOK_BROWSER));
    el("select")
        .with("id", "language")
        .with("aria-label", say(w::LOOK_LANGUAGE))
        .with("data-do", "language")
        .add(own)
        .all(LANGUAGES.iter().map(|(code, name)| option(code, name)))
}

/// A group for each aspect, and the way back. Each field has an id, by which it keeps the focus.
fn choices(look: Look) -> Vec<Node> {
    let aspects = look.words().zip(&ASPECTS).zip(NAMES);
    let aspects = aspects.map(|(((_, now), aspect), (says, names))| match names {
        [] => sizes(aspect, now, says),
        _ => radios(aspect, now, says, names),
    });
    let back = el("button")
        .with("type", "button")
        .with("class", "aside")
        .with("id", "plain")
        .with("data-do", "plain")
        .add(say(w::LOOK_RESET));
    aspects.chain([back]).map(Node::from).collect()
}

fn radios(aspect: &Aspect, now: &str, says: Word, names: &[Word]) -> Element {
    let radio = |(&word, &says): (&&str, &Word)| {
        let input = input("radio", aspect.name, word).with("name", aspect.name);
        labelled(says, checked(input, word == now))
    };
    el("fieldset")
        .with("class", "row")
        .add(el("legend").add(say(says)))
        .all(aspect.words.iter().zip(names).map(radio))
}

fn sizes(aspect: &Aspect, now: &str, says: Word) -> Element {
    let option = |&word: &&str| {
        let option = el("option").with("value", word);
        let option = option.add(fill(w::LOOK_PERCENT, &[word]));
        match word == now {
            true => option.with("selected", ""),
            false => option,
        }
    };
    let select = el("select")
        .with("id", aspect.name)
        .with("data-do", aspect.name);
    el("label")
        .with("class", "choice")
        .add(say(says))
        .add(select.all(aspect.words.iter().map(option)))
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

fn labelled(says: Word, field: Element) -> Element {
    el("label")
        .with("class", "choice")
        .add(field)
        .add(say(says))
}

fn heading(says: Word) -> Node {
    el("h2")
        .with("class", "section-title")
        .add(say(says))
        .into()
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
            let is_size = aspect.name == "size";
            assert!(is_size || aspect.words.len() == words.len(), "{name:?}");
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
