//! Marks, as they are stored, and changes of them.
//!
//! Apart from answers, which are never changed by hand; a mark's note is, maybe in two tabs or on two
//! devices, and no text of the reader's may get lost by that.

use super::{Entry, Ledger, Reading};
use crate::study::checksum::checksum;
use crate::study::{Mark, MarkId, Step};

impl Ledger {
    /// All marks, by id, hence in the order in which they were made.
    pub fn marks(&self) -> Vec<&Mark> {
        let entries = self.entries.values();
        entries.filter_map(Entry::mark).collect()
    }

    /// The mark of that name.
    pub fn mark(&self, id: &MarkId) -> Option<&Mark> {
        self.entries.get(&Mark::key_of(id))?.mark()
    }

    /// Stores a mark, in the place of the one of its name where there is one; no step where it is
    /// there as it is, or a newer Readback has written here.
    pub fn put_mark(&self, mark: &Mark) -> Option<Step> {
        let there = self.entries.get(&mark.key());
        let step = Step {
            key: mark.key(),
            from: there.map(|entry| entry.value.clone()),
            to: Some(mark.to_json()),
        };
        (step.from != step.to && !self.is_newer()).then_some(step)
    }

    /// Removes a mark; no step where there is none, or a newer Readback has written here.
    pub fn unmark(&self, id: &MarkId) -> Option<Step> {
        let key = Mark::key_of(id);
        let entry = self.entries.get(&key)?;
        (!self.is_newer()).then(|| Step::remove(key, entry.value.clone()))
    }

    /// What adds these marks to those that are here. Of two of one name, the one that was changed
    /// later counts. Where that cannot be told, both are kept: the one that sorts first under its
    /// name, the other under one made from it; so two browsers that exchange theirs end with the same.
    pub(super) fn merging(&self, marks: &[Mark]) -> Vec<Step> {
        let steps = marks.iter().flat_map(|there| match self.mark(&there.id) {
            Some(here) if here.changed > there.changed || here == there => Vec::new(),
            Some(here) if here.changed == there.changed => {
                let other = renamed(here.max(there));
                let is_known = self.mark(&other.id).is_some();
                let other = (!is_known).then(|| self.put_mark(&other));
                let first = self.put_mark(here.min(there));
                first.into_iter().chain(other.flatten()).collect()
            }
            _ => self.put_mark(there).into_iter().collect(),
        });
        steps.collect()
    }
}

impl Entry {
    fn mark(&self) -> Option<&Mark> {
        match &self.reading {
            Reading::Mark(mark) => Some(mark),
            _ => None,
        }
    }
}

