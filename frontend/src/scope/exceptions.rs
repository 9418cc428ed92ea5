//! Classes of exceptions and what they derive from.

use super::walk::for_each_stmt;
use crate::ast::{ExceptionClass, Expr, ExprKind, Stmt, StmtKind};
use std::collections::{BTreeMap, BTreeSet};

/// Python's and NumPy's classes, as a traceback names them, with their bases.
#[rustfmt::skip]
const CLASSES: &[(&str, &[&str])] = &[
    ("BaseException", &[]),
    ("SystemExit", &["BaseException"]), ("KeyboardInterrupt", &["BaseException"]), ("GeneratorExit", &["BaseException"]),
    ("Exception", &["BaseException"]),
    ("ArithmeticError", &["Exception"]), ("FloatingPointError", &["ArithmeticError"]),
    ("OverflowError", &["ArithmeticError"]), ("ZeroDivisionError", &["ArithmeticError"]),
    ("AssertionError", &["Exception"]), ("AttributeError", &["Exception"]), ("BufferError", &["Exception"]),
    ("EOFError", &["Exception"]), ("ImportError", &["Exception"]), ("ModuleNotFoundError", &["ImportError"]),
    ("LookupError", &["Exception"]), ("IndexError", &["LookupError"]), ("KeyError", &["LookupError"]),
    ("MemoryError", &["Exception"]), ("NameError", &["Exception"]), ("UnboundLocalError", &["NameError"]),
    ("OSError", &["Exception"]), ("BlockingIOError", &["OSError"]), ("ChildProcessError", &["OSError"]),
    ("ConnectionError", &["OSError"]), ("BrokenPipeError", &["ConnectionError"]),
    ("ConnectionAbortedError", &["ConnectionError"]), ("ConnectionRefusedError", &["ConnectionError"]),
    ("ConnectionResetError", &["ConnectionError"]), ("FileExistsError", &["OSError"]),
    ("FileNotFoundError", &["OSError"]), ("InterruptedError", &["OSError"]), ("IsADirectoryError", &["OSError"]),
    ("NotADirectoryError", &["OSError"]), ("PermissionError", &["OSError"]), ("ProcessLookupError", &["OSError"]),
    ("TimeoutError", &["OSError"]), ("ReferenceError", &["Exception"]), ("RuntimeError", &["Exception"]),
    ("NotImplementedError", &["RuntimeError"]), ("RecursionError", &["RuntimeError"]),
    ("StopIteration", &["Exception"]), ("StopAsyncIteration", &["Exception"]), ("SyntaxError", &["Exception"]),
    ("IndentationError", &["SyntaxError"]), ("TabError", &["IndentationError"]), ("SystemError", &["Exception"]),
    ("TypeError", &["Exception"]), ("ValueError", &["Exception"]), ("UnicodeError", &["ValueError"]),
    ("UnicodeDecodeError", &["UnicodeError"]), ("UnicodeEncodeError", &["UnicodeError"]),
    ("Warning", &["Exception"]), ("UserWarning", &["Warning"]), ("RuntimeWarning", &["Warning"]),
    ("DeprecationWarning", &["Warning"]), ("FutureWarning", &["Warning"]), ("SyntaxWarning", &["Warning"]),
    ("io.UnsupportedOperation", &["OSError", "ValueError"]),
    ("numpy.linalg.LinAlgError", &["ValueError"]),
    ("numpy.exceptions.AxisError", &["ValueError", "IndexError"]),
    ("numpy._core._exceptions._ArrayMemoryError", &["MemoryError"]),
    ("argparse.ArgumentError", &["Exception"]),
];

/// The program's own classes of exceptions, with their bases.
#[derive(Default)]
pub struct Exceptions {
    own: BTreeMap<String, String>,
    /// Those whose bodies say more than a text.
    with_body: BTreeSet<String>,
}

