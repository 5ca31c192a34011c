//! Messages, rightly and wrongly made.

use num_bigint::BigUint;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, SHA256, SHA384, SHA512, digest};
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm,
    RSA_PKCS1_SHA256, RSA_PSS_SHA256, RsaKeyPair,
};

use baocao_sign::cms::Cert;
use baocao_testing::bytes;

/// A file of `tests/certs`.
pub fn certificate(name: &str) -> Vec<u8> {
    bytes(&format!("crates/sign/tests/certs/{name}.der"))
}

/// The same, read.
pub fn anchor(name: &str) -> Cert {
    Cert::read(&certificate(name)).expect("a certificate")
}

pub fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let size = content.len();
    let head = match size {
        0..0x80 => vec![tag, size as u8],
        0x80..0x100 => vec![tag, 0x81, size as u8],
        _ => vec![tag, 0x82, (size >> 8) as u8, size as u8],
    };
    [head, content].concat()
}

pub fn oid(text: &str) -> Vec<u8> {
    let oid: der::asn1::ObjectIdentifier = text.parse().expect("an identifier");
    tlv(6, &[oid.as_bytes()])
}

const DATA: &str = "1.2.840.113549.1.7.1";
const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
const CONTENT_TYPE: &str = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
const SIGNING_TIME: &str = "1.2.840.113549.1.9.5";
const SIGNING_CERTIFICATE_V2: &str = "1.2.840.113549.1.9.16.2.47";
const TOKEN: &str = "1.2.840.113549.1.9.16.2.14";
const TST_INFO: &str = "1.2.840.113549.1.9.16.1.4";
const SHA_256: &str = "2.16.840.1.101.3.4.2.1";
const RSA: &str = "1.2.840.113549.1.1.1";
const PSS: &str = "1.2.840.113549.1.1.10";

/// How a value is made with the key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum How {
    Pkcs1,
    Pss,
    PssNoSalt,
    NoNull,
    Nested,
    P256,
    P384,
}

/// A message to be made.
#[derive(Debug, Clone)]
pub struct Cms {
    pub key: &'static str,
    pub how: How,
    /// The certificate that is named, and those that come with it.
    pub named: &'static str,
    pub certificates: Vec<&'static str>,
    pub digest: &'static str,
    /// The digest algorithm of the list before the certificates, if not the same.
    pub listed: Option<&'static str>,
    /// The digest algorithm that the signature itself names, if not the same.
    pub signature_algorithm: Option<&'static str>,
    pub signed_attributes: bool,
    pub content_type: Option<&'static str>,
    pub message_digests: usize,
    pub wrong_digest: bool,
    /// The certificate whose digest is among what is signed.
    pub bound: Option<&'static str>,
    /// `YYMMDDHHMMSSZ`
    pub time: Option<&'static str>,
    pub signers: usize,
    pub content: Option<Vec<u8>>,
    /// The timestamp: over the value, or over something else.
    pub stamp: Option<Stamp>,
    /// How often it stands there.
    pub stamps: usize,
    /// By key identifier.
    pub by_key: bool,
    /// Attributes in the wrong order.
    pub unsorted: bool,
    /// Revocation lists that come with it.
    pub lists: Vec<Vec<u8>>,
    pub tail: &'static [u8],
}

#[derive(Debug, Clone)]
pub struct Stamp {
    pub certificate: &'static str,
    pub key: &'static str,
    pub how: How,
    pub over: Option<Vec<u8>>,
    pub time: &'static str,
    pub broken: bool,
}

impl Stamp {
    pub fn good() -> Self {
        Self { certificate: "stamp", key: "stamp", how: How::P384, over: None, time: "20260301080000Z", broken: false }
    }

