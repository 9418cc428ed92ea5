//! Names: which function or module each belongs to, and which are used without being defined.

mod builtin_names;
mod captures;
pub mod classes;
pub mod exceptions;
pub mod live;
mod recursion;
pub mod walk;

use crate::ast::{Class, Expr, ExprKind, Function, Name, NodeId, Stmt, StmtKind};
use crate::diagnostic::Diagnostic;
use crate::modules::{Kind, Units};
use crate::near::nearest;
use crate::source::{Sources, Span};
use builtin_names::BUILTINS;
use classes::ClassInfo;
use exceptions::Exceptions;
use live::Liveness;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use walk::{assigned, for_each_stmt, reads};

/// What a module-level name is to the functions that read it.
#[derive(Clone, Copy, Debug)]
pub enum Global<'a> {
    /// A function defined once.
    Function(usize),
    /// A class defined once.
    Class(usize),
    /// A name imported once: its dotted path.
    Path(&'a str),
    /// Assigned once, at the top level, a constant.
    Constant(&'a Expr),
    /// A variable in memory; `written` when a function assigns it.
    Memory { written: bool },
}

/// A function and its names.
pub struct FunctionInfo<'a> {
    pub def: &'a Function,
    /// The module that it stands in.
    pub module: usize,
    pub locals: BTreeSet<Name>,
    pub globals: BTreeSet<Name>,
    /// Names of the enclosing function that this one reads.
    pub captures: Vec<Name>,
    /// Functions of the enclosing functions that this one reads by name.
    pub siblings: BTreeMap<Name, usize>,
    /// Functions that this one defines under names of their own.
    pub statics: BTreeMap<Name, usize>,
    /// Names of enclosing functions that this one binds.
    pub nonlocals: BTreeSet<Name>,
    /// Own variables that nested functions share.
    pub cells: BTreeSet<Name>,
    /// Whether it may call itself, straight or through others.
    pub recursive: bool,
    pub parent: Option<usize>,
    pub live: Liveness,
}

/// A program of one or more files.
pub struct Program<'a> {
    pub functions: Vec<FunctionInfo<'a>>,
    /// Stands for what no text gives.
    pub nowhere: Expr,
    pub by_id: HashMap<NodeId, usize>,
    /// The files, by number; the first is the program itself.
    pub modules: Vec<Scope<'a>>,
    /// Modules that some import reaches only under a condition or in a function.
    pub lazy: BTreeSet<usize>,
    pub classes: Vec<ClassInfo<'a>>,
    pub class_by_id: HashMap<NodeId, usize>,
    /// The class that a method belongs to.
    pub class_of_method: HashMap<usize, usize>,
    /// Names that are assigned as attributes somewhere.
    pub stored_attributes: BTreeSet<Name>,
    /// Whether the text of an array depends on what has been done: options of printing are named.
    pub sets_print_options: bool,
    /// Functions of the prelude, by file and name.
    prelude: HashMap<(Name, Name), usize>,
    /// The program's own classes of exceptions.
    pub exceptions: Exceptions,
}

/// A file and its names.
pub struct Scope<'a> {
    /// The dotted name of the module; empty for the program.
    pub name: Name,
    package: Name,
    pub kind: Kind,
    pub body: &'a [Stmt],
    pub globals: BTreeMap<Name, Global<'a>>,
    pub live: Liveness,
    /// Every name that the top level or a `global` statement binds.
    pub names: BTreeSet<Name>,
}

/// What an import names.
pub enum Imported<'p> {
    /// A module beside the program.
    Module(usize),
    /// A name in a module beside the program.
    Item(usize, &'p str),
    /// Something of the library, by path.
    Library,
}

