//! Arguments of a library call: the caller's arrays become views on the caller's memory, without copies.
//!
//! Arrays that overlap share one buffer, so that the program sees them alias as it would under NumPy.

use super::ports;
use crate::array::dims::tuple;
use crate::array::{Array, Buffer, Dims, Storage, View};
use crate::error::{Error, Result};
use phylanx_abi::library::{ExportDesc, ExternArray, PortDesc};
use phylanx_abi::{DType, MAX_RANK, Tag, Value};
use std::borrow::Cow;
use std::ffi::CStr;
use std::ptr::NonNull;
use std::rc::Rc;

/// The arguments of one call.
pub struct Arguments {
    values: Vec<Value>,
    arrays: Vec<Rc<Array>>,
}

/// An array argument, checked against its port.
pub(super) struct Given<'a> {
    /// Which argument it is.
    at: usize,
    name: Cow<'a, str>,
    dtype: DType,
    shape: Dims,
    /// In elements.
    strides: Dims,
    data: usize,
    /// First byte and the one past the last; equal when there are no elements.
    low: usize,
    high: usize,
}

impl Arguments {
    /// Borrows the caller's arrays.
    ///
    /// # Errors
    /// `TypeError` or `ValueError` for what is no such array as the function was compiled for.
    ///
    /// # Safety
    /// `args` holds the parameters of `desc`; arrays describe valid memory.
    pub unsafe fn borrow(desc: &ExportDesc, args: *const Value) -> Result<Arguments> {
        let params = ports(desc.params, desc.param_count);
        // SAFETY: by the contract.
        let mut values: Vec<Value> = (0..params.len()).map(|at| unsafe { *args.add(at) }).collect();
        let mut given = Vec::new();
        for (at, (port, value)) in params.iter().zip(&mut values).enumerate() {
            if value.tag == Tag::Bool as u32 {
                value.bits = u64::from(value.bits != 0);
            } else if port.rank >= 0 {
                // SAFETY: by the contract.
                let array = unsafe { (value.bits as *const ExternArray).as_ref() };
                given.push(Given::check(at, desc, port, array)?);
            }
        }
        let mut arrays = Vec::with_capacity(given.len());
        for group in groups(given) {
            for (at, array) in views(&group)? {
                values[at] = Value { tag: Tag::Array as u32, aux: 0, bits: Rc::as_ptr(&array) as u64 };
                arrays.push(array);
            }
        }
        Ok(Arguments { values, arrays })
    }

    /// The arguments as generated code takes them.
    pub fn values(&self) -> *const Value {
        self.values.as_ptr()
    }

    /// As [`detach`].
    pub fn detach(self) -> Result<()> {
        detach(self.arrays)
    }
}

/// Gives memory of their own to arrays that the program has kept, in a module-level variable for example.
pub(super) fn detach(arrays: Vec<Rc<Array>>) -> Result<()> {
    let mut buffers: Vec<Rc<Buffer>> = Vec::new();
    let mut kept: Vec<bool> = Vec::new();
    for array in arrays {
        let used = Rc::strong_count(&array) > 1;
        match buffers.iter().position(|buffer| Rc::ptr_eq(buffer, &array.buffer)) {
            Some(at) => kept[at] |= used,
            None => {
                buffers.push(array.buffer.clone());
                kept.push(used);
            }
        }
    }
    let still = |(buffer, used): &(Rc<Buffer>, bool)| *used || Rc::strong_count(buffer) > 1;
    buffers.into_iter().zip(kept).filter(still).try_for_each(|(buffer, _)| buffer.detach())
}

impl<'a> Given<'a> {
    fn check(at: usize, desc: &ExportDesc, port: &'a PortDesc, array: Option<&ExternArray>) -> Result<Given<'a>> {
        let (function, name) = (text(desc.name), text(port.name));
        let say = |what: String| format!("{function}() argument '{name}' {what}");
        let Some(array) = array else { return Err(Error::type_(say("is a null pointer".into()))) };
        let wanted = DType::from_code(port.dtype.into()).ok_or_else(|| Error::internal("an unknown element type"))?;
        let found = u64::try_from(array.dtype).ok().and_then(DType::from_code);
        if found != Some(wanted) || array.rank != port.rank {
            let found = found.map_or_else(|| format!("dtype {}", array.dtype), |dtype| dtype.numpy_name().to_string());
            let (wanted, ranks) = (wanted.numpy_name(), (port.rank, array.rank));
            return Err(Error::type_(say(format!(
                "must be a {wanted} array of rank {}, found {found} of rank {}",
                ranks.0, ranks.1
            ))));
        }
        let rank = (port.rank as usize).min(MAX_RANK);
        let shape = Dims::from(&array.shape[..rank]);
        check_shape(&shape, port).map_err(|what| Error::value(say(what)))?;
        let seen = Given::described(at, array, wanted, shape).map_err(|what| Error::value(say(what)))?;
        Ok(Given { name, ..seen })
    }

    /// An array that has been checked already; `at` is its number among others.
    pub(super) fn seen(at: usize, array: &ExternArray) -> Result<Given<'a>> {
        let dtype = u64::try_from(array.dtype).ok().and_then(DType::from_code);
        let dtype = dtype.ok_or_else(|| Error::internal("an unknown element type"))?;
        let shape = Dims::from(&array.shape[..(array.rank as usize).min(MAX_RANK)]);
        Given::described(at, array, dtype, shape).map_err(|what| Error::value(format!("an array {what}")))
    }

