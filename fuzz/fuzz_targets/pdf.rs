//! Bytes as a PDF file whose signatures are verified.

#![no_main]

use baocao_sign::verify::{Settings, verify};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = verify(bytes, &Settings::default());
});
