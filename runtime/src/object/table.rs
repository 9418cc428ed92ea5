//! Dicts: entries in the order of insertion, found by the hash of the key.

use super::compare::equal;
use super::hash::hash;
use super::index::{Index, State};
use super::item::{Item, decode};
use super::repr::repr;
use super::{Kind, Object};
use crate::error::{Error, Result};

impl Object {
    /// The entry of a key in a dict or set.
    pub fn find(&self, key: &Item) -> Result<Option<usize>> {
        let hash = hash(key)?;
        self.find_hashed(key, hash)
    }

    /// As [`Object::find`], the hash known.
    pub fn find_hashed(&self, key: &Item, hash: i64) -> Result<Option<usize>> {
        if self.kind.is_set() {
            return self.find_in_set(key, hash);
        }
        let index = self.index.borrow();
        let Some(index) = index.as_ref() else { return Err(Error::internal("an object without keys is searched")) };
        for row in index.candidates(hash) {
            if self.key_is(row, key)? {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// Whether a row has this key.
    pub fn key_is(&self, row: usize, key: &Item) -> Result<bool> {
        let rows = self.rows.borrow();
        let first = rows.start + row * self.width();
        equal(&decode(&self.shape.key, &rows.words[first..first + self.shape.key_words]), key)
    }

    /// The entry of a key that must be there.
    ///
    /// # Errors
    /// `KeyError`.
    pub fn must_find(&self, key: &Item) -> Result<usize> {
        match self.find(key)? {
            Some(row) => Ok(row),
            None => Err(Error::new("KeyError", repr(key)?)),
        }
    }

    /// The first live row from a row on; of lists any row.
    pub fn next_row(&self, from: usize) -> Option<usize> {
        match self.index.borrow().as_ref() {
            Some(index) => index.next(from),
            None => Some(from).filter(|&row| row < self.len()),
        }
    }

    /// All live rows, in order.
    pub fn live_rows(&self) -> Vec<usize> {
        let mut rows = Vec::with_capacity(self.len());
        let mut at = 0;
        while let Some(row) = self.next_row(at) {
            rows.push(row);
            at = row + 1;
        }
        rows
    }

    /// The last live row of a dict.
    pub fn last_row(&self) -> Option<usize> {
        match self.index.borrow().as_ref() {
            Some(index) => index.last(),
            None => self.len().checked_sub(1),
        }
    }

    /// Makes an entry, or replaces the value of one, and gives its row. The words of handles are owned by the object from now on.
    pub fn put(&self, words: &[u64]) -> Result<usize> {
        let key = decode(&self.shape.key, &words[..self.shape.key_words]);
        let hash = hash(&key)?;
        if let Some(row) = self.find_hashed(&key, hash)? {
            // The key stays as it was first given.
            let old = self.replace(row, self.shape.key_words, &words[self.shape.key_words..]);
            self.drop_part(self.shape.key_words, &old);
            self.drop_part(0, &words[..self.shape.key_words]);
            return Ok(row);
        }
        if self.kind.is_set() {
            return self.add_to_set(words, hash);
        }
        Ok(self.append_entry(words, hash))
    }

    fn append_entry(&self, words: &[u64], hash: i64) -> usize {
        let mut slot = self.index.borrow_mut();
        let index = slot.get_or_insert_default();
        if (index.fill + 1) * 2 > index.slots.len() {
            self.compact(index);
            index.spread((index.fill + 1) * 2);
        }
        let row = index.hashes.len();
        index.hashes.push(hash);
        index.states.push(State::Live);
        index.place(row);
        index.fill += 1;
        index.used += 1;
        let used = index.used;
        self.change(|rows| {
            rows.words.extend_from_slice(words);
            ((), used)
        });
        row
    }

    /// Takes the rows of removed entries out.
    fn compact(&self, index: &mut Index) {
        if index.used == index.fill {
            return;
        }
        let width = self.width();
        let live: Vec<usize> = (0..index.states.len()).filter(|&row| index.states[row] == State::Live).collect();
        let used = index.used;
        self.change(|rows| {
            let words: Vec<u64> =
                live.iter().flat_map(|&row| &rows.words[row * width..(row + 1) * width]).copied().collect();
            rows.words = words;
            ((), used)
        });
        index.hashes = live.iter().map(|&row| index.hashes[row]).collect();
        index.states = vec![State::Live; live.len()];
        index.fill = live.len();
    }

    /// Replaces leaves of a row; gives the old ones.
    pub fn replace(&self, row: usize, first: usize, words: &[u64]) -> Vec<u64> {
        let mut rows = self.rows.borrow_mut();
        let at = rows.start + row * self.width() + first;
        let place = &mut rows.words[at..at + words.len()];
        let old = place.to_vec();
        place.copy_from_slice(words);
        old
    }

    /// Gives up the handles in a part of a row.
    pub fn drop_part(&self, first: usize, words: &[u64]) {
        for (at, &bits) in words.iter().enumerate() {
            // SAFETY: the words were owned, and are no longer in the object.
            unsafe { super::drop_word(self.shape.words[first + at], bits) }
        }
    }

    /// Removes an entry that is there.
    pub fn remove_entry(&self, row: usize) {
        let old = {
            let mut slot = self.index.borrow_mut();
            let index = slot.get_or_insert_default();
            index.states[row] = State::Gone;
            index.used -= 1;
            let used = index.used;
            let width = self.width();
            self.change(|rows| {
                let at = row * width;
                let old = rows.words[at..at + width].to_vec();
                rows.words[at..at + width].fill(0);
                (old, used)
            })
        };
        self.drop_words(&old);
    }

    /// Removes all rows.
    pub fn clear(&self) {
        if let Some(index) = self.index.borrow_mut().as_mut() {
            *index = Index::default();
        }
        let old = self.change(|rows| {
            let start = std::mem::take(&mut rows.start);
            let words = std::mem::take(&mut rows.words);
            ((start, words), 0)
        });
        self.drop_words(&old.1[old.0..]);
    }

    /// Python's name of the type.
    pub fn type_name(&self) -> &str {
        match (&self.kind, &self.shape.key) {
            (Kind::List, _) => "list",
            (Kind::Deque, _) => "collections.deque",
            (Kind::Dict, _) => "dict",
            (Kind::Set, _) => "set",
            (Kind::Tuple, _) => "tuple",
            (Kind::FrozenSet, _) => "frozenset",
            (Kind::Cell, _) => "cell",
            (_, super::shape::Form::Record(name, _)) => name,
            _ => "object",
        }
    }
}
