//! Which files make a program: the file itself, the modules beside it that it imports, and the parts of the prelude it may use.

use crate::ast::{Module, Stmt, StmtKind};
use crate::diagnostic::Diagnostic;
use crate::parse::{Numbers, parse_numbered};
use crate::prelude::{self, Words};
use crate::scope::walk::for_each_stmt;
use crate::source::{SourceFile, Sources, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Modules that are ours: a file of the same name does not stand for them.
#[rustfmt::skip]
const OURS: &[&str] = &[
    "numpy", "scipy", "math", "cmath", "sys", "time", "typing", "os", "argparse", "contextlib", "dataclasses", "builtins",
    "__future__", "bisect", "collections", "heapq", "functools", "itertools", "operator", "random", "warnings", "copy", "string",
    "statistics", "numbers", "abc", "enum", "physl",
];

/// What stands under the name of a module beside the program.
#[derive(Clone, Debug)]
pub enum Found {
    /// A file: its name as diagnostics show it, and its text.
    File { name: String, text: String },
    /// A folder without `__init__.py`.
    Folder,
}

/// Looks for a module by the parts of its dotted name.
pub type Finder<'f> = &'f (dyn Fn(&[&str]) -> Option<Found> + Sync);

/// What kind of file a module is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The program.
    Main,
    /// A module of the user's.
    Beside,
    /// A part of NumPy written in Python.
    Prelude,
}

/// A parsed file.
pub struct Unit {
    /// Its dotted name; empty for the program.
    pub name: Rc<str>,
    /// The package that relative imports start from.
    pub package: Rc<str>,
    pub kind: Kind,
    pub tree: Module,
}

/// All files of a program, by number, and an order in which each comes after those it imports.
#[derive(Default)]
pub struct Units {
    pub list: Vec<Unit>,
    pub order: Vec<usize>,
    /// Modules that some import reaches only under a condition or in a function.
    pub lazy: BTreeSet<usize>,
    /// Whether the program names options of printing arrays.
    pub sets_print_options: bool,
}

/// Loads the program and everything that it imports.
pub fn load(program: &SourceFile, finder: Option<Finder>) -> (Sources, Units, Vec<Diagnostic>) {
    let mut loader = Loader {
        finder,
        sources: Sources::new(program.clone()),
        units: Units::default(),
        by_name: BTreeMap::new(),
        open: Vec::new(),
        numbers: Numbers::default(),
        words: Words::default(),
        diagnostics: Vec::new(),
    };
    loader.unit("", "", Kind::Main, program);
    loader.units.sets_print_options = loader.words.has("set_printoptions") || loader.words.has("printoptions");
    let parts = prelude::parts(&loader.words);
    for part in parts {
        let file = SourceFile::new(format!("<{}>", part.name), part.text);
        if let Some(number) = loader.sources.add(file.clone()) {
            loader.numbers.file = number;
            loader.unit(part.name, "", Kind::Prelude, &file);
        }
    }
    (loader.sources, loader.units, loader.diagnostics)
}

/// The absolute path of an import that may begin with dots; nothing when it leaves the outermost package.
pub fn absolute(package: &str, path: &str) -> Option<String> {
    let level = path.len() - path.trim_start_matches('.').len();
    if level == 0 {
        return Some(path.to_string());
    }
    let mut parts: Vec<&str> = package.split('.').filter(|part| !part.is_empty()).collect();
    if parts.len() < level {
        return None;
    }
    parts.truncate(parts.len() + 1 - level);
    parts.push(&path[level..]);
    Some(parts.join("."))
}

/// Whether the compiler knows the module that a path begins with.
pub fn is_ours(path: &str) -> bool {
    OURS.contains(&path.split('.').next().unwrap_or(path))
}

struct Loader<'f> {
    finder: Option<Finder<'f>>,
    sources: Sources,
    units: Units,
    by_name: BTreeMap<String, usize>,
    /// Modules whose imports are being followed.
    open: Vec<usize>,
    numbers: Numbers,
    words: Words,
    diagnostics: Vec<Diagnostic>,
}

