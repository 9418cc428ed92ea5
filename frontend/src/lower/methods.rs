//! Attributes and methods of values.

use super::function::Passed;
use super::{Lowerer, Res};
use crate::ast::{Expr, Name};
use crate::numpy;
use crate::source::Span;
use crate::types::{Num, Static};
use crate::value::{Array, Form, Repr, Scalar, Val};
use phylanx_dialects::ir::Type;
use std::rc::Rc;

impl<'a> Lowerer<'a> {
    /// `base.name`.
    pub fn attribute(&mut self, base: &'a Expr, name: &Name, span: Span) -> Res<Val> {
        if let Some(found) = self.class_name(base, name) {
            return found;
        }
        let val = self.need(base)?;
        self.over_kinds(&[val], span, &mut |this, vals| this.attribute_of(&vals[0], name, span))
    }

    /// `val.name`.
    pub fn attribute_by_name(&mut self, val: Val, name: &str, span: Span) -> Res<Val> {
        let name: Name = name.into();
        self.over_kinds(&[val], span, &mut |this, vals| this.attribute_of(&vals[0], &name, span))
    }

    pub fn attribute_of(&mut self, val: &Val, name: &Name, span: Span) -> Res<Val> {
        match val {
            Val::Static(Static::Path(path)) if matches!(&**name, "__name__" | "__qualname__") => {
                Ok(Val::text(path.rsplit('.').next().unwrap_or(path)))
            }
            Val::Static(Static::Path(path)) => {
                let path = format!("{path}.{name}");
                if let Some(constant) = super::stdlib::constant(&path) {
                    return Ok(constant);
                }
                if crate::numpy::is_missing(&path) {
                    let (message, help) = crate::numpy::unknown(&path);
                    return self.sure_to_raise(span, "AttributeError", message, help);
                }
                Ok(Val::path(path))
            }
            Val::Static(Static::Module(module)) => self.module_item(*module, name, span),
            Val::Heap(site, object) => self.instance_attribute(&site.clone(), *object, name, span),
            Val::Static(Static::Class(index)) => self.class_attribute(*index, name, span),
            Val::Array(array) => self.array_attribute(&array.clone(), name, span),
            Val::Scalar(scalar) if matches!(&**name, "real" | "imag") => Ok(self.number_part(scalar, name)),
            Val::Exception(caught) => self.exception_attribute(&caught.clone(), name, span),
            Val::File(file) if &**name == "closed" => {
                Ok(Val::scalar(Num::BOOL, self.file_op("closed", &[*file], Type::BOOL)))
            }
            Val::Scalar(scalar) if scalar.num.numpy => {
                let array = self.array_of(&Val::Scalar(scalar.clone()), span)?;
                self.array_attribute(&array, name, span)
            }
            Val::Record(fields) if fields.iter().any(|(known, _)| known == name) => {
                self.field_of_record(&Val::Record(fields.clone()), name, span)
            }
            Val::Static(Static::Function(index)) => self.function_attribute(*index, val, name, span),
            Val::Callable(callable) => match &callable.code {
                crate::types::Code::Function(index) => self.function_attribute(*index, val, name, span),
                crate::types::Code::Cached => {
                    let inner = callable.held[0].clone();
                    self.attribute_of(&inner, name, span)
                }
                _ => self.no_attribute(val, name, span),
            },
            Val::Static(Static::DType(dtype)) => match &**name {
                "itemsize" | "alignment" => Ok(Val::int(dtype.size() as i64)),
                "name" => Ok(Val::text(dtype.numpy_name())),
                "kind" => Ok(Val::text(if *dtype == phylanx_dialects::DType::Bool {
                    "b"
                } else {
                    &crate::numpy::code(*dtype)[..1]
                })),
                "char" => Ok(Val::text(crate::numpy::letter(*dtype))),
                "str" => {
                    let order = if dtype.size() == 1 { "|" } else { "<" };
                    Ok(Val::text(format!("{order}{}", crate::numpy::code(*dtype))))
                }
                "type" => Ok(val.clone()),
                _ => self.no_attribute(val, name, span),
            },
            Val::Named(record, items) => match record.fields.iter().position(|field| *field == &**name) {
                Some(at) => Ok(items[at].clone()),
                None => match self.sparse_attribute(val, name, span) {
                    Some(found) => found,
                    None => self.no_attribute(val, name, span),
                },
            },
            _ => self.no_attribute(val, name, span),
        }
    }

