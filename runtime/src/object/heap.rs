//! `heapq` and `bisect`: CPython's steps, so that equal keys end up in the same places.

use super::Object;
use super::compare::order;
use super::item::{Item, decode};
use crate::error::Result;
use std::cmp::Ordering;

impl Object {
    fn less(&self, a: &[u64], b: &[u64]) -> Result<bool> {
        less(&decode(&self.shape.key, a), &decode(&self.shape.key, b))
    }

    fn put_row(&self, at: usize, words: &[u64]) {
        self.replace(at, 0, words);
    }

    /// `heappush`, the item being the last row.
    pub fn sift_down(&self, start: usize, mut at: usize) -> Result<()> {
        let item = self.row(at);
        while at > start {
            let above = (at - 1) / 2;
            let parent = self.row(above);
            if !self.less(&item, &parent)? {
                break;
            }
            self.put_row(at, &parent);
            at = above;
        }
        self.put_row(at, &item);
        Ok(())
    }

    fn sift_up(&self, start: usize) -> Result<()> {
        let (end, mut at, item) = (self.len(), start, self.row(start));
        let mut child = 2 * at + 1;
        while child < end {
            if child + 1 < end && !self.less(&self.row(child), &self.row(child + 1))? {
                child += 1;
            }
            let smaller = self.row(child);
            self.put_row(at, &smaller);
            at = child;
            child = 2 * at + 1;
        }
        self.put_row(at, &item);
        self.sift_down(start, at)
    }

    /// `heapify`.
    pub fn heapify(&self) -> Result<()> {
        (0..self.len() / 2).rev().try_for_each(|at| self.sift_up(at))
    }

    /// `heappop`, but the item that is popped is moved to the last row.
    pub fn pop_to_end(&self) -> Result<()> {
        let last = self.len() - 1;
        let (top, end) = (self.row(0), self.row(last));
        self.put_row(0, &end);
        self.put_row(last, &top);
        if last > 0 {
            let rest = self.without_last(|this| this.sift_up(0));
            rest?;
        }
        Ok(())
    }

    /// `heapreplace` and `heappushpop` with the new item in the first row.
    pub fn settle_top(&self) -> Result<()> {
        self.sift_up(0)
    }

    fn without_last<T>(&self, work: impl FnOnce(&Self) -> T) -> T {
        let len = self.len();
        self.change(|_| ((), len - 1));
        let result = work(self);
        self.change(|_| ((), len));
        result
    }

    /// `bisect_left` or (`right`) `bisect_right`.
    pub fn bisect(&self, item: &Item, right: bool) -> Result<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            let words = self.row(middle);
            let there = decode(&self.shape.key, &words);
            let goes_left = if right { less(item, &there)? } else { !less(&there, item)? };
            if goes_left {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Ok(low)
    }
}

fn less(a: &Item, b: &Item) -> Result<bool> {
    Ok(order(a, b, "<")? == Some(Ordering::Less))
}
