//! Execution: making arrays local, settling work, ending the job.

pub mod combine;
pub mod fold;
pub mod map;
pub mod operand;
pub mod pool;
pub mod spawn;
pub mod state;
pub mod task;
pub mod tree;

use crate::array::Array;
use crate::error::Result;
use std::rc::Rc;

/// Makes an array whole and up to date on this rank.
pub fn localize(_array: &Array) -> Result<()> {
    Ok(())
}

/// Waits for all work and messages under way.
pub fn settle() -> Result<()> {
    Ok(())
}

/// Rank 0's number, on every rank.
pub fn agree(value: f64) -> Result<f64> {
    Ok(value)
}

/// Returns when every rank has come here.
pub fn barrier() -> Result<()> {
    Ok(())
}

/// Ends the job on all ranks with this text on stderr.
pub fn abort(text: &str, code: i32) -> ! {
    // The job ends with an error already; a failing flush must not hide it.
    let _ = crate::rank::flush_output();
    eprint!("{text}");
    std::process::exit(code)
}

/// Ends the program in order, on every rank, with an exit code.
pub fn exit(code: i32) -> ! {
    if let Err(error) = crate::rank::flush_output() {
        abort(&error.traceback(None), 1)
    }
    std::process::exit(code)
}

/// One more owner of a token.
pub fn retain_token(_bits: u64) {}

/// One owner less of a token.
pub fn release_token(_bits: u64) {}

/// A fresh array, all of its buffer, in the layout that suits its size.
pub fn create(dtype: phylanx_abi::DType, shape: crate::array::Dims, fill: crate::array::Fill) -> Result<Rc<Array>> {
    Array::fresh(dtype, shape, fill)
}

/// A fresh row-major array with the same elements.
pub fn copy(source: &Array) -> Result<Rc<Array>> {
    localize(source)?;
    crate::array::copy::contiguous(source)
}

/// Stores `source`, broadcast and converted, into all of `target`.
pub fn assign(target: &Array, source: &Array) -> Result<()> {
    localize(target)?;
    localize(source)?;
    crate::array::copy::assign(target, source)
}
