//! Names of algorithms.

use der::asn1::ObjectIdentifier;
use ring::digest;

use super::Unreadable;
use super::tlv::{Node, SEQUENCE};

/// An algorithm as a message or a certificate names it.
#[derive(Debug, Clone, Copy)]
pub struct Algorithm<'a> {
    /// Its identifier.
    pub oid: ObjectIdentifier,
    /// What it is told besides.
    pub parameters: Option<Node<'a>>,
}

impl<'a> Algorithm<'a> {
    pub(super) fn read(node: Node<'a>) -> Result<Self, Unreadable> {
        if node.tag != SEQUENCE {
            return Err(Unreadable);
        }
        let mut inside = node.inside();
        let oid = inside.next()?.oid()?;
        let parameters = if inside.0.is_empty() { None } else { Some(inside.next()?) };
        Ok(Self { oid, parameters })
    }

    /// Its name among people, or else its number.
    pub fn name(&self) -> String {
        name(self.oid)
    }
}

/// The name of an algorithm among people, or else its number.
pub(super) fn name(oid: ObjectIdentifier) -> String {
    const_oid::db::DB.by_oid(&oid).map_or_else(|| oid.to_string(), str::to_owned)
}

/// An algorithm that makes digests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hash {
    /// SHA-1: weak, and still met with.
    Sha1,
    /// SHA-256
    Sha256,
    /// SHA-384
    Sha384,
    /// SHA-512
    Sha512,
}

impl Hash {
    /// The one of an identifier.
    pub fn of(oid: ObjectIdentifier) -> Option<Self> {
        use const_oid::db::rfc5912::{ID_SHA_1, ID_SHA_256, ID_SHA_384, ID_SHA_512};
        match oid {
            ID_SHA_1 => Some(Self::Sha1),
            ID_SHA_256 => Some(Self::Sha256),
            ID_SHA_384 => Some(Self::Sha384),
            ID_SHA_512 => Some(Self::Sha512),
            _ => None,
        }
    }

    /// Its identifier.
    pub fn oid(self) -> ObjectIdentifier {
        use const_oid::db::rfc5912::{ID_SHA_1, ID_SHA_256, ID_SHA_384, ID_SHA_512};
        match self {
            Self::Sha1 => ID_SHA_1,
            Self::Sha256 => ID_SHA_256,
            Self::Sha384 => ID_SHA_384,
            Self::Sha512 => ID_SHA_512,
        }
    }

    /// Its name among people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA-1",
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        }
    }

    /// The digest of some pieces, one after the other.
    pub fn digest(self, pieces: &[&[u8]]) -> Vec<u8> {
        let mut context = digest::Context::new(match self {
            Self::Sha1 => &digest::SHA1_FOR_LEGACY_USE_ONLY,
            Self::Sha256 => &digest::SHA256,
            Self::Sha384 => &digest::SHA384,
            Self::Sha512 => &digest::SHA512,
        });
        for piece in pieces {
            context.update(piece);
        }
        context.finish().as_ref().to_vec()
    }
}
