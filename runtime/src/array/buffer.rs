//! The shared memory behind arrays.

use super::dims::{Dims, tuple};
use super::storage::{Fill, Storage};
use crate::error::{Error, Result};
use crate::layout::Placement;
use phylanx_abi::DType;
use std::cell::{Cell, Ref, RefCell};
use std::ptr::NonNull;
use std::rc::Rc;

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
    /// The buffer whose memory this one sees as its parts, or as elements of another type.
    whole: Option<Rc<Buffer>>,
    /// Whether another buffer sees this one's memory, so that it must stay where it is.
    pinned: Cell<bool>,
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
        let (whole, pinned) = (None, Cell::new(false));
        Ok(Buffer { dtype, shape, placement, storage: RefCell::new(storage), base, whole, pinned })
    }

    /// Takes over memory that holds what `placement` says.
    pub fn from_storage(dtype: DType, shape: Dims, placement: Option<Placement>, storage: Storage) -> Buffer {
        let base = Cell::new(storage.base());
        let placement = RefCell::new(placement.map(Box::new));
        Buffer { dtype, shape, placement, storage: RefCell::new(storage), base, whole: None, pinned: Cell::new(false) }
    }

    /// The parts of a complex buffer that is whole on this rank, side by side in its own memory.
    pub fn parts_of(whole: &Rc<Buffer>) -> Result<Buffer> {
        let dtype = match whole.dtype {
            DType::C64 => DType::F32,
            DType::C128 => DType::F64,
            other => return Err(Error::internal(format!("{} has no parts", other.numpy_name()))),
        };
        if whole.is_distributed() {
            return Err(Error::internal("parts of a distributed buffer"));
        }
        let base = NonNull::new(whole.base()).ok_or_else(|| Error::internal("a buffer without memory"))?;
        whole.pinned.set(true);
        let count = whole.shape.product().unwrap_or(0);
        let storage = Storage::borrowed(base, whole.bytes());
        let parts = Buffer::from_storage(dtype, Dims::from([2 * count]), None, storage);
        Ok(Buffer { whole: Some(whole.clone()), pinned: Cell::new(true), ..parts })
    }

    /// The memory of a buffer that is whole on this rank, as elements of another type.
    pub fn seen_as(whole: &Rc<Buffer>, dtype: DType) -> Result<Buffer> {
        if whole.is_distributed() {
            return Err(Error::internal("another type for a distributed buffer"));
        }
        let base = NonNull::new(whole.base()).ok_or_else(|| Error::internal("a buffer without memory"))?;
        let owner = whole.whole.as_ref().unwrap_or(whole);
        owner.pinned.set(true);
        let storage = Storage::borrowed(base, whole.bytes());
        let count = (whole.bytes() / dtype.size()) as i64;
        let seen = Buffer::from_storage(dtype, Dims::from([count]), None, storage);
        Ok(Buffer { whole: Some(owner.clone()), pinned: Cell::new(true), ..seen })
    }

    /// Whether the memory is a caller's.
    pub fn is_borrowed(&self) -> bool {
        self.storage.borrow().is_borrowed()
    }

    /// Whether the memory has to stay where it is.
    pub fn is_pinned(&self) -> bool {
        self.pinned.get()
    }

    /// The buffer whose memory this is: that of the complex numbers for one of their parts, say.
    pub fn owner(&self) -> &Buffer {
        self.whole.as_deref().unwrap_or(self)
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

    /// Moves what lies in a caller's memory to memory of our own; all views see the move.
    pub fn detach(&self) -> Result<()> {
        if !self.storage.borrow().is_borrowed() {
            return Ok(());
        }
        let bytes = self.bytes();
        let storage = Storage::new(bytes, Fill::Any);
        let storage = storage.ok_or_else(|| out_of_memory(self.dtype, &self.shape, bytes as f64))?;
        // SAFETY: both blocks are `bytes` long and apart.
        unsafe { std::ptr::copy_nonoverlapping(self.base(), storage.base(), bytes) };
        self.base.set(storage.base());
        self.storage.replace(storage);
        Ok(())
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
