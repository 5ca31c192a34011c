//! What a file of a key holds (PKCS#12, RFC 7292), as OpenSSL 3 and older programs encrypt it: the key and its certificates.
//! What it costs to open is bounded, whatever the file asks for.

use cbc::Decryptor;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockCipher, BlockDecrypt, BlockDecryptMut, KeyInit, KeyIvInit};
use cms::cert::x509::spki::AlgorithmIdentifierOwned;
use cms::content_info::ContentInfo;
use cms::encrypted_data::EncryptedData;
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911::{ID_DATA, ID_ENCRYPTED_DATA};
use const_oid::db::rfc5912::{ID_SHA_1, ID_SHA_256};
use der::asn1::{ContextSpecific, OctetString};
use der::{Decode, Encode};
use pkcs5::pbes2::{self, Kdf, Pbkdf2Prf};
use pkcs12::authenticated_safe::AuthenticatedSafe;
use pkcs12::cert_type::CertBag;
use pkcs12::kdf::{Pkcs12KeyType, derive_key_utf8};
use pkcs12::mac_data::MacData;
use pkcs12::pbe_params::{EncryptedPrivateKeyInfo, Pkcs12PbeParams};
use pkcs12::pfx::Pfx;
use pkcs12::safe_bag::{SafeBag, SafeContents};
use ring::hmac;
use sha1::Sha1;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::Certificate;

/// Keys and certificates of one file.
const MOST_BAGS: usize = 100;

/// What all keys that are derived from the passphrase may cost, in hashes of a block: a second. 600,000 iterations, the most
/// that programs write by themselves, three times over are 3 million.
const MOST_HASHES: u64 = 4_000_000;

const LOCAL_KEY_ID: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.21");
const SHROUDED_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.2");
const CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.3");
const X509: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.22.1");
const SHA_TRIPLE_DES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.3");
const SHA_RC2_40: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.6");

/// Why a file does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    /// It is no PKCS#12, or damaged, or in a way that is not known.
    Damaged,
    /// By its own digest, the passphrase is another.
    Passphrase,
    /// There is no key with a certificate.
    NoKey,
    /// It holds more, or asks for more iterations, than is done.
    TooMuch,
    /// Certificates in it issue each other.
    Circle,
}

impl From<der::Error> for Closed {
    fn from(_: der::Error) -> Self {
        Self::Damaged
    }
}

/// A private key (PKCS#8) with its certificate, and those of who issued that, the nearest first.
pub(super) struct Opened {
    pub(super) key: Zeroizing<Vec<u8>>,
    pub(super) certificate: Certificate,
    pub(super) issuers: Vec<Certificate>,
}

/// Opens a file with its passphrase: its first key that has a certificate.
pub(super) fn opened(file: &[u8], passphrase: &str) -> Result<Opened, Closed> {
    let pfx = Pfx::from_der(file)?;
    if pfx.auth_safe.content_type != ID_DATA {
        return Err(Closed::Damaged);
    }
    let mut reader = Reader { passphrase, hashes: MOST_HASHES, bags: 0, keys: Vec::new(), certificates: Vec::new() };
    let content = pfx.auth_safe.content.decode_as::<OctetString>()?;
    if let Some(mac) = &pfx.mac_data {
        reader.check(mac, content.as_bytes())?;
    }
    for safe in AuthenticatedSafe::from_der(content.as_bytes())? {
        reader.safe(&safe)?;
    }
    let Reader { keys, certificates, .. } = reader;
    let of = |id: &[u8]| certificates.iter().find(|(other, _)| other.as_deref() == Some(id));
    let found = keys.into_iter().find_map(|(id, key)| Some((key, of(&id?)?.1.clone())));
    let (key, certificate) = found.ok_or(Closed::NoKey)?;
    let mut issuers: Vec<Certificate> = Vec::new();
    loop {
        let last = issuers.last().unwrap_or(&certificate);
        let mut of_issuer =
            certificates.iter().filter(|(_, one)| last.is_issued_by(one)).map(|(_, one)| one).peekable();
        if last.issued_itself() || of_issuer.peek().is_none() {
            break;
        }
        // Of several of one name one may lead out of a circle.
        let next = of_issuer.find(|next| **next != certificate && !issuers.contains(next)).ok_or(Closed::Circle)?;
        issuers.push(next.clone());
    }
    Ok(Opened { key, certificate, issuers })
}

/// What joins a key to its certificate.
type LocalId = Option<Vec<u8>>;

struct Reader<'p> {
    passphrase: &'p str,
    /// What may still be spent.
    hashes: u64,
    bags: usize,
    keys: Vec<(LocalId, Zeroizing<Vec<u8>>)>,
    certificates: Vec<(LocalId, Certificate)>,
}

