//! Files of documents and messages that other tests and the fuzzers begin with, made here. They are the same on every run.

use std::fs;

use baocao_testing::{UPDATE, project};

use crate::maker::Cms;
use crate::maker::cms::Stamp;
use crate::maker::pdf::{self, Doc, Sign, stream};

#[test]
fn kept_files_are_those_that_are_made_here() {
    let mut signed = Doc::new();
    signed.sign(&Sign::leader());
    let mut office = signed.clone();
    let by_leader = |sign: Sign<'static>| Sign { cms: Cms::leader(), ..sign };
    office.sign(&by_leader(Sign::organ("Signature2", [112, 720, 140, 736], "37")));
    office.sign(&by_leader(Sign::organ("Signature3", [390, 715, 418, 731], "05")));
    let mut changed = signed.clone();
    let content = stream("", b"BT /F1 12 Tf 72 727 Td (Kinh phi: 900 trieu dong) Tj ET");
    changed.add(&[(pdf::SECOND_CONTENT, content)], &[]);
    let files = [
        ("tests/verify/signed.pdf", signed.bytes),
        ("tests/verify/office.pdf", office.bytes),
        ("tests/verify/changed.pdf", changed.bytes),
        ("tests/verify/unsigned.pdf", Doc::new().bytes),
        ("fuzz/seeds/cms/leader.der", Cms::leader().make(b"content")),
        ("fuzz/seeds/cms/bare.der", Cms { signed_attributes: false, ..Cms::leader() }.make(b"content")),
        ("fuzz/seeds/cms/sha-1.der", Cms { digest: "1.3.14.3.2.26", by_key: true, ..Cms::leader() }.make(b"content")),
        (
            "fuzz/seeds/cms/token.der",
            Stamp { certificate: "leader", key: "leader", how: crate::maker::cms::How::Pkcs1, ..Stamp::good() }
                .token(b"content"),
        ),
    ];
    for (path, made) in files {
        let file = project(path);
        if fs::read(&file).is_ok_and(|kept| kept == made) {
            continue;
        }
        if std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1") {
            fs::write(file, made).expect("a file that can be written");
        } else {
            panic!("{path} is not what is made: {UPDATE}");
        }
    }
}
