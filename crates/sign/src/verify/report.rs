//! What is said of a file, as plain data.

use baocao_core::diagnostic::{Kind, Message};
use baocao_pdf::{Mark, Place};

use super::looks::Sight;
use super::{Change, Class, Coverage};
use crate::cms::{Cert, Revocation, Time};

/// What a verification is told.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Certificates that are trusted. Without any, no chain is evaluated.
    pub anchors: Vec<Cert>,
    /// Where marks are expected: known of documents of our own.
    pub places: Vec<Place>,
    /// Revocation data besides those in the file.
    pub revocation: Vec<Revocation>,
    /// How many bytes the file begins with are the document as it was made, where that is known.
    pub made: Option<usize>,
    /// The time of the verification: without it nobody asks whether a certificate has ended since.
    pub now: Option<Time>,
    /// A font (TrueType) for letters whose font is not in the file; without one they are not seen where pages are compared.
    pub letters: Option<&'static [u8]>,
}

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It was made, and all is well.
    Passed,
    /// It was made, and something is wrong.
    Failed,
    /// It was not made, or could not be.
    NotEvaluated,
}

impl State {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::NotEvaluated => "not-evaluated",
        }
    }
}

/// What a check is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Whether the file can be read by the letter.
    File,
    /// All signatures together.
    Signatures,
    /// Which bytes are signed.
    Range,
    /// Whether these bytes are those that were signed.
    Digest,
    /// Whether the signature was made with the key of the certificate.
    Value,
    /// Whether the certificate is the signer's, and one for signing.
    Certificate,
    /// Whether the certificate was valid when it was used.
    Validity,
    /// Whether the certificate leads to one that is trusted.
    Chain,
    /// Whether certificates were taken back by their issuers.
    Revocation,
    /// The timestamp.
    Timestamp,
    /// What was changed since.
    Changes,
}

impl Subject {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Signatures => "signatures",
            Self::Range => "range",
            Self::Digest => "digest",
            Self::Value => "value",
            Self::Certificate => "certificate",
            Self::Validity => "validity",
            Self::Chain => "chain",
            Self::Revocation => "revocation",
            Self::Timestamp => "timestamp",
            Self::Changes => "changes",
        }
    }
}

/// One check.
#[derive(Debug, Clone)]
pub struct Item {
    /// What it is about.
    pub subject: Subject,
    /// How it ended.
    pub state: State,
    /// What was found, in one line.
    pub text: Message,
    /// The kind of finding, where there is something to find.
    pub kind: Option<&'static Kind>,
}

impl Item {
    /// A check that passed.
    pub(super) fn passed(subject: Subject, text: Message) -> Self {
        Self { subject, state: State::Passed, text, kind: None }
    }

    /// A check that failed.
    pub(super) fn failed(subject: Subject, kind: &'static Kind, text: Message) -> Self {
        Self { subject, state: State::Failed, text, kind: Some(kind) }
    }

    /// A check that was not made.
    pub(super) fn open(subject: Subject, text: Message) -> Self {
        Self { subject, state: State::NotEvaluated, text, kind: None }
    }

    /// Names a kind of finding that does not fail the check.
    pub(super) fn of(mut self, kind: &'static Kind) -> Self {
        self.kind = Some(kind);
        self
    }
}

/// What is said of a file.
#[derive(Debug, Clone)]
pub struct Report {
    /// Whether it can be read by the letter.
    pub file: Item,
    /// Its signatures, in the order in which they were made.
    pub signatures: Vec<Signature>,
    /// What was changed between the document as it was made and what was signed first, or what is shown where nobody signed:
    /// more than fields for signatures.
    pub altered: Option<Message>,
    /// That there are more than were looked at, or than are shown.
    pub unseen: Option<Item>,
}

impl Report {
    /// All checks.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        let of_signatures = self.signatures.iter().flat_map(|signature| &signature.items);
        [&self.file].into_iter().chain(&self.unseen).chain(of_signatures)
    }

    /// Whether a check failed.
    pub fn failed(&self) -> bool {
        self.items().any(|item| item.state == State::Failed)
    }
}

