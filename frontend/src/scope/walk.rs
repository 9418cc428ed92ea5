//! Going over the syntax tree.

use crate::ast::{Expr, ExprKind, FPart, Function, Name, Stmt, StmtKind};
use std::collections::BTreeSet;

/// Visits every statement of a body, nested blocks included, function bodies excluded.
pub fn for_each_stmt<'a>(body: &'a [Stmt], visit: &mut impl FnMut(&'a Stmt)) {
    for stmt in body {
        visit(stmt);
        for block in blocks(stmt) {
            for_each_stmt(block, visit);
        }
    }
}

/// The blocks nested in a statement, function bodies excluded.
pub fn blocks(stmt: &Stmt) -> Vec<&[Stmt]> {
    match &stmt.kind {
        StmtKind::If(inner) => vec![&inner.body, &inner.orelse],
        StmtKind::While(inner) => vec![&inner.body, &inner.orelse],
        StmtKind::For(inner) => vec![&inner.body, &inner.orelse],
        StmtKind::With(inner) => vec![&inner.body],
        StmtKind::Try(inner) => {
            let handlers = inner.handlers.iter().map(|handler| handler.body.as_slice());
            std::iter::once(inner.body.as_slice()).chain(handlers).chain([&*inner.orelse, &*inner.finalbody]).collect()
        }
        _ => Vec::new(),
    }
}

/// The expressions of a statement that are evaluated when it runs, targets included, nested blocks excluded.
pub fn expressions(stmt: &Stmt) -> Vec<&Expr> {
    match &stmt.kind {
        StmtKind::Expr(value) => vec![value],
        StmtKind::Assign(targets, value) => std::iter::once(value).chain(targets).collect(),
        StmtKind::AugAssign(target, _, value) => vec![target, value],
        StmtKind::AnnAssign(target, _, value) => value.iter().chain(Some(target)).collect(),
        StmtKind::If(inner) => vec![&inner.test],
        StmtKind::While(inner) => vec![&inner.test],
        StmtKind::For(inner) => vec![&inner.iter, &inner.target],
        StmtKind::Return(value) => value.iter().collect(),
        StmtKind::Raise(value, cause) => value.iter().chain(cause).collect(),
        StmtKind::Try(inner) => inner.handlers.iter().filter_map(|handler| handler.kind.as_ref()).collect(),
        StmtKind::With(inner) => std::iter::once(&inner.context).chain(&inner.target).collect(),
        StmtKind::Exception(class) => vec![&class.base],
        StmtKind::Assert(test, message) => std::iter::once(test).chain(message).collect(),
        StmtKind::Delete(targets) => targets.iter().collect(),
        StmtKind::Function(def) => defaults(def).chain(&def.decorators).collect(),
        StmtKind::Class(def) => def.body.iter().flat_map(class_values).collect(),
        _ => Vec::new(),
    }
}

/// What a statement in a class evaluates when the class is defined.
fn class_values(stmt: &Stmt) -> Vec<&Expr> {
    match &stmt.kind {
        StmtKind::Assign(_, value) | StmtKind::AnnAssign(_, _, Some(value)) => vec![value],
        // What decorates a method says how it is called, and is not evaluated.
        StmtKind::Function(def) => defaults(def).collect(),
        _ => Vec::new(),
    }
}

/// The functions that a statement defines: itself, or the methods of a class.
pub fn definitions(stmt: &Stmt) -> Vec<&Function> {
    match &stmt.kind {
        StmtKind::Function(def) => vec![def],
        StmtKind::Class(def) => def.body.iter().flat_map(definitions).collect(),
        _ => Vec::new(),
    }
}

/// Names that are assigned as attributes, in functions too.
pub fn stored_attributes(body: &[Stmt]) -> BTreeSet<Name> {
    let mut found = BTreeSet::new();
    for_each_stmt(body, &mut |stmt| {
        let targets: Vec<&Expr> = match &stmt.kind {
            StmtKind::Assign(targets, _) => targets.iter().collect(),
            StmtKind::AugAssign(target, ..) | StmtKind::AnnAssign(target, ..) => vec![target],
            StmtKind::For(inner) => vec![&inner.target],
            _ => Vec::new(),
        };
        targets.into_iter().for_each(|target| attribute_names(target, &mut found));
        definitions(stmt).into_iter().for_each(|def| found.extend(stored_attributes(&def.body)));
    });
    found
}

fn attribute_names(target: &Expr, found: &mut BTreeSet<Name>) {
    match &target.kind {
        ExprKind::Attribute(_, name) => {
            found.insert(name.clone());
        }
        ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|item| attribute_names(item, found)),
        ExprKind::Starred(inner) => attribute_names(inner, found),
        _ => {}
    }
}

/// The default values of a function's parameters.
pub fn defaults(def: &Function) -> impl Iterator<Item = &Expr> {
    def.params.iter().filter_map(|param| param.default.as_ref())
}

