//! What authorities say of certificates that they took back: revocation lists (RFC 5280, section 5) and OCSP responses
//! (RFC 6960).

use const_oid::db::rfc5280::{ID_CE_DELTA_CRL_INDICATOR, ID_CE_ISSUING_DISTRIBUTION_POINT};
use der::asn1::ObjectIdentifier;

use super::tlv::{BIT_STRING, CONTEXT_0, CONTEXT_1, INTEGER, Node, Nodes, OCTET_STRING, OID, SEQUENCE};
use super::{Algorithm, Cert, Hash, Time, Unreadable, Verdict};

/// `id-pkix-ocsp-basic`
const BASIC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.1.1");
const ENUMERATED: u8 = 0x0A;
const BOOLEAN: u8 = 0x01;
/// Certificates that come with a response.
const MOST_CERTIFICATES: usize = 8;

/// Revocation data, DER, of one of two kinds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Revocation {
    /// A revocation list.
    List(Vec<u8>),
    /// An OCSP response.
    Response(Vec<u8>),
}

/// What is known of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its issuer had not taken it back.
    Good,
    /// Its issuer took it back at this moment.
    Revoked(Time),
    /// What is known of it is older than the moment that is asked for.
    Old,
    /// Nothing is known.
    Unknown,
}

impl Revocation {
    /// Data in DER; what is neither of both kinds is none.
    pub fn from_der(der: &[u8]) -> Result<Self, Unreadable> {
        match (List::read(der), Response::read(der)) {
            (Ok(_), _) => Ok(Self::List(der.to_vec())),
            (_, Ok(_)) => Ok(Self::Response(der.to_vec())),
            _ => Err(Unreadable),
        }
    }

    /// Its bytes.
    pub fn der(&self) -> &[u8] {
        match self {
            Self::List(der) | Self::Response(der) => der,
        }
    }

    /// What it says of a certificate. Only what the issuer signed counts, or who the issuer lets answer in its place.
    fn standing(&self, cert: &Cert, issuer: &Cert, at: Option<Time>) -> Result<Standing, Unreadable> {
        match self {
            Self::List(der) => List::read(der)?.standing(cert, issuer, at),
            Self::Response(der) => Response::read(der)?.standing(cert, issuer, at),
        }
    }
}

/// What data say of a certificate at a moment: the worst of all that is known counts.
pub fn standing<'d>(
    cert: &Cert,
    issuer: &Cert,
    data: impl IntoIterator<Item = &'d Revocation>,
    at: Option<Time>,
) -> Standing {
    let all = data.into_iter().filter_map(|one| one.standing(cert, issuer, at).ok());
    all.fold(Standing::Unknown, |known, next| match (known, next) {
        (Standing::Revoked(one), Standing::Revoked(other)) => Standing::Revoked(one.min(other)),
        (revoked @ Standing::Revoked(_), _) | (_, revoked @ Standing::Revoked(_)) => revoked,
        (Standing::Good, _) | (_, Standing::Good) => Standing::Good,
        (Standing::Old, _) | (_, Standing::Old) => Standing::Old,
        _ => Standing::Unknown,
    })
}

/// Good, or else older than the moment that is asked for.
fn fresh(until: Time, at: Option<Time>) -> Standing {
    let is_old = at.is_some_and(|at| until < at);
    if is_old { Standing::Old } else { Standing::Good }
}

/// What is signed, with what signed it.
struct Sealed<'a> {
    signed: Node<'a>,
    algorithm: Algorithm<'a>,
    value: &'a [u8],
}

impl<'a> Sealed<'a> {
    fn read(inside: &mut Nodes<'a>) -> Result<Self, Unreadable> {
        let signed = inside.expect(SEQUENCE)?;
        let algorithm = Algorithm::read(inside.next()?)?;
        match inside.expect(BIT_STRING)?.content {
            [0, value @ ..] => Ok(Self { signed, algorithm, value }),
            _ => Err(Unreadable),
        }
    }

    fn is_by(&self, cert: &Cert) -> bool {
        let verdict = cert.key().map(|key| key.check(&self.algorithm, None, self.signed.whole, self.value));
        matches!(verdict, Ok(Verdict::Good | Verdict::Malformed(_)))
    }
}

struct List<'a> {
    sealed: Sealed<'a>,
    issuer: &'a [u8],
    /// Until when it is good; where it does not say, a day.
    until: Time,
    revoked: Nodes<'a>,
    /// Whether it is of some certificates only, or asks for something that nobody here knows.
    is_partial: bool,
}

impl<'a> List<'a> {
    fn read(der: &'a [u8]) -> Result<Self, Unreadable> {
        let sealed = Sealed::read(&mut Nodes(der).expect(SEQUENCE)?.inside())?;
        let mut inside = sealed.signed.inside();
        inside.optional(INTEGER)?;
        inside.expect(SEQUENCE)?;
        let issuer = inside.expect(SEQUENCE)?.whole;
        let since = Time::read(&inside.next()?)?;
        let until = match inside.0.first() {
            Some(0x17 | 0x18) => Time::read(&inside.next()?)?,
            _ => since.a_day_later(),
        };
        let revoked = inside.optional(SEQUENCE)?.map_or(Nodes(&[]), |list| list.inside());
        let mut is_partial = false;
        if let Some(extensions) = inside.optional(CONTEXT_0)? {
            for extension in extensions.inside().expect(SEQUENCE)?.inside().all()? {
                let mut extension = extension.inside();
                let oid = extension.next()?.oid()?;
                let critical = extension.optional(BOOLEAN)?.is_some_and(|critical| critical.content != [0]);
                is_partial |= match oid {
                    ID_CE_DELTA_CRL_INDICATOR => true,
                    ID_CE_ISSUING_DISTRIBUTION_POINT => is_partial_point(extension.expect(OCTET_STRING)?)?,
                    _ => critical,
                };
            }
        }
        Ok(Self { sealed, issuer, until, revoked, is_partial })
    }

