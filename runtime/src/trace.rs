//! `PHYLANX_TRACE=out.json`: one Chrome trace of all ranks and threads, which Perfetto opens: tasks with their Python lines, messages as arrows.
//!
//! Off, it costs a test of a pointer for each piece of work. Each rank notes its events; rank 0 writes them all at the end.

use crate::comm::Messenger;
use phylanx_abi::TaskDesc;
use std::ffi::CStr;
use std::fmt::Write;
use std::sync::Mutex;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// The events of one rank.
pub struct Trace {
    path: String,
    rank: usize,
    /// Microseconds since 1970 when `begin` was: clocks of one machine agree, those of several nearly.
    origin: f64,
    begin: Instant,
    /// Lines of JSON, each with a comma before it.
    events: Mutex<String>,
}

impl Trace {
    /// A trace of this rank, if the environment asks for one.
    pub fn wanted(rank: usize) -> Option<Trace> {
        let path = std::env::var("PHYLANX_TRACE").ok().filter(|path| !path.is_empty())?;
        let origin = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs_f64() * 1e6;
        Some(Trace { path, rank, origin, begin: Instant::now(), events: Mutex::new(String::new()) })
    }

    /// Runs a piece of a task and notes its time, on the track of the thread that ran it.
    pub fn piece<T>(&self, desc: &TaskDesc, piece: impl FnOnce() -> T) -> T {
        let start = self.now();
        let result = piece();
        // SAFETY: names and files of descriptions are static, NUL-terminated text.
        let (name, file) = unsafe { (text(desc.name), text(desc.site.file)) };
        self.span(&name, &format!("\"line\":\"{}:{}\"", escaped(&file), desc.site.line), start);
        result
    }

    /// Notes what went on from `start` until now.
    pub fn span(&self, name: &str, args: &str, start: f64) {
        let (duration, thread) = (self.now() - start, thread());
        self.note(format_args!(
            "{{\"ph\":\"X\",\"pid\":{},\"tid\":{thread},\"ts\":{start:.3},\"dur\":{duration:.3},\"name\":\"{}\",\"args\":{{{args}}}}}",
            self.rank,
            escaped(name)
        ));
    }

    /// The present time of the trace, in microseconds.
    pub fn now(&self) -> f64 {
        self.origin + self.begin.elapsed().as_nanos() as f64 / 1e3
    }

    /// Notes a message that leaves for another rank.
    pub fn send(&self, to: usize, tag: u64, bytes: usize) {
        let (start, args) = (self.now(), format!("\"to\":{to},\"bytes\":{bytes}"));
        self.span("send", &args, start);
        self.flow('s', self.rank, to, tag, start);
    }

    /// Notes a message that has come; waiting for it began at `start`.
    pub fn receive(&self, from: usize, tag: u64, start: f64) {
        self.span("wait", &format!("\"from\":{from}"), start);
        self.flow('f', from, self.rank, tag, self.now());
    }

    fn flow(&self, phase: char, from: usize, to: usize, tag: u64, at: f64) {
        let end = if phase == 'f' { ",\"bp\":\"e\"" } else { "" };
        self.note(format_args!(
            "{{\"ph\":\"{phase}\",\"cat\":\"message\",\"name\":\"message\",\"id\":\"{from}-{to}-{tag}\",\"pid\":{},\"tid\":{},\
             \"ts\":{at:.3}{end}}}",
            self.rank,
            thread()
        ));
    }

    fn note(&self, event: std::fmt::Arguments) {
        if let Ok(mut events) = self.events.lock() {
            // Writing to a string does not fail.
            let _ = write!(events, ",\n{event}");
        }
    }

    /// Brings the events of all ranks together and writes the file, on rank 0; gives the error, if any, as a sentence.
    pub fn finish(&self, messenger: &mut Messenger) -> Result<(), String> {
        let mine = self.events.lock().map(|events| events.clone()).unwrap_or_default();
        let all = messenger.gather(mine.as_bytes()).map_err(|error| error.to_string())?;
        if self.rank > 0 {
            return Ok(());
        }
        let mut text = String::from("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[");
        for rank in 0..all.len() {
            let comma = if rank > 0 { ",\n" } else { "" };
            text += &format!(
                "{comma}{{\"ph\":\"M\",\"pid\":{rank},\"name\":\"process_name\",\"args\":{{\"name\":\"rank {rank}\"}}}}"
            );
        }
        all.iter().for_each(|events| text += &String::from_utf8_lossy(events));
        text += "]}\n";
        std::fs::write(&self.path, text).map_err(|cause| format!("cannot write the trace '{}': {cause}", self.path))
    }
}

/// Number of the thread within its rank: 0 runs the script, workers follow.
fn thread() -> usize {
    rayon::current_thread_index().map_or(0, |worker| worker + 1)
}

/// # Safety
/// `text` is null or points at static, NUL-terminated text.
unsafe fn text(text: *const std::ffi::c_char) -> String {
    if text.is_null() {
        return String::new();
    }
    // SAFETY: by the contract.
    unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned()
}

/// The inside of a JSON string.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if (c as u32) < 32 => out += &format!("\\u{:04x}", c as u32),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_for_json() {
        assert_eq!(escaped("a\"b\\c\nd"), "a\\\"b\\\\c\\u000ad");
    }
}
