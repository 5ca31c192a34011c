//! Keys on tokens, through the PKCS#11 module of their maker. The PIN is tried once and never again: after some wrong ones
//! a token locks itself.

use std::path::Path;

use baocao_core::diagnostic::{Finding, Message};
use baocao_core::{kinds, msg};
use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::mechanism::rsa::{PkcsMgfType, PkcsPssParams};
use cryptoki::mechanism::{Mechanism, MechanismType};
use cryptoki::object::{Attribute, AttributeType, KeyType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::types::AuthPin;
use der::Encode;
use der::asn1::UintRef;

use super::certificate::{PublicKey, mismatch, unfit_key};
use super::{Certificate, Hash, Key, Scheme};

/// Opens the key of a label, by the module's library and the PIN of the token that has its certificate.
pub fn open(module: &Path, label: &str, pin: &str) -> Result<Box<dyn Key>, Finding> {
    let library = Pkcs11::new(module).map_err(failed)?;
    library.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)).map_err(failed)?;
    // Certificates can be seen without the PIN: only the token that has this one is given it.
    let mut found = Vec::new();
    for slot in library.get_slots_with_initialized_token().map_err(failed)? {
        let session = library.open_ro_session(slot).map_err(failed)?;
        for object in objects(&session, ObjectClass::CERTIFICATE, label)? {
            found.push((slot, certificate(&session, object)?));
        }
    }
    let [(slot, certificate)] = found.as_slice() else {
        let count = found.len();
        return Err(finding(&format!("{count}"))
            .expected(msg!("đúng một chứng thư mang nhãn {label}", "one certificate of the label {label}")));
    };
    let session = library.open_ro_session(*slot).map_err(failed)?;
    session.login(UserType::User, Some(&AuthPin::new(pin.into()))).map_err(failed)?;
    let keys = objects(&session, ObjectClass::PRIVATE_KEY, label)?;
    let [key] = keys.as_slice() else {
        let count = keys.len();
        return Err(finding(&format!("{count}"))
            .expected(msg!("đúng một khóa mang nhãn {label}", "one key of the label {label}")));
    };
    let kind = session.get_attributes(*key, &[AttributeType::KeyType]).map_err(failed)?;
    let belongs = match certificate.public_key() {
        Some(PublicKey::Rsa) => kind.contains(&Attribute::KeyType(KeyType::RSA)),
        Some(PublicKey::P256 | PublicKey::P384) => kind.contains(&Attribute::KeyType(KeyType::EC)),
        None => return Err(unfit_key(&certificate.key_name())),
    };
    if !belongs {
        return Err(mismatch());
    }
    Ok(Box::new(TokenKey { session, key: *key, certificate: certificate.clone(), _library: library }))
}

struct TokenKey {
    session: Session,
    key: ObjectHandle,
    certificate: Certificate,
    /// It must stay as long as its session.
    _library: Pkcs11,
}

impl Key for TokenKey {
    fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    fn issuers(&self) -> &[Certificate] {
        &[]
    }

    fn sign(&self, scheme: Scheme, bytes: &[u8]) -> Result<Vec<u8>, Finding> {
        match scheme {
            Scheme::RsaPkcs1(hash) => {
                let mechanism = match hash {
                    Hash::Sha256 => Mechanism::Sha256RsaPkcs,
                    Hash::Sha384 => Mechanism::Sha384RsaPkcs,
                    Hash::Sha512 => Mechanism::Sha512RsaPkcs,
                };
                self.session.sign(&mechanism, self.key, bytes).map_err(failed)
            }
            Scheme::RsaPss(hash) => {
                let (hash_alg, mgf) = match hash {
                    Hash::Sha256 => (MechanismType::SHA256, PkcsMgfType::MGF1_SHA256),
                    Hash::Sha384 => (MechanismType::SHA384, PkcsMgfType::MGF1_SHA384),
                    Hash::Sha512 => (MechanismType::SHA512, PkcsMgfType::MGF1_SHA512),
                };
                let parameters = PkcsPssParams { hash_alg, mgf, s_len: u64::from(hash.length()).into() };
                let mechanism = match hash {
                    Hash::Sha256 => Mechanism::Sha256RsaPkcsPss(parameters),
                    Hash::Sha384 => Mechanism::Sha384RsaPkcsPss(parameters),
                    Hash::Sha512 => Mechanism::Sha512RsaPkcsPss(parameters),
                };
                self.session.sign(&mechanism, self.key, bytes).map_err(failed)
            }
            Scheme::EcdsaP256 | Scheme::EcdsaP384 => {
                let digest = scheme.hash().digest(&[bytes]);
                let pair = self.session.sign(&Mechanism::Ecdsa, self.key, &digest).map_err(failed)?;
                pair_as_der(&pair).ok_or_else(|| finding(&format!("{}", pair.len())))
            }
        }
    }
}

/// Two numbers of one length, as PKCS#11 gives an ECDSA signature, as the sequence that CMS takes.
fn pair_as_der(pair: &[u8]) -> Option<Vec<u8>> {
    #[derive(der::Sequence)]
    struct Pair<'a> {
        r: UintRef<'a>,
        s: UintRef<'a>,
    }
    let (r, s) = pair.split_at_checked(pair.len() / 2)?;
    Pair { r: UintRef::new(r).ok()?, s: UintRef::new(s).ok()? }.to_der().ok()
}

fn objects(session: &Session, class: ObjectClass, label: &str) -> Result<Vec<ObjectHandle>, Finding> {
    session.find_objects(&[Attribute::Class(class), Attribute::Label(label.as_bytes().to_vec())]).map_err(failed)
}

fn certificate(session: &Session, object: ObjectHandle) -> Result<Certificate, Finding> {
    let attributes = session.get_attributes(object, &[AttributeType::Value]).map_err(failed)?;
    match attributes.first() {
        Some(Attribute::Value(der)) => Certificate::from_der(der),
        _ => Err(finding("CKA_VALUE")),
    }
}

/// What a module says, in words where people can do something about it, or else by its name in PKCS#11.
fn failed(error: Error) -> Finding {
    let told = |Message { vi, en }: Message| {
        kinds::signing::TOKEN.finding(msg!("thiết bị ký không dùng được: {vi}", "the token cannot be used: {en}"))
    };
    match error {
        Error::Pkcs11(RvError::PinIncorrect | RvError::PinLenRange | RvError::PinInvalid, _) => {
            told(msg!("mã PIN không đúng", "the PIN is wrong"))
                .hint(msg!("nhập sai vài lần thì thiết bị tự khóa", "after some wrong ones it locks itself"))
        }
        Error::Pkcs11(RvError::PinLocked, _) => told(msg!("mã PIN đã bị khóa", "the PIN is locked")),
        Error::Pkcs11(RvError::PinExpired, _) => told(msg!("mã PIN đã hết hạn", "the PIN has expired")),
        Error::Pkcs11(RvError::TokenNotPresent | RvError::DeviceRemoved, _) => {
            told(msg!("thiết bị không còn cắm", "it is not there any more"))
        }
        Error::Pkcs11(code, function) => finding(&format!("{function:?}: {code:?}")),
        Error::LibraryLoading(_) => {
            told(msg!("không nạp được thư viện PKCS#11", "the PKCS#11 library cannot be loaded"))
        }
        _ => finding("PKCS#11"),
    }
}

fn finding(found: &str) -> Finding {
    kinds::signing::TOKEN.finding(msg!("thiết bị ký không dùng được", "the token cannot be used")).found(found)
}
