//! Whole programs, started as users start them: this test program plays the compiled program when it finds its part in the environment.

mod kernels;

use kernels::{exchanged, spawn, stencil, task};
use phylanx_abi::{DType, Layout};
use phylanx_runtime::array::{Array, Dims};
use phylanx_runtime::error::{self, Error};
use phylanx_runtime::{exec, launch, rank};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Names the program that a child process is to play.
const PART: &str = "PHYLANX_TEST_PART";

fn main_of_part(part: &str) -> unsafe extern "C-unwind" fn() {
    match part {
        "hello" => hello,
        "error everywhere" => error_everywhere,
        "error on one" => error_on_one,
        "wait" => wait,
        "exit code" => exit_code,
        "traced" => traced,
        _ => panic!("no such part: {part}"),
    }
}

unsafe extern "C-unwind" fn hello() {
    exec::barrier().expect("all here");
    rank::with(|rank| {
        if rank.number.get() == 0 {
            writeln!(rank.output.borrow_mut(), "hello from {} ranks", rank.count.get()).expect("written");
        }
    });
}

unsafe extern "C-unwind" fn error_everywhere() {
    let site: &phylanx_abi::Site = Box::leak(Box::new(phylanx_abi::Site::new(c"script.py".as_ptr(), 7, 1)));
    // SAFETY: the site is valid.
    unsafe { error::fail(site, &Error::value("bad value")) }
}

unsafe extern "C-unwind" fn error_on_one() {
    if rank::with(|rank| rank.number.get()) == 1 {
        // SAFETY: as above.
        unsafe { error_everywhere() }
    }
    exec::barrier().expect("ended before");
}

unsafe extern "C-unwind" fn wait() {
    let line = rank::with(|rank| format!("rank {} is process {}\n", rank.number.get(), std::process::id()));
    // In one piece, because three ranks write to one pipe.
    std::io::stderr().write_all(line.as_bytes()).expect("written");
    if rank::with(|rank| rank.number.get()) == 0 {
        loop {
            std::thread::sleep(Duration::from_secs(1));
        }
    }
    exec::barrier().expect("killed before");
}

unsafe extern "C-unwind" fn exit_code() {
    exec::exit(5)
}

/// A shifted sum over two rows of blocks, whose edges travel.
unsafe extern "C-unwind" fn traced() {
    let u = Array::from_elements(&vec![1.0; 96 * 1024], Dims::from([96, 1024])).expect("memory");
    let u = exchanged(&u, "rows", &[], &[]);
    let (up, down) = (u.with_view(u.view.sliced(0, 0, 1, 95)), u.with_view(u.view.sliced(0, 1, 1, 95)));
    let mut desc = task(stencil, &[(DType::F64, 2); 5], 2);
    desc.layout = Layout::Rows as u32;
    spawn(Box::leak(Box::new(desc)), &[&up, &down, &up, &down, &up]);
}

/// Plays a part in a child process; a test of its own so that the harness starts it by name.
#[test]
fn part() {
    if let Ok(part) = std::env::var(PART) {
        // SAFETY: no arguments; the parts are functions of the right type.
        std::process::exit(unsafe { launch::run(0, std::ptr::null(), main_of_part(&part)) });
    }
}

fn program(part: &str) -> Command {
    with_arguments(Command::new(this()), part)
}

fn this() -> PathBuf {
    std::env::current_exe().expect("a path")
}

fn with_arguments(mut command: Command, part: &str) -> Command {
    command.args(["--exact", "part", "--nocapture", "--test-threads", "1"]).env(PART, part).stdin(Stdio::null());
    command
}

fn mpirun(ranks: &str, part: &str) -> Command {
    let built = Command::new(env!("CARGO")).args(["build", "--quiet", "-p", "phylanx-mpi"]).status().expect("cargo");
    assert!(built.success());
    let mut command = Command::new("mpirun");
    command.args(["--allow-run-as-root", "--oversubscribe", "-n", ranks]).arg(this());
    command.env("PHYLANX_MPI_LIB", this().ancestors().nth(2).expect("target/debug").join("libphylanx_mpi.so"));
    with_arguments(command, part)
}

