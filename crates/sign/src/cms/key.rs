//! Whether a signature value fits a key and what was signed.

use const_oid::db::rfc5912 as oids;
use der::asn1::ObjectIdentifier;
use num_bigint::BigUint;
use ring::signature::{self, UnparsedPublicKey, VerificationAlgorithm};

use super::tlv::{BIT_STRING, CONTEXT_0, Nodes, OCTET_STRING, SEQUENCE};
use super::{Algorithm, Hash, Message, Unreadable};

/// Ed25519 (RFC 8410).
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");

/// What is held of a signature value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It fits.
    Good,
    /// It was made with this key over these bytes, but is not written as it should be.
    Malformed(Malformed),
    /// It does not fit.
    Bad,
    /// Algorithms contradict each other.
    Contradiction,
    /// Nothing here knows this algorithm or a key of this size.
    Unknown(String),
}

/// How a genuine signature value is written wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Malformed {
    /// The algorithm of its digest has no `NULL` behind it (RFC 8017, appendix B.1).
    NoNull,
    /// It is a message of its own, whose signature fits.
    Nested,
}

/// A public key as a certificate holds it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key<'a> {
    algorithm: Algorithm<'a>,
    bits: &'a [u8],
}

impl<'a> Key<'a> {
    /// Reads `SubjectPublicKeyInfo`.
    pub(super) fn read(der: &'a [u8]) -> Result<Self, Unreadable> {
        let mut inside = Nodes(der).expect(SEQUENCE)?.inside();
        let algorithm = Algorithm::read(inside.next()?)?;
        match inside.expect(BIT_STRING)?.content {
            [0, bits @ ..] => Ok(Self { algorithm, bits }),
            _ => Err(Unreadable),
        }
    }

