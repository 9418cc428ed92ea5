//! Factorizations and solutions by elimination and reflection.

use super::{Field, fault, reflections};
use crate::error::Result;
use faer::linalg::solvers::{Llt, PartialPivLu, Qr};
use faer::prelude::*;
use faer::{Mat, MatRef, Side};
use std::cmp::Ordering;

/// A matrix as `faer` sees it.
pub fn view<T: Field>(data: &[T], rows: usize, columns: usize) -> MatRef<'_, T> {
    MatRef::from_row_major_slice(data, rows, columns)
}

/// Appends the elements of a matrix in row-major order.
pub fn append<T: Field>(out: &mut Vec<T>, matrix: MatRef<'_, T>) {
    for row in 0..matrix.nrows() {
        out.extend((0..matrix.ncols()).map(|column| matrix[(row, column)]));
    }
}

/// Appends the solution of `a x = b`; `a` is square, `b` has `columns` of them.
pub fn solve<T: Field>(a: &[T], n: usize, b: &[T], columns: usize, out: &mut Vec<T>) -> Result<()> {
    if n == 0 || columns == 0 {
        return Ok(());
    }
    let lu = regular(a, n)?;
    let x = lu.solve(view(b, n, columns));
    append(out, x.as_ref());
    Ok(())
}

/// Appends the inverse.
pub fn inverse<T: Field>(a: &[T], n: usize, out: &mut Vec<T>) -> Result<()> {
    if n == 0 {
        return Ok(());
    }
    let lu = regular(a, n)?;
    let x = lu.solve(Mat::<T>::identity(n, n));
    append(out, x.as_ref());
    Ok(())
}

/// The factors of a matrix whose elimination meets no zero.
fn regular<T: Field>(a: &[T], n: usize) -> Result<PartialPivLu<T>> {
    let lu = PartialPivLu::new(view(a, n, n));
    let zero = T::default();
    if (0..n).any(|at| lu.U()[(at, at)] == zero) { Err(fault("Singular matrix")) } else { Ok(lu) }
}

/// Sign (or phase) of the determinant and the logarithm of its size.
pub fn slogdet<T: Field>(a: &[T], n: usize) -> (T, T::Base) {
    let (zero, one) = (T::Base::of_f64(0.0), T::of_f64(1.0));
    if n == 0 {
        return (one, zero);
    }
    let lu = PartialPivLu::new(view(a, n, n));
    let mut sign = if is_odd(lu.P().arrays().0) { -one } else { one };
    let mut log = zero;
    for at in 0..n {
        let element = lu.U()[(at, at)];
        let size = element.size();
        if size == zero {
            return (T::default(), T::Base::of_f64(f64::NEG_INFINITY));
        }
        sign *= phase(element, size);
        log += size.log();
    }
    (sign, log)
}

/// An element divided by its size.
fn phase<T: Field>(element: T, size: T::Base) -> T {
    element.times(T::Base::of_f64(1.0) / size)
}

/// Whether a permutation is a product of an odd number of exchanges.
fn is_odd(order: &[usize]) -> bool {
    let mut seen = vec![false; order.len()];
    let mut odd = false;
    for start in 0..order.len() {
        let mut at = start;
        let mut length = 0;
        while !seen[at] {
            seen[at] = true;
            at = order[at];
            length += 1;
        }
        odd ^= length > 0 && length % 2 == 0;
    }
    odd
}

/// Appends the lower factor `l` with `l l^H = a`; only the lower triangle is read.
pub fn cholesky<T: Field>(a: &[T], n: usize, out: &mut Vec<T>) -> Result<()> {
    if n == 0 {
        return Ok(());
    }
    let failed = || fault("Matrix is not positive definite");
    let factor = Llt::new(view(a, n, n), Side::Lower).map_err(|_| failed())?;
    let l = factor.L();
    if (0..n).any(|at| l[(at, at)].real_part().is_nan()) {
        return Err(failed());
    }
    let zero = T::default();
    for row in 0..n {
        // The diagonal is real: what rounding has left of its imaginary parts goes.
        let entry = |column: usize| match column.cmp(&row) {
            Ordering::Less => l[(row, column)],
            Ordering::Equal => T::of_base(l[(row, row)].real()),
            Ordering::Greater => zero,
        };
        out.extend((0..n).map(entry));
    }
    Ok(())
}