impl Exceptions {
    /// The classes that files define.
    pub fn of<'a>(files: impl Iterator<Item = &'a [Stmt]>) -> Exceptions {
        let mut found = Exceptions::default();
        let mut others = Vec::new();
        files.for_each(|body| found.collect(body, &mut others));
        // A class with a body is one of exceptions if its base is; bases may stand in other files.
        while let Some(at) =
            others.iter().position(|(_, base)| found.own.contains_key(base) || standard(base).is_some())
        {
            let (name, base) = others.swap_remove(at);
            found.with_body.insert(name.clone());
            found.own.insert(name, base);
        }
        found
    }

    fn collect(&mut self, body: &[Stmt], others: &mut Vec<(String, String)>) {
        let (mut classes, mut functions): (Vec<&ExceptionClass>, Vec<&[Stmt]>) = (Vec::new(), Vec::new());
        for_each_stmt(body, &mut |stmt| match &stmt.kind {
            StmtKind::Exception(class) => classes.push(class),
            StmtKind::Function(def) => functions.push(&def.body),
            StmtKind::Class(def) => {
                if let [base] = def.bases.as_slice() {
                    others.push((def.name.to_string(), last_name(base)));
                }
            }
            _ => {}
        });
        for class in classes {
            self.own.insert(class.name.to_string(), last_name(&class.base));
        }
        functions.into_iter().for_each(|body| self.collect(body, others));
    }

    /// The class that a value of the program names, by its path, as a traceback names it.
    pub fn class(&self, path: &str) -> Option<String> {
        let last = path.rsplit('.').next().unwrap_or(path);
        if path.starts_with("exceptions.") {
            return self.own.contains_key(last).then(|| last.to_string());
        }
        standard(last).filter(|_| path.starts_with("builtins.") || path.contains("rror")).map(str::to_string)
    }

    /// Whether a class of the program derives from an exception and has a body of its own.
    pub fn has_fields(&self, class: &str) -> bool {
        self.with_body.contains(class)
    }

    /// The class with a body that makes the instances of a class: itself or the nearest above.
    pub fn body_of(&self, class: &str) -> Option<String> {
        let (mut at, mut seen) = (class.to_string(), BTreeSet::new());
        while seen.insert(at.clone()) {
            if self.with_body.contains(&at) {
                return Some(at);
            }
            at = self.own.get(&at)?.clone();
        }
        None
    }

    /// The classes whose instances a class with a body makes.
    pub fn made_by(&self, body: &str) -> Vec<&str> {
        self.own.keys().map(String::as_str).filter(|class| self.body_of(class).as_deref() == Some(body)).collect()
    }

    /// All classes that a handler of this class catches, itself included.
    pub fn caught_by(&self, class: &str) -> Vec<String> {
        let own = self.own.keys().map(String::as_str);
        let all = CLASSES.iter().map(|(name, _)| *name).filter(|name| !self.own.contains_key(*name)).chain(own);
        all.filter(|name| self.derives(name, class)).map(str::to_string).collect()
    }

    /// Whether a class is another or derives from it.
    pub fn derives(&self, class: &str, from: &str) -> bool {
        let (mut open, mut seen) = (vec![class.to_string()], BTreeSet::new());
        while let Some(at) = open.pop() {
            if at == from {
                return true;
            }
            if seen.insert(at.clone()) {
                open.extend(self.bases(&at));
            }
        }
        false
    }

    fn bases(&self, class: &str) -> Vec<String> {
        if let Some(base) = self.own.get(class) {
            // A class that derives from a standard one of its own name.
            let base = if self.own.contains_key(base) && base != class { base } else { standard(base).unwrap_or("") };
            return vec![base.to_string()];
        }
        let known = CLASSES.iter().find(|(name, _)| *name == class);
        known.map_or(Vec::new(), |(_, bases)| bases.iter().map(|base| (*base).to_string()).collect())
    }
}

/// Whether a name is a built-in class of exceptions.
pub fn is_builtin(name: &str) -> bool {
    !name.contains('.') && matches!(standard(name), Some(known) if !known.contains('.'))
}

/// A standard class by the last part of its name.
fn standard(name: &str) -> Option<&'static str> {
    if matches!(name, "IOError" | "EnvironmentError") {
        return Some("OSError");
    }
    CLASSES.iter().map(|(known, _)| *known).find(|known| known.rsplit('.').next() == Some(name))
}

fn last_name(base: &Expr) -> String {
    match &base.kind {
        ExprKind::Name(name) | ExprKind::Attribute(_, name) => name.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_classes_derive_as_in_python() {
        let none = Exceptions::default();
        assert!(none.derives("numpy.exceptions.AxisError", "IndexError"));
        assert!(none.derives("UnicodeDecodeError", "Exception") && !none.derives("SystemExit", "Exception"));
        assert_eq!(
            none.caught_by("LookupError"),
            ["LookupError", "IndexError", "KeyError", "numpy.exceptions.AxisError"]
        );
        assert_eq!(none.class("builtins.IOError").as_deref(), Some("OSError"));
        assert_eq!(none.class("numpy.linalg.LinAlgError").as_deref(), Some("numpy.linalg.LinAlgError"));
        assert_eq!(none.class("numpy.sum"), None);
    }

    #[test]
    fn every_base_is_a_class() {
        let known = |base: &&str| CLASSES.iter().any(|(name, _)| name == base);
        assert!(CLASSES.iter().all(|(_, bases)| bases.iter().all(known)));
    }
}
