//! Python values while the program is lowered: their types, and the IR values or constants that carry them.

pub use crate::heap::View;
use crate::heap::{Origin, Site, Types};
use crate::types::{Absent, Code, Named, Num, Static, Ty};
use phylanx_dialects::ir::{TensorType, Value};
use std::rc::Rc;

/// A constant that the compiler knows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Const {
    Bool(bool),
    Int(i64),
    Float(f64),
    Complex(f64, f64),
}

impl Const {
    /// As a float, the way Python converts; of a complex number the real part.
    pub fn as_f64(self) -> f64 {
        match self {
            Const::Complex(re, _) => re,
            Const::Bool(value) => f64::from(u8::from(value)),
            Const::Int(value) => value as f64,
            Const::Float(value) => value,
        }
    }

    /// As an int, when it is one (or a bool).
    pub fn as_i64(self) -> Option<i64> {
        match self {
            Const::Bool(value) => Some(i64::from(value)),
            Const::Int(value) => Some(value),
            Const::Float(_) | Const::Complex(..) => None,
        }
    }

    /// Real and imaginary part.
    pub fn as_parts(self) -> (f64, f64) {
        match self {
            Const::Complex(re, im) => (re, im),
            real => (real.as_f64(), 0.0),
        }
    }

    pub fn truth(self) -> bool {
        match self {
            Const::Bool(value) => value,
            Const::Int(value) => value != 0,
            Const::Float(value) => value != 0.0,
            Const::Complex(re, im) => re != 0.0 || im != 0.0,
        }
    }
}

/// A constant, or an IR value.
#[derive(Clone, PartialEq, Debug)]
pub enum Repr<C> {
    Const(C),
    Value(Value),
}

/// A scalar.
#[derive(Clone, PartialEq, Debug)]
pub struct Scalar {
    pub num: Num,
    pub repr: Repr<Const>,
}

impl Scalar {
    pub fn of(num: Num, value: Value) -> Scalar {
        Scalar { num, repr: Repr::Value(value) }
    }

    pub fn int(value: i64) -> Scalar {
        Scalar { num: Num::INT, repr: Repr::Const(Const::Int(value)) }
    }

    pub fn float(value: f64) -> Scalar {
        Scalar { num: Num::FLOAT, repr: Repr::Const(Const::Float(value)) }
    }

    pub fn complex(re: f64, im: f64) -> Scalar {
        Scalar { num: Num::COMPLEX, repr: Repr::Const(Const::Complex(re, im)) }
    }

    pub fn bool(value: bool) -> Scalar {
        Scalar { num: Num::BOOL, repr: Repr::Const(Const::Bool(value)) }
    }

    pub fn known(&self) -> Option<Const> {
        match self.repr {
            Repr::Const(value) => Some(value),
            Repr::Value(_) => None,
        }
    }
}

/// How an array is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// A fresh value that nothing else sees.
    Tensor,
    /// A fresh value of rank 0 that Python sees as a NumPy scalar.
    Scalar,
    /// A reference: a buffer that others may share.
    Ref,
}

/// An array.
#[derive(Clone, PartialEq, Debug)]
pub struct Array {
    pub ty: TensorType,
    pub value: Value,
    pub form: Form,
}

/// Something a `for` can go over, by position.
#[derive(Clone, PartialEq, Debug)]
pub enum Iter {
    Range {
        start: Scalar,
        stop: Scalar,
        step: Scalar,
    },
    Array(Array),
    /// An array of one of several element types.
    OneOf(Val),
    Items(Items),
    /// Objects with rows by position (lists, deques).
    Rows(Site, Value),
    /// An iterator that a variable holds: each item is taken away.
    Drain(Site, Value),
    /// The entries of a dict or set, as they were when the loop began.
    Entries(Rc<Entries>),
    Enumerate(Box<Iter>, Scalar),
    Zip(Vec<Iter>),
    Reversed(Box<Iter>),
    Text(Repr<Rc<str>>),
    /// `map(function, ...)`: each item is a call, made when the item is taken.
    Map(Val, Vec<Iter>),
    /// All tuples with an item of each, the last running fastest.
    Product(Vec<Iter>),
    /// The lines that are left of an open file.
    Lines(Value),
}