    /// Its bits.
    pub(super) fn bits(&self) -> &'a [u8] {
        self.bits
    }

    /// What kind of key it is, among people.
    pub(super) fn name(&self) -> String {
        match self.algorithm.oid {
            oids::RSA_ENCRYPTION | oids::ID_RSASSA_PSS => {
                let kind = if self.algorithm.oid == oids::ID_RSASSA_PSS { "RSA-PSS" } else { "RSA" };
                self.rsa().map_or_else(|_| kind.to_owned(), |(modulus, _)| format!("{kind} {}", modulus.bits()))
            }
            oids::ID_EC_PUBLIC_KEY => match self.curve() {
                Some(oids::SECP_256_R_1) => "ECDSA P-256".to_owned(),
                Some(oids::SECP_384_R_1) => "ECDSA P-384".to_owned(),
                Some(oids::SECP_521_R_1) => "ECDSA P-521".to_owned(),
                _ => "ECDSA".to_owned(),
            },
            ED25519 => "Ed25519".to_owned(),
            _ => self.algorithm.name(),
        }
    }

    /// Bits of an RSA key.
    pub(super) fn rsa_bits(&self) -> Option<u64> {
        let is_rsa = matches!(self.algorithm.oid, oids::RSA_ENCRYPTION | oids::ID_RSASSA_PSS);
        is_rsa.then(|| self.rsa().ok()).flatten().map(|(modulus, _)| modulus.bits())
    }

    fn curve(&self) -> Option<ObjectIdentifier> {
        self.algorithm.parameters.and_then(|parameters| parameters.oid().ok())
    }

    fn rsa(&self) -> Result<(BigUint, BigUint), Unreadable> {
        let mut inside = Nodes(self.bits).expect(SEQUENCE)?.inside();
        let mut number = || inside.next().and_then(|node| node.unsigned());
        Ok((BigUint::from_bytes_be(number()?), BigUint::from_bytes_be(number()?)))
    }

    /// Whether a value is the signature of some bytes. The digest is that which is named beside it, if any is.
    pub(super) fn check(&self, algorithm: &Algorithm<'_>, digest: Option<Hash>, bytes: &[u8], value: &[u8]) -> Verdict {
        let unknown = || Verdict::Unknown(format!("{}, {}", self.name(), algorithm.name()));
        let named = match named_hash(algorithm) {
            Named::Hash(hash) => Some(hash),
            Named::Beside => None,
            Named::Unknown => return unknown(),
        };
        if let (Some(named), Some(digest)) = (named, digest)
            && named != digest
        {
            return Verdict::Contradiction;
        }
        let Some(hash) = named.or(digest) else { return unknown() };
        let fits = |with: &'static dyn VerificationAlgorithm| match UnparsedPublicKey::new(with, self.bits)
            .verify(bytes, value)
        {
            Ok(()) => Verdict::Good,
            Err(ring::error::Unspecified) => Verdict::Bad,
        };
        match (self.algorithm.oid, algorithm.oid) {
            (ED25519, ED25519) => fits(&signature::ED25519),
            (key, algorithm) if !agree(key, algorithm) => Verdict::Contradiction,
            (oids::ID_EC_PUBLIC_KEY, _) if is_ecdsa(algorithm.oid) => match (self.curve(), hash) {
                (Some(oids::SECP_256_R_1), Hash::Sha256) => fits(&signature::ECDSA_P256_SHA256_ASN1),
                (Some(oids::SECP_256_R_1), Hash::Sha384) => fits(&signature::ECDSA_P256_SHA384_ASN1),
                (Some(oids::SECP_384_R_1), Hash::Sha256) => fits(&signature::ECDSA_P384_SHA256_ASN1),
                (Some(oids::SECP_384_R_1), Hash::Sha384) => fits(&signature::ECDSA_P384_SHA384_ASN1),
                _ => unknown(),
            },
            (oids::RSA_ENCRYPTION | oids::ID_RSASSA_PSS, oids::ID_RSASSA_PSS) => {
                match (self.rsa_opened(value), salt(algorithm)) {
                    (Some(Ok((block, bits))), Some(salt)) if pss_fits(&block, bits, hash, salt, bytes) => Verdict::Good,
                    (Some(_), Some(_)) => Verdict::Bad,
                    _ => unknown(),
                }
            }
            (oids::RSA_ENCRYPTION, _) if is_pkcs1(algorithm.oid) => {
                let with: &'static dyn VerificationAlgorithm = match hash {
                    Hash::Sha1 => &signature::RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY,
                    Hash::Sha256 => &signature::RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY,
                    Hash::Sha384 => &signature::RSA_PKCS1_2048_8192_SHA384,
                    Hash::Sha512 => &signature::RSA_PKCS1_1024_8192_SHA512_FOR_LEGACY_USE_ONLY,
                };
                match fits(with) {
                    Verdict::Good => Verdict::Good,
                    _ => self.why_not(hash, bytes, value).unwrap_or_else(unknown),
                }
            }
            _ => unknown(),
        }
    }

    /// What is wrong with a value of PKCS #1 v1.5 that does not fit; none if the key is of a size that nobody takes.
    fn why_not(&self, hash: Hash, bytes: &[u8], value: &[u8]) -> Option<Verdict> {
        if self.nested(bytes, value) {
            return Some(Verdict::Malformed(Malformed::Nested));
        }
        let Ok((block, _)) = self.rsa_opened(value)? else { return Some(Verdict::Bad) };
        let digest = hash.digest(&[bytes]);
        let block_of = |info: &[u8]| {
            let padding = block.len().checked_sub(info.len() + 3).filter(|padding| *padding >= 8)?;
            Some([&[0, 1], vec![0xFF; padding].as_slice(), &[0], info].concat())
        };
        let (with, without) = (digest_info(hash, &digest, true)?, digest_info(hash, &digest, false)?);
        let is = |info: &[u8]| block_of(info).is_some_and(|whole| whole == block);
        Some(match (is(&with), is(&without)) {
            (true, _) => Verdict::Good,
            (_, true) => Verdict::Malformed(Malformed::NoNull),
            _ => Verdict::Bad,
        })
    }

    /// Whether a value is a message that this key signed over these bytes.
    fn nested(&self, bytes: &[u8], value: &[u8]) -> bool {
        let Ok(message) = Message::read(value) else { return false };
        let [signer] = message.signers.as_slice() else { return false };
        let Some(hash) = Hash::of(signer.digest.oid) else { return false };
        let signed = match signer.signed_bytes() {
            None => bytes.to_vec(),
            Some(signed) => {
                let digest = signer.signed_attribute(const_oid::db::rfc5911::ID_MESSAGE_DIGEST).ok().flatten();
                if digest.is_none_or(|digest| digest.content != hash.digest(&[bytes])) {
                    return false;
                }
                signed
            }
        };
        // A message in a message in a message is none of those that were met with.
        Message::read(&signer.value).is_err()
            && self.check(&signer.algorithm, Some(hash), &signed, &signer.value) == Verdict::Good
    }

    /// The block in a value, and the bits of the key; none for a key that nobody takes.
    fn rsa_opened(&self, value: &[u8]) -> Option<Result<(Vec<u8>, u64), Unreadable>> {
        let (modulus, exponent) = self.rsa().ok()?;
        let bits = modulus.bits();
        // A long exponent would take minutes, and has no use.
        if !(1024..=8192).contains(&bits) || exponent.bits() > 33 || !exponent.bit(0) {
            return None;
        }
        let size = usize::try_from(bits.div_ceil(8)).ok()?;
        let number = BigUint::from_bytes_be(value);
        if value.len() != size || number >= modulus {
            return Some(Err(Unreadable));
        }
        let opened = number.modpow(&exponent, &modulus).to_bytes_be();
        let block = [vec![0; size.saturating_sub(opened.len())], opened].concat();
        Some(Ok((block, bits)))
    }
}

