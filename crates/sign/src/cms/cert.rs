//! Certificates (RFC 5280).

use std::ops::Range;

use const_oid::db::rfc5280::{
    ANY_EXTENDED_KEY_USAGE, ID_KP_CLIENT_AUTH, ID_KP_CODE_SIGNING, ID_KP_EMAIL_PROTECTION, ID_KP_OCSP_SIGNING,
    ID_KP_SERVER_AUTH, ID_KP_TIME_STAMPING,
};
use der::Decode;
use x509_cert::Certificate;
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages, SubjectKeyIdentifier};

use super::key::{Key, Verdict};
use super::tlv::{INTEGER, Nodes, SEQUENCE, trimmed};
use super::{Algorithm, Hash, Sid, Time, Unreadable};
use crate::file::plain;
use crate::pem::blocks;

/// A certificate and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cert {
    der: Vec<u8>,
    parsed: Certificate,
    signed: Range<usize>,
    issuer: Vec<u8>,
    subject: Vec<u8>,
    key: Vec<u8>,
}

impl Cert {
    /// Reads a certificate in DER.
    pub fn read(der: &[u8]) -> Result<Self, Unreadable> {
        let parsed = Certificate::from_der(der).map_err(|_| Unreadable)?;
        let whole = Nodes(der).expect(SEQUENCE)?;
        let head = whole.whole.len() - whole.content.len();
        let signed = whole.inside().expect(SEQUENCE)?;
        let mut inside = signed.inside();
        inside.optional(0xA0)?;
        inside.expect(INTEGER)?;
        inside.expect(SEQUENCE)?;
        let issuer = inside.expect(SEQUENCE)?.whole.to_vec();
        inside.expect(SEQUENCE)?;
        let subject = inside.expect(SEQUENCE)?.whole.to_vec();
        let key = inside.expect(SEQUENCE)?.whole.to_vec();
        let signed = head..head + signed.whole.len();
        Ok(Self { der: der.to_vec(), parsed, signed, issuer, subject, key })
    }

    /// All certificates of a file, in PEM or DER.
    pub fn read_all(bytes: &[u8]) -> Result<Vec<Self>, Unreadable> {
        if bytes.first() == Some(&SEQUENCE) {
            return Self::read(bytes).map(|one| vec![one]);
        }
        let all = blocks(bytes, "CERTIFICATE").map(|block| Self::read(&block.map_err(|_| Unreadable)?));
        all.collect::<Result<Vec<_>, _>>().and_then(|all| if all.is_empty() { Err(Unreadable) } else { Ok(all) })
    }

    /// Its bytes.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// Whose it is.
    pub fn subject(&self) -> String {
        plain(&self.parsed.tbs_certificate.subject.to_string())
    }

    /// Who issued it.
    pub fn issuer(&self) -> String {
        plain(&self.parsed.tbs_certificate.issuer.to_string())
    }

    /// Its number, in hexadecimal.
    pub fn serial(&self) -> String {
        let hex = |byte: &u8| format!("{byte:02x}");
        self.parsed.tbs_certificate.serial_number.as_bytes().iter().map(hex).collect()
    }

    /// From when it is valid.
    pub fn not_before(&self) -> Time {
        time(self.parsed.tbs_certificate.validity.not_before)
    }

    /// Until when it is valid.
    pub fn not_after(&self) -> Time {
        time(self.parsed.tbs_certificate.validity.not_after)
    }

    /// Whether it is valid at a time.
    pub fn is_valid_at(&self, time: Time) -> bool {
        (self.not_before()..=self.not_after()).contains(&time)
    }

