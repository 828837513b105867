//! What a reader may rely on in a sitting.
//!
//! Apart from it, because there is more to try than to do.

use expect_test::{Expect, expect};

use super::*;
use crate::question::KindName;
use crate::study::sample::{question, typed_question};

const BEGIN: Millis = Millis(1_000_000);

fn session(questions: Vec<Question>) -> Session {
    let id = SessionId::new(BEGIN, 1);
    Session::new(id, Mode::Quiz, questions, 7, BEGIN)
}

fn chosen(options: &[usize]) -> Answer {
    Answer::Chosen(options.to_vec())
}

fn typed(text: &str) -> Answer {
    Answer::Typed(text.to_owned())
}

fn answers(session: &Session) -> Vec<Option<Attempt>> {
    let answers = session.items().iter().map(|item| item.answer.clone());
    answers.collect()
}

fn later(seconds: u64) -> Millis {
    Millis(BEGIN.0 + seconds * 1000)
}

#[test]
fn a_sitting_goes_from_its_first_question_to_its_score() {
    let mut session = session(vec![question(1, &[0]), question(2, &[1])]);
    assert_eq!(session.current(), session.items().first());

    let first = session.check(&chosen(&[0]), later(4), 1).unwrap();
    assert_eq!((first.grade, first.took, first.of), (Grade::Good, 4000, 2));
    session.next(later(9));
    let second = session.check(&chosen(&[3]), later(11), 2).unwrap();
    assert_eq!((second.grade, second.took), (Grade::Again, 2000));
    session.next(later(12));

    assert_eq!(session.phase(), Phase::Done);
    assert_eq!(session.current(), None);
    assert_eq!(session.score().to_string(), "1 of 2");
    assert_eq!(session.missed(), [question(2, &[1])]);
    assert_eq!(answers(&session), [Some(first), Some(second)]);
}

#[test]
fn without_questions_it_is_done_at_once() {
    assert_eq!(session(Vec::new()).phase(), Phase::Done);
}

#[track_caller]
fn check_verdict(keys: &[usize], choice: &[usize], expected: Option<Grade>) {
    let mut session = session(vec![question(1, keys)]);
    let attempt = session.check(&chosen(choice), later(1), 1);
    assert_eq!(attempt.map(|attempt| attempt.grade), expected);
}

#[test]
fn right_is_every_key_and_nothing_else() {
    check_verdict(&[2], &[2], Some(Grade::Good));
    check_verdict(&[0, 2], &[2, 0], Some(Grade::Good));
    check_verdict(&[0, 2], &[2, 2, 0], Some(Grade::Good));
    check_verdict(&[0, 2], &[0], Some(Grade::Again));
    check_verdict(&[0, 2], &[0, 1, 2], Some(Grade::Again));
    check_verdict(&[0], &[], None);
    check_verdict(&[0], &[4], None);
}

#[test]
fn what_is_typed_is_judged_with_indulgence_and_kept_as_it_was() {
    let mut session = session(vec![typed_question(1, "the spring tide")]);
    assert_eq!(session.check(&typed("  "), later(1), 1), None);
    let attempt = session
        .check(&typed(" Spring  tides"), later(2), 2)
        .unwrap();
    assert_eq!(attempt.answer, typed("Spring tides"));
    assert_eq!(attempt.grade, Grade::Good);
}

#[test]
fn a_long_answer_is_judged_whole_and_kept_short() {
    let long = "neap ".repeat(12);
    let mut session = session(vec![typed_question(1, &long)]);
    let attempt = session.check(&typed(&long), later(1), 1).unwrap();
    assert_eq!(attempt.grade, Grade::Good);
    assert_eq!(attempt.answer.typed().len(), 39);
}

#[test]
fn what_was_typed_can_be_overruled_once_and_stays_one_attempt() {
    let mut session = session(vec![typed_question(1, "ebb"), typed_question(2, "neap")]);
    assert_eq!(session.overrule(0), None, "nothing is judged");
    let wrong = session.check(&typed("low water"), later(1), 1).unwrap();
    let Regraded { before, after } = session.overrule(0).unwrap();
    let expected = Attempt {
        grade: Grade::Hard,
        ..wrong.clone()
    };
    assert_eq!((&before, &after), (&wrong, &expected));
    assert!(after < before, "what is overruled counts");
    assert_eq!(session.overrule(0), None);
    assert_eq!(session.missed(), [typed_question(2, "neap")]);
    session.next(later(2));
    assert_eq!(session.overrule(0), None, "that question is past");
}