/// What a signature says of changes after it (DocMDP).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certification {
    /// None.
    Nothing,
    /// Forms may be filled in and signed.
    Forms,
    /// Comments may be added, too.
    Comments,
}

/// Whose signature it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// The subject of the certificate.
    pub subject: String,
    /// Who issued it.
    pub issuer: String,
    /// Its number, in hexadecimal.
    pub serial: String,
    /// From when it is valid.
    pub not_before: Time,
    /// Until when it is valid.
    pub not_after: Time,
    /// Its SHA-256 digest, in hexadecimal.
    pub fingerprint: String,
    /// The kind of its key.
    pub key: String,
}

impl Signer {
    pub(super) fn of(cert: &Cert) -> Self {
        Self {
            subject: cert.subject(),
            issuer: cert.issuer(),
            serial: cert.serial(),
            not_before: cert.not_before(),
            not_after: cert.not_after(),
            fingerprint: cert.fingerprint(),
            key: cert.key_name(),
        }
    }
}

/// Where the time of a signature comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A timestamp whose authority leads to an anchor.
    Timestamp,
    /// A timestamp that is in order; whether its authority is to be trusted was not evaluated.
    TimestampUntrusted,
    /// The signer, among what is signed.
    Signer,
    /// The program that signed, in the file.
    Program,
}

/// Something about a signature that is worth knowing and no mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// It has no timestamp.
    NoTimestamp,
    /// It does not name its certificate among what is signed, as PAdES asks.
    NoSigningCertificate,
    /// It does not say when it was made.
    NoTime,
    /// Nothing about the revocation of certificates is in the file.
    NoRevocationData,
    /// Its digest is made by SHA-1, or its key is short.
    Weak,
    /// Its certificate was issued by nobody else: anybody can make such a one, in any name.
    SelfMade,
    /// It was written wrongly, and is genuine.
    Malformed,
}

/// What is said of a signature.
#[derive(Debug, Clone)]
pub struct Signature {
    /// The name of its field.
    pub field: String,
    /// How it is packed: the `SubFilter`.
    pub subfilter: String,
    /// Whether it is a timestamp of the document and nobody's signature.
    pub is_timestamp: bool,
    /// The page where it is shown, from 1.
    pub page: Option<usize>,
    /// Left, bottom, right, top of the place where it is shown; none if it is not.
    pub rect: Option<[f64; 4]>,
    /// What the page's own place is: left, bottom, right, top.
    pub page_area: Option<[f64; 4]>,
    /// What it is for the document.
    pub role: Option<Mark>,
    /// The text that it shows.
    pub shown: Option<String>,
    /// Whether what a number, a day or a seal shows is what it is read as, in a document that names its places.
    pub sight: Option<Sight>,
    /// How far it reaches.
    pub coverage: Option<Coverage>,
    /// What it allows after it, if it certifies.
    pub certification: Option<Certification>,
    /// Whose it is.
    pub signer: Option<Signer>,
    /// How it was made, by name.
    pub algorithm: Option<String>,
    /// When it was made, and who says so.
    pub time: Option<(Time, Source)>,
    /// The checks.
    pub items: Vec<Item>,
    /// What is worth knowing.
    pub facts: Vec<Fact>,
    /// What came after it.
    pub changes: Vec<Change>,
}

impl Signature {
    /// A check of it.
    pub fn item(&self, subject: Subject) -> Option<&Item> {
        self.items.iter().find(|item| item.subject == subject)
    }

    /// Whether something of a class came after it.
    pub fn has(&self, class: Class) -> bool {
        self.changes.iter().any(|change| change.class == class)
    }

    /// How it ended: failed if one check did, and passed only if all that must be made were.
    pub fn state(&self) -> State {
        let is = |state| self.items.iter().any(|item| item.state == state);
        if is(State::Failed) {
            State::Failed
        } else if is(State::NotEvaluated) {
            State::NotEvaluated
        } else {
            State::Passed
        }
    }
}
