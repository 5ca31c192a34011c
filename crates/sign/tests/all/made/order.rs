//! Who signs when.

use baocao_core::diagnostic::Finding;
use baocao_pdf::Place;
use baocao_sign::add_fields;
use baocao_sign::verify::Settings;

use super::sample::{
    both, check_earlier, check_mark, entry, field, file, key, objects, order, places, plain, read, refused, sign,
    signed_by_leader,
};

fn by_organ(pdf: &[u8], place: Place) -> Result<Vec<u8>, Finding> {
    let key = key("organ.p12");
    sign(pdf, &order(place, &[]), &*key, key.issuers(), None)
}

#[test]
fn the_seal_waits_for_the_leader() {
    for base in both() {
        let with_fields = add_fields(&base, &places()).expect("fields");
        for pdf in [base, with_fields] {
            assert_eq!(refused(by_organ(&pdf, places()[3])), "ky-so/chua-ky-ma-dong-dau");
            let sealed = by_organ(&signed_by_leader(&pdf), places()[3]).expect("a seal");
            let second = Place { signer: 2, ..places()[3] };
            assert_eq!(refused(by_organ(&sealed, second)), "ky-so/chua-ky-ma-dong-dau", "each after his own leader");
        }
    }
}

#[test]
fn the_seal_waits_for_all_leaders_for_whom_there_is_a_place() {
    let [leader, number, day, seal] = places();
    let second = Place { signer: 2, rect: [60.0, 60.0, 200.0, 170.0], ..leader };
    let all = [leader, second, number, day, seal];
    let key = key("leader.p12");
    let sign_as = |pdf: &[u8], place| sign(pdf, &order(place, &all), &*key, key.issuers(), None).expect("a signature");
    for base in both() {
        let one = sign_as(&base, leader);
        assert_eq!(refused(check_mark(&one, &seal, &all)), "ky-so/chua-ky-ma-dong-dau");
        assert_eq!(refused(check_mark(&one, &number, &all)), "nothing", "the number may be known before");
        assert_eq!(refused(check_mark(&sign_as(&one, second), &seal, &all)), "nothing");
    }
}

#[test]
fn nobody_signs_behind_a_signature_that_does_not_hold() {
    for base in both() {
        let mut signed = signed_by_leader(&base);
        assert_eq!(refused(check_earlier(&base, &Settings::default())), "nothing");
        assert_eq!(refused(check_earlier(&signed, &Settings::default())), "nothing");
        signed[10] ^= 1;
        assert_eq!(refused(check_earlier(&signed, &Settings::default())), "ky-so/chu-ky-truoc-khong-dat");
    }
}

#[test]
fn a_mark_is_signed_once() {
    for base in both() {
        let mut pdf = signed_by_leader(&base);
        for place in &places()[1..] {
            pdf = by_organ(&pdf, *place).expect("a signature");
        }
        for place in places() {
            assert_eq!(refused(by_organ(&pdf, place)), "ky-so/da-ky");
        }
    }
}

#[test]
fn only_the_first_signature_certifies() {
    let base = plain();
    let certified = read(&signed_by_leader(&base));
    let permissions =
        entry(&certified, certified.catalog().expect("a catalogue"), "Perms").as_dict().expect("permissions");
    let level = |document: &lopdf::Document, signature: &lopdf::Dictionary| {
        let references = entry(document, signature, "Reference").as_array().expect("references").clone();
        let parameters = entry(document, references[0].as_dict().expect("a reference"), "TransformParams").clone();
        entry(document, parameters.as_dict().expect("parameters"), "P").as_i64().expect("a level")
    };
    assert_eq!(level(&certified, entry(&certified, permissions, "DocMDP").as_dict().expect("a signature")), 2);
    let key = key("p256.p12");
    let second = Place { signer: 2, rect: [60.0, 60.0, 200.0, 170.0], ..places()[0] };
    let both = sign(&signed_by_leader(&base), &order(second, &[]), &*key, key.issuers(), None).expect("a signature");
    let both = read(&both);
    assert!(!entry(&both, field(&both, "leader-2"), "V").as_dict().expect("a signature").has(b"Reference"));
}

#[test]
fn a_certification_that_lets_nobody_sign_is_kept() {
    let mut all = objects("<</Type/Catalog/Pages 2 0 R/Perms<</DocMDP 10 0 R>>>>");
    all.push("<</Type/Sig/Reference[<</TransformMethod/DocMDP/TransformParams<</P 1>>>>]>>");
    let signed = by_organ(&file(&all, ""), places()[1]);
    assert_eq!(refused(signed), "ky-so/khong-cho-thay-doi");
}

#[test]
fn a_field_of_another_kind_is_not_signed() {
    let mut all = objects("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R]>>>>");
    all.push("<</FT/Tx/T(number-1)>>");
    assert_eq!(refused(by_organ(&file(&all, ""), places()[1])), "ky-so/bieu-mau-khong-nhan");
}
