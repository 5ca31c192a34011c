//! What an issuer demands of the names of those below it (RFC 5280, 4.2.1.10).

use der::asn1::{Ia5StringRef, ObjectIdentifier, PrintableStringRef, Utf8StringRef};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::ext::pkix::constraints::name::GeneralSubtree;
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::ext::pkix::{NameConstraints, SubjectAltName};
use x509_cert::name::{RdnSequence, RelativeDistinguishedName};

use super::{Cert, Unreadable};

/// The address in the name of old certificates.
const EMAIL: ObjectIdentifier = const_oid::db::rfc3280::EMAIL_ADDRESS;

impl Cert {
    /// Whether the names of a certificate below it are such as it permits. An error is a demand that nobody here knows how to
    /// hold against them.
    pub(super) fn permits(&self, below: &Self) -> Result<bool, Unreadable> {
        let Some(demands) = self.extension::<NameConstraints>()? else { return Ok(true) };
        let (permitted, excluded) =
            (demands.permitted_subtrees.unwrap_or_default(), demands.excluded_subtrees.unwrap_or_default());
        // Parts of subtrees are in no profile (RFC 5280).
        if permitted.iter().chain(&excluded).any(|tree| tree.minimum != 0 || tree.maximum.is_some()) {
            return Err(Unreadable);
        }
        for name in below.names_of()? {
            let holds = |tree: &GeneralSubtree| holds(&tree.base, &name);
            let of_its_form = permitted.iter().filter_map(holds);
            let within: Vec<bool> = of_its_form.collect::<Result<_, _>>()?;
            let without: Vec<bool> = excluded.iter().filter_map(holds).collect::<Result<_, _>>()?;
            if without.contains(&true) || !within.is_empty() && !within.contains(&true) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// All its names, each in its form.
    fn names_of(&self) -> Result<Vec<GeneralName>, Unreadable> {
        let subject = self.subject_name();
        let mut names = self.extension::<SubjectAltName>()?.map(|names| names.0).unwrap_or_default();
        if !names.iter().any(|name| matches!(name, GeneralName::Rfc822Name(_))) {
            let values = subject.0.iter().flat_map(|part| part.0.iter()).filter(|value| value.oid == EMAIL);
            let address = |value: &AttributeTypeAndValue| value.value.decode_as().map_err(|_| Unreadable);
            for value in values {
                names.push(GeneralName::Rfc822Name(address(value)?));
            }
        }
        if !subject.0.is_empty() {
            names.push(GeneralName::DirectoryName(subject.clone()));
        }
        Ok(names)
    }
}

/// Whether a subtree holds a name; none where it is of another form.
fn holds(tree: &GeneralName, name: &GeneralName) -> Option<Result<bool, Unreadable>> {
    match (tree, name) {
        (GeneralName::DirectoryName(tree), GeneralName::DirectoryName(name)) => Some(Ok(begins(name, tree))),
        (GeneralName::DnsName(tree), GeneralName::DnsName(name)) => Some(Ok(is_below(name.as_str(), tree.as_str()))),
        (GeneralName::Rfc822Name(tree), GeneralName::Rfc822Name(name)) => {
            let (tree, name) = (tree.as_str(), name.as_str());
            let host = name.rsplit_once('@').map_or(name, |(_, host)| host);
            Some(Ok(match tree.strip_prefix('.') {
                Some(_) => is_below(host, tree),
                None if tree.contains('@') => name.eq_ignore_ascii_case(tree),
                None => host.eq_ignore_ascii_case(tree),
            }))
        }
        _ if std::mem::discriminant(tree) == std::mem::discriminant(name) => Some(Err(Unreadable)),
        _ => None,
    }
}

/// Whether a host is of a domain, or is it: `.vidu.example` means those below it only.
fn is_below(host: &str, domain: &str) -> bool {
    let (host, domain) = (host.to_ascii_lowercase(), domain.to_ascii_lowercase());
    match host.strip_suffix(domain.as_str()) {
        Some(rest) => domain.is_empty() || rest.is_empty() || rest.ends_with('.') || domain.starts_with('.'),
        None => false,
    }
}

/// Whether a name begins with the parts of another.
fn begins(name: &RdnSequence, tree: &RdnSequence) -> bool {
    name.0.len() >= tree.0.len() && name.0.iter().zip(&tree.0).all(|(one, other)| is_same(one, other))
}

fn is_same(one: &RelativeDistinguishedName, other: &RelativeDistinguishedName) -> bool {
    let values = |part: &RelativeDistinguishedName| {
        let mut values: Vec<(ObjectIdentifier, Vec<u8>)> = part.0.iter().map(|one| (one.oid, folded(one))).collect();
        values.sort();
        values
    };
    values(one) == values(other)
}

/// A value as it is compared: however its letters are written, and without regard to case and blanks.
fn folded(value: &AttributeTypeAndValue) -> Vec<u8> {
    let value = &value.value;
    let text = None
        .or_else(|| value.decode_as::<Utf8StringRef<'_>>().ok().map(|text| text.as_str().to_owned()))
        .or_else(|| value.decode_as::<PrintableStringRef<'_>>().ok().map(|text| text.as_str().to_owned()))
        .or_else(|| value.decode_as::<Ia5StringRef<'_>>().ok().map(|text| text.as_str().to_owned()));
    match text {
        Some(text) => text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ").into_bytes(),
        None => value.value().to_vec(),
    }
}