impl Reader<'_> {
    fn spend(&mut self, iterations: u64, each: u64) -> Result<(), Closed> {
        let left = iterations.checked_mul(each.max(1)).and_then(|hashes| self.hashes.checked_sub(hashes));
        self.hashes = left.ok_or(Closed::TooMuch)?;
        Ok(())
    }

    /// A key of so many bytes, as PKCS#12 derives it; `hash` is how many one hash has.
    fn derived<D>(
        &mut self,
        salt: &[u8],
        what: Pkcs12KeyType,
        iterations: i32,
        [size, hash]: [usize; 2],
    ) -> Result<Zeroizing<Vec<u8>>, Closed>
    where
        D: sha2::Digest + sha2::digest::FixedOutputReset + sha2::digest::core_api::BlockSizeUser,
    {
        let iterations_or_none = u64::try_from(iterations).map_err(|_| Closed::Damaged)?;
        self.spend(iterations_or_none, size.div_ceil(hash) as u64)?;
        Ok(Zeroizing::new(derive_key_utf8::<D>(self.passphrase, salt, what, iterations, size)?))
    }

    /// Whether the passphrase is that of the file, by the digest that stands at its end.
    fn check(&mut self, mac: &MacData, content: &[u8]) -> Result<(), Closed> {
        let (salt, iterations) = (mac.mac_salt.as_bytes(), mac.iterations);
        let (algorithm, key) = match mac.mac.algorithm.oid {
            ID_SHA_1 => {
                let key = self.derived::<Sha1>(salt, Pkcs12KeyType::Mac, iterations, [20, 20])?;
                (hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, key)
            }
            ID_SHA_256 => (hmac::HMAC_SHA256, self.derived::<Sha256>(salt, Pkcs12KeyType::Mac, iterations, [32, 32])?),
            _ => return Err(Closed::Damaged),
        };
        let key = hmac::Key::new(algorithm, &key);
        hmac::verify(&key, content, mac.mac.digest.as_bytes()).map_err(|_| Closed::Passphrase)
    }

    fn safe(&mut self, safe: &ContentInfo) -> Result<(), Closed> {
        let bags = match safe.content_type {
            ID_DATA => safe.content.decode_as::<OctetString>()?.into_bytes(),
            ID_ENCRYPTED_DATA => {
                let data = safe.content.decode_as::<EncryptedData>()?.enc_content_info;
                let Some(content) = &data.encrypted_content else { return Ok(()) };
                self.decrypted(&data.content_enc_alg, content.as_bytes())?.to_vec()
            }
            _ => return Err(Closed::Damaged),
        };
        SafeContents::from_der(&bags)?.iter().try_for_each(|bag| self.bag(bag))
    }

    fn bag(&mut self, bag: &SafeBag) -> Result<(), Closed> {
        self.bags += 1;
        if self.bags > MOST_BAGS {
            return Err(Closed::TooMuch);
        }
        let mut attributes = bag.bag_attributes.iter().flat_map(|all| all.iter());
        let id = attributes.find(|one| one.oid == LOCAL_KEY_ID).and_then(|one| one.values.get(0));
        let id = id.and_then(|id| id.decode_as::<OctetString>().ok()).map(OctetString::into_bytes);
        match bag.bag_id {
            CERTIFICATE => {
                let of = ContextSpecific::<CertBag>::from_der(&bag.bag_value)?.value;
                if of.cert_id != X509 {
                    return Err(Closed::Damaged);
                }
                let certificate = Certificate::from_der(of.cert_value.as_bytes()).map_err(|_| Closed::Damaged)?;
                self.certificates.push((id, certificate));
            }
            SHROUDED_KEY => {
                let key = ContextSpecific::<EncryptedPrivateKeyInfo>::from_der(&bag.bag_value)?.value;
                let key = self.decrypted(&key.encryption_algorithm, key.encrypted_data.as_bytes())?;
                self.keys.push((id, key));
            }
            _ => {}
        }
        Ok(())
    }

    fn decrypted(&mut self, by: &AlgorithmIdentifierOwned, data: &[u8]) -> Result<Zeroizing<Vec<u8>>, Closed> {
        let parameters = by.parameters.as_ref().ok_or(Closed::Damaged)?.to_der()?;
        match by.oid {
            pbes2::PBES2_OID => {
                let parameters = pbes2::Parameters::from_der(&parameters)?;
                self.spend_on(&parameters)?;
                let data = parameters.decrypt(self.passphrase, data).map_err(|_| Closed::Damaged)?;
                Ok(Zeroizing::new(data))
            }
            SHA_TRIPLE_DES => self.by_blocks::<des::TdesEde3>(&parameters, data, 24),
            SHA_RC2_40 => self.by_blocks::<rc2::Rc2>(&parameters, data, 5),
            _ => Err(Closed::Damaged),
        }
    }

    fn spend_on(&mut self, parameters: &pbes2::Parameters<'_>) -> Result<(), Closed> {
        match &parameters.kdf {
            Kdf::Pbkdf2(kdf) => {
                let hash = match kdf.prf {
                    Pbkdf2Prf::HmacWithSha1 => 20,
                    Pbkdf2Prf::HmacWithSha224 => 28,
                    Pbkdf2Prf::HmacWithSha384 => 48,
                    Pbkdf2Prf::HmacWithSha512 => 64,
                    _ => 32,
                };
                // An HMAC is two hashes.
                self.spend(kdf.iteration_count.into(), 2 * parameters.encryption.key_size().div_ceil(hash) as u64)
            }
            Kdf::Scrypt(kdf) => {
                // It takes 128 bytes of memory for each, and fills and reads them.
                let blocks = u64::from(kdf.block_size) * u64::from(kdf.parallelization);
                self.spend(kdf.cost_parameter, blocks.saturating_mul(4))
            }
            _ => Err(Closed::Damaged),
        }
    }

    /// As programs did before PBES2, by a key of so many bytes.
    fn by_blocks<C>(&mut self, parameters: &[u8], data: &[u8], size: usize) -> Result<Zeroizing<Vec<u8>>, Closed>
    where
        C: BlockCipher + BlockDecrypt + KeyInit,
    {
        let Pkcs12PbeParams { salt, iterations } = Pkcs12PbeParams::from_der(parameters)?;
        let salt = salt.as_bytes();
        let key = self.derived::<Sha1>(salt, Pkcs12KeyType::EncryptionKey, iterations, [size, 20])?;
        let start = self.derived::<Sha1>(salt, Pkcs12KeyType::Iv, iterations, [8, 20])?;
        let cipher = Decryptor::<C>::new_from_slices(&key, &start).map_err(|_| Closed::Damaged)?;
        cipher.decrypt_padded_vec_mut::<Pkcs7>(data).map(Zeroizing::new).map_err(|_| Closed::Damaged)
    }
}
