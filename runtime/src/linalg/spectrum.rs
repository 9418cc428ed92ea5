//! Eigenvalues and singular values.

use super::factor::{append, view};
use super::{Field, fault};
use crate::error::Result;
use faer::linalg::solvers::{SelfAdjointEigen, Svd};
use faer::{Mat, MatRef, Side};

/// Which triangle of a symmetric matrix counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Half {
    Lower,
    Upper,
}

/// Appends the eigenvalues of a symmetric (Hermitian) matrix, ascending, and where wanted its eigenvectors as columns.
pub fn eigh<T: Field>(a: &[T], n: usize, half: Half, w: &mut Vec<T::Base>, v: Option<&mut Vec<T>>) -> Result<()> {
    if n == 0 {
        return Ok(());
    }
    let failed = || fault("Eigenvalues did not converge");
    if !all_finite(a) {
        return Err(failed());
    }
    let side = if half == Half::Lower { Side::Lower } else { Side::Upper };
    let whole = mirrored(a, n, half);
    match v {
        None => {
            let values = whole.self_adjoint_eigenvalues(side).map_err(|_| failed())?;
            w.extend(values.iter().map(|value| T::Base::of_f64(value.real_part())));
        }
        Some(v) => {
            let found = SelfAdjointEigen::new(whole.as_ref(), side).map_err(|_| failed())?;
            w.extend(found.S().column_vector().iter().map(|value| T::Base::of_f64(value.real_part())));
            append(v, found.U());
        }
    }
    Ok(())
}

/// Both triangles filled from the one that counts; the diagonal is real.
fn mirrored<T: Field>(a: &[T], n: usize, half: Half) -> Mat<T> {
    Mat::from_fn(n, n, |row, column| {
        let counts = if half == Half::Lower { row > column } else { row < column };
        match () {
            () if row == column => T::of_f64(a[row * n + row].real_part()),
            () if counts => a[row * n + column],
            () => a[column * n + row].mirrored(),
        }
    })
}

fn all_finite<T: Field>(a: &[T]) -> bool {
    a.iter().all(|element| element.is_regular())
}

/// Appends singular values, descending.
pub fn singular_values<T: Field>(a: &[T], rows: usize, columns: usize, s: &mut Vec<T::Base>) -> Result<()> {
    if rows == 0 || columns == 0 {
        return Ok(());
    }
    let failed = || fault("SVD did not converge");
    if !all_finite(a) {
        return Err(failed());
    }
    let values = view(a, rows, columns).singular_values().map_err(|_| failed())?;
    s.extend(values.iter().map(|value| T::Base::of_f64(value.real_part())));
    Ok(())
}

/// The parts of a singular value decomposition, `a = u diag(s) vh`.
#[derive(Default)]
pub struct Parts<T: Field> {
    pub u: Vec<T>,
    pub s: Vec<T::Base>,
    pub vh: Vec<T>,
}

/// How many singular vectors are wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Vectors {
    /// As many as there are singular values.
    Thin,
    /// All.
    Full,
}

/// Appends to the parts those of one matrix.
pub fn svd<T: Field>(a: &[T], rows: usize, columns: usize, wanted: Vectors, parts: &mut Parts<T>) -> Result<()> {
    if rows == 0 || columns == 0 {
        let full = wanted == Vectors::Full;
        identity(&mut parts.u, if full { rows } else { 0 });
        identity(&mut parts.vh, if full { columns } else { 0 });
        return Ok(());
    }
    let failed = || fault("SVD did not converge");
    if !all_finite(a) {
        return Err(failed());
    }
    let matrix = view(a, rows, columns);
    let found = match wanted {
        Vectors::Thin => Svd::new_thin(matrix),
        Vectors::Full => Svd::new(matrix),
    };
    let found = found.map_err(|_| failed())?;
    append(&mut parts.u, found.U());
    parts.s.extend(found.S().column_vector().iter().map(|value| T::Base::of_f64(value.real_part())));
    append_adjoint(&mut parts.vh, found.V());
    Ok(())
}

fn identity<T: Field>(out: &mut Vec<T>, n: usize) {
    let (zero, one) = (T::default(), T::of_f64(1.0));
    out.extend((0..n * n).map(|at| if at % (n + 1) == 0 { one } else { zero }));
}

fn append_adjoint<T: Field>(out: &mut Vec<T>, matrix: MatRef<'_, T>) {
    for column in 0..matrix.ncols() {
        out.extend((0..matrix.nrows()).map(|row| matrix[(row, column)].mirrored()));
    }
}

/// Appends the eigenvalues of any square matrix, and where wanted its eigenvectors as columns of length 1.
pub fn eig<T: Field>(a: &[T], n: usize, w: &mut Vec<T::Wide>, v: Option<&mut Vec<T::Wide>>) -> Result<()> {
    if n == 0 {
        return Ok(());
    }
    if !all_finite(a) {
        return Err(fault("Array must not contain infs or NaNs"));
    }
    let failed = || fault("Eigenvalues did not converge");
    let matrix = view(a, n, n);
    let Some(v) = v else {
        w.extend(T::eigenvalues(matrix).ok_or_else(failed)?);
        return Ok(());
    };
    let (values, vectors) = T::eigen(matrix).ok_or_else(failed)?;
    w.extend(values);
    let column = |column: usize| normalized((0..n).map(|row| vectors[(row, column)]).collect(), T::IS_REAL);
    let mut columns: Vec<Vec<T::Wide>> = (0..n).map(column).collect();
    if T::IS_REAL {
        mirror_pairs(&w[w.len() - n..], &mut columns);
    }
    for row in 0..n {
        v.extend(columns.iter().map(|column| column[row]));
    }
    Ok(())
}

/// Of a real matrix, the second vector of a conjugate pair is the first one's conjugate, to the last bit.
fn mirror_pairs<W: Field>(values: &[W], columns: &mut [Vec<W>]) {
    let mut at = 0;
    while at + 1 < values.len() {
        let is_pair = values[at + 1] == values[at].mirrored() && values[at] != W::of_base(values[at].real());
        if is_pair {
            columns[at + 1] = columns[at].iter().map(|element| element.mirrored()).collect();
        }
        at += 1 + usize::from(is_pair);
    }
}

/// A vector scaled to length 1, its largest component real where it is complex. LAPACK keeps the sign of that component's
/// real part for real matrices (dgeev), and makes it positive for complex ones (zgeev).
fn normalized<W: Field>(mut vector: Vec<W>, of_real: bool) -> Vec<W> {
    let length = vector.iter().map(|element| element.size().real_part().powi(2)).sum::<f64>().sqrt();
    let largest = vector.iter().copied().fold(W::default(), |most, element| {
        if element.size().real_part() > most.size().real_part() { element } else { most }
    });
    let is_real = of_real && vector.iter().all(|element| element.real_part().abs() == element.size().real_part());
    let sign = if of_real && largest.real_part() < 0.0 { -1.0 } else { 1.0 };
    let turn = if is_real {
        W::of_f64(1.0)
    } else {
        largest.mirrored().times(W::Base::of_f64(sign / largest.size().real_part()))
    };
    let most = largest.size();
    let mut turned = false;
    for element in &mut vector {
        // The first of the largest components is turned to a real number, exactly.
        let is_largest = !is_real && !turned && element.size() == most;
        turned |= is_largest;
        let real = (*element * turn).times(W::Base::of_f64(1.0 / length));
        *element = if is_largest { W::of_base(real.real()) } else { real };
    }
    vector
}
