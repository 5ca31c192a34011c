//! Files that wait for a signature made elsewhere.

use baocao_sign::{Certificate, finish, prepare};

use crate::maker::Cms;

use super::sample::{both, key_file, order, places, refused, signature, signed_by_leader};

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

/// The bytes that a prepared file wants signed: all but the room for the signature.
fn signed_bytes(pdf: &[u8]) -> Vec<u8> {
    let word = b"/ByteRange";
    let at = pdf.windows(word.len()).rposition(|window| window == word).expect("a range") + word.len();
    let end = at + pdf[at..].iter().position(|byte| *byte == b']').expect("its end");
    let numbers = std::str::from_utf8(&pdf[at..end]).expect("digits").trim_start_matches([' ', '[']);
    let numbers: Vec<usize> = numbers.split_whitespace().map(|number| number.parse().expect("a number")).collect();
    let [first, length, second, rest] = numbers[..] else { panic!("{numbers:?}") };
    [&pdf[first..first + length], &pdf[second..second + rest]].concat()
}

#[test]
fn a_signature_that_does_not_hold_is_not_put_in() {
    let certificate = Certificate::read_all(&key_file("leader.pem")).expect("a certificate");
    for base in both() {
        let waiting = prepare(&base, &order(places()[0], &[]), &certificate[0]).expect("a file");
        let good = Cms::leader().make(&signed_bytes(&waiting.pdf));
        assert!(finish(&waiting.pdf, &good).is_ok_and(|finished| finished.len() == waiting.pdf.len()));
        // The last bytes of a CMS are the signature's value.
        let mut wrong = good;
        *wrong.last_mut().expect("bytes") ^= 1;
        assert_eq!(refused(finish(&waiting.pdf, &wrong)), "ky-so/chu-ky-cua-tep-khac");
    }
}
