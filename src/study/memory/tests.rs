//! What a reader may rely on: the library's own intervals, and no harm by clocks, zones or merging.
//!
//! Apart from the fold, because histories are made here at random.

use expect_test::{Expect, expect};
use fsrs::{FSRSItem, FSRSReview};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::study::sample::place::{Fixed, HOUR, Paris, noon};
use crate::study::sample::{any_history, attempt, question_id, reordered, slug};
use crate::study::{AttemptId, sample};

const LONDON: Fixed = Fixed(0);
const TODAY: u64 = 20_400;

fn terms(calendar: &dyn Calendar, now: u64) -> Terms<'_> {
    Terms {
        calendar,
        now: Millis(now),
        preferences: Preferences::default(),
    }
}

/// The memory of the question 1, as of that moment.
fn recall(attempts: &[Attempt], terms: Terms<'_>) -> Option<Memory> {
    let memories = Memories::of(attempts, terms);
    memories.get(&slug("tides"), &question_id(1))
}

/// An answer at noon in London, so many days from today.
fn answer(days: i64, grade: Grade) -> Attempt {
    attempt(noon((TODAY as i64 + days) as u64), 1, 1, grade)
}

/// What these answers come to today: stability, difficulty, days since the last, and until due.
#[track_caller]
fn check(answers: &[Attempt], expected: Expect) {
    let memory = recall(answers, terms(&LONDON, noon(TODAY)));
    let told = memory.map(|it| {
        let (last, due) = (it.last.0 - TODAY as i32, it.due.0 - TODAY as i32);
        let Memory {
            stability,
            difficulty,
            ..
        } = it;
        format!("stability {stability:.2}, difficulty {difficulty:.2}, last {last}, due {due}")
    });
    expected.assert_eq(&told.unwrap_or_default());
}

#[test]
fn a_first_answer_is_asked_again_the_sooner_the_worse_it_was() {
    use Grade::{Again, Easy, Good, Hard};
    check(
        &[answer(0, Again)],
        expect!["stability 0.21, difficulty 6.41, last 0, due 1"],
    );
    check(
        &[answer(0, Hard)],
        expect!["stability 1.29, difficulty 5.11, last 0, due 1"],
    );
    check(
        &[answer(0, Good)],
        expect!["stability 2.31, difficulty 2.12, last 0, due 2"],
    );
    check(
        &[answer(0, Easy)],
        expect!["stability 8.30, difficulty 1.00, last 0, due 8"],
    );
}

#[test]
fn an_answer_taken_back_counts_for_nothing() {
    check(&[answer(0, Grade::Withdrawn)], expect![""]);
    let again = [answer(-9, Grade::Good), answer(-1, Grade::Withdrawn)];
    assert_eq!(
        recall(&again, terms(&LONDON, noon(TODAY))),
        recall(&again[..1], terms(&LONDON, noon(TODAY)))
    );
}

#[test]
fn a_question_missed_and_then_known_on_one_day_is_due_the_next() {
    let mut retry = answer(0, Grade::Good);
    retry.id = AttemptId::new(Millis(retry.at.0 + HOUR), 0);
    retry.at = retry.id.at();
    let answers = [answer(0, Grade::Again), retry];
    check(
        &answers,
        expect!["stability 0.25, difficulty 6.40, last 0, due 1"],
    );
    let memory = recall(&answers, terms(&LONDON, noon(TODAY))).unwrap();
    assert_eq!(
        (memory.seen, memory.lapses, memory.grade),
        (2, 1, Grade::Good)
    );
}

#[test]
fn an_answer_from_a_day_to_come_leaves_the_question_due_today() {
    check(
        &[answer(5000, Grade::Easy)],
        expect!["stability 8.30, difficulty 1.00, last 0, due 0"],
    );
    for later in [TODAY, TODAY + 1, TODAY + 100] {
        let memory = recall(&[answer(5000, Grade::Easy)], terms(&LONDON, noon(later)));
        assert!(memory.unwrap().is_due(Day(later as i32)));
    }
}

#[test]
fn an_answer_from_a_day_to_come_counts_before_all_others() {
    let answers = [answer(5000, Grade::Again), answer(-1, Grade::Good)];
    check(
        &answers,
        expect!["stability 0.25, difficulty 6.40, last -1, due 0"],
    );
}

#[test]
fn what_is_expected_of_an_answer_is_known_from_the_second_day_on() {
    let mut same_day = answer(-7, Grade::Good);
    same_day.id = AttemptId::new(Millis(same_day.at.0 + HOUR), 0);
    same_day.at = same_day.id.at();
    let answers = [answer(-7, Grade::Good), same_day, answer(-5, Grade::Good)];
    let memories = Memories::of(&answers, terms(&LONDON, noon(TODAY)));
    let expected = memories.reviews().iter().map(|review| review.expected);
    let expected: Vec<_> = expected
        .map(|it| it.map(|it| (it * 100.0).round()))
        .collect();
    assert_eq!(expected, [None, None, Some(91.0)]);
}

#[test]
fn less_is_asked_where_less_is_to_be_remembered() {
    let due = |retention| {
        let preferences = Preferences {
            retention,
            ..Preferences::default()
        };
        let terms = Terms {
            preferences,
            ..terms(&LONDON, noon(TODAY))
        };
        recall(&[answer(0, Grade::Easy)], terms).unwrap().due.0 - TODAY as i32
    };
    assert_eq!([80, 90, 97].map(due), [28, 8, 2]);
}

