//! What nested functions take from the functions around them, and which of those variables live in cells.
//!
//! A variable that is bound for the last time before the nested function is defined is captured by its value. One that may be bound
//! again afterwards, or that is declared `nonlocal`, lives in a cell that both share. A function defined once beside the
//! nested one is no variable: it is found by its name, and what it captures is captured with it.

use super::walk::{bound_by, defaults, for_each_name, for_each_stmt};
use super::{Program, is_literal};
use crate::ast::{Function, Name, Stmt, StmtKind};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

impl Program<'_> {
    /// Fills in captures, siblings and cells of all functions.
    pub(super) fn find_captures(&mut self) {
        for info in &mut self.functions {
            info.captures = info.held_defaults().map(|(_, hidden)| hidden).collect();
        }
        let mut variables = BTreeSet::new();
        while (0..self.functions.len()).rev().fold(false, |changed, at| self.capture(at, &mut variables) | changed) {}
        for at in 0..self.functions.len() {
            self.functions[at].cells = self.cells_of(at);
        }
    }

    /// Adds to what a function captures; `variables` are names of functions that must be captured as variables.
    fn capture(&mut self, at: usize, variables: &mut BTreeSet<(usize, Name)>) -> bool {
        let mut wanted: BTreeSet<Name> = self.functions[at].nonlocals.clone();
        for_each_name(&self.functions[at].def.body, &mut |name, _| {
            wanted.insert(name.clone());
        });
        let mut captures: BTreeSet<Name> = self.functions[at].captures.iter().cloned().collect();
        let mut siblings = BTreeMap::new();
        for name in wanted {
            let Some(owner) = self.owner(at, &name) else { continue };
            let function = self.functions[owner].statics.get(&name).copied();
            let function = function.filter(|_| !variables.contains(&(at, name.clone())));
            match function {
                Some(other) if self.sees_captures(at, other) => {
                    captures.extend(self.functions[other].captures.iter().cloned());
                    siblings.insert(name, other);
                }
                Some(_) => {
                    variables.insert((at, name.clone()));
                    captures.insert(name);
                }
                None => {
                    captures.insert(name);
                }
            }
        }
        let children = self.functions.iter().filter(|child| child.parent == Some(at));
        let inner = children.flat_map(|child| child.captures.iter().filter(|name| !child.holds_default(name)));
        let inner: Vec<Name> =
            inner.filter(|name| self.owner(at, name).is_some() || name.starts_with('%')).cloned().collect();
        captures.extend(inner);
        // What a function defined in this one has of this one's own is no capture.
        let own: BTreeSet<Name> = self
            .functions
            .iter()
            .filter(|child| child.parent == Some(at))
            .flat_map(|child| child.held_defaults().map(|(_, hidden)| hidden))
            .collect();
        captures.retain(|name| !own.contains(name));
        let changed = captures.len() != self.functions[at].captures.len() || siblings != self.functions[at].siblings;
        self.functions[at].captures = captures.into_iter().collect();
        self.functions[at].siblings = siblings;
        changed
    }

    /// The function around `at` whose variable a name is there, if it is one's.
    fn owner(&self, at: usize, name: &Name) -> Option<usize> {
        let info = &self.functions[at];
        if info.locals.contains(name) || info.globals.contains(name) {
            return None;
        }
        let mut outer = info.parent;
        while let Some(index) = outer {
            let info = &self.functions[index];
            if info.globals.contains(name) {
                return None;
            }
            if info.locals.contains(name) {
                return Some(index);
            }
            outer = info.parent;
        }
        None
    }

    /// Whether the names that `other` captures mean the same in `at`.
    fn sees_captures(&self, at: usize, other: usize) -> bool {
        let mut names = self.functions[other].captures.iter().filter(|name| !name.starts_with('%'));
        names.all(|name| self.owner(at, name) == self.owner(other, name))
    }

    /// The variables of a function that nested functions share with it.
    fn cells_of(&self, at: usize) -> BTreeSet<Name> {
        let info = &self.functions[at];
        let mut cells = BTreeSet::new();
        for (index, inner) in self.functions.iter().enumerate() {
            let declared = inner.nonlocals.iter().filter(|name| self.owner(index, name) == Some(at));
            cells.extend(declared.cloned());
            if inner.parent != Some(at) {
                continue;
            }
            for name in inner.captures.iter().filter(|name| info.locals.contains(*name)) {
                if rebound_after(&info.def.body, name, inner.def.name_span) {
                    cells.insert(name.clone());
                }
            }
        }
        cells
    }
}

/// Whether a variable may be bound after the function at `place` has been defined.
fn rebound_after(body: &[Stmt], name: &Name, place: Span) -> bool {
    let mut loops: Vec<Span> = Vec::new();
    let mut bindings = Vec::new();
    for_each_stmt(body, &mut |stmt| {
        if matches!(stmt.kind, StmtKind::For(_) | StmtKind::While(_)) {
            loops.push(stmt.span);
        }
        if bound_by(stmt).contains(name) {
            bindings.push(match &stmt.kind {
                StmtKind::For(inner) => inner.target.span.end,
                StmtKind::While(inner) => inner.test.span.end,
                StmtKind::If(inner) => inner.test.span.end,
                _ => stmt.span.end,
            });
        }
    });
    let inside = |around: &Span, at: u32| around.start <= at && at <= around.end;
    bindings
        .into_iter()
        .any(|at| at > place.start || loops.iter().any(|around| inside(around, at) && inside(around, place.start)))
}

/// The functions that a body defines under names that it binds only there.
pub fn static_functions<'a>(def: &'a Function) -> BTreeMap<Name, &'a Function> {
    let mut bindings: BTreeMap<Name, usize> = BTreeMap::new();
    let mut functions = BTreeMap::new();
    for_each_stmt(&def.body, &mut |stmt: &'a Stmt| {
        for name in bound_by(stmt) {
            *bindings.entry(name).or_default() += 1;
        }
        if let StmtKind::Function(inner) = &stmt.kind
            && inner.decorators.is_empty()
        {
            functions.insert(inner.name.clone(), &**inner);
        }
    });
    let params: BTreeSet<&Name> = def.params.iter().map(|param| &param.name).collect();
    functions.retain(|name, _| bindings.get(name) == Some(&1) && !params.contains(name));
    functions
}

impl super::FunctionInfo<'_> {
    /// The parameters whose default values belong to the function's value, and the hidden variables that hold them: what
    /// a nested function or a lambda has as defaults is computed where it is defined.
    pub fn held_defaults(&self) -> impl Iterator<Item = (Name, Name)> {
        let holds = self.parent.is_some() || &*self.def.name == "<lambda>";
        let id = self.def.id;
        let computed = defaults(self.def).filter(move |default| holds && !is_literal(default));
        let spans: BTreeSet<u32> = computed.map(|default| default.id).collect();
        let params = self.def.params.iter();
        let held =
            params.filter(move |param| param.default.as_ref().is_some_and(|default| spans.contains(&default.id)));
        held.map(move |param| (param.name.clone(), format!("%{id}.{}", param.name).into()))
    }

    fn holds_default(&self, name: &Name) -> bool {
        name.starts_with('%') && self.held_defaults().any(|(_, hidden)| hidden == *name)
    }
}
