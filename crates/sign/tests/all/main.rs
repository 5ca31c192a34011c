//! Tests of signing and verifying.

mod corpora;
mod kept;
mod maker;
mod tampered;
