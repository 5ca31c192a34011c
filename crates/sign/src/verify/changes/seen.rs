//! What was added to pages and can be seen: whether it hides what was there, or could be taken for a part of it.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::Since;
use crate::file::{Dict, Id, Object};
use crate::verify::looks::{Hand, Judged, Limits, Marked, Rule, Stamp, There, adds, extent, hides, is_paper, writes};
use crate::verify::roles::Role;
use baocao_core::msg;
use baocao_pdf::Mark;
use baocao_pdf::drawn::Canvas;

/// Something that was added to a page, from 0.
#[derive(Debug, Clone)]
pub(super) struct Added {
    pub(super) page: usize,
    pub(super) note: Dict,
    /// Its object: what it showed before is no part of what it may not hide.
    pub(super) id: Option<Id>,
    pub(super) what: What,
}

/// What was added.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// A comment.
    Comment,
    /// What a signature shows.
    Stamp { name: String, role: Role },
    /// What a field shows that was filled in.
    Value { name: String },
}

/// Comments may cross letters with thin coloured lines.
const COMMENT: Limits = Limits { plain: 0.1, dark: true, colored: 0.5, together: 2.0, dots: true };
/// Signatures stand where there is room; the leader's may touch the letters of title and name.
const STAMP: Limits = Limits { plain: 0.1, dark: true, colored: 0.1, together: 2.0, dots: true };
/// Fields are filled in over lines of dots.
const VALUE: Limits = Limits { dots: false, ..STAMP };
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
        matches!(self.what, What::Comment).then_some(&self.note)
    }
}

impl Since<'_, '_, '_, '_> {
    /// Compares pages as they are drawn, where something was added that could hide or change what was signed.
    pub(super) fn seen(&mut self, before: &[(usize, Object)]) {
        if !self.looks.draws() {
            return;
        }
        let added = std::mem::take(&mut self.added);
        let pages: BTreeSet<usize> = added.iter().map(|added| added.page).collect();
        for page in pages {
            let here: Vec<&Added> = added.iter().filter(|added| added.page == page).collect();
            let before = self.there(page, before);
            if self.seen_on(page, &here, &before).is_none() {
                let number = page + 1;
                self.content(msg!(
                    "không vẽ được trang {number} để so phần thêm vào với nội dung đã ký",
                    "page {number} cannot be drawn to hold what was added against what was signed"
                ));
            }
        }
    }

    /// What lay over a page as it was signed, as it was drawn then.
    fn there(&mut self, page: usize, before: &[(usize, Object)]) -> Vec<There> {
        let mut there = Vec::new();
        for (_, note) in before.iter().filter(|(on, _)| *on == page) {
            let (Ok(one), Ok(other)) = (self.compare.before.get(note), self.compare.after.get(note)) else { continue };
            let Some(one) = one.dict() else { continue };
            let same = other.dict().is_some_and(|other| self.compare.equal_but(one, other, &["P", "Parent"]));
            let then = if same { None } else { Some(self.compare.before.end) };
            // Most of what was changed are empty fields that were signed since.
            if same || self.looks.draws_anything(self.compare.before, one) {
                let view = if same { self.compare.after } else { self.compare.before };
                there.push(There { id: note.reference(), note: one.clone(), then, area: extent(view, one) });
            }
        }
        there
    }

    fn seen_on(&mut self, page: usize, added: &[&Added], before: &[There]) -> Option<()> {
        let number = page + 1;
        let comments: Vec<&Dict> = added.iter().filter_map(|added| added.comment()).collect();
        if !comments.is_empty() {
            let all = comments.iter().copied().cloned().collect();
            let judged = self.looks.judged(page, before.to_vec(), all, || self.judge(page, &comments, before))?;
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
            let Added { note, id, what, .. } = added;
            let (name, rule) = match what {
                What::Comment => continue,
                What::Stamp { name, role } => (name, self.rule(*role, note)),
                What::Value { name } => (name, Rule { limits: VALUE, near: None, lies_over_leaders: false }),
            };
            // What lies beside it changes nothing of what it does.
            let below = before.iter().filter(|there| id.is_none() || there.id != *id);
            let around = self.looks.around(note);
            let below: Vec<There> = below.filter(|there| meet(there.area, around)).cloned().collect();
            let leaders = if rule.lies_over_leaders { self.leaders() } else { Vec::new() };
            let of_leader = |there: &There| there.id.is_some_and(|id| leaders.contains(&id));
            let over = below.iter().map(|there| rule.lies_over_leaders && of_leader(there)).collect();
            let stamp = Stamp { note: note.clone(), below, over, rule };
            let Marked { hides, near } = self.looks.marked(page, stamp, |stamp| self.mark(page, stamp))?;
            if hides {
                self.content(match what {
                    What::Value { .. } => msg!(
                        "trường \"{name}\" điền sau che nội dung trang {number}",
                        "the field \"{name}\" that was filled in hides content of page {number}"
                    ),
                    _ => msg!(
                        "chữ ký thêm vào \"{name}\" che nội dung trang {number}",
                        "the signature \"{name}\" that was added hides content of page {number}"
                    ),
                });
            } else if near {
                self.content(msg!(
                    "chữ ký thêm vào \"{name}\" vẽ sát nội dung trang {number}, có thể bị đọc thành nội dung",
                    "the signature \"{name}\" that was added draws right beside content of page {number} and could be read as it"
                ));
            }
        }
        Some(())
    }

