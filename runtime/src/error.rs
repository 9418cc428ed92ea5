//! Errors in Python's form; an error ends the whole job.

use crate::attempt;
use crate::exception::{self, Details};
use crate::library::guard;
use phylanx_abi::Site;
use std::borrow::Cow;
use std::panic::resume_unwind;

/// A Python exception: its class and its text (`str(e)`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    pub kind: Cow<'static, str>,
    pub message: String,
    /// Arguments other than the text, and where it was raised.
    pub details: Option<Box<Details>>,
}

/// What an error carries up to whoever catches it.
pub struct Raised(pub Error);

pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub fn new(kind: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Error {
        Error { kind: kind.into(), message: message.into(), details: None }
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

    /// The text that Python would print.
    pub fn traceback(&self) -> String {
        let mut text = String::new();
        if let Some(details) = &self.details {
            text += &exception::cause_text(&details.cause);
            text += "Traceback (most recent call last):\n";
            text += &details.frames.text();
        } else {
            text += "Traceback (most recent call last):\n";
        }
        text += &self.kind;
        if !self.message.is_empty() {
            text += ": ";
            text += &self.message;
        }
        text.push('\n');
        text
    }

    /// The same error with the exception that is being handled, unless it was raised before or says what it was raised from.
    fn while_handling(mut self) -> Error {
        let known =
            self.details.as_ref().is_some_and(|details| !details.frames.is_empty() || !details.cause.is_empty());
        if let (false, Some(record)) = (known, attempt::handling()) {
            self.details.get_or_insert_default().cause = format!("~{record}");
        }
        self
    }

    /// The same error, raised at a place. What was raised before and is raised again without its name has this frame
    /// already, not those that it is inlined in.
    pub fn raised_at(mut self, site: Option<&Site>) -> Error {
        let details = self.details.get_or_insert_default();
        let is_new = details.frames.is_empty() || details.renewed;
        details.renewed = false;
        // SAFETY: sites are static, and each points at the site of its caller or nowhere.
        let place = site.and_then(|site| if is_new { Some(site) } else { unsafe { site.caller.as_ref() } });
        if let Some(place) = place {
            details.frames.push(place);
        }
        self
    }

    /// The same error, with the calls that it has left since it was raised or caught last.
    pub fn with_frames(mut self) -> Error {
        self.details.get_or_insert_default().frames.take_left();
        self
    }

    /// The same error, marked as one that only this rank sees.
    pub fn of_one_rank(mut self) -> Error {
        self.details.get_or_insert_default().lonely = true;
        self
    }

    /// Whether perhaps one rank alone sees this error, so that the other ranks could not follow a handler.
    fn is_of_one_rank(&self) -> bool {
        let ours = ["ConnectionError", "SystemError", "MemoryError", "numpy._core._exceptions._ArrayMemoryError"];
        ours.contains(&&*self.kind) || self.details.as_ref().is_some_and(|details| details.lonely)
    }

    /// The error and its place in one line: `ValueError: ... (file.py, line 3)`.
    pub fn in_one_line(&self, site: Option<&Site>) -> String {
        let said = if self.message.is_empty() { self.kind.to_string() } else { self.to_string() };
        let mut frames = self.details.as_ref().map(|details| details.frames.clone()).unwrap_or_default();
        if let (true, Some(site)) = (frames.is_empty(), site) {
            frames.push(site);
        }
        match frames.place() {
            Some((file, line)) => format!("{said} ({file}, line {line})"),
            None => said,
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{}: {}", self.kind, self.message)
    }
}

/// Raises this error: to the `try` or the library call around, else the job ends, with a message on stderr and exit code 1
/// on all ranks.
///
/// # Safety
/// `site` is null or points at a static [`Site`]: its place is read when the traceback is printed.
pub unsafe fn fail(site: *const Site, error: &Error) -> ! {
    // SAFETY: by the contract.
    let site = unsafe { site.as_ref() };
    throw(error.clone().while_handling().raised_at(site))
}

/// As [`fail`], for an error that knows its place.
pub fn throw(error: Error) -> ! {
    // Nobody can follow what one rank alone sees, so nothing is unwound, which might wait for the others.
    let lonely = error.is_of_one_rank() && crate::exec::is_one_of_many();
    if guard::is_guarded() || (attempt::is_catching() && !lonely) {
        // No panic hook runs: this is no panic.
        resume_unwind(Box::new(Raised(error)));
    }
    end(&error)
}

/// Ends the job with an error that nobody catches.
pub fn end(error: &Error) -> ! {
    if error.kind != "SystemExit" {
        crate::exec::abort(&error.traceback(), 1)
    }
    let code = error.details.as_ref().and_then(|details| details.code);
    match code {
        Some(code) => crate::exec::exit(code as i32),
        // `sys.exit("text")`.
        None => {
            if crate::rank::with(|rank| rank.number.get()) == 0 {
                // The program ends already; a closed stderr changes nothing.
                let _ = crate::rank::flush_output();
                eprintln!("{}", error.message);
            }
            crate::exec::exit(1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_traceback_names_file_line_and_cause() {
        let site = Site::new(c"f.py".as_ptr(), 3, 1);
        let error = Error::index("index 10 is out of bounds for axis 0 with size 5");
        let expected = "Traceback (most recent call last):\n  File \"f.py\", line 3\nIndexError: index 10 is out of bounds for axis 0 with size 5\n";
        assert_eq!(error.raised_at(Some(&site)).traceback(), expected);
    }

    #[test]
    fn an_error_without_a_message_is_its_class() {
        let error = Error::new("AssertionError", "");
        assert_eq!(error.traceback(), "Traceback (most recent call last):\nAssertionError\n");
    }
}
