//! Runs one piece of work per item on as many threads as the machine has cores.

use std::sync::Mutex;
use std::thread;

/// LLVM recurses deeply on large functions.
const STACK: usize = 64 << 20;

/// The results, in the order of the items.
///
/// # Panics
/// With the panic of a piece of work.
pub fn map<I: Send, R: Send>(items: Vec<I>, work: impl Fn(I) -> R + Sync) -> Vec<R> {
    let count = items.len();
    let queue = Mutex::new(items.into_iter().enumerate());
    let results = Mutex::new((0..count).map(|_| None).collect::<Vec<Option<R>>>());
    // A function, so that the queue is free again while the work is done.
    let next = || lock(&queue).next();
    let worker = || {
        while let Some((at, item)) = next() {
            let result = work(item);
            lock(&results)[at] = Some(result);
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(count);
    thread::scope(|scope| {
        let spawn = |_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker);
        let started: Vec<_> = (0..threads).map(spawn).filter_map(Result::ok).collect();
        if started.is_empty() {
            worker();
        }
        for thread in started {
            if let Err(panic) = thread.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
    results.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner()).into_iter().flatten().collect()
}

/// A lock whatever happened to others who held it; their panic is passed on at the end.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        assert_eq!(map((0..100).collect(), |item| item * item), (0..100).map(|item| item * item).collect::<Vec<_>>());
        assert_eq!(map(Vec::<i32>::new(), |item| item), []);
    }

    #[test]
    fn pieces_of_work_overlap() {
        let two = std::sync::Barrier::new(2);
        if thread::available_parallelism().is_ok_and(|cores| cores.get() > 1) {
            map(vec![(), ()], |()| two.wait());
        }
    }

    #[test]
    #[should_panic(expected = "the third")]
    fn a_panic_is_passed_on() {
        map(vec![1, 2, 3], |item| assert!(item < 3, "the third"));
    }
}
