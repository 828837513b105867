//! Changes to what is stored, so that no fault of a store loses what was there.
//!
//! Apart from what is stored and from the browser: here are keys, values and a store that may refuse,
//! tear or lie at any call.

#[cfg(test)]
pub(super) mod faulty;

/// Keys with values, any call of which may fail.
pub trait Store {
    /// Why a call failed.
    type Error;

    /// The value of the key, if it has one.
    fn read(&self, key: &str) -> Result<Option<String>, Self::Error>;

    /// Writes a value over whatever stood there.
    fn write(&self, key: &str, value: &str) -> Result<(), Self::Error>;

    /// Removes the value, if it is there.
    fn remove(&self, key: &str) -> Result<(), Self::Error>;
}

/// One change, made only where the key still has the value `from`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The whole key.
    pub key: String,
    /// The value that is to be there before; `None` where there is to be none.
    pub from: Option<String>,
    /// The value afterwards; `None` removes it.
    pub to: Option<String>,
}

/// Steps that were not all made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped<E> {
    /// How many hold: the first so many.
    pub done: usize,
    /// Why the next one does not.
    pub why: Why<E>,
}

/// Why a step was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why<E> {
    /// The key has another value by now, which was left alone.
    Changed,
    /// The store took the value and does not have it.
    NotKept,
    /// The store failed.
    Failed(E),
}

/// What the key of a spare copy begins with, before the whole key of what it is a copy of. It
/// stands while that is written over, and stays where that went wrong.
pub const SPARE_PREFIX: &str = "readback.spare.";

impl Step {
    /// Stores a value where there is none.
    pub fn add(key: String, value: String) -> Self {
        Step {
            key,
            from: None,
            to: Some(value),
        }
    }

    /// Changes nothing; the steps after it are made only where this value stands.
    pub fn look(key: String, value: String) -> Self {
        Step {
            key,
            from: Some(value.clone()),
            to: Some(value),
        }
    }

    /// Removes this value.
    pub fn remove(key: String, value: String) -> Self {
        Step {
            key,
            from: Some(value),
            to: None,
        }
    }
}

/// Makes the steps, one after the other, until one cannot be made. A step that was made already is
/// made. A step that fails leaves what was there: where the store fails even at that, in a
/// spare copy.
///
/// # Errors
/// How many steps hold, and why there are no more.
pub fn perform<S: Store>(store: &S, steps: &[Step]) -> Result<(), Stopped<S::Error>> {
    for (done, step) in steps.iter().enumerate() {
        make(store, step).map_err(|why| Stopped { done, why })?;
    }
    Ok(())
}

/// The steps that take these back. They are all of them to be taken back, also where they were
/// stopped: what went wrong half way is mended so, and what was not made stays as it is. What was
/// there already before a step was made goes with it.
pub fn undo(steps: &[Step]) -> Vec<Step> {
    let inverse = |step: &Step| Step {
        key: step.key.clone(),
        from: step.to.clone(),
        to: step.from.clone(),
    };
    let changes = steps.iter().filter(|step| step.from != step.to);
    changes.rev().map(inverse).collect()
}

fn make<S: Store>(store: &S, step: &Step) -> Result<(), Why<S::Error>> {
    let there = store.read(&step.key).map_err(Why::Failed)?;
    if there == step.to {
        return Ok(());
    }
    if there != step.from {
        return Err(Why::Changed);
    }
    let (Some(from), Some(_)) = (&step.from, &step.to) else {
        return put(store, step);
    };
    let spare = Step::add(SPARE_PREFIX.to_owned() + &step.key, from.clone());
    put(store, &spare)?;
    put(store, step)?;
    // One that stays does no harm.
    let _ = store.remove(&spare.key);
    Ok(())
}

/// Puts a value in the place of another, and looks whether it is there; if not, puts the other
/// back.
fn put<S: Store>(store: &S, step: &Step) -> Result<(), Why<S::Error>> {
    let outcome = set(store, &step.key, &step.to);
    match store.read(&step.key) {
        Ok(there) if there == step.to => return Ok(()),
        Ok(there) if there == step.from => {}
        _ => {
            let _ = set(store, &step.key, &step.from);
        }
    }
    Err(outcome.err().map_or(Why::NotKept, Why::Failed))
}

