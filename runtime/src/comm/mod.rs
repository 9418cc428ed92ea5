//! Communication between ranks: frames of bytes over a [`Comm`], tagged messages over frames, collectives over messages.
//!
//! Ranks are threads of one process ([`local`]) or processes under MPI ([`mpi`]); both pass `tests/comm.rs`.

pub mod local;
pub mod messenger;
pub mod mpi;

pub use messenger::{Counters, Message, Messenger};

use std::time::Duration;

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

/// Waiting between two looks: first a few quick ones, then sleeps that grow to a millisecond, so that
/// a waiting rank leaves its core to those that compute.
#[derive(Default)]
pub struct Backoff {
    round: u32,
}

impl Backoff {
    /// Waits a little, longer each time.
    pub fn pause(&mut self) {
        match self.round {
            0..32 => std::hint::spin_loop(),
            32..96 => std::thread::yield_now(),
            round => std::thread::sleep(Duration::from_micros(20 << ((round - 96) / 16).min(6))),
        }
        self.round += 1;
    }
}
