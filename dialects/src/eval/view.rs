//! Views, here by copying.

use super::map::spread;
use super::tensor::{Wrap, build, open, with_elem};
use super::{Array, Call, EvalError, Tensor, raises, undefined};
use crate::DType;
use crate::ir::Attr;
use ndarray::{Dimension, IxDyn};

/// The value of a view op on a tensor.
pub fn eval(call: &Call) -> Result<Tensor, EvalError> {
    let x = call.tensor(0)?;
    with_elem!(x.dtype(), T => view::<T>(call, open::<T>(x)?).map(T::wrap))
}

fn view<T: Wrap>(call: &Call, x: &Array<T>) -> Result<Array<T>, EvalError> {
    match call.row.name {
        "transpose" => transpose(call, x),
        "slice" => slice(call, x),
        "reshape" => reshape(call, x),
        "broadcast_to" => {
            let shape = call.ints_from(1)?;
            let shape: Option<Vec<usize>> = shape.iter().map(|&n| usize::try_from(n).ok()).collect();
            spread(
                x,
                &shape.ok_or_else(|| raises("ValueError", "all elements of broadcast shape must be non-negative"))?,
            )
        }
        "diagonal" => diagonal(call, x),
        _ => Err(undefined(call)),
    }
}

fn transpose<T: Wrap>(call: &Call, x: &Array<T>) -> Result<Array<T>, EvalError> {
    let perm = call.attr("perm", |attr| attr.as_i64s().map(<[i64]>::to_vec))?;
    let mut sorted = perm.clone();
    sorted.sort_unstable();
    if sorted != (0..x.ndim() as i64).collect::<Vec<_>>() {
        return Err(undefined(call));
    }
    let axes: Vec<usize> = perm.iter().map(|&axis| axis as usize).collect();
    let turned = x.clone().permuted_axes(IxDyn(&axes));
    Ok(turned.as_standard_layout().to_owned())
}

fn reshape<T: Wrap>(call: &Call, x: &Array<T>) -> Result<Array<T>, EvalError> {
    let wanted = call.ints_from(1)?;
    let refuse = || raises("ValueError", format!("cannot reshape array of size {} into shape {wanted:?}", x.len()));
    let open: Vec<usize> = wanted.iter().enumerate().filter(|(_, n)| **n == -1).map(|(at, _)| at).collect();
    let rest: i64 = wanted.iter().filter(|n| **n != -1).product();
    let mut shape = wanted.clone();
    match open[..] {
        [] => {}
        [at] if rest > 0 && (x.len() as i64) % rest == 0 => shape[at] = x.len() as i64 / rest,
        _ => return Err(refuse()),
    }
    let shape: Vec<usize> =
        shape.iter().map(|&n| usize::try_from(n).map_err(|_| refuse())).collect::<Result<_, _>>()?;
    let values: Vec<T> = x.iter().copied().collect();
    Array::from_shape_vec(IxDyn(&shape), values).map_err(|_| refuse())
}

fn diagonal<T: Wrap>(call: &Call, x: &Array<T>) -> Result<Array<T>, EvalError> {
    let [rows, columns, rest @ ..] = x.shape() else { return Err(undefined(call)) };
    let offset = call.int(1)?;
    let places: Vec<(usize, usize)> = (0..*rows as i64)
        .filter(|row| (0..*columns as i64).contains(&(row + offset)))
        .map(|row| (row as usize, (row + offset) as usize))
        .collect();
    let shape = [rest, &[places.len()]].concat();
    Ok(Array::from_shape_fn(IxDyn(&shape), |at| {
        let (inner, (row, column)) = (&at.slice()[..rest.len()], places[at[rest.len()]]);
        x[IxDyn(&[&[row, column], inner].concat())]
    }))
}

/// One result dimension or one fixed index of a basic subscript.
enum Pick {
    Index(usize),
    Places(Vec<usize>),
    New,
}

fn slice<T: Wrap>(call: &Call, x: &Array<T>) -> Result<Array<T>, EvalError> {
    let spec = call.attr("spec", |attr| attr.as_str().map(str::to_string))?;
    let picks = picks(call, &spec, x.shape())?;
    let shape: Vec<usize> = picks
        .iter()
        .filter_map(|pick| match pick {
            Pick::Index(_) => None,
            Pick::Places(places) => Some(places.len()),
            Pick::New => Some(1),
        })
        .collect();
    let result = Array::from_shape_fn(IxDyn(&shape), |to| x[IxDyn(&source(&picks, to.slice()))]);
    Ok(result)
}

