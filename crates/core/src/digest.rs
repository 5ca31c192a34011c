//! What bytes are known by.

use std::fmt::Write;

use sha2::{Digest as _, Sha256};

/// The SHA-256 of some bytes, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    let mut digest = Digest::default();
    digest.0.update(bytes);
    digest.finish()
}

/// The SHA-256 of several things, each with its name: of what all documents of a run depend on.
#[derive(Debug, Default)]
pub struct Digest(Sha256);

impl Digest {
    /// Adds one thing. Names and lengths count, so that nothing moves from one thing to the next unseen.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        for part in [name.as_bytes(), bytes] {
            self.0.update((part.len() as u64).to_be_bytes());
            self.0.update(part);
        }
    }

    /// All of it, in hexadecimal digits.
    pub fn finish(self) -> String {
        self.0.finalize().iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}
