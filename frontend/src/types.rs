//! Types of Python values, and how they join where paths meet.

mod promotion;

pub use promotion::{Strength, float_of, int_range, is_float, is_unsigned, promote, promote_pair};

use crate::heap::{Kind, Site, Types, View};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::{is_complex, real_of};
use phylanx_dialects::ir::{TensorType, Type};
use std::fmt;
use std::sync::Arc;

/// The type of a scalar: Python's own (`numpy` is false; `bool`, `int`, `float` or `complex`) or a NumPy scalar.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Num {
    pub dtype: DType,
    pub numpy: bool,
}

impl Num {
    pub const BOOL: Num = Num { numpy: false, dtype: DType::Bool };
    pub const INT: Num = Num { numpy: false, dtype: DType::I64 };
    pub const FLOAT: Num = Num { numpy: false, dtype: DType::F64 };
    pub const COMPLEX: Num = Num { numpy: false, dtype: DType::C128 };

    /// The NumPy scalar of an element type.
    pub fn np(dtype: DType) -> Num {
        Num { numpy: true, dtype }
    }

    pub fn is_float(self) -> bool {
        is_float(self.dtype)
    }

    pub fn is_bool(self) -> bool {
        self.dtype == DType::Bool
    }

    pub fn is_int(self) -> bool {
        !self.is_float() && !self.is_bool()
    }
}

/// Most kinds of number that one variable may hold.
const MAX_KINDS: usize = 4;

/// What stands for "no value" in an optional.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Absent {
    /// The variable has not been assigned.
    Unbound,
    /// The value is `None`.
    None,
}

/// A value known by its identity alone.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Static {
    /// Something of the library, by its dotted path (`numpy.sum`, `math`, `builtins.len`).
    Path(Arc<str>),
    /// A function of the program, by its number.
    Function(usize),
    /// A class of the program, by its number.
    Class(usize),
    /// A module beside the program, by its number.
    Module(usize),
    DType(DType),
}

/// What a function value does when it is called.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Code {
    /// A function of the program, by its number; it holds what it captures.
    Function(usize),
    /// `functools.partial`: it holds a function, arguments by position, and arguments by these names.
    Partial { positional: usize, names: Arc<[Arc<str>]> },
    /// `functools.lru_cache`: it holds a function and the number of its cache.
    Cached,
    /// `np.vectorize`: it holds a function and the element types of its results.
    Vectorized,
    /// `operator.itemgetter`: it holds the keys.
    Items,
    /// A method of what it holds.
    Method(Arc<str>),
    /// `operator.attrgetter`.
    Fields(Arc<[Arc<str>]>),
}

/// A kind of object that the library gives: a named tuple, or something with methods.
#[derive(PartialEq, Eq, Hash, Debug)]
pub struct Named {
    /// Dotted path of its class.
    pub path: &'static str,
    pub fields: &'static [&'static str],
    pub is_tuple: bool,
}

impl Named {
    /// Its class without the module.
    pub fn name(&self) -> &'static str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }
}

/// The type of a Python value.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Ty {
    /// After an error that has been reported.
    Unknown,
    /// The result of a call that is still being typed (recursion).
    Never,
    Unbound,
    None,
    Num(Num),
    /// A float (of this type) that Python may still hold as an int of the same value.
    Mixed(Num),
    /// A number of one of these kinds (sorted, at least two), which one is known at run time.
    Either(Vec<Num>),
    Str,
    Array(TensorType),
    Tuple(Vec<Ty>),
    /// A list whose items the compiler knows one by one.
    List(Types),
    /// An object.
    Heap(Site),
    Named(&'static Named, Vec<Ty>),
    Option(Absent, Box<Ty>),
    Static(Static),
    /// A function and what it holds.
    Callable(Code, Vec<Ty>),
    /// One of several functions, or instances of several classes (in order of their text, at least two); which is known at run time.
    OneOf(Vec<Ty>),
    /// A variable that functions share, by the place where it is made; what it holds is kept with the module's variables.
    Cell(Arc<str>),
    /// Values by name, such as `**kwargs` collects.
    Record(Vec<(Arc<str>, Ty)>),
    /// A `range`, and its step where that is known.
    Range(Option<i64>),
    /// The items of an object, or what is seen of a dict, to be gone over.
    Iterable(Site, View),
    /// An open file.
    File,
    /// An exception that was caught, and the number of the program's classes of exceptions that have fields.
    Exception(usize),
}

