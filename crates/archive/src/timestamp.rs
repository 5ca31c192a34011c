//! Tokens of timestamp authorities (RFC 3161): which hash they are about. Their signatures are not verified here.

use std::collections::HashSet;
use std::fmt::Write;

/// The hashes of 32 bytes that a token holds, in hexadecimal digits: every OCTET STRING of that length. One of them is
/// its imprint where it was made with SHA-256.
pub fn imprints(token: &[u8]) -> HashSet<String> {
    let strings = token.windows(34).filter(|bytes| bytes.starts_with(&[0x04, 0x20]));
    let hexadecimal = |bytes: &[u8]| {
        bytes.iter().skip(2).fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    };
    strings.map(hexadecimal).collect()
}
