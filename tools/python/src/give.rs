//! Results of a call, as Python values.

use crate::npy;
use phylanx_abi::DType;
use phylanx_runtime::library::take::{Block, Owner, Part, Taken, TakenArray};
use phylanx_runtime::object::Kind;
use pyo3::exceptions::PySystemError;
use pyo3::prelude::*;
use pyo3::types::{PyComplex, PyDict, PyFrozenSet, PyList, PySet, PyTuple};

/// Results up to this size are copied to memory of NumPy's, which is quicker than sharing ours.
const COPIED: usize = 32 * 1024;

/// Makes Python values; arguments are known by number.
pub struct Giver<'a, 'py> {
    pub py: Python<'py>,
    pub arrays: &'a [Bound<'py, PyAny>],
    pub objects: &'a [Bound<'py, PyAny>],
}

/// Memory of the runtime that an array of NumPy lies in.
#[pyclass(frozen, module = "phylanx._phylanx")]
struct Memory {
    #[expect(dead_code, reason = "it keeps the memory")]
    block: Block,
}

type Given<'py> = PyResult<Bound<'py, PyAny>>;

impl<'py> Giver<'_, 'py> {
    /// The Python value of what was taken out.
    pub fn give(&self, taken: Taken) -> Given<'py> {
        let py = self.py;
        Ok(match taken {
            Taken::None => py.None().into_bound(py),
            Taken::Bool(value) => value.into_pyobject(py)?.to_owned().into_any(),
            Taken::Int(value) => value.into_pyobject(py)?.into_any(),
            Taken::Float(value) => value.into_pyobject(py)?.into_any(),
            Taken::Complex(re, im) => PyComplex::from_doubles(py, re, im).into_any(),
            Taken::Numpy(dtype, words) => npy::scalar(py, dtype, &bytes_of(dtype, words))?,
            Taken::Text(text) => text.into_pyobject(py)?.into_any(),
            Taken::Array(array) => self.array(array)?,
            Taken::Tuple(items) => PyTuple::new(py, self.all(items)?)?.into_any(),
            Taken::Object(kind, items) => self.object(kind, items)?,
            Taken::Argument(at) => self.argument(self.objects, at)?,
            Taken::Range(start, stop, step) => py.import("builtins")?.getattr("range")?.call1((start, stop, step))?,
        })
    }

    /// All values, in order.
    pub fn all(&self, items: Vec<Taken>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        items.into_iter().map(|item| self.give(item)).collect()
    }

    fn argument(&self, among: &[Bound<'py, PyAny>], at: usize) -> Given<'py> {
        among.get(at).cloned().ok_or_else(|| PySystemError::new_err("a result names an argument that was not passed"))
    }

    fn object(&self, kind: Kind, items: Vec<Taken>) -> Given<'py> {
        let py = self.py;
        let items = self.all(items)?;
        Ok(match kind {
            Kind::Tuple => PyTuple::new(py, items)?.into_any(),
            Kind::Set => PySet::new(py, items)?.into_any(),
            Kind::FrozenSet => PyFrozenSet::new(py, items)?.into_any(),
            Kind::Deque => py.import("collections")?.getattr("deque")?.call1((PyList::new(py, items)?,))?,
            Kind::Dict => {
                let dict = PyDict::new(py);
                for pair in items.chunks_exact(2) {
                    dict.set_item(&pair[0], &pair[1])?;
                }
                dict.into_any()
            }
            _ => PyList::new(py, items)?.into_any(),
        })
    }

    fn array(&self, array: TakenArray) -> Given<'py> {
        let part = match array {
            TakenArray::Argument(at) => return self.argument(self.arrays, at),
            TakenArray::Part(part) => part,
            TakenArray::Held(_) => return Err(PySystemError::new_err("an array was not settled")),
        };
        match &part.owner {
            Owner::Argument(at) => {
                let base = self.argument(self.arrays, *at)?;
                npy::new_array(self.py, part.dtype, &part.shape, Some((&part.strides, part.data, &base)))
            }
            Owner::Block(block) if block.is_alone() && bytes(&part) <= COPIED && is_contiguous(&part) => {
                self.copied(&part)
            }
            Owner::Block(block) => {
                let base = Bound::new(self.py, Memory { block: block.clone() })?.into_any();
                npy::new_array(self.py, part.dtype, &part.shape, Some((&part.strides, part.data, &base)))
            }
        }
    }

    fn copied(&self, part: &Part) -> Given<'py> {
        let made = npy::new_array(self.py, part.dtype, &part.shape, None)?;
        if let Some(seen) = npy::array(&made) {
            // SAFETY: the new array is contiguous and as large as the part, which is contiguous too.
            unsafe { std::ptr::copy_nonoverlapping(part.data, seen.data, bytes(part)) }
        }
        Ok(made)
    }
}

fn bytes(part: &Part) -> usize {
    part.shape.iter().product::<i64>() as usize * part.dtype.size()
}

fn is_contiguous(part: &Part) -> bool {
    let mut step = part.dtype.size() as i64;
    part.shape.iter().zip(&part.strides).rev().all(|(&extent, &stride)| {
        let fits = extent == 1 || stride == step;
        step *= extent;
        fits
    }) || part.shape.contains(&0)
}

/// The bytes of a scalar from its words.
fn bytes_of(dtype: DType, words: [u64; 2]) -> [u8; 16] {
    let mut bytes = [0; 16];
    let part = if dtype == DType::C64 { 4 } else { 8 };
    for (at, word) in words.into_iter().enumerate() {
        bytes[at * part..at * part + part].copy_from_slice(&word.to_le_bytes()[..part]);
    }
    bytes
}
