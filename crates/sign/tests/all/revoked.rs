//! Certificates that were taken back, have ended since, or are for something else.

use baocao_sign::Revocation;
use baocao_sign::cms::{Cert, Time};
use baocao_sign::verify::{Report, Settings, State, Subject, verify};

use crate::corpora::told;
use crate::maker::Cms;
use crate::maker::cms::{Der, How, Stamp, anchor, certificate, oid, sealed, tlv};
use crate::maker::pdf::{Contents, Doc, Sign, stream};

/// Parts of a certificate: subject, and the bits of its key.
fn parts(name: &str) -> (Vec<u8>, Vec<u8>) {
    let der = certificate(name);
    let mut inside = Der(&der).open().open();
    for _ in 0..5 {
        inside.next();
    }
    let subject = inside.next().to_vec();
    let mut key = Der(inside.next()).open();
    key.next();
    (subject, Der(key.next()).content()[1..].to_vec())
}

/// A list of an issuer that takes certificates back, by number and time.
fn list(key: &str, issuer: &str, revoked: &[(u8, &str)], until: &str, extensions: &[u8]) -> Vec<u8> {
    let time = |text: &str| tlv(0x17, &[text.as_bytes()]);
    let entries: Vec<Vec<u8>> =
        revoked.iter().map(|(number, at)| tlv(0x30, &[&tlv(2, &[&[*number]]), &time(at)])).collect();
    let entries: Vec<&[u8]> = entries.iter().map(Vec::as_slice).collect();
    let entries = if entries.is_empty() { Vec::new() } else { tlv(0x30, &entries) };
    let algorithm = tlv(0x30, &[&oid("1.2.840.10045.4.3.2")]);
    let until = if until.is_empty() { Vec::new() } else { time(until) };
    let parts = [&tlv(2, &[&[1]])[..], &algorithm, &parts(issuer).0, &time("260201000000Z"), &until, &entries];
    sealed(key, &tlv(0x30, &[&parts.concat(), extensions]), &[])
}

/// A list that is in order.
fn good_list(revoked: &[(u8, &str)]) -> Vec<u8> {
    list("issuer", "issuer", revoked, "360101000000Z", &[])
}

/// An answer about a certificate, by number: good, or taken back at a time.
fn response(key: &str, number: u8, revoked: Option<&str>) -> Vec<u8> {
    let sha1 = |bytes: &[u8]| ring::digest::digest(&ring::digest::SHA1_FOR_LEGACY_USE_ONLY, bytes).as_ref().to_vec();
    let (name, bits) = parts("issuer");
    let algorithm = tlv(0x30, &[&oid("1.3.14.3.2.26"), &[5, 0]]);
    let id = tlv(0x30, &[&algorithm, &tlv(4, &[&sha1(&name)]), &tlv(4, &[&sha1(&bits)]), &tlv(2, &[&[number]])]);
    let time = |text: &str| tlv(0x18, &[text.as_bytes()]);
    let status = revoked.map_or(vec![0x80, 0], |at| tlv(0xA1, &[&time(at)]));
    let answer = tlv(0x30, &[&id, &status, &time("20260302000000Z"), &tlv(0xA0, &[&time("20360101000000Z")])]);
    let by = tlv(0xA2, &[&tlv(4, &[&sha1(&bits)])]);
    let signed = tlv(0x30, &[&by, &time("20260302000000Z"), &tlv(0x30, &[&answer])]);
    let basic = sealed(key, &signed, &[]);
    let bytes = tlv(0x30, &[&oid("1.3.6.1.5.5.7.48.1.1"), &tlv(4, &[&basic])]);
    tlv(0x30, &[&[0x0A, 1, 0], &tlv(0xA0, &[&bytes])])
}

fn by(named: &'static str) -> Cms {
    Cms { named, certificates: vec![named, "issuer"], bound: Some(named), ..Cms::leader() }
}

fn settings() -> Settings {
    Settings { anchors: vec![anchor("issuer"), anchor("root")], ..Settings::default() }
}

fn verified(cms: Cms, settings: &Settings) -> Report {
    let mut doc = Doc::new();
    doc.sign(&Sign { cms, ..Sign::leader() });
    verify(&doc.bytes, settings).expect("a file")
}

fn state(report: &Report, subject: Subject) -> Option<State> {
    report.signatures[0].item(subject).map(|item| item.state)
}

/// What is said of a certificate by data that are given.
fn told_of(data: Vec<u8>, cms: Cms) -> (Option<State>, String) {
    let revocation = vec![Revocation::from_der(&data).expect("revocation data")];
    let report = verified(cms, &Settings { revocation, ..settings() });
    (state(&report, Subject::Revocation), told(&report))
}

