//! Tracebacks: the frames of an exception are gathered as it unwinds, and become text only when it is printed.
//!
//! Where an exception is raised, the place is known; each call of the program that it leaves adds its own ([`phx_add_frame`]).

mod carets;

use carets::Part;
use phylanx_abi::Site;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::{CStr, c_char};
use std::fmt::Write;

/// So many equal frames in a row are printed; the rest are counted.
const REPEATED: usize = 3;

/// Frames from the innermost to the outermost: addresses of static sites, each with the calls it is inlined in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Frames(Vec<usize>);

thread_local! {
    /// Calls that the exception in flight has left.
    static LEFT: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// A call of the program is left by an exception.
///
/// # Safety
/// `site` is valid and static.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn phx_add_frame(site: *const Site) {
    LEFT.with_borrow_mut(|left| left.push(site as usize));
}

impl Frames {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds the place of an op, and of the calls that it is inlined in.
    pub fn push(&mut self, site: &Site) {
        self.0.push(std::ptr::from_ref(site) as usize);
    }

    /// Adds the calls that the exception has left since it was raised or caught.
    pub fn take_left(&mut self) {
        LEFT.with_borrow_mut(|left| self.0.append(left));
    }

    /// As text that [`Frames::parse`] reads, in this process.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for site in &self.0 {
            let _ = write!(text, "{site:x},");
        }
        text
    }

    /// Frames from their text.
    pub fn parse(text: &str) -> Frames {
        Frames(text.split(',').filter_map(|site| usize::from_str_radix(site, 16).ok()).collect())
    }

    /// The innermost place: file and line.
    pub fn place(&self) -> Option<(Cow<'static, str>, u32)> {
        self.lines().into_iter().next().map(|line| (line.file, line.number))
    }

    /// All places in the user's files: file, line and function, the innermost first.
    pub fn places(&self) -> Vec<(String, u32, Option<String>)> {
        let place = |line: Line| (line.file.into_owned(), line.number, line.function.map(Cow::into_owned));
        self.lines().into_iter().filter(|line| line.file != UNKNOWN).map(place).collect()
    }

    /// The frames as Python prints them, the outermost first.
    pub fn text(&self) -> String {
        let lines = self.lines();
        let mut sources = Sources::default();
        let mut text = String::new();
        let mut rest = lines.iter().rev().peekable();
        while let Some(line) = rest.next() {
            text += &line.text(&mut sources);
            let mut count = 1;
            while let Some(next) = rest.next_if(|next| next.is_again(line)) {
                count += 1;
                if count <= REPEATED {
                    text += &next.text(&mut sources);
                }
            }
            if count > REPEATED {
                let more = count - REPEATED;
                let _ =
                    writeln!(text, "  [Previous line repeated {more} more time{}]", if more == 1 { "" } else { "s" });
            }
        }
        text
    }

    /// All frames in the user's files, from the innermost to the outermost; a place that is nowhere if there are none.
    fn lines(&self) -> Vec<Line> {
        let mut found = Vec::new();
        for &site in &self.0 {
            let mut next = site as *const Site;
            // SAFETY: sites are static, and each points at the site of its caller or nowhere.
            while let Some(site) = unsafe { next.as_ref() } {
                found.push(Line::of(site));
                next = site.caller;
            }
        }
        let known = found.iter().filter(|line| line.file != UNKNOWN).cloned().collect::<Vec<_>>();
        if known.is_empty() { found.into_iter().take(1).collect() } else { known }
    }
}

/// What stands for the file of code that is in none.
const UNKNOWN: &str = "<unknown>";

/// A frame of a traceback.
#[derive(Clone)]
struct Line {
    file: Cow<'static, str>,
    number: u32,
    part: Part,
    function: Option<Cow<'static, str>>,
}

impl Line {
    fn of(site: &Site) -> Line {
        let file = text(site.file).unwrap_or(Cow::Borrowed(UNKNOWN));
        let part = Part { line: site.line, column: site.column, end_line: site.end_line, end_column: site.end_column };
        Line { file, number: site.line, part, function: text(site.function) }
    }

    /// Whether Python counts this as the same frame again, whatever part of the line it is.
    fn is_again(&self, other: &Line) -> bool {
        (&self.file, self.number, &self.function) == (&other.file, other.number, &other.function)
    }

    fn text(&self, sources: &mut Sources) -> String {
        let mut text = format!("  File \"{}\", line {}", self.file, self.number);
        if let Some(function) = &self.function {
            let _ = write!(text, ", in {function}");
        }
        text.push('\n');
        if let Some(source) = sources.line(&self.file, self.number) {
            let _ = writeln!(text, "    {}", source.trim());
            if let Some(marks) = carets::marks(self.part, source) {
                let _ = writeln!(text, "    {marks}");
            }
        }
        text
    }
}

/// The lines of source files, read as far as they are there.
#[derive(Default)]
struct Sources(HashMap<String, Vec<String>>);

impl Sources {
    fn line(&mut self, file: &str, number: u32) -> Option<&str> {
        let lines = self.0.entry(file.to_string()).or_insert_with(|| {
            let text = std::fs::read_to_string(file).unwrap_or_default();
            text.lines().map(str::to_string).collect()
        });
        let line = lines.get((number as usize).checked_sub(1)?)?;
        (!line.trim().is_empty()).then_some(line)
    }
}

fn text(at: *const c_char) -> Option<Cow<'static, str>> {
    // SAFETY: texts of a site are static and NUL-terminated.
    (!at.is_null()).then(|| unsafe { CStr::from_ptr(at) }.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(line: u32, function: &'static CStr, caller: *const Site) -> &'static Site {
        let site = Site { function: function.as_ptr(), caller, ..Site::new(c"no such.py".as_ptr(), line, 1) };
        Box::leak(Box::new(site))
    }

    #[test]
    fn frames_are_printed_from_the_outermost_inlined_calls_among_them() {
        let main = site(9, c"<module>", std::ptr::null());
        let mut frames = Frames::default();
        frames.push(site(3, c"f", site(5, c"g", std::ptr::null())));
        // SAFETY: the site is static.
        unsafe { phx_add_frame(main) };
        frames.take_left();
        let text = "  File \"no such.py\", line 9, in <module>\n  File \"no such.py\", line 5, in g\n  File \"no such.py\", line 3, in f\n";
        assert_eq!(frames.text(), text);
        assert_eq!(Frames::parse(&frames.to_text()), frames);
        assert_eq!(frames.place(), Some(("no such.py".into(), 3)));
    }

    #[test]
    fn equal_frames_are_counted() {
        let mut frames = Frames::default();
        let again = site(2, c"f", std::ptr::null());
        (0..5).for_each(|_| frames.push(again));
        let text = frames.text();
        assert_eq!(text.matches("line 2, in f").count(), 3);
        assert!(text.ends_with("  [Previous line repeated 2 more times]\n"), "{text}");
    }

    #[test]
    fn code_of_no_file_is_not_shown() {
        let mut frames = Frames::default();
        let nowhere = Site { ..Site::new(c"<unknown>".as_ptr(), 0, 0) };
        frames.push(Box::leak(Box::new(nowhere)));
        frames.push(site(4, c"f", std::ptr::null()));
        assert_eq!(frames.text(), "  File \"no such.py\", line 4, in f\n");
    }
}
