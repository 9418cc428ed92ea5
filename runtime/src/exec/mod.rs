//! Execution: making arrays local, settling work, ending the job.

use crate::array::Array;
use crate::error::Result;

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
    crate::rank::flush_output();
    eprint!("{text}");
    std::process::exit(code)
}

/// Ends the program in order, on every rank, with an exit code.
pub fn exit(code: i32) -> ! {
    crate::rank::flush_output();
    std::process::exit(code)
}

/// One more owner of a token.
pub fn retain_token(_bits: u64) {}

/// One owner less of a token.
pub fn release_token(_bits: u64) {}