impl<'a> Program<'a> {
    /// Resolves the names of all files; reports every name that nothing defines.
    pub fn new(sources: &Sources, units: &'a Units) -> (Program<'a>, Vec<Diagnostic>) {
        let scope = |unit: &'a crate::modules::Unit| Scope {
            name: unit.name.clone(),
            package: unit.package.clone(),
            kind: unit.kind,
            body: &unit.tree.body,
            globals: BTreeMap::new(),
            live: Liveness::of(&unit.tree.body),
            names: assigned(&unit.tree.body),
        };
        let mut program = Program {
            functions: Vec::new(),
            nowhere: Expr { id: 0, span: Span::default(), kind: ExprKind::Invalid },
            by_id: HashMap::new(),
            exceptions: Exceptions::of(units.list.iter().map(|unit| unit.tree.body.as_slice())),
            modules: units.list.iter().map(scope).collect(),
            lazy: units.lazy.clone(),
            classes: Vec::new(),
            class_by_id: HashMap::new(),
            class_of_method: HashMap::new(),
            stored_attributes: BTreeSet::new(),
            sets_print_options: units.sets_print_options,
            prelude: HashMap::new(),
        };
        for (module, unit) in units.list.iter().enumerate() {
            program.collect(module, &unit.tree.body, None);
        }
        for unit in &units.list {
            program.stored_attributes.extend(walk::stored_attributes(&unit.tree.body));
        }
        program.find_statics();
        program.find_captures();
        program.find_recursion();
        units.order.iter().for_each(|module| program.find_globals(*module));
        program.find_prelude();
        let numbers = 0..program.modules.len();
        let diagnostics = numbers.flat_map(|module| program.unknown_names(module, sources)).collect();
        (program, diagnostics)
    }

    /// The function of the prelude in this file with this name.
    pub fn prelude_function(&self, file: &str, name: &str) -> Option<usize> {
        self.prelude.get(&(file.into(), name.into())).copied()
    }

    /// What a path imported in a module names.
    pub fn imported<'p>(&self, module: usize, path: &'p str) -> Imported<'p> {
        let dots = path.len() - path.trim_start_matches('.').len();
        let Some(absolute) = crate::modules::absolute(&self.modules[module].package, path) else {
            return Imported::Library;
        };
        if crate::modules::is_ours(&absolute) {
            return Imported::Library;
        }
        if let Some(found) = self.module_named(&absolute) {
            return Imported::Module(found);
        }
        let outer = absolute.rsplit_once('.').and_then(|(outer, _)| self.module_named(outer));
        let item = path[dots..].rsplit('.').next().unwrap_or(path);
        outer.map_or(Imported::Library, |outer| Imported::Item(outer, item))
    }

    /// The module beside the program with a dotted name.
    pub fn module_named(&self, name: &str) -> Option<usize> {
        self.modules.iter().position(|scope| scope.kind == Kind::Beside && *scope.name == *name)
    }

    fn find_prelude(&mut self) {
        for (index, info) in self.functions.iter().enumerate() {
            let scope = &self.modules[info.module];
            if scope.kind == Kind::Prelude && info.parent.is_none() {
                self.prelude.insert((scope.name.clone(), info.def.name.clone()), index);
            }
        }
    }

    fn collect(&mut self, module: usize, body: &'a [Stmt], parent: Option<usize>) {
        let mut found: Vec<&'a Function> = Vec::new();
        let mut classes: Vec<&'a Class> = Vec::new();
        for_each_stmt(body, &mut |stmt| {
            if let StmtKind::Class(def) = &stmt.kind {
                classes.push(def);
            }
        });
        for def in classes {
            self.collect_class(def, module, parent);
        }
        walk::for_each_function(body, &mut |def| found.push(def));
        for def in found {
            let index = self.functions.len();
            self.by_id.insert(def.id, index);
            self.functions.push(FunctionInfo::new(def, module, parent));
            self.collect(module, &def.body, Some(index));
        }
    }

    fn find_statics(&mut self) {
        for at in 0..self.functions.len() {
            let statics = captures::static_functions(self.functions[at].def).into_iter();
            self.functions[at].statics =
                statics.filter_map(|(name, def)| Some((name, *self.by_id.get(&def.id)?))).collect();
        }
    }

    /// Sorts the module-level names that functions, or other modules, read.
    fn find_globals(&mut self, module: usize) {
        let body = self.modules[module].body;
        let is_main = self.modules[module].kind == Kind::Main;
        let mut bindings: BTreeMap<Name, Vec<&'a Stmt>> = BTreeMap::new();
        for_each_stmt(body, &mut |stmt| {
            for name in walk::bound_by(stmt) {
                bindings.entry(name).or_default().push(stmt);
            }
        });
        let own = || self.functions.iter().filter(|info| info.module == module);
        let written: BTreeSet<Name> = own().flat_map(|info| info.globals.iter().cloned()).collect();
        let mut needed = written.clone();
        for info in own() {
            needed.extend(reads(&info.def.body).into_iter().filter(|name| !info.locals.contains(name)));
        }
        let mut globals = BTreeMap::new();
        for (name, stmts) in bindings {
            // Bases of classes are looked up by name.
            let is_class = stmts.iter().any(|stmt| matches!(stmt.kind, StmtKind::Class(_)));
            if is_main && !needed.contains(&name) && !is_class {
                continue;
            }
            let only = if stmts.len() == 1 && !written.contains(&name) { Some(stmts[0]) } else { None };
            let kind = only.and_then(|stmt| self.constant_global(module, &name, stmt));
            let memory = Global::Memory { written: written.contains(&name) };
            globals.insert(name, kind.unwrap_or(memory));
        }
        for name in written {
            globals.entry(name).or_insert(Global::Memory { written: true });
        }
        let scope = &mut self.modules[module];
        scope.names.extend(globals.keys().cloned());
        scope.globals = globals;
    }

    fn constant_global(&self, module: usize, name: &Name, stmt: &'a Stmt) -> Option<Global<'a>> {
        match &stmt.kind {
            StmtKind::Function(def) if def.decorators.is_empty() => {
                self.by_id.get(&def.id).map(|index| Global::Function(*index))
            }
            StmtKind::Class(def) => self.class_by_id.get(&def.id).map(|index| Global::Class(*index)),
            StmtKind::Import(names) => {
                let (_, path, _) = names.iter().find(|(bound, _, _)| bound == name)?;
                // A variable of another module is what it was when it was imported.
                match self.imported(module, path) {
                    Imported::Item(from, item) => match self.modules[from].globals.get(item) {
                        Some(Global::Memory { .. }) => None,
                        _ => Some(Global::Path(path)),
                    },
                    _ => Some(Global::Path(path)),
                }
            }
            StmtKind::Exception(class) => Some(Global::Path(&class.path)),
            StmtKind::Assign(targets, value) if is_literal(value) => {
                let plain = matches!(targets_of(targets), Some(target) if target == name);
                (self.is_top_level(module, stmt) && plain).then_some(Global::Constant(value))
            }
            StmtKind::AnnAssign(_, _, Some(value)) if is_literal(value) => {
                self.is_top_level(module, stmt).then_some(Global::Constant(value))
            }
            _ => None,
        }
    }

    fn is_top_level(&self, module: usize, stmt: &Stmt) -> bool {
        self.modules[module].body.iter().any(|other| other.id == stmt.id)
    }

    fn unknown_names(&self, module: usize, sources: &Sources) -> Vec<Diagnostic> {
        let module_names = &self.modules[module].names;
        let mut found = Vec::new();
        let mut report = |name: &Name, expr: &Expr| {
            found.push(Diagnostic::new(
                sources.of(expr.span),
                expr.span,
                format!("name '{name}' is not defined"),
                suggestion(name, module_names),
            ));
        };
        // A class sees its own names where its body computes values.
        let own = |name: &Name, expr: &Expr| {
            let within = |stmt: &Stmt| stmt.span.start <= expr.span.start && expr.span.end <= stmt.span.end;
            self.classes.iter().filter(|class| class.module == module).any(|class| {
                let known = class.values.contains_key(name) || class.methods.contains_key(name);
                known && class.def.body.iter().any(|stmt| matches!(stmt.kind, StmtKind::Assign(..)) && within(stmt))
            })
        };
        walk::for_each_name(self.modules[module].body, &mut |name, expr| {
            if !module_names.contains(name) && !is_builtin(name) && !own(name, expr) {
                report(name, expr);
            }
        });
        for info in self.functions.iter().filter(|info| info.module == module) {
            walk::for_each_name(&info.def.body, &mut |name, expr| {
                let known = info.locals.contains(name)
                    || info.captures.contains(name)
                    || info.siblings.contains_key(name)
                    || module_names.contains(name)
                    || is_builtin(name);
                if !known {
                    report(name, expr);
                }
            });
        }
        found
    }
}

