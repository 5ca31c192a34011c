//! What files are known by, read piece by piece.

use std::io::{self, Read};

use baocao_core::digest::hexadecimal;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

/// Bytes of a file that are held at once.
const PIECE: usize = 1 << 16;

/// Several hashes of the same bytes, which are read once.
pub(crate) struct Hasher(Vec<Algorithm>);

/// One way to hash.
enum Algorithm {
    Md5(Md5),
    Sha1(Sha1),
    Sha224(Sha224),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
}

impl Algorithm {
    /// As bags name it in the names of their manifests.
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "md5" => Self::Md5(Md5::new()),
            "sha1" => Self::Sha1(Sha1::new()),
            "sha224" => Self::Sha224(Sha224::new()),
            "sha256" => Self::Sha256(Sha256::new()),
            "sha384" => Self::Sha384(Sha384::new()),
            "sha512" => Self::Sha512(Sha512::new()),
            _ => return None,
        })
    }

    fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Md5(hash) => hash.update(bytes),
            Self::Sha1(hash) => hash.update(bytes),
            Self::Sha224(hash) => hash.update(bytes),
            Self::Sha256(hash) => hash.update(bytes),
            Self::Sha384(hash) => hash.update(bytes),
            Self::Sha512(hash) => hash.update(bytes),
        }
    }

    fn finish(self) -> String {
        match self {
            Self::Md5(hash) => hexadecimal(&hash.finalize()),
            Self::Sha1(hash) => hexadecimal(&hash.finalize()),
            Self::Sha224(hash) => hexadecimal(&hash.finalize()),
            Self::Sha256(hash) => hexadecimal(&hash.finalize()),
            Self::Sha384(hash) => hexadecimal(&hash.finalize()),
            Self::Sha512(hash) => hexadecimal(&hash.finalize()),
        }
    }
}

/// Whether bags may be hashed so.
pub(crate) fn is_known(algorithm: &str) -> bool {
    Algorithm::named(algorithm).is_some()
}

impl Hasher {
    /// Hashes by these names; those that are not known are left out.
    pub(crate) fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self(names.into_iter().filter_map(Algorithm::named).collect())
    }

    /// Reads to the end: how many bytes there were, and their hashes in order.
    pub(crate) fn read(mut self, mut reader: impl Read) -> io::Result<(u64, Vec<String>)> {
        let (mut piece, mut bytes) = (vec![0; PIECE], 0);
        loop {
            let read = match reader.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let piece = piece.get(..read).unwrap_or_default();
            self.0.iter_mut().for_each(|hash| hash.update(piece));
            bytes += read as u64;
        }
        Ok((bytes, self.0.into_iter().map(Algorithm::finish).collect()))
    }
}
