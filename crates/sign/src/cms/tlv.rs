//! The bytes of ASN.1: tag, length, value. DER, and what of BER signatures are really written in.

use std::borrow::Cow;

use der::asn1::ObjectIdentifier;

use super::Unreadable;

/// Values inside one another.
const MOST_LEVELS: usize = 32;

/// Tags that are asked for.
pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const OID: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;
pub(super) const CONTEXT_0: u8 = 0xA0;
pub(super) const CONTEXT_1: u8 = 0xA1;

/// One value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node<'a> {
    /// Its tag.
    pub tag: u8,
    /// All its bytes.
    pub whole: &'a [u8],
    /// What stands in it.
    pub content: &'a [u8],
}

/// Reads values one after the other.
#[derive(Debug, Clone, Copy)]
pub struct Nodes<'a>(pub &'a [u8]);

impl<'a> Nodes<'a> {
    /// The next value.
    pub fn next(&mut self) -> Result<Node<'a>, Unreadable> {
        self.next_within(MOST_LEVELS)
    }

    fn next_within(&mut self, levels: usize) -> Result<Node<'a>, Unreadable> {
        let levels = levels.checked_sub(1).ok_or(Unreadable)?;
        let bytes = self.0;
        let (tag, behind) = bytes.split_first().ok_or(Unreadable)?;
        // Numbers of tags above thirty: nothing that is read here has one.
        if tag & 0x1F == 0x1F {
            return Err(Unreadable);
        }
        let (first, behind) = behind.split_first().ok_or(Unreadable)?;
        let (length, content) = match first {
            0..0x80 => (usize::from(*first), behind),
            0x80 if tag & 0x20 != 0 => return self.endless(*tag, behind, levels),
            0x81..=0x84 => {
                let (length, content) = behind.split_at_checked(usize::from(first & 0x7F)).ok_or(Unreadable)?;
                (length.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)), content)
            }
            _ => return Err(Unreadable),
        };
        let (content, rest) = content.split_at_checked(length).ok_or(Unreadable)?;
        self.0 = rest;
        Ok(Node { tag: *tag, whole: bytes.get(..bytes.len() - rest.len()).ok_or(Unreadable)?, content })
    }

    /// A value that ends with two bytes of zero.
    fn endless(&mut self, tag: u8, inside: &'a [u8], levels: usize) -> Result<Node<'a>, Unreadable> {
        let bytes = self.0;
        let mut inner = Nodes(inside);
        while !inner.0.starts_with(&[0, 0]) {
            inner.next_within(levels)?;
        }
        let content = inside.get(..inside.len() - inner.0.len()).ok_or(Unreadable)?;
        self.0 = inner.0.get(2..).ok_or(Unreadable)?;
        let whole = bytes.get(..bytes.len() - self.0.len()).ok_or(Unreadable)?;
        Ok(Node { tag, whole, content })
    }

    /// The next value, which must have a tag.
    pub fn expect(&mut self, tag: u8) -> Result<Node<'a>, Unreadable> {
        self.next().and_then(|node| if node.tag == tag { Ok(node) } else { Err(Unreadable) })
    }

    /// The next value if it has a tag.
    pub fn optional(&mut self, tag: u8) -> Result<Option<Node<'a>>, Unreadable> {
        if self.0.first() == Some(&tag) { self.next().map(Some) } else { Ok(None) }
    }

    /// All that are left.
    pub fn all(mut self) -> Result<Vec<Node<'a>>, Unreadable> {
        let mut all = Vec::new();
        while !self.0.is_empty() {
            all.push(self.next()?);
        }
        Ok(all)
    }
}

impl<'a> Node<'a> {
    /// What stands in it, value by value.
    pub fn inside(&self) -> Nodes<'a> {
        Nodes(self.content)
    }

    /// As an object identifier.
    pub fn oid(&self) -> Result<ObjectIdentifier, Unreadable> {
        if self.tag != OID {
            return Err(Unreadable);
        }
        ObjectIdentifier::from_bytes(self.content).map_err(|_| Unreadable)
    }

    /// As a string of bytes, whole or in pieces; of one with an implicit tag, too.
    pub fn octets(&self) -> Result<Cow<'a, [u8]>, Unreadable> {
        self.octets_within(MOST_LEVELS)
    }

    fn octets_within(&self, levels: usize) -> Result<Cow<'a, [u8]>, Unreadable> {
        let levels = levels.checked_sub(1).ok_or(Unreadable)?;
        if self.tag & 0x20 == 0 {
            return Ok(Cow::Borrowed(self.content));
        }
        let mut all = Vec::new();
        for piece in self.inside().all()? {
            all.extend_from_slice(&piece.octets_within(levels)?);
        }
        Ok(Cow::Owned(all))
    }

    /// As a whole number without a sign, its leading zeros left out.
    pub fn unsigned(&self) -> Result<&'a [u8], Unreadable> {
        match self.content {
            [] => Err(Unreadable),
            [first, ..] if self.tag != INTEGER || first & 0x80 != 0 => Err(Unreadable),
            content => Ok(trimmed(content)),
        }
    }
}

/// A number without its leading zeros.
pub(super) fn trimmed(number: &[u8]) -> &[u8] {
    number.get(number.iter().take_while(|byte| **byte == 0).count()..).unwrap_or_default()
}