/// The direct parts of an expression; the body of a lambda is not one.
pub fn children(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::FString(parts) => fstring_children(parts),
        ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) | ExprKind::Logical(_, items) => {
            items.iter().collect()
        }
        ExprKind::Dict(entries) => entries.iter().flat_map(|(key, value)| key.iter().chain(Some(value))).collect(),
        ExprKind::Starred(inner)
        | ExprKind::Keywords(inner)
        | ExprKind::Unary(_, inner)
        | ExprKind::Attribute(inner, _) => vec![inner],
        ExprKind::Lambda(def) => defaults(def).collect(),
        ExprKind::Walrus(_, inner) => vec![inner],
        ExprKind::Binary(_, left, right) | ExprKind::Subscript(left, right) => vec![left, right],
        ExprKind::Compare(left, rest) => std::iter::once(&**left).chain(rest.iter().map(|(_, expr)| expr)).collect(),
        ExprKind::Conditional { test, body, orelse } => vec![test, body, orelse],
        ExprKind::Call(function, args) => {
            std::iter::once(&**function).chain(args.iter().map(|arg| &arg.value)).collect()
        }
        ExprKind::Slice(lower, upper, step) => [lower, upper, step].into_iter().flatten().map(|part| &**part).collect(),
        ExprKind::Comprehension(inner) => {
            let mut parts = Vec::new();
            for clause in &inner.clauses {
                parts.extend([&clause.iter, &clause.target]);
                parts.extend(&clause.conditions);
            }
            parts.push(&inner.element);
            parts.extend(&inner.value);
            parts
        }
        _ => Vec::new(),
    }
}

fn fstring_children(parts: &[FPart]) -> Vec<&Expr> {
    let mut found = Vec::new();
    for part in parts {
        if let FPart::Value { value, spec, .. } = part {
            found.push(value);
            found.extend(spec.iter().flat_map(|inner| fstring_children(inner)));
        }
    }
    found
}

/// Visits an expression and all its parts.
pub fn for_each_expr<'a>(expr: &'a Expr, visit: &mut impl FnMut(&'a Expr)) {
    visit(expr);
    for child in children(expr) {
        for_each_expr(child, visit);
    }
}

/// The names that an expression reads or binds around it: variables of comprehensions are their own.
pub fn free_names(expr: &Expr) -> BTreeSet<Name> {
    let mut found = BTreeSet::new();
    match &expr.kind {
        ExprKind::Name(name) => {
            found.insert(name.clone());
        }
        ExprKind::Walrus(name, inner) => {
            found.insert(name.clone());
            found.extend(free_names(inner));
        }
        ExprKind::Comprehension(inner) => {
            let mut own = BTreeSet::new();
            inner.clauses.iter().for_each(|clause| target_names(&clause.target, &mut own));
            children(expr).into_iter().for_each(|child| found.extend(free_names(child)));
            found.retain(|name| !own.contains(name));
            // What the first `for` goes over is evaluated outside.
            found.extend(inner.clauses.first().map(|clause| free_names(&clause.iter)).unwrap_or_default());
        }
        _ => children(expr).into_iter().for_each(|child| found.extend(free_names(child))),
    }
    if let ExprKind::Lambda(def) = &expr.kind {
        found.extend(free(def));
    }
    found
}

/// Visits every use of a name in a body, function bodies excluded.
pub fn for_each_name<'a>(body: &'a [Stmt], visit: &mut impl FnMut(&'a Name, &'a Expr)) {
    for_each_stmt(body, &mut |stmt| {
        for expr in expressions(stmt) {
            for_each_expr(expr, &mut |part| {
                if let ExprKind::Name(name) = &part.kind {
                    visit(name, part);
                }
            });
        }
    });
}

/// Visits every function defined in a body, lambdas included, but not those inside them.
pub fn for_each_function<'a>(body: &'a [Stmt], visit: &mut impl FnMut(&'a Function)) {
    for_each_stmt(body, &mut |stmt| {
        if let StmtKind::Function(def) = &stmt.kind {
            visit(def);
        }
        for expr in expressions(stmt) {
            for_each_lambda(expr, visit);
        }
    });
}

/// Visits every lambda in an expression, but not those inside them.
pub fn for_each_lambda<'a>(expr: &'a Expr, visit: &mut impl FnMut(&'a Function)) {
    for_each_expr(expr, &mut |part| {
        if let ExprKind::Lambda(def) = &part.kind {
            visit(def);
        }
    });
}

