//! Classes of the program: what their bodies define.

use super::{FunctionInfo, Program};
use crate::ast::{Arg, Class, Expr, ExprKind, Function, Name, Stmt, StmtKind};
use std::collections::BTreeMap;

/// How a method is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Plain,
    Static,
    OfClass,
    Property,
}

/// What a decorator or a base makes of a class.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Traits {
    /// `__init__`, `__repr__` and `__eq__` are made from the fields.
    pub is_data: bool,
    pub is_tuple: bool,
    pub frozen: bool,
    pub order: bool,
    pub eq: bool,
    /// Comparisons that it does not define follow from one that it does.
    pub total_order: bool,
    /// It has no instances while methods of it are abstract.
    pub is_abstract: bool,
}

/// A class and its names.
pub struct ClassInfo<'a> {
    pub def: &'a Class,
    pub module: usize,
    /// Functions by name; the setter of a property `x` is `x.setter`.
    pub methods: BTreeMap<Name, (usize, Role)>,
    /// Values of the class, and defaults of fields.
    pub values: BTreeMap<Name, &'a Expr>,
    /// Fields with an annotation, in order.
    pub fields: Vec<Name>,
    pub base: Option<Name>,
    pub traits: Traits,
}

impl<'a> Program<'a> {
    pub(super) fn collect_class(&mut self, def: &'a Class, module: usize, parent: Option<usize>) {
        let index = self.classes.len();
        self.class_by_id.insert(def.id, index);
        let mut info = ClassInfo {
            def,
            module,
            methods: BTreeMap::new(),
            values: BTreeMap::new(),
            fields: Vec::new(),
            base: None,
            traits: traits_of(def),
        };
        for base in &def.bases {
            if let ExprKind::Name(name) = &base.kind
                && !matches!(&**name, "object" | "NamedTuple" | "ABC")
            {
                info.base = Some(name.clone());
            }
        }
        for stmt in &def.body {
            match &stmt.kind {
                StmtKind::Function(method) => {
                    let at = self.functions.len();
                    self.by_id.insert(method.id, at);
                    self.functions.push(FunctionInfo::new(method, module, parent));
                    self.class_of_method.insert(at, index);
                    self.collect(module, &method.body, Some(at));
                    let (name, role) = role_of(method);
                    info.methods.insert(name, (at, role));
                }
                _ => info.value(stmt),
            }
        }
        self.classes.push(info);
    }
}

impl<'a> ClassInfo<'a> {
    fn value(&mut self, stmt: &'a Stmt) {
        match &stmt.kind {
            StmtKind::Assign(targets, value) => {
                // `__radd__ = __add__`: one method under two names.
                let method = match &value.kind {
                    ExprKind::Name(name) => self.methods.get(name).copied(),
                    _ => None,
                };
                for target in targets {
                    match (&target.kind, method) {
                        (ExprKind::Name(name), Some(method)) => drop(self.methods.insert(name.clone(), method)),
                        (ExprKind::Name(name), None) => drop(self.values.insert(name.clone(), value)),
                        _ => {}
                    }
                }
            }
            StmtKind::AnnAssign(Expr { kind: ExprKind::Name(name), .. }, annotation, value) => {
                let of_class =
                    matches!(&annotation.kind, ExprKind::Subscript(base, _) if last_name(base) == Some("ClassVar"));
                if !of_class {
                    self.fields.push(name.clone());
                }
                if let Some(value) = value {
                    self.values.insert(name.clone(), value);
                }
            }
            _ => {}
        }
    }
}

/// The last part of a dotted name.
pub fn last_name(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        ExprKind::Name(name) | ExprKind::Attribute(_, name) => Some(name),
        _ => None,
    }
}

fn traits_of(def: &Class) -> Traits {
    let is_abstract = def.bases.iter().any(|base| last_name(base) == Some("ABC"));
    let mut traits = Traits { is_abstract, ..Traits::default() };
    traits.total_order = def.decorators.iter().any(|decorator| last_name(decorator) == Some("total_ordering"));
    for decorator in &def.decorators {
        let (callee, args): (&Expr, &[Arg]) = match &decorator.kind {
            ExprKind::Call(callee, args) => (callee, args),
            _ => (decorator, &[]),
        };
        if last_name(callee) != Some("dataclass") {
            continue;
        }
        let flag = |name: &str, default: bool| {
            let found = args.iter().find(|arg| arg.name.as_deref() == Some(name));
            found.map_or(default, |arg| matches!(arg.value.kind, ExprKind::Bool(true)))
        };
        traits = Traits {
            is_data: true,
            frozen: flag("frozen", false),
            order: flag("order", false),
            eq: flag("eq", true),
            ..traits
        };
    }
    if def.bases.iter().any(|base| last_name(base) == Some("NamedTuple")) {
        traits = Traits { is_data: true, is_tuple: true, frozen: true, order: true, eq: true, ..traits };
    }
    traits
}

fn role_of(method: &Function) -> (Name, Role) {
    for decorator in &method.decorators {
        match &decorator.kind {
            ExprKind::Name(name) if &**name == "staticmethod" => return (method.name.clone(), Role::Static),
            ExprKind::Name(name) if &**name == "classmethod" => return (method.name.clone(), Role::OfClass),
            ExprKind::Attribute(_, name) if &**name == "setter" => {
                return (format!("{}.setter", method.name).into(), Role::Plain);
            }
            _ if matches!(last_name(decorator), Some("property" | "cached_property")) => {
                return (method.name.clone(), Role::Property);
            }
            _ => {}
        }
    }
    (method.name.clone(), Role::Plain)
}
