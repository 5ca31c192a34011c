//! What was added to pages and can be seen: whether it hides what was there, or could be taken for a part of it.

use std::collections::BTreeSet;

use super::Since;
use crate::file::{Dict, Object};
use crate::verify::looks::{Hand, Judged, Limits, adds, hides, writes};
use crate::verify::roles::Role;
use baocao_core::msg;
use baocao_pdf::Mark;
use baocao_pdf::drawn::Canvas;

/// Something that was added to a page, from 0.
#[derive(Debug, Clone)]
pub(super) enum Added {
    /// A comment.
    Comment { page: usize, note: Dict },
    /// What a signature shows.
    Stamp { page: usize, note: Dict, name: String, role: Role },
}

/// Comments may cross letters with thin coloured lines.
const COMMENT: Limits = Limits { plain: 0.1, dark: true, colored: 0.5, together: 2.0, dots: true };
/// Signatures stand where there is room; the leader's may touch the letters of title and name.
const STAMP: Limits = Limits { plain: 0.1, dark: true, colored: 0.1, together: 2.0, dots: true };
const LEADER: Limits = Limits { plain: 0.1, dark: true, colored: 0.5, together: 2.0, dots: true };
/// Number and day come onto dots that were printed to be written over.
const NUMBER: Limits = Limits { dots: false, ..STAMP };
/// The seal lies over title and name, and lets them be seen.
const SEAL: Limits = Limits { plain: 0.25, dark: false, colored: 2.0, together: 0.5, dots: false };
/// The largest seal of practice, in points.
const LARGEST_SEAL: [f64; 2] = [260.0, 180.0];
/// So near to letters what is drawn by hand in their colour would be read with them, in points.
const NEAR: f64 = 12.0;
/// So near to what was there no other signature draws, in points.
const APART: f64 = 3.0;
const TOUCHES: f64 = 1.0;

impl Added {
    fn comment(&self) -> Option<&Dict> {
        match self {
            Self::Comment { note, .. } => Some(note),
            Self::Stamp { .. } => None,
        }
    }

    fn page(&self) -> usize {
        match self {
            Self::Comment { page, .. } | Self::Stamp { page, .. } => *page,
        }
    }
}

