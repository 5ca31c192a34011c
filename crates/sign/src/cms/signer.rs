//! Whether a message is signed as it says.

use const_oid::db::rfc5911::{ID_CONTENT_TYPE, ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNING_TIME};
use der::asn1::ObjectIdentifier;

use super::algorithm::name;
use super::message::{Message, Signer};
use super::tlv::{INTEGER, Node, OCTET_STRING, SEQUENCE};
use super::{Algorithm, Cert, Hash, Revocation, Time, Unreadable, Verdict};

/// `signing-certificate` (RFC 2634) and its successor (RFC 5035).
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
/// `CMSAlgorithmProtection` (RFC 6211).
const ALGORITHM_PROTECTION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.52");
/// A timestamp over the signature (RFC 3161, appendix A).
const TIMESTAMP_TOKEN: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");
/// Adobe's revocation data among the signed attributes.
const REVOCATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113583.1.1.8");

/// Why nothing can be said of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It cannot be read.
    Unreadable,
    /// Not one signed it, but so many.
    Signers(usize),
    /// It holds its content, although that stands elsewhere; or it should and does not.
    Content,
    /// It does not say, or not once, of what kind its content is, or says something else outside.
    ContentType,
    /// It does not say, or not once, what the digest of its content is.
    NoDigest,
}

/// What is signed.
#[derive(Debug, Clone, Copy)]
pub enum Content<'a> {
    /// What stands elsewhere, in some pieces.
    Detached(&'a [&'a [u8]]),
    /// What the message itself holds.
    Enclosed,
}

/// What a message says, and whether it is so.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Whose key is said to have signed.
    pub certificate: Option<Cert>,
    /// All certificates that came with it.
    pub certificates: Vec<Cert>,
    /// Whether the digest in it is that of the content; none where there is none beside the signature itself, or where
    /// nobody here knows how it was made.
    pub digest: Option<bool>,
    /// How the digest was made, by name.
    pub digest_name: String,
    /// Whether it was made by SHA-1.
    pub weak: bool,
    /// Whether the signature fits the key and what is signed; none without a certificate.
    pub verdict: Option<Verdict>,
    /// How it was signed, by name.
    pub algorithm: String,
    /// Whether it was signed by RSA-PSS.
    pub is_pss: bool,
    /// Whether the certificate that is named among what is signed is the signer's; none where none is named.
    pub bound: Option<bool>,
    /// When it was signed, as the signer says.
    pub time: Option<Time>,
    /// The signature.
    pub value: Vec<u8>,
    /// Timestamps over the signature.
    pub tokens: Vec<Vec<u8>>,
    /// What comes with it about revocation.
    pub revocation: Vec<Revocation>,
    /// The kind of content.
    pub content_type: ObjectIdentifier,
    /// The content that it holds.
    pub content: Option<Vec<u8>>,
    /// Whether there is more behind it than zeros.
    pub more: bool,
}

/// Reads a message and checks its signature, with its own certificates or else one of others. Whether the certificate
/// is trusted is another matter.
pub fn check(bytes: &[u8], content: Content<'_>, others: &[Cert]) -> Result<Signed, Trouble> {
    let message = Message::read(bytes).map_err(|Unreadable| Trouble::Unreadable)?;
    let [signer] = message.signers.as_slice() else { return Err(Trouble::Signers(message.signers.len())) };
    let enclosed: [&[u8]; 1];
    let content = match (content, &message.content) {
        (Content::Detached(pieces), None) => pieces,
        (Content::Enclosed, Some(content)) => {
            enclosed = [content];
            &enclosed
        }
        _ => return Err(Trouble::Content),
    };
    if message.content.is_none() && message.content_type != ID_DATA {
        return Err(Trouble::ContentType);
    }
    let certificates: Vec<Cert> = message.certificates.iter().filter_map(|der| Cert::read(der).ok()).collect();
    let certificate = certificates.iter().chain(others).find(|certificate| certificate.is(&signer.sid)).cloned();
    let hash = Hash::of(signer.digest.oid);
    let attribute = |oid| signer.signed_attribute(oid);
    let digest = if signer.signed.is_some() {
        let kind = attribute(ID_CONTENT_TYPE).ok().flatten().and_then(|kind| kind.oid().ok());
        if kind != Some(message.content_type) {
            return Err(Trouble::ContentType);
        }
        let digest = attribute(ID_MESSAGE_DIGEST).ok().flatten().filter(|digest| digest.tag == OCTET_STRING);
        let digest = digest.ok_or(Trouble::NoDigest)?;
        hash.map(|hash| hash.digest(content) == digest.content)
    } else {
        None
    };
    let verdict = certificate.as_ref().map(|certificate| {
        let signed = signer.signed_bytes().unwrap_or_else(|| content.concat());
        match certificate.key() {
            // Readers make the digests of the list at once, and find none of another kind (RFC 5652, 5.1).
            _ if !algorithms_agree(signer) || !message.digests.contains(&signer.digest.oid) => Verdict::Contradiction,
            Ok(_) if hash.is_none() => Verdict::Unknown(signer.digest.name()),
            Ok(key) => key.check(&signer.algorithm, hash, &signed, &signer.value),
            Err(Unreadable) => Verdict::Unknown(signer.algorithm.name()),
        }
    });
    let tokens = signer.unsigned.iter().filter(|attribute| attribute.oid == TIMESTAMP_TOKEN);
    Ok(Signed {
        digest,
        digest_name: hash.map_or_else(|| name(signer.digest.oid), |hash| hash.name().to_owned()),
        weak: hash == Some(Hash::Sha1),
        verdict,
        algorithm: signer.algorithm.name(),
        is_pss: signer.algorithm.oid == const_oid::db::rfc5912::ID_RSASSA_PSS,
        bound: certificate.as_ref().and_then(|certificate| bound(signer, certificate)),
        time: attribute(ID_SIGNING_TIME).ok().flatten().and_then(|time| Time::read(&time).ok()),
        value: signer.value.to_vec(),
        tokens: tokens.flat_map(|attribute| &attribute.values).map(|token| token.whole.to_vec()).collect(),
        revocation: revocation(&message, attribute(REVOCATION).ok().flatten()),
        content_type: message.content_type,
        content: message.content.map(|content| content.into_owned()),
        more: message.rest.iter().any(|byte| *byte != 0),
        certificate,
        certificates,
    })
}

