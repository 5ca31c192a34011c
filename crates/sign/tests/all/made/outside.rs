//! Files that wait for a signature made elsewhere.

use baocao_sign::{Certificate, Order, SubFilter, finish};

use crate::maker::{Cms, certificate};

use super::sample::{both, key_file, order, places, prepare, refused, signature, signed_by_leader};

#[test]
fn only_a_signature_of_the_same_file_is_put_in() {
    let certificate = Certificate::read_all(&key_file("leader.pem")).expect("a certificate");
    for base in both() {
        let waiting = prepare(&base, &order(places()[0], &[]), &certificate[0]).expect("a file");
        assert!(waiting.pdf.starts_with(&base));
        let attributes = &waiting.attributes;
        assert!(attributes.windows(waiting.digest.len()).any(|window| window == waiting.digest));
        let signed = signed_by_leader(&base);
        let (_, cms) = signature(&signed, "leader-1");
        assert_eq!(refused(finish(&waiting.pdf, &cms)), "ky-so/chu-ky-cua-tep-khac");
        assert_eq!(refused(finish(&waiting.pdf, b"")), "ky-so/chu-ky-cua-tep-khac");
        assert_eq!(refused(finish(&base, &cms)), "ky-so/chua-chuan-bi");
        assert_eq!(refused(finish(&signed, &cms)), "ky-so/chua-chuan-bi", "its room is taken");
        let longer = [&waiting.pdf[..], b"\n"].concat();
        assert_eq!(refused(finish(&longer, &cms)), "ky-so/chua-chuan-bi", "it was changed since");
    }
}

#[test]
fn a_signature_that_does_not_hold_is_not_put_in() {
    let certificate = [Certificate::from_der(&certificate("leader")).expect("a certificate")];
    for base in both() {
        let waiting = prepare(&base, &order(places()[0], &[]), &certificate[0]).expect("a file");
        let good = Cms::leader().make(&waiting.signed);
        assert!(finish(&waiting.pdf, &good).is_ok_and(|finished| finished.len() == waiting.pdf.len()));
        // The last bytes of a CMS are the signature's value.
        let mut wrong = good;
        *wrong.last_mut().expect("bytes") ^= 1;
        assert_eq!(refused(finish(&waiting.pdf, &wrong)), "ky-so/chu-ky-cua-tep-khac");
        let by_another = Cms::organ().make(&waiting.signed);
        assert_eq!(refused(finish(&waiting.pdf, &by_another)), "ky-so/chu-ky-cua-tep-khac");
        let unnamed = Cms { bound: None, ..Cms::leader() }.make(&waiting.signed);
        assert_eq!(refused(finish(&waiting.pdf, &unnamed)), "ky-so/chu-ky-cua-tep-khac", "PAdES names its certificate");
        let attached = Cms { content: Some(waiting.signed.clone()), ..Cms::leader() }.make(&waiting.signed);
        let told = finish(&waiting.pdf, &attached).expect_err("a finding");
        assert_eq!(told.message.vi, "chữ ký chứa luôn nội dung được ký; chữ ký của PDF phải tách rời");
        let plain = Order { subfilter: SubFilter::Pkcs7, ..order(places()[0], &[]) };
        let waiting = prepare(&base, &plain, &certificate[0]).expect("a file");
        let unnamed = Cms { bound: None, ..Cms::leader() }.make(&waiting.signed);
        assert!(finish(&waiting.pdf, &unnamed).is_ok(), "others need not");
    }
}
