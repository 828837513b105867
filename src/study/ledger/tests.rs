//! What the ledger makes of what is stored, and that no fault of a store loses an answer.
//!
//! Apart from the ledger, which is shorter than its tests.

use std::collections::BTreeMap;

use expect_test::expect;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::question::Answer;
use crate::study::sample::{any_grade, attempt, position, question, question_id, reordered, slug};
use crate::study::store::faulty::{Fault, Faulty};
use crate::study::{
    BackupError, Grade, Meta, Mode, Step, Store, aside_key, attempt_to_json, perform, undo,
};

const DAY: u64 = 86_400_000;
/// 10 August 2025, in the morning.
pub(super) const NOW: Millis = Millis(1_754_812_800_000);

/// One that knows what is stored.
pub(super) fn ledger(store: &Faulty) -> Ledger {
    let mut ledger = Ledger::default();
    for (key, value) in store.all() {
        ledger.take(key, Some(value));
    }
    ledger
}

fn days_ago(days: u64) -> Millis {
    Millis(NOW.0 - days * DAY)
}

/// An answer of so many days ago, to the question with that number.
fn answered(days: u64, number: u64) -> Attempt {
    attempt(days_ago(days).0 + number, 1, number, Grade::Good)
}

fn adding(attempt: &Attempt) -> Step {
    Step::add(attempt_key(&attempt.id), attempt_to_json(attempt))
}

/// A store with these attempts, each by itself, and what upkeep makes of an old layout.
fn kept(attempts: &[Attempt]) -> Faulty {
    let store = Faulty::default();
    store.set(META_KEY, &Meta::new(NOW).to_json());
    let steps: Vec<_> = attempts.iter().map(adding).collect();
    perform(&store, &steps).unwrap();
    store
}

/// The same, with those of past months in blocks.
fn folded(attempts: &[Attempt]) -> Faulty {
    let store = kept(attempts);
    perform(&store, &ledger(&store).upkeep_beyond(0, NOW)).unwrap();
    store
}

