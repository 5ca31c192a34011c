//! Signatures of PDF files: made as incremental updates, and verified. Nothing here knows what a report is.

#![cfg_attr(
    not(test),
    warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)
)]

pub mod cms;
mod fields;
mod keys;
mod make;
mod page;
mod pem;
mod stamp;
mod time;
mod update;
pub mod verify;

pub use baocao_pdf::file;
pub use cms::Revocation;
pub use fields::{add_fields, field_places};
#[cfg(feature = "pkcs11")]
pub use keys::open_token;
pub use keys::{Certificate, Hash, Key, Scheme, leads_to, open};
pub use make::{
    Authority, Order, SubFilter, Waiting, add_validation_data, check_earlier, check_mark, finish, prepare, sign,
};
pub use time::{Time, now, read_time};
pub use update::opened;

/// A passphrase or PIN: its memory is cleared when it is not needed any more.
pub type Secret = zeroize::Zeroizing<String>;

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02X}");
        text
    })
}

/// How something begins that could not be read, to be recognised by.
pub(crate) fn first_bytes(bytes: &[u8]) -> String {
    match bytes.get(..8).unwrap_or(bytes) {
        [] => "0 byte".to_owned(),
        first => hex(first),
    }
}
