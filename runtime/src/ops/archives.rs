//! Archives of arrays: `np.savez`, and `np.load` of what it wrote.

use super::files::{Pieces, check_folder, check_kind, is_first, shared_out};
use super::value::{Args, Owned};
use crate::error::{Error, Result};
use crate::exec;
use crate::files::{npz, stream};

/// `np.savez(path, ...)`: operands are the path and the arrays.
pub fn savez(args: Args) -> Result<Owned> {
    let count = args.len().saturating_sub(2);
    let (path, names, compressed) = (args.text(0)?, args.text(count)?, args.flag(count + 1)?);
    let path = if path.ends_with(".npz") { path.to_owned() } else { format!("{path}.npz") };
    check_folder(&path)?;
    let mut archive = None;
    if is_first() {
        archive = Some(npz::Writer::new(&path, compressed).map_err(Error::of_one_rank)?);
    }
    for (at, name) in names.lines().enumerate().take(count - 1) {
        let array = args.handle(at + 1)?;
        let mut pieces = Pieces::of(array);
        match &mut archive {
            Some(archive) => {
                archive.add(name, array.dtype(), array.shape(), &mut || pieces.next()).map_err(Error::of_one_rank)?
            }
            None => while pieces.next()?.is_some() {},
        }
    }
    if let Some(archive) = archive {
        archive.finish().map_err(Error::of_one_rank)?;
    }
    exec::barrier()?;
    Ok(Owned::None)
}

/// `np.load(path)` of an archive that holds these arrays.
pub fn open(args: Args) -> Result<Owned> {
    stream::flush_all()?;
    let (path, names) = (args.text(0)?, args.text(1)?);
    npz::check(path, &names.lines().collect::<Vec<_>>())?;
    Ok(Owned::None)
}

/// `np.load(path)[name]`.
pub fn load(args: Args) -> Result<Owned> {
    stream::flush_all()?;
    let (path, name) = (args.text(0)?, args.text(1)?);
    let array = npz::load(path, name)?;
    check_kind(&array, args, &format!("{path}[{name}]"))?;
    shared_out(array).map(Owned::Array)
}
