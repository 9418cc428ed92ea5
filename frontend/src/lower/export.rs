//! Exports: functions compiled for the types that the user gives, and how code outside sees them.

use super::function::symbol;
use super::{Frame, Lowerer};
use crate::ast::{ExprKind, Function, StmtKind};
use crate::sig::Signature;
use crate::source::Span;
use crate::types::{Num, Ty, list_text};
use crate::value::Val;
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, Op, Type, Value, function};

/// Words of C and C++, which no function there can have as its name.
#[rustfmt::skip]
const RESERVED: &[&str] = &[
    "alignas", "alignof", "asm", "auto", "bool", "case", "catch", "char", "const", "constexpr", "default", "delete",
    "do", "double", "enum", "explicit", "export", "extern", "false", "float", "friend", "goto", "inline", "int", "long",
    "main", "mutable", "namespace", "new", "nullptr", "operator", "private", "protected", "public", "register",
    "restrict", "short", "signed", "sizeof", "static", "struct", "switch", "template", "this", "throw", "true",
    "typedef", "typename", "union", "unsigned", "using", "virtual", "void", "volatile",
];

/// An exported function, as a header shows it.
pub struct Exported {
    /// Its name in C.
    symbol: String,
    /// The line that defines it, and its types.
    line: String,
    types: String,
    doc: Option<String>,
    /// Names of the values that carry the parameters and the result, in the order of the IR function's.
    params: Vec<String>,
    results: Vec<String>,
}

impl Exported {
    /// The attributes that tell later stages.
    pub fn attrs(&self) -> Vec<(String, Attr)> {
        let names = |names: &[String]| Attr::Array(names.iter().map(Attr::str).collect());
        let mut attrs = vec![
            ("physl.export".to_string(), Attr::str(&self.symbol)),
            ("physl.line".to_string(), Attr::str(&self.line)),
            ("physl.types".to_string(), Attr::str(&self.types)),
            ("physl.params".to_string(), names(&self.params)),
            ("physl.results".to_string(), names(&self.results)),
        ];
        attrs.extend(self.doc.as_ref().map(|doc| ("physl.doc".to_string(), Attr::str(doc))));
        attrs
    }
}

impl<'a> Lowerer<'a> {
    /// Compiles a function for a signature given by the user.
    pub fn export(&mut self, export: &Signature) {
        let found = self
            .program
            .functions
            .iter()
            .position(|info| *info.def.name == *export.function && info.parent.is_none() && info.module == 0);
        let Some(index) = found else {
            let message = format!("--sig names `{}`, which is no function of this file", export.function);
            self.report(Span::default(), message, "name a function defined at the top level");
            return;
        };
        let def = self.program.functions[index].def;
        if def.params.len() != export.params.len() {
            let (count, plural) = (export.params.len(), if export.params.len() == 1 { "" } else { "s" });
            let message = format!("--sig gives {count} type{plural} for {}()", def.name);
            self.report(def.name_span, message, self.signature_help(def));
            return;
        }
        let mut passed: Vec<(Val, Ty)> = export
            .params
            .iter()
            .map(|ty| (if *ty == Ty::None { Val::None } else { Val::Unknown }, ty.clone()))
            .collect();
        if let Ok(spec) = self.specialise(index, &mut passed, def.name_span) {
            self.specs.list[spec].public = true;
            if self.options.module_name.is_some() && self.specs.list[spec].exported.is_none() {
                let result = plain(&self.specs.list[spec].result);
                let spec = self.outward(spec, &result);
                self.specs.list[spec].exported = self.exported(spec, def);
            }
        }
    }

    /// The specialisation itself, or where its result is to be of another type one that calls it and returns that: C code does not
    /// tell Python's floats from NumPy's. So does one of a function that may call itself, whose depth is nobody else's business.
    pub(super) fn outward(&mut self, spec: usize, plain: &Ty) -> usize {
        let (key, result) = (self.specs.list[spec].key.clone(), self.specs.list[spec].result.clone());
        if *plain == result && !self.program.functions[key.0].recursive {
            return spec;
        }
        let info = &self.program.functions[key.0];
        let outer = std::mem::replace(&mut self.frame, Frame::new(Some(key.0), &info.live, self.specs.list.len() + 1));
        self.frame.at = info.def.name_span;
        let mut values = |tys: Vec<Type>| -> Vec<Value> { tys.into_iter().map(|ty| self.module.value(ty)).collect() };
        let args = values(key.1.iter().flat_map(Ty::leaves).collect());
        let results = values(result.leaves());
        let depth = self.depth_of_call(key.0);
        let call = Op::new("func.call", self.loc()).with_operands(args.iter().copied().chain(depth));
        let call = call.with_results(results.iter().copied()).with_attr("callee", Attr::Symbol(symbol(spec)));
        self.frame.ops.push(call);
        let val = self.rebuild(&result, &mut results.into_iter());
        let values = self.coerce(&val, plain);
        self.effect("func.return", &values, &[]);
        let loc = self.loc();
        let frame = std::mem::replace(&mut self.frame, outer);
        let outward = self.new_spec(key.clone(), Vec::new());
        self.specs.by_key.insert(key, spec);
        self.specs.list[spec].public = false;
        let op = function(&self.module, &symbol(outward), args, plain.leaves(), frame.ops, loc);
        let entry = &mut self.specs.list[outward];
        (entry.result, entry.done, entry.public, entry.op) = (plain.clone(), true, true, Some(op));
        outward
    }