/// `DigestInfo` (RFC 8017, 9.2) with or without its `NULL`.
fn digest_info(hash: Hash, digest: &[u8], null: bool) -> Option<Vec<u8>> {
    let oid = hash.oid();
    let part = |tag: u8, content: &[u8]| {
        let length = u8::try_from(content.len()).ok().filter(|length| *length < 0x80)?;
        Some([&[tag, length], content].concat())
    };
    let mut algorithm = part(super::tlv::OID, oid.as_bytes())?;
    if null {
        algorithm.extend_from_slice(&[5, 0]);
    }
    part(SEQUENCE, &[part(SEQUENCE, &algorithm)?, part(OCTET_STRING, digest)?].concat())
}

fn is_ecdsa(oid: ObjectIdentifier) -> bool {
    use oids::{ECDSA_WITH_SHA_256, ECDSA_WITH_SHA_384, ECDSA_WITH_SHA_512, ID_EC_PUBLIC_KEY};
    [ECDSA_WITH_SHA_256, ECDSA_WITH_SHA_384, ECDSA_WITH_SHA_512, ID_EC_PUBLIC_KEY].contains(&oid)
}

fn is_pkcs1(oid: ObjectIdentifier) -> bool {
    oid == oids::RSA_ENCRYPTION || pkcs1_hash(oid).is_some()
}

fn pkcs1_hash(oid: ObjectIdentifier) -> Option<Hash> {
    match oid {
        oids::SHA_1_WITH_RSA_ENCRYPTION => Some(Hash::Sha1),
        oids::SHA_256_WITH_RSA_ENCRYPTION => Some(Hash::Sha256),
        oids::SHA_384_WITH_RSA_ENCRYPTION => Some(Hash::Sha384),
        oids::SHA_512_WITH_RSA_ENCRYPTION => Some(Hash::Sha512),
        _ => None,
    }
}

/// Whether an algorithm is one for a kind of keys; of kinds that nobody here knows it may be.
fn agree(key: ObjectIdentifier, algorithm: ObjectIdentifier) -> bool {
    let family = |oid| match oid {
        oids::ID_RSASSA_PSS => Some("RSA"),
        ED25519 => Some("Ed25519"),
        _ if is_pkcs1(oid) => Some("RSA"),
        _ if is_ecdsa(oid) => Some("ECDSA"),
        _ => None,
    };
    match (family(key), family(algorithm)) {
        (Some(key), Some(algorithm)) => key == algorithm,
        _ => true,
    }
}