/// The entries of a dict or set.
#[derive(Clone, PartialEq, Debug)]
pub struct Entries {
    pub site: Site,
    pub object: Value,
    /// A list of their rows, in order.
    pub rows: Value,
    pub length: Value,
    pub view: View,
}

/// The items of a tuple or of a list that are known one by one; of a list also where it may come from.
#[derive(Clone)]
pub struct Items {
    items: Rc<[Val]>,
    pub origin: Origin,
}

impl std::ops::Deref for Items {
    type Target = [Val];
    fn deref(&self) -> &[Val] {
        &self.items
    }
}

impl PartialEq for Items {
    fn eq(&self, other: &Items) -> bool {
        self.items == other.items
    }
}

impl std::fmt::Debug for Items {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        self.items.fmt(out)
    }
}

impl Items {
    /// The same items, from these places.
    pub fn with_origin(self, origin: Origin) -> Items {
        Items { items: self.items, origin }
    }
}

impl From<Rc<[Val]>> for Items {
    fn from(items: Rc<[Val]>) -> Items {
        Items { items, origin: Origin::default() }
    }
}

impl From<Vec<Val>> for Items {
    fn from(items: Vec<Val>) -> Items {
        Rc::<[Val]>::from(items).into()
    }
}

impl From<&[Val]> for Items {
    fn from(items: &[Val]) -> Items {
        Rc::<[Val]>::from(items).into()
    }
}

impl<const N: usize> From<[Val; N]> for Items {
    fn from(items: [Val; N]) -> Items {
        Rc::<[Val]>::from(items).into()
    }
}

impl FromIterator<Val> for Items {
    fn from_iter<I: IntoIterator<Item = Val>>(items: I) -> Items {
        items.into_iter().collect::<Rc<[Val]>>().into()
    }
}

/// A function and what it holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Callable {
    pub code: Code,
    pub held: Rc<[Val]>,
}

/// A variable that functions share.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// The place where it is made, by which the type of what it holds is kept.
    pub id: std::sync::Arc<str>,
    pub object: Value,
}

/// A Python value.
#[derive(Clone, PartialEq, Debug)]
pub enum Val {
    Unknown,
    Never,
    Unbound,
    None,
    Scalar(Scalar),
    /// A float that Python may hold as an int: the float, and whether it is an int.
    Mixed {
        num: Num,
        value: Value,
        is_int: Repr<bool>,
    },
    /// A number of one of several kinds, by the place of its kind; kinds of one element type share their value.
    Either {
        which: Value,
        kinds: Rc<[Scalar]>,
    },
    Str(Repr<Rc<str>>),
    Array(Array),
    Tuple(Items),
    List(Items),
    /// An object.
    Heap(Site, Value),
    /// An object of the library, by its fields.
    Named(&'static Named, Rc<[Val]>),
    /// `present` is an `i1`.
    Option {
        absent: Absent,
        present: Repr<bool>,
        inner: Box<Val>,
    },
    Static(Static),
    Callable(Rc<Callable>),
    /// One of several functions, or instances of several classes, by its place.
    OneOf {
        which: Value,
        options: Rc<[Val]>,
    },
    Cell(Cell),
    /// Values by name, such as `**kwargs` collects.
    Record(Rc<[(Rc<str>, Val)]>),
    Iter(Rc<Iter>),
    /// A file that `open` has opened: its number.
    File(Value),
    Exception(Caught),
    /// `sys.argv[start:]`.
    Argv(i64),
    Ellipsis,
}

/// An exception that was caught.
#[derive(Clone, PartialEq, Debug)]
pub struct Caught {
    /// The record of the runtime.
    pub record: Value,
    /// For each of the program's classes of exceptions with fields, in order: the instance that was raised last.
    pub objects: Rc<[Value]>,
}

impl Val {
    /// Whether run time alone says of which kind this number or array is.
    pub fn is_either(&self) -> bool {
        match self {
            Val::Either { .. } => true,
            Val::OneOf { options, .. } => {
                options.iter().all(|option| matches!(option, Val::Array(_) | Val::Static(Static::DType(_))))
            }
            _ => false,
        }
    }

    /// A value of the library, by path.
    pub fn path(path: impl Into<std::sync::Arc<str>>) -> Val {
        Val::Static(Static::Path(path.into()))
    }

    pub fn int(value: i64) -> Val {
        Val::Scalar(Scalar::int(value))
    }

