//! Ranks as threads of one process: an inbox for each rank, no launcher and no MPI needed.

use super::{Arrival, Comm, CommError};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long ranks other than the first leave it to the first to report an error that all of them meet.
const COURTESY: Duration = Duration::from_millis(300);

/// One rank's end of the exchange between threads.
pub struct Local {
    rank: usize,
    inbox: Receiver<Arrival>,
    outboxes: Vec<Sender<Arrival>>,
    fate: Arc<Fate>,
}

/// How a job of threads ends early; the tests put something else than the end of the process here.
type End = Box<dyn Fn(&str, i32) + Send + Sync>;

struct Fate {
    doomed: AtomicBool,
    end: Mutex<End>,
}

/// The ends of `size` ranks, in their order; an abort on any of them ends the process.
pub fn ranks(size: usize) -> Vec<Local> {
    ranks_ending_with(
        size,
        Box::new(|message, code| {
            eprint!("{message}");
            std::process::exit(code);
        }),
    )
}

/// As [`ranks`], with another way to end the job.
pub fn ranks_ending_with(size: usize, end: End) -> Vec<Local> {
    let fate = Arc::new(Fate { doomed: AtomicBool::new(false), end: Mutex::new(end) });
    let (outboxes, inboxes): (Vec<_>, Vec<_>) = (0..size).map(|_| channel()).unzip();
    let end = |(rank, inbox)| Local { rank, inbox, outboxes: outboxes.clone(), fate: fate.clone() };
    inboxes.into_iter().enumerate().map(end).collect()
}

impl Comm for Local {
    fn rank(&self) -> usize {
        self.rank
    }

    fn size(&self) -> usize {
        self.outboxes.len()
    }

    fn send(&mut self, to: usize, frame: Vec<u8>) -> Result<(), CommError> {
        self.outboxes[to].send((self.rank, frame)).map_err(|_| gone(to))
    }

    fn poll(&mut self, patience: Duration) -> Result<Option<Arrival>, CommError> {
        match self.inbox.try_recv() {
            Ok(arrival) => return Ok(Some(arrival)),
            Err(TryRecvError::Empty) if patience.is_zero() => return Ok(None),
            Err(_) => {}
        }
        match self.inbox.recv_timeout(patience) {
            Ok(arrival) => Ok(Some(arrival)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(gone(self.rank)),
        }
    }

    fn sending(&mut self) -> Result<bool, CommError> {
        Ok(false)
    }

    fn abort(&mut self, message: &str, code: i32) -> ! {
        if self.rank > 0 {
            std::thread::sleep(COURTESY);
        }
        if !self.fate.doomed.swap(true, Ordering::SeqCst) {
            (self.fate.end.lock().unwrap_or_else(PoisonError::into_inner))(message, code);
        }
        // The process is about to end, or (in tests) this rank alone is.
        loop {
            std::thread::park();
        }
    }

    fn finish(&mut self) -> Result<(), CommError> {
        Ok(())
    }
}

fn gone(rank: usize) -> CommError {
    CommError(format!("rank {rank} is gone"))
}
