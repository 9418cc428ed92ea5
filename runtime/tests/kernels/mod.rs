//! Task bodies written by hand, as generated code would have them, and their descriptions.

// Each test program uses some of them.
#![allow(dead_code, clippy::missing_safety_doc)]

use phylanx_abi::{DType, Fold, KernelFn, Layout, MemRefHead, OperandDesc, Site, Tag, TaskDesc, Value};
use phylanx_runtime::array::{Array, handle};
use phylanx_runtime::exec::spawn::{phx_spawn, phx_spawn_into};
use std::rc::Rc;

/// A description with everything at its plainest; `leak`ed because generated code has it static.
pub fn task(kernel: KernelFn, inputs: &[(DType, u32)], rank: u32) -> TaskDesc {
    let inputs: Vec<OperandDesc> =
        inputs.iter().map(|&(dtype, rank)| OperandDesc { dtype: dtype as u32, rank }).collect();
    TaskDesc {
        kernel,
        name: c"task".as_ptr(),
        site: Site::new(c"test.py".as_ptr(), 1, 1),
        rank,
        input_count: inputs.len() as u32,
        inputs: Vec::leak(inputs).as_ptr(),
        output: OperandDesc { dtype: DType::F64 as u32, rank },
        fold: Fold::Map as u32,
        reduced: 0,
        keepdims: 0,
        layout: Layout::Replicated as u32,
        flops: 1,
        steps: std::ptr::null(),
    }
}

/// The same over f64 inputs of the domain's rank, folding the dimensions in a bit set.
pub fn fold_task(kernel: KernelFn, rank: u32, fold: Fold, reduced: u32) -> TaskDesc {
    let mut desc = task(kernel, &[(DType::F64, rank)], rank);
    desc.fold = fold as u32;
    desc.reduced = reduced;
    desc.output.rank = rank - reduced.count_ones();
    desc
}

fn value(array: &Rc<Array>) -> Value {
    Value { tag: Tag::Array as u32, aux: 0, bits: Rc::as_ptr(array) as u64 }
}

pub fn spawn(desc: &TaskDesc, inputs: &[&Rc<Array>]) -> Rc<Array> {
    let ins: Vec<Value> = inputs.iter().map(|input| value(input)).collect();
    let mut out = Value::NONE;
    // SAFETY: the description is valid and the handles are alive; the result's count is taken over.
    unsafe {
        phx_spawn(desc, ins.as_ptr(), &mut out);
        let result = handle::share_array(out.bits);
        handle::phx_release(out.tag, out.bits);
        result
    }
}

pub fn spawn_into(desc: &TaskDesc, destination: &Rc<Array>, inputs: &[&Rc<Array>]) {
    let ins: Vec<Value> = inputs.iter().map(|input| value(input)).collect();
    // SAFETY: the description is valid and the handles are alive.
    unsafe { phx_spawn_into(desc, &value(destination), ins.as_ptr()) };
}

/// A memref as a kernel sees it.
#[derive(Clone, Copy)]
pub struct MemRef<'a> {
    data: *mut f64,
    strides: &'a [i64],
}

/// The `at`-th operand, of a known rank.
///
/// # Safety
/// `args` is what the runtime passes.
pub unsafe fn memref<'a>(args: *const *const MemRefHead, at: usize, rank: usize) -> MemRef<'a> {
    // SAFETY: sizes and strides follow the head.
    unsafe {
        let head = *args.add(at);
        let strides = std::slice::from_raw_parts(head.add(1).cast::<i64>().add(rank), rank);
        MemRef { data: (*head).aligned.cast::<f64>().wrapping_offset((*head).offset as isize), strides }
    }
}

impl MemRef<'_> {
    fn address(&self, index: &[i64]) -> *mut f64 {
        let steps: i64 = index.iter().zip(self.strides).map(|(i, stride)| i * stride).sum();
        self.data.wrapping_offset(steps as isize)
    }

    pub fn get(&self, index: &[i64]) -> f64 {
        // SAFETY: the runtime's operands hold what a kernel is asked to touch.
        unsafe { self.address(index).read() }
    }

    pub fn set(&self, index: &[i64], value: f64) {
        // SAFETY: as above.
        unsafe { self.address(index).write(value) }
    }
}

/// Calls `visit` for each point of a box, in row-major order.
///
/// # Safety
/// `lo` and `hi` hold `R` bounds each.
pub unsafe fn points<const R: usize>(lo: *const i64, hi: *const i64, mut visit: impl FnMut([i64; R])) {
    // SAFETY: by the contract.
    let (lo, hi) = unsafe { (*lo.cast::<[i64; R]>(), *hi.cast::<[i64; R]>()) };
    if (0..R).any(|d| lo[d] >= hi[d]) {
        return;
    }
    let mut at = lo;
    loop {
        visit(at);
        let stepped = (0..R).rev().any(|d| {
            at[d] += 1;
            let done = at[d] >= hi[d];
            if done {
                at[d] = lo[d];
            }
            !done
        });
        if !stepped {
            return;
        }
    }
}

