//! A sitting stored and read again.
//!
//! Apart from the reading, to keep that in view.

use expect_test::expect;
use proptest::prelude::*;

use super::*;
use crate::question::{Answer, KindName};
use crate::study::sample::{question, typed_question};

const BEGIN: Millis = Millis(1_754_300_000_000);

fn later(seconds: u64) -> Millis {
    Millis(BEGIN.0 + seconds * 1000)
}

/// Four to choose from and one that is typed.
fn known() -> Vec<Question> {
    let choices = (1..=4).map(|number| question(number, &[0]));
    choices.chain([typed_question(5, "neap")]).collect()
}

fn session(mode: Mode) -> Session {
    Session::new(SessionId::new(BEGIN, 1), mode, known(), 7, BEGIN)
}

fn find(known: Vec<Question>) -> impl Fn(&Slug, &QuestionId) -> Option<Question> {
    move |article, id| {
        let mut known = known.iter();
        let found = known.find(|it| it.article == *article && it.id == *id);
        found.cloned()
    }
}

fn resumed(session: &Session, known: Vec<Question>) -> Option<Session> {
    let saved = Saved::from_text(&session.to_text()).unwrap();
    saved.resume(&find(known), later(1000))
}

#[test]
fn a_sitting_is_stored_in_few_words() {
    let mut session = session(Mode::Quiz);
    session.check(&Answer::Chosen(vec![1]), later(3), 9);
    session.next(later(4));
    session.skip(later(5));
    session.hint();
    expect![[r#"
        1 1k1t6v9r00000000000001 quiz 0 1 1
        tides 000000000001 -0132 - 1k1t6vcnr0000000000009 5 again 3000 c1
        tides 000000000003 -0312 hint
        tides 000000000004 -0321 -
        tides 000000000005 - -
        tides 000000000002 -3102 -"#]]
    .assert_eq(&session.to_text());
}

/// Does something of everything, as the letters say.
fn act(session: &mut Session, what: char, second: u64) {
    let now = later(second);
    match what {
        's' => session.skip(now),
        'u' => drop(session.undo(now)),
        'x' => drop(session.hide(now)),
        'h' => drop(session.hint()),
        'n' => session.next(now),
        't' => drop(session.check(&Answer::Typed("ebb".to_owned()), now, second)),
        _ => drop(session.check(&Answer::Chosen(vec![0]), now, second)),
    }
}

proptest! {
    #[test]
    fn whatever_was_done_it_goes_on_where_it_was(
        exam in any::<bool>(),
        done in "[suxhntcccnnn]{0,16}",
    ) {
        let mut session = session(if exam { Mode::Exam } else { Mode::Quiz });
        for (what, second) in done.chars().zip(1..) {
            act(&mut session, what, second);
        }
        let again = resumed(&session, known());
        prop_assert_eq!(again.is_none(), session.phase() == Phase::Done);
        if let Some(mut again) = again {
            prop_assert_eq!(again.to_text(), session.to_text());
            prop_assert_eq!(again.current(), session.current());
            // It also goes on alike.
            for (what, second) in "cncsncnnstncncn".chars().zip(2000..) {
                act(&mut again, what, second);
                act(&mut session, what, second);
                let question = |it: &Session| it.current().map(|it| it.question.clone());
                prop_assert_eq!(question(&again), question(&session));
            }
            prop_assert_eq!(again.score(), session.score());
        }
    }

    #[test]
    fn nothing_stored_breaks_it(cut in 0..400_usize, put in "[ \\n0-9a-z-]{0,3}") {
        let mut session = session(Mode::Quiz);
        session.check(&Answer::Chosen(vec![1]), later(3), 9);
        let mut text = session.to_text();
        text.insert_str(cut.min(text.len()), &put);
        if let Some(saved) = Saved::from_text(&text) {
            saved.resume(&find(known()), later(9));
        }
    }
}

#[test]
fn what_can_no_longer_be_made_is_left_out() {
    let mut session = session(Mode::Quiz);
    session.check(&Answer::Chosen(vec![0]), later(3), 9);
    session.next(later(4));
    let again = resumed(&session, known()[2..].to_vec()).unwrap();
    assert_eq!(again.items().len(), 3);
    assert_eq!(*again.current().unwrap().question, known()[2]);
    assert_eq!(
        resumed(&session, known()[..1].to_vec()),
        None,
        "it is answered"
    );
    assert_eq!(resumed(&session, Vec::new()), None);
}

#[test]
fn a_question_with_other_options_is_another() {
    let session = session(Mode::Quiz);
    let mut changed = known();
    changed[0].options.pop();
    changed[1].options.push("slack".to_owned());
    assert_eq!(resumed(&session, changed).unwrap().items().len(), 3);
}

#[test]
fn a_choice_that_was_to_be_typed_stays_so() {
    let asked = Question {
        kind: KindName::Name,
        ..question(1, &[2])
    };
    let typed = asked.to_typed().unwrap();
    let id = SessionId::new(BEGIN, 1);
    let session = Session::new(id, Mode::Quiz, vec![typed.clone()], 7, BEGIN);
    let again = resumed(&session, vec![asked]).unwrap();
    assert_eq!(*again.items()[0].question, typed);
}

#[test]
fn an_exam_ends_while_the_page_is_away() {
    let exam = |seconds| session(Mode::Exam).ending(Some(later(seconds)));
    assert_eq!(resumed(&exam(999), known()), None);
    let again = resumed(&exam(1060), known()).unwrap();
    assert_eq!(again.left(later(1000)), Some(60_000));
}

#[test]
fn what_is_no_sitting_of_this_version_is_refused() {
    let text = session(Mode::Quiz).to_text();
    assert!(Saved::from_text(&text).is_some());
    let newer = text.replacen('1', "2", 1);
    let other = text.replacen("quiz", "party", 1);
    let torn = &text[..text.len() - 5];
    for text in ["", "{}", "1", &newer, &other, torn] {
        assert_eq!(Saved::from_text(text), None, "{text}");
    }
}

#[test]
fn the_questions_it_needs_are_told() {
    let saved = Saved::from_text(&session(Mode::Quiz).to_text()).unwrap();
    let known = known().into_iter().map(|it| (it.article, it.id));
    assert_eq!(saved.questions(), known.collect::<Vec<_>>());
}

#[test]
fn what_cannot_be_read_is_copied_before_it_goes() {
    let [copy, removal] = set_aside("readback.session.tides", "?".to_owned(), Millis(7));
    assert_eq!(copy.key, "readback.aside.7.readback.session.tides");
    assert_eq!((copy.from, copy.to.as_deref()), (None, Some("?")));
    assert_eq!((removal.from.as_deref(), removal.to), (Some("?"), None));
}
