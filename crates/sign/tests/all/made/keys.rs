//! Keys and certificates, and which are refused.

use baocao_sign::{Certificate, leads_to, open, read_time, sign};
use chrono::Utc;

use super::sample::{key, key_file, order, places, plain, refused};

#[test]
fn containers_of_old_and_new_programs_open_with_their_passphrase_only() {
    for name in ["leader.p12", "leader-legacy.p12", "organ.p12", "p256.p12", "p384.p12"] {
        let key = open(&key_file(name), "baocao").expect("a key");
        assert_eq!(key.issuers().len(), 1, "the certificate between comes with it");
        assert_eq!(refused(open(&key_file(name), "Baocao")), "ky-so/khong-mo-duoc-khoa", "{name}");
        assert_eq!(refused(open(&key_file(name), "")), "ky-so/khong-mo-duoc-khoa", "{name}");
        let whole = key_file(name);
        for length in [0, 10, whole.len() / 2, whole.len() - 1] {
            assert_eq!(refused(open(&whole[..length], "baocao")), "ky-so/khong-mo-duoc-khoa", "{name}");
        }
    }
    assert_eq!(key("leader.p12").certificate().subject(), "Nguyễn Thị Mẫu");
}

#[test]
fn weak_keys_and_certificates_that_must_not_sign_are_refused() {
    assert_eq!(refused(open(&key_file("weak.p12"), "baocao")), "ky-so/khoa-khong-dung-duoc");
    let by = |name: &str, time: &str| {
        let key = key(name);
        let time = read_time(time).expect("a time");
        let order = baocao_sign::Order { time, ..order(places()[0], &[]) };
        refused(sign(&plain(), &order, &*key, &[], None))
    };
    assert_eq!(by("expired.p12", "2026-11-29T11:30:00+07:00"), "ky-so/chung-thu-khong-con-han");
    assert_eq!(by("expired.p12", "2024-06-01T11:30:00+07:00"), "nothing", "it held then");
    assert_eq!(by("leader.p12", "2023-12-31T23:59:00+00:00"), "ky-so/chung-thu-khong-con-han");
    assert_eq!(by("server.p12", "2026-11-29T11:30:00+07:00"), "ky-so/chung-thu-khong-de-ky");
}

#[test]
fn a_key_beside_the_certificate_of_another_is_refused() {
    use p12_keystore::{KeyStore, KeyStoreEntry, PrivateKeyChain};
    let chain = |name: &str| {
        let store = KeyStore::from_pkcs12(&key_file(name), "baocao").expect("a store");
        store.private_key_chain().expect("a key").1.clone()
    };
    for (of, beside) in [("leader.p12", "organ.p12"), ("p256.p12", "expired.p12"), ("leader.p12", "p384.p12")] {
        let (key, certificates) = (chain(of), chain(beside));
        let mixed = PrivateKeyChain::new(key.key(), key.local_key_id(), certificates.chain().to_vec());
        let mut store = KeyStore::new();
        store.add_entry("mixed", KeyStoreEntry::PrivateKeyChain(mixed));
        let file = store.writer("baocao").write().expect("a file");
        let id = refused(open(&file, "baocao"));
        let kinds = ["ky-so/khoa-khong-khop-chung-thu", "ky-so/khoa-khong-dung-duoc"];
        assert!(kinds.contains(&id), "{of} beside {beside}: {id}");
    }
}

#[test]
fn a_certificate_leads_to_its_root_and_to_no_other() {
    let certificates = |name: &str| Certificate::read_all(&key_file(name)).expect("certificates");
    let key = key("leader.p12");
    let time = read_time("2026-11-29T11:30:00+07:00").expect("a time").with_timezone(&Utc);
    let way = leads_to(key.certificate(), key.issuers(), &certificates("root.pem"), time).expect("a way");
    assert_eq!(way, [certificates("between.pem"), certificates("root.pem")].concat());
    assert_eq!(leads_to(key.certificate(), &[], &certificates("between.pem"), time).map(|way| way.len()), Ok(1));
    let refuse = |issuers: &[Certificate], anchors: &str| {
        refused(leads_to(key.certificate(), issuers, &certificates(anchors), time))
    };
    assert_eq!(refuse(key.issuers(), "other-root.pem"), "ky-so/chung-thu-khong-den-goc");
    assert_eq!(refuse(&[], "root.pem"), "ky-so/chung-thu-khong-den-goc", "the one between is missing");
}

#[test]
fn what_is_no_certificate_is_refused() {
    for file in [&b""[..], b"0", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", b"hello"] {
        assert_eq!(refused(Certificate::read_all(file)), "ky-so/chung-thu-khong-doc-duoc");
    }
}
