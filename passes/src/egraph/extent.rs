//! Extents of dimensions known by number or by name, and what is known of names being equal.

use std::collections::HashMap;

/// One extent: a number, or the broadcast of named extents (sorted, at least one).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Dim {
    Known(i64),
    Named(Vec<u32>),
}

/// What an extent made from others depends on: the making, the extents and the scalars that go in.
pub type Making = (&'static str, Vec<Dim>, Vec<i64>);

/// The names in use and what they stand for.
#[derive(Debug, Default)]
pub struct Extents {
    links: Vec<Link>,
    made: HashMap<Making, u32>,
}

#[derive(Debug, Clone, Copy)]
enum Link {
    Own,
    Same(u32),
    Known(i64),
}

/// An extent and whether the op that makes it cannot fail because of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Joined {
    pub dim: Dim,
    pub safe: bool,
}

impl Extents {
    /// A name that nothing else has.
    pub fn fresh(&mut self) -> Dim {
        self.links.push(Link::Own);
        Dim::Named(vec![self.links.len() as u32 - 1])
    }

    /// The name of an extent that depends on these things alone; the same things give the same name.
    pub fn made(&mut self, making: Making) -> Dim {
        if let Some(&name) = self.made.get(&making) {
            return self.normal(&Dim::Named(vec![name]));
        }
        let fresh = self.fresh();
        if let Dim::Named(names) = &fresh {
            self.made.insert(making, names[0]);
        }
        fresh
    }

    /// The extent in terms of what is known now.
    pub fn normal(&self, dim: &Dim) -> Dim {
        let Dim::Named(names) = dim else { return dim.clone() };
        let mut roots = Vec::with_capacity(names.len());
        let mut number = None;
        for &name in names {
            match self.root(name) {
                Ok(root) => roots.push(root),
                Err(1) => {}
                Err(known) => number = Some(known),
            }
        }
        if let Some(known) = number {
            return Dim::Known(known);
        }
        if roots.is_empty() {
            return Dim::Known(1);
        }
        roots.sort_unstable();
        roots.dedup();
        Dim::Named(roots)
    }

    fn root(&self, mut name: u32) -> Result<u32, i64> {
        loop {
            match self.links[name as usize] {
                Link::Own => return Ok(name),
                Link::Same(to) => name = to,
                Link::Known(value) => return Err(value),
            }
        }
    }

    /// Whether two extents are equal in every run.
    pub fn same(&self, a: &Dim, b: &Dim) -> bool {
        self.normal(a) == self.normal(b)
    }

    /// Whether two shapes are equal in every run.
    pub fn same_all(&self, a: &[Dim], b: &[Dim]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| self.same(a, b))
    }

    /// The extent that two broadcast to; `None` when they never do.
    pub fn broadcast(&self, a: &Dim, b: &Dim) -> Option<Joined> {
        let (a, b) = (self.normal(a), self.normal(b));
        let joined = |dim, safe| Some(Joined { dim, safe });
        match (a, b) {
            (a, b) if a == b => joined(a, true),
            (Dim::Known(1), other) | (other, Dim::Known(1)) => joined(other, true),
            (Dim::Known(_), Dim::Known(_)) => None,
            (Dim::Known(n), _) | (_, Dim::Known(n)) => joined(Dim::Known(n), false),
            (Dim::Named(mut names), Dim::Named(more)) => {
                names.extend(more);
                names.sort_unstable();
                names.dedup();
                joined(Dim::Named(names), false)
            }
        }
    }

    /// Two extents that must be equal for the program to go on; `None` when they never are.
    pub fn equal(&self, a: &Dim, b: &Dim) -> Option<Joined> {
        let (a, b) = (self.normal(a), self.normal(b));
        match (&a, &b) {
            _ if a == b => Some(Joined { dim: a, safe: true }),
            (Dim::Known(_), Dim::Known(_)) => None,
            (Dim::Known(_), _) => Some(Joined { dim: a, safe: false }),
            _ => Some(Joined { dim: b, safe: false }),
        }
    }

    /// Records that two extents are equal.
    pub fn unify(&mut self, a: &Dim, b: &Dim) {
        match (self.normal(a), self.normal(b)) {
            (Dim::Named(a), Dim::Named(b)) if a.len() == 1 && b.len() == 1 && a != b => {
                let (low, high) = (a[0].min(b[0]), a[0].max(b[0]));
                self.links[high as usize] = Link::Same(low);
            }
            (Dim::Named(names), Dim::Known(n)) | (Dim::Known(n), Dim::Named(names)) if names.len() == 1 => {
                self.links[names[0] as usize] = Link::Known(n);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_broadcast_safely_and_others_do_not() {
        let mut extents = Extents::default();
        let (n, m) = (extents.fresh(), extents.fresh());
        assert_eq!(extents.broadcast(&n, &n), Some(Joined { dim: n.clone(), safe: true }));
        let both = extents.broadcast(&n, &m).expect("may broadcast");
        assert!(!both.safe);
        extents.unify(&n, &m);
        assert!(extents.same(&both.dim, &n));
    }

    #[test]
    fn a_name_known_to_be_one_leaves_a_broadcast() {
        let mut extents = Extents::default();
        let (n, m) = (extents.fresh(), extents.fresh());
        let both = extents.broadcast(&n, &m).expect("may broadcast").dim;
        extents.unify(&n, &Dim::Known(1));
        assert!(extents.same(&both, &m));
        assert_eq!(extents.broadcast(&Dim::Known(3), &Dim::Known(4)), None);
    }

    #[test]
    fn the_same_making_gives_the_same_name() {
        let mut extents = Extents::default();
        let n = extents.fresh();
        let key = ("slice", vec![n], vec![1]);
        assert_eq!(extents.made(key.clone()), extents.made(key));
    }
}
