//! Documents that were tampered with, each with what must be said of it, and genuine ones that must not be called
//! forged.

mod behind;
mod bytes;
mod content;
mod notes;
mod signatures;

use crate::corpora::told;
use crate::maker::cms::anchor;
use crate::maker::pdf::{Doc, Sign, stream};
use crate::maker::{Cms, pdf};
use baocao_sign::verify::{Report, Settings, State, Subject, verify};

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
