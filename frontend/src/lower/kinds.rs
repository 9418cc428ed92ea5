//! Types as values: `type`, `isinstance`, `hasattr`, `getattr`.

use super::call::{Args, Row};
use super::{Lowerer, Res};
use crate::heap::Kind;
use crate::types::{Num, Static, is_float};
use crate::value::{Form, Repr, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::Type;

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "builtins.type", params: "obj", build: type_of },
    Row { name: "builtins.isinstance", params: "obj, kinds", build: isinstance },
    Row { name: "builtins.issubclass", params: "cls, kinds", build: is_subclass },
    Row { name: "builtins.hasattr", params: "obj, name", build: has_attribute },
    Row { name: "builtins.getattr", params: "obj, name, default=", build: attribute },
];

/// `type(obj)`.
fn type_of<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    match args.val(0) {
        Val::Mixed { num, is_int, .. } => {
            let condition = lowerer.flag_value(&is_int);
            let float = if num.numpy { "numpy.float64" } else { "builtins.float" };
            Ok(lowerer.choose(condition, args.span, |_| Val::path("builtins.int"), |_| Val::path(float)))
        }
        Val::Option { present, inner, .. } => {
            let condition = lowerer.flag_value(&present);
            let kind = kind_of(&inner);
            let Some(kind) = kind else { return no_type(lowerer, args) };
            Ok(lowerer.choose(condition, args.span, |_| kind, |_| Val::path("types.NoneType")))
        }
        val => match kind_of(&val) {
            Some(kind) => Ok(kind),
            None => no_type(lowerer, args),
        },
    }
}

fn no_type<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let message = format!("the type of {} is not known here", args.val(0).describe());
    lowerer.fail(args.span, message, "test with `isinstance`")
}

fn kind_of(val: &Val) -> Option<Val> {
    Some(match val {
        Val::None => Val::path("types.NoneType"),
        Val::Scalar(scalar) => match (scalar.num.numpy, scalar.num.dtype) {
            (false, DType::Bool) => Val::path("builtins.bool"),
            (false, DType::I64) => Val::path("builtins.int"),
            (false, DType::F64) => Val::path("builtins.float"),
            (false, _) => Val::path("builtins.complex"),
            (true, DType::Bool) => Val::path("numpy.bool"),
            (true, dtype) => Val::path(format!("numpy.{}", dtype.numpy_name())),
        },
        Val::Str(_) => Val::path("builtins.str"),
        Val::Tuple(_) => Val::path("builtins.tuple"),
        Val::List(_) => Val::path("builtins.list"),
        Val::Record(_) => Val::path("builtins.dict"),
        Val::Array(array) if array.form == Form::Scalar => Val::path(format!("numpy.{}", array.ty.elem.numpy_name())),
        Val::Array(_) => Val::path("numpy.ndarray"),
        Val::Static(Static::Function(_)) | Val::Callable(_) => Val::path("types.FunctionType"),
        Val::Heap(site, _) => match site.kind() {
            Kind::Class(index) => Val::Static(Static::Class(index)),
            Kind::Deque => Val::path("collections.deque"),
            kind => Val::path(format!("builtins.{}", kind.name())),
        },
        _ => return None,
    })
}

/// How `repr` shows a class of the library.
pub fn class_text(path: &str) -> Option<String> {
    let name =
        path.strip_prefix("builtins.").or_else(|| path.strip_prefix("types.").filter(|name| *name == "NoneType"));
    match name {
        Some(
            "int" | "float" | "bool" | "str" | "tuple" | "list" | "dict" | "set" | "complex" | "NoneType" | "range"
            | "object",
        ) => Some(format!("<class '{}'>", name.unwrap_or(path))),
        _ if path == "numpy.ndarray" || crate::numpy::dtype_of(&Val::path(path)).is_some() => {
            Some(format!("<class '{path}'>"))
        }
        _ => None,
    }
}