    pub fn token(&self, over: &[u8]) -> Vec<u8> {
        let over = self.over.as_deref().unwrap_or(over);
        let imprint = tlv(4, &[digest(&SHA256, over).as_ref()]);
        let info = tlv(
            0x30,
            &[
                &tlv(2, &[&[1]]),
                &oid("1.2.3.4"),
                &tlv(0x30, &[&algorithm(SHA_256), &imprint]),
                &tlv(2, &[&[7]]),
                &tlv(0x18, &[self.time.as_bytes()]),
            ],
        );
        let cms = Cms {
            key: self.key,
            how: self.how,
            named: self.certificate,
            certificates: vec![self.certificate],
            bound: Some(self.certificate),
            digest: if self.how == How::P384 { "2.16.840.1.101.3.4.2.2" } else { SHA_256 },
            content_type: Some(TST_INFO),
            content: Some(info.clone()),
            ..Cms::leader()
        };
        let mut token = cms.make(&info);
        if self.broken {
            let last = token.len() - 1;
            token[last] ^= 1;
        }
        token
    }
}

fn algorithm(name: &str) -> Vec<u8> {
    tlv(0x30, &[&oid(name), &[5, 0]])
}

fn hashed(name: &str, bytes: &[u8]) -> Vec<u8> {
    let with = match name {
        "1.3.14.3.2.26" => &SHA1_FOR_LEGACY_USE_ONLY,
        "2.16.840.1.101.3.4.2.2" => &SHA384,
        "2.16.840.1.101.3.4.2.3" => &SHA512,
        _ => &SHA256,
    };
    digest(with, bytes).as_ref().to_vec()
}

impl Cms {
    /// As the leader signs: PAdES, RSA, SHA-256.
    pub fn leader() -> Self {
        Self {
            key: "leader",
            how: How::Pkcs1,
            named: "leader",
            certificates: vec!["leader", "root"],
            digest: SHA_256,
            listed: None,
            signature_algorithm: None,
            signed_attributes: true,
            content_type: Some(DATA),
            message_digests: 1,
            wrong_digest: false,
            bound: Some("leader"),
            time: None,
            signers: 1,
            content: None,
            stamp: None,
            stamps: 1,
            by_key: false,
            unsorted: false,
            lists: Vec::new(),
            tail: &[],
        }
    }

    /// As the organ signs: ECDSA.
    pub fn organ() -> Self {
        let certificates = vec!["organ", "root"];
        Self { key: "organ", how: How::P256, named: "organ", certificates, bound: Some("organ"), ..Self::leader() }
    }

    pub fn make(&self, content: &[u8]) -> Vec<u8> {
        let signer = self.signer(content);
        let encapsulated = match &self.content {
            Some(content) => vec![oid(self.content_type.unwrap_or(DATA)), tlv(0xA0, &[&tlv(4, &[content])])],
            None => vec![oid(DATA)],
        };
        let encapsulated: Vec<&[u8]> = encapsulated.iter().map(Vec::as_slice).collect();
        let certificates: Vec<Vec<u8>> = self.certificates.iter().map(|name| certificate(name)).collect();
        let certificates: Vec<&[u8]> = certificates.iter().map(Vec::as_slice).collect();
        let lists: Vec<&[u8]> = self.lists.iter().map(Vec::as_slice).collect();
        let lists = if lists.is_empty() { Vec::new() } else { tlv(0xA1, &lists) };
        let data = tlv(
            0x30,
            &[
                &tlv(2, &[&[1]]),
                &tlv(0x31, &[&algorithm(self.listed.unwrap_or(self.digest))]),
                &tlv(0x30, &encapsulated),
                &tlv(0xA0, &certificates),
                &lists,
                &tlv(0x31, &vec![signer.as_slice(); self.signers]),
            ],
        );
        let message = tlv(0x30, &[&oid(SIGNED_DATA), &tlv(0xA0, &[&data])]);
        [&message, self.tail].concat()
    }

