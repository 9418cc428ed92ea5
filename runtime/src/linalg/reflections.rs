//! QR factors of complex matrices by LAPACK's reflections (zgeqr2, zung2r), whose choice of phases makes the diagonal of `r` real.

use super::Field;
use super::factor::Parts;

/// Appends `q` and `r` of a matrix that has elements.
pub fn qr<T: Field>(a: &[T], (rows, columns): (usize, usize), parts: Parts, q: &mut Vec<T>, r: &mut Vec<T>) {
    let least = rows.min(columns);
    let mut held = a.to_vec();
    let factors: Vec<T> = (0..least).map(|at| reflect(&mut held, (rows, columns), at)).collect();
    let (zero, height) = (T::default(), if parts == Parts::Complete { rows } else { least });
    for row in 0..height {
        let entry = |column: usize| if row < least && column >= row { held[row * columns + column] } else { zero };
        r.extend((0..columns).map(entry));
    }
    let width = match parts {
        Parts::R => return,
        Parts::Reduced => least,
        Parts::Complete => rows,
    };
    let mut basis: Vec<T> =
        (0..rows * width).map(|at| if at / width == at % width { T::of_f64(1.0) } else { zero }).collect();
    for at in (0..least).rev() {
        let vector: Vec<T> = (at + 1..rows).map(|row| held[row * columns + at]).collect();
        apply(&mut basis, width, at..width, at, &vector, factors[at]);
    }
    q.extend(basis);
}

/// Makes zeros below the diagonal in a column, with the reflection's vector in their place; gives its factor.
fn reflect<T: Field>(a: &mut [T], (rows, columns): (usize, usize), at: usize) -> T {
    let alpha = a[at * columns + at];
    let rest = (at + 1..rows).map(|row| a[row * columns + at].size().real_part().powi(2)).sum::<f64>();
    let imaginary = alpha - T::of_base(alpha.real());
    if rest == 0.0 && imaginary == T::default() {
        return T::default();
    }
    let length = (alpha.size().real_part().powi(2) + rest).sqrt();
    let beta = T::of_f64(if alpha.real_part() < 0.0 { length } else { -length });
    let factor = (beta - alpha) * inverse(beta);
    let scale = inverse(alpha - beta);
    for row in at + 1..rows {
        a[row * columns + at] *= scale;
    }
    a[at * columns + at] = beta;
    let vector: Vec<T> = (at + 1..rows).map(|row| a[row * columns + at]).collect();
    apply(a, columns, at + 1..columns, at, &vector, factor.mirrored());
    factor
}

/// `a - factor v v^H a` on some columns, where `v` is 1 in row `at` and `vector` below.
fn apply<T: Field>(a: &mut [T], width: usize, columns: std::ops::Range<usize>, at: usize, vector: &[T], factor: T) {
    for column in columns {
        let below = vector.iter().enumerate().map(|(row, v)| v.mirrored() * a[(at + 1 + row) * width + column]);
        let product = below.fold(a[at * width + column], |sum, term| sum + term) * factor;
        a[at * width + column] -= product;
        for (row, v) in vector.iter().enumerate() {
            a[(at + 1 + row) * width + column] -= *v * product;
        }
    }
}

/// 1 / x.
fn inverse<T: Field>(x: T) -> T {
    x.mirrored().times(T::Base::of_f64(1.0 / x.size().real_part().powi(2)))
}
