//! What signatures prove: kinds of keys and messages, times, certificates, messages that were changed.

use super::{
    CERTIFICATE, CHAIN, DIGEST, FORGED, MESSAGE, NO_CERTIFICATE, TIMESTAMP, VALIDITY, by, fails, passes, signed,
    signed_with,
};
use crate::corpora::told;
use crate::maker::cms::{How, Stamp, anchor, tlv};
use crate::maker::pdf::Sign;
use crate::maker::{Cms, certificate};
use baocao_sign::verify::{Coverage, Fact, Settings, Source, State, Subject, verify};

#[test]
fn a_signed_document_passes() {
    let report = passes("signed", &signed());
    let [one] = report.signatures.as_slice() else { panic!("one signature") };
    assert_eq!((one.state(), one.coverage), (State::Passed, Some(Coverage::File)));
    let signer = one.signer.as_ref().expect("a signer");
    assert_eq!((signer.subject.as_str(), signer.serial.as_str()), ("CN=Nguyễn Văn Mẫu,O=Tỉnh Ví Dụ,C=VN", "02"));
    assert_eq!(signer.issuer, "CN=Gốc thử nghiệm,O=Tỉnh Ví Dụ,C=VN");
    assert_eq!(
        one.time.map(|(time, source)| (time.to_string(), source)),
        Some(("2026-03-01T15:00:00+07:00".to_owned(), Source::Program))
    );
    assert_eq!(one.facts, [Fact::NoTimestamp, Fact::NoRevocationData]);
}

#[test]
fn without_anchors_nothing_is_called_valid() {
    let report = verify(&signed().bytes, &Settings::default()).expect("a file");
    let chain = report.signatures[0].item(Subject::Chain).expect("a check");
    assert_eq!((chain.state, report.signatures[0].state()), (State::NotEvaluated, State::NotEvaluated));
}

#[test]
fn all_kinds_of_keys_and_messages_are_known() {
    let leader = Cms::leader;
    let sha1 = "1.3.14.3.2.26";
    let cases = [
        ("PSS", Cms { how: How::Pss, ..leader() }, None),
        ("PSS without a salt", Cms { how: How::PssNoSalt, ..leader() }, None),
        ("SHA-512", Cms { digest: "2.16.840.1.101.3.4.2.3", ..leader() }, None),
        ("SHA-1", Cms { digest: sha1, ..leader() }, Some(Fact::Weak)),
        ("P-256", Cms::organ(), None),
        ("no signed attributes", Cms { signed_attributes: false, ..leader() }, Some(Fact::NoSigningCertificate)),
        ("no certificate among what is signed", Cms { bound: None, ..leader() }, Some(Fact::NoSigningCertificate)),
        ("by the mark of the key", Cms { by_key: true, ..leader() }, None),
        ("attributes in no order", Cms { unsorted: true, ..leader() }, None),
        ("zeros behind it", Cms { tail: &[0; 40], ..leader() }, None),
        ("no NULL", Cms { how: How::NoNull, ..leader() }, Some(Fact::Malformed)),
        ("a message in the value", Cms { how: How::Nested, ..leader() }, Some(Fact::Malformed)),
        ("a timestamp", Cms { stamp: Some(Stamp::good()), ..leader() }, None),
        ("time of the signer", Cms { time: Some("260301080000Z"), ..leader() }, None),
    ];
    for (name, cms, fact) in cases {
        let report = passes(name, &by(cms));
        let facts = &report.signatures[0].facts;
        let kind = report.signatures[0].item(Subject::Value).and_then(|item| item.kind).map(|kind| kind.id.as_str());
        let told = match fact {
            Some(Fact::Weak) => Some("chu-ky/thuat-toan-yeu"),
            Some(Fact::Malformed) => Some("chu-ky/khong-dung-chuan"),
            _ => None,
        };
        assert_eq!(kind, told, "{name}");
        for one in [Fact::Weak, Fact::Malformed, Fact::NoSigningCertificate] {
            assert_eq!(facts.contains(&one), fact == Some(one), "{name}: {facts:?}");
        }
    }
}

#[test]
fn other_kinds_of_signatures_are_known_or_left_open() {
    let old = |over: fn(&[u8]) -> Vec<u8>| Sign {
        subfilter: "adbe.pkcs7.sha1",
        contents: Some(Box::new(move |signed: &[u8]| {
            let content = over(signed);
            Cms { content: Some(content.clone()), ..Cms::leader() }.make(&content)
        })),
        ..Sign::leader()
    };
    let sha1 = |bytes: &[u8]| ring::digest::digest(&ring::digest::SHA1_FOR_LEGACY_USE_ONLY, bytes).as_ref().to_vec();
    let report = passes("the digest in the message", &signed_with(old(sha1)));
    assert!(report.signatures[0].facts.contains(&Fact::Weak));
    fails("the digest of something else", &signed_with(old(|_| vec![7; 20])), &[DIGEST]);
    let unknown = signed_with(Sign { subfilter: "adbe.x509.rsa_sha1", ..Sign::leader() });
    let report = passes("a kind that is not known", &unknown);
    let value = report.signatures[0].item(Subject::Value).map(|item| item.state);
    assert_eq!(value, Some(State::NotEvaluated));
}

