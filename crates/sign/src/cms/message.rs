//! A signed message (RFC 5652, section 5) as it stands.

use std::borrow::Cow;

use const_oid::db::rfc5911::ID_SIGNED_DATA;
use der::asn1::ObjectIdentifier;

use super::tlv::{CONTEXT_0, CONTEXT_1, INTEGER, Node, Nodes, OCTET_STRING, SEQUENCE, SET};
use super::{Algorithm, Unreadable};

/// Certificates in one message.
const MOST_CERTIFICATES: usize = 100;

/// A signed message.
#[derive(Debug, Clone)]
pub struct Message<'a> {
    /// Of what kind its content is.
    pub content_type: ObjectIdentifier,
    /// The digests that it says were made.
    pub digests: Vec<ObjectIdentifier>,
    /// Its content, where it holds it.
    pub content: Option<Cow<'a, [u8]>>,
    /// The certificates that come with it.
    pub certificates: Vec<&'a [u8]>,
    /// The revocation lists that come with it.
    pub revocation: Vec<&'a [u8]>,
    /// Who signed it.
    pub signers: Vec<Signer<'a>>,
    /// What stands behind it.
    pub rest: &'a [u8],
}

/// One who signed.
#[derive(Debug, Clone)]
pub struct Signer<'a> {
    /// Which certificate is the signer's.
    pub sid: Sid<'a>,
    /// How the digest was made.
    pub digest: Algorithm<'a>,
    /// What is signed besides the content, as it stands, and piece by piece.
    pub signed: Option<(Node<'a>, Vec<Attribute<'a>>)>,
    /// How it is signed.
    pub algorithm: Algorithm<'a>,
    /// The signature.
    pub value: Cow<'a, [u8]>,
    /// What was added afterwards.
    pub unsigned: Vec<Attribute<'a>>,
}

/// How a message names a certificate.
#[derive(Debug, Clone, Copy)]
pub enum Sid<'a> {
    /// By who issued it, as it stands, and its number.
    Serial(&'a [u8], &'a [u8]),
    /// By the mark of its key.
    Key(&'a [u8]),
}

/// Something that is said of a signature.
#[derive(Debug, Clone)]
pub struct Attribute<'a> {
    /// What it is.
    pub oid: ObjectIdentifier,
    /// Its values.
    pub values: Vec<Node<'a>>,
}

impl<'a> Message<'a> {
    /// Reads a message from the beginning of some bytes.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let mut outside = Nodes(bytes);
        let mut info = outside.expect(SEQUENCE)?.inside();
        if info.next()?.oid()? != ID_SIGNED_DATA {
            return Err(Unreadable);
        }
        let mut data = info.expect(CONTEXT_0)?.inside().expect(SEQUENCE)?.inside();
        data.expect(INTEGER)?;
        let digests = data.expect(SET)?.inside().all()?.into_iter();
        let digests = digests.map(|digest| Ok(Algorithm::read(digest)?.oid)).collect::<Result<_, _>>()?;
        let mut encapsulated = data.expect(SEQUENCE)?.inside();
        let content_type = encapsulated.next()?.oid()?;
        let content = match encapsulated.optional(CONTEXT_0)? {
            Some(content) => Some(content.inside().next()?),
            None => None,
        };
        let content = match content {
            Some(content) if content.tag & 0x1F == OCTET_STRING => Some(content.octets()?),
            // PKCS #7 of old lets it be anything; its digest is over what stands in it.
            Some(content) => Some(Cow::Borrowed(content.content)),
            None => None,
        };
        let certificates = match data.optional(CONTEXT_0)? {
            Some(set) => set.inside().all()?,
            None => Vec::new(),
        };
        let revocation = match data.optional(CONTEXT_1)? {
            Some(set) => set.inside().all()?.into_iter().map(|node| node.whole).collect(),
            None => Vec::new(),
        };
        let signers = data.expect(SET)?.inside().all()?;
        let certificates: Vec<&[u8]> =
            certificates.into_iter().filter(|node| node.tag == SEQUENCE).map(|node| node.whole).collect();
        if certificates.len() > MOST_CERTIFICATES || signers.len() > MOST_CERTIFICATES {
            return Err(Unreadable);
        }
        let signers = signers.into_iter().map(Signer::read).collect::<Result<_, _>>()?;
        Ok(Self { content_type, digests, content, certificates, revocation, signers, rest: outside.0 })
    }
}

impl<'a> Signer<'a> {
    fn read(node: Node<'a>) -> Result<Self, Unreadable> {
        if node.tag != SEQUENCE {
            return Err(Unreadable);
        }
        let mut inside = node.inside();
        inside.expect(INTEGER)?;
        let name = inside.next()?;
        let sid = match name.tag {
            SEQUENCE => {
                let mut name = name.inside();
                Sid::Serial(name.expect(SEQUENCE)?.whole, name.expect(INTEGER)?.content)
            }
            0x80 => Sid::Key(name.content),
            _ => return Err(Unreadable),
        };
        let digest = Algorithm::read(inside.next()?)?;
        let signed = match inside.optional(CONTEXT_0)? {
            Some(node) => Some((node, attributes(node)?)),
            None => None,
        };
        let algorithm = Algorithm::read(inside.next()?)?;
        let value = inside.next()?;
        if value.tag & 0x1F != OCTET_STRING {
            return Err(Unreadable);
        }
        let unsigned = inside.optional(CONTEXT_1)?.map_or(Ok(Vec::new()), attributes)?;
        Ok(Self { sid, digest, signed, algorithm, value: value.octets()?, unsigned })
    }

    /// The only value of a signed attribute that stands there once; `Err` if it stands there in any other way.
    pub fn signed_attribute(&self, oid: ObjectIdentifier) -> Result<Option<Node<'a>>, Unreadable> {
        let all = self.signed.iter().flat_map(|(_, attributes)| attributes);
        let mut found = all.filter(|attribute| attribute.oid == oid);
        match (found.next(), found.next()) {
            (None, _) => Ok(None),
            (Some(Attribute { values, .. }), None) => match values.as_slice() {
                [value] => Ok(Some(*value)),
                _ => Err(Unreadable),
            },
            _ => Err(Unreadable),
        }
    }

    /// The bytes that are signed, where it is not the content itself: the attributes as they stand, with the tag of a
    /// set.
    pub fn signed_bytes(&self) -> Option<Vec<u8>> {
        let (node, _) = self.signed.as_ref()?;
        let (_, behind) = node.whole.split_first()?;
        if behind.first() != Some(&0x80) {
            return Some([&[SET], behind].concat());
        }
        // Written without its length; signed is the form with it.
        let length = u32::try_from(node.content.len()).ok()?.to_be_bytes();
        let length = super::tlv::trimmed(&length);
        let head = match (node.content.len(), u8::try_from(length.len()).ok()?) {
            (short @ 0..0x80, _) => vec![SET, u8::try_from(short).ok()?],
            (_, count) => [&[SET, 0x80 | count], length].concat(),
        };
        Some([&head, node.content].concat())
    }
}

fn attributes(node: Node<'_>) -> Result<Vec<Attribute<'_>>, Unreadable> {
    fn attribute(node: Node<'_>) -> Result<Attribute<'_>, Unreadable> {
        let mut inside = node.inside();
        let oid = inside.next()?.oid()?;
        Ok(Attribute { oid, values: inside.expect(SET)?.inside().all()? })
    }
    node.inside().all()?.into_iter().map(attribute).collect()
}
