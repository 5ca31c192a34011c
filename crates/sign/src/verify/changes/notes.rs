//! What stands on pages besides their content and fields: comments, and what only looks like one.

use std::collections::{HashMap, HashSet};

use super::seen::{Added, What};
use super::{Class, Since, add};
use crate::file::{Dict, Id, Object, View, plain, rectangle};
use crate::verify::draws::appearance;
use baocao_core::msg;

impl Since<'_, '_, '_, '_> {
    /// What stands on the pages besides their content and fields.
    pub(super) fn notes(&mut self, [before, after]: [&[(usize, Object)]; 2]) {
        let later: HashSet<_> = after.iter().filter_map(|(page, note)| Some((*page, note.reference()?))).collect();
        // What is drawn last lies on top.
        let order = |one: &[(usize, Object)], other: &[(usize, Object)]| {
            let of = |notes: &[(usize, Object)]| -> Vec<(usize, Id)> {
                notes.iter().filter_map(|(page, note)| Some((*page, note.reference()?))).collect()
            };
            let others: HashSet<_> = of(other).into_iter().collect();
            of(one).into_iter().filter(|note| others.contains(note)).collect::<Vec<_>>()
        };
        if order(before, after) != order(after, before) {
            self.content(msg!(
                "thứ tự chồng của các chú thích bị đổi",
                "annotations lie over each other in another order"
            ));
        }
        self.stand_once(before, after);
        let mut direct: HashMap<usize, Vec<&Object>> = HashMap::new();
        for (page, note) in after.iter().filter(|(_, note)| note.reference().is_none()) {
            direct.entry(*page).or_default().push(note);
        }
        let mut known = HashSet::new();
        for (page, note) in before {
            let number = page + 1;
            let gone = || msg!("một chú thích ở trang {number} bị gỡ", "an annotation on page {number} was taken out");
            let changed =
                || msg!("một chú thích ở trang {number} bị đổi", "an annotation on page {number} was changed");
            let Some(id) = note.reference() else {
                let same = direct.get_mut(page).and_then(|direct| {
                    let at = direct.iter().position(|other| self.compare.equal(note, other))?;
                    Some(direct.remove(at))
                });
                if same.is_none() && !is_widget(self.compare.before, note) {
                    self.content(gone());
                }
                continue;
            };
            known.insert(id);
            if is_widget(self.compare.before, note) {
                // Fields are compared as such; here it counts whether the page still shows them.
                if !later.contains(&(*page, id)) {
                    self.content(gone());
                }
            } else if !later.contains(&(*page, id)) {
                self.content(gone());
            } else {
                let (one, other) = (self.compare.before.object(id), self.compare.after.object(id));
                let same = match (one, other) {
                    (Ok(one), Ok(other)) => match (one.dict(), other.dict()) {
                        (Some(one), Some(other)) => self.compare.equal_but(one, other, &["P", "Parent"]),
                        _ => one == other,
                    },
                    (Err(one), Err(other)) => one == other,
                    _ => false,
                };
                if !same {
                    self.content(changed());
                }
            }
        }
        let new_direct = direct.into_iter().flat_map(|(page, notes)| notes.into_iter().map(move |note| (page, note)));
        let new = after.iter().filter(|(_, note)| note.reference().is_some_and(|id| !known.contains(&id)));
        for (page, note) in new.map(|(page, note)| (*page, note)).chain(new_direct) {
            self.new_note(page, note);
        }
    }

    /// An annotation stands on one page, once: readers show it wherever it stands.
    fn stand_once(&mut self, before: &[(usize, Object)], after: &[(usize, Object)]) {
        let often = |notes: &[(usize, Object)]| {
            let mut often: HashMap<Id, usize> = HashMap::new();
            notes.iter().filter_map(|(_, note)| note.reference()).for_each(|id| *often.entry(id).or_default() += 1);
            often
        };
        let (before, often) = (often(before), often(after));
        for (page, id) in after.iter().filter_map(|(page, note)| Some((page, note.reference()?))) {
            let (number, now) = (page + 1, often.get(&id).copied().unwrap_or(1));
            if now > 1 && before.get(&id).is_none_or(|then| *then < now) {
                self.content(msg!(
                    "một chú thích hoặc khung ký ở trang {number} còn bị treo ở chỗ khác",
                    "an annotation or signature on page {number} was made to stand elsewhere, too"
                ));
            }
        }
    }