    /// The digest of all of it, in hexadecimal.
    pub fn fingerprint(&self) -> String {
        Hash::Sha256.digest(&[&self.der]).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether it issued itself.
    pub fn is_its_own_issuer(&self) -> bool {
        self.subject == self.issuer
    }

    /// Whether a message means it.
    pub fn is(&self, sid: &Sid<'_>) -> bool {
        match sid {
            Sid::Serial(issuer, serial) => *issuer == self.issuer && self.has_serial(serial),
            Sid::Key(mark) => match self.extension::<SubjectKeyIdentifier>() {
                Ok(Some(own)) => own.0.as_bytes() == *mark,
                _ => false,
            },
        }
    }

    /// Whether this is its number.
    pub(super) fn has_serial(&self, serial: &[u8]) -> bool {
        trimmed(self.parsed.tbs_certificate.serial_number.as_bytes()) == trimmed(serial)
    }

    /// Whether this is who issued it, as it stands.
    pub(super) fn has_issuer(&self, issuer: &[u8]) -> bool {
        self.issuer == issuer
    }

    /// Whether another certificate is that of its issuer, by its name.
    pub(super) fn names(&self, issuer: &Self) -> bool {
        self.issuer == issuer.subject
    }

    /// Whether this is whose it is, as it stands.
    pub(super) fn is_named(&self, subject: &[u8]) -> bool {
        self.subject == subject
    }

    /// Whose it is, part by part.
    pub(super) fn subject_name(&self) -> &x509_cert::name::RdnSequence {
        &self.parsed.tbs_certificate.subject
    }

    /// Whose it is, as it stands.
    pub(super) fn subject_der(&self) -> &[u8] {
        &self.subject
    }

    /// The bits of its key.
    pub(super) fn key_bits(&self) -> Result<&[u8], Unreadable> {
        self.key().map(|key| key.bits())
    }

    /// Its key.
    pub(super) fn key(&self) -> Result<Key<'_>, Unreadable> {
        Key::read(&self.key)
    }

    /// The kind of its key.
    pub fn key_name(&self) -> String {
        self.key().map_or_else(|_| String::new(), |key| key.name())
    }

    /// Bits of its key, if that is one of RSA.
    pub fn rsa_bits(&self) -> Option<u64> {
        self.key().ok()?.rsa_bits()
    }

    /// Whether another certificate's key signed it.
    pub(super) fn signed_by(&self, issuer: &Self) -> Result<Verdict, Unreadable> {
        let mut whole = Nodes(&self.der).expect(SEQUENCE)?.inside();
        let (_, algorithm) = (whole.next()?, Algorithm::read(whole.next()?)?);
        let value = self.parsed.signature.as_bytes().ok_or(Unreadable)?;
        let signed = self.der.get(self.signed.clone()).ok_or(Unreadable)?;
        Ok(issuer.key()?.check(&algorithm, None, signed, value))
    }

    /// An extension that it has.
    pub(super) fn extension<'a, T: Decode<'a> + der::oid::AssociatedOid>(&'a self) -> Result<Option<T>, Unreadable> {
        let found = self.parsed.tbs_certificate.get::<T>().map_err(|_| Unreadable)?;
        Ok(found.map(|(_, extension)| extension))
    }

    /// Whether its key may sign documents: it is for signatures, for nothing that only machines do, and none of an authority.
    pub fn may_sign(&self) -> bool {
        const OTHERS: [der::oid::ObjectIdentifier; 4] =
            [ID_KP_SERVER_AUTH, ID_KP_CODE_SIGNING, ID_KP_TIME_STAMPING, ID_KP_OCSP_SIGNING];
        let is_for_people = match self.extension::<ExtendedKeyUsage>() {
            Ok(None) => true,
            Ok(Some(ExtendedKeyUsage(uses))) => uses.iter().any(|one| !OTHERS.contains(one)),
            Err(Unreadable) => false,
        };
        // Who makes a certificate for himself is told of as such.
        let is_authority = match self.extension::<BasicConstraints>() {
            Ok(constraints) => constraints.is_some_and(|constraints| constraints.ca) && !self.is_its_own_issuer(),
            Err(Unreadable) => true,
        };
        self.signs() && is_for_people && !is_authority
    }

