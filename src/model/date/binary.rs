//! The binary form of dates, in which what was read is kept for the next start.

use borsh::io::{self, Read, Write};

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::civil::Date;

use super::{DateSet, Days, PartialDate};

/// As year, month and day of both.
impl BorshSerialize for Days {
    fn serialize<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        let parts = |day: Date| (day.year(), day.month(), day.day());
        (parts(self.first), parts(self.last)).serialize(writer)
    }
}

impl BorshDeserialize for Days {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        let mut day = || {
            let (year, month, day) = BorshDeserialize::deserialize_reader(reader)?;
            Date::new(year, month, day).map_err(io::Error::other)
        };
        Ok(Self { first: day()?, last: day()? })
    }
}

impl BorshDeserialize for &'static DateSet {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        DateSet::deserialize_reader(reader).map(DateSet::kept)
    }
}

/// Reads members of a set.
pub(in crate::model) fn read_members<R: Read>(reader: &mut R) -> io::Result<&'static [PartialDate]> {
    let set = DateSet::of_members(Vec::deserialize_reader(reader)?);
    Ok(&set.members)
}
