//! Documents that were tampered with, each with what must be said of it, and genuine ones that must not be called
//! forged.

mod behind;

use baocao_sign::file::What;
use baocao_sign::verify::{Class, Coverage, Fact, Mark, Place, Report, Settings, Source, State, Subject, verify};

use crate::corpora::told;
use crate::maker::cms::{How, Stamp, anchor, tlv};
use crate::maker::pdf::{self, Doc, Sign, right, stream};
use crate::maker::{Cms, certificate};

/// What must be said of one signature of a case: its check that fails, and the rule that explains it.
type Fails = (Subject, &'static str);

const RANGE: Fails = (Subject::Range, "chu-ky/vung-ky-sai");
const DIGEST: Fails = (Subject::Digest, "chu-ky/noi-dung-khac");
const FORGED: Fails = (Subject::Value, "chu-ky/gia-mao");
const MESSAGE: Fails = (Subject::Value, "chu-ky/cms-sai");
const NO_CERTIFICATE: Fails = (Subject::Value, "chu-ky/chung-thu-sai");
const CERTIFICATE: Fails = (Subject::Certificate, "chu-ky/chung-thu-sai");
const VALIDITY: Fails = (Subject::Validity, "chu-ky/het-han");
const CHAIN: Fails = (Subject::Chain, "chu-ky/khong-den-goc");
const TIMESTAMP: Fails = (Subject::Timestamp, "chu-ky/dau-thoi-gian-sai");
const CHANGED: Fails = (Subject::Changes, "chu-ky/noi-dung-bi-doi");
const REMOVED: Fails = (Subject::Signatures, "chu-ky/bi-go");

fn settings() -> Settings {
    Settings { anchors: vec![anchor("root")], ..Settings::default() }
}

fn report(doc: &Doc) -> Report {
    verify(&doc.bytes, &settings()).expect("a file that can be read")
}

/// The first signature of a document must fail in exactly these checks.
fn fails(name: &str, doc: &Doc, expected: &[Fails]) {
    let report = report(doc);
    let first = report.signatures.first().unwrap_or_else(|| panic!("{name}: no signature"));
    let failed = first.items.iter().filter(|item| item.state == State::Failed);
    let failed: Vec<(Subject, &str)> =
        failed.map(|item| (item.subject, item.kind.map_or("", |kind| kind.id.as_str()))).collect();
    assert_eq!(failed, expected, "{name}\n{}", told(&report));
}

/// Nothing of a document may fail.
fn passes(name: &str, doc: &Doc) -> Report {
    let report = report(doc);
    assert!(!report.failed(), "{name}\n{}", told(&report));
    assert!(!report.signatures.is_empty(), "{name}");
    report
}

fn signed_with(sign: Sign<'_>) -> Doc {
    let mut doc = Doc::new();
    doc.sign(&sign);
    doc
}

fn signed() -> Doc {
    signed_with(Sign::leader())
}

fn by(cms: Cms) -> Doc {
    signed_with(Sign { cms, ..Sign::leader() })
}

/// The signed document with something added after it.
fn then(objects: &[(u32, Vec<u8>)]) -> Doc {
    let mut doc = signed();
    doc.add(objects, &[]);
    doc
}

fn text(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn replaced(doc: &Doc, what: &[u8], with: &[u8]) -> Doc {
    let at = doc.bytes.windows(what.len()).position(|window| window == what).expect("it stands there");
    let mut doc = doc.clone();
    doc.bytes.splice(at..at + what.len(), with.iter().copied());
    doc
}

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
fn changed_bytes_are_found() {
    let good = signed();
    fails("a digit of the content", &replaced(&good, b"500 trieu", b"900 trieu"), &[DIGEST]);
    fails("the attachment", &replaced(&good, b"{\"kinh-phi\": 500}", b"{\"kinh-phi\": 900}"), &[DIGEST]);
    fails("the time beside the signature", &replaced(&good, b"D:20260301080000Z", b"D:20260401080000Z"), &[DIGEST]);
    fails("the place of the field", &replaced(&good, b"/Rect [340 150", b"/Rect [340 151"), &[DIGEST]);
    fails("the image", &replaced(&good, &[1, 2, 3, b'\n'], &[3, 2, 1, b'\n']), &[DIGEST]);
    fails("a comment between objects", &replaced(&good, b"%\xE2\xE3", b"%\xE3\xE3"), &[DIGEST]);
    fails("the permission", &replaced(&good, b"/P 2 >>", b"/P 3 >>"), &[DIGEST]);
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
    ] {
        let report = of(named, between);
        let [one] = report.signatures.as_slice() else { panic!("one signature") };
        assert_eq!(one.item(Subject::Chain).map(|item| item.state), Some(expected), "{named}\n{}", told(&report));
        assert_eq!(one.facts.contains(&Fact::Weak), named.contains("sha1"), "{named}: {:?}", one.facts);
        let use_is_known = one.item(Subject::Certificate).map(|item| item.state == State::Passed);
        assert_eq!(use_is_known, Some(named != "unknown-use"), "{named}\n{}", told(&report));
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

#[test]
fn ranges_must_be_exact() {
    let with = |ranges: fn(usize, usize, usize) -> Vec<i64>| signed_with(Sign { ranges, ..Sign::leader() });
    fails(
        "not from the start",
        &with(|a, b, n| {
            right(a, b, n)
                .into_iter()
                .enumerate()
                .map(|(at, x)| match at {
                    0 => 9,
                    1 => x - 9,
                    _ => x,
                })
                .collect()
        }),
        &[RANGE],
    );
    fails("a gap too large before", &with(|a, b, n| right(a - 10, b, n)), &[RANGE]);
    fails("a gap too large behind", &with(|a, b, n| right(a, b + 10, n)), &[RANGE]);
    fails("a gap that leaves the brackets in", &with(|a, b, n| right(a + 1, b - 1, n)), &[RANGE]);
    fails("one bracket in", &with(|a, b, n| right(a + 1, b, n)), &[RANGE]);
    fails("shifted", &with(|a, b, n| vec![0, a as i64, b as i64 - 100, (n - b) as i64]), &[RANGE]);
    fails("the end left out", &with(|a, b, n| right(a, b, n - 30)), &[RANGE]);
    fails("the last lines left out", &with(|a, b, n| right(a, b, n - 6)), &[RANGE]);
    fails("over the end", &with(|a, b, n| right(a, b, n + 50)), &[RANGE]);
    fails("negative", &with(|a, b, n| vec![0, a as i64, b as i64, -((n - b) as i64)]), &[RANGE]);
    fails("begins before the file", &with(|a, b, n| vec![-5, a as i64 + 5, b as i64, (n - b) as i64]), &[RANGE]);
    fails("three ranges", &with(|a, b, n| vec![0, 100, 100, a as i64 - 100, b as i64, (n - b) as i64]), &[RANGE]);
    fails("one range", &with(|_, _, n| vec![0, n as i64]), &[RANGE]);
    fails("overlapping", &with(|_, b, n| vec![0, b as i64 + 1, b as i64, (n - b) as i64]), &[RANGE]);
    fails("in the wrong order", &with(|a, b, n| vec![b as i64, (n - b) as i64, 0, a as i64]), &[RANGE]);
    fails("huge", &with(|a, _, _| vec![0, a as i64, i64::MAX, i64::MAX]), &[RANGE]);
    fails("nothing", &with(|_, _, _| vec![0, 0, 0, 0]), &[RANGE]);
    fails("none", &with(|_, _, _| Vec::new()), &[RANGE]);
    // The same signature in a second dictionary: the gap is that of the first.
    let mut doc = signed();
    let number = doc.number();
    let copied = {
        let start = doc.bytes.windows(12).position(|window| window == b"<< /Type /Si").expect("it stands there");
        let end = start + doc.bytes[start..].windows(6).position(|window| window == b"endobj").expect("its end");
        doc.bytes[start..end].trim_ascii().to_vec()
    };
    let widget = doc.number();
    doc.fields.push(widget);
    let field =
        format!("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature2) /V {number} 0 R /Rect [0 0 0 0] /F 132 >>");
    doc.add(&[(number, copied), (widget, field.into_bytes()), (pdf::FORM, doc.form())], &[]);
    let report = report(&doc);
    let second = &report.signatures[1];
    assert_eq!(second.item(Subject::Range).map(|item| item.state), Some(State::Failed), "{}", told(&report));
}

#[test]
fn changed_content_is_found() {
    let page = |doc: &mut Doc, rest: &str| doc.page_with(rest);
    let whole = "/Contents 5 0 R /Resources << /Font << /F1 7 0 R >> /XObject << /Im 8 0 R /Cover 15 0 R >> >>";
    let mut doc = signed();
    let content = |text: &[u8]| stream("", text);
    fails(
        "other content",
        &then(&[(pdf::SECOND_CONTENT, content(b"BT /F1 12 Tf 72 727 Td (Kinh phi: 900 trieu dong) Tj ET"))]),
        &[CHANGED],
    );
    fails("content of a page", &then(&[(pdf::CONTENT, content(b""))]), &[CHANGED]);
    fails(
        "another font",
        &then(&[(pdf::FONT, text("<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>"))]),
        &[CHANGED],
    );
    let image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB";
    fails("another image", &then(&[(pdf::IMAGE, stream(image, &[9, 9, 9]))]), &[CHANGED]);
    fails(
        "another attachment",
        &then(&[(pdf::FILE, stream("/Type /EmbeddedFile", b"{\"kinh-phi\": 900}"))]),
        &[CHANGED],
    );
    fails(
        "attachment renamed",
        &then(&[(
            pdf::FILE_SPEC,
            text("<< /Type /Filespec /F (khac.json) /EF << /F 10 0 R >> /AFRelationship /Source >>"),
        )]),
        &[CHANGED],
    );
    fails(
        "attachment of another object",
        &then(&[(
            pdf::FILE_SPEC,
            text("<< /Type /Filespec /F (so-lieu.json) /EF << /F 6 0 R >> /AFRelationship /Source >>"),
        )]),
        &[CHANGED],
    );
    fails(
        "link elsewhere",
        &then(&[(
            pdf::LINK,
            text(
                "<< /Type /Annot /Subtype /Link /Rect [72 500 200 512] /A << /S /URI /URI (https://khac.example/) \
                    >> >>",
            ),
        )]),
        &[CHANGED],
    );
    fails(
        "note rewritten",
        &then(&[(pdf::NOTE_LOOK, stream("/Type /XObject /Subtype /Form /BBox [0 0 128 20]", b"0 g 0 0 128 20 re f"))]),
        &[CHANGED],
    );
    let bigger = page(&mut doc, &format!("{whole} /MediaBox [0 0 595 400]"));
    fails("a page cut off", &then(&[(pdf::PAGE, bigger)]), &[CHANGED]);
    let turned = page(&mut doc, &format!("{whole} /Rotate 180"));
    fails("a page turned", &then(&[(pdf::PAGE, turned)]), &[CHANGED]);
    let acts = page(&mut doc, &format!("{whole} /AA << /O << /S /JavaScript /JS (app.alert) >> >>"));
    fails("a page that does something", &then(&[(pdf::PAGE, acts)]), &[CHANGED]);
    let more = page(
        &mut doc,
        "/Contents [5 0 R 6 0 R] /Resources << /Font << /F1 7 0 R >> /XObject << /Im 8 0 R /Cover 15 0 R >> >>",
    );
    fails("more content", &then(&[(pdf::PAGE, more)]), &[CHANGED]);
    let swapped = page(
        &mut doc,
        "/Contents 5 0 R /Resources << /Font << /F1 7 0 R >> /XObject << /Im 15 0 R /Cover 15 0 R >> >>",
    );
    fails("another resource", &then(&[(pdf::PAGE, swapped)]), &[CHANGED]);
    fails(
        "pages in another order",
        &then(&[(pdf::PAGES, text("<< /Type /Pages /Kids [4 0 R 3 0 R] /Count 2 /MediaBox [0 0 595 842] >>"))]),
        &[CHANGED],
    );
    fails(
        "a page taken out",
        &then(&[(pdf::PAGES, text("<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>"))]),
        &[CHANGED],
    );
    fails(
        "a page twice",
        &then(&[(
            pdf::PAGES,
            text(
                "<< /Type /Pages /Kids [3 0 R 4 0 R << /Type /Page /Contents 6 0 R >>] /Count 3 /MediaBox [0 0 595 \
                    842] >>",
            ),
        )]),
        &[CHANGED],
    );
    fails(
        "another paper",
        &then(&[(pdf::PAGES, text("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 100 842] >>"))]),
        &[CHANGED],
    );
    let catalog = |more: &str| vec![(pdf::CATALOG, format!("<< {} {more} >>", Doc::new().catalog).into_bytes())];
    fails("a script", &then(&catalog("/OpenAction << /S /JavaScript /JS (app.alert) >>")), &[CHANGED]);
    fails("layers", &then(&catalog("/OCProperties << /OCGs [] /D << >> >>")), &[CHANGED]);
    fails(
        "files left out",
        &then(&[(pdf::CATALOG, text("<< /Type /Catalog /Pages 2 0 R /AcroForm 12 0 R >>"))]),
        &[CHANGED],
    );
    fails(
        "another tree of pages",
        &{
            let mut doc = signed();
            let (pages, page) = (doc.number(), doc.number());
            let pages_text = format!("<< /Type /Pages /Kids [{page} 0 R] /Count 1 /MediaBox [0 0 595 842] >>");
            let catalog = Doc::new().catalog.replace("/Pages 2 0 R", &format!("/Pages {pages} 0 R"));
            doc.add(
                &[
                    (pages, text(&pages_text)),
                    (page, text(&format!("<< /Type /Page /Parent {pages} 0 R /Contents 6 0 R >>"))),
                    (pdf::CATALOG, format!("<< {catalog} >>").into_bytes()),
                ],
                &[],
            );
            doc
        },
        &[CHANGED],
    );
}

#[test]
fn shadows_are_found() {
    // What was signed lay under a cover, which is then taken away.
    let mut freed = signed();
    freed.add(&[], &[pdf::COVER]);
    fails("a cover freed", &freed, &[CHANGED]);
    let nothing = stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", b"");
    fails("a cover emptied", &then(&[(pdf::COVER, nothing)]), &[CHANGED]);
    let mut note = signed();
    note.notes.retain(|number| *number != pdf::NOTE);
    let page = note.page();
    note.add(&[(pdf::PAGE, page)], &[]);
    fails("a note that covered something", &note, &[CHANGED]);
    let mut order = signed();
    order.notes.reverse();
    let page = order.page();
    order.add(&[(pdf::PAGE, page)], &[]);
    fails("what lies on top", &order, &[CHANGED]);
    let mut look = signed();
    look.add(&[], &[pdf::NOTE_LOOK]);
    fails("what a note showed freed", &look, &[CHANGED]);
    // Hidden objects that were in the file when it was signed are put in the place of others.
    let mut hidden = Doc::new();
    let number = hidden.number();
    hidden.add(&[(number, stream("", b"BT /F1 12 Tf 72 727 Td (Kinh phi: 900 trieu dong) Tj ET"))], &[]);
    hidden.sign(&Sign::leader());
    passes("hidden and not used", &hidden);
    let second =
        format!("<< /Type /Page /Parent 2 0 R /Contents {number} 0 R /Resources << /Font << /F1 7 0 R >> >> >>");
    hidden.add(&[(pdf::SECOND_PAGE, second.into_bytes())], &[]);
    fails("hidden and then used", &hidden, &[CHANGED]);
    // A revision that does not build on the one that was signed.
    let mut other = signed();
    let fresh = Doc::new();
    other.table = 0;
    let objects: Vec<(u32, Vec<u8>)> = vec![
        (pdf::CATALOG, text("<< /Type /Catalog /Pages 2 0 R >>")),
        (pdf::PAGES, text("<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>")),
        (pdf::PAGE, fresh.page_with("/Contents 5 0 R")),
        (pdf::CONTENT, stream("", b"")),
    ];
    other.add(&objects, &[]);
    let report = report(&other);
    let unseen = report.unseen.as_ref().and_then(|unseen| unseen.kind).map(|kind| kind.id.as_str());
    assert_eq!(unseen, Some(REMOVED.1), "{}", told(&report));
    let mut behind = signed();
    let end = format!("% nothing\nstartxref\n{}\n%%EOF\n", behind.table);
    behind.bytes.extend_from_slice(end.as_bytes());
    fails("something behind it that is no revision", &behind, &[RANGE]);
}

#[test]
fn signatures_are_not_taken_out_or_changed() {
    let mut gone = signed();
    gone.fields.retain(|number| *number == pdf::TEXT_FIELD);
    gone.notes.truncate(3);
    let (page, form) = (gone.page(), gone.form());
    gone.add(&[(pdf::PAGE, page), (pdf::FORM, form)], &[]);
    fails("taken out", &gone, &[CHANGED, REMOVED]);
    let mut look = signed();
    let number = look.next - 1;
    look.add(
        &[(number, stream("/Type /XObject /Subtype /Form /BBox [0 0 200 110]", b"1 0 0 rg 0 0 200 110 re f"))],
        &[],
    );
    fails("what it shows", &look, &[CHANGED]);
    let mut moved = signed();
    let widget = moved.next - 2;
    let text = format!(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V {} 0 R /F 132 /P 3 0 R /Rect [0 0 200 110] \
            /AP << /N {} 0 R >> >>",
        widget - 1,
        widget + 1
    );
    moved.add(&[(widget, text.into_bytes())], &[]);
    fails("where it stands", &moved, &[CHANGED]);
}

#[test]
fn further_signatures_and_objects_written_anew_are_no_changes() {
    let mut office = signed();
    office.sign(&Sign::organ("Signature2", [112, 720, 140, 736], "37"));
    office.sign(&Sign::organ("Signature3", [390, 715, 418, 731], "05"));
    office.sign(&Sign::organ("Signature4", [280, 150, 400, 260], ""));
    let report = passes("an office", &office);
    let roles: Vec<Option<Mark>> = report.signatures.iter().map(|signature| signature.role).collect();
    assert_eq!(roles, [Mark::Leader, Mark::Number, Mark::Day, Mark::Seal].map(Some));
    let shown: Vec<Option<&str>> = report.signatures.iter().map(|signature| signature.shown.as_deref()).collect();
    assert_eq!(shown, [None, Some("37"), Some("05"), None]);
    let first = &report.signatures[0];
    assert!(first.has(Class::Practice) && !first.has(Class::Content));
    assert_eq!(first.coverage, Some(Coverage::Revision));
    assert_eq!(report.signatures[3].coverage, Some(Coverage::File));

    let anew = |objects: &[(u32, Vec<u8>)]| passes("written anew", &then(objects));
    let doc = signed();
    anew(&[(pdf::PAGE, doc.page()), (pdf::FORM, doc.form()), (pdf::CATALOG, doc.catalog())]);
    anew(&[(
        pdf::SECOND_CONTENT,
        stream(
            "/Filter /ASCIIHexDecode",
            b"4254202f46312031322054662037322037323720546420284b696e68207068693a203530302074726965752064 \
        6f6e672920546a204554>",
        ),
    )]);
    let mut split = signed();
    let (one, other) = (split.number(), split.number());
    let second =
        format!("<< /Type /Page /Parent 2 0 R /Contents [{one} 0 R] /Resources << /Font << /F1 7 0 R >> >> >>");
    split.add(
        &[
            (one, stream("", b"BT /F1 12 Tf 72 727 Td (Kinh phi: 500 trieu dong) Tj ET")),
            (pdf::SECOND_PAGE, second.into_bytes()),
        ],
        &[],
    );
    passes("its content in another object", &split);
    let mut freed = Doc::new();
    freed.add(&[(other, stream("", b"unused"))], &[]);
    freed.next = freed.next.max(other + 1);
    freed.sign(&Sign::leader());
    freed.add(&[], &[other]);
    passes("an object freed that no page reaches", &freed);
    // Bookmarks and tags are shown by no page: they may be freed, and not changed.
    let mut marked = Doc::new();
    let (marks, mark, tags, tag) = (marked.number(), marked.number(), marked.number(), marked.number());
    marked.catalog.push_str(&format!(" /Outlines {marks} 0 R /StructTreeRoot {tags} 0 R"));
    let title = |title: &str| text(&format!("<< /Title ({title}) /Parent {marks} 0 R /Dest [3 0 R /Fit] >>"));
    let tagged = |words: &str| text(&format!("<< /Type /StructElem /S /P /P {tags} 0 R /ActualText ({words}) >>"));
    let root = format!("<< /Type /StructTreeRoot /K [{tag} 0 R] >>");
    let outlines = format!("<< /First {mark} 0 R /Last {mark} 0 R /Count 1 >>");
    let catalog = marked.catalog();
    marked.add(
        &[
            (pdf::CATALOG, catalog),
            (marks, text(&outlines)),
            (mark, title("I")),
            (tags, text(&root)),
            (tag, tagged("500")),
        ],
        &[],
    );
    marked.sign(&Sign::leader());
    for number in [marks, mark, tags, tag] {
        let mut freed = marked.clone();
        freed.add(&[], &[number]);
        passes("freed, and shown by no page", &freed);
    }
    for (number, object) in [(mark, title("II")), (tag, tagged("900"))] {
        let mut changed = marked.clone();
        changed.add(&[(number, object)], &[]);
        fails("bookmarks or tags changed", &changed, &[CHANGED]);
    }
    passes("only approved", &signed_with(Sign { certify: None, ..Sign::leader() }));
}

#[test]
fn known_places_decide_what_a_signature_is() {
    let mut doc = signed();
    doc.sign(&Sign::organ("Signature2", [100, 400, 140, 416], "37"));
    doc.sign(&Sign::organ("Signature3", [300, 400, 460, 500], ""));
    let place = |mark, rect| Place { mark, signer: 1, page: 1, rect };
    let places = vec![
        place(Mark::Leader, [340.0, 150.0, 540.0, 260.0]),
        place(Mark::Number, [95.0, 398.0, 140.0, 420.0]),
        place(Mark::Seal, [290.0, 390.0, 470.0, 510.0]),
    ];
    let report = verify(&doc.bytes, &Settings { places, ..settings() }).expect("a file");
    let roles: Vec<Option<Mark>> = report.signatures.iter().map(|signature| signature.role).collect();
    assert_eq!(roles, [Mark::Leader, Mark::Number, Mark::Seal].map(Some));
}

#[test]
fn forms_are_filled_in_where_that_is_allowed() {
    let field = |value: &str, rest: &str| {
        text(&format!(
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (y-kien) /Rect [72 400 200 420] /F 4 /V ({value}) {rest} >>"
        ))
    };
    let filled = vec![
        (pdf::TEXT_FIELD, field("dong y", "/AP << /N 14 0 R >>")),
        (pdf::FIELD_LOOK, stream("/Type /XObject /Subtype /Form /BBox [0 0 128 20]", b"BT /F1 9 Tf (dong y) Tj ET")),
    ];
    let with = |certify, lock| {
        let mut doc = signed_with(Sign { certify, lock, ..Sign::leader() });
        doc.add(&filled, &[]);
        doc
    };
    let report = passes("filled in", &with(Some(2), None));
    assert!(report.signatures[0].has(Class::Allowed));
    passes("filled in without a certification", &with(None, None));
    fails("nothing was allowed", &with(Some(1), None), &[CHANGED]);
    fails("all fields locked", &with(Some(2), Some("/Action /All")), &[CHANGED]);
    fails("this field locked", &with(Some(2), Some("/Action /Include /Fields [(y-kien)]")), &[CHANGED]);
    fails("all but others locked", &with(Some(2), Some("/Action /Exclude /Fields [(khac)]")), &[CHANGED]);
    passes("others locked", &with(Some(2), Some("/Action /Include /Fields [(khac)]")));
    let look_only = &filled[1..];
    fails("it shows something else", &then(look_only), &[CHANGED]);
    fails("it is another field", &then(&[(pdf::TEXT_FIELD, field("x", "/AA << >>"))]), &[CHANGED]);
    let mut more = signed();
    let number = more.number();
    more.fields.push(number);
    more.notes.push(number);
    let new = text("<< /Type /Annot /Subtype /Widget /FT /Tx /T (moi) /Rect [72 300 200 320] /V (x) >>");
    let (page, form) = (more.page(), more.form());
    more.add(&[(number, new), (pdf::PAGE, page), (pdf::FORM, form)], &[]);
    fails("a field added", &more, &[CHANGED]);
}

/// The signed document with a new annotation on its first page.
fn noted(annotation: &str, look: Option<&[u8]>) -> Doc {
    let mut doc = signed();
    let (number, form) = (doc.number(), doc.number());
    doc.notes.push(number);
    let page = doc.page();
    let look_text = look.map(|_| format!("/AP << /N {form} 0 R >>")).unwrap_or_default();
    let mut objects = vec![(number, text(&format!("<< /Type /Annot {annotation} {look_text} >>"))), (pdf::PAGE, page)];
    objects.extend(look.map(|look| (form, stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100]", look))));
    doc.add(&objects, &[]);
    doc
}

#[test]
fn comments_are_told_and_are_no_forgery() {
    for (annotation, look) in [
        ("/Subtype /Square /Rect [72 600 200 700] /C [1 0 0]", Some(&b"1 0 0 RG 0 0 100 100 re S"[..])),
        ("/Subtype /Square /Rect [72 600 200 700]", None),
        ("/Subtype /Popup /Rect [300 600 500 700]", None),
        ("/Subtype /Text /Rect [84 600 104 620] /Contents (xem lai)", Some(b"1 0.8 0 rg 0 0 100 100 re f")),
        ("/Subtype /Highlight /Rect [72 600 200 620] /QuadPoints []", None),
    ] {
        let report = passes(annotation, &noted(annotation, look));
        assert!(report.signatures[0].has(Class::Annotated), "{annotation}");
    }
    for (annotation, look) in [
        ("/Subtype /Square /Rect [72 600 200 700] /IC [1 1 1]", None),
        ("/Subtype /Square /Rect [72 600 200 700]", Some(&b"1 g 0 0 100 100 re f"[..])),
        ("/Subtype /Square /Rect [72 600 200 700]", Some(b"BT /F1 12 Tf (900 trieu) Tj ET")),
        ("/Subtype /FreeText /Rect [72 600 200 700] /DA (/F1 12 Tf) /Contents (900 trieu)", None),
        ("/Subtype /Stamp /Rect [72 600 200 700]", Some(b"1 g 0 0 100 100 re f")),
        ("/Subtype /Text /Rect [72 300 400 620]", Some(b"1 g 0 0 100 100 re f")),
        ("/Subtype /Highlight /Rect [72 600 200 620]", Some(b"1 g 0 0 100 100 re f")),
        ("/Subtype /Link /Rect [72 600 200 620] /A << /S /URI /URI (https://khac.example/) >>", None),
        ("/Subtype /FileAttachment /Rect [72 600 92 620] /FS 9 0 R", None),
        ("/Subtype /Popup /Rect [72 600 92 620] /AA << >>", None),
    ] {
        fails(annotation, &noted(annotation, look), &[CHANGED]);
    }
}

#[test]
fn new_fields_must_not_hide_anything() {
    let mut covered = signed();
    covered.sign(&Sign::organ("Signature2", [0, 0, 595, 800], ""));
    fails("a signature over the page", &covered, &[CHANGED]);
    let mut tiles = signed();
    for (index, name) in ["a", "b", "c", "d"].into_iter().enumerate() {
        let bottom = 100 + 150 * u32::try_from(index).expect("small");
        tiles.sign(&Sign::organ(name, [50, bottom, 350, bottom + 140], ""));
    }
    fails("many beside each other", &tiles, &[CHANGED]);
    let with = |widget: &str, look: &[u8]| {
        let mut doc = signed();
        let (number, form) = (doc.number(), doc.number());
        doc.notes.push(number);
        doc.fields.push(number);
        let widget = format!(
            "<< /Type /Annot /Subtype /Widget /FT /Sig /T (trong) /Rect [72 600 200 640] /AP << /N {form} 0 R >> \
                {widget} >>"
        );
        let (page, fields) = (doc.page(), doc.form());
        let look = stream("/Type /XObject /Subtype /Form /BBox [0 0 128 40]", look);
        doc.add(&[(number, text(&widget)), (form, look), (pdf::PAGE, page), (pdf::FORM, fields)], &[]);
        doc
    };
    let mut borrowed = signed();
    let (number, form, value) = (borrowed.number(), borrowed.number(), borrowed.next - 5);
    borrowed.notes.push(number);
    borrowed.fields.push(number);
    let widget = format!(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (khac) /V {value} 0 R /Rect [72 600 200 640] /AP << /N {form} \
            0 R >> >>"
    );
    let (page, fields) = (borrowed.page(), borrowed.form());
    let look = stream("/Type /XObject /Subtype /Form /BBox [0 0 128 40]", b"1 g 0 0 128 40 re f");
    let objects = [(number, text(&widget)), (form, look), (pdf::PAGE, page), (pdf::FORM, fields)];
    borrowed.add(&objects, &[]);
    fails("a field that borrows a signature", &borrowed, &[CHANGED]);
    let mut twice = signed();
    let number = twice.number();
    twice.notes.push(number);
    twice.fields.push(number);
    let widget = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (y-kien) /Rect [72 600 400 700] /V (900 trieu) >>";
    let (page, fields) = (twice.page(), twice.form());
    twice.add(&[(number, text(widget)), (pdf::PAGE, page), (pdf::FORM, fields)], &[]);
    fails("a second field of one name", &twice, &[CHANGED]);
    passes("an empty field", &with("", b"q Q"));
    fails("an empty field that draws", &with("", b"1 g 0 0 128 40 re f"), &[CHANGED]);
    fails("an empty field that does something", &with("/AA << >>", b""), &[CHANGED]);
    for look in ["/BG [0.9 0.9 0.2]", "/BC [0] /R 90", "/CA (900)", "/I 8 0 R"] {
        fails(look, &with(&format!("/MK << {look} >>"), b"q Q"), &[CHANGED]);
    }
    fails("an empty field that shows two things", &with("/AP << /N 15 0 R >>", b""), &[CHANGED]);
}

/// The signed document with other entries in objects of its own.
fn with_objects(objects: &[(u32, &str)]) -> Doc {
    then(&objects.iter().map(|(number, body)| (*number, text(body))).collect::<Vec<_>>())
}

#[test]
fn what_stands_on_a_page_stands_there_once() {
    let second = |notes: &str| {
        let page = "/Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >>";
        with_objects(&[(pdf::SECOND_PAGE, &format!("<< {page} /Annots [{notes}] >>"))])
    };
    let signature = signed().notes[3];
    for (name, note) in [("a link", pdf::LINK), ("a field", pdf::TEXT_FIELD), ("a signature", signature)] {
        fails(name, &second(&format!("{note} 0 R")), &[CHANGED]);
    }
    // A new one that stands on two pages, of which one is empty.
    let mut twice = noted("/Subtype /Square /Rect [72 300 200 340] /C [1 0 0]", None);
    let note = twice.notes.last().copied().unwrap_or_default();
    passes("once", &twice);
    let page = format!("<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Annots [{note} 0 R] >>");
    twice.add(&[(pdf::SECOND_PAGE, text(&page))], &[]);
    fails("a new one on two pages", &twice, &[CHANGED]);
}

#[test]
fn the_tree_of_pages_says_of_itself_what_is_so() {
    let root =
        |rest: &str| with_objects(&[(pdf::PAGES, &format!("<< /Type /Pages /MediaBox [0 0 595 842] {rest} >>"))]);
    passes("as it was", &root("/Kids [3 0 R 4 0 R] /Count 2"));
    let page = |rest: &str| {
        let page = "/Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >>";
        with_objects(&[(pdf::SECOND_PAGE, &format!("<< {page} {rest} >>"))])
    };
    for (name, doc) in [
        ("fewer pages", root("/Kids [3 0 R 4 0 R] /Count 1")),
        ("more pages", root("/Kids [3 0 R 4 0 R] /Count 3")),
        ("no count", root("/Kids [3 0 R 4 0 R]")),
        ("a root below another", root("/Kids [3 0 R 4 0 R] /Count 2 /Parent 1 0 R")),
        ("a page above whom another stands", page("/Type /Page /Parent 3 0 R")),
        ("a page above whom nobody stands", page("/Type /Page")),
        ("a page that is a node", page("/Type /Pages /Parent 2 0 R")),
    ] {
        let report = report(&doc);
        assert_eq!(report.file.state, State::Failed, "{name}\n{}", told(&report));
    }
    // Counted without end if every node were followed as often as it stands there.
    let node = |at: u32| {
        let next = if at < 159 { at + 1 } else { 3 };
        format!("<< /Type /Pages /Parent {} 0 R /Kids [{next} 0 R {next} 0 R] >>", at - 1)
    };
    let nodes: Vec<(u32, String)> = (100..160).map(|at| (at, node(at))).collect();
    let doubled: Vec<(u32, &str)> = nodes.iter().map(|(at, node)| (*at, node.as_str())).collect();
    let doubled = [&[(pdf::PAGES, "<< /Type /Pages /Kids [100 0 R 100 0 R] >>")][..], &doubled].concat();
    for (name, doc) in [
        ("a page twice", root("/Kids [3 0 R 4 0 R 3 0 R] /Count 3")),
        ("nodes twice, level by level", with_objects(&doubled)),
    ] {
        let what = verify(&doc.bytes, &settings()).map(drop).map_err(|broken| broken.what);
        assert_eq!(what, Err(What::PageTree), "{name}");
    }
}

#[test]
fn the_record_of_places_stays_as_it_was() {
    let record =
        |place: &str| format!("/PieceInfo << /Baocao << /Private << /Places [{place}] >> >> /Khac << /A 1 >> >>");
    let leader = |left: u32| format!("<< /Mark /leader /Signer 1 /Page 1 /Rect [{left} 150 540 260] >>");
    let mut doc = Doc::new();
    let plain = doc.catalog.clone();
    let write = |doc: &mut Doc, rest: &str| {
        doc.catalog = format!("{plain} {rest}");
        let catalog = doc.catalog();
        doc.add(&[(pdf::CATALOG, catalog)], &[]);
    };
    write(&mut doc, &record(&leader(340)));
    doc.sign(&Sign::leader());
    let mut other = doc.clone();
    write(&mut other, &record(&leader(340)).replace("/A 1", "/A 2"));
    passes("the record of another program", &other);
    for (name, rest) in [("moved", record(&leader(300))), ("taken out", String::new())] {
        let mut moved = doc.clone();
        write(&mut moved, &rest);
        fails(name, &moved, &[CHANGED]);
    }
}

#[test]
fn broken_files_are_refused_and_nothing_hangs() {
    let good = signed();
    let refused = |bytes: &[u8]| verify(bytes, &settings()).is_err();
    assert!(refused(b""));
    assert!(refused(b"%PDF-1.7"));
    assert!(refused(&good.bytes[1..]));
    // Cut anywhere: refused, or what is left has no signature that passes.
    for cut in (0..good.bytes.len() - 2).step_by(611) {
        if let Ok(report) = verify(&good.bytes[..cut], &settings()) {
            assert!(report.signatures.iter().all(|signature| signature.state() != State::Passed), "cut at {cut}");
        }
    }
    let mut circle = signed();
    circle.add_with(&[], &[], "");
    let at = circle.table;
    circle.table = circle.bytes.len();
    circle.add(&[], &[]);
    circle.table = at;
    assert!(refused(&circle.bytes), "a table that names itself");
    let behind = [good.bytes.as_slice(), b"rubbish"].concat();
    let report = verify(&behind, &settings()).expect("a file");
    assert_eq!(report.file.state, State::Failed);
    // Strings that do not end, each inside of the one before.
    let mut nested = signed();
    let count = 100_000;
    let start = nested.bytes.len();
    let mut table = format!("xref\n100 {count}\n");
    for index in 0..count {
        table.push_str(&format!("{:010} 00000 n \n", start + index * 16));
        nested.bytes.extend_from_slice(format!("{:>6} 0 obj(    ", 100 + index).as_bytes());
    }
    let place = nested.bytes.len();
    let kids: String = (0..count).map(|index| format!("{} 0 R ", 100 + index)).collect();
    table.push_str(&format!(
        "trailer << /Root 1 0 R /Prev {} /All [{kids}] >>\nstartxref\n{place}\n%%EOF\n",
        nested.table
    ));
    nested.bytes.extend_from_slice(table.as_bytes());
    let before = std::time::Instant::now();
    if let Ok(report) = verify(&nested.bytes, &settings()) {
        assert!(report.failed());
    }
    assert!(before.elapsed().as_secs() < 60, "{:?}", before.elapsed());
    // Two object streams, the length of each in the other.
    let mut packs = signed();
    let (one, other) = (packs.number(), packs.number());
    let (in_one, in_other) = (packs.number(), packs.number());
    let start = packs.bytes.len();
    let first = format!(
        "{one} 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Length {in_other} 0 R >>\nstream\n{in_one} 0 \
            7\nendstream\nendobj\n"
    );
    let second = format!(
        "{other} 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Length {in_one} 0 R >>\nstream\n{in_other} 0 \
            7\nendstream\nendobj\n"
    );
    packs.bytes.extend_from_slice((first.clone() + &second).as_bytes());
    let table = packs.bytes.len();
    let row = |kind: u8, place: usize, index: u8| [&[kind], &(place as u32).to_be_bytes()[..], &[index]].concat();
    let rows = [row(1, start, 0), row(1, start + first.len(), 0), row(2, one as usize, 0), row(2, other as usize, 0)];
    let dict = format!(
        "/Type /XRef /W [1 4 1] /Index [{one} 4] /Size {} /Root 1 0 R /Prev {} /Length 24 /All [{in_one} 0 R]",
        packs.next, packs.table
    );
    packs.bytes.extend_from_slice(format!("{} 0 obj\n<< {dict} >>\nstream\n", packs.next).as_bytes());
    packs.bytes.extend_from_slice(&rows.concat());
    packs.bytes.extend_from_slice(format!("\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n").as_bytes());
    let found = verify(&packs.bytes, &settings()).expect("a file");
    assert_eq!(found.file.state, State::Failed, "{}", told(&found));
    // A page tree that leads round in a circle; arrays inside one another; a reference to itself.
    let mut doc = signed();
    doc.add(&[(pdf::PAGES, text("<< /Type /Pages /Kids [2 0 R] /Count 1 >>"))], &[]);
    assert!(refused(&doc.bytes));
    fails("arrays without end", &then(&[(pdf::FONT, "[".repeat(100_000).into_bytes())]), &[CHANGED]);
    fails("itself", &then(&[(pdf::FONT, text("7 0 R"))]), &[CHANGED]);
    fails(
        "a length that is another",
        &then(&[(pdf::FONT, text("<< /Length 99999999 >>\nstream\nx\nendstream"))]),
        &[CHANGED],
    );
}

#[test]
fn every_bit_that_is_signed_counts() {
    let good = signed();
    let open = good.bytes.windows(11).position(|window| window == b"/Contents <").expect("a message") + 10;
    let close = open + good.bytes[open..].iter().position(|byte| *byte == b'>').expect("its end");
    let outside = (0..open).chain(close..good.bytes.len());
    for at in outside.step_by(13) {
        let mut bytes = good.bytes.clone();
        bytes[at] ^= 0x04;
        let Ok(report) = verify(&bytes, &settings()) else { continue };
        assert!(report.signatures.iter().all(|signature| signature.state() != State::Passed), "byte {at}");
    }
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