#[test]
fn what_was_chosen_cannot_be_overruled() {
    let mut session = session(vec![question(1, &[0])]);
    session.check(&chosen(&[1]), later(1), 1);
    assert_eq!(session.overrule(0), None);
}

#[test]
fn a_slip_of_the_pen_is_right_and_hard() {
    let mut session = session(vec![typed_question(1, "spring tide")]);
    let attempt = session.check(&typed("sprang tide"), later(1), 1).unwrap();
    assert_eq!(attempt.grade, Grade::Hard);
    assert_eq!(session.ease(), None);
}

#[test]
fn what_was_right_can_be_called_easy_once() {
    let mut session = session(vec![question(1, &[0]), question(2, &[0])]);
    assert_eq!(session.ease(), None, "nothing is judged");
    session.check(&chosen(&[0]), later(1), 1);
    let Regraded { before, after } = session.ease().unwrap();
    assert_eq!((before.grade, after.grade), (Grade::Good, Grade::Easy));
    assert!(after < before, "what is easy counts");
    assert_eq!(session.ease(), None);
    session.next(later(2));
    session.check(&chosen(&[1]), later(3), 2);
    assert_eq!(session.ease(), None, "it was wrong");
}

#[track_caller]
fn check_hint(question: Question, expected: Option<Hint>) {
    assert_eq!(session(vec![question]).hint(), expected);
}

#[test]
fn a_hint_leaves_something_to_be_known() {
    let kind = |kind, question| Question { kind, ..question };
    // Options of numbers stand in their own order, so that the first wrong one is known.
    check_hint(
        kind(KindName::Figure, question(1, &[0])),
        Some(Hint::Not(1)),
    );
    check_hint(kind(KindName::Order, question(1, &[0, 1, 2, 3])), None);
    let mut claim = kind(KindName::Claim, question(1, &[0]));
    claim.options.truncate(2);
    check_hint(claim, None);
    for words in ["the spring tide", "spring tide", "A “spring” tide"] {
        check_hint(typed_question(1, words), Some(Hint::Begins('s')));
    }
}

#[test]
fn after_a_hint_right_is_hard_and_wrong_is_wrong() {
    let mut session = session(vec![question(1, &[0]), question(2, &[0])]);
    let Some(Hint::Not(out)) = session.hint() else {
        panic!("no hint");
    };
    assert_eq!(session.hint(), None, "one hint is all");
    let item = session.current().unwrap();
    assert!(item.is_out(out));
    assert_eq!(item.without_out(&chosen(&[0, out])), chosen(&[0]));
    let right = session.check(&chosen(&[0]), later(1), 1).unwrap();
    assert_eq!(right.grade, Grade::Hard);
    session.next(later(2));
    session.hint();
    let wrong = session.check(&chosen(&[3]), later(3), 2).unwrap();
    assert_eq!(wrong.grade, Grade::Again);
}

#[test]
fn what_is_to_be_put_in_order_never_is_so_from_the_start() {
    let order = |number, keys: &[usize]| Question {
        kind: KindName::Order,
        ..question(number, keys)
    };
    let questions = (0..100).map(|number| order(number, &[2, 0, 3, 1]));
    let mut session = session(questions.collect());
    let mut items = session.items().iter();
    assert!(items.all(|item| item.order != item.question.keys));
    assert_eq!(session.check(&Answer::NONE, later(1), 1), None);
    let attempt = session.check(&chosen(&[2, 0, 3, 1]), later(1), 1).unwrap();
    assert_eq!(attempt.answer, chosen(&[2, 0, 3, 1]));
    assert_eq!(attempt.grade, Grade::Good);
}

#[test]
fn only_the_first_check_of_a_question_counts() {
    let mut session = session(vec![question(1, &[0])]);
    session.check(&chosen(&[1]), later(1), 1);
    let judged = session.clone();
    assert_eq!(session.check(&chosen(&[0]), later(2), 2), None);
    assert_eq!(session, judged);
}

#[test]
fn a_question_is_not_passed_over_by_going_on() {
    let mut session = session(vec![question(1, &[0]), question(2, &[0])]);
    let asking = session.clone();
    session.next(later(1));
    assert_eq!(session, asking);
}

