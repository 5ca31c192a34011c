//! What bytes are known by.

use std::fmt::Write;
use std::io;

use sha2::{Digest as _, Sha256};

/// The SHA-256 of some bytes, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    let mut digest = Digest::default();
    digest.0.update(bytes);
    digest.finish()
}

/// The SHA-256 of a file that is read to its end, in hexadecimal digits.
pub fn sha256_of(mut file: impl io::Read) -> io::Result<String> {
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(hexadecimal(hash.finalize().as_slice())),
            Ok(count) => hash.update(&buffer[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Bytes as hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
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
        hexadecimal(self.0.finalize().as_slice())
    }
}
