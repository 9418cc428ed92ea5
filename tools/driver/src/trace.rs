//! What a trace says, in a few lines: how busy each rank was, which tasks took longest, what was sent.

use crate::failure::{Failure, Outcome};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Tasks that the summary names.
const SHOWN: usize = 15;

#[derive(Default)]
struct Summary {
    /// First start and last end, in microseconds.
    span: Option<(f64, f64)>,
    /// Busy microseconds by rank and thread.
    tracks: BTreeMap<(i64, i64), f64>,
    /// Count and microseconds by name.
    tasks: BTreeMap<String, (u64, f64)>,
    /// Arrows that begin, one per message.
    messages: u64,
    bytes: f64,
}

/// Summary of a trace in Chrome's JSON form, as the runtime writes it.
///
/// # Errors
/// Text that is no trace.
pub fn summarize(name: &str, text: &str) -> Outcome<String> {
    let wrong = |why: String| Failure::User(format!("{name}: error: not a trace: {why}"));
    let trace: Value = serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
    let events = trace.get("traceEvents").unwrap_or(&trace).as_array();
    let events = events.ok_or_else(|| wrong("no list of events".into()))?;
    let mut summary = Summary::default();
    events.iter().for_each(|event| summary.add(event));
    Ok(summary.text())
}

impl Summary {
    fn add(&mut self, event: &Value) {
        let number = |key: &str| event[key].as_f64().unwrap_or(0.0);
        match event["ph"].as_str() {
            Some("X") => self.add_task(event, number("ts"), number("dur")),
            Some("s") => {
                self.messages += 1;
                self.bytes += event["args"]["bytes"].as_f64().unwrap_or(0.0);
            }
            _ => {}
        }
    }

    fn add_task(&mut self, event: &Value, start: f64, duration: f64) {
        let (first, last) = self.span.unwrap_or((start, start));
        self.span = Some((first.min(start), last.max(start + duration)));
        let track = (event["pid"].as_i64().unwrap_or(0), event["tid"].as_i64().unwrap_or(0));
        *self.tracks.entry(track).or_default() += duration;
        let task = self.tasks.entry(event["name"].as_str().unwrap_or("?").to_string()).or_default();
        task.0 += 1;
        task.1 += duration;
    }

    fn text(&self) -> String {
        let (first, last) = self.span.unwrap_or_default();
        let total = last - first;
        let mut text = format!("{:.3} ms from the first task to the end of the last\n", total / 1e3);
        for ((rank, thread), busy) in &self.tracks {
            let share = if total > 0.0 { 100.0 * busy / total } else { 0.0 };
            let _ = writeln!(text, "rank {rank} thread {thread}: busy {:.3} ms ({share:.1}%)", busy / 1e3);
        }
        let _ = writeln!(text, "messages: {} ({:.0} bytes)", self.messages, self.bytes);
        let mut tasks: Vec<(&String, &(u64, f64))> = self.tasks.iter().collect();
        tasks.sort_by(|a, b| b.1.1.total_cmp(&a.1.1));
        for (name, (count, duration)) in tasks.into_iter().take(SHOWN) {
            let _ = writeln!(text, "{:10.3} ms  {count:7}x  {name}", duration / 1e3);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_tracks_and_messages_are_added_up() {
        let text = r#"{"traceEvents": [
            {"ph": "X", "name": "a", "ts": 0, "dur": 1000, "pid": 0, "tid": 0},
            {"ph": "X", "name": "b", "ts": 1000, "dur": 3000, "pid": 1, "tid": 0},
            {"ph": "s", "name": "m", "ts": 1, "args": {"bytes": 80}},
            {"ph": "M", "name": "process_name"}]}"#;
        let wanted = "4.000 ms from the first task to the end of the last\nrank 0 thread 0: busy 1.000 ms (25.0%)\n\
            rank 1 thread 0: busy 3.000 ms (75.0%)\nmessages: 1 (80 bytes)\n     3.000 ms        1x  b\n     1.000 ms        1x  a\n";
        assert_eq!(summarize("t.json", text).unwrap(), wanted);
        assert_eq!(summarize("t.json", "{").unwrap_err().exit_code(), 1);
    }
}
