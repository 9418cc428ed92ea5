//! What compiled code prints goes through `sys.stdout`, where the session may have put something of its own.

use pyo3::prelude::*;
use std::io::{Error, LineWriter, Result, Write};

struct Stdout;

/// A writer to `sys.stdout`, line by line.
pub fn stdout() -> Box<dyn Write> {
    Box::new(LineWriter::new(Stdout))
}

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        let done = Python::attach(|py| -> PyResult<()> {
            py.import("sys")?.getattr("stdout")?.call_method1("write", (&*text,)).map(drop)
        });
        done.map(|()| bytes.len()).map_err(|error| Error::other(error.to_string()))
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
