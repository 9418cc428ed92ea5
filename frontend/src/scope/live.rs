//! Which variables may still be read at the points where control flow joins.

use super::walk::{Exit, expressions, may_exit, target_names};
use crate::ast::{Expr, ExprKind, For, Name, NodeId, Stmt, StmtKind, Try, While, With};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// A set of variables.
pub type Live = Rc<BTreeSet<Name>>;

/// Live variables of one body: after each `if` and loop, and at the head of each loop.
#[derive(Default, Debug)]
pub struct Liveness {
    after: HashMap<NodeId, Live>,
    head: HashMap<NodeId, Live>,
    body: HashMap<NodeId, Live>,
}

impl Liveness {
    /// Analyses a function body or a module.
    pub fn of(body: &[Stmt]) -> Liveness {
        let mut found = Liveness::default();
        let outside = Targets { on_break: Live::default(), on_continue: Live::default() };
        found.block(body, Live::default(), &outside);
        found
    }

    /// What may be read after a statement, or where its `break` and `continue` lead.
    pub fn after(&self, stmt: NodeId) -> Live {
        self.after.get(&stmt).cloned().unwrap_or_default()
    }

    /// What may be read at the start of an iteration or at the test.
    pub fn head(&self, stmt: NodeId) -> Live {
        self.head.get(&stmt).cloned().unwrap_or_default()
    }

    /// What an iteration may read before it assigns it.
    pub fn body(&self, stmt: NodeId) -> Live {
        self.body.get(&stmt).cloned().unwrap_or_default()
    }

    fn block(&mut self, body: &[Stmt], out: Live, targets: &Targets) -> Live {
        body.iter().rev().fold(out, |live, stmt| self.stmt(stmt, live, targets))
    }

    fn stmt(&mut self, stmt: &Stmt, out: Live, targets: &Targets) -> Live {
        match &stmt.kind {
            StmtKind::If(inner) => {
                let mut join = (*out).clone();
                targets.add(&super::walk::blocks(stmt), &mut join);
                self.after.insert(stmt.id, Rc::new(join));
                let body = self.block(&inner.body, out.clone(), targets);
                let orelse = self.block(&inner.orelse, out, targets);
                with_uses(union(&body, &orelse), [&inner.test])
            }
            StmtKind::While(inner) => self.while_stmt(stmt.id, inner, out, targets),
            StmtKind::For(inner) => self.for_stmt(stmt.id, inner, out, targets),
            StmtKind::Try(inner) => self.try_stmt(stmt, inner, out, targets),
            StmtKind::With(inner) => self.with_stmt(stmt, inner, out, targets),
            StmtKind::Break => targets.on_break.clone(),
            StmtKind::Continue => targets.on_continue.clone(),
            StmtKind::Return(_) | StmtKind::Raise(..) => with_uses(Live::default(), expressions(stmt)),
            StmtKind::AugAssign(target, _, value) => with_uses(out, [target, value]),
            StmtKind::Class(def) => {
                let mut live = (*out).clone();
                live.remove(&def.name);
                for method in super::walk::definitions(stmt) {
                    live.extend(super::walk::free(method));
                }
                with_uses(Rc::new(live), expressions(stmt))
            }
            StmtKind::Function(def) => {
                let mut live = (*out).clone();
                live.remove(&def.name);
                live.extend(super::walk::free(def));
                with_uses(Rc::new(live), expressions(stmt))
            }
            _ => {
                let mut live = (*out).clone();
                for name in plain_targets(stmt) {
                    live.remove(&name);
                }
                with_uses(Rc::new(live), reading(stmt))
            }
        }
    }

    /// What the body of a `try` may lose when an exception ends it is live all through it: its head.
    fn try_stmt(&mut self, stmt: &Stmt, inner: &Try, out: Live, targets: &Targets) -> Live {
        let mut after = (*out).clone();
        targets.add(&super::walk::blocks(stmt), &mut after);
        let after = Rc::new(after);
        self.after.insert(stmt.id, after.clone());
        let last = self.block(&inner.finalbody, after.clone(), targets);
        self.head.insert(inner.guarded, union(&last, &after));
        let mut caught = union(&last, &after);
        for handler in &inner.handlers {
            let body = self.block(&handler.body, last.clone(), targets);
            let body: BTreeSet<Name> =
                body.iter().filter(|name| Some(*name) != handler.name.as_ref()).cloned().collect();
            caught = with_uses(union(&caught, &Rc::new(body)), &handler.kind);
        }
        let orelse = self.block(&inner.orelse, last, targets);
        let beyond = union(&caught, &orelse);
        self.head.insert(stmt.id, beyond.clone());
        union(&beyond, &self.block(&inner.body, orelse, targets))
    }

