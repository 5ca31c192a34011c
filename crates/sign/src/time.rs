//! The time that a signature tells, in the zone of Việt Nam.

use chrono::{DateTime, FixedOffset};

/// A time with its zone.
pub type Time = DateTime<FixedOffset>;

/// Seconds that the clocks of Việt Nam are ahead.
const ZONE: i32 = 7 * 3600;

/// What a clock says: seconds since 1970.
pub fn now(seconds: i64) -> Option<Time> {
    Some(DateTime::from_timestamp(seconds, 0)?.with_timezone(&FixedOffset::east_opt(ZONE)?))
}

/// A time as it is written on a command line: `2026-11-29T11:30:00+07:00`.
pub fn read_time(text: &str) -> Option<Time> {
    DateTime::parse_from_rfc3339(text).ok()
}
