//! Places of the program that make objects, and what the objects made there hold.
//!
//! Types of objects carry the place (a union-find node): where two types meet, their places become one. What objects of a place hold only
//! grows, over all rounds of lowering; when it has grown, the program is lowered once more.

mod known;
mod shape;

pub use known::{Literal, Origin, Types, demote, holds_known_list};
pub use shape::{is_shown, number, shape};

use crate::types::{Absent, Static, Ty, join};
use phylanx_dialects::ir::Type;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Told when anything has grown that was relied on.
#[derive(Clone, Default)]
pub struct Growth(Arc<AtomicBool>);

impl Growth {
    pub fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    pub fn set(&self, grown: bool) {
        self.0.store(grown, Ordering::Relaxed);
    }
}

/// What is inside; a panic elsewhere leaves it as it was.
fn lock<T>(inner: &Mutex<T>) -> MutexGuard<'_, T> {
    inner.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What objects are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    List,
    /// A tuple whose length is known at run time.
    Tuple,
    Deque,
    Dict,
    Set,
    FrozenSet,
    /// What is left of something that is gone over once.
    Iterator,
    /// A dict with a field for each of its keys, which are known.
    Record,
    /// Instances of a class of the program, by its number.
    Class(usize),
}

impl Kind {
    /// Whether entries are found by a hash of their key.
    pub fn is_keyed(self) -> bool {
        self == Kind::Dict || self.is_set()
    }

    pub fn is_set(self) -> bool {
        matches!(self, Kind::Set | Kind::FrozenSet)
    }

    /// Whether objects have a method of this name.
    pub fn has_method(self, name: &str) -> bool {
        let names: &[&str] = match self {
            Kind::List => {
                &["append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort"]
            }
            Kind::Tuple => &["count", "index"],
            Kind::Deque => &[
                "append",
                "appendleft",
                "clear",
                "copy",
                "count",
                "extend",
                "extendleft",
                "index",
                "insert",
                "pop",
                "popleft",
                "remove",
                "reverse",
                "rotate",
            ],
            Kind::Dict | Kind::Record => {
                &["clear", "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"]
            }
            Kind::Set => &["add", "clear", "copy", "discard", "pop", "remove", "union", "intersection", "update"],
            Kind::FrozenSet => &["copy", "union", "intersection", "difference"],
            Kind::Iterator | Kind::Class(_) => &[],
        };
        names.contains(&name)
    }

    /// Python's name.
    pub fn name(self) -> &'static str {
        match self {
            Kind::List => "list",
            Kind::Tuple => "tuple",
            Kind::Deque => "deque",
            Kind::Iterator => "iterator",
            Kind::Dict | Kind::Record => "dict",
            Kind::Set => "set",
            Kind::FrozenSet => "frozenset",
            Kind::Class(_) => "object",
        }
    }
}

/// What is seen of the entries of a dict.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum View {
    Keys,
    Values,
    Items,
}

/// What the objects of a place hold: the element of a list, deque or set; the key and the value of a dict; the fields of an instance.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: Arc<str>,
    pub ty: Ty,
}

/// A place that makes objects.
#[derive(Clone)]
pub struct Site(Arc<Node>);

struct Node {
    link: Mutex<Option<Site>>,
    kind: Kind,
    name: Arc<str>,
    fields: Mutex<Vec<Field>>,
    /// What a `defaultdict` makes for a missing key.
    default: Mutex<Option<Static>>,
    growth: Growth,
}

impl Site {
    /// A place whose objects hold nothing yet; `name` is that of the class, or of the kind.
    pub fn new(kind: Kind, name: Arc<str>, growth: Growth) -> Site {
        let names: &[&str] = match kind {
            Kind::Dict => &["key", "value"],
            Kind::Class(_) | Kind::Record => &[],
            _ => &["item"],
        };
        let fields = names.iter().map(|name| Field { name: (*name).into(), ty: Ty::Never }).collect();
        Site(Arc::new(Node {
            link: Mutex::new(None),
            kind,
            name,
            fields: Mutex::new(fields),
            default: Mutex::default(),
            growth,
        }))
    }

