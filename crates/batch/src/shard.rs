//! A run shared out among machines that know nothing of each other.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// One part of several: `3/16` is the third of sixteen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    part: u64,
    parts: u64,
}

impl Shard {
    /// Whether an item belongs to this part. That depends on its name alone, whatever else is there and wherever it is
    /// asked: each item belongs to one part.
    pub fn has(&self, name: &str) -> bool {
        let hash = Sha256::digest(name.as_bytes());
        let first = hash.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        first % self.parts == self.part - 1
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.split_once('/').and_then(|(part, parts)| Some((part.parse().ok()?, parts.parse().ok()?)));
        match numbers {
            Some((part, parts)) if (1..=parts).contains(&part) => Ok(Self { part, parts }),
            _ => Err(text.to_owned()),
        }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-of-{}", self.part, self.parts)
    }
}
