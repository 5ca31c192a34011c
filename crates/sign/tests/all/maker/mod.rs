//! A signed document and everything that can be wrong with one, made on the spot: what is to be verified must not
//! come from the hand that wrote the verifier's other half.

pub mod cms;
pub mod pdf;

pub use cms::{Cms, certificate};
