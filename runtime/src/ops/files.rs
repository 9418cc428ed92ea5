//! Loading and saving. Every rank reads; rank 0 writes, and the others wait until it has.

use super::creation::no_complex;
use super::value::{Args, Owned};
use crate::array::Array;
use crate::error::{Error, Result};
use crate::files::npy;
use crate::files::table::{Reading, Writing};
use crate::{exec, rank, with_element};

/// `np.load(path)`; element type and rank must be those that the program was compiled for.
pub fn load(args: Args) -> Result<Owned> {
    let path = args.text(0)?;
    let array = npy::load(path)?;
    check_kind(&array, args, path)?;
    Ok(Owned::Array(array))
}

fn check_kind(array: &Array, args: Args, path: &str) -> Result<()> {
    let Some((dtype, rank)) = args.result() else { return Ok(()) };
    if array.dtype() == dtype && array.rank() == rank {
        return Ok(());
    }
    let (have, have_rank, want) = (array.dtype().numpy_name(), array.rank(), dtype.numpy_name());
    Err(Error::type_(format!(
        "'{path}' holds {have} of rank {have_rank}, but the program was compiled for {want} of rank {rank}; compile it again for this file, or save the array in that form"
    )))
}

/// `np.save(path, x)`.
pub fn save(args: Args) -> Result<Owned> {
    let (path, array) = (args.text(0)?, args.array(1)?);
    on_first_rank(|| npy::save(path, array))
}

/// `np.loadtxt(path, ...)`.
pub fn loadtxt(args: Args) -> Result<Owned> {
    let path = args.text(0)?;
    let reading = Reading {
        delimiter: args.text(1)?,
        skip_rows: args.int(2)?.max(0) as usize,
        comments: args.text(3)?,
        columns: args.list(4)?,
        least_rank: args.int(5)?,
    };
    let array = with_element!(args.result_dtype()?, T => reading.load::<T>(path), complex => Err(no_complex()))?;
    let Some((_, rank)) = args.result() else { return Ok(Owned::Array(array)) };
    if array.rank() == rank {
        return Ok(Owned::Array(array));
    }
    let (have, shape) = (array.rank(), array.shape());
    let advice = if rank == 2 { "; pass ndmin=2 to keep both dimensions" } else { "" };
    Err(Error::value(format!(
        "'{path}' holds a table that np.loadtxt gives as rank {have} {shape:?}, but the program was compiled for rank {rank}{advice}"
    )))
}

/// `np.savetxt(path, x, ...)`.
pub fn savetxt(args: Args) -> Result<Owned> {
    let (path, array) = (args.text(0)?, args.array(1)?);
    let writing =
        Writing { format: args.text(2)?, delimiter: args.text(3)?, header: args.text(4)?, comments: args.text(5)? };
    on_first_rank(|| writing.save(path, array))
}

fn on_first_rank(write: impl FnOnce() -> Result<()>) -> Result<Owned> {
    if rank::with(|rank| rank.number.get()) == 0 {
        write()?;
    }
    exec::barrier()?;
    Ok(Owned::None)
}