    fn signer(&self, content: &[u8]) -> Vec<u8> {
        let attributes = self.attributes(content);
        let signed = if self.signed_attributes { tlv(0x31, &[&attributes]) } else { content.to_vec() };
        let value = self.value(&signed);
        let unsigned = self.stamp.as_ref().map(|stamp| {
            let token = stamp.token(&value);
            let tokens = vec![token.as_slice(); self.stamps];
            tlv(0xA1, &[&tlv(0x30, &[&oid(TOKEN), &tlv(0x31, &tokens)])])
        });
        let sid = self.sid();
        let signature_algorithm = match (self.signature_algorithm, self.how) {
            (Some(named), _) => algorithm(named),
            (None, How::Pss) => pss(32),
            (None, How::PssNoSalt) => pss(0),
            (None, How::P256) => tlv(0x30, &[&oid("1.2.840.10045.4.3.2")]),
            (None, How::P384) => tlv(0x30, &[&oid("1.2.840.10045.4.3.3")]),
            _ => algorithm(RSA),
        };
        let in_place = if self.signed_attributes { tlv(0xA0, &[&attributes]) } else { Vec::new() };
        tlv(
            0x30,
            &[
                &tlv(2, &[&[if self.by_key { 3 } else { 1 }]]),
                &sid,
                &algorithm(self.digest),
                &in_place,
                &signature_algorithm,
                &tlv(4, &[&value]),
                &unsigned.unwrap_or_default(),
            ],
        )
    }

    fn sid(&self) -> Vec<u8> {
        let der = certificate(self.named);
        if self.by_key {
            let at = der.windows(5).position(|window| window == [6, 3, 0x55, 0x1D, 0x0E]).expect("a mark of the key");
            return tlv(0x80, &[&der[at + 9..at + 29]]);
        }
        let mut inside = Der(&der).open().open();
        inside.next();
        let serial = inside.next().to_vec();
        inside.next();
        tlv(0x30, &[inside.next(), &serial])
    }

    fn attributes(&self, content: &[u8]) -> Vec<u8> {
        let attribute = |name: &str, value: &[u8]| tlv(0x30, &[&oid(name), &tlv(0x31, &[value])]);
        let mut all = Vec::new();
        all.extend(self.content_type.map(|kind| attribute(CONTENT_TYPE, &oid(kind))));
        all.extend(self.time.map(|time| attribute(SIGNING_TIME, &tlv(0x17, &[time.as_bytes()]))));
        let mut md = hashed(self.digest, content);
        md[0] ^= u8::from(self.wrong_digest);
        for _ in 0..self.message_digests {
            all.push(attribute(MESSAGE_DIGEST, &tlv(4, &[&md])));
        }
        if let Some(bound) = self.bound {
            let id = tlv(0x30, &[&tlv(4, &[digest(&SHA256, &certificate(bound)).as_ref()])]);
            all.push(attribute(SIGNING_CERTIFICATE_V2, &tlv(0x30, &[&tlv(0x30, &[&id])])));
        }
        all.sort();
        if self.unsorted {
            all.reverse();
        }
        all.concat()
    }

    fn value(&self, signed: &[u8]) -> Vec<u8> {
        let key = bytes(&format!("crates/sign/tests/certs/{}.key", self.key));
        let random = SystemRandom::new();
        let rsa = |padding: &'static dyn ring::signature::RsaEncoding| {
            let pair = RsaKeyPair::from_pkcs8(&key).expect("a key");
            let mut value = vec![0; pair.public().modulus_len()];
            pair.sign(padding, &random, signed, &mut value).expect("a signature");
            value
        };
        let ecdsa = |algorithm| by_ecdsa(algorithm, &key, signed);
        match self.how {
            How::P256 => ecdsa(&ECDSA_P256_SHA256_ASN1_SIGNING),
            How::P384 => ecdsa(&ECDSA_P384_SHA384_ASN1_SIGNING),
            How::Pss => rsa(&RSA_PSS_SHA256),
            How::Pkcs1 => match self.digest {
                "1.3.14.3.2.26" => raw(&key, &padded(&digest_info(self.digest, signed, true))),
                "2.16.840.1.101.3.4.2.3" => rsa(&ring::signature::RSA_PKCS1_SHA512),
                _ => rsa(&RSA_PKCS1_SHA256),
            },
            How::NoNull => raw(&key, &padded(&digest_info(self.digest, signed, false))),
            How::PssNoSalt => raw(&key, &unsalted(signed)),
            How::Nested => Self { how: How::Pkcs1, stamp: None, ..self.clone() }.make(signed),
        }
    }
}