    /// Whether it says that it is for certain purposes only, none of which is known here (RFC 5280, 4.2.1.12).
    pub fn is_for_the_unknown(&self) -> bool {
        /// Mail, logging in, documents (RFC 9336; of Adobe; of Microsoft), all.
        const KNOWN: [der::oid::ObjectIdentifier; 6] = [
            ID_KP_EMAIL_PROTECTION,
            ID_KP_CLIENT_AUTH,
            der::oid::ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36"),
            der::oid::ObjectIdentifier::new_unwrap("1.2.840.113583.1.1.5"),
            der::oid::ObjectIdentifier::new_unwrap("1.3.6.1.4.1.311.10.3.12"),
            ANY_EXTENDED_KEY_USAGE,
        ];
        // It binds, critical or not.
        let uses = self.extension::<ExtendedKeyUsage>();
        matches!(uses, Ok(Some(ExtendedKeyUsage(uses))) if !uses.iter().any(|one| KNOWN.contains(one)))
    }

    /// Whether it was signed over a digest that is weak.
    pub(super) fn is_weakly_signed(&self) -> bool {
        // That of ECDSA over SHA-1 is not looked at at all.
        self.parsed.signature_algorithm.oid == const_oid::db::rfc5912::SHA_1_WITH_RSA_ENCRYPTION
    }

    /// Whether its key is for signatures.
    fn signs(&self) -> bool {
        self.has_usage(|usage| usage.contains(KeyUsages::DigitalSignature) || usage.contains(KeyUsages::NonRepudiation))
    }

    /// Whether its key is for something; one that does not say what it is for is for everything.
    fn has_usage(&self, is_among: impl Fn(der::flagset::FlagSet<KeyUsages>) -> bool) -> bool {
        match self.extension::<KeyUsage>() {
            Ok(None) => true,
            Ok(Some(KeyUsage(usage))) => is_among(usage),
            Err(Unreadable) => false,
        }
    }

    fn is_for(&self, purpose: der::oid::ObjectIdentifier) -> bool {
        matches!(self.extension::<ExtendedKeyUsage>(), Ok(Some(usage)) if usage.0.contains(&purpose))
    }

    /// Whether its key may sign timestamps (RFC 3161, 2.3).
    pub fn may_stamp(&self) -> bool {
        self.signs() && self.is_for(ID_KP_TIME_STAMPING)
    }

    /// Whether its key may answer for its issuer (RFC 6960, 4.2.2.2).
    pub(super) fn may_answer(&self) -> bool {
        self.is_for(ID_KP_OCSP_SIGNING)
    }

    /// Whether its key may sign revocation lists.
    pub(super) fn may_sign_lists(&self) -> bool {
        self.has_usage(|usage| usage.contains(KeyUsages::CRLSign))
    }

    /// Whether it may have issued others, so many of which lie between it and the last one.
    pub(super) fn may_issue(&self, between: usize) -> bool {
        let constraints = match self.extension::<BasicConstraints>() {
            Ok(Some(constraints)) => constraints,
            _ => return false,
        };
        let long_enough = constraints.path_len_constraint.is_none_or(|most| between <= usize::from(most));
        constraints.ca && long_enough && self.has_usage(|usage| usage.contains(KeyUsages::KeyCertSign))
    }

    /// Whether it demands something that nobody here looks at.
    pub(crate) fn demands_more(&self) -> bool {
        use const_oid::db::rfc5280 as known;
        let looked_at = [
            known::ID_CE_BASIC_CONSTRAINTS,
            known::ID_CE_KEY_USAGE,
            known::ID_CE_EXT_KEY_USAGE,
            known::ID_CE_SUBJECT_ALT_NAME,
            known::ID_CE_CERTIFICATE_POLICIES,
            known::ID_CE_CRL_DISTRIBUTION_POINTS,
            known::ID_CE_NAME_CONSTRAINTS,
        ];
        let is_unknown = |extension: &Extension| {
            // Policies bind even where this is not critical (RFC 5280, 4.2.1.11).
            let is_policy = extension.extn_id == known::ID_CE_POLICY_CONSTRAINTS;
            is_policy || extension.critical && !looked_at.contains(&extension.extn_id)
        };
        self.parsed.tbs_certificate.extensions.iter().flatten().any(is_unknown)
    }
}

fn time(time: x509_cert::time::Time) -> Time {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    Time::from_seconds(seconds).unwrap_or(Time(chrono::DateTime::UNIX_EPOCH))
}
