//! Reading and checking of signed messages (CMS, RFC 5652), certificates and timestamps.
//!
//! Libraries for CMS put what they read in order; a signature is over the bytes as they stand. So the outer layers
//! are read here, piece by piece and without changing anything; certificates, whose bytes are kept beside, are a
//! library's.

mod algorithm;
mod cert;
mod chain;
mod constraints;
mod key;
mod message;
mod revocation;
mod signer;
mod time;
mod timestamp;
mod tlv;

pub use algorithm::{Algorithm, Hash};
pub use cert::Cert;
pub use chain::{Chain, chain, climb};
pub use key::{Malformed, Verdict};
pub use message::{Attribute, Message, Sid, Signer};
pub use revocation::{Revocation, Standing, standing};
pub use signer::{Content, Signed, Trouble, check};
pub use time::Time;
pub use timestamp::{Stamp, StampTrouble, Token};

/// What cannot be read as the structure that it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;
