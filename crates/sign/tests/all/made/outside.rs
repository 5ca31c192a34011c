//! Files that wait for a signature made elsewhere.

use baocao_sign::{Certificate, finish, prepare};

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
