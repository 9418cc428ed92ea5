//! `np.mgrid`, `np.ogrid`, `np.r_` and `np.c_`: arrays written as slices between brackets.

use super::{join, tools};
use crate::ast::{BinOp, Expr, ExprKind};
use crate::lower::scalar::strength;
use crate::lower::{Lowerer, Res};
use crate::source::Span;
use crate::types::{Num, promote};
use crate::value::{Array, Const, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::dtype::is_complex;
use phylanx_dialects::ir::Type;

/// Whether a path names one of these objects.
pub fn is_grid(path: &str) -> bool {
    matches!(path, "numpy.mgrid" | "numpy.ogrid" | "numpy.r_" | "numpy.c_")
}

/// `start:stop:step`; a complex step gives the number of points, the last included.
struct Range {
    start: Scalar,
    stop: Scalar,
    step: Scalar,
    count: Scalar,
}

/// What stands between the brackets.
pub fn read<'a>(lo: &mut Lowerer<'a>, path: &str, index: &'a Expr, span: Span) -> Res<Val> {
    let parts: Vec<&Expr> = match &index.kind {
        ExprKind::Tuple(items) => items.iter().collect(),
        _ => vec![index],
    };
    if parts.is_empty() {
        return lo.fail(span, "nothing stands between these brackets", "write a range such as `0:n`");
    }
    if matches!(path, "numpy.r_" | "numpy.c_") {
        return joined(lo, path, &parts, span);
    }
    let mut ranges = Vec::new();
    for part in &parts {
        ranges.push(range(lo, part)?);
    }
    let numbers = ranges.iter().flat_map(|range| [&range.start, &range.stop, &range.step]);
    let strengths: Vec<_> = numbers.map(strength).chain([strength(&Scalar::int(0))]).collect();
    let elem = promote(&strengths);
    let mut lines = Vec::new();
    for range in &ranges {
        lines.push(line(lo, range, elem, span)?);
    }
    if !matches!(index.kind, ExprKind::Tuple(_)) {
        return Ok(Val::Array(lines.remove(0)));
    }
    let counts: Vec<Scalar> = ranges.into_iter().map(|range| range.count).collect();
    let mut grids = Vec::new();
    for (axis, line) in lines.iter().enumerate() {
        let mut own = vec![Scalar::int(1); counts.len()];
        own[axis] = counts[axis].clone();
        grids.push(tools::reshaped(lo, line, &own));
    }
    if path == "numpy.ogrid" {
        return Ok(Val::Tuple(grids.into_iter().map(Val::Array).collect()));
    }
    let mut whole = Vec::new();
    for grid in &grids {
        let tensor = lo.tensor(grid);
        let spread = lo.made("broadcast_to", &[tensor], &counts, elem);
        whole.push(lo.array_of(&spread, span)?);
    }
    Ok(Val::Array(join::stacked(lo, &whole, 0, span)?))
}

fn range<'a>(lo: &mut Lowerer<'a>, part: &'a Expr) -> Res<Range> {
    let ExprKind::Slice(start, stop, step) = &part.kind else {
        return lo.fail(part.span, "a range is needed here", "write `start:stop` or `start:stop:step`");
    };
    let Some(stop) = stop else {
        return lo.fail(part.span, "this range has no end", "write `start:stop`");
    };
    let start = bound(lo, start.as_deref(), 0)?;
    let stop = bound(lo, Some(stop), 0)?;
    let mut step = bound(lo, step.as_deref(), 1)?;
    let count = if is_complex(step.num.dtype) {
        let (size, count) = points(lo, &step);
        step = spacing(lo, &start, &stop, &count, part.span)?;
        // The step counts as a float even where it is not used.
        if !step.num.is_float() {
            step = size;
        }
        count
    } else {
        steps(lo, &start, &stop, &step, part.span)?
    };
    Ok(Range { start, stop, step, count })
}

fn bound<'a>(lo: &mut Lowerer<'a>, expr: Option<&'a Expr>, default: i64) -> Res<Scalar> {
    let Some(expr) = expr else { return Ok(Scalar::int(default)) };
    match lo.need(expr)? {
        Val::None => Ok(Scalar::int(default)),
        val => lo.scalar_of(&val, expr.span),
    }
}

/// The size of an imaginary step, and the number of points that it asks for.
fn points(lo: &mut Lowerer, step: &Scalar) -> (Scalar, Scalar) {
    if let Some(Const::Complex(re, im)) = step.known() {
        let size = re.hypot(im);
        return (Scalar::float(size), Scalar::int(size as i64));
    }
    let wide = lo.cast_scalar(step, Num::COMPLEX);
    let value = lo.scalar_value(&wide);
    let size = lo.np_scalar("abs", &[value], DType::F64);
    let count = lo.op("physl.float_to_int", &[size], Type::I64);
    (Scalar::of(Num::FLOAT, size), Scalar::of(Num::INT, count))
}