    /// What a signature, or a value of a field, does to a page.
    fn mark(&self, page: usize, Stamp { note, below, over, rule }: &Stamp) -> Option<Marked> {
        let pictures = |below: &mut dyn Iterator<Item = &There>| {
            let one = self.before(page, below)?;
            let mut other = Canvas::clone(&one);
            self.looks.draw(page, note, &mut other)?;
            Some(self.looks.pictures(&one, &other))
        };
        let seen = pictures(&mut below.iter().zip(over).filter(|(_, is_over)| !**is_over).map(|(there, _)| there))?;
        // A seal lies over the leader's signature, and a sheet of paper is no seal.
        let may_be_sheet = rule.lies_over_leaders && seen.as_ref().is_none_or(|[one, other]| is_paper(one, other));
        let over_all = if may_be_sheet { pictures(&mut below.iter())? } else { None };
        let is_sheet = over_all.is_some_and(|[one, other]| is_paper(&one, &other) && hides(&one, &other, &SEAL));
        let hides = is_sheet || seen.as_ref().is_some_and(|[one, other]| hides(one, other, &rule.limits));
        let is_near = |[one, other]: &[_; 2]| rule.near.is_some_and(|(near, colored)| adds(one, other, near, colored));
        Some(Marked { hides, near: !hides && seen.as_ref().is_some_and(is_near) })
    }

    /// The signatures of leaders, over which a seal may lie.
    fn leaders(&self) -> Vec<Id> {
        let is_leader = |value| self.roles.of(value).mark == Some(Mark::Leader);
        let leaders = self.fields[0].iter().filter(|field| field.value.as_ref().is_some_and(is_leader));
        leaders.flat_map(|field| &field.widgets).filter_map(|widget| widget.id).collect()
    }

    /// What comments do to a page, all together; those of one hand are looked at as one.
    fn judge(&self, page: usize, comments: &[&Dict], before: &[There]) -> Option<Judged> {
        let whole = self.before(page, before.iter())?;
        let draw = |chosen: &dyn Fn(&Dict) -> bool| {
            let mut canvas = Canvas::clone(&whole);
            comments
                .iter()
                .filter(|note| chosen(note))
                .try_for_each(|note| self.looks.draw(page, note, &mut canvas))?;
            Some(canvas)
        };
        let fields = self.fields[1].iter().filter(|field| field.is_signature()).flat_map(|field| &field.widgets);
        let fields = fields.filter(|widget| widget.page == Some(page)).filter_map(|widget| widget.rect);
        let boxes: Vec<_> = fields.chain(self.looks.boxes(page)).chain(self.looks.rooms(page)).collect();
        let all = draw(&|_| true)?;
        let places = self.looks.places(&whole, &all, &boxes)?;
        let hides = places.iter().any(|([one, other], _)| hides(one, other, &COMMENT));
        let mut writing = false;
        for hand in [Hand::Free, Hand::Mark, Hand::Shape] {
            if !comments.iter().any(|note| self.hand(note) == Some(hand)) {
                continue;
            }
            // Most comments of a page are of one hand.
            let of_hand = if comments.iter().all(|note| self.hand(note) == Some(hand)) {
                None
            } else {
                Some(self.looks.places(&whole, &draw(&|note| self.hand(note) == Some(hand))?, &boxes)?)
            };
            writing |= of_hand.as_ref().unwrap_or(&places).iter().any(|([one, other], boxes)| {
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

    /// What a signature may do where it is drawn.
    fn rule(&self, role: Role, note: &Dict) -> Rule {
        let size = self.looks.size(note);
        let fits = size.is_some_and(|[width, height]| width <= LARGEST_SEAL[0] && height <= LARGEST_SEAL[1]);
        let rule = |limits, near, lies_over_leaders| Rule { limits, near, lies_over_leaders };
        match (role.mark, role.at_place) {
            (Some(Mark::Seal), true) => rule(SEAL, None, true),
            (Some(Mark::Seal), false) if fits => rule(SEAL, None, true),
            (Some(Mark::Leader), true) => rule(SEAL, None, false),
            (Some(Mark::Leader), false) => rule(LEADER, Some((TOUCHES, false)), false),
            (Some(mark @ (Mark::Number | Mark::Day)), at_place)
                if at_place || role.by_practice && self.looks.stands_in_room(note, mark) =>
            {
                rule(NUMBER, None, false)
            }
            _ => rule(STAMP, Some((APART, true)), false),
        }
    }

    /// A page as it was signed, with some of what lay over it.
    fn before<'t>(&self, page: usize, notes: impl Iterator<Item = &'t There>) -> Option<Rc<Canvas>> {
        let mut canvas = self.looks.content(page)?;
        for There { note, then, .. } in notes {
            // What cannot be drawn now could not be seen before.
            let _ = match then {
                None => self.looks.draw(page, note, Rc::make_mut(&mut canvas)),
                Some(_) => self.looks.draw_as_then(self.compare.before, page, note, Rc::make_mut(&mut canvas)),
            };
        }
        Some(canvas)
    }
}

/// Whether two areas have something in common; one that is not known may lie anywhere.
fn meet(one: Option<[f64; 4]>, other: Option<[f64; 4]>) -> bool {
    let (Some([a, b, c, d]), Some([left, bottom, right, top])) = (one, other) else { return true };
    a <= right && c >= left && b <= top && d >= bottom
}