/// The keys, without ids and checksums, each with how often it is there.
fn keys(store: &Faulty) -> String {
    let mut keys: BTreeMap<String, usize> = BTreeMap::new();
    for key in store.all().into_keys() {
        let ids = ["1k", "000000"].map(|id| key.find(&format!(".{id}")));
        let end = ids.into_iter().flatten().min().unwrap_or(key.len());
        let end = if key.starts_with(BLOCK_PREFIX) {
            22
        } else {
            end
        };
        let short = key["readback.".len()..end].to_owned();
        *keys.entry(short).or_default() += 1;
    }
    let shown = keys.into_iter().map(|(key, number)| match number {
        1 => key,
        _ => format!("{key} x{number}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}

mod taking {
    use super::*;

    #[test]
    fn keys_of_others_are_passed_over() {
        let mut ledger = Ledger::default();
        ledger.take("anki.attempt.x".to_owned(), Some("{".to_owned()));
        assert_eq!(ledger.facts().units, 0);
        assert_eq!(ledger.erase(), []);
    }

    #[test]
    fn what_another_tab_removes_is_gone() {
        let store = kept(&[answered(1, 1), answered(1, 2)]);
        let mut ledger = ledger(&store);
        ledger.take(attempt_key(&answered(1, 1).id), None);
        assert_eq!(ledger.attempts(), [answered(1, 2)]);
    }

    #[test]
    fn preferences_are_as_stored() {
        let mut ledger = Ledger::default();
        assert_eq!(ledger.preferences(), Preferences::default());
        let chosen = Preferences {
            retention: 85,
            ..Preferences::default()
        };
        ledger.take(PREFERENCES_KEY.to_owned(), Some(chosen.to_json()));
        assert_eq!(ledger.preferences(), chosen);
    }

    #[test]
    fn an_attempt_alone_counts_with_the_one_in_a_block_by_the_rule_of_all() {
        let (good, withdrawn) = (
            answered(60, 1),
            Attempt {
                grade: Grade::Withdrawn,
                ..answered(60, 1)
            },
        );
        let store = folded(&[good]);
        perform(&store, &[adding(&withdrawn)]).unwrap();
        assert_eq!(ledger(&store).attempts(), std::slice::from_ref(&withdrawn));
        perform(&store, &ledger(&store).upkeep_beyond(0, NOW)).unwrap();
        assert_eq!(keys(&store), "block.2025-06, meta");
        assert_eq!(ledger(&store).attempts(), [withdrawn]);
        assert_eq!(ledger(&store).facts().attempts, 0);
    }

    proptest! {
        #[test]
        fn any_order_comes_to_the_same(
            attempts in reordered((1..9).map(|number| answered(number * 20, number)).collect())
        ) {
            let mut ledger = Ledger::default();
            for attempt in &attempts {
                let step = adding(attempt);
                ledger.take(step.key, step.to);
            }
            let mut expected = attempts;
            crate::study::settle(&mut expected);
            prop_assert_eq!(ledger.attempts(), expected);
        }
    }
}

mod versions {
    use super::*;

    const SCHEMA_1: &str = include_str!("../../../tests/stored/schema-1.json");
    const SCHEMA_2: &str = include_str!("../../../tests/stored/schema-2.json");

    fn stored(text: &str) -> Faulty {
        let values: BTreeMap<String, String> = serde_json::from_str(text).unwrap();
        let store = Faulty::default();
        values.iter().for_each(|(key, value)| store.set(key, value));
        store
    }

    #[track_caller]
    fn check_migrates(text: &str, shows: expect_test::Expect) {
        let store = stored(text);
        let before = ledger(&store);
        assert!(!before.is_newer());
        assert_eq!(before.damaged(), []);
        perform(&store, &before.upkeep(NOW)).unwrap();
        let after = ledger(&store);
        assert_eq!(after.attempts(), before.attempts());
        assert_eq!(after.meta().unwrap().schema, Meta::SCHEMA);
        assert_eq!(after.upkeep(NOW), [], "upkeep has an end");
        let grades = after.attempts().into_iter().map(|it| (it.answer, it.grade));
        let hidden = after.hidden().into_iter().map(|it| it.stem.clone());
        shows.assert_eq(&format!(
            "{:?}\n{:?}\n{:?}\n",
            grades.collect::<Vec<_>>(),
            hidden.collect::<Vec<_>>(),
            after.meta().unwrap()
        ));
    }

    #[test]
    fn schema_1_is_read_and_migrated() {
        check_migrates(
            SCHEMA_1,
            expect![[r#"
            [(Chosen([0, 2]), Good), (Typed("a \"neap\" tide"), Again)]
            []
            Meta { schema: 2, created: Millis(1754270700000), backup: None }
        "#]],
        );
    }

    #[test]
    fn schema_2_is_read() {
        check_migrates(
            SCHEMA_2,
            expect![[r#"
            [(Chosen([0, 2]), Good), (Typed("a \"neap\" tide"), Withdrawn), (Chosen([0]), Good), (Chosen([0]), Again), (Typed("a \"neap\" tide"), Hard)]
            ["What is a \"neap\" tide?"]
            Meta { schema: 2, created: Millis(1754270700000), backup: Some(Millis(1754300000000)) }
        "#]],
        );
    }

    #[track_caller]
    fn check_read_only(key: &str, value: &str) {
        let store = kept(&[answered(60, 1), answered(1, 2)]);
        store.set("readback.attempt.x", "damaged");
        store.set(key, value);
        let ledger = ledger(&store);
        assert!(ledger.is_newer());
        assert_eq!(ledger.upkeep_beyond(0, NOW), []);
        assert_eq!(ledger.reset(&slug("tides")), []);
        assert_eq!(ledger.backed_up(NOW), []);
        let import = ledger.import(&Ledger::default().backup(), NOW);
        assert_eq!(import, Err(BackupError::ReadOnly));
        assert!(ledger.attempts().len() >= 2 || key.contains(".attempt."));
        perform(&store, &ledger.erase()).unwrap();
        assert_eq!(store.all().len(), 0);
    }

    #[test]
    fn what_a_newer_readback_wrote_is_only_read() {
        check_read_only(META_KEY, r#"{"schema":3,"created":7}"#);
        check_read_only(&attempt_key(&answered(1, 2).id), r#"{"v":3}"#);
        check_read_only("readback.block.2025-06.0", r#"{"v":2}"#);
        check_read_only("readback.hidden.000000000001", r#"{"v":2}"#);
        check_read_only("readback.mark.0000000070000000000007", r#"{"v":2}"#);
    }
}

mod upkeep {
    use super::*;

    #[test]
    fn nothing_is_written_where_nothing_is_stored() {
        assert_eq!(Ledger::default().upkeep(NOW), []);
    }

    #[test]
    fn the_first_answer_dates_what_is_stored() {
        let store = Faulty::default();
        perform(&store, &[adding(&answered(3, 0))]).unwrap();
        perform(&store, &ledger(&store).upkeep(NOW)).unwrap();
        assert_eq!(ledger(&store).meta(), Some(Meta::new(days_ago(3))));
    }

    #[test]
    fn what_cannot_be_read_is_put_aside_as_it_was() {
        let store = kept(&[answered(1, 1)]);
        let damaged = [
            ("readback.attempt.x", "{\"v\":"),
            ("readback.block.2025-06.0", "?"),
            ("readback.hidden.1", ""),
            ("readback.mark.1", "{}"),
            (META_KEY, "{}"),
        ];
        damaged
            .iter()
            .for_each(|(key, value)| store.set(key, value));
        perform(&store, &ledger(&store).upkeep(NOW)).unwrap();
        let after = ledger(&store);
        let aside = damaged.map(|(key, value)| (crate::study::aside_key(NOW, key), value));
        for (key, value) in &aside {
            assert!(after.damaged().contains(&(&**key, *value)), "{key}");
        }
        assert_eq!(after.damaged().len(), aside.len());
        assert_eq!(after.attempts(), [answered(1, 1)]);
        perform(&store, &after.upkeep(NOW)).unwrap();
        assert!(ledger(&store).meta().is_some(), "written anew");
        assert_eq!(ledger(&store).upkeep(NOW), []);
    }

    #[test]
    fn past_months_are_folded_once_they_have_much() {
        let attempts: Vec<_> = (0..100).map(|number| answered(number, number)).collect();
        let store = kept(&attempts);
        assert_eq!(ledger(&store).upkeep(NOW), [], "a hundred are not much");
        let before = ledger(&store).backup();
        perform(&store, &ledger(&store).upkeep_beyond(50, NOW)).unwrap();
        expect!["attempt x10, block.2025-05, block.2025-06, block.2025-07, meta"]
            .assert_eq(&keys(&store));
        assert_eq!(ledger(&store).backup(), before);
        assert_eq!(ledger(&store).upkeep_beyond(0, NOW), []);
    }

    #[test]
    fn a_month_that_just_ended_is_not_past() {
        let first_of_august = Millis(1_754_006_400_000);
        let july = attempt(first_of_august.0 - 1, 1, 1, Grade::Good);
        let store = kept(&[july]);
        let week = 7 * DAY;
        let steps = |now| ledger(&store).upkeep_beyond(0, Millis(now));
        assert_eq!(steps(first_of_august.0 + week - 1), []);
        assert_eq!(steps(first_of_august.0 + week).len(), 2);
    }

    #[test]
    fn folding_may_break_off_anywhere() {
        let attempts: Vec<_> = (0..9).map(|number| answered(30 * number, number)).collect();
        let steps = ledger(&kept(&attempts)).upkeep_beyond(0, NOW);
        for done in 0..=steps.len() {
            let store = kept(&attempts);
            perform(&store, &steps[..done]).unwrap();
            assert_eq!(ledger(&store).attempts(), sorted(&attempts), "{done}");
            perform(&store, &ledger(&store).upkeep_beyond(0, NOW)).unwrap();
            assert_eq!(store.all(), folded(&attempts).all(), "{done}");
        }
    }

    #[test]
    fn two_tabs_that_fold_the_same_do_no_harm() {
        let attempts: Vec<_> = (0..9).map(|number| answered(30 * number, number)).collect();
        let store = kept(&attempts);
        let (one, mut other) = (ledger(&store), ledger(&store));
        // This one knows of an answer more.
        let late = answered(60, 99);
        perform(&store, &[adding(&late)]).unwrap();
        let step = adding(&late);
        other.take(step.key, step.to);
        perform(&store, &one.upkeep_beyond(0, NOW)).unwrap();
        perform(&store, &other.upkeep_beyond(0, NOW)).unwrap();
        let all = sorted(&[&attempts[..], &[late]].concat());
        assert_eq!(ledger(&store).attempts(), all);
        perform(&store, &ledger(&store).upkeep_beyond(0, NOW)).unwrap();
        assert_eq!(store.all(), folded(&all).all());
    }

    #[test]
    fn a_spare_copy_stands_in_for_what_was_torn() {
        let (key, value) = (
            attempt_key(&answered(1, 1).id),
            attempt_to_json(&answered(1, 1)),
        );
        let spare = format!("readback.spare.{key}");
        for torn in [None, Some("{\"v\":2,"), Some(&*value)] {
            let store = kept(&[]);
            store.set(&spare, &value);
            torn.inspect(|torn| store.set(&key, torn));
            assert_eq!(ledger(&store).attempts(), [answered(1, 1)]);
            perform(&store, &ledger(&store).upkeep(NOW)).unwrap();
            assert_eq!(store.all().get(&key), Some(&value));
            assert!(!store.all().contains_key(&spare));
            assert_eq!(ledger(&store).upkeep(NOW), []);
        }
    }

    #[test]
    fn a_block_goes_only_while_the_one_that_has_its_answers_stands() {
        let store = folded(&[answered(60, 1)]);
        let both = folded(&[answered(60, 1), answered(60, 2)]).all();
        both.iter().for_each(|(key, value)| store.set(key, value));
        let unaware = ledger(&store).upkeep(NOW);
        let of_both = both.into_keys().find(|key| key.starts_with(BLOCK_PREFIX));
        store.remove(&of_both.unwrap()).unwrap();
        assert!(perform(&store, &unaware).is_err());
        assert_eq!(ledger(&store).attempts(), [answered(60, 1)]);
    }

    #[test]
    fn a_spare_copy_goes_only_while_its_original_stands() {
        let store = kept(&[answered(1, 1)]);
        let key = attempt_key(&answered(1, 1).id);
        let value = store.all().remove(&key).unwrap();
        store.set(&format!("{SPARE_PREFIX}{key}"), &value);
        let unaware = ledger(&store).upkeep(NOW);
        store.set(&key, "torn");
        assert!(perform(&store, &unaware).is_err());
        assert_eq!(ledger(&store).attempts(), [answered(1, 1)]);
    }

    /// Answers as a diligent reader gives them: sittings of eight, one in ten typed.
    fn diligent(number: u64) -> Attempt {
        let (day, sitting) = (number / 24, number / 8);
        let chance = |of: u64| (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 7 & of;
        let at = days_ago(900).0 + day * DAY + sitting % 3 * 7_200_000 + number % 8 * 11_000;
        let began = Millis(at - number % 8 * 11_000);
        Attempt {
            id: AttemptId::new(Millis(at), u64::MAX - chance(u64::MAX)),
            at: Millis(at),
            session: SessionId::new(began, u64::MAX - sitting),
            mode: Mode::Quiz,
            of: 8,
            article: slug(&format!("an-article-with-a-name-{}", sitting % 40)),
            question: question_id(chance((1 << 48) - 1)),
            answer: match number % 10 {
                0 => Answer::Typed("the spring tide".to_owned()),
                _ => Answer::Chosen(vec![(number % 4) as usize]),
            },
            took: 2_000 + chance(8191) as u32,
            ..attempt(at, 1, 1, Grade::Good)
        }
    }

    #[test]
    fn twenty_thousand_answers_find_room() {
        let attempts: Vec<_> = (0..20_000).map(diligent).collect();
        let store = folded(&attempts);
        let ledger = ledger(&store);
        assert_eq!(ledger.facts().attempts, 20_000);
        let each = ledger.facts().units / 20_000;
        assert!(each <= 55, "{each} units for each");
    }
}

mod changes {
    use super::*;

    fn hidden() -> Hidden {
        Hidden::new(&question(7, &[0]), NOW)
    }

    #[test]
    fn a_question_is_hidden_and_asked_again() {
        let store = kept(&[]);
        let steps = ledger(&store).hide(&hidden());
        perform(&store, &steps).unwrap();
        let hiding = ledger(&store);
        assert_eq!(hiding.hidden(), [&hidden()]);
        assert!(hiding.is_hidden(&question_id(7)));
        assert_eq!(hiding.hide(&hidden()), [], "hidden already");
        perform(&store, &hiding.unhide(&question_id(7))).unwrap();
        assert_eq!(ledger(&store).hidden(), [] as [&Hidden; 0]);
    }

    #[test]
    fn choices_are_stored_once() {
        let store = kept(&[]);
        let chosen = Preferences {
            daily: 20,
            ..Preferences::default()
        };
        assert_eq!(ledger(&store).prefer(Preferences::default()), []);
        perform(&store, &ledger(&store).prefer(chosen)).unwrap();
        assert_eq!(ledger(&store).preferences(), chosen);
        assert_eq!(ledger(&store).prefer(chosen), []);
    }

    #[test]
    fn a_backup_is_called_for_after_ten_sittings() {
        let sitting = |number: u64| {
            let at = days_ago(20 - number).0;
            [1, 2].map(|question| attempt(at + question, number, question, Grade::Good))
        };
        let attempts: Vec<_> = (0..10).flat_map(sitting).collect();
        let store = kept(&attempts[..19]);
        let facts = ledger(&store).facts();
        assert_eq!((facts.finished, facts.wants_backup()), (9, false));
        perform(&store, &[adding(&attempts[19])]).unwrap();
        assert!(ledger(&store).facts().wants_backup());
        perform(&store, &ledger(&store).backed_up(days_ago(15))).unwrap();
        let facts = ledger(&store).facts();
        assert_eq!((facts.finished, facts.backup), (5, Some(days_ago(15))));
    }

    #[test]
    fn export_import_export_gives_the_same_bytes() {
        let attempts: Vec<_> = (0..9).map(|number| answered(30 * number, number)).collect();
        let store = folded(&attempts);
        perform(&store, &ledger(&store).hide(&hidden())).unwrap();
        let backup = ledger(&store).backup();
        let elsewhere = Faulty::default();
        let import = ledger(&elsewhere).import(&backup, NOW).unwrap();
        perform(&elsewhere, &import.steps).unwrap();
        assert_eq!(ledger(&elsewhere).backup(), backup);
        assert_eq!((import.new, import.hidden), (9, 1));
    }

    #[test]
    fn an_import_tells_what_it_would_add() {
        let better = |attempt: Attempt| Attempt {
            grade: Grade::Easy,
            ..attempt
        };
        let here = [
            answered(1, 1),
            answered(1, 2),
            answered(90, 3),
            answered(90, 4),
        ];
        let there = [
            better(answered(1, 1)),
            answered(1, 2),
            better(answered(90, 3)),
            answered(60, 5),
            answered(2, 6),
        ];
        let store = folded(&here);
        let backup = Backup::new(there.to_vec(), vec![hidden()]).to_json();
        let import = ledger(&store).import(&backup, NOW).unwrap();
        let counts = (import.new, import.regraded, import.known, import.hidden);
        assert_eq!(counts, (2, 2, 1, 1));
        assert_eq!(import.latest, Some(there[1].at));

        let before = store.all();
        perform(&store, &import.steps).unwrap();
        expect!["attempt x3, block.2025-05, block.2025-06, hidden, meta"].assert_eq(&keys(&store));
        let all = sorted(&[&there[..], &[answered(90, 4)]].concat());
        assert_eq!(ledger(&store).attempts(), all);
        let again = ledger(&store).import(&backup, NOW).unwrap();
        assert!(again.is_empty());
        assert_eq!(again.known, 5);

        perform(&store, &undo(&import.steps)).unwrap();
        assert_eq!(store.all(), before);
    }

    #[test]
    fn an_article_is_reset_and_comes_back() {
        let moon = |attempt: Attempt| Attempt {
            article: slug("moon"),
            ..attempt
        };
        let others = [moon(answered(1, 1)), moon(answered(90, 2))];
        let tides = [answered(1, 3), answered(90, 4), answered(60, 5)];
        let store = folded(&[&others[..], &tides].concat());
        store.set("readback.session.tides", "{}");
        store.set("readback.session.tides.2", "{}");
        store.set("readback.session.tides-of-old", "{}");
        let before = store.all();
        let steps = ledger(&store).reset(&slug("tides"));
        perform(&store, &steps).unwrap();
        assert_eq!(ledger(&store).attempts(), sorted(&others));
        expect!["attempt, block.2025-05, meta, session.tides-of-old"].assert_eq(&keys(&store));
        perform(&store, &undo(&steps)).unwrap();
        assert_eq!(store.all(), before);
    }

    #[test]
    fn a_block_that_stands_already_is_no_part_of_a_reset() {
        let moon = Attempt {
            article: slug("moon"),
            ..answered(60, 1)
        };
        let store = folded(&[answered(60, 2)]);
        folded(std::slice::from_ref(&moon))
            .all()
            .iter()
            .for_each(|(key, value)| store.set(key, value));
        let steps = ledger(&store).reset(&slug("tides"));
        perform(&store, &steps).unwrap();
        perform(&store, &undo(&steps)).unwrap();
        assert_eq!(ledger(&store).attempts(), [moon, answered(60, 2)]);
    }

    #[test]
    fn everything_is_erased_and_comes_back() {
        let store = folded(&[answered(1, 1), answered(90, 2)]);
        store.set("readback.attempt.x", "damaged");
        store.set("readback.position.tides", "3");
        store.set("other", "stays");
        let before = store.all();
        let steps = ledger(&store).erase();
        perform(&store, &steps).unwrap();
        assert_eq!(store.all().into_keys().collect::<Vec<_>>(), ["other"]);
        perform(&store, &undo(&steps)).unwrap();
        assert_eq!(store.all(), before);
    }
}

fn sorted(attempts: &[Attempt]) -> Vec<Attempt> {
    let mut attempts = attempts.to_vec();
    crate::study::settle(&mut attempts);
    attempts
}

/// Where an article was left.
mod positions {
    use super::*;

    /// What became of the first place once the second was noted.
    fn noted(first: &str, second: &Position) -> BTreeMap<String, String> {
        let store = Faulty::default();
        store.set(&second.key(), first);
        perform(&store, &ledger(&store).place(second)).unwrap();
        store.all()
    }

    #[test]
    fn a_place_is_noted_and_looked_back_upon_by_nobody() {
        let place = position(3, 5, 7);
        let mut ledger = Ledger::default();
        for step in ledger.place(&place) {
            assert!(!ledger.take(step.key, step.to));
        }
        assert_eq!(ledger.position(&slug("tides")), Some(&place));
        assert_eq!(ledger.positions().count(), 1);
        assert_eq!(ledger.place(&position(3, 5, 8)), []);
    }

    #[test]
    fn a_place_takes_the_place_of_another() {
        let later = position(9, 9, 8);
        let stored = noted(r#"{"v":1,"p":3,"f":5,"of":40,"at":7,"new":1}"#, &later);
        assert_eq!(stored, BTreeMap::from([(later.key(), later.to_json())]));
    }

    #[test]
    fn what_cannot_be_read_is_put_aside_and_what_is_newer_stays() {
        let place = position(9, 9, 8);
        let aside = aside_key(Millis(8), &place.key());
        let both = [(aside, "{".to_owned()), (place.key(), place.to_json())];
        assert_eq!(noted("{", &place), BTreeMap::from(both));
        let newer = r#"{"v":2}"#;
        let kept = BTreeMap::from([(place.key(), newer.to_owned())]);
        assert_eq!(noted(newer, &place), kept);
    }

    #[test]
    fn a_place_travels_in_a_backup_and_the_later_one_counts() {
        let store = kept(&[]);
        store.set(&position(0, 0, 0).key(), &position(20, 30, 1).to_json());
        let text = ledger(&store).backup();
        let into = |place: Option<Position>| {
            let store = kept(&[]);
            if let Some(place) = place {
                store.set(&place.key(), &place.to_json());
            }
            let import = ledger(&store).import(&text, NOW).unwrap();
            perform(&store, &import.steps).unwrap();
            let position = ledger(&store).position(&slug("tides")).cloned();
            (import.positions, position.unwrap())
        };
        assert_eq!(into(None), (1, position(20, 30, 1)));
        assert_eq!(into(Some(position(2, 3, 2))), (1, position(2, 30, 2)));
        assert_eq!(into(Some(position(2, 30, 2))), (0, position(2, 30, 2)));
    }

    #[test]
    fn a_reset_forgets_it() {
        let store = kept(&[answered(1, 1)]);
        store.set(&position(0, 0, 0).key(), &position(20, 30, 1).to_json());
        perform(&store, &ledger(&store).reset(&slug("tides"))).unwrap();
        assert_eq!(keys(&store), "meta");
    }
}

/// Two tabs over a store that fails, tears and lies at any call.
mod faults {
    use super::*;

    /// What a tab does.
    #[derive(Clone, Debug)]
    enum Deed {
        Keep {
            article: &'static str,
        },
        Regrade {
            which: Index,
            grade: Grade,
        },
        Import {
            days: Vec<u64>,
            again: Index,
        },
        Upkeep,
        Reset {
            article: &'static str,
        },
        Undo,
        /// It hears of all that the other did.
        Listen,
    }

    struct World {
        store: Faulty,
        tabs: [Ledger; 2],
        now: Millis,
        number: u64,
        /// What was acknowledged and is not to be lost.
        acknowledged: BTreeMap<AttemptId, Attempt>,
        last: Option<Undo>,
    }

    /// What can be taken back: steps, and what is to be there after it or may be gone.
    struct Undo {
        steps: Vec<Step>,
        back: Vec<Attempt>,
        gone: Vec<Attempt>,
    }

    impl World {
        fn new() -> Self {
            World {
                store: Faulty::default(),
                tabs: Default::default(),
                now: NOW,
                number: 0,
                acknowledged: BTreeMap::new(),
                last: None,
            }
        }

        fn fresh(&mut self, days: u64, article: &str) -> Attempt {
            self.number += 1;
            let at = self.now.0 - days * DAY + self.number;
            Attempt {
                article: slug(article),
                ..attempt(at, 1, self.number, Grade::Again)
            }
        }

        /// Makes steps as a tab does, and tells whether all hold.
        fn perform(&mut self, tab: usize, steps: &[Step]) -> bool {
            let outcome = perform(&self.store, steps);
            let done = outcome.map_or_else(|stopped| stopped.done, |()| steps.len());
            for step in &steps[..done] {
                self.tabs[tab].take(step.key.clone(), step.to.clone());
            }
            outcome.is_ok()
        }

        fn acknowledge(&mut self, attempts: impl IntoIterator<Item = Attempt>) {
            let attempts = attempts.into_iter();
            self.acknowledged
                .extend(attempts.map(|attempt| (attempt.id.clone(), attempt)));
        }

        fn act(&mut self, tab: usize, deed: Deed) {
            match deed {
                Deed::Keep { article } => {
                    let attempt = self.fresh(0, article);
                    if self.perform(tab, &[adding(&attempt)]) {
                        self.acknowledge([attempt]);
                    }
                }
                Deed::Regrade { which, grade } => self.regrade(tab, which, grade),
                Deed::Import { days, again } => self.import(tab, days, again),
                Deed::Upkeep => {
                    let steps = self.tabs[tab].upkeep_beyond(2, self.now);
                    self.perform(tab, &steps);
                }
                Deed::Reset { article } => self.reset(tab, &slug(article)),
                Deed::Undo => self.undo(tab),
                Deed::Listen => self.tabs[tab] = ledger(&self.store),
            }
        }

        fn any(&self, which: Index) -> Option<Attempt> {
            let all: Vec<_> = self.acknowledged.values().collect();
            (!all.is_empty()).then(|| which.get(&all).to_owned().clone())
        }

        fn regrade(&mut self, tab: usize, which: Index, grade: Grade) {
            let before = self.any(which);
            let Some(before) = before.filter(|before| grade < before.grade) else {
                return;
            };
            let after = Attempt {
                grade,
                ..before.clone()
            };
            let step = Step {
                from: Some(attempt_to_json(&before)),
                ..adding(&after)
            };
            if self.perform(tab, &[step]) {
                self.acknowledge([after]);
            }
        }

        fn import(&mut self, tab: usize, days: Vec<u64>, again: Index) {
            let new: Vec<_> = days.iter().map(|&days| self.fresh(days, "a")).collect();
            let again = self.any(again).map(|attempt| Attempt {
                grade: Grade::Easy.min(attempt.grade),
                ..attempt
            });
            let all: Vec<_> = new.iter().cloned().chain(again).collect();
            let gone = all.clone();
            let text = Backup::new(all, Vec::new()).to_json();
            let steps = self.tabs[tab].import(&text, self.now).unwrap().steps;
            let whole = self.perform(tab, &steps);
            if whole {
                self.acknowledge(new.clone());
            }
            self.last = Some(Undo {
                steps,
                back: Vec::new(),
                gone,
            });
        }

        fn reset(&mut self, tab: usize, article: &crate::article::Slug) {
            let steps = self.tabs[tab].reset(article);
            self.perform(tab, &steps);
            let about = self.acknowledged.values();
            let back: Vec<_> = about.filter(|it| it.article == *article).cloned().collect();
            self.acknowledged.retain(|_, it| it.article != *article);
            self.last = Some(Undo {
                steps,
                back,
                gone: Vec::new(),
            });
        }

        fn undo(&mut self, tab: usize) {
            let Some(last) = self.last.take() else {
                return;
            };
            for gone in &last.gone {
                self.acknowledged.remove(&gone.id);
            }
            if self.perform(tab, &undo(&last.steps)) {
                self.acknowledge(last.back);
            }
        }

        /// What was acknowledged and is not stored.
        fn lost(&self) -> Vec<&Attempt> {
            let stored = ledger(&self.store).attempts();
            let is_lost = |attempt: &&Attempt| {
                let found = stored.iter().find(|it| it.id == attempt.id);
                found.is_none_or(|it| it > attempt)
            };
            self.acknowledged.values().filter(is_lost).collect()
        }
    }

    fn any_deed() -> impl Strategy<Value = Deed> {
        let article = || select(&["a", "b"][..]);
        let days = vec(select(&[0_u64, 1, 40, 41, 70][..]), 0..4);
        prop_oneof![
            6 => article().prop_map(|article| Deed::Keep { article }),
            3 => (any::<Index>(), any_grade())
                .prop_map(|(which, grade)| Deed::Regrade { which, grade }),
            2 => (days, any::<Index>()).prop_map(|(days, again)| Deed::Import { days, again }),
            3 => Just(Deed::Upkeep),
            1 => article().prop_map(|article| Deed::Reset { article }),
            1 => Just(Deed::Undo),
            4 => Just(Deed::Listen),
        ]
    }

    /// Most calls go well.
    fn any_faults() -> impl Strategy<Value = Vec<Fault>> {
        let fault = prop_oneof![3 => Just(Fault::None), 1 => select(&Faulty::ALL[..])];
        prop_oneof![1 => Just(Vec::new()), 2 => vec(fault, 0..24)]
    }

    fn any_story() -> impl Strategy<Value = Vec<(usize, u64, Deed, Vec<Fault>)>> {
        let days = select(&[0_u64, 0, 1, 20][..]);
        vec((0..2_usize, days, any_deed(), any_faults()), 1..40)
    }

    fn play(world: &mut World, story: Vec<(usize, u64, Deed, Vec<Fault>)>) {
        for (tab, days, deed, faults) in story {
            world.now.0 += days * DAY + 1;
            world.store.plan(&faults);
            world.act(tab, deed);
        }
        world.store.plan(&[]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn no_answer_acknowledged_is_lost(story in any_story()) {
            let mut world = World::new();
            play(&mut world, story);
            prop_assert_eq!(world.lost(), Vec::<&Attempt>::new());
            // And all comes to rest in the end.
            for _ in 0..4 {
                world.now.0 += 1;
                world.act(0, Deed::Listen);
                world.act(0, Deed::Upkeep);
            }
            prop_assert_eq!(world.lost(), Vec::<&Attempt>::new());
            prop_assert_eq!(ledger(&world.store).upkeep_beyond(2, world.now), []);
        }

        #[test]
        fn a_store_that_is_full_loses_nothing(story in any_story(), room in 0..4_000_usize) {
            let mut world = World::new();
            world.store.shrink(room);
            play(&mut world, story);
            prop_assert_eq!(world.lost(), Vec::<&Attempt>::new());
        }
    }
}