fn run(mut command: Command) -> (Output, String, String, Duration) {
    let start = Instant::now();
    let output = command.output().expect("starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.clone(), text(&output.stdout), text(&output.stderr), start.elapsed())
}

#[test]
fn a_program_runs_alone_on_local_ranks_and_under_a_launcher() {
    let mut local = program("hello");
    local.env("PHYLANX_RANKS", "3");
    for (command, ranks) in [(program("hello"), 1), (local, 3), (mpirun("2", "hello"), 2)] {
        let (output, out, err, _) = run(command);
        assert!(output.status.success(), "{err}");
        assert_eq!(out.matches(&format!("hello from {ranks} ranks")).count(), 1, "{out}");
    }
}

#[test]
fn an_error_that_all_ranks_meet_is_reported_once() {
    let mut local = program("error everywhere");
    local.env("PHYLANX_RANKS", "3");
    for command in [local, mpirun("3", "error everywhere")] {
        let (output, _, err, _) = run(command);
        assert_eq!(output.status.code(), Some(1), "{err}");
        assert_eq!(err.matches("ValueError: bad value").count(), 1, "{err}");
        assert!(err.contains("rank 0") && err.contains("File \"script.py\", line 7"), "{err}");
    }
}

#[test]
fn an_error_on_one_rank_ends_all_within_seconds() {
    let mut local = program("error on one");
    local.env("PHYLANX_RANKS", "3");
    for command in [local, mpirun("3", "error on one")] {
        let (output, _, err, took) = run(command);
        assert_eq!(output.status.code(), Some(1), "{err}");
        assert!(err.contains("rank 1") && err.contains("ValueError: bad value"), "{err}");
        assert!(took < Duration::from_secs(30), "{took:?}");
    }
}

#[test]
fn an_exit_code_is_that_of_the_job() {
    let mut local = program("exit code");
    local.env("PHYLANX_RANKS", "2");
    for command in [program("exit code"), local, mpirun("2", "exit code")] {
        assert_eq!(run(command).0.status.code(), Some(5));
    }
}

#[test]
fn a_bad_number_of_ranks_is_refused() {
    let mut command = program("hello");
    command.env("PHYLANX_RANKS", "many");
    let (output, _, err, _) = run(command);
    assert_eq!(output.status.code(), Some(1));
    assert!(err.contains("PHYLANX_RANKS must be a number of ranks from 1 to 1024, found 'many'"), "{err}");
}

#[test]
fn a_killed_rank_ends_the_job_within_five_seconds() {
    use std::io::{BufRead, BufReader};
    let mut job = mpirun("3", "wait").stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("starts");
    let mut lines = BufReader::new(job.stderr.take().expect("piped")).lines().map_while(Result::ok);
    let process =
        lines.find_map(|line| line.split("rank 1 is process ").nth(1).map(str::to_owned)).expect("rank 1 reports");
    let start = Instant::now();
    assert!(Command::new("kill").args(["-9", process.trim()]).status().expect("kill").success());
    let status = job.wait().expect("ends");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert!(!status.success());
    let rest: Vec<String> = lines.collect();
    assert!(rest.iter().any(|line| line.contains("exited on signal 9")), "{rest:?}");
}

#[test]
fn a_trace_has_the_tasks_and_messages_of_all_ranks() {
    let path = std::env::temp_dir().join(format!("phylanx-trace-{}.json", std::process::id()));
    let mut command = program("traced");
    command.env("PHYLANX_RANKS", "3").env("PHYLANX_TRACE", &path).env("PHYLANX_STATS", "1");
    let (output, _, err, _) = run(command);
    assert!(output.status.success(), "{err}");
    assert!(err.contains("rank 2: tasks 1, distributed 1"), "{err}");
    let text = std::fs::read_to_string(&path).expect("written");
    std::fs::remove_file(&path).expect("removed");
    let trace: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let events = trace["traceEvents"].as_array().expect("events");
    let count = |key: &str, value: &str| events.iter().filter(|event| event[key] == value).count();
    for rank in 0..3 {
        assert!(events.iter().any(|event| event["pid"] == rank && event["name"] == "task"), "{text}");
    }
    assert!(events.iter().any(|event| event["args"]["line"] == "test.py:1"), "{text}");
    assert!(count("ph", "s") > 0 && count("ph", "s") == count("ph", "f"), "{text}");
    for event in events.iter().filter(|event| event["ph"] == "s") {
        let ends = events.iter().filter(|other| other["ph"] == "f" && other["id"] == event["id"]).count();
        assert_eq!(ends, 1, "{event}");
    }
}

#[test]
fn a_trace_that_cannot_be_written_is_an_error() {
    let mut command = program("hello");
    command.env("PHYLANX_TRACE", "/nowhere/trace.json");
    let (output, _, err, _) = run(command);
    assert_eq!(output.status.code(), Some(1));
    assert!(err.contains("OSError: cannot write the trace '/nowhere/trace.json'"), "{err}");
}
