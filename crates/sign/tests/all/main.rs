//! Tests of signing and verifying.

mod corpora;
mod maker;
mod tampered;