    /// How code outside sees a specialisation; what it cannot see is reported.
    fn exported(&mut self, spec: usize, def: &'a Function) -> Option<Exported> {
        if !is_c_name(&def.name) {
            let message = format!("`{}` cannot be the name of a function in C", def.name);
            self.report(def.name_span, message, "export a function with another name that calls this one");
            return None;
        }
        let result = self.specs.list[spec].result.clone();
        if !crosses(&result) {
            let message = format!("{}() returns {result}, which code outside cannot take", def.name);
            self.report(def.name_span, message, "return numbers, arrays or tuples of them");
            return None;
        }
        let tys = self.specs.list[spec].key.1.clone();
        let mut params = Vec::new();
        for (param, ty) in def.params.iter().zip(&tys) {
            leaf_names(&param.name, ty, &mut params);
        }
        let mut results = Vec::new();
        leaf_names("result", &result, &mut results);
        let line = self.source.of(def.name_span).line(self.source.line_column(def.name_span).0).trim().to_string();
        let types = format!("({}) -> {result}", list_text(&tys));
        Some(Exported { symbol: self.free_symbol(&def.name), line, types, doc: docstring(def), params, results })
    }

    /// `f`; `f_2` and so on for the further signatures of `f`.
    fn free_symbol(&self, name: &str) -> String {
        let taken = |symbol: &String| {
            self.specs.list.iter().any(|spec| spec.exported.as_ref().is_some_and(|other| other.symbol == *symbol))
        };
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        std::iter::once(name.to_string()).chain(numbered).find(|symbol| !taken(symbol)).unwrap_or_default()
    }
}

/// Whether C or C++ has another use for a name.
pub fn is_reserved_in_c(name: &str) -> bool {
    RESERVED.contains(&name)
}

fn is_c_name(name: &str) -> bool {
    let plain = name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric());
    plain && !is_reserved_in_c(name) && !name.starts_with("__") && !name.starts_with("phylanx_")
}

/// A type with each number of several kinds as the widest of them.
fn plain(ty: &Ty) -> Ty {
    match ty {
        Ty::Either(kinds) => {
            let widest = kinds.iter().max_by_key(|kind| (kind.is_float(), kind.dtype.size())).copied();
            let narrow = |num: Num| num.dtype == DType::F32 && kinds.iter().any(|kind| !kind.is_float());
            widest.map_or(Ty::Unknown, |num| Ty::Num(if narrow(num) { Num { dtype: DType::F64, ..num } } else { num }))
        }
        Ty::Tuple(items) => Ty::Tuple(items.iter().map(plain).collect()),
        Ty::List(items) => Ty::List(items.iter().map(plain).collect()),
        Ty::Option(absent, inner) => Ty::Option(*absent, Box::new(plain(inner))),
        other => other.clone(),
    }
}

/// Whether values of a type can be handed to code outside. What was reported elsewhere counts as such.
fn crosses(ty: &Ty) -> bool {
    match ty {
        Ty::Str
        | Ty::Exception(_)
        | Ty::File
        | Ty::Heap(_)
        | Ty::Static(_)
        | Ty::Callable(..)
        | Ty::OneOf(_)
        | Ty::Cell(_)
        | Ty::Record(_)
        | Ty::Named(..)
        | Ty::Range(_)
        | Ty::Iterable(..)
        | Ty::Unbound
        | Ty::Either(_) => false,
        Ty::Tuple(items) => items.iter().all(crosses),
        Ty::List(items) => items.iter().all(crosses),
        Ty::Option(_, inner) => crosses(inner),
        Ty::Unknown | Ty::Never | Ty::None | Ty::Num(_) | Ty::Mixed(_) | Ty::Array(_) => true,
    }
}

/// Names for the values that carry a Python value, in the order of [`Ty::leaves`].
fn leaf_names(name: &str, ty: &Ty, names: &mut Vec<String>) {
    match ty {
        // What does not cross has no names.
        Ty::Unknown
        | Ty::Never
        | Ty::Unbound
        | Ty::None
        | Ty::Static(_)
        | Ty::Exception(_)
        | Ty::File
        | Ty::Either(_)
        | Ty::Heap(_)
        | Ty::Callable(..)
        | Ty::OneOf(_)
        | Ty::Cell(_)
        | Ty::Record(_)
        | Ty::Named(..)
        | Ty::Range(_)
        | Ty::Iterable(..) => {}
        Ty::Num(num) if phylanx_dialects::dtype::is_complex(num.dtype) => {
            names.extend([format!("{name}_real"), format!("{name}_imag")]);
        }
        Ty::Num(_) | Ty::Str | Ty::Array(_) => names.push(name.to_string()),
        Ty::Mixed(_) => names.extend([name.to_string(), format!("{name}_is_int")]),
        Ty::Tuple(items) => numbered(name, items, names),
        Ty::List(items) => numbered(name, items, names),
        Ty::Option(_, inner) => {
            names.push(format!("{name}_present"));
            leaf_names(name, inner, names);
        }
    }
}

fn numbered(name: &str, items: &[Ty], names: &mut Vec<String>) {
    for (at, item) in items.iter().enumerate() {
        leaf_names(&format!("{name}_{at}"), item, names);
    }
}

/// The text that a function begins with.
fn docstring(def: &Function) -> Option<String> {
    match &def.body.first()?.kind {
        StmtKind::Expr(expr) => match &expr.kind {
            ExprKind::Str(text) => Some(text.to_string()),
            _ => None,
        },
        _ => None,
    }
}
