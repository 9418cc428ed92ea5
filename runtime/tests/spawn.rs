//! Tasks on one rank: broadcasting, views, overlap, folds, errors.

mod kernels;

use kernels::*;
use phylanx_abi::{DType, Fold};
use phylanx_runtime::array::{Array, Dims, View};
use phylanx_runtime::exec::spawn;
use phylanx_runtime::exec::task::Task;
use std::rc::Rc;

fn vector(count: i64) -> Rc<Array> {
    Array::from_vec(&(0..count).map(|i| i as f64).collect::<Vec<_>>()).expect("memory")
}

/// Values whose sums depend on their order.
fn matrix(rows: i64, columns: i64) -> Rc<Array> {
    let values: Vec<f64> =
        (0..rows * columns).map(|i| ((i * 7919) as f64).sin() * 10f64.powi((i % 13) as i32)).collect();
    Array::from_elements(&values, Dims::from([rows, columns])).expect("memory")
}

fn part(array: &Rc<Array>, rows: (i64, i64), columns: (i64, i64)) -> Rc<Array> {
    let view = array.view.sliced(0, rows.0, 1, rows.1 - rows.0).sliced(1, columns.0, 1, columns.1 - columns.0);
    array.with_view(view)
}

#[test]
fn a_map_broadcasts_its_inputs() {
    let desc = task(add_row, &[(DType::F64, 2), (DType::F64, 1)], 2);
    let out = spawn(&desc, &[&matrix(3, 4), &vector(4)]);
    let expected: Vec<f64> = matrix(3, 4).to_vec::<f64>().iter().enumerate().map(|(i, x)| x + (i % 4) as f64).collect();
    assert_eq!(out.to_vec::<f64>(), expected);
    let column = part(&matrix(3, 4), (0, 3), (1, 2));
    assert_eq!(spawn(&desc, &[&column, &vector(4)]).shape()[..], [3, 4]);
}

#[test]
fn a_map_of_a_transposed_view_keeps_the_views_order() {
    let transposed = matrix(300, 700).with_view(matrix(300, 700).view.transposed(&[1, 0]));
    let out = spawn(&task(halve, &[(DType::F64, 2)], 2), &[&transposed]);
    let expected: Vec<f64> = transposed.to_vec::<f64>().iter().map(|x| x / 2.0).collect();
    assert_eq!(out.to_vec::<f64>(), expected);
}

#[test]
fn large_maps_and_empty_ones_are_right() {
    let desc = task(axpy, &[(DType::F64, 1), (DType::F64, 1)], 1);
    let out = spawn(&desc, &[&vector(300_000), &vector(300_000)]).to_vec::<f64>();
    assert!(out.iter().enumerate().all(|(i, &x)| x == 3.0 * i as f64));
    assert_eq!(spawn(&desc, &[&vector(0), &vector(0)]).size(), 0);
    assert_eq!(spawn(&desc, &[&vector(0), &vector(1)]).size(), 0);
}

#[test]
fn shapes_that_do_not_broadcast_are_numpys_error() {
    let desc = task(axpy, &[(DType::F64, 1), (DType::F64, 1)], 1);
    let (three, four) = (vector(3), vector(4));
    let error = Task::new(&desc, vec![&three, &four]).err().expect("an error");
    assert_eq!(error.to_string(), "ValueError: operands could not be broadcast together with shapes (3,) (4,) ");
}

#[test]
fn a_destination_that_overlaps_an_input_sees_the_old_values() {
    let desc = task(axpy, &[(DType::F64, 1), (DType::F64, 1)], 1);
    let base = vector(10);
    let all = base.view;
    let (head, tail) = (base.with_view(all.sliced(0, 0, 1, 9)), base.with_view(all.sliced(0, 1, 1, 9)));
    spawn_into(&desc, &tail, &[&head, &head]);
    assert_eq!(base.to_vec::<f64>(), [0.0, 0.0, 3.0, 6.0, 9.0, 12.0, 15.0, 18.0, 21.0, 24.0]);
    let backward = base.with_view(all.sliced(0, 9, -1, 10));
    spawn_into(&desc, &backward, &[&base, &base]);
    assert_eq!(base.to_vec::<f64>(), [72.0, 63.0, 54.0, 45.0, 36.0, 27.0, 18.0, 9.0, 0.0, 0.0]);
}

#[test]
fn a_result_is_broadcast_into_its_destination() {
    let desc = task(axpy, &[(DType::F64, 1), (DType::F64, 1)], 1);
    let target = matrix(2, 3);
    spawn_into(&desc, &target, &[&vector(3), &vector(3)]);
    assert_eq!(target.to_vec::<f64>(), [0.0, 3.0, 6.0, 0.0, 3.0, 6.0]);
    let task = Task::new(&desc, vec![&*target; 0]).is_err();
    assert!(task, "a task without inputs has rank 0");
    let (two, four) = (vector(2), vector(4));
    let desc2 = Task::new(&desc, vec![&two, &two]).expect("fits");
    let error = spawn::spawn_into(&desc2, &four).expect_err("too small");
    assert_eq!(error.message, "could not broadcast input array from shape (2,) into shape (4,)");
}

