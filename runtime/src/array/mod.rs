//! Arrays: a shared buffer and a view on it, as NumPy has them.
//!
//! Generated code holds arrays as handles: an `Rc<Array>` turned into its address ([`handle`]). The first field of an
//! [`Array`] is the [`ArrayHead`] that generated code reads after [`handle::phx_acquire`].

pub mod buffer;
pub mod complex;
pub mod copy;
pub mod dims;
pub mod element;
pub mod handle;
pub mod held;
pub mod ledger;
pub mod storage;
pub mod view;
pub mod walk;

pub use buffer::Buffer;
pub use complex::Complex;
pub use dims::Dims;
pub use element::{Bool, Element};
pub use storage::{Fill, Storage};
pub use view::View;

use crate::error::{Error, Result};
use crate::exec::token::Ghost;
use phylanx_abi::{ArrayHead, DType, MAX_RANK};
use std::cell::UnsafeCell;
use std::rc::Rc;

/// A view on a shared buffer. Values (`tensor`) and references (`!physl.ref`) look the same here; the compiler
/// knows which may be written.
#[repr(C)]
pub struct Array {
    /// What generated code reads. `data` is right only after a call to [`Array::refresh`].
    head: UnsafeCell<ArrayHead>,
    pub buffer: Rc<Buffer>,
    /// In global element coordinates of the buffer.
    pub view: View,
    /// The surroundings of this rank's part, where the compiler has had them fetched.
    pub ghost: Option<Rc<Ghost>>,
}

impl Array {
    /// A view on a buffer; the view lies inside.
    pub fn new(buffer: Rc<Buffer>, view: View) -> Rc<Array> {
        Array::with(buffer, view, None)
    }

    /// The same array, with the surroundings of this rank's part.
    pub fn with_ghost(&self, ghost: Rc<Ghost>) -> Rc<Array> {
        Array::with(self.buffer.clone(), self.view, Some(ghost))
    }

    fn with(buffer: Rc<Buffer>, view: View, ghost: Option<Rc<Ghost>>) -> Rc<Array> {
        let mut head = ArrayHead {
            data: std::ptr::null_mut(),
            dtype: buffer.dtype as u32,
            rank: view.rank() as u32,
            shape: [1; MAX_RANK],
            strides: [0; MAX_RANK],
        };
        head.shape[..view.rank()].copy_from_slice(&view.shape);
        head.strides[..view.rank()].copy_from_slice(&view.strides);
        let array = Array { head: UnsafeCell::new(head), buffer, view, ghost };
        array.refresh();
        Rc::new(array)
    }

    /// A replicated row-major array of its own.
    pub fn fresh(dtype: DType, shape: Dims, fill: Fill) -> Result<Rc<Array>> {
        Ok(Array::over(Rc::new(Buffer::replicated(dtype, shape, fill)?)))
    }

    /// All of a buffer.
    pub fn over(buffer: Rc<Buffer>) -> Rc<Array> {
        let view = View::contiguous(buffer.shape);
        Array::new(buffer, view)
    }

    /// A replicated vector with these elements.
    pub fn from_vec<T: Element>(values: &[T]) -> Result<Rc<Array>> {
        Array::from_elements(values, Dims::from([values.len() as i64]))
    }

    /// A replicated array with these elements in row-major order; there are as many as the shape asks.
    pub fn from_elements<T: Element>(values: &[T], shape: Dims) -> Result<Rc<Array>> {
        if shape.product() != Some(values.len() as i64) {
            return Err(Error::internal(format!("{} elements for shape {shape:?}", values.len())));
        }
        let array = Array::fresh(T::DTYPE, shape, Fill::Any)?;
        // SAFETY: the buffer is fresh, replicated and has room for exactly these elements.
        unsafe { std::ptr::copy_nonoverlapping(values.as_ptr(), array.base().cast(), values.len()) };
        Ok(array)
    }

    /// Another view on the same buffer.
    pub fn with_view(&self, view: View) -> Rc<Array> {
        Array::with(self.buffer.clone(), view, self.ghost.clone())
    }

    /// The real (0) or imaginary (1) parts of a complex array that is whole on this rank: a view on its memory.
    pub fn part(&self, at: i64) -> Result<Rc<Array>> {
        let parts = Rc::new(Buffer::parts_of(&self.buffer)?);
        let strides = self.view.strides.iter().map(|stride| 2 * stride).collect();
        Ok(Array::new(parts, View { offset: 2 * self.view.offset + at, shape: self.view.shape, strides }))
    }

    /// The memory of an array that is whole on this rank, as elements of another type: the last axis takes what differs in size.
    pub fn as_type(&self, dtype: DType) -> Result<Rc<Array>> {
        let view = self.view.of_size(self.dtype().size(), dtype.size())?;
        let memory =
            if self.dtype() == dtype { self.buffer.clone() } else { Rc::new(Buffer::seen_as(&self.buffer, dtype)?) };
        Ok(Array::new(memory, view))
    }

    pub fn dtype(&self) -> DType {
        self.buffer.dtype
    }

    pub fn rank(&self) -> usize {
        self.view.rank()
    }

    pub fn shape(&self) -> &Dims {
        &self.view.shape
    }

    /// Number of elements.
    pub fn size(&self) -> i64 {
        self.view.size()
    }

    /// First byte of the buffer's local storage (not of the view).
    pub fn base(&self) -> *mut u8 {
        self.buffer.base()
    }

    /// Points the head at the buffer's present storage. Meaningful for arrays that are whole on this rank.
    pub fn refresh(&self) {
        let bytes = self.view.offset * self.dtype().size() as i64;
        let data = self.base().wrapping_offset(bytes as isize);
        // SAFETY: a rank is one thread and no reference to the head outlives a call.
        unsafe { (*self.head.get()).data = data };
    }

    /// The elements in row-major order. The array is local and settled; `T` is its element type.
    pub fn to_vec<T: Element>(&self) -> Vec<T> {
        assert_eq!(T::DTYPE, self.dtype(), "element type of a read");
        let mut values = Vec::with_capacity(self.size() as usize);
        let base = self.base().cast::<T>();
        walk::walk([&self.view], |run| {
            for n in 0..run.count {
                // SAFETY: views lie in their buffers, and every element has been written.
                values.push(unsafe { base.offset((run.at[0] + n * run.strides[0]) as isize).read() });
            }
        });
        values
    }

    /// The elements as they lie, when they lie in row-major order without gaps.
    pub fn as_slice<T: Element>(&self) -> Option<&[T]> {
        assert_eq!(T::DTYPE, self.dtype(), "element type of a read");
        if !self.view.is_contiguous() {
            return None;
        }
        let first = self.base().cast::<T>().wrapping_offset(self.view.offset as isize);
        // SAFETY: views lie in their buffers; nobody writes while the borrow lasts, as a rank is one thread.
        Some(unsafe { std::slice::from_raw_parts(first, self.size() as usize) })
    }

    /// The elements in row-major order, borrowed where they lie so.
    pub fn elements<T: Element>(&self) -> std::borrow::Cow<'_, [T]> {
        match self.as_slice() {
            Some(slice) => std::borrow::Cow::Borrowed(slice),
            None => std::borrow::Cow::Owned(self.to_vec()),
        }
    }
}

impl std::fmt::Debug for Array {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "Array({:?}, {:?})", self.dtype(), self.view)
    }
}