/// Days since the answer before, and a grade.
fn any_answers() -> impl Strategy<Value = Vec<(u32, Grade)>> {
    let grade = sample::any_grade().prop_filter("counts", |it| *it != Grade::Withdrawn);
    let gap = prop_oneof![0..3_u32, 0..60_u32, 0..400_u32];
    vec((gap, grade), 1..30)
}

/// The answers, the last of them today at noon.
fn history(answers: &[(u32, Grade)]) -> Vec<Attempt> {
    let mut days = answers.iter().map(|(gap, _)| u64::from(*gap)).sum::<u64>();
    days -= u64::from(answers[0].0);
    let mut day = TODAY - days;
    let number = answers.iter().enumerate();
    number
        .map(|(at, (gap, grade))| {
            day += if at == 0 { 0 } else { u64::from(*gap) };
            attempt(noon(day) + at as u64, 1, 1, *grade)
        })
        .collect()
}

fn rating(grade: Grade) -> u32 {
    match grade {
        Grade::Again | Grade::Withdrawn => 1,
        Grade::Hard => 2,
        Grade::Good => 3,
        Grade::Easy => 4,
    }
}

/// A place where the clock is changed at any time by anything.
struct Anywhere(Vec<i32>);

impl Calendar for Anywhere {
    fn offset_minutes(&self, at: Millis) -> i32 {
        self.0[(at.0 / HOUR) as usize % self.0.len()]
    }

    fn day_words(&self, _: Millis) -> String {
        String::new()
    }

    fn weekday(&self, _: Millis) -> String {
        String::new()
    }
}

proptest! {
    #[test]
    fn memories_and_intervals_are_the_library_s_own(
        answers in any_answers(), retention in Preferences::RETENTIONS
    ) {
        let fsrs = FSRS::default();
        let reviews = answers.iter().enumerate().map(|(at, (gap, grade))| FSRSReview {
            rating: rating(*grade),
            delta_t: if at == 0 { 0 } else { *gap },
        });
        let state = fsrs.memory_state(FSRSItem { reviews: reviews.collect() }, None).unwrap();
        let share = f32::from(retention) / 100.0;
        let interval = fsrs.next_interval(Some(state.stability), share, 3);
        let preferences = Preferences { retention, ..Preferences::default() };
        let terms = Terms { preferences, ..terms(&LONDON, noon(TODAY)) };
        let memory = recall(&history(&answers), terms).unwrap();
        prop_assert_eq!(memory.state(), state);
        prop_assert_eq!(memory.due.since(memory.last), interval.round().max(1.0) as u32);
        prop_assert_eq!(memory.last, terms.today());
    }

    #[test]
    fn two_devices_come_to_the_same_memories(
        (attempts, again) in any_history().prop_flat_map(|all| (Just(all.clone()), reordered(all)))
    ) {
        let [one, other] = [&attempts, &again].map(|all| Memories::of(all, terms(&LONDON, 0)));
        prop_assert_eq!(one.questions, other.questions);
        prop_assert_eq!(one.reviews, other.reviews);
    }

    #[test]
    fn a_zone_moves_a_due_day_by_a_day_at_most(answers in any_answers(), zone in -720..=840_i32) {
        let attempts = history(&answers);
        let here = recall(&attempts[..1], terms(&LONDON, noon(TODAY))).unwrap();
        for calendar in [&Fixed(zone) as &dyn Calendar, &Paris] {
            let there = recall(&attempts[..1], terms(calendar, noon(TODAY))).unwrap();
            prop_assert!((here.due.0 - there.due.0).abs() <= 1);
        }
    }

    #[test]
    fn no_clock_makes_a_question_due_never(
        answers in vec((0..60_000 * 24 * HOUR, sample::any_grade()), 1..20),
        zones in vec(-1500..1500_i32, 1..9),
        now in 0..60_000 * 24 * HOUR,
    ) {
        let answers = answers.into_iter();
        let mut attempts: Vec<_> = answers.map(|(at, grade)| attempt(at, 1, 1, grade)).collect();
        let place = Anywhere(zones);
        let terms = terms(&place, now);
        let today = terms.today();
        if let Some(memory) = recall(&attempts, terms) {
            prop_assert!((0.001..=36_500.0).contains(&memory.stability));
            prop_assert!((1.0..=10.0).contains(&memory.difficulty));
            prop_assert!(memory.last <= today);
            prop_assert!(memory.due <= memory.last.plus(36_500));
            prop_assert!((0.0..=1.0).contains(&memory.retrievability(today)));
        }
        // An answer now counts as the last, whatever came before and whatever is to come.
        attempts.retain(|it| it.at.0 < now || Day::of(it.at, &place) > today);
        let id = AttemptId::new(Millis(now), u64::MAX);
        attempts.push(Attempt { id, ..attempt(now, 1, 1, Grade::Again) });
        let memory = recall(&attempts, terms).unwrap();
        prop_assert_eq!((memory.last, memory.grade), (today, Grade::Again));
        prop_assert!(memory.due > today);
    }
}