    fn new_note(&mut self, page: usize, note: &Object) {
        let number = page + 1;
        let view = self.compare.after;
        let object = view.get(note).ok();
        let Some(dict) = object.as_deref().and_then(Object::dict) else { return };
        let kind = &plain(dict.get("Subtype").and_then(Object::name).unwrap_or_default());
        match kind.as_str() {
            "Widget" => {}
            _ if is_comment(view, kind, dict) => {
                let text =
                    msg!("chú thích thêm ở trang {number} ({kind})", "a comment was added on page {number} ({kind})");
                add(self.found, Class::Annotated, text);
                self.added.push(Added { page, note: dict.clone(), id: note.reference(), what: What::Comment });
            }
            _ => self.content(msg!("thêm {kind} ở trang {number}", "{kind} was added on page {number}")),
        }
    }
}

fn is_widget(view: &View<'_, '_>, note: &Object) -> bool {
    let is = |dict: &Dict| dict.get("Subtype").and_then(Object::name) == Some("Widget");
    view.get(note).is_ok_and(|note| note.dict().is_some_and(is))
}

/// Whether an annotation is a comment that can be told from the content: a frame, a line, a mark or a small sign,
/// which neither shows a text or an image of its own nor covers anything, and which does nothing.
fn is_comment(view: &View<'_, '_>, kind: &str, dict: &Dict) -> bool {
    /// The side of the largest sign, in points.
    const SIGN: f64 = 40.0;
    // Of what stands there twice one reader takes the first, another the last.
    if dict.ambiguous() || dict.get("A").is_some() || dict.get("AA").is_some() || dict.get("RichMediaContent").is_some()
    {
        return false;
    }
    // Readers print its text over a line (ISO 32000-1, 12.5.6.7).
    let says = |key: &str| view.entry(dict, key).text().is_some_and(|text| !text.bytes.is_empty());
    if kind == "Line" && view.entry(dict, "Cap").as_ref() == &Object::Bool(true) && (says("Contents") || says("RC")) {
        return false;
    }
    let drawn = appearance(view, dict);
    let small = dict
        .get("Rect")
        .and_then(|rect| rectangle(view, rect))
        .is_some_and(|[left, bottom, right, top]| right - left <= SIGN && top - bottom <= SIGN);
    let plain = !drawn.letters && !drawn.image && !drawn.unknown;
    let filled = drawn.area || view.entry(dict, "IC").array().is_some_and(|color| !color.is_empty());
    match kind {
        "Popup" => dict.get("AP").is_none(),
        "Text" | "Caret" => small && plain,
        "Highlight" => plain && multiplies(view, dict),
        "Square" | "Circle" | "Line" | "Polygon" | "PolyLine" | "Ink" | "Underline" | "Squiggly" | "StrikeOut" => {
            plain && !filled
        }
        _ => false,
    }
}

/// Whether a mark lets through what is under it: with no appearance readers make one that does.
fn multiplies(view: &View<'_, '_>, dict: &Dict) -> bool {
    let appearances = view.entry(dict, "AP");
    let Some(appearances) = appearances.dict() else { return true };
    let normal = view.entry(appearances, "N");
    let Some(form) = normal.dict() else { return false };
    let resources = view.entry(form, "Resources");
    let states = resources.dict().map(|resources| view.entry(resources, "ExtGState"));
    let states = states.as_deref().and_then(Object::dict).cloned().unwrap_or_default();
    let multiply = |state: &Object| {
        view.get(state).is_ok_and(|state| {
            state.dict().is_some_and(|state| state.get("BM").and_then(Object::name) == Some("Multiply"))
        })
    };
    !states.0.is_empty() && states.0.iter().all(|(_, state)| multiply(state))
}