impl Ty {
    /// The IR values that carry a Python value of this type, in order.
    pub fn leaves(&self) -> Vec<Type> {
        let mut out = Vec::new();
        self.push_leaves(&mut out);
        out
    }

    fn push_leaves(&self, out: &mut Vec<Type>) {
        match self {
            Ty::Unknown | Ty::Never | Ty::Unbound | Ty::None | Ty::Static(_) => {}
            Ty::Num(num) => push_scalar(num.dtype, out),
            Ty::Mixed(num) => out.extend([Type::Scalar(num.dtype), Type::BOOL]),
            Ty::Either(kinds) => {
                out.push(Type::I64);
                dtypes_of(kinds).into_iter().for_each(|dtype| push_scalar(dtype, out));
            }
            Ty::File => out.push(Type::I64),
            Ty::Str => out.push(Type::Str),
            Ty::Exception(objects) => {
                out.push(Type::Str);
                out.extend(vec![Type::Object; *objects]);
            }
            Ty::Array(tensor) => out.push(Type::Ref(tensor.clone())),
            Ty::Heap(_) | Ty::Iterable(..) => out.push(Type::Object),
            Ty::List(items) => items.iter().for_each(|item| item.push_leaves(out)),
            Ty::Tuple(items) | Ty::Callable(_, items) | Ty::Named(_, items) => {
                items.iter().for_each(|item| item.push_leaves(out));
            }
            Ty::OneOf(options) => {
                out.push(Type::I64);
                options.iter().for_each(|option| option.push_leaves(out));
            }
            Ty::Cell(_) => out.push(Type::Object),
            Ty::Range(_) => out.extend([Type::I64, Type::I64, Type::I64]),
            Ty::Record(fields) => fields.iter().for_each(|(_, field)| field.push_leaves(out)),
            Ty::Option(_, inner) => {
                out.push(Type::BOOL);
                inner.push_leaves(out);
            }
        }
    }

    /// The same type with every static extent forgotten.
    pub fn without_extents(&self) -> Ty {
        match self {
            Ty::Array(tensor) => Ty::Array(TensorType::dynamic(tensor.elem, tensor.rank())),
            Ty::Tuple(items) => Ty::Tuple(items.iter().map(Ty::without_extents).collect()),
            Ty::List(types) => {
                Ty::List(Types { items: types.iter().map(Ty::without_extents).collect(), origin: types.origin.clone() })
            }
            Ty::Named(record, items) => Ty::Named(record, items.iter().map(Ty::without_extents).collect()),
            Ty::Option(absent, inner) => Ty::Option(*absent, Box::new(inner.without_extents())),
            Ty::Callable(code, held) => Ty::Callable(code.clone(), held.iter().map(Ty::without_extents).collect()),
            Ty::OneOf(options) => Ty::OneOf(options.iter().map(Ty::without_extents).collect()),
            Ty::Record(fields) => {
                Ty::Record(fields.iter().map(|(name, field)| (name.clone(), field.without_extents())).collect())
            }
            other => other.clone(),
        }
    }
}

/// A scalar's values: a complex number is carried by its parts.
fn push_scalar(dtype: DType, out: &mut Vec<Type>) {
    let count = if is_complex(dtype) { 2 } else { 1 };
    out.extend(std::iter::repeat_n(Type::Scalar(real_of(dtype)), count));
}

