//! Lists and deques: rows in order.

use super::compare::equal;
use super::item::{Item, decode};
use super::{Kind, Object};
use crate::error::{Error, Result};
use std::rc::Rc;

/// A slice, its bounds clipped: the first row, how many, and the step.
#[derive(Clone, Copy)]
pub struct Slice {
    pub first: i64,
    pub count: usize,
    pub step: i64,
}

impl Slice {
    /// Python's `slice.indices`; bits 0, 1 and 2 of `given` say which of start, stop and step there are.
    pub fn of(bounds: [i64; 3], given: i64, len: usize) -> Result<Slice> {
        let len = len as i64;
        let step = if given & 4 != 0 { bounds[2] } else { 1 };
        if step == 0 {
            return Err(Error::value("slice step cannot be zero"));
        }
        let (low, high) = if step > 0 { (0, len) } else { (-1, len - 1) };
        let clip = |bound: i64| (if bound < 0 { bound.saturating_add(len) } else { bound }).clamp(low, high);
        let (from, to) = if step > 0 { (low, high) } else { (high, low) };
        let first = if given & 1 != 0 { clip(bounds[0]) } else { from };
        let stop = if given & 2 != 0 { clip(bounds[1]) } else { to };
        let span = if step > 0 { stop - first } else { first - stop };
        let count = if span <= 0 { 0 } else { (span - 1) / step.saturating_abs() + 1 };
        Ok(Slice { first, count: count as usize, step })
    }

    fn rows(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |at| (self.first + at * self.step) as usize)
    }
}

impl Object {
    /// Appends a row whose handles the object owns from now on.
    pub fn push(&self, words: &[u64]) {
        let len = self.len() + 1;
        self.change(|rows| {
            rows.words.extend_from_slice(words);
            ((), len)
        });
        if len as i64 > self.limit.get() {
            self.remove_rows(0, 1);
        }
    }

    /// Puts a row before the first.
    pub fn push_front(&self, words: &[u64]) {
        let (width, len) = (self.width(), self.len() + 1);
        self.change(|rows| {
            if rows.start < width {
                let room = (rows.words.len() - rows.start).max(8 * width);
                rows.words.splice(0..0, std::iter::repeat_n(0, room));
                rows.start += room;
            }
            rows.start -= width;
            let start = rows.start;
            rows.words[start..start + width].copy_from_slice(words);
            ((), len)
        });
        if len as i64 > self.limit.get() {
            self.remove_rows(len - 1, 1);
        }
    }

    /// Puts rows at a place that exists.
    pub fn insert_rows(&self, at: usize, words: &[u64], count: usize) {
        let (width, len) = (self.width(), self.len() + count);
        self.change(|rows| {
            let place = rows.start + at * width;
            rows.words.splice(place..place, words.iter().copied());
            ((), len)
        });
    }

    /// Removes rows that are there.
    pub fn remove_rows(&self, at: usize, count: usize) {
        let (width, len) = (self.width(), self.len() - count);
        let old: Vec<u64> = self.change(|rows| {
            let first = rows.start + at * width;
            if at == 0 && len > 0 {
                let old = rows.words[first..first + count * width].to_vec();
                rows.start += count * width;
                if rows.start > rows.words.len() / 2 + 64 * width {
                    rows.words.drain(..rows.start);
                    rows.start = 0;
                }
                return (old, len);
            }
            (rows.words.drain(first..first + count * width).collect(), len)
        });
        self.drop_words(&old);
    }

    /// All words of all rows.
    pub fn all_words(&self) -> Vec<u64> {
        let rows = self.rows.borrow();
        rows.words[rows.start..].to_vec()
    }

    /// Appends the rows of another, which may be the same.
    pub fn extend(&self, other: &Object) {
        let (words, count) = (other.all_words(), other.len());
        self.share_words(&words);
        let len = self.len() + count;
        self.change(|rows| {
            rows.words.extend_from_slice(&words);
            ((), len)
        });
        let over = (len as i64).saturating_sub(self.limit.get());
        if over > 0 {
            self.remove_rows(0, over as usize);
        }
    }