/// What is asked after each of the things done, with the score at the end: `s` skips, `r` and `w`
/// answer right and wrong and go on, `u` undoes, `h` hides.
#[track_caller]
fn check_course(mode: Mode, done: &str, expected: Expect) {
    let questions = (1..=3).map(|number| question(number, &[0])).collect();
    let id = SessionId::new(BEGIN, 1);
    let mut session = Session::new(id, mode, questions, 7, BEGIN);
    let mut course = asked(&session);
    for (what, second) in done.chars().zip(1..) {
        match what {
            's' => session.skip(later(second)),
            'u' => drop(session.undo(later(second))),
            'h' => drop(session.hide(later(second))),
            _ => {
                let option = usize::from(what == 'w');
                session.check(&chosen(&[option]), later(second), second);
                session.next(later(second));
            }
        }
        course = [course, asked(&session)].join(" ");
    }
    expected.assert_eq(&format!("{course}, {}", session.score()));
}

fn asked(session: &Session) -> String {
    let stem = session.current().map(|item| item.question.stem.as_str());
    let stem = stem.and_then(|stem| stem.strip_prefix("Question "));
    stem.map_or("-", |stem| stem.trim_end_matches('?'))
        .to_owned()
}

#[test]
fn a_question_skipped_comes_again_at_the_end_and_once_only() {
    check_course(Mode::Quiz, "srrr", expect!["1 2 3 1 -, 3 of 3"]);
    check_course(Mode::Quiz, "rssrs", expect!["1 2 3 2 3 -, 2 of 3"]);
    check_course(Mode::Quiz, "ssssss", expect!["1 2 3 1 2 3 -, 0 of 3"]);
    check_course(Mode::Quiz, "rrs", expect!["1 2 3 -, 2 of 3"]);
}

#[test]
fn what_is_undone_is_asked_again_and_then_it_goes_on() {
    check_course(Mode::Quiz, "wurrr", expect!["1 2 1 2 3 -, 3 of 3"]);
    check_course(Mode::Quiz, "rwuurrr", expect!["1 2 3 2 1 2 3 -, 3 of 3"]);
    check_course(Mode::Quiz, "swurrr", expect!["1 2 3 2 3 1 -, 3 of 3"]);
    check_course(Mode::Quiz, "u", expect!["1 1, 0 of 3"]);
    check_course(Mode::Quiz, "rrru", expect!["1 2 3 - -, 3 of 3"]);
}

#[test]
fn what_is_hidden_leaves_the_sitting_until_that_is_undone() {
    check_course(Mode::Quiz, "hrr", expect!["1 2 3 -, 2 of 2"]);
    check_course(Mode::Quiz, "hurrr", expect!["1 2 1 2 3 -, 3 of 3"]);
    check_course(Mode::Quiz, "rrhu", expect!["1 2 3 - 3, 2 of 3"]);
    check_course(Mode::Quiz, "hwurr", expect!["1 2 3 2 3 -, 2 of 2"]);
    check_course(Mode::Quiz, "srrhur", expect!["1 2 3 1 - 1 -, 3 of 3"]);
    check_course(Mode::Quiz, "hhhh", expect!["1 2 3 - -, 0 of 0"]);
}

#[test]
fn an_exam_goes_on_without_a_verdict() {
    check_course(Mode::Exam, "rwr", expect!["1 2 3 -, 2 of 3"]);
    check_course(Mode::Exam, "rsws", expect!["1 2 3 2 -, 1 of 3"]);
    check_course(Mode::Exam, "wurrr", expect!["1 2 1 2 3 -, 3 of 3"]);
}

/// What may be done besides answering.
#[track_caller]
fn check_deeds(session: &Session, expected: Expect) {
    use Deed::{Ease, Hide, Hint, Overrule, Skip, Undo};
    let mut deeds = vec![Skip, Hint, Undo, Hide, Ease, Overrule];
    deeds.retain(|deed| session.may(*deed));
    expected.assert_eq(&format!("{deeds:?}"));
}

#[test]
fn what_may_be_done_follows_from_where_it_stands() {
    let mut session = session(vec![question(1, &[0]), typed_question(2, "ebb")]);
    check_deeds(&session, expect!["[Skip, Hint, Hide]"]);
    session.hint();
    check_deeds(&session, expect!["[Skip, Hide]"]);
    session.check(&chosen(&[0]), later(1), 1);
    check_deeds(&session, expect!["[Undo, Hide]"]);
    session.next(later(2));
    session.check(&typed("ebb"), later(3), 2);
    check_deeds(&session, expect!["[Undo, Hide, Ease]"]);
    session.undo(later(4));
    session.check(&typed("low"), later(5), 3);
    check_deeds(&session, expect!["[Undo, Hide, Overrule]"]);
    session.next(later(6));
    check_deeds(&session, expect!["[]"]);
}

