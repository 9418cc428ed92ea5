//! What a call of a session gives back, as plain data: results keep their identity with arguments, and arrays their aliasing with
//! one another.

use super::session::{owned_copy, shared};
use super::types::Type;
use crate::array::{Array, Buffer};
use crate::error::{Error, Result};
use crate::object::{Kind, Object, object, text_of};
use phylanx_abi::DType;
use std::rc::Rc;

/// A value that comes out.
#[derive(Debug)]
pub enum Taken {
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Complex(f64, f64),
    /// A scalar of NumPy: its type and its words.
    Numpy(DType, [u64; 2]),
    Text(String),
    Array(TakenArray),
    Tuple(Vec<Taken>),
    /// Items, or keys and values in turn.
    Object(Kind, Vec<Taken>),
    /// One of the objects among the arguments.
    Argument(usize),
    Range(i64, i64, i64),
}

/// An array that comes out.
#[derive(Debug)]
pub enum TakenArray {
    /// One of the arrays among the arguments, itself.
    Argument(usize),
    Part(Part),
    /// Not settled yet: the number of an array that is held.
    Held(usize),
}

/// A view on memory.
#[derive(Debug)]
pub struct Part {
    pub dtype: DType,
    pub shape: Vec<i64>,
    /// In bytes.
    pub strides: Vec<i64>,
    pub data: *mut u8,
    pub owner: Owner,
}

/// Whose memory it is.
#[derive(Debug)]
pub enum Owner {
    /// That of an array among the arguments.
    Argument(usize),
    /// Nobody else's.
    Block(Block),
}

/// Memory that came out of a call; several parts may share it.
#[derive(Clone, Debug)]
pub struct Block(std::sync::Arc<Sole>);

#[derive(Debug)]
struct Sole(#[expect(dead_code, reason = "it keeps the memory")] Rc<Buffer>);

// SAFETY: nobody else has a count of the buffer.
unsafe impl Send for Sole {}
// SAFETY: nobody looks into it.
unsafe impl Sync for Sole {}
// SAFETY: `data` points into memory that the owner keeps.
unsafe impl Send for Part {}

impl Block {
    /// Whether no other part shares the memory.
    pub fn is_alone(&self) -> bool {
        std::sync::Arc::strong_count(&self.0) == 1
    }
}

/// Takes values out of what generated code wrote.
pub struct Taker<'t> {
    arrays: &'t [Rc<Array>],
    objects: &'t [Rc<Object>],
    held: Vec<Rc<Array>>,
    depth: usize,
}

/// Objects that hold themselves would go on for ever.
const MAX_DEPTH: usize = 200;