impl Loader<'_> {
    /// Parses a file and follows its imports.
    fn unit(&mut self, name: &str, package: &str, kind: Kind, file: &SourceFile) -> usize {
        let (tree, found) = parse_numbered(file, &mut self.numbers);
        self.diagnostics.extend(found);
        if kind != Kind::Prelude {
            self.words.read(&file.text);
        }
        let imports = imports(&tree.body);
        let at = self.units.list.len();
        self.units.list.push(Unit { name: name.into(), package: package.into(), kind, tree });
        self.by_name.insert(name.to_string(), at);
        self.open.push(at);
        for import in imports {
            self.follow(package, &import);
        }
        self.open.pop();
        self.units.order.push(at);
        at
    }

    fn follow(&mut self, package: &str, import: &Import) {
        let Some(path) = absolute(package, &import.path) else {
            let help = "import it by its full name";
            return self.report(import.span, "attempted relative import beyond the top-level package", help);
        };
        if is_ours(&path) {
            return;
        }
        let parts: Vec<&str> = path.split('.').collect();
        for length in 1..=parts.len() {
            let name = parts[..length].join(".");
            match self.by_name.get(&name).copied() {
                Some(known) if self.open.contains(&known) && !self.is_parent(known) => {
                    return self.circle(known, import.span);
                }
                Some(_) => {}
                None if !self.load(&parts[..length], &name) => return,
                None => {}
            }
            if import.nested
                && let Some(at) = self.by_name.get(&name)
            {
                self.units.lazy.insert(*at);
            }
        }
    }

    /// Whether an open module is a package that the present module lies in.
    fn is_parent(&self, known: usize) -> bool {
        let Some(here) = self.open.last() else { return false };
        let (outer, inner) = (&self.units.list[known].name, &self.units.list[*here].name);
        known != *here && inner.strip_prefix(&**outer).is_some_and(|rest| rest.starts_with('.'))
    }

    /// Loads a module that lies beside the program, if it is there.
    fn load(&mut self, parts: &[&str], name: &str) -> bool {
        let Some(found) = self.finder.and_then(|finder| finder(parts)) else { return false };
        let file = match found {
            Found::File { name, text } => SourceFile::new(name, text),
            Found::Folder => SourceFile::new(name, ""),
        };
        let is_package = file.name.ends_with("__init__.py");
        let package = if is_package { name } else { name.rsplit_once('.').map_or("", |(package, _)| package) };
        let Some(number) = self.sources.add(file.clone()) else { return false };
        let outer = std::mem::replace(&mut self.numbers.file, number);
        self.unit(name, package, Kind::Beside, &file);
        self.numbers.file = outer;
        true
    }

    fn circle(&mut self, known: usize, span: Span) {
        let from = self.open.iter().position(|open| *open == known).unwrap_or(0);
        let names: Vec<String> =
            self.open[from..].iter().map(|at| format!("`{}`", self.units.list[*at].name)).collect();
        let first = names.first().cloned().unwrap_or_default();
        let message = match names.as_slice() {
            [_] => format!("the module {first} imports itself"),
            _ => format!("these modules import one another in a circle: {} -> {first}", names.join(" -> ")),
        };
        self.report(span, message, "move what they share to a module that imports neither");
    }

    #[track_caller]
    fn report(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(self.sources.of(span), span, message, help));
    }
}

struct Import {
    path: String,
    span: Span,
    /// Not at the top level of its file.
    nested: bool,
}

/// The imports of a file in the order of the text.
fn imports(body: &[Stmt]) -> Vec<Import> {
    let mut found = Vec::new();
    let top: BTreeSet<u32> = body.iter().map(|stmt| stmt.id).collect();
    collect(body, &top, &mut found);
    found
}

fn collect(body: &[Stmt], top: &BTreeSet<u32>, found: &mut Vec<Import>) {
    for_each_stmt(body, &mut |stmt| match &stmt.kind {
        StmtKind::Import(names) => {
            let nested = !top.contains(&stmt.id);
            found.extend(names.iter().map(|(_, path, span)| Import { path: path.clone(), span: *span, nested }));
        }
        StmtKind::Function(def) => collect(&def.body, top, found),
        _ => {}
    });
}