fn isinstance<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if let Val::Exception(caught) = args.val(0) {
        let classes = lowerer.classes(&args.val(1), args.span_of(1))?;
        let attrs = [("classes", phylanx_dialects::ir::Attr::str(classes))];
        return Ok(Val::scalar(Num::BOOL, lowerer.op_with("physl.exc_is", &[caught.record], Type::BOOL, &attrs)));
    }
    let mut kinds = Vec::new();
    flatten(&args.val(1), &mut kinds);
    let mut paths = Vec::new();
    let mut of_class = Repr::Const(false);
    for kind in kinds {
        if let Val::Static(Static::Class(class)) = kind {
            let is = lowerer.is_instance_of(&args.val(0), class);
            of_class = either(lowerer, of_class, is);
            continue;
        }
        let Val::Static(Static::Path(path)) = kind else {
            let help = "use int, float, str or np.ndarray";
            return lowerer.fail(args.span_of(1), "isinstance() needs built-in types here", help);
        };
        paths.push(path);
    }
    let is = |val: &Val| paths.iter().any(|path| is_instance(val, path));
    let flag = match args.val(0) {
        Val::Mixed { num, is_int, .. } => {
            let zero = |num: Num| is(&Val::scalar(num, phylanx_dialects::ir::Value(0)));
            one_of(lowerer, &is_int, zero(Num::INT), zero(num))
        }
        Val::Option { present, inner, .. } => one_of(lowerer, &present, is(&inner), is(&Val::None)),
        val => Repr::Const(is(&val)),
    };
    let flag = either(lowerer, flag, of_class);
    Ok(lowerer.flag_val(flag))
}

/// `issubclass` of classes of the program and of exceptions.
fn is_subclass<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if let Some(Val::Exception(caught)) = super::exception::raised_class(&args.val(0)) {
        let classes = lowerer.classes(&args.val(1), args.span_of(1))?;
        let attrs = [("classes", phylanx_dialects::ir::Attr::str(classes))];
        return Ok(Val::scalar(Num::BOOL, lowerer.op_with("physl.exc_is", &[caught.record], Type::BOOL, &attrs)));
    }
    if let Some(class) = lowerer.class_of(&args.val(0)) {
        let classes = lowerer.classes(&args.val(1), args.span_of(1))?;
        return Ok(Val::bool(classes.split('|').any(|one| one == "*" || one == class)));
    }
    let mut kinds = Vec::new();
    flatten(&args.val(1), &mut kinds);
    let of_program = |kind: &Val| matches!(kind, Val::Static(Static::Class(_)));
    match args.val(0) {
        Val::Static(Static::Class(class)) if kinds.iter().all(of_program) => {
            let chain = lowerer.class_chain(class);
            let is = |kind: &Val| matches!(kind, Val::Static(Static::Class(of)) if chain.contains(of));
            Ok(Val::bool(kinds.iter().any(is)))
        }
        _ => lowerer.fail(
            args.span,
            "issubclass() takes classes of the program or of exceptions here",
            "use isinstance()",
        ),
    }
}

/// Whether one of two flags holds.
fn either(lowerer: &mut Lowerer, a: Repr<bool>, b: Repr<bool>) -> Repr<bool> {
    match (a, b) {
        (Repr::Const(true), _) | (_, Repr::Const(true)) => Repr::Const(true),
        (Repr::Const(false), other) | (other, Repr::Const(false)) => other,
        (Repr::Value(a), Repr::Value(b)) => Repr::Value(lowerer.any_of(&[a, b])),
    }
}

/// One of two truth values by a flag.
fn one_of(lowerer: &mut Lowerer, flag: &Repr<bool>, yes: bool, no: bool) -> Repr<bool> {
    match (flag, yes, no) {
        (_, a, b) if a == b => Repr::Const(a),
        (Repr::Const(flag), a, b) => Repr::Const(if *flag { a } else { b }),
        (Repr::Value(value), true, _) => Repr::Value(*value),
        (Repr::Value(value), false, _) => Repr::Value(lowerer.not(*value)),
    }
}

/// Types in tuples of tuples, as `isinstance` takes them.
fn flatten(val: &Val, kinds: &mut Vec<Val>) {
    match val {
        Val::Tuple(items) => items.iter().for_each(|item| flatten(item, kinds)),
        other => kinds.push(other.clone()),
    }
}