fn set<S: Store>(store: &S, key: &str, value: &Option<String>) -> Result<(), S::Error> {
    match value {
        Some(value) => store.write(key, value),
        None => store.remove(key),
    }
}

#[cfg(test)]
mod tests {
    use super::faulty::{Fault, Faulty, contents};
    use super::*;

    fn step(key: &str, from: Option<&str>, to: Option<&str>) -> Step {
        Step {
            key: key.to_owned(),
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
        }
    }

    fn steps() -> Vec<Step> {
        vec![
            step("new", None, Some("value")),
            step("changed", Some("before"), Some("after")),
            step("gone", Some("old"), None),
        ]
    }

    fn store() -> Faulty {
        Faulty::with(&[("changed", "before"), ("gone", "old")])
    }

    #[test]
    fn steps_are_made_once_and_taken_back() {
        let store = store();
        assert_eq!(perform(&store, &steps()), Ok(()));
        assert_eq!(contents(&store), "changed=after new=value");
        assert_eq!(perform(&store, &steps()), Ok(()), "made again");
        assert_eq!(perform(&store, &undo(&steps())), Ok(()));
        assert_eq!(contents(&store), "changed=before gone=old");
    }

    #[test]
    fn what_changed_meanwhile_is_left_alone() {
        let store = Faulty::with(&[("changed", "otherwise"), ("gone", "old")]);
        let stopped = Stopped {
            done: 1,
            why: Why::Changed,
        };
        assert_eq!(perform(&store, &steps()), Err(stopped));
        assert_eq!(contents(&store), "changed=otherwise gone=old new=value");
        let stopped = Stopped { done: 1, ..stopped };
        assert_eq!(perform(&store, &undo(&steps())), Err(stopped));
        assert_eq!(contents(&store), "changed=otherwise gone=old new=value");
    }

    #[track_caller]
    fn check_fault(fault: Fault, why: Why<&'static str>) {
        for only in [0, 1, 2] {
            let step = &steps()[only..=only];
            let store = store();
            // The first change after the first reading.
            store.plan(&[Fault::None, fault]);
            let before = contents(&store);
            assert_eq!(perform(&store, step), Err(Stopped { done: 0, why }));
            assert_eq!(contents(&store), before, "{fault:?} at {only}");
        }
    }

    #[test]
    fn a_change_that_fails_leaves_what_was_there() {
        check_fault(Fault::Fail, Why::Failed("failed"));
        check_fault(Fault::Lie, Why::NotKept);
    }

    #[test]
    fn a_value_torn_in_writing_is_put_back() {
        let store = store();
        // Reading, the spare copy written and read, and then the value.
        store.plan(&[Fault::None, Fault::None, Fault::None, Fault::Tear]);
        let stopped = perform(&store, &steps()[1..]).unwrap_err();
        assert_eq!(stopped.why, Why::NotKept);
        assert_eq!(
            contents(&store),
            "changed=before gone=old readback.spare.changed=before"
        );
        assert_eq!(perform(&store, &steps()), Ok(()), "made again");
        assert_eq!(contents(&store), "changed=after new=value");
    }

    #[test]
    fn where_nothing_can_be_put_back_a_spare_copy_stays() {
        let store = store();
        let torn = [Fault::None, Fault::None, Fault::None, Fault::Tear];
        store.plan(&[&torn[..], &[Fault::None, Fault::Fail]].concat());
        assert!(perform(&store, &steps()[1..]).is_err());
        assert_eq!(
            contents(&store),
            "changed=af gone=old readback.spare.changed=before"
        );
    }

    #[test]
    fn what_is_stored_after_all_is_made() {
        let store = store();
        store.plan(&[Fault::None, Fault::Late]);
        assert_eq!(perform(&store, &steps()[..1]), Ok(()));
        assert_eq!(store.read("new"), Ok(Some("value".to_owned())));
    }

    #[test]
    fn a_full_store_keeps_what_it_has() {
        let store = store();
        store.shrink(30);
        let stopped = perform(&store, &steps()).unwrap_err();
        assert_eq!((stopped.done, stopped.why), (1, Why::Failed("full")));
        assert_eq!(contents(&store), "changed=before gone=old new=value");
    }
}