#[test]
fn an_answer_taken_back_counts_for_nothing_and_the_next_is_another() {
    let mut session = session(vec![question(1, &[0])]);
    let wrong = session.check(&chosen(&[1]), later(5), 1).unwrap();
    let Some(Undone::Answer(regraded)) = session.undo(later(2)) else {
        panic!("nothing was undone");
    };
    assert_eq!(regraded.before, wrong);
    assert_eq!(regraded.after.grade, Grade::Withdrawn);
    assert_eq!(answers(&session), [None]);
    let right = session.check(&chosen(&[0]), later(3), 2).unwrap();
    assert!(right.id > wrong.id, "whatever the clock says");
}

#[test]
fn a_bad_question_can_be_hidden_after_its_verdict() {
    let mut session = session(vec![question(1, &[0]), question(2, &[0])]);
    session.check(&chosen(&[1]), later(1), 1);
    let judged = session.clone();
    assert_eq!(session.hide(later(2)), Some(question(1, &[0]).into()));
    assert_eq!(session.current(), judged.items().last());
    assert!(session.may(Deed::Undo));
    let undone = session.undo(later(3));
    assert_eq!(undone, Some(Undone::Hiding(question(1, &[0]).into())));
    assert_eq!(session, judged);
}

#[test]
fn what_an_exam_leaves_unanswered_is_missed_and_gives_no_hint() {
    let id = SessionId::new(BEGIN, 1);
    let questions = vec![question(1, &[0]), typed_question(2, "ebb")];
    let mut session = Session::new(id, Mode::Exam, questions, 7, BEGIN).ending(Some(later(60)));
    assert_eq!(session.hint(), None);
    session.check(&chosen(&[1]), later(1), 1);
    assert_eq!(session.left(later(20)), Some(40_000));
    assert_eq!(session.check(&typed("ebb"), later(61), 2), None);
    assert_eq!(session.phase(), Phase::Done);
    assert_eq!(
        session.missed(),
        [question(1, &[0]), typed_question(2, "ebb")]
    );
}

#[test]
fn what_an_exam_judged_wrong_can_be_overruled_at_its_end() {
    let id = SessionId::new(BEGIN, 1);
    let questions = vec![typed_question(1, "ebb"), question(2, &[0])];
    let mut session = Session::new(id, Mode::Exam, questions, 7, BEGIN);
    session.check(&typed("low water"), later(1), 1);
    assert_eq!(session.overrule(0), None, "its verdict was not shown yet");
    session.check(&chosen(&[0]), later(2), 2);
    assert_eq!(session.overrule(0).unwrap().after.grade, Grade::Hard);
    assert_eq!(session.score().to_string(), "2 of 2");
}

#[test]
fn a_clock_set_back_neither_reorders_answers_nor_counts_as_time() {
    let mut session = session(vec![question(1, &[0]), question(2, &[0])]);
    let first = session.check(&chosen(&[0]), later(60), 9).unwrap();
    session.next(Millis(0));
    let second = session.check(&chosen(&[0]), Millis(5), 10).unwrap();
    assert_eq!(second.took, 0);
    assert!(first.id < second.id);
}

#[test]
fn a_page_left_open_counts_as_an_hour() {
    let mut session = session(vec![question(1, &[0])]);
    let attempt = session.check(&chosen(&[0]), Millis(u64::MAX), 1).unwrap();
    assert_eq!(attempt.took, Attempt::MAX_TOOK);
}

#[test]
fn options_stand_in_an_order_that_the_seed_alone_decides() {
    let orders = |seed| -> Vec<_> {
        let questions = (0..4).map(|number| question(number, &[0])).collect();
        let session = Session::new(SessionId::new(BEGIN, 1), Mode::Quiz, questions, seed, BEGIN);
        session
            .items()
            .iter()
            .map(|item| item.order.clone())
            .collect()
    };
    // As on every machine, so that a quiz can be asked again from its seed.
    let first = [[3, 2, 0, 1], [2, 0, 1, 3], [2, 1, 0, 3], [2, 1, 0, 3]];
    assert_eq!(orders(1), first);
    assert_ne!(orders(1), orders(2));
}

#[test]
fn every_option_comes_first_about_as_often() {
    let questions = (0..400).map(|number| question(number, &[0])).collect();
    let session = session(questions);
    for option in 0..4 {
        let first = session
            .items()
            .iter()
            .filter(|item| item.order[0] == option);
        assert!((70..130).contains(&first.count()));
    }
}
