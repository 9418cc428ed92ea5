//! Matrix products against plain sums, for all ranks, strides and element types, and their bits for any cut of the output.

use phylanx_runtime::array::{Array, Bool, Dims, Element};
use phylanx_runtime::kernels::matmul::product;
use std::rc::Rc;

fn array<T: Element>(shape: &[i64], value: impl Fn(i64) -> T) -> Rc<Array> {
    let count: i64 = shape.iter().product();
    Array::from_elements(&(0..count).map(value).collect::<Vec<_>>(), Dims::from(shape)).expect("memory")
}

fn floats(shape: &[i64], seed: i64) -> Rc<Array> {
    array(shape, |i| (((i + seed) * 7919 % 1009) as f64 - 500.0) / 64.0)
}

fn transposed(array: &Rc<Array>) -> Rc<Array> {
    array.with_view(array.view.transposed(&[1, 0]))
}

/// Row-major product by the definition. The inputs are multiples of 1/64, so all sums are exact.
fn expected(a: &Array, b: &Array) -> Vec<f64> {
    let (rows, depth, columns) = (a.shape()[0] as usize, a.shape()[1] as usize, b.shape()[1] as usize);
    let (a, b) = (a.to_vec::<f64>(), b.to_vec::<f64>());
    let element = |i: usize, j: usize| (0..depth).map(|k| a[i * depth + k] * b[k * columns + j]).sum::<f64>();
    (0..rows).flat_map(|i| (0..columns).map(move |j| element(i, j))).collect()
}

#[test]
fn products_of_all_shapes_and_strides_are_right() {
    let extents = [1, 2, 3, 15, 16, 33, 70];
    for rows in extents {
        for columns in extents {
            for depth in [0, 1, 2, 3, 40, 600] {
                let (a, b) = (floats(&[rows, depth], 1), floats(&[depth, columns], 5));
                let (at, bt) = (transposed(&floats(&[depth, rows], 1)), transposed(&floats(&[columns, depth], 5)));
                for (a, b) in [(&a, &b), (&at, &b), (&a, &bt), (&at, &bt)] {
                    assert_eq!(
                        product(a, b).expect("fits").to_vec::<f64>(),
                        expected(a, b),
                        "{rows} {depth} {columns}"
                    );
                }
            }
        }
    }
}

#[test]
fn views_with_steps_are_taken_as_they_are() {
    let whole = floats(&[200, 150], 3);
    let a = whole.with_view(whole.view.sliced(0, 199, -2, 100).sliced(1, 0, 3, 50));
    let b = whole.with_view(whole.view.sliced(0, 10, 3, 50).sliced(1, 149, -1, 120));
    assert_eq!(product(&a, &b).expect("fits").to_vec::<f64>(), expected(&a, &b));
    let x = whole.with_view(whole.view.at(1, 7).sliced(0, 0, 4, 50));
    let column = x.with_view(x.view.reshaped(&Dims::from([50, 1])).expect("a view"));
    assert_eq!(product(&a, &x).expect("fits").to_vec::<f64>(), expected(&a, &column));
}

#[test]
fn vectors_and_stacks_follow_numpy() {
    let (v, m) = (floats(&[4], 1), floats(&[4, 3], 2));
    assert_eq!(product(&v, &v).expect("fits").shape()[..], [0i64; 0]);
    assert_eq!(product(&v, &m).expect("fits").shape()[..], [3]);
    assert_eq!(product(&transposed(&m), &v).expect("fits").shape()[..], [3]);
    let (left, right) = (floats(&[5, 1, 2, 4], 3), floats(&[6, 4, 3], 4));
    let all = product(&left, &right).expect("fits");
    assert_eq!(all.shape()[..], [5, 6, 2, 3]);
    let one = left.with_view(left.view.at(0, 3).at(0, 0));
    let other = right.with_view(right.view.at(0, 2));
    let part = all.with_view(all.view.at(0, 3).at(0, 2));
    assert_eq!(part.to_vec::<f64>(), expected(&one, &other));
    assert_eq!(product(&left, &v).expect("fits").shape()[..], [5, 1, 2]);
    assert_eq!(product(&v, &right).expect("fits").shape()[..], [6, 3]);
}

#[test]
fn shapes_that_do_not_fit_are_numpys_error() {
    let error = product(&floats(&[2, 3], 0), &floats(&[2, 2], 0)).expect_err("no fit");
    let text = "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \
                (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)";
    assert_eq!(error.message, text);
    assert!(product(&floats(&[], 0), &floats(&[2], 0)).is_err());
}

#[test]
fn integers_wrap_and_booleans_are_or_of_ands() {
    let a = array(&[2, 700], |i| (i * 3) as i8);
    let b = array(&[700, 20], |i| (i + 1) as i8);
    let (x, y) = (a.to_vec::<i8>(), b.to_vec::<i8>());
    let sum =
        |i: usize, j: usize| (0..700).fold(0i8, |s, k| s.wrapping_add(x[i * 700 + k].wrapping_mul(y[k * 20 + j])));
    let expected: Vec<i8> = (0..2).flat_map(|i| (0..20).map(move |j| sum(i, j))).collect();
    assert_eq!(product(&a, &b).expect("fits").to_vec::<i8>(), expected);
    let t = array(&[2, 2], |i| Bool((i == 1) as u8));
    assert_eq!(product(&t, &t).expect("fits").to_vec::<Bool>(), [Bool(0); 4]);
    assert_eq!(product(&t, &transposed(&t)).expect("fits").to_vec::<Bool>(), [Bool(1), Bool(0), Bool(0), Bool(0)]);
}

#[test]
fn single_precision_works_in_single_precision() {
    let (a, b) = (array(&[40, 50], |i| i as f32 / 7.0), array(&[50, 60], |i| 1.0 / (i + 1) as f32));
    let out = product(&a, &b).expect("fits").to_vec::<f32>();
    let truth = |i: usize, j: usize| {
        let (a, b) = (a.to_vec::<f32>(), b.to_vec::<f32>());
        (0..50).map(|k| a[i * 50 + k] as f64 * b[k * 60 + j] as f64).sum::<f64>()
    };
    for (i, j) in [(0, 0), (17, 33), (39, 59)] {
        assert!((out[i * 60 + j] as f64 - truth(i, j)).abs() < 1e-4 * truth(i, j).abs());
    }
}
