//! Short loops whose variable must be known when the program is compiled (`for axis in range(3): a.sum(axis=axis)`).

use super::Lowerer;
use crate::ast::{Expr, ExprKind, For, Name, NodeId, Stmt};
use crate::scope::walk::{assigned, for_each_expr, target_names};
use crate::value::Iter;
use std::collections::BTreeSet;

/// Most items of a loop that is unrolled because its variable must be known.
const MAX_ITEMS: i64 = 32;
/// Most items of a loop of the prelude that is unrolled.
const MAX_AXES: i64 = 16;

/// A loop of few items that could be unrolled.
pub struct ShortLoop {
    id: NodeId,
    /// Its variables, unless the body assigns them.
    names: BTreeSet<Name>,
}

impl<'a> Lowerer<'a> {
    /// The number of items, if this loop is to be unrolled.
    pub fn unrolled_count(&mut self, stmt: &Stmt, iter: &Iter) -> Option<usize> {
        // In the prelude such loops go over axes.
        let over_axes = self.frame.site.is_some();
        let most = if self.unrolled.contains(&stmt.id) { MAX_ITEMS } else { MAX_AXES };
        let wanted = over_axes || self.unrolled.contains(&stmt.id);
        let length = self.known_length(iter).filter(|length| wanted && (0..=most).contains(length));
        length.and_then(|length| usize::try_from(length).ok())
    }

    /// Remembers a loop while its body is walked.
    pub fn enter_short_loop(&mut self, stmt: &Stmt, inner: &For, iter: &Iter) {
        let mut names = BTreeSet::new();
        if self.known_length(iter).is_some_and(|length| (1..=MAX_ITEMS).contains(&length)) {
            target_names(&inner.target, &mut names);
            let changed = assigned(&inner.body);
            names.retain(|name| !changed.contains(name));
        }
        self.frame.short_loops.push(ShortLoop { id: stmt.id, names });
    }

    pub fn leave_short_loop(&mut self) {
        self.frame.short_loops.pop();
    }

    /// Has the loops unrolled whose variables an expression reads; true when that is new, so that the program is lowered again.
    pub fn unroll_for(&mut self, expr: &Expr) -> bool {
        let mut found = None;
        for_each_expr(expr, &mut |part| {
            if let ExprKind::Name(name) = &part.kind {
                let at = self.frame.short_loops.iter().rev().find(|around| around.names.contains(name));
                found = found.or(at.map(|around| around.id));
            }
        });
        let is_new = found.is_some_and(|id| self.unrolled.insert(id));
        self.globals_changed |= is_new;
        is_new
    }
}
