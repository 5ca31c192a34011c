//! Time stamps (RFC 3161): the question, and whether the answer is one to it.

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use cms::signed_data::SignedData;
use const_oid::ObjectIdentifier;
use der::asn1::{Int, OctetString};
use der::{Any, Decode, Encode, Sequence};
use ring::rand::{SecureRandom, SystemRandom};
use x509_cert::spki::AlgorithmIdentifierOwned;
use x509_tsp::{MessageImprint, TimeStampReq, TspVersion, TstInfo};

use super::Authority;
use super::cms::digest_oid;
use crate::keys::Hash;

/// RFC 3161, 2.4.2
const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

/// RFC 5652, 5.1
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");

/// An answer: granted or not, and the token.
#[derive(Sequence)]
struct Answer {
    status: Status,
    #[asn1(optional = "true")]
    token: Option<Any>,
}

/// Its texts and reasons are not read.
#[derive(Sequence)]
struct Status {
    status: u8,
    #[asn1(optional = "true")]
    text: Option<Any>,
    #[asn1(optional = "true")]
    failure: Option<der::asn1::BitString>,
}

/// `ContentInfo` whose content is a `SignedData`.
#[derive(Sequence)]
struct Token {
    content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    content: SignedData,
}

/// Asks for the token of a signature, as DER.
pub(super) fn token(ask: Authority<'_>, hash: Hash, signature: &[u8]) -> Result<Vec<u8>, Finding> {
    let digest = hash.digest(&[signature]);
    let mut nonce = [0; 8];
    SystemRandom::new().fill(&mut nonce).map_err(|_| unasked("random numbers"))?;
    // Positive, and in its shortest form.
    nonce[0] = nonce[0] & 0x7F | 0x40;
    let question = TimeStampReq {
        version: TspVersion::V1,
        message_imprint: MessageImprint {
            hash_algorithm: AlgorithmIdentifierOwned { oid: digest_oid(hash), parameters: Some(Any::null()) },
            hashed_message: OctetString::new(digest.clone()).map_err(|error| unasked(error.to_string()))?,
        },
        req_policy: None,
        nonce: Some(Int::new(&nonce).map_err(|error| unasked(error.to_string()))?),
        cert_req: true,
        extensions: None,
    };
    let question = question.to_der().map_err(|error| unasked(error.to_string()))?;
    let answer = ask(&question)?;
    let answer = Answer::from_der(&answer).map_err(|_| no_answer(&answer))?;
    // granted, granted with modifications
    let (0 | 1, Some(token)) = (answer.status.status, answer.token) else {
        return Err(none(format!("PKIStatus {}", answer.status.status)));
    };
    let token = token.to_der().map_err(|_| no_answer(&[]))?;
    let stamped = stamped(&token).ok_or_else(|| no_answer(&token))?;
    let imprint = &stamped.message_imprint;
    let same_digest =
        imprint.hash_algorithm.oid == digest_oid(hash) && imprint.hashed_message.as_bytes() == digest.as_slice();
    if !same_digest || stamped.nonce.is_none_or(|told| told.as_bytes() != nonce) {
        return Err(kinds::signing::TIMESTAMP_OTHER.finding(msg!(
            "câu trả lời không phải dấu thời gian của chữ ký này",
            "the answer is no time stamp of this signature"
        )));
    }
    Ok(token)
}

/// What a token says.
fn stamped(token: &[u8]) -> Option<TstInfo> {
    let token = Token::from_der(token).ok()?;
    let content = token.content.encap_content_info;
    if token.content_type != SIGNED_DATA || content.econtent_type != TST_INFO {
        return None;
    }
    let info = content.econtent?.decode_as::<OctetString>().ok()?;
    TstInfo::from_der(info.as_bytes()).ok()
}

fn unasked(found: impl Into<String>) -> Finding {
    kinds::signing::NOT_WRITTEN
        .finding(msg!("không hỏi được dấu thời gian", "a time stamp cannot be asked for"))
        .found(found)
}

/// Of an answer that is none of RFC 3161.
fn no_answer(bytes: &[u8]) -> Finding {
    kinds::signing::TIMESTAMP_NONE
        .finding(msg!(
            "câu trả lời của máy chủ không phải dấu thời gian (RFC 3161)",
            "what the authority answered is no time stamp (RFC 3161)"
        ))
        .found(crate::first_bytes(bytes))
}

fn none(found: impl Into<String>) -> Finding {
    kinds::signing::TIMESTAMP_NONE
        .finding(msg!("máy chủ không cấp dấu thời gian", "the authority gave no time stamp"))
        .found(found)
}
