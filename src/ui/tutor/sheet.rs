//! A quiz on paper: the questions, and on a page of its own the key.
//!
//! Apart from the sitting, which shows one question at a time. Nothing that is known of the reader
//! changes a sheet, so that everybody who prints it has the same.

use super::node::{Element, Node, el};
use super::{Known, Tutor};
use crate::question::{Form, Question, draw};
use crate::ui::route::{Draw, Place, Route};
use crate::ui::words;
use crate::words::{Word, count, fill, say, w};

/// The numbers of questions that can be chosen.
const COUNTS: [usize; 4] = [5, 10, 15, 20];

impl Tutor {
    /// The sheet at this address.
    pub(super) fn sheet(&self, address: &str) -> Vec<Node> {
        let Ok(Route::Sheet(slug, wanted)) = address.parse() else {
            return Vec::new();
        };
        match self.known.iter().find(|known| known.slug == slug) {
            Some(known) => Sheet::new(known, wanted).nodes(),
            None => vec![quiet(say(w::SHEET_MAKING)).into()],
        }
    }
}

struct Sheet<'a> {
    known: &'a Known,
    wanted: Draw,
    questions: Vec<Question>,
}

impl<'a> Sheet<'a> {
    fn new(known: &'a Known, wanted: Draw) -> Self {
        Sheet {
            known,
            wanted,
            questions: draw(&known.questions, wanted.seed, wanted.count, &[]),
        }
    }

    fn nodes(&self) -> Vec<Node> {
        if self.questions.is_empty() {
            return vec![quiet(say(w::SHEET_NOTHING)).into()];
        }
        let asked = self.questions.iter().map(asked);
        let keyed = self.questions.iter().map(|question| self.keyed(question));
        let key = el("section")
            .with("class", "answers")
            .with("aria-labelledby", "answers")
            .add(el("h2").with("id", "answers").add(say(w::SHEET_ANSWERS)))
            .add(quiet(self.name()))
            .add(el("ol").all(keyed));
        vec![
            self.choices().into(),
            el("p")
                .with("class", "lede")
                .with("lang", "en")
                .add(&*self.known.title)
                .into(),
            quiet(self.name()).into(),
            el("ol").with("class", "asked").all(asked).into(),
            key.into(),
        ]
    }

    /// What is chosen on the screen, and is not on paper.
    fn choices(&self) -> Element {
        let counts = COUNTS.map(|count| {
            let to = Draw {
                count,
                ..self.wanted
            };
            self.link(to, number(count))
        });
        let next = Draw {
            seed: self.wanted.seed + 1,
            ..self.wanted
        };
        let print = el("button")
            .with("type", "button")
            .with("class", "button")
            .with("data-do", "print")
            .add(say(w::SHEET_PRINT));
        el("div")
            .with("class", "row choices")
            .add(print)
            .add(self.link(next, say(w::SHEET_OTHER).to_owned()))
            .all(counts)
    }

    fn link(&self, to: Draw, says: String) -> Element {
        let link = el("a").with("href", Route::Sheet(self.known.slug.clone(), to).href());
        let link = if to == self.wanted {
            link.with("aria-current", "true")
        } else {
            link
        };
        link.add(says)
    }

    /// By which a reader asks for the same sheet.
    fn name(&self) -> String {
        let questions = number(self.questions.len());
        fill(w::SHEET_NAME, &[&self.wanted.seed.to_string(), &questions])
    }

    fn keyed(&self, question: &Question) -> Element {
        let evidence = &question.evidence;
        let place = Place::Words(evidence.into());
        let link = el("a")
            .with(
                "href",
                Route::Read(self.known.slug.clone(), Some(place)).href(),
            )
            .with("lang", "en")
            .add(format!("“{}”", evidence.text));
        el("li")
            .add(el("p").with("lang", "en").add(right(question)))
            .add(el("p").with("class", "quiet").add(link))
    }
}

/// A question with room for its answer.
fn asked(question: &Question) -> Element {
    let stem = el("p").with("lang", "en").add(&*question.stem);
    let how = match question.form() {
        Form::One => None,
        Form::Several => Some(w::SHEET_SEVERAL),
        Form::Ordered => Some(w::SHEET_ORDER),
        Form::Typed => Some(w::SHEET_TYPED),
    };
    let how = how.map(|word: Word| quiet(say(word)));
    let item = el("li").add(stem).all(how);
    if question.options.is_empty() {
        return item.add(el("p").with("class", "blank").add("\u{a0}"));
    }
    let options = question.options.iter();
    let options = options.map(|option| el("li").with("lang", "en").add(&**option));
    let sort = match question.form() {
        Form::Ordered => "blanks",
        _ => "letters",
    };
    item.add(el("ol").with("class", sort).all(options))
}

