//! Discrete Fourier transforms of lines: the only door to crates `rustfft` and `realfft`.

use crate::error::{Error, Result};
use crate::{exec, rank};
use realfft::{ComplexToReal, RealFftPlanner, RealToComplex};
use rustfft::num_complex::Complex;
use rustfft::{Fft, FftNum, FftPlanner};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Plans that are kept for the next transform of the same length.
#[derive(Default)]
pub struct Planners {
    single: Kept<f32>,
    double: Kept<f64>,
}

/// Plans in one precision.
pub struct Kept<T: FftNum> {
    complex: RefCell<FftPlanner<T>>,
    real: RefCell<RealFftPlanner<T>>,
}

impl<T: FftNum> Default for Kept<T> {
    fn default() -> Kept<T> {
        Kept { complex: RefCell::new(FftPlanner::new()), real: RefCell::new(RealFftPlanner::new()) }
    }
}

/// The plans of this rank.
pub fn planners() -> Rc<Planners> {
    rank::with(|rank| {
        let kept = rank.kept.borrow().clone().and_then(|kept| kept.downcast::<Planners>().ok());
        kept.unwrap_or_else(|| {
            let fresh = Rc::new(Planners::default());
            *rank.kept.borrow_mut() = Some(fresh.clone());
            fresh
        })
    })
}

/// A float that transforms compute in.
pub trait Real: FftNum + Default {
    fn of_f64(value: f64) -> Self;
    #[doc(hidden)]
    fn kept(planners: &Planners) -> &Kept<Self>;
}

impl Real for f32 {
    fn of_f64(value: f64) -> f32 {
        value as f32
    }
    fn kept(planners: &Planners) -> &Kept<f32> {
        &planners.single
    }
}

impl Real for f64 {
    fn of_f64(value: f64) -> f64 {
        value
    }
    fn kept(planners: &Planners) -> &Kept<f64> {
        &planners.double
    }
}

/// How lines lie: `outer` blocks of `inner` lines side by side, `read` elements in each line before and `made` after.
#[derive(Clone, Copy, Debug)]
pub struct Lines {
    pub outer: usize,
    pub inner: usize,
    pub read: usize,
    pub made: usize,
}

/// Which way a transform goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    Forward,
    Inverse,
}

/// Whether spectra are conjugated on their way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spectrum {
    AsIs,
    Conjugated,
}

/// Complex lines to complex lines of `made` elements, each multiplied by `scale`.
pub fn complex<T: Real>(
    planners: &Planners,
    lines: Lines,
    data: &[Complex<T>],
    direction: Direction,
    scale: f64,
) -> Vec<Complex<T>> {
    let mut planner = T::kept(planners).complex.borrow_mut();
    let plan: Arc<dyn Fft<T>> = match direction {
        Direction::Forward => planner.plan_fft_forward(lines.made),
        Direction::Inverse => planner.plan_fft_inverse(lines.made),
    };
    let factor = T::of_f64(scale);
    let scratch = || vec![Complex::<T>::default(); plan.get_inplace_scratch_len()];
    each_line(lines, data, scratch, |scratch, from, to| {
        fill(to, from);
        plan.process_with_scratch(to, scratch);
        if scale != 1.0 {
            to.iter_mut().for_each(|value| *value = *value * factor);
        }
    })
}

