//! Keys and certificates, and which are refused.

use baocao_sign::{Certificate, leads_to, open, read_time};
use chrono::Utc;
use cms::content_info::ContentInfo;
use der::asn1::OctetString;
use der::{Decode, Encode};

use super::sample::{key, key_file, order, places, plain, refused, sign};

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
    // What it demands is known to nobody here.
    let mut certificate =
        x509_cert::Certificate::from_der(key("leader.p12").certificate().der()).expect("a certificate");
    let extension = |critical| x509_cert::ext::Extension {
        extn_id: const_oid::ObjectIdentifier::new_unwrap("1.3.6.1.4.1.99999.1"),
        critical,
        extn_value: OctetString::new([5, 0]).expect("bytes"),
    };
    for (critical, said) in [(false, "nothing"), (true, "ky-so/chung-thu-khong-de-ky")] {
        certificate.tbs_certificate.extensions.get_or_insert_default().push(extension(critical));
        let certificate = Certificate::from_der(&certificate.to_der().expect("DER")).expect("a certificate");
        assert_eq!(refused(certificate.check(read_time("2026-11-29T11:30:00+07:00").expect("a time").to_utc())), said);
    }
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

/// The end of a file of a key, where the number of iterations may be any.
#[derive(der::Sequence)]
struct Mac {
    digest: pkcs12::digest_info::DigestInfo,
    salt: OctetString,
    iterations: u64,
}

#[derive(der::Sequence)]
struct File {
    version: pkcs12::pfx::Version,
    safes: ContentInfo,
    mac: Option<Mac>,
}

/// What is said of a key file that must be refused at once.
fn refused_quickly(file: &[u8]) -> String {
    let start = std::time::Instant::now();
    let Err(finding) = open(file, "baocao") else { panic!("a key") };
    assert!(start.elapsed().as_secs_f64() < 2.0, "{:?}", start.elapsed());
    assert_eq!(finding.id.as_str(), "ky-so/khong-mo-duoc-khoa");
    finding.message.vi.clone()
}

const TOO_MUCH: &str =
    "tệp khóa không dùng được: tệp đòi nhiều vòng lặp hoặc chứa nhiều khóa và chứng thư hơn mức được xử lý";
const DAMAGED: &str = "tệp khóa không dùng được: tệp hỏng hoặc không phải PKCS#12";

#[test]
fn a_key_file_that_asks_for_more_iterations_than_are_done_is_refused_at_once() {
    use cms::encrypted_data::EncryptedData;
    use pkcs5::pbes2;
    let whole = |name: &str| pkcs12::pfx::Pfx::from_der(&key_file(name)).expect("a key file");
    for name in ["leader.p12", "leader-legacy.p12"] {
        for (iterations, said) in [(4_000_001, TOO_MUCH), (i32::MAX as u64, TOO_MUCH), (1 << 31, DAMAGED)] {
            let pkcs12::pfx::Pfx { version, auth_safe: safes, mac_data } = whole(name);
            let mac = mac_data.expect("a digest");
            let mac = Some(Mac { digest: mac.mac, salt: mac.mac_salt, iterations });
            let file = File { version, safes, mac }.to_der().expect("DER");
            assert_eq!(refused_quickly(&file), said, "{name}: {iterations}");
        }
    }
    // Those by which keys and certificates are encrypted.
    let (salt, start) = ([7; 16], [9; 16]);
    let encryption = pbes2::EncryptionScheme::Aes256Cbc { iv: &start };
    let new = |kdf: pbes2::Kdf<'_>| (pbes2::PBES2_OID, pbes2::Parameters { kdf, encryption }.to_der().expect("DER"));
    let old = |number: u32| {
        let salt = OctetString::new(salt).expect("bytes");
        let parameters = pkcs12::pbe_params::Pkcs12PbeParams { salt, iterations: i32::MAX };
        let kind = const_oid::ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1").push_arc(number).expect("a kind");
        (kind, parameters.to_der().expect("DER"))
    };
    let scrypt = pbes2::ScryptParams {
        salt: &salt,
        cost_parameter: 1 << 20,
        block_size: 8,
        parallelization: 1,
        key_length: None,
    };
    for (oid, parameters) in [
        new(pbes2::Pbkdf2Params::hmac_with_sha256(50_000_000, &salt).expect("parameters").into()),
        new(pbes2::Kdf::Scrypt(scrypt)),
        old(3),
        old(6),
    ] {
        let parameters = Some(der::Any::from_der(&parameters).expect("a value"));
        let enc_content_info = cms::enveloped_data::EncryptedContentInfo {
            content_type: const_oid::db::rfc5911::ID_DATA,
            content_enc_alg: x509_cert::spki::AlgorithmIdentifierOwned { oid, parameters },
            encrypted_content: Some(OctetString::new([0; 64]).expect("bytes")),
        };
        let version = cms::content_info::CmsVersion::V0;
        let data = EncryptedData { version, enc_content_info, unprotected_attrs: None };
        let content_type = const_oid::db::rfc5911::ID_ENCRYPTED_DATA;
        let safe = ContentInfo { content_type, content: der::Any::encode_from(&data).expect("a value") };
        let safes = OctetString::new(vec![safe].to_der().expect("DER")).expect("bytes");
        let content = der::Any::encode_from(&safes).expect("a value");
        let safes = ContentInfo { content_type: const_oid::db::rfc5911::ID_DATA, content };
        let file = File { version: pkcs12::pfx::Version::V3, safes, mac: None };
        assert_eq!(refused_quickly(&file.to_der().expect("DER")), TOO_MUCH, "{oid}");
    }
}

#[test]
fn certificates_that_issue_each_other_lead_nowhere() {
    use p12_keystore::{Certificate, KeyStore, KeyStoreEntry, PrivateKeyChain};
    let store = KeyStore::from_pkcs12(&key_file("leader.p12"), "baocao").expect("a store");
    let chain = store.private_key_chain().expect("a key").1;
    let [leaf, between] = [0, 1].map(|at| x509_cert::Certificate::from_der(chain.chain()[at].as_der()).expect("one"));
    let (mut one, mut other) = (between.clone(), between.clone());
    other.tbs_certificate.subject = "CN=Vòng".parse().expect("a name");
    one.tbs_certificate.issuer = other.tbs_certificate.subject.clone();
    other.tbs_certificate.issuer = between.tbs_certificate.subject.clone();
    let with = |certificates: &[&x509_cert::Certificate]| {
        let read = |one: &&x509_cert::Certificate| Certificate::from_der(&one.to_der().expect("DER")).expect("one");
        let chain = PrivateKeyChain::new(chain.key(), chain.local_key_id(), certificates.iter().map(read));
        let mut store = KeyStore::new();
        store.add_entry("key", KeyStoreEntry::PrivateKeyChain(chain));
        store.writer("baocao").write().expect("a file")
    };
    let circle = "tệp khóa không dùng được: các chứng thư trong tệp cấp cho nhau thành vòng";
    assert_eq!(refused_quickly(&with(&[&leaf, &one, &other])), circle);
    let key = open(&with(&[&leaf, &between]), "baocao").expect("a key");
    assert_eq!(key.issuers().len(), 1);
    // One of the same name leads out of it.
    let mut root = between.clone();
    root.tbs_certificate.issuer = between.tbs_certificate.subject.clone();
    assert_eq!(open(&with(&[&leaf, &one, &other, &root]), "baocao").expect("a key").issuers().len(), 3);
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
