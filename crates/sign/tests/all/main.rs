//! Tests of signing and verifying.

mod corpora;
mod made;
mod maker;
mod tampered;
