//! Keys in files (PKCS#12, RFC 7292), as OpenSSL 3 and older programs write them.

use baocao_core::diagnostic::{Finding, Message, caught};
use baocao_core::{kinds, msg};
use der::{Decode, asn1::OctetStringRef};
use ring::rand::SystemRandom;
use ring::rsa::KeyPair as RsaKeyPair;
use ring::signature::{self, EcdsaKeyPair};

use super::certificate::{PublicKey, mismatch, unfit_key};
use super::container::{Closed, Opened, opened};
use super::{Certificate, Hash, Key, Scheme};

/// Bytes of a file.
const MOST_BYTES: usize = 1 << 20;

/// Opens a file of one key with its passphrase. Key and certificate must belong together.
pub fn open(file: &[u8], passphrase: &str) -> Result<Box<dyn Key>, Finding> {
    if file.len() > MOST_BYTES {
        return Err(unreadable(msg!("tệp lớn hơn 1 MB", "the file is larger than 1 MB")));
    }
    let Opened { key, certificate, issuers } = caught(|| opened(file, passphrase))?.map_err(|closed| match closed {
        Closed::Passphrase => kinds::signing::KEY_UNREADABLE
            .finding(msg!("mật khẩu của tệp khóa không đúng", "the passphrase of the key is wrong")),
        Closed::Damaged => unreadable(msg!("tệp hỏng hoặc không phải PKCS#12", "the file is damaged or no PKCS#12")),
        Closed::NoKey => {
            unreadable(msg!("không có khóa bí mật đi cùng chứng thư", "there is no private key with a certificate"))
        }
        Closed::TooMuch => unreadable(msg!(
            "tệp đòi nhiều vòng lặp hoặc chứa nhiều khóa và chứng thư hơn mức được xử lý",
            "it asks for more iterations, or holds more keys and certificates, than are handled"
        )),
        Closed::Circle => unreadable(msg!(
            "các chứng thư trong tệp cấp cho nhau thành vòng",
            "certificates in it issue each other in a circle"
        )),
    })?;
    let pair = Pair::new(&key, &certificate)?;
    Ok(Box::new(FileKey { pair, certificate, issuers, random: SystemRandom::new() }))
}

struct FileKey {
    pair: Pair,
    certificate: Certificate,
    issuers: Vec<Certificate>,
    random: SystemRandom,
}

enum Pair {
    Rsa(RsaKeyPair),
    Ecdsa(EcdsaKeyPair),
}

impl Pair {
    /// A private key (PKCS#8) for its certificate.
    fn new(key: &[u8], certificate: &Certificate) -> Result<Self, Finding> {
        let public = certificate.public_bytes().ok_or_else(mismatch)?;
        let curve = match certificate.public_key() {
            Some(PublicKey::Rsa) => {
                let pair = RsaKeyPair::from_pkcs8(key).map_err(|_| unfit_key(&certificate.key_name()))?;
                return if pair.public().as_ref() == public { Ok(Self::Rsa(pair)) } else { Err(mismatch()) };
            }
            Some(PublicKey::P256) => &signature::ECDSA_P256_SHA256_ASN1_SIGNING,
            Some(PublicKey::P384) => &signature::ECDSA_P384_SHA384_ASN1_SIGNING,
            None => return Err(unfit_key(&certificate.key_name())),
        };
        let info = PrivateKeyInfo::from_der(key).map_err(|_| unfit_key(&certificate.key_name()))?;
        let secret = EcPrivateKey::from_der(info.key.as_bytes()).map_err(|_| unfit_key(&certificate.key_name()))?;
        // It also computes the public key of the private one.
        let pair =
            EcdsaKeyPair::from_private_key_and_public_key(curve, secret.key.as_bytes(), public, &SystemRandom::new());
        pair.map(Self::Ecdsa).map_err(|_| mismatch())
    }
}

impl Key for FileKey {
    fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    fn issuers(&self) -> &[Certificate] {
        &self.issuers
    }

    fn sign(&self, scheme: Scheme, bytes: &[u8]) -> Result<Vec<u8>, Finding> {
        let failed = |_| unfit_key("");
        let padding: &dyn signature::RsaEncoding = match scheme {
            Scheme::RsaPkcs1(Hash::Sha256) => &signature::RSA_PKCS1_SHA256,
            Scheme::RsaPkcs1(Hash::Sha384) => &signature::RSA_PKCS1_SHA384,
            Scheme::RsaPkcs1(Hash::Sha512) => &signature::RSA_PKCS1_SHA512,
            Scheme::RsaPss(Hash::Sha256) | Scheme::EcdsaP256 => &signature::RSA_PSS_SHA256,
            Scheme::RsaPss(Hash::Sha384) | Scheme::EcdsaP384 => &signature::RSA_PSS_SHA384,
            Scheme::RsaPss(Hash::Sha512) => &signature::RSA_PSS_SHA512,
        };
        match (&self.pair, scheme) {
            (Pair::Rsa(pair), Scheme::RsaPkcs1(_) | Scheme::RsaPss(_)) => {
                let mut signed = vec![0; pair.public().modulus_len()];
                pair.sign(padding, &self.random, bytes, &mut signed).map_err(failed)?;
                Ok(signed)
            }
            (Pair::Ecdsa(pair), Scheme::EcdsaP256 | Scheme::EcdsaP384) => {
                pair.sign(&self.random, bytes).map(|signed| signed.as_ref().to_vec()).map_err(failed)
            }
            _ => Err(unfit_key("")),
        }
    }
}

/// A private key with what it is for (RFC 5208); attributes behind it are not read.
#[derive(der::Sequence)]
struct PrivateKeyInfo<'a> {
    #[allow(dead_code, reason = "the type says what stands in the file")]
    version: u8,
    #[allow(dead_code, reason = "the type says what stands in the file")]
    algorithm: x509_cert::spki::AlgorithmIdentifierRef<'a>,
    key: OctetStringRef<'a>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    #[allow(dead_code, reason = "the type says what stands in the file")]
    attributes: Option<der::asn1::SetOfVec<der::Any>>,
}

/// A private key of an elliptic curve (RFC 5915).
#[derive(der::Sequence)]
struct EcPrivateKey<'a> {
    #[allow(dead_code, reason = "the type says what stands in the file")]
    version: u8,
    key: OctetStringRef<'a>,
    #[asn1(context_specific = "0", optional = "true")]
    #[allow(dead_code, reason = "the type says what stands in the file")]
    curve: Option<der::Any>,
    #[asn1(context_specific = "1", optional = "true")]
    #[allow(dead_code, reason = "the type says what stands in the file")]
    public: Option<der::Any>,
}

fn unreadable(Message { vi, en }: Message) -> Finding {
    kinds::signing::KEY_UNREADABLE
        .finding(msg!("tệp khóa không dùng được: {vi}", "the file of the key cannot be used: {en}"))
        .expected(msg!("PKCS#12 có một khóa và chứng thư của khóa", "PKCS#12 with one key and its certificate"))
}