/// Where the digest of a signature is named.
enum Named {
    Hash(Hash),
    /// With the digest itself.
    Beside,
    Unknown,
}

fn named_hash(algorithm: &Algorithm<'_>) -> Named {
    if let Some(hash) = pkcs1_hash(algorithm.oid) {
        return Named::Hash(hash);
    }
    match algorithm.oid {
        oids::ECDSA_WITH_SHA_256 => Named::Hash(Hash::Sha256),
        oids::ECDSA_WITH_SHA_384 => Named::Hash(Hash::Sha384),
        oids::ECDSA_WITH_SHA_512 | ED25519 => Named::Hash(Hash::Sha512),
        oids::RSA_ENCRYPTION | oids::ID_EC_PUBLIC_KEY => Named::Beside,
        oids::ID_RSASSA_PSS => pss_hash(algorithm).map_or(Named::Unknown, Named::Hash),
        _ => Named::Unknown,
    }
}

/// The digest of PSS; that of its mask must be the same.
fn pss_hash(algorithm: &Algorithm<'_>) -> Option<Hash> {
    let mut inside = algorithm.parameters?.inside();
    let of = |node: Option<super::tlv::Node<'_>>| match node {
        None => Some(Hash::Sha1),
        Some(node) => Hash::of(Algorithm::read(node.inside().next().ok()?).ok()?.oid),
    };
    let hash = of(inside.optional(CONTEXT_0).ok()?)?;
    let mask = match inside.optional(0xA1).ok()? {
        None => Some(Hash::Sha1),
        Some(node) => {
            let mask = Algorithm::read(node.inside().next().ok()?).ok()?;
            let hash = Algorithm::read(mask.parameters?).ok()?;
            (mask.oid == oids::ID_MGF_1).then(|| Hash::of(hash.oid)).flatten()
        }
    };
    (mask == Some(hash)).then_some(hash)
}

/// The length of the salt of PSS.
fn salt(algorithm: &Algorithm<'_>) -> Option<usize> {
    let mut inside = algorithm.parameters?.inside();
    inside.optional(CONTEXT_0).ok()?;
    inside.optional(0xA1).ok()?;
    let Some(node) = inside.optional(0xA2).ok()? else { return Some(20) };
    let number = node.inside().next().ok()?.unsigned().ok()?;
    (number.len() <= 2).then(|| number.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)))
}

/// EMSA-PSS-VERIFY (RFC 8017, 9.1.2).
fn pss_fits(block: &[u8], bits: u64, hash: Hash, salt: usize, bytes: &[u8]) -> bool {
    let digest = hash.digest(&[bytes]);
    let size = digest.len();
    // The block has one bit less than the key; a whole byte of zero goes if that makes it shorter.
    let spare = (8 - (bits - 1) % 8) % 8;
    let block = if spare == 0 { block.strip_prefix(&[0]).unwrap_or_default() } else { block };
    let Some((b"\xBC", rest)) = block.split_last().map(|(last, rest)| (std::slice::from_ref(last), rest)) else {
        return false;
    };
    let Some(masked) = rest.len().checked_sub(size) else { return false };
    let (masked, seed) = rest.split_at(masked);
    let top = 0xFF_u8.checked_shr(u32::try_from(spare).unwrap_or(0)).unwrap_or(0);
    if masked.first().is_none_or(|first| first & !top != 0) {
        return false;
    }
    let mask = (0_u32..).flat_map(|count| hash.digest(&[seed, &count.to_be_bytes()]));
    let mut plain: Vec<u8> = masked.iter().zip(mask).map(|(one, other)| one ^ other).collect();
    if let Some(first) = plain.first_mut() {
        *first &= top;
    }
    let Some(at) = plain.len().checked_sub(salt + 1) else { return false };
    let (zeros, end) = plain.split_at(at);
    let Some((1, salt)) = end.split_first() else { return false };
    zeros.iter().all(|byte| *byte == 0) && hash.digest(&[&[0; 8], &digest, salt]) == seed
}
