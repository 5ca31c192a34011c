//! Bytes as a signed message, a timestamp, a certificate.

#![no_main]

use baocao_sign::cms::{Cert, Content, Token, chain, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let content: [&[u8]; 1] = [b"content"];
    if let Ok(signed) = check(bytes, Content::Detached(&content), &[]) {
        let certificates = &signed.certificates;
        if let Some(certificate) = &signed.certificate {
            chain(certificate, certificates, certificates, signed.time);
        }
    }
    let _ = check(bytes, Content::Enclosed, &[]);
    let _ = Token::check(bytes, &content, &[]);
    let _ = Cert::read_all(bytes);
});