/// `out = a + 2 * b` on vectors.
pub unsafe extern "C" fn axpy(args: *const *const MemRefHead, lo: *const i64, hi: *const i64) {
    unsafe {
        let (a, b, out) = (memref(args, 0, 1), memref(args, 1, 1), memref(args, 2, 1));
        points::<1>(lo, hi, |i| out.set(&i, a.get(&i) + 2.0 * b.get(&i)));
    }
}

/// `out = a + b` on a matrix and a vector.
pub unsafe extern "C" fn add_row(args: *const *const MemRefHead, lo: *const i64, hi: *const i64) {
    unsafe {
        let (a, b, out) = (memref(args, 0, 2), memref(args, 1, 1), memref(args, 2, 2));
        points::<2>(lo, hi, |i| out.set(&i, a.get(&i) + b.get(&i[1..])));
    }
}

/// The five-point average of a matrix, given its four shifted views and its middle.
pub unsafe extern "C" fn stencil(args: *const *const MemRefHead, lo: *const i64, hi: *const i64) {
    unsafe {
        let ins: [MemRef; 5] = std::array::from_fn(|at| memref(args, at, 2));
        let out = memref(args, 5, 2);
        points::<2>(lo, hi, |i| out.set(&i, ins.iter().map(|it| it.get(&i)).sum::<f64>() * 0.2));
    }
}

/// `out = 1 / (3 + i)` through a copy of the values given: a map of one matrix.
pub unsafe extern "C" fn halve(args: *const *const MemRefHead, lo: *const i64, hi: *const i64) {
    unsafe {
        let (a, out) = (memref(args, 0, 2), memref(args, 1, 2));
        points::<2>(lo, hi, |i| out.set(&i, a.get(&i) / 2.0));
    }
}

unsafe fn fold_matrix(
    args: *const *const MemRefHead,
    lo: *const i64,
    hi: *const i64,
    kept: &dyn Fn([i64; 2]) -> Vec<i64>,
    op: fn(f64, f64) -> f64,
) {
    unsafe {
        let (a, first) = (memref(args, 0, 2), *lo.cast::<[i64; 2]>());
        let out = memref(args, 1, kept(first).len());
        let reduced: Vec<usize> = match kept(first).len() {
            0 => vec![0, 1],
            1 if kept([0, 1]) == [1] => vec![0],
            _ => vec![1],
        };
        points::<2>(lo, hi, |i| {
            let (at, is_first) = (kept(i), reduced.iter().all(|&d| i[d] == first[d]));
            out.set(&at, if is_first { a.get(&i) } else { op(out.get(&at), a.get(&i)) });
        });
    }
}

pub unsafe extern "C" fn sum_all(args: *const *const MemRefHead, lo: *const i64, hi: *const i64) {
    unsafe { fold_matrix(args, lo, hi, &|_| vec![], |a, b| a + b) }
}

pub unsafe extern "C" fn sum_axis0(args: *const *const MemRefHead, lo: *const i64, hi: *const i64) {
    unsafe { fold_matrix(args, lo, hi, &|i| vec![i[1]], |a, b| a + b) }
}

pub unsafe extern "C" fn sum_axis1(args: *const *const MemRefHead, lo: *const i64, hi: *const i64) {
    unsafe { fold_matrix(args, lo, hi, &|i| vec![i[0]], |a, b| a + b) }
}

pub unsafe extern "C" fn max_all(args: *const *const MemRefHead, lo: *const i64, hi: *const i64) {
    unsafe { fold_matrix(args, lo, hi, &|_| vec![], f64::max) }
}

/// As `sum_axis1` with the reduced dimension kept.
pub unsafe extern "C" fn sum_axis1_kept(args: *const *const MemRefHead, lo: *const i64, hi: *const i64) {
    unsafe { fold_matrix(args, lo, hi, &|i| vec![i[0], 0], |a, b| a + b) }
}

/// The array as exchanged by `physl.send` and `physl.recv`.
pub fn exchanged(array: &Rc<Array>, pattern: &'static str, low: &[i64], high: &[i64]) -> Rc<Array> {
    let list = |list: &[i64]| Value { tag: Tag::I64List as u32, aux: list.len() as u32, bits: list.as_ptr() as u64 };
    let text = Value { tag: Tag::Text as u32, aux: pattern.len() as u32, bits: pattern.as_ptr() as u64 };
    let token = call("phx_op_send", &[value(array), text, list(low), list(high)]);
    let result = call("phx_op_recv", &[token]);
    // SAFETY: the results are owned handles, whose counts end here.
    unsafe {
        handle::phx_release(token.tag, token.bits);
        let array = handle::share_array(result.bits);
        handle::phx_release(result.tag, result.bits);
        array
    }
}

fn call(op: &str, args: &[Value]) -> Value {
    let entry = phylanx_runtime::ops::TABLE.iter().find(|entry| entry.symbol == op).expect("an op");
    let mut result = Value::NONE;
    // SAFETY: the arguments are those of the op.
    unsafe { (entry.address)(std::ptr::null(), args.as_ptr(), args.len() as u32, &mut result) };
    result
}
