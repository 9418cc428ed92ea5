//! NumPy's binary array format, versions 1 to 3.

use super::atomic::write_file;
use super::header::{self, Header};
use crate::array::dims::tuple;
use crate::array::view::row_major;
use crate::array::{Array, Bool, Dims, Fill, View, held};
use crate::error::{Error, Result};
use crate::{exec, with_element};
use phylanx_abi::DType;
use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek};
use std::rc::Rc;

/// Reads an array.
pub fn load(path: &str) -> Result<Rc<Array>> {
    let failed = |cause| Error::os(&cause, path);
    let file = File::open(path).map_err(failed)?;
    let meta = file.metadata().map_err(failed)?;
    if meta.is_dir() {
        return Err(failed(std::io::Error::from_raw_os_error(21)));
    }
    let mut reader =
        Counted { inner: BufReader::new(file), path, left: if meta.is_file() { meta.len() } else { u64::MAX } };
    let header = reader.header()?;
    reader.data(&header)
}

/// Reads an array from the bytes of such a file.
pub fn read(bytes: Cursor<Vec<u8>>, path: &str) -> Result<Rc<Array>> {
    let left = bytes.get_ref().len() as u64;
    let mut reader = Counted { inner: bytes, path, left };
    let header = reader.header()?;
    reader.data(&header)
}

/// The name with the suffix that NumPy adds.
pub fn suffixed(path: &str) -> String {
    if path.ends_with(".npy") { path.to_owned() } else { format!("{path}.npy") }
}

/// Writes an array, row-major, as a whole or not at all. `next` gives its pieces in order, each local and settled.
pub fn save(
    path: &str,
    dtype: DType,
    shape: &[i64],
    next: &mut dyn FnMut() -> Result<Option<Rc<Array>>>,
) -> Result<()> {
    let path = suffixed(path);
    write_file(&path, |out| {
        let failed = |cause| Error::os(&cause, &path);
        out.write_all(&header::write(dtype, shape)).map_err(failed)?;
        while let Some(piece) = next()? {
            with_element!(dtype, T => {
                out.write_all(bytes_of(&piece.elements::<T>())).map_err(failed)
            })?;
        }
        Ok(())
    })
}

pub(crate) fn bytes_of<T>(values: &[T]) -> &[u8] {
    // SAFETY: elements are plain numbers without padding, and this machine is little-endian as the header says.
    unsafe { std::slice::from_raw_parts(values.as_ptr().cast(), std::mem::size_of_val(values)) }
}

/// What can be read, and wound forward.
trait Source: Read {
    fn forward(&mut self, bytes: i64) -> std::io::Result<()>;
}

impl Source for BufReader<File> {
    fn forward(&mut self, bytes: i64) -> std::io::Result<()> {
        self.seek_relative(bytes)
    }
}

impl Source for Cursor<Vec<u8>> {
    fn forward(&mut self, bytes: i64) -> std::io::Result<()> {
        self.seek_relative(bytes)
    }
}

/// A file with the number of bytes left in it.
struct Counted<'a, S> {
    inner: S,
    path: &'a str,
    left: u64,
}

