//! Tests of signing and verifying.

mod corpora;
mod kept;
mod made;
mod maker;
mod revoked;
mod seen;
mod tampered;