/// The same mark under a name that follows from what is in it.
fn renamed(mark: &Mark) -> Mark {
    let sum = checksum(mark.to_json().bytes());
    Mark {
        id: MarkId::new(mark.at(), u64::from_str_radix(&sum, 16).unwrap_or_default()),
        ..mark.clone()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::{Index, select};

    use super::*;
    use crate::study::ledger::tests::{NOW, ledger};
    use crate::study::sample::{any_mark, mark, slug};
    use crate::study::store::faulty::{Fault, Faulty, contents};
    use crate::study::{Backup, Millis, perform, undo};

    fn kept(marks: &[Mark]) -> Faulty {
        let store = Faulty::default();
        for mark in marks {
            store.set(&mark.key(), &mark.to_json());
        }
        store
    }

    fn noted(mark: &Mark, note: &str, at: u64) -> Mark {
        mark.with_note(note, Millis(at)).unwrap()
    }

    /// Takes in what the other has, as a backup.
    fn exchange(store: &Faulty, from: &Faulty) -> Vec<Step> {
        let backup = ledger(from).backup();
        let steps = ledger(store).import(&backup, NOW).unwrap().steps;
        perform(store, &steps).unwrap();
        steps
    }

    #[test]
    fn a_mark_is_made_changed_and_removed() {
        let (first, store) = (mark(7, ""), Faulty::default());
        let steps: Vec<_> = ledger(&store).put_mark(&first).into_iter().collect();
        perform(&store, &steps).unwrap();
        assert_eq!(ledger(&store).marks(), [&first]);
        assert_eq!(ledger(&store).put_mark(&first), None);
        let second = noted(&first, "why", 9);
        let change = ledger(&store).put_mark(&second).unwrap();
        perform(&store, std::slice::from_ref(&change)).unwrap();
        assert_eq!(ledger(&store).mark(&first.id), Some(&second));
        let gone = ledger(&store).unmark(&first.id).unwrap();
        perform(&store, std::slice::from_ref(&gone)).unwrap();
        assert_eq!(contents(&store), "");
        perform(&store, &undo(&[gone])).unwrap();
        perform(&store, &undo(&[change])).unwrap();
        assert_eq!(ledger(&store).marks(), [&first]);
    }

    #[test]
    fn a_note_changed_elsewhere_meanwhile_is_not_written_over() {
        let first = mark(7, "");
        let store = kept(std::slice::from_ref(&first));
        let (one, other) = (ledger(&store), ledger(&store));
        perform(
            &store,
            &one.put_mark(&noted(&first, "one", 8))
                .map_or(vec![], |it| vec![it]),
        )
        .unwrap();
        for step in [
            other.put_mark(&noted(&first, "other", 9)),
            other.unmark(&first.id),
        ] {
            assert!(perform(&store, &[step.unwrap()]).is_err());
        }
        assert_eq!(ledger(&store).mark(&first.id).unwrap().note, "one");
    }

    #[test]
    fn scores_are_reset_without_the_marks_and_everything_is_erased_with_them() {
        let store = kept(&[mark(7, "why")]);
        assert_eq!(ledger(&store).reset(&slug("tides")), []);
        let steps = ledger(&store).erase();
        perform(&store, &steps).unwrap();
        assert_eq!(contents(&store), "");
        perform(&store, &undo(&steps)).unwrap();
        assert_eq!(ledger(&store).marks().len(), 1);
    }

    #[test]
    fn the_first_mark_has_the_layout_noted() {
        let store = kept(&[mark(7, "")]);
        perform(&store, &ledger(&store).upkeep(NOW)).unwrap();
        assert!(ledger(&store).meta().is_some());
    }

    #[test]
    fn a_mark_torn_in_writing_comes_back_from_its_spare_copy() {
        let (first, second) = (mark(7, "one"), noted(&mark(7, "one"), "two", 9));
        let store = kept(std::slice::from_ref(&first));
        store.set(&format!("readback.spare.{}", first.key()), &first.to_json());
        store.set(&first.key(), &second.to_json()[..40]);
        assert_eq!(ledger(&store).marks(), [] as [&Mark; 0]);
        perform(&store, &ledger(&store).upkeep(NOW)).unwrap();
        assert_eq!(ledger(&store).marks(), [&first]);
    }

    #[test]
    fn of_two_versions_the_later_counts() {
        let (first, second) = (mark(7, "one"), noted(&mark(7, "one"), "two", 9));
        let (old, new) = (
            kept(std::slice::from_ref(&first)),
            kept(std::slice::from_ref(&second)),
        );
        assert_eq!(exchange(&new, &old), []);
        let steps = exchange(&old, &new);
        assert_eq!(ledger(&old).marks(), [&second]);
        perform(&old, &undo(&steps)).unwrap();
        assert_eq!(ledger(&old).marks(), [&first]);
    }

    #[test]
    fn two_versions_of_one_time_are_both_kept() {
        let versions = ["one", "two"].map(|note| noted(&mark(7, ""), note, 9));
        let [one, other] = versions.each_ref().map(|it| kept(std::slice::from_ref(it)));
        exchange(&one, &other);
        exchange(&other, &one);
        exchange(&one, &other);
        assert_eq!(contents(&one), contents(&other));
        let mut notes: Vec<_> = ledger(&one)
            .marks()
            .iter()
            .map(|it| it.note.clone())
            .collect();
        notes.sort_unstable();
        assert_eq!(notes, ["one", "two"]);
    }

    #[test]
    fn a_newer_readback_s_mark_is_left_alone() {
        let store = kept(&[mark(7, "")]);
        store.set(&mark(8, "").key(), r#"{"v":2}"#);
        assert!(ledger(&store).is_newer());
        assert_eq!(ledger(&store).put_mark(&mark(9, "")), None);
        assert_eq!(ledger(&store).unmark(&mark(7, "").id), None);
    }

    /// What a tab does with a mark, and what the other calls of the store do meanwhile.
    #[derive(Clone, Debug)]
    enum Deed {
        Make,
        Note(Index),
        Remove(Index),
        Upkeep,
        /// It hears of all that the other did.
        Listen,
    }

    fn any_story() -> impl Strategy<Value = Vec<(usize, Deed, Vec<Fault>)>> {
        let deed = prop_oneof![
            3 => Just(Deed::Make),
            4 => any::<Index>().prop_map(Deed::Note),
            1 => any::<Index>().prop_map(Deed::Remove),
            1 => Just(Deed::Upkeep),
            3 => Just(Deed::Listen),
        ];
        let fault = prop_oneof![3 => Just(Fault::None), 1 => select(&Faulty::ALL[..])];
        let faults = prop_oneof![1 => Just(Vec::new()), 2 => vec(fault, 0..24)];
        vec((0..2_usize, deed, faults), 1..30)
    }

    /// What the deed of a tab at that time would store, and under which name.
    fn wanted(tab: &Ledger, deed: &Deed, now: u64) -> Option<(MarkId, Option<Mark>)> {
        let any = |which: &Index| {
            let marks = tab.marks();
            (!marks.is_empty()).then(|| (*which.get(&marks)).clone())
        };
        match deed {
            Deed::Make => Some(mark(now, "new")).map(|it| (it.id.clone(), Some(it))),
            Deed::Note(which) => any(which).map(|it| {
                let noted = noted(&it, &format!("at {now}"), now);
                (it.id, Some(noted))
            }),
            Deed::Remove(which) => any(which).map(|it| (it.id, None)),
            Deed::Upkeep | Deed::Listen => None,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn no_note_acknowledged_is_lost(story in any_story()) {
            let store = Faulty::default();
            let mut tabs = [Ledger::default(), Ledger::default()];
            let mut acknowledged = BTreeMap::new();
            for ((tab, deed, faults), now) in story.into_iter().zip(1..) {
                let tab = &mut tabs[tab];
                let wanted = wanted(tab, &deed, now);
                let steps: Vec<_> = match (&deed, &wanted) {
                    (Deed::Listen, _) => {
                        *tab = ledger(&store);
                        continue;
                    }
                    (_, Some((_, Some(mark)))) => tab.put_mark(mark).into_iter().collect(),
                    (_, Some((id, None))) => tab.unmark(id).into_iter().collect(),
                    _ => tab.upkeep(Millis(now)),
                };
                store.plan(&faults);
                let outcome = perform(&store, &steps);
                store.plan(&[]);
                let done = outcome.map_or_else(|stopped| stopped.done, |()| steps.len());
                for step in &steps[..done] {
                    tab.take(step.key.clone(), step.to.clone());
                }
                match (outcome, wanted) {
                    (Ok(()), Some((id, Some(mark)))) => drop(acknowledged.insert(id, mark)),
                    // Also one that failed may be done.
                    (_, Some((id, None))) => drop(acknowledged.remove(&id)),
                    _ => {}
                }
            }
            for now in 100..104 {
                perform(&store, &ledger(&store).upkeep(Millis(now))).unwrap();
            }
            let stored = ledger(&store);
            for mark in acknowledged.values() {
                // Or what was to take its place, and is there though that was said to fail.
                let is_kept = |there: &&Mark| *there == mark || there.changed > mark.changed;
                prop_assert!(stored.mark(&mark.id).is_some_and(|there| is_kept(&there)));
            }
        }
    }

    proptest! {
        #[test]
        fn export_import_export_gives_the_same_bytes(
            marks in vec(any_mark(), 0..8)
        ) {
            let (store, elsewhere) = (kept(&marks), Faulty::default());
            exchange(&elsewhere, &store);
            prop_assert_eq!(ledger(&elsewhere).backup(), ledger(&store).backup());
            let backup = Backup::new(Vec::new(), Vec::new()).with_marks(marks).to_json();
            let again = Backup::from_json(&backup).map(|backup| backup.to_json());
            prop_assert_eq!(again, Ok(backup));
        }
    }
}
