//! Questions to an authority of time, over HTTP (RFC 3161, 3.4).

use std::time::Duration;

use baocao_core::diagnostic::{Finding, Message};
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
        let seconds = PATIENCE.as_secs();
        let (why, hint) = match error {
            ureq::Error::StatusCode(code) => {
                (msg!("máy chủ báo lỗi HTTP {code}", "the server says HTTP {code}"), AGAIN)
            }
            ureq::Error::Timeout(_) => {
                (msg!("không có trả lời trong {seconds} giây", "no answer within {seconds} seconds"), AGAIN)
            }
            ureq::Error::BodyExceedsLimit(_) => (msg!("câu trả lời quá dài", "the answer is too long"), AGAIN),
            _ if url.starts_with("https:") => (msg!("địa chỉ https://", "an address with https://"), PLAIN),
            ureq::Error::BadUri(_) | ureq::Error::InvalidProxyUrl | ureq::Error::Http(_) => {
                (msg!("địa chỉ không đúng", "the address is wrong"), PLAIN)
            }
            ureq::Error::HostNotFound => (msg!("không tìm thấy máy chủ", "there is no such server"), PLAIN),
            _ => (msg!("không kết nối được tới máy chủ", "the server cannot be reached"), AGAIN),
        };
        let (Message { vi, en }, [hint_vi, hint_en]) = (why, hint);
        kinds::signing::TIMESTAMP_NONE
            .finding(msg!("{url} không cấp dấu thời gian: {vi}", "{url} gave no time stamp: {en}"))
            .hint(Message::new(hint_vi, hint_en))
    })
}

/// What to do about a server, and about an address.
const AGAIN: [&str; 2] = ["thử lại sau, hoặc dùng máy chủ khác", "try again later, or use another server"];
const PLAIN: [&str; 2] = ["địa chỉ bắt đầu bằng http://", "the address begins with http://"];
