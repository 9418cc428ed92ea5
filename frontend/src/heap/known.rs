//! Lists whose items the compiler knows one by one, until the program changes them.

use super::Growth;
use crate::types::Ty;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The place of a list whose items the compiler knows one by one; it becomes an object in the next round when the program changes it.
#[derive(Clone)]
pub struct Literal {
    pub changes: Growth,
    pub growth: Growth,
}

/// The literals that a list of known items may come from.
#[derive(Clone, Default)]
pub struct Origin(Vec<Literal>);

impl Literal {
    pub fn new(growth: Growth) -> Literal {
        Literal { changes: Growth::default(), growth }
    }
}

impl Origin {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn of(literal: Literal) -> Origin {
        Origin(vec![literal])
    }

    /// Of both lists.
    pub fn with(&self, other: &Origin) -> Origin {
        let mut all = self.0.clone();
        for literal in &other.0 {
            if !all.iter().any(|known| Arc::ptr_eq(&known.changes.0, &literal.changes.0)) {
                all.push(literal.clone());
            }
        }
        Origin(all)
    }

    /// The list must be an object; false when nobody can make it one.
    pub fn demote(&self) -> bool {
        for literal in &self.0 {
            literal.changes.set(true);
            literal.growth.set(true);
        }
        !self.0.is_empty()
    }
}

/// The types of the items of a list.
#[derive(Clone, Default)]
pub struct Types {
    pub items: Vec<Ty>,
    pub origin: Origin,
}

impl std::ops::Deref for Types {
    type Target = Vec<Ty>;
    fn deref(&self) -> &Vec<Ty> {
        &self.items
    }
}

impl PartialEq for Types {
    fn eq(&self, other: &Types) -> bool {
        self.items == other.items
    }
}

impl Eq for Types {}

impl Hash for Types {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.items.hash(state);
    }
}

impl fmt::Debug for Types {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        self.items.fmt(out)
    }
}

impl FromIterator<Ty> for Types {
    fn from_iter<I: IntoIterator<Item = Ty>>(items: I) -> Types {
        items.into_iter().collect::<Vec<Ty>>().into()
    }
}

impl From<Vec<Ty>> for Types {
    fn from(items: Vec<Ty>) -> Types {
        Types { items, origin: Origin::default() }
    }
}

/// Asks for every list of known items in a type to be an object; true when there was one that can be.
pub fn demote(ty: &Ty) -> bool {
    match ty {
        Ty::List(types) => {
            let inner = types.iter().filter(|ty| demote(ty)).count() > 0;
            types.origin.demote() || inner
        }
        Ty::Tuple(items) | Ty::Callable(_, items) | Ty::OneOf(items) | Ty::Named(_, items) => {
            items.iter().filter(|ty| demote(ty)).count() > 0
        }
        Ty::Record(fields) => fields.iter().filter(|(_, ty)| demote(ty)).count() > 0,
        Ty::Option(_, inner) => demote(inner),
        _ => false,
    }
}

/// Whether a type holds a list of known items.
pub fn holds_known_list(ty: &Ty) -> bool {
    match ty {
        Ty::List(_) => true,
        Ty::Tuple(items) | Ty::Callable(_, items) | Ty::OneOf(items) | Ty::Named(_, items) => {
            items.iter().any(holds_known_list)
        }
        Ty::Record(fields) => fields.iter().any(|(_, ty)| holds_known_list(ty)),
        Ty::Option(_, inner) => holds_known_list(inner),
        _ => false,
    }
}
