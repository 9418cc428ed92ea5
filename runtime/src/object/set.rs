//! Sets: CPython's table, slot for slot, so that they are gone through in its order (`Objects/setobject.c`).

use super::Object;
use super::hash::hash;
use super::index::{Index, State};
use super::item::{Item, decode};
use crate::error::{Error, Result};
use std::rc::Rc;

/// Slots that are looked at in a row.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const LEAST: usize = 8;
/// Sets with more elements grow more slowly.
const LARGE: usize = 50_000;

/// The slots of a hash, in the order of search, for ever.
fn probes(hash: i64, mask: usize) -> impl Iterator<Item = usize> {
    let mut perturb = hash as usize;
    let mut at = perturb & mask;
    let mut run = 0;
    std::iter::from_fn(move || {
        let last = if at + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
        let slot = at + run;
        run += 1;
        if run > last {
            run = 0;
            perturb >>= PERTURB_SHIFT;
            at = at.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb) & mask;
        }
        Some(slot)
    })
}

impl Object {
    pub(super) fn find_in_set(&self, key: &Item, hash: i64) -> Result<Option<usize>> {
        let index = self.index.borrow();
        let Some(index) = index.as_ref().filter(|index| !index.states.is_empty()) else { return Ok(None) };
        for slot in probes(hash, index.states.len() - 1) {
            match index.states[slot] {
                State::Empty => return Ok(None),
                State::Live if index.hashes[slot] == hash && self.key_is(slot, key)? => return Ok(Some(slot)),
                _ => {}
            }
        }
        Ok(None)
    }

    /// Adds an element that is not there.
    pub(super) fn add_to_set(&self, words: &[u64], hash: i64) -> Result<usize> {
        let mut slot = self.index.borrow_mut();
        let index = slot.get_or_insert_default();
        if index.states.is_empty() {
            self.resize(index, 0);
        }
        let at = first_empty(index, hash)?;
        self.occupy(index, at, words, hash);
        index.fill += 1;
        index.used += 1;
        self.show_length(index.used);
        if index.fill * 5 < (index.states.len() - 1) * 3 {
            return Ok(at);
        }
        let wanted = if index.used > LARGE { index.used * 2 } else { index.used * 4 };
        self.resize(index, wanted);
        drop(slot);
        let key = decode(&self.shape.key, words);
        self.find_in_set(&key, hash)?.ok_or_else(|| Error::internal("a set lost an element"))
    }

    fn occupy(&self, index: &mut Index, slot: usize, words: &[u64], hash: i64) {
        let width = self.width();
        index.states[slot] = State::Live;
        index.hashes[slot] = hash;
        self.rows.borrow_mut().words[slot * width..(slot + 1) * width].copy_from_slice(words);
    }

    fn show_length(&self, used: usize) {
        self.change(|_| ((), used));
    }

    /// A table for more than `least` elements, the elements in it in the order of the old one.
    fn resize(&self, index: &mut Index, least: usize) {
        let mut size = LEAST;
        while size <= least {
            size *= 2;
        }
        let width = self.width();
        let old = std::mem::replace(&mut self.rows.borrow_mut().words, vec![0; size * width]);
        let states = std::mem::replace(&mut index.states, vec![State::Empty; size]);
        let hashes = std::mem::replace(&mut index.hashes, vec![0; size]);
        for (slot, _) in states.iter().enumerate().filter(|(_, state)| **state == State::Live) {
            if let Ok(at) = first_empty(index, hashes[slot]) {
                self.occupy(index, at, &old[slot * width..(slot + 1) * width], hashes[slot]);
            }
        }
        index.fill = index.used;
        self.show_length(index.used);
    }

    /// Adds what another set (or the keys of a dict) holds, as `set.update` does.
    pub fn merge_set(&self, other: &Object) -> Result<()> {
        if std::ptr::eq(self, other) || other.is_empty() {
            return Ok(());
        }
        let is_set = other.kind.is_set();
        self.make_room(other.len());
        if is_set && self.copied_table(other) {
            return Ok(());
        }
        for row in other.live_rows() {
            let words = other.row(row);
            self.add_shared(&words[..other.shape.key_words])?;
        }
        Ok(())
    }

    fn make_room(&self, more: usize) {
        let mut slot = self.index.borrow_mut();
        let index = slot.get_or_insert_default();
        if index.states.is_empty() {
            self.resize(index, 0);
        }
        if (index.fill + more) * 5 >= (index.states.len() - 1) * 3 {
            let wanted = (index.used + more) * 2;
            self.resize(index, wanted);
        }
    }

