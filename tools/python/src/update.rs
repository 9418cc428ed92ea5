//! What a call has done to the lists, dicts and sets among its arguments, done to Python's own.

use crate::give::Giver;
use phylanx_runtime::library::take::{Taken, TakenArray};
use phylanx_runtime::object::Kind;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};

/// Makes an object hold what it holds now for compiled code; what is as it was keeps its identity.
pub fn update(giver: &Giver, object: &Bound<PyAny>, now: Taken) -> PyResult<()> {
    let Taken::Object(kind, items) = now else { return Ok(()) };
    match kind {
        Kind::List | Kind::Deque => sequence(giver, object, items),
        Kind::Dict => dict(giver, object.cast::<PyDict>()?, items),
        Kind::Set => set(giver, object, items),
        // What cannot change has not.
        _ => Ok(()),
    }
}

fn sequence(giver: &Giver, object: &Bound<PyAny>, items: Vec<Taken>) -> PyResult<()> {
    let old: Vec<Bound<PyAny>> = object.try_iter()?.collect::<PyResult<_>>()?;
    if old.len() == items.len() && old.iter().zip(&items).all(|(old, new)| is_same(giver, old, new)) {
        return Ok(());
    }
    let mut made = Vec::with_capacity(items.len());
    for (at, item) in items.into_iter().enumerate() {
        match old.get(at).filter(|old| is_same(giver, old, &item)) {
            Some(old) => made.push(old.clone()),
            None => made.push(giver.give(item)?),
        }
    }
    let made = PyList::new(giver.py, made)?;
    match object.cast::<PyList>() {
        Ok(list) => list.set_slice(0, list.len(), &made),
        Err(_) => object.call_method0("clear").and_then(|_| object.call_method1("extend", (made,))).map(drop),
    }
}

fn dict(giver: &Giver, dict: &Bound<PyDict>, items: Vec<Taken>) -> PyResult<()> {
    let same = |((key, value), pair): ((Bound<PyAny>, Bound<PyAny>), &[Taken])| {
        is_same(giver, &key, &pair[0]) && is_same(giver, &value, &pair[1])
    };
    if dict.len() * 2 == items.len() && dict.iter().zip(items.chunks_exact(2)).all(same) {
        return Ok(());
    }
    let made = giver.all(items)?;
    dict.clear();
    made.chunks_exact(2).try_for_each(|pair| dict.set_item(&pair[0], &pair[1]))
}

fn set(giver: &Giver, object: &Bound<PyAny>, items: Vec<Taken>) -> PyResult<()> {
    let made = pyo3::types::PySet::new(giver.py, giver.all(items)?)?;
    if object.eq(&made)? {
        return Ok(());
    }
    object.call_method0("clear")?;
    object.call_method1("update", (made,)).map(drop)
}

/// Whether a value is still what it was.
fn is_same(giver: &Giver, old: &Bound<PyAny>, new: &Taken) -> bool {
    match new {
        Taken::None => old.is_none(),
        Taken::Bool(value) => {
            old.is_exact_instance_of::<pyo3::types::PyBool>() && old.is_truthy().is_ok_and(|old| old == *value)
        }
        Taken::Int(value) => old.is_exact_instance_of::<PyInt>() && old.extract::<i64>().is_ok_and(|old| old == *value),
        Taken::Float(value) => old.cast_exact::<PyFloat>().is_ok_and(|old| old.value().to_bits() == value.to_bits()),
        Taken::Text(text) => old.cast_exact::<PyString>().is_ok_and(|old| old.to_string_lossy() == text.as_str()),
        Taken::Array(TakenArray::Argument(at)) => giver.arrays.get(*at).is_some_and(|array| array.is(old)),
        Taken::Argument(at) => giver.objects.get(*at).is_some_and(|object| object.is(old)),
        Taken::Tuple(items) => old.cast_exact::<PyTuple>().is_ok_and(|old| {
            old.len() == items.len() && old.iter().zip(items).all(|(old, new)| is_same(giver, &old, new))
        }),
        _ => false,
    }
}