    fn root(&self) -> Site {
        let mut at = self.clone();
        loop {
            let next = lock(&at.0.link).clone();
            match next {
                Some(next) => at = next,
                None => return at,
            }
        }
    }

    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    pub fn name(&self) -> Arc<str> {
        self.0.name.clone()
    }

    /// What a `defaultdict` makes for a missing key.
    pub fn default(&self) -> Option<Static> {
        lock(&self.root().0.default).clone()
    }

    pub fn set_default(&self, default: Static) {
        *lock(&self.root().0.default) = Some(default);
    }

    pub fn fields(&self) -> Vec<Field> {
        lock(&self.root().0.fields).clone()
    }

    /// The type of what is at a place in a row: item, key, value.
    pub fn part(&self, at: usize) -> Ty {
        lock(&self.root().0.fields).get(at).map_or(Ty::Never, |field| field.ty.clone())
    }

    /// The number and type of a field.
    pub fn field(&self, name: &str) -> Option<(usize, Ty)> {
        let root = self.root();
        let fields = lock(&root.0.fields);
        fields.iter().position(|field| &*field.name == name).map(|at| (at, fields[at].ty.clone()))
    }

    /// Leaves before a part, and leaves of a row.
    pub fn offset(&self, part: usize) -> usize {
        self.fields().iter().take(part).map(|field| field.ty.leaves().len()).sum()
    }

    pub fn width(&self) -> usize {
        self.offset(usize::MAX)
    }

    pub fn leaves(&self) -> Vec<Type> {
        self.fields().iter().flat_map(|field| field.ty.leaves()).collect()
    }

    /// Makes a part hold values of a type too; false when no type holds both.
    pub fn grow(&self, part: usize, ty: &Ty) -> bool {
        let root = self.root();
        let old = self.part(part);
        let ty = ty.without_extents();
        let Some(joined) = join(&old, &ty).or_else(|| widened(&old, &ty, &root.0.growth)) else { return false };
        // Joining may have made this place part of another one.
        let root = root.root();
        if joined != old {
            if let Some(field) = lock(&root.0.fields).get_mut(part) {
                field.ty = joined;
            }
            root.0.growth.set(true);
        }
        true
    }

    /// The number of a field, made when it is new.
    pub fn make_field(&self, name: &str) -> usize {
        let root = self.root();
        let mut fields = lock(&root.0.fields);
        if let Some(at) = fields.iter().position(|field| &*field.name == name) {
            return at;
        }
        fields.push(Field { name: name.into(), ty: Ty::Never });
        root.0.growth.set(true);
        fields.len() - 1
    }

    /// Makes two places one; false when what they hold has no common type.
    pub fn unify(&self, other: &Site) -> bool {
        let (a, b) = (self.root(), other.root());
        if Arc::ptr_eq(&a.0, &b.0) {
            return true;
        }
        let names = |site: &Site| site.fields().into_iter().map(|field| field.name).collect::<Vec<_>>();
        if a.0.kind == Kind::Record && names(&a) != names(&b) {
            return false;
        }
        if a.0.kind != b.0.kind || *lock(&a.0.default) != *lock(&b.0.default) {
            return false;
        }
        *lock(&b.0.link) = Some(a.clone());
        let (mine, theirs) = (a.fields(), lock(&b.0.fields).clone());
        let mut fits = true;
        for (at, (x, y)) in mine.iter().zip(&theirs).enumerate() {
            let Some(joined) = join(&x.ty, &y.ty) else {
                fits = false;
                continue;
            };
            let root = a.root();
            root.0.growth.set(root.0.growth.get() || joined != x.ty || joined != y.ty);
            if let Some(field) = lock(&root.0.fields).get_mut(at) {
                field.ty = joined;
            }
        }
        if !fits {
            // They stay two places, so that the fault is told here in each round.
            *lock(&b.0.link) = None;
        }
        fits
    }

