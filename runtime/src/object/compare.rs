//! Equality and order of values, as Python has them.

use super::item::{Item, decode};
use super::{Kind, Object};
use crate::array::Array;
use crate::error::{Error, Result};
use crate::ops::Scalar;
use std::cmp::Ordering;

/// How deep containers may lie in one another.
const MAX_DEPTH: usize = 500;

/// `a == b`.
pub fn equal(a: &Item, b: &Item) -> Result<bool> {
    equal_at(a, b, 0)
}

fn equal_at(a: &Item, b: &Item, depth: usize) -> Result<bool> {
    if depth > MAX_DEPTH {
        return Err(Error::new("RecursionError", "maximum recursion depth exceeded in comparison"));
    }
    Ok(match (a, b) {
        (Item::None, Item::None) => true,
        (Item::Text(a), Item::Text(b)) => a == b,
        (Item::Array(a), Item::Array(b)) => return same_array(a, b),
        (Item::Object(a), Item::Object(b)) => return equal_objects(a, b, depth + 1),
        (Item::Tuple(a), Item::Tuple(b)) => return all_equal(a, b, depth),
        (Item::Record(_, a), Item::Record(_, b)) => {
            let (a, b) = (values(a), values(b));
            return all_equal(&a, &b, depth);
        }
        _ => match (number(a), number(b)) {
            (Some(a), Some(b)) => order_numbers(a, b) == Some(Ordering::Equal),
            _ => false,
        },
    })
}

/// The values of a record's fields.
fn values<'v>(fields: &[(&str, Item<'v>)]) -> Vec<Item<'v>> {
    fields.iter().map(|(_, item)| item.clone()).collect()
}

