//! Tasks over several ranks (threads here): every result has the bits of the one of a single rank, for any number of ranks and threads.

mod kernels;

use kernels::*;
use phylanx_abi::{DType, Fold, Layout, TaskDesc};
use phylanx_runtime::array::{Array, Dims, Fill};
use phylanx_runtime::comm::local;
use phylanx_runtime::exec::pool::Pool;
use phylanx_runtime::exec::state::{self, State};
use phylanx_runtime::exec::{self, whole};
use phylanx_runtime::kernels::matmul::product;
use std::rc::Rc;

/// Runs a program on each number of ranks and threads; all ranks must end with the same bits, those of one rank.
fn same_on_any_ranks(program: fn() -> Vec<Rc<Array>>) {
    let truth = on_ranks(1, 1, program);
    for (ranks, threads) in [(1, 2), (2, 1), (3, 2), (4, 1)] {
        let results = on_ranks(ranks, threads, program);
        for (rank, result) in results.iter().enumerate() {
            assert!(*result == truth[0], "rank {rank} of {ranks} with {threads} threads");
        }
    }
}

/// A rank that panics ends the test program, for the others would wait for it.
struct EndsAll;

impl Drop for EndsAll {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("a rank failed; run the test with --nocapture to see why");
            std::process::exit(101);
        }
    }
}

/// The bits of all results on each rank.
fn on_ranks(ranks: usize, threads: usize, program: fn() -> Vec<Rc<Array>>) -> Vec<Vec<Vec<u64>>> {
    std::thread::scope(|scope| {
        let run = |comm: local::Local| {
            let _guard = EndsAll;
            state::install(State::new(Box::new(comm), Pool::new(threads)).sharing_from(64 * 1024));
            let results = program();
            let bits = results.iter().map(bits).collect::<Vec<_>>();
            exec::settle().expect("all messages come");
            exec::barrier().expect("all ranks come");
            bits
        };
        let started: Vec<_> = local::ranks(ranks).into_iter().map(|comm| scope.spawn(move || run(comm))).collect();
        started.into_iter().map(|rank| rank.join().expect("a rank ends well")).collect()
    })
}

fn bits(array: &Rc<Array>) -> Vec<u64> {
    let whole = state::with(|state| whole::replica(state, array)).expect("gathered");
    whole.to_vec::<f64>().iter().map(|x| x.to_bits()).collect()
}

/// Values whose sums depend on their order; replicated.
fn matrix(rows: i64, columns: i64) -> Rc<Array> {
    let values: Vec<f64> =
        (0..rows * columns).map(|i| ((i * 7919) as f64).sin() * 10f64.powi((i % 13) as i32)).collect();
    Array::from_elements(&values, Dims::from([rows, columns])).expect("memory")
}

fn laid_out(mut desc: TaskDesc, layout: Layout) -> &'static TaskDesc {
    desc.layout = layout as u32;
    Box::leak(Box::new(desc))
}

/// A distributed matrix, by a task that asks for the layout.
fn spread(rows: i64, columns: i64, layout: Layout) -> Rc<Array> {
    let out = spawn(laid_out(task(halve, &[(DType::F64, 2)], 2), layout), &[&matrix(rows, columns)]);
    let many = state::with(|state| state.ranks > 1);
    assert_eq!(out.buffer.is_distributed(), many && layout != Layout::Replicated);
    out
}

const LAYOUTS: [Layout; 3] = [Layout::Rows, Layout::Columns, Layout::Blocks];

fn part(array: &Rc<Array>, rows: (i64, i64), columns: (i64, i64)) -> Rc<Array> {
    let view = array.view.sliced(0, rows.0, 1, rows.1 - rows.0).sliced(1, columns.0, 1, columns.1 - columns.0);
    array.with_view(view)
}

fn five_point(u: &Rc<Array>) -> Vec<Rc<Array>> {
    let (n, m) = (u.shape()[0], u.shape()[1]);
    let ins = [
        ((0, n - 2), (1, m - 1)),
        ((2, n), (1, m - 1)),
        ((1, n - 1), (0, m - 2)),
        ((1, n - 1), (2, m)),
        ((1, n - 1), (1, m - 1)),
    ];
    ins.iter().map(|&(rows, columns)| part(u, rows, columns)).collect()
}

fn stencil_task(layout: Layout) -> &'static TaskDesc {
    laid_out(task(stencil, &[(DType::F64, 2); 5], 2), layout)
}

#[test]
fn maps_keep_their_values_under_any_layout() {
    same_on_any_ranks(|| LAYOUTS.map(|layout| spread(50, 2100, layout)).to_vec());
}

#[test]
fn stencils_get_their_halos() {
    same_on_any_ranks(|| {
        let mut results = Vec::new();
        for layout in LAYOUTS {
            let u = spread(50, 2100, layout);
            let views = five_point(&u);
            let once = spawn(stencil_task(Layout::Replicated), &views.iter().collect::<Vec<_>>());
            let views = five_point(&once);
            results.push(spawn(stencil_task(Layout::Replicated), &views.iter().collect::<Vec<_>>()));
        }
        results
    });
}

