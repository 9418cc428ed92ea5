//! Runs a program with a time limit; none outlives its test.

use std::io::{Read, Write};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a program did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Exit code; minus the signal's number when a signal ended it.
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
    /// Whether it was stopped at the time limit.
    pub timed_out: bool,
}

/// Runs a command to its end, with `input` on stdin.
///
/// # Panics
/// When the program cannot be started.
pub fn run(command: &mut Command, input: &str, limit: Duration) -> Ended {
    // A group of its own, so that what the program started can be ended with it.
    command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    let mut stdin = child.stdin.take().expect("piped");
    let input = input.to_string();
    let feed = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let stdout = drain(child.stdout.take().expect("piped"));
    let stderr = drain(child.stderr.take().expect("piped"));
    let deadline = Instant::now() + limit;
    let mut pause = Duration::from_millis(1);
    let mut timed_out = false;
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            break status;
        }
        if Instant::now() > deadline && !timed_out {
            timed_out = true;
            end_group(child.id());
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    };
    let _ = feed.join();
    Ended {
        code: status.code().unwrap_or_else(|| -status.signal().unwrap_or(0)),
        stdout: stdout.join().unwrap_or_default(),
        stderr: stderr.join().unwrap_or_default(),
        timed_out,
    }
}

fn drain(mut from: impl Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = from.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn end_group(leader: u32) {
    let _ = Command::new("kill").args(["-9", "--", &format!("-{leader}")]).status();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_and_exit_code_are_kept() {
        let ended = run(Command::new("sh").args(["-c", "cat; echo e >&2; exit 3"]), "hello", Duration::from_secs(10));
        assert_eq!((ended.code, ended.stdout.as_str(), ended.stderr.as_str()), (3, "hello", "e\n"));
    }

    #[test]
    fn a_program_past_its_limit_is_ended_with_its_children() {
        let ended = run(Command::new("sh").args(["-c", "sleep 60 & sleep 60"]), "", Duration::from_millis(100));
        assert!(ended.timed_out && ended.code == -9, "{ended:?}");
    }
}
