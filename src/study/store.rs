//! Changes to what is stored, so that no fault of a store loses what was there.
//!
//! Apart from what is stored and from the browser: here are keys, values and a store that may refuse,
//! tear or lie at any call.

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

/// Steps that could not all be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped<E> {
    /// How many were, from the first on.
    pub done: usize,
    /// What kept the next one from being made; `None` where the key had another value.
    pub why: Option<E>,
}

/// Makes the changes.
///
/// # Errors
/// Where one could not be made.
pub fn perform<S: Store>(store: &S, steps: &[Step]) -> Result<(), Stopped<S::Error>> {
    for (done, step) in steps.iter().enumerate() {
        let stop = |why| Stopped { done, why };
        let made = match &step.to {
            Some(value) => store.write(&step.key, value),
            None => store.remove(&step.key),
        };
        made.map_err(|why| stop(Some(why)))?;
    }
    Ok(())
}