    fn standing(&self, cert: &Cert, issuer: &Cert, at: Option<Time>) -> Result<Standing, Unreadable> {
        let is_its_own = issuer.is_named(self.issuer) && cert.has_issuer(self.issuer) && issuer.may_sign_lists();
        if !is_its_own || !self.sealed.is_by(issuer) {
            return Ok(Standing::Unknown);
        }
        let mut revoked = self.revoked;
        while !revoked.0.is_empty() {
            let mut entry = revoked.next()?.inside();
            if cert.has_serial(entry.expect(INTEGER)?.content) {
                return Ok(Standing::Revoked(Time::read(&entry.next()?)?));
            }
        }
        // A list of some certificates only says nothing of those that are not in it.
        Ok(if self.is_partial { Standing::Unknown } else { fresh(self.until, at) })
    }
}

/// Whether a distribution point is one of some certificates or reasons only, or of other issuers.
fn is_partial_point(value: Node<'_>) -> Result<bool, Unreadable> {
    let point = Nodes(value.content).expect(SEQUENCE)?.inside().all()?;
    // All but the name of the place itself.
    Ok(point.iter().any(|part| part.tag != CONTEXT_0))
}

struct Response<'a> {
    sealed: Sealed<'a>,
    certificates: Vec<&'a [u8]>,
    answers: Nodes<'a>,
}

impl<'a> Response<'a> {
    fn read(der: &'a [u8]) -> Result<Self, Unreadable> {
        let mut outside = Nodes(der).expect(SEQUENCE)?.inside();
        if outside.expect(ENUMERATED)?.content != [0] {
            return Err(Unreadable);
        }
        let mut bytes = outside.expect(CONTEXT_0)?.inside().expect(SEQUENCE)?.inside();
        if bytes.expect(OID)?.oid()? != BASIC {
            return Err(Unreadable);
        }
        let mut basic = Nodes(bytes.expect(OCTET_STRING)?.content).expect(SEQUENCE)?.inside();
        let sealed = Sealed::read(&mut basic)?;
        let certificates = match basic.optional(CONTEXT_0)? {
            Some(list) => list.inside().expect(SEQUENCE)?.inside().all()?,
            None => Vec::new(),
        };
        let mut inside = sealed.signed.inside();
        inside.optional(CONTEXT_0)?;
        // Who answers: its name or a digest of its key. It is found by its signature.
        inside.next()?;
        Time::read(&inside.next()?)?;
        let answers = inside.expect(SEQUENCE)?.inside();
        let certificates = certificates.into_iter().take(MOST_CERTIFICATES).map(|node| node.whole).collect();
        Ok(Self { sealed, certificates, answers })
    }

    fn standing(&self, cert: &Cert, issuer: &Cert, at: Option<Time>) -> Result<Standing, Unreadable> {
        let mut answers = self.answers;
        let mut known = Standing::Unknown;
        while !answers.0.is_empty() {
            let mut answer = answers.next()?.inside();
            if !is_about(answer.expect(SEQUENCE)?, cert, issuer)? {
                continue;
            }
            let status = answer.next()?;
            let since = Time::read(&answer.next()?)?;
            let until = answer.optional(CONTEXT_0)?.map(|time| Time::read(&time.inside().next()?)).transpose()?;
            let until = until.unwrap_or(since.a_day_later());
            known = match status.tag {
                0x80 => fresh(until, at),
                CONTEXT_1 => Standing::Revoked(Time::read(&status.inside().next()?)?),
                _ => Standing::Unknown,
            };
        }
        Ok(if known != Standing::Unknown && self.is_answered_for(issuer) { known } else { Standing::Unknown })
    }

    /// Whether the issuer answers itself, or one whom it lets answer.
    fn is_answered_for(&self, issuer: &Cert) -> bool {
        self.sealed.is_by(issuer)
            || self.certificates.iter().filter_map(|der| Cert::read(der).ok()).any(|responder| {
                responder.may_answer()
                    && responder.names(issuer)
                    && responder.signed_by(issuer) == Ok(Verdict::Good)
                    && self.sealed.is_by(&responder)
            })
    }
}

/// Whether an answer is about a certificate.
fn is_about(id: Node<'_>, cert: &Cert, issuer: &Cert) -> Result<bool, Unreadable> {
    let mut id = id.inside();
    let Some(hash) = Hash::of(Algorithm::read(id.next()?)?.oid) else { return Ok(false) };
    let (name, key) = (id.expect(OCTET_STRING)?.content, id.expect(OCTET_STRING)?.content);
    let serial = id.expect(INTEGER)?.content;
    let is = |digest: &[u8], bytes: &[u8]| hash.digest(&[bytes]) == digest;
    Ok(cert.has_serial(serial) && is(name, issuer.subject_der()) && is(key, issuer.key_bits()?))
}