impl<'t> Taker<'t> {
    /// The arguments are known by their identity.
    pub fn new(arrays: &'t [Rc<Array>], objects: &'t [Rc<Object>]) -> Taker<'t> {
        Taker { arrays, objects, held: Vec::new(), depth: 0 }
    }

    /// Takes one value.
    pub fn take(&mut self, ty: &Type, words: &mut dyn Iterator<Item = u64>) -> Result<Taken> {
        let mut next = || words.next().unwrap_or_default();
        Ok(match ty {
            Type::Never | Type::None => Taken::None,
            Type::Bool => Taken::Bool(next() & 1 != 0),
            Type::Int => Taken::Int(next() as i64),
            Type::Float => Taken::Float(f64::from_bits(next())),
            Type::Complex => Taken::Complex(f64::from_bits(next()), f64::from_bits(next())),
            Type::Numpy(dtype @ (DType::C64 | DType::C128)) => Taken::Numpy(*dtype, [next(), next()]),
            Type::Numpy(dtype) => Taken::Numpy(*dtype, [next(), 0]),
            Type::Text => match next() {
                0 => Taken::None,
                // SAFETY: the words own what they say.
                bits => Taken::Text(unsafe { text_of(bits) }.to_string()),
            },
            Type::Array(..) => match next() {
                0 => Taken::None,
                // SAFETY: as above.
                bits => self.array(unsafe { shared(bits) }),
            },
            Type::Range => Taken::Range(next() as i64, next() as i64, next() as i64),
            Type::Mixed { numpy } => {
                let (value, is_int) = (f64::from_bits(next()), next() & 1 != 0);
                match (is_int, numpy) {
                    (true, _) => Taken::Int(value as i64),
                    (false, false) => Taken::Float(value),
                    (false, true) => Taken::Numpy(DType::F64, [value.to_bits(), 0]),
                }
            }
            Type::Either(kinds) => self.either(kinds, words)?,
            Type::Option(inner) => {
                let present = next() & 1 != 0;
                let taken = self.take(inner, words)?;
                if present { taken } else { Taken::None }
            }
            Type::Tuple(items) => Taken::Tuple(self.all(items, words)?),
            Type::Items(items) => Taken::Object(Kind::List, self.all(items, words)?),
            Type::Object(..) | Type::Record(_) => match next() {
                0 => Taken::None,
                // SAFETY: the words own what they say.
                bits => self.object(unsafe { object(bits) }, ty)?,
            },
        })
    }

    fn all(&mut self, items: &[Type], words: &mut dyn Iterator<Item = u64>) -> Result<Vec<Taken>> {
        items.iter().map(|item| self.take(item, words)).collect()
    }

    /// The number of its kind, then one leaf for each element type.
    fn either(&mut self, kinds: &[Type], words: &mut dyn Iterator<Item = u64>) -> Result<Taken> {
        let which = words.next().unwrap_or_default() as usize;
        let mut found = Taken::None;
        let mut last = None;
        let mut leaf = Vec::new();
        for (at, kind) in kinds.iter().enumerate() {
            if kind.dtype() != last {
                last = kind.dtype();
                let count = if matches!(last, Some(DType::C64 | DType::C128)) { 2 } else { 1 };
                leaf = (0..count).map(|_| words.next().unwrap_or_default()).collect();
            }
            if at == which {
                found = self.take(kind, &mut leaf.iter().copied())?;
            }
        }
        Ok(found)
    }

    fn array(&mut self, array: Rc<Array>) -> Taken {
        if let Some(at) = self.arrays.iter().position(|argument| Rc::ptr_eq(argument, &array)) {
            return Taken::Array(TakenArray::Argument(at));
        }
        let at = self.held.iter().position(|held| Rc::ptr_eq(held, &array)).unwrap_or_else(|| {
            self.held.push(array);
            self.held.len() - 1
        });
        Taken::Array(TakenArray::Held(at))
    }

    fn object(&mut self, object: &Object, ty: &Type) -> Result<Taken> {
        let is_argument = |argument: &Rc<Object>| std::ptr::eq(Rc::as_ptr(argument), object);
        if let Some(at) = self.objects.iter().position(is_argument) {
            return Ok(Taken::Argument(at));
        }
        match ty {
            Type::Object(_, parts) => self.rows(object, parts),
            Type::Record(fields) => {
                let types: Vec<Type> = fields.iter().map(|(_, ty)| ty.clone()).collect();
                let mut values = self.all(&types, &mut object.row(0).into_iter())?.into_iter();
                let items = fields.iter().flat_map(|(name, _)| [Some(Taken::Text(name.clone())), values.next()]);
                Ok(Taken::Object(Kind::Dict, items.flatten().collect()))
            }
            _ => Err(Error::internal("a result is no object")),
        }
    }

    /// What an object holds.
    pub fn rows(&mut self, object: &Object, parts: &[Type]) -> Result<Taken> {
        if self.depth == MAX_DEPTH {
            return Err(Error::new("RecursionError", "a list that holds itself does not leave compiled code"));
        }
        self.depth += 1;
        let mut items = Vec::new();
        for row in object.live_rows() {
            items.extend(self.all(parts, &mut object.row(row).into_iter())?);
        }
        self.depth -= 1;
        Ok(Taken::Object(object.kind, items))
    }

    /// Settles whose memory the arrays are, when nothing but module-level variables can hold them any more.
    pub fn finish(mut self, result: Taken, objects: Vec<Taken>) -> Result<(Taken, Vec<Taken>)> {
        let held = std::mem::take(&mut self.held);
        let owners = self.owners(held)?;
        let settle = |taken| settle(taken, &owners);
        Ok((settle(result), objects.into_iter().map(settle).collect()))
    }

    fn owners(&self, held: Vec<Rc<Array>>) -> Result<Vec<Settled>> {
        let mut done: Vec<Settled> = Vec::with_capacity(held.len());
        let sole: Vec<bool> = held.iter().map(|array| is_sole(array, &held)).collect();
        for (array, sole) in held.into_iter().zip(sole) {
            let array = if crate::exec::localize(&array).is_ok() { array } else { owned_copy(&array)? };
            let argument = self.arrays.iter().position(|argument| Rc::ptr_eq(&argument.buffer, &array.buffer));
            if argument.is_some() && array.buffer.is_borrowed() {
                done.push((array, argument, None));
                continue;
            }
            let known = done.iter().find(|(other, ..)| sole && Rc::ptr_eq(&other.buffer, &array.buffer));
            let block = known.and_then(|(_, _, block)| block.clone());
            let array = if sole { array } else { owned_copy(&array)? };
            let block = block.unwrap_or_else(|| Block(std::sync::Arc::new(Sole(array.buffer.clone()))));
            done.push((array, None, Some(block)));
        }
        Ok(done)
    }
}

/// An array whose memory is that of an argument, or a block of its own.
type Settled = (Rc<Array>, Option<usize>, Option<Block>);

/// Whether nobody but these arrays, which nobody else holds, shares the buffer of one of them.
fn is_sole(array: &Rc<Array>, held: &[Rc<Array>]) -> bool {
    let sharing: Vec<&Rc<Array>> = held.iter().filter(|other| Rc::ptr_eq(&other.buffer, &array.buffer)).collect();
    let alone = sharing.iter().all(|other| Rc::strong_count(other) == 1);
    alone && Rc::strong_count(&array.buffer) == sharing.len() && !array.buffer.is_pinned()
}

fn settle(taken: Taken, owners: &[Settled]) -> Taken {
    match taken {
        Taken::Array(TakenArray::Held(at)) => {
            let (array, argument, block) = &owners[at];
            let size = array.dtype().size() as i64;
            let owner = match (argument, block) {
                (_, Some(block)) => Owner::Block(block.clone()),
                (argument, None) => Owner::Argument(argument.unwrap_or_default()),
            };
            Taken::Array(TakenArray::Part(Part {
                dtype: array.dtype(),
                shape: array.shape().to_vec(),
                strides: array.view.strides.iter().map(|stride| stride * size).collect(),
                data: array.base().wrapping_offset((array.view.offset * size) as isize),
                owner,
            }))
        }
        Taken::Tuple(items) => Taken::Tuple(items.into_iter().map(|item| settle(item, owners)).collect()),
        Taken::Object(kind, items) => Taken::Object(kind, items.into_iter().map(|item| settle(item, owners)).collect()),
        other => other,
    }
}
