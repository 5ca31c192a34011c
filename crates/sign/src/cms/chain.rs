//! The way from a certificate to one that is trusted.

use super::{Cert, Time, Verdict};

/// Certificates one above the other.
const MOST_LINKS: usize = 10;
/// Signatures of certificates that are looked at: more certificates of one name are sent by nobody who means well.
const MOST_TRIES: usize = 64;

/// What is known of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chain {
    /// It leads to a certificate that is trusted: those above the first, up to that one.
    Leads(Vec<Cert>),
    /// It ends at the certificate of this subject, which issued itself or is too far up.
    Ends(String),
    /// There is no certificate of this issuer.
    Missing(String),
    /// The certificate of this subject has a name that one above it does not permit.
    NotPermitted(String),
    /// It leads to an anchor, but the certificate of this subject was signed over a weak digest.
    Weak(String),
    /// The certificate of this subject was not signed by the one that it names.
    Broken(String),
    /// The certificate of this subject was not valid at that time.
    NotValid(String),
    /// The certificate of this subject may not issue others, or not such a long way.
    NotAuthority(String),
    /// The certificate of this subject is signed by an algorithm, or demands something, that nobody here knows.
    Unknown(String),
}

/// The way from a certificate to an anchor, over others of which nothing is trusted. Without a time validity is not
/// asked.
pub fn chain(cert: &Cert, others: &[Cert], anchors: &[Cert], at: Option<Time>) -> Chain {
    let mut walk = Walk { others, anchors, at, tries: MOST_TRIES };
    match walk.up(cert, &mut Vec::new()) {
        Ok(path) => Chain::Leads(path),
        Err(reason) => reason,
    }
}

/// The certificates above one, as far as others lead, whether or not anybody trusts them.
pub fn climb(cert: &Cert, others: &[Cert]) -> Vec<Cert> {
    let mut way: Vec<Cert> = Vec::new();
    let mut tries = MOST_TRIES;
    while way.len() < MOST_LINKS {
        let last = way.last().unwrap_or(cert);
        let mut above = others.iter().filter(|above| last.names(above) && *above != last && !way.contains(above));
        let issuer = above.find(|issuer| {
            tries = tries.saturating_sub(1);
            tries > 0 && last.signed_by(issuer) == Ok(Verdict::Good)
        });
        let Some(issuer) = issuer.cloned() else { break };
        way.push(issuer);
    }
    way
}

struct Walk<'a> {
    others: &'a [Cert],
    anchors: &'a [Cert],
    at: Option<Time>,
    tries: usize,
}

impl<'a> Walk<'a> {
    /// The way up from a certificate; below it are those of the way so far.
    fn up(&mut self, cert: &'a Cert, below: &mut Vec<&'a Cert>) -> Result<Vec<Cert>, Chain> {
        if self.at.is_some_and(|at| !cert.is_valid_at(at)) {
            return Err(Chain::NotValid(cert.subject()));
        }
        if cert.demands_more() {
            return Err(Chain::Unknown(cert.subject()));
        }
        let subject = || cert.subject();
        if self.anchors.contains(cert) {
            return Ok(below
                .iter()
                .skip(1)
                .chain([&cert])
                .filter(|_| !below.is_empty())
                .map(|one| Cert::clone(one))
                .collect());
        }
        let mut reason = if cert.is_its_own_issuer() { Chain::Ends(subject()) } else { Chain::Missing(cert.issuer()) };
        if below.len() >= MOST_LINKS {
            return Err(Chain::Ends(subject()));
        }
        let above = self.anchors.iter().chain(self.others).filter(|above| cert.names(above) && *above != cert);
        for issuer in above {
            if below.contains(&issuer) {
                continue;
            }
            self.tries = self.tries.checked_sub(1).ok_or(Chain::Ends(subject()))?;
            match cert.signed_by(issuer) {
                Ok(Verdict::Good) if !issuer.may_issue(below.len()) => reason = Chain::NotAuthority(issuer.subject()),
                Ok(Verdict::Good) => {
                    if let Some(other) = not_permitted(issuer, below, cert) {
                        reason = other;
                        continue;
                    }
                    below.push(cert);
                    let way = self.up(issuer, below);
                    below.pop();
                    match way {
                        Ok(_) if cert.is_weakly_signed() => reason = Chain::Weak(subject()),
                        Ok(way) => return Ok(way),
                        Err(other) => reason = other,
                    }
                }
                Ok(Verdict::Unknown(_)) => reason = Chain::Unknown(subject()),
                _ => reason = Chain::Broken(subject()),
            }
        }
        Err(reason)
    }
}

/// The first certificate below an issuer whose names it does not permit, or demands of which nobody here knows; those that an
/// authority issued to itself do not count (RFC 5280, 6.1.3).
fn not_permitted(issuer: &Cert, below: &[&Cert], cert: &Cert) -> Option<Chain> {
    let all = below.iter().enumerate().map(|(index, one)| (index, *one)).chain([(below.len(), cert)]);
    let mut counts = all.filter(|(index, one)| *index == 0 || !one.is_its_own_issuer());
    counts.find_map(|(_, one)| match issuer.permits(one) {
        Ok(true) => None,
        Ok(false) => Some(Chain::NotPermitted(one.subject())),
        Err(_) => Some(Chain::Unknown(issuer.subject())),
    })
}
