//! Where the entries of a dict or set are: states and hashes of rows, and for dicts the way from a hash to a row.

/// What a row of a dict or set is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    Empty,
    Live,
    /// Removed; a search goes on behind it.
    Gone,
}

/// A slot that leads nowhere.
pub const NOWHERE: u32 = u32::MAX;

/// The index of a dict (rows in the order of insertion, found through `slots`) or of a set (rows in the slots themselves).
#[derive(Default)]
pub struct Index {
    pub states: Vec<State>,
    pub hashes: Vec<i64>,
    pub slots: Vec<u32>,
    /// Rows that are live or gone.
    pub fill: usize,
    /// Rows that are live.
    pub used: usize,
    /// Where a set goes on popping.
    pub finger: usize,
}

impl Index {
    /// The first live row from a row on.
    pub fn next(&self, from: usize) -> Option<usize> {
        let rest = self.states.get(from..)?;
        rest.iter().position(|&state| state == State::Live).map(|at| from + at)
    }

    /// The last live row.
    pub fn last(&self) -> Option<usize> {
        self.states.iter().rposition(|&state| state == State::Live)
    }

    /// Makes the slots of a dict anew, for so many rows.
    pub fn spread(&mut self, rows: usize) {
        let size = (rows * 2).next_power_of_two().max(8);
        self.slots = vec![NOWHERE; size];
        for row in 0..self.hashes.len() {
            if self.states[row] == State::Live {
                self.place(row);
            }
        }
    }

    /// Enters a row of a dict in a free slot.
    pub fn place(&mut self, row: usize) {
        let mask = self.slots.len() - 1;
        let mut at = mixed(self.hashes[row]) & mask;
        while self.slots[at] != NOWHERE {
            at = (at + 1) & mask;
        }
        self.slots[at] = row as u32;
    }

    /// The rows of a dict that may have this hash, in the order of search.
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = usize> + '_ {
        let mask = self.slots.len().wrapping_sub(1);
        let first = if self.slots.is_empty() { 0 } else { mixed(hash) & mask };
        (0..self.slots.len())
            .map(move |step| self.slots[(first + step) & mask])
            .take_while(|&row| row != NOWHERE)
            .map(|row| row as usize)
            .filter(move |&row| self.states[row] == State::Live && self.hashes[row] == hash)
    }
}

/// Spreads hashes of small integers and of multiples of powers of two over all slots.
fn mixed(hash: i64) -> usize {
    let mixed = (hash as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 32) as usize
}
