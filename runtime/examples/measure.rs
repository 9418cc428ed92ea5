//! Times of the runtime's own mechanisms, one line each: name, parameter, nanoseconds. `measure.py` beside it prints NumPy's.

use phylanx_abi::{DType, Fold, Layout, MemRefHead, OperandDesc, Site, Tag, TaskDesc, Value};
use phylanx_runtime::array::{Array, Dims, Fill, handle};
use phylanx_runtime::exec::spawn::{phx_spawn, phx_spawn_into};
use phylanx_runtime::kernels::matmul::product;
use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

/// The least time of a call over some repetitions that last about half a second.
fn time(mut call: impl FnMut()) -> f64 {
    call();
    let (begin, mut best) = (Instant::now(), f64::INFINITY);
    while begin.elapsed().as_millis() < 400 {
        let (start, mut calls) = (Instant::now(), 0);
        while start.elapsed().as_micros() < 2000 {
            call();
            calls += 1;
        }
        best = best.min(start.elapsed().as_nanos() as f64 / calls as f64);
    }
    best
}

fn report(name: &str, parameter: i64, nanoseconds: f64) {
    println!("{name} {parameter} {nanoseconds:.0}");
}

fn random(shape: &[i64]) -> Rc<Array> {
    let count: i64 = shape.iter().product();
    let values: Vec<f64> = (0..count).map(|i| ((i * 7919 % 10007) as f64) / 10007.0 - 0.5).collect();
    Array::from_elements(&values, Dims::from(shape)).expect("memory")
}

unsafe extern "C" fn add(args: *const *const MemRefHead, lo: *const i64, hi: *const i64) {
    // SAFETY: the runtime passes three vectors without gaps and one range.
    unsafe {
        let at = |n: usize| (**args.add(n)).aligned.cast::<f64>();
        let (a, b, out) = (at(0), at(1), at(2));
        for i in *lo as usize..*hi as usize {
            *out.add(i) = *a.add(i) + *b.add(i);
        }
    }
}

unsafe extern "C" fn sum(args: *const *const MemRefHead, lo: *const i64, hi: *const i64) {
    // SAFETY: the runtime passes a vector without gaps, a scalar and one range.
    unsafe {
        let (a, out) = ((**args).aligned.cast::<f64>(), (**args.add(1)).aligned.cast::<f64>());
        let mut sums = [0.0; 16];
        let (mut i, end) = (*lo as usize, *hi as usize);
        while i + 16 <= end {
            (0..16).for_each(|n| sums[n] += *a.add(i + n));
            i += 16;
        }
        *out = (i..end).map(|i| *a.add(i)).sum::<f64>() + sums.iter().sum::<f64>();
    }
}

fn task(inputs: u32, fold: Fold) -> TaskDesc {
    static INPUTS: [OperandDesc; 2] = [OperandDesc { dtype: DType::F64 as u32, rank: 1 }; 2];
    TaskDesc {
        kernel: if fold == Fold::Map { add } else { sum },
        name: c"measured".as_ptr(),
        site: Site::new(c"measure.rs".as_ptr(), 1, 1),
        rank: 1,
        input_count: inputs,
        inputs: INPUTS.as_ptr(),
        output: OperandDesc { dtype: DType::F64 as u32, rank: u32::from(fold == Fold::Map) },
        fold: fold as u32,
        reduced: u32::from(fold != Fold::Map),
        keepdims: 0,
        layout: Layout::Replicated as u32,
        flops: 1,
        steps: std::ptr::null(),
    }
}

fn value(array: &Rc<Array>) -> Value {
    Value { tag: Tag::Array as u32, aux: 0, bits: Rc::as_ptr(array) as u64 }
}

fn spawns(count: i64) {
    let (a, b) = (random(&[count]), random(&[count]));
    let ins = [value(&a), value(&b)];
    let out = value(&Array::fresh(DType::F64, Dims::from([count]), Fill::Zero).expect("memory"));
    let keep = a.clone();
    let (map, fold) = (task(2, Fold::Map), task(1, Fold::Sum));
    let fresh = |desc: &TaskDesc| {
        let mut out = Value::NONE;
        // SAFETY: the description and handles are valid.
        unsafe {
            phx_spawn(desc, ins.as_ptr(), &mut out);
            handle::phx_release(out.tag, out.bits);
        }
    };
    report("spawn", count, time(|| fresh(&map)));
    report("sum", count, time(|| fresh(&fold)));
    let _ = out;
    let target = value(&keep);
    // SAFETY: as above.
    report("spawn_into", count, time(|| unsafe { phx_spawn_into(&map, &target, ins.as_ptr()) }));
}

fn main() {
    for count in [1, 100, 10_000, 1_000_000, 10_000_000] {
        spawns(count);
    }
    for n in [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048] {
        let (a, b) = (random(&[n, n]), random(&[n, n]));
        report("matmul", n, time(|| drop(black_box(product(&a, &b).expect("fits")))));
    }
    for n in [64, 256, 1024, 4096] {
        let (a, x) = (random(&[n, n]), random(&[n]));
        let turned = a.with_view(a.view.transposed(&[1, 0]));
        report("matvec", n, time(|| drop(black_box(product(&a, &x).expect("fits")))));
        report("matvec_turned", n, time(|| drop(black_box(product(&turned, &x).expect("fits")))));
    }
    for rows in [569, 100_000] {
        let (a, y) = (random(&[rows, 30]), random(&[rows]));
        let (turned, w) = (a.with_view(a.view.transposed(&[1, 0])), random(&[30]));
        report("tall", rows, time(|| drop(black_box(product(&a, &w).expect("fits")))));
        report("tall_turned", rows, time(|| drop(black_box(product(&turned, &y).expect("fits")))));
    }
}