/// "B. low water"; of an order "2, 1, 3", as they are numbered.
fn right(question: &Question) -> String {
    let keys = question.keys.iter();
    match question.form() {
        Form::Ordered => {
            let place = |option| keys.clone().position(|&key| key == option);
            let places = (0..question.options.len()).filter_map(place);
            let places: Vec<String> = places.map(|place| (place + 1).to_string()).collect();
            places.join(", ")
        }
        Form::Typed => words::right_answer(question),
        _ => {
            let told = keys.map(|&key| format!("{}. {}", letter(key), question.options[key]));
            told.collect::<Vec<_>>().join("; ")
        }
    }
}

fn letter(option: usize) -> char {
    ('A'..='Z').nth(option).unwrap_or('?')
}

fn number(questions: usize) -> String {
    count(w::SHEET_COUNT, questions)
}

fn quiet(text: impl Into<Node>) -> Element {
    el("p").with("class", "quiet").add(text)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::question::KindName;
    use crate::shelf;

    fn known() -> Known {
        let article = &shelf::articles()[0];
        Known {
            slug: article.slug.clone(),
            title: article.title.clone(),
            headings: Vec::new(),
            questions: crate::question::bank(article, &[]).questions,
        }
    }

    fn text(nodes: &[Node]) -> String {
        nodes.iter().map(ToString::to_string).collect()
    }

    fn sheet(seed: u64, count: usize) -> String {
        text(&Sheet::new(&known(), Draw { seed, count }).nodes())
    }

    #[track_caller]
    fn check(
        kind: KindName,
        keys: &[usize],
        options: &[&str],
        accepted: &[&str],
        expected: Expect,
    ) {
        let mut known = known();
        let question = &mut known.questions[0];
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        question.kind = kind;
        question.stem = "Which?".to_owned();
        question.keys = keys.to_vec();
        question.options = owned(options);
        question.accepted = owned(accepted);
        let shown = format!("{}\n{}", Node::from(asked(question)), right(question));
        expected.assert_eq(&shown);
    }

    #[test]
    fn every_form_has_room_for_its_answer() {
        let options = ["ebb", "neap"];
        check(
            KindName::Name,
            &[1],
            &options,
            &[],
            expect![[r#"
            <li><p lang="en">Which?</p><ol class="letters"><li lang="en">ebb</li><li lang="en">neap</li></ol></li>
            B. neap"#]],
        );
        check(
            KindName::List,
            &[0, 1],
            &options,
            &[],
            expect![[r#"
            <li><p lang="en">Which?</p><p class="quiet">Mark all that apply.</p><ol class="letters"><li lang="en">ebb</li><li lang="en">neap</li></ol></li>
            A. ebb; B. neap"#]],
        );
        check(
            KindName::Order,
            &[1, 0],
            &options,
            &[],
            expect![[r#"
            <li><p lang="en">Which?</p><p class="quiet">Number these in order.</p><ol class="blanks"><li lang="en">ebb</li><li lang="en">neap</li></ol></li>
            2, 1"#]],
        );
        check(
            KindName::Name,
            &[],
            &[],
            &["spring", "springs"],
            expect![[r#"
                <li><p lang="en">Which?</p><p class="quiet">Write the words.</p><p class="blank"> </p></li>
                spring"#]],
        );
    }

    #[test]
    fn the_same_number_gives_the_same_sheet_with_the_terminal_s_questions() {
        let shown = sheet(7, 10);
        assert_eq!(shown, sheet(7, 10));
        assert_ne!(shown, sheet(8, 10));
        let drawn = draw(&known().questions, 7, 10, &[]);
        assert_eq!(drawn.len(), 10);
        for question in drawn {
            assert!(shown.contains(&question.stem), "{}", question.stem);
        }
    }

    #[test]
    fn the_key_stands_after_all_questions() {
        let shown = sheet(1, 5);
        let (asked, key) = shown.split_once("<section class=\"answers\"").unwrap();
        for question in draw(&known().questions, 1, 5, &[]) {
            assert!(asked.contains(&question.stem));
            assert!(key.contains(&right(&question)));
            assert!(key.contains(&question.evidence.text));
        }
    }

    #[test]
    fn a_text_without_questions_says_so() {
        let mut known = known();
        known.questions.clear();
        let nodes = Sheet::new(&known, Draw::FIRST).nodes();
        assert!(text(&nodes).contains("too few full sentences"));
    }
}