#[test]
fn what_issuers_say_of_certificates_counts() {
    let cms = || by("of-issuer");
    // The document was signed on 2026-03-01 by what its program says.
    let (before, after) = ("260101000000Z", "260401000000Z");
    let cases = [
        ("not in the list", good_list(&[(0x99, before)]), Some(State::Passed)),
        ("in the list", good_list(&[(0x99, before), (0x21, before)]), Some(State::Failed)),
        ("in the list, later than is claimed", good_list(&[(0x21, after)]), Some(State::NotEvaluated)),
        (
            "a list of another key",
            list("organ", "issuer", &[(0x21, before)], "360101000000Z", &[]),
            Some(State::NotEvaluated),
        ),
        (
            "a list of another issuer",
            list("organ", "organ", &[(0x21, before)], "360101000000Z", &[]),
            Some(State::NotEvaluated),
        ),
        ("an old list", list("issuer", "issuer", &[], "260202000000Z", &[]), Some(State::NotEvaluated)),
        ("an answer", response("issuer", 0x21, None), Some(State::Passed)),
        ("an answer that it was taken back", response("issuer", 0x21, Some("20260101000000Z")), Some(State::Failed)),
        ("an answer about another", response("issuer", 0x22, None), Some(State::NotEvaluated)),
        ("an answer of another key", response("organ", 0x21, Some("20260101000000Z")), Some(State::NotEvaluated)),
    ];
    for (name, data, expected) in cases {
        let (state, told) = told_of(data, cms());
        assert_eq!(state, expected, "{name}\n{told}");
    }
    // A list of certificates of authorities only says nothing of this one.
    let point = tlv(0x30, &[&oid("2.5.29.28"), &[1, 1, 0xFF], &tlv(4, &[&tlv(0x30, &[&[0x82, 1, 0xFF]])])]);
    let partial = tlv(0xA0, &[&tlv(0x30, &[&point])]);
    let (state_of_partial, told) = told_of(list("issuer", "issuer", &[], "360101000000Z", &partial), cms());
    assert_eq!(state_of_partial, Some(State::NotEvaluated), "{told}");
}

#[test]
fn a_trusted_timestamp_shows_that_it_was_used_before() {
    let stamped = Cms { stamp: Some(Stamp::good()), ..by("of-issuer") };
    let (state, told) = told_of(good_list(&[(0x21, "260401000000Z")]), stamped);
    assert_eq!(state, Some(State::Passed), "{told}");
}

#[test]
fn data_in_the_file_are_found() {
    let revoked = good_list(&[(0x21, "260101000000Z")]);
    let in_message = verified(Cms { lists: vec![revoked.clone()], ..by("of-issuer") }, &settings());
    assert_eq!(state(&in_message, Subject::Revocation), Some(State::Failed), "{}", told(&in_message));
    let mut doc = Doc::new();
    doc.sign(&Sign { cms: by("of-issuer"), ..Sign::leader() });
    let number = doc.number();
    let catalog = format!("<< {} /DSS << /CRLs [{number} 0 R] >> >>", doc.catalog);
    doc.add(&[(number, stream("", &revoked)), (crate::maker::pdf::CATALOG, catalog.into_bytes())], &[]);
    let report = verify(&doc.bytes, &settings()).expect("a file");
    assert_eq!(state(&report, Subject::Revocation), Some(State::Failed), "{}", told(&report));
}

#[test]
fn a_claimed_time_does_not_keep_a_certificate_alive() {
    // It ended on 2026-06-01; the file says that it was signed on 2026-03-01.
    let at = |day: &str| Some(Time(baocao_sign::read_time(&format!("{day}T00:00:00Z")).expect("a time").to_utc()));
    let validity = |cms: Cms, now| {
        let report = verified(cms, &Settings { now, ..settings() });
        state(&report, Subject::Validity)
    };
    assert_eq!(validity(by("ended"), at("2026-05-01")), Some(State::Passed));
    assert_eq!(validity(by("ended"), at("2026-11-29")), Some(State::NotEvaluated));
    let stamped = |stamp| Cms { stamp: Some(stamp), ..by("ended") };
    assert_eq!(validity(stamped(Stamp::good()), at("2026-11-29")), Some(State::Passed), "an authority that is trusted");
    let nobody = Settings { anchors: vec![anchor("issuer")], now: at("2026-11-29"), ..Settings::default() };
    let report = verified(stamped(Stamp::good()), &nobody);
    assert_eq!(state(&report, Subject::Validity), Some(State::NotEvaluated), "one that nobody knows");
}

fn day(day: &str) -> Option<Time> {
    Some(Time(baocao_sign::read_time(&format!("{day}T00:00:00Z")).expect("a time").to_utc()))
}