/// The type of two paths that meet; `None` when no type holds both.
pub fn join(left: &Ty, right: &Ty) -> Option<Ty> {
    Some(match (left, right) {
        (Ty::List(a), Ty::List(b)) if a.len() == b.len() || are_alike(&[a.items.clone(), b.items.clone()].concat()) => {
            return join_known_lists(a, b);
        }
        (Ty::List(known), Ty::Heap(site)) | (Ty::Heap(site), Ty::List(known))
            if are_alike(known) || !is_empty_list(site) =>
        {
            return known.origin.demote().then(|| Ty::Heap(site.clone()));
        }
        (a, b) if a == b => a.clone(),
        (Ty::Unknown, _) | (_, Ty::Unknown) => Ty::Unknown,
        (Ty::Never, other) | (other, Ty::Never) => other.clone(),
        (Ty::Option(a, x), Ty::Option(b, y)) if a == b => Ty::Option(*a, Box::new(join(x, y)?)),
        (Ty::Unbound, Ty::Option(Absent::Unbound, x)) | (Ty::Option(Absent::Unbound, x), Ty::Unbound) => {
            Ty::Option(Absent::Unbound, x.clone())
        }
        (Ty::Unbound, x) | (x, Ty::Unbound) => Ty::Option(Absent::Unbound, Box::new(x.clone())),
        (Ty::Option(Absent::Unbound, x), y) | (y, Ty::Option(Absent::Unbound, x)) => {
            Ty::Option(Absent::Unbound, Box::new(join(x, y)?))
        }
        (Ty::None, Ty::Option(Absent::None, x)) | (Ty::Option(Absent::None, x), Ty::None) => {
            Ty::Option(Absent::None, x.clone())
        }
        (Ty::None, x) | (x, Ty::None) if optional(x) => Ty::Option(Absent::None, Box::new(x.clone())),
        (Ty::Option(Absent::None, x), y) | (y, Ty::Option(Absent::None, x)) => {
            Ty::Option(Absent::None, Box::new(join(x, y)?))
        }
        (Ty::Num(a), Ty::Num(b)) => join_numbers(*a, *b)?,
        (Ty::Mixed(a), Ty::Num(b)) | (Ty::Num(b), Ty::Mixed(a)) if *b == Num::INT || a == b => Ty::Mixed(*a),
        (Ty::Num(_) | Ty::Mixed(_) | Ty::Either(_), Ty::Num(_) | Ty::Mixed(_) | Ty::Either(_)) => {
            either(kinds_of(left).into_iter().chain(kinds_of(right)))?
        }
        (Ty::Array(a), Ty::Array(b)) if a.elem == b.elem && a.rank() == b.rank() => {
            let dims = a.dims.iter().zip(&b.dims).map(|(x, y)| if x == y { *x } else { None }).collect();
            Ty::Array(TensorType { elem: a.elem, dims })
        }
        // An array without dimensions and a NumPy scalar: the scalar, as most operations give.
        (Ty::Array(tensor), Ty::Num(num)) | (Ty::Num(num), Ty::Array(tensor))
            if num.numpy && tensor.rank() == 0 && tensor.elem == num.dtype =>
        {
            Ty::Num(*num)
        }
        (Ty::Tuple(a), Ty::Tuple(b)) if a.len() == b.len() => Ty::Tuple(join_lists(a, b)?),
        (Ty::Tuple(items), object @ Ty::Heap(site)) | (object @ Ty::Heap(site), Ty::Tuple(items))
            if site.kind() == Kind::Tuple && items.iter().all(|item| site.grow(0, item)) =>
        {
            object.clone()
        }
        (Ty::Heap(a), Ty::Heap(b)) if a.kind() == b.kind() || !(is_instance(left) && is_instance(right)) => {
            return a.unify(b).then(|| Ty::Heap(a.clone()));
        }
        (Ty::Record(a), Ty::Record(b)) if a.iter().map(|(name, _)| name).eq(b.iter().map(|(name, _)| name)) => {
            let joined = a.iter().zip(b).map(|((name, x), (_, y))| Some((name.clone(), join(x, y)?)));
            Ty::Record(joined.collect::<Option<_>>()?)
        }
        (Ty::Range(_), Ty::Range(_)) => Ty::Range(None),
        (Ty::Iterable(a, view), Ty::Iterable(b, other)) if view == other && a.unify(b) => left.clone(),
        (a, b) if is_choice(a) && is_choice(b) => join_choices(a, b)?,
        (Ty::Array(_) | Ty::OneOf(_), Ty::Array(_) | Ty::OneOf(_)) => join_choices(left, right)?,
        (Ty::Named(x, a), Ty::Named(y, b)) if x == y => Ty::Named(x, join_lists(a, b)?),
        _ => return None,
    })
}

/// Lists of one length keep their items apart; others must be objects.
fn join_known_lists(a: &Types, b: &Types) -> Option<Ty> {
    let origin = a.origin.with(&b.origin);
    if a.len() == b.len()
        && let Some(items) = join_lists(a, b)
    {
        return Some(Ty::List(Types { items, origin }));
    }
    origin.demote().then_some(Ty::Unknown)
}

/// Most functions, or classes of instances, that one variable may hold.
const MAX_CHOICES: usize = 32;

/// Whether values of a type are functions, classes or the like.
pub fn is_function(ty: &Ty) -> bool {
    matches!(
        ty,
        Ty::Static(Static::Path(_) | Static::Function(_) | Static::DType(_) | Static::Class(_))
            | Ty::Callable(..)
            | Ty::OneOf(_)
    )
}

