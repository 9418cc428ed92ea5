//! Files that a program opens: text read and written line by line.
//!
//! The first rank alone touches the disk. What it reads goes to all ranks; what it writes is there for whoever opens the file
//! next, because opening writes out all that is buffered.

use crate::error::{Error, Result};
use crate::exec;
use crate::rank;
use std::cell::RefCell;
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};

/// What a file was opened for.
enum Side {
    /// The whole text, and how far it has been read.
    Read { text: String, at: usize },
    /// On the first rank the file, elsewhere nothing.
    Write(Option<BufWriter<File>>),
}

struct Stream {
    path: String,
    side: Side,
}

thread_local! {
    /// Open files by number; a closed one leaves its place empty.
    static STREAMS: RefCell<Vec<Option<Stream>>> = const { RefCell::new(Vec::new()) };
}

/// Opens a file; gives its number.
///
/// # Errors
/// As Python's `open`.
pub fn open(path: &str, mode: &str) -> Result<i64> {
    let side = match mode {
        "r" => Side::Read { text: read_everywhere(path)?, at: 0 },
        _ => Side::Write(open_to_write(path, mode)?),
    };
    Ok(STREAMS.with_borrow_mut(|streams| {
        let stream = Some(Stream { path: path.to_string(), side });
        match streams.iter().position(Option::is_none) {
            Some(free) => {
                streams[free] = stream;
                free as i64
            }
            None => {
                streams.push(stream);
                streams.len() as i64 - 1
            }
        }
    }))
}

fn is_first() -> bool {
    rank::with(|rank| rank.number.get()) == 0
}

fn open_to_write(path: &str, mode: &str) -> Result<Option<BufWriter<File>>> {
    let mut file = None;
    let mut done = flush_all();
    if is_first() && done.is_ok() {
        let mut options = OpenOptions::new();
        match mode {
            "a" => options.append(true).create(true),
            "x" => options.write(true).create_new(true),
            _ => options.write(true).create(true).truncate(true),
        };
        match options.open(path) {
            Ok(opened) => file = Some(BufWriter::with_capacity(64 * 1024, opened)),
            Err(cause) => done = Err(Error::os(&cause, path)),
        }
    }
    exec::agree_on(done)?;
    Ok(file)
}

/// The text of a file, read once.
fn read_everywhere(path: &str) -> Result<String> {
    let read = || -> Result<String> {
        flush_all()?;
        let bytes = std::fs::read(path).map_err(|cause| Error::os(&cause, path))?;
        match String::from_utf8(bytes) {
            Ok(text) if text.contains('\r') => Ok(text.replace("\r\n", "\n").replace('\r', "\n")),
            Ok(text) => Ok(text),
            Err(error) => Err(undecodable(&error)),
        }
    };
    if !exec::is_one_of_many() {
        return read();
    }
    let (text, done) = match is_first().then(read) {
        Some(Ok(text)) => (text, Ok(())),
        Some(Err(error)) => (String::new(), Err(error)),
        None => (String::new(), Ok(())),
    };
    exec::agree_on(done)?;
    let bytes = exec::from_first(text.into_bytes())?;
    String::from_utf8(bytes).map_err(|_| Error::internal("a broadcast changed its text"))
}

fn undecodable(error: &std::string::FromUtf8Error) -> Error {
    let at = error.utf8_error().valid_up_to();
    let byte = error.as_bytes().get(at).copied().unwrap_or(0);
    let why = if error.utf8_error().error_len().is_none() {
        "unexpected end of data"
    } else if (0xC2..0xF5).contains(&byte) {
        "invalid continuation byte"
    } else {
        "invalid start byte"
    };
    let message = format!("'utf-8' codec can't decode byte 0x{byte:02x} in position {at}: {why}");
    Error::new("UnicodeDecodeError", message)
}

fn with_stream<T>(number: i64, use_stream: impl FnOnce(&mut Stream) -> Result<T>) -> Result<T> {
    STREAMS.with_borrow_mut(|streams| {
        let stream = usize::try_from(number).ok().and_then(|at| streams.get_mut(at)).and_then(Option::as_mut);
        stream.map_or_else(|| Err(Error::value("I/O operation on closed file.")), use_stream)
    })
}

