//! The canonical reduction tree: node `j` of level `l` covers the leaves `j * 2^l .. (j + 1) * 2^l`.
//!
//! Nodes are added in the order of their leaves and merged with their left sibling as soon as both are there, as the digits of a
//! binary counter carry. So a run of leaves needs the room of a logarithm of their number, and any cut of the leaves into
//! runs gives the same bits in the end.

use super::combine::combine;
use phylanx_abi::{DType, Fold};

/// Level and number of a node.
pub type Node = (u32, i64);

/// What the nodes are made of.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    pub fold: Fold,
    pub dtype: DType,
    /// Elements of each node.
    pub width: usize,
}

/// Nodes of consecutive leaves, none of which can be merged any further.
pub struct Tree {
    kind: Kind,
    nodes: Vec<Node>,
    /// One slot of `stride` words for each node.
    words: Vec<u64>,
    stride: usize,
}

impl Tree {
    pub fn new(kind: Kind) -> Tree {
        let stride = (kind.width * kind.dtype.size()).div_ceil(8);
        Tree { kind, nodes: Vec::new(), words: Vec::new(), stride }
    }

    /// Adds the leaf or node that follows; `write` fills its elements.
    pub fn add(&mut self, node: Node, write: impl FnOnce(*mut u8)) {
        let depth = self.nodes.len();
        if self.words.len() < (depth + 1) * self.stride {
            self.words.resize((depth + 1) * self.stride, 0);
        }
        write(self.slot(depth));
        self.nodes.push(node);
        self.carry();
    }

    /// Adds an odd leaf onto its left sibling, which was added last; `add` sums its elements onto those there.
    pub fn add_onto(&mut self, leaf: i64, add: impl FnOnce(*mut u8)) {
        debug_assert_eq!(self.nodes.last(), Some(&(0, leaf - 1)));
        let last = self.nodes.len() - 1;
        add(self.slot(last));
        self.nodes[last] = (1, leaf / 2);
        self.carry();
    }

    /// Whether a leaf's left sibling was added last.
    pub fn ends_with_sibling_of(&self, leaf: i64) -> bool {
        leaf % 2 == 1 && self.nodes.last() == Some(&(0, leaf - 1))
    }

    fn carry(&mut self) {
        while let [.., left, right] = self.nodes[..]
            && left.0 == right.0
            && left.1 % 2 == 0
            && left.1 + 1 == right.1
        {
            self.merge((left.0 + 1, left.1 / 2));
        }
    }

    /// Adds all nodes of the tree of the leaves that follow.
    pub fn extend(&mut self, other: &mut Tree) {
        let bytes = self.kind.width * self.kind.dtype.size();
        for (at, node) in other.nodes.clone().into_iter().enumerate() {
            let from = other.slot(at);
            // SAFETY: slots of both trees have room for `bytes` bytes and are distinct memory.
            self.add(node, |to| unsafe { std::ptr::copy_nonoverlapping(from, to, bytes) });
        }
    }

    /// Appends the elements of all nodes, in order.
    pub fn write(&mut self, to: &mut Vec<u8>) {
        let bytes = self.kind.width * self.kind.dtype.size();
        for at in 0..self.nodes.len() {
            // SAFETY: a slot holds `bytes` bytes.
            to.extend_from_slice(unsafe { std::slice::from_raw_parts(self.slot(at), bytes) });
        }
    }

    /// Adds nodes that follow, whose elements another rank wrote by [`Tree::write`]; none if there are not as many.
    pub fn read(&mut self, nodes: &[Node], from: &[u8]) -> Option<()> {
        let bytes = self.kind.width * self.kind.dtype.size();
        if from.len() != nodes.len() * bytes {
            return None;
        }
        for (at, node) in nodes.iter().enumerate() {
            let from = &from[at * bytes..];
            // SAFETY: a slot has room for `bytes` bytes, and there are as many left.
            self.add(*node, |to| unsafe { std::ptr::copy_nonoverlapping(from.as_ptr(), to, bytes) });
        }
        Some(())
    }

    /// A tree of the same kind without nodes.
    pub fn empty(&self) -> Tree {
        Tree::new(self.kind)
    }

    /// The root, after the last leaf of all; missing right siblings at the end count as nothing.
    pub fn root(&mut self) -> *const u8 {
        while let [.., left, _] = self.nodes[..] {
            self.merge((left.0 + 1, left.1 / 2));
        }
        self.slot(0)
    }

    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The elements of node number `at` of [`Tree::nodes`].
    pub fn slot(&mut self, at: usize) -> *mut u8 {
        self.words[at * self.stride..].as_mut_ptr().cast()
    }

    /// Puts the last two nodes together as node `parent`.
    fn merge(&mut self, parent: Node) {
        let depth = self.nodes.len();
        let (left, right) = (self.slot(depth - 2), self.slot(depth - 1));
        // SAFETY: the slots are distinct and hold `width` elements each.
        unsafe { combine(self.kind.fold, self.kind.dtype, left, right, self.kind.width) };
        self.nodes.pop();
        self.nodes[depth - 2] = parent;
    }
}

/// The nodes that are left of a run of leaves, in order: what [`Tree::nodes`] is after the leaves `first..last`.
pub fn nodes_of_run(first: i64, last: i64) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut at = first;
    while at < last {
        let aligned = if at == 0 { 62 } else { at.trailing_zeros() };
        let fitting = 63 - ((last - at) as u64).leading_zeros();
        let level = aligned.min(fitting);
        nodes.push((level, at >> level));
        at += 1 << level;
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(n: i64) -> f64 {
        (n as f64 * 0.7).sin() * 1e8f64.powi((n % 5) as i32 - 2)
    }

    fn tree(first: i64, last: i64) -> Tree {
        let mut tree = Tree::new(Kind { fold: Fold::Sum, dtype: DType::F64, width: 1 });
        for n in first..last {
            // SAFETY: a slot of one f64.
            tree.add((0, n), |at| unsafe { at.cast::<f64>().write(leaf(n)) });
        }
        tree
    }

    /// The definition: a node is the sum of its children that cover some leaf.
    fn node(level: u32, index: i64, count: i64) -> f64 {
        if level == 0 {
            return leaf(index);
        }
        let left = node(level - 1, 2 * index, count);
        if (2 * index + 1) << (level - 1) < count { left + node(level - 1, 2 * index + 1, count) } else { left }
    }

    #[test]
    fn any_cut_into_runs_gives_the_bits_of_the_definition() {
        for count in 1..70i64 {
            let level = 64 - (count as u64 - 1).leading_zeros();
            let truth = node(level, 0, count);
            for (a, b) in [(0, 0), (count / 3, count / 2), (1.min(count), count), (count / 2, count - count / 5)] {
                let mut all = tree(0, a);
                all.extend(&mut tree(a, b));
                all.extend(&mut tree(b, count));
                // SAFETY: a root of one f64.
                let root = unsafe { all.root().cast::<f64>().read() };
                assert_eq!(root.to_bits(), truth.to_bits(), "{count} leaves cut at {a} and {b}");
            }
        }
    }

    #[test]
    fn a_run_leaves_few_nodes_and_they_are_known_in_advance() {
        for (first, last) in [(0, 1000), (3, 1000), (511, 513), (7, 7), (64, 128)] {
            assert_eq!(tree(first, last).nodes(), nodes_of_run(first, last));
            assert!(nodes_of_run(first, last).len() <= 20);
        }
    }
}