    fn function_attribute(&mut self, index: usize, val: &Val, name: &Name, span: Span) -> Res<Val> {
        let def = self.program.functions[index].def;
        match &**name {
            "__name__" | "__qualname__" => Ok(Val::text(def.name.clone())),
            "__doc__" => Ok(def.docstring().map_or(Val::None, Val::text)),
            _ => self.no_attribute(val, name, span),
        }
    }

    fn array_attribute(&mut self, array: &Array, name: &Name, span: Span) -> Res<Val> {
        let rank = array.ty.rank();
        match &**name {
            "shape" => Ok(self.shape_of(array)),
            "ndim" => Ok(Val::int(rank as i64)),
            "size" => Ok(Val::Scalar(self.size_of(array))),
            "dtype" => Ok(Val::Static(Static::DType(array.ty.elem))),
            "itemsize" => Ok(Val::int(array.ty.elem.size() as i64)),
            "nbytes" => {
                let size = self.size_of(array);
                Ok(Val::Scalar(self.int_times(&size, &Scalar::int(array.ty.elem.size() as i64))))
            }
            "mT" if rank > 1 => {
                let mut perm: Vec<i64> = (0..rank as i64).collect();
                perm.swap(rank - 2, rank - 1);
                Ok(self.transposed(array, &perm))
            }
            "T" => Ok(self.transposed(array, &(0..rank as i64).rev().collect::<Vec<_>>())),
            "real" | "imag" => self.part_of_array(array, name, span),
            "flat" => Ok(self.flat_of(array)),
            _ if crate::numpy::is_function(name) => {
                self.fail(span, format!("arrays have no attribute `{name}`"), format!("write `np.{name}(...)`"))
            }
            _ => {
                let help = "see the attributes shape, ndim, size, dtype and T; call methods with parentheses";
                self.fail(span, format!("arrays have no supported attribute `{name}`"), help)
            }
        }
    }

    /// `a.shape`.
    pub fn shape_of(&mut self, array: &Array) -> Val {
        Val::Tuple((0..array.ty.rank()).map(|axis| Val::Scalar(self.extent(array, axis))).collect())
    }

    /// `a.size`.
    pub fn size_of(&mut self, array: &Array) -> Scalar {
        let known: Option<i64> = array.ty.dims.iter().copied().product();
        match known {
            Some(size) => Scalar::int(size),
            None => Scalar::of(Num::INT, self.op("physl.size", &[array.value], Type::I64)),
        }
    }

    fn no_attribute(&mut self, val: &Val, name: &Name, span: Span) -> Res<Val> {
        self.fail(span, format!("{} has no supported attribute `{name}`", val.describe()), members(val))
    }

