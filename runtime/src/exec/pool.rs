//! The threads of a rank: the script's own thread and, for work that is worth it, rayon workers.

use crate::trace::Trace;
use phylanx_abi::TaskDesc;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// Threads of one rank; workers are started at their first use.
pub struct Pool {
    threads: usize,
    workers: OnceLock<Option<ThreadPool>>,
    trace: Option<Arc<Trace>>,
}

impl Pool {
    /// A pool of `threads` threads, the caller's included.
    pub fn new(threads: usize) -> Pool {
        Pool { threads: threads.max(1), workers: OnceLock::new(), trace: None }
    }

    pub fn threads(&self) -> usize {
        self.threads
    }

    /// Calls `work` once for each number below `pieces`, on all threads, and returns when all are done.
    pub fn run(&self, pieces: usize, work: &(dyn Fn(usize) + Sync)) {
        let workers = if pieces > 1 { self.workers() } else { None };
        let Some(workers) = workers else { return (0..pieces).for_each(work) };
        let next = AtomicUsize::new(0);
        let drain = || {
            loop {
                let piece = next.fetch_add(1, Ordering::Relaxed);
                if piece >= pieces {
                    return;
                }
                work(piece);
            }
        };
        workers.in_place_scope(|scope| {
            for _ in 1..self.threads.min(pieces) {
                scope.spawn(|_| drain());
            }
            drain();
        });
    }

    /// Runs a piece of a task, noting its time when a trace is wanted.
    pub fn traced<T>(&self, desc: &TaskDesc, piece: impl FnOnce() -> T) -> T {
        match &self.trace {
            Some(trace) => trace.piece(desc, piece),
            None => piece(),
        }
    }

    /// The same pool, noting its work in a trace.
    pub fn with_trace(mut self, trace: Option<Arc<Trace>>) -> Pool {
        self.trace = trace;
        self
    }

    fn workers(&self) -> Option<&ThreadPool> {
        if self.threads < 2 {
            return None;
        }
        // A machine that grants no more threads still computes, on one.
        let start = || ThreadPoolBuilder::new().num_threads(self.threads - 1).build().ok();
        self.workers.get_or_init(start).as_ref()
    }
}

/// Threads for one of `neighbours` ranks on this machine: `PHYLANX_THREADS`, or an equal share of the cores. A launcher that
/// has bound the rank to some cores has shared them out already.
pub fn share(neighbours: usize) -> usize {
    if let Some(threads) = asked() {
        return threads;
    }
    let granted = std::thread::available_parallelism().map_or(1, |count| count.get());
    if granted < online() { granted } else { (granted / neighbours.max(1)).max(1) }
}

fn asked() -> Option<usize> {
    std::env::var("PHYLANX_THREADS").ok()?.parse().ok().filter(|&threads| threads > 0)
}

/// Cores of the machine, whatever this process is bound to.
fn online() -> usize {
    let text = std::fs::read_to_string("/sys/devices/system/cpu/online").unwrap_or_default();
    text.trim().split(',').map(cores_of_range).sum()
}

/// Number of cores in a range such as `0-7` or `3`.
fn cores_of_range(range: &str) -> usize {
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    match (first.parse::<usize>(), last.parse::<usize>()) {
        (Ok(first), Ok(last)) if last >= first => last - first + 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_done_once() {
        for threads in [1, 2, 3] {
            let pool = Pool::new(threads);
            for pieces in [0, 1, 2, 100] {
                let hits: Vec<AtomicUsize> = (0..pieces).map(|_| AtomicUsize::new(0)).collect();
                pool.run(pieces, &|piece| {
                    hits[piece].fetch_add(1, Ordering::Relaxed);
                });
                assert!(hits.iter().all(|hit| hit.load(Ordering::Relaxed) == 1));
            }
        }
    }

    #[test]
    fn core_lists_are_counted() {
        assert_eq!("0-3,8,10-11".split(',').map(cores_of_range).sum::<usize>(), 7);
    }
}
