//! NumPy's linear algebra on stacks of matrices. Every rank computes the whole, with the same result.

use super::value::{Args, Owned};
use crate::array::view::broadcast_shapes;
use crate::array::{Array, Dims};
use crate::error::{Error, Result};
use crate::linalg::factor::{self, Parts, Triangle};
use crate::linalg::spectrum::{self, Half, Vectors};
use crate::linalg::stack::{self, batch_of};
use crate::linalg::{Field, Stack, fault};
use crate::with_field;
use std::rc::Rc;

/// Solutions of `a x = b`: `b` is a vector, or a stack of matrices.
pub fn solve(args: Args) -> Result<Owned> {
    with_field!(args.result_dtype()?, T => solved::<T>(args.array(0)?, args.array(1)?, factor::solve))
}

/// Solutions of triangular systems; attributes: lower, transposed, unit.
pub fn triangular(args: Args) -> Result<Owned> {
    let triangle = Triangle { lower: args.flag(2)?, transposed: args.flag(3)?, unit: args.flag(4)? };
    with_field!(args.result_dtype()?, T => {
        solved::<T>(args.array(0)?, args.array(1)?, |a, n, b, columns, out| factor::triangular(a, n, b, columns, triangle, out))
    })
}

fn solved<T: Field>(
    a: &Array,
    b: &Array,
    each: impl Fn(&[T], usize, &[T], usize, &mut Vec<T>) -> Result<()>,
) -> Result<Owned> {
    Stack::<T>::square(a)?;
    let vector = b.rank() == 1;
    let wide = if vector { b.with_view(b.view.reshaped_column()) } else { b.with_view(b.view) };
    let batch = if vector { batch_of(a) } else { broadcast_shapes(&[batch_of(a), batch_of(&wide)])? };
    let (left, right) = (Stack::<T>::over(a, &batch)?, Stack::<T>::over(&wide, &batch)?);
    if left.rows != right.rows {
        return Err(mismatch(&left, &right, vector));
    }
    let mut out = Vec::with_capacity(right.data.len());
    for at in 0..left.count() {
        each(left.matrix(at), left.rows, right.matrix(at), right.columns, &mut out)?;
    }
    let inner = [right.rows, right.columns];
    stack::array(&out, &batch, if vector { &inner[..1] } else { &inner }).map(Owned::Array)
}

fn mismatch<T>(left: &Stack<T>, right: &Stack<T>, vector: bool) -> Error {
    let (signature, name) = if vector { ("(m,m),(m)->(m)", "solve1") } else { ("(m,m),(m,n)->(m,n)", "solve") };
    Error::value(format!(
        "{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {signature} (size {} is different from {})",
        right.rows, left.rows
    ))
}

/// Inverses.
pub fn inv(args: Args) -> Result<Owned> {
    with_field!(args.result_dtype()?, T => {
        let stack = Stack::<T>::square(args.array(0)?)?;
        let mut out = Vec::with_capacity(stack.data.len());
        for at in 0..stack.count() {
            factor::inverse(stack.matrix(at), stack.rows, &mut out)?;
        }
        stack::array(&out, &stack.batch, &[stack.rows, stack.rows]).map(Owned::Array)
    })
}

/// Determinants, as the sign times the exponential of the logarithm.
pub fn det(args: Args) -> Result<Owned> {
    with_field!(args.result_dtype()?, T => {
        let stack = Stack::<T>::square(args.array(0)?)?;
        let all: Vec<T> = (0..stack.count()).map(|at| {
            let (sign, log) = factor::slogdet(stack.matrix(at), stack.rows);
            sign.times(log.power())
        }).collect();
        stack::array(&all, &stack.batch, &[]).map(Owned::Array)
    })
}

/// Signs of determinants and logarithms of their sizes.
pub fn slogdet(args: Args) -> Result<Owned> {
    with_field!(args.result_dtype()?, T => {
        let stack = Stack::<T>::square(args.array(0)?)?;
        let (signs, logs): (Vec<T>, Vec<_>) =
            (0..stack.count()).map(|at| factor::slogdet(stack.matrix(at), stack.rows)).unzip();
        several([stack::array(&signs, &stack.batch, &[]), stack::array(&logs, &stack.batch, &[])])
    })
}

fn several<const N: usize>(results: [Result<Rc<Array>>; N]) -> Result<Owned> {
    results.into_iter().collect::<Result<Vec<_>>>().map(Owned::Several)
}