impl Since<'_, '_, '_> {
    /// Compares pages as they are drawn, where something was added that could hide or change what was signed.
    pub(super) fn seen(&mut self, before: &[(usize, Object)]) {
        if !self.looks.draws() {
            return;
        }
        let added = std::mem::take(&mut self.added);
        let pages: BTreeSet<usize> = added.iter().map(Added::page).collect();
        for page in pages {
            let here: Vec<&Added> = added.iter().filter(|added| added.page() == page).collect();
            if self.seen_on(page, &here, before).is_none() {
                let number = page + 1;
                self.content(msg!(
                    "không vẽ được trang {number} để so phần thêm vào với nội dung đã ký",
                    "page {number} cannot be drawn to hold what was added against what was signed"
                ));
            }
        }
    }

    fn seen_on(&mut self, page: usize, added: &[&Added], before: &[(usize, Object)]) -> Option<()> {
        let number = page + 1;
        let comments: Vec<&Dict> = added.iter().filter_map(|added| added.comment()).collect();
        if !comments.is_empty() {
            let there = before.iter().filter(|(on, _)| *on == page).map(|(_, note)| note.clone()).collect();
            let all = comments.iter().copied().cloned().collect();
            let judged = self.looks.judged(page, there, all, || self.judge(page, &comments, before))?;
            if judged.hides {
                self.content(msg!(
                    "chú thích thêm vào che nội dung trang {number}",
                    "comments that were added hide content of page {number}"
                ));
            }
            if judged.writes {
                self.content(msg!(
                    "chú thích thêm vào trang {number} có thể bị đọc thành nội dung",
                    "comments that were added on page {number} could be read as content"
                ));
            }
        }
        for added in added {
            let Added::Stamp { note, name, role, .. } = added else { continue };
            let (limits, near, may_lie_over) = rule(*role, self.looks.size(note));
            let one = self.before(page, before, may_lie_over)?;
            let mut other = one.clone();
            self.looks.draw(page, note, &mut other)?;
            let Some([one, other]) = self.looks.pictures(&one, &other) else { continue };
            if hides(&one, &other, &limits) {
                self.content(msg!(
                    "chữ ký thêm vào \"{name}\" che nội dung trang {number}",
                    "the signature \"{name}\" that was added hides content of page {number}"
                ));
            } else if near.is_some_and(|(near, colored)| adds(&one, &other, near, colored)) {
                self.content(msg!(
                    "chữ ký thêm vào \"{name}\" vẽ sát nội dung trang {number}, có thể bị đọc thành nội dung",
                    "the signature \"{name}\" that was added draws right beside content of page {number} and could be read as it"
                ));
            }
        }
        Some(())
    }

    /// What comments do to a page, all together; those of one hand are looked at as one.
    fn judge(&self, page: usize, comments: &[&Dict], before: &[(usize, Object)]) -> Option<Judged> {
        let whole = self.before(page, before, false)?;
        let draw = |chosen: &dyn Fn(&Dict) -> bool| {
            let mut canvas = whole.clone();
            comments
                .iter()
                .filter(|note| chosen(note))
                .try_for_each(|note| self.looks.draw(page, note, &mut canvas))?;
            Some(canvas)
        };
        let all = draw(&|_| true)?;
        let places = self.looks.places(&whole, &all, &[])?;
        let hides = places.iter().any(|([one, other], _)| hides(one, other, &COMMENT));
        let fields = self.fields[1].iter().filter(|field| field.is_signature()).flat_map(|field| &field.widgets);
        let fields = fields.filter(|widget| widget.page == Some(page)).filter_map(|widget| widget.rect);
        let boxes: Vec<_> = fields.chain(self.looks.boxes(page)).collect();
        let mut writing = false;
        for hand in [Hand::Free, Hand::Mark, Hand::Shape] {
            if !comments.iter().any(|note| self.hand(note) == Some(hand)) {
                continue;
            }
            let drawn = draw(&|note| self.hand(note) == Some(hand))?;
            writing |= self.looks.places(&whole, &drawn, &boxes)?.iter().any(|([one, other], boxes)| {
                writes(one, other, hand, boxes) || hand == Hand::Free && adds(one, other, NEAR, false)
            });
        }
        Some(Judged { hides, writes: writing })
    }

    /// By what a comment is drawn; none if it is a sign that readers bring for it.
    fn hand(&self, note: &Dict) -> Option<Hand> {
        match note.get("Subtype").and_then(Object::name) {
            Some("Ink" | "PolyLine" | "Polygon") => Some(Hand::Free),
            Some("Highlight" | "Underline" | "Squiggly" | "StrikeOut") => Some(Hand::Mark),
            Some("Text" | "Caret" | "Popup") if note.get("AP").is_none() => None,
            _ => Some(Hand::Shape),
        }
    }

    /// A page as it was signed; without the signatures of leaders, over which a seal may lie.
    fn before(&self, page: usize, notes: &[(usize, Object)], for_seal: bool) -> Option<Canvas> {
        let mut canvas = self.looks.content(page)?;
        let leaders: Vec<_> = if for_seal {
            let fields = self.fields[0].iter();
            let is_leader = |value| self.roles.of(value).mark == Some(Mark::Leader);
            let leaders = fields.filter(|field| field.value.as_ref().is_some_and(is_leader));
            leaders.flat_map(|field| &field.widgets).filter_map(|widget| widget.id).collect()
        } else {
            Vec::new()
        };
        for (_, note) in notes.iter().filter(|(on, _)| *on == page) {
            if note.reference().is_some_and(|id| leaders.contains(&id)) {
                continue;
            }
            let note = self.compare.after.get(note).ok();
            // What cannot be drawn now could not be seen before.
            let _ = note.as_deref().and_then(Object::dict).and_then(|note| self.looks.draw(page, note, &mut canvas));
        }
        Some(canvas)
    }
}

/// What a signature may draw over, how near to what, and whether it may lie over the leader's.
fn rule(role: Role, size: Option<[f64; 2]>) -> (Limits, Option<(f64, bool)>, bool) {
    let fits = size.is_some_and(|[width, height]| width <= LARGEST_SEAL[0] && height <= LARGEST_SEAL[1]);
    match (role.mark, role.at_place) {
        (Some(Mark::Seal), true) => (SEAL, None, true),
        (Some(Mark::Seal), false) if fits => (SEAL, None, true),
        (Some(Mark::Leader), true) => (SEAL, None, false),
        (Some(Mark::Leader), false) => (LEADER, Some((TOUCHES, false)), false),
        (Some(Mark::Number | Mark::Day), at_place) if at_place || role.by_practice => (NUMBER, None, false),
        _ => (STAMP, Some((APART, true)), false),
    }
}