impl<'a> FunctionInfo<'a> {
    fn new(def: &'a Function, module: usize, parent: Option<usize>) -> FunctionInfo<'a> {
        let mut globals = BTreeSet::new();
        let mut nonlocals = BTreeSet::new();
        for_each_stmt(&def.body, &mut |stmt| match &stmt.kind {
            StmtKind::Global(names) => globals.extend(names.iter().cloned()),
            StmtKind::Nonlocal(names) => nonlocals.extend(names.iter().cloned()),
            _ => {}
        });
        FunctionInfo {
            def,
            module,
            locals: walk::locals(def),
            globals,
            captures: Vec::new(),
            siblings: BTreeMap::new(),
            statics: BTreeMap::new(),
            nonlocals,
            cells: BTreeSet::new(),
            recursive: false,
            parent,
            live: Liveness::of(&def.body),
        }
    }
}

/// The name, when the targets are one plain name.
fn targets_of(targets: &[Expr]) -> Option<&Name> {
    match targets {
        [Expr { kind: ExprKind::Name(name), .. }] => Some(name),
        _ => None,
    }
}

/// Whether an expression is a constant written out.
pub fn is_literal(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::Bool(_) | ExprKind::Str(_) | ExprKind::None => true,
        ExprKind::Unary(_, inner) => is_literal(inner),
        ExprKind::Binary(_, left, right) => is_literal(left) && is_literal(right),
        ExprKind::Tuple(items) => items.iter().all(is_literal),
        _ => false,
    }
}

pub fn is_builtin(name: &str) -> bool {
    BUILTINS.contains(&name) || exceptions::is_builtin(name)
}

fn suggestion(name: &str, known: &BTreeSet<Name>) -> String {
    let close = nearest(name, known.iter().map(|known| &**known));
    match (close, name) {
        (Some(other), _) => format!("did you mean `{other}`?"),
        (None, "np" | "numpy") => "add `import numpy as np`".into(),
        (None, "math" | "sys" | "time") => format!("add `import {name}`"),
        (None, _) => "assign it before this use, or import it".into(),
    }
}
