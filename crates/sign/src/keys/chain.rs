//! The way from a certificate to one that is trusted.

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use chrono::{DateTime, Utc};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5912;
use ring::signature::{self, UnparsedPublicKey, VerificationAlgorithm};
use x509_cert::ext::pkix::BasicConstraints;

use super::certificate::{Certificate, PublicKey};

/// Certificates on a way.
const MOST: usize = 8;

/// The certificates between one and an anchor, the issuer first, the anchor last; refused where there is no way, step by
/// step signed rightly by an authority that holds at the time.
pub fn leads_to(
    certificate: &Certificate,
    between: &[Certificate],
    anchors: &[Certificate],
    time: DateTime<Utc>,
) -> Result<Vec<Certificate>, Finding> {
    let mut way: Vec<Certificate> = Vec::new();
    while way.len() < MOST {
        let last = way.last().unwrap_or(certificate);
        if anchors.contains(last) {
            return Ok(way);
        }
        let issues = |other: &&Certificate| {
            other.parsed().tbs_certificate.subject == last.parsed().tbs_certificate.issuer
                && other.extension::<BasicConstraints>().is_none_or(|constraints| constraints.ca)
                && other.holds(time)
                && !way.contains(other)
                && is_signed_by(last, other)
        };
        let Some(issuer) = anchors.iter().chain(between).find(issues) else { break };
        way.push(issuer.clone());
    }
    let name = certificate.subject();
    let issuer = way.last().unwrap_or(certificate).parsed().tbs_certificate.issuer.to_string();
    Err(kinds::signing::CERTIFICATE_CHAIN
        .finding(msg!(
            "chứng thư của {name} không dẫn đến gốc nào đã nêu",
            "the certificate of {name} leads to none of the given roots"
        ))
        .expected(msg!("chứng thư của {issuer}", "the certificate of {issuer}"))
        .hint(msg!("thêm chứng thư trung gian bằng --chain", "add the certificates between with --chain")))
}

/// Whether a certificate was signed by the key of another.
fn is_signed_by(certificate: &Certificate, issuer: &Certificate) -> bool {
    let parsed = certificate.parsed();
    let algorithm = issuer.public_key().and_then(|key| algorithm(key, parsed.signature_algorithm.oid));
    let (Some(algorithm), Some(key), Some(part), Some(signature)) =
        (algorithm, issuer.public_bytes(), certificate.signed_part(), parsed.signature.as_bytes())
    else {
        return false;
    };
    UnparsedPublicKey::new(algorithm, key).verify(part, signature).is_ok()
}

/// How a signature of an algorithm is verified with a key of a kind.
fn algorithm(key: PublicKey, oid: ObjectIdentifier) -> Option<&'static dyn VerificationAlgorithm> {
    Some(match (key, oid) {
        (PublicKey::Rsa, rfc5912::SHA_256_WITH_RSA_ENCRYPTION) => &signature::RSA_PKCS1_2048_8192_SHA256,
        (PublicKey::Rsa, rfc5912::SHA_384_WITH_RSA_ENCRYPTION) => &signature::RSA_PKCS1_2048_8192_SHA384,
        (PublicKey::Rsa, rfc5912::SHA_512_WITH_RSA_ENCRYPTION) => &signature::RSA_PKCS1_2048_8192_SHA512,
        (PublicKey::P256, rfc5912::ECDSA_WITH_SHA_256) => &signature::ECDSA_P256_SHA256_ASN1,
        (PublicKey::P256, rfc5912::ECDSA_WITH_SHA_384) => &signature::ECDSA_P256_SHA384_ASN1,
        (PublicKey::P384, rfc5912::ECDSA_WITH_SHA_256) => &signature::ECDSA_P384_SHA256_ASN1,
        (PublicKey::P384, rfc5912::ECDSA_WITH_SHA_384) => &signature::ECDSA_P384_SHA384_ASN1,
        _ => return None,
    })
}