/// What a message holds about revocation: beside its certificates, and among what is signed, as Adobe has it.
fn revocation(message: &Message<'_>, archival: Option<Node<'_>>) -> Vec<Revocation> {
    let lists = |node: Node<'_>| -> Result<Vec<Revocation>, Unreadable> {
        let mut all = Vec::new();
        // Lists, responses, and others that nobody uses.
        for kind in node.inside().all()? {
            let inside = kind.inside().expect(SEQUENCE)?.inside().all()?;
            all.extend(inside.iter().filter_map(|one| Revocation::from_der(one.whole).ok()));
        }
        Ok(all)
    };
    let mut all = archival.and_then(|node| lists(node).ok()).unwrap_or_default();
    all.extend(message.revocation.iter().filter_map(|der| Revocation::from_der(der).ok()));
    all
}

/// Whether the algorithms among what is signed are those that stand outside.
fn algorithms_agree(signer: &Signer<'_>) -> bool {
    let Ok(protection) = signer.signed_attribute(ALGORITHM_PROTECTION) else { return false };
    let Some(protection) = protection else { return true };
    let mut inside = protection.inside();
    let digest = inside.next().and_then(Algorithm::read);
    // The second one stands there with the tag of a place, not of a sequence.
    let algorithm = inside.optional(0xA1).map(|node| node.and_then(|node| node.inside().next().ok()?.oid().ok()));
    matches!(digest, Ok(digest) if digest.oid == signer.digest.oid)
        && matches!(algorithm, Ok(oid) if oid.is_none_or(|oid| oid == signer.algorithm.oid))
}

/// Whether the certificate that is named among what is signed is this one.
fn bound(signer: &Signer<'_>, certificate: &Cert) -> Option<bool> {
    let named = [(SIGNING_CERTIFICATE, Hash::Sha1), (SIGNING_CERTIFICATE_V2, Hash::Sha256)];
    let held = named.into_iter().filter_map(|(oid, hash)| match signer.signed_attribute(oid) {
        Ok(None) => None,
        Ok(Some(value)) => Some(names(value, hash, certificate).unwrap_or(false)),
        Err(Unreadable) => Some(false),
    });
    held.reduce(|one, other| one && other)
}

fn names(value: super::tlv::Node<'_>, otherwise: Hash, certificate: &Cert) -> Result<bool, Unreadable> {
    let mut id = value.inside().expect(SEQUENCE)?.inside().expect(SEQUENCE)?.inside();
    let hash = match id.optional(SEQUENCE)? {
        Some(algorithm) => Hash::of(Algorithm::read(algorithm)?.oid).ok_or(Unreadable)?,
        None => otherwise,
    };
    let digest = id.expect(OCTET_STRING)?.content;
    let serial = match id.optional(SEQUENCE)? {
        None => true,
        Some(issuer_serial) => {
            let mut inside = issuer_serial.inside();
            // A list of general names, of which one is a directory name.
            let names = inside.expect(SEQUENCE)?.inside().all()?;
            let issuer = names.iter().any(|name| name.tag == 0xA4 && certificate.has_issuer(name.content));
            issuer && certificate.has_serial(inside.expect(INTEGER)?.content)
        }
    };
    Ok(serial && hash.digest(&[certificate.der()]) == digest)
}
