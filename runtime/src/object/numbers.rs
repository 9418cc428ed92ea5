//! Lists of numbers, and of lists of them, as arrays.

use super::Object;
use super::item::{Item, decode};
use crate::array::{Array, Dims};
use crate::error::{Error, Result};
use crate::ops::Scalar;
use crate::with_element;
use phylanx_abi::DType;
use std::rc::Rc;

/// The numbers in a list as an array of an element type; lists of lists must be of one length.
pub fn to_array(object: &Object, dtype: DType) -> Result<Rc<Array>> {
    let mut shape = Vec::new();
    let mut numbers = Vec::new();
    collect(object, 0, &mut shape, &mut numbers)?;
    with_element!(dtype, T => {
        let elements: Vec<T> = numbers.iter().map(|number| number.cast::<T>()).collect();
        Array::from_elements(&elements, Dims::from(&shape[..]))
    }, complex => Err(Error::type_("complex numbers in lists are not supported")))
}

fn collect(object: &Object, depth: usize, shape: &mut Vec<i64>, out: &mut Vec<Scalar>) -> Result<()> {
    extent(shape, depth, object.len())?;
    for row in object.live_rows() {
        let words = object.row(row);
        item(&decode(&object.shape.key, &words), depth + 1, shape, out)?;
    }
    Ok(())
}

fn extent(shape: &mut Vec<i64>, depth: usize, len: usize) -> Result<()> {
    match shape.get(depth) {
        None => shape.push(len as i64),
        Some(&known) if known != len as i64 => {
            return Err(Error::value(format!(
                "setting an array element with a sequence. The requested array has an inhomogeneous shape after {depth} dimensions. The detected shape was {} + inhomogeneous part.",
                shape_text(&shape[..depth])
            )));
        }
        Some(_) => {}
    }
    Ok(())
}

fn shape_text(shape: &[i64]) -> String {
    let parts: Vec<String> = shape.iter().map(i64::to_string).collect();
    match parts.as_slice() {
        [only] => format!("({only},)"),
        _ => format!("({})", parts.join(", ")),
    }
}

fn item(item_: &Item, depth: usize, shape: &mut Vec<i64>, out: &mut Vec<Scalar>) -> Result<()> {
    match item_ {
        Item::Number(scalar) | Item::Numpy(scalar, _) => out.push(*scalar),
        Item::Object(object) => collect(object, depth, shape, out)?,
        Item::Tuple(items) => {
            extent(shape, depth, items.len())?;
            for inner in items {
                item(inner, depth + 1, shape, out)?;
            }
        }
        Item::Array(array) => {
            let array = crate::exec::borrow(array)?;
            for (axis, &len) in array.shape().iter().enumerate() {
                extent(shape, depth + axis, len as usize)?;
            }
            with_element!(array.dtype(), T => {
                out.extend(array.to_vec::<T>().into_iter().map(Scalar::of));
                Ok(())
            }, complex => Err(Error::type_("complex numbers in lists are not supported")))?;
        }
        other => {
            return Err(Error::type_(format!("a list of {} does not make an array", other.type_name())));
        }
    }
    Ok(())
}