#[test]
fn steps_that_write_in_turn_keep_their_order() {
    same_on_any_ranks(|| {
        let mut results = Vec::new();
        for layout in LAYOUTS {
            let (mut u, mut next) = (spread(50, 2100, layout), spread(50, 2100, layout));
            for _ in 0..5 {
                let (views, inner) = (five_point(&u), part(&next, (1, 49), (1, 2099)));
                spawn_into(stencil_task(layout), &inner, &views.iter().collect::<Vec<_>>());
                std::mem::swap(&mut u, &mut next);
            }
            results.extend([u, next]);
        }
        results
    });
}

#[test]
fn a_step_in_place_reads_the_old_values() {
    same_on_any_ranks(|| {
        let u = spread(50, 2100, Layout::Rows);
        let views = five_point(&u);
        spawn_into(stencil_task(Layout::Rows), &part(&u, (1, 49), (1, 2099)), &views.iter().collect::<Vec<_>>());
        vec![u]
    });
}

#[test]
fn replicated_destinations_are_shared_out_when_asked() {
    same_on_any_ranks(|| {
        let (u, next) = (matrix(50, 2100), matrix(50, 2100));
        let inner = part(&next, (1, 49), (1, 2099));
        spawn_into(stencil_task(Layout::Rows), &inner, &five_point(&u).iter().collect::<Vec<_>>());
        assert_eq!(next.buffer.is_distributed(), state::with(|state| state.ranks > 1));
        spawn_into(
            stencil_task(Layout::Rows),
            &part(&u, (1, 49), (1, 2099)),
            &five_point(&next).iter().collect::<Vec<_>>(),
        );
        vec![u, next]
    });
}

#[test]
fn folds_over_each_axis_have_the_same_bits() {
    same_on_any_ranks(|| {
        let mut results = Vec::new();
        for layout in LAYOUTS {
            let u = spread(70, 2100, layout);
            let shifted = part(&u, (1, 69), (3, 2099));
            for u in [u, shifted] {
                results.push(spawn(laid_out(fold_task(sum_all, 2, Fold::Sum, 3), Layout::Replicated), &[&u]));
                results.push(spawn(laid_out(fold_task(sum_axis0, 2, Fold::Sum, 1), Layout::Replicated), &[&u]));
                results.push(spawn(laid_out(fold_task(sum_axis1, 2, Fold::Sum, 2), Layout::Replicated), &[&u]));
                results.push(spawn(laid_out(fold_task(max_all, 2, Fold::Max, 3), Layout::Replicated), &[&u]));
            }
        }
        results
    });
}

#[test]
fn a_fold_of_a_replicated_input_is_shared_out_when_asked() {
    same_on_any_ranks(|| {
        let u = matrix(9000, 3);
        let down = spawn(laid_out(fold_task(sum_axis0, 2, Fold::Sum, 1), Layout::Rows), &[&u]);
        let across = spawn(laid_out(fold_task(sum_axis1, 2, Fold::Sum, 2), Layout::Rows), &[&u]);
        assert_eq!(across.buffer.is_distributed(), state::with(|state| state.ranks > 1));
        vec![down, across]
    });
}

#[test]
fn layouts_that_disagree_are_brought_together() {
    same_on_any_ranks(|| {
        let (rows, columns) = (spread(50, 2100, Layout::Rows), spread(2100, 50, Layout::Columns));
        let turned = columns.with_view(columns.view.transposed(&[1, 0]));
        let ins = [&rows, &turned, &rows, &turned, &rows];
        let sum = spawn(stencil_task(Layout::Blocks), &ins);
        let reversed = rows.with_view(rows.view.sliced(0, 49, -1, 50).sliced(1, 2099, -1, 2100));
        let back = spawn(stencil_task(Layout::Replicated), &[&sum, &reversed, &turned, &rows, &sum]);
        vec![sum, back]
    });
}

#[test]
fn broadcast_and_stepped_views_of_distributed_arrays_travel() {
    same_on_any_ranks(|| {
        let u = spread(200, 900, Layout::Rows);
        let desc = laid_out(task(add_row, &[(DType::F64, 2), (DType::F64, 1)], 2), Layout::Replicated);
        let row = u.with_view(u.view.at(0, 37));
        let flat = u.with_view(u.view.at(1, 5));
        let stepped = u.with_view(u.view.sliced(0, 1, 3, 60).sliced(1, 890, -2, 200));
        let column = u.with_view(u.view.sliced(1, 4, 1, 1));
        vec![spawn(desc, &[&u, &row]), spawn(desc, &[&stepped, &flat]), spawn(desc, &[&column, &row])]
    });
}

