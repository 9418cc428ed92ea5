//! Arguments and results of runtime calls, decoded once and checked.

use crate::array::handle::{self, Text};
use crate::array::{Array, Complex, Element};
use crate::error::{Error, Result};
use crate::exec;
use crate::object::{self, Object};
use crate::with_element;
use phylanx_abi::{DType, Tag, Value};
use std::ops::Range;
use std::rc::Rc;

/// A machine scalar, as Python or NumPy has it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Scalar {
    Bool(bool),
    I64(i64),
    F64(f64),
    I32(i32),
    F32(f32),
    /// Only inside the runtime: as a [`Value`] its bits travel as an `i64`.
    U64(u64),
    C64(Complex<f32>),
    C128(Complex<f64>),
}

impl Scalar {
    /// Converted to an element type.
    pub fn cast<T: Element>(self) -> T {
        match self {
            Scalar::Bool(value) => T::convert(crate::array::Bool(value as u8)),
            Scalar::I64(value) => T::convert(value),
            Scalar::F64(value) => T::convert(value),
            Scalar::I32(value) => T::convert(value),
            Scalar::F32(value) => T::convert(value),
            Scalar::U64(value) => T::convert(value),
            Scalar::C64(value) => T::convert(value),
            Scalar::C128(value) => T::convert(value),
        }
    }

    /// The element as the scalar type that carries it.
    pub fn of<T: Element>(value: T) -> Scalar {
        match T::DTYPE {
            DType::Bool => Scalar::Bool(value.is_true()),
            DType::F32 => Scalar::F32(value.to_f32()),
            DType::F64 => Scalar::F64(value.to_f64()),
            DType::I32 => Scalar::I32(value.to_int(32) as i32),
            DType::U64 => Scalar::U64(value.to_int(64) as u64),
            DType::C64 => Scalar::C64(Complex::convert(value)),
            DType::C128 => Scalar::C128(Complex::convert(value)),
            _ => Scalar::I64(value.to_int(64)),
        }
    }

    /// The element type whose scalar this is.
    pub fn dtype(self) -> DType {
        match self {
            Scalar::Bool(_) => DType::Bool,
            Scalar::I64(_) => DType::I64,
            Scalar::F64(_) => DType::F64,
            Scalar::I32(_) => DType::I32,
            Scalar::F32(_) => DType::F32,
            Scalar::U64(_) => DType::U64,
            Scalar::C64(_) => DType::C64,
            Scalar::C128(_) => DType::C128,
        }
    }
}

/// A value that owns what it holds.
#[derive(Clone, Debug)]
pub enum Owned {
    None,
    Scalar(Scalar),
    Text(Rc<Text>),
    Array(Rc<Array>),
    /// A handle of an exchange under way.
    Token(u64),
    Object(Rc<Object>),
}

impl Owned {
    pub fn text(value: impl Into<Box<str>>) -> Owned {
        Owned::Text(Rc::new(Text(value.into())))
    }

    pub fn int(value: i64) -> Owned {
        Owned::Scalar(Scalar::I64(value))
    }

    pub fn float(value: f64) -> Owned {
        Owned::Scalar(Scalar::F64(value))
    }

    pub fn bool(value: bool) -> Owned {
        Owned::Scalar(Scalar::Bool(value))
    }

    /// Gives the value away; the receiver owns the handle in it, if any.
    pub fn into_value(self) -> Value {
        let (tag, bits) = match self {
            Owned::None => (Tag::None, 0),
            Owned::Scalar(scalar) => scalar_bits(scalar),
            Owned::Text(text) => (Tag::Str, handle::text_into_bits(text)),
            Owned::Array(array) => (Tag::Array, handle::array_into_bits(array)),
            Owned::Token(bits) => (Tag::Token, bits),
            Owned::Object(object) => (Tag::Object, object::into_bits(object)),
        };
        Value { tag: tag as u32, aux: 0, bits }
    }
}

fn scalar_bits(scalar: Scalar) -> (Tag, u64) {
    match scalar {
        Scalar::Bool(value) => (Tag::Bool, value as u64),
        Scalar::I64(value) => (Tag::I64, value as u64),
        Scalar::F64(value) => (Tag::F64, value.to_bits()),
        Scalar::I32(value) => (Tag::I32, value as i64 as u64),
        Scalar::F32(value) => (Tag::F32, value.to_bits() as u64),
        Scalar::U64(value) => (Tag::I64, value),
        Scalar::C64(value) => (Tag::C64, kept(Complex::convert(value))),
        Scalar::C128(value) => (Tag::C128, kept(value)),
    }
}

thread_local! {
    /// The complex number that the latest call of this rank gave; the caller reads it before it calls again.
    static GIVEN: std::cell::UnsafeCell<[f64; 2]> = const { std::cell::UnsafeCell::new([0.0; 2]) };
}

