//! Signatures of others: the file is prepared here, signed elsewhere, and finished here.

use ::cms::content_info::ContentInfo;
use ::cms::signed_data::SignedData;
use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use const_oid::db::{rfc5911, rfc5912};
use der::Decode;
use der::asn1::OctetString;

use super::hole::Prepared;
use super::{LEAST_ROOM, Order, ROOM_OF_SIGNATURE, ROOM_OF_TOKEN, SubFilter, cms, prepared, scheme};
use crate::file::File;
use crate::keys::{Certificate, Hash};
use crate::update::Base;
use crate::verify::{Fact, Settings, State, verify};

/// A file that waits for its signature, and what is to be signed.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The file, with room for the signature.
    pub pdf: Vec<u8>,
    /// The hash of both digests.
    pub hash: Hash,
    /// The digest of the signed bytes of the file: what a CMS of it names as its message digest.
    pub digest: Vec<u8>,
    /// The signed bytes of the file.
    pub signed: Vec<u8>,
    /// The signed attributes (DER, `SET OF Attribute`) of a CMS by the certificate: what the key signs.
    pub attributes: Vec<u8>,
}

/// Prepares a file for the signature of a certificate whose key is elsewhere.
pub fn prepare<'a>(file: &'a File<'a>, order: &Order<'_>, certificate: &Certificate) -> Result<Waiting, Finding> {
    certificate.check(order.time.to_utc())?;
    let scheme = scheme(order, certificate)?;
    let base = Base::read(file)?;
    // Other tools put the certificates of issuers and a time stamp in.
    let room = LEAST_ROOM.max(3 * certificate.der().len() + ROOM_OF_SIGNATURE) + ROOM_OF_TOKEN;
    let mark = format!("{CERTIFICATE}<{}>", fingerprint(certificate.der()));
    let prepared = prepared(&base, order, &certificate.subject(), &mark, room)?;
    let digest = prepared.digest(scheme.hash());
    let attributes = cms::to_be_signed(&cms::attributes(&digest, certificate)?)?;
    let signed = prepared.signed().concat();
    Ok(Waiting { pdf: prepared.bytes().to_vec(), hash: scheme.hash(), digest, signed, attributes })
}

/// Puts a signature (CMS, DER) into a file that waits for it. It must be one of this file, by the certificate for which it was
/// prepared: its only signer names the digest of the file's bytes, and all of it holds when it is verified.
pub fn finish(pdf: &[u8], signature: &[u8]) -> Result<Vec<u8>, Finding> {
    let prepared = Prepared::read(pdf).ok_or_else(|| {
        kinds::signing::NOT_PREPARED.finding(msg!("tệp không chờ chữ ký nào", "the file waits for no signature"))
    })?;
    let (hash, named) = message_digest(signature)?;
    let digest = crate::hex(&prepared.digest(hash));
    if digest != crate::hex(&named) {
        return Err(other().found(crate::hex(&named)).expected(msg!("{digest}", "{digest}")));
    }
    let wanted = prepared.text_after(CERTIFICATE).map(str::to_owned);
    let finished = prepared.finish(signature)?;
    let Ok(report) = verify(&finished, &Settings::default()) else { return Ok(finished) };
    let Some(made) = report.signatures.last() else { return Ok(finished) };
    if let Some(item) = made.items.iter().find(|item| item.state == State::Failed) {
        return Err(kinds::signing::CMS_OTHER.finding(item.text.clone()));
    }
    let by = made.signer.as_ref().map(|signer| signer.fingerprint.to_uppercase());
    if let Some(wanted) = wanted.filter(|wanted| Some(wanted) != by.as_ref()) {
        return Err(kinds::signing::CMS_OTHER
            .finding(msg!(
                "chữ ký do chứng thư khác với chứng thư đã nêu khi chuẩn bị tạo ra",
                "the signature is by another certificate than the one for which the file was prepared"
            ))
            .found(format!("SHA-256 {}", by.unwrap_or_default()))
            .expected(msg!("SHA-256 {wanted}", "SHA-256 {wanted}")));
    }
    if made.subfilter == SubFilter::Cades.name() && made.facts.contains(&Fact::NoSigningCertificate) {
        return Err(kinds::signing::CMS_OTHER
            .finding(msg!(
                "chữ ký thiếu thuộc tính signing-certificate-v2 mà ETSI.CAdES.detached đòi hỏi",
                "the signature lacks the attribute signing-certificate-v2, which ETSI.CAdES.detached demands"
            ))
            .hint(msg!(
                "ký lại có thuộc tính ấy (openssl cms -cades), hoặc chuẩn bị với --subfilter adbe.pkcs7.detached",
                "sign with it (openssl cms -cades), or prepare with --subfilter adbe.pkcs7.detached"
            )));
    }
    Ok(finished)
}

/// The entry of a prepared signature that names the certificate for which it was prepared, by its SHA-256.
const CERTIFICATE: &str = "/Baocao_Certificate ";

fn fingerprint(der: &[u8]) -> String {
    crate::hex(&Hash::Sha256.digest(&[der]))
}

/// The digest that the only signer of a CMS names, and its hash.
fn message_digest(signature: &[u8]) -> Result<(Hash, Vec<u8>), Finding> {
    let unreadable = |found: String| {
        kinds::signing::CMS_OTHER
            .finding(msg!("tệp chữ ký không phải là CMS ở dạng DER", "the signature is no CMS in DER"))
            .found(found)
            .expected(msg!(
                "SignedData (RFC 5652), DER, không có gì phía sau",
                "SignedData (RFC 5652), DER, nothing behind it"
            ))
    };
    let begins = || crate::first_bytes(signature);
    let content = ContentInfo::from_der(signature).map_err(|_| unreadable(begins()))?;
    let data = content.content.decode_as::<SignedData>().map_err(|_| unreadable(begins()))?;
    if data.encap_content_info.econtent.is_some() {
        return Err(kinds::signing::CMS_OTHER
            .finding(msg!(
                "chữ ký chứa luôn nội dung được ký; chữ ký của PDF phải tách rời",
                "the signature holds what is signed; that of a PDF must be detached"
            ))
            .hint(msg!(
                "ký lại không kèm nội dung (openssl cms không có -nodetach)",
                "sign without it (openssl cms without -nodetach)"
            )));
    }
    let [signer] = data.signer_infos.0.as_slice() else {
        return Err(other().found(format!("{} SignerInfo", data.signer_infos.0.len())));
    };
    let hash = match signer.digest_alg.oid {
        rfc5912::ID_SHA_256 => Hash::Sha256,
        rfc5912::ID_SHA_384 => Hash::Sha384,
        rfc5912::ID_SHA_512 => Hash::Sha512,
        oid => return Err(other().found(oid.to_string())),
    };
    let attributes = signer.signed_attrs.iter().flat_map(|attributes| attributes.iter());
    let mut digests = attributes.filter(|attribute| attribute.oid == rfc5911::ID_MESSAGE_DIGEST);
    let value = digests.next().and_then(|attribute| attribute.values.get(0));
    let digest = value.and_then(|value| value.decode_as::<OctetString>().ok());
    Ok((hash, digest.ok_or_else(|| other().found("messageDigest: -"))?.into_bytes()))
}

fn other() -> Finding {
    kinds::signing::CMS_OTHER.finding(msg!("chữ ký không phải của tệp này", "the signature is not of this file"))
}
