//! Time stamps: answers that are used, and those that are not.

use baocao_core::diagnostic::Finding;

use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignedData};
use der::asn1::{GeneralizedTime, Int, OctetString};
use der::{Any, Decode, Encode};
use x509_tsp::{TimeStampReq, TspVersion, TstInfo};

use super::sample::{key, order, places, plain, refused, sign, signature};

/// An answer to a question, with something changed; the token has no signer, which is for those who verify it.
fn answer(question: &[u8], status: u8, padding: usize, change: impl Fn(&mut TstInfo)) -> Vec<u8> {
    let question = TimeStampReq::from_der(question).expect("a question");
    assert!(question.cert_req);
    let mut info = TstInfo {
        version: TspVersion::V1,
        policy: "1.2.3.4.1".parse().expect("an id"),
        message_imprint: question.message_imprint,
        serial_number: Int::new(&[1]).expect("a number"),
        gen_time: GeneralizedTime::from_unix_duration(std::time::Duration::from_secs(1_700_000_000)).expect("a time"),
        accuracy: None,
        ordering: false,
        nonce: question.nonce,
        tsa: None,
        extensions: Some(vec![x509_cert::ext::Extension {
            extn_id: "1.2.3.4.1".parse().expect("an id"),
            critical: false,
            extn_value: OctetString::new(vec![7; padding]).expect("octets"),
        }]),
    };
    change(&mut info);
    let content = OctetString::new(info.to_der().expect("DER")).expect("octets");
    let data = SignedData {
        version: CmsVersion::V3,
        digest_algorithms: Default::default(),
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: "1.2.840.113549.1.9.16.1.4".parse().expect("an id"),
            econtent: Some(Any::encode_from(&content).expect("any")),
        },
        certificates: None,
        crls: None,
        signer_infos: Vec::new().try_into().expect("a set"),
    };
    let token = ContentInfo {
        content_type: "1.2.840.113549.1.7.2".parse().expect("an id"),
        content: Any::encode_from(&data).expect("any"),
    };
    let status = Any::new(der::Tag::Sequence, vec![2, 1, status]).expect("a status");
    let inner = [status.to_der().expect("DER"), token.to_der().expect("DER")].concat();
    Any::new(der::Tag::Sequence, inner).expect("an answer").to_der().expect("DER")
}

fn stamped(ask: impl Fn(&[u8]) -> Vec<u8>) -> Result<Vec<u8>, Finding> {
    let key = key("leader.p12");
    sign(&plain(), &order(places()[0], &[]), &*key, key.issuers(), Some(&|question| Ok(ask(question))))
}

#[test]
fn the_token_of_the_answer_is_in_the_signature() {
    for padding in [0, 20_000] {
        let signed = stamped(|question| answer(question, 0, padding, |_| {})).expect("a signature");
        let (_, cms) = signature(&signed, "leader-1");
        let data: SignedData = ContentInfo::from_der(&cms).expect("CMS").content.decode_as().expect("signed data");
        let attributes = data.signer_infos.0.get(0).and_then(|one| one.unsigned_attrs.clone()).expect("attributes");
        assert_eq!(attributes.get(0).expect("one").oid.to_string(), "1.2.840.113549.1.9.16.2.14");
    }
}

#[test]
fn answers_about_something_else_are_refused() {
    let other = |change: fn(&mut TstInfo)| refused(stamped(|question| answer(question, 0, 0, change)));
    let id = "ky-so/dau-thoi-gian-cua-chu-ky-khac";
    assert_eq!(other(|info| info.message_imprint.hashed_message = OctetString::new([1; 32]).expect("octets")), id);
    assert_eq!(other(|info| info.nonce = None), id);
    assert_eq!(other(|info| info.nonce = Some(Int::new(&[0x41, 2, 3, 4, 5, 6, 7, 8]).expect("a number"))), id);
    assert_eq!(other(|info| info.message_imprint.hash_algorithm.oid = "1.3.14.3.2.26".parse().expect("an id")), id);
}

#[test]
fn answers_that_grant_nothing_are_refused() {
    let id = "ky-so/khong-co-dau-thoi-gian";
    assert_eq!(refused(stamped(|question| answer(question, 2, 0, |_| {}))), id);
    assert_eq!(refused(stamped(|_| Vec::new())), id);
    assert_eq!(refused(stamped(|_| b"<html>".to_vec())), id);
    assert_eq!(refused(stamped(|_| vec![0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x00])), id);
}
