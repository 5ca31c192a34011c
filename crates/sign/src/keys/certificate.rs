//! Certificates: read, and looked at before they sign.

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use chrono::{DateTime, Utc};
use const_oid::ObjectIdentifier;
use const_oid::db::{rfc4519, rfc5912};
use der::Decode;
use ring::signature::{self, UnparsedPublicKey, VerificationAlgorithm};
use x509_cert::ext::pkix::BasicConstraints;

use super::{Hash, Scheme};
use crate::cms::Cert;

/// Bits that the modulus of an RSA key has at least.
const LEAST_RSA_BITS: usize = 2048;

/// Certificates in one file.
const MOST: usize = 1_000;

/// A certificate, with the bytes that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    parsed: x509_cert::Certificate,
}

/// The kind of a public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PublicKey {
    Rsa,
    P256,
    P384,
}

impl Certificate {
    /// A certificate from its DER.
    pub fn from_der(der: &[u8]) -> Result<Self, Finding> {
        let parsed = x509_cert::Certificate::from_der(der).map_err(|_| unreadable(crate::first_bytes(der)))?;
        Ok(Self { der: der.to_vec(), parsed })
    }

    /// The certificates of a file, PEM or DER.
    pub fn read_all(file: &[u8]) -> Result<Vec<Self>, Finding> {
        if file.first() == Some(&0x30) {
            return Ok(vec![Self::from_der(file)?]);
        }
        let mut certificates = Vec::new();
        for block in crate::pem::blocks(file, "CERTIFICATE").take(MOST) {
            certificates.push(Self::from_der(&block.map_err(unreadable)?)?);
        }
        if certificates.is_empty() { Err(unreadable("")) } else { Ok(certificates) }
    }

    /// Its bytes.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// As signatures are verified with it.
    pub fn cert(&self) -> Option<Cert> {
        Cert::read(&self.der).ok()
    }

    /// Whether another one is named as its issuer.
    pub(crate) fn is_issued_by(&self, other: &Self) -> bool {
        self.parsed.tbs_certificate.issuer == other.parsed.tbs_certificate.subject
    }

    /// Whether it names itself as its issuer: the end of a way.
    pub(crate) fn issued_itself(&self) -> bool {
        self.is_issued_by(self)
    }

    /// Whose it is, as others may be told: its common name, or all that it says.
    pub fn subject(&self) -> String {
        let subject = &self.parsed.tbs_certificate.subject;
        let names = subject.0.iter().flat_map(|names| names.0.iter());
        let common = names.filter(|name| name.oid == rfc4519::CN).find_map(|name| {
            // UTF8String, PrintableString, BMPString
            let bytes = name.value.value();
            match u8::from(der::Tagged::tag(&name.value)) {
                0x1E => {
                    let units: Vec<u16> =
                        bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
                    String::from_utf16(&units).ok()
                }
                _ => String::from_utf8(bytes.to_vec()).ok(),
            }
        });
        common.unwrap_or_else(|| subject.to_string())
    }