fn is_instance(val: &Val, path: &str) -> bool {
    let kind = path.rsplit('.').next().unwrap_or(path);
    let abstract_number = matches!(path, "numbers.Number" | "numbers.Real" | "numbers.Complex");
    match val {
        Val::Scalar(scalar) => match (scalar.num.numpy, scalar.num.dtype) {
            (false, DType::Bool) => matches!(kind, "bool" | "int" | "object" | "Integral") || abstract_number,
            (false, DType::I64) => matches!(kind, "int" | "object" | "Integral") || abstract_number,
            (false, _) => matches!(kind, "float" | "object") || abstract_number,
            (true, DType::F64) => {
                matches!(kind, "float" | "float64" | "floating" | "number" | "generic" | "object" | "inexact")
                    || abstract_number
            }
            (true, dtype) if is_float(dtype) => {
                kind == dtype.numpy_name()
                    || matches!(kind, "floating" | "number" | "generic" | "inexact" | "object")
                    || abstract_number
            }
            (true, DType::Bool) => matches!(kind, "bool_" | "generic" | "object") || path == "numpy.bool",
            (true, dtype) => {
                let signed = if crate::types::is_unsigned(dtype) { "unsignedinteger" } else { "signedinteger" };
                kind == dtype.numpy_name()
                    || kind == signed
                    || matches!(kind, "integer" | "number" | "generic" | "object" | "Integral")
                    || abstract_number
            }
        },
        Val::Str(_) => matches!(kind, "str" | "object" | "Sequence" | "Iterable"),
        Val::Tuple(_) => matches!(kind, "tuple" | "object" | "Sequence" | "Iterable"),
        Val::List(_) => matches!(kind, "list" | "object" | "Sequence" | "Iterable"),
        Val::Record(_) => matches!(kind, "dict" | "object" | "Mapping" | "Iterable"),
        Val::Heap(site, _) => {
            let abstracts: &[&str] = match site.kind() {
                Kind::List | Kind::Tuple | Kind::Deque => &["Sequence", "Iterable"],
                Kind::Dict | Kind::Record => &["Mapping", "Iterable"],
                Kind::Set | Kind::FrozenSet | Kind::Iterator => &["Iterable"],
                Kind::Class(_) => &[],
            };
            kind == "object" || site.kind().name() == kind || abstracts.contains(&kind)
        }
        Val::Array(array) if array.form != Form::Scalar => matches!(kind, "ndarray" | "object" | "Iterable"),
        Val::None => matches!(kind, "NoneType" | "object"),
        Val::Iter(_) => matches!(kind, "range" | "object" | "Iterable"),
        Val::Static(Static::Function(_)) | Val::Callable(_) | Val::OneOf { .. } => {
            matches!(kind, "FunctionType" | "Callable" | "object")
        }
        _ => kind == "object",
    }
}

fn has_attribute<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some(name) = args.val(1).const_text() else {
        return lowerer.not_constant(args.expr(1), args.span_of(1), "an attribute's name");
    };
    let found = match args.val(0) {
        Val::Str(_) => super::text_method::has_method(&name),
        Val::Array(_) => crate::numpy::method(&name).is_some() || ARRAY_ATTRIBUTES.contains(&&*name),
        Val::Record(fields) => fields.iter().any(|(known, _)| *known == name),
        Val::Tuple(_) => matches!(&*name, "count" | "index" | "__len__" | "__iter__"),
        Val::List(_) => {
            matches!(&*name, "append" | "sort" | "count" | "index" | "__len__" | "__iter__" | "extend" | "pop")
        }
        Val::Heap(site, object) => {
            let found = lowerer.has_field(&site, object, &name);
            return Ok(lowerer.flag_val(found));
        }
        Val::Scalar(scalar) if scalar.num.numpy => {
            crate::numpy::method(&name).is_some() || ARRAY_ATTRIBUTES.contains(&&*name)
        }
        Val::Scalar(_) | Val::Mixed { .. } => matches!(&*name, "real" | "imag" | "conjugate"),
        _ => false,
    };
    Ok(Val::bool(found))
}

const ARRAY_ATTRIBUTES: &[&str] = &[
    "shape",
    "ndim",
    "size",
    "dtype",
    "T",
    "itemsize",
    "nbytes",
    "real",
    "imag",
    "flat",
    "strides",
    "__len__",
    "__array__",
];

fn attribute<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Some(name) = args.val(1).const_text() else {
        return lowerer.not_constant(args.expr(1), args.span_of(1), "an attribute's name");
    };
    if let Some(default) = args.given(2).cloned()
        && has_attribute(lowerer, args)? == Val::bool(false)
    {
        return Ok(default);
    }
    lowerer.attribute_by_name(args.val(0), &name, args.span)
}
