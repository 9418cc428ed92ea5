//! Communication between ranks: frames of bytes over a [`Comm`], tagged messages over frames, collectives over messages.
//!
//! Ranks are threads of one process ([`local`]) or processes under MPI ([`mpi`]); both pass `tests/comm.rs`.

pub mod local;
pub mod messenger;
pub mod mpi;

pub use messenger::{Counters, Message, Messenger};

use std::time::{Duration, Instant};

/// A frame that has come, and the rank that sent it.
pub type Arrival = (usize, Vec<u8>);

/// What a transport does: it carries frames from rank to rank, each whole, those of one sender in their order.
///
/// One thread of each rank, the one that runs the script, makes all calls.
pub trait Comm {
    fn rank(&self) -> usize;

    /// Number of ranks.
    fn size(&self) -> usize;

    /// Starts sending a frame and returns at once; the transport owns the bytes until they are gone.
    fn send(&mut self, to: usize, frame: Vec<u8>) -> Result<(), CommError>;

    /// The next frame that has come; waits for at most `patience` without burning a core.
    fn poll(&mut self, patience: Duration) -> Result<Option<Arrival>, CommError>;

    /// Whether frames given to `send` still wait for their receivers.
    fn sending(&mut self) -> Result<bool, CommError>;

    /// Ends the whole job, all ranks, with one message on standard error and this exit code. Many ranks may call it for one and
    /// the same error of the program: the message of the lowest that comes in time is shown.
    fn abort(&mut self, message: &str, code: i32) -> !;

    /// Leaves in an orderly way: the last call on every rank, after a barrier.
    fn finish(&mut self) -> Result<(), CommError>;
}

/// A transport that can no longer be used: the reason, as a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CommError(pub String);

impl std::fmt::Display for CommError {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// Waiting between two looks: quick ones at first, then sleeps of an eighth of the time waited so far, up to a millisecond, so that a
/// waiting rank leaves its core to those that compute and still answers soon.
///
/// It sleeps rather than yields: on a busy machine a yield gives away whole time slices.
pub struct Backoff {
    start: Instant,
}

/// How long a core looks out without a sleep: about as long as a message between two processes takes.
const SPIN: Duration = Duration::from_micros(20);
const SHORTEST: Duration = Duration::from_micros(5);
const LONGEST: Duration = Duration::from_millis(1);

impl Backoff {
    /// Waiting begins now.
    pub fn new() -> Backoff {
        Backoff { start: Instant::now() }
    }

    /// Time waited so far.
    pub fn waited(&self) -> Duration {
        self.start.elapsed()
    }

    /// Waits a little, longer each time.
    pub fn pause(&self) {
        let waited = self.waited();
        if waited < SPIN {
            return std::hint::spin_loop();
        }
        std::thread::sleep((waited / 8).clamp(SHORTEST, LONGEST));
    }
}

/// Makes the sleeps of this thread, and of those that it starts, end within a microsecond or two; by default the
/// system lets them last 50 more.
pub fn sleep_exactly() {
    #[cfg(target_os = "linux")]
    {
        const PR_SET_TIMERSLACK: std::ffi::c_int = 29;
        const NANOSECONDS: std::ffi::c_ulong = 1000;
        unsafe extern "C" {
            fn prctl(option: std::ffi::c_int, value: std::ffi::c_ulong) -> std::ffi::c_int;
        }
        // SAFETY: the option takes one number. A system that refuses lets sleeps last longer, no more.
        unsafe { prctl(PR_SET_TIMERSLACK, NANOSECONDS) };
    }
}

impl Default for Backoff {
    fn default() -> Backoff {
        Backoff::new()
    }
}
