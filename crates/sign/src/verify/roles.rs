//! What a signature is for the document: the leader's, the number, the day or the seal.
//!
//! Where the places are known they decide. Otherwise it is told from how offices sign: the leader's stands low and is
//! large, the number and the day are small and stand at the top of the first page, left and right, the seal overlaps
//! the leader's left part and is another certificate's.

use baocao_pdf::{Mark, Place};

use super::Found;
use super::fields::Value;
use super::report::{Settings, Signature};
use crate::file::Spot;
use std::collections::HashMap;

/// The largest mark that holds a number or a day, in points.
const SMALL: [f64; 2] = [70.0, 32.0];
/// The smallest signature of a leader, or seal.
const LARGE: [f64; 2] = [70.0, 50.0];

/// The head of the first page begins so far up.
pub(super) const HEAD: f64 = 0.7;

/// How far a seal may stand from the signature, in points.
const BESIDE: f64 = 40.0;

/// What a signature is for the document, and whether the document itself says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Role {
    pub(super) mark: Option<Mark>,
    /// Whether it stands where the document has a place for it, and is not much larger.
    pub(super) at_place: bool,
    /// Whether the document has no places of its own.
    pub(super) by_practice: bool,
}

/// The roles of the signatures of a file.
#[derive(Debug, Default)]
pub(super) struct Roles(HashMap<(Option<Spot>, usize), Role>);

impl Roles {
    /// That of the signature in a field.
    pub(super) fn of(&self, value: &Value) -> Role {
        self.0.get(&value.key()).copied().unwrap_or_default()
    }
}

/// Says of each signature what it is for the document, where that can be told.
pub(super) fn recognize(found: &[Found], signatures: &mut [Signature], settings: &Settings) -> Roles {
    let marks: Vec<Option<Mark>> = (0..signatures.len()).map(|index| role(signatures, index, settings)).collect();
    let mut roles = HashMap::new();
    for ((signature, mark), found) in signatures.iter_mut().zip(marks).zip(found) {
        signature.role = mark;
        let is_place = |place: &&Place| Some(place.mark) == mark;
        let fits = |place: &Place| match (signature.page, signature.rect) {
            (Some(page), Some(rect)) => lies_at(place, page, rect) && area(rect) <= 2.5 * area(place.rect),
            _ => false,
        };
        let at_place = settings.places.iter().filter(is_place).any(fits);
        if let Some(value) = &found.field.value {
            roles.insert(value.key(), Role { mark, at_place, by_practice: settings.places.is_empty() });
        }
    }
    Roles(roles)
}

fn role(signatures: &[Signature], index: usize, settings: &Settings) -> Option<Mark> {
    let signature = signatures.get(index)?;
    if signature.is_timestamp {
        return None;
    }
    let (page, rect) = (signature.page?, signature.rect?);
    if let Some(place) =
        settings.places.iter().find(|place| place.field() == signature.field && lies_at(place, page, rect))
    {
        return Some(place.mark);
    }
    let at = settings.places.iter().filter(|place| lies_at(place, page, rect));
    if let Some(place) = at.max_by(|one, other| overlap(one.rect, rect).total_cmp(&overlap(other.rect, rect))) {
        return Some(place.mark);
    }
    by_practice(signatures, index, page, rect)
}

fn by_practice(signatures: &[Signature], index: usize, page: usize, rect: [f64; 4]) -> Option<Mark> {
    let signature = signatures.get(index)?;
    let [left, bottom, right, top] = signature.page_area?;
    let size = [rect[2] - rect[0], rect[3] - rect[1]];
    let middle = [(rect[0] + rect[2]) / 2.0, (rect[1] + rect[3]) / 2.0];
    if size[0] <= SMALL[0] && size[1] <= SMALL[1] {
        let in_head = page == 1 && middle[1] > bottom + (top - bottom) * HEAD;
        let is_left = middle[0] < left + (right - left) * 0.45;
        return in_head.then_some(if is_left { Mark::Number } else { Mark::Day });
    }
    if size[0] < LARGE[0] || size[1] < LARGE[1] {
        return None;
    }
    // The seal comes after the signature that it lies over or beside, and begins to the left of it.
    let is_sealed = |earlier: &Signature| {
        let Some(other) = earlier.rect else { return false };
        earlier.page == Some(page)
            && is_large(other)
            && overlap([other[0] - BESIDE, other[1], other[2], other[3]], rect) > 0.0
            && rect[0] <= other[0]
            && !same_key(earlier, signature)
    };
    let earlier = signatures.get(..index)?;
    Some(if earlier.iter().any(is_sealed) { Mark::Seal } else { Mark::Leader })
}

fn is_large(rect: [f64; 4]) -> bool {
    rect[2] - rect[0] >= LARGE[0] && rect[3] - rect[1] >= LARGE[1]
}

fn same_key(one: &Signature, other: &Signature) -> bool {
    match (&one.signer, &other.signer) {
        (Some(one), Some(other)) => one.fingerprint == other.fingerprint,
        _ => false,
    }
}

/// Whether a rectangle is at a place: at least half of the smaller one lies in the other.
fn lies_at(place: &Place, page: usize, rect: [f64; 4]) -> bool {
    let smaller = area(place.rect).min(area(rect));
    place.page == page && smaller > 0.0 && overlap(place.rect, rect) >= smaller / 2.0
}

fn area(rect: [f64; 4]) -> f64 {
    (rect[2] - rect[0]).max(0.0) * (rect[3] - rect[1]).max(0.0)
}

fn overlap(one: [f64; 4], other: [f64; 4]) -> f64 {
    area([one[0].max(other[0]), one[1].max(other[1]), one[2].min(other[2]), one[3].min(other[3])])
}
