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
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    let unit = (0..units.len()).find(|&unit| bytes / 1024f64.powi(unit as i32) < 1024.0).unwrap_or(units.len() - 1);
    let amount = bytes / 1024f64.powi(unit as i32);
    let amount = match amount {
        _ if unit == 0 => format!("{amount:.0}"),
        _ if amount < 10.0 => format!("{amount:.2}"),
        _ if amount < 100.0 => format!("{amount:.1}"),
        _ => format!("{amount:.0}"),
    };
    let message = format!(
        "Unable to allocate {amount} {} for an array with shape {} and data type {}",
        units[unit],
        tuple(shape),
        dtype.numpy_name()
    );
    Error::new("numpy._core._exceptions._ArrayMemoryError", message)
}
