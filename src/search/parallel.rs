//! Runs tasks on all processors. The caller waits for all of them, so that concurrency is not visible outside.

use std::num::NonZero;
use std::thread;

/// The number of processors.
pub(super) fn available_cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Runs the first task on this thread, and each other task on a thread of its own. Results are in the order of the tasks.
pub(super) fn run_parallel<T: Send, R: Send>(tasks: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let mut tasks = tasks.into_iter();
    let Some(first) = tasks.next() else { return Vec::new() };
    thread::scope(|scope| {
        let work = &work;
        let others: Vec<_> = tasks.map(|task| scope.spawn(move || work(task))).collect();
        let mut results = vec![work(first)];
        for other in others {
            match other.join() {
                Ok(result) => results.push(result),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    })
}