/// The tree of the architecture, written out: leaves of 16 x 1024 folded in order, then combined in pairs.
fn tree_sum(values: &[f64], rows: usize, columns: usize) -> f64 {
    let mut level = Vec::new();
    for top in (0..rows).step_by(16) {
        for left in (0..columns).step_by(1024) {
            let points =
                (top..rows.min(top + 16)).flat_map(|i| (left..columns.min(left + 1024)).map(move |j| i * columns + j));
            level.push(points.map(|at| values[at]).reduce(|a, b| a + b).expect("not empty"));
        }
    }
    while level.len() > 1 {
        level = level.chunks(2).map(|pair| pair.iter().copied().reduce(|a, b| a + b).expect("not empty")).collect();
    }
    level[0]
}

#[test]
fn a_full_sum_is_the_tree_of_its_shape() {
    for (rows, columns) in [(1, 1), (5, 7), (16, 1024), (17, 1025), (333, 30), (100, 5000), (1000, 1000)] {
        let input = matrix(rows, columns);
        let out = spawn(&fold_task(sum_all, 2, Fold::Sum, 3), &[&input]);
        let expected = tree_sum(&input.to_vec::<f64>(), rows as usize, columns as usize);
        assert_eq!(out.rank(), 0);
        assert_eq!(out.to_vec::<f64>()[0].to_bits(), expected.to_bits(), "{rows} x {columns}");
    }
}

#[test]
fn sums_over_one_axis_are_trees_of_that_axis() {
    let (rows, columns) = (200i64, 3000i64);
    let input = matrix(rows, columns);
    let values = input.to_vec::<f64>();
    let down = spawn(&fold_task(sum_axis0, 2, Fold::Sum, 1), &[&input]).to_vec::<f64>();
    for j in [0, 1, 1500, 2999] {
        let column: Vec<f64> = (0..rows as usize).map(|i| values[i * columns as usize + j]).collect();
        assert_eq!(down[j].to_bits(), tree_sum(&column, rows as usize, 1).to_bits());
    }
    let across = spawn(&fold_task(sum_axis1, 2, Fold::Sum, 2), &[&input]).to_vec::<f64>();
    for i in [0, 1, 199] {
        let row = &values[i * columns as usize..][..columns as usize];
        assert_eq!(across[i].to_bits(), tree_sum(row, 1, columns as usize).to_bits());
    }
}

#[test]
fn folds_over_nothing_follow_numpy() {
    let empty = matrix(0, 3);
    assert_eq!(spawn(&fold_task(sum_axis0, 2, Fold::Sum, 1), &[&empty]).to_vec::<f64>(), [0.0; 3]);
    assert_eq!(spawn(&fold_task(sum_all, 2, Fold::Prod, 3), &[&empty]).to_vec::<f64>(), [1.0]);
    assert_eq!(spawn(&fold_task(sum_axis1, 2, Fold::Max, 2), &[&empty]).size(), 0);
    let desc = fold_task(max_all, 2, Fold::Max, 3);
    let error = spawn::spawn(&Task::new(&desc, vec![&*empty]).expect("fits")).expect_err("no identity");
    assert_eq!(error.message, "zero-size array to reduction operation maximum which has no identity");
}

#[test]
fn kept_dimensions_stay_when_asked() {
    let mut desc = fold_task(sum_axis1_kept, 2, Fold::Sum, 2);
    (desc.keepdims, desc.output.rank) = (1, 2);
    let out = spawn(&desc, &[&matrix(5, 2000)]);
    assert_eq!(out.shape()[..], [5, 1]);
    assert_eq!(out.to_vec::<f64>(), spawn(&fold_task(sum_axis1, 2, Fold::Sum, 2), &[&matrix(5, 2000)]).to_vec::<f64>());
}

#[test]
fn a_fold_may_go_into_a_strided_destination() {
    let target = matrix(4, 4);
    let column = target.with_view(View { shape: Dims::from([4]), strides: Dims::from([4]), offset: 1 });
    spawn_into(&fold_task(sum_axis1, 2, Fold::Sum, 2), &column, &[&matrix(4, 3000)]);
    let expected = spawn(&fold_task(sum_axis1, 2, Fold::Sum, 2), &[&matrix(4, 3000)]).to_vec::<f64>();
    assert_eq!(column.to_vec::<f64>(), expected);
}

#[test]
fn a_stencil_reads_shifted_views() {
    let u = matrix(50, 60);
    let ins = [((0, 48), (1, 59)), ((2, 50), (1, 59)), ((1, 49), (0, 58)), ((1, 49), (2, 60)), ((1, 49), (1, 59))];
    let views: Vec<Rc<Array>> = ins.iter().map(|&(rows, columns)| part(&u, rows, columns)).collect();
    let desc = task(stencil, &[(DType::F64, 2); 5], 2);
    let out = spawn(&desc, &views.iter().collect::<Vec<_>>());
    let inner = part(&u, (1, 49), (1, 59));
    spawn_into(&desc, &inner, &views.iter().collect::<Vec<_>>());
    assert_eq!(inner.to_vec::<f64>(), out.to_vec::<f64>());
}
