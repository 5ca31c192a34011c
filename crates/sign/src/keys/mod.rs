//! Keys that sign, with their certificates: in files (PKCS#12) or on tokens (PKCS#11).

mod certificate;
mod chain;
mod container;
mod p12;
#[cfg(feature = "pkcs11")]
mod token;

use baocao_core::diagnostic::Finding;

pub use certificate::Certificate;
pub(crate) use certificate::{PublicKey, mismatch, unfit_key};
pub use chain::leads_to;
pub use p12::open;
#[cfg(feature = "pkcs11")]
pub use token::open as open_token;

/// How a signature is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// RSA PKCS#1 v1.5
    RsaPkcs1(Hash),
    /// RSA-PSS, its salt as long as the digest
    RsaPss(Hash),
    /// ECDSA over P-256 with SHA-256
    EcdsaP256,
    /// ECDSA over P-384 with SHA-384
    EcdsaP384,
}

impl Scheme {
    /// The hash of the scheme.
    pub const fn hash(self) -> Hash {
        match self {
            Self::RsaPkcs1(hash) | Self::RsaPss(hash) => hash,
            Self::EcdsaP256 => Hash::Sha256,
            Self::EcdsaP384 => Hash::Sha384,
        }
    }
}

/// A hash function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hash {
    /// SHA-256
    Sha256,
    /// SHA-384
    Sha384,
    /// SHA-512
    Sha512,
}

impl Hash {
    /// The digest of some bytes, given in parts.
    pub fn digest(self, parts: &[&[u8]]) -> Vec<u8> {
        let algorithm = match self {
            Self::Sha256 => &ring::digest::SHA256,
            Self::Sha384 => &ring::digest::SHA384,
            Self::Sha512 => &ring::digest::SHA512,
        };
        let mut context = ring::digest::Context::new(algorithm);
        parts.iter().for_each(|part| context.update(part));
        context.finish().as_ref().to_vec()
    }

    /// How many bytes a digest has.
    pub const fn length(self) -> u8 {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    /// Its name on the command line and in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
        }
    }
}

/// A private key with its certificate.
pub trait Key {
    /// The certificate of the key.
    fn certificate(&self) -> &Certificate;

    /// The certificates of those who issued it, as far as they came with the key.
    fn issuers(&self) -> &[Certificate];

    /// Signs some bytes.
    fn sign(&self, scheme: Scheme, bytes: &[u8]) -> Result<Vec<u8>, Finding>;
}
