//! Which files are read, and how much of them: at most 1 GiB of a file, 256 MiB of a pipe, and no byte beyond.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustix::io::{FdFlags, fcntl_getfd};

use super::*;
use crate::diagnostic::BinaryFormat;

/// Gives a chunk, or an error, for each call, then the end.
struct Chunks(Vec<io::Result<&'static [u8]>>);

impl Read for Chunks {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.0.is_empty() {
            return Ok(0);
        }
        let chunk = self.0.remove(0)?;
        into[..chunk.len()].copy_from_slice(chunk);
        Ok(chunk.len())
    }
}

fn arriving(chunks: Vec<io::Result<&'static [u8]>>) -> io::Result<Result<Vec<u8>, Problem>> {
    read_arriving(Chunks(chunks), 1_000, &Arrived::default())
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// The problem of a file with so many bytes, all of them zero and none of them on the disk.
fn problem_of_length(length: u64) -> Option<Problem> {
    let file = tempfile::NamedTempFile::new().unwrap();
    file.as_file().set_len(length).unwrap();
    bytes(&RecordInput::Named(file.path().to_owned()), false, None).err().map(|it| it.problem)
}

#[test]
fn a_file_may_be_larger_than_a_pipe() {
    let is_read = Some(Problem::Binary(BinaryFormat::Other));
    assert_eq!(problem_of_length(268_435_457), is_read);
    assert_eq!(problem_of_length(1_073_741_824), is_read);
    assert_eq!(problem_of_length(1_073_741_825), Some(Problem::TooLarge(1_073_741_824)));
}

#[test]
fn a_pipe_without_an_end_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let fifo = folder.path().join("fifo");
    pipe(&fifo);
    let writer = thread::spawn({
        let fifo = fifo.clone();
        move || {
            let mut into = File::create(fifo).unwrap();
            let chunk = vec![b'a'; 1 << 16];
            while into.write_all(&chunk).is_ok() {}
        }
    });
    let refused = bytes(&RecordInput::Named(fifo), false, None).unwrap_err();
    assert_eq!(refused.problem, Problem::TooLarge(268_435_456));
    writer.join().unwrap();
}

#[test]
fn no_byte_is_read_beyond_the_limit() {
    let read = |length: u64, told: u64| {
        let mut from = io::repeat(b'a').take(length);
        let bytes = read_limited(&mut from, 10_000, told).unwrap();
        (bytes.map(|it| it.len()), length - from.limit())
    };
    assert_eq!(read(10_000, 10_000), (Ok(10_000), 10_000));
    assert_eq!(read(100_000, 0), (Err(Problem::TooLarge(10_000)), 10_001));
    for told in [10_001, 10_002] {
        assert_eq!(read(9_000, told), (Err(Problem::TooLarge(10_000)), 0));
    }
    let arriving = |length: u64| {
        let from = io::repeat(b'a').take(length);
        read_arriving(from, 10_000, &Arrived::default()).unwrap().map(|it| it.len())
    };
    assert_eq!(arriving(10_000), Ok(10_000));
    for length in [10_001, 10_002] {
        assert_eq!(arriving(length), Err(Problem::TooLarge(10_000)));
    }
}

#[test]
fn what_arrives_in_pieces_is_judged_as_a_whole() {
    assert_eq!(arriving(vec![Ok(b"vis"), Ok(b"its: []")]).unwrap(), Ok(b"visits: []".to_vec()));
    for (chunks, format) in [
        ([b"%PDF-1.7" as &[u8], b""], BinaryFormat::Pdf),
        ([b"%P", b"DF-1.7"], BinaryFormat::Pdf),
        ([b"a\0", b"bc"], BinaryFormat::Other),
    ] {
        let read = arriving(chunks.into_iter().filter(|it| !it.is_empty()).map(Ok).collect());
        assert_eq!(read.unwrap(), Err(Problem::Binary(format)));
    }
    // Judged once enough has come, not only at the end, which an endless one has not.
    let from = b"%PDF-".chain(io::repeat(b'a'));
    let read = read_arriving(from, 1 << 20, &Arrived::default()).unwrap();
    assert_eq!(read, Err(Problem::Binary(BinaryFormat::Pdf)));
}

#[test]
fn an_interrupted_read_is_repeated_and_no_other_failure() {
    let read = arriving(vec![Err(io::ErrorKind::Interrupted.into()), Ok(b"a: b")]);
    assert_eq!(read.unwrap(), Ok(b"a: b".to_vec()));
    let read = arriving(vec![Ok(b"a"), Err(io::ErrorKind::PermissionDenied.into()), Ok(b": b")]);
    assert_eq!(read.unwrap_err().kind(), io::ErrorKind::PermissionDenied);
}

#[test]
fn the_head_of_a_file_has_whole_lines() {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), "satu\ndua\ntiga").unwrap();
    for (most, expected) in
        [(4, ""), (8, "satu"), (9, "satu\ndua"), (12, "satu\ndua"), (14, "satu\ndua\ntiga")]
    {
        let head = head(&RecordInput::Named(file.path().to_owned()), most).unwrap();
        assert_eq!(str::from_utf8(&head), Ok(expected), "{most}");
    }
}

/// Nobody may ever write to a pipe that has replaced a file; and a file stays closed to the programs that are started.
#[test]
fn a_file_is_opened_without_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let fifo = folder.path().join("fifo");
    pipe(&fifo);
    let (done, opened) = mpsc::channel();
    thread::spawn(move || done.send(open_nonblocking(&fifo).unwrap()));
    let file = opened.recv_timeout(Duration::from_secs(30)).unwrap();
    assert!(fcntl_getfd(file).unwrap().contains(FdFlags::CLOEXEC));
}

#[test]
fn a_loop_of_links_leads_to_no_other_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    fs::write(&path, "").unwrap();
    symlink(folder.path(), folder.path().join("loop")).unwrap();
    assert_eq!(expand_path(&folder.path().into()), [RecordInput::Found(path)]);
}