#[test]
fn assignments_cross_layouts() {
    same_on_any_ranks(|| {
        let (u, w) = (spread(50, 2100, Layout::Rows), spread(50, 2100, Layout::Columns));
        exec::assign(&part(&u, (10, 30), (5, 2000)), &part(&w, (30, 50), (0, 1995))).expect("fits");
        exec::assign(&part(&u, (1, 50), (0, 2100)), &part(&u, (0, 49), (0, 2100))).expect("fits");
        exec::assign(&part(&w, (0, 50), (0, 50)), &part(&matrix(1, 60), (0, 1), (0, 50))).expect("fits");
        let plain = matrix(50, 2100);
        exec::assign(&plain, &u).expect("fits");
        let copies = [exec::copy(&w).expect("memory"), exec::copy(&part(&u, (3, 40), (1, 2000))).expect("memory")];
        [vec![u, w, plain], copies.to_vec()].concat()
    });
}

#[test]
fn scalar_code_may_make_an_array_whole_again() {
    same_on_any_ranks(|| {
        let u = spread(50, 2100, Layout::Rows);
        let views = five_point(&u);
        let inner = part(&u, (1, 49), (1, 2099));
        spawn_into(stencil_task(Layout::Rows), &inner, &views.iter().collect::<Vec<_>>());
        exec::localize(&u).expect("gathered");
        assert!(!u.buffer.is_distributed());
        assert_eq!(u.to_vec::<f64>().len(), 50 * 2100);
        vec![u]
    });
}

#[test]
fn large_fresh_arrays_are_shared_out_and_small_ones_not() {
    same_on_any_ranks(|| {
        let zeros = exec::create(DType::F64, Dims::from([200, 2000]), Fill::Zero).expect("memory");
        assert_eq!(zeros.buffer.is_distributed(), state::with(|state| state.ranks > 1));
        let small = exec::create(DType::F64, Dims::from([20, 20]), Fill::Zero).expect("memory");
        assert!(!small.buffer.is_distributed());
        vec![zeros, small]
    });
}

#[test]
fn matrix_products_have_the_same_bits() {
    same_on_any_ranks(|| {
        let mut results = Vec::new();
        let (left, right) = (matrix(100, 1300), matrix(1300, 90));
        let turned = |array: &Rc<Array>| array.with_view(array.view.transposed(&[1, 0]));
        for layout in [Layout::Replicated, Layout::Rows, Layout::Columns, Layout::Blocks] {
            let (a, b) = (spread(100, 1300, layout), spread(1300, 90, layout));
            results.push(product(&a, &right).expect("fits"));
            results.push(product(&left, &b).expect("fits"));
            results.push(product(&turned(&b), &turned(&a)).expect("fits"));
            let shifted = b.with_view(b.view.sliced(0, 3, 1, 1290));
            results.push(product(&turned(&shifted), &shifted).expect("fits"));
        }
        results
    });
}

#[test]
fn products_with_vectors_have_the_same_bits() {
    same_on_any_ranks(|| {
        let mut results = Vec::new();
        for layout in [Layout::Rows, Layout::Columns] {
            let x = spread(20_000, 30, layout);
            let turned = x.with_view(x.view.transposed(&[1, 0]));
            let w = x.with_view(x.view.at(0, 12_345));
            let scores = product(&x, &w).expect("fits");
            results.push(product(&turned, &scores).expect("fits"));
            results.push(product(&scores, &x).expect("fits"));
            results.push(product(&scores, &scores).expect("fits"));
            results.push(scores);
        }
        results
    });
}

/// Messages that this rank has sent.
fn messages() -> u64 {
    state::with(|state| state.messenger.borrow().counters().messages_sent)
}

#[test]
fn a_halo_that_was_fetched_early_is_not_fetched_again() {
    same_on_any_ranks(|| {
        let mut results = Vec::new();
        for layout in LAYOUTS {
            let u = exchanged(&spread(50, 2100, layout), "halo", &[1, 1], &[1, 1]);
            let before = messages();
            let views = five_point(&u);
            results.push(spawn(stencil_task(Layout::Replicated), &views.iter().collect::<Vec<_>>()));
            assert_eq!(messages(), before);
            let far = u.with_view(u.view.sliced(0, 49, -1, 50));
            results.push(spawn(stencil_task(layout), &[&u, &far, &u, &far, &u]));
        }
        results
    });
}

#[test]
fn exchanges_to_other_layouts_keep_the_values() {
    same_on_any_ranks(|| {
        let mut results = Vec::new();
        for layout in LAYOUTS {
            for pattern in ["rows", "columns", "blocks", "replicated"] {
                let u = exchanged(&spread(50, 2100, layout), pattern, &[], &[]);
                let many = state::with(|state| state.ranks > 1);
                assert_eq!(u.buffer.is_distributed(), many && pattern != "replicated");
                results.push(u);
            }
        }
        results.push(exchanged(&matrix(50, 2100), "rows", &[], &[]));
        results
    });
}