#[test]
fn data_of_the_past_prove_nothing_for_a_claimed_time() {
    // The file says that it was signed on 2026-03-01, and the list was good until 2026-04-01.
    let told_at = |cms: Cms, data: Vec<u8>, now: &str| {
        let revocation = vec![Revocation::from_der(&data).expect("revocation data")];
        let report = verified(cms, &Settings { revocation, now: day(now), ..settings() });
        (state(&report, Subject::Revocation), told(&report))
    };
    let list = |until| list("issuer", "issuer", &[], until, &[]);
    let stamped = || Cms { stamp: Some(Stamp::good()), ..by("of-issuer") };
    for (name, cms, data, now, expected) in [
        ("while the list was good", by("of-issuer"), list("260401000000Z"), "2026-03-20", State::Passed),
        ("later", by("of-issuer"), list("260401000000Z"), "2026-05-20", State::NotEvaluated),
        ("later, with a timestamp", stamped(), list("260401000000Z"), "2026-05-20", State::Passed),
        // Made on 2026-02-01, good for who knows how long.
        ("without an end", by("of-issuer"), list(""), "2026-03-20", State::NotEvaluated),
        ("without an end, with a timestamp", stamped(), list(""), "2026-03-20", State::NotEvaluated),
        ("without an end, of that day", by("of-issuer"), list(""), "2026-02-01", State::Passed),
    ] {
        let (found, told) = told_at(cms, data, now);
        assert_eq!(found, Some(expected), "{name}\n{told}");
    }
}

#[test]
fn a_timestamp_of_the_document_is_none_of_an_authority_that_was_taken_back() {
    let stamp = Stamp { certificate: "for-timestamps", key: "leader", how: How::Pkcs1, ..Stamp::good() };
    let contents: Option<Contents<'_>> = Some(Box::new(|signed: &[u8]| stamp.token(signed)));
    let mut doc = Doc::new();
    doc.sign(&Sign { subfilter: "ETSI.RFC3161", certify: None, contents, ..Sign::leader() });
    for (name, at, expected) in [("before", "260201000000Z", State::Failed), ("later", "260601000000Z", State::Passed)]
    {
        let revocation = vec![Revocation::from_der(&good_list(&[(0x24, at)])).expect("revocation data")];
        let report = verify(&doc.bytes, &Settings { revocation, ..settings() }).expect("a file");
        assert_eq!(state(&report, Subject::Revocation), Some(expected), "{name}\n{}", told(&report));
    }
}

#[test]
fn more_data_than_are_looked_at_prove_nothing() {
    let mut doc = Doc::new();
    doc.sign(&Sign { cms: by("of-issuer"), ..Sign::leader() });
    let number = doc.number();
    for (count, expected) in [(200, State::Passed), (201, State::NotEvaluated)] {
        let mut doc = doc.clone();
        let all = format!("{number} 0 R ").repeat(count);
        let catalog = format!("<< {} /DSS << /CRLs [{all}] >> >>", doc.catalog);
        doc.add(&[(number, stream("", &good_list(&[]))), (crate::maker::pdf::CATALOG, catalog.into_bytes())], &[]);
        let report = verify(&doc.bytes, &settings()).expect("a file");
        assert_eq!(state(&report, Subject::Revocation), Some(expected), "{count}\n{}", told(&report));
    }
}

#[test]
fn an_issuer_that_has_ended_since_needs_a_timestamp() {
    let cms = || Cms { certificates: vec!["narrow-in", "narrow"], ..by("narrow-in") };
    let anchors = vec![anchor("demands"), anchor("root")];
    let chain = |cms: Cms, now| {
        let report = verified(cms, &Settings { anchors: anchors.clone(), now: day(now), ..Settings::default() });
        (state(&report, Subject::Chain), told(&report))
    };
    let (now, told) = chain(cms(), "2026-05-01");
    assert_eq!(now, Some(State::Passed), "{told}");
    let (later, told) = chain(cms(), "2199-05-01");
    assert_eq!(later, Some(State::NotEvaluated), "{told}");
    let (stamped, told) = chain(Cms { stamp: Some(Stamp::good()), ..cms() }, "2199-05-01");
    assert_eq!(stamped, Some(State::Passed), "{told}");
}

#[test]
fn certificates_for_something_else_do_not_sign() {
    for (named, expected) in [
        ("of-issuer", State::Passed),
        ("for-servers", State::Failed),
        ("for-timestamps", State::Failed),
        ("authority", State::Failed),
    ] {
        let report = verified(by(named), &settings());
        assert_eq!(state(&report, Subject::Certificate), Some(expected), "{named}");
        let cert = Cert::read(&certificate(named)).expect("a certificate");
        assert_eq!(cert.may_sign(), expected == State::Passed, "{named}");
    }
}
