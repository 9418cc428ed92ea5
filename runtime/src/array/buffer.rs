//! The shared memory behind arrays.

use super::dims::{Dims, tuple};
use super::storage::{Fill, Storage};
use crate::error::{Error, Result};
use crate::layout::Layout;
use phylanx_abi::DType;
use std::cell::{Cell, RefCell};

/// Elements of one type, row-major over a global shape, of which this rank holds what the layout says.
///
/// Shared by every array that views it. A rank is one thread, so interior mutability is by cells; memory itself is
/// reached through raw pointers because views overlap.
#[derive(Debug)]
pub struct Buffer {
    pub dtype: DType,
    /// The global shape, whatever part of it is here.
    pub shape: Dims,
    /// Which part is here.
    pub layout: RefCell<Layout>,
    storage: RefCell<Storage>,
    base: Cell<*mut u8>,
}

impl Buffer {
    /// A buffer that every rank holds as a whole.
    pub fn replicated(dtype: DType, shape: Dims, fill: Fill) -> Result<Buffer> {
        let count = shape.product().ok_or_else(|| out_of_memory(dtype, &shape, f64::INFINITY))?;
        Buffer::with_layout(dtype, shape, Layout::Replicated, count as usize, fill)
    }

    /// A buffer of which `local` elements are here, as `layout` says.
    pub fn with_layout(dtype: DType, shape: Dims, layout: Layout, local: usize, fill: Fill) -> Result<Buffer> {
        let size = dtype.size();
        let storage = local.checked_mul(size).and_then(|bytes| Storage::new(bytes, fill));
        let storage = storage.ok_or_else(|| out_of_memory(dtype, &shape, local as f64 * size as f64))?;
        let base = Cell::new(storage.base());
        Ok(Buffer { dtype, shape, layout: RefCell::new(layout), storage: RefCell::new(storage), base })
    }

    /// First byte of the local storage.
    pub fn base(&self) -> *mut u8 {
        self.base.get()
    }

    /// Size of the local storage.
    pub fn bytes(&self) -> usize {
        self.storage.borrow().bytes()
    }

    /// Other storage under another layout (a redistribution); gives back the old storage.
    pub fn replace(&self, layout: Layout, storage: Storage) -> Storage {
        self.base.set(storage.base());
        *self.layout.borrow_mut() = layout;
        self.storage.replace(storage)
    }
}

/// NumPy's words when an array is too large for the machine.
fn out_of_memory(dtype: DType, shape: &[i64], bytes: f64) -> Error {
    let (amount, shape, dtype) = (size_text(bytes), tuple(shape), dtype.numpy_name());
    let message = format!("Unable to allocate {amount} for an array with shape {shape} and data type {dtype}");
    Error::new("numpy._core._exceptions._ArrayMemoryError", message)
}

/// A number of bytes with three digits and a binary unit, as NumPy words it (`7.45 GiB`, `128. TiB`).
fn size_text(bytes: f64) -> String {
    const UNITS: [&str; 7] = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    let mut unit = 0;
    let mut amount = bytes;
    while amount.round() >= 1024.0 && unit + 1 < UNITS.len() {
        amount /= 1024.0;
        unit += 1;
    }
    let digits = match amount {
        _ if unit == 0 => format!("{amount:.0}"),
        _ if amount < 9.995 => format!("{amount:.2}"),
        _ if amount < 99.95 => format!("{amount:.1}"),
        _ => format!("{amount:.0}."),
    };
    format!("{digits} {}", UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_array_too_large_is_refused_in_numpys_words() {
        let error = Buffer::replicated(DType::F64, Dims::from([1 << 44]), Fill::Any).expect_err("too large");
        let text = "Unable to allocate 128. TiB for an array with shape (17592186044416,) and data type float64";
        assert_eq!(error.message, text);
    }
}
