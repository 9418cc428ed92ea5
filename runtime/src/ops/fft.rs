//! NumPy's Fourier transforms along one axis. Every rank computes the whole, with the same result.

use super::value::{Args, Owned};
use crate::array::view::normalize_axis;
use crate::array::{Array, Fill, copy};
use crate::error::{Error, Result};
use crate::fft::{self, Direction, Lines, Real, Spectrum};
use phylanx_abi::DType;
use rustfft::num_complex::Complex;
use std::rc::Rc;

/// The transform of `x` with `n` points (negative: as many as there are); attributes: the kind (`fft`, `ifft`, `rfft`, `irfft`, `hfft`, `ihfft`), the
/// axis, the norm.
pub fn fft(args: Args) -> Result<Owned> {
    let (kind, axis, norm) = (args.text(2)?, args.int(3)?, args.text(4)?);
    let array = args.array(0)?;
    let axis = normalize_axis(axis, array.rank())?;
    let extent = array.shape()[axis];
    let asked = match args.int(1)? {
        n if n >= 0 => n,
        _ if matches!(kind, "irfft" | "hfft") => 2 * (extent - 1),
        _ => extent,
    };
    if asked < 1 {
        return Err(Error::value(format!("Invalid number of FFT data points ({asked}) specified.")));
    }
    let call = Call { kind, axis, points: asked as usize, scale: scale(kind, norm, asked as f64) };
    match args.result_dtype()? {
        DType::F32 | DType::C64 => call.run::<f32>(array),
        _ => call.run::<f64>(array),
    }
    .map(Owned::Array)
}

/// What the results are multiplied by.
fn scale(kind: &str, norm: &str, points: f64) -> f64 {
    let forward = matches!(kind, "fft" | "rfft" | "hfft");
    match norm {
        "ortho" => 1.0 / points.sqrt(),
        "forward" if forward => 1.0 / points,
        "backward" if !forward => 1.0 / points,
        _ => 1.0,
    }
}

struct Call<'a> {
    kind: &'a str,
    axis: usize,
    points: usize,
    scale: f64,
}

impl Call<'_> {
    fn run<T: Real>(&self, array: &Array) -> Result<Rc<Array>> {
        let half = self.points / 2 + 1;
        let planners = fft::planners();
        match self.kind {
            "rfft" | "ihfft" => {
                let data = real::<T>(array)?;
                let lines = self.lines(array, half);
                let out = fft::from_real(&planners, lines, &data, self.points, self.scale, self.spectrum())?;
                self.result(array, half, &out, complex_of::<T>())
            }
            "irfft" | "hfft" => {
                let data = complex::<T>(array)?;
                let lines = self.lines(array, self.points);
                let out = fft::to_real(&planners, lines, &data, self.scale, self.spectrum())?;
                self.result(array, self.points, &out, real_of::<T>())
            }
            _ => {
                let data = complex::<T>(array)?;
                let lines = self.lines(array, self.points);
                let direction = if self.kind == "fft" { Direction::Forward } else { Direction::Inverse };
                let out = fft::complex(&planners, lines, &data, direction, self.scale);
                self.result(array, self.points, &out, complex_of::<T>())
            }
        }
    }

    /// Transforms of Hermitian lines go the other way round.
    fn spectrum(&self) -> Spectrum {
        if matches!(self.kind, "hfft" | "ihfft") { Spectrum::Conjugated } else { Spectrum::AsIs }
    }

    fn lines(&self, array: &Array, made: usize) -> Lines {
        let shape = array.shape();
        let product = |extents: &[i64]| extents.iter().product::<i64>() as usize;
        Lines {
            outer: product(&shape[..self.axis]),
            inner: product(&shape[self.axis + 1..]),
            read: shape[self.axis] as usize,
            made,
        }
    }

    fn result<V: Copy>(&self, like: &Array, made: usize, data: &[V], dtype: DType) -> Result<Rc<Array>> {
        let mut shape = *like.shape();
        shape[self.axis] = made as i64;
        let array = Array::fresh(dtype, shape, Fill::Any)?;
        if shape.product() != Some(data.len() as i64) || size_of::<V>() != dtype.size() {
            return Err(Error::internal("a transform has another size than its result"));
        }
        // SAFETY: the buffer is fresh and has room for exactly these elements.
        unsafe { std::ptr::copy_nonoverlapping(data.as_ptr(), array.base().cast(), data.len()) };
        Ok(array)
    }
}

fn complex_of<T>() -> DType {
    if size_of::<T>() == 4 { DType::C64 } else { DType::C128 }
}

fn real_of<T>() -> DType {
    if size_of::<T>() == 4 { DType::F32 } else { DType::F64 }
}

/// Real elements in row-major order.
fn real<T: Real>(array: &Array) -> Result<Vec<T>> {
    raw(array, real_of::<T>())
}

/// Complex elements in row-major order; real ones have no imaginary part.
fn complex<T: Real>(array: &Array) -> Result<Vec<Complex<T>>> {
    if matches!(array.dtype(), DType::C64 | DType::C128) {
        return raw(array, complex_of::<T>());
    }
    Ok(real::<T>(array)?.into_iter().map(|value| Complex::new(value, T::zero())).collect())
}

/// Elements in row-major order as an element type lays them out.
fn raw<V: Copy>(array: &Array, dtype: DType) -> Result<Vec<V>> {
    let whole = if array.dtype() == dtype { copy::contiguous(array)? } else { copy::converted(array, dtype)? };
    let first = whole.base().cast::<V>().wrapping_offset(whole.view.offset as isize);
    // SAFETY: the array is contiguous, and its elements have the layout of `V` (complex numbers are pairs of floats).
    Ok(unsafe { std::slice::from_raw_parts(first, whole.size() as usize) }.to_vec())
}