fn by_ecdsa(algorithm: &'static EcdsaSigningAlgorithm, key: &[u8], signed: &[u8]) -> Vec<u8> {
    let random = SystemRandom::new();
    let pair = EcdsaKeyPair::from_pkcs8(algorithm, key, &random).expect("a key");
    pair.sign(&random, signed).expect("a signature").as_ref().to_vec()
}

/// Something with the signature of a key of P-256 behind it.
pub fn sealed(key: &str, signed: &[u8], behind: &[u8]) -> Vec<u8> {
    let key = bytes(&format!("crates/sign/tests/certs/{key}.key"));
    let value = by_ecdsa(&ECDSA_P256_SHA256_ASN1_SIGNING, &key, signed);
    let named = tlv(0x30, &[&oid("1.2.840.10045.4.3.2")]);
    tlv(0x30, &[signed, &named, &tlv(3, &[&[0], &value]), behind])
}

fn pss(salt: u8) -> Vec<u8> {
    let hash = algorithm(SHA_256);
    let mask = tlv(0x30, &[&oid("1.2.840.113549.1.1.8"), &hash]);
    let salt = tlv(0xA2, &[&tlv(2, &[&[salt]])]);
    tlv(0x30, &[&oid(PSS), &tlv(0x30, &[&tlv(0xA0, &[&hash]), &tlv(0xA1, &[&mask]), &salt])])
}

fn digest_info(name: &str, signed: &[u8], null: bool) -> Vec<u8> {
    let named = if null { algorithm(name) } else { tlv(0x30, &[&oid(name)]) };
    tlv(0x30, &[&named, &tlv(4, &[&hashed(name, signed)])])
}

fn padded(info: &[u8]) -> Vec<u8> {
    [&[0, 1], vec![0xFF; 256 - 3 - info.len()].as_slice(), &[0], info].concat()
}

/// A block of PSS without a salt (RFC 8017, 9.1.1).
fn unsalted(signed: &[u8]) -> Vec<u8> {
    let seed = hashed(SHA_256, &[&[0; 8], hashed(SHA_256, signed).as_slice()].concat());
    let mask = (0_u32..).flat_map(|count| hashed(SHA_256, &[seed.as_slice(), &count.to_be_bytes()].concat()));
    let plain = [vec![0; 256 - 32 - 2], vec![1]].concat();
    let mut masked: Vec<u8> = plain.iter().zip(mask).map(|(one, other)| one ^ other).collect();
    masked[0] &= 0x7F;
    [masked, seed, vec![0xBC]].concat()
}

/// The private operation itself.
fn raw(pkcs8: &[u8], block: &[u8]) -> Vec<u8> {
    let mut info = Der(pkcs8).open();
    info.next();
    info.next();
    let mut key = info.open().open();
    key.next();
    let mut number = || BigUint::from_bytes_be(Der(key.next()).content());
    let (modulus, _, exponent) = (number(), number(), number());
    let value = BigUint::from_bytes_be(block).modpow(&exponent, &modulus).to_bytes_be();
    [vec![0; 256 - value.len()], value].concat()
}

/// Just enough to take apart what stands in `tests/certs`.
pub struct Der<'a>(pub &'a [u8]);

impl<'a> Der<'a> {
    fn sizes(&self) -> (usize, usize) {
        match self.0[1] {
            0x81 => (3, self.0[2].into()),
            0x82 => (4, usize::from(self.0[2]) << 8 | usize::from(self.0[3])),
            short => (2, short.into()),
        }
    }

    pub fn next(&mut self) -> &'a [u8] {
        let (head, size) = self.sizes();
        let (one, rest) = self.0.split_at(head + size);
        self.0 = rest;
        one
    }

    pub fn content(&self) -> &'a [u8] {
        let (head, size) = self.sizes();
        &self.0[head..head + size]
    }

    pub fn open(&self) -> Self {
        Self(self.content())
    }
}