fn with_text<T>(number: i64, use_text: impl FnOnce(&str, &mut usize) -> T) -> Result<T> {
    with_stream(number, |stream| match &mut stream.side {
        Side::Read { text, at } => Ok(use_text(text, at)),
        Side::Write(_) => Err(Error::new("io.UnsupportedOperation", "not readable")),
    })
}

/// The next `count` characters; all that are left for a negative count.
///
/// # Errors
/// The file is closed, or open for writing.
pub fn read(number: i64, count: i64) -> Result<String> {
    with_text(number, |text, at| {
        let rest = &text[*at..];
        let end = match usize::try_from(count) {
            Ok(count) => rest.char_indices().nth(count).map_or(rest.len(), |(end, _)| end),
            Err(_) => rest.len(),
        };
        *at += end;
        rest[..end].to_string()
    })
}

/// The next line with its end; empty behind the last.
///
/// # Errors
/// As for [`read`].
pub fn line(number: i64) -> Result<String> {
    with_text(number, |text, at| {
        let rest = &text[*at..];
        let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
        *at += end;
        rest[..end].to_string()
    })
}

/// Number of lines that are left.
///
/// # Errors
/// As for [`read`].
pub fn lines_left(number: i64) -> Result<i64> {
    with_text(number, |text, at| {
        let rest = &text[*at..];
        (rest.matches('\n').count() + usize::from(!rest.is_empty() && !rest.ends_with('\n'))) as i64
    })
}

/// Writes text; gives the number of its characters.
///
/// # Errors
/// The file is closed or open for reading, or the disk refuses.
pub fn write(number: i64, text: &str) -> Result<i64> {
    with_stream(number, |stream| {
        let Side::Write(file) = &mut stream.side else {
            return Err(Error::new("io.UnsupportedOperation", "not writable"));
        };
        if let Some(file) = file {
            file.write_all(text.as_bytes()).map_err(|cause| Error::os(&cause, &stream.path).of_one_rank())?;
        }
        Ok(text.chars().count() as i64)
    })
}

/// Closes a file; closing twice does nothing.
///
/// # Errors
/// What was buffered cannot be written.
pub fn close(number: i64) -> Result<()> {
    let stream = STREAMS.with_borrow_mut(|streams| {
        usize::try_from(number).ok().and_then(|at| streams.get_mut(at)).and_then(Option::take)
    });
    let Some(Stream { path, side: Side::Write(Some(mut file)) }) = stream else { return Ok(()) };
    file.flush().map_err(|cause| Error::os(&cause, &path).of_one_rank())
}

/// Whether a file has been closed.
pub fn is_closed(number: i64) -> bool {
    with_stream(number, |_| Ok(())).is_err()
}

/// Writes out what is buffered for any file.
///
/// # Errors
/// The first failure.
pub fn flush_all() -> Result<()> {
    STREAMS.with_borrow_mut(|streams| {
        streams.iter_mut().flatten().try_for_each(|stream| match &mut stream.side {
            Side::Write(Some(file)) => file.flush().map_err(|cause| Error::os(&cause, &stream.path).of_one_rank()),
            _ => Ok(()),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_line_by_line() {
        let path = std::env::temp_dir().join(format!("phylanx-stream-{}.txt", std::process::id()));
        let path = path.to_string_lossy();
        let out = open(&path, "w").expect("a file");
        assert_eq!(write(out, "é\nb"), Ok(3));
        assert!(read(out, -1).is_err_and(|error| error.kind == "io.UnsupportedOperation"));
        // Not closed: opening writes out what is buffered.
        let read_back = open(&path, "r").expect("a file");
        assert_eq!((lines_left(read_back), line(read_back)), (Ok(2), Ok("é\n".into())));
        assert_eq!((read(read_back, 5), line(read_back)), (Ok("b".into()), Ok(String::new())));
        assert!(close(out).is_ok() && close(out).is_ok() && is_closed(out));
        assert!(write(out, "x").is_err_and(|error| error.kind == "ValueError"));
        assert!(close(read_back).is_ok() && std::fs::remove_file(&*path).is_ok());
        assert!(open(&path, "r").is_err_and(|error| error.kind == "FileNotFoundError"));
    }
}