#[test]
fn times_come_from_where_they_are_best_known() {
    let source = |cms| passes("time", &by(cms)).signatures[0].time.map(|(_, source)| source);
    assert_eq!(source(Cms { stamp: Some(Stamp::good()), ..Cms::leader() }), Some(Source::Timestamp));
    assert_eq!(source(Cms { time: Some("260301080000Z"), ..Cms::leader() }), Some(Source::Signer));
    let silent = signed_with(Sign { time: None, ..Sign::leader() });
    let report = passes("no time", &silent);
    assert!(report.signatures[0].facts.contains(&Fact::NoTime));
    assert_eq!(report.signatures[0].item(Subject::Validity).map(|item| item.state), Some(State::NotEvaluated));
}

#[test]
fn changed_messages_are_found() {
    let leader = Cms::leader;
    let flipped = |from_end: usize| Sign {
        contents: Some(Box::new(move |signed: &[u8]| {
            let mut message = Cms::leader().make(signed);
            let at = message.len() - from_end;
            message[at] ^= 1;
            message
        })),
        ..Sign::leader()
    };
    fails("a bit of the value", &signed_with(flipped(1)), &[FORGED]);
    fails("another bit of the value", &signed_with(flipped(200)), &[FORGED]);
    fails("digest of something else", &by(Cms { wrong_digest: true, ..leader() }), &[DIGEST]);
    fails("two signers", &by(Cms { signers: 2, ..leader() }), &[MESSAGE]);
    fails("no signer", &by(Cms { signers: 0, ..leader() }), &[MESSAGE]);
    fails("data behind it", &by(Cms { tail: b"\0\0x", ..leader() }), &[MESSAGE]);
    fails("no kind of content", &by(Cms { content_type: None, ..leader() }), &[MESSAGE]);
    let other_kind = Cms { content_type: Some("1.2.840.113549.1.9.16.1.4"), ..leader() };
    fails("another kind of content", &by(other_kind), &[MESSAGE]);
    fails("no digest", &by(Cms { message_digests: 0, ..leader() }), &[MESSAGE]);
    fails("two digests", &by(Cms { message_digests: 2, ..leader() }), &[MESSAGE]);
    fails("a content of its own", &by(Cms { content: Some(b"x".to_vec()), ..leader() }), &[MESSAGE]);
    let other_algorithm = Some("1.2.840.113549.1.1.13");
    fails("algorithms that contradict", &by(Cms { signature_algorithm: other_algorithm, ..leader() }), &[MESSAGE]);
    fails(
        "another key",
        &by(Cms { named: "organ", certificates: vec!["organ"], bound: Some("organ"), ..leader() }),
        &[MESSAGE],
    );
    let of_another = Sign { contents: Some(Box::new(|_| Cms::leader().make(b"another document"))), ..Sign::leader() };
    fails("the signature of another document", &signed_with(of_another), &[DIGEST]);
    let nothing = Sign { contents: Some(Box::new(|_| Vec::new())), ..Sign::leader() };
    fails("nothing", &signed_with(nothing), &[MESSAGE]);
    let rubbish = Sign { contents: Some(Box::new(|_| vec![0x30; 4000])), ..Sign::leader() };
    fails("rubbish", &signed_with(rubbish), &[MESSAGE]);
    let endless = Sign { contents: Some(Box::new(|_| [0x30, 0x80].repeat(2500))), ..Sign::leader() };
    fails("values inside one another without end", &signed_with(endless), &[MESSAGE]);
    let cut =
        Sign { contents: Some(Box::new(|signed: &[u8]| Cms::leader().make(signed)[..800].to_vec())), ..Sign::leader() };
    fails("a message cut short", &signed_with(cut), &[MESSAGE]);
    let unsigned_certificate = Sign {
        contents: Some(Box::new(|signed: &[u8]| {
            let message = Cms::leader().make(signed);
            let (mine, other) = (certificate("leader"), certificate("expired"));
            let at = message.windows(mine.len()).position(|window| window == mine).expect("it is in it");
            let mut swapped = message.clone();
            // The same size: only the certificate is another one.
            let from = other.len() - mine.len().min(other.len());
            swapped[at..at + mine.len() - from].copy_from_slice(&other[..mine.len() - from]);
            swapped
        })),
        ..Sign::leader()
    };
    fails("another certificate in its place", &signed_with(unsigned_certificate), &[NO_CERTIFICATE]);
}