fn all_equal(a: &[Item], b: &[Item], depth: usize) -> Result<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    for (x, y) in a.iter().zip(b) {
        if !same(x, y) && !equal_at(x, y, depth + 1)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether two items are one object, which containers take for equal.
fn same(a: &Item, b: &Item) -> bool {
    match (a, b) {
        (Item::Array(a), Item::Array(b)) => std::ptr::eq(*a, *b),
        (Item::Object(a), Item::Object(b)) => std::ptr::eq(*a, *b),
        _ => false,
    }
}

/// The truth of `a == b` on arrays: that of the one element.
fn same_array(a: &Array, b: &Array) -> Result<bool> {
    if a.size() == 1 && b.size() == 1 {
        let (a, b) = (crate::ops::value::only_element(a)?, crate::ops::value::only_element(b)?);
        return Ok(order_numbers(a, b) == Some(Ordering::Equal));
    }
    Err(Error::value("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"))
}

fn equal_objects(a: &Object, b: &Object, depth: usize) -> Result<bool> {
    if std::ptr::eq(a, b) {
        return Ok(true);
    }
    let alike = a.kind == b.kind || (a.kind.is_set() && b.kind.is_set());
    if !alike || a.len() != b.len() {
        return Ok(false);
    }
    match a.kind {
        Kind::Instance | Kind::Cell => Ok(false),
        Kind::List | Kind::Tuple | Kind::Deque | Kind::Data => {
            for at in 0..a.len() {
                let (x, y) = (a.row(at), b.row(at));
                let (x, y) = (decode(&a.shape.key, &x), decode(&b.shape.key, &y));
                if !same(&x, &y) && !equal_at(&x, &y, depth)? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        Kind::Dict | Kind::Set | Kind::FrozenSet => equal_entries(a, b, depth),
    }
}

fn equal_entries(a: &Object, b: &Object, depth: usize) -> Result<bool> {
    for row in a.live_rows() {
        let words = a.row(row);
        let key = decode(&a.shape.key, &words);
        let Some(found) = b.find(&key)? else { return Ok(false) };
        if let (Some(x), Some(y)) = (&a.shape.value, &b.shape.value) {
            let other = b.row(found);
            let (x, y) = (decode(x, &words[a.shape.key_words..]), decode(y, &other[b.shape.key_words..]));
            if !same(&x, &y) && !equal_at(&x, &y, depth)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// The order of two values; nothing for values without one, such as NaN.
///
/// # Errors
/// `TypeError` for types that Python does not order.
pub fn order(a: &Item, b: &Item, operator: &str) -> Result<Option<Ordering>> {
    Ok(match (a, b) {
        (Item::Text(a), Item::Text(b)) => Some(a.cmp(b)),
        (Item::Tuple(a), Item::Tuple(b)) => return order_items(a, b, operator),
        (Item::Record(_, a), Item::Record(_, b)) => {
            let (a, b) = (values(a), values(b));
            return order_items(&a, &b, operator);
        }
        (Item::Object(a), Item::Object(b)) if a.kind == b.kind && is_ordered(a.kind) => {
            let (x, y) = (rows_of(a), rows_of(b));
            let (x, y): (Vec<Item>, Vec<Item>) = (
                x.iter().map(|row| decode(&a.shape.key, row)).collect(),
                y.iter().map(|row| decode(&b.shape.key, row)).collect(),
            );
            return order_items(&x, &y, operator);
        }
        (Item::Array(a), Item::Array(b)) if a.size() == 1 && b.size() == 1 => {
            order_numbers(crate::ops::value::only_element(a)?, crate::ops::value::only_element(b)?)
        }
        (Item::Array(_), Item::Array(_)) => return Err(ambiguous()),
        _ => match (number(a), number(b)) {
            (Some(a), Some(b)) => order_numbers(a, b),
            _ => {
                return Err(Error::type_(format!(
                    "'{operator}' not supported between instances of '{}' and '{}'",
                    a.type_name(),
                    b.type_name()
                )));
            }
        },
    })
}

fn ambiguous() -> Error {
    Error::value("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
}

fn is_ordered(kind: Kind) -> bool {
    matches!(kind, Kind::List | Kind::Tuple | Kind::Deque | Kind::Data)
}

fn rows_of(object: &Object) -> Vec<Vec<u64>> {
    (0..object.len()).map(|at| object.row(at)).collect()
}

fn order_items(a: &[Item], b: &[Item], operator: &str) -> Result<Option<Ordering>> {
    for (x, y) in a.iter().zip(b) {
        if !same(x, y) && !equal(x, y)? {
            return order(x, y, operator);
        }
    }
    Ok(Some(a.len().cmp(&b.len())))
}

fn number(item: &Item) -> Option<Scalar> {
    match item {
        Item::Number(scalar) | Item::Numpy(scalar, _) => Some(*scalar),
        Item::Array(array) if array.rank() == 0 => crate::ops::value::only_element(array).ok(),
        _ => None,
    }
}

/// By value, whatever the types.
fn order_numbers(a: Scalar, b: Scalar) -> Option<Ordering> {
    match (whole(a), whole(b)) {
        (Some(a), Some(b)) => Some(a.cmp(&b)),
        (Some(a), None) => int_and_float(a, b.cast()),
        (None, Some(b)) => int_and_float(b, a.cast()).map(Ordering::reverse),
        (None, None) => a.cast::<f64>().partial_cmp(&b.cast::<f64>()),
    }
}

fn whole(scalar: Scalar) -> Option<i128> {
    Some(match scalar {
        Scalar::Bool(value) => i128::from(value),
        Scalar::I64(value) => i128::from(value),
        Scalar::I32(value) => i128::from(value),
        Scalar::U64(value) => i128::from(value),
        _ => return None,
    })
}

/// Converting keeps the order but may make unlike numbers equal; then the float is a whole number that fits.
fn int_and_float(int: i128, float: f64) -> Option<Ordering> {
    let order = (int as f64).partial_cmp(&float)?;
    Some(order.then_with(|| int.cmp(&(float as i128))))
}