    /// An empty set takes over a table of its size without removed elements as it is.
    fn copied_table(&self, other: &Object) -> bool {
        let theirs = other.index.borrow();
        let mut mine = self.index.borrow_mut();
        let (Some(from), Some(to)) = (theirs.as_ref(), mine.as_mut()) else { return false };
        if to.fill > 0 || to.states.len() != from.states.len() || from.fill != from.used {
            return false;
        }
        to.states.clone_from(&from.states);
        to.hashes.clone_from(&from.hashes);
        (to.fill, to.used) = (from.fill, from.used);
        let words = other.rows.borrow().words.clone();
        self.share_words(&words);
        let used = to.used;
        self.change(|rows| {
            rows.words = words;
            ((), used)
        });
        true
    }

    /// Adds an element that another object owns.
    pub fn add_shared(&self, words: &[u64]) -> Result<()> {
        let key = decode(&self.shape.key, words);
        let hash = hash(&key)?;
        if self.find_hashed(&key, hash)?.is_none() {
            self.share_words(words);
            self.put(words)?;
        }
        Ok(())
    }

    /// Takes an element out, as `set.pop` chooses it, and gives its slot.
    pub fn popped_slot(&self) -> Option<usize> {
        let mut slot = self.index.borrow_mut();
        let index = slot.as_mut().filter(|index| index.used > 0)?;
        let first = index.finger & (index.states.len() - 1);
        let at = index.next(first).or_else(|| index.next(0))?;
        index.finger = at + 1;
        Some(at)
    }

    /// `a | b`, `a & b`, `a - b`, `a ^ b`.
    pub fn combined(&self, other: &Object, operator: &str) -> Result<Rc<Object>> {
        let result = self.like();
        match operator {
            "|" => {
                result.merge_set(self)?;
                result.merge_set(other)?;
            }
            "&" => {
                let (walked, looked) = if other.len() > self.len() { (self, other) } else { (other, self) };
                result.add_where(walked, looked, true)?;
            }
            "-" if self.len() >> 2 > other.len() => {
                result.merge_set(self)?;
                result.remove_all(other)?;
            }
            "-" => result.add_where(self, other, false)?,
            "^" => {
                result.merge_set(other)?;
                result.toggle_all(self)?;
            }
            _ => return Err(Error::internal(format!("sets have no operator {operator}"))),
        }
        Ok(result)
    }

    fn add_where(&self, walked: &Object, looked: &Object, wanted: bool) -> Result<()> {
        for row in walked.live_rows() {
            let words = walked.row(row);
            if looked.find(&decode(&walked.shape.key, &words))?.is_some() == wanted {
                self.add_shared(&words)?;
            }
        }
        Ok(())
    }

    /// `difference_update`.
    pub fn remove_all(&self, other: &Object) -> Result<()> {
        if std::ptr::eq(self, other) {
            self.clear();
            return Ok(());
        }
        for row in other.live_rows() {
            let words = other.row(row);
            if let Some(at) = self.find(&decode(&other.shape.key, &words))? {
                self.remove_entry(at);
            }
        }
        Ok(())
    }

    /// `symmetric_difference_update`.
    pub fn toggle_all(&self, other: &Object) -> Result<()> {
        if std::ptr::eq(self, other) {
            self.clear();
            return Ok(());
        }
        for row in other.live_rows() {
            let words = other.row(row);
            match self.find(&decode(&other.shape.key, &words))? {
                Some(at) => self.remove_entry(at),
                None => self.add_shared(&words[..other.shape.key_words])?,
            }
        }
        Ok(())
    }

    /// `intersection_update`: the elements of the intersection take the place of all.
    pub fn swap_with(&self, other: &Object) {
        std::mem::swap(&mut *self.index.borrow_mut(), &mut *other.index.borrow_mut());
        let (mine, theirs) = (self.len(), other.len());
        self.change(|rows| (std::mem::swap(rows, &mut other.rows.borrow_mut()), theirs));
        other.change(|_| ((), mine));
    }

    /// Whether all elements are in another set.
    pub fn is_subset(&self, other: &Object) -> Result<bool> {
        for row in self.live_rows() {
            let words = self.row(row);
            if other.find(&decode(&self.shape.key, &words))?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn first_empty(index: &Index, hash: i64) -> Result<usize> {
    let found = probes(hash, index.states.len() - 1).find(|&slot| index.states[slot] == State::Empty);
    found.ok_or_else(|| Error::internal("a set has no free slot"))
}