/// Which parts of a QR factorization are wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Parts {
    /// `q` with as many columns as the shorter side.
    Reduced,
    /// A square `q`.
    Complete,
    /// `r` alone.
    R,
}

/// Appends `q` and `r` of a matrix.
pub fn qr<T: Field>(a: &[T], shape: (usize, usize), parts: Parts, q: &mut Vec<T>, r: &mut Vec<T>) {
    let (rows, columns) = shape;
    let least = rows.min(columns);
    let (zero, height) = (T::default(), if parts == Parts::Complete { rows } else { least });
    if least == 0 {
        let one = T::of_f64(1.0);
        let width = if parts == Parts::Complete { rows } else { 0 };
        q.extend((0..rows * width).map(|at| if at % (rows + 1) == 0 { one } else { zero }));
        r.extend((0..height * columns).map(|_| zero));
        return;
    }
    if !T::IS_REAL {
        return reflections::qr(a, shape, parts, q, r);
    }
    let factors = Qr::new(view(a, rows, columns));
    let upper = factors.R();
    for row in 0..height {
        let entry = |column: usize| if row < least && column >= row { upper[(row, column)] } else { zero };
        r.extend((0..columns).map(entry));
    }
    let basis = match parts {
        Parts::R => return,
        Parts::Reduced => factors.compute_thin_Q(),
        Parts::Complete => factors.compute_Q(),
    };
    append(q, basis.as_ref());
}

/// Appends the factors in one matrix (unit lower below, upper above), and the rows exchanged with each row in turn.
pub fn lu<T: Field>(a: &[T], rows: usize, columns: usize, out: &mut Vec<T>, exchanged: &mut Vec<i64>) {
    let least = rows.min(columns);
    if least == 0 {
        return;
    }
    let lu = PartialPivLu::new(view(a, rows, columns));
    let (lower, upper) = (lu.L(), lu.U());
    for row in 0..rows {
        out.extend((0..columns).map(|column| if row > column { lower[(row, column)] } else { upper[(row, column)] }));
    }
    let order = lu.P().arrays().0;
    let mut present: Vec<usize> = (0..rows).collect();
    for at in 0..least {
        let from = present[at..].iter().position(|&row| row == order[at]).map_or(at, |place| place + at);
        present.swap(at, from);
        exchanged.push(from as i64);
    }
}

/// Which triangle of a matrix counts, and how it is read.
#[derive(Clone, Copy, Debug)]
pub struct Triangle {
    pub lower: bool,
    pub transposed: bool,
    pub unit: bool,
}

/// Appends the solution of a triangular system.
pub fn triangular<T: Field>(
    a: &[T],
    n: usize,
    b: &[T],
    columns: usize,
    triangle: Triangle,
    out: &mut Vec<T>,
) -> Result<()> {
    let zero = T::default();
    if let Some(at) = (0..n).find(|&at| !triangle.unit && a[at * n + at] == zero) {
        return Err(fault(&format!("singular matrix: resolution failed at diagonal {at}")));
    }
    let mut x = Mat::from_fn(n, columns, |row, column| b[row * columns + column]);
    let matrix = if triangle.transposed { view(a, n, n).transpose() } else { view(a, n, n) };
    match (triangle.lower != triangle.transposed, triangle.unit) {
        (true, false) => matrix.solve_lower_triangular_in_place(x.as_mut()),
        (true, true) => matrix.solve_unit_lower_triangular_in_place(x.as_mut()),
        (false, false) => matrix.solve_upper_triangular_in_place(x.as_mut()),
        (false, true) => matrix.solve_unit_upper_triangular_in_place(x.as_mut()),
    }
    append(out, x.as_ref());
    Ok(())
}