    /// The rows `times` times over, in a fresh object.
    pub fn repeated(&self, times: i64) -> Rc<Object> {
        let fresh = self.like();
        for _ in 0..times.max(0) {
            fresh.extend(self);
        }
        fresh
    }

    /// Some rows, in a fresh object.
    pub fn sliced(&self, slice: Slice) -> Rc<Object> {
        let fresh = self.like();
        for row in slice.rows() {
            let words = self.row(row);
            self.share_words(&words);
            fresh.push(&words);
        }
        fresh
    }

    /// `x[slice] = other`.
    pub fn assign_slice(&self, slice: Slice, other: &Object) -> Result<()> {
        let (words, count) = (other.all_words(), other.len());
        if slice.step == 1 {
            self.share_words(&words);
            self.remove_rows_plainly(slice.first as usize, slice.count);
            self.insert_rows(slice.first as usize, &words, count);
            return Ok(());
        }
        if count != slice.count {
            let message =
                format!("attempt to assign sequence of size {count} to extended slice of size {}", slice.count);
            return Err(Error::value(message));
        }
        self.share_words(&words);
        let width = self.width();
        for (at, row) in slice.rows().enumerate() {
            let old = self.replace(row, 0, &words[at * width..(at + 1) * width]);
            self.drop_words(&old);
        }
        Ok(())
    }

    fn remove_rows_plainly(&self, at: usize, count: usize) {
        if count > 0 {
            self.remove_rows(at, count);
        }
    }

    /// `del x[slice]`.
    pub fn remove_slice(&self, slice: Slice) {
        let mut rows: Vec<usize> = slice.rows().collect();
        rows.sort_unstable();
        for row in rows.into_iter().rev() {
            self.remove_rows(row, 1);
        }
    }

    /// The first row from `start` to `stop` that equals a value.
    pub fn position(&self, item: &Item, start: usize, stop: usize) -> Result<Option<usize>> {
        for row in start..stop.min(self.len()) {
            let words = self.row(row);
            if equal(&decode(&self.shape.key, &words), item)? {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// How many rows equal a value.
    pub fn count(&self, item: &Item) -> Result<i64> {
        let mut count = 0;
        for row in 0..self.len() {
            let words = self.row(row);
            count += i64::from(equal(&decode(&self.shape.key, &words), item)?);
        }
        Ok(count)
    }

    /// The rows in the order of these numbers.
    pub fn permute(&self, order: &[usize]) {
        let (width, words) = (self.width(), self.all_words());
        let sorted: Vec<u64> = order.iter().flat_map(|&row| &words[row * width..(row + 1) * width]).copied().collect();
        let len = self.len();
        self.change(|rows| {
            let start = rows.start;
            rows.words[start..].copy_from_slice(&sorted);
            ((), len)
        });
    }

    /// `deque.rotate`.
    pub fn rotate(&self, by: i64) {
        let len = self.len() as i64;
        if len > 0 {
            let order: Vec<usize> = (0..len).map(|at| (at - by).rem_euclid(len) as usize).collect();
            self.permute(&order);
        }
    }

    /// The place that an index of `insert` or `index` means, clipped.
    pub fn clipped(&self, index: i64) -> usize {
        let len = self.len() as i64;
        (if index < 0 { index.saturating_add(len) } else { index }).clamp(0, len) as usize
    }

    /// The row that an index means.
    pub fn normal(&self, index: i64, message: &str) -> Result<usize> {
        let len = self.len() as i64;
        let at = if index < 0 { index + len } else { index };
        match (0..len).contains(&at) {
            true => Ok(at as usize),
            false => Err(Error::index(message)),
        }
    }

    /// A fresh object with the same rows.
    pub fn copied(&self) -> Result<Rc<Object>> {
        let fresh = self.like();
        match self.kind {
            Kind::Set | Kind::FrozenSet => fresh.merge_set(self)?,
            Kind::Dict => fresh.update(self)?,
            _ => fresh.extend(self),
        }
        Ok(fresh)
    }

    /// `dict.update` with another dict.
    pub fn update(&self, other: &Object) -> Result<()> {
        for row in other.live_rows() {
            let words = other.row(row);
            self.share_words(&words);
            self.put(&words)?;
        }
        Ok(())
    }
}
