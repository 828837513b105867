//! What was found out about a word, kept for when the word comes again.
//!
//! Apart from the rules, which know nothing of it: an article says most of its words many times, and
//! stems and forms are asked for at every turn.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

/// More words than this are forgotten together, so that a long text does not fill the memory.
const MOST: usize = 20_000;

/// The results of a function of a word.
pub(super) struct Memo<V>(RefCell<FxHashMap<String, V>>);

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Memo(RefCell::default())
    }
}

impl<V: Clone> Memo<V> {
    /// What `find` gives for the word, asked only once.
    pub(super) fn get(&self, word: &str, find: impl FnOnce(&str) -> V) -> V {
        if let Some(known) = self.0.borrow().get(word) {
            return known.clone();
        }
        let found = find(word);
        let mut known = self.0.borrow_mut();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(word.to_owned(), found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_asked_about_once() {
        let memo = Memo::default();
        let mut asked = 0;
        for _ in 0..3 {
            let length = memo.get("harbour", |word| {
                asked += 1;
                word.len()
            });
            assert_eq!(length, 7);
        }
        assert_eq!(asked, 1);
    }

    #[test]
    fn many_words_are_forgotten() {
        let memo = Memo::default();
        for word in 0..=MOST {
            memo.get(&word.to_string(), str::len);
        }
        assert_eq!(memo.0.borrow().len(), 1);
    }
}
