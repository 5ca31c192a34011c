//! What a signature is made of, looked at with other eyes.

use baocao_sign::{Hash, Order, SubFilter};
use cms::content_info::ContentInfo;
use cms::signed_data::SignedData;
use der::asn1::OctetString;
use der::{Decode, Encode};
use ring::signature::{self, UnparsedPublicKey, VerificationAlgorithm};

use super::sample::{both, entry, field, key, order, places, plain, read, sign, signature as parts};

fn data(cms: &[u8]) -> SignedData {
    ContentInfo::from_der(cms).expect("CMS").content.decode_as().expect("signed data")
}

/// Signs and verifies with the public key of the certificate that came along.
fn verified(name: &str, change: impl Fn(&mut Order<'_>), hash: Hash, with: &'static dyn VerificationAlgorithm) {
    let key = key(name);
    for base in both() {
        let mut order = order(places()[0], &[]);
        change(&mut order);
        let signed = sign(&base, &order, &*key, key.issuers(), None).expect("a signature");
        let (bytes, cms) = parts(&signed, "leader-1");
        let data = data(&cms);
        let [signer] = data.signer_infos.0.as_slice() else { panic!("one signer") };
        let attributes = signer.signed_attrs.as_ref().expect("signed attributes");
        let value = |oid: &str| {
            let mut found = attributes.iter().filter(|one| one.oid.to_string() == oid);
            found.next().map(|one| one.values.get(0).expect("a value").clone())
        };
        let digest: OctetString = value("1.2.840.113549.1.9.4").expect("a digest").decode_as().expect("octets");
        assert_eq!(digest.as_bytes(), hash.digest(&[&bytes]));
        assert!(value("1.2.840.113549.1.9.16.2.47").is_some(), "signing-certificate-v2");
        assert!(value("1.2.840.113549.1.9.5").is_none(), "no signing-time");
        let public = key.certificate().der();
        let certificate = x509_cert::Certificate::from_der(public).expect("a certificate");
        let public = certificate.tbs_certificate.subject_public_key_info.subject_public_key;
        let public = UnparsedPublicKey::new(with, public.as_bytes().expect("bytes"));
        public.verify(&attributes.to_der().expect("DER"), signer.signature.as_bytes()).expect("the signature fits");
        assert_eq!(data.certificates.map(|all| all.0.len()), Some(2));
    }
}

#[test]
fn rsa_and_ecdsa_with_every_hash_verify() {
    let hash = |hash| move |order: &mut Order<'_>| order.hash = Some(hash);
    let pss = |hash| move |order: &mut Order<'_>| (order.hash, order.pss) = (Some(hash), true);
    verified("leader.p12", hash(Hash::Sha256), Hash::Sha256, &signature::RSA_PKCS1_2048_8192_SHA256);
    verified("leader.p12", hash(Hash::Sha384), Hash::Sha384, &signature::RSA_PKCS1_2048_8192_SHA384);
    verified("organ.p12", hash(Hash::Sha512), Hash::Sha512, &signature::RSA_PKCS1_2048_8192_SHA512);
    verified("leader.p12", pss(Hash::Sha256), Hash::Sha256, &signature::RSA_PSS_2048_8192_SHA256);
    verified("organ.p12", pss(Hash::Sha384), Hash::Sha384, &signature::RSA_PSS_2048_8192_SHA384);
    verified("leader.p12", pss(Hash::Sha512), Hash::Sha512, &signature::RSA_PSS_2048_8192_SHA512);
    verified("p256.p12", hash(Hash::Sha256), Hash::Sha256, &signature::ECDSA_P256_SHA256_ASN1);
    verified("p384.p12", hash(Hash::Sha384), Hash::Sha384, &signature::ECDSA_P384_SHA384_ASN1);
}

#[test]
fn the_dictionary_says_shape_name_and_time() {
    let key = key("leader.p12");
    for (subfilter, name) in [(SubFilter::Cades, "ETSI.CAdES.detached"), (SubFilter::Pkcs7, "adbe.pkcs7.detached")] {
        let order = Order { subfilter, ..order(places()[0], &[]) };
        let document = read(&sign(&plain(), &order, &*key, &[], None).expect("a signature"));
        let value = entry(&document, field(&document, "leader-1"), "V").as_dict().expect("a signature");
        assert_eq!(entry(&document, value, "SubFilter").as_name().expect("a name"), name.as_bytes());
        assert_eq!(entry(&document, value, "M").as_str().expect("a time"), b"D:20261129113000+07'00'");
    }
}

/// A page of its own is the picture: its box has the shape of the place, and what it uses is copied.
#[test]
fn a_page_becomes_the_picture() {
    let page = super::sample::file(
        &[
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F 4 0 R>>>>>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 110]/Contents[5 0 R 5 0 R]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            "<</Length 8>>\nstream\n0 0 m\n0 \nendstream",
        ],
        "",
    );
    let key = key("leader.p12");
    for base in both() {
        let order = Order { picture: Some(&page), ..order(places()[0], &[]) };
        let document = read(&sign(&base, &order, &*key, &[], None).expect("a signature"));
        let pictures = entry(&document, field(&document, "leader-1"), "AP").as_dict().expect("pictures");
        let picture = entry(&document, pictures, "N").as_stream().expect("a picture");
        // The place is 200 x 110: the page is centred in it, as large as it is.
        let corners = entry(&document, &picture.dict, "BBox").as_array().expect("a box");
        let corners: Vec<f32> = corners.iter().map(|side| side.as_float().expect("a number")).collect();
        assert_eq!(corners, [-50.0, 0.0, 150.0, 110.0]);
        assert_eq!(picture.get_plain_content().expect("content"), b"0 0 m\n0 \n0 0 m\n0 \n");
        let resources = entry(&document, &picture.dict, "Resources").as_dict().expect("resources");
        let fonts = entry(&document, resources, "Font").as_dict().expect("fonts");
        let font = entry(&document, fonts, "F").as_dict().expect("a font");
        assert_eq!(entry(&document, font, "BaseFont").as_name().expect("a name"), b"Helvetica");
    }
}