#[test]
fn certificates_must_be_the_signers_and_lead_to_an_anchor() {
    let with =
        |named: &'static str| Cms { named, certificates: vec![named, "root"], bound: Some(named), ..Cms::leader() };
    fails("expired", &by(with("expired")), &[VALIDITY, CHAIN]);
    let self_made = by(with("self-made"));
    fails("made by himself", &self_made, &[CHAIN]);
    let facts = &verify(&self_made.bytes, &Settings::default()).expect("a file").signatures[0].facts;
    assert!(facts.contains(&Fact::SelfMade), "without anchors that is at least told: {facts:?}");
    fails("one for servers", &by(with("server")), &[CERTIFICATE]);
    let below = Cms { certificates: vec!["below-leader", "leader", "root"], ..with("below-leader") };
    fails("issued by one who may not", &by(Cms { key: "organ", how: How::P256, ..below }), &[CHAIN]);
    fails("not there", &by(Cms { certificates: vec!["root"], ..Cms::leader() }), &[NO_CERTIFICATE]);
    fails("another one is signed", &by(Cms { bound: Some("expired"), ..Cms::leader() }), &[CERTIFICATE]);
    // The same name and number on another key: what is signed names the right one.
    let same_name = Cms { certificates: vec!["same-name", "root"], ..Cms::leader() };
    fails("another key of the same name", &by(same_name), &[MESSAGE, CERTIFICATE]);
    let elsewhere = Settings { anchors: vec![anchor("other-root")], ..Settings::default() };
    let found = verify(&signed().bytes, &elsewhere).expect("a file");
    assert_eq!(found.signatures[0].item(Subject::Chain).map(|item| item.state), Some(State::Failed));
    let early = Sign { time: Some("D:20100101000000Z"), ..Sign::leader() };
    fails("before it was valid", &signed_with(early), &[VALIDITY, CHAIN]);
    let late = Cms { stamp: Some(Stamp { time: "20440101000000Z", ..Stamp::good() }), ..Cms::leader() };
    passes("within its validity", &by(late));
}

#[test]
fn issuers_bind_those_below_them() {
    let settings = Settings { anchors: vec![anchor("demands")], ..Settings::default() };
    let of = |named: &'static str, between: &[&'static str]| {
        let certificates = [&[named], between].concat();
        let doc = by(Cms { named, certificates, bound: Some(named), ..Cms::leader() });
        verify(&doc.bytes, &settings).expect("a file")
    };
    for (named, between, expected) in [
        ("narrow-in", &["narrow"][..], State::Passed),
        ("narrow-out", &["narrow"], State::Failed),
        ("narrow-not", &["narrow"], State::Failed),
        ("narrow-mail", &["narrow"], State::Failed),
        ("of-explicit", &["explicit"], State::NotEvaluated),
        ("by-sha1", &[], State::NotEvaluated),
        ("below-sha1", &["sha1-between"], State::NotEvaluated),
        // The one between is not there.
        ("narrow-in", &[], State::Failed),
        ("unknown-use", &[], State::Passed),
        ("unknown-use-too", &[], State::Passed),
    ] {
        let report = of(named, between);
        let [one] = report.signatures.as_slice() else { panic!("one signature") };
        assert_eq!(one.item(Subject::Chain).map(|item| item.state), Some(expected), "{named}\n{}", told(&report));
        assert_eq!(one.facts.contains(&Fact::Weak), named.contains("sha1"), "{named}: {:?}", one.facts);
        let use_is_known = one.item(Subject::Certificate).map(|item| item.state == State::Passed);
        assert_eq!(use_is_known, Some(!named.starts_with("unknown-use")), "{named}\n{}", told(&report));
    }
}

#[test]
fn timestamps_must_be_of_this_signature() {
    let with = |stamp: Stamp| by(Cms { stamp: Some(stamp), ..Cms::leader() });
    fails("of another", &with(Stamp { over: Some(b"another".to_vec()), ..Stamp::good() }), &[TIMESTAMP]);
    fails("a bit changed", &with(Stamp { broken: true, ..Stamp::good() }), &[TIMESTAMP]);
    let by_leader = Stamp { certificate: "leader", key: "leader", how: How::Pkcs1, ..Stamp::good() };
    fails("by one who is no authority", &with(by_leader), &[TIMESTAMP]);
    fails("before its authority", &with(Stamp { time: "20100101000000Z", ..Stamp::good() }), &[TIMESTAMP]);
    let of_document = |contents: fn(&[u8]) -> Vec<u8>| Sign {
        subfilter: "ETSI.RFC3161",
        certify: None,
        contents: Some(Box::new(contents)),
        ..Sign::leader()
    };
    passes("of the document", &signed_with(of_document(|signed| Stamp::good().token(signed))));
    fails("of another document", &signed_with(of_document(|_| Stamp::good().token(b"another"))), &[TIMESTAMP]);
}

/// Only that `tlv` makes what a reader of such values takes for one.
#[test]
fn values_are_made_as_they_are_read() {
    assert_eq!(tlv(4, &[&[7; 300]])[..4], [4, 0x82, 1, 44]);
}

/// Files that hold no certificate, one of them empty.
#[test]
fn no_certificate_is_read_of_other_files() {
    let begin = "-----BEGIN CERTIFICATE-----\n";
    for bytes in ["", "\n", "-", begin, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "0"] {
        assert!(baocao_sign::cms::Cert::read_all(bytes.as_bytes()).is_err(), "{bytes:?}");
    }
}

#[test]
fn the_digest_is_one_of_those_that_are_listed() {
    let sha_512 = "2.16.840.1.101.3.4.2.3";
    fails("another one is listed", &by(Cms { listed: Some(sha_512), ..Cms::leader() }), &[MESSAGE]);
}