    fn described(at: usize, array: &ExternArray, dtype: DType, shape: Dims) -> std::result::Result<Given<'a>, String> {
        let (size, rank) = (dtype.size() as i64, shape.len());
        let aligned = (array.data as usize).is_multiple_of(dtype.size());
        if !aligned || array.strides[..rank].iter().any(|step| step % size != 0) {
            return Err(format!("is not aligned: its address and strides must be multiples of {size} bytes"));
        }
        let strides: Dims = array.strides[..rank].iter().map(|step| step / size).collect();
        let (low, high) = span(array.data as usize, &shape, &strides, dtype.size())
            .ok_or_else(|| "reaches beyond the address space".to_string())?;
        if array.data.is_null() && high > low {
            return Err(format!("has no data for its shape {}", tuple(&shape)));
        }
        Ok(Given { at, name: Cow::Borrowed("an array"), dtype, shape, strides, data: array.data as usize, low, high })
    }

    /// The view that this array is on a buffer whose first byte is at `base`.
    fn view(&self, base: usize) -> View {
        let bytes = if self.low == self.high { 0 } else { self.data as i64 - base as i64 };
        View { offset: bytes / self.dtype.size() as i64, shape: self.shape, strides: self.strides }
    }
}

/// What is wrong with a shape.
fn check_shape(shape: &Dims, port: &PortDesc) -> std::result::Result<(), String> {
    for (axis, &extent) in shape.iter().enumerate() {
        // SAFETY: a port of an array has as many extents as dimensions.
        let wanted = unsafe { *port.extents.add(axis) };
        if extent < 0 {
            return Err(format!("has a negative extent in its shape {}", tuple(shape)));
        }
        if wanted >= 0 && wanted != extent {
            return Err(format!("must have extent {wanted} in dimension {axis}, found shape {}", tuple(shape)));
        }
    }
    Ok(())
}

/// First byte and the one past the last; `None` when that does not fit.
fn span(data: usize, shape: &Dims, strides: &Dims, size: usize) -> Option<(usize, usize)> {
    let (mut low, mut high) = (data as i128, data as i128);
    for (&extent, &stride) in shape.iter().zip(strides.iter()) {
        let reach = (i128::from(extent) - 1) * i128::from(stride) * size as i128;
        low += reach.min(0);
        high += reach.max(0);
    }
    if shape.contains(&0) {
        return Some((data, data));
    }
    let limit = i64::MAX as i128;
    (low >= 0 && high + size as i128 <= limit).then_some((low as usize, high as usize + size))
}

/// Arrays that overlap, directly or by way of others, together.
pub(super) fn groups(mut given: Vec<Given>) -> Vec<Vec<Given>> {
    given.sort_by_key(|array| array.low);
    let mut groups: Vec<Vec<Given>> = Vec::new();
    let mut end = 0;
    for array in given {
        let joins = array.low < array.high && array.low < end;
        end = end.max(array.high);
        match groups.last_mut().filter(|_| joins) {
            Some(group) => group.push(array),
            None => groups.push(vec![array]),
        }
    }
    groups
}

/// The arrays of a group as views on one buffer, with their places among the arguments.
pub(super) fn views(group: &[Given]) -> Result<Vec<(usize, Rc<Array>)>> {
    let first = &group[0];
    let size = first.dtype.size();
    for other in &group[1..] {
        if other.dtype != first.dtype || !(other.low - first.low).is_multiple_of(size) {
            let text =
                format!("the arguments '{}' and '{}' share memory as different elements", first.name, other.name);
            return Err(Error::value(text));
        }
    }
    let high = group.iter().map(|array| array.high).max().unwrap_or(first.high);
    let (base, bytes) =
        (NonNull::new(first.low as *mut u8).unwrap_or(NonNull::<u64>::dangling().cast()), high - first.low);
    let alone = group.len() == 1 && first.view(first.low).is_contiguous();
    let shape = if alone { first.shape } else { Dims::from([(bytes / size) as i64]) };
    let buffer = Rc::new(Buffer::from_storage(first.dtype, shape, None, Storage::borrowed(base, bytes)));
    Ok(group.iter().map(|array| (array.at, Array::new(buffer.clone(), array.view(first.low)))).collect())
}

fn text<'a>(text: *const std::ffi::c_char) -> Cow<'a, str> {
    // SAFETY: names in descriptions are static, NUL-terminated text.
    unsafe { CStr::from_ptr(text) }.to_string_lossy()
}