    /// `base.name(args)`.
    pub fn method(
        &mut self,
        val: Val,
        base: &'a Expr,
        name: &Name,
        args: Vec<(Passed, &'a Expr)>,
        span: Span,
    ) -> Res<Val> {
        let val = self.present(val, None, base.span)?;
        self.frame.at = span;
        match &val {
            Val::Str(text) if &**name == "format" => {
                let text = text.clone();
                let given: Vec<_> = args.into_iter().map(|(arg, _)| (arg.name, arg.val)).collect();
                self.format_template(&text, &given, span)
            }
            Val::Str(text) => self.string_method(text.clone(), name, args, span),
            Val::Exception(caught) => {
                let caught = caught.clone();
                self.exception_method(&caught, name, args.into_iter().map(|(arg, _)| arg).collect(), span)
            }
            Val::File(file) => self.file_method(*file, name, args, span),
            Val::Array(_) => self.array_method(val, base, name, args, span),
            Val::Callable(callable) if callable.code == crate::types::Code::Cached && &**name == "cache_clear" => {
                if let Some(Val::Scalar(number)) = callable.held.get(1) {
                    let number = self.scalar_value(number);
                    self.std_world("memo.clear", &[number], Type::I64);
                }
                Ok(Val::None)
            }
            Val::Record(fields) => {
                let fields = fields.clone();
                let vals: Vec<Val> = args.into_iter().map(|(arg, _)| arg.val).collect();
                self.record_method(&fields, name, &vals, span)
            }
            Val::Scalar(scalar) if scalar.num.numpy => match &**name {
                "conj" | "conjugate" => Ok(self.conjugate(scalar)),
                "item" | "copy" => Ok(self.plain_item(scalar, name)),
                _ => {
                    let array = self.array_of(&val, span)?;
                    self.array_method(Val::Array(array), base, name, args, span)
                }
            },
            Val::Scalar(scalar) if matches!(&**name, "conj" | "conjugate") && args.is_empty() => {
                Ok(self.conjugate(scalar))
            }
            Val::Scalar(scalar) if is_number_method(scalar, name) => Ok(self.number_method(scalar, name)),
            Val::Named(record, _) => {
                let path = format!("{}.{name}", record.path);
                self.library_method(val.clone(), &path, base, args, span)
            }
            Val::Heap(site, object) if Self::class_of_object(site).is_some() => {
                let (site, object) = (site.clone(), *object);
                self.instance_method(&site, object, name, args.into_iter().map(|(arg, _)| arg).collect(), span)
            }
            Val::Static(Static::Class(index)) => {
                self.class_method(*index, name, args.into_iter().map(|(arg, _)| arg).collect(), span)
            }
            Val::Heap(site, object) => self.object_method((site, *object), name, args, span),
            Val::List(_) | Val::Tuple(_) if matches!(&**name, "index" | "count") && args.len() == 1 => {
                self.known_list_method(&val, name, &args[0].0.val.clone(), span)
            }
            Val::List(items) => self.must_be_object(items, span),
            other => self.no_such_method(other, name, span),
        }
    }

    fn string_method(
        &mut self,
        text: Repr<Rc<str>>,
        name: &str,
        args: Vec<(Passed, &'a Expr)>,
        span: Span,
    ) -> Res<Val> {
        if let Some((keyword, _)) = args.iter().find(|(arg, _)| arg.name.is_some()) {
            let message = "string methods take no keyword arguments here";
            return self.fail(keyword.span, message, "pass it by position");
        }
        self.call_text_method(text, name, args.into_iter().map(|(arg, _)| arg.val).collect(), span)
    }

    fn no_such_method(&mut self, val: &Val, name: &str, span: Span) -> Res<Val> {
        let message = format!("{} has no supported method `{name}`", val.describe());
        self.fail(span, message, members(val))
    }

    /// `index` and `count` of a list or tuple of known items.
    fn known_list_method(&mut self, own: &Val, name: &str, val: &Val, span: Span) -> Res<Val> {
        let Some((site, object)) = self.as_object(own, span)? else { return Ok(Val::Unknown) };
        let call =
            super::heap::MethodCall { site: &site, object, name, args: std::slice::from_ref(val), named: &[], span };
        self.list_method(&call)
    }

    /// A method of a Python number.
    fn number_method(&mut self, scalar: &Scalar, name: &str) -> Val {
        match name {
            "bit_length" | "bit_count" => {
                let int = self.as_int(scalar);
                let value = self.scalar_value(&int);
                Val::scalar(Num::INT, self.std_call(&format!("int.{name}"), &[value], Type::I64))
            }
            "is_integer" => {
                let value = self.scalar_value(scalar);
                let floor = self.op("math.floor", &[value], Type::Scalar(scalar.num.dtype));
                Val::scalar(Num::BOOL, self.compare_floats("oeq", value, floor))
            }
            _ => Val::Scalar(scalar.clone()),
        }
    }

    /// A method of an object of the library: a row whose first parameter is the object.
    fn library_method(
        &mut self,
        val: Val,
        path: &str,
        base: &'a Expr,
        args: Vec<(Passed, &'a Expr)>,
        span: Span,
    ) -> Res<Val> {
        let Some(row) = numpy::function(path) else {
            let message =
                format!("{} has no supported method `{}`", val.describe(), path.rsplit('.').next().unwrap_or(path));
            return self.fail(span, message, "use a function instead");
        };
        let mut passed = vec![(Passed { name: None, val, span: base.span }, base)];
        passed.extend(args);
        let args = self.bind_row(&row, passed, span)?;
        (row.build)(self, &args)
    }

    fn plain_item(&mut self, scalar: &Scalar, name: &str) -> Val {
        if name != "item" {
            return Val::Scalar(scalar.clone());
        }
        let num = match (scalar.num.is_float(), scalar.num.is_bool()) {
            _ if phylanx_dialects::dtype::is_complex(scalar.num.dtype) => Num::COMPLEX,
            (true, _) => Num::FLOAT,
            (_, true) => Num::BOOL,
            _ => Num::INT,
        };
        Val::Scalar(self.cast_scalar(scalar, num))
    }

    fn array_method(
        &mut self,
        val: Val,
        base: &'a Expr,
        name: &Name,
        args: Vec<(Passed, &'a Expr)>,
        span: Span,
    ) -> Res<Val> {
        if let Some(index) = self.prelude_method(name) {
            let mut passed = vec![Passed { name: None, val, span: base.span }];
            passed.extend(args.into_iter().map(|(arg, _)| arg));
            return self.call_function(index, passed, span);
        }
        let Some(row) = numpy::method(name) else {
            let (message, help) = numpy::unknown_method(name);
            return self.fail(span, message, help);
        };
        let mut passed = vec![(Passed { name: None, val, span: base.span }, base)];
        passed.extend(args);
        let args = self.bind_row(&row, passed, span)?;
        (row.build)(self, &args)
    }

    /// An array with its axes permuted: a view of a reference.
    pub fn transposed(&mut self, array: &Array, perm: &[i64]) -> Val {
        let dims = perm.iter().map(|axis| array.ty.dims[*axis as usize]).collect();
        let ty = phylanx_dialects::ir::TensorType { elem: array.ty.elem, dims };
        // The view of a reference is an object of its own even where its axes stay.
        if array.form != Form::Ref && perm.iter().enumerate().all(|(at, axis)| at as i64 == *axis) {
            return Val::Array(array.clone());
        }
        let attrs = [("perm", phylanx_dialects::ir::Attr::I64s(perm.to_vec()))];
        let (op, result, form) = match array.form {
            Form::Ref => ("physl.view_transpose", Type::Ref(ty.clone()), Form::Ref),
            _ => ("physl.transpose", Type::Tensor(ty.clone()), Form::Tensor),
        };
        let value = self.op_with(op, &[array.value], result, &attrs);
        Val::Array(Array { ty, value, form })
    }
}

/// Whether a Python number has this method.
fn is_number_method(scalar: &Scalar, name: &str) -> bool {
    match name {
        "bit_length" | "bit_count" => !scalar.num.is_float(),
        // Integers have it since Python 3.12.
        "is_integer" => scalar.num.is_float() && !phylanx_dialects::dtype::is_complex(scalar.num.dtype),
        "conjugate" => true,
        _ => false,
    }
}

/// What a value offers instead of an attribute that it does not have.
fn members(val: &Val) -> &'static str {
    match val {
        Val::Scalar(_) => "numbers have `real`, `imag` and `conjugate()`; use a function such as `abs(x)`",
        Val::Str(_) => "strings have methods such as `upper()`, `strip()`, `replace()` and `startswith()`",
        Val::Tuple(_) | Val::List(_) => "use `len(...)`, an index or a loop; `np.array(...)` makes an array of it",
        Val::None => "a function without `return` gives None: return a value, or test `is None` first",
        Val::Static(_) | Val::Callable(_) | Val::OneOf { .. } => "call the function first: `f(...)`",
        Val::Iter(_) => "loop over it",
        _ => "use a function instead",
    }
}
