//! Errors in Python's form; an error ends the whole job.

use crate::library::guard;
use phylanx_abi::Site;
use std::borrow::Cow;
use std::ffi::CStr;

/// A Python exception: its class and its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    pub kind: Cow<'static, str>,
    pub message: String,
}

pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub fn new(kind: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Error {
        Error { kind: kind.into(), message: message.into() }
    }

    pub fn value(message: impl Into<String>) -> Error {
        Error::new("ValueError", message)
    }

    pub fn index(message: impl Into<String>) -> Error {
        Error::new("IndexError", message)
    }

    pub fn type_(message: impl Into<String>) -> Error {
        Error::new("TypeError", message)
    }

    /// A broken contract between compiler and runtime: our fault, never the user's.
    pub fn internal(message: impl Into<String>) -> Error {
        Error::new("SystemError", format!("internal error of the runtime: {}", message.into()))
    }

    /// An operating system error about a file, as Python words it.
    pub fn os(cause: &std::io::Error, path: &str) -> Error {
        let kind = match cause.kind() {
            std::io::ErrorKind::NotFound => "FileNotFoundError",
            std::io::ErrorKind::PermissionDenied => "PermissionError",
            std::io::ErrorKind::IsADirectory => "IsADirectoryError",
            std::io::ErrorKind::NotADirectory => "NotADirectoryError",
            std::io::ErrorKind::AlreadyExists => "FileExistsError",
            std::io::ErrorKind::BrokenPipe => "BrokenPipeError",
            _ => "OSError",
        };
        let text = cause.to_string();
        let text = text.split(" (os error").next().unwrap_or_default();
        match cause.raw_os_error() {
            Some(code) => Error::new(kind, format!("[Errno {code}] {text}: '{path}'")),
            None => Error::new(kind, format!("{text}: '{path}'")),
        }
    }

    /// The text that Python would print, with a line for the place if it is known.
    pub fn traceback(&self, site: Option<&Site>) -> String {
        let mut text = String::from("Traceback (most recent call last):\n");
        if let Some(site) = site {
            text += &format!("  File \"{}\", line {}\n", site_file(site), site.line);
        }
        text += &self.kind;
        if !self.message.is_empty() {
            text += ": ";
            text += &self.message;
        }
        text.push('\n');
        text
    }

    /// The error and its place in one line: `ValueError: ... (file.py, line 3)`.
    pub fn in_one_line(&self, site: Option<&Site>) -> String {
        let said = if self.message.is_empty() { self.kind.to_string() } else { self.to_string() };
        match site {
            Some(site) => format!("{said} ({}, line {})", site_file(site), site.line),
            None => said,
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{}: {}", self.kind, self.message)
    }
}

/// Ends the job with this error: message on stderr, exit code 1 on all ranks. In a library call only the call ends.
///
/// # Safety
/// `site` is null or points at a [`Site`] with a valid file name.
pub unsafe fn fail(site: *const Site, error: &Error) -> ! {
    // SAFETY: by the contract.
    let site = unsafe { site.as_ref() };
    if guard::is_guarded() {
        guard::leave(error.in_one_line(site));
    }
    crate::exec::abort(&error.traceback(site), 1)
}

fn site_file(site: &Site) -> Cow<'_, str> {
    if site.file.is_null() {
        return Cow::Borrowed("<unknown>");
    }
    // SAFETY: the file name of a site is static, NUL-terminated text.
    unsafe { CStr::from_ptr(site.file) }.to_string_lossy()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_traceback_names_file_line_and_cause() {
        let site = Site { file: c"f.py".as_ptr(), line: 3, column: 1 };
        let error = Error::index("index 10 is out of bounds for axis 0 with size 5");
        let expected = "Traceback (most recent call last):\n  File \"f.py\", line 3\nIndexError: index 10 is out of bounds for axis 0 with size 5\n";
        assert_eq!(error.traceback(Some(&site)), expected);
    }

    #[test]
    fn an_error_without_a_message_is_its_class() {
        let error = Error::new("AssertionError", "");
        assert_eq!(error.traceback(None), "Traceback (most recent call last):\nAssertionError\n");
    }
}