fn source(picks: &[Pick], to: &[usize]) -> Vec<usize> {
    let mut at = 0;
    let mut from = Vec::new();
    for pick in picks {
        match pick {
            Pick::Index(index) => from.push(*index),
            Pick::Places(places) => {
                from.push(places[to[at]]);
                at += 1;
            }
            Pick::New => at += 1,
        }
    }
    from
}

fn picks(call: &Call, spec: &str, shape: &[usize]) -> Result<Vec<Pick>, EvalError> {
    let items: Vec<&str> = if spec.is_empty() { Vec::new() } else { spec.split(',').collect() };
    let used = items.iter().filter(|item| !matches!(**item, "n" | "e")).count();
    let hidden = shape.len().checked_sub(used).ok_or_else(|| raises("IndexError", "too many indices for array"))?;
    let mut operands = call.ints_from(1)?.into_iter();
    let mut picks = Vec::new();
    let mut axis = 0;
    for item in items {
        match item {
            "n" => picks.push(Pick::New),
            "e" => {
                picks.extend(shape[axis..axis + hidden].iter().map(|&n| Pick::Places((0..n).collect())));
                axis += hidden;
            }
            "i" => {
                let index = operands.next().ok_or_else(|| undefined(call))?;
                picks.push(Pick::Index(element(index, shape[axis])?));
                axis += 1;
            }
            range => {
                picks.push(Pick::Places(places(call, range, &mut operands, shape[axis])?));
                axis += 1;
            }
        }
    }
    picks.extend(shape[axis..].iter().map(|&n| Pick::Places((0..n).collect())));
    if operands.next().is_some() { Err(undefined(call)) } else { Ok(picks) }
}

fn element(index: i64, n: usize) -> Result<usize, EvalError> {
    let at = if index < 0 { index.wrapping_add(n as i64) } else { index };
    usize::try_from(at)
        .ok()
        .filter(|&at| at < n)
        .ok_or_else(|| raises("IndexError", format!("index {index} is out of bounds for size {n}")))
}

fn places(
    call: &Call,
    range: &str,
    operands: &mut impl Iterator<Item = i64>,
    n: usize,
) -> Result<Vec<usize>, EvalError> {
    let (mut start, mut stop, mut step) = (None, None, 1);
    for part in range.strip_prefix(':').ok_or_else(|| undefined(call))?.chars() {
        let value = operands.next().ok_or_else(|| undefined(call))?;
        match part {
            's' => start = Some(value),
            't' => stop = Some(value),
            'p' => step = value,
            _ => return Err(undefined(call)),
        }
    }
    if step == 0 {
        return Err(raises("ValueError", "slice step cannot be zero"));
    }
    Ok(stepped(n as i128, start, stop, i128::from(step)))
}

fn stepped(n: i128, start: Option<i64>, stop: Option<i64>, step: i128) -> Vec<usize> {
    let (low, high) = if step > 0 { (0, n) } else { (-1, n - 1) };
    let place = |bound: Option<i64>, default: i128| {
        bound.map_or(default, |at| {
            let at = i128::from(at);
            (if at < 0 { at + n } else { at }).clamp(low, high)
        })
    };
    let (mut at, stop) =
        if step > 0 { (place(start, 0), place(stop, n)) } else { (place(start, n - 1), place(stop, -1)) };
    let mut found = Vec::new();
    while if step > 0 { at < stop } else { at > stop } {
        found.push(at as usize);
        at += step;
    }
    found
}

/// A tensor of another shape with the same elements.
pub fn reshaped(x: &Tensor, shape: &[usize]) -> Result<Tensor, EvalError> {
    with_elem!(x.dtype(), T => build::<T>(shape, open::<T>(x)?.iter().copied().collect()))
}

/// The `axis` of an op that takes `-1000` for "all elements".
pub fn axis_or_all(call: &Call, rank: usize) -> Result<Option<usize>, EvalError> {
    let axis = call.attr("axis", Attr::as_int)?;
    if axis == -1000 { Ok(None) } else { call.axis(rank).map(Some) }
}