    fn with_stmt(&mut self, stmt: &Stmt, inner: &With, out: Live, targets: &Targets) -> Live {
        let mut after = (*out).clone();
        targets.add(&super::walk::blocks(stmt), &mut after);
        let after = Rc::new(after);
        self.after.insert(stmt.id, after.clone());
        let body = self.block(&inner.body, out, targets);
        with_uses(union(&after, &body), std::iter::once(&inner.context).chain(&inner.target))
    }

    fn while_stmt(&mut self, id: NodeId, stmt: &While, out: Live, targets: &Targets) -> Live {
        let exit = self.block(&stmt.orelse, out.clone(), targets);
        let leave = union(&exit, &out);
        let mut head = with_uses(leave.clone(), [&stmt.test]);
        loop {
            let inner = Targets { on_break: out.clone(), on_continue: head.clone() };
            let body = self.block(&stmt.body, head.clone(), &inner);
            self.body.insert(id, with_uses(body.clone(), [&stmt.test]));
            let next = with_uses(union(&leave, &body), [&stmt.test]);
            let next = union(&head, &next);
            if next == head {
                break;
            }
            head = next;
        }
        self.record_loop(id, &stmt.body, leave, &head, targets)
    }

    fn for_stmt(&mut self, id: NodeId, stmt: &For, out: Live, targets: &Targets) -> Live {
        let exit = self.block(&stmt.orelse, out.clone(), targets);
        let leave = union(&exit, &out);
        let mut names = BTreeSet::new();
        target_names(&stmt.target, &mut names);
        let mut head = leave.clone();
        loop {
            let inner = Targets { on_break: out.clone(), on_continue: head.clone() };
            let body = self.block(&stmt.body, head.clone(), &inner);
            let body: BTreeSet<Name> = body.iter().filter(|name| !names.contains(*name)).cloned().collect();
            let body = Rc::new(body);
            self.body.insert(id, body.clone());
            let next = union(&head, &body);
            if next == head {
                break;
            }
            head = next;
        }
        let head = self.record_loop(id, &stmt.body, leave, &head, targets);
        let mut read = vec![&stmt.iter];
        target_reads(&stmt.target, &mut read);
        with_uses(head, read)
    }

    fn record_loop(&mut self, id: NodeId, body: &[Stmt], leave: Live, head: &Live, targets: &Targets) -> Live {
        let mut after = (*leave).clone();
        if may_exit(body, Exit::Return) {
            after.extend(targets.on_break.iter().cloned());
            after.extend(targets.on_continue.iter().cloned());
        }
        self.after.insert(id, Rc::new(after));
        self.head.insert(id, head.clone());
        head.clone()
    }
}

/// Where `break` and `continue` lead.
struct Targets {
    on_break: Live,
    on_continue: Live,
}

impl Targets {
    /// Adds what is live where the exits of these blocks lead.
    fn add(&self, blocks: &[&[Stmt]], live: &mut BTreeSet<Name>) {
        if blocks.iter().any(|block| may_exit(block, Exit::Break)) {
            live.extend(self.on_break.iter().cloned());
        }
        if blocks.iter().any(|block| may_exit(block, Exit::Continue)) {
            live.extend(self.on_continue.iter().cloned());
        }
    }
}

/// Names that a simple statement surely overwrites.
fn plain_targets(stmt: &Stmt) -> BTreeSet<Name> {
    let mut found = BTreeSet::new();
    match &stmt.kind {
        StmtKind::Assign(targets, _) => targets.iter().for_each(|target| target_names(target, &mut found)),
        StmtKind::AnnAssign(target, _, Some(_)) => target_names(target, &mut found),
        StmtKind::Import(names) => found.extend(names.iter().map(|(name, _, _)| name.clone())),
        _ => {}
    }
    found
}

/// The expressions that a simple statement reads: values, and the subscripts and objects in targets.
fn reading(stmt: &Stmt) -> Vec<&Expr> {
    let mut found = Vec::new();
    match &stmt.kind {
        StmtKind::Assign(targets, value) => {
            found.push(value);
            targets.iter().for_each(|target| target_reads(target, &mut found));
        }
        StmtKind::AnnAssign(target, _, value) => {
            found.extend(value);
            target_reads(target, &mut found);
        }
        _ => found = expressions(stmt),
    }
    found
}

fn target_reads<'a>(target: &'a Expr, found: &mut Vec<&'a Expr>) {
    match &target.kind {
        ExprKind::Name(_) => {}
        ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|item| target_reads(item, found)),
        ExprKind::Starred(inner) => target_reads(inner, found),
        _ => found.push(target),
    }
}

fn union(a: &Live, b: &Live) -> Live {
    if b.iter().all(|name| a.contains(name)) {
        return a.clone();
    }
    Rc::new(a.union(b).cloned().collect())
}

fn with_uses<'a>(live: Live, exprs: impl IntoIterator<Item = &'a Expr>) -> Live {
    let mut live = (*live).clone();
    for expr in exprs {
        live.extend(super::walk::free_names(expr));
    }
    Rc::new(live)
}
