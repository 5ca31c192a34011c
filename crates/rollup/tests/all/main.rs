//! The integration tests.

mod common;
mod many;
mod properties;