/// Whether two types are of the same function, whatever it holds, or are one as a choice otherwise.
pub fn same_choice(a: &Ty, b: &Ty) -> bool {
    match (a, b) {
        (Ty::Array(a), Ty::Array(b)) => a.elem == b.elem && a.rank() == b.rank(),
        (Ty::Callable(a, x), Ty::Callable(b, y)) => a == b && join_lists(x, y).is_some(),
        (Ty::List(a), Ty::List(b)) => a.len() == b.len() && join_lists(a, b).is_some(),
        (Ty::Heap(a), Ty::Heap(b)) => a == b || (is_empty_list(a) && is_empty_list(b)),
        (a, b) => a == b,
    }
}

/// Whether values of a type may be one of several that are told apart when the program runs: functions, instances, and lists of known
/// items that have no type in common.
fn is_choice(ty: &Ty) -> bool {
    match ty {
        Ty::List(types) => types.is_empty() || !are_alike(types),
        Ty::Heap(site) => is_instance(ty) || is_empty_list(site),
        _ => is_function(ty),
    }
}

/// Whether nothing is ever put into the lists of a place.
fn is_empty_list(site: &Site) -> bool {
    site.kind() == Kind::List && site.part(0) == Ty::Never
}

/// Whether one type could hold all of these, as far as arrays tell: those of several ranks or element types have none in common.
fn are_alike(types: &[Ty]) -> bool {
    types.windows(2).all(|pair| match (&pair[0], &pair[1]) {
        (Ty::Array(a), Ty::Array(b)) => a.elem == b.elem && a.rank() == b.rank(),
        (Ty::Tuple(a), Ty::Tuple(b)) => {
            a.len() != b.len() || a.iter().zip(b).all(|(x, y)| are_alike(&[x.clone(), y.clone()]))
        }
        _ => true,
    })
}

/// Whether values of a type are instances of one class of the program.
fn is_instance(ty: &Ty) -> bool {
    matches!(ty, Ty::Heap(site) if matches!(site.kind(), Kind::Class(_)))
}

/// One of several functions, instances or lists, or an array that is real on one path and complex on another.
fn join_choices(a: &Ty, b: &Ty) -> Option<Ty> {
    let mut options: Vec<Ty> = Vec::new();
    let parts = |ty: &Ty| if let Ty::OneOf(options) = ty { options.clone() } else { vec![ty.clone()] };
    for ty in parts(a).into_iter().chain(parts(b)) {
        match (options.iter_mut().find(|option| same_choice(option, &ty)), &ty) {
            (Some(Ty::Callable(_, held)), Ty::Callable(_, other)) => *held = join_lists(held, other)?,
            (Some(option @ (Ty::Array(_) | Ty::List(_) | Ty::Heap(_))), _) => *option = join(option, &ty)?,
            (Some(_), _) => {}
            (None, _) => options.push(ty),
        }
    }
    if !options.iter().all(is_choice) && !real_or_complex(&options) {
        return None;
    }
    options.sort_by_key(|option| format!("{option:?}"));
    match options.len() {
        1 => options.pop(),
        count => (count <= MAX_CHOICES).then_some(Ty::OneOf(options)),
    }
}

/// Whether types are of arrays of one rank and precision, real and complex.
fn real_or_complex(options: &[Ty]) -> bool {
    let arrays: Vec<&TensorType> =
        options.iter().filter_map(|option| if let Ty::Array(ty) = option { Some(ty) } else { None }).collect();
    let alike = |a: &TensorType, b: &TensorType| {
        a.rank() == b.rank()
            && (a.elem == b.elem || is_complex(a.elem) != is_complex(b.elem) && real_of(a.elem) == real_of(b.elem))
    };
    arrays.len() == options.len() && arrays.windows(2).all(|pair| alike(pair[0], pair[1]))
}

fn optional(ty: &Ty) -> bool {
    if is_function(ty) || matches!(ty, Ty::Record(_) | Ty::Named(..) | Ty::Range(_) | Ty::Iterable(..)) {
        return true;
    }
    matches!(
        ty,
        Ty::Num(_)
            | Ty::Mixed(_)
            | Ty::Either(_)
            | Ty::Str
            | Ty::Array(_)
            | Ty::Tuple(_)
            | Ty::List(_)
            | Ty::Heap(_)
            | Ty::Exception(_)
    )
}

fn join_lists(a: &[Ty], b: &[Ty]) -> Option<Vec<Ty>> {
    a.iter().zip(b).map(|(x, y)| join(x, y)).collect()
}