/// The names that a body mentions (reads, and targets too), those that functions in it read from outside included.
pub fn reads(body: &[Stmt]) -> BTreeSet<Name> {
    let mut found = BTreeSet::new();
    for_each_name(body, &mut |name, _| {
        found.insert(name.clone());
    });
    for_each_function(body, &mut |def| found.extend(free(def)));
    for_each_stmt(body, &mut |stmt| {
        if let StmtKind::Class(_) = &stmt.kind {
            definitions(stmt).into_iter().for_each(|def| found.extend(free(def)));
        }
    });
    found
}

/// The names that a function mentions and does not define.
pub fn free(def: &Function) -> BTreeSet<Name> {
    let own = locals(def);
    reads(&def.body).into_iter().filter(|name| !own.contains(name)).collect()
}

/// The names that belong to a function itself: its parameters, and what it binds without declaring it another's.
pub fn locals(def: &Function) -> BTreeSet<Name> {
    let mut own = assigned(&def.body);
    for_each_stmt(&def.body, &mut |stmt| {
        if let StmtKind::Global(names) | StmtKind::Nonlocal(names) = &stmt.kind {
            names.iter().for_each(|name| {
                own.remove(name);
            });
        }
    });
    own.extend(def.params.iter().map(|param| param.name.clone()));
    own
}

/// The names that a body binds.
pub fn assigned(body: &[Stmt]) -> BTreeSet<Name> {
    let mut found = BTreeSet::new();
    for_each_stmt(body, &mut |stmt| found.extend(bound_by(stmt)));
    found
}

/// The names that one statement binds, nested blocks excluded.
pub fn bound_by(stmt: &Stmt) -> BTreeSet<Name> {
    let mut found = BTreeSet::new();
    match &stmt.kind {
        StmtKind::Assign(targets, _) => targets.iter().for_each(|target| target_names(target, &mut found)),
        StmtKind::AugAssign(target, ..) | StmtKind::AnnAssign(target, ..) => target_names(target, &mut found),
        StmtKind::For(inner) => target_names(&inner.target, &mut found),
        StmtKind::Delete(targets) => targets.iter().for_each(|target| target_names(target, &mut found)),
        StmtKind::Function(def) => {
            found.insert(def.name.clone());
        }
        StmtKind::Class(def) => {
            found.insert(def.name.clone());
        }
        StmtKind::Exception(class) => {
            found.insert(class.name.clone());
        }
        StmtKind::Try(inner) => found.extend(inner.handlers.iter().filter_map(|handler| handler.name.clone())),
        StmtKind::With(inner) => inner.target.iter().for_each(|target| target_names(target, &mut found)),
        StmtKind::Import(names) => found.extend(names.iter().map(|(name, _, _)| name.clone())),
        _ => {}
    }
    for expr in expressions(stmt) {
        found.extend(bound_in(expr));
    }
    found
}

/// The names that an expression binds (`:=`, comprehension targets).
pub fn bound_in(expr: &Expr) -> BTreeSet<Name> {
    let mut found = BTreeSet::new();
    for_each_expr(expr, &mut |part| match &part.kind {
        ExprKind::Walrus(name, _) => {
            found.insert(name.clone());
        }
        ExprKind::Comprehension(inner) => {
            inner.clauses.iter().for_each(|clause| target_names(&clause.target, &mut found));
        }
        _ => {}
    });
    found
}

/// The names in an assignment target.
pub fn target_names(target: &Expr, found: &mut BTreeSet<Name>) {
    match &target.kind {
        ExprKind::Name(name) => {
            found.insert(name.clone());
        }
        ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|item| target_names(item, found)),
        ExprKind::Starred(inner) => target_names(inner, found),
        _ => {}
    }
}

/// Ways out of a block other than its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    Break,
    Continue,
    Return,
}

/// Whether a block may leave by this way; `break` and `continue` of inner loops do not count.
pub fn may_exit(body: &[Stmt], exit: Exit) -> bool {
    body.iter().any(|stmt| match &stmt.kind {
        StmtKind::Break => exit == Exit::Break,
        StmtKind::Continue => exit == Exit::Continue,
        StmtKind::Return(_) => exit == Exit::Return,
        StmtKind::If(inner) => may_exit(&inner.body, exit) || may_exit(&inner.orelse, exit),
        StmtKind::While(inner) => loop_exits(&inner.body, &inner.orelse, exit),
        StmtKind::For(inner) => loop_exits(&inner.body, &inner.orelse, exit),
        StmtKind::Try(_) | StmtKind::With(_) => blocks(stmt).into_iter().any(|block| may_exit(block, exit)),
        _ => false,
    })
}

fn loop_exits(body: &[Stmt], orelse: &[Stmt], exit: Exit) -> bool {
    (exit == Exit::Return && may_exit(body, exit)) || may_exit(orelse, exit)
}

/// Whether a block may leave other than by its end or an exception.
pub fn may_leave(body: &[Stmt]) -> bool {
    [Exit::Break, Exit::Continue, Exit::Return].into_iter().any(|exit| may_exit(body, exit))
}
