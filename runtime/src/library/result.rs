//! Results of a library call: scalars are stored, arrays are handed over with memory of their own.

use crate::array::{Array, copy, handle};
use crate::error::{Error, Result};
use core::ffi::c_void;
use phylanx_abi::library::{ExternArray, PortDesc};
use phylanx_abi::{DType, MAX_RANK, Tag, Value};
use std::rc::Rc;

/// Stores all results; a null place takes none.
///
/// # Safety
/// `values` are those of the ports, handles among them owned by the caller, who gives them up; `outs` holds a place for each.
pub unsafe fn store(ports: &[PortDesc], values: &[Value], outs: *const *mut c_void) -> Result<()> {
    let mut done = Ok(());
    for (at, (port, value)) in ports.iter().zip(values).enumerate() {
        // SAFETY: by the contract.
        done = done.and(unsafe { store_one(port, value, *outs.add(at)) });
    }
    done
}

/// # Safety
/// As for [`store`].
unsafe fn store_one(port: &PortDesc, value: &Value, out: *mut c_void) -> Result<()> {
    if port.rank < 0 {
        // SAFETY: by the contract.
        return unsafe { store_scalar(port, value.bits, out) };
    }
    if value.tag != Tag::Array as u32 {
        return Err(Error::internal("a result is no array"));
    }
    // SAFETY: the handle is owned, and given up here.
    let array = unsafe { Rc::from_raw(value.bits as *const Array) };
    if !out.is_null() {
        // SAFETY: the place is that of an array.
        unsafe { out.cast::<ExternArray>().write(handed_over(array)?) };
    }
    Ok(())
}

/// # Safety
/// `out` is null or the place of a scalar of the port's type.
unsafe fn store_scalar(port: &PortDesc, bits: u64, out: *mut c_void) -> Result<()> {
    let dtype = DType::from_code(port.dtype.into()).ok_or_else(|| Error::internal("an unknown type of a result"))?;
    if !out.is_null() {
        let bits = if dtype == DType::Bool { bits & 1 } else { bits };
        // SAFETY: the payload begins with the low bytes, on the little-endian machines that we compile for.
        unsafe { std::ptr::copy_nonoverlapping(bits.to_le_bytes().as_ptr(), out.cast::<u8>(), dtype.size()) };
    }
    Ok(())
}

/// The array in row-major order, in memory that nobody else sees.
fn handed_over(array: Rc<Array>) -> Result<ExternArray> {
    let alone = Rc::strong_count(&array) == 1 && Rc::strong_count(&array.buffer) == 1;
    let own = if alone && array.view.is_contiguous() { array } else { copy::contiguous(&array)? };
    let size = own.dtype().size() as i64;
    let (mut shape, mut strides) = ([0; MAX_RANK], [0; MAX_RANK]);
    let mut step = size;
    for axis in (0..own.rank()).rev() {
        (shape[axis], strides[axis]) = (own.shape()[axis], step);
        step *= own.shape()[axis].max(1);
    }
    let data = own.base().wrapping_offset((own.view.offset * size) as isize);
    let (dtype, rank) = (own.dtype() as i32, own.rank() as i32);
    // The count is not entered in a ledger: generated code holds it no more.
    let owner = Rc::into_raw(own) as *mut c_void;
    Ok(ExternArray { data, dtype, rank, shape, strides, owner, release: Some(release) })
}

/// Frees the memory of a result; the array is empty afterwards.
///
/// # Safety
/// `array` is null, or valid and, if it has an owner, a result of this library.
unsafe extern "C" fn release(array: *mut ExternArray) {
    // SAFETY: by the contract; nobody else holds the owner.
    unsafe {
        let Some(array) = array.as_mut() else { return };
        let owner = std::mem::replace(&mut array.owner, std::ptr::null_mut());
        (array.data, array.release, array.shape) = (std::ptr::null_mut(), None, [0; MAX_RANK]);
        if !owner.is_null() {
            handle::phx_release(Tag::Array as u32, owner as u64);
        }
    }
}

/// Frees the memory of a result, whichever library it came from; nothing for arrays of the caller's own.
///
/// # Safety
/// `array` is null or valid, and was not copied and freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn phylanx_array_free(array: *mut ExternArray) {
    // SAFETY: by the contract.
    unsafe {
        if let Some(release) = array.as_ref().and_then(|array| array.release) {
            release(array);
        }
    }
}
