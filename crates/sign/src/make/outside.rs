//! Signatures of others: the file is prepared here, signed elsewhere, and finished here.

use ::cms::content_info::ContentInfo;
use ::cms::signed_data::SignedData;
use baocao_core::diagnostic::{Finding, Message};
use baocao_core::{kinds, msg};
use const_oid::db::{rfc5911, rfc5912};
use der::Decode;
use der::asn1::OctetString;

use super::hole::Prepared;
use super::{LEAST_ROOM, Order, ROOM_OF_SIGNATURE, ROOM_OF_TOKEN, cms, prepared, scheme};
use crate::keys::{Certificate, Hash};
use crate::update::Base;
use crate::verify::{Settings, State, verify};

/// A file that waits for its signature, and what is to be signed.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The file, with room for the signature.
    pub pdf: Vec<u8>,
    /// The hash of both digests.
    pub hash: Hash,
    /// The digest of the signed bytes of the file: what a CMS of it names as its message digest.
    pub digest: Vec<u8>,
    /// The signed attributes (DER, `SET OF Attribute`) of a CMS by the certificate: what the key signs.
    pub attributes: Vec<u8>,
}

/// Prepares a file for the signature of a certificate whose key is elsewhere.
pub fn prepare(pdf: &[u8], order: &Order<'_>, certificate: &Certificate) -> Result<Waiting, Finding> {
    certificate.check(order.time.to_utc())?;
    let scheme = scheme(order, certificate)?;
    let base = Base::read(pdf)?;
    // Other tools put the certificates of issuers and a time stamp in.
    let room = LEAST_ROOM.max(3 * certificate.der().len() + ROOM_OF_SIGNATURE) + ROOM_OF_TOKEN;
    let prepared = prepared(&base, order, &certificate.subject(), room)?;
    let digest = prepared.digest(scheme.hash());
    let attributes = cms::to_be_signed(&cms::attributes(&digest, certificate)?)?;
    Ok(Waiting { pdf: prepared.bytes().to_vec(), hash: scheme.hash(), digest, attributes })
}

/// Puts a signature (CMS, DER) into a file that waits for it. It must be one of this file: its only signer names the digest
/// of the file's bytes, and all of it holds when it is verified.
pub fn finish(pdf: &[u8], signature: &[u8]) -> Result<Vec<u8>, Finding> {
    let prepared = Prepared::read(pdf).ok_or_else(|| {
        kinds::signing::NOT_PREPARED.finding(msg!("tệp không chờ chữ ký nào", "the file waits for no signature"))
    })?;
    let (hash, named) = message_digest(signature).map_err(other)?;
    if prepared.digest(hash) == named {
        let finished = prepared.finish(signature)?;
        return match failed(&finished) {
            Some(text) => Err(kinds::signing::CMS_OTHER.finding(text)),
            None => Ok(finished),
        };
    }
    let digest = crate::hex(&prepared.digest(hash));
    Err(other(crate::hex(&named)).expected(msg!("{digest}", "{digest}")))
}

/// What is wrong with the newest signature of a file, if anything.
fn failed(pdf: &[u8]) -> Option<Message> {
    let report = verify(pdf, &Settings::default()).ok()?;
    let items = &report.signatures.last()?.items;
    items.iter().find(|item| item.state == State::Failed).map(|item| item.text.clone())
}

/// The digest that the only signer of a CMS names, and its hash.
fn message_digest(signature: &[u8]) -> Result<(Hash, Vec<u8>), String> {
    let told = |error: der::Error| error.to_string();
    let content = ContentInfo::from_der(signature).map_err(told)?;
    let data = content.content.decode_as::<SignedData>().map_err(told)?;
    let [signer] = data.signer_infos.0.as_slice() else {
        return Err(format!("{} SignerInfo", data.signer_infos.0.len()));
    };
    let hash = match signer.digest_alg.oid {
        rfc5912::ID_SHA_256 => Hash::Sha256,
        rfc5912::ID_SHA_384 => Hash::Sha384,
        rfc5912::ID_SHA_512 => Hash::Sha512,
        oid => return Err(oid.to_string()),
    };
    let attributes = signer.signed_attrs.iter().flat_map(|attributes| attributes.iter());
    let mut digests = attributes.filter(|attribute| attribute.oid == rfc5911::ID_MESSAGE_DIGEST);
    let value = digests.next().and_then(|attribute| attribute.values.get(0)).ok_or("messageDigest")?;
    Ok((hash, value.decode_as::<OctetString>().map_err(told)?.into_bytes()))
}

fn other(found: String) -> Finding {
    kinds::signing::CMS_OTHER
        .finding(msg!("chữ ký không phải của tệp này", "the signature is not of this file"))
        .found(found)
}