    /// The kind of its public key; none if it is not one that documents are signed with.
    pub(crate) fn public_key(&self) -> Option<PublicKey> {
        let info = &self.parsed.tbs_certificate.subject_public_key_info;
        match info.algorithm.oid {
            rfc5912::RSA_ENCRYPTION => {
                let key = self.public_bytes()?;
                let key = RsaPublicKey::from_der(key).ok()?;
                (key.modulus.as_bytes().len() * 8 >= LEAST_RSA_BITS).then_some(PublicKey::Rsa)
            }
            rfc5912::ID_EC_PUBLIC_KEY => {
                match info.algorithm.parameters.as_ref()?.decode_as::<ObjectIdentifier>().ok()? {
                    rfc5912::SECP_256_R_1 => Some(PublicKey::P256),
                    rfc5912::SECP_384_R_1 => Some(PublicKey::P384),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The public key as signatures are verified with it.
    pub(crate) fn public_bytes(&self) -> Option<&[u8]> {
        self.parsed.tbs_certificate.subject_public_key_info.subject_public_key.as_bytes()
    }

    /// Whether a signature of some bytes was made by its key.
    pub(crate) fn verifies(&self, scheme: Scheme, bytes: &[u8], made: &[u8]) -> bool {
        let algorithm: &dyn VerificationAlgorithm = match scheme {
            Scheme::RsaPkcs1(Hash::Sha256) => &signature::RSA_PKCS1_2048_8192_SHA256,
            Scheme::RsaPkcs1(Hash::Sha384) => &signature::RSA_PKCS1_2048_8192_SHA384,
            Scheme::RsaPkcs1(Hash::Sha512) => &signature::RSA_PKCS1_2048_8192_SHA512,
            Scheme::RsaPss(Hash::Sha256) => &signature::RSA_PSS_2048_8192_SHA256,
            Scheme::RsaPss(Hash::Sha384) => &signature::RSA_PSS_2048_8192_SHA384,
            Scheme::RsaPss(Hash::Sha512) => &signature::RSA_PSS_2048_8192_SHA512,
            Scheme::EcdsaP256 => &signature::ECDSA_P256_SHA256_ASN1,
            Scheme::EcdsaP384 => &signature::ECDSA_P384_SHA384_ASN1,
        };
        let verified = |key: &[u8]| UnparsedPublicKey::new(algorithm, key).verify(bytes, made);
        self.public_bytes().is_some_and(|key| verified(key).is_ok())
    }

    /// The kind and size of its key, as people say it.
    pub(crate) fn key_name(&self) -> String {
        let named = self.cert().map(|cert| cert.key_name()).filter(|name| !name.is_empty());
        named.unwrap_or_else(|| self.parsed.tbs_certificate.subject_public_key_info.algorithm.oid.to_string())
    }

    /// Refuses a certificate that must not sign at a time: before or after its own, for something else, with a key that is
    /// too weak.
    pub fn check(&self, time: DateTime<Utc>) -> Result<(), Finding> {
        let name = self.subject();
        if self.public_key().is_none() {
            return Err(unfit_key(&self.key_name()));
        }
        let validity = &self.parsed.tbs_certificate.validity;
        let at = u64::try_from(time.timestamp()).unwrap_or_default();
        let wrong = if at < validity.not_before.to_unix_duration().as_secs() {
            Some(msg!("chứng thư của {name} chưa có hiệu lực lúc ký", "the certificate of {name} does not hold yet"))
        } else if at > validity.not_after.to_unix_duration().as_secs() {
            Some(msg!("chứng thư của {name} đã hết hạn lúc ký", "the certificate of {name} does not hold any more"))
        } else {
            None
        };
        if let Some(wrong) = wrong {
            let clock = |time: x509_cert::time::Time| {
                let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok();
                seconds.and_then(crate::time::now).map_or_else(|| time.to_string(), |time| time.to_rfc3339())
            };
            let (from, to) = (clock(validity.not_before), clock(validity.not_after));
            let found = crate::time::now(time.timestamp()).map_or_else(|| time.to_rfc3339(), |time| time.to_rfc3339());
            return Err(kinds::signing::CERTIFICATE_TIME
                .finding(wrong)
                .found(found)
                .expected(msg!("{from} đến {to}", "{from} to {to}")));
        }
        let may_sign = self.cert().is_some_and(|cert| cert.may_sign() && !cert.is_for_the_unknown());
        let is_authority = self.extension::<BasicConstraints>().is_some_and(|constraints| constraints.ca);
        if self.cert().is_some_and(|cert| cert.demands_more()) {
            return Err(kinds::signing::CERTIFICATE_USAGE.finding(msg!(
                "chứng thư của {name} đặt điều kiện bắt buộc mà chương trình này không biết",
                "the certificate of {name} makes a condition (critical) that is not known here"
            )));
        }
        if may_sign && !is_authority {
            return Ok(());
        }
        Err(kinds::signing::CERTIFICATE_USAGE.finding(msg!(
            "chứng thư của {name} không được cấp để ký văn bản",
            "the certificate of {name} is not for signing documents"
        )))
    }

    /// An extension that it has; one that cannot be read counts as none.
    pub(crate) fn extension<'a, T: Decode<'a> + const_oid::AssociatedOid>(&'a self) -> Option<T> {
        self.parsed.tbs_certificate.get::<T>().ok().flatten().map(|(_, extension)| extension)
    }

    /// The issuer and the serial number, by which a signature names its certificate.
    pub(crate) fn identifier(&self) -> cms::cert::IssuerAndSerialNumber {
        let certificate = &self.parsed.tbs_certificate;
        cms::cert::IssuerAndSerialNumber {
            issuer: certificate.issuer.clone(),
            serial_number: certificate.serial_number.clone(),
        }
    }
}

/// An RSA public key (RFC 8017, A.1.1).
#[derive(der::Sequence)]
struct RsaPublicKey<'a> {
    modulus: der::asn1::UintRef<'a>,
    #[allow(dead_code, reason = "the type says what stands in the file")]
    exponent: der::asn1::UintRef<'a>,
}

pub(crate) fn unfit_key(found: &str) -> Finding {
    kinds::signing::KEY_UNFIT
        .finding(msg!("loại khóa không dùng được", "a key of this kind is not used"))
        .found(found)
        .expected(msg!("RSA từ 2048 bit, ECDSA P-256, P-384", "RSA from 2048 bits, ECDSA P-256, P-384"))
}

pub(crate) fn mismatch() -> Finding {
    kinds::signing::KEY_MISMATCH
        .finding(msg!("khóa không khớp với chứng thư", "the key does not belong to the certificate"))
}

fn unreadable(found: impl Into<String>) -> Finding {
    kinds::signing::CERTIFICATE_UNREADABLE
        .finding(msg!("chứng thư không đọc được", "a certificate cannot be read"))
        .found(found)
        .expected(msg!("X.509, PEM hoặc DER", "X.509, PEM or DER"))
}
