//! Moments as ASN.1 writes them.

use std::fmt;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::Unreadable;
use super::tlv::Node;

/// A moment, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(pub DateTime<Utc>);

impl Time {
    /// So many seconds after the beginning of 1970.
    pub fn from_seconds(seconds: i64) -> Option<Self> {
        DateTime::from_timestamp(seconds, 0).map(Self)
    }

    /// A day later: by so much clocks and zones are wrong.
    pub(crate) fn a_day_later(self) -> Self {
        Self(self.0.checked_add_days(Days::new(1)).unwrap_or(self.0))
    }

    /// `UTCTime` or `GeneralizedTime`; fractions of a second are left out.
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Unreadable> {
        const UTC: u8 = 0x17;
        const GENERAL: u8 = 0x18;
        let text = std::str::from_utf8(node.content).map_err(|_| Unreadable)?;
        let text = text.strip_suffix('Z').ok_or(Unreadable)?;
        let (text, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let (years, rest) = text.split_at_checked(if node.tag == UTC { 2 } else { 4 }).ok_or(Unreadable)?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !matches!(node.tag, UTC | GENERAL) || !digits(text) || !digits(fraction) || rest.len() != 10 {
            return Err(Unreadable);
        }
        let number = |from: usize| rest.get(from..from + 2).and_then(|two| two.parse::<u32>().ok()).ok_or(Unreadable);
        let year: i32 = years.parse().map_err(|_| Unreadable)?;
        let year = match (node.tag, year) {
            (UTC, 50..) => 1900 + year,
            (UTC, _) => 2000 + year,
            _ => year,
        };
        let day = NaiveDate::from_ymd_opt(year, number(0)?, number(2)?).ok_or(Unreadable)?;
        let time = day.and_hms_opt(number(4)?, number(6)?, number(8)?.min(59)).ok_or(Unreadable)?;
        Ok(Self(time.and_utc()))
    }
}

/// As clocks in Việt Nam show it, with their zone.
impl fmt::Display for Time {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match crate::time::now(self.0.timestamp()) {
            Some(here) => write!(formatter, "{}", here.format("%Y-%m-%dT%H:%M:%S%:z")),
            None => write!(formatter, "{}", self.0.format("%Y-%m-%dT%H:%M:%SZ")),
        }
    }
}