/// Real lines, padded or cut to `length`, to the non-negative half of their spectrum.
pub fn from_real<T: Real>(
    planners: &Planners,
    lines: Lines,
    data: &[T],
    length: usize,
    scale: f64,
    spectrum: Spectrum,
) -> Result<Vec<Complex<T>>> {
    let plan: Arc<dyn RealToComplex<T>> = T::kept(planners).real.borrow_mut().plan_fft_forward(length);
    let factor = T::of_f64(scale);
    let scratch = || (plan.make_input_vec(), plan.make_scratch_vec());
    let failed = std::sync::atomic::AtomicBool::new(false);
    let out = each_line(lines, data, scratch, |(input, scratch), from, to| {
        fill(input, from);
        if plan.process_with_scratch(input, to, scratch).is_err() {
            failed.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        for value in to.iter_mut() {
            let scaled = *value * factor;
            *value = if spectrum == Spectrum::Conjugated { scaled.conj() } else { scaled };
        }
    });
    settled(failed, out)
}

/// Halves of spectra, padded or cut, to real lines of `made` elements.
pub fn to_real<T: Real>(
    planners: &Planners,
    lines: Lines,
    data: &[Complex<T>],
    scale: f64,
    spectrum: Spectrum,
) -> Result<Vec<T>> {
    let length = lines.made;
    let plan: Arc<dyn ComplexToReal<T>> = T::kept(planners).real.borrow_mut().plan_fft_inverse(length);
    let factor = T::of_f64(scale);
    let scratch = || (plan.make_input_vec(), plan.make_scratch_vec());
    let failed = std::sync::atomic::AtomicBool::new(false);
    let out = each_line(lines, data, scratch, |(input, scratch), from, to: &mut [T]| {
        fill(input, from);
        if spectrum == Spectrum::Conjugated {
            input.iter_mut().for_each(|value| *value = value.conj());
        }
        // Imaginary parts at frequency 0 and at the middle of an even length belong to no real line, and are ignored.
        input[0].im = T::zero();
        if length.is_multiple_of(2) {
            input[length / 2].im = T::zero();
        }
        if plan.process_with_scratch(input, to, scratch).is_err() {
            failed.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        to.iter_mut().for_each(|value| *value = *value * factor);
    });
    settled(failed, out)
}

fn settled<R>(failed: std::sync::atomic::AtomicBool, out: R) -> Result<R> {
    if failed.into_inner() { Err(Error::internal("a transform was given lines of another length")) } else { Ok(out) }
}

/// The front of a line; zeros behind its end.
fn fill<V: Copy + Default>(to: &mut [V], from: &[V]) {
    let count = to.len().min(from.len());
    to[..count].copy_from_slice(&from[..count]);
    to[count..].fill(V::default());
}

/// Elements from which on a second thread pays.
const WORTH_THREADS: usize = 1 << 15;

/// Transforms every line; lines that do not lie in one piece are gathered and put back.
fn each_line<I, O, W>(
    lines: Lines,
    data: &[I],
    scratch: impl Fn() -> W + Sync,
    transform: impl Fn(&mut W, &[I], &mut [O]) + Sync,
) -> Vec<O>
where
    I: Copy + Default + Sync,
    O: Copy + Default + Send,
{
    let mut out = vec![O::default(); lines.outer * lines.inner * lines.made];
    let count = lines.outer * lines.inner;
    let target = Shared(out.as_mut_ptr());
    exec::state::with(|state| {
        let many = count * lines.made.max(lines.read) >= WORTH_THREADS && state.pool.threads() > 1;
        let pieces = if many { (4 * state.pool.threads()).min(count.max(1)) } else { 1 };
        state.pool.run(pieces, &|piece| {
            let target = &target;
            let mut work = scratch();
            let (mut before, mut after) = (vec![I::default(); lines.read], vec![O::default(); lines.made]);
            for number in piece * count / pieces..(piece + 1) * count / pieces {
                let (block, lane) = (number / lines.inner, number % lines.inner);
                let (from, to) = (block * lines.inner * lines.read + lane, block * lines.inner * lines.made + lane);
                if lines.inner == 1 {
                    // SAFETY: each line has its own elements of the result, and they lie in one piece.
                    let line = unsafe { std::slice::from_raw_parts_mut(target.0.add(to), lines.made) };
                    transform(&mut work, &data[from..from + lines.read], line);
                    continue;
                }
                before.iter_mut().enumerate().for_each(|(at, value)| *value = data[from + at * lines.inner]);
                transform(&mut work, &before, &mut after);
                for (at, value) in after.iter().enumerate() {
                    // SAFETY: each line has its own elements of the result.
                    unsafe { target.0.add(to + at * lines.inner).write(*value) };
                }
            }
        });
    });
    out
}

/// A pointer that several threads use at places of their own.
struct Shared<O>(*mut O);

// SAFETY: threads write to disjoint places.
unsafe impl<O: Send> Sync for Shared<O> {}