    /// Whether two types speak of one place.
    pub fn is(&self, other: &Site) -> bool {
        Arc::ptr_eq(&self.root().0, &other.root().0)
    }
}

/// Tuples of several lengths, also inside tuples, as one type: objects, if their items have a type in common.
fn widened(old: &Ty, ty: &Ty, growth: &Growth) -> Option<Ty> {
    let (Ty::Tuple(a), Ty::Tuple(b)) = (old, ty) else { return None };
    if a.len() == b.len() {
        let both = a.iter().zip(b);
        return both.map(|(x, y)| join(x, y).or_else(|| widened(x, y, growth))).collect::<Option<_>>().map(Ty::Tuple);
    }
    let site = Site::new(Kind::Tuple, "tuple".into(), growth.clone());
    a.iter().chain(b).all(|item| site.grow(0, item)).then_some(Ty::Heap(site))
}

impl PartialEq for Site {
    fn eq(&self, other: &Site) -> bool {
        self.is(other)
    }
}

impl Eq for Site {}

impl Hash for Site {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.kind.hash(state);
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{self}")
    }
}

impl fmt::Display for Site {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}", site_text(self, 0))
    }
}

/// Lists may hold themselves: types are written to this depth.
const MAX_DEPTH: u32 = 6;

fn site_text(site: &Site, depth: u32) -> String {
    match site.kind() {
        Kind::Class(_) => site.name().to_string(),
        _ if depth > MAX_DEPTH => "...".into(),
        kind => {
            let parts: Vec<String> = site.fields().iter().map(|field| type_text(&field.ty, depth + 1)).collect();
            format!("{}[{}]", kind.name(), parts.join(", "))
        }
    }
}

fn type_text(ty: &Ty, depth: u32) -> String {
    match ty {
        Ty::Never => "nothing yet".into(),
        Ty::Heap(site) => site_text(site, depth),
        Ty::Tuple(items) => {
            format!("({})", items.iter().map(|item| type_text(item, depth)).collect::<Vec<_>>().join(", "))
        }
        Ty::Option(Absent::None, inner) => format!("{} | None", type_text(inner, depth)),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Num;

    fn list(growth: &Growth) -> Site {
        Site::new(Kind::List, "list".into(), growth.clone())
    }

    #[test]
    fn places_that_meet_hold_what_either_holds() {
        let growth = Growth::default();
        let (a, b) = (list(&growth), list(&growth));
        assert!(
            a.grow(0, &Ty::Num(Num::INT)) && {
                let grown = growth.get();
                growth.set(false);
                grown
            }
        );
        assert!(
            b.grow(0, &Ty::Num(Num::FLOAT)) && {
                let grown = growth.get();
                growth.set(false);
                grown
            }
        );
        assert_eq!(join(&Ty::Heap(a.clone()), &Ty::Heap(b.clone())), Some(Ty::Heap(b.clone())));
        assert!(growth.get());
        assert_eq!(b.part(0), Ty::Mixed(Num::FLOAT));
        assert_eq!(a, b);
    }

    #[test]
    fn what_has_no_common_type_is_refused() {
        let growth = Growth::default();
        let a = list(&growth);
        assert!(a.grow(0, &Ty::Str));
        assert!(!a.grow(0, &Ty::Num(Num::INT)));
    }

    #[test]
    fn a_place_may_hold_itself() {
        let growth = Growth::default();
        let (a, b) = (list(&growth), list(&growth));
        assert!(a.grow(0, &Ty::Heap(a.clone())));
        assert!(b.grow(0, &Ty::Heap(a.clone())));
        assert!(a.unify(&b));
        assert!(a.to_string().starts_with("list[list["));
    }
}
