//! Compares files that programs write: `.npy` by header and numbers, others as text.

use phylanx_driver::compare::{Tolerance, difference};
use std::path::Path;

/// Compares two files.
///
/// # Errors
/// The first difference, or a file that is missing.
pub fn compare(expected: &Path, found: &Path, tolerance: Tolerance) -> Result<(), String> {
    let old = read(expected)?;
    let new = read(found)?;
    if old == new {
        return Ok(());
    }
    if expected.extension().is_none_or(|extension| extension != "npy") {
        let texts = (String::from_utf8_lossy(&old), String::from_utf8_lossy(&new));
        return difference(&texts.0, &texts.1, tolerance).map_or(Ok(()), Err);
    }
    let Tolerance::Relative(limit) = tolerance else { return Err("the bytes differ".into()) };
    compare_numbers(&old, &new, limit)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn compare_numbers(old: &[u8], new: &[u8], limit: f64) -> Result<(), String> {
    let (old_header, old_data) = parts(old)?;
    let (new_header, new_data) = parts(new)?;
    if old_header != new_header {
        return Err(format!("header '{}', not '{}'", new_header.trim(), old_header.trim()));
    }
    if !old_header.contains("'<f8'") || old_data.len() != new_data.len() {
        return Err("the data differ".into());
    }
    let numbers = |data: &[u8]| -> Vec<f64> {
        data.chunks_exact(8).map(|bytes| f64::from_le_bytes(bytes.try_into().expect("eight bytes"))).collect()
    };
    let old = numbers(old_data);
    let new = numbers(new_data);
    let scale = old.iter().fold(0.0_f64, |a, b| a.max(b.abs()));
    match old.iter().zip(&new).position(|(a, b)| (a - b).abs() > limit * scale.max(1e-300) || a.is_nan() != b.is_nan())
    {
        Some(at) => Err(format!("element {at} is {}, not {}", new[at], old[at])),
        None => Ok(()),
    }
}

/// Header text and data of an `.npy` file of version 1.
fn parts(bytes: &[u8]) -> Result<(String, &[u8]), String> {
    let well_formed = bytes.len() > 10 && bytes.starts_with(b"\x93NUMPY\x01\x00");
    let length = well_formed.then(|| 10 + usize::from(bytes[8]) + 256 * usize::from(bytes[9]));
    match length.and_then(|end| Some((bytes.get(10..end)?, bytes.get(end..)?))) {
        Some((header, data)) => Ok((String::from_utf8_lossy(header).into_owned(), data)),
        None => Err("not an .npy file".into()),
    }
}