/// Cholesky factors; attribute: the upper ones.
pub fn cholesky(args: Args) -> Result<Owned> {
    let upper = args.flag(1)?;
    with_field!(args.result_dtype()?, T => {
        let stack = Stack::<T>::square(args.array(0)?)?;
        let mut out = Vec::with_capacity(stack.data.len());
        for at in 0..stack.count() {
            let matrix = stack.matrix(at);
            if upper {
                let first = out.len();
                factor::cholesky(&adjoint(matrix, stack.rows), stack.rows, &mut out)?;
                let turned = adjoint(&out[first..], stack.rows);
                out.splice(first.., turned);
            } else {
                factor::cholesky(matrix, stack.rows, &mut out)?;
            }
        }
        stack::array(&out, &stack.batch, &[stack.rows, stack.rows]).map(Owned::Array)
    })
}

fn adjoint<T: Field>(matrix: &[T], n: usize) -> Vec<T> {
    let mirror = |at: usize| match matrix[at % n * n + at / n] {
        // No negative zeros come of zeros.
        zero if zero == T::default() => zero,
        element => element.mirrored(),
    };
    (0..n * n).map(mirror).collect()
}

/// QR factors; attribute: the mode (`reduced`, `complete` or `r`, which still gives two results).
pub fn qr(args: Args) -> Result<Owned> {
    let parts = match args.text(1)? {
        "complete" => Parts::Complete,
        "r" => Parts::R,
        _ => Parts::Reduced,
    };
    with_field!(args.result_dtype()?, T => {
        let stack = Stack::<T>::of(args.array(0)?)?;
        let (mut q, mut r) = (Vec::new(), Vec::new());
        for at in 0..stack.count() {
            factor::qr(stack.matrix(at), (stack.rows, stack.columns), parts, &mut q, &mut r);
        }
        let least = stack.rows.min(stack.columns);
        let width = match parts {
            Parts::Complete => stack.rows,
            Parts::Reduced => least,
            Parts::R => 0,
        };
        let height = if parts == Parts::Complete { stack.rows } else { least };
        several([
            stack::array(&q, &stack.batch, &[stack.rows, width]),
            stack::array(&r, &stack.batch, &[height, stack.columns]),
        ])
    })
}

/// Singular value decompositions; attribute: all vectors.
pub fn svd(args: Args) -> Result<Owned> {
    let wanted = if args.flag(1)? { Vectors::Full } else { Vectors::Thin };
    with_field!(args.result_dtype()?, T => {
        let stack = Stack::<T>::of(args.array(0)?)?;
        let mut parts = spectrum::Parts::<T>::default();
        for at in 0..stack.count() {
            spectrum::svd(stack.matrix(at), stack.rows, stack.columns, wanted, &mut parts)?;
        }
        let (rows, columns) = (stack.rows, stack.columns);
        let least = rows.min(columns);
        let (width, height) = if wanted == Vectors::Full { (rows, columns) } else { (least, least) };
        several([
            stack::array(&parts.u, &stack.batch, &[rows, width]),
            stack::array(&parts.s, &stack.batch, &[least]),
            stack::array(&parts.vh, &stack.batch, &[height, columns]),
        ])
    })
}

/// Singular values.
pub fn svdvals(args: Args) -> Result<Owned> {
    let array = args.array(0)?;
    with_field!(array.dtype(), T => {
        let stack = Stack::<T>::of(array)?;
        let mut s = Vec::new();
        for at in 0..stack.count() {
            spectrum::singular_values(stack.matrix(at), stack.rows, stack.columns, &mut s)?;
        }
        stack::array(&s, &stack.batch, &[stack.rows.min(stack.columns)]).map(Owned::Array)
    })
}

/// Eigenvalues and eigenvectors of symmetric matrices; attribute: the upper triangle counts.
pub fn eigh(args: Args) -> Result<Owned> {
    symmetric(args, Wanted::Vectors)
}

/// Eigenvalues of symmetric matrices; attribute: the upper triangle counts.
pub fn eigvalsh(args: Args) -> Result<Owned> {
    symmetric(args, Wanted::Values)
}

#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    Values,
    Vectors,
}

fn symmetric(args: Args, wanted: Wanted) -> Result<Owned> {
    let half = if args.flag(1)? { Half::Upper } else { Half::Lower };
    let array = args.array(0)?;
    with_field!(array.dtype(), T => {
        let stack = Stack::<T>::square(array)?;
        let (mut w, mut v) = (Vec::new(), Vec::new());
        for at in 0..stack.count() {
            let vectors = (wanted == Wanted::Vectors).then_some(&mut v);
            spectrum::eigh(stack.matrix(at), stack.rows, half, &mut w, vectors)?;
        }
        let values = stack::array(&w, &stack.batch, &[stack.rows]);
        match wanted {
            Wanted::Values => values.map(Owned::Array),
            Wanted::Vectors => several([values, stack::array(&v, &stack.batch, &[stack.rows, stack.rows])]),
        }
    })
}

/// Eigenvalues and eigenvectors, complex.
pub fn eig(args: Args) -> Result<Owned> {
    general(args, Wanted::Vectors)
}

