//! The shared memory behind arrays.

use super::dims::{Dims, tuple};
use super::storage::{Fill, Storage};
use crate::error::{Error, Result};
use crate::layout::Placement;
use phylanx_abi::DType;
use std::cell::{Cell, Ref, RefCell};

/// Elements of one type, row-major over a global shape, of which this rank holds what the layout says.
///
/// Shared by every array that views it. A rank is one thread, so interior mutability is by cells; memory itself is
/// reached through raw pointers because views overlap.
#[derive(Debug)]
pub struct Buffer {
    pub dtype: DType,
    /// The global shape, whatever part of it is here.
    pub shape: Dims,
    /// Which part is here; none when every rank holds the whole.
    placement: RefCell<Option<Box<Placement>>>,
    storage: RefCell<Storage>,
    base: Cell<*mut u8>,
}

impl Buffer {
    /// A buffer that every rank holds as a whole.
    pub fn replicated(dtype: DType, shape: Dims, fill: Fill) -> Result<Buffer> {
        Buffer::placed(dtype, shape, None, fill)
    }

    /// A buffer of which this rank holds what `placement` says.
    pub fn placed(dtype: DType, shape: Dims, placement: Option<Placement>, fill: Fill) -> Result<Buffer> {
        let count = match &placement {
            Some(placement) => Some(placement.local.volume() as i64),
            None => shape.product(),
        };
        let bytes = count.and_then(|count| usize::try_from(count).ok()?.checked_mul(dtype.size()));
        let storage = bytes.and_then(|bytes| Storage::new(bytes, fill));
        let wanted = || count.map_or(f64::INFINITY, |count| count as f64 * dtype.size() as f64);
        let storage = storage.ok_or_else(|| out_of_memory(dtype, &shape, wanted()))?;
        let base = Cell::new(storage.base());
        let placement = RefCell::new(placement.map(Box::new));
        Ok(Buffer { dtype, shape, placement, storage: RefCell::new(storage), base })
    }

    /// Which part is here, if it is not the whole.
    pub fn placement(&self) -> Option<Ref<'_, Placement>> {
        Ref::filter_map(self.placement.borrow(), |placement| placement.as_deref()).ok()
    }

    /// Whether ranks hold different parts.
    pub fn is_distributed(&self) -> bool {
        self.placement.borrow().is_some()
    }

    /// First byte of the local storage.
    pub fn base(&self) -> *mut u8 {
        self.base.get()
    }

    /// Size of the local storage.
    pub fn bytes(&self) -> usize {
        self.storage.borrow().bytes()
    }

    /// Takes over the storage and placement of a buffer of the same type and shape.
    pub fn become_(&self, other: Buffer) {
        self.base.set(other.base());
        self.placement.replace(other.placement.into_inner());
        self.storage.replace(other.storage.into_inner());
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
