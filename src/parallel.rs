//! Runs tasks on all processors. The caller waits for all of them, so that concurrency is not visible outside.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{panic, thread};

/// The number of processors.
pub fn available_cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Does one thing on a thread of its own, and the other on this one.
pub fn join<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|panic| panic::resume_unwind(panic)), other)
    })
}

/// Runs the first task on this thread, and each other task on a thread of its own. Results are in the order of the tasks.
pub fn run_parallel<T: Send, R: Send>(tasks: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let mut tasks = tasks.into_iter();
    let Some(first) = tasks.next() else { return Vec::new() };
    thread::scope(|scope| {
        let work = &work;
        let others: Vec<_> = tasks.map(|task| scope.spawn(move || work(task))).collect();
        let mut results = vec![work(first)];
        for other in others {
            match other.join() {
                Ok(result) => results.push(result),
                Err(panic) => panic::resume_unwind(panic),
            }
        }
        results
    })
}

/// Does work for each task on some threads, one of which is this one. The results are in the order of the tasks.
pub fn run_on<T: Sync, R: Send>(threads: usize, tasks: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take_tasks = || {
        let next_task = || {
            let number = next.fetch_add(1, Ordering::Relaxed);
            Some((number, work(tasks.get(number)?)))
        };
        std::iter::from_fn(next_task).collect::<Vec<(usize, R)>>()
    };
    let mut results = thread::scope(|scope| {
        let others = threads.min(tasks.len()).saturating_sub(1);
        let others: Vec<_> = (0..others).map(|_| scope.spawn(take_tasks)).collect();
        let mut results = take_tasks();
        for other in others {
            match other.join() {
                Ok(more) => results.extend(more),
                Err(panic) => panic::resume_unwind(panic),
            }
        }
        results
    });
    results.sort_unstable_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
