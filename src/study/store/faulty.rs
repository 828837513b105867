//! A store that fails as it is told to.
//!
//! Apart from the tests, because those of what is stored need it too.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};

use super::Store;

/// What goes wrong at a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::study) enum Fault {
    /// Nothing.
    None,
    /// It says so and does nothing.
    Fail,
    /// It says that it is done and does nothing.
    Lie,
    /// Half of the value is written, and all said to be done.
    Tear,
    /// Half of the value is written, and nothing said to be done.
    TearAndFail,
    /// It says that it failed, and is done.
    Late,
}

/// A store in memory, whose next calls have the faults planned for them.
#[derive(Default)]
pub(in crate::study) struct Faulty {
    values: RefCell<BTreeMap<String, String>>,
    faults: RefCell<VecDeque<Fault>>,
    room: Cell<Option<usize>>,
}

impl Faulty {
    pub(in crate::study) const ALL: [Fault; 6] = [
        Fault::None,
        Fault::Fail,
        Fault::Lie,
        Fault::Tear,
        Fault::TearAndFail,
        Fault::Late,
    ];

    pub(in crate::study) fn with(values: &[(&str, &str)]) -> Self {
        let store = Faulty::default();
        for (key, value) in values {
            store.set(key, value);
        }
        store
    }

    /// The faults of the next calls, in order; none after that.
    pub(in crate::study) fn plan(&self, faults: &[Fault]) {
        self.faults.replace(faults.iter().copied().collect());
    }

    /// Leaves room for so many units of UTF-16 in all.
    pub(in crate::study) fn shrink(&self, room: usize) {
        self.room.set(Some(room));
    }

    /// All keys with their values, without faults.
    pub(in crate::study) fn all(&self) -> BTreeMap<String, String> {
        self.values.borrow().clone()
    }

    /// As another program would, or a fault of the disk.
    pub(in crate::study) fn set(&self, key: &str, value: &str) {
        self.values.borrow_mut().insert(key.into(), value.into());
    }

    fn fault(&self) -> Fault {
        self.faults.borrow_mut().pop_front().unwrap_or(Fault::None)
    }

    fn is_full(&self, key: &str, value: &str) -> bool {
        let Some(room) = self.room.get() else {
            return false;
        };
        let values = self.values.borrow();
        let units = |text: &str| text.encode_utf16().count();
        let others = values.iter().filter(|(other, _)| *other != key);
        let used: usize = others.map(|(key, value)| units(key) + units(value)).sum();
        used + units(key) + units(value) > room
    }
}

impl Store for Faulty {
    type Error = &'static str;

    fn read(&self, key: &str) -> Result<Option<String>, Self::Error> {
        match self.fault() {
            Fault::Fail => Err("failed"),
            _ => Ok(self.values.borrow().get(key).cloned()),
        }
    }

    fn write(&self, key: &str, value: &str) -> Result<(), Self::Error> {
        if self.is_full(key, value) {
            return Err("full");
        }
        let half = value.chars().count() / 2;
        let torn: String = value.chars().take(half).collect();
        match self.fault() {
            Fault::Fail => return Err("failed"),
            Fault::Lie => {}
            Fault::Tear => self.set(key, &torn),
            Fault::None => self.set(key, value),
            fault => {
                let late = fault == Fault::Late;
                self.set(key, if late { value } else { &torn });
                return Err("failed");
            }
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Self::Error> {
        let fault = self.fault();
        if matches!(fault, Fault::None | Fault::Late) {
            self.values.borrow_mut().remove(key);
        }
        match fault {
            Fault::None | Fault::Lie | Fault::Tear => Ok(()),
            _ => Err("failed"),
        }
    }
}

/// All that a store has, in one line.
pub(in crate::study) fn contents(store: &Faulty) -> String {
    let values = store.all();
    let entries = values.iter().map(|(key, value)| format!("{key}={value}"));
    entries.collect::<Vec<_>>().join(" ")
}
