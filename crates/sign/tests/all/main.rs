//! Tests of signing and verifying.

mod corpora;