/// Eigenvalues, complex.
pub fn eigvals(args: Args) -> Result<Owned> {
    general(args, Wanted::Values)
}

fn general(args: Args, wanted: Wanted) -> Result<Owned> {
    let array = args.array(0)?;
    with_field!(array.dtype(), T => {
        let stack = Stack::<T>::square(array)?;
        let (mut w, mut v) = (Vec::new(), Vec::new());
        for at in 0..stack.count() {
            let vectors = (wanted == Wanted::Vectors).then_some(&mut v);
            spectrum::eig(stack.matrix(at), stack.rows, &mut w, vectors)?;
        }
        let values = stack::array(&w, &stack.batch, &[stack.rows]);
        match wanted {
            Wanted::Values => values.map(Owned::Array),
            Wanted::Vectors => several([values, stack::array(&v, &stack.batch, &[stack.rows, stack.rows])]),
        }
    })
}

/// LU factors in one matrix, and the rows exchanged.
pub fn lu(args: Args) -> Result<Owned> {
    with_field!(args.result_dtype()?, T => {
        let stack = Stack::<T>::of(args.array(0)?)?;
        let (mut out, mut exchanged) = (Vec::new(), Vec::new());
        for at in 0..stack.count() {
            factor::lu(stack.matrix(at), stack.rows, stack.columns, &mut out, &mut exchanged);
        }
        let mut shape = stack.batch;
        shape.push(stack.rows.min(stack.columns) as i64);
        several([
            stack::array(&out, &stack.batch, &[stack.rows, stack.columns]),
            Array::from_elements(&exchanged, shape),
        ])
    })
}

/// Least squares by singular values: `a`, `b`, the relative limit below which a singular value counts as 0 (negative: machine precision).
pub fn lstsq(args: Args) -> Result<Owned> {
    with_field!(args.result_dtype()?, T => {
        let (a, b) = (Stack::<T>::of(args.array(0)?)?, args.array(1)?);
        let vector = b.rank() == 1;
        let wide = if vector { b.with_view(b.view.reshaped_column()) } else { b.with_view(b.view) };
        let b = Stack::<T>::of(&wide)?;
        if a.rows != b.rows {
            return Err(fault("Incompatible dimensions"));
        }
        least_squares(&a, &b, args.float(2)?, vector)
    })
}

fn least_squares<T: Field>(a: &Stack<T>, b: &Stack<T>, limit: f64, vector: bool) -> Result<Owned> {
    let (rows, columns, width) = (a.rows, a.columns, b.columns);
    let epsilon = if size_of::<T::Base>() == 4 { f32::EPSILON as f64 } else { f64::EPSILON };
    let limit = if limit < 0.0 { epsilon * rows.max(columns) as f64 } else { limit };
    let mut parts = spectrum::Parts::<T>::default();
    spectrum::svd(&a.data, rows, columns, Vectors::Thin, &mut parts)?;
    let least = rows.min(columns);
    let largest = parts.s.first().map_or(0.0, |value| value.real_part());
    let rank = parts.s.iter().filter(|value| value.real_part() > limit * largest).count();
    let mut x = vec![T::default(); columns * width];
    for at in 0..rank {
        let inverse = T::Base::of_f64(1.0) / parts.s[at];
        for column in 0..width {
            let mut product = T::default();
            for row in 0..rows {
                product += parts.u[row * least + at].mirrored() * b.data[row * width + column];
            }
            let share = product.times(inverse);
            for row in 0..columns {
                let basis = parts.vh[at * columns + row].mirrored();
                x[row * width + column] += basis * share;
            }
        }
    }
    let rests = if rank == columns && rows > columns { rests(a, b, &x) } else { Vec::new() };
    let count = rests.len();
    let none = Dims::default();
    let inner = [columns, width];
    several([
        stack::array(&x, &none, if vector { &inner[..1] } else { &inner }),
        stack::array(&rests, &none, &[count]),
        Array::from_elements(&[rank as i64], none),
        stack::array(&parts.s, &none, &[least]),
    ])
}

/// Sums of squares of what is left of each column.
fn rests<T: Field>(a: &Stack<T>, b: &Stack<T>, x: &[T]) -> Vec<T::Base> {
    let (rows, columns, width) = (a.rows, a.columns, b.columns);
    let mut sums = vec![0.0; width];
    for row in 0..rows {
        for (column, sum) in sums.iter_mut().enumerate() {
            let mut rest = b.data[row * width + column];
            for at in 0..columns {
                rest -= a.data[row * columns + at] * x[at * width + column];
            }
            *sum += rest.size().real_part().powi(2);
        }
    }
    sums.into_iter().map(T::Base::of_f64).collect()
}
