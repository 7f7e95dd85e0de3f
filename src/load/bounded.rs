//! Files that are not records, such as articles and tables of offices: read as a whole, but not without end.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::FileTypeExt as _;

/// More bytes are not read.
const MOST_BYTES: u64 = 256 << 20;

/// The bytes of a file, or of standard input for `-`. Fails with [`ErrorKind::FileTooLarge`] beyond 256 MiB, and with
/// [`ErrorKind::Unsupported`] for a device, which may have no end.
pub fn read_bounded(path: &OsStr) -> io::Result<Vec<u8>> {
    if path == "-" {
        return read(io::stdin().lock());
    }
    let file = File::open(path)?;
    let kind = file.metadata()?.file_type();
    if kind.is_char_device() || kind.is_block_device() {
        return Err(ErrorKind::Unsupported.into());
    }
    read(file)
}

fn read(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let length = from.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    let is_too_large = u64::try_from(length).is_ok_and(|length| length > MOST_BYTES);
    if is_too_large { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
