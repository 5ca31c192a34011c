//! Questions to an authority of time, over HTTP (RFC 3161, 3.4).

use std::time::Duration;

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};

/// Public authorities are slow at times.
const PATIENCE: Duration = Duration::from_secs(60);

/// Bytes of an answer.
const MOST_BYTES: u64 = 1 << 20;

/// Asks, and gives the answer as it came.
pub(super) fn ask(url: &str, question: &[u8]) -> Result<Vec<u8>, Finding> {
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).build().into();
    let answer = agent.post(url).header("Content-Type", "application/timestamp-query").send(question);
    let answer = answer.and_then(|mut answer| answer.body_mut().with_config().limit(MOST_BYTES).read_to_vec());
    answer.map_err(|error| {
        kinds::signing::TIMESTAMP_NONE
            .finding(msg!("{url} không trả lời được", "{url} gave no answer"))
            .found(error.to_string())
            .hint(msg!("địa chỉ bắt đầu bằng http://", "the address begins with http://"))
    })
}
