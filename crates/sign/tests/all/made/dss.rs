//! What signatures are verified with later.

use baocao_sign::{Certificate, Revocation, add_validation_data};
use lopdf::Object;

use super::sample::{both, entry, key_file, read, refused, signed_by_leader};

#[test]
fn certificates_and_revocation_data_are_added_once() {
    let certificates = ["root.pem", "between.pem"].map(|name| Certificate::read_all(&key_file(name)).expect("one"));
    let certificates = certificates.concat();
    let lists = ["root.crl", "between.crl"].map(|name| Revocation::read(&key_file(name)).expect("a list"));
    for base in both() {
        let signed = signed_by_leader(&base);
        let first = add_validation_data(&signed, &certificates[..1], &lists[..1]).expect("data");
        let second = add_validation_data(&first, &certificates, &lists).expect("data");
        assert!(second.starts_with(&signed));
        let document = read(&second);
        let store = entry(&document, document.catalog().expect("a catalogue"), "DSS").as_dict().expect("a store");
        for (key, files) in [
            ("Certs", certificates.iter().map(|one| one.der().to_vec()).collect::<Vec<_>>()),
            ("CRLs", vec![key_file("root.crl"), key_file("between.crl")]),
        ] {
            let streams = entry(&document, store, key).as_array().expect("streams");
            let content = |one: &Object| {
                let stream = document.dereference(one).expect("a stream").1.as_stream().expect("a stream");
                stream.get_plain_content().expect("content")
            };
            assert_eq!(streams.iter().map(content).collect::<Vec<_>>(), files);
        }
    }
}

#[test]
fn what_is_no_revocation_data_is_refused() {
    for file in [&b""[..], b"hello", &key_file("root.pem"), b"-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n"]
    {
        assert_eq!(refused(Revocation::read(file)), "ky-so/du-lieu-thu-hoi-khong-doc-duoc");
    }
}