/// The address of a complex result, valid until the next one.
fn kept(value: Complex<f64>) -> u64 {
    GIVEN.with(|given| {
        // SAFETY: the cell belongs to this thread and no reference to it is ever made.
        unsafe { given.get().write([value.re, value.im]) };
        given.get() as u64
    })
}

/// The complex number at an address that a value carries.
///
/// # Safety
/// `bits` is the address of two `f64`.
unsafe fn pair(bits: u64) -> Complex<f64> {
    // SAFETY: by the contract.
    let [re, im] = unsafe { (bits as *const [f64; 2]).read_unaligned() };
    Complex { re, im }
}

/// The operands and attributes of one call, without the result type that trails them.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    values: &'a [Value],
    result: Option<(DType, usize)>,
}

impl<'a> Args<'a> {
    /// Splits off the element type and rank that trail the arguments of ops whose result is an array.
    pub fn new(values: &'a [Value]) -> Args<'a> {
        if let [rest @ .., dtype, rank] = values
            && dtype.tag == Tag::DType as u32
            && rank.tag == Tag::I64 as u32
            && let Some(code) = DType::from_code(dtype.bits)
        {
            return Args { values: rest, result: Some((code, rank.bits as usize)) };
        }
        Args { values, result: None }
    }

    /// Number of operands and attributes.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Element type and rank of the result, if it is an array.
    pub fn result(&self) -> Option<(DType, usize)> {
        self.result
    }

    /// Element type of the result array.
    pub fn result_dtype(&self) -> Result<DType> {
        self.result.map(|(dtype, _)| dtype).ok_or_else(|| Error::internal("a call lacks its result type"))
    }

    /// The array as it is: perhaps spread over ranks, perhaps not computed yet.
    pub fn handle(&self, at: usize) -> Result<&'a Array> {
        let value = self.expect(at, Tag::Array)?;
        // SAFETY: an operand is borrowed for the call.
        Ok(unsafe { handle::array(value.bits) })
    }