/// An int and a float of 64 bits become a mixed number; other kinds are told apart at run time.
fn join_numbers(a: Num, b: Num) -> Option<Ty> {
    let (int, float) = if a.is_float() { (b, a) } else { (a, b) };
    if int == Num::INT && float.dtype == DType::F64 {
        return Some(Ty::Mixed(float));
    }
    either([a, b].into_iter())
}

/// The kinds of number that a value of a type may be.
fn kinds_of(ty: &Ty) -> Vec<Num> {
    match ty {
        Ty::Num(num) => vec![*num],
        Ty::Mixed(num) => vec![Num::INT, *num],
        Ty::Either(kinds) => kinds.clone(),
        _ => Vec::new(),
    }
}

/// The type of a number of one of several kinds; nothing when there are too many.
pub fn either(kinds: impl Iterator<Item = Num>) -> Option<Ty> {
    let kinds: std::collections::BTreeSet<Num> = kinds.collect();
    let kinds: Vec<Num> = kinds.into_iter().collect();
    match kinds.as_slice() {
        [only] => Some(Ty::Num(*only)),
        _ => (kinds.len() <= MAX_KINDS).then_some(Ty::Either(kinds)),
    }
}

/// The element types of some kinds of number, each once, in order.
pub fn dtypes_of(kinds: &[Num]) -> Vec<DType> {
    let mut dtypes: Vec<DType> = kinds.iter().map(|kind| kind.dtype).collect();
    dtypes.dedup();
    dtypes
}

impl fmt::Display for Num {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match (self.numpy, self.dtype) {
            (false, DType::Bool) => write!(out, "bool"),
            (false, DType::I64) => write!(out, "int"),
            (false, DType::F64) => write!(out, "float"),
            (false, DType::C128) => write!(out, "complex"),
            (_, dtype) => write!(out, "np.{}", dtype.numpy_name()),
        }
    }
}

impl fmt::Display for Ty {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Ty::Unknown => write!(out, "?"),
            Ty::Never => write!(out, "never"),
            Ty::Unbound => write!(out, "unbound"),
            Ty::None => write!(out, "None"),
            Ty::Num(num) => write!(out, "{num}"),
            Ty::Mixed(num) => write!(out, "int | {num}"),
            Ty::Either(kinds) => {
                write!(out, "{}", kinds.iter().map(Num::to_string).collect::<Vec<_>>().join(" | "))
            }
            Ty::Str => write!(out, "str"),
            Ty::Exception(_) => write!(out, "exception"),
            Ty::File => write!(out, "file"),
            Ty::Array(tensor) => write!(out, "{}", array_text(tensor)),
            Ty::Tuple(items) => write!(out, "({})", list_text(items)),
            Ty::Named(record, _) => write!(out, "{}", record.name()),
            Ty::List(items) => write!(out, "[{}]", list_text(items)),
            Ty::Heap(site) => write!(out, "{site}"),
            Ty::Option(Absent::None, inner) => write!(out, "{inner} | None"),
            Ty::Option(Absent::Unbound, inner) => write!(out, "{inner} | unbound"),
            Ty::Static(Static::Path(path)) => write!(out, "{path}"),
            Ty::OneOf(options) if options.iter().any(is_instance) => {
                write!(out, "{}", options.iter().map(Ty::to_string).collect::<Vec<_>>().join(" | "))
            }
            Ty::Static(Static::Function(_)) | Ty::Callable(..) | Ty::OneOf(_) => write!(out, "function"),
            Ty::Static(Static::Class(_)) => write!(out, "class"),
            Ty::Range(_) => write!(out, "range"),
            Ty::Iterable(..) => write!(out, "iterable"),
            Ty::Cell(_) => write!(out, "shared variable"),
            Ty::Record(_) => write!(out, "dict of keywords"),
            Ty::Static(Static::Module(_)) => write!(out, "module"),
            Ty::Static(Static::DType(dtype)) => write!(out, "dtype {}", dtype.numpy_name()),
        }
    }
}

pub fn list_text(items: &[Ty]) -> String {
    items.iter().map(Ty::to_string).collect::<Vec<_>>().join(", ")
}

/// An array type as the user would write it: `float64[:, 3]`.
pub fn array_text(tensor: &TensorType) -> String {
    let dims: Vec<String> = tensor.dims.iter().map(|dim| dim.map_or(":".into(), |extent| extent.to_string())).collect();
    format!("{}[{}]", tensor.elem.numpy_name(), dims.join(", "))
}
