//! How far a load has come, for those who wait for it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::lang::Lang;
use crate::model::Archive;

/// How far a load has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// The number of visits that were read.
    pub visits: usize,
    /// The number of bytes that were read.
    pub bytes: usize,
    /// The number of bytes of all files; 0 if it is not known yet.
    pub all_bytes: usize,
    /// The seconds until the end, if they can be estimated.
    pub seconds_left: Option<usize>,
}

impl Progress {
    /// The share of the files that was read, in percent.
    pub fn percent(&self) -> Option<usize> {
        (self.bytes * 100).checked_div(self.all_bytes)
    }

    /// About how many visits there are: the first two digits.
    pub fn expected_visits(&self) -> Option<usize> {
        let expected = self.visits.checked_mul(self.all_bytes)?.checked_div(self.bytes)?;
        let unit = 10_usize.pow(expected.checked_ilog10()?.saturating_sub(1));
        Some((expected + unit / 2) / unit * unit)
    }

    /// The progress in words.
    pub fn label(&self, lang: Lang) -> String {
        let visits = (self.visits > 0).then(|| lang.visits_of_about(self.visits, self.expected_visits()));
        let size = match self.percent() {
            Some(percent) => format!("{percent}%"),
            None => format!("{} MB", lang.number(self.bytes / 1_000_000)),
        };
        let left = self.seconds_left.map(|seconds| lang.seconds_left(seconds));
        let parts: Vec<String> = visits.into_iter().chain([size]).chain(left).collect();
        parts.join(" · ")
    }
}

/// Counts what was read. Other threads may look at it.
#[derive(Debug)]
pub struct ProgressCounter {
    start: Instant,
    /// How many milliseconds after that the number of bytes was known.
    began_after: AtomicUsize,
    visits: AtomicUsize,
    bytes: AtomicUsize,
    all_bytes: AtomicUsize,
}

impl Default for ProgressCounter {
    fn default() -> Self {
        Self {
            start: Instant::now(),
            began_after: AtomicUsize::new(0),
            visits: AtomicUsize::new(0),
            bytes: AtomicUsize::new(0),
            all_bytes: AtomicUsize::new(0),
        }
    }
}

impl ProgressCounter {
    /// How far the load has come.
    pub fn progress(&self) -> Progress {
        let of = |number: &AtomicUsize| number.load(Ordering::Relaxed);
        let all_bytes = of(&self.all_bytes);
        // What is read twice counts twice.
        let bytes = if all_bytes == 0 { of(&self.bytes) } else { of(&self.bytes).min(all_bytes) };
        let milliseconds = self.milliseconds().saturating_sub(of(&self.began_after));
        let left = milliseconds.saturating_mul(all_bytes.saturating_sub(bytes)).checked_div(bytes);
        let seconds_left = left.filter(|_| all_bytes > 0).map(|left| left.div_ceil(1000));
        Progress { visits: of(&self.visits), bytes, all_bytes, seconds_left }
    }

    /// Sets the number of bytes to be read, when it is known.
    pub(super) fn expect(&self, bytes: usize) {
        self.set(0, 0);
        // The time until a pipe has delivered everything says nothing about the rest.
        self.began_after.store(self.milliseconds(), Ordering::Relaxed);
        self.all_bytes.store(bytes, Ordering::Relaxed);
    }

    fn milliseconds(&self) -> usize {
        usize::try_from(self.start.elapsed().as_millis()).unwrap_or(usize::MAX)
    }

    /// Sets what was read.
    pub(super) fn set(&self, visits: usize, bytes: usize) {
        self.visits.store(visits, Ordering::Relaxed);
        self.bytes.store(bytes, Ordering::Relaxed);
    }

    /// Counts what was read.
    pub(super) fn add(&self, visits: usize, bytes: usize) {
        self.visits.fetch_add(visits, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// Who waits for a load.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Counts what was read.
    pub counter: &'a ProgressCounter,
    /// Takes what was read so far, now and then: the visits without errors, in the order of the files.
    pub grown: Option<&'a dyn Fn(Archive)>,
}

/// So many bytes are read before the first visits are shown; then four times as many, and so on, as long as more than half is left:
/// what is computed for them again and again is then a third of the whole at most.
const FIRST_BYTES: usize = 1 << 20;
const GROWTH: usize = 4;

/// After how many bytes of a load its visits are shown.
pub(super) fn stops(all_bytes: usize) -> impl Iterator<Item = usize> {
    let next = |stop: &usize| stop.checked_mul(GROWTH);
    std::iter::successors(Some(FIRST_BYTES), next).take_while(move |stop| *stop <= all_bytes / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_visits_is_estimated() {
        for (visits, bytes, all_bytes, percent, expected) in [
            (0, 0, 0, None, None),
            (7, 100, 0, None, None),
            (3412, 41_000, 100_000, Some(41), Some(8300)),
            (3412, 100_000, 100_000, Some(100), Some(3400)),
            (1, 100, 450, Some(22), Some(4)),
            (0, 50, 100, Some(50), None),
        ] {
            let progress = Progress { visits, bytes, all_bytes, seconds_left: None };
            assert_eq!((progress.percent(), progress.expected_visits()), (percent, expected), "{progress:?}");
        }
    }

    #[test]
    fn the_progress_in_words() {
        let label = |visits, bytes, all_bytes, seconds_left| {
            let progress = Progress { visits, bytes, all_bytes, seconds_left };
            Lang::ALL.map(|lang| progress.label(lang))
        };
        assert_eq!(label(0, 0, 0, None), ["0 MB", "0 MB"]);
        assert_eq!(label(3412, 12_345_678, 0, None), ["3.412 kunjungan · 12 MB", "3,412 visits · 12 MB"]);
        assert_eq!(
            label(3412, 41, 100, Some(6)),
            [
                "3.412 dari sekitar 8.300 kunjungan · 41% · sisa 6 dtk",
                "3,412 of about 8,300 visits · 41% · 6 s left"
            ]
        );
    }

    #[test]
    fn less_is_shown_than_half_of_a_file() {
        let megabytes = |all: usize| stops(all << 20).map(|stop| stop >> 20).collect::<Vec<_>>();
        assert_eq!(megabytes(1), [0; 0]);
        assert_eq!(megabytes(2), [1]);
        assert_eq!(megabytes(38), [1, 4, 16]);
        assert_eq!(megabytes(353), [1, 4, 16, 64]);
    }

    #[test]
    fn nothing_is_read_to_more_than_its_end() {
        let counter = ProgressCounter::default();
        counter.add(1, 70);
        assert_eq!(counter.progress(), Progress { visits: 1, bytes: 70, all_bytes: 0, seconds_left: None });
        counter.expect(100);
        counter.add(2, 80);
        counter.add(2, 80);
        let Progress { visits, bytes, all_bytes, seconds_left } = counter.progress();
        assert_eq!((visits, bytes, all_bytes, seconds_left), (4, 100, 100, Some(0)));
    }
}
