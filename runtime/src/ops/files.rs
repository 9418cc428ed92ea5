//! Loading and saving. Every rank reads what it is to hold; rank 0 writes, and the others send it their parts and wait until it has.

use super::value::{Args, Owned};
use crate::array::{Array, Fill};
use crate::error::{Error, Result};
use crate::files::table::{Gaps, Reading, Writing};
use crate::files::{npy, stream};
use crate::{exec, rank, with_element};
use std::rc::Rc;

/// What a program does with an open file.
pub fn file(args: Args) -> Result<Owned> {
    let what = args.text(args.len().saturating_sub(1))?;
    if what == "open" {
        return stream::open(args.text(0)?, args.text(1)?).map(Owned::int);
    }
    let number = args.int(0)?;
    match what {
        "read" => stream::read(number, args.int(1)?).map(Owned::text),
        "line" => stream::line(number).map(Owned::text),
        "next" => match stream::line(number)? {
            end if end.is_empty() => Err(Error::new("RuntimeError", "a file was read on within a loop over its lines")),
            line => Ok(Owned::text(line)),
        },
        "left" => stream::lines_left(number).map(Owned::int),
        "write" => stream::write(number, args.text(1)?).map(Owned::int),
        "flush" => stream::flush_all().map(|()| Owned::int(0)),
        "close" => stream::close(number).map(|()| Owned::int(0)),
        "closed" => Ok(Owned::bool(stream::is_closed(number))),
        _ => Err(Error::internal(format!("nothing does '{what}' with a file"))),
    }
}

/// `np.load(path)`; element type and rank must be those that the program was compiled for.
pub fn load(args: Args) -> Result<Owned> {
    stream::flush_all()?;
    let path = args.text(0)?;
    let array = npy::load(path)?;
    check_kind(&array, args, path)?;
    Ok(Owned::Array(array))
}

pub(super) fn check_kind(array: &Array, args: Args, path: &str) -> Result<()> {
    let Some((dtype, rank)) = args.result() else { return Ok(()) };
    if array.dtype() == dtype && array.rank() == rank {
        return Ok(());
    }
    let (have, have_rank, want) = (array.dtype().numpy_name(), array.rank(), dtype.numpy_name());
    Err(Error::type_(format!(
        "'{path}' holds {have} of rank {have_rank}, but the program was compiled for {want} of rank {rank}; compile it again for this file, or save the array in that form"
    )))
}

/// A folder that is not there is an error of all ranks alike; what goes wrong while rank 0 writes is seen by it alone.
pub(super) fn check_folder(path: &str) -> Result<()> {
    let folder = std::path::Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty());
    match folder.filter(|folder| !folder.is_dir()) {
        None => Ok(()),
        Some(_) => Err(Error::os(&std::io::Error::from_raw_os_error(2), path)),
    }
}

/// `np.save(path, x)`.
pub fn save(args: Args) -> Result<Owned> {
    let (path, array) = (args.text(0)?, args.handle(1)?);
    check_folder(&npy::suffixed(path))?;
    let mut pieces = Pieces::of(array);
    if is_first() {
        npy::save(path, array.dtype(), array.shape(), &mut || pieces.next()).map_err(Error::of_one_rank)?;
    } else {
        while pieces.next()?.is_some() {}
    }
    exec::barrier()?;
    Ok(Owned::None)
}

/// `np.loadtxt(path, ...)`.
pub fn loadtxt(args: Args) -> Result<Owned> {
    read_table(args, "np.loadtxt", &reading(&args, 1, None)?)
}

/// `np.genfromtxt(path, ...)`.
pub fn genfromtxt(args: Args) -> Result<Owned> {
    let gaps = Gaps {
        filling: args.float(1)?,
        skip_footer: args.int(7)?.max(0) as usize,
        most_rows: usize::try_from(args.int(8)?).ok(),
    };
    read_table(args, "np.genfromtxt", &reading(&args, 2, Some(gaps))?)
}

/// How a table is read, by the attributes from `first`.
fn reading<'a>(args: &Args<'a>, first: usize, gaps: Option<Gaps>) -> Result<Reading<'a>> {
    Ok(Reading {
        delimiter: args.text(first)?,
        skip_rows: args.int(first + 1)?.max(0) as usize,
        comments: args.text(first + 2)?,
        columns: args.list(first + 3)?,
        least_rank: args.int(first + 4)?,
        gaps,
    })
}

fn read_table(args: Args, function: &str, reading: &Reading) -> Result<Owned> {
    stream::flush_all()?;
    let path = args.text(0)?;
    let array = with_element!(args.result_dtype()?, T => reading.load::<T>(path))?;
    let array = shared_out(array)?;
    let Some((_, rank)) = args.result() else { return Ok(Owned::Array(array)) };
    if array.rank() == rank {
        return Ok(Owned::Array(array));
    }
    let (have, shape) = (array.rank(), array.shape());
    let advice = if rank == 2 { "; pass ndmin=2 to keep both dimensions" } else { "" };
    Err(Error::value(format!(
        "'{path}' holds a table that {function} gives as rank {have} {shape:?}, but the program was compiled for rank {rank}{advice}"
    )))
}

/// The array, of which each rank keeps only its part if it is large.
pub(super) fn shared_out(array: Rc<Array>) -> Result<Rc<Array>> {
    let out = exec::create(array.dtype(), *array.shape(), Fill::Any)?;
    if !out.buffer.is_distributed() {
        return Ok(array);
    }
    exec::assign(&out, &array)?;
    Ok(out)
}

/// `np.savetxt(path, x, ...)`.
pub fn savetxt(args: Args) -> Result<Owned> {
    let (path, array) = (args.text(0)?, exec::on_first(args.handle(1)?)?);
    check_folder(path)?;
    let writing =
        Writing { format: args.text(2)?, delimiter: args.text(3)?, header: args.text(4)?, comments: args.text(5)? };
    if let Some(array) = array.filter(|_| is_first()) {
        writing.save(path, &array).map_err(Error::of_one_rank)?;
    }
    exec::barrier()?;
    Ok(Owned::None)
}

pub(in crate::ops) fn is_first() -> bool {
    rank::with(|rank| rank.number.get()) == 0
}

/// An array in pieces of its first dimension, one after another on the first rank, so that it never holds more than a few.
pub(super) struct Pieces<'a> {
    array: &'a Array,
    at: i64,
}

impl<'a> Pieces<'a> {
    pub(super) fn of(array: &'a Array) -> Pieces<'a> {
        Pieces { array, at: 0 }
    }

    /// Bytes of a piece, if a row has no more.
    const LARGEST: i64 = 16 << 20;

    /// The next piece, whole on the first rank; none behind the last. All ranks call it as often.
    pub(super) fn next(&mut self) -> Result<Option<Rc<Array>>> {
        let (array, from) = (self.array, self.at);
        if !array.buffer.is_distributed() || array.rank() == 0 {
            self.at = 1;
            return Ok((from == 0).then(|| array.with_view(array.view)));
        }
        let rows = array.shape()[0];
        if from >= rows {
            return Ok(None);
        }
        if from > 0 {
            // The others must not run ahead: what they send is kept on the first rank.
            exec::barrier()?;
        }
        let row = array.size() / rows * array.dtype().size() as i64;
        let count = (Self::LARGEST / row.max(1)).clamp(1, rows - from);
        self.at = from + count;
        let piece = array.with_view(array.view.sliced(0, from, 1, count));
        Ok(Some(exec::on_first(&piece)?.unwrap_or(piece)))
    }
}
