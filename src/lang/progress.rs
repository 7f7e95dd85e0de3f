//! Messages about the progress of a load.

use super::Lang;
use super::counted::VISITS;

impl Lang {
    /// How many visits were loaded, of about how many.
    pub fn visits_of_about(self, visits: usize, expected: Option<usize>) -> String {
        let Some(expected) = expected else { return self.counted(visits, VISITS) };
        let (visits, expected) = (self.number(visits), self.counted(expected, VISITS));
        match self {
            Self::Id => format!("{visits} dari sekitar {expected}"),
            Self::En => format!("{visits} of about {expected}"),
        }
    }

    /// The time until the end.
    pub fn seconds_left(self, seconds: usize) -> String {
        match self {
            Self::Id => format!("sisa {seconds} dtk"),
            Self::En => format!("{seconds} s left"),
        }
    }
}