    /// The object behind an operand.
    pub fn object(&self, at: usize) -> Result<&'a Object> {
        let value = self.expect(at, Tag::Object)?;
        if value.bits == 0 {
            return Err(Error::internal(format!("argument {at} is no object")));
        }
        // SAFETY: an operand is borrowed for the call.
        Ok(unsafe { object::object(value.bits) })
    }

    /// As [`Args::object`], with a count of its own.
    pub fn shared_object(&self, at: usize) -> Result<Rc<Object>> {
        let object = std::ptr::from_ref(self.object(at)?);
        // SAFETY: an operand is borrowed for the call.
        unsafe {
            Rc::increment_strong_count(object);
            Ok(Rc::from_raw(object))
        }
    }

    /// Operands as they travel.
    pub fn values(&self, range: Range<usize>) -> &'a [Value] {
        self.values.get(range).unwrap_or_default()
    }

    /// As [`Args::handle`], with a count of its own.
    pub fn shared(&self, at: usize) -> Result<Rc<Array>> {
        let value = self.expect(at, Tag::Array)?;
        // SAFETY: an operand is borrowed for the call.
        Ok(unsafe { handle::share_array(value.bits) })
    }

    /// The array, whole on this rank and up to date.
    pub fn array(&self, at: usize) -> Result<&'a Array> {
        exec::borrow(self.handle(at)?)
    }

    /// An array to be written in place: whole on this rank from now on, and up to date.
    pub fn target(&self, at: usize) -> Result<&'a Array> {
        let array = self.handle(at)?;
        exec::localize(array)?;
        Ok(array)
    }

    /// The array of that element type, whole on this rank and up to date, as the elements in row-major order.
    pub fn elements<T: Element>(&self, at: usize) -> Result<std::borrow::Cow<'a, [T]>> {
        let array = self.array(at)?;
        if array.dtype() != T::DTYPE {
            return Err(Error::internal(format!("argument {at} holds {:?}, not {:?}", array.dtype(), T::DTYPE)));
        }
        Ok(array.elements())
    }

    pub fn is_array(&self, at: usize) -> bool {
        self.has(at, Tag::Array)
    }

    pub fn is_text(&self, at: usize) -> bool {
        self.has(at, Tag::Str) || self.has(at, Tag::Text)
    }

    /// Whether an optional operand is absent.
    pub fn is_none(&self, at: usize) -> bool {
        self.has(at, Tag::None)
    }

    /// An integer of any width, or a bool.
    pub fn int(&self, at: usize) -> Result<i64> {
        match self.scalar(at)? {
            Scalar::Bool(value) => Ok(value as i64),
            Scalar::I64(value) => Ok(value),
            Scalar::I32(value) => Ok(value as i64),
            Scalar::U64(value) if value <= i64::MAX as u64 => Ok(value as i64),
            Scalar::U64(_) => Err(Error::new("OverflowError", "Python int too large to convert to C long")),
            other => Err(Error::internal(format!("argument {at} is {other:?}, not an integer"))),
        }
    }

    /// All arguments of a range as integers.
    pub fn ints(&self, range: Range<usize>) -> Result<Vec<i64>> {
        range.map(|at| self.int(at)).collect()
    }

    /// A number of any kind, as f64.
    pub fn float(&self, at: usize) -> Result<f64> {
        Ok(self.scalar(at)?.cast())
    }

    pub fn flag(&self, at: usize) -> Result<bool> {
        Ok(self.int(at)? != 0)
    }

    /// A machine scalar; an array of one element counts as its element.
    pub fn scalar(&self, at: usize) -> Result<Scalar> {
        let value = self.value(at)?;
        Ok(match tag_of(value)? {
            Tag::Bool => Scalar::Bool(value.bits != 0),
            Tag::I64 => Scalar::I64(value.bits as i64),
            Tag::F64 => Scalar::F64(f64::from_bits(value.bits)),
            Tag::I32 => Scalar::I32(value.bits as i32),
            Tag::F32 => Scalar::F32(f32::from_bits(value.bits as u32)),
            // SAFETY: an operand is borrowed for the call, a complex one by its address.
            Tag::C128 => Scalar::C128(unsafe { pair(value.bits) }),
            // SAFETY: as above.
            Tag::C64 => Scalar::C64(Complex::convert(unsafe { pair(value.bits) })),
            Tag::Array => return only_element(self.array(at)?),
            other => return Err(Error::internal(format!("argument {at} is {other:?}, not a number"))),
        })
    }

    /// A string handle or a constant text.
    pub fn text(&self, at: usize) -> Result<&'a str> {
        let value = self.value(at)?;
        match tag_of(value)? {
            // SAFETY: an operand is borrowed for the call.
            Tag::Str => Ok(unsafe { handle::text(value.bits) }),
            // SAFETY: a text attribute points at `aux` bytes of static UTF-8.
            Tag::Text => Ok(unsafe {
                let bytes = std::slice::from_raw_parts(value.bits as *const u8, value.aux as usize);
                std::str::from_utf8_unchecked(bytes)
            }),
            other => Err(Error::internal(format!("argument {at} is {other:?}, not text"))),
        }
    }

    /// A list attribute.
    pub fn list(&self, at: usize) -> Result<&'a [i64]> {
        let value = self.expect(at, Tag::I64List)?;
        if value.aux == 0 {
            return Ok(&[]);
        }
        // SAFETY: a list attribute points at `aux` integers that live for the call.
        Ok(unsafe { std::slice::from_raw_parts(value.bits as *const i64, value.aux as usize) })
    }

    /// The argument, with a count of its own for a handle.
    pub fn owned(&self, at: usize) -> Result<Owned> {
        let value = self.value(at)?;
        Ok(match tag_of(value)? {
            Tag::None => Owned::None,
            Tag::Array => Owned::Array(self.shared(at)?),
            Tag::Str | Tag::Text => Owned::text(self.text(at)?),
            Tag::Object if value.bits == 0 => Owned::None,
            Tag::Object => Owned::Object(self.shared_object(at)?),
            Tag::Token => {
                exec::retain_token(value.bits);
                Owned::Token(value.bits)
            }
            _ => Owned::Scalar(self.scalar(at)?),
        })
    }

    fn value(&self, at: usize) -> Result<&'a Value> {
        let given = self.values.len();
        self.values.get(at).ok_or_else(|| Error::internal(format!("argument {at} of {given} is missing")))
    }

    fn expect(&self, at: usize, tag: Tag) -> Result<&'a Value> {
        let value = self.value(at)?;
        if value.tag == tag as u32 {
            return Ok(value);
        }
        Err(Error::internal(format!("argument {at} has tag {}, not {tag:?}", value.tag)))
    }

    fn has(&self, at: usize, tag: Tag) -> bool {
        self.values.get(at).is_some_and(|value| value.tag == tag as u32)
    }
}

/// The element of an array that has one; NumPy's message for others.
pub fn only_element(array: &Array) -> Result<Scalar> {
    if array.size() != 1 {
        return Err(Error::value("can only convert an array of size 1 to a Python scalar"));
    }
    with_element!(array.dtype(), T => {
        Ok(Scalar::of(array.to_vec::<T>()[0]))
    })
}

fn tag_of(value: &Value) -> Result<Tag> {
    const TAGS: [Tag; 15] = [
        Tag::None,
        Tag::Bool,
        Tag::I64,
        Tag::F64,
        Tag::I32,
        Tag::F32,
        Tag::Str,
        Tag::Array,
        Tag::I64List,
        Tag::Text,
        Tag::DType,
        Tag::Token,
        Tag::Object,
        Tag::C64,
        Tag::C128,
    ];
    TAGS.get(value.tag as usize).copied().ok_or_else(|| Error::internal(format!("unknown tag {}", value.tag)))
}