/// `(stop - start) / float(count - 1)`, or 1 for a single point.
fn spacing(lo: &mut Lowerer, start: &Scalar, stop: &Scalar, count: &Scalar, span: Span) -> Res<Scalar> {
    if let Some(count) = tools::known(count)
        && count == 1
    {
        return Ok(Scalar::float(1.0));
    }
    let length = tools::binary(lo, BinOp::Sub, &Val::Scalar(stop.clone()), &Val::Scalar(start.clone()), span)?;
    let spaces = tools::binary(lo, BinOp::Sub, &Val::Scalar(count.clone()), &Val::int(1), span)?;
    let spaces = lo.scalar_of(&spaces, span)?;
    let spaces = if tools::known(&spaces).is_some() {
        spaces
    } else {
        // A single point has no spaces; its step does not matter.
        tools::int_extreme(lo, "maxsi", &spaces, &Scalar::int(1))
    };
    let step = tools::binary(lo, BinOp::Div, &length, &Val::Scalar(spaces), span)?;
    lo.scalar_of(&step, span)
}

/// `ceil((stop - start) / step)`, at least 0.
fn steps(lo: &mut Lowerer, start: &Scalar, stop: &Scalar, step: &Scalar, span: Span) -> Res<Scalar> {
    if let (Some(start), Some(stop), Some(step)) = (tools::known(start), tools::known(stop), tools::known(step)) {
        if step == 0 {
            return lo.fail(span, "the step of a range must not be zero", "use a step such as 1");
        }
        let (distance, size) = if step > 0 { (stop - start, step) } else { (start - stop, -step) };
        return Ok(Scalar::int((distance.max(0) + size - 1) / size));
    }
    let length = tools::binary(lo, BinOp::Sub, &Val::Scalar(stop.clone()), &Val::Scalar(start.clone()), span)?;
    let ratio = tools::binary(lo, BinOp::Div, &length, &Val::Scalar(step.clone()), span)?;
    let ratio = lo.scalar_of(&ratio, span)?;
    lo.need_real(&ratio, span)?;
    let ratio = lo.as_float(&ratio);
    let ratio = lo.scalar_value(&ratio);
    let ceiling = lo.op("math.ceil", &[ratio], Type::F64);
    let count = lo.op("physl.float_to_int", &[ceiling], Type::I64);
    Ok(tools::int_extreme(lo, "maxsi", &Scalar::of(Num::INT, count), &Scalar::int(0)))
}

/// `arange(count) * step + start` in an element type.
fn line(lo: &mut Lowerer, range: &Range, elem: DType, span: Span) -> Res<Array> {
    let numbers = tools::arange(lo, &range.count);
    let numbers = Val::Array(tools::cast(lo, &numbers, elem));
    let scaled = tools::binary(lo, BinOp::Mul, &numbers, &Val::Scalar(range.step.clone()), span)?;
    let moved = tools::binary(lo, BinOp::Add, &scaled, &Val::Scalar(range.start.clone()), span)?;
    let moved = lo.array_of(&moved, span)?;
    Ok(tools::cast(lo, &moved, elem))
}

/// `np.r_` joins along the first axis, `np.c_` puts vectors side by side as columns.
fn joined<'a>(lo: &mut Lowerer<'a>, path: &str, parts: &[&'a Expr], span: Span) -> Res<Val> {
    let mut arrays = Vec::new();
    for part in parts {
        let array = match &part.kind {
            ExprKind::Slice(..) => {
                let range = range(lo, part)?;
                let elem = promote(&[&range.start, &range.stop, &range.step].map(strength));
                line(lo, &range, elem, part.span)?
            }
            ExprKind::Str(_) => {
                return lo.fail(part.span, "directions in a text are not supported here", "use `np.concatenate`");
            }
            _ => {
                let val = lo.need(part)?;
                let array = lo.array_of(&val, part.span)?;
                if array.ty.rank() == 0 { tools::reshaped(lo, &array, &[Scalar::int(1)]) } else { array }
            }
        };
        let is_column = path == "numpy.c_" && array.ty.rank() == 1;
        arrays.push(if is_column { tools::expanded(lo, &array, 1, part.span)? } else { array });
    }
    let elem = tools::common(&arrays);
    let arrays: Vec<Array> = arrays.iter().map(|array| tools::cast(lo, array, elem)).collect();
    let axis = if path == "numpy.c_" { arrays.first().map_or(1, |array| array.ty.rank()).saturating_sub(1) } else { 0 };
    Ok(Val::Array(join::joined(lo, &arrays, axis, span)?))
}
