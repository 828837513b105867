//! The tutor and a page that does what it is told, over a store that is a map.

use std::collections::BTreeMap;

use expect_test::{Expect, expect};

use super::message::Reply;
use super::*;
use crate::question::Answer;
use crate::shelf;
use crate::study::sample::place::Fixed;
use crate::study::{
    Attempt, AttemptId, Grade, Look, META_KEY, Mode, PREFERENCES_KEY, Preferences, SessionId,
    attempt_key, attempt_to_json,
};

const DAY: u64 = 86_400_000;
/// A Monday noon in London.
const NOON: u64 = 20_402 * DAY + 12 * 3_600_000;

pub(super) struct Page {
    pub(super) tutor: Tutor,
    pub(super) store: BTreeMap<String, String>,
    pub(super) now: u64,
}

impl Page {
    pub(super) fn new() -> Self {
        let mut page = Page {
            tutor: Tutor::new(Box::new(Fixed(0))),
            store: BTreeMap::new(),
            now: NOON,
        };
        page.load();
        let articles = shelf::all_json().join(",");
        page.ask(&format!(r#""do":"shelf","articles":[{articles}]"#));
        page
    }

    pub(super) fn load(&mut self) -> Reply {
        let entries: Vec<_> = self.store.iter().collect();
        let entries = serde_json::to_string(&entries).unwrap();
        self.ask(&format!(r#""do":"load","entries":{entries},"words":"""#))
    }

    /// Asks, makes the steps of the answer and tells of them.
    pub(super) fn ask(&mut self, wish: &str) -> Reply {
        let request = format!(r#"{{"now":{},{wish}}}"#, self.now);
        let mut reply = Reply::from_json(&self.tutor.answer(&request)).unwrap();
        for step in reply.take_steps() {
            assert_eq!(
                self.store.get(&step.key),
                step.from.as_ref(),
                "{}",
                step.key
            );
            match step.to.clone() {
                Some(value) => drop(self.store.insert(step.key.clone(), value)),
                None => drop(self.store.remove(&step.key)),
            }
            self.tell(step.key, step.to);
        }
        reply
    }

    pub(super) fn tell(&mut self, key: String, value: Option<String>) -> Reply {
        let entries = serde_json::to_string(&[(key, value)]).unwrap();
        self.ask(&format!(r#""do":"changed","entries":{entries}"#))
    }

    pub(super) fn act(&mut self, what: &str, with: &str) -> Reply {
        self.ask(&format!(r#""do":"act","what":"{what}","with":"{with}""#))
    }

    /// An answer to a question of the first article of the shelf, told as the page tells it.
    fn answer(&mut self, question: usize, grade: Grade) -> Reply {
        let id = AttemptId::new(Millis(self.now), question as u64);
        let attempt = Attempt {
            session: SessionId::new(Millis(self.now), 1),
            mode: Mode::Quiz,
            of: 2,
            article: slug(),
            question: bank().questions[question].id.clone(),
            at: id.at(),
            answer: Answer::Chosen(vec![0]),
            grade,
            took: 1500,
            id,
        };
        let (key, value) = (attempt_key(&attempt.id), attempt_to_json(&attempt));
        self.store.insert(key.clone(), value.clone());
        self.tell(key, Some(value))
    }

    /// Has the tutor know the questions of the first article.
    fn know(&mut self) {
        let examined = exchange::answer(shelf::json(&slug()).unwrap());
        let examined = serde_json::to_string(&examined).unwrap();
        self.ask(&format!(
            r#""do":"known","examined":[["{}",{examined}]]"#,
            slug()
        ));
    }

    fn due(&mut self) -> Due {
        self.ask(r#""do":"due""#).due.unwrap()
    }

    /// The places in the bank of what is drawn from the questions at these places.
    fn drawn(&mut self, count: usize, from: &[usize]) -> Option<Vec<usize>> {
        let all = bank().questions;
        let ids: Vec<_> = from
            .iter()
            .map(|&at| format!("{:?}", all[at].id.as_str()))
            .collect();
        let wish = format!(
            r#""do":"draw","article":"{}","from":[{}],"count":{count},"seed":7,"answering":"choose""#,
            slug(),
            ids.join(",")
        );
        let place = |id| all.iter().position(|it| it.id == id).unwrap();
        let drawn = self.ask(&wish).drawn?;
        Some(drawn.into_iter().map(place).collect())
    }

    fn attempts(&self) -> usize {
        let keys = self.store.keys();
        keys.filter(|key| key.starts_with("readback.attempt."))
            .count()
    }
}

fn slug() -> Slug {
    shelf::articles()[0].slug.clone()
}

fn bank() -> crate::question::Bank {
    crate::question::bank(&shelf::articles()[0], &[])
}

#[track_caller]
fn check_line(reply: Reply, expected: Expect) {
    let overview = reply.overview.unwrap();
    let lines = overview.lines.iter().map(|(_, line)| line.as_str());
    let lines: Vec<_> = lines.collect();
    expected.assert_eq(&format!("{} due, {}", overview.due, lines.join(" / ")));
}

#[test]
fn the_library_s_line_tells_of_the_last_quiz_and_of_what_is_due() {
    let mut page = Page::new();
    page.answer(0, Grade::Again);
    let reply = page.answer(1, Grade::Good);
    check_line(
        reply,
        expect!["0 due, Last 1 of 2 · best 1 of 2 · quizzed today"],
    );
    page.now += DAY;
    check_line(
        page.load(),
        expect!["1 due, Last 1 of 2 · best 1 of 2 · quizzed yesterday · 1 due"],
    );
}

#[test]
fn the_first_answer_has_the_layout_noted() {
    let mut page = Page::new();
    assert!(!page.store.contains_key(META_KEY), "nothing is stored yet");
    page.answer(0, Grade::Good);
    assert!(page.store.contains_key(META_KEY));
}

#[test]
fn review_says_when_there_is_something_to_review() {
    let mut page = Page::new();
    assert!(page.due().says.starts_with("Nothing to review yet"));
    page.answer(0, Grade::Again);
    page.answer(1, Grade::Good);
    assert_eq!(page.due().says, "Nothing due; next tomorrow.");
    page.now += DAY;
    assert_eq!(page.due().questions.len(), 1);
}

#[test]
fn a_quiz_asks_first_what_is_new_then_what_is_weak_and_never_what_is_hidden() {
    let mut page = Page::new();
    assert_eq!(page.drawn(1, &[0]), None, "no questions are known yet");
    page.know();
    page.answer(0, Grade::Again);
    page.answer(1, Grade::Good);
    assert_eq!(page.drawn(1, &[0, 1, 2]), Some(vec![2]));
    assert_eq!(page.drawn(1, &[1, 0]), Some(vec![0]));
    assert_eq!(page.drawn(3, &[1]), Some(vec![1]));
    let id = bank().questions[0].id.clone();
    page.act("hide", id.as_str());
    assert_eq!(page.drawn(1, &[0, 1]), Some(vec![1]));
    assert_eq!(page.drawn(1, &[0]), Some(vec![]));
    page.now += DAY;
    assert_eq!(page.due().questions, [], "what is hidden is never due");
    page.act("unhide", id.as_str());
    assert_eq!(page.due().questions, [(slug(), id)]);
}

#[test]
fn what_is_reset_or_erased_comes_back() {
    let mut page = Page::new();
    page.answer(0, Grade::Again);
    page.answer(1, Grade::Good);
    let before = page.store.clone();
    page.act("reset", slug().as_str());
    assert_eq!(page.attempts(), 0);
    page.act("undo", "");
    assert_eq!(page.store, before);
    page.act("erase", "");
    assert_eq!(page.store, before, "not before the reader says so again");
    page.act("go", "");
    assert_eq!(page.store, BTreeMap::new());
    page.act("undo", "");
    assert_eq!(page.store, before);
    assert_eq!(
        page.act("undo", "").says,
        None,
        "nothing is left to take back"
    );
}

#[test]
fn a_backup_comes_in_after_a_second_word_and_goes_again() {
    let mut page = Page::new();
    page.answer(0, Grade::Again);
    let (name, text) = page.act("export", "").file.remove(0);
    assert_eq!(name, "readback-backup.json");
    let mut other = Page::new();
    let text = serde_json::to_string(&text).unwrap();
    other.ask(&format!(r#""do":"import","text":{text}"#));
    assert_eq!(other.attempts(), 0);
    let said = other.act("go", "").says;
    assert_eq!(said.as_deref(), Some("1 answer added."));
    assert_eq!(other.attempts(), 1);
    other.act("undo", "");
    assert_eq!(other.attempts(), 0);
}

#[test]
fn what_is_no_backup_is_refused() {
    let mut page = Page::new();
    let said = page.ask(r#""do":"import","text":"{}""#).says.unwrap();
    assert!(said.starts_with("Nothing was imported: "), "{said}");
    page.act("go", "");
    assert_eq!(page.store, BTreeMap::new());
}

#[test]
fn what_a_newer_readback_stored_is_left_alone() {
    let mut page = Page::new();
    page.store.insert(
        META_KEY.to_owned(),
        r#"{"schema":99,"created":1}"#.to_owned(),
    );
    let overview = page.load().overview.unwrap();
    assert!(overview.closed.is_some());
    assert!(overview.notice.unwrap().contains("newer version"));
    assert_eq!(page.store.len(), 1);
}

#[test]
fn only_what_is_new_is_reckoned_with() {
    let mut page = Page::new();
    page.answer(0, Grade::Again);
    assert_eq!(page.answer(0, Grade::Again), Reply::default(), "told twice");
    let sitting = page.tell("readback.session.tides".to_owned(), Some("1".to_owned()));
    assert_eq!(sitting, Reply::default(), "a sitting under way");
    assert!(page.answer(1, Grade::Good).overview.is_some());
}

#[test]
fn where_an_article_is_read_is_noted_and_nothing_else_happens() {
    let mut page = Page::new();
    page.answer(0, Grade::Good);
    let key = format!("readback.position.{}", slug());
    for (paragraph, stored) in [(3, r#"{"v":1,"p":3,"f":3,"#), (1, r#"{"v":1,"p":1,"f":3,"#)] {
        let reply = page.act("place", &format!("{} {paragraph}", slug()));
        assert_eq!(reply, Reply::default(), "told anew");
        assert!(page.store[&key].starts_with(stored), "{}", page.store[&key]);
    }
    let view = format!(r#""do":"view","name":"reading","with":"{}""#, slug());
    assert!(page.ask(&view).view.unwrap().contains("Continue at "));
    for wrong in ["", "nowhere 1", "x", &format!("{} 9999", slug())] {
        page.act("place", wrong);
    }
    let places = page.store.keys().filter(|key| key.contains(".position."));
    assert_eq!(places.count(), 1);
}

#[test]
fn a_speed_is_kept_where_it_is_one() {
    let mut page = Page::new();
    for percent in ["150", "151", "", "fast"] {
        page.act("speed", percent);
        let stored = &page.store[PREFERENCES_KEY];
        assert_eq!(Preferences::from_json(stored).speed, 150);
    }
}

#[test]
fn all_keys_are_listed() {
    let mut page = Page::new();
    let keys = page.ask(r#""do":"view","name":"help","with":"""#).view;
    assert!(keys.unwrap().contains("Show these keys"));
}

#[test]
fn what_is_no_wish_is_answered_with_nothing() {
    let mut page = Page::new();
    page.know();
    let many = format!(
        r#""do":"draw","article":"{}","from":[],"count":-1,"seed":1,"answering":"type""#,
        slug()
    );
    let few = many.replace("-1", "1");
    assert_eq!(page.ask(&few).drawn, Some(vec![]));
    for wish in [
        &*many,
        r#""do":"dance""#,
        r#""do":"act""#,
        r#""do":"known","examined":["tides"]"#,
    ] {
        assert_eq!(page.ask(wish), Reply::default(), "{wish}");
    }
}

#[test]
fn a_choice_holds_before_the_page_has_told_of_it() {
    let mut page = Page::new();
    let mut chosen = None;
    for (what, with) in [("align", "justify"), ("daily", "30"), ("size", "130")] {
        let wish = format!(r#"{{"now":{NOON},"do":"act","what":"{what}","with":"{with}"}}"#);
        let mut reply = Reply::from_json(&page.tutor.answer(&wish)).unwrap();
        chosen = reply.take_steps().pop().and_then(|step| step.to);
    }
    let chosen = Preferences::from_json(&chosen.unwrap());
    let look = Look::default().with("align", "justify").with("size", "130");
    assert_eq!((chosen.look, chosen.daily), (look, 30));
}

#[test]
fn what_is_due_follows_what_is_chosen_at_once() {
    let mut page = Page::new();
    page.answer(0, Grade::Again);
    page.answer(1, Grade::Again);
    page.now += DAY;
    let due = |reply: Reply| reply.overview.unwrap().due;
    assert_eq!(due(page.load()), 2);
    assert_eq!(due(page.act("daily", "1")), 1);
    assert_eq!(due(page.act("daily", "20")), 2);
}

#[test]
fn choices_of_reviewing_are_stored_where_they_can_be() {
    let mut page = Page::new();
    for (what, with) in [("retention", "85"), ("daily", "20")] {
        assert_eq!(page.act(what, with).says, None);
    }
    let stored = page.store[PREFERENCES_KEY].clone();
    for (what, with) in [
        ("retention", "79"),
        ("retention", "346"),
        ("daily", "0"),
        ("daily", ""),
    ] {
        assert!(page.act(what, with).says.is_some(), "{what} {with}");
    }
    assert_eq!(page.store[PREFERENCES_KEY], stored);
    let chosen = Preferences::from_json(&stored);
    assert_eq!((chosen.retention, chosen.daily), (85, 20));
}