    pub fn float(value: f64) -> Val {
        Val::Scalar(Scalar::float(value))
    }

    pub fn bool(value: bool) -> Val {
        Val::Scalar(Scalar::bool(value))
    }

    pub fn text(value: impl Into<Rc<str>>) -> Val {
        Val::Str(Repr::Const(value.into()))
    }

    /// A scalar carried by an IR value.
    pub fn scalar(num: Num, value: Value) -> Val {
        Val::Scalar(Scalar::of(num, value))
    }

    /// The type a variable bound to this value has; `None` for what cannot be bound across control flow.
    pub fn ty(&self) -> Option<Ty> {
        Some(match self {
            Val::Unknown => Ty::Unknown,
            Val::Never => Ty::Never,
            Val::Unbound => Ty::Unbound,
            Val::None => Ty::None,
            Val::Scalar(scalar) => Ty::Num(scalar.num),
            Val::Mixed { num, .. } => Ty::Mixed(*num),
            Val::Either { kinds, .. } => Ty::Either(kinds.iter().map(|kind| kind.num).collect()),
            Val::Str(_) => Ty::Str,
            Val::Array(array) if array.form == Form::Scalar => Ty::Num(Num::np(array.ty.elem)),
            Val::Array(array) => Ty::Array(array.ty.clone()),
            Val::Tuple(items) => Ty::Tuple(items.iter().map(Val::ty).collect::<Option<_>>()?),
            Val::List(items) => {
                let types = items.iter().map(Val::ty).collect::<Option<_>>()?;
                Ty::List(Types { items: types, origin: items.origin.clone() })
            }
            Val::Heap(site, _) => Ty::Heap(site.clone()),
            Val::Named(record, items) => Ty::Named(record, items.iter().map(Val::ty).collect::<Option<_>>()?),
            Val::Option { absent, inner, .. } => Ty::Option(*absent, Box::new(inner.ty()?)),
            Val::Static(item) => Ty::Static(item.clone()),
            Val::Callable(callable) => {
                Ty::Callable(callable.code.clone(), callable.held.iter().map(Val::ty).collect::<Option<_>>()?)
            }
            Val::OneOf { options, .. } => Ty::OneOf(options.iter().map(Val::ty).collect::<Option<_>>()?),
            Val::Cell(cell) => Ty::Cell(cell.id.clone()),
            Val::Record(fields) => {
                let field = |(name, val): &(Rc<str>, Val)| Some(((&**name).into(), val.ty()?));
                Ty::Record(fields.iter().map(field).collect::<Option<_>>()?)
            }
            Val::Iter(iter) => match &**iter {
                Iter::Range { step, .. } => Ty::Range(step.known().and_then(Const::as_i64)),
                Iter::Rows(site, _) => Ty::Iterable(site.clone(), View::Keys),
                Iter::Entries(entries) => Ty::Iterable(entries.site.clone(), entries.view),
                _ => return None,
            },
            Val::Argv(_) | Val::Ellipsis => return None,
            Val::Exception(caught) => Ty::Exception(caught.objects.len()),
            Val::File(_) => Ty::File,
        })
    }

    /// What kind of thing this is, for messages.
    pub fn describe(&self) -> String {
        match self {
            Val::Iter(_) => "an iterator".into(),
            Val::Argv(_) => "a list of program arguments".into(),
            Val::Ellipsis => "`...`".into(),
            val if val.is_either() => "an array or a number of one of several types".into(),
            Val::Static(Static::Function(_)) | Val::Callable(_) => "a function".into(),
            Val::OneOf { options, .. } if !matches!(**options, [Val::Heap(..) | Val::List(_), ..]) => {
                "a function".into()
            }
            Val::Record(_) => "a dict of keyword arguments".into(),
            Val::Static(Static::Module(_)) => "a module".into(),
            other => other.ty().map_or("a value".into(), |ty| ty.to_string()),
        }
    }

    /// The constant int, if this is one.
    pub fn const_int(&self) -> Option<i64> {
        match self {
            Val::Scalar(Scalar { num, repr: Repr::Const(value) }) if !num.is_float() => value.as_i64(),
            _ => None,
        }
    }

    /// The constant text, if this is one.
    pub fn const_text(&self) -> Option<Rc<str>> {
        match self {
            Val::Str(Repr::Const(text)) => Some(text.clone()),
            _ => None,
        }
    }
}
