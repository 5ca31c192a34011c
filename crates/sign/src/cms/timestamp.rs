//! Timestamps (RFC 3161).

use der::asn1::ObjectIdentifier;

use super::signer::{Content, Signed, check};
use super::tlv::{INTEGER, Nodes, OCTET_STRING, SEQUENCE};
use super::{Algorithm, Cert, Hash, Time, Trouble, Unreadable, Verdict};

/// The content of a timestamp.
const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

/// A timestamp that is in order.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The moment.
    pub time: Time,
    /// Who says so.
    pub authority: Cert,
    /// The certificates that came with it.
    pub certificates: Vec<Cert>,
    /// What is known of its signature besides.
    pub signed: Signed,
}

/// What is wrong with a timestamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StampTrouble {
    /// Its message is not in order.
    Message(Trouble),
    /// It cannot be read.
    Unreadable,
    /// It was made over something else.
    OtherContent,
    /// Its own signature does not fit.
    Forged,
    /// There is no certificate of who made it, or another one.
    NoCertificate,
    /// Its certificate is not one for timestamps.
    NotAuthority,
    /// Its certificate was not valid at that moment.
    NotValid,
    /// Nothing here knows an algorithm of it.
    Unknown(String),
}

/// A timestamp as it stands.
#[derive(Debug, Clone)]
pub struct Token {
    hash: ObjectIdentifier,
    imprint: Vec<u8>,
    time: Time,
}

impl Token {
    fn read(info: &[u8]) -> Result<Self, Unreadable> {
        let mut inside = Nodes(info).expect(SEQUENCE)?.inside();
        inside.expect(INTEGER)?;
        inside.next()?.oid()?;
        let mut imprint = inside.expect(SEQUENCE)?.inside();
        let hash = Algorithm::read(imprint.next()?)?.oid;
        let imprint = imprint.expect(OCTET_STRING)?.content.to_vec();
        inside.expect(INTEGER)?;
        Ok(Self { hash, imprint, time: Time::read(&inside.next()?)? })
    }

    /// Checks a timestamp over some pieces, with its own certificates or else one of others. Whether its authority is trusted is another matter.
    pub fn check(bytes: &[u8], over: &[&[u8]], others: &[Cert]) -> Result<Stamp, StampTrouble> {
        let signed = check(bytes, Content::Enclosed, others).map_err(StampTrouble::Message)?;
        if signed.content_type != TST_INFO {
            return Err(StampTrouble::Unreadable);
        }
        let info = signed.content.as_deref().unwrap_or_default();
        let token = Self::read(info).map_err(|Unreadable| StampTrouble::Unreadable)?;
        let hash = Hash::of(token.hash).ok_or_else(|| StampTrouble::Unknown(super::algorithm::name(token.hash)))?;
        if hash.digest(over) != token.imprint {
            return Err(StampTrouble::OtherContent);
        }
        match (&signed.digest, &signed.verdict) {
            (Some(false), _) | (_, Some(Verdict::Bad | Verdict::Contradiction)) => return Err(StampTrouble::Forged),
            (_, Some(Verdict::Unknown(name))) => return Err(StampTrouble::Unknown(name.clone())),
            (_, Some(Verdict::Good | Verdict::Malformed(_))) => {}
            (_, None) => return Err(StampTrouble::NoCertificate),
        }
        if signed.bound == Some(false) {
            return Err(StampTrouble::NoCertificate);
        }
        let authority = signed.certificate.clone().ok_or(StampTrouble::NoCertificate)?;
        if !authority.may_stamp() {
            return Err(StampTrouble::NotAuthority);
        }
        if !authority.is_valid_at(token.time) {
            return Err(StampTrouble::NotValid);
        }
        Ok(Stamp { time: token.time, authority, certificates: signed.certificates.clone(), signed })
    }
}