impl<S: Source> Counted<'_, S> {
    /// Up to `count` bytes.
    fn some(&mut self, count: u64) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = self.inner.by_ref().take(count).read_to_end(&mut bytes);
        let read = read.map_err(|cause| Error::os(&cause, self.path))?;
        self.left = self.left.saturating_sub(read as u64);
        Ok(bytes)
    }

    /// Exactly `count` bytes of the part of the file called `what`.
    fn exactly(&mut self, count: u64, what: &str, before: usize) -> Result<Vec<u8>> {
        let bytes = self.some(count)?;
        if (bytes.len() as u64) < count {
            let (wanted, got) = (count as usize + before, bytes.len() + before);
            return Err(Error::value(format!("EOF: reading {what}, expected {wanted} bytes got {got}")));
        }
        Ok(bytes)
    }

    fn header(&mut self) -> Result<Header> {
        let magic = self.some(6)?;
        check_magic(&magic)?;
        let version = self.exactly(2, "magic string", 6)?;
        let width = match version[..] {
            [1, 0] => 2,
            [2, 0] | [3, 0] => 4,
            _ => {
                let (major, minor) = (version[0], version[1]);
                return Err(Error::value(format!(
                    "we only support format version (1,0), (2,0), and (3,0), not ({major}, {minor})"
                )));
            }
        };
        let length = self.exactly(width, "array header length", 0)?;
        let length = length.iter().rev().fold(0u64, |value, &byte| value << 8 | byte as u64);
        let text = self.exactly(length, "array header", 0)?;
        // Versions 1 and 2 are Latin-1, version 3 is UTF-8; names that would differ do not occur for plain numbers.
        header::parse(&String::from_utf8_lossy(&text))
    }

    fn data(&mut self, header: &Header) -> Result<Rc<Array>> {
        let shape = Dims::checked(&header.shape)?;
        let size = header.dtype.size() as u64;
        let wanted = shape.product().and_then(|count| (count as u64).checked_mul(size));
        if wanted.is_none_or(|wanted| wanted > self.left) {
            return Err(incomplete(&header.shape, self.left / size));
        }
        let stored = if header.fortran_order { shape.iter().rev().copied().collect() } else { shape };
        let array = exec::create(header.dtype, stored, Fill::Any)?;
        let bytes = array.buffer.bytes();
        // SAFETY: the fresh array has room for its elements, and nothing else refers to it; zeroing makes it readable.
        let target = unsafe {
            array.base().write_bytes(0, bytes);
            std::slice::from_raw_parts_mut(array.base(), bytes)
        };
        self.held(&array, target).map_err(|_| incomplete(&header.shape, self.left / size))?;
        settle_bytes(target, header);
        Ok(if header.fortran_order { array.with_view(reversed(&stored)) } else { array })
    }

    /// Reads what this rank holds of an array whose data begin here.
    fn held(&mut self, array: &Array, mut target: &mut [u8]) -> std::io::Result<()> {
        let (size, mut at) = (array.dtype().size() as i64, 0);
        for (start, count) in held::runs(&array.buffer) {
            self.skip((start - at) * size)?;
            let (run, rest) = target.split_at_mut((count * size) as usize);
            self.inner.read_exact(run)?;
            (target, at) = (rest, start + count);
        }
        Ok(())
    }

    fn skip(&mut self, bytes: i64) -> std::io::Result<()> {
        if bytes == 0 || self.left < u64::MAX {
            return self.inner.forward(bytes);
        }
        // A pipe cannot be wound forward.
        std::io::copy(&mut self.inner.by_ref().take(bytes as u64), &mut std::io::sink()).map(drop)
    }
}

fn check_magic(magic: &[u8]) -> Result<()> {
    if magic.is_empty() {
        return Err(Error::new("EOFError", "No data left in file"));
    }
    if magic.starts_with(b"PK\x03\x04") || magic.starts_with(b"PK\x05\x06") {
        return Err(Error::value(
            "this is an .npz archive: give it a name that ends in .npz, so that the compiler knows",
        ));
    }
    if magic != b"\x93NUMPY" {
        return Err(Error::value(
            "This file contains pickled (object) data. If you trust the file you can load it unsafely using the `allow_pickle=` keyword argument or `pickle.load()`.",
        ));
    }
    Ok(())
}

fn incomplete(shape: &[i64], got: u64) -> Error {
    let count = shape.iter().fold(1i128, |count, &extent| count.saturating_mul(extent as i128));
    Error::value(format!(
        "Failed to read all data for array. Expected {} = {count} elements, could only read {got} elements. (file seems not fully written?)",
        tuple(shape)
    ))
}

/// Little-endian bytes, and bools that are 0 or 1.
fn settle_bytes(bytes: &mut [u8], header: &Header) {
    if header.big_endian && header.dtype.size() > 1 {
        let parts = if matches!(header.dtype, DType::C64 | DType::C128) { 2 } else { 1 };
        bytes.chunks_exact_mut(header.dtype.size() / parts).for_each(<[u8]>::reverse);
    }
    if header.dtype == DType::Bool {
        bytes.iter_mut().for_each(|byte| *byte = Bool((*byte != 0) as u8).0);
    }
}

/// All axes of a row-major array of shape `stored`, in reverse order.
fn reversed(stored: &Dims) -> View {
    let strides = row_major(stored);
    View { offset: 0, shape: stored.iter().rev().copied().collect(), strides: strides.iter().rev().copied().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_that_promises_too_much_is_refused_before_memory_is_taken() {
        let path = std::env::temp_dir().join(format!("phylanx-npy-{}.npy", std::process::id()));
        std::fs::write(&path, header::write(DType::F64, &[1 << 50])).expect("written");
        let error = load(path.to_str().expect("utf-8")).expect_err("incomplete");
        std::fs::remove_file(&path).expect("removed");
        let text = "Failed to read all data for array. Expected (1125899906842624,) = 1125899906842624 elements, could only read 0 elements. (file seems not fully written?)";
        assert_eq!(error, Error::value(text));
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = load("no such.npy").expect_err("missing");
        assert_eq!(error.to_string(), "FileNotFoundError: [Errno 2] No such file or directory: 'no such.npy'");
    }
}
