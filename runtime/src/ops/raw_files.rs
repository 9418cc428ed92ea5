//! Numbers in files without a header, and in texts: `np.fromfile`, `x.tofile`, `np.fromstring`.

use super::files::{check_folder, is_first, shared_out};
use super::value::{Args, Owned};
use crate::array::{Array, Complex, Dims, Element};
use crate::error::{Error, Result};
use crate::files::atomic::write_file;
use crate::files::npy::bytes_of;
use crate::files::{stream, table};
use crate::text::complex::repr_c128;
use crate::text::float::repr_f64;
use crate::{exec, with_element};
use phylanx_abi::DType;
use std::rc::Rc;

/// `np.fromfile(path, dtype, count, sep, offset)`.
pub fn fromfile(args: Args) -> Result<Owned> {
    stream::flush_all()?;
    let (path, count, offset, sep) = (args.text(0)?, args.int(1)?, args.int(2)?, args.text(3)?);
    let bytes = std::fs::read(path).map_err(|cause| Error::os(&cause, path))?;
    let dtype = args.result_dtype()?;
    if !sep.is_empty() {
        let text = String::from_utf8_lossy(&bytes);
        let array = with_element!(dtype, T => listed::<T>(&text, sep, count))?;
        return shared_out(array).map(Owned::Array);
    }
    let skipped = usize::try_from(offset).unwrap_or(0).min(bytes.len());
    let array = with_element!(dtype, T => raw::<T>(&bytes[skipped..], count))?;
    shared_out(array).map(Owned::Array)
}

/// `np.fromstring(text, dtype, count, sep)`.
pub fn fromstring(args: Args) -> Result<Owned> {
    let (text, count, sep) = (args.text(0)?, args.int(1)?, args.text(2)?);
    with_element!(args.result_dtype()?, T => listed::<T>(text, sep, count)).map(Owned::Array)
}

/// Elements one after the other, as many as asked for or as there are.
fn raw<T: Element>(bytes: &[u8], count: i64) -> Result<Rc<Array>> {
    let size = std::mem::size_of::<T>();
    let there = bytes.len() / size;
    let count = usize::try_from(count).map_or(there, |count| count.min(there));
    // SAFETY: the chunk is as long as an element, every pattern of bytes is one (bools are settled below), and its place may be unaligned.
    let element = |chunk: &[u8]| unsafe { std::ptr::read_unaligned(chunk.as_ptr().cast::<T>()) };
    let values: Vec<T> = match T::DTYPE {
        DType::Bool => bytes[..count].iter().map(|byte| T::convert(i64::from(*byte != 0))).collect(),
        _ => bytes.chunks_exact(size).take(count).map(element).collect(),
    };
    Array::from_elements(&values, Dims::from([count as i64]))
}

/// Numbers between separators, up to the first that is none.
fn listed<T: Element>(text: &str, sep: &str, count: i64) -> Result<Rc<Array>> {
    let most = usize::try_from(count).unwrap_or(usize::MAX);
    let pieces: Vec<&str> = match sep.trim() {
        "" => text.split_whitespace().collect(),
        mark => text.trim_end().trim_end_matches(mark).split(mark).collect(),
    };
    let values: Vec<T> = pieces.into_iter().take(most).map_while(table::parsed).collect();
    let length = values.len() as i64;
    Array::from_elements(&values, Dims::from([length]))
}

/// A number as Python shows it.
fn python_text<T: Element>(value: T) -> String {
    match T::DTYPE {
        DType::Bool => String::from(if value.is_true() { "True" } else { "False" }),
        DType::U64 => (value.to_int(64) as u64).to_string(),
        DType::C64 | DType::C128 => repr_c128(Complex { re: value.to_f64(), im: value.imaginary() }),
        _ if T::IS_FLOAT => repr_f64(value.to_f64()),
        _ => value.to_int(64).to_string(),
    }
}

/// `x.tofile(path, sep)`: the elements in row-major order.
pub fn tofile(args: Args) -> Result<Owned> {
    let (path, sep) = (args.text(0)?, args.text(2)?);
    check_folder(path)?;
    if let Some(array) = exec::on_first(args.handle(1)?)?.filter(|_| is_first()) {
        write_file(path, |out| {
            let failed = |cause| Error::os(&cause, path);
            with_element!(array.dtype(), T => {
                let values = array.elements::<T>();
                if sep.is_empty() {
                    return out.write_all(bytes_of(&values)).map_err(failed);
                }
                let texts: Vec<String> = values.iter().map(|value| python_text(*value)).collect();
                out.write_all(texts.join(sep).as_bytes()).map_err(failed)
            })
        })
        .map_err(Error::of_one_rank)?;
    }
    exec::barrier()?;
    Ok(Owned::None)
}
