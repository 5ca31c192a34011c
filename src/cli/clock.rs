//! The clock: asked when a document is signed or entered into an archive, and for nothing that a document shows.

use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds since 1970; none where the clock stands before.
#[expect(
    clippy::disallowed_methods,
    reason = "signatures and registers tell when they were made; nothing else asks the clock"
)]
pub(crate) fn seconds() -> Option<u64> {
    Some(SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs())
}
